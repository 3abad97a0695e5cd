"""The forms in which what was read is kept in the store: JSON, as reading it back can run nothing.

JSON has no tuples, no days and no sets. So a list is always a tuple of ours, and a day is a group whose only key is `_DAY`,
a sign that no file read quickly can hold.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from ..format.ansvar import Bit, Lenket
from .yaml_fast import Quick

_DAY = "\0"
"""The key of a group that is a day."""


def quick_as_json(quick: Quick) -> bytes:
    """Return what was read quickly of one file as JSON in UTF-8, for `quick_of_json`."""
    return _as_json(
        {
            "value": quick.value,
            "lines": [*quick.lines.items()],
            "groups": [*quick.groups],
            "bare": sorted(quick.bare),
            "repeats": quick.repeats,
        }
    )


def quick_of_json(raw: bytes) -> Quick:
    """Return what was read quickly of one file from the bytes `raw` of `quick_as_json`."""
    kept = json.loads(raw, object_hook=_ours)
    return Quick(kept["value"], dict(kept["lines"]), set(kept["groups"]), set(kept["bare"]), kept["repeats"])


def links_as_json(linked: Mapping[str, Lenket]) -> bytes:
    """Return the cells of a linker, each by its text, as JSON in UTF-8, for `links_of_json`."""
    return _as_json(linked)


def links_of_json(raw: bytes) -> dict[str, Lenket]:
    """Return the cells of a linker from the bytes `raw` of `links_as_json`, each by its text."""
    return {
        tekst: Lenket(tuple([Bit(*bit) for bit in bits]), tuple(ukjent))
        for tekst, (bits, ukjent) in json.loads(raw).items()
    }


def _as_json(value: Any) -> bytes:
    """Return `value` as JSON in UTF-8, without spaces between its parts."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_day).encode()


def _day(value: date) -> dict[str, str]:
    """Return a day as a group that JSON can hold."""
    return {_DAY: value.isoformat()}


def _ours(group: dict[str, Any]) -> Any:
    """Return a group read from JSON with tuples for its lists, or the day that it stands for."""
    for key, value in group.items():
        if type(value) is list:
            group[key] = _tuple(value)
    return date.fromisoformat(group[_DAY]) if _DAY in group else group


def _tuple(values: list[Any]) -> tuple[Any, ...]:
    """Return a list, and every list in it, as tuples."""
    return tuple([_tuple(one) if type(one) is list else one for one in values])
