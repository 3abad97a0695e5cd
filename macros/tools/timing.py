"""How long each stage of a build takes, for whoever asks: PLANPORTAL_TIDER names a file to write it to."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "PLANPORTAL_TIDER"
_seconds: dict[str, float] = {}


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Count the wall seconds of what is done here to this stage."""
    started = time.perf_counter()
    try:
        yield
    finally:
        _seconds[name] = _seconds.get(name, 0) + time.perf_counter() - started


def save() -> None:
    """Write the seconds of each stage since the last time, as JSON, if asked to."""
    if file := os.environ.get(VARIABLE):
        Path(file).write_text(json.dumps(_seconds), "utf-8")
    _seconds.clear()
