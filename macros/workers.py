"""Work divided between processes: the only module that starts any.

A worker is forked, so that it has all that is loaded already, and sends its result back. Where there is no forking, or
only one share, the work is done here.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

S = TypeVar("S")
R = TypeVar("R")


def available() -> int:
    """How many processes this machine runs at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def run(work: Callable[[S], R], shares: Sequence[S]) -> Iterator[R]:
    """The result of each share, in order. The last is done here, meanwhile. Raises RuntimeError if a worker fails."""
    started = [_start(work, share) for share in shares[:-1]]
    last = [work(share) for share in shares[-1:]]
    for process, pipe in started:
        with os.fdopen(pipe, "rb") as results:
            sent = results.read()
        _, status = os.waitpid(process, 0)
        if status:
            raise RuntimeError("en av prosessene stoppet")
        yield pickle.loads(sent)
    yield from last


def _start(work: Callable[[S], R], share: S) -> tuple[int, int]:
    """Fork a worker for one share; returns its process and the pipe that its result comes through."""
    ours, theirs = os.pipe()
    gc.freeze()
    process = os.fork()
    if process:
        os.close(theirs)
        return process, ours
    status = 1
    try:
        os.close(ours)
        with os.fdopen(theirs, "wb") as results:
            pickle.dump(work(share), results, pickle.HIGHEST_PROTOCOL)
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(status)
