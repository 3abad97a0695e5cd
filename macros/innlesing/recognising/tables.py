"""Say which columns hold for a row: those of its own table's headings, those the editor has given, or those of a table
just before that it plainly goes on with."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ...format import frist
from ..readers.lines import Line
from ..readers.numbers import is_number, starts_with_number
from .columns import Column, Columns, is_headed, is_other, meaning, recognise
from .looks import like_an_action, words


class Holding:
    """Follows the columns through the lines of a document, from the first to the last."""

    def __init__(
        self,
        lines: Sequence[Line],
        given: Mapping[str, str],
        places: Mapping[int, str],
        chosen: Collection[int] | None,
    ) -> None:
        self.given, self.places, self.chosen = given, places, chosen
        self.columns: Columns | None = None
        self.tables: dict[int, list[Line]] = {}
        for line in lines:
            if line.table and line.own and not line.outside:
                self.tables.setdefault(line.table, []).append(line)
        self.runs = {id(line): run for run in runs(lines) for line in run}
        """The rows that stand together, by the `id` of each of them."""
        self.beside = {id(line): (above, below) for above, line, below in _between_rows(lines)}
        self.below = {id(line): below for line, below in pairwise(lines) if line.table == below.table > 0}
        """The row just below each row of a table."""
        self.goes_on: dict[int, bool] = {}
        self.fresh = True
        """Whether a blank line, other text or a row of one cell stands between this row and the one above."""

    def blank(self) -> None:
        """Note that a line without text stands here."""
        self.fresh = True

    def at(self, line: Line) -> tuple[Columns | None, bool]:
        """Return the columns for a line, None when none hold, and whether the line is itself the row of headings."""
        fresh, self.fresh = self.fresh, not line.table or len(line.own) == 1
        first = bool(line.table) and line is self.tables[line.table][0]
        if found := recognise(line, self.given, self._places(line), first=first):
            self.columns = found
            return found, True
        if more := self._in_detail(line):
            self.columns = more
            return more, True
        if not line.table or (
            len(line.own) == 1 and id(line) in self.below and is_other(self.below[id(line)])
        ):
            return None, False
        if (first or fresh) and (is_other(line) or (is_headed(line) and not self._places(line))):
            self.columns = None
            return None, False
        if self.columns and self.runs[id(line)] is self.runs.get(id(self.columns.line)):
            return self.columns, False
        if self._places(line) and len(line.own) > 1:
            return self._given(line)
        if self.columns and self._continues(line):
            return self.columns, False
        return None, False

    def _in_detail(self, line: Line) -> Columns | None:
        """Return the columns when a row just below one of headings has more of them, under one that stretches over several."""
        above = self.columns.line if self.columns and self.columns.headed else None
        if above is None or self.below.get(id(above)) is not line or not is_headed(line):
            return None
        whole = [line.at(i) or above.at(i) for i in range(max(len(line.cells), len(above.cells)))]
        found = recognise(replace(line, cells=tuple(whole)), self.given, self._places(line), first=True)
        return Columns(line, found.columns) if found else None

    def within(self, line: Line) -> Columns | None:
        """Return the columns that hold for a line of one cell, which stands between two rows of a file without tables."""
        above, below = self.beside.get(id(line), (None, None))
        if (
            not (self.columns and above and below)
            or is_other(below)
            or recognise(below, self.given, first=True)
        ):
            return None
        return self.columns

    def _places(self, line: Line) -> Mapping[int, str]:
        """Return what the editor has said of the columns of a line, by their numbers."""
        return self.places if self.chosen is None or id(line) in self.chosen else {}

    def _given(self, line: Line) -> tuple[Columns, bool]:
        """Return the columns that the editor gave, for a table without known headings; its first row may be headings."""
        headed = self._looks_headed(line)
        roles = dict(self.places)
        if headed:
            # What the editor has not said, a heading may say for itself.
            for i in line.own:
                role, whole = meaning(line.at(i), self.given)
                if whole and role not in roles.values():
                    roles.setdefault(i + 1, role)
        columns = tuple(
            Column(i, line.at(i) if headed else f"kolonne {i + 1}", roles.get(i + 1, ""))
            for i in range(len(line.cells))
            if line.at(i) or i + 1 in self.places
        )
        self.columns = Columns(line, columns, headed=headed)
        return self.columns, headed

    def _looks_headed(self, line: Line) -> bool:
        """Return whether a row is words over columns: short, without figures, and much shorter than what stands below."""
        texts = [line.cells[i] for i in line.own]
        if any(meaning(line.at(number - 1), {}) == (role, True) for number, role in self.places.items()):
            return True
        at = next((number - 1 for number, role in self.places.items() if role == "tiltak"), -1)
        below = [one.at(at) for one in self.tables[line.table] if one is not line and one.at(at)]
        short = all(len(words(text)) <= 4 and not re.search(r"\d", text) for text in texts)
        mean = sum(map(len, below)) / len(below) if below else 0
        return short and len(texts) > 1 and not like_an_action(line.at(at)) and mean > len(line.at(at)) * 1.5

    def _continues(self, line: Line) -> bool:
        """Return whether rows go on with the columns above: as wide, and with the same kinds of cells."""
        run = self.runs[id(line)]
        if id(run) not in self.goes_on:
            assert self.columns is not None
            own = run[0].table == self.columns.line.table
            self.goes_on[id(run)] = _alike(run, self.columns, wide=own)
        return self.goes_on[id(run)]


def _alike(rows: Sequence[Line], columns: Columns, *, wide: bool) -> bool:
    """Return whether rows without headings hold what these columns say; `wide`: whatever their width."""
    if not wide and max(len(line.cells) for line in rows) != len(columns.line.cells):
        return False
    wording, when = columns.of("tiltak"), columns.of("frist")
    assert wording is not None
    several = [line for line in rows if len(line.own) > 1 or line.own == [wording.at] != [0]]
    texts = [text for line in several for text in (line.at(wording.at), line.at(wording.at + 1)) if text]
    said = [line.at(when.at) for line in several if line.at(when.at)] if when else []
    dated = [text for text in said if frist.parse(text) or re.search(r"\d{4}", text)]
    acts = sum(map(like_an_action, texts)) * 2 >= len(several)
    numbered = [line for line in several if _is_numbered(line, columns, wording.at)]
    if len(numbered) * 2 >= len(several) > 0:
        return True
    return bool(several) and len(dated) * 2 >= len(said) and (bool(dated) or acts)


def _between_rows(lines: Sequence[Line]) -> Iterator[tuple[Line, Line, Line]]:
    """Yield each line of one cell with the rows just above and below it, where no blank line stands between."""
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        plain = not (line.table or line.level or line.bullet or line.outside) and len(line.own) == 1
        if plain and above.table == below.table > 0 and above.own and len(below.own) > 1:
            yield above, line, below


def _is_numbered(line: Line, columns: Columns, at: int) -> bool:
    """Return whether a row has a number where its wording stands, or in the cell before."""
    own = columns.of("nr")
    before = line.at(own.at if own else at - 1)
    return is_number(before) or is_number(line.at(at)) or starts_with_number(line.at(at))


def runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the rows of each table of a document, together as long as no other text stands between them."""
    run: list[Line] = []
    for line in lines:
        if not line.own or line.outside:
            continue
        if run and line.table != run[0].table:
            yield run
            run = []
        if line.table:
            run.append(line)
    if run:
        yield run
