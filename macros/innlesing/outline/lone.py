"""Take the rows of which only one cell has text: headings over the rows that follow, or tiltak of which nothing more is said.

Merged across the table, such a row is a heading. Else its words and place must say it, and where they do not, the editor is
asked (`Outline.lone`, `questions.py`).
"""

from __future__ import annotations

import re

from ..readers import numbers
from ..readers.lines import Line
from ..recognising.classify import Piece
from ..recognising.columns import CELLS, Columns, meaning
from ..recognising.looks import like_an_action, words
from .drafts import Draft, Part
from .rows import printed
from .walk import NOT_CHOSEN, REMARK, SHORT, Walk

_NOTE = re.compile(
    r"\*|(?:NB|OBS|Merk|Merknad(?:er)?|Kilder?|Kjelder?|Note|Sist oppdatert|Forutsetter)\b.{0,20}[:.!]|(?:Kilder?|Kjelder?|Sist oppdatert|Forutsetter)\b|\([^()]{1,60}\)$",
    re.IGNORECASE,
)
"""How a row begins that is a remark about the table, and neither heading nor tiltak."""


class LoneRows:
    """Takes rows of one cell, and lines of text that may be such rows."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.grouped: dict[int, bool] = {}
        """The tables, and whether their rows stand in groups under rows of one cell."""

    def take(self, i: int, piece: Piece, number: numbers.Numbered | None = None) -> None:
        """Take a row with text in one cell alone as a heading over the next rows, or as a tiltak."""
        walk, text = self.walk, piece.text
        assert piece.columns is not None
        if not walk.may(piece):
            walk.leave(piece, NOT_CHOSEN)
        elif _NOTE.match(text) and not walk.lone:
            walk.leave(piece, REMARK)
        elif self._says_more(i, piece):
            walk.result.more.append(piece.line)
            walk.leave(piece, "Raden sier noe om rader over.")
        elif self._is_below(i, piece):
            walk.leave(piece, "Teksten står under tabellen.")
        elif piece.line.wide or self._leads(i, piece, number):
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

    def _says_more(self, i: int, piece: Piece) -> bool:
        """Return whether the one text of a row is a field with its label, or a sentence below rows that stand under no heading."""
        if self.walk.lone:
            return False
        label, colon, said = piece.text.partition(":")
        role, whole = meaning(label, {})
        if colon and said.strip() and whole and role in (*CELLS, "nr", "egen"):
            return True
        its = [one for one in self.walk.pieces[:i] if one.line.table == piece.line.table]
        first = next((one.kind for one in its if one.kind != "columns"), "")
        return first == "row" and piece.line.wide and len(words(piece.text)) > 4 and piece.text.endswith(".")

    def _is_below(self, i: int, piece: Piece) -> bool:
        """Return whether a row and all below it in the table are one cell each, and none says what is to be done."""
        rest = [one for one in self.walk.pieces[i:] if one.line.table == piece.line.table]
        said = any(
            one.kind in ("row", "columns", "number", "goal") or like_an_action(one.text) for one in rest
        )
        return piece.line.table > 0 and not said and not self.walk.lone

    def _leads(self, i: int, piece: Piece, number: numbers.Numbered | None) -> bool:
        """Return whether the one text of a row is a heading over the rows that follow.

        Where there is one, there are others, from the first row on; one alone is as likely a tiltak of which nothing more is
        said. Words that say what is to be done speak for a tiltak. Where the two disagree, the editor is asked.
        """
        walk, acts = self.walk, like_an_action(piece.text)
        following = walk.pieces[i + 1].kind if i + 1 < len(walk.pieces) else ""
        if following not in ("row", "number", "goal", "columns"):
            # One below the last row may be the last tiltak; several are something else.
            after_row = i > 0 and walk.pieces[i - 1].kind == "row"
            if not walk.lone and not (after_row and acts and following not in ("heading", "text")):
                walk.result.lone.append(piece.line)
            return False
        if len(piece.text) > 120:
            return False
        if walk.lone:
            return walk.lone == "overskrift"
        over = following in ("columns", "goal")
        if (over and not acts) or (number and not walk.shape.is_numbered(piece.columns)):
            return True
        if over or (not walk.shape.is_numbered(piece.columns) and acts == self._are_grouped(piece)):
            walk.result.lone.append(piece.line)
        return not acts

    def _are_grouped(self, piece: Piece) -> bool:
        """Return whether the rows of a table stand in groups under rows of one cell: the first is one, and another."""
        assert piece.columns is not None
        table = piece.columns.line.table
        if table not in self.grouped:
            kinds = [one.kind for one in self.walk.pieces if one.columns and one.columns.line.table == table]
            signs = {"row": "r", "columns": "c", "heading": "h", "number": "h"}
            groups = "".join(signs.get(kind, "") for kind in kinds)
            self.grouped[table] = re.match(r"c*h(?:[rc]*r[rc]*h)+[rc]*r", groups) is not None
        return self.grouped[table]

    def cut_short(self, i: int, piece: Piece) -> bool:
        """Take a line below a row that may be a row of which only the wording is left, as what trims separators leaves it.

        Returns False when it is none, or when nobody has said that it is: then it is asked about.
        """
        above, line = self.walk.pieces[i - 1] if i else None, piece.line
        if not above or above.kind not in ("row", "columns") or not above.columns:
            return False
        plain = not (line.table or line.level or line.bullet or piece.after or piece.columns)
        if piece.kind not in ("heading", "text") or not plain or not like_an_action(piece.text):
            return False
        return self._as_row(piece, printed(above.columns))

    def like_the_rows(self, i: int, piece: Piece) -> bool:
        """Take a line whose number is as those of the rows of tables; returns False when it is none, as `cut_short`."""
        walk, shape, line = self.walk, self.walk.shape, piece.line
        assert piece.number is not None
        depth = len(numbers.parts(piece.number.nr))
        if shape.mode != "table" or not shape.is_numbered(None) or depth != shape.row_depth:
            return False
        if line.level or i in shape.has_children or not walk.result.columns:
            return False
        columns = walk.result.columns[-1]
        if line.table and self._is_next(piece.number, line, columns):
            walk.add(Draft(line, piece.text, piece.number, dict.fromkeys(printed(columns), "")))
            said = f"Bare én celle har tekst: «{piece.text}». Den er lest som et tiltak."
            walk.result.doubts.append((line, said))
            return True
        return self._as_row(piece, printed(columns))

    def _is_next(self, number: numbers.Numbered, line: Line, columns: Columns) -> bool:
        """Return whether the first cell of a row, which is as wide as the rows above, has the number after the last tiltak's."""
        last = self.walk.row.number if self.walk.row else None
        if not last or line.wide or line.own != [0] or len(line.cells) != len(columns.line.cells):
            return False
        *above, before = numbers.parts(last.nr)
        *same, after = numbers.parts(number.nr)
        return above == same and before.isdecimal() and after.isdecimal() and int(after) == int(before) + 1

    def _as_row(self, piece: Piece, cells: list[str]) -> bool:
        """Take a line as a row with empty cells when the editor says so; ask, when nothing is said."""
        if not self.walk.may(piece):
            return False
        if not self.walk.lone:
            self.walk.result.lone.append(piece.line)
        elif self.walk.lone == "tiltak":
            self.walk.add(Draft(piece.line, piece.text, piece.number, dict.fromkeys(cells, "")))
            return True
        return False
