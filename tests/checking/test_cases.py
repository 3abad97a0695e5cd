"""Golden cases: bad data beside the exact lines an editor sees."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cases import CASES, run_case, run_case_again


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    assert run_case(case) == case["ventet"]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_what_is_kept_from_another_build_hides_no_problem(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    assert run_case_again(case) == [case["ventet"]] * 2


def test_the_data_the_cases_start_from_is_valid() -> None:
    assert run_case({}) == []


def test_what_stands_for_the_unreadable_can_be_written_by_nobody() -> None:
    print_it = "from macros.reading.validation import LEFT_OUT; print(LEFT_OUT)"
    made = {
        subprocess.run([sys.executable, "-c", print_it], capture_output=True, text=True).stdout
        for _ in range(2)
    }
    assert len(made) == 2 and "" not in made
