"""Page bodies: a template and an entity in, block HTML out. Autoescape is on; every value lands as text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import jinja2

from ..format import frist, model, texts
from ..format.texts import UTEN_INNHOLD
from ..format.vocabulary import DEKKERORD, MÅLORD, PLANSTATUSORD, SIKKERHETSORD, STATUS_KREVER, STATUSORD
from ..register import filters, status_tables, timeline
from ..register.addresses import Entity, address, anchor, breadcrumbs
from ..register.entities import ROLLER, Aktør, Del, Kommune, Plan, Rapport, Register, Tema, Tiltak
from ..register.ordering import alphabetic, unique
from ..statuses import forms, reporters, sheet_out
from ..statuses.forms import Meldeskjema, Statusark
from ..tools.template_cache import COMPILED
from . import search
from .github import BRANCH, Repo
from .lists import Side, lists_of
from .pages import MACROS
from .pieces import Pieces, css
from .slots import DAG, fill, root

TEMPLATES = Path(__file__).parent / "templates"
LANG_LISTE = 12
"""From one more measure than this a table can be filtered and sorted."""
LANG_PLAN = 75
"""From one more measure than this a page shows the measures of a plan or a part by number and title only."""
ROLLEORD = {"ansvarlig": "ansvarlig", "samarbeidspart": "samarbeidspart", "ved": "utfører"}

VALG: dict[str, list[tuple[str, str, str]]] = {
    "status": [
        *((key, *words) for key, words in STATUSORD.items() if key != "ikke-rapportert"),
        ("", "Ingen status", "Kilden er bare bakgrunn."),
    ],
    "måloppnåelse": [
        ("", "Kilden sier ikke noe om det", ""),
        *((key, word.capitalize(), "") for key, word in MÅLORD.items()),
    ],
    "dekker": [(key, word, "") for key, word in DEKKERORD.items()],
    "sikkerhet": [(key, key.capitalize(), about) for key, about in SIKKERHETSORD.items()],
}
"""What can be chosen when a status is reported: what it is in the data, what it is called, and what it means."""


class Renderer:
    """Makes HTML of the register, as it stands on one day."""

    def __init__(
        self,
        register: Register,
        idag: date,
        *,
        base: str = "",
        repo: str = "",
        gren: str = BRANCH,
        ark: bool = True,
    ) -> None:
        """`base`: the site's own address; `repo`: the repository's on GitHub, empty when there is none; `gren`: its branch; `ark`: whether plans offer a spreadsheet, where it can be made."""
        self.register = register
        self.idag = idag
        self.base = base
        self.repo = Repo(repo.rstrip("/"), gren)
        self.ark = sheet_out.library() if ark else ""
        self.env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=COMPILED,
        )
        self.env.context_class = _Context
        self.env.filters |= {
            "dato": frist.dato,
            "stor": lambda text: text[:1].upper() + text[1:],
            "liten": lambda text: text[:1].lower() + text[1:],
            "ascii": css,
            "tall": tall,
            "slag": _slag,
        }
        self.env.globals |= Pieces(register.aktører).functions() | {
            "register": register,
            "idag": idag,
            "base": base,
            "repo": self.repo,
            "ark": self.ark,
            "texts": texts,
            "STATUS_KREVER": STATUS_KREVER,
            "melding": forms,
            "Meldeskjema": Meldeskjema,
            "Statusark": Statusark,
            "STATUSORD": STATUSORD,
            "PLANSTATUSORD": PLANSTATUSORD,
            "UTEN_INNHOLD": UTEN_INNHOLD,
            "ROLLER": ROLLER,
            "ROLLEORD": ROLLEORD,
            "MÅLORD": MÅLORD,
            "DAG": DAG,
            "adresse": address,
            "smuler": breadcrumbs,
            "anker": anchor,
            "tabell_rad": status_tables.rad,
            "i_utvalget": search.in_sample,
            "samme_tema": partial(status_tables.samme_tema, register),
            "filterdata": filters.filterdata,
            "filterverdier": filters.filterverdier,
            "temaer_i": temaer_i,
            "flyttet_fra": lambda ting: register.flyttet.get(address(ting), []),
            "LANG_LISTE": LANG_LISTE,
            "LANG_PLAN": LANG_PLAN,
        }

    def page(self, entity: Entity | Side | Meldeskjema, here: str) -> str:
        """The body of an entity's own page, as it stands at the address `here`."""
        return fill(self.body(entity), here, self.idag).decode()

    def body(self, entity: Entity | Side | Meldeskjema) -> bytes:
        """The body of an entity's own page, in UTF-8, its slots left open."""
        _, template = MACROS[type(entity)]
        values = _CONTEXT[type(entity)](self, entity)
        module: Any = self.env.get_template(template).module
        return _block(str(module.side(**values))).encode()

    def redirect(self, one: model.Videresending, styles: Sequence[str]) -> str:
        """The whole page at an address that was. `styles`: the addresses of the stylesheets within the site."""
        module: Any = self.env.get_template("videresending.html").module
        return str(module.side(one, root(one.gammel), self.base + one.ny, styles)).strip() + "\n"

    def component(self, name: str, here: str, *arguments: Any, file: str = "lister.html") -> str:
        """One component of `lister.html` (or another file), called with these arguments, for the page at `here`."""
        module: Any = self.env.get_template(file).module
        return fill(_block(str(getattr(module, name)(*arguments))).encode(), here, self.idag).decode()

    def _kommune(self, kommune: Kommune) -> dict[str, Any]:
        lister = lists_of(kommune)
        days = lister["frister"].rader
        groups = status_tables.by_kommune_område(kommune)
        adopted = [one for one in kommune.tiltak if one.plan.telles]
        named = [(aktør, rolle) for one in adopted or kommune.tiltak for aktør, rolle in one.roller]
        return {
            "k": kommune,
            "tabell": status_tables.statustabell(
                f"Status i {kommune.navn} etter innsatsområde",
                "Innsatsområde",
                groups if len(groups) <= status_tables.MANGE_RADER else status_tables.by_plan(kommune.tiltak),
            ),
            "tidslinje": timeline.tidslinje(days),
            "lister": lister,
            "kommende": [day for day in days if day.dag >= self.idag][:10],
            "passert": [day for day in days if day.dag < self.idag],
            "ansvarlige": _most(aktør for aktør, rolle in named if rolle != "nevnt"),
            "nevnte": _most(aktør for aktør, rolle in named if rolle == "nevnt"),
            "temaer": _most(tema for one in adopted or kommune.tiltak for tema in one.temaer),
        }

    def _plan(self, plan: Plan) -> dict[str, Any]:
        unit = "Innsatsområde" if plan.områder else "Plan"
        table = status_tables.statustabell(
            f"Status i {plan.data.tittel} etter {unit.lower()}", unit, status_tables.by_område(plan)
        )
        frister = lists_of(plan)["frister"]
        return {
            "p": plan,
            "tabell": table,
            "frister": frister,
            "tidslinje": timeline.tidslinje(frister.rader),
        }

    def _del(self, part: Del) -> dict[str, Any]:
        return {"d": part}

    def _tiltak(self, tiltak: Tiltak) -> dict[str, Any]:
        return {"t": tiltak}

    def _tema(self, tema: Tema) -> dict[str, Any]:
        groups = status_tables.by_plan(tema.tiltak)
        table = status_tables.statustabell(f"Status for {tema.navn.lower()} etter plan", "Plan", groups)
        return {"tema": tema, "tabell": table, "liste": lists_of(tema)["tiltak"]}

    def _aktør(self, aktør: Aktør) -> dict[str, Any]:
        groups = status_tables.by_plan(aktør.tiltak)
        table = status_tables.statustabell(f"Status for {aktør.navn}", "Plan", groups)
        return {"a": aktør, "tabell": table, "lister": lists_of(aktør)}

    def _rapport(self, rapport: Rapport) -> dict[str, Any]:
        return {"r": rapport, "liste": lists_of(rapport)["punkter"]}

    def _side(self, side: Side) -> dict[str, Any]:
        return {"s": side}

    def _meldeskjema(self, form: Meldeskjema) -> dict[str, Any]:
        likely, others = reporters.meldere(self.register, form.plan)
        mal = forms.mal(form.plan)
        return {
            "p": form.plan,
            "meldere": [("Nevnt i planen eller brukt før", likely), ("Andre", others)],
            "valg": VALG,
            "felt_om": {kind.__name__: kind.model_fields for kind in (model.Punkt, model.Kilde)},
            "mal": mal,
            "maladresse": self.repo.ny_fil(f"{forms.FOLDER}/{form.plan.id}-NUMMER-ÅÅÅÅ-MM-DD.yml", mal),
        }


class _Context(jinja2.runtime.Context):
    """Calls what a template calls, and nothing else: a body takes a quarter less time.

    Jinja looks each time whether a function wants the context as its first argument. None of ours does, and a macro
    does without (`Macro.__call__`, Jinja 3.1).
    """

    def call(
        self,
        function: Callable[..., Any],
        *args: Any,
        _loop_vars: Any = None,
        _block_vars: Any = None,
        **kwargs: Any,
    ) -> Any:
        """What the function returns."""
        return function(*args, **kwargs)


_CONTEXT: dict[type, Callable[[Renderer, Any], dict[str, Any]]] = {
    Kommune: Renderer._kommune,
    Plan: Renderer._plan,
    Del: Renderer._del,
    Tiltak: Renderer._tiltak,
    Tema: Renderer._tema,
    Aktør: Renderer._aktør,
    Rapport: Renderer._rapport,
    Side: Renderer._side,
    Meldeskjema: Renderer._meldeskjema,
}


def _block(html: str) -> str:
    """HTML that Markdown passes through unchanged: one element, no blank lines, nothing indented."""
    return f"<div>{_INDENTED.sub(chr(10), html.strip())}</div>"


_INDENTED = re.compile(r"\n\s+")


def _most(entities: Iterable[Any]) -> list[tuple[Any, int]]:
    """Each entity with how often it occurs, most often first, then in Norwegian order."""
    counts = Counter(entities)
    return sorted(counts.items(), key=lambda item: (-item[1], alphabetic(item[0].navn)))


def temaer_i(tiltak: Iterable[Tiltak]) -> list[Tema]:
    """The themes of these measures, each once, in Norwegian order."""
    return sorted(
        unique(tema for one in tiltak for tema in one.temaer), key=lambda tema: alphabetic(tema.navn)
    )


def tall(value: int | float | str) -> str:
    """A number as Norwegians write it: 1 234,5."""
    if isinstance(value, str):
        return value
    return f"{value:,}".replace(",", "\u00a0").replace(".", ",")


PLURALS = {
    "tiltaksområde": "tiltaksområder",
    "opplysning": "opplysninger",
    "Frist": "Frister",
    "Delfrist": "Delfrister",
    "Milepæl": "Milepæler",
    "Planslutt": "Planslutt",
}


def _slag(slag: str, antall: int) -> str:
    """A noun in the right number: 1 tiltaksområde, 69 tiltaksområder."""
    return slag if antall == 1 else PLURALS.get(slag, slag)
