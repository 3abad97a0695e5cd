"""The row «Data» on a page leads to files that there are."""

from __future__ import annotations

import pytest
from lxml import html

from macros.building.outputs import generated
from macros.building.room import GIVES_WAY
from macros.exports.follow import atom
from macros.exports.json_out import path_of
from macros.exports.offered import offered
from macros.pages.placeholders import way
from macros.pages.render import Renderer
from macros.register.addresses import address
from macros.register.entities import Register
from tests.cases import IDAG
from tests.made import html_of


@pytest.mark.parametrize("field", ["kommuner", "planer", "aktører", "temaer"])
def test_all_that_is_offered_is_made_and_stands_on_the_page(register: Register, field: str) -> None:
    for left_out in (frozenset[str](), frozenset(GIVES_WAY)):
        renderer = Renderer(register, IDAG, utelatt=left_out)
        made = {one.path for one in generated(renderer)}
        for entity in getattr(register, field).values():
            found = offered(left_out, entity)
            assert found
            assert {one.sti for one in found} <= made
        page = html.fromstring(html_of(renderer, entity))
        links = set(page.xpath("//p[@class='nedlastinger']/a/@href"))
        assert {way(address(entity), one.sti) for one in found} <= links


def test_a_tiltak_offers_the_files_of_its_plan(register: Register) -> None:
    renderer = Renderer(register, IDAG)
    for tiltak in register.tiltak.values():
        page = html.fromstring(html_of(renderer, tiltak))
        links = page.xpath("//p[@class='nedlastinger']/a/@href")
        wanted = [
            path_of(tiltak.plan, "csv"), path_of(tiltak.plan), atom.path_of(tiltak.plan),
            *filter(None, [renderer.utgivelse.calendar_path(tiltak.plan)]), "data/",
        ]  # fmt: skip
        assert links == [way(address(tiltak), one) for one in wanted]
