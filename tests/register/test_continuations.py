"""A promise followed from plan to plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.format.model_plan import takes_effect
from macros.register.continuations import chain, goes_on
from macros.register.entities import Register, Tiltak


@dataclass(eq=False)
class Stub:
    """A tiltak as far as a chain goes, in a plan that takes effect in the year `år`."""

    nr: str
    år: int
    tilstand: str = "gjeldende"
    slag: str = "tiltak"
    viderefører: list[Stub] = field(default_factory=list)
    videreført_i: list[Stub] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"{self.år}/{self.nr}"

    @property
    def plan(self) -> Any:
        period = type("P", (), {"fra": self.år})
        data = type("D", (), {"periode": period, "vedtak": None})
        telles = self.tilstand in ("gjeldende", "utløpt") and self.slag == "tiltak"
        return type("Q", (), {"id": str(self.år), "data": data, "tilstand": self.tilstand, "telles": telles})


def linked(pairs: list[tuple[int, int]], states: list[str]) -> list[Tiltak]:
    """Tiltak, one for each state («steg» is one in force that is no tiltak), of which the later of each pair continues the earlier."""
    made = [
        Stub("1", 2000 + i, "gjeldende" if state == "steg" else state, state if state == "steg" else "tiltak")
        for i, state in enumerate(states)
    ]
    for pair in pairs:
        older, newer = (made[i] for i in sorted(pair))
        if older is not newer and older not in newer.viderefører:
            newer.viderefører.append(older)
            older.videreført_i.append(newer)
    return cast(list[Tiltak], made)


links = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8)
states = st.lists(
    st.sampled_from(["gjeldende", "erstattet", "utløpt", "ukjent", "steg"]), min_size=6, max_size=6
)


@given(links, states)
def test_a_chain_is_the_same_promise_in_order(pairs: list[tuple[int, int]], found: list[str]) -> None:
    tiltak = linked(pairs, found)
    for one in tiltak:
        ways = chain(one)
        assert one in ways
        assert [takes_effect(other.plan.data) for other in ways] == sorted(
            takes_effect(other.plan.data) for other in ways
        )
        assert all(one in chain(other) for other in ways)


@given(links, states)
def test_a_promise_is_counted_where_it_stands_last(pairs: list[tuple[int, int]], found: list[str]) -> None:
    tiltak = linked(pairs, found)
    counted = [one for one in tiltak if not goes_on(one)]
    for one in counted:
        assert not any(newer.plan.telles for newer in one.videreført_i)
    for one in set(tiltak) - set(counted):
        assert any(newer in counted or goes_on(newer) for newer in one.videreført_i)
    # A promise that stands in a plan that counts is counted, whatever steps and drafts speak of it later.
    for one in tiltak:
        if one.plan.telles:
            assert any(other in counted and other.plan.telles for other in chain(one))


def test_what_is_continued_is_linked_both_ways(register: Register) -> None:
    newer = [one for one in register.tiltak.values() if one.viderefører]
    assert newer
    for one in newer:
        assert [older.id for older in one.viderefører] == list(one.data.viderefører)
        assert all(one in older.videreført_i for older in one.viderefører)


@pytest.mark.parametrize("day", [date(2024, 1, 1)])
def test_each_once_keeps_what_nothing_continues(register: Register, day: date) -> None:
    alone = [one for one in register.tiltak.values() if not one.videreført_i]
    assert [one for one in alone if not goes_on(one)] == alone
