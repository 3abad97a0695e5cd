"""Take tiltak that are headings («Tiltak 1: Bygge vei») with what is said below each: labelled lines, points, prose.

A line with a known label («Frist: 2026») is a cell of the tiltak above it; points are its deltiltak; prose is left out, and told.
"""

from __future__ import annotations

import re

from ..recognising.classify import Piece
from ..recognising.columns import CELLS, Column, Columns, meaning
from .drafts import Draft, Part
from .walk import NOT_CHOSEN, SHORT, Walk

_LABELLED = re.compile(r"([^\W\d][^:\n]{1,40}?)\s*:(?:\s+(.*))?", re.DOTALL)
BODY = "Teksten står under et tiltak, og er ikke noe felt i planfilen."


class Titled:
    """Takes the headings that are tiltak, and the lines below them until another heading."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.draft: Draft | None = None
        self.level = 0
        self.goals_above = any(piece.kind == "goal" for piece in _before_first(walk))
        """A mål stands over the first tiltak, so that one is over others too and not said of the one above it."""
        self.roles: dict[str, Column] = {}
        self.drafts: list[Draft] = []

    def take(self, piece: Piece) -> None:
        """Take a heading as a tiltak; in a document with tables as the heading that it also is."""
        walk, line = self.walk, piece.line
        if walk.shape.mode != "titled":
            whole = line.cells[line.own[0]]
            walk.push(Part(whole, line, line.level or SHORT, sure=bool(line.level)))
            return
        self.draft = None
        if not walk.may(piece):
            walk.leave(piece, NOT_CHOSEN)
            return
        while line.level and walk.stack and walk.stack[-1].level >= line.level:
            walk.stack.pop()
        self.draft, self.level = Draft(line, piece.text, piece.number), line.level
        walk.result.leads.append(piece.lead)
        walk.add(self.draft)
        self.drafts.append(self.draft)

    def below(self, piece: Piece) -> bool:
        """Take a line below such a heading as what it says of the tiltak; returns False when it is something else."""
        if not self.draft or piece.kind in ("titled", "outside", "columns", "row", "card", "area"):
            return False
        line, draft, result = piece.line, self.draft, self.walk.result
        text = "\t".join(line.cells[i] for i in line.own)
        over = 0 < line.level <= (self.level or 9) and not (line.level == 9 and self._label(text))
        numbered_goal = piece.kind == "goal" and re.search(r"\d", piece.lead)
        if over or numbered_goal or (piece.kind == "goal" and self.goals_above):
            self.draft = None
            return False
        if piece.kind == "point" and not self._label(piece.text):
            if piece.lead:
                result.leads.append(piece.lead)
            draft.deltiltak.append(piece.text)
            result.used.add(id(line))
            return True
        said = self._label(piece.text if piece.kind == "point" else text)
        if said and said[0] not in draft.cells:
            role, label, value = said
            before = text.removesuffix(value)
            result.leads.append(before)
            draft.cells[role] = value
            self.roles.setdefault(role, Column(0, label, role))
            result.used.add(id(line))
            if any(meaning(one, {})[1] for one in re.findall(r"([^\W\d]+)\s*:", value)):
                result.doubtful.append(line)
            return True
        result.left_out.append((line, text, BODY))
        if _may_be_more(text) and not line.level:
            result.doubtful.append(line)
        return True

    @staticmethod
    def _label(text: str) -> tuple[str, str, str] | None:
        """Return the role, the label and what it says, of a line that begins with a known label; None for any other."""
        found = _LABELLED.fullmatch(text)
        role, whole = meaning(found[1], {}) if found else ("", False)
        return (role, found[1], found[2]) if found and found[2] and whole and role in CELLS else None

    def finish(self) -> None:
        """Give every such tiltak the cells that some of them have, empty where nothing is said."""
        for draft in self.drafts:
            for role in self.roles:
                draft.cells.setdefault(role, "")
        if self.roles:
            line = self.drafts[0].line
            self.walk.result.columns.append(Columns(line, tuple(self.roles.values()), headed=False))
        self.walk.result.titled = len(self.drafts)


def _before_first(walk: Walk) -> list[Piece]:
    """Return the pieces before the first heading that is a tiltak."""
    first = next((i for i, piece in enumerate(walk.pieces) if piece.kind == "titled"), 0)
    return list(walk.pieces[:first])


def _may_be_more(text: str) -> bool:
    """Return whether a line below a tiltak may be the rest of its wording, a heading, or a label without its text: no sentence."""
    whole = text.rstrip().endswith((".", "!", "?", "»", "”", ")")) and not text[:1].islower()
    return not whole
