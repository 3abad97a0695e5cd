"""Which pages there are, and how they are written. What does not differ between pages is rendered once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from . import data
from .data import STATUSORD, Ting

ROWS = 200
"""How many rows a page of a long list has."""
LANG_LISTE = 12
MOST_KEPT = 5000
"""So many links and pieces a process keeps; then it forgets all, as distant pages have little in common."""
BLOCK = 32
"""So many pages in a row are made by the same process: neighbours share pieces."""
MENY = [
    ("Kommuner", "kommuner/"),
    ("Planer", "planer/"),
    ("Temaer", "temaer/"),
    ("Aktører", "aktorer/"),
    ("Status", "status/"),
    ("Frister", "frister/"),
    ("Hva er nytt", "endringer/"),
]
BUNNMENY = [
    ("Innsatsområder", "innsatsomrader/"),
    ("Rapporter", "rapporter/"),
    ("Søk", "sok/"),
    ("Om Planportalen", "om/"),
    ("Kontakt og rettelser", "om/#rettelser"),
    ("Tilgjengelighet", "om/#tilgjengelighet"),
    ("Personvern: ingen informasjonskapsler", "om/#personvern"),
    ("Lisenser", "om/#lisens"),
    ("For redaktører", "rediger/"),
]


STATUSKLASSE = {s: s.replace("å", "a").replace("ø", "o") for s in STATUSORD}
MERKE = '<span class="status status--{}">{}</span>'
_kept: dict[tuple[object, ...], Markup] = {}


@dataclass(frozen=True, slots=True)
class Page:
    """A page to make; its values are not made before it is."""

    url: str
    title: str
    description: str
    template: str
    values: Callable[[], dict[str, Any]]


class Writer:
    """Renders pages and writes them under a folder."""

    def __init__(self, site: Ting, folder: Path, base: str) -> None:
        self.folder = folder
        self.base = base
        self.env = _environment(site, base)
        self.templates = {name: self.env.get_template(name) for name in self.env.list_templates()}
        self.page = self.templates["side.html"].render
        self.frame = cache(self._frame)

    def _frame(self, root: str) -> tuple[Markup, Markup]:
        """Return what stands above and below every page of one depth."""
        top, bottom = (self.templates[f"{name}.html"].render(r=root) for name in ("topp", "bunn"))
        return Markup(top), Markup(bottom)

    def write(self, pages: list[Page]) -> None:
        """Write the whole site, by that many processes, each a share of every kind of page."""
        folder = str(self.folder)
        for page in pages:
            root = "../" * page.url.count("/") or "./"
            top, bottom = self.frame(root)
            body = self.templates[page.template].render(page.values(), r=root, her=page.url)
            html = self.page(
                tittel=page.title, beskrivelse=page.description, her=page.url,
                topp=top, innhold=Markup(body), bunn=bottom,
            )  # fmt: skip
            path = f"{folder}/{page.url}"
            try:
                os.mkdir(path)  # noqa: PTH102 – a Path for every page takes longer than its file
            except FileExistsError:
                pass
            except FileNotFoundError:
                os.makedirs(path, exist_ok=True)  # noqa: PTH103
            with open(f"{path}/index.html", "wb", buffering=0) as file:  # noqa: PTH123
                file.write(html.encode())


def write(site: Ting, folder: Path, base: str, processes: int) -> None:
    """The whole site, by that many processes, each a share of every kind of page."""
    pages = list(_pages(site))
    writer = Writer(site, folder, base)
    if processes == 1:
        writer.write(pages)
    else:
        fork = get_context("fork")
        shares = [
            fork.Process(target=writer.write, args=(_share(pages, i, processes),)) for i in range(processes)
        ]
        for share in shares:
            share.start()
        for share in shares:
            share.join()
            if share.exitcode:
                raise RuntimeError("a share of the pages was not made")
    _write_sitemap(pages, folder, base)


def _share(pages: list[Page], i: int, processes: int) -> list[Page]:
    """Return the pages of process number `i`, in blocks of `BLOCK`."""
    return [page for n, page in enumerate(pages) if n // BLOCK % processes == i]


def _write_sitemap(pages: list[Page], folder: Path, base: str) -> None:
    """Write the sitemap of these pages."""
    urls = "".join(f"<url><loc>{base}{page.url}</loc></url>\n" for page in pages)
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    (folder / "sitemap.xml").write_text(f"{start}{urls}</urlset>\n", "utf-8")


def _environment(site: Ting, base: str) -> jinja2.Environment:
    """Return Jinja's environment with what all templates use."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["dato"] = data.dato
    env.globals |= {
        "STATUSORD": STATUSORD,
        "STATUSKLASSE": STATUSKLASSE,
        "MERKE": {s: Markup(MERKE).format(STATUSKLASSE[s], word) for s, word in STATUSORD.items()},
        "lenke": lenke,
        "husk": husk,
        "MÅLORD": {"nådd": "nådd", "delvis": "delvis nådd", "ikke nådd": "ikke nådd"},
        "ROLLER": {"ansvarlig": "Ansvarlig", "samarbeidspart": "Samarbeidspart"},
        "FLERTALL": {slag: slag if slag == "Planslutt" else f"{slag}er" for slag in data.SLAG},
        "TOM": Markup('<span class="tom">Ikke oppgitt i planen</span>'),
        "LANG_LISTE": LANG_LISTE,
        "base": base,
        "idag": data.dato(site.idag),
        "i_år": site.idag.year,
        "meny": MENY,
        "bunnmeny": BUNNMENY,
        "rad": data.rad,
        "temaer_i": _temaer_i,
        "etter_plan": data.by_plan,
        "filterverdier": data.filterverdier,
        "år": lambda t: sorted(set(data.years(t))),
    }
    return env


def lenke(ting: Ting, r: str, tekst: str | None = None) -> Markup:
    """Return a link to a thing, by its name or another text; made once, as a macro's call costs more than the link."""
    key = (id(ting), r, tekst)
    found = _kept.get(key)
    if found is None:
        if len(_kept) > MOST_KEPT:
            _kept.clear()
        url, text = escape(r + ting.url), escape(tekst or ting.navn)
        found = _kept[key] = Markup(f'<a href="{url}">{text}</a>')
    return found


def husk(macro: Callable[..., Markup], r: str, *things: Any) -> Markup:
    """Return what a macro makes of these things, made only once: for what neighbouring pages share."""
    key = (macro, r, *map(id, things))
    found = _kept.get(key)
    if found is None:
        if len(_kept) > MOST_KEPT:
            _kept.clear()
        found = _kept[key] = macro(r, *things)
    return found


def _temaer_i(tiltak: list[Ting]) -> list[Ting]:
    """Return the themes of these tiltak, each once, in Norwegian order."""
    found = {tema.id: tema for t in tiltak for tema in t.temaer}
    return sorted(found.values(), key=lambda tema: data.alphabetic(tema.navn))


def _pages(site: Ting) -> Iterator[Page]:
    """Yield every page of the site."""
    for kommune in site.kommuner.values():
        about = f"Planer for næringsutvikling i {kommune.navn}: tiltak, status, frister og ansvar."
        yield Page(kommune.url, kommune.navn, about, "kommune.html", lambda k=kommune: _kommune(k, site))  # type: ignore[misc]
    for plan in site.planer.values():
        yield from _plan_pages(plan)
    for tema in site.temaer.values():
        yield from _tema_pages(tema)
    for aktør in site.aktører.values():
        yield from _aktør_pages(aktør)
    for rapport in site.rapporter.values():
        about = f"Hva {rapport.data['tittel']} forteller om tiltak i planene."
        yield Page(rapport.url, rapport.data["tittel"], about, "rapport.html", lambda x=rapport: {"x": x})  # type: ignore[misc]
    yield from _lists(site)


def _plan_pages(plan: Ting) -> Iterator[Page]:
    """Yield the pages of a plan, its parts and its tiltak."""
    title = plan.data["tittel"]
    about = f"{plan.kommune.navn}: {title}, ordrett, med aktører, temaer og status. Vedtatt."
    yield Page(plan.url, title, about, "plan.html", lambda: _plan(plan))
    for d in plan.deler:
        about = f"«{d.tittel}» i {title}: {len(d.tiltak)} tiltak."
        yield Page(d.url, f"{d.navn} – {plan.navn}", about, "innsatsomrade.html", lambda d=d: {"d": d})  # type: ignore[misc]
    for t in plan.tiltak:
        about = f"{plan.kommune.navn}, tiltak {t.navn}. Status: {STATUSORD[t.status].lower()}."
        yield Page(t.url, f"{t.navn} – {plan.navn}", about, "tiltak.html", lambda t=t: {"t": t})  # type: ignore[misc]


def _tema_pages(tema: Ting) -> Iterator[Page]:
    """Yield the pages of a theme."""

    def values() -> dict[str, Any]:
        groups = data.by_plan(tema.tiltak)
        table = data.statustabell(f"Status for {tema.navn.lower()} etter plan", "Plan", groups)
        return {"tema": tema, "tabell": table, "antall_sider": _count(tema.tiltak)}

    yield Page(tema.url, tema.navn, tema.beskrivelse, "tema.html", values)
    yield from _sides(
        tema.url, tema.navn, "tiltakstabell", tema.tiltak, f"Alle linjer om {tema.navn.lower()}"
    )


def _aktør_pages(aktør: Ting) -> Iterator[Page]:
    """Yield the pages of an aktør."""
    tiltak = [t for of_role in aktør.roller.values() for t in of_role]
    own = aktør.kommune.navn if aktør.kommune else ""
    title = f"{aktør.navn} – {own}" if own not in aktør.navn else aktør.navn

    def values() -> dict[str, Any]:
        table = data.statustabell(f"Status for {aktør.navn}", "Plan", data.by_plan(tiltak))
        return {"a": aktør, "tabell": table, "antall_sider": _count(tiltak)}

    about = f"Hva {aktør.navn} har ansvar for eller er nevnt i, i planene for næringsutvikling."
    yield Page(aktør.url, title, about, "aktor.html", values)
    yield from _sides(aktør.url, title, "tiltakstabell", tiltak, f"Ansvarlig: {aktør.navn}")


def _kommune(kommune: Ting, site: Ting) -> dict[str, Any]:
    """Return what the page of a kommune is made of."""
    days = sorted((day for plan in kommune.planer for day in plan.hendelser), key=lambda day: day.år)
    groups = [(d, d.tiltak) for plan in kommune.planer for d in plan.deler]
    i_år = site.idag.year
    return {
        "k": kommune,
        "tabell": data.statustabell(f"Status i {kommune.navn} etter innsatsområde", "Innsatsområde", groups),
        "tid": data.tidslinje(days),
        "kommende": [day for day in days if day.år >= i_år][:10],
        "passert": [day for day in days if day.år < i_år],
        "ansvarlige": data.most(aktør for t in kommune.tiltak for aktør, _ in t.roller.values()),
        "temaer": data.most(tema for t in kommune.tiltak for tema in t.temaer),
    }


def _plan(plan: Ting) -> dict[str, Any]:
    """Return what the page of a plan is made of."""
    groups = [(d, d.tiltak) for d in plan.deler]
    title = f"Status i {plan.data['tittel']} etter innsatsområde"
    table = data.statustabell(title, "Innsatsområde", groups)
    return {"p": plan, "tabell": table, "tid": data.tidslinje(plan.hendelser)}


def _lists(site: Ting) -> Iterator[Page]:
    """Yield the pages that list things of the whole site."""
    planer, tiltak = list(site.planer.values()), list(site.tiltak.values())
    newest = lambda one: -one.data["registrert"].toordinal()  # noqa: E731
    endringer = sorted((*planer, *site.rapporter.values()), key=newest)
    frister = sorted((day for plan in planer for day in plan.hendelser), key=lambda day: day.år)
    områder = [d for plan in planer for d in plan.deler]
    yield Page("", "Planportalen", "Kommunenes planer.", "forside.html", lambda: _forside(site, endringer))
    yield Page("temaer/", "Temaer", "Temaer på tvers av planene.", "temaer.html", lambda: _temaer(site))
    yield from _list("kommuner/", "Kommuner", "kommunekort", list(site.kommuner.values()))
    yield from _list("planer/", "Planer", "planliste", planer)
    yield from _list("innsatsomrader/", "Innsatsområder", "områdeliste", områder)
    yield from _list("aktorer/", "Aktører", "aktørliste", list(site.aktører.values()))
    yield from _list("rapporter/", "Rapporter", "rapportliste", list(site.rapporter.values()))
    yield from _list("frister/", "Frister", "fristliste", frister)
    yield from _list("endringer/", "Hva er nytt", "endringsliste", endringer)
    yield from _list("status/", "Status", "tiltakstabell", tiltak, "Tiltak", tables=lambda: _statuses(site))
    for url, title in (("sok/", "Søk"), ("om/", "Om Planportalen"), ("rediger/", "For redaktører")):
        yield from _list(url, title, "", [])


def _list(
    url: str, title: str, macro: str, rows: list[Ting], *caption: str, tables: Callable[[], Any] = tuple
) -> Iterator[Page]:
    """Yield a hand-written page with a list, and the pages of the list when it is long."""

    def values() -> dict[str, Any]:
        pages = _count(rows)
        return {
            "tittel": title, "ingress": f"{title} på Planportalen.", "tabeller": tables(),
            "makro": macro, "rader": rows, "overskrift": caption, "antall_sider": pages,
        }  # fmt: skip

    yield Page(url, title, f"{title} på Planportalen.", "liste.html", values)
    yield from _sides(url, title, macro, rows, *caption)


def _count(rows: list[Ting]) -> int:
    """Return how many pages a list has beside its owner's; none when it is short."""
    return -(-len(rows) // ROWS) if len(rows) > ROWS else 0


def _sides(url: str, title: str, macro: str, rows: list[Ting], *caption: str) -> Iterator[Page]:
    """Yield the further pages of a long list."""
    for n in range(1, _count(rows) + 1):
        part = rows[(n - 1) * ROWS : n * ROWS]
        values = {"tittel": f"{title}, side {n}", "ingress": "", "tabeller": (), "makro": macro, "rader": part,
                  "overskrift": caption, "antall_sider": 0}  # fmt: skip
        about = f"{title}, side {n}"
        yield Page(f"{url}side/{n}/", about, about, "liste.html", lambda v=values: v)  # type: ignore[misc]


def _forside(site: Ting, endringer: list[Ting]) -> dict[str, Any]:
    """Return what the front page is made of."""
    reported = sum(t.status != "ikke-rapportert" for t in site.tiltak.values())
    tall = [
        ("kommuner", len(site.kommuner)),
        ("planer", len(site.planer)),
        ("vedtatte tiltak", len(site.tiltak)),
        ("med rapportert status", reported),
        ("aktører", len(site.aktører)),
    ]
    return {"tall": tall, "kommuner": site.kommuner.values(), "endringer": endringer[:6]}


def _temaer(site: Ting) -> dict[str, Any]:
    """Return what the page of all themes is made of."""
    matrise = Counter((tema.id, t.plan.kommune.id) for tema in site.temaer.values() for t in tema.tiltak)
    return {"temaer": site.temaer.values(), "kommuner": site.kommuner.values(), "matrise": matrise}


def _statuses(site: Ting) -> list[Ting]:
    """Return the tables of the page of statuses."""
    things = (("plan", site.planer), ("kommune", site.kommuner), ("tema", site.temaer))
    return [
        data.statustabell(f"Status etter {by}", by.capitalize(), [(one, one.tiltak) for one in all_.values()])
        for by, all_ in things
    ]
