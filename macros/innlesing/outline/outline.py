"""Find which pieces of a document are tiltak, and which headings and mål each stands under.

A plan is one of four things: tables with headings over their columns, a list with numbers, a list with points, or
paragraphs under headings that end in a colon. Nothing here is thrown away: what is no part of the plan is handed on,
with the reason. Rows of tables are taken in `rows.py`, cards in `take_cards.py`; `candidates.py` asks afterwards whether
something else in the document looks like tiltak too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ..readers import numbers
from .classify import Piece
from .columns import LONGEST
from .drafts import Draft, Outline, Part
from .looks import like_an_action
from .rows import goes_on, printed, take_row
from .shape import shape_of
from .take_cards import take_card
from .walk import NOT_CHOSEN, NUMBERED, SHORT, Walk


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
        self.led: dict[int, bool] = {}
        """The tables, and whether their rows stand in groups under rows of one cell."""

    def build(self) -> Outline:
        """Return the outline of all pieces."""
        walk = self.walk
        for i, piece in enumerate(walk.pieces):
            count = len(walk.result.drafts)
            names = piece.kind in ("text", "heading") and not piece.after
            if walk.wants_goal and names and not piece.line.level:
                walk.aim(piece)
                continue
            if not self._cut_short(i, piece):
                self._take(i, piece)
            if piece.kind != "point":
                self.base = None
            if len(walk.result.drafts) == count and not goes_on(piece):
                walk.row = None
        return walk.result

    def _take(self, i: int, piece: Piece) -> None:
        """Take a piece as what it is."""
        walk = self.walk
        match piece.kind:
            case "columns":
                assert piece.columns is not None
                if walk.may(piece):
                    walk.result.columns.append(piece.columns)
                    self._long_headings(piece)
                else:
                    walk.leave(piece, NOT_CHOSEN)
            case "row":
                self._know(piece)
                take_row(walk, i, piece)
            case "card":
                assert piece.card is not None
                take_card(walk, piece.card)
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
                walk.result.leads.append(piece.lead)
                walk.under_label = True
            case "area":
                self._area(piece)
            case "heading":
                self._heading(i, piece)
            case "outside":
                walk.leave(piece, piece.line.outside)
            case "text":
                self._text(piece)

    def _long_headings(self, piece: Piece) -> None:
        """Tell of a heading over a column that says so much that it may be a mål or an area."""
        assert piece.columns is not None
        for one in piece.columns.columns:
            if len(one.tittel) > LONGEST:
                said = f"Kolonneoverskriften «{one.tittel}» er lang, og står ikke i planfilen. Er den et mål eller et område?"
                self.walk.result.doubts.append((piece.line, said))

    def _cut_short(self, i: int, piece: Piece) -> bool:
        """Take a line that may be a row of which only the wording is left, as what trims separators leaves it; else False."""
        above, line = self.walk.pieces[i - 1] if i else None, piece.line
        if (
            not above
            or above.kind not in ("row", "columns")
            or not above.columns
            or above.line.table == line.table
        ):
            return False
        plain = piece.kind in ("heading", "text") and not (
            line.level or line.bullet or line.table or piece.after
        )
        if not plain or piece.columns or not like_an_action(piece.text) or not self.walk.may(piece):
            return False
        if self.walk.lone == "tiltak":
            self.walk.add(Draft(line, piece.text, cells=dict.fromkeys(printed(above.columns), "")))
            return True
        if not self.walk.lone:
            self.walk.result.lone.append(line)
        return False

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
            elif not shape.numbered_rows and not number.nr.isalpha():
                self._in_table(i, piece, piece.text, number)
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
        elif piece.line.table and shape.mode == "table" and i not in shape.has_children:
            walk.leave(piece, "Raden har ikke kolonner som er kjent igjen.")
        elif self._like_the_rows(i, piece) and walk.lone == "tiltak":
            columns = walk.result.columns[-1]
            walk.add(Draft(piece.line, piece.text, number, dict.fromkeys(printed(columns), "")))
        else:
            level = piece.line.level or NUMBERED + depth
            walk.push(Part(piece.text, piece.line, level, number, sure=bool(piece.line.level)))

    def _like_the_rows(self, i: int, piece: Piece) -> bool:
        """Return whether a numbered line outside the tables has a number as their rows have, and ask what it is."""
        shape, walk = self.walk.shape, self.walk
        assert piece.number is not None
        depth = len(numbers.parts(piece.number.nr))
        like = (
            shape.mode == "table"
            and shape.numbered_rows
            and depth == shape.row_depth
            and bool(walk.result.columns)
        )
        like = (
            like and not (piece.line.level or piece.line.table or i in shape.has_children) and walk.may(piece)
        )
        if like and not walk.lone:
            walk.result.lone.append(piece.line)
        return like

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
            walk.add(Draft(piece.line, piece.text))
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
            self._in_table(i, piece, piece.text)
        elif piece.line.level:
            walk.push(Part(piece.text, piece.line, piece.line.level, sure=True))
        elif shape.mode == "paragraphs" and not piece.text.endswith(":"):
            self._text(piece)
        elif shape.styled:
            walk.leave(piece, "Avsnittet er verken overskrift eller tiltak.")
        else:
            walk.push(Part(piece.text, piece.line, SHORT))
            if piece.after:
                walk.add(Draft(piece.line, piece.after))

    def _in_table(self, i: int, piece: Piece, text: str, number: numbers.Numbered | None = None) -> None:
        """Take a row with text in its first cell alone as a heading over the next rows, or as a tiltak."""
        walk = self.walk
        assert piece.columns is not None
        if not walk.may(piece):
            walk.leave(piece, NOT_CHOSEN)
        elif piece.line.wide or self._leads(i, piece, text, number):
            walk.push(Part(text, piece.line, SHORT, number, sure=piece.line.wide))
            if not piece.line.wide:
                said = f"Bare én celle har tekst: «{text}». Den er lest som en overskrift."
                walk.result.doubts.append((piece.line, said))
        else:
            # Where rows have no numbers, what looks like one belongs to the wording: «3 nye benker».
            text = piece.line.cells[piece.line.own[0]] if number else text
            walk.add(Draft(piece.line, text, cells=dict.fromkeys(printed(piece.columns), "")))
            said = f"Bare én celle har tekst: «{text}». Den er lest som et tiltak."
            walk.result.doubts.append((piece.line, said))

    def _leads(self, i: int, piece: Piece, text: str, number: numbers.Numbered | None) -> bool:
        """Return whether the one text of a row is a heading over the rows that follow.

        Where there is one, there are others, from the first row on; one alone is as likely a tiltak of which nothing more is
        said. Words that say what is to be done speak for a tiltak. Where the two disagree, the editor is asked.
        """
        walk = self.walk
        following = walk.pieces[i + 1].kind if i + 1 < len(walk.pieces) else ""
        before = walk.pieces[i - 1].kind if i else ""
        if following not in ("row", "number", "goal", "columns") and not walk.lone:
            # One below the last row may be the last tiltak; several are something else.
            if before != "row" or following in ("heading", "text") or not like_an_action(text):
                walk.result.lone.append(piece.line)
            return False
        if following not in ("row", "number", "goal", "columns") or len(text) > 120:
            return False
        if walk.lone:
            return walk.lone == "overskrift"
        acts, led = like_an_action(text), self._is_led(piece)
        if following in ("columns", "goal"):
            return True
        if number or walk.shape.numbered_rows:
            return not acts
        if acts == led:
            walk.result.lone.append(piece.line)
        return not acts

    def _is_led(self, piece: Piece) -> bool:
        """Return whether the rows of a table stand in groups under rows of one cell: the first is one, and another."""
        assert piece.columns is not None
        table = piece.columns.line.table
        if table not in self.led:
            kinds = [
                one.kind for one in self.walk.pieces
                if one.columns and one.columns.line.table == table and one.kind in ("row", "heading", "number", "columns")
            ]  # fmt: skip
            groups = "".join("r" if kind == "row" else "c" if kind == "columns" else "h" for kind in kinds)
            self.led[table] = re.match(r"c*h(?:[rc]*r[rc]*h)+[rc]*r", groups) is not None
        return self.led[table]

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
            walk.leave(piece, "Raden har ikke kolonner som er kjent igjen.")
        else:
            walk.leave(piece, "Avsnittet er verken overskrift eller tiltak.")
