"""What the workflows' own scripts do, run here with a stand-in for the network."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def step(workflow: str, name: str) -> str:
    """The script of a step."""
    jobs = yaml.safe_load((ROOT / f".github/workflows/{workflow}.yml").read_text("utf-8"))["jobs"]
    return next(str(one["run"]) for job in jobs.values() for one in job["steps"] if one.get("name") == name)


@pytest.mark.parametrize(
    ("status", "body", "asked", "exit_code", "output"),
    [
        ("200", COMMIT, "", 0, f"fra={COMMIT}\n"),
        ("404", "<h1>Siden finnes ikke</h1>", "", 0, ""),
        ("200", "<h1>Noe annet</h1>", "", 1, ""),
        ("500", "", "", 1, ""),
        ("000", "", "", 1, ""),
        ("500", "", "v1", 0, "fra=v1\n"),
    ],
)
def test_what_is_published_is_asked_of_the_site(
    tmp_path: Path, status: str, body: str, asked: str, exit_code: int, output: str
) -> None:
    curl = tmp_path / "curl"
    answer = f'printf %s "{body}" > "$RUNNER_TEMP/utgave.txt"; printf {status}; [ {status} != 000 ]'
    curl.write_text(f"#!/bin/sh\n{answer}\n", "utf-8")
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
