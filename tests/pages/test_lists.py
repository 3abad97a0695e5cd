"""Long lists are divided into pages, and no entry is lost."""

from __future__ import annotations

from macros.pages import long_lists
from macros.pages.long_lists import Owner, Side, lists_of, lists_on, pages_of_lists
from macros.pages.render import Renderer
from macros.register.addresses import address
from macros.register.entities import Register
from tests.cases import IDAG
from tests.made import html_of, pages, way


def test_small_data_need_no_pages_of_lists(register: Register) -> None:
    assert list(pages_of_lists(register)) == []


def test_the_pages_of_a_long_list_hold_every_row_once(register: Register, short_pages: None) -> None:
    owners: list[Owner] = [
        register.temaer["samferdsel"],
        register.aktører["granvik-kommune"],
        register.kommuner["granvik"],
    ]
    found = [liste for owner in owners for liste in lists_of(owner).values() if liste.lang]
    found += [lists_on(register, name) for name in ("status", "frister", "aktører", "innsatsområder")]
    assert len(found) >= 8
    for liste in found:
        assert [row for side in liste.sider for row in side.rader] == list(liste.rader), liste.tittel
        assert all(len(side.rader) <= 5 for side in liste.sider)


def test_every_page_of_a_list_is_made_and_linked_from_its_owner(
    register: Register, short_pages: None
) -> None:
    renderer = Renderer(register, IDAG)
    made = {page.path: html_of(renderer, page.entity) for page in pages(register)}
    assert len({page.title for page in pages(register)}) == len(made)
    sides = [page.entity for page in pages(register) if isinstance(page.entity, Side)]
    kinds = {side.liste.slag for side in sides}
    assert kinds >= {"tiltak", "frister", "aktører", "områder", "planer", "endringer", "kilder"}
    for side in sides:
        eier = side.liste.eier
        if not isinstance(eier, str):
            assert f'href="{way(address(eier), side.sti)}"' in made[address(eier)], side.sti


def test_lists_that_share_a_page_are_long_together_only_where_it_helps(register: Register) -> None:
    rows = list(register.tiltak.values()) * 5
    lister = long_lists._together(
        many=long_lists.Liste("tiltak", "a/", "A", "status", (rows + rows)[:205]),
        few=long_lists.Liste("tiltak", "b/", "B", "status", rows[:10]),
    )
    assert (lister["many"].lang, lister["few"].lang) == (True, False)


def test_a_list_says_what_its_measures_have_in_common(register: Register) -> None:
    assert lists_of(register.temaer["samferdsel"])["tiltak"].utvalg == ("tema", "samferdsel")
    assert lists_of(register.kommuner["granvik"])["tiltak"].utvalg == ("kommune", "granvik")
    found = lists_of(register.aktører["granvik-naeringsrad"])
    assert [liste.utvalg for liste in found.values() if liste.rolle == "ansvarlig"] == [
        ("aktor", "granvik-naeringsrad", "ansvarlig")
    ]
    assert lists_on(register, "status").utvalg == ()
