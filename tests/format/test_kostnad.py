"""What a printed cost is in kroner, and what is not guessed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.format.kostnad import parse, sums

GOLDEN = [
    ("500.000", "500 000 kroner"),
    ("500 000 kr", "500 000 kroner"),
    ("kr 150 000,-", "150 000 kroner"),
    ("NOK 75 000", "75 000 kroner"),
    ("500000", "500 000 kroner"),
    ("500'", "500 000 kroner"),
    ("150 tkr", "150 000 kroner"),
    ("1,2 mill. kr", "1 200 000 kroner"),
    ("0,5 MNOK per år", "500 000 kroner per år"),
    ("2-3 mnok", "2 000 000–3 000 000 kroner"),
    ("100.000–150.000", "100 000–150 000 kroner"),
    ("1,1 mrd. kr", "1 100 000 000 kroner"),
    ("ca. 500.000", "om lag 500 000 kroner"),
    ("inntil 1 mill. kr", "inntil 1 000 000 kroner"),
    ("10 000 kr/år", "10 000 kroner per år"),
    ("0,-", "0 kroner"),
]
NOT_READ = ["500", "2024", "", "Innenfor rammen", "500.000 i 2024 og 200.000 i 2025", "2–1 mill", "10.5 mill",
            "1,2345678 mill", "200.000 kr + egen innsats", "2024–2027"]  # fmt: skip


@pytest.mark.parametrize(("cell", "expected"), GOLDEN)
def test_known_forms(cell: str, expected: str) -> None:
    found = parse(cell)
    assert found and found.tekst.replace("\u00a0", " ") == expected
    assert len(sums(cell)) <= 2


@pytest.mark.parametrize("cell", NOT_READ)
def test_what_may_be_anything_is_not_guessed(cell: str) -> None:
    assert parse(cell) is None


def test_two_sums_are_seen() -> None:
    assert sums("500.000 i 2024 og 200.000 i 2025") == ["500.000", "200.000"]
    assert sums("Innenfor rammen i 2024") == []


WORDS = ["1", "2,5", "500.000", "100", "mill.", "mnok", "kr", "'", "per år", "-", "ca.", "2024", "og"]


@given(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join))
def test_no_digit_is_made_up(cell: str) -> None:
    if found := parse(cell):
        printed = {re.sub(r"[ .]", "", number).replace(",", "") for number in re.findall(r"[\d., ]*\d", cell)}
        for sum_ in (found.fra, found.til):
            assert any(str(sum_).rstrip("0") == one.strip("0").rstrip("0") or sum_ == 0 for one in printed)
