"""The account: every character of a document is in the plan or in the report, or nothing is written."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.format.texts import NR
from macros.innlesing.account import settle
from macros.innlesing.readers.lines import Source, Unreadable
from tests import plandokumenter as dokument
from tests.innlesing.read_in import PLAN, WRITERS, plan_of, read, run, tiltak, write
from tests.plandokumenter import Oppslag


def test_the_account_does_not_meet_when_text_is_lost_or_changed(tmp_path: Path) -> None:
    from macros.innlesing.outline.outline import outline
    from macros.innlesing.readers.source import read_source
    from macros.innlesing.recognising.classify import classify

    source = read_source(write(tmp_path, "Tiltak\tFrist\n1.1 Ny vei\t2026\n"))
    found = outline(list(classify(source.lines, {})))
    keys = [(("tiltak",), "Ny vei"), (("frist",), "2026"), (("nr",), "1.1")]
    good = 'nr: "1.1"\ntiltak: "Ny vei"\nfrist: "2026"\n'
    assert settle(source, found, good, keys, []).meets
    assert not settle(source, found, good.replace("vei", "ve"), keys, []).meets
    assert not settle(source, found, good, keys[1:], []).meets
    source.visible += 1
    assert not settle(source, found, good, keys, []).meets


def test_nothing_is_written_when_the_account_does_not_meet(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from macros.innlesing import run as line
    from macros.innlesing.readers.source import read_source

    def forgetful(path: Path, sheet: str = "") -> Source:
        source = read_source(path, sheet)
        del source.lines[-2:]
        return source

    monkeypatch.setattr(line, "read_source", forgetful)
    result = run("importer", write(tmp_path, PLAN), "--mappe", data)
    assert result.exit_code == 1
    assert "Regnskapet går IKKE opp." in result.output
    assert "Leseren fikk med 56 av 82 tegn i dokumentet." in result.output
    assert not (data / "planer/testby-2026-2029.yml").exists()


def test_a_row_that_is_a_heading_keeps_its_other_cells_in_the_account(tmp_path: Path) -> None:
    rows = [("Mål", "Tiltak", ""), ("Tiltak", "2 Reiseliv", ""), ("", "2.1 Ny tunnel", "Tiltak")]
    path = dokument.write_docx([Oppslag(row, tabell=1) for row in rows], tmp_path / "plan.docx")
    result = read(path)
    assert result.ok, result.report
    assert "tabell 1, rad 2: «Tiltak»" in result.report


LINES = st.lists(
    st.lists(
        st.sampled_from([
            "", "", "Tiltak", "Mål", "Frist", "Ansvar", "Nr", "Innsatsområde", "Status", "Mål: Bedre vei", "Mål:", "Tiltak:",
            "1.", "1.1", "1.2.", "2", "1. Sentrum", "1.1 Ny vei", "1.1 Ny vei", "1.2. Ny bru", "2.1 Ny tunnel", "2 Reiseliv",
            "- punkt", "  - under punkt", "Innsatsområde 1: Sentrum", "Satsingsområde 2", "Overskrift", "Mars: Møte", "Juni:",
            "En setning som er slutt.", "2026", "Teknisk etat", "-", "A2 Ny vei", "???",
        ]),
        min_size=1, max_size=5,
    ),
    min_size=1, max_size=14,
)  # fmt: skip


@pytest.mark.parametrize("ending", [".txt", ".csv", ".docx", ".xlsx"])
@settings(max_examples=40)
@given(lines=LINES, merge=st.booleans())
def test_whatever_the_document_every_character_is_accounted_for(
    ending: str, lines: list[list[str]], merge: bool
) -> None:
    width = max(map(len, lines))
    document = [
        Oppslag((*row, *[""] * (width - len(row))) if len(row) > 1 else tuple(row), tabell=int(len(row) > 1))
        for row in lines
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan{ending}"
        if ending == ".csv":
            dokument.write_csv(document, path)
        else:
            WRITERS[ending](document, path)
        if merge and ending == ".xlsx":
            merge_down(path)
        try:
            result = read(path)
        except Unreadable:
            return
    assert result.ok, result.report
    numbers = [one["nr"] for one in tiltak(plan_of(result))]
    assert len(set(numbers)) == len(numbers)
    assert all(re.fullmatch(NR, nr) for nr in numbers)


def merge_down(path: Path) -> None:
    """Stretch every cell of a sheet over the empty ones below it."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    for column in range(1, sheet.max_column + 1):
        start = 0
        for row in range(1, sheet.max_row + 2):
            if row > sheet.max_row or sheet.cell(row, column).value:
                if start and row - start > 1:
                    sheet.merge_cells(
                        start_row=start, end_row=row - 1, start_column=column, end_column=column
                    )
                start = row
    book.save(path)


def test_what_no_file_of_data_may_hold_is_told_of_and_does_not_stop_the_plan(tmp_path: Path) -> None:
    text = "Tiltak\tFrist\n1.1 Meld deg til kari@x.example\t2026\n1.2 Ny\u200b vei\ue001\t2027\n"
    result = read(write(tmp_path, text))
    assert result.ok and "kari@x.example" in result.text and "Ny vei\ue001" in result.text
    told = [
        line for line in result.report.split("\n") if "Må rettes i planfilen før den kan publiseres" in line
    ]
    assert any("e-postadresse" in line for line in told) and any("U+E001" in line for line in told)
    assert not any("U+200B" in line for line in told)
