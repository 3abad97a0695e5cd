"""What spreadsheets have of their own: several sheets, and what is hidden or beside the cells."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from macros.innlesing.readers.source import read_source
from tests.innlesing.read_in import headings, plan_of, read, verbatim


def test_each_sheet_of_a_workbook_may_be_an_area(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for name in ("Sentrum", "Reiseliv", "Gjemt"):
        sheet = book.create_sheet(name)
        for row in (["Tiltak", "Frist"], [f"Nye benker i {name}", 2026]):
            sheet.append(row)
    del book["Sheet"]
    book["Gjemt"].sheet_state = "hidden"
    book.save(tmp_path / "plan.xlsx")
    result = read(tmp_path / "plan.xlsx")
    assert [(part[3]) for part in headings(plan_of(result))] == ["Sentrum", "Reiseliv"]
    assert [one[2:5] for one in verbatim(plan_of(result))] == [
        ("Nye benker i Sentrum", None, "2026"), ("Nye benker i Reiseliv", None, "2026"),
    ]  # fmt: skip
    assert "arket «Gjemt», rad 2: «Nye benker i Gjemt 2026»" in result.report
    assert result.ok


def test_comments_headers_and_hidden_rows_of_a_sheet_are_told(tmp_path: Path) -> None:
    import openpyxl
    from openpyxl.comments import Comment

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Tiltak", "Frist"), ("Ny vei", "2024"), ("Ny bru", "2025")):
        sheet.append(row)
    sheet["A2"].comment = Comment("Spør rådmannen.", "redaksjonen")
    sheet.oddHeader.center.text = "Testby kommune &[Page]"
    sheet.oddFooter.right.text = "&[Page]"
    sheet.row_dimensions[3].hidden = True
    book.save(tmp_path / "plan.xlsx")
    result = read(tmp_path / "plan.xlsx")
    assert [one[2] for one in verbatim(plan_of(result))] == ["Ny vei", "Ny bru"]
    assert "arket «Sheet», celle A2: «Spør rådmannen.»" in result.report
    assert "arket «Sheet», topptekst: «Testby kommune»" in result.report
    assert "bunntekst" not in result.report
    assert "Arket «Sheet» har skjulte rader (3). De er tatt med." in result.report
    assert re.search(r"utelatt, se lista over +27\n", result.report)
    assert result.ok, result.report


def test_a_day_that_excel_may_have_made_of_a_number_and_a_format_nobody_knows_are_told(
    tmp_path: Path,
) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Nr", "Tiltak", "Budsjett"),
        (date(2026, 1, 1), "Ny vei", 0.5),
        (date(2026, 2, 1), "Ny bru", 3),
    ):
        sheet.append(row)
    sheet["A2"].number_format = sheet["A3"].number_format = "d/mmm"
    sheet["C2"].number_format = "# ?/?"
    sheet.column_dimensions["C"].hidden = True
    book.save(tmp_path / "plan.xlsx")
    notes = "\n".join(read_source(tmp_path / "plan.xlsx").notes)
    assert "celle A2: en dato. Den er skrevet «1.jan». Den viser ikke hele datoen" in notes
    assert "celle C2: et tall i formatet «# ?/?». Det er skrevet «0.5»." in notes
    assert "har skjulte kolonner (C)" in notes
