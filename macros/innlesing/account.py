"""Account for every character: what stood in the document = what stands in the plan file + what was left out.

All sides are measured, none is worked out from another: `counters/` counts the document in another way than the reader
reads it, and the file is read again from its text. White space is not counted, as line ends and margins are the document's
dress.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..reading.document import KeyPath
from ..reading.yaml_reader import read_bytes
from .counters.count import Compared
from .counters.counted import Text
from .outline.drafts import Outline
from .readers.lines import Line, Source, visible


@dataclass(frozen=True)
class Account:
    """Visible characters by where they went, and the texts that did not come back as they were."""

    document: int
    """As counted in the document itself."""
    lines: int
    """As they stand in the lines that the reader handed over."""
    repeated: int
    """Written again, where a cell stretches over several tiltak."""
    plan: int
    headings: int
    leads: int
    left_out: int
    changed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    """What the document has, and no file of data may hold: in the plan file as it stands, for the editor to leave out."""
    made: int = 0
    """In the lines, but not in the document: numbers that Word makes."""
    told: int = 0
    """Said in the report by the reader."""
    missing: tuple[Text, ...] = ()
    """In the document, but in no line."""
    marked: bool = False
    """Whether what is missing stands in the plan file as comments, as the editor asked for."""

    @property
    def lost(self) -> int:
        """Return how many characters are in no line."""
        return sum(visible(text.whole) for text in self.missing)

    @property
    def rest(self) -> int:
        """Return how many characters there is no account of; less than 0 when there are too many."""
        out = self.plan + self.headings + self.leads + self.left_out + self.told
        return self.document + self.made + self.repeated - out - (self.lost if self.marked else 0)

    @property
    def meets(self) -> bool:
        """Return whether nothing is lost and nothing changed, but for what is marked in the file."""
        out = self.plan + self.headings + self.leads + self.left_out
        whole = self.lines + self.repeated == out and not self.changed and self.rest == 0
        return whole and (self.marked or not self.missing)


def settle(
    source: Source,
    outline: Outline,
    text: str,
    verbatim: Sequence[tuple[KeyPath, str]],
    repeated: Sequence[str],
    compared: Compared | None = None,
    *,
    marked: bool = False,
) -> Account:
    """Return the account of a plan file's text against its document.

    `verbatim`: the texts that were meant to stand in the file, with the ways to them; `repeated`: the cells
    that were written more than once; `compared`: what the reader's lines have of the document, without which the reader's
    own count is taken; `marked`: what is missing was written as comments. The file is read again from its text, and each
    verbatim text compared with what is read.
    """
    document = read_bytes(text.encode("utf-8"), "planfilen")
    changed = [str(problem) for problem in document.problems if problem not in document.refused]
    plan = 0
    for keys, meant in verbatim:
        found = _at(document.value, keys)
        if found == meant:
            plan += visible(found)
        else:
            changed.append(f"{document.describe(keys)}: «{meant}»")
    lines = sum(map(_own, source.lines))
    lost = sum(visible(one.whole) for one in compared.missing) if compared else 0
    return Account(
        document=compared.found + compared.told + lost if compared else source.visible,
        lines=lines,
        repeated=sum(map(visible, repeated)),
        plan=plan,
        headings=sum(_own(columns.line) for columns in outline.columns if columns.headed),
        leads=sum(map(visible, outline.leads)),
        left_out=sum(visible(text) for _, text, _ in outline.left_out),
        changed=tuple(changed),
        refused=tuple(map(str, document.refused)),
        # What is left of the lines when all of the document is found in them.
        made=lines - compared.found if compared else 0,
        told=compared.told if compared else 0,
        missing=compared.missing if compared else (),
        marked=marked and all(comment_of(one.whole) in _comments(text) for one in compared.missing)
        if compared
        else False,
    )


def comment_of(text: str) -> str:
    """Return a text as it stands in a comment: on one line, with what cannot be shown left away."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _comments(text: str) -> str:
    """Return what the comments of a file say, on one line."""
    return " ".join(line.lstrip("# ") for line in text.split("\n") if line.startswith("#"))


def _own(line: Line) -> int:
    """Return the visible characters of a line, without cells that stretch down to it from above."""
    return sum(visible(cell) for i, cell in enumerate(line.cells) if i not in line.copies)


def _at(value: Any, keys: KeyPath) -> Any:
    """Return the value at the end of a way into a file; None when the way leads nowhere."""
    for key in keys:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return None
    return value
