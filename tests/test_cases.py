"""Golden cases: bad data beside the exact lines an editor sees."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.cases import CASES, run_case


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    assert run_case(case) == case["ventet"]


def test_the_data_the_cases_start_from_is_valid() -> None:
    assert run_case({}) == []
