"""What leads to itself is found, whatever the ring."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from macros.checking.chains import ways_back

graphs = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3))


def reached(leads: dict[str, list[str]], start: str) -> set[str]:
    """Everything that `start` leads to in one step or more, found by repeating one step until nothing is new."""
    found: set[str] = set()
    while new := {other for one in found | {start} for other in leads.get(one, ())} - found:
        found |= new
    return found


@given(graphs)
def test_a_thing_has_a_way_back_when_it_can_be_reached_from_itself(leads: dict[str, list[str]]) -> None:
    ways = ways_back(leads)
    assert set(ways) == {one for one in leads if one in reached(leads, one)}
    for one, way in ways.items():
        assert way[0] == way[-1] == one
        assert all(after in leads[before] for before, after in pairwise(way))


def test_a_chain_of_thousands_is_no_ring() -> None:
    assert ways_back({str(n): [str(n + 1)] for n in range(5000)}) == {}
