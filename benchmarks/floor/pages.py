"""Which pages there are, and how they are written. What does not differ between pages is rendered once."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from . import data
from .data import STATUSORD, Ting

ROWS = 200
"""How many rows a page of a long list has …"""
PER_SIDE = {"områdeliste": 100, "endringsliste": 40}
"""… but of these; which lists show their rows otherwise on a page of their own:"""
SIDE_MACROS = {
    "områdeliste": "områdetabell",
    "planliste": "plantabell",
    "fristliste": "fristtabell",
    "endringsliste": "endringsliste",
}
LANG_LISTE = 12
MANGE_KORT = 40
ROLLER = {"ansvarlig": "Ansvarlig", "samarbeidspart": "Samarbeidspart"}
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
    ("Data", "data/"),
    ("Om Planportalen", "om/"),
    ("Kontakt og rettelser", "om/#rettelser"),
    ("Tilgjengelighet og personvern", "om/#tilgjengelighet"),
    ("For redaktører", "rediger/"),
]


STATUSKLASSE = {s: s.replace("å", "a").replace("ø", "o") for s in STATUSORD}
MERKE = "<span class=status--{}>{}</span>"
SIDE, STEG, KOLONNER = 10, 13, 20
"""The side of a small square, the way to the next, and how many stand beside each other."""
TEGN = {
    "gjennomført": "M0 0H10V10H0Z",
    "i-drift": "M0 0H10V10H0ZM3 3V7H7V3Z",
    "pågår": "M0 0H5V10H0Z",
    "en-del": "M0 5L5 10H0Z",
    "utsatt": "M2 2H4V8H2ZM6 2H8V8H6Z",
    "stanset": "M1 2L2 1L5 4L8 1L9 2L6 5L9 8L8 9L5 6L2 9L1 8L4 5Z",
    "videreført": "M2 1L9 5L2 9Z",
    "ikke-startet": "M4 4H6V6H4Z",
    "ikke-rapportert": "",
}
FILTRE = {
    "kommune": "Kommune",
    "tema": "Tema",
    "status": "Status",
    "aktor": "Aktør",
    "ar": "Frist eller milepæl",
}
_kept: dict[tuple[object, ...], Markup] = {}


@dataclass(frozen=True, slots=True)
class Page:
    """A page to make; its values are not made before it is."""

    url: str
    title: str
    description: str
    template: str
    values: Callable[[], dict[str, Any]]
    over: tuple[tuple[str, str], ...] = ()
    """The names and addresses of the pages above it."""
    name: str = ""
    """What it is called among them."""
    about: Ting | None = None
    """What it is about, in the words of schema.org: `ting` and what is told of it."""
    follow: Ting | None = None
    """What its readers may follow; of a plan or kommune `bilde` too."""
    bare: bool = False
    """Whether it is HTML of its own, without the frame, and in no sitemap."""


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
            body = self.templates[page.template].render(page.values(), r=root, her=page.url, over=page.over)
            html = body if page.bare else self.page(
                tittel=page.title, beskrivelse=page.description, her=page.url, r=root, emne=page.follow,
                skjema=_schema_org(page, self.base), topp=top, innhold=Markup(body), bunn=bottom,
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
    urls = "".join(f"<url><loc>{base}{page.url}</loc></url>\n" for page in pages if not page.bare)
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    (folder / "sitemap.xml").write_text(f"{start}{urls}</urlset>\n", "utf-8")


def _schema_org(page: Page, base: str) -> Markup:
    """Return what a page is about as JSON-LD: the pages above it, and what it tells of itself."""
    steps = [*page.over[1:]] or [*page.over] or [("Forside", "")]
    items: list[dict[str, Any]] = [
        {"@type": "ListItem", "position": place, "name": name, "item": base + url}
        for place, (name, url) in enumerate(steps, 1)
    ]
    items.append({"@type": "ListItem", "position": len(steps) + 1, "name": page.name or page.title})
    crumbs = {"@type": "BreadcrumbList", "itemListElement": items}
    whole = {"@graph": [crumbs, _thing(page.about, base)]} if page.about else crumbs
    text = json.dumps({"@context": "https://schema.org", **whole}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def _thing(about: Ting, base: str) -> dict[str, Any]:
    """Return a tiltak, a plan, or whatever has a name, in the words of schema.org."""
    url = base + about.url
    if about.kind == "Quotation":
        plan = {
            "@type": "CreativeWork", "name": about.plan.data["tittel"],
            "creator": {"@type": "Organization", "name": about.plan.eier.navn},
            "datePublished": about.plan.data["vedtak"]["dato"].isoformat(),
        }  # fmt: skip
        return {
            "@type": "Quotation", "@id": url, "name": about.navn, "text": about.data["ordlyd"],
            "identifier": f"{about.plan.id}/{about.nr}", "inLanguage": "nb", "isPartOf": plan,
        }  # fmt: skip
    if about.kind == "CreativeWork":
        owner = {"@type": "Organization", "name": about.eier.navn, "url": base + about.eier.url}
        place = [{"@type": "AdministrativeArea", "name": about.kommune.navn}]
        return {
            "@type": "CreativeWork", "@id": url, "url": url, "name": about.data["tittel"], "inLanguage": "nb",
            "creator": owner, "spatialCoverage": place, "datePublished": about.data["vedtak"]["dato"].isoformat(),
        }  # fmt: skip
    return {"@type": about.kind, "name": about.navn, "url": url}


def ruteblikk(antall: Counter[str]) -> Markup:
    """Return a small picture with a square for each tiltak."""
    total = antall.total()
    if not 0 < total <= ROWS:
        return Markup()
    parts = []
    n = 0
    for status in data.ORDEN:
        if not antall[status]:
            continue
        places = [(i % KOLONNER * STEG, i // KOLONNER * STEG) for i in range(n, n + antall[status])]
        n += antall[status]
        frames = "".join(f"M{x} {y}h10v10h-10z" for x, y in places)
        marks = "".join(_tegn(status, x, y) for x, y in places)
        mark = f'<path d="{marks}"/>' if marks else ""
        parts.append(
            f'<g class="merke--{STATUSKLASSE[status]}"><path class="ramme-om" d="{frames}"/>{mark}</g>'
        )
    size = f"{min(total, KOLONNER) * STEG}", f"{-(-total // KOLONNER) * STEG}"
    return Markup(
        f'<svg class="ruteblikk" viewBox="-1 -1 {" ".join(size)}" width="{size[0]}" height="{size[1]}" aria-hidden="true">'
        f"{''.join(parts)}</svg>"
    )


@cache
def _tegn(status: str, x: int, y: int) -> str:
    """Return the mark of a status at a place."""
    moved = {"H": lambda n, _: f"H{int(n) + x}", "V": lambda n, _: f"V{int(n) + y}"}
    both = "{}{} {}".format
    return re.sub(
        r"([MLHV])(\d+)(?: (\d+))?",
        lambda m: moved[m[1]](m[2], m[3]) if m[1] in moved else both(m[1], int(m[2]) + x, int(m[3]) + y),
        TEGN[status],
    )


def antallsruter(antall: int, planlagt: int) -> Markup:
    """Return the picture of a number: so many filled squares of those planned."""
    squares = [f"M{n * STEG} 0h10v10h-10z" for n in range(max(antall, planlagt))]
    width = len(squares) * STEG
    return Markup(
        f'<svg class="ruteblikk" viewBox="-1 -1 {width} {STEG}" width="{width}" height="{STEG}" aria-hidden="true">'
        f'<path class="ramme-om" d="{"".join(squares)}"/><path d="{"".join(squares[:antall])}"/></svg>'
    )


def i_ord(antall: Counter[str]) -> str:
    """Return a picture of squares in words."""
    return f"{antall.total()} tiltak: " + ", ".join(
        f"{antall[s]} {STATUSORD[s].lower()}" for s in data.ORDEN if antall[s]
    )


def tall(number: int) -> str:
    """Return a number with a thin space between thousands."""
    return f"{number:,}".replace(",", "\u00a0")


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
    env.filters["liten"] = lambda text: text[:1].lower() + text[1:]
    env.filters["tall"] = tall
    env.globals |= {
        "STATUSORD": STATUSORD,
        "STATUSKLASSE": STATUSKLASSE,
        "MERKE": {s: Markup(MERKE).format(STATUSKLASSE[s], word) for s, word in STATUSORD.items()},
        "merke": cache(lambda counted, word: Markup(MERKE).format(STATUSKLASSE[counted], word)),
        "TEGN": TEGN,
        "FILTRE": FILTRE,
        "MANGE_KORT": MANGE_KORT,
        "etter_fylke": data.by_fylke,
        "med_kommune": data.with_kommune,
        "TILSTAND": {"gjelder": "Planen gjelder", "over": "Planperioden er over"},
        "prosent": data.prosent,
        "ruteblikk": ruteblikk,
        "antallsruter": antallsruter,
        "i_ord": i_ord,
        "linje": data.linje,
        "plass": data.plass,
        "nyttår": lambda year: date(year, 1, 1),
        "dagen": site.idag,
        "vert": base.removeprefix("http://").removesuffix("/"),
        "lenke": lenke,
        "husk": husk,
        "MÅLORD": {"nådd": "nådd", "delvis": "delvis nådd", "ikke nådd": "ikke nådd"},
        "ROLLER": ROLLER,
        "FLERTALL": {slag: f"{slag}er" for slag in data.SLAG},
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
        "valgbare": data.valgbare,
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
        found = _kept[key] = Markup(f"<a href={url}>{text}</a>")
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
        over = (("Kommuner", "kommuner/"),)
        kommune.kalender = True
        kommune.kind, kommune.bilde = "AdministrativeArea", f"{kommune.navn}. {_counted(kommune.tiltak)}"
        kommune.bildetekst = f"{kommune.navn} vedtok {_known(kommune.tiltak)}"
        days = sorted((day for plan in kommune.planer for day in plan.hendelser), key=lambda day: day.år)
        yield Page(
            kommune.url, kommune.navn, about, "kommune.html", lambda k=kommune, d=days: _kommune(k, d, site),  # type: ignore[misc]
            over, kommune.navn, kommune, kommune,
        )  # fmt: skip
        yield _revisjon(kommune, over, days, site)
    for plan in site.planer.values():
        yield from _plan_pages(plan, site)
    for tema in site.temaer.values():
        yield from _tema_pages(tema)
    for aktør in site.aktører.values():
        yield from _aktør_pages(aktør)
    for rapport in site.rapporter.values():
        about = f"Hva {rapport.data['tittel']} forteller om tiltak i planene."
        yield Page(
            rapport.url, rapport.data["tittel"], about, "rapport.html", lambda x=rapport: {"x": x},  # type: ignore[misc]
            (("Rapporter", "rapporter/"),), rapport.navn,
        )  # fmt: skip
    yield from _lists(site)


def _counted(tiltak: list[Ting]) -> str:
    """Return what a picture of these tiltak shows, in a sentence."""
    return f"{i_ord(Counter(t.telles for t in tiltak))}."


def _known(tiltak: list[Ting]) -> str:
    """Return how many tiltak there are, and of how many a source tells."""
    return f"{len(tiltak)} tiltak. Vi vet noe om {sum(1 for t in tiltak if t.sagt)} av dem."


def _revisjon(hva: Ting, over: tuple[tuple[str, str], ...], days: list[Ting], site: Ting) -> Page:
    """Return the auditor's report of a plan or kommune."""
    title = f"Frister som er passert uten kilde – {hva.navn}"
    about = f"Hvilke frister i {hva.navn} som er passert uten at noen kilde sier hva som ble gjort."
    return Page(
        f"{hva.url}revisjon/", title, about, "revisjon.html",
        lambda: {"hva": hva, "e": data.etterslep(hva.tiltak, days, site.idag)}, (*over, (hva.navn, hva.url)), title,
    )  # fmt: skip


def _plan_pages(plan: Ting, site: Ting) -> Iterator[Page]:
    """Yield the pages of a plan, its parts and its tiltak."""
    title = plan.data["tittel"]
    about = f"{title}, ordrett, med aktører, temaer og status. Vedtatt."
    plan.kalender = True
    plan.kind, plan.bilde = "CreativeWork", f"{plan.kommune.navn}: {title}. {_counted(plan.tiltak)}"
    plan.bildetekst = f"{plan.navn}. Planen har {_known(plan.tiltak)}"
    over = (("Kommuner", "kommuner/"), (plan.kommune.navn, plan.kommune.url))
    inside = (*over, (plan.navn, plan.url))
    yield Page(plan.url, title, about, "plan.html", lambda: _plan(plan, site), over, plan.navn, plan, plan)
    yield Page(
        f"{plan.url}alt/", f"Hele teksten: {title}", f"Hele teksten i {title}, ordrett. Vedtatt.", "heltekst.html",
        lambda: {"p": plan}, inside,
    )  # fmt: skip
    yield _revisjon(plan, over, plan.hendelser, site)
    yield Page(f"{plan.url}nyeste/", "", "", "nyeste.html", lambda: {"p": plan}, bare=True)
    for d in plan.deler:
        about = f"«{d.tittel}» i {title}: {len(d.tiltak)} tiltak."
        yield Page(
            d.url, f"{d.navn} – {plan.navn}", about, "innsatsomrade.html", lambda d=d: {"d": d},  # type: ignore[misc]
            inside, d.navn, None, plan,
        )  # fmt: skip
    for t in plan.tiltak:
        about = f"{plan.kommune.navn}, tiltak {t.navn}. Status: {t.statusnavn.lower()}."
        t.kind = "Quotation"
        yield Page(
            t.url, f"{t.navn} – {plan.navn}", about, "tiltak.html", lambda t=t: {"t": t},  # type: ignore[misc]
            (*inside, (t.over[0].navn, t.over[0].url)), t.navn, t, plan,
        )  # fmt: skip
        yield Page(f"{t.url}kort/", "", "", "kort.html", lambda t=t: {"t": t}, bare=True)  # type: ignore[misc]


def _tema_pages(tema: Ting) -> Iterator[Page]:
    """Yield the pages of a theme."""
    title = f"Alle linjer om {tema.navn.lower()}"
    over = (("Temaer", "temaer/"),)
    tema.kalender = False

    def values() -> dict[str, Any]:
        groups = data.by_plan(tema.tiltak)
        table = data.statustabell(f"Status for {tema.navn.lower()} etter plan", "Plan", groups)
        first: dict[str, tuple[Ting, int, int]] = {}
        for i, t in enumerate(tema.tiltak):
            kommune, place, count = first.get(t.plan.kommune.id, (t.plan.kommune, i, 0))
            first[kommune.id] = kommune, place, count + 1
        fylker = data.by_fylke(first.values(), lambda one: one[0])
        return {
            "tema": tema,
            "tabell": table,
            "fylker": fylker,
            "liste": _liste(tema.tiltak, title, f"{tema.url}tiltak/"),
        }

    yield Page(tema.url, tema.navn, tema.beskrivelse, "tema.html", values, over, tema.navn, None, tema)
    yield from _sides(
        f"{tema.url}tiltak/", title, "tiltakstabell", tema.tiltak, (*over, (tema.navn, tema.url))
    )


def _aktør_pages(aktør: Ting) -> Iterator[Page]:
    """Yield the pages of an aktør."""
    own = aktør.kommune.navn if aktør.kommune else ""
    title = f"{aktør.navn} – {own}" if own not in aktør.navn else aktør.navn
    over = (("Aktører", "aktorer/"),)
    aktør.kind = "Organization"
    aktør.kalender = any(t.dager for of_role in aktør.roller.values() for t in of_role)
    lists = {
        role: _liste(aktør.roller[role], f"{word}: {aktør.navn}", f"{aktør.url}{role}/")
        for role, word in ROLLER.items()
        if aktør.roller[role]
    }

    def values() -> dict[str, Any]:
        units = {t.url for one in (aktør, *aktør.underlagt) for of in one.roller.values() for t in of}
        return {"a": aktør, "lister": lists, "med_enheter": len(units) if aktør.underlagt else 0}

    about = f"Hva {aktør.navn} har ansvar for eller er nevnt i, i planene for næringsutvikling."
    yield Page(aktør.url, title, about, "aktor.html", values, over, aktør.navn, aktør, aktør)
    for one in lists.values():
        yield from _sides(one.url, one.tittel, "tiltakstabell", one.rader, (*over, (aktør.navn, aktør.url)))


def _kommune(kommune: Ting, days: list[Ting], site: Ting) -> dict[str, Any]:
    """Return what the page of a kommune is made of."""
    groups = [(d, d.tiltak) for plan in kommune.planer for d in plan.deler]
    i_år = site.idag.year
    return {
        "k": kommune,
        "tabell": data.statustabell(f"Status i {kommune.navn} etter innsatsområde", "Innsatsområde", groups),
        "grupper": data.grupper(groups),
        "kommende": [day for day in days if day.år >= i_år],
        "passert": [day for day in days if day.år < i_år],
        "ansvar": data.ansvar(kommune.tiltak),
        "temaer": data.most(tema for t in kommune.tiltak for tema in t.temaer),
        "kalendere": _temaer_i([day.tiltak for day in days if day.tiltak]),
    }


def _plan(plan: Ting, site: Ting) -> dict[str, Any]:
    """Return what the page of a plan is made of."""
    groups = [(d, d.tiltak) for d in plan.deler]
    title = f"Status i {plan.data['tittel']} etter innsatsområde"
    i_år = site.idag.year
    return {
        "p": plan,
        "tabell": data.statustabell(title, "Innsatsområde", groups),
        "grupper": data.grupper(groups),
        "tid": data.tidslinje(plan.hendelser),
        "kommende": [day for day in plan.hendelser if day.år >= i_år],
        "passert": [day for day in plan.hendelser if day.år < i_år],
    }


def _lists(site: Ting) -> Iterator[Page]:
    """Yield the pages that list things of the whole site."""
    planer, tiltak = list(site.planer.values()), list(site.tiltak.values())
    endringer = [Ting(dag=one.data["registrert"], ting=one, vedtak=None) for one in planer]
    endringer += [Ting(dag=one.data["registrert"], ting=one, vedtak=None) for one in site.rapporter.values()]
    endringer += [Ting(dag=one.data["vedtak"]["dato"], ting=one, vedtak=one.data["vedtak"]) for one in planer]
    endringer.sort(key=lambda one: -one.dag.toordinal())
    frister = sorted((day for plan in planer for day in plan.hendelser), key=lambda day: day.år)
    områder = [d for plan in planer for d in plan.deler]
    yield Page("", "Planportalen", "Kommunenes planer.", "forside.html", lambda: _forside(site))
    yield Page("temaer/", "Temaer", "Temaer på tvers av planene.", "temaer.html", lambda: _temaer(site))
    yield from _list("kommuner/", "Kommuner", "kommunekort", list(site.kommuner.values()))
    yield from _list("planer/", "Planer", "planliste", planer)
    yield from _list("innsatsomrader/", "Innsatsområder", "områdeliste", områder)
    yield from _list("aktorer/", "Aktører", "aktørliste", list(site.aktører.values()))
    yield from _list("rapporter/", "Rapporter", "rapportliste", list(site.rapporter.values()))
    yield from _list("frister/", "Frister", "fristliste", frister, lambda: _frister(frister, site))
    yield from _list("endringer/", "Hva er nytt", "endringsliste", endringer)
    yield from _list("status/", "Status", "tiltakstabell", tiltak, lambda: _statuses(site), "Alle tiltak")
    for url, title in (("sok/", "Søk"), ("om/", "Om Planportalen"), ("rediger/", "For redaktører")):
        yield from _list(url, title, "", [])


def _list(
    url: str,
    title: str,
    macro: str,
    rows: list[Ting],
    more: Callable[[], dict[str, Any]] = dict,
    caption: str = "",
) -> Iterator[Page]:
    """Yield a hand-written page with a list, and the pages of the list when it is long."""
    caption = caption or title

    def values() -> dict[str, Any]:
        liste = _liste(rows, caption, f"{url}side/", PER_SIDE.get(macro, ROWS))
        about = {"tittel": title, "ingress": f"{title} på Planportalen.", "makro": macro, "rader": rows}
        return {**about, "liste": liste, **more()}

    yield Page(url, title, f"{title} på Planportalen.", "liste.html", values)
    yield from _sides(f"{url}side/", caption, macro, rows, ((title, url),))


def _liste(rows: list[Ting], title: str, url: str, size: int = ROWS) -> Ting:
    """Return a list with the pages it has beside its owner's: the address of each, and what stands there."""
    sider = []
    if len(rows) > size:
        for n, start in enumerate(range(0, len(rows), size), 1):
            first, last = _label(rows[start]), _label(rows[min(start + size, len(rows)) - 1])
            sider.append((n, f"{url}{n}/", first if first == last else f"{first} – {last}"))
    return Ting(rader=rows, tittel=title, url=url, sider=sider, size=size)


def _label(row: Ting) -> str:
    """Return what a row is called where only its page is named."""
    if hasattr(row, "dag"):
        return str(row.dag.year)
    if hasattr(row, "slag"):
        return str(row.år)
    if hasattr(row, "over") and hasattr(row, "plan"):
        return str(row.plan.kommune.navn)
    return f"{row.plan.navn}, {row.nr}" if hasattr(row, "plan") else str(row.navn)


def _sides(
    url: str, title: str, macro: str, rows: list[Ting], over: tuple[tuple[str, str], ...]
) -> Iterator[Page]:
    """Yield the further pages of a long list."""
    liste = _liste(rows, title, url, PER_SIDE.get(macro, ROWS))
    for n, address, inside in liste.sider:
        part = rows[(n - 1) * liste.size : n * liste.size]
        name = f"{title}, side {n} av {len(liste.sider)}"
        values = {
            "makro": SIDE_MACROS.get(macro, macro),
            "rader": part,
            "liste": liste,
            "n": n,
            "inne": inside,
            "navn": name,
        }
        about = f"{inside}. {len(part)} av {tall(len(rows))} linjer."
        yield Page(address, name, about, "listeside.html", lambda v=values: v, over, name)  # type: ignore[misc]


def _frister(frister: list[Ting], site: Ting) -> dict[str, Any]:
    """Return what the page of deadlines has beside its list."""
    i_år = site.idag.year
    neste = [day for day in frister if day.år >= i_år]
    years = sorted(Counter(day.år for day in frister).items())
    first: dict[int, int] = {}
    for i, day in enumerate(frister):
        first.setdefault(day.år, i // ROWS + 1)
    counts = Counter((day.plan.kommune.id, day.år >= i_år) for day in frister)
    return {
        "neste": neste,
        "alle_år": years,
        "første": first,
        "fylker": data.by_fylke(site.kommuner.values()),
        "tall_i": counts,
    }


def _forside(site: Ting) -> dict[str, Any]:
    """Return what the front page is made of: the kommuner, the newest statements and the themes."""
    said = (p for x in site.rapporter.values() for p in x.punkter[:1] if p.status and p.data.get("sitat"))
    return {"kommuner": list(site.kommuner.values()), "sagt": list(said)[:3], "temaer": site.temaer.values()}


def _temaer(site: Ting) -> dict[str, Any]:
    """Return what the page of all themes is made of."""
    kommuner = site.kommuner.values()
    many = len(kommuner) > data.MANGE_RADER
    columns = (
        [(fylke, None) for fylke, _ in data.by_fylke(kommuner)] if many else [(k.navn, k) for k in kommuner]
    )
    matrise = Counter(
        (tema.id, t.plan.kommune.fylke if many else t.plan.kommune.navn)
        for tema in site.temaer.values()
        for t in tema.tiltak
    )
    return {"temaer": site.temaer.values(), "kolonner": columns, "matrise": matrise}


def _statuses(site: Ting) -> dict[str, Any]:
    """Return the tables of the page of statuses."""
    things = (("kommune", site.kommuner), ("tema", site.temaer))
    tables = [
        data.statustabell(f"Status etter {by}", by.capitalize(), [(one, one.tiltak) for one in all_.values()])
        for by, all_ in things
    ]
    return {
        "tabeller": tables,
        "alle": data.rad(None, site.tiltak.values()),
        "antall_planer": len(site.planer),
    }
