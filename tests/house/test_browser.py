"""The built site in a real browser: it fits, asks nobody, stores nothing, and everyone can find and read a measure."""

from __future__ import annotations

import gzip
import io
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import material
import pdfplumber
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, Route, expect

from macros.format import frist
from tests.cases import IDAG
from tests.conftest import BASE

pytestmark = pytest.mark.slow

PAGES = [
    "",
    "kommuner/",
    "kommuner/granvik/",
    "kommuner/sundnes/",
    "planer/",
    "planer/havnes-naeringsplan/",
    "planer/granvik-2020-2024/",
    "planer/granvik-2020-2024/alt/",
    "planer/vestvik-2015-2025/innsatsomrader/1/",
    "planer/granvik-2020-2024/tiltak/1.1.3/",
    "planer/granvik-2020-2024/meld-status/?tiltak=1.1.3",
    "rett-feil/?side=planer/granvik-2020-2024/tiltak/1.1.3/",
    "planer/havnes-naeringsplan/tiltak/2/",
    "innsatsomrader/",
    "temaer/",
    "temaer/samferdsel/",
    "aktorer/",
    "aktorer/granvik-naeringsrad/",
    "rapporter/",
    "rapporter/granvik-arsmelding-2022/",
    "status/",
    "frister/",
    "endringer/",
    "data/",
    "kommuner/granvik/revisjon/",
    "om/",
    "om/metode/",
    "rediger/",
    "rediger/meld-status/",
    "rediger/meld-mange/",
    "rediger/rett-feil/",
    "rediger/ny-aktor/",
    "rediger/importer/",
    "rediger/ny-plan/",
    "rediger/ny-adresse/",
    "rediger/frister-og-ansvar/",
    "rediger/makroer/",
    "rediger/felt/",
    "rediger/feilmeldinger/",
    "rediger/se-over/",
    "rediger/egen-maskin/",
    "sok/",
    "404.html",
]
SECOND_OF_A_TYPE = {
    "kommuner/sundnes/",
    "planer/granvik-2020-2024/",
    "planer/granvik-2020-2024/alt/",
    "planer/havnes-naeringsplan/tiltak/2/",
}
GUIDE = {where for where in PAGES if where.startswith("rediger/") and where != "rediger/"}
"""Pages of one make, looked at on a light phone and a dark desk."""
SIZES = {"desk": (1280, 900), "phone": (320, 640), "zoom": (320, 225)}
"""A desk, a phone, and a desk at 400 % zoom."""
STANDARDS: dict[str, Any] = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
CONTRAST: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""The rules of axe that depend on the colours."""
RUNS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "phone-light": ("phone", "light", STANDARDS),
    "desk-dark": ("desk", "dark", STANDARDS),
    "zoom-light": ("zoom", "light", STANDARDS),
    "phone-dark": ("phone", "dark", CONTRAST),
    "desk-light": ("desk", "light", CONTRAST),
}
"""Every rule on a phone and on a desk, in one scheme each and zoomed; in the opposite schemes what the colours decide."""


@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_fits_asks_only_its_own_host_and_stores_nothing(
    page: Page, served: str, width: int
) -> None:
    asked: list[Request] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": width, "height": 800})
    found: dict[str, dict[str, Any]] = {}
    for where in PAGES:
        page.goto(served + where)
        own = {urlsplit(served).netloc, urlsplit(BASE).netloc if where == "404.html" else ""}
        seen = {
            "too wide": max(0, page.evaluate("document.documentElement.scrollWidth") - width),
            "other hosts": {urlsplit(one.url).netloc for one in asked if one.url[:4] == "http"} - own,
            "errors": list(errors),
            "cookies": page.context.cookies(),
            "stored": sum(page.evaluate("[localStorage.length, sessionStorage.length]")),
            "another language": page.evaluate("document.documentElement.lang").removeprefix("nb"),
        }
        if wrong := {name: value for name, value in seen.items() if value}:
            found[where] = wrong
        asked.clear()
        errors.clear()
    assert found == {}


def violations(page: Page, rules: dict[str, Any] = STANDARDS) -> list[str]:
    """Return what axe finds wrong by these rules: the rule and the elements."""
    result = Axe().run(page, options=rules)
    return [
        f"{found['id']}: {[node['html'][:120] for node in found['nodes'][:3]]}"
        for found in result.response["violations"]
    ]


@pytest.mark.parametrize("run", RUNS)
def test_axe_finds_nothing(browser: Browser, served: str, run: str) -> None:
    size, scheme, rules = RUNS[run]
    width, height = SIZES[size]
    page = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
    ).new_page()
    found: dict[str, list[str]] = {}
    left_out = SECOND_OF_A_TYPE | (set() if run in ("phone-light", "desk-dark") else GUIDE)
    for where in (*sorted(set(PAGES) - left_out), "sok/?q=tog&kommune=Granvik"):
        page.goto(served + where)
        if where.startswith("sok/?"):
            expect(page.locator("#sok-treff li").first).to_be_visible()
        if width < 700:
            page.get_by_role("button", name="Meny").click()
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        if wrong := violations(page, rules):
            found[where] = wrong
    page.context.close()
    assert found == {}


def test_without_script_from_the_front_page_to_a_measure(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(served)
    page.get_by_role("main").get_by_role("link", name="Granvik", exact=True).first.click()
    page.get_by_role("link", name="1 Samferdsel").first.click()
    page.get_by_role("link", name="Pådriver for nytt kryss ved brua").click()
    assert page.get_by_role("heading", level=1).inner_text() == "1.1.3 Pådriver for nytt kryss ved brua"
    assert page.url.endswith("/planer/granvik-2020-2024/tiltak/1.1.3/")
    assert f"laget {frist.dato(IDAG)}" in page.locator("#sitering").inner_text()
    page.context.close()


def test_without_script_the_menu_shows_and_the_search_page_leads_on(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}).new_page()
    page.goto(served)
    expect(
        page.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name="Status")
    ).to_be_visible()
    page.locator("#forsok").fill("tog")
    page.locator("#forsok").press("Enter")
    assert "/sok/?q=tog" in page.url
    expect(page.get_by_text("Søket trenger JavaScript.")).to_be_visible()
    page.get_by_role("link", name="Alle tiltak, med status").click()
    expect(page.locator("#tiltak tbody tr:visible")).to_have_count(50)
    page.context.close()


def tab_to(page: Page, name: str, *, most: int = 60) -> None:
    """Press Tab until the element with this text or label has the focus, as a keyboard user does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "(e => e.labels?.[0]?.innerText || e.innerText || e.ariaLabel || '')(document.activeElement)"
        )
        if said.strip() == name:
            return
    raise AssertionError(f"Tab never reached {name!r}")


def test_keyboard_opens_and_closes_the_menu_on_a_phone(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served)
    tab_to(page, "Meny")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Meny")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Meny")).to_be_focused()
    expect(page.get_by_role("button", name="Meny")).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Space")
    tab_to(page, "Frister")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Frister")


def test_the_first_tab_stop_skips_to_the_content(page: Page, served: str) -> None:
    page.goto(served + "404.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hopp til innholdet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_keyboard_searches_and_opens_a_hit(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served)
    assert not [url for url in asked if "indeks" in url or "sok.js" in url]
    page.locator("#forsok").focus()
    page.keyboard.type("dialogmøter")
    page.keyboard.press("Enter")
    expect(page.locator("#sok-svar")).to_contain_text("treff.")
    tab_to(page, "3.1.1 Dialogmøter fire ganger i året")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("3.1.1")


def test_search_knows_inflections_and_says_what_a_hit_is(page: Page, served: str) -> None:
    page.goto(served + "sok/?q=næringstomt")
    first = page.locator("#sok-treff li").first
    expect(first).to_contain_text("næringstomter")
    expect(first).to_contain_text("Tiltak · Granvik 2020–2024")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("utøy", "Utøy / Olggosuolu (Vestvik): Ingen plan her ennå."),
        ("Olggosuolu", "Ingen plan her ennå."),
        ("Utøy kommune", "Ingen plan her ennå."),
        ("Øyvik", "er ikke lenger en egen kommune. Den er nå en del av Havnes."),
    ],
)
def test_a_search_for_a_kommune_without_a_plan_says_so_and_how_to_bring_one(
    page: Page, served: str, query: str, told: str
) -> None:
    page.goto(served + f"sok/?q={query}")
    expect(page.locator("#sok-kommuner > li:visible")).to_have_count(1)
    expect(page.locator("#sok-kommuner > li:visible")).to_contain_text(told)
    expect(page.get_by_role("link", name="Slik får en kommune planen sin hit")).to_be_visible()
    page.locator("#q").fill("dialogmøter")
    expect(page.locator("#sok-kommuner > li:visible")).to_have_count(0)


def test_search_filters_are_in_the_address(page: Page, served: str) -> None:
    page.goto(served + "sok/?q=granvik")
    expect(page.locator("#sok-svar")).to_contain_text("treff")
    page.get_by_label("Status").select_option(label="I drift (2)")
    expect(page.locator("#sok-svar")).to_have_text("2 treff.")
    assert "status=I+drift" in page.url
    page.reload()
    expect(page.get_by_label("Status")).to_have_value("I drift")
    expect(page.locator("#sok-svar")).to_have_text("2 treff.")


def test_the_search_finds_text_that_is_folded_away(page: Page, served: str) -> None:
    page.goto(served + "sok/?q=varebilene")
    expect(page.locator("#sok-svar")).to_have_text("1 treff.")
    page.get_by_role("link", name="Samferdsel").first.click()
    expect(page.get_by_text("da står også varebilene")).to_be_hidden()
    page.get_by_text("Innledningen i planen").click()
    expect(page.get_by_text("da står også varebilene")).to_be_visible()


def test_what_stands_on_every_page_is_not_found_on_every_page(page: Page, served: str) -> None:
    page.goto(served + "sok/?q=sluttdato")  # only in our readings: «Løpende oppgave uten sluttdato»
    expect(page.locator("#sok-svar")).to_have_text("0 treff.")


@pytest.mark.parametrize(("days", "shown"), [(0, False), (6, False), (8, True), (400, True)])
def test_a_site_that_is_not_made_anew_says_so(page: Page, served: str, days: int, shown: bool) -> None:
    page.clock.set_fixed_time(datetime.combine(IDAG + timedelta(days=days), time(12)))
    page.goto(f"{served}planer/granvik-2020-2024/tiltak/1.1.3/")
    notice = page.locator("#gammel")
    expect(notice).to_have_count(int(shown))
    if shown:
        assert f"laget {frist.dato(IDAG)}, og" in notice.inner_text()
    assert f"hentet {frist.dato(IDAG + timedelta(days=days))}." in page.locator("#sitering").inner_text()


def test_keyboard_filters_and_sorts_the_status_table(page: Page, served: str) -> None:
    page.goto(served + "status/")
    expect(
        page.locator("#tiltak-kommune")
    ).to_be_visible()  # a script shows the form, and what is hidden takes no focus
    page.locator("#tiltak-kommune").focus()
    page.keyboard.type("Granvik")
    expect(page.get_by_text("Viser 27 av 50 linjer.")).to_be_visible()
    page.locator("#tiltak-status").focus()
    page.keyboard.type("I drift")
    expect(page.get_by_text("Viser 2 av 50 linjer.")).to_be_visible()
    assert "kommune=granvik" in page.url
    page.locator("#tiltak-sorter").select_option("Tittel")
    assert page.locator("#tiltak tbody tr:visible").first.inner_text().startswith("3.1.1")
    page.reload()
    expect(page.get_by_text("Viser 2 av 50 linjer.")).to_be_visible()
    page.get_by_role("button", name="Nullstill").click()
    expect(page.get_by_text("Viser 50 av 50 linjer.")).to_be_visible()
    assert page.url.endswith("/status/")


def test_a_citation_is_copied(browser: Browser, served: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + "planer/granvik-2020-2024/tiltak/1.1.3/")
    page.get_by_role("button", name="Kopier").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kopiert.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("«Kommunen skal være pådriver for nytt kryss ved brua»")
    assert "Handling 1.1.3. i Handlingsprogram for næringslivet i Granvik 2020-2024" in copied
    assert "vedtatt av kommunestyret i Granvik 10. februar 2020" in copied
    assert f"{BASE}planer/granvik-2020-2024/tiltak/1.1.3/" in copied
    context.close()


def test_a_citation_is_saved_for_a_reference_manager(page: Page, served: str) -> None:
    page.goto(served + "planer/granvik-2020-2024/tiltak/1.1.3/")
    page.get_by_text("BibTeX, RIS og CSL-JSON").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Lagre som fil").nth(1).click()
    assert saved.value.suggested_filename == "granvik-2020-2024-1.1.3.ris"
    text = saved.value.path().read_text("utf-8")
    assert text.startswith("TY  - CHAP\nAU  - Granvik kommune,\n")
    assert text.endswith("\nER  - \n")


def test_a_measure_prints_on_white_with_its_address_and_no_navigation(page: Page, served: str) -> None:
    page.goto(served + "planer/granvik-2020-2024/tiltak/1.1.3/")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Hovedmeny")).to_be_hidden()
    expect(page.locator(".utskriftsadresse")).to_have_text(
        f"{BASE}planer/granvik-2020-2024/tiltak/1.1.3/ · 21. november 2026"
    )
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_first_heading_is_the_largest_and_columns_begin_on_one_line(
    page: Page, served: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for where in (
        "",
        "kommuner/granvik/",
        "planer/granvik-2020-2024/tiltak/1.1.3/",
        "aktorer/",
        "om/metode/",
    ):
        page.goto(served + where)
        sizes, tops = page.evaluate(
            """() => [["h1", "h2", "h3"].map((one) => Math.max(0, ...[...document.querySelectorAll(`main ${one}`)].map((each) => parseFloat(getComputedStyle(each).fontSize)))),
                [...document.querySelectorAll(".tallliste, .navneliste, .sidevalg")].map((list) => {
                  const first = new Map();
                  for (const one of list.children) { const at = one.getBoundingClientRect(); if (!first.has(at.left)) first.set(at.left, at.top); }
                  return new Set(first.values()).size; })]"""
        )
        assert sizes[0] > max(sizes[1:]), (where, sizes)
        assert set(tops) <= {1}, (where, tops)


@pytest.mark.parametrize("where", ["kommuner/granvik/", "planer/granvik-2020-2024/alt/", "frister/"])
def test_each_printed_page_has_address_and_day_and_none_ends_with_a_heading(
    page: Page, served: str, where: str
) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(served + where)
    heads = {one.strip() for one in page.locator("main :is(h1, h2, h3, h4, caption)").all_inner_texts()}
    with pdfplumber.open(io.BytesIO(page.pdf(format="A5"))) as printed:
        assert len(printed.pages) > 1
        for sheet in printed.pages:
            *_, last, foot = (sheet.extract_text() or "").splitlines()
            assert foot.startswith(f"{BASE}{where} · ") and foot.endswith(str(IDAG.year)), foot
            assert last not in heads


def test_a_first_visit_to_a_measure_is_light(page: Page, served: str) -> None:
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(gzip.compress(response.body()))))
    page.goto(served + "planer/granvik-2020-2024/tiltak/1.1.3/", wait_until="networkidle")
    assert sum(sizes) < 60_000


def test_what_gets_past_the_escaping_does_not_run(
    page: Page, served: str, policy_violations: list[str]
) -> None:
    """A page of the site with what an attacker would want on it: nothing runs, and nothing is sent."""
    payload = (
        "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'><svg onload='window.ran = 3'></svg>"
        "<a id=lenke href='javascript:window.ran = 4'>x</a><style>h1 { color: rgb(1, 2, 3) }</style>"
        "<img src='https://evil.example/x.png'><form action='https://evil.example/'><button id=send>x</button></form>"
        "<base href='https://evil.example/'><iframe srcdoc='<script>parent.ran = 5</script>'></iframe>"
    )
    sent: list[str] = []

    def note(route: Route) -> None:
        sent.append(route.request.url)
        route.abort()

    def with_payload(route: Route) -> None:
        body = route.fetch().text().replace("</h1>", "</h1>" + payload, 1)
        assert payload in body
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    page.route("https://evil.example/**", note)
    page.route("**/tiltak/1.1.3/", with_payload)
    page.goto(served + "planer/granvik-2020-2024/tiltak/1.1.3/")
    # In one go, as the driver waits for ever for the form that is not let away.
    ran, colour = page.evaluate(
        """async () => {
          document.querySelector("#lenke").click();
          document.querySelector("#send").click();
          for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
          return [window.ran ?? null, getComputedStyle(document.querySelector("h1")).color];
        }"""
    )
    assert ran is None
    assert colour != "rgb(1, 2, 3)"
    assert sent == []
    for kept in ("script-src", "style-src", "img-src", "form-action", "base-uri"):
        assert any(kept in one for one in policy_violations), (kept, policy_violations)


def test_no_rule_of_the_themes_that_matches_is_lost(page: Page, served: str, site: Path) -> None:
    """The shipped part against the whole of it: what a rule asks of the reader (`:hover` …) is passed by."""
    [shipped] = site.glob("assets/stylesheets/*.css")
    [theme] = Path(material.__file__).parent.glob(f"**/assets/stylesheets/{shipped.name}")
    whole = theme.read_text("utf-8")
    assert len(shipped.read_bytes()) < len(whole) / 3
    lost: dict[str, list[str]] = {}
    matching = 0
    for where in PAGES:
        page.goto(served + where)
        found = page.evaluate(
            """([whole, shipped]) => {
              const part = /::?(before|after|marker|selection|placeholder|backdrop|-[\\w-]+)\\b/g;
              const state = /:(hover|focus|focus-visible|focus-within|active|visited|checked|disabled|target|open)\\b(?!-)/g;
              const anywhere = (selector) => selector.replace(state, ":is(*)").replace(part, "").trim().replace(/^$|[\\s>+~]$/, "$& *");
              const rules = (css) => {
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(css);
                const all = (list) => [...list].flatMap((one) => [...([...(one.style ?? [])].some((name) => !name.startsWith("--")) ? [one.selectorText ?? ""] : []), ...(one.cssRules ? all(one.cssRules) : [])]);
                return all(sheet.cssRules);
              };
              const kept = new Set(rules(shipped));
              const matches = (selector) => {
                try { return document.querySelector(anywhere(selector)); } catch { return false; }
              };
              const matching = rules(whole).filter(matches);
              return [matching.length, matching.filter((one) => !kept.has(one))];
            }""",
            [whole, shipped.read_text("utf-8")],
        )
        matching += found[0]
        if found[1]:
            lost[where] = found[1][:10]
    assert matching > 1000 and lost == {}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Kommuner/Granvik/", "kommuner/granvik/"),
        ("planer/granvik-2020-2024/tiltak/1.1.3/).", "planer/granvik-2020-2024/tiltak/1.1.3/"),
        ("planer/granvik-2020-2024/tiltak/1.1.3).", "planer/granvik-2020-2024/tiltak/1.1.3/"),
        ("Aktører/", "aktorer/"),
        ("finnes-ikke/", ""),
    ],
)
def test_a_missing_page_offers_the_address_that_was_meant(
    page: Page, served: str, written: str, meant: str
) -> None:
    text = page.request.get(served + "404.html").text().replace(urlsplit(BASE).path, urlsplit(served).path)

    def missing(route: Route) -> None:
        answer = route.fetch()
        if answer.ok:
            route.fulfill(response=answer)
        else:
            route.fulfill(status=404, body=text, content_type="text/html; charset=utf-8")

    page.route("**/*", missing)
    page.goto(served + written)
    expect(page.get_by_role("heading", level=1)).to_have_text("Siden finnes ikke")
    page.wait_for_load_state("networkidle")
    link = page.locator("#mente-du a")
    if meant:
        expect(link).to_have_attribute("href", served + meant)
    else:
        expect(link).to_have_count(0)
