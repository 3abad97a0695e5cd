"""Who is responsible: an actor counted together with all that is a part of it, and when an actor was no more.

A plan gives a task to the kommune by many names: a department, a position, a council. Counted each by itself they hide
that it is the kommune's, so they are counted under what they are a part of (`forelder`, to the top).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..register.entities import Aktør, Tiltak
from ..register.ordering import alphabetic, unique


@dataclass(frozen=True)
class Ansvarsgruppe:
    """An actor with its units, and the measures that any of them has responsibility in."""

    aktør: Aktør
    tiltak: list[Tiltak]
    """Each once, however many of them are named in it."""
    navn: list[tuple[Aktør, int]]
    """Each that is named, and in how many measures; most first. Their sum may be greater than the measures."""

    @property
    def flere(self) -> bool:
        """Return whether it is more than the actor by its own name."""
        return [aktør for aktør, _ in self.navn] != [self.aktør]


def øverste(aktør: Aktør) -> Aktør:
    """Return what the actor is in the end a part of: itself, when it is a part of nothing."""
    while aktør.forelder:
        aktør = aktør.forelder
    return aktør


def ansvarsgrupper(tiltak: Iterable[Tiltak], først: Aktør | None = None) -> list[Ansvarsgruppe]:
    """Return who has responsibility in these measures, with their units: the actor `først` before the others.

    The others stand by how many measures they have, most first, then in Norwegian order.
    """
    by: dict[str, tuple[Aktør, list[Tiltak], dict[str, tuple[Aktør, int]]]] = {}
    for one in unique(tiltak):
        for aktør in (aktør for aktør, rolle in one.roller if rolle != "nevnt"):
            top = øverste(aktør)
            _, measures, names = by.setdefault(top.id, (top, [], {}))
            measures.append(one)
            names[aktør.id] = (aktør, names.get(aktør.id, (aktør, 0))[1] + 1)
    groups = [
        Ansvarsgruppe(top, unique(measures), sorted(names.values(), key=_most_first))
        for top, measures, names in by.values()
    ]
    return sorted(
        groups, key=lambda group: (group.aktør is not først, *_most_first((group.aktør, len(group.tiltak))))
    )


def _most_first(counted: tuple[Aktør, int]) -> tuple[int, str]:
    """Return the key that puts the aktører with most tiltak first, and equals in Norwegian order."""
    aktør, count = counted
    return -count, alphabetic(aktør.navn)


def med_enheter(aktør: Aktør) -> Iterator[Aktør]:
    """Yield the actor and all that is a part of it, at any depth."""
    yield aktør
    for unit in aktør.underlagt:
        yield from med_enheter(unit)


def ansvar_med_enheter(aktør: Aktør) -> list[Tiltak]:
    """Return the measures in which the actor or any of its units has responsibility, each once."""
    return unique(tiltak for one in med_enheter(aktør) for tiltak, rolle in one.roller if rolle != "nevnt")


def sluttet(aktør: Aktør) -> int | None:
    """Return the last year of an actor, or that in which another took over; None when it is not known to have ended."""
    if aktør.data.til:
        return aktør.data.til
    if aktør.data.etterfølger:
        return aktør.data.etterfølger.fra
    kommune = aktør.er_kommune
    last = kommune.fylker[-1][0].til if kommune else None
    return last.year if last else None


def etter_slutt(aktør: Aktør, tiltak: Tiltak) -> bool:
    """Return whether the status of a measure is from a year after the actor was no more.

    Of the very year in which it ended nothing is said: it may be before or after.
    """
    ended, reported = sluttet(aktør), tiltak.sist_rapportert
    return ended is not None and reported is not None and reported > ended
