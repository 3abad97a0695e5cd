"""The form for reporting a status in a real browser: what it makes, the checker accepts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from macros import read_register
from macros.format.model import Rapport
from macros.statuses.forms import FØRSTE_LINJE, report_lines
from tests.cases import IDAG, SAMPLE
from tests.conftest import REPO, ROOT
from tests.house.test_browser import violations

pytestmark = pytest.mark.slow

FORM = "planer/granvik-2020-2024/meld-status/"
MEASURE = "planer/granvik-2020-2024/tiltak/1.1.3/"
GOOD = {
    "kilde": "Årsmelding 2024",
    "fra": "2024",
    "omtale": "Krysset er bygd om.",
    "sitat": "Krysset ble åpnet i oktober.",
    "sted": "Side 14",
}
LONG = "Arbeidet med krysset pågår, og veien er åpen. " * 44  # some 2,000 characters
AWKWARD = {
    "quotes": "Han sa \"ja\", hun sa 'nei' og «kanskje»: \\ ferdig",
    "colon and number sign": "status: i drift # ikke med\n- punkt: [a, {b}] & *c !d | > % @ `",
    "letters": "Ærlig ønske på åsen, cafe\u0301, naïve, Straße, мир, 你好",
    "emoji": "👩‍🚒🚲 100 % 🇳🇴",
    "lines": "første\nandre\n\n  fjerde, rykket inn\n---\n...",
    "spaces around": "  \t rundt \n ",
    "a number": "0301",
    "a date": "2024-02-30",
    "a word YAML knows": "no",
    "nothing": "null",
    "signs that cannot be shown": "a\u0000b\u000bc\u0007d\u0085e\u200bf\ufeffg\u2028h\ud83di\uffffj",
    "a script": "</textarea></script><script>alert(1)</script>{{ 7*7 }}{% raw %}",
    "an address": "https://x.no/?a=1&b=%20+c#d",
}


@pytest.fixture
def form(page: Page, served: str) -> Page:
    """Return the page of the form, filled in with a tiltak."""
    page.goto(f"{served}{FORM}?tiltak=1.1.3")
    return page


def fill(page: Page, **given: str) -> None:
    """Fill in all that a status needs, as given or else something good, and ask for the report."""
    page.get_by_label("Hvem har gitt ut kilden?").select_option(label="Granvik kommune")
    for name, text in (GOOD | given).items():
        page.locator(f"[name={name}]").evaluate("(field, text) => { field.value = text; }", text)
    page.get_by_label("Gjennomført").check()
    page.get_by_label("Høy").check()
    page.get_by_role("button", name="Lag forslaget").click()


@pytest.fixture
def accepted(tmp_path: Path) -> Callable[[str, str], Rapport]:
    """Puts a report into a copy of the data; the checker and the tidiness of files are to have nothing against it."""
    data = Path(shutil.copytree(SAMPLE, tmp_path / "data"))

    def put(name: str, text: str) -> Rapport:
        path = data.parent / name
        path.write_text(text, "utf-8")
        register, problems = read_register(data, IDAG)
        assert register, "\n".join(map(str, problems))
        command = [sys.executable, "-m", "yamllint", "--strict", "-c", str(ROOT / ".yamllint"), str(path)]
        assert subprocess.run(command, capture_output=True, check=False).returncode == 0, text
        return register.rapporter[path.stem].data

    return put


def offered(page: Page) -> tuple[str, str]:
    """Return the name and the text of the file in the address that the form leads to."""
    address = page.get_by_role("link", name="Åpne forslaget på GitHub").get_attribute("href") or ""
    assert len(quote(address, safe="-_.!~*'()")) <= 8000
    assert address.startswith(f"{REPO}/new/main?filename=data/rapporter/granvik-2020-2024-1-1-3-{IDAG}")
    query = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert set(query) == {"filename", "value"}
    return query["filename"][0], query["value"][0]


def test_whatever_is_filled_in_the_checker_accepts_it(
    form: Page, accepted: Callable[[str, str], Rapport]
) -> None:
    for about, text in AWKWARD.items():
        fill(form, omtale=text, sitat=text, sted=text, kilde=text)
        expect(form.get_by_role("heading", name="Forslaget er klart")).to_be_focused()
        name, written = offered(form)
        first, *rest = written.splitlines(keepends=True)
        assert first == f"{FØRSTE_LINJE}\n"
        assert "".join(f"{line}\n" for _, line in report_lines(yaml.safe_load(written))) == "".join(rest), (
            about
        )
        rapport = accepted(name, written)
        punkt = rapport.punkter[0]
        assert punkt.omtale == punkt.sitat, about
        assert punkt.sted == rapport.kilde.tittel, about
        assert punkt.sted.split() == punkt.sitat.split() or "\n" in punkt.sitat, about
        shown = {
            "spaces around": "rundt",
            "signs that cannot be shown": "abcde\u200bfg\nhij",
            "letters": "Ærlig ønske på åsen, café, naïve, Straße, мир, 你好",
        }
        assert punkt.sitat == shown.get(about, text), about
        assert (punkt.tiltak, punkt.status) == (("granvik-2020-2024/1.1.3",), "gjennomført")


def test_long_texts_go_along_or_are_copied(form: Page, accepted: Callable[[str, str], Rapport]) -> None:
    fill(form, omtale=LONG)
    assert accepted(*offered(form)).punkter[0].omtale == LONG.strip()
    fill(form, omtale=LONG, sitat=LONG, sted=LONG)
    expect(form.get_by_text("Teksten er for lang")).to_be_visible()
    expect(form.get_by_role("link", name="Åpne forslaget på GitHub")).to_be_hidden()
    link = form.get_by_role("link", name="åpne en ny fil på GitHub", exact=True).get_attribute("href") or ""
    name = parse_qs(urlsplit(link).query)["filename"][0]
    text = form.locator("#yaml").text_content() or ""
    assert accepted(name, text).punkter[0].sitat == LONG.strip()


def test_from_the_measure_with_every_field(
    page: Page, served: str, accepted: Callable[[str, str], Rapport]
) -> None:
    page.goto(served + MEASURE)
    page.get_by_role("link", name="Meld status").click()
    expect(page.locator("#valgt")).to_contain_text("Kommunen skal være pådriver")
    page.get_by_label("Bare en del av tiltaket").check()
    page.get_by_label("Delvis nådd").check()
    archived = "https://arkiv.example/granvik"
    url = "https://granvik.example/a?b=c&d=%20#e"
    fill(page, fra="2022", til="2024", url=url, sett="2026-11-20", arkiv=archived, delmål="Skissa 2021")
    expect(page.locator("#delmål-feil")).to_contain_text(
        "Skriv en av: «nytt kryss ferdig i 2022», «Skisse 2021»."
    )
    fill(page, fra="2022", til="2024", url=url, sett="2026-11-20", arkiv=archived, delmål="Skisse 2021")
    rapport = accepted(*offered(page))
    assert (rapport.gjelder.fra, rapport.gjelder.til) == (2022, 2024)
    assert (rapport.kilde.url, rapport.utgiver) == (url, "granvik-kommune")
    assert (rapport.kilde.sett, rapport.kilde.arkiv) == (date(2026, 11, 20), archived)
    assert (rapport.punkter[0].dekker, rapport.punkter[0].måloppnåelse) == ("del", "delvis")
    assert rapport.punkter[0].delmål == ("Skisse 2021",)
    page.locator("#valgt").get_by_role("link").click()
    assert page.url == served + MEASURE


def test_what_is_missing_or_wrong_is_said_at_the_field_and_above(form: Page) -> None:
    form.get_by_label("Pågår").check()
    form.get_by_label("Lav").check()
    form.get_by_label("Adressen til kilden").fill("granvik.no")
    form.get_by_label("Hvilken tid").fill("24")
    form.get_by_role("button", name="Lag forslaget").click()
    summary = form.get_by_role("group", name="Noe mangler eller er feil")
    expect(summary).to_be_focused()
    assert summary.get_by_role("link").count() == 8
    expect(form.get_by_label("Adressen til kilden")).to_have_accessible_description(
        "Limes inn fra nettleseren, og begynner med https://. "
        "Skriv en hel adresse som begynner med https://, uten mellomrom."
    )
    expect(form.locator("#sikkerhet-feil")).to_contain_text("En svak kilde kan ikke gi status")
    summary.get_by_role("link", name="Skriv sitatet").click()
    expect(form.get_by_label("Sitat fra kilden")).to_be_focused()
    assert violations(form) == []
    fill(form, url="")
    expect(form.get_by_role("heading", name="Forslaget er klart")).to_be_focused()
    assert violations(form) == []


@pytest.mark.parametrize(
    ("fra", "til", "expected"),
    [
        ("1. tertial 2023", "", ("1. tertial 2023", "1. tertial 2023")),
        ("31.5.2023", "", (date(2023, 5, 31), date(2023, 5, 31))),
        ("mai 2023", "2023-K4", ("mai 2023", "2023-K4")),
    ],
)
def test_a_part_of_a_year_is_taken(
    form: Page,
    accepted: Callable[[str, str], Rapport],
    fra: str,
    til: str,
    expected: tuple[object, object],
) -> None:
    fill(form, fra=fra, til=til)
    rapport = accepted(*offered(form))
    assert (rapport.gjelder.fra, rapport.gjelder.til) == expected


def test_times_in_the_wrong_order_are_not_taken(form: Page) -> None:
    fill(form, fra="3. kvartal 2023", til="1. tertial 2023")
    expect(form.locator("#til-feil")).to_contain_text("Det siste er før det første.")


def test_a_year_to_come_and_a_text_that_cannot_be_seen_are_not_taken(form: Page) -> None:
    to_come = str(IDAG.year + 2)
    fill(form, fra=to_come, til=to_come, omtale="\u200b \u2060\ufe0f")
    for name in ("fra", "til"):
        expect(form.locator(f"#{name}-feil")).to_contain_text("Den tiden har ikke begynt ennå.")
    expect(form.locator("#omtale-feil")).to_have_text("Skriv hva kilden forteller.")


@pytest.mark.parametrize(
    "address",
    ["https://granvik.no@evil.example/", "https://granvik.no/a b", "https://granvik.no\\@evil.example/"],
)
def test_an_address_that_leads_elsewhere_is_not_taken(form: Page, address: str) -> None:
    fill(form, url=address, arkiv=address)
    for name in ("url", "arkiv"):
        expect(form.locator(f"#{name}-feil")).to_contain_text("Skriv en hel adresse")


def test_a_day_on_which_nobody_can_have_seen_the_source_is_not_taken(form: Page) -> None:
    fill(form, url="https://granvik.example/", sett=f"{IDAG.year + 2}-01-01")
    expect(form.locator("#sett-feil")).to_contain_text("Dagen har ikke vært ennå.")
    fill(form, url="", sett="2026-11-20")
    expect(form.locator("#sett-feil")).to_contain_text("Skriv også adressen")


def test_without_script_there_is_a_template(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{served}{FORM}?tiltak=1.1.3")
    expect(page.locator("#meldeskjema")).to_be_hidden()
    page.get_by_role("link", name="en mal eller et regneark").click()
    address = page.get_by_role("link", name="malen fylt inn").get_attribute("href") or ""
    text = parse_qs(urlsplit(address).query)["value"][0]
    assert 'tiltak: ["granvik-2020-2024/…"]' in text
    page.get_by_text("Vis malen").click()
    assert page.locator("#mal").text_content() == text
    page.context.close()
