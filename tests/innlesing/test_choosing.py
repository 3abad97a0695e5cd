"""The editor is asked when it cannot be known what the tiltak are, and chooses; nothing is written before that."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import plandokumenter as dokument
from tests.innlesing.corpus import files
from tests.innlesing.corpus.case import b, h, rows
from tests.innlesing.corpus.documents import DO, plan
from tests.innlesing.read_in import run, write

TWO = [
    h("Handlingsplan"), h("Prioriterte tiltak", 2), *rows(*plan(4)), h("Andre foreslåtte tiltak", 2), *map(b, DO[8:12]),
]  # fmt: skip


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A table without headings, and a list."""
    return dokument.write_docx(TWO, tmp_path / "testby-plan.docx")


def test_nothing_is_written_until_the_editor_has_chosen(two: Path, data: Path) -> None:
    to = data / "planer/testby-plan.yml"
    asked = run("importer", two, "--mappe", data)
    assert asked.exit_code == 2
    assert "tabell 1 under «Prioriterte tiltak»: 4 rader, fra tabell 1, rad 1" in asked.output
    assert "liste 1 under «Andre foreslåtte tiltak»: 4 punkter, fra avsnitt 4" in asked.output
    assert not to.exists()
    chosen = run("importer", two, "--mappe", data, "--tabell", "1", "--kolonner", "1=tiltak,2=frist,3=ansvar")
    assert chosen.exit_code == 0, chosen.output
    written = to.read_text("utf-8")
    assert written.count("ordlyd:") == 4
    assert "Redaktøren har valgt å lese tiltakene et annet sted i dokumentet." in chosen.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--tabell", "7"], "fant ikke tabell 7 i dokumentet. Det har:"),
        (["--liste", "x"], "ventet et nummer, for eksempel --liste 2 eller --liste 2,3, fant «x»."),
        (
            ["--kolonner", "1=tiltk"],
            "ventet NUMMER=FELT, for eksempel --kolonner 1=tiltak,3=frist, fant «1=tiltk».",
        ),
    ],
)
def test_a_choice_that_cannot_be_made_is_explained(
    arguments: list[str], said: str, two: Path, data: Path
) -> None:
    result = run("importer", two, "--mappe", data, *arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_rows_of_one_cell_are_what_the_editor_says(data: Path, tmp_path: Path) -> None:
    path = write(
        tmp_path, "Tiltak;Frist\nRydde torget;2026\nReiselivsprosjekt;\nLage skilt;2027\n", "testby-plan.csv"
    )
    asked = run("importer", path, "--mappe", data)
    assert asked.exit_code == 2
    assert "linje 3: «Reiselivsprosjekt»" in asked.output
    to = data / "planer/testby-plan.yml"
    for answer, count in (("tiltak", 3), ("overskrift", 2)):
        assert run("importer", path, "--mappe", data, "--enslige", answer, "--overskriv").exit_code == 0
        assert to.read_text("utf-8").count("ordlyd:") == count


def test_what_could_not_be_read_can_stand_in_the_file_as_comments(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "testby-plan.docx"
    files.with_part("word/diagrams/data1.xml", files.DIAGRAM)(path)
    refused = run("importer", path, "--mappe", data)
    assert refused.exit_code == 1
    assert "  - SmartArt: «Arrangere messe»" in refused.output
    assert "--merk-ulest" in refused.output
    assert "Regnskapet går opp" not in refused.output
    marked = run("importer", path, "--mappe", data, "--merk-ulest")
    assert marked.exit_code == 0
    assert "Regnskapet går opp" not in marked.output
    written = (data / "planer/testby-plan.yml").read_text("utf-8")
    assert (
        "# TODO ikke lest (SmartArt): «Arrangere messe». Hører det til planen, så skriv det inn." in written
    )
