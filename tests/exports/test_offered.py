"""The row «Data» on a page leads to files that there are."""

from __future__ import annotations

import re

import pytest

from macros.building.outputs import generated
from macros.exports.offered import offered
from macros.pages.render import Renderer
from macros.register.addresses import address
from macros.register.entities import Register
from tests.cases import IDAG
from tests.made import html_of, way


@pytest.mark.parametrize("field", ["kommuner", "planer", "tiltak", "aktører", "temaer"])
def test_all_that_is_offered_is_made_and_stands_on_the_page(register: Register, field: str) -> None:
    renderer = Renderer(register, IDAG)
    made = {one.path for one in generated(renderer)}
    for entity in getattr(register, field).values():
        found = offered(entity)
        assert found
        assert {one.sti for one in found} <= made
    row = re.search(r'<p class="nedlastinger.*?</p>', html_of(renderer, entity), re.DOTALL)
    assert row
    assert all(f'href="{way(address(entity), one.sti)}"' in row[0] for one in found)
