"""Read a spreadsheet: every visible sheet, cells that stretch over several with what stands in them.

Where there are several sheets, the name of each is a line of its own: it may be what the area is called.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

from ...tools.bounds import extent
from .lines import BESIDE, Line, Source, Unreadable, clean, visible
from .number_format import as_shown, has_year, is_understood

_ERRORS = {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}


def read_xlsx(path: Path, only: str = "") -> Source:
    """Return the lines of the sheets of a workbook, or of the one named `only`. Raises Unreadable.

    Every sheet is counted; hidden ones, and those that are not asked for, are left out and said.
    """
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what it does not keep, e.g. drop-down lists
        # Twice: the values that Excel has stored, and the formulas and the looks of letters, to tell of those
        # without a stored value and of what is struck out.
        # Opened here, as the library leaves one that it cannot read open.
        with path.open("rb") as file:
            book = openpyxl.load_workbook(file, data_only=True)
            formulas = openpyxl.load_workbook(file, rich_text=True)
    names = [sheet.title for sheet in book.worksheets]
    if only and only not in names:
        raise Unreadable(f"fant ikke arket «{only}». Arkene heter: {', '.join(names)}.")
    source = Source("regneark", [], 0)
    for table, sheet in enumerate(book.worksheets, 1):
        left_out = sheet.sheet_state != "visible" if not only else sheet.title != only
        if len(names) > 1 and not left_out and not re.fullmatch(r"(?:Ark|Sheet|Table) ?\d+", sheet.title):
            source.lines.append(Line((clean(sheet.title),), "navnet på et ark"))
            source.visible += visible(clean(sheet.title))
        source.lines += _lines(sheet, table, left_out)
        source.notes += _notes(sheet, formulas[sheet.title])
        if not left_out:
            _refuse_uncounted(sheet, formulas[sheet.title])
        beside = list(_beside(sheet))
        source.lines += beside
        source.visible += sum(visible(line.cells[0]) for line in beside)
    source.visible += sum(
        visible(_shown(cell))
        for sheet in book.worksheets for row in _rows(sheet) for cell in row
    )  # fmt: skip
    return source


def _lines(sheet: Any, table: int, left_out: bool) -> Iterator[Line]:
    """Yield the rows of a sheet, with what stands in merged cells in each row that they cover."""
    above, across = _merged(sheet)
    for row in _rows(sheet):
        cells = [_shown(cell) for cell in row]
        first = as_shown(row[0].value, row[0].number_format)
        copies = set()
        for i, cell in enumerate(row):
            if start := above.get((cell.row, cell.column)):
                cells[i] = _shown(sheet.cell(*start))
                copies.add(i)
        filled = [i for i, cell in enumerate(cells) if cell]
        yield Line(
            tuple(cells),
            f"arket «{sheet.title}», rad {row[0].row}",
            table=table if len(row) > 1 else 0,
            indent=len(first) - len(first.lstrip()) + int(row[0].alignment.indent or 0),
            copies=frozenset(copies),
            wide=len(filled) == 1 and (row[0].row, row[filled[0]].column) in across,
            outside=BESIDE if left_out else "",
        )


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a sheet as far as something is written in them. Raises TooMuch."""
    last_row, last_column = extent(sheet)
    yield from sheet.iter_rows(max_row=last_row, max_col=last_column)


def _beside(sheet: Any) -> Iterator[Line]:
    """Yield what stands beside the cells of a sheet: the comments on them, the header and the footer of its pages."""
    for row in _rows(sheet):
        for cell in row:
            if cell.comment and (text := clean(cell.comment.text)):
                place = f"arket «{sheet.title}», celle {cell.coordinate}"
                yield Line((text,), place, outside="Teksten er en merknad på en celle.")
    for name, kind in (("Header", "topptekst"), ("Footer", "bunntekst")):
        for page in ("odd", "even", "first"):
            printed = getattr(sheet, f"{page}{name}")
            for part in (printed.left, printed.center, printed.right):
                if text := clean(re.sub(r"&\[\w+\]|&[A-Z]", "", part.text or "")):
                    yield Line((text,), f"arket «{sheet.title}», {kind}", outside=BESIDE)


def _merged(sheet: Any) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Return the cells below the first in each merged range with that first one; and the firsts that stretch across."""
    above: dict[tuple[int, int], tuple[int, int]] = {}
    across = set()
    for merged in sheet.merged_cells.ranges:
        start = (merged.min_row, merged.min_col)
        above |= {(row, merged.min_col): start for row in range(merged.min_row + 1, merged.max_row + 1)}
        if merged.max_col > merged.min_col:
            across.add(start)
    return above, across


def _notes(sheet: Any, formulas: Any) -> Iterator[str]:
    """Yield what an editor must look at in a sheet: hidden rows, formulas without values, errors, days and decimals."""
    rows = sorted(number for number, row in sheet.row_dimensions.items() if row.hidden)
    # Columns that look alike stand as one, under the letter of the first.
    columns = [(one.min, one.max) for one in sheet.column_dimensions.values() if one.hidden]
    for kind, hidden in (
        ("rader", _spans((number, number) for number in rows)),
        ("kolonner", _spans(columns, letters=True)),
    ):
        if hidden:
            yield f"Arket «{sheet.title}» har skjulte {kind} ({hidden}). De er tatt med. Skal de ikke det, så slett dem i regnearket."
    for row in _rows(formulas):
        for one in row:
            cell, formula = sheet[one.coordinate], one.value
            where = f"Arket «{sheet.title}», celle {one.coordinate}"
            yield from (f"{where}: {said}" for said in _looks(one))
            if cell.value is None and isinstance(formula, str) and formula.startswith("="):
                yield f"{where}: formelen «{formula}» har ingen lagret verdi. Åpne filen i Excel og lagre den."
            elif cell.value in _ERRORS:
                yield f"{where}: «{cell.value}» er en feil i regnearket."
            elif isinstance(cell.value, date | time):
                yield f"{where}: en dato. Den er skrevet «{_shown(cell)}». {_of_day(cell)}"
            elif isinstance(cell.value, int | float) and not is_understood(cell.value, cell.number_format):
                yield f"{where}: et tall i formatet «{cell.number_format}». Det er skrevet «{_shown(cell)}». Se hvordan det vises i regnearket."
            elif isinstance(cell.value, float) and not cell.value.is_integer():
                yield f"{where}: et tall. Det er skrevet «{_shown(cell)}». Se at det vises slik: 1.10 kan ha blitt 1.1."


def _refuse_uncounted(sheet: Any, formulas: Any) -> None:
    """Raise Unreadable for formulas of which the file does not say what they show."""
    cells = [
        (one.coordinate, one.value) for row in _rows(formulas) for one in row
        if isinstance(one.value, str) and one.value.startswith("=") and one.data_type == "f" and sheet[one.coordinate].value is None
    ]  # fmt: skip
    if cells:
        first = ", ".join(f"{name} («{formula[:40]}»)" for name, formula in cells[:5])
        more = f" og {len(cells) - 5} til" if len(cells) > 5 else ""
        raise Unreadable(
            f"arket «{sheet.title}» har formler uten lagret verdi: {first}{more}. Ingen vet hva de viser. Åpne filen i Excel, og lagre den."
        )


def _looks(cell: Any) -> Iterator[str]:
    """Yield what the look of a cell's letters says and its text does not: struck out, or raised as the mark of a note."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock

    struck = "er strøket over. Den er tatt med. Gjelder den ikke, så slett den i regnearket."
    if not isinstance(cell.value, CellRichText):
        if cell.value is not None and cell.font and cell.font.strike:
            yield f"«{_shown(cell)}» {struck}"
        return
    for part in cell.value:
        block = isinstance(part, TextBlock)
        text = clean(part.text if block else part)
        # Letters without a look of their own have that of the cell.
        font = part.font if block else cell.font
        if text and font and font.strike:
            yield f"«{text}» {struck}"
        elif (
            block
            and font
            and font.vertAlign == "superscript"
            and (text.strip("()[], ").isdigit() or not text.strip("*†‡"))
        ):
            yield f"«{text}» er hevet skrift, og kan være merket for en note. Den er tatt med. Er det et notemerke, så ta det bort."


def _of_day(cell: Any) -> str:
    """Return what an editor must look at in a cell that holds a day."""
    if not is_understood(cell.value, cell.number_format):
        return f"Formatet er «{cell.number_format}». Se hvordan den vises i regnearket."
    if not has_year(cell.number_format):
        return "Den viser ikke hele datoen: Excel kan ha gjort et nummer eller en brøk som 1.1 eller 3-4 om til en dag."
    return "Se at den vises slik i regnearket."


def _shown(cell: Any) -> str:
    """Return a cell as it is shown, as the data can hold it."""
    return clean(as_shown(cell.value, cell.number_format))


def _spans(pairs: Iterable[tuple[int, int]], *, letters: bool = False) -> str:
    """Return numbers of rows or columns as an editor reads them: «3–5, 9», «B–D»."""
    from openpyxl.utils import get_column_letter

    joined: list[tuple[int, int]] = []
    for first, last in sorted(pairs):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    name = get_column_letter if letters else str
    said = [name(first) if first == last else f"{name(first)}–{name(last)}" for first, last in joined[:12]]
    return ", ".join([*said, "…"] if len(joined) > 12 else said)
