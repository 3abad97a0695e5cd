"""Count a document by its ending, and compare what is there with the lines that a reader handed over."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..readers.lines import Line
from .counted import Counted, Text, seen

_GONE = "\x01"


def count(path: Path) -> Counted:
    """Return the texts of a document that a reader has been able to read."""
    match path.suffix.lower():
        case ".docx":
            from .word import count_docx

            return count_docx(path)
        case ".xlsx" | ".xlsm":
            from .workbook import count_xlsx

            return count_xlsx(path)
        case ".pdf":
            from .pdf import count_pdf

            return count_pdf(path)
    from .text import count_text

    return count_text(path)


@dataclass(frozen=True)
class Compared:
    """What the lines of a reader have of a document."""

    found: int
    """The visible characters of the document that stand in the lines."""
    told: int
    """Those that stand in what the reader says of the document."""
    missing: tuple[Text, ...]
    """What stands in neither."""
    extra: int
    """The characters of the lines that are not in the document: numbers that Word makes."""

    @property
    def lost(self) -> int:
        """Return how many characters are missing."""
        return sum(len(seen(text.whole)) for text in self.missing)


def compare(counted: Counted, lines: Sequence[Line], notes: Sequence[str]) -> Compared:
    """Return what a reader's lines, and what it says in notes, have of a document that was counted."""
    if counted.any_order:
        return _letters(counted, lines)
    read = _Rest("\0".join("".join(seen(line.cells[i]) for i in line.own) for line in lines))
    said = _Rest("\0".join(map(seen, notes)))
    found = told = 0
    missing: list[Text] = []
    for text in sorted(counted.texts, key=lambda text: -len(seen(text.whole))):
        whole = seen(text.whole)
        if read.take(whole):
            found += len(whole)
        elif said.take(whole):
            told += len(whole)
        elif text.needed:
            # A reader may put what a text consists of in different places: a note mark, a deletion.
            lost = []
            for piece in text.pieces:
                if read.take(seen(piece)):
                    found += len(seen(piece))
                elif said.take(seen(piece)):
                    told += len(seen(piece))
                else:
                    lost.append(piece)
            if any(map(seen, lost)):
                missing.append(Text(text.where, tuple(lost)))
    if counted.shown:
        found += read.take_runs(counted.shown)
    order = {id(text): i for i, text in enumerate(counted.texts)}
    missing.sort(key=lambda text: order.get(id(text), 0))
    return Compared(found, told, tuple(missing), read.left)


class _Rest:
    """What is left of the characters of a reader, as texts are found in them."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, wanted: str) -> bool:
        """Take a text away, and return whether it was there."""
        if not wanted:
            return True
        at = self.text.find(wanted)
        if at < 0:
            return False
        self.text = f"{self.text[:at]}{_GONE}{self.text[at + len(wanted) :]}"
        return True

    def take_runs(self, count: int) -> int:
        """Take so many texts that are left, and return how many characters they had."""
        runs = [run for run in self.text.replace("\0", _GONE).split(_GONE) if run]
        taken = runs[:count]
        self.text = _GONE.join(runs[count:])
        return sum(map(len, taken))

    @property
    def left(self) -> int:
        """Return how many characters are left."""
        return len(self.text) - self.text.count(_GONE) - self.text.count("\0")


def _letters(counted: Counted, lines: Sequence[Line]) -> Compared:
    """Return how the letters of a document agree with a reader's, in whatever order, and the texts with those it lacks."""
    joined = "".join(line.cells[i] for line in lines for i in line.own)
    read = Counter(_plain(joined))
    document = Counter(_plain("".join(text.whole for text in counted.texts)))
    lacks = document - read
    missing: list[Text] = []
    rest = _Rest(_plain(joined))
    for text in sorted(counted.texts, key=lambda text: -len(text.whole)):
        whole = _plain(text.whole)
        if rest.take(whole) or not lacks & Counter(whole):
            continue
        # Words that stand in the lines are not lost, whatever stands between them there.
        lost = [
            word
            for word in text.whole.split()
            if not rest.take(_plain(word)) and lacks & Counter(_plain(word))
        ]
        if lost:
            missing.append(Text(text.where, (" ".join(lost),)))
            lacks -= Counter(_plain("".join(lost)))
    if left := "".join(sorted(lacks.elements())):
        missing.append(Text("tegn uten kjent sted", (left,)))
    return Compared(
        document.total() - sum(len(_plain(text.whole)) for text in missing),
        0,
        tuple(missing),
        (read - document).total(),
    )


def _plain(text: str) -> str:
    """Return what one sees of a text, with ligatures and wide letters taken apart."""
    return seen(unicodedata.normalize("NFKC", text))
