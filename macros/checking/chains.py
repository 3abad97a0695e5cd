"""Nothing comes after, or belongs to, itself: what leads on from one thing to another ends somewhere."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from ..reading.data import Data
from ..reading.document import Document, KeyPath
from ..reading.limits import MOST_PROBLEMS
from ..tools.problem import Problem
from .rule_parts import each_aktør, register_document

Link = tuple[Document, KeyPath, str, tuple[str, ...]]
"""Where it is written, the thing's id, and the ids that it leads to."""


def nothing_leads_to_itself(data: Data) -> Iterator[Problem]:
    """Yield a problem for each thing that is a part, a member or a successor of itself, straight or by way of others."""
    for links, message in (
        (list(_parents(data)), "aktøren er en del av seg selv."),
        (list(_members(data)), "aktøren er medlem av seg selv."),
        (list(_successors(data)), "aktøren følger etter seg selv."),
        (list(_plans(data)), "planen erstatter seg selv."),
        (list(_kommuner(data)), "kommunen følger etter seg selv."),
        (list(_continued(data)), "tiltaket viderefører seg selv."),
    ):
        rings = ways_back({id_: leads for _, _, id_, leads in links})
        far = {} if rings else steps({id_: leads for _, _, id_, leads in links})
        for document, keys, id_, _ in links:
            if ring := rings.get(id_):
                hint = f"Ringen går {' → '.join(ring)}." if len(ring) > 2 else ""
                yield document.problem(keys, message, hint)
            elif far.get(id_) == MOST_STEPS + 1:
                many = f"ventet høyst {MOST_STEPS} ledd etter hverandre, fant flere fra «{id_}»."
                yield document.problem(keys, many, "Ta bort noen av dem som står imellom.")


MOST_STEPS = 50
"""So many may lead on to each other; the longest chain of the register of kommuner has three."""


def steps(leads: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Return how many steps it is at most from each thing to one that leads no further. `leads`: as in `ways_back`, no rings."""
    found: dict[str, int] = {}
    for start in leads:
        waiting = [start]
        while waiting:
            one = waiting[-1]
            on = [other for other in leads[one] if other in leads]
            if left := [other for other in on if other not in found]:
                waiting += left
            else:
                found[waiting.pop()] = 1 + max((found[other] for other in on), default=0)
    return found


def ways_back(leads: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Return for each thing that leads to itself the shortest way back: `[a, b, a]`.

    `leads`: each thing with those it leads to. The time grows with how many lead on, but for those in rings.
    """
    left = {one: [other for other in others if other in leads] for one, others in leads.items()}
    # What leads to nothing that is left is in no ring, nor what leads to that alone.
    into: dict[str, list[str]] = {}
    for one, others in left.items():
        for other in others:
            into.setdefault(other, []).append(one)
    open_ = {one: len(others) for one, others in left.items()}
    ends = deque(one for one, count in open_.items() if not count)
    while ends:
        one = ends.popleft()
        del left[one]
        for before in into.get(one, ()):
            open_[before] -= 1
            if not open_[before]:
                ends.append(before)
    # Of a ring without end it is enough to show where some of it is.
    return {one: way for one in islice(left, MOST_PROBLEMS + 1) if (way := _way_back(one, left))}


def _way_back(start: str, leads: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the shortest way from `start` to itself, nothing when there is none."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        one = waiting.popleft()
        for other in leads.get(one, ()):
            if other == start:
                way = [start, one]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if other not in came_from:
                came_from[other] = one
                waiting.append(other)
    return []


def _parents(data: Data) -> Iterator[Link]:
    """Yield the link from each aktør to its `forelder`."""
    for document, id_, aktør in each_aktør(data):
        if aktør.forelder:
            yield document, (id_, "forelder"), id_, (aktør.forelder,)


def _members(data: Data) -> Iterator[Link]:
    """Yield the link from each aktør to its `medlemmer`."""
    for document, id_, aktør in each_aktør(data):
        if aktør.medlemmer:
            yield document, (id_, "medlemmer"), id_, aktør.medlemmer


def _successors(data: Data) -> Iterator[Link]:
    """Yield the link from each aktør to the aktør that its `etterfølger` names."""
    for document, id_, aktør in each_aktør(data):
        if aktør.etterfølger and aktør.etterfølger.aktør:
            yield document, (id_, "etterfølger"), id_, (aktør.etterfølger.aktør,)


def _plans(data: Data) -> Iterator[Link]:
    """Yield the link from each plan to the plan that it replaces."""
    for id_, plan in data.planer.items():
        if plan.erstatter and plan.erstatter.plan:
            yield data.document("plan", id_), ("erstatter",), id_, (plan.erstatter.plan,)


def _kommuner(data: Data) -> Iterator[Link]:
    """Yield the link from each kommune to its `etterfølgere`."""
    document = register_document(data, "kommuner")
    for id_, kommune in data.kommuner.items():
        if kommune.etterfølgere:
            yield document, (id_, "etterfølgere"), id_, kommune.etterfølgere


def _continued(data: Data) -> Iterator[Link]:
    """Yield the link from each tiltak to those in older plans that it continues."""
    for plan, found in data.planer.items():
        for linje in found.linjer:
            if linje.tiltak.viderefører:
                keys = (*linje.keys, "viderefører")
                yield data.document("plan", plan), keys, f"{plan}/{linje.tiltak.nr}", linje.tiltak.viderefører
