"""What a table of tiltak can be limited to, and what each row says of itself for that."""

from __future__ import annotations

from collections.abc import Iterable

from ..format.meldt import TELLEORD
from ..register.entities import Aktør, Kommune, Tema, Tiltak
from ..register.ordering import alphabetic, unique
from ..tools.language import say
from .timeline import days_of

FILTRE = {
    "kommune": "Kommune",
    "tema": "Tema",
    "status": "Status",
    "aktør": "Aktør",
    "år": "Frist eller milepæl",
}
"""What a table of tiltak can be limited by, with the words beside the choices. In an address «aktør» is «aktor»."""
DATA = {name: name.replace("ø", "o").replace("å", "a") for name in FILTRE}
"""What each is called in a row, and in an address."""
SORTERINGER = {"tittel": "Tittel", "status": "Status", "kommune": "Kommune", "ar": "Frist eller milepæl"}
"""What it can be sorted by."""

Choice = tuple[str, str]
"""A value of a filter and what it is called."""


def filterverdier(tiltak: Iterable[Tiltak], uten: str = "") -> dict[str, list[Choice]]:
    """Return the choices by which a table of these tiltak can be limited: kommune, tema, status, aktør and år.

    `uten`: one of them that there are no choices of, as the page is about one already.
    """
    tiltak = list(tiltak)
    used = {one.meldt.telles for one in tiltak}
    years = sorted({year for one in tiltak for year in _years(one)})
    choices = {
        "kommune": _choices(kommune for one in tiltak for kommune in one.kommuner),
        "tema": _choices(tema for one in tiltak for tema in one.temaer),
        "status": [(key, say(label)) for key, (label, _) in TELLEORD.items() if key in used],
        "aktør": _choices(aktør for one in tiltak for aktør in one.aktører),
        "år": [(str(year), str(year)) for year in years],
    }
    return choices | {uten: []} if uten else choices


def sorteringer(verdier: dict[str, list[Choice]]) -> list[Choice]:
    """Return what a table with these choices can be sorted by: by title, and by what differs between its rows."""
    of = {"status": 1, "kommune": 1, "ar": 0}
    own = verdier | {"ar": verdier["år"]}
    return [(key, say(name)) for key, name in SORTERINGER.items() if key not in of or len(own[key]) > of[key]]


def valgbare(verdier: dict[str, list[Choice]]) -> str:
    """Return the names of what the rows of a table with these choices must say of themselves, with spaces between."""
    own = {ascii_name: verdier.get(name, []) for name, ascii_name in DATA.items()}
    return " ".join(name for name, choices in own.items() if len(choices) > (0 if name == "ar" else 1))


def filterdata(one: Tiltak) -> dict[str, str]:
    """Return the values by which a row of such a table is found; several stand with spaces between."""
    return {
        "kommune": " ".join(kommune.id for kommune in one.kommuner),
        "tema": " ".join(tema.id for tema in one.temaer),
        "status": one.meldt.telles,
        "aktor": " ".join(aktør.id for aktør in one.aktører),
        "ar": " ".join(map(str, _years(one))),
    }


def _years(one: Tiltak) -> list[int]:
    """Return the years of the days that a tiltak names, each once."""
    return sorted({day.year for day, _, _ in days_of(one)})


def _choices(entities: Iterable[Kommune | Tema | Aktør]) -> list[Choice]:
    """Return the entities as choices of a filter, each once, in Norwegian order."""
    choices = [(one.id, with_kommune(one)) for one in unique(entities)]
    return sorted(choices, key=lambda choice: alphabetic(choice[1]))


def with_kommune(entity: Kommune | Tema | Aktør) -> str:
    """Return the name of an entity, with its kommune where several kommuner have an aktør of that name."""
    own = entity.kommune if isinstance(entity, Aktør) else None
    return f"{entity.navn} ({own.navn})" if own and own.navn not in entity.navn else entity.navn
