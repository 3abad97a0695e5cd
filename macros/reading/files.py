"""The files of a data folder, read at once: by several processes, and only those not read before.

Reading is divided between the cores, and a file that was read without surprise is kept by its content: in the store
from one run to the next, and in memory from one build of a preview to the next.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..tools import workers
from ..tools.problem import Problem
from ..tools.store import Store, digest
from .document import Document
from .yaml_fast import Quick, read_quickly
from .yaml_reader import as_document, read_carefully

WORTH_DIVIDING = 1_000_000
"""From this many bytes on, starting another process pays."""


def read_files(
    paths: Mapping[str, Path], store: Store, processes: int = 1, *, again: bool = False
) -> Iterator[Document]:
    """Each file as a document with the name that problems call it. Never raises for what stands in a file.

    They come one by one, in no fixed order, so that only one need be held at a time. With `again`, what is read is
    kept for the next time, when a file that is as it was is the same object, so that what is known of it holds.
    """
    before = {path: _last.pop(path, None) for path in paths.values()}
    new: dict[str, int] = {}
    for name, path in paths.items():
        document = _known(name, path, before[path], store)
        if isinstance(document, int):
            new[name] = document
        else:
            yield _noted(path, document, again)
    many = processes if sum(new.values()) > WORTH_DIVIDING else 1
    for name, key, quick in workers.run(lambda names: _read(names, paths), _shares(new, many)):
        if quick is not None and store.keeps:
            store.put(key, pickle.dumps(quick, pickle.HIGHEST_PROTOCOL))
        yield _noted(paths[name], _document(name, paths[name], key, quick), again)


def _known(name: str, path: Path, before: Document | None, store: Store) -> Document | int:
    """The document, when it is known already or cannot be read; else the size of the file."""
    try:
        raw = path.read_bytes()
    except OSError:
        return Document(name, problems=[Problem(name, 1, 1, "", "filen kan ikke leses.")])
    if before is None and not store.keeps:
        return len(raw)
    key = digest("fil", raw)
    if before is not None and before.key == key:
        return before
    found = store.get(key)
    return len(raw) if found is None else _document(name, path, key, pickle.loads(found))


def _read(names: Iterable[str], paths: Mapping[str, Path]) -> Iterator[tuple[str, bytes, Quick | None]]:
    for name in names:
        raw = paths[name].read_bytes()
        yield name, digest("fil", raw), read_quickly(raw)


def _document(name: str, path: Path, key: bytes, quick: Quick | None) -> Document:
    raw = path.read_bytes
    document = read_carefully(raw(), name) if quick is None else as_document(name, quick, raw)
    document.key = key
    return document


def _noted(path: Path, document: Document, again: bool) -> Document:
    if again and not document.problems:
        _last[path] = document
    return document


_last: dict[Path, Document] = {}
"""What was read last, for as long as the process lives: `mkdocs serve` reads only what has changed."""


def _shares(sizes: Mapping[str, int], processes: int) -> list[list[str]]:
    """The names in as many shares, the sizes evenly divided."""
    shares: list[list[str]] = [[] for _ in range(processes)]
    loads = [0] * processes
    for name in sorted(sizes, key=lambda name: -sizes[name]):
        least = loads.index(min(loads))
        shares[least].append(name)
        loads[least] += sizes[name]
    return shares
