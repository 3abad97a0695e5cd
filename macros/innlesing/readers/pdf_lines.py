"""Define a line of words across a page of a PDF, by which its tables without lines are found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

_WORD_GAP = 0.18
"""Letters further apart than this share of their size are of two words: a space has 0.25 of it, in tight text 0.2."""
WORDS: dict[str, Any] = {"x_tolerance_ratio": _WORD_GAP}
"""How pdfplumber is asked for words and lines of text."""


Span = tuple[float, float]


@dataclass
class TextLine:
    """Words that stand on one line across the page, from the left."""

    words: list[Any]

    @property
    def top(self) -> float:
        return float(min(word["top"] for word in self.words))

    @property
    def bottom(self) -> float:
        return float(max(word["bottom"] for word in self.words))

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        return float(median(word["size"] for word in self.words))

    def gaps(self, share: float) -> list[Span]:
        """Return the spaces between its words that are at least so many sizes of a letter wide."""
        pairs = zip(self.words, self.words[1:], strict=False)
        return [
            (a["x1"], b["x0"]) for a, b in pairs if b["x0"] - a["x1"] >= share * max(a["size"], b["size"])
        ]


def text_lines(words: Sequence[Any]) -> list[TextLine]:
    """Return words as lines, from the top: a word is on the line whose middle it reaches across."""
    lines: list[TextLine] = []
    for word in sorted(words, key=lambda word: (float(word["top"]) + float(word["bottom"]), word["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        last = lines[-1] if lines else None
        if last and abs(middle - last.middle) < 0.3 * word["size"]:
            last.words.append(word)
        else:
            lines.append(TextLine([word]))
    for line in lines:
        line.words.sort(key=lambda word: float(word["x0"]))
    return lines


def is_page_number(line: TextLine, page: Any) -> bool:
    """Return whether a line at the foot of a page is its number and nothing more."""
    said = " ".join(word["text"] for word in line.words)
    return (
        line.top > 0.9 * float(page.height)
        and re.fullmatch(r"(?:side )?\d{1,3}(?: ?(?:av|/|\|) ?\d{1,3})?", said, re.I) is not None
    )
