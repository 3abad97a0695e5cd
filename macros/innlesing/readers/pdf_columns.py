"""Find the tables of a PDF that have no ruling lines: by columns of words that stand under each other.

What is one row is known by lines or stripes across the page, by the space between rows, or by a word that would have
had room on the line above. Where neither says it for sure, or words of one column reach into the next, nothing is read as a
table, and the lines are marked so that no tiltak is made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

from .lines import POINTS
from .pdf_lines import WORDS, Span, TextLine, is_page_number, text_lines

_COLUMN_GAP = 0.5
"""A column begins where every line has a space of at least this share of the size of its letters."""
_WIDE_GAP = 1.0
"""A line with a space of this share of its size may be several cells."""
_APART = 3.5
"""Lines further apart than this many letters' height are not of one table, unless a line is drawn between them."""
_ROW_GAP = 0.65
"""Lines of one cell stand no further apart than this share of the size of their letters: one and a half line has 0.55."""
_LABEL = re.compile(rf"(?:\(?\d{{1,2}}(?:\.\d{{1,2}})*[.)]?|[a-zæøå][.)]|[{POINTS}])", re.I)


@dataclass
class WordTable:
    """A table without lines: its rows as lines of text for each column, and where it stands."""

    bbox: tuple[float, float, float, float]
    gutters: list[Span]
    rows: list[list[list[str]]] = field(default_factory=list)
    """For each row and column the lines of its text."""
    tops: list[float] = field(default_factory=list)
    wide: list[bool] = field(default_factory=list)
    """Whether the one text of the row stretches across columns."""
    row_gap: float = 0
    """The least space between two rows."""
    sure: bool = True
    """Whether it is known what is one row and one column; else each line of text is a row."""


def may_be_cells(words: Sequence[Any]) -> bool:
    """Return whether a line of text has a space in it as between cells, other than after its number or sign of a point."""
    line = TextLine(sorted(words, key=lambda word: float(word["x0"])))
    texts = [word["text"] for word in line.words]
    first = [word["x1"] for word, text in zip(line.words[:1], texts, strict=False) if _LABEL.fullmatch(text)]
    return any(left not in first for left, _ in line.gaps(_WIDE_GAP))


def word_tables(page: Any, before: WordTable | None = None) -> Iterator[WordTable]:
    """Yield the tables without lines on a page, and what may be such. `before`: the last one on the page above."""
    lines = text_lines(page.extract_words(extra_attrs=["size"], **WORDS))
    rules = _rules(page)
    at = 0
    while at < len(lines):
        end, gutters = _region(lines, at, rules, before.gutters if before else ())
        if end - at > 2 and lines[end - 1] is lines[-1] and is_page_number(lines[end - 1], page):
            end -= 1
        if end - at > 1 and gutters:
            its = lines[at:end]
            columns = [_columns_of(line, gutters) for line in its]
            if _is_list(columns, len(gutters) + 1):
                at = end
                continue
            if table := _table(its, columns, gutters, rules, before):
                yield table
                at = end
                continue
        if may_be_cells(lines[at].words):
            end = max(end, _near(lines, at))
            yield _unsure(lines[at:end])
            at = end
        else:
            at += 1


def rows_within(words: Sequence[Any], gutters: Sequence[Span]) -> int:
    """Return how many rows the words of one drawn row may be: 1 unless several lines of it have text in several columns."""
    lines = text_lines(words)
    if len(lines) < 2:
        return 1
    columns = [_columns_of(line, gutters) for line in lines]
    breaks = _breaks(lines, columns, [False] * len(lines), ())
    if not breaks:
        return 1
    starts = zip([0, *breaks], [*breaks, len(lines)], strict=True)
    filled = [set().union(*(its.keys() for its in columns[first:end])) for first, end in starts]
    return len(filled) if all(len(its) > 1 and 0 in its for its in filled) else 1


def _near(lines: Sequence[TextLine], start: int) -> int:
    """Return where the lines end that stand close below one, in letters of the same size."""
    end = start + 1
    while end < len(lines):
        above, line = lines[end - 1], lines[end]
        if line.top - above.bottom > _APART * line.size or abs(line.size - above.size) > 0.15 * above.size:
            break
        end += 1
    return end


def _row_gap(before: WordTable | None, gutters: Sequence[Span]) -> float:
    """Return the least space between rows of the table on the page above, when this one goes on with it; 0 is not known."""
    same = before and len(before.gutters) == len(gutters) and all(
        abs(a[1] - b[1]) < 3 for a, b in zip(before.gutters, gutters, strict=True)
    )  # fmt: skip
    return before.row_gap if before and same else 0


def _unsure(lines: Sequence[TextLine]) -> WordTable:
    """Return lines as a table of which it is not known what is one row, each line cut at its wide spaces."""
    left, right = min(line.words[0]["x0"] for line in lines), max(line.words[-1]["x1"] for line in lines)
    table = WordTable((left - 1, lines[0].top - 1, right + 1, lines[-1].bottom + 1), [], sure=False)
    for line in lines:
        table.rows.append([
            [" ".join(word["text"] for word in words)]
            for _, words in sorted(_columns_of(line, line.gaps(_WIDE_GAP)).items())
        ])  # fmt: skip
        table.tops.append(line.top)
        table.wide.append(False)
    width = max(map(len, table.rows))
    table.rows = [row + [[""]] * (width - len(row)) for row in table.rows]
    return table


def _rules(page: Any) -> list[tuple[float, float, float]]:
    """Return the horizontal lines and the edges of stripes on a page, as (y, left, right)."""
    return [
        (edge["top"], edge["x0"], edge["x1"])
        for edge in page.edges
        if edge["orientation"] == "h" and edge["x1"] > edge["x0"]
    ]


def _ruled(
    rules: Sequence[tuple[float, float, float]], above: TextLine, below: TextLine, width: float
) -> bool:
    """Return whether lines are drawn between two lines of text, across most of a width."""
    drawn: dict[int, float] = {}
    for y, left, right in rules:
        if above.middle < y < below.middle:
            drawn[round(y / 2)] = drawn.get(round(y / 2), 0) + right - left
    return any(length >= 0.7 * width for length in drawn.values())


def _region(
    lines: Sequence[TextLine], start: int, rules: Sequence[tuple[float, float, float]], before: Sequence[Span]
) -> tuple[int, list[Span]]:
    """Return where a table that begins at a line ends, and the spaces between its columns; none when no table begins there."""
    first = lines[start]
    gutters = first.gaps(_WIDE_GAP)
    if not gutters and not (before and _columns_of(first, before)):
        return start, []
    if before and not _crosses(first, before):
        # The table of the page above goes on: a column of it may be empty here.
        gutters = [*before]
    left, right = first.words[0]["x0"], first.words[-1]["x1"]
    end, wides = start + 1, 1
    for i in range(start + 1, len(lines)):
        line, above = lines[i], lines[i - 1]
        size = median((line.size, first.size))
        far = line.top - above.bottom > _APART * size
        if abs(line.size - first.size) > 0.15 * first.size or (
            far and not _ruled(rules, above, line, right - left)
        ):
            break
        if not line.gaps(_WIDE_GAP):
            # The rest of a cell, or a row of one cell or one text across.
            crossed = _crosses(line, gutters)
            if not crossed and line.words[0]["x0"] < right:
                end = i + 1
            continue
        kept = _narrowed(gutters, line)
        if len(kept) < len(gutters):
            break
        gutters, end, wides = kept, i + 1, wides + 1
        left, right = min(left, line.words[0]["x0"]), max(right, line.words[-1]["x1"])
    if wides < 2:
        return start, []
    return end, _all_gutters([line for line in lines[start:end] if not _crosses(line, gutters)], gutters)


def _narrowed(gutters: Sequence[Span], line: TextLine) -> list[Span]:
    """Return spaces between columns as far as a line leaves them, without those that it reaches across."""
    kept = []
    for left, right in gutters:
        for word in line.words:
            if word["x0"] < right and word["x1"] > left:
                # The word stands at the left of the space or at its right, whichever leaves more of it.
                if word["x1"] - left < right - word["x0"]:
                    left = max(left, word["x1"])
                else:
                    right = min(right, word["x0"])
        if right - left >= _COLUMN_GAP * line.size:
            kept.append((left, right))
    return kept


def _crosses(line: TextLine, gutters: Sequence[Span]) -> bool:
    """Return whether a line has words within a space between columns, or runs across it with no more than a space."""
    return len(_narrowed(gutters, line)) < len(gutters) or any(
        a["x1"] <= left and b["x0"] >= right and b["x0"] - a["x1"] < _COLUMN_GAP * line.size
        for left, right in gutters
        for a, b in zip(line.words, line.words[1:], strict=False)
    )


def _all_gutters(lines: Sequence[TextLine], known: Sequence[Span]) -> list[Span]:
    """Return every space that all lines leave, where some columns have no heading, from the left."""
    taken = sorted((word["x0"], word["x1"]) for line in lines for word in line.words)
    size = median(line.size for line in lines)
    found: list[Span] = []
    reach = taken[0][1]
    for x0, x1 in taken:
        if x0 - reach >= _COLUMN_GAP * size:
            starts = [
                round(word["x0"])
                for line in lines
                for word in line.words
                if word["x0"] >= x0 - 0.5
                and not any(x0 - 0.5 <= other["x0"] < word["x0"] for other in line.words)
            ]
            near = sum(abs(start - x0) < 2 for start in starts)
            is_known = any(left < x0 and right > reach for left, right in known)
            if is_known or near >= 2 or x0 - reach >= _WIDE_GAP * size:
                found.append((reach, x0))
        reach = max(reach, x1)
    return found


def _columns_of(line: TextLine, gutters: Sequence[Span]) -> dict[int, list[Any]]:
    """Return the words of a line by their columns."""
    found: dict[int, list[Any]] = {}
    for word in line.words:
        middle = (word["x0"] + word["x1"]) / 2
        found.setdefault(sum(middle > (left + right) / 2 for left, right in gutters), []).append(word)
    return found


def _table(
    lines: Sequence[TextLine],
    columns: Sequence[dict[int, list[Any]]],
    gutters: list[Span],
    rules: Sequence[tuple[float, float, float]],
    before: WordTable | None,
) -> WordTable | None:
    """Return lines as a table; None when it cannot be known what is one row or one cell."""
    across = [len(its) > 1 and _crosses(line, gutters) for line, its in zip(lines, columns, strict=True)]
    cells = [words for its, wide in zip(columns, across, strict=True) if not wide for words in its.values()]
    breaks = (
        None
        if any(map(may_be_cells, cells))
        else _breaks(lines, columns, across, rules, _row_gap(before, gutters))
    )
    if breaks is None or _ends_in_other_text(lines, columns, breaks):
        return None
    left = min(line.words[0]["x0"] for line in lines)
    right = max(line.words[-1]["x1"] for line in lines)
    bbox = (left - 1, lines[0].top - 1, right + 1, lines[-1].bottom + 1)
    table = WordTable(bbox, gutters)
    # Bands may stand further apart than rows, and a line drawn tells where a row ends by itself.
    table.row_gap = min((lines[i].top - lines[i - 1].bottom for i in breaks), default=0)
    for first, end in zip([0, *breaks], [*breaks, len(lines)], strict=True):
        row: list[list[str]] = [[] for _ in range(len(gutters) + 1)]
        wide = end - first == 1 and across[first]
        for line, its in zip(lines[first:end], columns[first:end], strict=True):
            for at, words in ({0: line.words} if wide else its).items():
                row[at].append(" ".join(word["text"] for word in words))
        table.rows.append(row)
        table.tops.append(lines[first].top)
        table.wide.append(wide)
    filled = [sum(map(bool, row)) for row in table.rows]
    return table if sum(count > 1 for count in filled) >= 2 else None


def _ends_in_other_text(
    lines: Sequence[TextLine], columns: Sequence[dict[int, list[Any]]], breaks: Sequence[int]
) -> bool:
    """Return whether the last line of the last row may be a text below the table: a number of the page, a remark.

    It stands in one column alone, does not begin in small letters, and no cell above it goes on in a line as near.
    """
    last = len(lines) - 1
    if not breaks or last in breaks or len(columns[last]) > 1:
        return False
    word = next(iter(columns[last].values()))[0]["text"]
    gaps = [lines[i].top - lines[i - 1].bottom for i in range(1, last) if i not in breaks]
    near = gaps and lines[last].top - lines[last - 1].bottom <= max(gaps) + 0.5
    return not word[0].islower() and not (near and not word.isdigit())


def _is_list(columns: Sequence[dict[int, list[Any]]], count: int) -> bool:
    """Return whether lines are a list with its numbers or points set apart, or a list of contents with its pages."""
    if count != 2:
        return False
    firsts = [" ".join(word["text"] for word in its[0]) for its in columns if 0 in its]
    lasts = [" ".join(word["text"] for word in its[1]) for its in columns if 1 in its]
    return all(_LABEL.fullmatch(text) for text in firsts) or all(text.isdigit() for text in lasts)


def _breaks(
    lines: Sequence[TextLine],
    columns: Sequence[dict[int, list[Any]]],
    across: Sequence[bool],
    rules: Sequence[tuple[float, float, float]],
    row_gap: float = 0,
) -> list[int] | None:
    """Return before which lines a new row begins; None when nobody can know. `row_gap`: a space that is known to be between rows."""
    width = max(line.words[-1]["x1"] for line in lines) - min(line.words[0]["x0"] for line in lines)
    between = range(1, len(lines))
    drawn = [i for i in between if _ruled(rules, lines[i - 1], lines[i], width)]
    gaps = {i: lines[i].top - lines[i - 1].bottom for i in between}
    reach: dict[int, float] = {}
    for i, its in enumerate(columns):
        for at, words in its.items():
            if not across[i]:
                reach[at] = max(reach.get(at, 0), words[-1]["x1"])
    hints = {i: _hint(lines, columns, i, reach) for i in between}
    for i in between:
        if across[i] or across[i - 1]:
            hints[i] = 1
    # Each row has a line or a stripe of its own when no more than a few rows stand between two of them.
    if len(drawn) >= 2 and sum(hints[i] > 0 for i in between if i not in drawn) * 3 <= len(drawn):
        return drawn
    size = lines[0].size
    narrow = _narrow_gaps([*gaps.values(), *_leadings(lines, columns, gaps)], size)
    if row_gap > 0.2 * size and narrow >= row_gap - 1:
        narrow = row_gap - 1
    breaks, within = [], []
    for i in between:
        if i in drawn or gaps[i] > narrow or across[i] or across[i - 1]:
            breaks.append(i)
        else:
            within.append(i)
    if all(hints[i] <= 0 for i in within) and breaks:
        return breaks
    # The lines within are rows too, or nobody knows.
    if all(hints[i] >= 0 and _begins(columns[i]) for i in within):
        apart = all(gaps[i] >= _ROW_GAP * size for i in within)
        if apart or sum(hints[i] > 0 for i in within) * 2 >= len(within):
            return [*between]
    return None


def _narrow_gaps(gaps: Sequence[float], size: float) -> float:
    """Return the widest space between lines of one cell, where the spaces are of two kinds; else the widest of all.

    Lines that reach into each other, as where text stands in the middle of its row, are of one row anyhow.
    """
    ordered = sorted(gap for gap in gaps if gap > -0.1 * size)
    jumps = (a for a, b in pairwise(ordered) if b - a > 0.2 * size)
    return next(jumps, max(gaps))


def _leadings(
    lines: Sequence[TextLine], columns: Sequence[dict[int, list[Any]]], gaps: dict[int, float]
) -> Iterator[float]:
    """Yield the spaces between lines of one cell where lines of other cells stand between them, half a line lower."""
    last: dict[int, float] = {}
    for i, its in enumerate(columns):
        if i and gaps[i] >= -0.1 * lines[i].size:
            last = {}
        for at in its:
            if at in last:
                yield lines[i].top - last[at]
            last[at] = lines[i].bottom


def _hint(
    lines: Sequence[TextLine], columns: Sequence[dict[int, list[Any]]], at: int, reach: dict[int, float]
) -> int:
    """Return 1 when a line must begin a new row or paragraph, -1 when it goes on with the one above, 0 when neither is seen."""
    above, here = columns[at - 1], columns[at]
    both = above.keys() & here.keys()
    for column in both:
        first = here[column][0]
        room = reach[column] - above[column][-1]["x1"] if column in reach else 0
        if first["x1"] - first["x0"] + 0.3 * lines[at].size < room:
            return 1
    if any(here[column][0]["text"][0].islower() for column in both):
        return -1
    return 0


def _begins(columns: dict[int, list[Any]]) -> bool:
    """Return whether a line may be the first of a row: its first column is there, and no cell begins in small letters."""
    return 0 in columns and not any(
        words[0]["text"][0].islower() and at == 0 for at, words in columns.items()
    )
