"""The status picture: one square for each tiltak, in groups, marked by what is reported of it. No HTML, no SVG.

Pages, embeds and share images draw it; here stands what all of them share: which squares there are, their order and
groups, the shape and colour of each mark, and where each square is put when the picture has a given width.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..format.meldt import TELLEORD
from ..format.vocabulary import LINJEORD
from ..register.addresses import Entity
from ..register.entities import Kommune, Plan, Tiltak
from ..tools.language import say
from .status_tables import by_kommune_område, by_område, by_reason, merke
from .telling import ORDEN as ORDEN

SIDE = 10
"""The side of a square, in the units of `MERKER`."""
MERKER: dict[str, str] = {
    "gjennomført": "M0 0H10V10H0Z",
    "i-drift": "M0 0H10V10H0ZM3 3V7H7V3Z",
    "pågår": "M0 0H5V10H0Z",
    "en-del": "M0 5L5 10H0Z",
    "utsatt": "M2 2H4V8H2ZM6 2H8V8H6Z",
    "stanset": "M1 2L2 1L5 4L8 1L9 2L6 5L9 8L8 9L5 6L2 9L1 8L4 5Z",
    "videreført": "M2 1L9 5L2 9Z",
    "uenig": "M0 0H10L0 10H10Z",
    "ikke-startet": "M4 4H6V6H4Z",
    "ikke-rapportert": "",
}
"""The mark in the square of each status: a path to be filled, with the even-odd rule, on a square of `SIDE`.

Each has a shape of its own, so that the picture is read without its colours. Around every square goes a thin frame.
"""
FARGER: dict[str, tuple[str, str]] = {
    "gjennomført": ("#1e5c1e", "#a5e0a5"),
    "i-drift": ("#075e54", "#8fe0cf"),
    "pågår": ("#0a4b8c", "#9ccbff"),
    "en-del": ("#554f00", "#e3d98a"),
    "utsatt": ("#7a4a00", "#f5cf8a"),
    "stanset": ("#8a1f1f", "#f5b0b0"),
    "videreført": ("#553a8a", "#cdb8f5"),
    "uenig": ("#8a1f1f", "#f5b0b0"),
    "ikke-startet": ("#47545f", "#c3ced8"),
    "ikke-rapportert": ("#6b7a87", "#7c8b98"),
}
"""The colour of frame and mark in a light and in a dark scheme, for pictures that no stylesheet reaches.

The same as in `docs/assets/plan.css`, which a test compares.
"""


@dataclass(frozen=True)
class Gruppe:
    """Squares that stand together: those of an innsatsområde, or of a plan that has none."""

    navn: str
    entity: Entity | None
    tiltak: tuple[Tiltak, ...]
    """In the order of `ORDEN`, then of the document."""
    merke: str = ""
    """Why these are in no total, in a word or two; empty when they are."""


def grupper(entity: Plan | Kommune) -> list[Gruppe]:
    """Return the groups of the picture of a plan or a kommune, in the order of the documents.

    A plan shows all its lines. A kommune shows those of its plans that no newer one has replaced; what is in no total
    (drafts, steps) stands in groups of its own.
    """
    if isinstance(entity, Plan):
        return [
            _gruppe(navn, part, tiltak, merke(entity)) for navn, part, tiltak in by_område(entity) if tiltak
        ]
    found = []
    for navn, part, tiltak in by_kommune_område(entity):
        counted = [one for one in tiltak if entity in one.telles_for]
        if counted:
            found.append(_gruppe(navn, part, counted))
        for reason, lines in by_reason((one for one in tiltak if entity not in one.telles_for), entity):
            found.append(_gruppe(navn, part, lines, reason))
    return found


def _gruppe(navn: str, entity: Entity | None, tiltak: Iterable[Tiltak], merke: str = "") -> Gruppe:
    return Gruppe(navn, entity, tuple(ordnet(tiltak)), merke)


def ordnet(tiltak: Iterable[Tiltak]) -> list[Tiltak]:
    """Return these tiltak in the order of `ORDEN`, those of the same status as they came."""
    return sorted(tiltak, key=lambda one: _PLASS[one.meldt.telles])


_PLASS = {key: place for place, key in enumerate(ORDEN)}


def nøkkel(groups: Iterable[Gruppe]) -> list[tuple[str, str, int]]:
    """Return the key of a picture: each status that occurs, its word, and how many squares have it, in `ORDEN`."""
    counts = Counter(one.meldt.telles for group in groups for one in group.tiltak)
    return [(key, say(TELLEORD[key][0]), counts[key]) for key in ORDEN if counts[key]]


def i_ord(groups: Sequence[Gruppe]) -> str:
    """Return the picture in words: «58 tiltak: 3 gjennomført, 8 i drift, 47 ikke rapportert»; «» without squares.

    Lines of several kinds are «linjer».
    """
    key = nøkkel(groups)
    if not key:
        return ""
    total = sum(count for *_, count in key)
    kinds = {one.plan.data.slag for group in groups for one in group.tiltak}
    kind = kinds.pop() if len(kinds) == 1 else None
    # Several lines in all, as there are several kinds of them.
    noun = "linjer" if kind is None else say(kind if total == 1 else LINJEORD[kind])
    return f"{total} {noun}: " + ", ".join(f"{count} {word.lower()}" for _, word, count in key)


@dataclass(frozen=True, slots=True)
class Rute:
    """Where the square of a tiltak is put: column and row, from 0."""

    tiltak: Tiltak
    kolonne: int
    rad: int


def plassert(groups: Sequence[Gruppe], kolonner: int) -> tuple[list[Rute], int]:
    """Return the squares of these groups in rows of at most so many, and how many rows it takes.

    Each group begins on a row of its own.
    """
    squares: list[Rute] = []
    row = 0
    for group in groups:
        squares += [
            Rute(one, place % kolonner, row + place // kolonner) for place, one in enumerate(group.tiltak)
        ]
        row += -(-len(group.tiltak) // kolonner)
    return squares, row
