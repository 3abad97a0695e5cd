"""What spreadsheets have of their own: several sheets, and what is hidden or beside the cells."""

from __future__ import annotations

import re
from pathlib import Path

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
    assert "Arket «Sheet» har skjulte rader eller kolonner. De er tatt med." in result.report
    assert re.search(r"utelatt, se lista over +27\n", result.report)
    assert result.ok, result.report
