"""Read a PDF: the tables that its lines draw, those whose words stand in columns, and the text around them.

A PDF has no rows, cells or paragraphs, only letters and lines at places. So what comes out must be compared with the
document: where a word is divided at the end of a line, nobody can know whether the hyphen belongs to it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from .lines import POINTS, Line, Source, Unreadable, clean, visible
from .pdf_columns import WordTable, rows_within, word_tables
from .pdf_lines import WORDS, Span, text_lines


def read_pdf(path: Path) -> Source:
    """Return the rows of the tables and the paragraphs around them, page by page."""
    import pdfplumber

    source = Source("PDF", [], 0)
    source.notes.append(
        "En PDF har ingen celler, bare bokstaver og streker. Sammenlign hver celle med dokumentet."
    )
    tables = 0
    above: WordTable | None = None
    with pdfplumber.open(path) as document:
        for number, page in enumerate(document.pages, 1):
            # Some programs make letters bold by printing them twice, a hair apart.
            page = page.filter(_once(page.chars))
            source.visible += sum(visible(clean(char["text"])) for char in page.chars)
            drawn = _has_too_many_lines(page)
            found: list[Any] = (
                [] if drawn else [table for table in page.find_tables() if _is_ruled(table, page)]
            )
            if drawn:
                source.notes.append(
                    f"Side {number} har en tegning med svært mange streker. Er det en tabell på siden, er den lest av hvor ordene står."
                )
            rest = page.filter(_outside([table.bbox for table in found]))
            bare = [*word_tables(rest, above)]
            rest = rest.filter(_outside([table.bbox for table in bare]))
            source.notes += [f"Side {number}: «{text}» {_STRUCK}" for text in _struck(page)]
            above = next((table for table in reversed(bare) if table.sure), above)
            blocks = [(top, line) for top, line in _paragraphs(rest, f"side {number}", source.notes)]
            for table in sorted([*found, *bare], key=lambda table: float(table.bbox[1])):
                tables += 1
                where = f"side {number}, tabell {tables}"
                if isinstance(table, WordTable):
                    blocks += _rows_of_words(table, where, tables, source.notes)
                else:
                    blocks += _rows(table, where, tables, source.notes, page)
            source.lines += _joined_points([line for _, line in sorted(blocks, key=lambda block: block[0])])
    source.lines = _joined_rows(source.lines, source.notes)
    _refuse_lost(source.lines)
    return source


def _joined_points(lines: list[Line]) -> list[Line]:
    """Return lines with the sign of a point that stands alone put before the text that follows it."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1].cells if joined else ()
        if (
            len(last) == 1
            and last[0] in [*POINTS]
            and len(line.cells) == 1
            and line.cells[0] not in [*POINTS]
        ):
            line = replace(line, cells=(f"{last[0]} {line.cells[0]}",), indent=joined.pop().indent)
        joined.append(line)
    return joined


def _joined_rows(lines: list[Line], notes: list[str]) -> list[Line]:
    """Return lines with the rows put together that a page break splits, and say so in `notes`.

    The first row of a table on a page, but for headings that are repeated, goes on with the last row of the page before when
    both have as many cells, and each of its cells begins in small letters and goes on in one that is filled.
    """
    joined: list[Line] = []
    ends: dict[int, int] = {}
    """Number of a table -> the place of its last row among `joined`."""
    heads: dict[int, tuple[str, ...]] = {}
    begun: set[int] = set()
    for line in lines:
        above = ends.get(line.table - 1)
        if line.table and line.table not in begun and above is not None:
            repeated = line.cells == heads.get(line.table - 1)
            if not repeated:
                begun.add(line.table)
            last = joined[above]
            if not repeated and _splits(last, line):
                pairs = zip(last.cells, line.cells, strict=True)
                joined[above] = replace(
                    last, cells=tuple(_joined([a, b], line.place, notes) for a, b in pairs)
                )
                said = " ".join(line.cells[i] for i in line.filled)[:60]
                notes.append(
                    f"{line.place[0].upper()}{line.place[1:]}: fortsetter raden på siden før: «{said}». Den er satt sammen med den."
                )
                continue
        if line.table:
            heads.setdefault(line.table, line.cells)
            ends[line.table] = len(joined)
        joined.append(line)
    return joined


def _splits(last: Line, line: Line) -> bool:
    """Return whether a row can only be the rest of one on the page before."""
    pages = {one.place.partition(",")[0] for one in (last, line)}
    if len(pages) != 2 or len(line.cells) != len(last.cells) or line.copies or not line.filled:
        return False
    return all(line.cells[i][0].islower() and last.cells[i] for i in line.filled)


def _struck(page: Any) -> Iterator[str]:
    """Yield the words of a page that a line is drawn through, those that stand together as one text."""
    words = page.extract_words(extra_attrs=["size"], **WORDS)
    thin = [one for one in (*page.lines, *page.rects) if one["height"] < 2.5 and one["width"] > 2]
    for line in text_lines(words):
        through = [one for one in thin if line.top < one["top"] < line.bottom]
        for hit, group in itertools.groupby(
            line.words, key=lambda word: any(_through(one, word) for one in through)
        ):
            if hit:
                yield " ".join(word["text"] for word in group)


def _through(line: Any, word: Any) -> bool:
    """Return whether a line is drawn through the middle of most of a word, and not over or under it."""
    middle, height = (word["top"] + word["bottom"]) / 2, word["bottom"] - word["top"]
    over = min(line["x1"], word["x1"]) - max(line["x0"], word["x0"])
    near = abs((line["top"] + line["bottom"]) / 2 - middle) < 0.22 * height
    return bool(near and over > 0.5 * (word["x1"] - word["x0"]))


def _refuse_lost(lines: list[Line]) -> None:
    """Raise Unreadable when letters of a PDF mean nothing, or the spaces between its words are lost, by measuring them."""
    for place, group in itertools.groupby(lines, key=lambda line: line.place.partition(",")[0]):
        text = " ".join(cell for line in group for cell in line.cells)
        letters, words = visible(text), re.findall(r"[^\W\d_]+", text)
        unknown = len(re.findall(r"[\ue000-\uf0b6\uf0b8-\uf8ff\ufffd]", text)) + sum(
            map(len, re.findall(r"\(cid:\d+\)", text))
        )
        # Of a page of Norwegian some 2 % of the letters stand in words above 18 letters.
        long = sum(len(word) for word in words if len(word) > _LONGEST)
        if letters > _ENOUGH and (unknown > letters * 0.05 or long > letters * 0.25):
            what = "bokstaver som ikke kan leses" if unknown > letters * 0.05 else "ord uten mellomrom mellom"
            raise Unreadable(
                f"{place} har {what}: «{text[:60]}». Bruk planen som Word eller Excel, eller kjør PDF-en gjennom "
                "tekstgjenkjenning (OCR) først."
            )


_LONGEST, _ENOUGH = 18, 60


def _has_too_many_lines(page: Any) -> bool:
    """Return whether so many lines meet that a page has a map or a drawing: pdfplumber needs hours to look for tables in them."""
    from pdfplumber.table import edges_to_intersections, merge_edges
    from pdfplumber.utils.geometry import filter_edges

    edges = filter_edges(merge_edges(page.edges, 3, 3, 3, 3), min_length=3)
    across = sum(edge["orientation"] == "h" for edge in edges)
    if across * (len(edges) - across) > _PAIRS:
        return True
    return len(edges_to_intersections(edges, 3, 3)) > _CORNERS


_PAIRS, _CORNERS = 2_000_000, 6_000
"""Pairs of lines that may meet, and places where they do; a page full of small cells has some 1,000 of the last."""


def _once(chars: list[Any]) -> Callable[[Any], bool]:
    """Return the filter for all but letters that are printed again less than a point away. (pdfplumber's own is quadratic.)"""
    seen: dict[tuple[Any, ...], list[tuple[float, float]]] = {}
    again = set()
    for char in chars:
        key = (char["text"], char["fontname"], round(char["size"], 1))
        x, y = char["x0"], char["doctop"]
        near = [(*key, int(x) + i, int(y) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        if any(abs(x - a) < 1 and abs(y - b) < 1 for place in near for a, b in seen.get(place, ())):
            again.add(id(char))
        else:
            seen.setdefault((*key, int(x), int(y)), []).append((x, y))
    return lambda thing: id(thing) not in again


def _outside(boxes: list[Any]) -> Callable[[Any], bool]:
    """Return the filter for what stands outside all boxes."""
    return lambda thing: not any(_within(thing, box) for box in boxes)


def _within(thing: Any, box: Any) -> bool:
    """Return whether the middle of a letter or line stands within a box."""
    left, top, right, bottom = box
    x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return bool(left <= x <= right and top <= y <= bottom)


def _rows(table: Any, place: str, number: int, notes: list[str], page: Any) -> Iterator[tuple[float, Line]]:
    """Yield the rows of a table, each with how far down the page it stands.

    `page`: the page that the table stands on. A cell without a line under it stretches down: its text stands in the next row too, as a copy.
    """
    above: list[tuple[str, float]] = []
    words = page.extract_words(extra_attrs=["size"], **WORDS)
    for count, (row, texts) in enumerate(zip(table.rows, table.extract(**WORDS), strict=True), 1):
        where = f"{place}, rad {count}"
        cells = [_joined((text or "").split("\n"), where, notes) for text in texts]
        above += [("", 0.0)] * (len(cells) - len(above))
        copies = set()
        for i, box in enumerate(row.cells):
            if box is not None:
                above[i] = (cells[i], box[3])
            elif above[i][0] and above[i][1] > row.bbox[1] + 1:
                cells[i] = above[i][0]
                copies.add(i)
        filled = [i for i, cell in enumerate(cells) if cell]
        wide = len(filled) == 1 and len(cells) > 1 and _is_wide(row, filled[0])
        several = rows_within([word for word in words if _within(word, row.bbox)], _edges(row))
        unsure = f"«{' | '.join(cells)[:60]}» ({where}) {_ROWS}" if several > 2 else ""
        yield (
            row.bbox[1],
            Line(tuple(cells), where, number, copies=frozenset(copies), wide=wide, unsure=unsure),
        )


def _is_ruled(table: Any, page: Any) -> bool:
    """Return whether lines are drawn around each cell of a table, and not only around rows, columns or the headings."""
    rows = [row for row in table.rows if sum(cell is not None for cell in row.cells) > 1]
    if len(rows) != 1:
        return len(rows) > 1
    left, _top, right, bottom = table.bbox
    words = page.extract_words(extra_attrs=["size"], **WORDS)
    its = [word for word in words if _within(word, table.bbox)]
    close = text_lines(its)[-1].size * 1.5 if its else 0
    below = any(_within(word, (left, bottom, right, bottom + close)) for word in words)
    return not below and rows_within(its, _edges(rows[0])) == 1


def _edges(row: Any) -> list[Span]:
    """Return where one cell of a row ends and the next begins."""
    return [(cell[0], cell[0]) for cell in row.cells[1:] if cell]


def _rows_of_words(
    table: WordTable, place: str, number: int, notes: list[str]
) -> Iterator[tuple[float, Line]]:
    """Yield the rows of a table without lines, each with how far down the page it stands."""
    name = f"{place[0].upper()}{place[1:]}"
    if table.sure:
        notes.append(
            f"{name} har ingen streker mellom cellene. Kolonnene er lest av hvor ordene står. Se på hver celle."
        )
    for count, (top, row, wide) in enumerate(zip(table.tops, table.rows, table.wide, strict=True), 1):
        where = f"{place}, rad {count}"
        cells = tuple(_joined(texts, where, notes) for texts in row)
        unsure = "" if table.sure else f"«{' | '.join(filter(None, cells))[:60]}» ({where}) {_SEVERAL}"
        yield top, Line(cells, where, number, wide=wide, unsure=unsure)


def _is_wide(row: Any, at: int) -> bool:
    """Return whether a cell stretches across the next column."""
    return at + 1 < len(row.cells) and row.cells[at] is not None and row.cells[at + 1] is None


def _paragraphs(page: Any, place: str, notes: list[str]) -> Iterator[tuple[float, Line]]:
    """Yield the paragraphs outside the tables of a page, each with how far down the page it stands."""
    lines = [line for line in page.extract_text_lines(**WORDS) if line["text"].strip()]
    if not lines:
        return
    right, left = max(line["x1"] for line in lines), min(line["x0"] for line in lines)
    size = median(char["size"] for line in lines for char in line["chars"])
    gathered: list[list[Any]] = []
    for line in lines:
        if gathered and _goes_on(gathered[-1][-1], line, left, right):
            gathered[-1].append(line)
        else:
            gathered.append([line])
    for group in gathered:
        text = _joined([line["text"] for line in group], place, notes)
        largest = max(char["size"] for char in group[0]["chars"])
        level = 9 if largest > size * 1.1 else 0
        indent = round(group[0]["x0"] - left)
        yield group[0]["top"], Line((text,), place, level=level, indent=indent, unsure=_may_be_two(group))


_STRUCK = "er strøket over. Den er tatt med. Gjelder den ikke, så ta den bort i planfilen."
_ROWS = "kan være flere rader uten streker mellom"
_SEVERAL = "kan være flere celler i en tabell uten streker, men det kan ikke ses for sikkert hva som er én kolonne og én rad"


def _goes_on(last: Any, line: Any, left: float, right: float) -> bool:
    """Return whether a line of text continues the paragraph of the line above it."""
    height = last["bottom"] - last["top"]
    near = line["top"] - last["bottom"] < height * 0.6
    same = abs(last["chars"][0]["size"] - line["chars"][0]["size"]) < 0.5
    full = last["x1"] > left + (right - left) * 0.8
    new = re.match(rf"\s*(?:\d+(?:\.\d+)+\.?|[{POINTS}]|\(?\d+[.)])\s|{_TITLED}", line["text"], re.IGNORECASE)
    return near and same and full and not new


_TITLED = r"\s*(?:tiltak|handling|aktivitet|delprosjekt) ?\d[\d.]*\s*[:.–—-]"
_ITEM = re.compile(
    rf"\s*(?:(?:tiltak|handling|aktivitet) ?\d|\d+(?:\.\d+)+\.?\s|[{POINTS}]\s|\(?\d+[.)]\s)", re.IGNORECASE
)
"""How a line begins that is something by itself: a number, a point, «Tiltak 1»."""


def _may_be_two(group: list[Any]) -> str:
    """Return why lines put together as one paragraph may be two: the first is an item, and one after it begins in a large letter; else «»."""
    texts = [line["text"].strip() for line in group]
    if not _ITEM.match(texts[0]):
        return ""
    large = next((text for text in texts[1:] if text[:1].isupper()), "")
    return f"«{texts[0][:60]}» går kanskje ikke videre på linja under, «{large[:60]}»" if large else ""


def _joined(lines: list[str], where: str, notes: list[str]) -> str:
    """Return the lines of a cell as one text, points on lines of their own. A hyphen at the end of a line is kept, and said in `notes`."""
    text = last = ""
    for line in filter(None, map(str.strip, lines)):
        # A dash may as well be between two years.
        if text and re.match(rf"[{POINTS}]\s+\S", line) and (line[0] not in "-–" or text[0] == line[0]):
            text, last = f"{text}\n{line}", line
            continue
        if re.search(r"\w-$", text) and re.match(r"[^\W_A-ZÆØÅ]", line):
            space = " " if re.match(r"(?:og|eller)\b", line) else ""
            word = f"{text.split()[-1]}{space}{line.split()[0]}"
            notes.append(
                f"{where[0].upper()}{where[1:]}: en strek ved slutten av en linje: «{word}». Se om den hører til."
            )
            text += space + line
        else:
            if re.fullmatch(r"\w{10,}", last) and re.match(r"[^\W\d_]+", line) and line[0].islower():
                notes.append(
                    f"{where[0].upper()}{where[1:]}: «{last} {line.split()[0]}» kan være ett ord som er delt mellom to linjer. Se etter."
                )
            text = f"{text} {line}" if text else line
        last = line
    return clean(text)
