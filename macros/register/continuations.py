"""A promise followed from plan to plan: what a tiltak continues, what continues it, and all of them in order."""

from __future__ import annotations

from typing import Literal

from ..format.model_plan import takes_effect
from .entities import Kommune, Tiltak


def link(tiltak: dict[str, Tiltak]) -> None:
    """Link each tiltak with those it continues. `tiltak`: all of them, by id; an id that is not known raises KeyError."""
    for one in tiltak.values():
        for ref in one.data.viderefører:
            older = tiltak[ref]
            one.viderefører.append(older)
            older.videreført_i.append(one)


def chain(tiltak: Tiltak) -> list[Tiltak]:
    """Return all that a tiltak comes from and has become, itself too, the oldest plan first."""
    if not (tiltak.viderefører or tiltak.videreført_i):
        return [tiltak]
    found = _reached(tiltak, "viderefører") | _reached(tiltak, "videreført_i")
    return sorted(found.values(), key=lambda one: (takes_effect(one.plan.data), one.plan.id, one.nr))


def _reached(tiltak: Tiltak, step: Literal["viderefører", "videreført_i"]) -> dict[str, Tiltak]:
    """Return a tiltak and all that it leads to in one direction, by id."""
    found, waiting = {tiltak.id: tiltak}, [tiltak]
    while waiting:
        for other in getattr(waiting.pop(), step):
            if other.id not in found:
                found[other.id] = other
                waiting.append(other)
    return found


def moved(tiltak: Tiltak) -> list[Tiltak]:
    """Return those that a tiltak continues whose deadline was another day, when both deadlines are read as days."""
    frist = tiltak.frist
    return [
        older
        for older in tiltak.viderefører
        if frist and frist.innen and older.frist and older.frist.innen and older.frist.innen != frist.innen
    ]


def goes_on(tiltak: Tiltak, kommune: Kommune | None = None) -> bool:
    """Return whether a tiltak is counted by its successor: a tiltak that continues it stands in a plan that counts.

    Steps, and the lines of other plans that do not count, take no tiltak's place: it is then counted where it stands.
    `kommune`: asked of one kommune, where a successor counts only when it is for it and its plan is adopted there; one
    that a successor's plan is not for, as after a merger, is asked as of the whole.
    """
    later = _reached(tiltak, "videreført_i") if tiltak.videreført_i else {}
    return any(_counts(one, kommune) for one in later.values() if one is not tiltak)


def _counts(tiltak: Tiltak, kommune: Kommune | None) -> bool:
    """Return whether a tiltak stands in a plan whose measures count, in a kommune when one is given."""
    plan = tiltak.plan
    if kommune is None or kommune not in plan.kommuner:
        return plan.telles
    return kommune in tiltak.kommuner and plan.telles_i(kommune)
