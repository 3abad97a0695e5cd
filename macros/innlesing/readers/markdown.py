"""Read Markdown: headings with «#», tables with «|», points; the signs of form are not part of the text."""

from __future__ import annotations

import re
from dataclasses import replace

from .lines import Line, Source, Unreadable, clean, visible
from .text import decode, join_wrapped, split_lines

_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*")
_HTML = re.compile(
    r"</?(?:table|thead|tbody|tr|td|th|ul|ol|li|p|div|h[1-6]|details|summary)(?:\s[^>\n]*)?>", re.IGNORECASE
)
_CELLS = re.compile(r"(?<!\\)\|")


def read_markdown(raw: bytes) -> Source:
    """Return the lines of a text in Markdown. Raises Unreadable."""
    text, notes = decode(raw)
    if found := _HTML.search(text):
        number = text.count("\n", 0, found.start()) + 1
        raise Unreadable(
            f"linje {number} har HTML («{found[0]}»), som ikke kan leses. Skriv den som Markdown, eller kopier tabellen inn i et regneark."
        )
    rows = [(number, [line]) for number, line in enumerate(split_lines(text), 1)]
    lines: list[Line] = []
    table, inside = 0, False
    for number, (line,) in join_wrapped(rows, notes):
        place = f"linje {number}"
        is_row = "|" in line and (line.lstrip().startswith("|") or inside or _is_head(rows, number))
        if is_row:
            table += not inside
            if not _RULE.fullmatch(line.strip()):
                cells = _CELLS.split(line.strip().removeprefix("|").removesuffix("|"))
                shown = tuple(_plain(cell, place, notes) for cell in cells)
                lines.append(Line(shown, place, table=table))
        elif found := _HEADING.fullmatch(line):
            lines.append(Line((_plain(found[2], place, notes),), place, level=len(found[1])))
        else:
            shown = (_plain(line, place, notes),)
            lines.append(Line(shown, place, indent=len(line) - len(line.lstrip())))
        inside = is_row
    _take_title(lines)
    return Source("Markdown", lines, sum(visible(cell) for line in lines for cell in line.cells), notes)


def _take_title(lines: list[Line]) -> None:
    """Take the one heading of the highest level, first in the text, as the title of the document: it stands over all."""
    first = next((i for i, line in enumerate(lines) if line.filled), None)
    levels = [line.level for line in lines if line.level]
    if (
        first is not None
        and len(levels) > 1
        and lines[first].level == min(levels)
        and levels.count(min(levels)) == 1
    ):
        lines[first] = replace(lines[first], level=0)


def _is_head(rows: list[tuple[int, list[str]]], number: int) -> bool:
    """Return whether the line after one is the rule under the headings of a table."""
    after = rows[number][1][0].strip() if number < len(rows) else ""
    return "|" in after and _RULE.fullmatch(after) is not None


_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\(([^()\s]*)[^()\n]*\)")
_BOX = re.compile(r"^(\s*(?:[-*+]|\d+[.)])\s+)(\[[ xX]\])\s+")
_STRUCK = re.compile(r"~~(?=\S)(.{1,2000}?)(?<=\S)~~")
_BOLD = re.compile(r"(\*\*|__|`)(?=\S)(.{1,2000}?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_\n]+?)(?<=\S)\1(?![\w*])")


def _plain(text: str, place: str, notes: list[str]) -> str:
    """Return a text as it is shown, without the signs for bold, links and boxes; what they say is told in `notes`."""
    where = f"{place[0].upper()}{place[1:]}"
    if found := _BOX.match(text):
        done = " Ruta er krysset av." * (found[2] != "[ ]")
        notes.append(f"{where}: «{found[2]}» foran teksten er ikke tatt med.{done}")
        text = found[1] + text[found.end() :]
    for link in _LINK.finditer(text):
        notes.append(f"{where}: «{link[0]}» er en lenke. «{link[1]}» er tatt med, adressen ikke.")
    text = _LINK.sub(r"\1", text)
    for struck in _STRUCK.finditer(text):
        notes.append(
            f"{where}: «{struck[1]}» er strøket over. Den er tatt med. Gjelder den ikke, så slett den."
        )
    text = _ITALIC.sub(r"\2", _BOLD.sub(r"\2", _STRUCK.sub(r"\1", text)))
    return clean(re.sub(r"\\([|*_`#\\])", r"\1", re.sub(r"<br ?/?>", "\n", text)))
