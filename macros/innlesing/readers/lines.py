"""Define what readers hand over: lines of cells, each with its place. What they mean is not known here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from ...tools import signs

POINTS = "-–•*▪●◦‣\uf0b7→➢➤►▸■□◆❖○"
"""The signs that stand before a point of a list; «-» first, so that they can stand between brackets of an expression."""
BESIDE = "Teksten står utenfor selve dokumentet."


class Unreadable(Exception):
    """A document that cannot be read; the message says why and what to do, in Norwegian."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (one cell, or several with tabs between) or a row of a table."""

    cells: tuple[str, ...]
    place: str
    """Where an editor finds it: «linje 18», «tabell 2, rad 3», «arket «Plan», rad 4»."""
    table: int = 0
    """Which table it is a row of, counted from 1; 0 is none."""
    level: int = 0
    """The level of a heading, 1 the highest; 0 is not set as one."""
    bullet: bool = False
    """Set as a point of a list by the program that made the document."""
    indent: int = 0
    """How far in it starts, in whatever measure the format has."""
    copies: frozenset[int] = frozenset()
    """The cells whose text stands in a cell above that stretches down to here."""
    wide: bool = False
    """Its one text stretches across several columns."""
    outside: str = ""
    """Why it is not of the text itself, when it is not: headers and footers, comments, deletions, hidden sheets."""
    unsure: str = ""
    """Why it cannot be known what is one cell of it, when it cannot: no tiltak may be made of it."""

    def at(self, i: int) -> str:
        """Return a cell; «» when the row has fewer cells, as what trims tabs or semicolons leaves it."""
        return self.cells[i] if 0 <= i < len(self.cells) else ""

    @property
    def filled(self) -> list[int]:
        """Return the places of the cells that have text, of their own or from above."""
        return [i for i, cell in enumerate(self.cells) if cell]

    @property
    def own(self) -> list[int]:
        """Return the places of the cells that have text of their own."""
        return [i for i in self.filled if i not in self.copies]


@dataclass
class Source:
    """A document read: its lines in order, how many visible characters it holds, and what the reader noticed."""

    kind: str
    lines: list[Line]
    visible: int
    """Counted by the reader in the document itself, so that a line that it missed shows."""
    notes: list[str] = field(default_factory=list)


def visible(text: str) -> int:
    """Return how many characters of a text one can see: all but white space, as Word counts without spaces."""
    return sum(map(len, text.split()))


def clean(text: str) -> str:
    """Return a cell as the data can hold it: no space at its ends, one kind of line end, composed letters.

    Control characters and others that no page can show are taken away, as no file of data may hold them; they are not
    visible either. A sign without a meaning of its own is kept, as it may have been a letter: `sjekk` tells of it.
    """
    text = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    return unicodedata.normalize("NFC", signs.without_unseen(text)).strip()
