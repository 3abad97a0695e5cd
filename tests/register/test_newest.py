"""The address that always leads to the newest edition of a plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from macros.register.entities import Register
from macros.register.newest import newest, newest_addresses

OLD, NEW = "fjellby-2019-2022", "fjellby-2023-2026"


def test_every_adopted_plan_has_one(register: Register) -> None:
    found = {one.gammel: one.ny for one in newest_addresses(register)}
    assert found[f"planer/{OLD}/nyeste/"] == found[f"planer/{NEW}/nyeste/"] == f"planer/{NEW}/"
    assert set(found) == {f"planer/{plan.id}/nyeste/" for plan in register.planer.values() if plan.vedtatt}


@pytest.mark.parametrize(
    ("state", "expected"), [("gjeldende", NEW), ("kommende", OLD), ("ikke vedtatt", OLD)]
)
def test_it_leads_to_what_has_taken_effect(register: Register, state: str, expected: str) -> None:
    newer = register.planer[NEW]
    before, newer.tilstand = newer.tilstand, state
    try:
        assert newest(register.planer[OLD]).id == expected
    finally:
        newer.tilstand = before


def test_it_is_a_page_that_leads_on_without_a_script(site: Path) -> None:
    page = html.parse(site / f"planer/{OLD}/nyeste/index.html").getroot()
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url=../../../planer/{NEW}/"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
