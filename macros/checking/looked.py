"""What was looked at before: keeps a preview from looking again at files that are as they were.

The only module of this room that knows of earlier builds; the rules are plain functions. What is known of a file is
kept by its document as an object, as `reading/files.py` hands out the same one for as long as the file is the same.
It lasts as long as the process: in a store for the next run it gained 2 % of a second build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from weakref import WeakKeyDictionary

from ..reading.document import Document
from ..tools.problem import Problem
from .references import references

_without_problems: WeakKeyDictionary[Document, dict[str, object]] = WeakKeyDictionary()
_referred_to: WeakKeyDictionary[Document, Mapping[str, frozenset[str]]] = WeakKeyDictionary()


def problems_in(
    document: Document, what: str, find: Callable[[], Iterable[Problem]], *, given: object = None
) -> list[Problem]:
    """Return the problems that `find` finds in a document, without calling it when it found none last time.

    `what` names the rules that `find` runs. `given` is what they go by beside the document, compared as an object.
    A file with problems is looked at each time.
    """
    before = _without_problems.setdefault(document, {})
    if what in before and before[what] is given:
        return []
    found = list(find())
    if not found:
        before[what] = given
    return found


def referred_to(document: Document, content: Any) -> Mapping[str, frozenset[str]]:
    """Return the ids that the content of a document refers to, by their kind; found once for each document."""
    if document not in _referred_to:
        found: dict[str, set[str]] = {}
        for slag, _, id_ in references(content):
            found.setdefault(slag, set()).add(id_)
        _referred_to[document] = {slag: frozenset(ids) for slag, ids in found.items()}
    return _referred_to[document]
