"""Each control of each list of measures in a browser, on the sample and on a list that is divided into pages."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, Route, expect

from benchmarks.generate import project as generated
from macros import read_register
from macros.format.meldt import TELLEORD
from macros.register.entities import Register, Tiltak
from macros.register.history import of_today
from macros.register.ordering import alphabetic
from macros.views.filters import FILTRE, filterdata, filterverdier
from tests.cases import IDAG
from tests.conftest import QuietHandler, build

pytestmark = pytest.mark.slow

MEASURES = 600
IN_ADDRESS = {"aktør": "aktor", "år": "ar"}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Register]]:
    """Yield the address of a site of generated data whose lists are divided into pages, and their register."""
    folder = tmp_path_factory.mktemp("stort")
    generated(folder, MEASURES)
    result = build(folder / "ut/portal", folder, ARK="nei", strict=False)
    assert result.returncode == 0, result.stderr
    register, _ = read_register(folder / "data", IDAG)
    assert register is not None
    handler = functools.partial(QuietHandler, directory=str(folder / "ut"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/portal/", register
        server.shutdown()
    shutil.rmtree(folder, ignore_errors=True)


def has(key: str, value: str) -> Callable[[Tiltak], bool]:
    """Return whether a measure has a value of a filter."""
    name = IN_ADDRESS.get(key, key)
    return lambda one: value in filterdata(one)[name].split()


def order(key: str) -> Callable[[Tiltak], object]:
    """Return what a list that is sorted by `key` is sorted by; what has none comes last."""
    values: dict[str, Callable[[Tiltak], object]] = {
        "tittel": lambda one: alphabetic(one.tittel),
        "status": lambda one: list(TELLEORD).index(one.meldt.telles),
        "kommune": lambda one: min(alphabetic(kommune.navn) for kommune in one.kommuner),
        "ar": lambda one: min(map(int, filterdata(one)["ar"].split()), default=9999),
    }
    return values[key]


def rows(page: Page, table: str = "#tiltak") -> list[str]:
    """Return the measures that are shown, each by its address within the planer."""
    links = page.locator(f"{table} tbody tr:visible th a")
    return [str(one).split("/planer/")[1] for one in links.evaluate_all("all => all.map(a => a.href)")]


def addresses(tiltak: Iterable[Tiltak]) -> list[str]:
    """Return the measures as `rows` has them."""
    return [f"{one.plan.id}/tiltak/{one.nr}/" for one in tiltak]


def try_all(page: Page, where: str, tiltak: list[Tiltak], most: int, table: str = "tiltak") -> int:
    """Choose every value of every filter, and every order, and compare what is shown; return how many were tried."""
    choices, tried = filterverdier(tiltak), 0
    for key in FILTRE:
        name = IN_ADDRESS.get(key, key)
        select = page.locator(f"#{table}-{name}")
        if len(choices[key]) < 2:
            expect(select).not_to_be_visible()
            continue
        offered = select.locator("option").evaluate_all("all => all.slice(1).map(one => one.value)")
        assert sorted(offered) == sorted(value for value, _ in choices[key])
        for value, _ in choices[key][:12]:
            expected = [one for one in tiltak if has(key, value)(one)]
            select.select_option(value)
            expect(page.locator("form.filter [role=status]").first).to_contain_text(
                f"Viser {len(expected)} av {len(tiltak)} linjer."
            )
            expect(page.locator(f"#{table} tbody tr:visible")).to_have_count(min(most, len(expected)))
            assert rows(page, f"#{table}") == addresses(expected)[:most], (where, key, value)
            tried += 1
        select.select_option("")
    for name in page.locator(f"#{table}-sorter option").evaluate_all(
        "all => all.slice(1).map(one => one.value)"
    ):
        page.locator(f"#{table}-sorter").select_option(name)
        expected = sorted(tiltak, key=order(name))  # type: ignore[arg-type]
        expect(page.locator(f"#{table} tbody tr:visible")).to_have_count(min(most, len(expected)))
        shown = rows(page, f"#{table}")
        if name != "tittel":  # the browser knows more of the alphabet than our key
            assert shown == addresses(expected)[:most], (where, name)
        else:
            assert len(set(shown)) == len(shown)
        tried += 1
    return tried


def test_every_choice_of_a_short_list_does_what_it_says(page: Page, served: str, register: Register) -> None:
    page.goto(served + "status/")
    assert try_all(page, "status", of_today(register.tiltak.values()), 10_000) > 20
    page.goto(served + "kommuner/granvik/")
    try_all(page, "granvik", register.kommuner["granvik"].tiltak, 10_000)


def test_every_choice_of_a_long_list_does_what_it_says(page: Page, large: tuple[str, Register]) -> None:
    served, register = large
    page.goto(served + "status/")
    page.get_by_role("button", name="Avgrens og sorter alle linjene").click()
    expect(page.locator("#tiltak-kommune")).to_be_visible()
    assert try_all(page, "status", of_today(register.tiltak.values()), 100) > 30
    page.get_by_role("button", name="Nullstill").click()
    expect(page.get_by_role("link", name="Side 1:")).to_be_visible()


def test_the_same_link_means_the_same_in_a_long_list(page: Page, large: tuple[str, Register]) -> None:
    served, register = large
    kommune = next(iter(register.kommuner.values()))
    page.goto(f"{served}status/?kommune={kommune.id}&sorter=tittel")
    expect(page.locator("form.filter [role=status]")).to_contain_text(
        f"Viser {len(kommune.tiltak)} av {len(register.tiltak)}"
    )
    expect(page.locator("#tiltak-sorter")).to_have_value("tittel")
    assert set(rows(page)) == set(addresses(kommune.tiltak))


@pytest.mark.parametrize("where", ["short", "long"])
def test_a_link_with_an_unknown_value_says_so(
    page: Page, served: str, large: tuple[str, Register], where: str
) -> None:
    page.goto((served if where == "short" else large[0]) + "status/?kommune=borte")
    expect(page.locator("form.filter [role=status]")).to_contain_text(
        "Lenken avgrenser kommune til «borte». Det finnes ikke i denne lista, så det er ikke brukt."
    )


def test_a_link_from_before_still_sorts_by_deadline(page: Page, served: str) -> None:
    page.goto(served + "status/?sorter=år")
    expect(page.locator("#tiltak-sorter")).to_have_value("ar")


def test_nothing_that_passes_says_what_to_do(page: Page, served: str, register: Register) -> None:
    page.goto(served + "status/?kommune=fjellby&aktor=granvik-naeringsrad")
    expect(page.locator("form.filter [role=status]")).to_contain_text(
        "Viser 0 av 50 linjer. Fjern et valg, eller nullstill."
    )


def test_deadlines_come_first_and_what_has_passed_is_folded(page: Page, served: str) -> None:
    page.goto(served + "frister/")
    expect(page.locator("form.filter [role=status]")).to_contain_text("linjer.")
    years = [int(one) for one in page.locator("#fristene section h3").all_inner_texts()]
    assert years == sorted(years)
    assert all(year >= IDAG.year for year in years)
    folded = page.locator("#fristene details")
    assert folded.count() and not folded.first.evaluate("one => one.open")
    page.get_by_role("navigation", name="År").get_by_role("link", name="2022").click()
    expect(page.locator("#ar-2022 table")).to_be_visible()


def test_deadlines_of_a_kommune_without_any_to_come_say_so_in_a_line(page: Page, served: str) -> None:
    page.goto(served + "frister/?kommune=granvik&tema=samferdsel")
    expect(page.get_by_text("Ingen frister eller milepæler fram i tid.")).to_be_visible()
    shown = page.locator("#fristene tbody tr")
    rows = shown.evaluate_all("all => all.filter(one => !one.hidden).map(one => one.dataset.kommune)")
    assert rows and all("granvik" in one.split() for one in rows)
    total = sum(map(int, page.locator("details:not([hidden]) > summary [data-antall]").all_inner_texts()))
    assert total == len(rows)
    page.locator("#fristene-tema").select_option("samferdsel")
    assert "tema=samferdsel" in page.url
    page.get_by_role("button", name="Nullstill").click()
    expect(page.get_by_text("Ingen frister eller milepæler fram i tid.")).to_be_hidden()


def test_very_many_deadlines_show_the_next_and_lead_to_each_year(
    page: Page, large: tuple[str, Register]
) -> None:
    served, _ = large
    page.goto(served + "frister/")
    expect(page.locator("#kommer + .tabell tbody tr")).not_to_have_count(0)
    assert page.locator("nav.arvalg ~ #kommer").count() == 1, "the years come before the list"
    page.get_by_role("link", name="2019", exact=True).click()
    expect(page.locator("time[datetime^='2019']").first).to_be_visible()
    page.goto(served + "frister/?tema=samferdsel")
    expect(page.locator("form.filter [role=status]")).to_contain_text("Viser")
    expect(page.locator("#fristene tbody tr").first).to_be_visible()


def test_a_telephone_shows_what_passes_and_nothing_else(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served + "status/?kommune=fjellby")
    hidden = page.locator("#tiltak tbody tr[hidden]")
    assert hidden.count()
    assert hidden.evaluate_all("all => all.every(one => !one.getClientRects().length)")


def test_a_list_longer_than_some_screens_shows_the_first_and_prints_all(page: Page, served: str) -> None:
    def fewer(route: Route) -> None:
        script = route.fetch().text()
        assert "const FIRST = 60;" in script
        route.fulfill(body=script.replace("FIRST = 60", "FIRST = 5"), content_type="text/javascript")

    page.route("**/filter.js", fewer)
    page.goto(served + "status/")
    expect(page.locator("#tiltak tbody tr:visible")).to_have_count(5)
    page.get_by_role("button", name="Vis 45 linjer til").click()
    expect(page.locator("#tiltak tbody tr:visible")).to_have_count(50)
    page.locator("#tiltak-kommune").select_option("granvik")
    expect(page.locator("#tiltak tbody tr:visible")).to_have_count(5)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#tiltak tbody tr:visible")).to_have_count(27)


def test_kommuner_are_compared_on_a_tema_by_a_link(page: Page, served: str) -> None:
    page.goto(served + "temaer/reiseliv/")
    expect(page.locator("#sammenlign")).to_be_visible()
    offered = page.locator("#sammenlign-1 option").all_inner_texts()
    assert len(offered) > 2, (
        "before anybody has opened the list: a telephone shows what is there when it is opened"
    )
    assert sorted(offered[1:], key=alphabetic) == offered[1:]
    page.goto(served + "temaer/reiseliv/?sammenlign=fjellby,granvik")
    expect(page.locator("#sammenligning section")).to_have_count(2)
    first = page.locator("#sammenligning section").first
    expect(first.get_by_role("heading")).to_have_text("Fjellby")
    expect(first.get_by_role("link", name="Nye turstier")).to_be_visible()
    page.locator("#sammenlign-2").select_option("")
    expect(page.locator("#sammenlign [role=status]")).to_contain_text("Velg en kommune til")
    assert page.url.endswith("?sammenlign=fjellby")
    page.goto(served + "temaer/reiseliv/?sammenlign=borte")
    expect(page.locator("#sammenlign [role=status]")).to_have_text("«borte» har ingen linjer om temaet.")


def test_a_kommune_of_a_tema_leads_to_its_lines(page: Page, large: tuple[str, Register]) -> None:
    served, register = large
    tema = max(register.temaer.values(), key=lambda one: len(one.tiltak))
    kommune = tema.tiltak[-1].kommuner[0]
    page.goto(f"{served}temaer/{tema.id}/")
    page.get_by_role("link", name=kommune.navn, exact=True).first.click()
    own = [one for one in tema.tiltak if kommune in one.kommuner]
    expect(page.get_by_text(f"{kommune.navn}").first).to_be_visible()
    expect(page.locator("form.filter [role=status]").last).to_contain_text(f"Viser {len(own)} av")
