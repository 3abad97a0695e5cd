"""Writes a plan file as the editors do: verbatim text in quotes, comments on lines of their own above what they concern.

PyYAML decides how a text must be quoted so that it comes back as it was; it writes no comments, hence the rest.
"""

from __future__ import annotations

import textwrap

import yaml

from ...format.json_schema import first_line
from ...reading.document import KeyPath

FIRST_LINE = first_line("plan")


def quoted(text: str, indent: int = 0) -> str:
    """The text as a guarded YAML value; `indent` is that of its key."""
    if "\n" in text and not text[0].isspace():
        block = _dumped(text, "|")
        if block.startswith("|"):
            head, *lines = block.split("\n")
            margin = " " * (indent + 2)
            return "\n".join([head, *(f"{margin}{line[2:]}" if line else "" for line in lines)])
    return _dumped(text, "'" if '"' in text and "'" not in text and "\n" not in text else '"')


def inline(text: str) -> str:
    """The text as a guarded YAML value on one line, for use within braces."""
    return _dumped(text, '"')


def _dumped(text: str, style: str) -> str:
    written = yaml.dump(text, default_style=style, allow_unicode=True, width=float("inf"))
    return str(written).removesuffix("\n")


class Writer:
    """Lines of YAML, and which text was meant to stand where."""

    def __init__(self) -> None:
        self.lines = [FIRST_LINE]
        self.verbatim: list[tuple[KeyPath, str]] = []

    @property
    def text(self) -> str:
        """The whole file."""
        return "\n".join(self.lines) + "\n"

    def comment(self, indent: int, text: str) -> None:
        """A comment on lines of its own; white space in it is made plain."""
        shown = "".join(sign if sign.isprintable() else " " for sign in text)
        for line in textwrap.wrap(shown, 108 - indent, break_long_words=False, break_on_hyphens=False):
            self.lines.append(f"{' ' * indent}# {line}")

    def todo(self, indent: int, text: str) -> None:
        """A comment that waits for an editor."""
        self.comment(indent, f"TODO {text}")

    def put(self, indent: int, key: str, value: str, *, first: bool = False) -> None:
        """A key and its value as YAML; `first` is the first key of a post in a list."""
        start = f"{' ' * (indent - 2)}- " if first else " " * indent
        self.lines.append(f"{start}{key}: {value}".rstrip())

    def put_verbatim(self, indent: int, keys: KeyPath, text: str, *, first: bool = False) -> None:
        """A key with a text of the document, remembered so that it can be compared with what is read again."""
        self.put(indent, str(keys[-1]), quoted(text, indent), first=first)
        self.verbatim.append((keys, text))

    def as_post(self, start: int, indent: int) -> None:
        """Make the lines from `start` on a post of a list: its mark at the first key, comments above it in line."""
        lines = self.lines
        at = next(i for i in range(start, len(lines)) if not lines[i].lstrip().startswith("#"))
        lines[at] = f"{' ' * (indent - 2)}- {lines[at][indent:]}"
        for i in range(start, at):
            lines[i] = lines[i][2:]
