"""The same data and day give the same bytes: on another machine, in another order, both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building.reproducible import ELSEWHERE, built, copied, differing
from tests.conftest import fingerprints


@pytest.mark.slow
@pytest.mark.parametrize("vei", ["rask", "enkel"])
def test_another_machine_makes_the_same_bytes(site: Path, sample: Path, tmp_path: Path, vei: str) -> None:
    elsewhere = copied(sample, tmp_path / "et annet sted, æøå")
    found = built(elsewhere, tmp_path / "ut" / "nettsted", variables=ELSEWHERE, VEI=vei, PROSESSER="3")
    assert differing(fingerprints(site), found) == []
