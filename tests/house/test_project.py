"""The project around the program: settings, forms, workflows, hooks and what CONTRIBUTING.md shows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from macros import read_register
from macros.__main__ import cli
from tests.cases import IDAG
from tests.conftest import ROOT


def test_the_package_is_imported_without_the_generator() -> None:
    code = "import sys, macros; assert not [m for m in sys.modules if m.startswith('mkdocs')]"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


@pytest.mark.parametrize(
    "path", [ROOT / "mkdocs.yml", ROOT / ".pre-commit-config.yaml"], ids=lambda path: path.name
)
def test_yaml_is_tidy(path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "yamllint", "--strict", "-c", ROOT / ".yamllint", str(path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout


def broken(schema: str, path: Path) -> str:
    """Return what the schema, one that comes with check-jsonschema, has against a file."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout if result.returncode else ""


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")), ids=lambda path: path.name
)
def test_issue_forms_are_valid(path: Path) -> None:
    schema = "github-issue-config" if path.name == "config.yml" else "github-issue-forms"
    assert broken(schema, path) == ""


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github/workflows").glob("*.yml")), ids=lambda path: path.name
)
def test_workflows_are_valid_pinned_and_modest(path: Path) -> None:
    assert broken("github-workflows", path) == ""
    text = path.read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    uses = re.findall(r"uses: (\S+)", text)
    assert uses
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", use) for use in uses)


def test_hooks_are_the_projects_own_checks() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert {repo["repo"] for repo in config["repos"]} == {"local"}
    entries = [hook["entry"].split() for repo in config["repos"] for hook in repo["hooks"]]
    assert all(entry[0].startswith(".venv/bin/") for entry in entries)
    own = {entry[3] for entry in entries if entry[1:3] == ["-m", "macros"]}
    assert own
    assert own <= set(cli.commands)


def test_vs_code_is_offered_what_explains_the_fields() -> None:
    offered = json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))
    assert "redhat.vscode-yaml" in offered["recommendations"]


def test_contributing_shows_a_valid_example_of_each_kind_of_file(tmp_path: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    blocks = re.findall(r"`data/([\w./-]+)`[^`]*?```yaml\n(.*?)```", text, re.DOTALL)
    folder = tmp_path / "data"
    for name, content in blocks:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    kinds = {name.split("/")[0] for name, _ in blocks}
    registers = {"kommuner.yml", "fylker.yml", "temaer.yml", "rettelser.yml", "videresendinger.yml"}
    assert kinds == {"planer", "rapporter", "aktorer", *registers}
    _, problems = read_register(folder, IDAG)
    assert problems == []


def test_every_promise_in_the_readme_names_a_test_that_is_there() -> None:
    table = (ROOT / "README.md").read_text("utf-8").partition("## What it promises")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 10
    for row in rows:
        named = re.findall(r"`((?:tests|\.github)/[^`]+)`", row.split(" | ")[1])
        named += [one.replace(".", "/") + ".py" for one in re.findall(r"python -m (tests\.[\w.]+)", row)]
        assert named, row
        assert [one for one in named if not (ROOT / one).is_file()] == [], row
