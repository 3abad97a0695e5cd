"""`importer` and `ny-plan`: what can be asked for, and that nothing is written over."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros import read_register
from macros.format import model
from macros.innlesing.readers.lines import Unreadable
from tests.cases import IDAG
from tests.conftest import ROOT
from tests.innlesing.read_in import PLAN, plan_of, read, run, verbatim, write


def test_what_the_columns_are_can_be_said(tmp_path: Path) -> None:
    path = write(tmp_path, "Slik gjør vi\tDato\tBesørges av\n1.1 Ny vei\t2026\tTeknisk etat\n")
    with pytest.raises(
        Unreadable, match=r"fant ingen tiltak\. Den første raden med flere celler er «Slik gjør vi»"
    ):
        read(path)
    columns = {"slik gjør vi": "tiltak", "besørges av": "ansvar", "dato": "frist"}
    assert verbatim(plan_of(read(path, columns=columns))) == [
        ("1.1", "1.1", "Ny vei", None, "2026", "Teknisk etat", None)
    ]


def test_only_a_part_of_the_document_can_be_read(tmp_path: Path) -> None:
    text = "Innhold\n- side 1\n- side 2\nTiltak for Testby\n- Ny vei\n- Ny bru\nVedlegg\n- Et kart\n"
    result = read(write(tmp_path, text), fra="Tiltak for", til="Ny bru")
    assert [one[2] for one in verbatim(plan_of(result))] == ["Ny vei", "Ny bru"]
    assert "linje 8: «- Et kart»" in result.report
    assert result.ok


def test_a_plan_is_brought_in_filled_in_and_published(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, PLAN)
    result = run("importer", path, "--mappe", data, "--rapport", tmp_path / "rapport.txt")
    to = data / "planer/testby-2026-2029.yml"
    assert result.exit_code == 0, result.output
    assert f"Skrevet: {to}." in result.output
    assert (tmp_path / "rapport.txt").read_text("utf-8") == result.output
    text = to.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../skjema/plan.json\n")
    assert tidy(to) == ""

    _, problems = read_register(data, IDAG)
    assert {problem.path for problem in problems if problem.file.endswith("testby-2026-2029.yml")} == {
        "tittel", "kortnavn", "type", "planstatus", "kilde, tittel", "omtale", "innsatsområde 1, tiltak 1.1", "innsatsområde 1, tiltak 1.2",
    }  # fmt: skip
    for key, value in {
        "tittel": "Plan", "kortnavn": "Plan 26", "type": "handlingsplan", "planstatus": "utkast",
        "omtale": "En plan.", "tema": "[samferdsel]",
    }.items():  # fmt: skip
        text, count = re.subn(
            rf"^( *)(?:# )?{key}: (?:\"\"|\[\])$", rf"\1{key}: {value}", text, flags=re.MULTILINE
        )
        assert count == 1, key
    to.write_text(text.replace('{tittel: "",', "{tittel: Plan,"), "utf-8")
    register, problems = read_register(data, IDAG)
    assert problems == []
    assert register is not None


def tidy(path: Path) -> str:
    command = [sys.executable, "-m", "yamllint", "--strict", "-c", str(ROOT / ".yamllint"), str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def test_a_plan_that_is_there_is_not_written_over_unless_asked(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, PLAN)
    there = data / "planer/testby-2026-2029.yml"
    there.write_text("noe\n", "utf-8")
    result = run("importer", path, "--mappe", data)
    assert result.exit_code == 2
    assert "finnes fra før" in result.output
    assert there.read_text("utf-8") == "noe\n"
    assert run("importer", path, "--mappe", data, "--overskriv").exit_code == 0
    assert there.read_text("utf-8") != "noe\n"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("plan.docx", b"ikke en zip-fil", "filen er ødelagt, passordbeskyttet eller noe annet enn endelsen .docx sier"),
        ("plan.xlsx", b"PK\x03\x04tull", "filen er ødelagt, passordbeskyttet eller noe annet enn endelsen .xlsx sier"),
        ("plan.pdf", b"%PDF-1.4 tull", "filen er ødelagt, passordbeskyttet eller noe annet enn endelsen .pdf sier"),
        ("plan.txt", b"\x00\x01\x02", "filen er ikke tekst."),
        ("plan.txt", b" \n\n", "fant ingen tekst i filen."),
        ("plan.csv", b"a;b\nc;d\n", "fant ingen tiltak. Den første raden med flere celler er «a», «b»."),
        ("plan.doc", b"", "filer av slaget .doc kan ikke leses. Åpne den i Word og lagre den som .docx."),
        ("plan.jpg", b"", "ventet en fil av slaget .docx, .xlsx, .csv, .tsv, .txt eller .pdf, fant «plan.jpg»."),
        ("plan.txt", None, "finner ikke filen.\n"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_a_message_and_nothing_is_written(
    name: str, content: bytes | None, message: str, data: Path, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    before = sorted(data.rglob("*"))
    result = run("importer", tmp_path / name, "--mappe", data)
    assert result.exit_code == 2
    assert f"{tmp_path / name}: {message}" in result.output
    assert sorted(data.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--id", "Ny Plan"], "fant «Ny Plan». Prøv «ny-plan»."),
        (["--kommune", "tesby"], "kjenner ikke kommunen «tesby». Mente du «testby»?"),
        (
            ["--kolonne", "Ansvarlig"],
            "ventet OVERSKRIFT=FELT, for eksempel «Ansvarlig=ansvar», fant «Ansvarlig».",
        ),
        (["--kolonne", "Ansvarlig=ansvr"], "Mente du «ansvar»?"),
        (
            ["--kolonne", "Frst=frist", "--kolonne", "Finnes ikke=tiltak"],
            "fant ingen kolonne med overskriften «frst». Mente du «Frist»? Fant heller ikke «finnes ikke». "
            "Kolonnene heter: «Tiltak», «Mål», «Frist», «Ansvar».",
        ),
        (
            ["--rapport", "/dev/null/rapport.txt"],
            "/dev/null/rapport.txt kan ikke skrives (den skal ligge i noe",
        ),
        (["--rapport", "/"], "/ kan ikke skrives (det er en mappe)."),
        (["--fra", "Kapittel 9"], "fant ikke teksten «Kapittel 9»"),
    ],
)
def test_a_wish_that_cannot_be_met_is_explained(
    arguments: list[str], message: str, data: Path, tmp_path: Path
) -> None:
    before = sorted(data.rglob("*"))
    result = run("importer", write(tmp_path, PLAN), "--mappe", data, *arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert sorted(data.rglob("*")) == before


def test_the_report_is_not_written_over_the_document(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, PLAN)
    assert run("importer", path, "--mappe", data, "--rapport", path).exit_code == 2
    assert path.read_text("utf-8") == PLAN
    assert not (data / "planer/testby-2026-2029.yml").exists()


def test_a_new_plan_explains_every_field_and_lacks_only_what_nobody_has_written(data: Path) -> None:
    result = run("ny-plan", "testby-2030-2033", "--mappe", data)
    assert result.exit_code == 0, result.output
    path = data / "planer/testby-2030-2033.yml"
    assert tidy(path) == ""
    text = " ".join(path.read_text("utf-8").replace("#", " ").split())
    for kind in (model.Plan, model.Innsatsområde, model.Tiltak):
        for name, info in kind.model_fields.items():
            assert name == "deler" or " ".join((info.description or "").split()) in text, name
    _, problems = read_register(data, IDAG)
    found = {problem.path for problem in problems}
    assert found >= {"tittel", "kortnavn", "type", "planstatus", "kilde, tittel", "omtale"}
    assert {problem.message.split(",")[0].split(":")[0] for problem in problems} <= {
        "ventet en tekst som ikke er tom", "ventet en av", "ventet en dato (år-måned-dag)",
        "ventet et tema på tiltaket eller på en del over det",
    }, problems  # fmt: skip
    assert run("ny-plan", "testby-2030-2033", "--mappe", data).exit_code == 2
