"""Broken and hostile files: a message in Norwegian, in bounded time and memory. What they are stands in `hostile.py`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.innlesing.readers.lines import Unreadable
from macros.innlesing.readers.source import read_source
from macros.statuses.sheet_in import _sheets
from tests.conftest import ROOT
from tests.innlesing import hostile, hostile_files
from tests.innlesing.read_in import plan_of, read, tiltak

HANGS = 900
"""Seconds after which a reader has hung. The slowest group takes some 30."""
ENGLISH = re.compile(
    r"\b(?:the|is|not|file|error|expected|larger|than|invalid|cannot)\b|Traceback", re.IGNORECASE
)


@pytest.mark.slow  # waits for a reader with a limit, which a moved clock breaks (see tests/fram_i_tid.py)
@pytest.mark.parametrize("group", hostile.GROUPS)
def test_every_broken_or_hostile_file_gives_a_message(group: str) -> None:
    pytest.importorskip("resource", reason="memory is bounded by the system")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.innlesing.hostile", group], cwd=ROOT, timeout=HANGS, capture_output=True, encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-2000:]
    became = json.loads(ran.stdout)
    for one in hostile.GROUPS[group]():
        said = became[f"{one.name} {one.ending}"]
        assert one.said in said, (one.name, one.ending, said)
        assert "FEIL" not in said and "MemoryError" not in said and "mer minne" not in said, (
            one.name,
            one.ending,
            said,
        )
        assert said != "lest" or not one.said
        assert not ENGLISH.search(re.sub("«[^»]*»", "", said)), said
        assert len(said) < 5_000, one.name


def test_there_are_a_hundred_of_every_kind_and_format() -> None:
    files = [one for group in hostile.GROUPS.values() for one in group()]
    assert len(files) >= 100
    assert len({(one.name, one.ending) for one in files}) == len(files)
    assert {one.ending for one in files} >= set(hostile.READ)


def test_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "fil.txt").symlink_to("/dev/zero")
    with pytest.raises(Unreadable, match="ventet en fil"):
        read_source(tmp_path / "fil.txt")


def test_a_colour_far_from_the_table_is_nothing(tmp_path: Path) -> None:
    hostile_files.coloured(tmp_path / "testby-plan.xlsx")
    result = plan_of(read(tmp_path / "testby-plan.xlsx"))
    assert [one["ordlyd"] for one in tiltak(result)] == [row[0] for row in hostile_files.ROWS[1:]]


STATUSES = [
    one for group in (hostile.broken, hostile.no_files, hostile.packages, hostile.sheets) for one in group()
    if one.ending == ".xlsx" and one.said and one.name != "finnes ikke"
]  # fmt: skip


@pytest.mark.parametrize("write", [pytest.param(one.write, id=one.name) for one in STATUSES])
def test_a_hostile_spreadsheet_of_statuses_gives_a_problem(
    write: Callable[[Path], Any], tmp_path: Path
) -> None:
    write(tmp_path / "status.xlsx")
    _, problems = _sheets(tmp_path / "status.xlsx")
    assert len(problems) == 1
