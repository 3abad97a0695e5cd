"""Tables as plans have them: where areas, goals and numbers stand, and merged cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.innlesing.run import Result
from tests import plandokumenter as dokument
from tests.innlesing.read_in import WRITERS, headings, plan_of, read, verbatim, write
from tests.plandokumenter import Oppslag


@pytest.mark.parametrize("ending", WRITERS)
def test_one_table_for_each_area_with_the_goal_above_and_no_numbers(ending: str, tmp_path: Path) -> None:
    head = ("Hva skal vi gjøre?", "Når", "Hvem har ansvaret?")
    lines = []
    for at, (area, goal) in enumerate(
        [("Sentrum", "Et levende sentrum."), ("Reiseliv", "Flere gjester.")], 1
    ):
        lines += [Oppslag((area,), nivå=1), Oppslag((f"Mål: {goal}",)), Oppslag(head, tabell=at)]
        lines += [
            Oppslag((f"Lage {i} nye benker i {area.lower()}", "2026", "Teknisk etat"), tabell=at)
            for i in (1, 2)
        ]
    result = read(WRITERS[ending](lines, tmp_path / f"plan{ending}"))
    plan = plan_of(result)
    assert headings(plan) == [
        ("1", None, "Et levende sentrum.", "Sentrum"),
        ("2", None, "Flere gjester.", "Reiseliv"),
    ]
    assert [one[:3] for one in verbatim(plan)] == [
        ("1.1", "1.1", "Lage 1 nye benker i sentrum"), ("1.2", "1.2", "Lage 2 nye benker i sentrum"),
        ("2.1", "2.1", "Lage 1 nye benker i reiseliv"), ("2.2", "2.2", "Lage 2 nye benker i reiseliv"),
    ]  # fmt: skip
    assert plan["nummerert_av"] == "redaksjonen"
    assert plan["kolonner"] == ("frist", "ansvar")
    assert result.ok


def test_a_goal_of_the_area_and_goals_within_it_stand_where_they_are_printed(tmp_path: Path) -> None:
    head = ("Tiltak", "Frist")
    lines = [Oppslag(("Satsingsområde 1 – Sentrum",), nivå=1), Oppslag(("Hovedmål: Et sentrum for alle",))]
    for at, (goal, tiltak) in enumerate([("Flere butikker", "Julegate"), ("Færre biler", "Ny gågate")], 1):
        lines += [Oppslag((f"Delmål 1.{at}: {goal}", ""), tabell=at, bred=True), Oppslag(head, tabell=at)]
        lines += [Oppslag((tiltak, "2026"), tabell=at)]
    result = read(dokument.write_docx(lines, tmp_path / "plan.docx"))
    assert headings(plan_of(result)) == [
        ("1", None, "Et sentrum for alle", "Sentrum"),
        (None, None, "Flere butikker", None), (None, None, "Færre biler", None),
    ]  # fmt: skip
    assert [one[2] for one in verbatim(plan_of(result))] == ["Julegate", "Ny gågate"]
    assert result.ok


MERGED = [
    ["Satsingsområde", "Nr", "Tiltak", "Effektmål", "Tidsfrist", "Ansvarlig avdeling", "Status"],
    ["1. Sentrum", "1)", "Rydde torget", "Ryddig torg", "2024", "Teknisk etat", "Ferdig"],
    ["", "2)", "Plante trær", "", "2025", "", ""],
    ["2. Reiseliv", "3)", "Nye skilt", "Flere finner fram", "", "Teknisk etat", ""],
]

AS_READ = [
    ("1", "1)", "Rydde torget", "Ryddig torg", "2024", "Teknisk etat", None),
    ("2", "2)", "Plante trær", "Ryddig torg", "2025", "Teknisk etat", None),
    ("3", "3)", "Nye skilt", "Flere finner fram", "", "Teknisk etat", None),
]


def test_merged_cells_of_a_word_table_hold_for_every_row_they_stretch_over(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=4, cols=7)
    for r, row in enumerate(MERGED):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    for column in (0, 3, 5):
        table.cell(1, column).merge(table.cell(2, column))
        table.cell(1, column).text = MERGED[1][column]
    document.save(str(tmp_path / "plan.docx"))
    check_merged(read(tmp_path / "plan.docx"))


def test_merged_cells_of_a_sheet_hold_for_every_row_they_stretch_over(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in MERGED:
        book.active.append([text or None for text in row])
    for area in ("A2:A3", "D2:D3", "F2:F3"):
        book.active.merge_cells(area)
    book.save(tmp_path / "plan.xlsx")
    check_merged(read(tmp_path / "plan.xlsx"))


def check_merged(result: Result) -> None:
    plan = plan_of(result)
    assert verbatim(plan) == AS_READ
    assert [part[3] for part in headings(plan)] == ["Sentrum", "Reiseliv"]
    assert "Kolonnen «Status» er utelatt. Det som har skjedd, hører hjemme i en rapport" in result.report
    assert "«Ferdig»" in result.report
    assert result.ok, result.report


def test_a_tiltak_over_several_rows_is_one_with_its_cells_put_together(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for r, row in enumerate(
        [["Tiltak", "Frist", "Milepæler"], ["Ny vei", "2024", "Plan"], ["", "", "Bygging"]]
    ):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Ny vei"
    document.save(str(tmp_path / "plan.docx"))
    result = read(tmp_path / "plan.docx")
    assert verbatim(plan_of(result)) == [("1", "1", "Ny vei", None, "2024", None, "Plan\nBygging")]
    assert "Radene er satt sammen" in result.report
    assert result.ok


def test_a_number_beside_the_wording_needs_no_heading(tmp_path: Path) -> None:
    for name, text in {
        "før": "\tTiltak\tFrist\n1.1.\tNy vei\t2026\n1.2.\tNy bru\t\n",
        "under": "Tiltak\t\tFrist\n1.1.\tNy vei\t2026\n1.2.\tNy bru\t\n",
    }.items():
        result = read(write(tmp_path, text, f"{name}.txt"))
        assert [one[:3] for one in verbatim(plan_of(result))] == [
            ("1.1", "1.1.", "Ny vei"),
            ("1.2", "1.2.", "Ny bru"),
        ]
        assert result.ok


def test_areas_in_a_column_of_their_own_hold_until_the_next(tmp_path: Path) -> None:
    text = "Innsatsområde;Strategi;Tiltak;Frist\nVeier;Biler;Ny vei;2026\n;;Ny bru;2027\n;Tog;Nytt spor;\nMat;;Matfest;2028\n"
    result = read(write(tmp_path, text, "plan.csv"))
    assert headings(plan_of(result)) == [
        ("1", None, None, "Veier"), ("1.1", None, None, "Biler"), ("1.2", None, None, "Tog"), ("2", None, None, "Mat"),
    ]  # fmt: skip
    assert [one[0] for one in verbatim(plan_of(result))] == ["1.1.1", "1.1.2", "1.2.1", "2.1"]
    assert result.ok
