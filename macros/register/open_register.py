"""From the folder `data/` to the register: read, check and build."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..checking.check import check
from ..reading.known_names import keep_links
from ..reading.load import load
from ..tools.problem import Problem
from ..tools.store import Store
from ..tools.timing import stage
from .build import build
from .entities import Register


def read_register(
    data: Path, idag: date, store: Store | None = None, processes: int = 1, *, again: bool = False
) -> tuple[Register | None, list[Problem]]:
    """Return the register of the folder `data` on the day `idag`, or None and every problem in it.

    With `again`, files that have not changed since the last time are not read again.
    """
    with stage("les"):
        loaded, problems = load(data, store, processes, again=again)
    with stage("kontroller"):
        problems += check(loaded, idag)
    with stage("register"):
        register = None if problems else build(loaded, idag)
    keep_links(loaded)
    return register, problems
