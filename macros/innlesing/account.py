"""Account for every character: what stood in the document = what stands in the plan file + what was left out.

Both sides are measured, none is worked out from the other: the reader counts the document, and the file is read again
from its text. White space is not counted, as line ends and margins are the document's dress.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..reading.document import KeyPath
from ..reading.yaml_reader import read_bytes
from .outline.drafts import Outline
from .readers.lines import Line, Source, visible


@dataclass(frozen=True)
class Account:
    """Visible characters by where they went, and the texts that did not come back as they were."""

    document: int
    """As the reader counted the document itself."""
    lines: int
    """As they stand in the lines that the reader handed over."""
    repeated: int
    """Written again, where a cell stretches over several tiltak."""
    plan: int
    headings: int
    leads: int
    left_out: int
    changed: tuple[str, ...] = ()

    @property
    def meets(self) -> bool:
        """Return whether nothing is lost and nothing changed."""
        out = self.plan + self.headings + self.leads + self.left_out
        return self.document == self.lines and self.lines + self.repeated == out and not self.changed


def settle(
    source: Source,
    outline: Outline,
    text: str,
    verbatim: Sequence[tuple[KeyPath, str]],
    repeated: Sequence[str],
) -> Account:
    """Return the account of a plan file's text against its document.

    `verbatim`: the texts that were meant to stand in the file, with the ways to them; `repeated`: the cells
    that were written more than once. The file is read again from its text, and each verbatim text compared
    with what is read.
    """
    document = read_bytes(text.encode("utf-8"), "planfilen")
    changed = [str(problem) for problem in document.problems]
    plan = 0
    for keys, meant in verbatim:
        found = _at(document.value, keys)
        if found == meant:
            plan += visible(found)
        else:
            changed.append(f"{document.describe(keys)}: «{meant}»")
    return Account(
        document=source.visible,
        lines=sum(map(_own, source.lines)),
        repeated=sum(map(visible, repeated)),
        plan=plan,
        headings=sum(_own(columns.line) for columns in outline.columns if columns.headed),
        leads=sum(map(visible, outline.leads)),
        left_out=sum(visible(text) for _, text, _ in outline.left_out),
        changed=tuple(changed),
    )


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
