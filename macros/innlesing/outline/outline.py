"""Find which pieces of a document are tiltak, and which headings and mål each stands under.

A plan is one of four things: tables with headings over their columns, a list with numbers, a list with points, or
paragraphs under headings that end in a colon. Nothing here is thrown away: what is no part of the plan is handed on,
with the reason.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ..readers import numbers
from ..readers.lines import Line
from .classify import Piece
from .columns import CELLS, Columns
from .shape import number_and_text, shape_of


@dataclass(eq=False)
class Goal:
    """A mål that stands above the tiltak it is for."""

    text: str
    line: Line
    under: Part | None = None
    """The heading it stands under; None at the top of the plan."""


@dataclass(eq=False)
class Part:
    """A heading with what it says and how high it is; 0 is the plan itself, under which all else stands."""

    text: str
    line: Line
    level: int
    number: numbers.Numbered | None = None
    printed: str = ""
    """The whole heading, when `text` is only a part of it."""
    sure: bool = False
    """Marked as a heading in the document, not only short."""

    @property
    def whole(self) -> str:
        """Return the heading as it is printed, its number with it."""
        return self.printed or f"{self.number.trykt if self.number else ''} {self.text}".strip()


@dataclass(eq=False)
class Draft:
    """A tiltak as the document has it, before it is given a number and a place."""

    line: Line
    ordlyd: str
    number: numbers.Numbered | None = None
    cells: dict[str, str] = field(default_factory=dict)
    copied: dict[str, str] = field(default_factory=dict)
    """What of the cells stands once in the document, stretched over several tiltak."""
    deltiltak: list[str] = field(default_factory=list)
    over: tuple[Part, ...] = ()
    goal: Goal | None = None


@dataclass
class Outline:
    """The tiltak in order, and everything else that stood in the document."""

    drafts: list[Draft] = field(default_factory=list)
    columns: list[Columns] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    """Labels and points that only said what followed: «Mål:», «-»."""
    left_out: list[tuple[Line, str, str]] = field(default_factory=list)
    """The line, its text, and why it is no part of the plan."""
    doubts: list[tuple[Line, str]] = field(default_factory=list)


def outline(pieces: Sequence[Piece]) -> Outline:
    """Return the outline of the plan that the pieces make up."""
    return _Builder(pieces).build()


_NUMBERED, _SHORT = 20, 40
"""Where the levels of headings start that are not set as headings: those with numbers, short lines and rows."""


class _Builder:
    """Goes through the pieces from the first to the last, and keeps the headings that stand above the next tiltak."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.result = Outline()
        self.stack: list[Part] = []
        self.goal: Goal | None = None
        self.wants_goal = False
        self.waiting: Part | None = None
        """An area of which only the number has been said («Satsingsområde 1:»); its name is the next heading."""
        self.row: Draft | None = None
        """The tiltak of the row above, which the next row may go on with."""
        self.column_parts: dict[str, Part] = {}
        self.base: int | None = None
        self.under_label = False
        self.shape = shape_of(pieces)

    def build(self) -> Outline:
        """Return the outline of all pieces."""
        for i, piece in enumerate(self.pieces):
            count = len(self.result.drafts)
            names = piece.kind in ("text", "heading") and not piece.after
            if self.wants_goal and names and not piece.line.level:
                self._goal(piece)
                continue
            match piece.kind:
                case "columns":
                    assert piece.columns is not None
                    self.result.columns.append(piece.columns)
                case "row":
                    self._row(i, piece)
                case "number":
                    self._number(i, piece)
                case "point":
                    self._point(piece)
                case "goal":
                    self.result.leads.append(piece.lead)
                    self.wants_goal = not piece.text
                    if piece.text:
                        self._goal(piece)
                case "label":
                    self.result.leads.append(piece.lead)
                    self.under_label = True
                case "area":
                    self._area(piece)
                case "heading":
                    self._heading(i, piece)
                case "outside":
                    self._leave(piece, piece.line.outside)
                case "text":
                    self._text(piece)
            if piece.kind != "point":
                self.base = None
            if len(self.result.drafts) == count and not _goes_on(piece):
                self.row = None
        return self.result

    def _leave(self, piece: Piece, why: str) -> None:
        """Leave the own text of a line out of the plan, with the reason."""
        text = "\t".join(piece.line.cells[i] for i in piece.line.own)
        self.result.left_out.append((piece.line, text, why))

    def _push(self, part: Part) -> None:
        """Put a heading under those that are higher; what came after the last heading no longer holds."""
        while self.stack and self.stack[-1].level >= part.level:
            self.stack.pop()
        self.stack.append(part)
        self.result.parts.append(part)
        self.goal, self.under_label, self.waiting = None, False, None

    def _goal(self, piece: Piece) -> None:
        """Let a mål hold for the tiltak that follow."""
        under = self.stack[-1] if self.stack else None
        self.goal, self.wants_goal = Goal(piece.text, piece.line, under), False
        self.result.goals.append(self.goal)

    def _add(self, draft: Draft, over: tuple[Part, ...] | None = None) -> None:
        """Add a tiltak under the headings `over`, or else under those above it."""
        draft.over = tuple(self.stack) if over is None else over
        draft.goal, self.waiting = self.goal, None
        self.row = draft
        self.result.drafts.append(draft)

    # --- rows of tables

    def _row(self, i: int, piece: Piece) -> None:
        """Take a row of a table as a tiltak, as more of the tiltak above, or as a heading with a number."""
        columns, line = piece.columns, piece.line
        assert columns is not None
        beside, at = number_and_text(columns, line)
        if at in line.copies:
            if self.row:
                self._continue(piece, self.row)
            else:
                self._leave(piece, "Cellen med tiltaket hører til en rad som ikke er et tiltak.")
            return
        over = self._from_columns(columns, line)
        text = line.cells[at]
        split = numbers.split(text) if beside is None and self.shape.numbered_rows else None
        text = split.rest if split else text
        if not text:
            self._without_text(piece, columns)
            return
        number = split if beside is None else self._own_number(piece, beside)
        if number and i in self.shape.has_children and len(line.filled) <= 2:
            level = _NUMBERED + len(numbers.parts(number.nr))
            self._push(Part(text, line, level, number, sure=True))
            self._rest(piece, columns, but={at, beside})
            return
        draft = Draft(line, text, number)
        for role in CELLS:
            if column := columns.of(role):
                draft.cells[role] = line.cells[column.at]
                if column.at in line.copies:
                    draft.copied[role] = line.cells[column.at]
        self._rest(piece, columns, but={at, beside})
        self._add(draft, over)

    def _own_number(self, piece: Piece, at: int) -> numbers.Numbered | None:
        """Return the number in a column of numbers; None when the cell holds none."""
        printed = piece.line.cells[at]
        if at in piece.line.copies or not printed:
            return None
        key = numbers.as_key(printed)
        if not key or len(key) > numbers.LONGEST:
            self.result.left_out.append(
                (piece.line, printed, "Teksten står i kolonnen for numre, men er ikke noe nummer.")
            )
            return None
        return numbers.Numbered(printed, key, "")

    def _from_columns(self, columns: Columns, line: Line) -> tuple[Part, ...] | None:
        """Return the headings that stand in columns of their own; an empty cell means the one above it."""
        found: list[Part] = []
        for level, role in enumerate(("innsatsområde", "del"), 1):
            column = columns.of(role)
            if not column:
                continue
            text = line.cells[column.at]
            if text and column.at not in line.copies and self._is_new(role, text):
                number = numbers.split(text)
                number = number if number and number.rest and numbers.starts_with_number(text) else None
                part = Part(number.rest if number else text, line, level, number, sure=True)
                self.column_parts[role] = part
                self.result.parts.append(part)
                if role == "innsatsområde":
                    self.column_parts.pop("del", None)
            elif text and column.at not in line.copies:
                self.result.leads.append(text)
            if role in self.column_parts:
                found.append(self.column_parts[role])
        return tuple(found) or None

    def _is_new(self, role: str, text: str) -> bool:
        """Return whether a text in a column of headings is another than the one above it."""
        part = self.column_parts.get(role)
        return part is None or text != part.whole

    def _rest(self, piece: Piece, columns: Columns, but: Collection[int | None] = ()) -> None:
        """Leave out the cells of a row that the plan file has no place for; `but` are cells that are taken."""
        known = {one.at: one for one in columns.columns}
        for i in piece.line.own:
            if i in but:
                continue
            column = known.get(i)
            if column is None or column.rolle in ("", "utelat"):
                name = f"kolonnen «{column.tittel}»" if column else "en kolonne uten overskrift"
                why = f"Teksten står i {name}, som ikke er et felt i planfilen."
                self.result.left_out.append((piece.line, piece.line.cells[i], why))

    def _without_text(self, piece: Piece, columns: Columns) -> None:
        """Leave out a row that says nothing of what is to be done; its headings have been taken."""
        taken = {one.at for one in columns.columns if one.rolle in ("innsatsområde", "del")}
        own = [i for i in piece.line.own if i not in taken]
        if own:
            text = "\t".join(piece.line.cells[i] for i in own)
            self.result.left_out.append((piece.line, text, "Raden har ingen tekst i kolonnen for tiltak."))

    def _continue(self, piece: Piece, draft: Draft) -> None:
        """Take a row as more of the tiltak above, whose cell stretches down to here."""
        assert piece.columns is not None
        for role in CELLS:
            column = piece.columns.of(role)
            if column and column.at not in piece.line.copies and (text := piece.line.cells[column.at]):
                before = draft.cells.get(role, "")
                draft.cells[role] = f"{before}\n{text}" if before else text
        own = piece.columns.of("nr")
        if own and piece.line.cells[own.at] and own.at not in piece.line.copies:
            why = "Nummeret står i en rad som hører til tiltaket over."
            self.result.left_out.append((piece.line, piece.line.cells[own.at], why))
        for role in ("innsatsområde", "del"):
            column = piece.columns.of(role)
            if column and column.at not in piece.line.copies and (text := piece.line.cells[column.at]):
                why = "Overskriften står i en rad som hører til tiltaket over."
                self.result.left_out.append((piece.line, text, why))
        self._rest(piece, piece.columns)
        self.result.doubts.append(
            (
                piece.line,
                "Cellen med tiltaket går over flere rader. Radene er satt sammen, med linjeskift mellom.",
            )
        )

    # --- lines of one text

    def _number(self, i: int, piece: Piece) -> None:
        """Take a numbered line as a tiltak when no number stands under it, else as a heading."""
        number = piece.number
        assert number is not None
        depth = len(numbers.parts(number.nr))
        if piece.columns:
            if not self.shape.numbered_rows:
                self._in_table(i, piece, piece.line.cells[piece.line.own[0]])
            elif i in self.shape.has_children:
                self._push(Part(piece.text, piece.line, _NUMBERED + depth, number, sure=True))
            else:
                self._add(Draft(piece.line, piece.text, number, dict.fromkeys(_printed(piece.columns), "")))
        elif (
            self.shape.mode == "numbers"
            and i not in self.shape.has_children
            and depth >= self.shape.leaf_depth
        ):
            self._add(Draft(piece.line, piece.text, number))
        else:
            level = piece.line.level or _NUMBERED + depth
            self._push(Part(piece.text, piece.line, level, number, sure=bool(piece.line.level)))

    def _point(self, piece: Piece) -> None:
        """Take a point as a tiltak, or as a point below the last tiltak."""
        if piece.lead:
            self.result.leads.append(piece.lead)
        self.base = piece.depth if self.base is None else min(self.base, piece.depth)
        may = self.shape.mode == "numbers" or (
            self.shape.mode == "points" and (self.under_label or not self.shape.labelled)
        )
        under = self.shape.mode == "numbers" or piece.depth > self.base
        if may and under and self.result.drafts:
            self.result.drafts[-1].deltiltak.append(piece.text)
        elif may and self.shape.mode == "points":
            self._add(Draft(piece.line, piece.text))
        else:
            why = (
                "Punktet står ikke under en overskrift for tiltak."
                if self.shape.mode == "points"
                else "Punktet er ikke en rad i en tabell."
            )
            self.result.left_out.append((piece.line, piece.text, why))

    def _area(self, piece: Piece) -> None:
        """Take «Satsingsområde 1: …» as a heading; without a name it waits for the next heading."""
        number = numbers.Numbered("", piece.lead.split()[-1], "")
        level, printed = piece.line.level or 1, piece.line.cells[piece.line.filled[0]]
        if piece.text:
            self._push(Part(piece.text, piece.line, level, number, printed, sure=True))
        else:
            self._push(Part(printed, piece.line, level, number, sure=True))
            self.waiting = self.stack[-1]

    def _heading(self, i: int, piece: Piece) -> None:
        """Take a line that looks like a heading as one, where the shape of the document allows it."""
        if self.waiting and not piece.columns and not piece.after:
            self.result.leads.append(self.waiting.text)
            self.waiting.text, self.waiting = piece.text, None
        elif piece.columns:
            self._in_table(i, piece, piece.text)
        elif piece.line.level:
            self._push(Part(piece.text, piece.line, piece.line.level, sure=True))
        elif self.shape.mode == "paragraphs" and not piece.text.endswith(":"):
            self._text(piece)
        elif self.shape.styled:
            self._leave(piece, "Avsnittet er verken overskrift eller tiltak.")
        else:
            self._push(Part(piece.text, piece.line, _SHORT))
            if piece.after:
                self._add(Draft(piece.line, piece.after))

    def _in_table(self, i: int, piece: Piece, text: str) -> None:
        """Take a row with text in its first cell alone as a heading over the next rows, or as a tiltak."""
        assert piece.columns is not None
        following = self.pieces[i + 1].kind if i + 1 < len(self.pieces) else ""
        if piece.line.wide or (following in ("row", "number", "goal", "columns") and len(text) <= 120):
            self._push(Part(text, piece.line, _SHORT, sure=piece.line.wide))
            if not piece.line.wide:
                self.result.doubts.append(
                    (piece.line, f"Bare én celle har tekst: «{text}». Den er lest som en overskrift.")
                )
        else:
            self._add(Draft(piece.line, text, cells=dict.fromkeys(_printed(piece.columns), "")))

    def _text(self, piece: Piece) -> None:
        """Take a paragraph as a tiltak under a heading that ends in a colon; leave out any other."""
        under = self.stack and self.stack[-1].text.endswith(":")
        if self.shape.mode == "paragraphs" and under and not piece.line.table:
            self._add(Draft(piece.line, piece.text))
        elif piece.line.table:
            self._leave(piece, "Raden har ikke kolonner som er kjent igjen.")
        else:
            self._leave(piece, "Avsnittet er verken overskrift eller tiltak.")


def _printed(columns: Columns) -> list[str]:
    """Return the cells of a tiltak that a table has columns for."""
    return [role for role in CELLS if columns.of(role)]


def _goes_on(piece: Piece) -> bool:
    """Return whether a piece is a row whose wording stands in a row above it."""
    if piece.kind != "row" or piece.columns is None:
        return False
    return number_and_text(piece.columns, piece.line)[1] in piece.line.copies
