"""The same data and day give the same bytes: on another machine, in another order, both ways; and the search works then."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.building.search_order import _value, encoded, packed, put_in_order
from tests.building.reproducible import ELSEWHERE, built, copied, differing
from tests.conftest import fingerprints


@pytest.mark.slow
@pytest.mark.parametrize("vei", ["rask", "enkel"])
def test_another_machine_makes_the_same_bytes(site: Path, sample: Path, tmp_path: Path, vei: str) -> None:
    elsewhere = copied(sample, tmp_path / "et annet sted, æøå")
    found = built(elsewhere, tmp_path / "ut" / "nettsted", variables=ELSEWHERE, VEI=vei, PROSESSER="3")
    assert differing(fingerprints(site), found) == []


@pytest.mark.parametrize(
    "value", [0, 23, 24, 255, 256, 65_535, 65_536, "", "å" * 30, [], [1, ["x", [2]]], list(range(300))]
)
def test_what_is_written_is_what_is_read(value: object) -> None:
    raw = encoded(value)
    assert _value(raw, 0) == (value, len(raw))
    assert encoded(24) == b"\x18\x18" and packed(b"x")[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"


@pytest.mark.parametrize("entry", ["", "{}", '{"languages": {"nb": {"hash": "nb_x"}}}'])
def test_an_index_of_another_make_is_left_as_it_is(tmp_path: Path, entry: str) -> None:
    (tmp_path / "pagefind-entry.json").write_text(entry, "utf-8")
    (tmp_path / "pagefind.nb_x.pf_meta").write_bytes(packed(b"pagefind_dcd\xa0"))
    before = fingerprints(tmp_path)
    put_in_order(tmp_path)
    assert fingerprints(tmp_path) == before
