"""Tables as a workbook: a sheet for each, with real dates and numbers, the heading row frozen, a filter and notes.

xlsxwriter makes the workbook with one row for each table, and the rows of the data are put in its place: it takes 40
columns of 6,000 rows some 3 s to write cell by cell, and this a fifth. Every text is an inline string, so that none can
be a formula or a link. The same data give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from .csv_out import as_text
from .published import LICENSE, LICENSE_TITLE, ORIGINS, Published, Tabell, Type, Value

LONGEST = 32_767
"""The most signs that a cell can hold, counted as UTF-16 has them; a longer text is cut, and ends with «…»."""
MADE = datetime(2026, 1, 1)
"""What every workbook says that it was made: else the same data would give other bytes."""
EPOCH = date(1899, 12, 30).toordinal()
"""The day that Excel counts from."""


@dataclass(frozen=True)
class Kolonne:
    """A column of a sheet: its heading, what to know of it, its type and its width."""

    navn: str
    om: str
    type: Type = "tekst"
    bredde: int = 16


@dataclass(frozen=True)
class Ark:
    """A sheet: its name, columns and rows."""

    navn: str
    kolonner: Sequence[Kolonne]
    rader: Iterable[Sequence[Value]]


def of_tables(published: Published, tables: Iterable[Tabell]) -> bytes:
    """Return a workbook with a sheet for each of these tables, and first one that says what is in them."""
    tables = list(tables)
    about = [
        (tabell.navn, felt.navn, felt.om, ORIGINS[felt.fra], felt.type)
        for tabell in tables
        for felt in tabell.felt
    ]
    guide = Ark("om dataene", [
        Kolonne("ark", "Arket kolonnen står i."), Kolonne("kolonne", "Navnet på kolonnen.", bredde=22),
        Kolonne("beskrivelse", "Hva kolonnen betyr.", bredde=90), Kolonne("verdien er", "Hvor verdien kommer fra.", bredde=40),
        Kolonne("type", f"Slik er verdien skrevet. Lisens: {LICENSE_TITLE}, {LICENSE}"),
    ], about)  # fmt: skip
    return write([guide, *(_sheet(published, tabell) for tabell in tables)])


def _sheet(published: Published, tabell: Tabell) -> Ark:
    columns = [
        Kolonne(one.navn, one.om, one.type, WIDE if one.navn in WIDE_ONES else 16) for one in tabell.felt
    ]
    return Ark(tabell.navn, columns, (published.rad(tabell, one) for one in published.entities(tabell)))


WIDE, WIDE_ONES = 44, frozenset({"tittel", "ordlyd", "mål", "omtale", "innledning", "adresse", "tekst", "sitat"})  # fmt: skip


def write(sheets: Sequence[Ark]) -> bytes:
    """Return a workbook with these sheets. Raises ModuleNotFoundError without xlsxwriter."""
    rows = [list(ark.rader) for ark in sheets]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for name, text in _frame(tuple((ark.navn, tuple(ark.kolonner)) for ark in sheets)):
            if found := re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name):
                at = int(found[1]) - 1
                text = _filled(text, sheets[at], rows[at])
            elif name == "xl/workbook.xml":
                text = _FILTER.sub(lambda it: f"{it[1]}{_last(rows[int(it[2])])}<", text)
            named = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            out.writestr(named, text.encode(), zipfile.ZIP_DEFLATED, LEVEL)
    return buffer.getvalue()


LEVEL = 5
"""How hard is compressed: a sixth less than 2, for a hundredth of the time of a build. 6 takes half as long again."""
_FILTER = re.compile(r'(<definedName name="_xlnm._FilterDatabase" localSheetId="(\d+)"[^>]*>[^<]*\$)2<')
"""What the workbook says of the rows that a sheet's filter is over."""


def _last(rows: Sequence[object]) -> int:
    """Return the number of the last row of a sheet; the second, when there is none below the heading."""
    return max(len(rows), 1) + 1


@lru_cache(maxsize=8)
def _frame(sheets: tuple[tuple[str, tuple[Kolonne, ...]], ...]) -> list[tuple[str, str]]:
    """Return the files of a workbook with the headings of these sheets and one row each, its cells in their columns' styles."""
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": MADE})
        heading = book.add_format({"bold": True, "bg_color": "#e8edf2", "text_wrap": True, "valign": "top"})
        text = book.add_format({"valign": "top"})
        day = book.add_format({"valign": "top", "num_format": "dd.mm.yyyy"})
        for name, columns in sheets:
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 1)
            sheet.set_landscape()
            sheet.set_paper(9)
            sheet.repeat_rows(0)
            for at, column in enumerate(columns):
                sheet.set_column(at, at, column.bredde)
                sheet.write_string(0, at, column.navn, heading)
                sheet.write_comment(0, at, column.om, {"author": "Planportalen", "x_scale": 2})
                sheet.write_blank(1, at, None, day if column.type == "dato" else text)
            sheet.autofilter(0, 0, 1, len(columns) - 1)
    made = zipfile.ZipFile(buffer)
    return [(entry.filename, made.read(entry).decode()) for entry in made.infolist()]


def _filled(sheet: str, ark: Ark, rows: Iterable[Sequence[Value]]) -> str:
    """Return the XML of a sheet with these rows in the place of its one row."""
    row = re.search(r'<row r="2".*?</row>', sheet, re.DOTALL)
    if row is None:
        raise ValueError(f"{ark.navn}: xlsxwriter wrote no second row")
    cells = re.findall(r'<c r="([A-Z]+)2"( s="\d+")?\s*/>', row[0])
    if len(cells) != len(ark.kolonner):
        raise ValueError(f"{ark.navn}: xlsxwriter wrote {len(cells)} cells, of {len(ark.kolonner)}")
    starts = [(f'<c r="{letters}', style) for letters, style in cells]
    lines = [_row(at, values, starts) for at, values in enumerate(rows, 2)]
    last = f"{cells[-1][0]}{_last(lines)}"
    # What the frame says of its one row is true of all of them.
    sheet = re.sub(r'(<(?:dimension|autoFilter) ref="A1:)[A-Z]+2"', rf'\g<1>{last}"', sheet)
    return sheet.replace(row[0], "".join(lines))


def _row(at: int, values: Sequence[Value], starts: Sequence[tuple[str, str]]) -> str:
    """Return the XML of row number `at`; `starts`: how the cell of each column begins, and its style."""
    parts = [f'<row r="{at}">']
    for value, (start, style) in zip(values, starts, strict=True):
        kind = type(value)
        if value is None or value in ("", ()):
            continue
        if kind is str:
            text = value
        elif kind is bool:
            parts.append(f'{start}{at}"{style} t="b"><v>{1 if value else 0}</v></c>')
            continue
        elif kind is int:
            parts.append(f'{start}{at}"{style}><v>{value}</v></c>')
            continue
        elif isinstance(value, date):
            parts.append(f'{start}{at}"{style}><v>{value.toordinal() - EPOCH}</v></c>')
            continue
        else:
            text = as_text(value)
        parts.append(
            f'{start}{at}"{style} t="inlineStr"><is><t xml:space="preserve">{_escaped(text)}</t></is></c>'
        )
    parts.append("</row>")
    return "".join(parts)


_UNSAFE = re.compile(r"[<>&\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "_": "_x005F_"}


def _escaped(text: Any) -> str:
    """Return a text as it stands in a cell: what XML cannot hold written as Excel writes it, `_x000B_`."""
    if len(text) > LONGEST // 2 and len(wide := text.encode("utf-16-le")) > 2 * LONGEST:
        text = wide[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
    return _UNSAFE.sub(lambda found: _ENTITIES.get(found[0]) or f"_x{ord(found[0]):04X}_", text)
