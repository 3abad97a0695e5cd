from __future__ import annotations

from datetime import date

import pytest

from macros.today import today


def test_the_variable_wins_over_the_epoch() -> None:
    assert today({"PLANPORTAL_IDAG": "2026-01-02", "SOURCE_DATE_EPOCH": "0"}) == date(2026, 1, 2)


def test_the_epoch_is_seconds_in_utc() -> None:
    assert today({"SOURCE_DATE_EPOCH": "86400"}) == date(1970, 1, 2)


@pytest.mark.parametrize("values", [{"PLANPORTAL_IDAG": "i morgen"}, {"SOURCE_DATE_EPOCH": "nå"}])
def test_nonsense_is_said_in_norwegian(values: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="ventet"):
        today(values)
