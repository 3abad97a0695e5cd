"""The workbook: opened by openpyxl it is the register again, with real dates and numbers, and no formula or link in it."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from macros.exports.csv_out import as_text
from macros.exports.published import Published, Tabell
from macros.exports.tables import LASTING
from macros.exports.xlsx_out import LONGEST, Ark, Kolonne, of_tables, write


@pytest.fixture(scope="module")
def book(files: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(files / "planportalen.xlsx")


def expected(value: Any) -> Any:
    """Return what openpyxl gives for a value of a table."""
    if isinstance(value, bool | int) or value is None:
        return value
    return datetime.combine(value, datetime.min.time()) if isinstance(value, date) else as_text(value) or None


@pytest.mark.parametrize("tabell", LASTING, ids=lambda one: one.navn)
def test_openpyxl_reads_what_the_register_has(
    book: openpyxl.Workbook, published: Published, tabell: Tabell
) -> None:
    heading, *rows = book[tabell.navn].iter_rows(values_only=True)
    assert list(heading) == [one.navn for one in tabell.felt]
    assert [list(row) for row in rows] == [
        [expected(value) for value in row.values()] for row in published.rader(tabell)
    ]


def test_headings_are_frozen_filtered_and_have_notes(book: openpyxl.Workbook) -> None:
    for tabell in LASTING:
        sheet = book[tabell.navn]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        for cell, felt in zip(sheet[1], tabell.felt, strict=True):
            assert cell.comment.text == felt.om
            days = [below for below in next(sheet.iter_cols(cell.column, cell.column, 2)) if below.is_date]
            assert all(day.number_format == "dd.mm.yyyy" for day in days)
            assert not days or felt.type == "dato"


def test_every_column_is_told_of_on_the_first_sheet(book: openpyxl.Workbook) -> None:
    told = [row[:2] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
    assert told == [(tabell.navn, felt.navn) for tabell in LASTING for felt in tabell.felt]


XML_CANNOT = "\x00"


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters=XML_CANNOT), max_size=30))
def test_any_text_is_a_text(text: str) -> None:
    texts = [text, "=1+1" + text, "https://example.org/" + text, "_x0041_" + text]
    raw = write([Ark("a", [Kolonne("k", "")], [[one] for one in texts])])
    sheet = openpyxl.load_workbook(io.BytesIO(raw))["a"]
    for (cell,), one in zip(sheet.iter_rows(min_row=2), texts, strict=True):
        assert cell.data_type != "f"
        assert cell.hyperlink is None
        assert unescape(cell.value or "") == one


def test_a_text_too_long_for_a_cell_is_cut() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write([Ark("a", [Kolonne("k", "")], [["x" * 40_000]])])))["a"]
    assert len(sheet["A2"].value) == LONGEST
    assert sheet["A2"].value.endswith("x…")


def test_a_sign_that_excel_counts_as_two_is_counted_so() -> None:
    """An emoji is two units of UTF-16: counted as one, Excel finds the workbook broken."""
    texts = ["🏗" * 20_000, "x" + "🏗" * 16_383, "x" * LONGEST]
    raw = write([Ark("a", [Kolonne("k", "")], [[one] for one in texts])])
    found = [row[0].value for row in openpyxl.load_workbook(io.BytesIO(raw))["a"].iter_rows(min_row=2)]
    assert [len(one.encode("utf-16-le")) // 2 for one in found] == [LONGEST, LONGEST, LONGEST]
    assert found == [texts[0][:16_383] + "…", *texts[1:]]


def test_the_same_data_are_the_same_bytes(published: Published, files: Path) -> None:
    assert of_tables(published, LASTING) == (files / "planportalen.xlsx").read_bytes()
