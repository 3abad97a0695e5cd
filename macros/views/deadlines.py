"""All days that plans name, as whoever plans the next year asks for them: what comes, what has passed, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..register.entities import Kommune, Tema
from ..register.ordering import alphabetic, unique
from .filters import Choice
from .status_tables import kommuner_by_fylke
from .timeline import Hendelse

Year = tuple[int, list[Hendelse]]


@dataclass(frozen=True)
class Fristoversikt:
    """The days of some plans, seen from one day."""

    kommer: list[Year]
    """From that day on, the nearest year first."""
    passert: list[Year]
    """Before it, the latest year first."""
    fylker: list[tuple[str, list[tuple[Kommune, int, int]]]]
    """Each kommune with how many come and how many have passed, by fylke."""
    valg: dict[str, list[Choice]]
    """The kommuner and temaer that they can be limited by."""

    @property
    def år(self) -> list[tuple[int, int]]:
        """Return every year with how many days it has, in order."""
        found: Counter[int] = Counter()
        for year, days in (*self.passert, *self.kommer):
            found[year] += len(days)
        return sorted(found.items())

    @property
    def neste(self) -> list[Hendelse]:
        """Return what comes, as one list."""
        return [day for _, days in self.kommer for day in days]


def oversikt(days: Sequence[Hendelse], idag: date) -> Fristoversikt:
    """Return these days, which are in order, as they are seen on the day `idag`."""
    coming = [day for day in days if day.dag >= idag]
    passed = [day for day in days if day.dag < idag]
    comes, over = _by_kommune(coming), _by_kommune(passed)
    kommuner = unique(kommune for day in days for kommune in day.plan.kommuner)
    fylker = [
        (fylke, [(one, comes[one.id], over[one.id]) for one in sorted(own, key=lambda k: alphabetic(k.navn))])
        for fylke, own in kommuner_by_fylke(kommuner)
    ]
    temaer = unique(tema for day in days if day.tiltak for tema in day.tiltak.temaer)
    choices = {"kommune": _choices(kommuner), "tema": _choices(temaer)}
    return Fristoversikt(_by_year(coming), _by_year(passed)[::-1], fylker, choices)


def _by_year(days: Iterable[Hendelse]) -> list[Year]:
    return [(year, list(own)) for year, own in groupby(days, key=lambda day: day.dag.year)]


def _by_kommune(days: Iterable[Hendelse]) -> Counter[str]:
    return Counter(kommune.id for day in days for kommune in day.plan.kommuner)


def _choices(entities: Iterable[Kommune | Tema]) -> list[Choice]:
    return sorted(((one.id, one.navn) for one in entities), key=lambda choice: alphabetic(choice[1]))
