"""Compare the words of a PDF as two programs divide them: spaces that one of them has lost, or put within a word, are seen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..readers.lines import Line
from .counted import Counted

_WORD = re.compile(r"[^\W\d_]+")
_TOO_MANY = 0.1
"""Where so much of the letters stands in words that are divided otherwise, the text is not to be trusted."""


def divided_otherwise(counted: Counted, lines: Sequence[Line]) -> tuple[list[tuple[str, str]], bool]:
    """Return the words of a reader that PDFium divides otherwise, each with its place, and whether they are too many to go on."""
    if not counted.any_order:
        return [], False
    theirs = [text.whole for text in counted.texts]
    known = {word for text in theirs for word in _WORD.findall(text)}
    joined = "\0".join("".join(_WORD.findall(text)) for text in theirs)
    found: list[tuple[str, str]] = []
    letters = wrong = 0
    for line in lines:
        for cell in (line.cells[i] for i in line.own):
            for word in _WORD.findall(cell):
                letters += len(word)
                if len(word) > 3 and word not in known and word in joined:
                    wrong += len(word)
                    found.append((line.place, word))
    pieces = {word for line in lines for i in line.own for word in _WORD.findall(line.cells[i])}
    # The other way round: a word that PDFium has whole, and whose pieces stand apart here.
    here = "".join("".join(_WORD.findall(line.cells[i])) for line in lines for i in line.own)
    for text in counted.texts:
        for word in _WORD.findall(text.whole):
            if len(word) > 3 and word not in pieces and word in here:
                wrong += len(word)
                found.append((text.where, word))
    return found, wrong > letters * _TOO_MANY and len(found) > 1
