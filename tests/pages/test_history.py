"""Each measure shows all that was reported of it, the oldest first."""

from __future__ import annotations

from pathlib import Path

from macros.register.addresses import address
from macros.register.entities import Register
from tests.built import page, text


def test_what_was_reported_stands_in_the_order_of_time(site: Path, register: Register) -> None:
    several = [one for one in register.tiltak.values() if len([p for p in one.punkter if p.data.status]) > 1]
    assert several
    for tiltak in several:
        told = [punkt for punkt in tiltak.punkter if punkt.data.status]
        items = page(site, address(tiltak)).xpath("//h3[@id='over-tid']/following-sibling::ol[1]/li")
        assert len(items) == len(told)
        for item, punkt in zip(items, reversed(told), strict=True):
            assert punkt.tittel in text(item) and punkt.meldt.navn in text(item)
        ends = [punkt.rapport.data.gjelder.dager for punkt in reversed(told)]
        known = [days[1] for days in ends if days]
        assert known == sorted(known)


def test_one_report_is_no_history(site: Path, register: Register) -> None:
    one = next(t for t in register.tiltak.values() if len([p for p in t.punkter if p.data.status]) == 1)
    assert not page(site, address(one)).xpath("//h3[@id='over-tid']")
