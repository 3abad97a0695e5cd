"""What comes and what has passed of all the days that plans name."""

from __future__ import annotations

from datetime import date

from macros.register.entities import Register
from macros.views import timeline
from macros.views.deadlines import oversikt


def test_every_day_comes_or_has_passed(register: Register) -> None:
    days = timeline.hendelser(register.planer.values())
    for idag in (date(2000, 1, 1), date(2022, 6, 1), date(2100, 1, 1)):
        seen = oversikt(days, idag)
        coming = [day for _, own in seen.kommer for day in own]
        passed = [day for _, own in seen.passert for day in own]
        assert len(coming) + len(passed) == len(days) == sum(count for _, count in seen.år)
        assert all(day.dag >= idag for day in coming) and all(day.dag < idag for day in passed)
        assert [year for year, _ in seen.kommer] == sorted({day.dag.year for day in coming})
        told = sum(comes + over for _, own in seen.fylker for _, comes, over in own)
        assert told == sum(len(day.plan.kommuner) for day in days)
