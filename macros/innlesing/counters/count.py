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

_END = "\0"
"""What stands after each line. It is no character that one sees."""
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
    if same := _all_there(counted, lines):
        return same
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
    if counted.form:
        found += read.take_signs(counted.form)
    order = {id(text): i for i, text in enumerate(counted.texts)}
    missing.sort(key=lambda text: order.get(id(text), 0))
    return Compared(found, told, tuple(missing), read.left)


def _all_there(counted: Counted, lines: Sequence[Line]) -> Compared | None:
    """Return the answer at once where a document and its lines are the same from end to end, but for signs of form."""
    if counted.shown:
        return None
    away = dict.fromkeys(map(ord, counted.form))
    joined = "".join(seen(line.cells[i]) for line in lines for i in line.own)
    document = "".join(seen(text.whole) for text in counted.texts)
    same = joined.translate(away) == document.translate(away)
    extra = Counter(joined) - Counter(document) - counted.form
    return Compared(len(joined), 0, (), 0) if same and not extra else None


class _Rest:
    """The characters of a reader, and which of them texts have been found in."""

    def __init__(self, lines: Iterable[Sequence[str]]) -> None:
        self.starts: dict[int, str] = {}
        """Where a cell, or a line within one, begins, and what it says."""
        at = 0
        parts: list[str] = []
        for line in lines:
            for one in (seen(part) for cell in line for part in cell.split("\n")):
                if one:
                    self.starts[at] = one
                    parts.append(one)
                    at += len(one)
            parts.append(_END)
            at += 1
        self.text = "".join(parts)
        self.bounds = list(self.starts)
        self.found = bytearray(len(self.text))
        """A 1 for each character that is found."""
        self.whole: dict[str, list[int]] = {}
        """Where the cells that say just this begin, the last first."""
        for start in reversed(self.bounds):
            self.whole.setdefault(self.starts[start], []).append(start)

    def take(self, wanted: str) -> bool:
        """Take a text away, and return whether it was there: rather whole cells than a part, and rather of one than of two."""
        if not wanted:
            return True
        places = self.whole.get(wanted, [])
        best, worth = -1, 0
        while places and best < 0:
            at = places.pop()
            best = at if self._is_free(at, len(wanted)) else -1
        at = self.text.find(wanted) if best < 0 else -1
        while at >= 0 and worth < _BEST:
            here = self._worth(at, at + len(wanted)) if self._is_free(at, len(wanted)) else 0
            if here > worth:
                best, worth = at, here
            at = self.text.find(wanted, at + 1)
        if best >= 0:
            self._take(best, len(wanted))
        return best >= 0

    def _is_free(self, start: int, length: int) -> bool:
        return self.found.find(1, start, start + length) < 0

    def _take(self, start: int, length: int) -> None:
        self.found[start : start + length] = b"\1" * length

    def _worth(self, start: int, end: int) -> int:
        """Return how likely a text stands here: from where a cell begins to where one ends, within one, across several."""
        begins, ends = start in self.starts, end in self.starts or self.text[end] == _END or self.found[end]
        within = bisect_right(self.bounds, start) == bisect_left(self.bounds, end)
        if begins and ends:
            return _BEST if within else 4
        return 1 + within * (1 + begins)

    def take_cells(self, count: int) -> int:
        """Take so many cells of which all is left, and return how many characters they had."""
        free = [start for start, cell in self.starts.items() if self._is_free(start, len(cell))][:count]
        for start in free:
            self._take(start, len(self.starts[start]))
        return sum(len(self.starts[start]) for start in free)

    def take_signs(self, signs: Counter[str]) -> int:
        """Take what is left of these signs, at most so many of each, and return how many."""
        rest, taken = Counter(signs), 0
        for at, sign in enumerate(self.text):
            if rest[sign] > 0 and not self.found[at]:
                self.found[at] = 1
                rest[sign] -= 1
                taken += 1
        return taken

    @property
    def left(self) -> int:
        """Return how many characters are left."""
        return self.found.count(0) - self.text.count(_END)


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
