"""What a command costs, and how big the site is that it made. Knows processes and files only."""

from __future__ import annotations

import gzip
import os
import statistics
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_EVERY = 0.05
SAMPLE_SHARE = 0.03
"""The sampler rests longer when a sample takes long, as in a big process, so as not to weigh on what it measures."""
TILTAK_PAGES = "planer/*/tiltak/*/index.html"
GZIP_SAMPLE = 300
"""How many measures' pages the medians are taken over, evenly through the site."""


@dataclass(frozen=True)
class Cost:
    """One run of a command, with all processes it started."""

    wall: float
    cpu: float
    peak: float
    """The most memory at once, in MB: the sum of PSS, so that what forked processes share counts once."""


class Failed(RuntimeError):
    """The command did not end well; the text is what it said."""


def run(command: Sequence[str | Path], folder: Path, environment: dict[str, str] | None = None) -> Cost:
    """Run a command in a folder to its end."""
    start = time.perf_counter()
    with subprocess.Popen(
        list(map(str, command)),
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        memory = _Memory(process.pid)
        memory.start()
        said = process.stdout.read() if process.stdout else ""
        # wait4 counts the processor time of this child and of those it has waited for, and of no others.
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    memory.stop()
    if process.returncode:
        raise Failed(f"{command[0]} ended with {process.returncode}:\n{said[-4000:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, memory.peak / 1e6)


class _Memory(threading.Thread):
    """Samples the memory of a process and its descendants until stopped."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self.ended = threading.Event()

    def run(self) -> None:
        rest = SAMPLE_EVERY
        while not self.ended.wait(rest):
            start = time.perf_counter()
            self.peak = max(self.peak, sum(_pss(pid) for pid in _tree(self.pid)))
            rest = max(SAMPLE_EVERY, (time.perf_counter() - start) / SAMPLE_SHARE)

    def stop(self) -> None:
        self.ended.set()
        self.join()


def _tree(pid: int) -> Iterator[int]:
    """Yield the ids of a process and of all processes below it."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            inner = children.read_text().split()
        except OSError:  # the thread has ended
            continue
        for child in inner:
            yield from _tree(int(child))


def _pss(pid: int) -> int:
    """Bytes of memory that are this process's, its share of what it shares included; 0 when it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


@dataclass(frozen=True)
class Size:
    """How big a built site is."""

    pages: int
    files: int
    megabytes: float
    raw: int
    """Bytes of a measure's page: the median."""
    packed: int
    """The same, with gzip as a server sends it."""


def size(site: Path) -> Size:
    """Count the site in a folder."""
    files = [path for path in site.rglob("*") if path.is_file()]
    tiltak = sorted(site.glob(TILTAK_PAGES))
    sample = [path.read_bytes() for path in tiltak[:: max(1, len(tiltak) // GZIP_SAMPLE)]]
    return Size(
        pages=sum(path.suffix == ".html" for path in files),
        files=len(files),
        megabytes=sum(path.stat().st_size for path in files) / 1e6,
        raw=round(statistics.median(map(len, sample))),
        packed=round(statistics.median(len(gzip.compress(page, 6)) for page in sample)),
    )
