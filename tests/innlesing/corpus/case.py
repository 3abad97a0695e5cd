"""What a document of the corpus is: how it is written, and what is true of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests import plandokumenter as dokument
from tests.plandokumenter import Oppslag

from .pdf import write_pdf

Write = Callable[[Path], object]
Answer = Sequence[Mapping[str, str]]
"""The tiltak in order, each with the cells that are printed: `ordlyd`, and the names of the columns; `nr` where printed."""

KINDS = {
    1: "noe annet ved siden av", 2: "korte rader", 3: "ikke stille endret", 4: "regnskap", 5: "PDF", 6: "Excel", 7: "virkelige planer",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A document: its kind (as `KINDS`), its file's ending, how it is written, and the true answer."""

    name: str
    kind: int
    ending: str
    write: Write
    answer: Answer
    areas: tuple[str, ...] = ()
    """The titles of the innsatsområder, where the document has such."""
    refused: bool | None = False
    """It must be refused: it cannot be known what the tiltak are, or the text cannot be read. None: either will do."""
    wish: Mapping[str, Any] = field(default_factory=dict)
    """What an editor answers; then it must be read."""
    told: tuple[str, ...] = ()
    """What the report must say, or else the message of a refusal."""
    waits: str = ""
    """Why it is not read right yet."""


def rows(*lines: Sequence[str], table: int = 1) -> list[Oppslag]:
    """Return the rows of a table, all as wide as the widest."""
    width = max(map(len, lines))
    return [Oppslag((*line, *[""] * (width - len(line))), tabell=table) for line in lines]


def band(text: str, width: int, table: int = 1) -> Oppslag:
    """Return a row of one text across a table."""
    return Oppslag((text, *[""] * (width - 1)), tabell=table, bred=True)


def h(text: str, level: int = 1) -> Oppslag:
    """Return a heading."""
    return Oppslag((text,), nivå=level)


def p(text: str) -> Oppslag:
    """Return a paragraph."""
    return Oppslag((text,))


def b(text: str, depth: int = 1) -> Oppslag:
    """Return a point."""
    return Oppslag((text,), punkt=depth)


def lines_as(ending: str, lines: Sequence[Oppslag]) -> Write:
    """Return what writes lines as a document of a kind."""

    def write(path: Path) -> object:
        match ending.partition(":")[0]:
            case ".docx":
                return dokument.write_docx(lines, path)
            case ".xlsx":
                return dokument.write_xlsx(lines, path)
            case ".csv":
                return dokument.write_csv(lines, path)
            case ".pdf":
                return write_pdf(lines, path, ending.partition(":")[2])
            case _:
                return dokument.write_text(lines, path)

    return write


def cases(
    name: str, kind: int, endings: str, lines: Sequence[Oppslag], answer: Answer, **more: Any
) -> list[Case]:
    """Return one case for each ending, all with the same lines; «.pdf:zebra» is a PDF in a style of `pdf.py`."""
    return [
        Case(f"{name} {ending}", kind, ending.partition(":")[0], lines_as(ending, lines), answer, **more)
        for ending in endings.split()
    ]


def answer(head: Sequence[str], *lines: Sequence[str]) -> list[dict[str, str]]:
    """Return the answer of a table: the fields of its columns, «» for one that is no field, and its rows."""
    return [
        {field: (line[i] if i < len(line) else "") for i, field in enumerate(head) if field} for line in lines
    ]
