"""Count a text or CSV file: everything between the signs that only say where a cell, a heading or a point is."""

from __future__ import annotations

import re
from pathlib import Path

from .counted import Counted, seen

_BETWEEN = re.compile(
    '(?m:^[ \\t|:+=-]++$)|[\\t;,|"*#_>`~\r\n\x85\u2028\u2029\x0b\x0c]+|(?<!\\S)[-–+:=]+(?!\\S)'
)
"""Separators and quotes, the marks of Markdown, and rules of hyphens, also those under the headings of a table: a reader may take them as form."""


def count_text(path: Path) -> Counted:
    """Return the pieces of a file that no sign of form stands within."""
    raw = path.read_bytes()
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            text = raw.decode(encoding, "replace")
            break
    else:
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
    counted = Counted()
    if path.suffix.lower() == ".csv":
        text = re.sub(r"\Asep=.\r?\n", "", text)
    if path.suffix.lower() == ".md":
        text = re.sub(r"\\([|*_`#\\])", r"\1", text)
    for between in _BETWEEN.findall(text):
        counted.form.update(seen(between))
    for number, line in enumerate(re.split(r"\r\n?|[\n\x85\u2028\u2029]", text), 1):
        for piece in _BETWEEN.split(line):
            counted.add(f"linje {number}", *re.findall(r"\S+\s*", piece))
    return counted
