"""The command line, as the editors and the workflows use it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from macros.__main__ import cli
from tests.cases import CASES, SAMPLE
from tests.conftest import ROOT

PLAN = "planer/testby-2020-2023.yml"
REPORT = "rapporter/melding-2022.yml"


def run(*arguments: str | Path) -> Result:
    """Run a command of the program in this process."""
    return CliRunner().invoke(cli, list(map(str, arguments)))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the golden cases' valid data in a folder of a git repository, committed."""
    folder = tmp_path / "repo/under/data"
    shutil.copytree(CASES / "grunnlag", folder)
    git(folder, "init", "--quiet", str(tmp_path / "repo"))
    commit(folder)
    return folder


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder with an author of its own; return what it prints."""
    own = {
        f"GIT_{who}_{what}": "test@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    none = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(
        command, env=os.environ | own | none, check=True, capture_output=True, text=True
    ).stdout


def commit(data: Path) -> str:
    """Commit all of the data; return the commit."""
    git(data, "add", "--all")
    git(data, "commit", "--quiet", "--allow-empty", "--message", "x")
    return git(data, "rev-parse", "HEAD").strip()


def change(data: Path, name: str, old: str, new: str) -> None:
    """Replace a text in a file of the data; it must stand there."""
    text = (data / name).read_text("utf-8")
    assert old in text
    (data / name).write_text(text.replace(old, new), "utf-8")


def test_good_data_says_so_and_exits_with_0() -> None:
    result = run("sjekk", "--mappe", SAMPLE)
    assert result.exit_code == 0
    assert result.output == "Ingen feil. 6 planer, 52 tiltak.\n"


def test_bad_data_is_listed_with_a_count_and_exits_with_1(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "kommuner.yml").write_bytes((CASES / "grunnlag/kommuner.yml").read_bytes())
    result = run("sjekk", "--mappe", data)
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "data/fylker.yml:1:1: ventet denne filen, fant den ikke.",
        "data/kommuner.yml:3:10: testby, aktør: kjenner ikke aktøren «testby-kommune». Filen data/aktorer/testby.yml "
        "mangler. Lag den med «python -m macros ny-kommune testby».",
        "data/temaer.yml:1:1: ventet denne filen, fant den ikke.",
        "3 feil i dataene. Ingenting er publisert.",
    ]


def test_of_named_files_only_their_own_problems_are_shown(data: Path) -> None:
    change(data, PLAN, "planstatus: vedtatt", "planstatus: vedtat")
    change(data, REPORT, "sikkerhet: høy", "sikkerhet: sikker")
    result = run("sjekk", "--mappe", data, data / PLAN)
    assert result.exit_code == 1
    assert result.output.splitlines()[1:] == [
        "1 feil i dataene. Ingenting er publisert.",
        "1 feil i andre filer.",
    ]
    assert result.output.startswith(f"data/{PLAN}:7:13: planstatus: ventet en av")
    good = run("sjekk", "--mappe", data, data / "kommuner.yml", data / "aktorer")
    assert good.exit_code == 0
    assert good.output == "Ingen feil her. 1 plan, 2 tiltak.\n2 feil i andre filer.\n"
    assert len(run("sjekk", "--mappe", data, data).output.splitlines()) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sjekk", "finnes-ikke.yml"], "Feil: finner ikke «finnes-ikke.yml»."),
        (
            ["sjekk", "README.md"],
            "Feil: «README.md» ligger ikke i data. Er dataene et annet sted, så skriv --mappe.",
        ),
        (["sjekk", "--fra", "finnes-ikke"], "Feil: finner ikke «finnes-ikke» i git."),
        (["endringer", "--fra", "--output=/tmp/x"], "Feil: finner ikke «--output=/tmp/x» i git."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    result = run(*arguments)
    assert (result.exit_code, result.output.splitlines()[0][: len(said)]) == (2, said)
    assert len(result.output.splitlines()) == 1


def test_github_is_told_file_line_and_column_with_its_signs_escaped(data: Path) -> None:
    change(data, PLAN, 'frist: "2022"', 'frist: "50 %, snart: ja"')
    result = run("sjekk", "--mappe", data, "--format", "github")
    assert result.exit_code == 1
    [command] = [line for line in result.stdout.splitlines() if line.startswith("::")]
    where, message = command.removeprefix("::error ").split("::", 1)
    assert where == f"file=data/{PLAN},line=22,col=16,title=innsatsområde 1%2C tiltak 1.1%2C frist"
    assert message.startswith("ventet en frist som «2016»")
    assert "fant «50 %25, snart: ja»" in message


def test_a_renamed_actor_takes_the_line_that_the_message_says(data: Path) -> None:
    for name in ("aktorer/testby.yml", "kommuner.yml", PLAN, REPORT):
        change(data, name, "testby-kommune", "testby-nye-kommune")
    result = run("sjekk", "--mappe", data, "--fra", "HEAD")
    assert result.exit_code == 1
    line = '- {gammel: aktorer/testby-kommune/, ny: aktorer/testby-nye-kommune/, grunn: "Aktøren har fått ny adresse."}'
    assert result.output.startswith(
        "data/aktorer/testby.yml:1:1: testby-nye-kommune: adressen «aktorer/testby-kommune/» har vært publisert, "
        f"og finnes ikke lenger. Skriv i data/videresendinger.yml: {line}\n"
    )
    (data / "videresendinger.yml").write_text(f"{line}\n", "utf-8")
    assert run("sjekk", "--mappe", data, "--fra", "HEAD").exit_code == 0


def test_a_renumbered_plan_takes_the_lines_that_are_printed_and_they_may_not_go(data: Path) -> None:
    def renumber(old: str, new: str) -> Result:
        change(data, PLAN, f'nr: "{old}"', f'nr: "{new}"')
        if old in (data / REPORT).read_text("utf-8"):
            change(data, REPORT, f"2023/{old}", f"2023/{new}")
        return run("sjekk", "--mappe", data, "--fra", "HEAD")

    first = commit(data)
    result = renumber("1.1", "2.1")
    block = "".join(line + "\n" for line in result.output.splitlines() if line.startswith("- "))
    (data / "videresendinger.yml").write_text(block, "utf-8")
    assert run("sjekk", "--mappe", data, "--fra", "HEAD").exit_code == 0
    second = commit(data)

    result = renumber("2.1", "3.1")
    assert "er selv sendt videre" not in result.output
    block += "".join(line + "\n" for line in result.output.splitlines() if line.startswith("- "))
    (data / "videresendinger.yml").write_text(block, "utf-8")
    chained = run("sjekk", "--mappe", data, "--fra", "HEAD")
    assert (
        "«planer/testby-2020-2023/tiltak/2.1/» er selv sendt videre. Skriv ny: planer/testby-2020-2023/tiltak/3.1/"
        in chained.output
    )
    change(
        data,
        "videresendinger.yml",
        "ny: planer/testby-2020-2023/tiltak/2.1/",
        "ny: planer/testby-2020-2023/tiltak/3.1/",
    )
    for since in (first, second):
        assert run("sjekk", "--mappe", data, "--fra", since).exit_code == 0
    third = commit(data)

    (data / "videresendinger.yml").unlink()
    gone = run("sjekk", "--mappe", data, "--fra", third)
    assert gone.exit_code == 1
    assert gone.output.count("var sendt videre her, men filen er borte. Hent den tilbake") == 2
    found = yaml.safe_load("".join(line + "\n" for line in gone.output.splitlines() if line.startswith("- ")))
    assert [(post["gammel"][-4:], post["ny"][-4:]) for post in found] == [("1.1/", "3.1/"), ("2.1/", "3.1/")]
    change(data, PLAN, 'nr: "3.1"', 'nr: "1.1"')
    change(data, REPORT, "2023/3.1", "2023/1.1")
    back = run("sjekk", "--mappe", data, "--fra", third)
    posts = [line for line in back.output.splitlines() if line.startswith("- ")]
    assert len(posts) == 2  # 2.1 and 3.1; 1.1 is there again
    assert all("ny: planer/testby-2020-2023/tiltak/1.1/" in post for post in posts)


def test_a_plan_with_another_id_is_one_problem_with_all_its_lines_once(data: Path) -> None:
    (data / PLAN).rename(data / "planer/testby-2020.yml")
    change(data, REPORT, "testby-2020-2023/1.1", "testby-2020/1.1")
    result = run("sjekk", "--mappe", data, "--fra", "HEAD")
    shown = result.output.splitlines()
    assert shown[:2] == [
        "data/planer/testby-2020.yml:1:1: adressen «planer/testby-2020-2023/» og 3 adresser under den har vært "
        "publisert, og finnes ikke lenger. Linjene som skal inn i data/videresendinger.yml, står samlet under feilene.",
        "1 feil i dataene. Ingenting er publisert.",
    ]
    posts = [line for line in shown if line.startswith("- {gammel: ")]
    assert len(posts) == result.output.count("gammel: ") == 4
    (data / "videresendinger.yml").write_text("\n".join(posts) + "\n", "utf-8")
    assert run("sjekk", "--mappe", data, "--fra", "HEAD").exit_code == 0


def test_a_folder_outside_git_is_said_to_be_so(tmp_path: Path) -> None:
    shutil.copytree(CASES / "grunnlag", tmp_path / "data")
    result = run("sjekk", "--mappe", tmp_path / "data", "--fra", "HEAD")
    said = f"Feil: mappa «{tmp_path / 'data'}» ligger ikke i et git-lager, så det finnes ingen «HEAD» der.\n"
    assert (result.exit_code, result.output) == (2, said)


def test_what_is_gone_is_answered_by_what_it_stood_in(data: Path) -> None:
    text = (data / PLAN).read_text("utf-8")
    (data / PLAN).write_text(text[: text.index('      - nr: "1.2"')], "utf-8")
    result = run("sjekk", "--mappe", data, "--fra", "HEAD")
    assert (
        'ny: planer/testby-2020-2023/innsatsomrader/1/, grunn: "Tiltaket er tatt ut av dataene."'
        in result.output
    )
    assert "data/videresendinger.yml:1:1: adressen «planer/testby-2020-2023/tiltak/1.2/»" in result.output


def test_an_earlier_state_with_problems_is_compared_as_far_as_it_goes(data: Path) -> None:
    change(data, PLAN, "planstatus: vedtatt", "planstatus: vedtat")
    commit(data)
    change(data, PLAN, "planstatus: vedtat", "planstatus: vedtatt")
    change(data, "temaer.yml", "navn: Samferdsel", "navn: Vei og tog")
    result = run("sjekk", "--mappe", data, "--fra", "HEAD")
    assert result.exit_code == 0
    assert f"ikke kontrollert, fordi de har feil: data/{PLAN}" in result.output
    told = run("endringer", "--mappe", data, "--fra", "HEAD")
    assert told.exit_code == 0
    assert "navnet er endret: «~~Samferdsel~~ **Vei og tog**»" in told.output
    assert f"Disse filene er ikke sammenlignet, fordi de har feil før eller nå: data/{PLAN}." in told.output


def test_an_earlier_state_with_a_problem_across_files_is_compared_too(data: Path) -> None:
    change(data, PLAN, "eier: testby-kommune", "eier: finnes-ikke")
    commit(data)
    change(data, PLAN, "eier: finnes-ikke", "eier: testby-kommune")
    result = run("sjekk", "--mappe", data, "--fra", "HEAD")
    assert (result.exit_code, result.exception) == (0, None)
    told = run("endringer", "--mappe", data, "--fra", "HEAD")
    assert (told.exit_code, told.exception) == (0, None)
    assert "eieren: «finnes-ikke» -> «testby-kommune»" in told.output


def test_two_revisions_are_compared_without_touching_the_files(data: Path) -> None:
    first = commit(data)
    change(data, REPORT, "status: pågår", "status: utsatt")
    second = commit(data)
    change(data, REPORT, "status: utsatt", "status: stanset")
    result = run("endringer", "--mappe", data, "--fra", first, "--til", second)
    assert "«pågår» -> «utsatt» (kilde: Årsmelding 2022, Side 3)" in result.output
    assert "status: stanset" in (data / REPORT).read_text("utf-8")
    assert git(data, "status", "--porcelain").strip() == f"M under/data/{REPORT}"


def test_a_revision_before_there_were_data_says_so(data: Path) -> None:
    git(data, "rm", "-r", "--quiet", "--cached", ".")
    git(data, "commit", "--quiet", "--message", "x")
    result = run("endringer", "--mappe", data, "--fra", "HEAD")
    assert result.exit_code == 0
    assert result.stderr == "Merk: mappa «data» fantes ikke i «HEAD».\n"
    assert "Ny plan: Handlingsplan for Testby" in result.output
