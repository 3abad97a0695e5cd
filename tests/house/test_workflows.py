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


HOSTILE = (
    "$(touch stjaalet)",
    "`touch stjaalet`",
    "; touch stjaalet #",
    "' && touch stjaalet && '",
    '" && touch stjaalet && "',
    "x\nfra=--mappe=/",
    "--mappe=/ --fra=x",
    "-o/dev/null",
    "* ~ ${PATH}",
    "::set-output name=fra::x",
)
PROGRAMS = ("python", "python3", "git", "gh", "curl", "make", "bash", "pip", "uv")
"""What the steps call; here each only writes down what it was called with."""


def scripts() -> list[tuple[str, str, dict[str, str]]]:
    """Return each script of a step with the workflow it is in, the script and the variables that the step gives it."""
    found = []
    for path in sorted((ROOT / ".github/workflows").glob("*.yml")):
        workflow = yaml.safe_load(path.read_text("utf-8"))
        for job in workflow["jobs"].values():
            shared = {**workflow.get("env", {}), **job.get("env", {})}
            found += [
                (path.stem, one["run"], {**shared, **one.get("env", {})})
                for one in job["steps"]
                if "run" in one
            ]
    return found


@pytest.mark.slow  # waits for the script with a limit, which a moved clock breaks (see tests/fram_i_tid.py)
@pytest.mark.parametrize(("workflow", "script", "given"), scripts(), ids=lambda value: str(value)[:40])
def test_no_script_runs_what_it_is_given(
    tmp_path: Path, workflow: str, script: str, given: dict[str, str]
) -> None:
    programs = tmp_path / "programmer"
    programs.mkdir()
    for name in PROGRAMS:
        # What came in as one argument is still one: an empty line ends a call.
        (programs / name).write_text('#!/bin/sh\nprintf "%s\\0" "$@" >> "$KALT"\nexit 0\n', "utf-8")
        (programs / name).chmod(0o755)
    for hostile in HOSTILE:
        called = tmp_path / "kalt"
        called.write_bytes(b"")
        for name in ("output", "summary"):
            (tmp_path / name).write_text("", "utf-8")
        environment = {
            "PATH": f"{programs}:/usr/bin:/bin",
            "KALT": str(called),
            "RUNNER_TEMP": str(tmp_path),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
            "GITHUB_REPOSITORY": "x/y",
            **dict.fromkeys(given, hostile),
        }
        (tmp_path / "site").mkdir(exist_ok=True)
        subprocess.run(
            ["/bin/bash", "-e", "-c", script],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            check=False,
            timeout=20,
        )
        assert not list(tmp_path.rglob("stjaalet")), hostile
        assert not re.search(r"^fra=-|^fra=.*mappe", (tmp_path / "output").read_text("utf-8"), re.MULTILINE)
        arguments = called.read_bytes().decode().split("\0")
        torn = [one for one in arguments if one and one != hostile and one in hostile.split()]
        assert torn == [], f"{workflow}: {hostile!r} became several arguments"


def test_what_strangers_start_may_only_read_and_knows_no_secret() -> None:
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        text = path.read_text("utf-8")
        workflow = yaml.safe_load(text)
        assert workflow["permissions"] in ({"contents": "read"}, {}), path.name
        assert "pull_request_target" not in workflow["on"] and "workflow_run" not in workflow["on"], path.name
        assert "secrets." not in text, path.name
        if "pull_request" in workflow["on"]:
            assert [name for name, job in workflow["jobs"].items() if "permissions" in job] == [], path.name
            assert "github.token" not in text and "actions/cache" not in text, path.name


def test_only_the_published_branch_writes_the_store_and_publishes() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/publiser.yml").read_text("utf-8"))["jobs"]
    on_main = "github.ref_name == github.event.repository.default_branch"
    saves = [one for one in jobs["bygg"]["steps"] if "actions/cache/save" in one.get("uses", "")]
    assert len(saves) == 1 and on_main in saves[0]["if"]
    assert not [one for one in jobs["bygg"]["steps"] if one.get("uses", "").startswith("actions/cache@")]
    assert on_main in jobs["publiser"]["if"]


def test_every_install_is_by_a_lock_with_hashes() -> None:
    for workflow, script, _ in scripts():
        for line in script.splitlines():
            if " pip install" in line:
                assert "--require-hashes -r " in line, (workflow, line)


def test_the_owners_of_files_name_paths_that_exist_in_shape() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    example = [line.lstrip("# ").split() for line in lines if re.match(r"#? ?/", line)]
    for path, *owners in example:
        assert owners and all(one.startswith("@") for one in owners), path
        assert (ROOT / path.split("*")[0].replace("testby", "").lstrip("/")).parent.is_dir(), path
    assert "## Hvem som må godkjenne" in (ROOT / "docs/rediger/se-over/index.md").read_text("utf-8")
    assert "Report a vulnerability" in (ROOT / "SECURITY.md").read_text("utf-8")
