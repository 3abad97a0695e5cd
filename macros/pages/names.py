"""The names that the front page's field offers while one writes: one small file, fetched when the field is used."""

from __future__ import annotations

import json

from ..register.entities import Register
from ..views.front import names

NAMES = "sok/navn.json"


def names_file(register: Register) -> bytes:
    """Return the names as JSON: lists of a name, what it is of, and its address («» when it has no page)."""
    return json.dumps(list(names(register)), ensure_ascii=False, separators=(",", ":")).encode()
