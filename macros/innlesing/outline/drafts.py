"""Define what a document is taken apart into: tiltak, headings, mål, and all that is none of these."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..readers import numbers
from ..readers.lines import Line
from ..recognising.columns import Columns


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
    others: dict[str, str] = field(default_factory=dict)
    """The cells of the columns that the plan declares itself: printed heading -> cell."""


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
    used: set[int] = field(default_factory=set)
    """The `id` of each line that is more of a tiltak of another line: a deltiltak, a row that goes on."""
    titled: int = 0
    """How many tiltak are headings of their own (see `titled.py`)."""
    doubtful: list[Line] = field(default_factory=list)
    """Lines below such a tiltak of which nobody can know whether they are more of its wording, or a heading."""
    lone: list[Line] = field(default_factory=list)
    """Rows with text in one cell alone of which nobody can know whether they are headings or tiltak."""

    more: list[Line] = field(default_factory=list)
    """Rows of one text that say something of the rows above them, as labels and sentences do, where nobody has said that they are headings."""

    @property
    def lines_used(self) -> set[int]:
        """Return the `id` of each line that became a tiltak, a part of one, or a heading or mål over one."""
        over = {id(part.line) for draft in self.drafts for part in draft.over}
        goals = {id(goal.line) for goal in self.goals}
        return {id(draft.line) for draft in self.drafts} | self.used | over | goals
