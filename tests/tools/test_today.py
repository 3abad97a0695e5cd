"""The day: from the variable, the epoch or the clock."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from macros.tools.today import VARIABLE, today
from tests.cases import IDAG
from tests.conftest import ROOT


def test_the_variable_wins_over_the_epoch() -> None:
    assert today({"PLANPORTAL_IDAG": "2026-01-02", "SOURCE_DATE_EPOCH": "0"}) == date(2026, 1, 2)


def test_every_test_and_what_it_starts_has_the_same_day() -> None:
    assert today() == IDAG
    code = "from macros.tools.today import today; print(today())"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == IDAG.isoformat()


def test_without_a_variable_it_is_the_day_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = date.today()
    assert before <= today() <= date.today()


def test_the_epoch_is_seconds_in_utc() -> None:
    assert today({"SOURCE_DATE_EPOCH": "86400"}) == date(1970, 1, 2)


@pytest.mark.parametrize("values", [{"PLANPORTAL_IDAG": "i morgen"}, {"SOURCE_DATE_EPOCH": "nå"}])
def test_nonsense_is_said_in_norwegian(values: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="ventet"):
        today(values)
