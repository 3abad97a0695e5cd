"""Counting by what is reported: parts, years, and shares that say no more than the numbers do."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.format.meldt import TELLEORD
from macros.register.entities import Register
from macros.views import status_tables, telling
from macros.views.telling import Rad, prosent


@pytest.mark.parametrize(
    ("antall", "alle", "expected"),
    [
        (1, 9, ""), (9, 9, ""), (0, 0, ""),
        (0, 10, "0"), (10, 10, "100"), (1, 10, "10"),
        (299, 300, "over 99"), (1, 300, "under 1"), (300, 300, "100"), (0, 300, "0"),
        (1, 200, "under 1"), (199, 200, "over 99"), (1, 100, "1"), (99, 100, "99"),
        (5, 40, "13"), (1, 40, "3"), (15, 40, "38"),
    ],
)  # fmt: skip
def test_shares(antall: int, alle: int, expected: str) -> None:
    assert prosent(antall, alle) == expected


@given(alle=st.integers(10, 100_000), data=st.data())
def test_only_none_is_nothing_and_only_all_is_everything(alle: int, data: st.DataObject) -> None:
    antall = data.draw(st.integers(0, alle))
    assert (prosent(antall, alle) == "0") == (antall == 0)
    assert (prosent(antall, alle) == "100") == (antall == alle)


@pytest.mark.parametrize(
    ("antall", "expected"),
    [
        ({"pågår": 5, "ikke-rapportert": 5}, True),
        ({"pågår": 4, "i-drift": 4, "ikke-rapportert": 4}, False),
        ({"pågår": 1, "ikke-rapportert": 299}, False),
        ({"pågår": 1, "ikke-rapportert": 2}, True),
    ],
)
def test_a_row_knows_whether_its_shares_sum_to_a_hundred(antall: dict[str, int], expected: bool) -> None:
    assert Rad("", None, Counter(antall)).går_opp is expected


def test_a_part_is_counted_as_such_and_not_as_reported(register: Register) -> None:
    plan = register.planer["granvik-2020-2024"]
    row = telling.rad("", None, plan.tiltak)
    assert (row.totalt, row.rapportert, row.deler) == (13, 8, 1)
    assert row.antall["pågår"] == 1  # the other «pågår» is of a part
    assert row.år == (2021, 2022)
    assert set(row.antall) <= set(TELLEORD)


def test_a_table_says_how_many_parts_it_holds_each_once(register: Register) -> None:
    plan = register.planer["granvik-2020-2024"]
    table = status_tables.statustabell("", "", [("a", None, plan.tiltak), ("b", None, plan.tiltak)])
    assert (table.alle.totalt, table.alle.deler, table.overlapper) == (13, 1, True)
    assert "en-del" in table.statuser and table.statuser[-1] == "ikke-rapportert"


@pytest.mark.parametrize(
    ("år", "expected"),
    [
        ((), ""),
        ((2021,), "2021"),
        ((2019, 2021), "2019 og 2021"),
        ((2018, 2019, 2021), "2018, 2019 og 2021"),
        ((2015, 2017, 2019, 2021), "2015–2021"),
        ((2021, None), "2021 og ukjent år"),
        ((None,), "ukjent år"),
    ],
)
def test_years_in_words(år: tuple[int | None, ...], expected: str) -> None:
    assert telling.årene(år) == expected
