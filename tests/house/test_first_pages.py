"""The pages that people meet first, driven in a browser: the field of the front page, the squares, and print."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import BASE

pytestmark = pytest.mark.slow


def test_a_name_that_is_begun_leads_to_its_page(page: Page, served: str) -> None:
    page.goto(served)
    assert page.get_by_role("search").count() == 1, "one search field"
    field = page.get_by_role("combobox")
    field.press_sequentially("sund")
    option = page.get_by_role("option", name="Sundnes Kommune")
    expect(option).to_be_visible()
    field.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(option).to_be_hidden()
    field.press_sequentially("nes")
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**/kommuner/sundnes/")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("naeringsrad granv", "Granvik Næringsråd Aktør"),
        ("naringsråd", "Granvik Næringsråd Aktør"),
        ("2020 granvik", "Granvik 2020–2024 Plan"),
    ],
)
def test_a_name_is_found_by_another_spelling_and_by_the_beginnings_of_its_words(
    page: Page, served: str, written: str, name: str
) -> None:
    page.goto(served)
    page.get_by_role("combobox").press_sequentially(written)
    expect(page.get_by_role("option", name=name)).to_be_visible()


def test_words_that_are_no_name_are_searched_for(page: Page, served: str) -> None:
    page.goto(served)
    field = page.get_by_role("combobox")
    field.press_sequentially("nytt kryss")
    field.press("Enter")
    page.wait_for_url("**/sok/?q=nytt+kryss")


def test_the_front_page_leads_on_without_script(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(served)
    main = page.get_by_role("main")
    for name in ("Granvik", "Samferdsel", "Havnes, notat om planarbeid"):
        expect(main.get_by_role("link", name=name, exact=True).first).to_be_visible()


def test_the_squares_are_one_stop_and_arrows_go_between_them(page: Page, served: str) -> None:
    page.goto(served + "kommuner/granvik/")
    squares = page.locator("[data-ruter] a[class^=rute--]")
    expect(squares.first).to_have_attribute("tabindex", "0")
    assert page.locator("[data-ruter] a[class^=rute--][tabindex='0']").count() == 1
    page.locator(".hopp-over").focus()
    expect(page.locator(".hopp-over")).to_be_in_viewport()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(squares.first).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(squares.nth(1)).to_be_focused()
    expect(page.locator("[data-rutenavn]")).to_have_text(squares.nth(1).inner_text())
    page.keyboard.press("End")
    expect(squares.last).to_be_focused()
    page.keyboard.press("ArrowUp")
    assert not squares.last.evaluate("one => one === document.activeElement")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tiltak/**")


def test_a_square_is_large_enough_to_touch(browser: Browser, served: str) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(served + "planer/granvik-2020-2024/")
    box = page.locator("[data-ruter] a[class^=rute--]").first.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("where", ["", "kommuner/granvik/", "planer/granvik-2020-2024/tiltak/1.1.3/", "om/"])
def test_every_page_prints_its_address_and_the_day(page: Page, served: str, where: str) -> None:
    page.goto(served + where)
    page.emulate_media(media="print")
    expect(page.locator(".utskriftsadresse")).to_have_text(f"{BASE}{where} · 21. november 2026")
    expect(page.locator(".utskriftsadresse")).to_be_visible()


def test_a_heading_is_larger_than_those_below_it_on_a_phone(browser: Browser, served: str) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(served + "kommuner/granvik/")
    sizes = [
        page.locator(f"main {level}").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        for level in ("h1", "h2", "h3")
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_the_menu_marks_the_section_of_a_page_below_it(page: Page, served: str) -> None:
    page.goto(served + "planer/granvik-2020-2024/tiltak/1.1.3/")
    expect(page.locator("#meny [aria-current]")).to_have_text("Planer")
