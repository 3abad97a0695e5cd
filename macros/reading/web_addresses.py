"""Every address on the web in the data, with the places where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ..format.texts import ADRESSE
from ..tools.problem import Problem
from .data import Data
from .document import Document

_ADDRESS = re.compile(ADRESSE)


def web_addresses(data: Data) -> dict[str, list[tuple[Document, tuple[str | int, ...]]]]:
    """Return each address with where it stands: the document, and the way in it to the value."""
    found: dict[str, list[tuple[Document, tuple[str | int, ...]]]] = {}
    for file, content in data.contents.items():
        for keys, value in _texts(content, ()):
            if _ADDRESS.match(value):
                found.setdefault(value, []).append((data.documents[file], keys))
    return found


def broken(where: list[tuple[Document, tuple[str | int, ...]]], address: str, said: str) -> Iterator[Problem]:
    """Yield a problem for each place of an address of which `said` tells why it does not answer."""
    hint = "Finn dokumentets nye adresse, eller skriv adressen til en kopi i et nettarkiv i «arkiv»."
    for document, keys in where:
        yield document.problem(keys, f"adressen «{address}» {said}.", hint)


def _texts(value: Any, keys: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text in a value of the data, with the way to it."""
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*keys, field.alias or name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*keys, key))
    elif isinstance(value, tuple | list):
        for i, inner in enumerate(value):
            yield from _texts(inner, (*keys, i))
