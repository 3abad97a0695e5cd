"""Text from the data put into a format so that it stays text: one function for each format's way of quoting.

Whatever a cell holds – markup, quotes, line ends, control characters, signs that turn the direction of writing – it
comes out as letters and can end nothing that it stands in. `tests/exports/test_inert.py` tries hostile texts in all.
"""

from __future__ import annotations

import json
import re
from typing import Any

_NEVER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Signs that no format needs, and some cannot hold: control characters, and signs that turn the text around them."""
_BREAKS = re.compile("\r\n?|[\u2028\u2029]")


def clean(text: str) -> str:
    """Return a text without signs that nobody sees, its line ends as `\\n`."""
    return _NEVER.sub("", _BREAKS.sub("\n", text)) if not _PLAIN.fullmatch(text) else text


_PLAIN = re.compile("[\t\n\x20-\x7e\xa0-\u2027\u2030-\u2065\u2070-\ud7ff]*")
"""What `clean` leaves as it is."""


def line(text: str) -> str:
    """Return a text on one line, runs of white space as one space."""
    return " ".join(clean(text).split())


def xml(text: str) -> str:
    """Return a text as content or as the value of an attribute of XML, HTML and SVG."""
    return (
        clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )


def ics(text: str) -> str:
    """Return a text as the value of a property of type TEXT in iCalendar (RFC 5545, 3.3.11)."""
    return (
        clean(text)
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\n", "\\n")
        .replace("\t", " ")
    )


def turtle(text: str) -> str:
    """Return a text as a quoted string of Turtle, its quotation marks with it (RDF 1.1 Turtle, 6.4)."""
    text = clean(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'


def json_in_html(value: Any) -> str:
    """Return a value as JSON that may stand in a `<script>` of an HTML page: nothing in it can end the element."""
    return _IN_HTML.sub(lambda found: f"\\u{ord(found[0]):04x}", _NEVER.sub("", _ENCODER.encode(value)))


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_IN_HTML = re.compile("[<>&\u2028\u2029]")
