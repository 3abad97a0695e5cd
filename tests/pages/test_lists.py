"""Long lists are divided into pages, and no entry is lost."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urljoin

import pytest

from macros.format.frist import dato
from macros.pages import contexts, long_lists
from macros.pages.handwritten import editor_macros
from macros.pages.handwritten.editor_macros import Editors
from macros.pages.long_lists import Owner, Side, lists_of, lists_on, pages_of_lists
from macros.pages.placeholders import way
from macros.pages.render import Renderer
from macros.register.addresses import address
from macros.register.entities import Register
from macros.register.ordering import alphabetic
from macros.views.filters import with_kommune
from tests.cases import IDAG
from tests.made import html_of, pages


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


@pytest.mark.parametrize("name", ["status", "planer", "innsatsområder"])
def test_the_kommuner_of_a_long_list_come_in_order(register: Register, short_pages: None, name: str) -> None:
    liste = lists_on(register, name)
    names = [getattr(row, "plan", row).navn for row in liste.rader]
    if name == "status":
        names = [row.kommuner[0].navn if len(row.kommuner) == 1 else row.plan.navn for row in liste.rader]
    assert liste.lang
    assert names == sorted(names, key=alphabetic)


def test_pages_of_a_list_are_told_apart_by_what_stands_on_them(register: Register, short_pages: None) -> None:
    side = lists_on(register, "aktører").sider[0]
    assert side.innhold == f"{with_kommune(side.rader[0])} – {with_kommune(side.rader[-1])}"
    side = lists_on(register, "endringer").sider[0]
    assert side.innhold.startswith(dato(side.rader[0].dag))


def test_what_is_new_stands_on_the_page_though_the_list_is_long(
    register: Register, short_pages: None
) -> None:
    editors = Editors(Renderer(register, IDAG))
    html = str(editors.stand_ins.put_back(editors.endringsliste()))
    first = lists_on(register, "endringer").sider[0]
    assert f'<time datetime="{first.rader[0].dag.isoformat()}">' in html
    assert all(f'href="{side.sti}"' in html.replace("./", "") for side in first.liste.sider)


def test_a_kommune_of_a_tema_leads_to_the_page_where_its_lines_begin(
    register: Register, short_pages: None
) -> None:
    tema = register.temaer["samferdsel"]
    sider = lists_of(tema)["tiltak"].sider
    assert len(sider) > 1
    page = html_of(Renderer(register, IDAG), tema)
    for kommune in {kommune.id: kommune for one in tema.tiltak for kommune in one.kommuner}.values():
        first = next(side for side in sider if any(kommune in one.kommuner for one in side.rader))
        link = re.search(rf'href="([^"]*)" data-velg="{kommune.id}"', page)
        assert link and urljoin(address(tema), link[1]) == first.sti, kommune.id


def test_many_kommuner_are_reached_by_their_fylke(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editor_macros, "MANGE_KORT", 1)
    editors = Editors(Renderer(register, IDAG))
    html = editors.stand_ins.put_back(editors.kommunekort())
    fylker = re.findall(r'<h2 id="([^"]+)">', html)
    assert fylker
    assert re.findall(r'<a href="#([^"]+)">', html) == fylker
    assert all(re.fullmatch(r"[a-z-]+", one) for one in fylker)


@pytest.mark.parametrize("kind", ["kommune", "plan"])
def test_every_deadline_to_come_stands_on_the_page_it_belongs_to(
    register: Register, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(contexts, "NEXT_OF_KOMMUNE", 1)
    monkeypatch.setattr(contexts, "NEXT_OF_PLAN", 1)
    owner = register.kommuner["granvik"] if kind == "kommune" else register.planer["granvik-2020-2024"]
    day = date(2019, 1, 1)
    html = html_of(Renderer(register, day), owner)
    coming = [one for one in lists_of(owner)["frister"].rader if one.dag >= day]
    assert len(coming) > 2
    folded = html.split("<summary>Senere: ")[1]
    assert folded.startswith(str(len(coming) - 1))
    assert folded.split("</table>")[0].count("<time ") == len(coming) - 1
