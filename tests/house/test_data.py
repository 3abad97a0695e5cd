"""The committed data: whatever is in them, as long as they are valid, the site they make is whole.

Nothing here knows a kommune, a plan, a report or a number: what an editor may change, and `python -m macros sjekk`
accepts, fails no test. What the documents print is compared in `test_fasit.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import html

from macros import read_register
from macros.building.built_site import broken_links, invalid_html
from macros.register.addresses import Entity, address
from macros.register.entities import Register
from tests.built import itself
from tests.cases import IDAG
from tests.conftest import BASE, ROOT, build
from tests.made import pages

TODAY = max(date.today(), IDAG)
"""The clock's day, as what was registered yesterday is to be valid; never before the day that the other tests know."""


@pytest.fixture(scope="module")
def register() -> Register:
    """Return the register of the committed data."""
    found, problems = read_register(ROOT / "data", TODAY)
    assert found is not None, "\n".join(map(str, problems))
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site that is published."""
    folder = tmp_path_factory.mktemp("publisert") / "portal"
    result = build(folder, IDAG=TODAY.isoformat())
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    return folder


def page(site: Path, where: str) -> html.HtmlElement:
    """Return a page of the site."""
    return html.fromstring((site / where / "index.html").read_text("utf-8"))


def test_every_page_is_there_and_reached_from_the_front_page(site: Path, register: Register) -> None:
    seen, waiting = {""}, [""]
    while waiting:
        here = waiting.pop()
        for href in page(site, here).xpath("//a/@href"):
            where = urldefrag(urljoin(BASE + here, href)).url.partition("?")[0]
            found = where.removeprefix(BASE)
            inside = where.startswith(BASE) and (site / found / "index.html").is_file()
            if inside and found not in seen:
                seen.add(found)
                waiting.append(found)
    assert {one.path for one in pages(register)} - seen == set()


@pytest.mark.slow
def test_every_link_leads_somewhere_and_every_page_is_valid_html(site: Path) -> None:
    assert list(broken_links(site, BASE, itself)) == []
    assert list(invalid_html(site, itself)) == []


def signs(text: str) -> str:
    """Return a text without the spaces and line breaks that a page may put elsewhere."""
    return "".join(text.split())


def test_everything_has_its_name_and_every_tiltak_its_number_and_its_wording(
    site: Path, register: Register
) -> None:
    def heading(one: Entity) -> str:
        return str(page(site, address(one)).xpath("string(//h1)"))

    named: dict[Entity, str] = {one: one.navn for one in register.temaer.values()}
    named |= {one: one.navn for one in register.aktører.values()}
    named |= {one: one.data.tittel for one in register.planer.values()}
    named |= {one: one.data.tittel for one in register.rapporter.values()}
    assert [one for one, name in named.items() if signs(name) not in signs(heading(one))] == []
    for tiltak in register.tiltak.values():
        assert heading(tiltak).split()[0] == tiltak.nr, tiltak.id
        shown = page(site, address(tiltak)).xpath("string(//article)")
        assert signs(tiltak.data.ordlyd) in signs(shown), tiltak.id


def test_the_totals_count_every_tiltak_once(site: Path, register: Register) -> None:
    table = page(site, "status/").xpath("//table")[0]

    def last(part: str) -> int:
        rows = table.xpath(f".//tbody[@class='{part}']//tr")
        return sum(int(re.sub(r"\D", "", row.xpath("string(td[last()])"))) for row in rows)

    counted = Counter(tiltak.plan.telles for tiltak in register.tiltak.values())
    assert last("totalt") == counted[True]
    # A plan for several kommuner has a row in each.
    assert last("utenfor") >= counted[False]
