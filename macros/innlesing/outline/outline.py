"""Find which pieces of a document are tiltak, and which headings and mål each stands under.

A plan is one of four things: tables with headings over their columns, a list with numbers, a list with points, or
paragraphs under headings that end in a colon. Nothing here is thrown away: what is no part of the plan is handed on,
with the reason. Rows of tables are taken in `rows.py`, cards in `take_cards.py`; `candidates.py` asks afterwards whether
something else in the document looks like tiltak too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ..readers import numbers
from ..recognising.classify import Piece
from ..recognising.columns import LONGEST, Columns, meaning
from ..recognising.shape import shape_of
from .drafts import Draft, Outline, Part
from .lone import LoneRows
from .rows import NO_COLUMNS, goes_on, printed, take_row
from .take_cards import take_card
from .titled import Titled
from .walk import NOT_CHOSEN, NUMBERED, SHORT, Walk

_ADOPTED = re.compile(r"(?:vedtatt|vedteken) (?:av|i) .*\d", re.IGNORECASE)
"""A line on a title page, and no area."""


def outline(pieces: Sequence[Piece], chosen: Collection[int] | None = None, lone: str = "") -> Outline:
    """Return the outline of the plan that the pieces make up.

    `chosen`: the `id` of the lines that may be tiltak, when the editor has said which; None is all. `lone`: what
    the editor says that rows with text in one cell are, «overskrift» or «tiltak».
    """
    return _Builder(pieces, chosen, lone).build()


class _Builder:
    """Goes through the pieces from the first to the last, and keeps the headings that stand above the next tiltak."""

    def __init__(self, pieces: Sequence[Piece], chosen: Collection[int] | None, lone: str) -> None:
        self.walk = Walk(pieces, shape_of(pieces, chosen), chosen, lone)
        self.base: int | None = None
        self.lone = LoneRows(self.walk)
        self.titled = Titled(self.walk)

    def build(self) -> Outline:
        """Return the outline of all pieces."""
        walk = self.walk
        for i, piece in enumerate(walk.pieces):
            count = len(walk.result.drafts)
            names = piece.kind in ("text", "heading") and not piece.after
            if walk.wants_goal and names and not piece.line.level:
                walk.aim(piece)
                continue
            if not self.lone.cut_short(i, piece) and not self.titled.below(piece):
                self._take(i, piece)
            if piece.kind != "point":
                self.base = None
            if len(walk.result.drafts) == count and not goes_on(piece):
                walk.row = None
        self.titled.finish()
        return walk.result

    def _take(self, i: int, piece: Piece) -> None:
        """Take a piece as what it is."""
        walk = self.walk
        match piece.kind:
            case "columns":
                assert piece.columns is not None
                if walk.may(piece):
                    walk.result.columns.append(self._lowest(i, piece.columns))
                    self._full_headings(piece)
                else:
                    walk.leave(piece, NOT_CHOSEN)
            case "row":
                self._know(piece)
                take_row(walk, i, piece)
            case "card":
                assert piece.card is not None
                take_card(walk, piece.card)
            case "titled":
                self.titled.take(piece)
            case "number":
                self._number(i, piece)
            case "point":
                self._point(piece)
            case "goal":
                walk.result.leads.append(piece.lead)
                walk.wants_goal = not piece.text
                if piece.text:
                    walk.aim(piece)
            case "label":
                walk.label(piece)
            case "area":
                self._area(piece)
            case "heading":
                self._heading(i, piece)
            case "outside":
                walk.leave(piece, piece.line.outside)
            case "text":
                self._text(piece)

    def _lowest(self, i: int, columns: Columns) -> Columns:
        """Return the columns of a row of headings; none of its own when the next row has them in more detail."""
        following = self.walk.pieces[i + 1] if i + 1 < len(self.walk.pieces) else None
        above = following and following.kind == "columns" and following.line.table == columns.line.table
        return replace(columns, columns=()) if above else columns

    def _full_headings(self, piece: Piece) -> None:
        """Tell of a heading over a column that says so much that it may be a mål or an area."""
        assert piece.columns is not None
        for one in piece.columns.columns:
            before, _, last = one.tittel.rpartition("\n")
            if len(one.tittel) > LONGEST or (
                before and meaning(last, {})[1] and not meaning(one.tittel, {})[1]
            ):
                said = " ".join(one.tittel.split())
                said = f"Kolonneoverskriften «{said}» sier mer enn hva kolonnen er. Den står ikke i planfilen. Er noe av den et mål eller et område?"
                self.walk.result.doubts.append((piece.line, said))

    def _know(self, piece: Piece) -> None:
        """Note columns that no row of headings has brought, and tell where columns of another table were taken."""
        columns, walk = piece.columns, self.walk
        assert columns is not None
        if walk.may(piece) and not columns.headed and not any(one is columns for one in walk.result.columns):
            walk.result.columns.append(columns)
        if piece.line.table != columns.line.table and piece.line.table not in walk.borrowed:
            walk.borrowed.add(piece.line.table)
            said = f"Tabellen har ingen overskrifter. Den er lest med dem i {columns.line.place}."
            walk.result.doubts.append((piece.line, said))

    # --- lines of one text

    def _number(self, i: int, piece: Piece) -> None:
        """Take a numbered line as a tiltak when no number stands under it, else as a heading."""
        walk, shape = self.walk, self.walk.shape
        number = piece.number
        assert number is not None
        depth = len(numbers.parts(number.nr)) * (not number.trykt.rstrip(".): ").isupper())
        if piece.columns:
            if not walk.may(piece):
                walk.leave(piece, NOT_CHOSEN)
            elif not shape.is_numbered(piece.columns) and not number.nr.isalpha():
                self.lone.take(i, piece, number)
            elif i in shape.has_children:
                walk.push(Part(piece.text, piece.line, NUMBERED + depth, number, sure=True))
            else:
                walk.add(Draft(piece.line, piece.text, number, dict.fromkeys(printed(piece.columns), "")))
        elif (
            shape.mode == "numbers"
            and walk.may(piece)
            and i not in shape.has_children
            and len(numbers.parts(number.nr)) >= shape.leaf_depth
        ):
            walk.add(Draft(piece.line, piece.text, number))
        elif (
            len(piece.line.own) > 1
            and piece.line.table
            and shape.mode == "table"
            and i not in shape.has_children
        ):
            walk.leave(piece, NO_COLUMNS)
        elif self.lone.like_the_rows(i, piece):
            pass
        else:
            level = piece.line.level or self._level_before(number) or NUMBERED + depth
            walk.push(Part(piece.text, piece.line, level, number, sure=bool(piece.line.level)))

    def _level_before(self, number: numbers.Numbered) -> int:
        """Return the level of the heading with the number just before this one, which may be set where this is not; else 0."""
        *above, last = numbers.parts(number.nr)
        before = str(int(last) - 1) if last.isdecimal() else chr(ord(last) - 1) if len(last) == 1 else ""
        nr = ".".join([*above, before])
        same = (
            part.level for part in reversed(self.walk.result.parts)
            if part.number and part.number.nr == nr and part.number.trykt[-1:] == number.trykt[-1:]
        )  # fmt: skip
        return next(same, 0)

    def _point(self, piece: Piece) -> None:
        """Take a point as a tiltak, or as a point below the last tiltak."""
        walk, mode = self.walk, self.walk.shape.mode
        if piece.lead:
            walk.result.leads.append(piece.lead)
        self.base = piece.depth if self.base is None else min(self.base, piece.depth)
        may = mode == "numbers" or (mode == "points" and (walk.under_label or not walk.shape.labelled))
        under = mode == "numbers" or piece.depth > self.base
        if not walk.may(piece):
            walk.result.left_out.append((piece.line, piece.text, NOT_CHOSEN))
        elif may and under and walk.result.drafts:
            walk.result.drafts[-1].deltiltak.append(piece.text)
            walk.result.used.add(id(piece.line))
        elif (may or walk.chosen is not None) and mode == "points":
            split = numbers.split(piece.text) if numbers.starts_with_number(piece.text) else None
            walk.add(
                Draft(piece.line, split.rest, split)
                if split and split.rest
                else Draft(piece.line, piece.text)
            )
        else:
            why = (
                "Punktet står ikke under en overskrift for tiltak."
                if mode == "points"
                else "Punktet er ikke en rad i en tabell."
            )
            walk.result.left_out.append((piece.line, piece.text, why))

    def _area(self, piece: Piece) -> None:
        """Take «Satsingsområde 1: …» as a heading; without a name it waits for the next heading."""
        walk = self.walk
        number = numbers.Numbered("", piece.lead.split()[-1], "")
        level, whole = piece.line.level or 1, piece.line.cells[piece.line.filled[0]]
        if piece.text:
            walk.push(Part(piece.text, piece.line, level, number, whole, sure=True))
        else:
            walk.push(Part(whole, piece.line, level, number, sure=True))
            walk.waiting = walk.stack[-1]

    def _heading(self, i: int, piece: Piece) -> None:
        """Take a line that looks like a heading as one, where the shape of the document allows it."""
        walk, shape = self.walk, self.walk.shape
        if walk.waiting and not piece.columns and not piece.after:
            walk.result.leads.append(walk.waiting.text)
            walk.waiting.text, walk.waiting = piece.text, None
        elif piece.columns:
            self.lone.take(i, piece)
        elif piece.line.level:
            walk.push(Part(piece.text, piece.line, piece.line.level, sure=True))
        elif shape.mode == "paragraphs" and not piece.text.endswith(":") and not self._over_label(i):
            self._text(piece)
        elif shape.styled:
            walk.leave(piece, "Avsnittet er verken overskrift eller tiltak.")
        elif _ADOPTED.match(piece.text):
            walk.leave(piece, "Linja sier når planen ble vedtatt.")
        else:
            walk.push(Part(piece.text, piece.line, SHORT))
            if piece.after:
                walk.add(Draft(piece.line, piece.after))

    def _over_label(self, i: int) -> bool:
        """Return whether «Tiltak:» or a mål stands just below a line."""
        return i + 1 < len(self.walk.pieces) and self.walk.pieces[i + 1].kind in ("label", "goal")

    def _text(self, piece: Piece) -> None:
        """Take a paragraph as a tiltak under a heading that ends in a colon; leave out any other."""
        walk = self.walk
        under = walk.under_label or (walk.stack and walk.stack[-1].text.endswith(":"))
        if walk.shape.mode == "paragraphs" and (under or walk.chosen is not None) and not piece.line.table:
            if walk.may(piece):
                walk.add(Draft(piece.line, piece.text))
            else:
                walk.leave(piece, NOT_CHOSEN)
        elif piece.line.table:
            walk.leave(piece, NO_COLUMNS)
        else:
            walk.leave(piece, "Avsnittet er verken overskrift eller tiltak.")
