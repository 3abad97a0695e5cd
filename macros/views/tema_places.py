"""Where a theme is worked with: each kommune with how many lines of its plans have the theme, by fylke."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..register.entities import Kommune, Tiltak
from ..register.ordering import alphabetic, unique
from .status_tables import kommuner_by_fylke


@dataclass(frozen=True)
class Sted:
    """A kommune that works with a theme."""

    kommune: Kommune
    antall: int
    """Lines of its plans that have the theme."""
    utenfor: int
    """Those of them in drafts and the like, which are in no total."""
    første: int
    """The place of the first of them among all that were given, from 0."""


def places_of(tiltak: Sequence[Tiltak]) -> list[tuple[str, list[Sted]]]:
    """Return the kommuner whose plans have these lines of a theme, by fylke, both in Norwegian order."""
    lines, outside, first = Counter[str](), Counter[str](), dict[str, int]()
    for place, one in enumerate(tiltak):
        for kommune in one.kommuner:
            lines[kommune.id] += 1
            outside[kommune.id] += not one.telles
            first.setdefault(kommune.id, place)
    kommuner = unique(kommune for one in tiltak for kommune in one.kommuner)
    return [
        (
            fylke,
            [
                Sted(one, lines[one.id], outside[one.id], first[one.id])
                for one in sorted(own, key=lambda kommune: alphabetic(kommune.navn))
            ],
        )
        for fylke, own in kommuner_by_fylke(kommuner)
    ]
