"""When the content of a page last changed: the last day on which something that it shows came into the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ..register.entities import Aktør, Del, Kommune, Plan, Rapport, Tema, Tiltak


def changed_on(entity: Any) -> date | None:
    """Return the last day that what is told of an entity changed; None for what has no such day, such as a form.

    By the days that the data give: `registrert` of plans and reports, and the days of corrections. So it does not
    depend on when the site is built, nor change when only the look of a page does.
    """
    return max(_days(entity), default=None)


def _days(entity: Any) -> Iterator[date]:
    """Yield every day on which something about an entity came into the data or was corrected."""
    match entity:
        case Tiltak():
            yield entity.plan.data.registrert
            yield from (punkt.rapport.data.registrert for punkt in entity.punkter)
        case Plan():
            yield entity.data.registrert
            yield from (rapport.data.registrert for rapport in entity.rapporter)
            yield from _corrected(entity.tiltak)
        case Rapport():
            yield entity.data.registrert
        case Kommune():
            for one in (*entity.planer, *entity.tidligere_planer, *entity.rapporter):
                yield from _days(one)
        case Del() | Tema():
            for tiltak in entity.tiltak:
                yield from _days(tiltak)
        case Aktør():
            for tiltak in entity.tiltak:
                yield from _days(tiltak)
            yield from (rapport.data.registrert for rapport in entity.utgir)
    yield from _corrected([entity])


def _corrected(things: Iterable[Any]) -> Iterator[date]:
    """Yield the days on which these were corrected."""
    for thing in things:
        yield from (one.data.dato for one in getattr(thing, "rettelser", ()))
