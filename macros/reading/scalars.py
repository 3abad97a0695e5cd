"""What a text without quotes means in a file of data: the one rule of both readers."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_INT = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"-?[0-9]+\.[0-9]+")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}


def plain(text: str) -> Any:
    """What a text without quotes means. Raises ValueError for a day that does not exist."""
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
