"""Keep what holds for the next line while a document is gone through: headings, mål, the columns of areas."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..recognising.classify import Piece
from ..recognising.shape import Shape
from .drafts import Draft, Goal, Outline, Part

NUMBERED, SHORT = 20, 40
"""Where the levels of headings start that are not set as headings: those with numbers, short lines and rows."""
REMARK = "Raden er en merknad."
NOT_CHOSEN = "Redaktøren har valgt å lese tiltakene et annet sted i dokumentet."


class Walk:
    """The state between two pieces, and the only ways to change it."""

    def __init__(
        self, pieces: Sequence[Piece], shape: Shape, chosen: Collection[int] | None, lone: str = ""
    ) -> None:
        self.pieces, self.shape, self.chosen, self.lone = pieces, shape, chosen, lone
        self.result = Outline()
        self.stack: list[Part] = []
        self.goal: Goal | None = None
        self.wants_goal = False
        self.waiting: Part | None = None
        """An area of which only the number has been said («Satsingsområde 1:»); its name is the next heading."""
        self.row: Draft | None = None
        """The tiltak of the row above, which the next row may go on with."""
        self.column_parts: dict[str, Part] = {}
        self.under_label = False
        self.borrowed: set[int] = set()
        """The tables that are read with the columns of another."""

    def may(self, piece: Piece) -> bool:
        """Return whether a piece may be a tiltak, by what the editor has chosen to read."""
        return self.chosen is None or id(piece.line) in self.chosen

    def leave(self, piece: Piece, why: str, but: Collection[int] = ()) -> None:
        """Leave the own text of a line out of the plan, with the reason; `but` are cells that are taken."""
        text = "\t".join(piece.line.cells[i] for i in piece.line.own if i not in but)
        if text:
            self.result.left_out.append((piece.line, text, why))

    def push(self, part: Part) -> None:
        """Put a heading under those that are higher; what came after the last heading no longer holds."""
        while self.stack and self.stack[-1].level >= part.level:
            self.stack.pop()
        self.stack.append(part)
        self.result.parts.append(part)
        self.goal, self.under_label, self.waiting = None, False, None

    def label(self, piece: Piece) -> None:
        """Let «Tiltak:» hold for what follows; set as a heading, it ends those that are no higher."""
        self.result.leads.append(piece.lead)
        while piece.line.level and self.stack and self.stack[-1].level >= piece.line.level:
            ended = self.stack.pop()
            self.goal = None if self.goal and self.goal.under is ended else self.goal
        self.under_label = True

    def aim(self, piece: Piece) -> None:
        """Let a mål hold for the tiltak that follow."""
        under = self.stack[-1] if self.stack else None
        self.goal, self.wants_goal = Goal(piece.text, piece.line, under), False
        self.result.goals.append(self.goal)

    def add(self, draft: Draft, over: tuple[Part, ...] | None = None) -> None:
        """Add a tiltak under the headings `over`, or else under those above it."""
        draft.over = tuple(self.stack) if over is None else over
        draft.goal, self.waiting = self.goal, None
        self.row = draft
        self.result.drafts.append(draft)
