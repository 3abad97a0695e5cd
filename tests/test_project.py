"""The house itself: layers, templates, descriptions, documentation."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import yaml
from pydantic import BaseModel

from macros import read_register
from macros.__main__ import cli
from macros.format import model
from macros.format.vocabulary import (
    DEKKERORD,
    MÅLORD,
    PLANSTATUSORD,
    SIKKERHETSORD,
    STATUSORD,
    Dekker,
    Måloppnåelse,
    Planstatus,
    Sikkerhet,
    Status,
)
from macros.pages.editors import Editors, macros
from macros.pages.render import TEMPLATES, Renderer
from macros.pages.slots import root
from macros.register.entities import Register
from tests.cases import IDAG
from tests.conftest import ROOT


def test_the_package_is_imported_without_the_generator() -> None:
    code = "import sys, macros; assert not [m for m in sys.modules if m.startswith('mkdocs')]"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_every_template_compiles(path: Path, register: Register) -> None:
    Renderer(register, IDAG).env.get_template(path.name)


def formats() -> list[type[BaseModel]]:
    return [
        kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, model.Format)
    ]


@pytest.mark.parametrize("kind", formats(), ids=lambda kind: kind.__name__)
def test_every_field_is_described_and_nothing_can_be_changed(kind: type[BaseModel]) -> None:
    assert kind.__doc__
    assert kind.model_config["frozen"]
    assert [name for name, info in kind.model_fields.items() if not info.description] == []


def test_every_status_is_defined_in_one_sentence() -> None:
    assert set(STATUSORD) == {"ikke-rapportert", *Status.__args__}  # type: ignore[attr-defined]
    assert all(definition.count(".") == 1 for _, definition in STATUSORD.values())
    assert set(PLANSTATUSORD) == set(Planstatus.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (MÅLORD, Måloppnåelse),
        (SIKKERHETSORD, Sikkerhet),
        (DEKKERORD, Dekker),
    ],
)
def test_every_other_choice_in_a_report_has_its_words(words: dict[str, str], choices: Any) -> None:
    assert tuple(words) == choices.__args__


@pytest.mark.parametrize(
    ("here", "way"), [("", "./"), ("om/", "../"), ("planer/a/tiltak/1.1/", "../../../../")]
)
def test_every_link_goes_by_way_of_the_root(here: str, way: str) -> None:
    assert root(here) == way


def test_every_macro_is_in_the_editors_guide_with_a_live_example(register: Register) -> None:
    guide = (ROOT / "docs/rediger/makroer/index.md").read_text("utf-8")
    live = re.sub(r"\{% raw %\}.*?\{% endraw %\}", "", guide, flags=re.DOTALL)
    for name, macro in macros(Editors(Renderer(register, IDAG))).items():
        assert macro.__doc__, name
        assert f"### {name} " in guide, name
        assert re.search(rf"\{{\{{ *{name}\(", live), f"{name} has no live example"


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
    """What the schema, one that comes with check-jsonschema, has against a file."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout if result.returncode else ""


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")), ids=lambda path: path.name
)
def test_issue_forms_are_valid(path: Path) -> None:
    schema = "github-issue-config" if path.name == "config.yml" else "github-issue-forms"
    assert broken(schema, path) == ""


def test_the_measure_that_a_page_names_is_a_field_of_the_issue_form(register: Register) -> None:
    html = Renderer(register, IDAG, repo="https://github.com/x/y").page(
        register.tiltak["fjellby-2023-2026/1.1"], ""
    )
    address = next(one for one in re.findall(r'href="([^"]+)"', html) if "/issues/new" in one)
    given = dict(parse_qsl(urlsplit(unescape(address)).query))
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / given.pop("template")).read_text("utf-8"))
    assert given.keys() <= {field.get("id") for field in form["body"]}
    assert given["hva"].endswith(", Fjellby 2023–2026: planer/fjellby-2023-2026/tiltak/1.1/")


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
