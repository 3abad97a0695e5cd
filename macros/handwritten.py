"""What can be wrong in a hand-written page before it is made, and where a macro is called in it."""

from __future__ import annotations

from collections.abc import Collection

import jinja2
from jinja2 import meta, nodes

from .problem import Problem, did_you_mean


def problems(source: str, file: str, known: Collection[str]) -> list[Problem]:
    """Broken template syntax and unknown names in a page, with their lines. `known`: macros and variables."""
    env = jinja2.Environment()
    try:
        tree = env.parse(source)
    except jinja2.TemplateSyntaxError as error:
        message = f"makroen på denne linja kan ikke leses ({error.message})."
        return [Problem(file, error.lineno, 1, "", message, "Se etter {{, }} og anførselstegn.")]
    unknown = meta.find_undeclared_variables(tree) - set(known)
    return [
        Problem(
            file,
            node.lineno,
            _column(source, node.lineno, node.name),
            "",
            f"kjenner ikke makroen «{node.name}».",
            did_you_mean(node.name, known),
        )
        for node in tree.find_all(nodes.Name)
        if node.name in unknown and node.ctx == "load"
    ]


def call_problem(source: str, file: str, name: str, values: Collection[object], message: str) -> Problem:
    """A problem with a call of a macro: at the call with these values, else at the first call of that macro."""
    try:
        tree = jinja2.Environment().parse(source)
    except jinja2.TemplateSyntaxError as error:
        return Problem(file, error.lineno, 1, name, message)
    calls = [
        call
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == name
    ]
    same = [call for call in calls if set(values) <= {part.value for part in call.find_all(nodes.Const)}]
    line = next((call.lineno for call in (*same, *calls)), 1)
    return Problem(file, line, _column(source, line, name), name, message)


def _column(source: str, line: int, word: str) -> int:
    lines = source.split("\n")
    return lines[line - 1].find(word) + 1 if line <= len(lines) else 1
