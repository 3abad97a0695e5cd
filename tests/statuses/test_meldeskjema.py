"""The form for reporting a status in a real browser: what it makes, the checker accepts."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import yaml
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from macros import read_register
from macros.__main__ import cli
from macros.format.model import Rapport
from macros.statuses.forms import FØRSTE_LINJE, report_lines
from tests.cases import IDAG, SAMPLE
from tests.conftest import KONTAKT, REPO, ROOT
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
    page.get_by_role("button", name="Se over forslaget").click()


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
        expect(form.get_by_role("heading", name="Se over før du sender")).to_be_focused()
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
            "signs that cannot be shown": "abcdefg\nhij",
            "letters": "Ærlig ønske på åsen, café, naïve, Straße, мир, 你好",
        }
        assert punkt.sitat == shown.get(about, text), about
        assert (punkt.tiltak, punkt.status) == (("granvik-2020-2024/1.1.3",), "gjennomført")


def test_long_texts_go_along_or_are_copied(form: Page, accepted: Callable[[str, str], Rapport]) -> None:
    fill(form, omtale=LONG)
    assert accepted(*offered(form)).punkter[0].omtale == LONG.strip()
    fill(form, omtale=LONG, sitat=LONG, sted=LONG)
    for told in ("#for-lang", "#for-lang-epost"):
        expect(form.locator(told)).to_contain_text("Teksten er for lang")
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
    form.get_by_role("button", name="Se over forslaget").click()
    summary = form.get_by_role("group", name="Noe mangler eller er feil")
    expect(summary).to_be_focused()
    assert summary.get_by_role("link").count() == 8
    expect(form.get_by_label("Adressen til kilden")).to_have_accessible_description(
        "Limes inn fra nettleseren, og begynner med https://. "
        "Skriv en hel adresse som begynner med https://, uten mellomrom."
    )
    expect(form.locator("#sikkerhet-feil")).to_contain_text("En svak kilde kan verken gi status")
    summary.get_by_role("link", name="Skriv sitatet").click()
    expect(form.get_by_label("Sitat fra kilden")).to_be_focused()
    assert violations(form) == []
    fill(form, url="")
    expect(form.get_by_role("heading", name="Se over før du sender")).to_be_focused()
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


def test_what_was_filled_in_is_read_over_in_plain_words(form: Page) -> None:
    fill(form, fra="1. tertial 2023")
    told = form.locator("#oversikt").inner_text()
    for words in (
        "Granvik kommune",
        "Årsmelding 2024",
        "1. tertial 2023",
        "Krysset er bygd om.",
        "Gjennomført",
        "Høy",
    ):
        assert words in told
    assert "må fylles ut" not in told
    expect(form.locator("#yaml")).to_be_hidden()
    form.get_by_role("button", name="Endre noe").click()
    expect(form.locator("#ferdig")).to_be_hidden()


def test_it_is_sent_by_mail_without_an_account(form: Page, accepted: Callable[[str, str], Rapport]) -> None:
    fill(form, sitat="Linje en\nlinje to & mer? 100 %")
    link = form.get_by_role("link", name="Send på e-post")
    address = urlsplit(link.get_attribute("href") or "")
    assert (address.scheme, address.path) == ("mailto", KONTAKT)
    query = parse_qs(address.query, strict_parsing=True)
    name, _, text = query["body"][0].replace("\r\n", "\n").partition("\n\n")
    assert accepted(name, text).punkter[0].sitat == "Linje en\nlinje to & mer? 100 %"
    assert len(link.get_attribute("href") or "") <= 1900
    assert "1.1.3" in query["subject"][0]


def test_a_publisher_that_is_not_in_the_list_is_made_an_aktør_by_a_command(
    form: Page, tmp_path: Path
) -> None:
    form.get_by_label("Hvem har gitt ut kilden?").select_option(label="En annen: skriv navnet")
    form.get_by_role("button", name="Se over forslaget").click()
    expect(form.locator("#ny_utgiver-feil")).to_have_text("Skriv navnet på den som har gitt ut kilden.")
    form.get_by_label("Hva heter den som har gitt ut kilden?").fill("Ås og Granvik bondelag")
    for name, text in GOOD.items():
        form.locator(f"[name={name}]").fill(text)
    form.get_by_label("Gjennomført").check()
    form.get_by_label("Høy").check()
    form.get_by_role("button", name="Se over forslaget").click()
    name, text = offered(form)
    assert "Ås og Granvik bondelag" in form.locator("#oversikt").inner_text()
    data = Path(shutil.copytree(SAMPLE, tmp_path / "data"))
    (tmp_path / name).write_text(text, "utf-8")
    register, [problem] = read_register(data, IDAG)
    assert register is None
    assert "ny-aktor" in str(problem)
    ran = CliRunner().invoke(cli, ["ny-aktor", str(tmp_path / name), "--mappe", str(data)])
    assert ran.exit_code == 0, ran.output
    assert "«forening» er gjettet" in ran.output
    register, problems = read_register(data, IDAG)
    assert register is not None, "\n".join(map(str, problems))
    assert register.rapporter[Path(name).stem].utgiver.navn == "Ås og Granvik bondelag"


def test_a_reload_loses_nothing_and_emptying_does(form: Page) -> None:
    form.get_by_label("Hvem har gitt ut kilden?").select_option(label="En annen: skriv navnet")
    form.get_by_label("Hva heter den som har gitt ut kilden?").fill("Bondelaget")
    form.get_by_label("Hva har skjedd?").fill("Krysset er bygd om.")
    form.get_by_label("Pågår").check()
    form.reload()
    expect(form.get_by_label("Hva heter den som har gitt ut kilden?")).to_have_value("Bondelaget")
    expect(form.get_by_label("Hva har skjedd?")).to_have_value("Krysset er bygd om.")
    expect(form.get_by_label("Pågår")).to_be_checked()
    expect(form.locator("#tiltak")).to_have_value("1.1.3")
    form.get_by_role("button", name="Tøm skjemaet").click()
    expect(form.get_by_label("Hva har skjedd?")).to_have_value("")
    form.reload()
    expect(form.get_by_label("Hva har skjedd?")).to_have_value("")
    expect(form.locator("#tiltak")).to_have_value("1.1.3")


def test_a_reload_loses_no_correction(page: Page, served: str) -> None:
    page.goto(f"{served}rett-feil/?side={MEASURE}")
    page.get_by_label("Hvilken tekst er feil?").select_option("mål")
    page.get_by_label("Slik skal det stå").fill("Et bedre mål")
    page.get_by_label("Hvor står det riktige?").fill("Side 4")
    page.reload()
    expect(page.get_by_label("Slik skal det stå")).to_have_value("Et bedre mål")
    expect(page.get_by_label("Hvilken tekst er feil?")).to_have_value("mål")
    expect(page.get_by_label("Hvor står det riktige?")).to_have_value("Side 4")


def test_a_correction_names_page_file_line_before_and_after(page: Page, served: str) -> None:
    page.goto(served + MEASURE)
    before = page.locator("[data-felt=mål]").first.inner_text()
    page.get_by_role("link", name="Rett en feil").click()
    field = page.get_by_label("Hvilken tekst er feil?")
    expect(field.locator("option").nth(0)).to_have_text("Tittel")
    assert field.locator("option").all_inner_texts()[1:3] == ["Ordlyd", "Mål"]
    field.select_option(value="mål")
    after = page.get_by_label("Slik skal det stå")
    expect(after).to_have_value(before)
    page.get_by_role("button", name="Se over rettelsen").click()
    expect(page.get_by_text("Teksten er som før.")).to_be_visible()
    after.fill(before + " & «mer»")
    page.get_by_role("button", name="Se over rettelsen").click()
    expect(page.locator("#vist-etter")).to_have_text(before + " & «mer»")
    assert violations(page) == []
    mail = parse_qs(
        urlsplit(page.get_by_role("link", name="Send på e-post").get_attribute("href") or "").query
    )
    issue = parse_qs(
        urlsplit(page.get_by_role("link", name="Send på GitHub").get_attribute("href") or "").query
    )
    line = re.search(r"linje (\d+)", mail["body"][0])
    assert line
    source = (SAMPLE / "planer/granvik-2020-2024.yml").read_text("utf-8").splitlines()
    assert 'nr: "1.1.3"' in source[int(line[1]) - 1]
    for told in (mail["body"][0], *issue["hvor"]):
        assert "data/planer/granvik-2020-2024.yml" in told
        assert MEASURE in told
    assert (issue["for"], issue["etter"]) == ([before], [before + " & «mer»"])
    assert f"Før:\r\n{before}" in mail["body"][0]


@pytest.mark.parametrize("side", ["", "https://evil.example/", "//evil.example/", "../x/", "finnes/ikke/"])
def test_a_correction_of_no_page_says_where_to_begin(page: Page, served: str, side: str) -> None:
    page.goto(f"{served}rett-feil/?side={quote(side)}")
    expect(page.get_by_text("Gå til siden til tiltaket")).to_be_visible()
    expect(page.locator("#rettskjema")).to_be_hidden()
