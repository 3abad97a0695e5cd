"""`serve`, `bygg` and `test`: what make does, for those who have no make."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.__main__ import cli
from macros.commands import developing
from tests import vis_eksempel
from tests.conftest import ROOT


def bygg(project: Path, to: Path) -> subprocess.CompletedProcess[str]:
    """Run `python -m macros bygg` in a project, without what takes time and is tested elsewhere."""
    settings = {"PLANPORTAL_SOK": "nei", "PLANPORTAL_ARK": "nei"}
    return subprocess.run(
        [sys.executable, "-m", "macros", "bygg", "--", "--site-dir", str(to)],
        cwd=project, env=os.environ | settings, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_bygg_makes_the_site(sample: Path, tmp_path: Path) -> None:
    result = bygg(sample, tmp_path / "ut")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "ut/planer/granvik-2020-2024/index.html").is_file()


def test_bygg_stops_when_the_data_are_wrong(project: Callable[..., Path]) -> None:
    folder = project()
    (folder / "data/temaer.yml").write_text("[", "utf-8")
    assert bygg(folder, folder / "ut").returncode != 0
    assert not (folder / "ut/index.html").exists()


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the modules that are run, with what they are given; they are not run."""
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command[2:])
        return subprocess.CompletedProcess(command, 3 if "mypy" in command else 0)

    monkeypatch.setattr("macros.commands.developing.subprocess.run", run)
    monkeypatch.setattr(developing, "_see_to_a_browser", lambda: None)
    return commands


def test_what_is_written_after_two_dashes_goes_on_to_mkdocs(ran: list[list[str]]) -> None:
    assert CliRunner().invoke(cli, ["serve", "--", "--dev-addr", "127.0.0.1:8001"]).exit_code == 0
    assert CliRunner().invoke(cli, ["bygg"]).exit_code == 0
    assert ran == [["mkdocs", "serve", "--dev-addr", "127.0.0.1:8001"], ["mkdocs", "build", "--strict"]]


def test_test_stops_at_the_first_that_fails_and_says_so(ran: list[list[str]]) -> None:
    assert CliRunner().invoke(cli, ["test"]).exit_code == 3
    assert [one[0] for one in ran] == ["ruff", "ruff", "mypy"]


def test_what_is_not_installed_is_named_with_the_lock_that_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.commands.developing.importlib.util.find_spec", lambda name: None)
    result = CliRunner().invoke(cli, ["test", "--raske"])
    assert result.exit_code == 2
    assert "kommandoen trenger ruff." in result.output
    assert "-r requirements-test.txt" in result.output


def test_make_says_nothing_of_its_own() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target, command in {
        "serve": "serve",
        "build": "bygg",
        "eksempel": "eksempel",
        "test": "test",
    }.items():
        [recipe] = re.findall(rf"^{target}:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
        assert recipe == f"\t$(BIN)/python -m macros {command}\n"


@pytest.mark.slow
def test_the_sample_is_shown_as_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANPORTAL_SOK", "nei")
    assert vis_eksempel.main(["build", "-q", "-d", str(tmp_path)]) == 0
    page = (tmp_path / "planer/granvik-2020-2024/tiltak/1.1.1/index.html").read_text("utf-8")
    assert "Bygge ny vei fra sentrum til havna" in page
    assert not (tmp_path / "planer/modum-2015-2019").exists()
