"""The built site in a real browser: it fits, asks nobody, stores nothing, and can be walked without script."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.conftest import BASE

PAGES = [
    "",
    "kommuner/",
    "kommuner/modum/",
    "kommuner/tinn/",
    "planer/modum-2015-2019/",
    "planer/kongsbergregionen-2010-2021/innsatsomrader/1/",
    "planer/modum-2015-2019/tiltak/1.1.3/",
    "planer/drammen-naeringsplan/tiltak/2/",
    "innsatsomrader/",
    "temaer/",
    "temaer/samferdsel/",
    "aktorer/",
    "aktorer/modum-naeringsrad/",
    "rapporter/modum-naeringsrad-2021/",
    "status/",
    "frister/",
    "endringer/",
    "om/",
    "rediger/",
    "404.html",
]


@pytest.mark.parametrize("where", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_fits_and_asks_only_its_own_host(page: Page, served: str, where: str, width: int) -> None:
    asked: list[Request] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served + where)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    own = {urlsplit(served).netloc, urlsplit(BASE).netloc if where == "404.html" else ""}
    assert {urlsplit(request.url).netloc for request in asked if request.url[:4] == "http"} <= own
    assert errors == []
    assert page.context.cookies() == []
    assert page.evaluate("document.documentElement.lang") == "nb"


def test_without_script_from_the_front_page_to_a_measure(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(served)
    page.get_by_role("article").get_by_role("link", name="Modum", exact=True).click()
    page.get_by_role("link", name="1 Samferdsel og infrastruktur").first.click()
    page.get_by_role("link", name="Nytt kryss i Vikersund nord").click()
    assert page.get_by_role("heading", level=1).inner_text() == "1.1.3 Nytt kryss i Vikersund nord"
    assert page.url.endswith("/planer/modum-2015-2019/tiltak/1.1.3/")
    page.context.close()
