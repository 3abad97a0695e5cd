"""The day stands in few files: all others are the same bytes the day after, and in a build by other processes."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from macros import read_register
from macros.building.export_outputs import EXPORTS
from macros.building.outputs import generated
from macros.pages.render import Renderer
from tests.cases import IDAG
from tests.conftest import BASE

DAILY = {"data/v1/index.json", "data/v1/tiltak-i-dag.csv", "data/v1/tiltak-i-dag.json"}
"""The files that the documentation says follow from the day."""


def files_on(data: Path, day: date) -> dict[str, bytes]:
    """Return every file under /data/ as it is made on a day, from data read that day."""
    register, problems = read_register(data, day)
    assert register is not None, problems
    renderer = Renderer(register, day, base=BASE)
    return {
        one.file: one.body(renderer) for one in generated(renderer, EXPORTS) if one.file.startswith("data/")
    }


def test_only_the_files_that_say_so_follow_from_the_day(sample: Path) -> None:
    today, later = (files_on(sample / "data", day) for day in (IDAG, IDAG + timedelta(days=400)))
    assert today.keys() == later.keys()
    assert {name for name, raw in today.items() if later[name] != raw} == DAILY
