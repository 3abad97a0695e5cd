"""The grammar of deadlines: what «Løpende oppgave, ny vei ferdig i 2022» means, without guessing.

| form | example | means |
|---|---|---|
| løpende | «Løpende», «Løpende oppgave», «Kontinuerlig» | no deadline |
| løpende with a part-deadline | «Løpende oppgave, ny vei ferdig i 2022» | no deadline; the part by 31.12.2022 |
| år | «2016», «Innen 2016», «I løpet av 2016», «Innen utgangen av 2016» | by 31 December |
| dato | «30.6.2024», «30. juni 2024» | that day |
| måned | «juni 2024», «Innen juni 2024» | the last day of the month |
| kvartal, halvår | «2. kvartal 2024», «1. halvår 2024» | the last day of it |
| periode | «2016-2017», «2016–2017» | by 31 December of the last year |
| årlig | «Årlig», «Hvert år» | no deadline |
| måned or day without a year | «juni», «7. juni» | computes nothing |
"""

from __future__ import annotations

import calendar
import functools
import re
from dataclasses import dataclass
from datetime import date

MÅNEDER = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
]


@dataclass(frozen=True, slots=True)
class Delfrist:
    """Hold the deadline of a part of a standing task: the part's own words, and its last day."""

    tekst: str
    innen: date


@dataclass(frozen=True, slots=True)
class Forstått:
    """Hold a deadline as understood. `innen` is the last day; None means that nothing is to be computed.

    `slag` is the form of the deadline, a row of the table above.
    """

    slag: str
    innen: date | None = None
    delfrister: tuple[Delfrist, ...] = ()

    @property
    def tekst(self) -> str:
        """Return the understanding as a plain Norwegian part of a sentence."""
        if self.innen:
            return f"Innen {dato(self.innen)}"
        if self.delfrister:
            return f"{OMTALE[self.slag]}; en del av oppgaven innen {dato(self.delfrister[0].innen)}"
        return OMTALE[self.slag]


OMTALE = {
    "løpende": "Løpende oppgave uten sluttdato",
    "årlig": "Skal gjøres hvert år",
    "uten år": "Planen oppgir ikke året",
}

_MÅNED = "(" + "|".join(MÅNEDER) + ")"
_INNEN = r"(?:innen(?: utgangen av| slutten av)? |i løpet av |i )?"
_ÅR = r"((?:19|20|21)\d\d)"
_LØPENDE = r"(?:løpende(?: oppgave)?|kontinuerlig)"


@functools.lru_cache(maxsize=4096)
def parse(tekst: str) -> Forstått | None:
    """Return the deadline that the cell `tekst` gives, or None when its form is not in the grammar above."""
    cell = tekst.strip().rstrip(".").lower()
    if re.fullmatch(_LØPENDE, cell):
        return Forstått("løpende")
    if re.fullmatch("årlig|hvert år", cell):
        return Forstått("årlig")
    if found := re.fullmatch(rf"{_LØPENDE}, (.+ (?:innen|i) {_ÅR})", cell):
        part = tekst.strip()[found.start(1) : found.end(1)]
        return Forstått("løpende", delfrister=(Delfrist(part, siste_dag(int(found[2]))),))
    if re.fullmatch(rf"{_INNEN}(?:\d\d?\. ?)?{_MÅNED}", cell):
        return Forstått("uten år")
    last_day = _last_day(cell)
    return Forstått(*last_day) if last_day else None


def _last_day(cell: str) -> tuple[str, date] | None:
    """Return the form and last day of a cell with a year in it, in lower case; None when the form is unknown."""
    if found := re.fullmatch(rf"{_INNEN}{_ÅR}", cell):
        return "år", siste_dag(int(found[1]))
    if found := re.fullmatch(rf"{_INNEN}{_ÅR} ?[-–] ?{_ÅR}", cell):
        return ("periode", siste_dag(int(found[2]))) if found[1] <= found[2] else None
    if found := re.fullmatch(rf"{_INNEN}{_MÅNED} {_ÅR}", cell):
        return "måned", siste_dag(int(found[2]), MÅNEDER.index(found[1]) + 1)
    if found := re.fullmatch(rf"{_INNEN}([1-4])\. ?kvartal {_ÅR}", cell):
        return "kvartal", siste_dag(int(found[2]), int(found[1]) * 3)
    if found := re.fullmatch(rf"{_INNEN}([12])\. ?halvår {_ÅR}", cell):
        return "halvår", siste_dag(int(found[2]), int(found[1]) * 6)
    return _day(cell)


def _day(cell: str) -> tuple[str, date] | None:
    """Return the form and day of a cell that is one date; None when it is not, or no such day exists."""
    found = re.fullmatch(rf"{_INNEN}(\d\d?)\. ?(?:(\d\d?)\. ?|{_MÅNED} ){_ÅR}", cell)
    if not found:
        return None
    month = int(found[2]) if found[2] else MÅNEDER.index(found[3]) + 1
    try:
        return "dato", date(int(found[4]), month, int(found[1]))
    except ValueError:
        return None


def siste_dag(år: int, måned: int = 12) -> date:
    """Return the last day of the year `år`, or of the month `måned` in it."""
    return date(år, måned, calendar.monthrange(år, måned)[1])


def som_dato(innen: int | date) -> date:
    """Return the last day that `innen` means: a year is by its 31 December (the rule stands in the editors' guide)."""
    return siste_dag(innen) if isinstance(innen, int) else innen


def dato(dag: date) -> str:
    """Return a day in Norwegian words: «31. desember 2022»."""
    return f"{dag.day}. {MÅNEDER[dag.month - 1]} {dag.year}"
