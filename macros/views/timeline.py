"""The days that plans name, in the order of time, and how many fall in each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..format import frist
from ..format.meldt import Meldt
from ..register.entities import Plan, Tiltak
from ..register.reported import latest


@dataclass(frozen=True, eq=False, slots=True)
class Hendelse:
    """A day that a plan names: a deadline, a part-deadline, a milestone, or the end of its period."""

    dag: date
    slag: str
    tekst: str
    tiltak: Tiltak | None
    plan: Plan

    @property
    def meldt(self) -> Meldt | None:
        """Return what is reported of it: a deadline is the whole measure's; None for the end of a plan's period."""
        if self.tiltak is None:
            return None
        return self.tiltak.meldt if self.slag == "Frist" else self.tiltak.meldt_om(self.tekst)

    @property
    def rapportert(self) -> int | None:
        """Return the year that the source of this speaks of; None when there is no source, or it has no year."""
        if self.tiltak is None:
            return None
        if self.slag == "Frist":
            return self.tiltak.sist_rapportert
        said = latest(self.tiltak.utsagn, self.tekst)[1]
        return said.rapport.gjelder.dager[1].year if said and said.rapport.gjelder.dager else None


def hendelser(planer: Iterable[Plan]) -> list[Hendelse]:
    """Everything with a day in these plans, in the order of time, then of the plans."""
    return sorted((day for plan in planer for day in _in_plan(plan)), key=lambda day: day.dag)


def _in_plan(plan: Plan) -> list[Hendelse]:
    """Return the days of a plan in the order of the document; the same objects each time, so that a row is drawn once."""
    if not plan.dager:
        plan.dager = [
            Hendelse(dag, slag, tekst, one, plan) for one in plan.tiltak for dag, slag, tekst in days_of(one)
        ]
        if plan.vedtatt and plan.data.periode and plan.data.periode.til:
            last = frist.siste_dag(plan.data.periode.til)
            plan.dager.append(Hendelse(last, "Planslutt", "Planperioden slutter", None, plan))
    return plan.dager


def days_of(one: Tiltak) -> Iterator[tuple[date, str, str]]:
    """Yield the days that a tiltak is to be done, in whole or in part: the day, its kind («Frist», …) and its text.

    A milestone that the plan tells of as past is left out.
    """
    if one.frist and one.frist.innen:
        yield one.frist.innen, "Frist", one.tittel
    for part in one.frist.delfrister if one.frist else ():
        yield part.innen, "Delfrist", part.tekst
    for goal in one.data.delmål:
        if goal.innen is not None and not told_as_past(one, frist.som_dato(goal.innen)):
            yield frist.som_dato(goal.innen), "Milepæl", goal.tekst


def milestones(one: Tiltak) -> list[str]:
    """Return the words of the milestones and part-deadlines of a tiltak, by which a report names them."""
    parts = one.frist.delfrister if one.frist else ()
    return [*(part.tekst for part in parts), *(goal.tekst for goal in one.data.delmål)]


def told_as_past(one: Tiltak, day: date) -> bool:
    """Return whether a milestone is of a year before the plan begins: what the plan tells of, and nothing to reach."""
    begins = one.plan.data.begynner
    return begins is not None and day.year < begins


@dataclass(frozen=True)
class År:
    """One year of a timeline: how many of each kind fall in it."""

    år: int
    antall: dict[str, int]

    @property
    def totalt(self) -> int:
        """All of them."""
        return sum(self.antall.values())


HENDELSER = {"Frist": "Frister", "Delfrist": "Delfrister", "Milepæl": "Milepæler", "Planslutt": "Planslutt"}
"""What a day may be, in the order of a year, with what several are called."""


def tidslinje(days: Iterable[Hendelse]) -> list[År]:
    """Return every year from the first to the last of these days, the empty ones too."""
    by_year: dict[int, Counter[str]] = {}
    for day in days:
        by_year.setdefault(day.dag.year, Counter())[day.slag] += 1
    years = range(min(by_year), max(by_year) + 1) if by_year else ()
    counts = {year: by_year.get(year, Counter()) for year in years}
    return [
        År(year, {kind: count[kind] for kind in HENDELSER if count[kind]}) for year, count in counts.items()
    ]
