"""What was looked at before: keeps the rules from looking again at a file that is as it was.

The only module of this room that knows the store and earlier builds. A rule that looks at one file is a plain
function of the file and of what it is `given`; here is kept that a file was without problems under it. A file with
problems is looked at each time, as the messages have to be made anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from weakref import WeakKeyDictionary

from ..reading.read import Document
from ..tools.problem import Problem
from ..tools.store import Store, digest
from .references import references

# By the document as an object: `read_files` hands out the same one for as long as its file is the same.
_without_problems: WeakKeyDictionary[Document, dict[str, object]] = WeakKeyDictionary()
_referred_to: WeakKeyDictionary[Document, Mapping[str, frozenset[str]]] = WeakKeyDictionary()


def problems_in(
    document: Document,
    what: str,
    find: Callable[[], Iterable[Problem]],
    store: Store,
    *,
    given: object = None,
    key: Callable[[], bytes] = lambda: b"",
) -> list[Problem]:
    """Return the problems that `find` finds in a document, without calling it when there were none last time.

    `what` names the rules that `find` runs. `given` is what they go by beside the document, compared as an object;
    `key` returns the digest of it, under which the answer is kept in `store` for the next run.
    """
    before = _without_problems.setdefault(document, {})
    if what in before and before[what] is given:
        return []
    kept = digest(what, document.key, key()) if store.keeps and document.key else None
    if kept is None or store.get(kept) is None:
        found = list(find())
        if found:
            return found
        if kept is not None:
            store.put(kept, b"")
    before[what] = given
    return []


def referred_to(document: Document, content: Any) -> Mapping[str, frozenset[str]]:
    """Return the ids that the content of a document refers to, by their kind; found once for each document."""
    if document not in _referred_to:
        found: dict[str, set[str]] = {}
        for slag, _, id_ in references(content):
            found.setdefault(slag, set()).add(id_)
        _referred_to[document] = {slag: frozenset(ids) for slag, ids in found.items()}
    return _referred_to[document]
