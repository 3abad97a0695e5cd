"""Writes plans as the documents they came in: the lines of each kind of layout, as pasted text, .docx and .xlsx.

A document is made of entries: a row of cells, or a paragraph. `Oppslag` says what it is in a word processor.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.format import model
from macros.format.columns import COLUMNS


@dataclass(frozen=True)
class Oppslag:
    """One line of a document: its cells, the level of a heading, how deep a point is, and its table (0: none)."""

    celler: tuple[str, ...]
    nivå: int = 0
    punkt: int = 0
    tabell: int = 0
    bred: bool = False


def as_table(plan: model.Plan, headings: tuple[str, ...], page: int = 12) -> Iterator[Oppslag]:
    """One table, the number before the wording, the row of headings again on each page."""
    yield Oppslag((plan.tittel,))
    for i, linje in enumerate(plan.linjer):
        if i % page == 0:
            yield Oppslag(headings, tabell=1)
        yield Oppslag(
            (f"{linje.tiltak.nr_trykt or linje.tiltak.nr} {linje.tiltak.ordlyd}", *cells(linje.tiltak)),
            tabell=1,
        )


def cells(tiltak: model.Tiltak) -> tuple[str, ...]:
    """Return the cells after the wording."""
    found = (column.celle(tiltak) for column in COLUMNS)
    return tuple(text for text in found if text is not None)


def as_numbered_list(plan: model.Plan) -> Iterator[Oppslag]:
    """For each area its number and name, its goal, and the numbered measures; chapters with numbers before."""
    yield Oppslag((plan.tittel,))
    yield Oppslag(("1. Bakgrunn",), nivå=1)
    yield Oppslag(("Kommunestyret vedtok planen. Den ble til i et samarbeid med næringslivet i kommunen.",))
    yield Oppslag(("2. Innsatsområder med mål og tiltak",), nivå=1)
    for at, område in enumerate(plan.innsatsområder, 1):
        yield Oppslag((f"{område.nr_trykt} {område.tittel}", ""), tabell=at, bred=True)
        yield Oppslag((f"Mål: {område.mål}", ""), tabell=at, bred=True)
        for tiltak in område.tiltak:
            yield Oppslag((tiltak.nr, tiltak.ordlyd), tabell=at)


def as_points(plan: model.Plan) -> Iterator[Oppslag]:
    """Areas, strategies, goals and points, without numbers and with prose between."""
    yield Oppslag((f"Mål: {plan.mål}",))
    for område in plan.innsatsområder:
        yield Oppslag((f"Satsningsområde {område.nr}: {område.tittel}",), nivå=1)
        yield Oppslag(("Under satsningsområdet er det pekt ut følgende strategier, som står nedenfor.",))
        for del_ in område.deler:
            yield Oppslag((del_.tittel or "",), nivå=2)
            yield Oppslag(("Aktuelle mål og tiltaksområder:",))
            for group in (del_, *del_.deler):
                if group.mål:
                    yield Oppslag((f"Mål: {group.mål}",))
                    yield Oppslag(("Tiltaksområder:",))
                for tiltak in group.tiltak:
                    yield Oppslag((tiltak.ordlyd,), punkt=1)
                    yield from (Oppslag((one.ordlyd,), punkt=2) for one in tiltak.deltiltak)


def as_paragraphs(plan: model.Plan) -> Iterator[Oppslag]:
    """Yield the months as words with a colon and the steps as paragraphs, the first often on the month's own line."""
    for i, del_ in enumerate(plan.deler):
        first, *rest = del_.tiltak
        if i:
            yield Oppslag((f"{del_.tittel_trykt} {first.ordlyd}",))
        else:
            yield Oppslag((del_.tittel_trykt or "",))
            yield Oppslag((first.ordlyd,))
        yield from (Oppslag((tiltak.ordlyd,)) for tiltak in rest)


def write_text(lines: Iterable[Oppslag], to: Path) -> Path:
    """As pasted: tabs between cells, and a cell with a line break quoted as spreadsheets do."""
    rows = []
    for line in lines:
        point = f"{'  ' * (line.punkt - 1)}- " if line.punkt else ""
        rows.append("\t".join([point + _pasted(line.celler[0]), *map(_pasted, line.celler[1:])]))
    to.write_text("\n\n".join(rows) if not any("\t" in row for row in rows) else "\n".join(rows), "utf-8")
    return to


def _pasted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if "\n" in cell else cell


def write_docx(lines: Iterable[Oppslag], to: Path) -> Path:
    """With the word processor's own headings, points and tables; a row of one text stretches over the table."""
    import docx

    document = docx.Document()
    table, current = None, 0
    for line in lines:
        if not line.tabell:
            style = (
                f"Heading {line.nivå}"
                if line.nivå
                else ["Normal", "List Bullet", "List Bullet 2"][line.punkt]
            )
            document.add_paragraph(line.celler[0], style=style)
            current = 0
            continue
        if line.tabell != current or table is None:
            table, current = document.add_table(rows=0, cols=len(line.celler)), line.tabell
        row = table.add_row().cells
        if line.bred:
            row[0].merge(row[-1]).text = line.celler[0]
            continue
        for cell, text in zip(row, line.celler, strict=True):
            cell.text = text
    document.save(str(to))
    return to


def write_xlsx(lines: Iterable[Oppslag], to: Path) -> Path:
    """Write one sheet, every cell as text; a row of one text is merged across, and points are indented."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number, line in enumerate(lines, 1):
        for column, text in enumerate(line.celler, 1):
            point = f"{'  ' * (line.punkt - 1)}- " if line.punkt else ""
            sheet.cell(number, column, point + text).data_type = "s"
        if line.bred:
            sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(line.celler))
    book.save(to)
    return to


def write_csv(lines: Iterable[Oppslag], to: Path) -> Path:
    """With semicolons, as Norwegian spreadsheets write it."""
    with to.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(line.celler for line in lines)
    return to
