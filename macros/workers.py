"""Work divided between processes: the only module that starts any.

A worker is forked, so that it has all that is loaded already. What it finds it writes to a file, and it is taken from
there one by one, so that nothing is held twice. Where there is no forking, or only one share, the work is done here.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, TypeVar

S = TypeVar("S")
R = TypeVar("R")


def available() -> int:
    """How many processes this machine runs at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def run(work: Callable[[S], Iterable[R]], shares: Sequence[S]) -> Iterator[R]:
    """What the work on each share gives; the last share is done here, and comes first.

    Raises RuntimeError if a worker fails.
    """
    started = [start(work, share) for share in shares[:-1]]
    for share in shares[-1:]:
        yield from work(share)
    for results in started:
        yield from results


def start(work: Callable[[S], Iterable[R]], share: S) -> Iterator[R]:
    """Start the work in a process of its own; what it gives can be taken later.

    Raises RuntimeError then, if the worker failed.
    """
    return _results(*_fork(work, share))


def _results(process: int, results: IO[bytes]) -> Iterator[R]:
    with results:
        _, status = os.waitpid(process, 0)
        if status:
            raise RuntimeError("en av prosessene stoppet")
        results.seek(0)
        while (result := _next(results)) is not None:
            yield result


def _next(results: IO[bytes]) -> R | None:
    try:
        return pickle.load(results)  # type: ignore[no-any-return]
    except EOFError:
        return None


def _fork(work: Callable[[S], Iterable[R]], share: S) -> tuple[int, IO[bytes]]:
    """Fork a worker for one share; returns its process and the file that its results go to."""
    results = tempfile.TemporaryFile()  # noqa: SIM115 - whoever takes the results closes it
    gc.freeze()
    process = os.fork()
    if process:
        return process, results
    status = 1
    try:
        for result in work(share):
            pickle.dump(result, results, pickle.HIGHEST_PROTOCOL)
        results.flush()
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(status)
