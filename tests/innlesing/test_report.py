"""What the editor is told of what was read, guessed and left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.innlesing.read_in import cell, plan_of, read, run, tiltak, write


def test_actors_and_deadlines_that_cannot_be_published_are_written_and_told(tmp_path: Path) -> None:
    text = "Tiltak\tFrist\tAnsvar\n1.1. Ny vei\tHøst eller vår\tTeknik etat, Statens veikontor\n1.2. Ny bru\t2026\tRomvesenet\n"
    result = read(write(tmp_path, text), "granvik-2026")
    assert (
        "linje 2, tiltak 1.1, ansvar: kjenner ikke «Teknik etat». Mente du «Teknisk etat» (granvik-teknisk-etat)?"
        in result.report
    )
    assert "1 celle: «Romvesenet»" in result.report
    assert "linje 2, tiltak 1.1, frist: forstår ikke fristen «Høst eller vår»." in result.report
    assert '# aktører: {"Teknik etat": granvik-teknisk-etat}' in result.text
    assert [cell(one["ansvar"]) for one in tiltak(plan_of(result))] == [
        "Teknik etat, Statens veikontor",
        "Romvesenet",
    ]


def test_text_that_is_no_part_of_the_plan_is_listed_with_its_place(data: Path, tmp_path: Path) -> None:
    text = (
        "Forord\nDette er en plan.\nTiltak\tFrist\tVekt\n1.1 Ny vei\t2026\t4 mill.\n\t\tSum 4 mill.\nSlutt.\n"
    )
    result = read(write(tmp_path, text))
    for place, said in (
        (1, "Forord"),
        (2, "Dette er en plan."),
        (5, "Sum 4 mill."),
        (6, "Slutt."),
    ):
        assert f"  - linje {place}: «{said}»" in result.report
    assert "«Vekt» = egen kolonne" in result.report
    assert (
        'kolonner: [frist, {id: vekt, overskrift: "Vekt"}]' in result.text
        and 'vekt: "4 mill."' in result.text
    )
    assert result.ok
    assert 'Skal den ikke være med: --kolonne "Vekt=utelat".' in result.report
    left = run("importer", write(tmp_path, text), "--kolonne", "Vekt=utelat", "--mappe", data)
    assert "  - linje 4: «4 mill.»" in left.output and "«Vekt» = utelatt" in left.output


def test_a_list_is_said_to_be_a_guess(tmp_path: Path) -> None:
    result = read(write(tmp_path, "Sentrum\n- Ny vei\n- Ny bru\n"))
    assert "Hva som er tiltak, er gjettet." in result.report
    assert "med --fra og --til." in result.report
    assert "gjettet" not in read(write(tmp_path, "Tiltak\tFrist\n1.1 Ny vei\t2026\n")).report


@pytest.mark.parametrize(
    ("rows", "said", "made"),
    [
        (["1.1 Ny vei", "1.2 Ny bru"], "Numrene er planens egne.", None),
        (["1.1 Ny vei", "1.2 Ny bru", "Ny sti"], "Noen av numrene er planens egne.", "3 (linje 4)"),
        (["1. Ny vei", "1. Ny bru"], "Noen av numrene er planens egne.", "1-2 (linje 3, trykt «1.»)"),
        (["Ny vei", "Ny bru"], "Planen har ingen numre.", "1 (linje 2), 2 (linje 3)"),
    ],
)
def test_numbers_that_are_not_the_printed_ones_are_listed(
    rows: list[str], said: str, made: str | None, tmp_path: Path
) -> None:
    report = read(write(tmp_path, "\n".join(["Tiltak\tFrist", *(f"{row}\t2026" for row in rows)]))).report
    assert said in report
    assert ("Numrene er planens egne" in report) == (made is None)
    listed = re.search(r"Numre som er satt her, og ikke står slik i dokumentet: (.*)\.\n", report)
    assert (listed is None) == (made is None)
    assert listed is None or listed[1] == made


GUIDE = (
    "Handlingsplan for Testby\nNr\tHva vi skal gjøre\tMål\tFrist\tHvem\tStatus\n1\tSamferdsel\t\t\t\t\n"
    "1.1\tKommunen bygger ny vei til skolen.\tTryggere skolevei\t2028\tStatens vegvesn\tI gang\n"
    "1.2\tKommunen bygger ny bru.\t\tFør snøen kommer\tTestby kommune\t\n"
)


def test_the_guide_quotes_the_report_as_it_is(data: Path, tmp_path: Path) -> None:
    result = run("importer", write(tmp_path, GUIDE), "--mappe", data)
    guide = (ROOT / "docs/rediger/importer/index.md").read_text("utf-8")
    quoted = re.findall(
        r"```text\n(.*?)```", guide[guide.index("{ #rapporten }") : guide.index("{ #todo }")], re.DOTALL
    )
    assert len(quoted) == 5
    for block in quoted:
        assert block in result.output
