"""The time line of one tiltak: the period of its plan, its milestones and deadlines, what was reported, and the day.

Places are per cent of the line, which goes from the first day of its first year to the last day of its last. Only the
place of the day itself changes from day to day within a year: it is left open (`pages/placeholders.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from ..format import frist
from ..register.entities import Tiltak
from ..tools.language import say
from .timeline import days_of

Slag = Literal["plan", "milepæl", "frist", "rapport"]
FLEST = 8
"""Of more marks than this those of one kind and year share a mark."""


@dataclass(frozen=True)
class Merke:
    """A mark on the line: a period, or a day when `til` is `fra`."""

    slag: Slag
    fra: date
    til: date
    navn: str
    """What stands beside it, short."""
    tekst: str = ""
    """What it is about, in the words of the plan or of the source."""
    status: str = ""
    """Of a report: what it gives the tiltak, a key of `TELLEORD`."""

    @property
    def når(self) -> str:
        """Return its time: «2015–2019», «2018», «31. mai 2018»."""
        if self.fra == self.til and (self.fra.month, self.fra.day) != (12, 31):
            return frist.dato(self.fra)
        return str(self.fra.year) if self.fra.year == self.til.year else f"{self.fra.year}–{self.til.year}"


@dataclass(frozen=True)
class Linje:
    """The whole line."""

    første: int
    siste: int
    merker: list[Merke]
    år: list[int]
    """The years that are written below the line."""

    def plass(self, day: date) -> float:
        """Return where a day stands on the line, in per cent."""
        return place(self.første, self.siste, day)

    def slutt(self, day: date) -> float:
        """Return where a day ends on the line, in per cent."""
        return place(self.første, self.siste, day + timedelta(days=1))


def place(first: int, last: int, day: date) -> float:
    """Return where a day stands on a line over these years, in per cent of it with one decimal."""
    begins = date(first, 1, 1)
    return round(100 * (day - begins).days / (date(last + 1, 1, 1) - begins).days, 1)


def line_of(tiltak: Tiltak, year: int) -> Linje | None:
    """Return the time line of a tiltak, over the year `year` at least; None when neither plan nor source has a time."""
    marks = sorted(_marks(tiltak), key=lambda mark: (mark.slag != "plan", mark.fra, mark.til))
    if not marks:
        return None
    if len(marks) > FLEST:
        marks = list(_gathered(marks))
    first = min(year, *(mark.fra.year for mark in marks))
    last = max(year, *(mark.til.year for mark in marks))
    step = -(-(last - first + 1) // 6)
    return Linje(first, last, marks, list(range(first, last + 1, step)))


def _marks(tiltak: Tiltak) -> Iterator[Merke]:
    """Yield what has a time: the plan's period, the days that the tiltak names, and the reports on it."""
    period = tiltak.plan.data.periode
    if period and period.fra and period.til:
        word = say("Planen gjelder") if tiltak.plan.vedtatt else say("Tiden dokumentet er for")
        yield Merke("plan", date(period.fra, 1, 1), frist.siste_dag(period.til), word)
    for day, kind, text in days_of(tiltak):
        yield Merke(
            "milepæl" if kind == "Milepæl" else "frist", day, day, say(kind), "" if kind == "Frist" else text
        )
    for punkt in tiltak.punkter:
        if days := punkt.rapport.data.gjelder.dager:
            name = punkt.meldt.navn if punkt.data.status else say("Omtalt")
            status = punkt.meldt.telles if punkt.data.status else ""
            yield Merke("rapport", *days, name, punkt.tittel, status)


def _gathered(marks: list[Merke]) -> Iterator[Merke]:
    """Yield marks of which those of one kind, name and year are one, that says how many it is."""
    together: dict[tuple[str, str, int, int], list[Merke]] = {}
    for mark in marks:
        together.setdefault((mark.slag, mark.navn, mark.fra.year, mark.til.year), []).append(mark)
    for same in together.values():
        texts = "; ".join(mark.tekst for mark in same)
        name = (
            say("{navn}, {antall} i alt", navn=same[0].navn, antall=len(same))
            if len(same) > 1
            else same[0].navn
        )
        yield replace(same[0], til=max(mark.til for mark in same), navn=name, tekst=texts)
