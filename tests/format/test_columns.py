"""A printed column is one entry in `format/columns.py`: one that is added to a copy of the program is found everywhere."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from lxml import html

from macros.checking.fasit import COLUMNS as HEADER
from macros.checking.fasit import FASIT, cells, not_as_printed
from macros.format import model
from macros.format.columns import COLUMNS, NAMES, Column, distinct, words
from macros.innlesing.recognising.columns import ROLES, SYNONYMS
from macros.reading.load import load
from macros.statuses.sheet_out import FROM_PLAN, TO_FILL_IN
from tests.cases import SAMPLE
from tests.conftest import ROOT, build
from tests.vis_eksempel import speak_of_the_sample

ENTRY = """
    Column(
        navn="prøvekolonne",
        overskrift="Prøvekolonne",
        bestemt="prøvekolonnen",
        om="Planen trykker prøvekolonnen ved hvert tiltak.",
        synonymer="prøvekolonne prøvekolonnevurdering prøvekolonnene",
        bredde=24,
        eksempel="Høy, ved flom",
        own_word=True,
    ),"""
PLAN = "granvik-2020-2024"
LAST = yaml.safe_load((SAMPLE / f"planer/{PLAN}.yml").read_text("utf-8"))["kolonner"][-1]
"""The last column that the plan prints: the new one comes after it."""
CELL = "=A1: «høy» & <i>50 %</i>, 'flom' # sist"
"""What YAML, HTML and spreadsheets each would take for something else."""


def with_the_column(text: str) -> str:
    """Return the file of a plan in which each tiltak has the new cell: the first `CELL`, the others «Lav»."""
    text, found = re.subn(r"(?m)^(kolonner: \[.*)\]$", r"\1, prøvekolonne]", text)
    assert found == 1
    text = re.sub(rf'(?m)^( {{4,}}){LAST}: ".*"\n', r'\g<0>\1prøvekolonne: "Lav"\n', text)
    return text.replace('"Lav"', json.dumps(CELL, ensure_ascii=False), 1)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the program with one more entry in the table, and the sample with a plan that prints the column."""
    folder = tmp_path_factory.mktemp("kolonne")
    for name in ("macros", "overrides", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "tests").mkdir()
    shutil.copy(ROOT / "tests/lag_fasit.py", folder / "tests")
    shutil.copytree(SAMPLE, folder / "data")
    speak_of_the_sample(folder / "docs")
    table, end = folder / "macros/format/columns.py", '\n)\n"""Every printed column'
    text = table.read_text("utf-8")
    assert text.count(end) == 1
    table.write_text(text.replace(end, ENTRY + end), "utf-8")
    plan = folder / f"data/planer/{PLAN}.yml"
    plan.write_text(with_the_column(plan.read_text("utf-8")), "utf-8")
    return folder


@pytest.fixture
def data(program: Path, tmp_path: Path) -> Path:
    """Return a copy of the data of that program, to change."""
    return Path(shutil.copytree(program / "data", tmp_path / "data"))


def run(program: Path, *arguments: str | Path) -> str:
    """Return what the program in that folder says."""
    ran = subprocess.run(
        [sys.executable, *arguments], cwd=program, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.stdout + ran.stderr


def sjekk(program: Path, data: Path) -> str:
    """Return what the checker says of these data."""
    return run(program, "-m", "macros", "sjekk", "--mappe", data)


def change(data: Path, old: str, new: str) -> None:
    """Replace the first `old` in the file of the plan; it must stand there."""
    path = data / f"planer/{PLAN}.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def commit(folder: Path) -> None:
    """Commit everything in a folder to a repository of its own."""
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "Før")):
        who = ("-c", "user.name=N", "-c", "user.email=n@example.org")
        subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)


@pytest.mark.slow
def test_the_checker_asks_for_the_cell_and_for_the_column(program: Path, data: Path) -> None:
    assert sjekk(program, data).startswith("Ingen feil.")
    change(data, '            prøvekolonne: "Lav"\n', "")
    assert "ventet «prøvekolonne», som planen har som kolonne, fant den ikke." in sjekk(program, data)
    change(data, 'prøvekolonne: "Lav"', "prøvekolonne: Lav")
    assert "prøvekolonne: ventet ordrett tekst i anførselstegn, fant den uten." in sjekk(program, data)
    change(data, ", prøvekolonne]", "]")
    assert "prøvekolonne: fant «prøvekolonne», men planen oppgir ikke en slik kolonne." in sjekk(
        program, data
    )
    change(data, f"{LAST}]", f"{LAST}, prøvekolonnen]")
    assert "fant «prøvekolonnen». Mente du «prøvekolonne»?" in sjekk(program, data)


@pytest.mark.slow
def test_the_schema_has_the_field_and_the_word(program: Path, data: Path) -> None:
    run(program, "-m", "macros", "skjema", "--mappe", data)
    schema = json.loads((data / "skjema/plan.json").read_text("utf-8"))
    fields = schema["$defs"]["Tiltak"]["properties"]
    assert list(fields).index("prøvekolonne") == list(fields).index(NAMES[-1]) + 1
    assert "Høy, ved flom" in fields["prøvekolonne"]["markdownDescription"]
    assert fields["prøvekolonne"]["defaultSnippets"] == fields["mål"]["defaultSnippets"]
    # A word of the format, or a column of the plan's own.
    kolonner = next(one for one in schema["properties"]["kolonner"]["items"]["anyOf"] if "enum" in one)
    assert kolonner["enum"] == [*NAMES, "prøvekolonne"]
    assert kolonner["markdownEnumDescriptions"][-1] == "Planen trykker prøvekolonnen ved hvert tiltak."
    assert "prøvekolonne" in schema["$defs"]["Ord"]["properties"]


@pytest.mark.slow
def test_the_pages_show_the_cell(program: Path, tmp_path: Path) -> None:
    ran = build(tmp_path / "site", program, SOK="nei")
    assert ran.returncode == 0, ran.stderr
    for page in (f"planer/{PLAN}/tiltak/1.1.1", f"planer/{PLAN}/alt"):
        shown = html.parse(str(tmp_path / "site" / page / "index.html")).xpath("//dt[.='Prøvekolonne']")
        assert CELL in [term.getnext().text_content() for term in shown], page
    guide = (tmp_path / "site/rediger/felt/index.html").read_text("utf-8")
    assert "Cellen «Prøvekolonne» nøyaktig som trykt." in guide
    assert "planen trykker prøvekolonnen ved hvert tiltak." in guide.lower()
    rules = (tmp_path / "site/rediger/index.html").read_text("utf-8")
    assert f"<code>{NAMES[-1]}</code>, <code>prøvekolonne</code>, <code>nr_trykt</code>" in rules
    other = (tmp_path / "site/planer/fjellby-2023-2026/tiltak/1.1/index.html").read_text("utf-8")
    assert "Prøvekolonne" not in other
    assert "prøvekolonne" not in other


@pytest.mark.slow
def test_a_plans_own_word_stands_as_the_heading(program: Path, data: Path) -> None:
    change(data, '  milepæler: "Delmål"\n', '  milepæler: "Delmål"\n  prøvekolonne: "Usikkerhet"\n')
    code = (
        "import sys; from pathlib import Path; from macros import read_register; from macros.tools.today import today\n"
        "register, _ = read_register(Path(sys.argv[1]), today())\n"
        f"print([register.planer['{PLAN}'].overskrift(one) for one, _ in register.tiltak['{PLAN}/1.1.1'].celler][-1])"
    )
    assert run(program, "-c", code, data).strip() == "Usikkerhet"


@pytest.mark.slow
def test_the_spreadsheet_has_the_column(program: Path, tmp_path: Path) -> None:
    run(program, "-m", "macros", "statusark", PLAN, tmp_path / "ark.xlsx")
    [headings, first, *_] = openpyxl.load_workbook(tmp_path / "ark.xlsx")["Status"].iter_rows(
        values_only=True
    )
    assert first[headings.index("Prøvekolonne")] == CELL


@pytest.mark.slow
@pytest.mark.parametrize(
    ("heading", "own"),
    [
        ("Prøvekolonne", None),
        ("Prøvekolonnevurdering", "Prøvekolonnevurdering"),
        ("Prøvekolonnene", "Prøvekolonnene"),
    ],
)
def test_the_importer_knows_the_heading(
    program: Path, data: Path, tmp_path: Path, heading: str, own: str | None
) -> None:
    rows = [("Tiltak", "Frist", heading), ("1 Bygge en ny vei", "2027", CELL), ("2 Rydde stien", "2028", "")]
    document = tmp_path / "plan.txt"
    document.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
    run(
        program,
        "-m",
        "macros",
        "importer",
        document,
        "--id",
        "ny-plan",
        "--kommune",
        "granvik",
        "--mappe",
        data,
    )
    plan = yaml.safe_load((data / "planer/ny-plan.yml").read_text("utf-8"))
    assert plan["kolonner"] == ["frist", "prøvekolonne"]
    assert [one["prøvekolonne"] for one in tiltak(plan)] == [CELL, ""]
    assert plan.get("ord", {}).get("prøvekolonne") == own


def tiltak(part: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every tiltak in a part of a plan file."""
    inner = [*part.get("innsatsområder", ()), *part.get("deler", ())]
    return [*part.get("tiltak", ()), *(one for part in inner for one in tiltak(part))]


@pytest.mark.slow
def test_a_change_of_the_cell_is_told_of(program: Path, data: Path) -> None:
    commit(data.parent)
    change(data, 'prøvekolonne: "Lav"', 'prøvekolonne: "Lav, men ikke ved flom"')
    told = run(program, "-m", "macros", "endringer", "--fra", "HEAD", "--mappe", data)
    assert "1.1.2 i Granvik 2020–2024: prøvekolonnen" in told
    assert "Prøvekolonnen var «Lav», og er nå «Lav, men ikke ved flom»." in told


@pytest.mark.slow
def test_the_proof_by_fingerprints_covers_the_column(program: Path, data: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from macros.reading.load import load; from macros.checking import fasit\n"
        f"plan = load(Path(sys.argv[1]))[0].planer['{PLAN}']\n"
        f"rows = [fasit.COLUMNS, ('{PLAN}', '', 'kilde', plan.kilde.sha256), *(('{PLAN}', *one.row) for one in fasit.cells(plan))]\n"
        "print('\\n'.join(map(','.join, rows)))"
    )
    rows = run(program, "-c", code, data)
    fasit = data.parent / FASIT
    fasit.parent.mkdir()
    fasit.write_text(rows, "utf-8")
    assert ",prøvekolonne," in rows
    assert sjekk(program, data).startswith("Ingen feil.")
    change(data, 'prøvekolonne: "Lav"', 'prøvekolonne: "lav"')
    assert "prøvekolonne: ventet teksten slik den er trykt i dokumentet, fant «lav»." in sjekk(program, data)
    fasit.write_text(re.sub(r".*,prøvekolonne,.*\n", "", rows), "utf-8")
    assert "ventet at tests/fasit.csv har fingeravtrykk av kolonnen «prøvekolonne», fant ingen." in sjekk(
        program, data
    )


@pytest.mark.slow
def test_the_script_of_the_fingerprints_takes_the_column_from_its_heading(program: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests'); from lag_fasit import modum\n"
        "print(list(modum(sys.argv[1])), [name for name in sys.modules if name.startswith('macros')])"
    )
    row = "1.1.1. Bygge vei\tBedre vei\tHøy\n"
    said = run(program, "-c", code, f"Prioritert handling/tiltak\tMål\tPrøvekolonne\n{row}")
    assert "('1.1.1', 'mål', 'Bedre vei'), ('1.1.1', 'prøvekolonne', 'Høy')] []" in said
    said = run(program, "-c", code, f"Prioritert handling/tiltak\tMål\tGevinst\n{row}")
    assert said.startswith("Gevinst: no column in macros/format/columns.py has this among its `synonymer`")


def test_a_column_without_fingerprints_is_told_of_once(tmp_path: Path) -> None:
    data, _ = load(SAMPLE)
    plan = data.planer[PLAN]
    rows = [HEADER, (PLAN, "", "kilde", plan.kilde.sha256 or ""), *((PLAN, *one.row) for one in cells(plan))]
    (tmp_path / FASIT).parent.mkdir()
    (tmp_path / FASIT).write_text("".join(f"{','.join(row)}\n" for row in rows if row[2] != "frist"), "utf-8")
    [told] = not_as_printed(data, tmp_path)
    assert told.message == "ventet at tests/fasit.csv har fingeravtrykk av kolonnen «frist», fant ingen."


def test_a_column_has_a_name_and_headings_of_its_own() -> None:
    assert len(ROLES) == len(set(ROLES))
    assert not set(NAMES) & set(model.Tiltak.__annotations__)
    assert not set(NAMES) & {"nr_trykt", "tema", *TO_FILL_IN}
    assert set(FROM_PLAN) - set(NAMES) == {"nr", "tittel", "ordlyd", "kjent"}
    headings = [one.heading for one in (*FROM_PLAN.values(), *TO_FILL_IN.values())]
    assert len(headings) == len(set(headings))
    known = [word for role in ROLES if role not in ("egen", "utelat") for word in words(SYNONYMS[role])]
    assert len(known) == len(set(known))
    # Its own heading and name are among the words that the importer knows.
    assert all({one.navn, one.overskrift.lower()} <= set(words(one.synonymer)) for one in COLUMNS)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"navn": "frist"}, "two columns have the navn «frist»"),
        ({"overskrift": "FRIST"}, "two columns have the overskrift «FRIST»"),
        ({"synonymer": "ny når"}, "«når» is among the synonymer of two columns, «frist» and «ny»"),
    ],
)
def test_two_columns_with_the_same_word_are_refused(given: dict[str, Any], said: str) -> None:
    new = Column(navn="ny", overskrift="Ny", bestemt="det nye", om="", synonymer="ny", bredde=1)
    with pytest.raises(ValueError, match=said):
        distinct((*COLUMNS, replace(new, **given)))
