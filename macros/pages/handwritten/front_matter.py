"""What can be wrong in the keys between two lines of `---` at the top of a hand-written page.

MkDocs passes by keys that it cannot read, without a word: the page then has no title and no description.
"""

from __future__ import annotations

import re

import yaml

from ...reading.yaml_syntax import syntax_problem
from ...tools.problem import Problem

_BLOCK = re.compile(r"-{3}[ \t]*\r?\n(.*?\n)(?:\.{3}|-{3})[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_OPEN = re.compile(r"-{3}[ \t]*\r?\n\w[\w ]*:")
"""How a page begins that has keys, whether or not they end."""


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
