"""Tables as CSV that a Norwegian Excel opens right: UTF-8 with a byte order mark, `;` between cells, CRLF after rows.

A cell that a spreadsheet could take for a formula is defused: a `'` is put in front of it. One that begins with `'`
already gets another, so taking away one `'` always gives back the text. Dates are ISO 8601, yes and no are `ja` and
`nei`, the parts of a list have `|` between them (one within a part has a backslash before it), and printed cells under
a plan's own headings are JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from .published import DELIMITER, Published, Tabell, Value

DANGEROUS = "=+-@\t\r\n＝＋－＠'"
"""What a cell may not begin with: the signs that begin a formula (the wide ones too), white space before one, and `'`."""
DEFUSED = "'"
BOM = "\ufeff"


def defused(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return DEFUSED + text if text[:1] in _DANGEROUS else text


_DANGEROUS = frozenset(DANGEROUS)
_QUOTED = frozenset(';"\r\n')


def as_text(value: Value) -> str:
    """Return a value as the text of a cell, not yet defused."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, tuple):
        return DELIMITER.join([one.replace(DELIMITER, "\\" + DELIMITER) for one in value])
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else str(value)


def _cell(value: Value) -> str:
    """Return a value as it stands in the file."""
    if value is None:
        return ""
    text = value if type(value) is str else as_text(value)
    if text[:1] in _DANGEROUS:
        text = DEFUSED + text
    if _QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def write(published: Published, tabell: Tabell, entities: Iterable[Any] | None = None) -> bytes:
    """Return a table as CSV, of all that it has or of these `entities` only."""
    lines = [BOM + ";".join(one.navn for one in tabell.felt)]
    for entity in published.entities(tabell) if entities is None else entities:
        key = (tabell.navn, id(entity))
        kept = published.lines.get(key)
        if kept is None:
            kept = published.lines[key] = ";".join(map(_cell, published.rad(tabell, entity))), entity
        lines.append(kept[0])
    lines.append("")
    return "\r\n".join(lines).encode()
