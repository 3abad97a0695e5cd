"""The editors' field reference: every field of every kind of file, in plain words.

Made of the same JSON Schemas that an editor's program reads, so that the page and the program say the same.
"""

from __future__ import annotations

import functools
import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..tools.store import Store, digest
from .expected import EXPECTED, EXPECTED_PATTERNS, expected_number
from .json_schema import FILSLAG, Filslag, as_yaml, described
from .texts import ID
from .vocabulary import definitions


@dataclass(frozen=True)
class Felt:
    """One field: its key, what may stand in it, and what for."""

    navn: str
    må_stå: bool
    slag: str
    grupper: tuple[str, ...]
    """The groups that may stand in it."""
    ord: dict[str, str]
    """The words it may hold, with what they mean."""
    beskrivelse: str
    eksempler: tuple[str, ...]
    uten: str
    """The word it counts as when it is left out; empty when it then says nothing."""


@dataclass(frozen=True)
class Gruppe:
    """Fields that stand together."""

    navn: str
    beskrivelse: str
    felt: tuple[Felt, ...]


Reference = tuple[tuple[Filslag, tuple[Gruppe, ...]], ...]
"""Every kind of file with its groups, the file's own first."""


def reference(store: Store | None = None) -> Reference:
    """The reference. It follows from the program alone: kept, a second build of the committed data takes 0.1 s less of 1.5."""
    store, key = store or Store(), digest("felt")
    kept = store.get(key)
    found: Reference = _made() if kept is None else pickle.loads(kept)
    if kept is None:
        store.put(key, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    return found


@functools.cache
def _made() -> Reference:
    return tuple((slag, tuple(_groups(described(slag)))) for slag in FILSLAG)


def _groups(schema: dict[str, Any]) -> Iterator[Gruppe]:
    defs = schema.get("$defs", {})
    waiting, seen = ["", *_refs(schema)], set()
    while waiting:
        name = waiting.pop(0)
        group = defs[name] if name else schema
        if name not in seen and "properties" in group:
            needed = group.get("required", ())
            felt = [_field(key, field, key in needed, defs) for key, field in group["properties"].items()]
            yield Gruppe(group["title"], group["description"], tuple(felt))
            waiting += (inner for field in group["properties"].values() for inner in _refs(field))
        seen.add(name)


def _field(key: str, node: dict[str, Any], needed: bool, defs: dict[str, Any]) -> Felt:
    words = next((tuple(one["enum"]) for one in _within(node) if "enum" in one), ())
    return Felt(
        navn=key,
        må_stå=needed,
        slag=_in_words(node),
        grupper=tuple(defs[name]["title"] for name in _refs(node)),
        ord=definitions(words),
        beskrivelse=node["description"],
        eksempler=tuple(as_yaml(key, value) for value in node.get("examples", ())),
        uten=node.get("default", ""),
    )


def _refs(node: dict[str, Any]) -> tuple[str, ...]:
    """What the groups that a schema names are called under `$defs`, without what its own fields name."""
    return tuple(dict.fromkeys(one["$ref"].rpartition("/")[2] for one in _within(node) if "$ref" in one))


def _within(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema and the alternatives or members it has."""
    yield node
    members = (
        *node.get("patternProperties", {}).values(),
        node.get("items"),
        node.get("additionalProperties"),
    )
    for inner in (*node.get("anyOf", ()), *members):
        if isinstance(inner, dict):
            yield from _within(inner)


def _in_words(node: dict[str, Any]) -> str:
    """What may stand there: «en tekst, høyst 70 tegn»."""
    if "$ref" in node:
        return "en gruppe"
    if "anyOf" in node:
        return " eller ".join(
            dict.fromkeys(_in_words(one) for one in node["anyOf"] if one.get("type") != "null")
        )
    if "enum" in node:
        return "ett av ordene under"
    match _type(node):
        case "array" if "$ref" in node["items"]:
            return "en liste av grupper"
        case "array":
            return f"en liste, der hver verdi er {_in_words(node['items'])}"
        case "object":
            return f"en gruppe, der hvert ord får {_in_words(node['additionalProperties'])}"
        case "integer" | "number":
            return expected_number(node.get("minimum"), node.get("maximum"))
    return _text_in_words(node)


def _text_in_words(node: dict[str, Any]) -> str:
    if node.get("format") == "date":
        return EXPECTED["date_type"]
    if node.get("pattern") == ID:
        return "en id"
    expected = EXPECTED_PATTERNS.get(node.get("pattern", ""), EXPECTED["string_type"])
    return f"{expected}, høyst {node['maxLength']} tegn" if "maxLength" in node else expected


def _type(node: dict[str, Any]) -> str:
    """The type, without the `null` that may stand beside it."""
    type_ = node["type"]
    return str(type_ if isinstance(type_, str) else type_[0])
