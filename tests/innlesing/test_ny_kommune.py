"""A kommune that nobody has entered anything for joins in one step."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros import read_register
from macros.__main__ import cli
from macros.reading.known_names import linker_in
from macros.reading.load import load
from tests.cases import CASES, IDAG

REGISTERED = """\
hol:
  navn: Hol
  numre:
    - {nummer: "3330", fra: 2024-01-01}
valer-innlandet:
  navn: Våler
  numre:
    - {nummer: "3319"}
valer-ostfold:
  navn: Våler
  numre:
    - {nummer: "3318"}
"""
PLAN = "Tiltak;Ansvar\nBygge sti;Hol kommune\nRydde torget;kommunen\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data of the golden cases, with three kommuner more in the register."""
    folder = tmp_path / "data"
    shutil.copytree(CASES / "grunnlag", folder)
    with (folder / "kommuner.yml").open("a", encoding="utf-8") as file:
        file.write(REGISTERED)
    return folder


def run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, [*words, "--mappe", str(data)])


def test_a_kommune_gets_its_file_and_nothing_is_wrong_afterwards(data: Path) -> None:
    result = run(data, "ny-kommune", "hol")
    assert (result.exit_code, str(data / "aktorer/hol.yml") in result.output) == (0, True)
    register, problems = read_register(data, IDAG)
    assert problems == []
    assert register is not None
    assert register.aktører["hol-kommune"].navn == "Hol kommune"
    assert "hol" not in register.kommuner, "a kommune without a plan has no page"
    before = (data / "aktorer/hol.yml").read_bytes()
    again = run(data, "ny-kommune", "hol")
    assert (again.exit_code, "alt med" in again.output) == (0, True)
    assert (data / "aktorer/hol.yml").read_bytes() == before


def test_a_kommune_among_the_common_aktører_moves_and_its_name_still_holds_everywhere(data: Path) -> None:
    common = data / "aktorer/felles.yml"
    entry = "hol-kommune:\n  navn: Hol kommune\n  type: kommune\n  varianter: [Hol]\n"
    before = common.read_text("utf-8")
    common.write_text(entry + before, "utf-8")
    assert run(data, "ny-kommune", "hol").exit_code == 0
    assert common.read_text("utf-8") == before
    assert (data / "aktorer/hol.yml").read_text("utf-8").endswith(entry)
    loaded, problems = load(data)
    assert problems == []
    elsewhere = linker_in(loaded, ["testby"]).names
    assert elsewhere.get("hol kommune") == "hol-kommune"
    assert "hol" not in elsewhere, "a variant holds in the kommune's own plans alone"


def test_a_name_that_two_kommuner_have_holds_in_their_own_plans_alone(data: Path) -> None:
    for id_ in ("valer-ostfold", "valer-innlandet"):
        run(data, "ny-kommune", id_)
    loaded, _ = load(data)
    assert linker_in(loaded, ["valer-ostfold"]).names["våler kommune"] == "valer-ostfold-kommune"
    assert linker_in(loaded, ["valer-innlandet"]).names["våler kommune"] == "valer-innlandet-kommune"
    assert "våler kommune" not in linker_in(loaded, ["testby"]).names


@pytest.mark.parametrize("word", ["våler", "Våler"])
def test_two_kommuner_with_the_name_are_both_proposed(data: Path, word: str) -> None:
    result = run(data, "ny-kommune", word)
    assert result.exit_code == 2
    assert "Mente du «valer-innlandet» eller «valer-ostfold»?" in result.output


def test_a_kommune_that_does_not_exist_is_told_with_where_all_are(data: Path) -> None:
    for words in (["ny-kommune", "xyz"], ["importer", str(data), "--kommune", "xyz"]):
        result = run(data, *words)
        assert result.exit_code == 2
        assert (
            "kjenner ikke kommunen «xyz». Alle kommuner og id-ene deres står i data/kommuner.yml."
            in result.output
        )


@pytest.mark.parametrize("named", [True, False])
def test_the_importer_makes_the_file_and_knows_the_kommune(data: Path, tmp_path: Path, named: bool) -> None:
    document = tmp_path / "hol-2024-2027.csv"
    document.write_text(PLAN, "utf-8")
    result = run(data, "importer", str(document), *(["--kommune", "hol"] if named else []))
    assert result.exit_code == 0, result.output
    assert str(data / "aktorer/hol.yml") in result.output
    assert (data / "aktorer/hol.yml").exists()
    plan = (data / "planer/hol-2024-2027.yml").read_text("utf-8")
    assert "eier: hol-kommune" in plan
    assert "kjenner ikke" not in result.output


def test_a_new_plan_makes_the_file(data: Path) -> None:
    assert run(data, "ny-plan", "hol-2024-2027").exit_code == 0
    assert (data / "aktorer/hol.yml").exists()
    assert "eier: hol-kommune" in (data / "planer/hol-2024-2027.yml").read_text("utf-8")
