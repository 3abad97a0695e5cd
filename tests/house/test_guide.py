"""The editors' guide: it explains every problem the checker can find, and every field."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

import pytest
import yaml

from macros.format.columns import NAMES
from macros.format.expected import EXPECTED_PATTERNS
from macros.format.field_reference import reference
from macros.pages.render import Renderer
from macros.pages.webp import webp_size
from macros.reading.yaml_syntax import SYNTAX
from macros.register.entities import Register
from macros.tools.problem import Problem
from tests.cases import CASES, IDAG, problems_of
from tests.conftest import ROOT
from tests.format.test_descriptions import formats
from tests.lag_bilder import BILDER, WIDTHS

GUIDE = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "docs/rediger").rglob("*.md")))
CASE_PROBLEMS: list[Problem] = [
    problem
    for path in CASES.glob("*.yml")
    for problem in problems_of(yaml.safe_load(path.read_text("utf-8")))
]
VARYING = (
    (r"en av: .*, fant", "en av: …, fant"),
    (r"«[^»]*»", "«…»"),
    (r"\(U\+[0-9A-F]+[^)]*\)", "(U+…)"),
    (r"fant («…» uten anførselstegn|en tom liste|en tom tekst|en liste|ingenting)\.", "fant «…»."),
    (r"[\w/-]+\.yml", "….yml"),
    (r"som er \w+, må", "som er …, må"),
    (r"leses som .*, men", "leses som …, men"),
    (r"\d+", "0"),
)
"""What is different in two messages of one kind."""


TRIED_BY_THEMSELVES = {
    "reading/files.py",
    "checking/fasit.py",
    "checking/advice.py",
    "checking/second_look.py",
    "checking/title_advice.py",
}
"""Modules whose problems no change of the sample's data can cause: an unreadable file, and what `sjekk --alt` adds."""


def kind(message: str) -> str:
    """Return what a message says, without the words from the file."""
    for found, instead in VARYING:
        message = re.sub(found, instead, message)
    return message


def test_the_guide_quotes_messages_as_they_are() -> None:
    quoted = set(re.findall(r"`(data/\S+:\d+:\d+: .+?)`$", GUIDE, re.MULTILINE))
    assert quoted
    assert quoted - set(map(str, CASE_PROBLEMS)) == set()


def test_the_guide_explains_every_kind_of_problem() -> None:
    explained = {kind(problem.message) for problem in CASE_PROBLEMS if f"`{problem}`" in GUIDE}
    assert {kind(problem.message) for problem in CASE_PROBLEMS} - explained == set()


def test_every_message_of_the_checker_has_a_case() -> None:
    templates = [re.escape(message) for _, message, _ in SYNTAX]
    templates += [re.escape(words) for words in EXPECTED_PATTERNS.values()]
    for room in ("reading", "checking"):
        found = [
            message
            for path in sorted((ROOT / "macros" / room).rglob("*.py"))
            if path.relative_to(ROOT / "macros").as_posix() not in TRIED_BY_THEMSELVES
            for message in _messages(ast.parse(path.read_text("utf-8")))
        ]
        assert found, (
            f"no message is found in {room}/: has what makes a problem another name than in MESSAGE_AT?"
        )
        templates += found
    assert without_a_case(templates) == []


def without_a_case(templates: Iterable[str]) -> list[str]:
    """Return those patterns of messages that no golden case gives."""
    said = "\n".join(problem.message for problem in CASE_PROBLEMS)
    return [one for one in templates if not re.search(one, said)]


@pytest.mark.parametrize(
    "source",
    [
        "return document.problem(keys, f'ventet {number} som ingen har prøvd')",
        "return Problem(file, line, column, path, 'ingen har prøvd denne')",
        "message = 'ingen har prøvd denne' if a else 'ventet'\n    self._complain(1, 2, message)",
    ],
)
def test_a_message_without_a_case_is_found(source: str) -> None:
    [missing] = without_a_case(_messages(ast.parse(f"def rule():\n    {source}\n")))
    assert "prøvd" in missing


def test_the_field_reference_has_every_field_with_its_description(register: Register) -> None:
    html = unescape(Renderer(register, IDAG).component("feltliste", "", reference(), 2, file="felt.html"))
    for kind in formats():
        for name, info in kind.model_fields.items():
            described = rf"<code>{info.alias or name}</code>.*?<p>{re.escape(info.description or '?')}<"
            assert re.search(described, html, re.DOTALL), (kind, name)
    assert len(html.encode()) < 150_000


def test_every_picture_is_shown_listed_and_light() -> None:
    shown = set(re.findall(r'\{\{ bilde\("([\w-]+)", "[^"]{20,}"\) \}\}', GUIDE))
    assert shown == {bilde.navn for bilde in BILDER}
    files = {path.name: path for path in (ROOT / "docs/assets/bilder").iterdir()}
    assert set(files) == {f"{name}{end}.webp" for name in shown for end in WIDTHS}
    for name, path in files.items():
        assert webp_size(path)[0] == WIDTHS["-smal" if "-smal" in name else ""]
        assert path.stat().st_size < 60_000


def test_every_printed_column_is_named_where_the_guide_lists_them() -> None:
    listed = {
        "docs/rediger/importer/index.md": r"Feltene er (.*?)\.",
        "CONTRIBUTING.md": r"Det dokumentet trykker for hvert tiltak: (.*?)\.",
    }
    for name, pattern in listed.items():
        found = re.search(pattern, (ROOT / name).read_text("utf-8"))
        assert found, f"{name}: the list of columns is gone"
        missing = set(NAMES) - set(re.findall(r"\w+", found[1]))
        assert not missing, f"{name}: «{found[0]}» must name {missing} too"


MESSAGE_AT = {"problem": 1, "_complain": 2, "Problem": 4}
"""Which argument of these is the message."""


def _messages(tree: ast.Module) -> Iterator[str]:
    """Yield a pattern for each message in a module; a message in a variable is what the same function puts there."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            values: dict[str, list[ast.expr]] = {}
            for node in ast.walk(function):
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                    values.setdefault(node.targets[0].id, []).append(node.value)
            for node in ast.walk(function):
                at = MESSAGE_AT.get(_called(node), 99)
                if isinstance(node, ast.Call) and len(node.args) > at:
                    given = node.args[at]
                    for one in values.get(given.id, []) if isinstance(given, ast.Name) else [given]:
                        yield from _patterns(one)


def _called(node: Any) -> str:
    """Return the name of the function that a node calls; empty when it calls none."""
    function = getattr(node, "func", None)
    return getattr(function, "attr", "") or getattr(function, "id", "")


def _patterns(node: ast.expr) -> list[str]:
    """Return the patterns of the texts that an expression may give."""
    match node:
        case ast.Constant():
            return [re.escape(str(node.value))]
        case ast.JoinedStr():
            parts = (
                re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".*" for one in node.values
            )
            return ["".join(parts)]
        case ast.IfExp():
            return _patterns(node.body) + _patterns(node.orelse)
    return []
