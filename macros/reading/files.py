"""The files of a data folder, read at once: by several processes, and only those not read before.

Reading is divided between the cores, and a file that was read without surprise is kept by its content: in the store
from one run to the next, and in memory from one build of a preview to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..tools import workers
from ..tools.problem import Problem
from ..tools.store import Store, digest
from .document import Document
from .kept import quick_as_json, quick_of_json
from .yaml_fast import Quick, read_quickly
from .yaml_reader import as_document, read_carefully

WORTH_DIVIDING = 1_000_000
"""From this many bytes on, starting another process pays."""


def read_files(
    paths: Mapping[str, Path], store: Store, processes: int = 1, *, again: bool = False
) -> Iterator[Document]:
    """Yield each of the files `paths` as a document, under the name that problems call it.

    The documents come one by one, in no fixed order, so that only one need be held at a time. What was read without
    surprise is kept in `store`; many new files are divided between `processes`. With `again`, documents are also kept in
    memory: next time a file that is as it was is the same object, so that what is known of it holds. Never raises for
    what stands in a file.
    """
    before = {path: _last.pop(path, None) for path in paths.values()}
    new: dict[str, int] = {}
    for name, path in paths.items():
        document = _known(name, path, before[path], store)
        if isinstance(document, int):
            new[name] = document
        else:
            yield _noted(path, document, again)
    # Sending work to a process and back costs more than reading a few small files.
    many = processes if sum(new.values()) > WORTH_DIVIDING else 1
    for name, key, quick in workers.run(lambda names: _read(names, paths), _shares(new, many)):
        if quick is not None and store.keeps:
            store.put(key, quick_as_json(quick))
        yield _noted(paths[name], _document(name, paths[name], key, quick), again)


def _known(name: str, path: Path, before: Document | None, store: Store) -> Document | int:
    """Return the file's document when it is known from `before` or from `store`, or cannot be read; else its size."""
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
    return len(raw) if found is None else _document(name, path, key, quick_of_json(found))


def _read(names: Iterable[str], paths: Mapping[str, Path]) -> Iterator[tuple[str, bytes, Quick | None]]:
    """Yield for each name its file's digest and what could be read quickly; runs in a process of its own."""
    for name in names:
        raw = paths[name].read_bytes()
        yield name, digest("fil", raw), read_quickly(raw)


def _document(name: str, path: Path, key: bytes, quick: Quick | None) -> Document:
    """Return the document of what was read quickly, or, when that gave None, the file read with every place."""
    raw = path.read_bytes
    document = read_carefully(raw(), name) if quick is None else as_document(name, quick, raw)
    document.key = key
    return document


def _noted(path: Path, document: Document, again: bool) -> Document:
    """Return the document, remembered for the next build of a preview when `again` says so and it has no problems."""
    if again and not document.problems:
        _last[path] = document
    return document


_last: dict[Path, Document] = {}
"""What was read last, for as long as the process lives: `mkdocs serve` reads only what has changed."""


def _shares(sizes: Mapping[str, int], processes: int) -> list[list[str]]:
    """Return the names divided into as many shares as `processes`, the sum of their `sizes` about even."""
    shares: list[list[str]] = [[] for _ in range(processes)]
    loads = [0] * processes
    for name in sorted(sizes, key=lambda name: -sizes[name]):
        least = loads.index(min(loads))
        shares[least].append(name)
        loads[least] += sizes[name]
    return shares
