"""Writes the generated pages and files, by several processes that start while MkDocs makes the hand-written pages.

What goes around a body is known only when MkDocs has made those pages, and nothing may be written if one of them has a
problem. So each process makes its first bodies and waits for the word; the main process takes part when MkDocs has
nothing left to do. The committed data are made in 0.5 s less, and 6,000 measures from the store in 0.3 s less than when
the bodies that wait are few.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from ..tools import workers
from ..tools.store import Harvest, Store
from .outputs import Generated

A = TypeVar("A")
MANY = 10_000
"""With more pages the other processes start when all may be written: they hold few bodies, and share more memory."""
LARGEST = 100
"""So many pages are taken at a time from a large site: neighbours have much in common, and are made together."""


class Writing(Generic[A]):
    """The writing of one site's pages. `A`: what `whole` needs to make whole pages of bodies."""

    def __init__(
        self,
        pages: Sequence[Generated],
        body: Callable[[Generated], bytes],
        whole: Callable[[A, Generated, bytes], bytes],
        folder: Path,
        *,
        processes: int = 1,
        store: Store | None = None,
    ) -> None:
        """Start the other processes, if the site is not too large. `store`: what `body` keeps bodies in."""
        size = max(min(len(pages) // 50, LARGEST), len(pages) // workers.MOST + 1)
        self._pieces = [pages[i : i + size] for i in range(0, len(pages), size)]
        self._queue = workers.Queue(len(self._pieces))
        self._announcement = workers.Announcement[A]()
        self._body, self._whole, self._folder = body, whole, folder
        self._store = store or Store()
        self._others, self._started = processes - 1, list[Iterator[Harvest]]()
        if len(pages) <= MANY:
            self._start()

    def _start(self) -> None:
        self._started = [workers.start(self._work, None) for _ in range(self._others)]

    def give(self, around: A) -> None:
        """Give the word: the others may write."""
        if not self._started:
            self._start()
        self._around = around
        self._announcement.give(around, len(self._started))

    def abandon(self) -> None:
        """Let the others end with what they are at, and write nothing more when this returns."""
        self._announcement.close()
        deque(self._queue, maxlen=0)
        for results in self._started:
            with contextlib.suppress(workers.Stopped):
                deque(results, maxlen=0)

    def finish(self) -> None:
        """Take part until nothing is left, and wait for the others. Raises Stopped if one of them failed."""
        self._announcement.close()
        self._write_all(self._around, self._taken())
        for results in self._started:
            for harvest in results:
                self._store.absorb(harvest)

    def _taken(self) -> Iterator[Generated]:
        for number in self._queue:
            yield from self._pieces[number]

    def _work(self, _: None) -> Iterator[Harvest]:
        self._announcement.listen()
        taken, held = self._taken(), []
        for page in taken:
            held.append((page, self._body(page)))
            if self._announcement.given():
                break
        around = self._announcement.wait()
        if around is None:
            return
        for page, body in held:
            _write(f"{self._folder}/{page.file}", self._whole(around, page, body))
        held.clear()
        self._write_all(around, taken)
        yield self._store.harvest()

    def _write_all(self, around: A, pages: Iterable[Generated]) -> None:
        for page in pages:
            _write(f"{self._folder}/{page.file}", self._whole(around, page, self._body(page)))


def make_folders(pages: Iterable[Generated], folder: Path) -> None:
    """Make the folder of each page. In this order, whoever writes it: Pagefind may number pages by it."""
    for name in dict.fromkeys(page.file.rpartition("/")[0] for page in pages):
        try:
            os.mkdir(f"{folder}/{name}")  # noqa: PTH102 - a Path costs as much as making it
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(f"{folder}/{name}", exist_ok=True)  # noqa: PTH103


def _write(path: str, raw: bytes) -> None:
    try:
        with open(path, "wb", buffering=0) as file:  # noqa: PTH123 - a Path costs as much as writing the file
            if file.write(raw) != len(raw):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    except OSError as error:
        error.filename = path
        raise
