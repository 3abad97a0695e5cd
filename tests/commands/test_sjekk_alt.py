"""`sjekk --alt` finds all that a pull request of data can fail for, and passes a whole new kommune."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.building import strict
from macros.tools.today import VARIABLE
from tests.conftest import ROOT
from tests.house.test_data import TODAY

PLAN = """\
tittel: Næringsplan for Hol 2024-2027
kortnavn: Hol 2024–2027
type: handlingsplan
eier: hol-kommune
kommuner: [hol]
periode: {fra: 2024, til: 2027}
planstatus: vedtatt
vedtak: {organ: Kommunestyret, dato: 2024-02-01}
registrert: 2026-11-20
språk: nb
kilde: {tittel: Næringsplan for Hol 2024-2027}
omtale: En plan med to satsinger og frist i egen kolonne.
kolonner: [frist, ansvar]
nummerert_av: redaksjonen
deler:
  - tittel: Reiseliv
    tema: [TEMA]
    tiltak:
      - nr: "1"
        tittel: Merke stier
        ordlyd: "Merke stier i fjellet"
        frist: "2025"
        ansvar: "Hol kommune, Hol Turlag"
      - nr: "2"
        tittel: Bygge skiløyper
        ordlyd: |-
          Bygge skiløyper:
          - mot vest
        frist: ""
        ansvar: "kommunen"
"""
REPORT = """\
tittel: Årsmelding 2025
kortnavn: Årsmelding 2025
utgiver: hol-turlag
kommuner: [hol]
gjelder: 2025
registrert: 2026-11-20
kilde: {tittel: Årsmelding 2025}
omtale: Turlaget forteller om arbeidet i 2025.
punkter:
  - id: stier
    tittel: Stier
    tiltak: [hol-2024-2027/1]
    status: pågår
    omtale: Arbeidet er i gang.
    sitat: "Vi har merket fire stier."
    sted: Side 2
    sikkerhet: høy
"""
AKTØR = "hol-turlag:\n  navn: Hol Turlag\n  type: forening\n"


def sjekk(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the program in the folder of a project."""
    command = [sys.executable, "-m", "macros", *words]
    return subprocess.run(
        command,
        cwd=project,
        env=os.environ | {VARIABLE: TODAY.isoformat()},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project, with the committed data and a kommune more that has a plan of another shape."""
    project = tmp_path_factory.mktemp("prosjekt")
    for name in ("macros", "overrides", "mkdocs.yml"):
        (project / name).symlink_to(ROOT / name)
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, project / name)
    (project / "tests").mkdir()
    shutil.copy(ROOT / "tests/fasit.csv", project / "tests")
    data = project / "data"
    kommune = "hol"
    if (data / "aktorer/hol.yml").exists():  # somebody has brought Hol in: take one that nobody has
        kommune = next(
            id_
            for id_ in re.findall(r"^([a-z]+):$", (data / "kommuner.yml").read_text("utf-8"), re.MULTILINE)
            if not (data / f"aktorer/{id_}.yml").exists()
        )
    result = sjekk(project, "ny-kommune", kommune)
    assert result.returncode == 0, result.stderr
    tema = re.findall(r"^([a-z-]+):", (data / "temaer.yml").read_text("utf-8"), re.MULTILINE)[0]
    own = (data / f"aktorer/{kommune}.yml").read_text("utf-8")
    name = re.findall(r"navn: (.+) kommune", own)[0]

    def local(text: str) -> str:
        return (
            text.replace("TEMA", tema)
            .replace("hol-", f"{kommune}-")
            .replace("[hol]", f"[{kommune}]")
            .replace("Hol ", f"{name} ")
        )

    (data / f"aktorer/{kommune}.yml").write_text(own + local(AKTØR), "utf-8")
    (data / f"planer/{kommune}-2024-2027.yml").write_text(local(PLAN), "utf-8")
    (data / "rapporter/provekommune-2025.yml").write_text(local(REPORT), "utf-8")
    return project


@pytest.mark.slow
def test_a_whole_new_kommune_passes_all_that_is_checked(joined: Path) -> None:
    result = sjekk(joined, "sjekk", "--alt")
    assert (result.returncode, result.stdout[:10]) == (0, "Ingen feil"), result.stderr


def broken(project: Path, name: str, old: str, new: str) -> str:
    """Return what is said when a file of the project has been changed; it is changed back afterwards."""
    path = project / name
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), "utf-8")
    try:
        result = sjekk(project, "sjekk", "--alt")
    finally:
        path.write_text(before, "utf-8")
    assert result.returncode == 1, result.stdout
    assert "Traceback" not in result.stderr
    return result.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("docs/om/index.md", "# Om", "[x](finnes-ikke.md)\n\n# Om",
         r"docs/om/index\.md:\d+:5: lenken «finnes-ikke\.md» leder ikke til noen side\."),
        ("docs/om/index.md", "# Om", "[x](../kommuner/index.md#ikke-her)\n\n# Om",
         r"docs/om/index\.md:\d+:5: lenken «\.\./kommuner/index\.md#ikke-her» leder til et sted"),
        ("docs/om/index.md", "# Om", "[x](#ikke-her)\n\n# Om",
         r"docs/om/index\.md:\d+:5: lenken «#ikke-her» leder til et sted"),
        ("docs/om/index.md", "# Om", "{{ tabell() }}\n\n# Om", r"docs/om/index\.md:\d+:\d+: .*makroen «tabell»"),
        ("docs/om/index.md", "# Om", "<p><a href='../ikke-her/'>x</a><div></p>\n\n# Om",
         r"docs/om/index\.md:1:1: siden om/: lenken til «ikke-her/?» leder ingen steder"),
        ("docs/om/index.md", "# Om", "<table><p>x</p></table>\n\n# Om",
         r"docs/om/index\.md:1:1: siden om/: HTML-en er ikke gyldig"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_page_is_told_in_norwegian_with_its_file(
    joined: Path, file: str, old: str, new: str, told: str
) -> None:
    assert re.search(told, broken(joined, file, old, new))


def test_a_cell_that_is_not_as_printed_is_found_where_it_stands(joined: Path) -> None:
    rows = (joined / "tests/fasit.csv").read_text("utf-8").splitlines()
    plan = next(row.split(",")[0] for row in rows[1:] if ",ordlyd," in row)
    name = f"data/planer/{plan}.yml"
    line = next(line for line in (joined / name).read_text("utf-8").splitlines() if 'ordlyd: "' in line)
    said = broken(joined, name, line, line.replace('ordlyd: "', 'ordlyd: "X', 1))
    assert re.search(
        rf"{name}:\d+:\d+: .*ordlyd: ventet teksten slik den er trykt i dokumentet, fant «X", said
    )


def test_a_plan_of_the_fasit_that_is_gone_and_a_fasit_that_is_none_are_told(joined: Path) -> None:
    said = broken(joined, "tests/fasit.csv", "plan,sted", "plan;sted")
    assert "tests/fasit.csv:1:1: ventet «plan,sted,felt,sha256»" in said
    first = (joined / "tests/fasit.csv").read_text("utf-8").splitlines()[1]
    said = broken(joined, "tests/fasit.csv", first, "borte-plan,,kilde,x\n" + first)
    assert "tests/fasit.csv:2:1: ventet planen eller rapporten «borte-plan» i dataene" in said


def test_a_missing_schema_line_is_advice_and_no_error(joined: Path) -> None:
    path = joined / "data/temaer.yml"
    before = path.read_text("utf-8")
    path.write_text(before.partition("\n")[2], "utf-8")
    plain = sjekk(joined, "sjekk")
    github = sjekk(joined, "sjekk", "--format", "github")
    path.write_text(before, "utf-8")
    assert plain.returncode == 0
    assert "Råd: data/temaer.yml:1:1: den første linja sier ikke hvilket skjema filen har" in plain.stderr
    assert "::notice file=data/temaer.yml,line=1,col=1,title=Feil::" not in github.stdout
    assert "::notice file=data/temaer.yml,line=1,col=1,title=Råd::den første linja" in github.stdout


def test_a_document_that_no_source_names_is_told_of(joined: Path) -> None:
    path = joined / "data/kilder/glemt.pdf"
    path.parent.mkdir()
    path.write_bytes(b"%PDF-1.7")
    said = sjekk(joined, "sjekk")
    shutil.rmtree(path.parent)
    assert said.returncode == 0
    assert "Råd: data/kilder/glemt.pdf:1:1: ingen kilde bruker denne filen." in said.stderr


def test_the_site_is_only_built_where_there_is_one_to_build(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/cases/grunnlag", tmp_path / "data")
    result = sjekk(ROOT, "sjekk", "--alt", "--mappe", str(tmp_path / "data"))
    assert (result.returncode, result.stderr[:6]) == (2, "Feil: ")


def test_what_mkdocs_says_and_nobody_has_put_in_norwegian_is_told_as_it_is(tmp_path: Path) -> None:
    said = "WARNING -  Something new in MkDocs 9\nAborted with 1 warnings in strict mode!"
    assert [str(one) for one in strict.problems(said, tmp_path)] == [
        "mkdocs.yml:1:1: MkDocs sier: Something new in MkDocs 9"
    ]
