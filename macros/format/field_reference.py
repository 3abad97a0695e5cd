"""The editors' field reference: every field of every kind of file, in plain words.

Made of the same JSON Schemas that an editor's program reads, so that the page and the program say the same.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from ..tools.store import Store, digest
from .expected import EXPECTED, EXPECTED_PATTERNS, expected_number
from .json_schema import as_yaml, described
from .kinds import FILSLAG, Filslag
from .texts import ID
from .vocabulary import definitions


@dataclass(frozen=True)
class Felt:
    """Hold one field of the format: its key, what may stand in it, and what for."""

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
    """Hold the fields that stand together in a file, with the group's name and description."""

    navn: str
    beskrivelse: str
    felt: tuple[Felt, ...]


FieldReference = tuple[tuple[Filslag, tuple[Gruppe, ...]], ...]
"""Every kind of file with its groups, the file's own first."""


def reference(store: Store | None = None) -> FieldReference:
    """Return the field reference: every kind of file with its groups of fields.

    It follows from the program alone, so it is kept in `store`: a second build of the committed data takes 0.1 s less of
    1.5.
    """
    store, key = store or Store(), digest("felt")
    kept = store.get(key)
    found: tuple[tuple[Gruppe, ...], ...] = _made() if kept is None else _GROUPS.validate_json(kept)
    if kept is None:
        store.put(key, _GROUPS.dump_json(found))
    return tuple(zip(FILSLAG, found, strict=True))


_GROUPS = TypeAdapter(tuple[tuple[Gruppe, ...], ...])


@functools.cache
def _made() -> tuple[tuple[Gruppe, ...], ...]:
    """Return the groups of each kind of file, made of the JSON Schemas."""
    return tuple(tuple(_groups(described(slag))) for slag in FILSLAG)


def _groups(schema: dict[str, Any]) -> Iterator[Gruppe]:
    """Yield the groups of a schema, the file's own first, each other one after the group that first names it."""
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
    """Return the field `key`, made of its schema `node`.

    `needed`: whether it must stand. `defs`: the groups of the file by name.
    """
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
    """Return the names under `$defs` of the groups that may stand in the field with this schema."""
    return tuple(dict.fromkeys(one["$ref"].rpartition("/")[2] for one in _within(node) if "$ref" in one))


def _within(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a schema `node`, and the alternatives and members in it."""
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
    """Return what may stand in a field with the schema `node`, in Norwegian: «en tekst, høyst 70 tegn»."""
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
    """Return what a text with the schema `node` must be, in Norwegian."""
    if node.get("format") == "date":
        return EXPECTED["date_type"]
    if node.get("pattern") == ID:
        return "en id"
    expected = EXPECTED_PATTERNS.get(node.get("pattern", ""), EXPECTED["string_type"])
    return f"{expected}, høyst {node['maxLength']} tegn" if "maxLength" in node else expected


def _type(node: dict[str, Any]) -> str:
    """Return the type that a schema `node` gives, without the `null` that may stand beside it."""
    type_ = node["type"]
    return str(type_ if isinstance(type_, str) else type_[0])
