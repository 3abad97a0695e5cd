"""What a text without quotes means in a file of data: the one rule of both readers."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

# Unlike YAML 1.1: `no` and `on` are words, `0301` keeps its zero, `12:30` is no number in base 60. A number
# of more than 15 digits is no amount, and stays text.
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_INT = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,15}")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}


def plain(text: str) -> Any:
    """Return what a `text` without quotes means: a number, a day, true, false, null, or the text itself.

    Raises ValueError for a day that does not exist.
    """
    # Nearly all texts begin otherwise, and are known after this one look.
    if text[:1] not in _SPECIAL:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _DATE.fullmatch(text):
        return date.fromisoformat(text)
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


_SPECIAL = frozenset({"", *"-~0123456789ntf"})
"""How a text may start that means something else than itself."""
