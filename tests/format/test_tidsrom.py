"""What a report's «gjelder» means, by the table in `format/tidsrom.py`."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.format.tidsrom import TIDSROM, days, shown

GOLDEN = [
    (2023, (date(2023, 1, 1), date(2023, 12, 31)), "2023"),
    (date(2023, 5, 31), (date(2023, 5, 31), date(2023, 5, 31)), "31. mai 2023"),
    ("2023-05", (date(2023, 5, 1), date(2023, 5, 31)), "mai 2023"),
    ("februar 2024", (date(2024, 2, 1), date(2024, 2, 29)), "februar 2024"),
    ("2023-K2", (date(2023, 4, 1), date(2023, 6, 30)), "2. kvartal 2023"),
    ("Q4 2023", (date(2023, 10, 1), date(2023, 12, 31)), "4. kvartal 2023"),
    ("2. kvartal 2023", (date(2023, 4, 1), date(2023, 6, 30)), "2. kvartal 2023"),
    ("2023-T1", (date(2023, 1, 1), date(2023, 4, 30)), "1. tertial 2023"),
    ("T3 2023", (date(2023, 9, 1), date(2023, 12, 31)), "3. tertial 2023"),
    ("2.tertial 2023", (date(2023, 5, 1), date(2023, 8, 31)), "2. tertial 2023"),
    ("2023-H1", (date(2023, 1, 1), date(2023, 6, 30)), "1. halvår 2023"),
    ("2. halvår 2023", (date(2023, 7, 1), date(2023, 12, 31)), "2. halvår 2023"),
]


@pytest.mark.parametrize(("tid", "expected", "words"), GOLDEN, ids=lambda value: str(value))
def test_each_form(tid: int | date | str, expected: tuple[date, date], words: str) -> None:
    assert days(tid) == expected
    assert shown(tid) == words
    assert not isinstance(tid, str) or re.match(TIDSROM, tid)


@pytest.mark.parametrize(
    "text", ["2023-13", "2023-T4", "5. kvartal 2023", "våren 2023", "2023-5", "3. halvår 2023"]
)
def test_what_is_no_form_has_another_pattern(text: str) -> None:
    assert not re.match(TIDSROM, text)


@given(st.from_regex(TIDSROM, fullmatch=True))
def test_whatever_has_the_pattern_is_understood(text: str) -> None:
    text = text.rstrip("\n")
    first, last = days(text)
    assert first <= last and str(first.year) in text and first.year == last.year
    assert days(shown(text)) == (first, last)
