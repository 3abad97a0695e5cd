"""What the workflows' own scripts do, run here with a stand-in for the network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def step(workflow: str, name: str) -> str:
    """Return the script of a step."""
    jobs = yaml.safe_load((ROOT / f".github/workflows/{workflow}.yml").read_text("utf-8"))["jobs"]
    return next(str(one["run"]) for job in jobs.values() for one in job["steps"] if one.get("name") == name)


@pytest.mark.parametrize(
    ("status", "body", "asked", "exit_code", "output"),
    [
        ("200", COMMIT, "", 0, f"fra={COMMIT}\n"),
        ("404", "<h1>Siden finnes ikke</h1>", "", 0, ""),
        ("404 200", "<h1>Siden finnes ikke</h1>", "", 1, ""),
        ("404 000", "", "", 1, ""),
        ("200", "<h1>Noe annet</h1>", "", 1, ""),
        ("500", "", "", 1, ""),
        ("000", "", "", 1, ""),
        ("200", f"{COMMIT}\nfra=--annet", "", 1, ""),
        ("500", "", "v1", 0, "fra=v1\n"),
        ("404", "", "gren/med-navn_1.2", 0, "fra=gren/med-navn_1.2\n"),
        ("200", COMMIT, "--mappe=/", 1, ""),
        ("200", COMMIT, "$(touch x)", 1, ""),
        ("200", COMMIT, "v1\nannet=x", 1, ""),
        ("200", COMMIT, "v1 --mappe /", 1, ""),
    ],
)
def test_what_is_published_is_asked_of_the_site(
    tmp_path: Path, status: str, body: str, asked: str, exit_code: int, output: str
) -> None:
    curl = tmp_path / "curl"
    # The file that says which commit is published, and the front page.
    file, *front = status.split()
    answer = f'''case "${{@: -1}}" in
    */utgave.txt) printf %s "{body}" > "$RUNNER_TEMP/utgave.txt"; printf {file}; [ {file} != 000 ] ;;
    *) printf {(front or [file])[0]} ;;
    esac'''
    curl.write_text(f"#!/bin/bash\n{answer}\n", "utf-8")
    curl.chmod(0o755)
    environment = os.environ | {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "NETTSTED": "https://planer.example",
        "FRA": asked,
    }
    (tmp_path / "output").touch()
    script = step("publiser", "Finn utgaven som er publisert")
    result = subprocess.run(
        ["bash", "-e", "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert (result.returncode, (tmp_path / "output").read_text("utf-8")) == (exit_code, output)


def test_no_text_of_a_pull_request_is_put_into_a_script() -> None:
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
            assert not [one["run"] for one in job["steps"] if "${{" in one.get("run", "")], path.name


@pytest.mark.parametrize(
    ("answer", "exit_code"),
    [("admin", 0), ("write", 0), ("read", 1), ("none", 1), ("", 1), ("write\nread", 1), (None, 1)],
)
def test_only_who_may_write_starts_the_reading_of_a_plan(
    tmp_path: Path, answer: str | None, exit_code: int
) -> None:
    gh = tmp_path / "gh"
    gh.write_text('#!/bin/sh\necho "$@" >> "$ASKED"\n[ -n "${ANSWER+x}" ] && echo "$ANSWER"\n', "utf-8")
    gh.chmod(0o755)
    environment = os.environ | {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "ASKED": str(tmp_path / "asked"),
        "GITHUB_REPOSITORY": "x/y",
        "HVEM": "$(touch x)",
    }
    environment |= {} if answer is None else {"ANSWER": answer}
    script = step("les-inn", "Se etter tilgangen")
    result = subprocess.run(
        ["bash", "-e", "-c", script],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == exit_code
    assert (
        (tmp_path / "asked")
        .read_text("utf-8")
        .startswith("api repos/x/y/collaborators/$(touch x)/permission ")
    )
    assert not (tmp_path / "x").exists()


def test_every_job_of_reading_a_plan_waits_for_the_one_that_asks_who_it_is() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/les-inn.yml").read_text("utf-8"))["jobs"]
    assert "if" in jobs["hvem"]
    waits = {name: job.get("needs") for name, job in jobs.items()}
    assert waits == {"hvem": None, "hent": "hvem", "les": "hent", "foreslaa": ["hent", "les"]}
    assert [name for name, job in jobs.items() if name != "hvem" and "if" in job] == []


def tool(name: str, *arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a program that is installed beside Python, never one of the machine."""
    program = shutil.which(name, path=str(Path(sys.executable).parent))
    assert program, f"{name} is not installed"
    return subprocess.run([program, *arguments], cwd=cwd, capture_output=True, text=True, check=False)


ZIZMOR = ("zizmor", "--offline", "--no-progress", "--no-exit-codes", "--format=plain")
INJECTION = """\
on: issues
permissions: {}
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo "${{ github.event.issue.title }}" ${{ steps.ukjent.outputs.x }}
"""


def test_nothing_in_the_workflows_lets_a_stranger_in() -> None:
    result = tool(*ZIZMOR, ".github")
    assert "No findings to report" in result.stdout, result.stdout


def test_the_workflows_have_no_mistakes() -> None:
    # Without shellcheck and pyflakes, which some machines have and some have not.
    paths = sorted(str(path) for path in (ROOT / ".github/workflows").glob("*.yml"))
    result = tool("actionlint", "-shellcheck=", "-pyflakes=", *paths)
    assert result.returncode == 0, result.stdout + result.stderr


def test_what_is_wrong_in_a_workflow_is_found(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text(INJECTION, "utf-8")
    assert "template-injection" in tool(*ZIZMOR, "x.yml", cwd=tmp_path).stdout
    assert "ukjent" in tool("actionlint", "-shellcheck=", "-pyflakes=", "x.yml", cwd=tmp_path).stdout


def test_the_container_installs_what_make_does_and_shows_the_site() -> None:
    text = (ROOT / ".devcontainer/devcontainer.json").read_text("utf-8")
    container = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
    assert re.search(r":\d+\.\d+\.\d+-\d+\.\d+-\w+$", container["image"]), "a whole version"
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = [container["postCreateCommand"], *container["postAttachCommand"].values()]
    assert all(f"\n{one.removeprefix('make ').replace('.venv', '$(VENV)')}: " in makefile for one in targets)
    assert container["forwardPorts"] == [8000]
    assert container["portsAttributes"]["8000"]["onAutoForward"] == "openPreview"
