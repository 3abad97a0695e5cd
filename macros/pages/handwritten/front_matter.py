"""What can be wrong in the keys between two lines of `---` at the top of a hand-written page.

MkDocs passes by keys that it cannot read, without a word: the page then has no title and no description.
"""

from __future__ import annotations

import re

import yaml

from ...reading.limits import MOST_DEPTH
from ...reading.yaml_syntax import syntax_problem
from ...tools.problem import Problem

MOST_SIGNS = 5_000
"""Of the keys of a page; the longest have some 300."""
_BLOCK = re.compile(r"-{3}[ \t]*\r?\n(.*?\n)(?:\.{3}|-{3})[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_OPEN = re.compile(r"-{3}[ \t]*\r?\n\w[\w ]*:")
"""How a page begins that has keys, whether or not they end."""


def too_much(source: str, file: str) -> Problem | None:
    """Return the problem that the keys of a page are more, or deeper in each other, than a reader of YAML can bear.

    Asked before anything reads them: brackets by the thousand in each other end the program.
    """
    found = _BLOCK.match(source)
    if found is None:
        return None
    if len(found[1]) > MOST_SIGNS:
        message = f"ventet høyst {MOST_SIGNS} tegn i nøklene øverst på siden, fant {len(found[1])}."
        return Problem(file, 2, 1, "", message, "Skriv teksten på siden i stedet.")
    depth = 0
    try:
        # Step by step, where the reader itself would go into each of them.
        for event in yaml.parse(found[1], Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_DEPTH:
                mark = event.start_mark
                assert mark is not None
                message = f"ventet høyst {MOST_DEPTH} lister eller grupper inni hverandre."
                return Problem(file, mark.line + 2, mark.column + 1, "", message, "Ta bort noen klammer.")
    except yaml.YAMLError:
        return None  # told of by `problems`
    return None


def problems(source: str, file: str) -> list[Problem]:
    """Return what is wrong in the keys of a page, at its line; nothing of a page without any."""
    found = _BLOCK.match(source)
    if found is None:
        if _OPEN.match(source):
            message = "nøklene øverst på siden blir aldri avsluttet."
            return [Problem(file, 1, 1, "", message, "Skriv en linje med --- under dem.")]
        return []
    keys = "\n" + found[1]  # the line of `---`
    try:
        read = yaml.safe_load(keys)
    except yaml.YAMLError as error:
        return [syntax_problem(error, file, keys)]
    if read is not None and not isinstance(read, dict):
        message = "ventet nøkler med verdier øverst på siden, fant noe annet."
        return [Problem(file, 2, 1, "", message, "Skriv «title: Overskriften».")]
    return []
