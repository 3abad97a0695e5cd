"""A very large site leaves out what can be had in another way, offers nothing that is not there, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.building.built_site import broken_links
from macros.building.outputs import OUTPUTS
from macros.building.room import GIVES_WAY, left_out, over, room_of
from tests.built import itself
from tests.conftest import BASE, build

ADDRESS = "https://en-kommune-med-langt-navn.github.io/planportalen/"


def test_a_whole_country_finds_room_with_everything() -> None:
    assert left_out(357 * 60, ADDRESS, 900) == frozenset()


def test_more_gives_way_the_more_there_is_and_in_one_order() -> None:
    found = [left_out(measures, ADDRESS, 900) for measures in range(0, 40_000, 100)]
    order = [frozenset(list(GIVES_WAY)[:many]) for many in range(len(GIVES_WAY) + 1)]
    assert list(dict.fromkeys(found)) == order
    assert left_out(40_000, ADDRESS, 0) == frozenset()


def test_what_gives_way_is_something_that_is_made() -> None:
    assert set(GIVES_WAY) <= {output.name for output in OUTPUTS}


@pytest.mark.parametrize(("setting", "room"), [(900, 900), (" 0 ", 0)])
def test_the_room_is_a_number(setting: object, room: int) -> None:
    assert room_of(setting) == room


def test_another_setting_is_explained() -> None:
    with pytest.raises(ValueError, match="«plass» er «1 GB»"):
        room_of("1 GB")


@pytest.mark.slow
def test_a_site_that_leaves_all_of_it_out_offers_nothing_of_it(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "portal"
    ran = build(site, sample, PLASS="1")
    assert ran.returncode == 0, ran.stderr
    said = (site / "data/index.html").read_text("utf-8")
    assert all(told in said for _, told in GIVES_WAY.values())
    assert not [
        *site.rglob("kort/"),
        *site.glob("data/v1/planer/*.csv"),
        *site.glob("data/v1/kommuner/*.csv"),
    ]
    assert not [*site.glob("kommuner/*/kalender/")] and [*site.glob("kommuner/*/kalender.ics")]
    assert "/planer/{id}.csv" not in (site / "data/v1/openapi.json").read_text("utf-8")
    assert list(broken_links(site, BASE, itself)) == []
    assert over(site, 1).startswith("Nettstedet tar ") and not over(site, 900) and not over(site, 0)
