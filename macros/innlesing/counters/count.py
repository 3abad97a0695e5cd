"""Count a document by its ending, and compare what is there with the lines that a reader handed over."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..readers.lines import Line
from .counted import Counted, Text, seen

_GONE, _END = "\x01", "\0"
"""What a text that was found leaves, and what stands after each line. Neither is a character that one sees."""
_BEST = 5


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
    read = _Rest([line.cells[i] for i in line.own] for line in lines)
    said = _Rest([note] for note in notes)
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
        found += read.take_cells(counted.shown)
    order = {id(text): i for i, text in enumerate(counted.texts)}
    missing.sort(key=lambda text: order.get(id(text), 0))
    return Compared(found, told, tuple(missing), read.left)


class _Rest:
    """What is left of the characters of a reader, as texts are found in them."""

    def __init__(self, lines: Iterable[Sequence[str]]) -> None:
        self.starts: set[int] = set()
        """Where a cell, or a line within one, begins."""
        parts: list[str] = []
        at = 0
        for line in lines:
            for cell in line:
                for one in filter(None, map(seen, cell.split("\n"))):
                    self.starts.add(at)
                    parts.append(one)
                    at += len(one)
            parts.append(_END)
            at += 1
        self.text = "".join(parts)
        self.bounds = sorted(self.starts)

    def take(self, wanted: str) -> bool:
        """Take a text away, and return whether it was there: rather whole cells than a part, and rather of one than of two."""
        if not wanted:
            return True
        best, worth = -1, 0
        at = self.text.find(wanted)
        while at >= 0 and worth < _BEST:
            if (here := self._worth(at, at + len(wanted))) > worth:
                best, worth = at, here
            at = self.text.find(wanted, at + 1)
        if best >= 0:
            self._take(best, best + len(wanted))
        return best >= 0

    def _worth(self, start: int, end: int) -> int:
        """Return how likely a text stands here: from where a cell begins to where one ends, within one, across several."""
        begins, ends = start in self.starts, end in self.starts or self.text[end] in (_END, _GONE)
        within = bisect_right(self.bounds, start) == bisect_left(self.bounds, end)
        if begins and ends:
            return _BEST if within else 4
        return 1 + within * (1 + begins)

    def _take(self, start: int, end: int) -> None:
        self.text = f"{self.text[:start]}{_GONE * (end - start)}{self.text[end:]}"

    def take_cells(self, count: int) -> int:
        """Take so many cells of which all is left, and return how many characters they had."""
        taken = 0
        for start, end in zip(self.bounds, [*self.bounds[1:], len(self.text)], strict=True):
            cell = self.text[start:end].rstrip(_END)
            if count and cell and _GONE not in cell:
                self._take(start, start + len(cell))
                taken += len(cell)
                count -= 1
        return taken

    @property
    def left(self) -> int:
        """Return how many characters are left."""
        return len(self.text) - self.text.count(_GONE) - self.text.count(_END)


def _letters(counted: Counted, lines: Sequence[Line]) -> Compared:
    """Return how the letters of a document agree with a reader's, in whatever order, and the texts with those it lacks."""
    joined = "".join(line.cells[i] for line in lines for i in line.own)
    read = Counter(_plain(joined))
    document = Counter(_plain("".join(text.whole for text in counted.texts)))
    lacks = document - read
    missing: list[Text] = []
    rest = _Rest([[_plain(joined)]])
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
