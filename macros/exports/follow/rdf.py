"""Statements in RDF, written as Turtle and as JSON-LD from the same things, so that both say the same.

Just as much of either as a catalogue needs. The tests read both with rdflib and compare the graphs.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .inert import clean, turtle

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True)
class Uri:
    """A thing named by its address."""

    address: str


@dataclass(frozen=True)
class Text:
    """A text in a language; without one it is only signs, as an identifier is."""

    text: str
    språk: str = ""


@dataclass(frozen=True)
class Ting:
    """A thing with its kind and what is said of it: (property, value), a property as often as it has values."""

    uri: str
    slag: str
    """«dcat:Dataset»; of two kinds with a comma between."""
    sagt: tuple[tuple[str, Value], ...]


Value = Uri | Text | date


def as_turtle(things: Sequence[Ting]) -> bytes:
    """Return these things as Turtle."""
    lines = [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
    for thing in things:
        said = [f"a {thing.slag}", *(f"{name} {_turtle(value)}" for name, value in thing.sagt)]
        lines += ["", _iri(thing.uri) + " " + " ;\n    ".join(said) + " ."]
    return ("\n".join(lines) + "\n").encode()


def as_json_ld(things: Sequence[Ting]) -> bytes:
    """Return these things as JSON-LD."""
    graph = []
    for thing in things:
        node: dict[str, Any] = {"@id": thing.uri, "@type": thing.slag.split(", ")}
        for name, value in thing.sagt:
            node.setdefault(name, []).append(_json(value))
        graph.append(node)
    whole = {"@context": PREFIXES, "@graph": graph}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _turtle(value: Value) -> str:
    match value:
        case Uri():
            return _iri(value.address)
        case Text():
            return turtle(value.text) + (f"@{value.språk}" if value.språk else "")
    return f'"{value.isoformat()}"^^xsd:date'


def _iri(address: str) -> str:
    """Return an address as Turtle has it: signs that it may not hold there are written as numbers (RFC 3987)."""
    signs = (
        "".join(f"%{byte:02X}" for byte in sign.encode())
        if sign <= " " or sign in '<>"{}|^`\\' or "\x7f" <= sign <= "\x9f"
        else sign
        for sign in address
    )
    return f"<{''.join(signs)}>"


def _json(value: Value) -> dict[str, str]:
    match value:
        case Uri():
            return {"@id": _iri(value.address)[1:-1]}
        case Text():
            return {"@value": clean(value.text)} | ({"@language": value.språk} if value.språk else {})
    return {"@value": value.isoformat(), "@type": "xsd:date"}
