"""Writes the generated pages and files, with the help of other processes.

Many pages are divided between the processes: 1.6 times as fast on two cores. A few are made by another process while
MkDocs makes the hand-written pages, and written here: the committed data in 0.4 s less.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from . import workers
from .pages import GeneratedFile, GeneratedPage
from .store import Harvest, Store

Generated = GeneratedPage | GeneratedFile
Made = tuple[str, bytes | Harvest]
"""What another process has made: the path of a page and its body; last, nothing and what it did to the store."""
WORTH_DIVIDING = 1_000
"""From this many pages on, their writing is divided; up to this many bodies are made ahead and held in memory."""


def write_pages(
    pages: Sequence[Generated],
    make: Callable[[Generated], bytes],
    folder: Path,
    *,
    processes: int = 1,
    store: Store | None = None,
) -> None:
    """Write each page, as `make` makes it, to its place under the folder. `store`: what `make` keeps bodies in."""
    many = processes if len(pages) > WORTH_DIVIDING else 1
    store = store or Store()

    def work(share: Sequence[Generated]) -> Iterator[Harvest]:
        for page in share:
            _write(f"{folder}/{page.file}", make(page))
        yield store.harvest()

    for harvest in workers.run(work, _shares(pages, many)):
        store.absorb(harvest)


class Ahead:
    """The bodies of a small site's pages, made by another process from now on. Taken when they are needed."""

    def __init__(
        self, pages: Sequence[GeneratedPage], make: Callable[[Generated], bytes], processes: int, store: Store
    ) -> None:
        """`make`: makes the body of a page, or finds it in the store."""
        self._make, self._store = make, store

        def work(share: Sequence[GeneratedPage]) -> Iterator[Made]:
            for page in share:
                yield page.path, make(page)
            yield "", store.harvest()

        few = processes > 1 and len(pages) <= WORTH_DIVIDING
        self._made: Iterator[Made] = workers.start(work, pages) if few else iter(())

    @functools.cached_property
    def _bodies(self) -> dict[str, bytes]:
        bodies = {}
        for path, made in self._made:
            if isinstance(made, bytes):
                bodies[path] = made
            else:
                self._store.absorb(made)
        return bodies

    def body(self, page: Generated) -> bytes:
        """The body of a page, or a file, whether it was made ahead or not."""
        made = self._bodies.get(page.path) if isinstance(page, GeneratedPage) else None
        return self._make(page) if made is None else made


def _shares(pages: Sequence[Generated], many: int) -> list[list[Generated]]:
    """As many shares, each with its part of every kind of page; neighbours stay together, as they have much in common."""
    shares: list[list[Generated]] = [[] for _ in range(many)]
    for _, group in groupby(pages, key=lambda page: type(page.entity)):
        alike = list(group)
        for i, share in enumerate(shares):
            share += alike[len(alike) * i // many : len(alike) * (i + 1) // many]
    return shares


def _write(path: str, raw: bytes) -> None:
    """Write a file, most often in a folder of its own. By the system's calls: a Path costs as much as the writing."""
    folder = path.rpartition("/")[0]
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123
        file.write(raw)
