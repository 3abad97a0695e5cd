"""See what kind of plan a document is before its first line is read: tables, numbers, points or paragraphs.

Whether «1. Sentrum» is a heading or a tiltak only shows in what follows it, so the whole is looked through once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from ..readers import numbers
from ..readers.lines import Line
from .classify import Piece
from .columns import Columns


@dataclass(frozen=True)
class Shape:
    """What is known of the document as a whole."""

    mode: Literal["table", "titled", "numbers", "points", "paragraphs"]
    """What its tiltak are."""
    numbered: frozenset[int]
    """The columns (their `id`) under which rows start with a number."""
    has_children: frozenset[int]
    """The pieces whose number others stand under: «1.» when «1.1» follows before another «1.»."""
    leaf_depth: int
    """How many levels the numbers of most lines without others under them have; 0 when there are none."""
    row_depth: int
    """How many levels the numbers of most rows of tables have; 0 when there are none."""
    styled: bool
    """Whether some headings are set as such."""
    labelled: bool
    """Whether «Tiltak:» or the like stands above lists."""

    def is_numbered(self, columns: Columns | None) -> bool:
        """Return whether the rows under these columns start with a number; without columns, whether any rows do."""
        return bool(self.numbered) if columns is None else id(columns) in self.numbered


def shape_of(pieces: Sequence[Piece], chosen: Collection[int] | None = None) -> Shape:
    """Return the shape of the document that these pieces are; `chosen`: the `id` of the lines that may be tiltak."""
    numbered = _numbered(pieces)
    parents = _parents(pieces, numbered)
    depths = Counter(
        len(numbers.parts(piece.number.nr))
        for i, piece in enumerate(pieces)
        if piece.number and i not in parents and (chosen is None or id(piece.line) in chosen)
    )  # fmt: skip
    rows = Counter(
        len(numbers.parts(nr))
        for i, piece in enumerate(pieces)
        if piece.kind == "row" and i not in parents and (nr := _nr(piece, numbered))
    )
    depth = max(depths, key=lambda depth: (depths[depth], depth), default=0)
    kinds = Counter(piece.kind for piece in pieces if chosen is None or id(piece.line) in chosen)
    # «3.1 Reiseliv» set as a heading, with «Tiltak:» and points below: the points are what is to be done.
    headings = [piece for i, piece in enumerate(pieces) if piece.kind == "number" and i not in parents]
    chapters = kinds["label"] > 0 and kinds["point"] > 0 and all(piece.line.level for piece in headings)
    return Shape(
        mode="titled" if kinds["titled"] > 1 and not (kinds["row"] or kinds["card"])
        else "table" if kinds["row"] or kinds["card"]
        else "numbers" if depth and not chapters and kinds["number"] > (0 if chosen is not None and not kinds["point"] else 1)
        else "points" if kinds["point"]
        else "paragraphs",
        numbered=numbered,
        has_children=parents,
        leaf_depth=depth,
        row_depth=max(rows, key=lambda depth: (rows[depth], depth), default=0),
        styled=any(piece.line.level and not piece.line.table for piece in pieces),
        labelled=kinds["label"] > 0,
    )  # fmt: skip


def _parents(pieces: Sequence[Piece], numbered: Collection[int]) -> frozenset[int]:
    """Return the places of the pieces whose number others stand under, read from the end."""
    later: set[str] = set()
    found = set()
    # From the end, as what follows a number says whether others stand under it.
    for i in range(len(pieces) - 1, -1, -1):
        nr = _nr(pieces[i], numbered)
        if not nr:
            continue
        if nr in later:
            found.add(i)
            later.discard(nr)
        levels = numbers.parts(nr)
        later |= {".".join(levels[:depth]) for depth in range(1, len(levels))}
    return frozenset(found | _over_letters(pieces))


def _over_letters(pieces: Sequence[Piece]) -> set[int]:
    """Return the places of the lines that others stand under as a) does under «A.», and «1.» under «A.»."""
    found = set()
    above: dict[int, int] = {}
    styled = None
    for i, piece in enumerate(pieces):
        if piece.line.level and not piece.line.table:
            styled = i if piece.number else None
        if piece.number is None:
            continue
        # A numbered heading that is set as one stands over the numbered lines that are not.
        if styled is not None and not piece.line.level and not piece.line.table:
            found.add(styled)
        rank = _rank(piece.number.trykt)
        above = {other: at for other, at in above.items() if other < rank}
        if above and (rank == 2 or min(above) == 0):
            found |= set(above.values())
        above[rank] = i
    return found


def _rank(printed: str) -> int:
    """Return how deep a number is by what it is made of: «A.» 0, «1.» 1, «a)» 2."""
    letters = printed.rstrip(".): ")
    return 1 if not letters.isalpha() else 0 if letters.isupper() else 2


def _nr(piece: Piece, numbered: Collection[int]) -> str:
    """Return the number of a piece; «» when it has none."""
    if piece.kind == "row" and piece.columns and id(piece.columns) in numbered:
        beside, at = number_and_text(piece.columns, piece.line)
        found = numbers.split(piece.line.at(at if beside is None else beside))
        return found.nr if found else ""
    return piece.number.nr if piece.number else ""


def number_and_text(columns: Columns, line: Line) -> tuple[int | None, int]:
    """Return the places of the cells of a row that hold its number (None without one) and its wording.

    A number often stands in a column without a heading, or under one that stretches over number and wording.
    """
    column = columns.of("tiltak")
    assert column is not None
    at, own = column.at, columns.of("nr")
    if own:
        return own.at, at
    headed = {one.at for one in columns.columns}
    if at and at - 1 not in headed and numbers.is_number(line.at(at - 1)):
        return at - 1, at
    following = line.at(at + 1) if at + 1 not in headed else ""
    return (at, at + 1) if following and numbers.is_number(line.at(at)) else (None, at)


def _numbered(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the columns under which most rows start with a number, alone or with those of the same headings."""
    own: dict[int, list[Piece]] = {}
    alike: dict[tuple[str, ...], list[Piece]] = {}
    for piece in pieces:
        if piece.kind == "row" and piece.columns:
            own.setdefault(id(piece.columns), []).append(piece)
            alike.setdefault(_headings(piece.columns), []).append(piece)
    same = {key for key, rows in alike.items() if _are_numbered(rows)}
    found = {
        key for key, rows in own.items()
        if _are_numbered(rows) or (_headings(rows[0].columns) in same and any(map(_has_number, rows)))
    }  # fmt: skip
    # A table whose rows all have text in one cell alone is numbered as others with the same headings are.
    alone = (piece for piece in pieces if piece.kind == "number" and piece.columns)
    return frozenset(found | {id(piece.columns) for piece in alone if _headings(piece.columns) in same})


def _headings(columns: Columns | None) -> tuple[str, ...]:
    """Return the headings of a table, by which another is known to be of the same kind."""
    return tuple(one.tittel for one in columns.columns) if columns else ()


def _has_number(piece: Piece) -> bool:
    """Return whether a row starts with what can only be a number."""
    assert piece.columns is not None
    return numbers.starts_with_number(piece.line.at(number_and_text(piece.columns, piece.line)[1]))


def _are_numbered(rows: Sequence[Piece]) -> bool:
    """Return whether most rows start with a number, and not only with a quantity («10 nye bedrifter»)."""
    found, sure = 0, 0
    for piece in rows:
        assert piece.columns is not None
        beside, at = number_and_text(piece.columns, piece.line)
        if piece.columns.of("nr") or beside is not None:
            return True
        found += numbers.split(piece.line.at(at)) is not None
        sure += _has_number(piece)
    return found >= len(rows) * 0.6 and (sure >= found * 0.5 or found == len(rows) > 2)
