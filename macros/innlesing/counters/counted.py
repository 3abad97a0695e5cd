"""Define what a counter hands over: the texts of a document by where they stand, and what no program can read."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from ...tools import signs


@dataclass(frozen=True)
class Text:
    """A paragraph or a cell, with what holds it («SmartArt», «topptekst») as an editor calls it."""

    where: str
    pieces: tuple[str, ...]
    """Its text in the pieces that the file has it in."""
    needed: bool = True
    """Whether a reader must have it; the name of a sheet may be of no use."""

    @property
    def whole(self) -> str:
        """Return all of it."""
        return "".join(self.pieces)


@dataclass
class Counted:
    """A document counted."""

    texts: list[Text] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """What cannot be read by any program, said to the editor: pictures, embedded files."""
    shown: int = 0
    """How many cells hold a number or a day, of which a format decides what is shown."""
    form: Counter[str] = field(default_factory=Counter)
    """How often the file has each sign that may be form or text: separators, quotes, the marks of Markdown."""
    any_order: bool = False
    """Only the letters can be compared, as two programs put the words of a page in different order."""

    def add(self, where: str, *pieces: str, needed: bool = True) -> None:
        """Add a text, when one can see it."""
        if any(map(seen, pieces)):
            self.texts.append(Text(where, pieces, needed))


def seen(text: str) -> str:
    """Return what one sees of a text: without white space and signs that are not shown, with composed letters."""
    return "".join(signs.without_unseen(unicodedata.normalize("NFC", text)).split())
