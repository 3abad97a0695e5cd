"""Read text: pasted with tabs between the cells, CSV with semicolons or commas, TSV.

Pasted text has quotes of its own («Alle "Bergenstog" stopper»), so only what a spreadsheet must quote is unquoted:
a cell with a line break. A row that a word processor broke where a cell has several
paragraphs is put together again when its tabs say so.
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator

from ...tools.bounds import thousands
from .lines import POINTS, Line, Source, Unreadable, clean, visible
from .numbers import starts_with_number

_BREAK = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_QUOTED = re.compile(r'"((?:[^"\t]|"")*)"(?=\t|\n|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")


_OTHER_SIGNS = re.compile(r"(?<=[a-zA-Z])[¾¿Œ®¯‘›†\u0081\ufffd](?=[a-z])|(?<![^\s;,\t])[¾¿Œ®¯](?=[a-z])")
"""What «æøå» of a Mac (¾¿Œ) and of DOS (‘›†) look like when they are read as Windows-1252."""
_TWICE = re.compile("Ã[¦¥¸†…˜]|â€[œ\u009d“”™]")
"""What «æøå» and quotes look like that are written as UTF-8 twice."""
_GARBLED = "bokstavene er blitt til andre tegn, så filen er lagret i et tegnsett som ikke kan leses"
_SAVE_ANEW = "Lagre dokumentet på nytt som UTF-8, eller bruk det som Word eller Excel."


def _near(text: str, found: re.Pattern[str]) -> str:
    """Return the words around the first place where a pattern is found."""
    first = found.search(text)
    assert first is not None
    return " ".join(text[max(0, first.start() - 20) : first.end() + 20].split())


def decode(raw: bytes) -> tuple[str, list[str]]:
    """Return the text of a file, and a note when its encoding had to be inferred. Raises Unreadable."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
    ):  # fmt: skip
        if raw.startswith(mark):
            return raw.decode(encoding, "replace"), []
    # Windows-1252 has a letter for nearly every byte, so that without this any file would be text.
    if b"\0" in raw:
        raise Unreadable("filen er ikke tekst. Lagre planen som .docx, .xlsx, .csv eller .txt.")
    try:
        text = raw.decode("utf-8")
        if _TWICE.search(text):
            raise Unreadable(f"{_GARBLED}: «{_near(text, _TWICE)}». {_SAVE_ANEW}")
        return text, []
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
        if _OTHER_SIGNS.search(text) and not re.search(r"[æøåÆØÅ]", text):
            raise Unreadable(f"{_GARBLED}: «{_near(text, _OTHER_SIGNS)}». {_SAVE_ANEW}") from None
        return text, ["Filen er ikke UTF-8. Den er lest som Windows-1252. Se at æ, ø, å og «» er riktige."]


def read_pasted(raw: bytes, *, tsv: bool = False) -> Source:
    """Return the lines of tab-separated text as it is when pasted.

    `tsv`: the file was written by a program, so that any quoted cell is unquoted. Raises Unreadable.
    """
    text, notes = decode(raw)
    text = _BREAK.sub("\n", text)
    rows = join_wrapped(_join_broken(list(_rows(text, tsv=tsv))), notes)
    lines = [_line(cells, f"linje {number}", table=len(cells) > 1) for number, cells in rows]
    quotes = sum(taken for *_, taken in _cells(text, tsv=tsv))
    return Source("tekst med tabulator", lines, visible(clean(text)) - quotes, notes)


_MOST = 200
"""A row is not broken into more pieces than this."""
Row = tuple[int, list[str]]
"""The number of its first line, and its cells."""


_POINT = re.compile(rf"\s*(?:[{POINTS}]|\(?\d+[.)])\s+\S")
_LONG = 60
"""A line that a program broke is at least this long."""


def split_lines(text: str) -> list[str]:
    """Return the lines of a text, whatever ends them."""
    return _BREAK.sub("\n", text).split("\n")


def join_wrapped(rows: list[Row], notes: list[str]) -> list[Row]:
    """Return the rows with points put together that go on in the next line: in small letters, or set in below a long one.

    A hyphen at the end of a line is kept, as in a PDF, and said in `notes`: nobody knows whether it belongs to the word.
    """
    joined: list[Row] = []
    for number, cells in rows:
        line, last = cells[0], joined[-1][1][0] if joined and len(joined[-1][1]) == 1 else ""
        if len(cells) == 1 and line.strip() and _POINT.match(last) and not _POINT.match(line):
            within = len(line) - len(line.lstrip()) > len(last) - len(last.lstrip())
            if line.strip()[0].islower() or (within and len(last.split("\n")[-1]) >= _LONG):
                cut = re.search(r"\w-$", last) and not re.match(r"(?:og|eller)\b", line.strip())
                if cut:
                    word = f"{last.split()[-1]}{line.split()[0]}"
                    notes.append(
                        f"Linje {number}: en strek ved slutten av en linje: «{word}». Se om den hører til."
                    )
                joined[-1] = (joined[-1][0], [f"{last}{'' if cut else ' '}{line.strip()}"])
                continue
        joined.append((number, cells))
    return joined


def _cells(text: str, *, tsv: bool) -> Iterator[tuple[int, str, str, int]]:
    """Yield each cell with where it starts, what ends it, and how many quotes were taken from around and within it."""
    at = 0
    while at <= len(text):
        found = _QUOTED.match(text, at)
        if found and (tsv or "\n" in found[1]):
            cell = found[1].replace('""', '"')
            taken = found.end() - at - len(cell)
        else:
            found = _PLAIN.match(text, at)
            assert found is not None
            cell, taken = found[0], 0
        end = text[found.end() : found.end() + 1]
        yield at, cell, end, taken
        at = found.end() + 1
        if not end:
            return


def _rows(text: str, *, tsv: bool) -> Iterator[Row]:
    """Yield the rows of a text with the number of the first line of each."""
    cells: list[str] = []
    number, counted = 1, 0
    for at, cell, end, _ in _cells(text, tsv=tsv):
        if not cells:
            number, counted = number + text.count("\n", counted, at), at
        cells.append(cell)
        if end != "\t":
            yield number, cells
            cells = []


def _join_broken(rows: list[Row]) -> list[Row]:
    """Return the rows with those put together that a word processor broke within a cell. Raises Unreadable.

    A table that is narrower than the others, with nothing but its own rows between what has no tabs, keeps them.
    """
    width = _width(rows)
    if not width:
        return rows
    whole = [cells for _, cells in rows if len(cells) == width and not _goes_on(cells)]
    all_numbered = all(starts_with_number(cells[0]) for cells in whole[1:])
    narrow = _narrow(rows, width)
    joined: list[Row] = []
    at = 0
    while at < len(rows):
        count = 1 if at in narrow else _pieces(rows, at, width)
        pieces = rows[at : at + count]
        if count > 1 and not _belongs(pieces, all_numbered=all_numbered):
            raise Unreadable(_either(pieces))
        cells = pieces[0][1]
        for _, more in pieces[1:]:
            cells = [*cells[:-1], f"{cells[-1]}\n{more[0]}", *more[1:]]
        joined.append((pieces[0][0], cells))
        at += count
    return joined


def _width(rows: list[Row]) -> int:
    """Return how many cells most rows with tabs have; 0 where none has three."""
    widths = Counter(len(cells) for _, cells in rows if len(cells) > 1)
    return max(widths, key=lambda size: (widths[size], size)) if widths and max(widths) > 2 else 0


def _narrow(rows: list[Row], width: int) -> set[int]:
    """Return the places of rows without numbers in tables that are narrower: all as wide, between rows without tabs."""
    found: set[int] = set()
    at = 0
    for tabs, group in itertools.groupby(rows, key=lambda row: len(row[1]) > 1):
        its = list(group)
        sizes = {len(cells) for _, cells in its}
        if tabs and len(its) > 1 and len(sizes) == 1 and max(sizes) < width:
            found |= {at + i for i, (_, cells) in enumerate(its) if not starts_with_number(cells[0])}
        at += len(its)
    return found


def _goes_on(cells: list[str]) -> bool:
    """Return whether the first cell of a row can only be the rest of one above."""
    return not cells[0].strip() or cells[0].strip()[0].islower()


def _belongs(pieces: list[Row], *, all_numbered: bool) -> bool:
    """Return whether rows whose tabs add up to one row are sure to be pieces of one, and not rows that lack their last cells."""
    first, *rest = (cells for _, cells in pieces)
    if sum(len(cells) > 1 for cells in (first, *rest)) < 2:
        return True
    return all(map(_goes_on, rest)) or (all_numbered and starts_with_number(first[0]))


def _either(pieces: list[Row]) -> str:
    """Return what is said of rows that may be one or several."""
    texts = ", ".join(f"«{' '.join(cells)[:60].strip()}»" for _, cells in pieces)
    return (
        f"linje {pieces[0][0]}–{pieces[-1][0]} kan være én rad der en celle har flere linjer, eller {len(pieces)} rader uten de siste "
        f"cellene: {texts}. Kopier tabellen inn i et regneark og lagre den som .xlsx, eller bruk Word-dokumentet selv."
    )


def _pieces(rows: list[Row], at: int, width: int) -> int:
    """Return how many rows from one on are pieces of one: their tabs add up, and no other starts with a number."""
    first = rows[at][1]
    tabs = len(first) - 1
    if not "".join(first).strip() or not (tabs or starts_with_number(first[0])):
        return 1
    count = 1
    for count, (_, cells) in enumerate(rows[at + 1 : at + _MOST], 1):
        blank = not "".join(cells).strip()
        if tabs == width - 1 and (blank or len(cells) > 1 or not cells[0][:1].islower()):
            return count
        if blank or starts_with_number(cells[0]) or tabs + len(cells) - 1 > width - 1:
            return 1 if tabs < width - 1 else count
        tabs += len(cells) - 1
    return len(rows[at : at + _MOST]) if tabs == width - 1 else 1


def _line(cells: list[str], place: str, table: bool) -> Line:
    """Return the cells of a row as a line."""
    first = cells[0] if cells else ""
    indent = len(first) - len(first.lstrip())
    return Line(tuple(map(clean, cells)), place, table=int(table), indent=indent)


def read_csv(raw: bytes) -> Source:
    """Return the lines of comma- or semicolon-separated values, with or without Excel's «sep=;». Raises Unreadable."""
    text, notes = decode(raw)
    text = _BREAK.sub("\n", text)
    start = 0
    if found := re.match(r"sep=(.)\n", text):
        separator, start = found[1], found.end()
    else:
        separator = max(";,\t", key=lambda sign: len(next(_parsed(text.lstrip(), sign), [])))
    lines, last = [], text.count("\n", 0, start)
    try:
        reader = csv.reader(io.StringIO(text[start:], newline=""), delimiter=separator)
        for row in reader:
            lines.append(_line(row, f"linje {last + 1}", table=len(row) > 1))
            last = reader.line_num + text.count("\n", 0, start)
    except csv.Error as error:
        long = "field larger" in str(error)
        why = f"en celle er lengre enn {thousands(csv.field_size_limit())} tegn" if long else str(error)
        raise Unreadable(
            f"linje {last + 1} kan ikke leses som CSV ({why}). Se om et anførselstegn mangler. Åpne filen i et regneark, og lagre "
            "den på nytt."
        ) from None
    if separator == ",":
        _refuse_loose_commas(lines)
    return Source("CSV", lines, sum(visible(cell) for line in lines for cell in line.cells), notes)


def _refuse_loose_commas(lines: list[Line]) -> None:
    """Raise Unreadable for a few rows with more cells than the others: a comma of the text itself is taken for one between cells."""
    widths = Counter(len(line.cells) for line in lines if len(line.filled) > 1)
    usual = max(widths, key=lambda width: widths[width], default=0)
    longer = [line for line in lines if line.filled and line.filled[-1] >= usual]
    if longer and len(longer) * 2 < widths.total() + 1:
        said = ", ".join(f"{line.place}: «{', '.join(line.cells)[:60]}»" for line in longer[:5])
        raise Unreadable(
            f"noen rader har flere celler enn de andre ({said}), så et komma i teksten er kanskje lest som skille mellom celler. Lagre filen "
            "som .xlsx, eller med semikolon mellom cellene."
        )


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    """Yield the rows of a text, as far as it can be read with a separator."""
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        return
