"""What the search finds and what it says of it, in a browser: a table of what readers write."""

from __future__ import annotations

import functools
import re
import shutil
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from macros.views.search.words import stem, words
from tests.conftest import QuietHandler, build

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
FIRST = 10
QUERIES: list[tuple[str, str, list[str], list[str]]] = [
    # what is written, how its first word is found («ord»: as it stands), what must and must not be among the first ten
    ("parkering", "ord", ["1.1 Pådriver for pendlerparkeringer"], []),
    ("pendlerparkering", "ord", ["1.1 Pådriver for pendlerparkeringer"], []),
    ("konferanse", "del", ["1.2 Matkonferanse i Sundnes", "2.3 Årlig reiselivskonferanse"], []),
    ("konferanser", "del", ["1.2 Matkonferanse i Sundnes"], []),
    ("Matkonferansen", "ord", ["1.2 Matkonferanse i Sundnes"], ["2.3 Årlig reiselivskonferanse"]),
    ("vei", "ord", ["1.1.1 Ny vei til havna", "3.2 Veiene i industriområdet"], ["3.1 Veiledning av søkere"]),
    ("veien", "ord", ["1.1.1 Ny vei til havna", "3.2 Veiene i industriområdet"], ["3.1 Veiledning av søkere"]),
    ("veier", "ord", ["1.1.1 Ny vei til havna"], ["3.1 Veiledning av søkere"]),
    ("vegen", "ord", ["1.1.1 Ny vei til havna"], ["3.1 Veiledning av søkere"]),
    ("foretak", "ingen", [], []),
    ("avkjoring", "stavet", ["1.3 Ny avkjøring fra rv. 35"], []),
    ("avkjørsel", "ingen", [], []),
    ("gangvei", "delt", ["1.4 Gang- og sykkelvei til skolen", "1.1.2 Gang- og sykkelvei langs elva"], []),
    ("sykkelveg", "ord", ["1.4 Gang- og sykkelvei til skolen"], ["1.1.1 Ny vei til havna"]),
    ("tiltak 3.3.2", "ord", ["3.3.2 Dialogmøter med bøndene"], ["3.3 Omdømmebygging"]),
    ("3.3.2", "ord", ["3.3.2 Dialogmøter med bøndene"], ["3.3 Omdømmebygging"]),
    ("3.3.2.", "ord", ["3.3.2 Dialogmøter med bøndene"], []),
    ("1.1.3", "ord", ["1.1.3 Pådriver for nytt kryss ved brua"], ["1.1.1 Ny vei til havna"]),
    ("nr. 1.1.3", "ord", ["1.1.3 Pådriver for nytt kryss ved brua"], []),
    ("rv 35", "ord", ["1.3 Ny avkjøring fra rv. 35"], []),
    ("Rv35", "ord", ["1.3 Ny avkjøring fra rv. 35"], []),
    ("RV. 35", "ord", ["1.3 Ny avkjøring fra rv. 35"], []),
    ("larling", "stavet", ["1.5 To lærlinger i hver etat"], []),
    ("laerling", "stavet", ["1.5 To lærlinger i hver etat"], []),
    ("lærling", "ord", ["1.5 To lærlinger i hver etat", "1.6 Lærlingordning i kontrakter"], []),
    ("lærlingene", "ord", ["1.5 To lærlinger i hver etat"], []),
    ("bredband", "stavet", ["2.1 Bredbånd i hele bygda"], []),
    ("breiband", "stavet", ["2.1 Bredbånd i hele bygda"], []),
    ("bredbånt", "stavet", ["2.1 Bredbånd i hele bygda"], []),
    ("sundnes bredbånd", "ord", ["2.1 Bredbånd i hele bygda"], ["Søke om midler til bredbånd"]),
    ("bredbånd i Sundnes kommune", "ord", ["2.1 Bredbånd i hele bygda"], []),
    ("fjellby bredbånd", "ord", ["Søke om midler til bredbånd"], ["2.1 Bredbånd i hele bygda"]),
    ("Sundnes", "ord", ["Sundnes"], []),
    ("granvik", "ord", ["Granvik", "Granvik kommune"], []),
    ("bussterminalen", "ord", ["2.2 Ny bussterminal i sentrum"], []),
    ("terminal", "del", ["2.2 Ny bussterminal i sentrum"], []),
    ("buss", "ord", ["2.2 Ny bussterminal i sentrum"], []),
    ("etablerer", "ord", ["2.4 Støtte til etablerere"], []),
    ("etablererkurs", "ord", ["2.5 Etablererkurs hvert halvår"], ["2.4 Støtte til etablerere"]),
    ("kurs", "ord", ["2.5 Etablererkurs hvert halvår", "Kurs i ysting"], []),
    ("grunder", "stavet", ["2.4 Støtte til etablerere"], []),
    ("gründer", "ord", ["2.4 Støtte til etablerere"], []),
    ("lokalmat", "ord", ["2.6 Lokalmat på torget"], []),
    ("mat sundnes", "ord", ["1.2 Matkonferanse i Sundnes", "2.6 Lokalmat på torget"], ["Matmarked i september"]),
    ("veiledning", "ord", ["3.1 Veiledning av søkere"], ["1.1.1 Ny vei til havna"]),
    ("omdømme", "ord", ["3.3 Omdømmebygging"], []),
    ("omdomme", "stavet", ["3.3 Omdømmebygging"], []),
    ("dialogmøte", "ord", ["3.1.1 Dialogmøter fire ganger i året", "3.3.2 Dialogmøter med bøndene"], []),
    ("dialogmøte bønder", "ord", ["3.3.2 Dialogmøter med bøndene"], ["3.1.1 Dialogmøter fire ganger i året"]),
    ("solcelle", "ord", ["3.4 Solceller på kommunale tak"], []),
    ("solceler", "stavet", ["3.4 Solceller på kommunale tak"], []),
    ("dobbeltspor jernbane", "ord", ["3.5 Jernbanen skal ha dobbeltspor"], []),
    ("jernbanestrekning dobbeltspor", "ingen", ["3.5 Jernbanen skal ha dobbeltspor"], []),
    ("kystled", "ord", ["3.6 Kystleden merkes"], []),
    ("ungdomsbedrift", "ord", ["4.1 Ungdomsbedrifter i skolen"], []),
    ("bedrift", "ord", ["Veiledning av nye bedrifter"], []),
    ("saksbehandling", "del", ["4.2 Kortere saksbehandlingstid"], []),
    ("byggesøknad", "ord", ["4.2 Kortere saksbehandlingstid"], []),
    ("hytteeier", "ord", ["4.3 Hyttekommunen"], []),
    ("sommerjobb", "ord", ["4.4 Sommerjobb for unge"], []),
    ("sommerjob", "stavet", ["4.4 Sommerjobb for unge"], []),
    ("fergesamband", "ord", ["4.5 Fergesamband til øyene"], []),
    ("samband", "del", ["4.5 Fergesamband til øyene"], []),
    ("øy", "ord", ["4.5 Fergesamband til øyene"], []),
    ("næringstomt", "ord", ["2.1.1 Klare næringstomter"], []),
    ("naeringstomt", "stavet", ["2.1.1 Klare næringstomter"], []),
    ("reiseliv", "ord", ["Reiseliv"], []),
    ("sommerjobb kajakk", "ord", ["4.4 Sommerjobb for unge", "3.6 Kystleden merkes"], []),
    ("tiltak", "del", [], []),
    ("etablerern", "stavet", ["2.4 Støtte til etablerere"], []),
    ("qxqxqx", "ingen", [], []),
]  # fmt: skip


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Iterator[str]:
    """Yield the address of a site of the sample with one plan more, written for these queries."""
    folder = tmp_path_factory.mktemp("sok") / "prosjekt"
    shutil.copytree(sample, folder, symlinks=True)
    lines = yaml.safe_load((HERE.parent / "eksempel/soketekster.yml").read_text("utf-8"))
    plan = {
        "tittel": "Næringsplan for Sundnes 2025-2028", "kortnavn": "Sundnes 2025–2028", "type": "handlingsplan",
        "eier": "sundnes-kommune", "kommuner": ["sundnes"], "periode": {"fra": 2025, "til": 2028},
        "planstatus": "vedtatt", "vedtak": {"organ": "Kommunestyret", "dato": "DATO"}, "registrert": "DATO",
        "språk": "nb", "kilde": {"tittel": "Næringsplan for Sundnes 2025-2028", "url": None, "sha256": "2" * 64,
        "hentet": "DATO"}, "omtale": "Planen sier hva Sundnes vil gjøre.", "kolonner": [],
        "innsatsområder": [{"nr": "1", "tittel": "Vekst", "tiltak": [
            {**one, "tema": ["landbruk-og-mat" if "mat" in one["ordlyd"] else "samarbeid"]} for one in lines
        ]}],
    }  # fmt: skip
    written = yaml.safe_dump(plan, allow_unicode=True, sort_keys=False, width=10_000)
    written = re.sub(r"ordlyd: (.*)", r'ordlyd: "\1"', written).replace("DATO", "2025-03-01")
    (folder / "data/planer/sundnes-2025-2028.yml").write_text(written, "utf-8")
    result = build(folder.parent / "portal", folder)
    assert result.returncode == 0, result.stderr
    handler = functools.partial(QuietHandler, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/portal/"
        server.shutdown()


def found_by(page: Page, queries: list[str]) -> list[dict[str, Any]]:
    """Return for each query how its first word was found, and the first titles."""
    return page.evaluate(  # type: ignore[no-any-return]
        """async ([queries, first]) => {
            const { Index } = await import(new URL("../assets/indeks.js", location.href));
            const { find } = await import(new URL("../assets/finn.js", location.href));
            const index = await Index.open(["fasetter", "ord"]);
            const answer = [];
            for (const query of queries) {
                const { words, hits } = await find(index, query);
                const pages = await Promise.all(hits.slice(0, first).map((one) => index.shown(one.number)));
                const titles = pages.map((one) => `${one.nr} ${one.title}`.trim());
                answer.push({ how: words[0]?.how, titles, number: hits.length });
            }
            return answer;
        }""",
        [queries, FIRST],
    )


def test_each_query_finds_what_it_must_and_says_how(page: Page, searched: str) -> None:
    page.goto(searched + "sok/")
    wrong = {}
    for (query, how, must, must_not), found in zip(
        QUERIES, found_by(page, [query for query, *_ in QUERIES]), strict=True
    ):
        titles = found["titles"]
        missing = [one for one in must if not any(one in title for title in titles)]
        extra = [one for one in must_not if any(one in title for title in titles)]
        if found["how"] != how or missing or extra or (how == "ingen" and not must and titles):
            wrong[query] = (found, missing, extra)
    assert not wrong, "\n".join(f"{query}: {found}" for query, found in wrong.items())
    assert len(QUERIES) >= 60


def test_the_browser_takes_words_apart_as_the_index_does(page: Page, searched: str) -> None:
    lines = (HERE.parent / "eksempel/soketekster.yml").read_text("utf-8")
    text = (
        lines + " Rv35, 3.3.2. gang-vei bussene byen årene sommeren programmet vegane lærerne Modums Drammens"
    )
    page.goto(searched + "sok/")
    cut, stems = page.evaluate(
        """async (text) => {
            const { words, stem } = await import(new URL("../assets/indeks.js", location.href));
            return [words(text), words(text).map(stem)];
        }""",
        text,
    )
    assert cut == words(text)
    assert stems == [stem(word) for word in words(text)]


def test_the_search_says_what_is_exact_and_offers_what_there_is_to_choose(page: Page, searched: str) -> None:
    page.goto(searched + "sok/?q=lærling")
    expect(page.locator("#sok-svar")).to_have_text("3 treff.")
    expect(page.locator("#sok-hjelp")).to_contain_text(
        "2 har ordet slik du skrev, eller bøyd. 1 har noe som ligner."
    )
    expect(page.locator("#sok-treff > li").nth(2)).to_contain_text("Ligner på det du skrev:")
    page.locator("#q").fill("reiseliv")
    expect(page.get_by_label("Type")).to_be_visible()
    options = page.get_by_label("Kommune").locator("option").all_inner_texts()
    number = int(page.locator("#sok-svar").inner_text().split()[0])
    chosen = next(one for one in options if one.startswith("Fjellby ("))
    page.get_by_label("Kommune").select_option(chosen)
    expect(page.locator("#sok-svar")).to_have_text(f"{chosen.split('(')[1][:-1]} treff.")
    assert int(chosen.split("(")[1][:-1]) < number
    assert "kommune=Fjellby" in page.url


def test_a_kommune_in_the_query_limits_it_and_can_be_let_go(page: Page, searched: str) -> None:
    page.goto(searched + "sok/?q=sundnes+vei")
    expect(page.locator("#sok-svar")).to_contain_text("treff i Sundnes.")
    expect(page.get_by_role("link", name="Alt om Sundnes")).to_have_attribute(
        "href", f"{searched}kommuner/sundnes/"
    )
    page.get_by_role("button", name="Søk i alle kommuner").click()
    expect(page.locator("#sok-svar")).not_to_contain_text("i Sundnes")


@pytest.mark.parametrize("query", ["foretak", "qxqxqx"])
def test_a_search_without_hits_says_what_to_do(page: Page, searched: str, query: str) -> None:
    page.goto(f"{searched}sok/?q={query}")
    expect(page.locator("#sok-svar")).to_have_text("0 treff.")
    expect(page.locator("#sok-hjelp")).to_contain_text(f"Ingen side har «{query}».")
    expect(page.locator("#sok-hjelp")).to_contain_text("bla deg fram i listene nedenfor")


def test_a_choice_that_does_not_exist_is_told_of(page: Page, searched: str) -> None:
    page.goto(searched + "sok/?q=vei&kommune=Borte")
    expect(page.locator("#sok-hjelp")).to_contain_text("Valget «Borte» finnes ikke, så det er ikke brukt.")


def test_a_page_that_stays_open_while_the_site_is_made_anew_still_answers(
    browser: Browser, searched: str
) -> None:
    page = browser.new_page()
    page.goto(searched + "sok/?q=vei")
    expect(page.locator("#sok-treff li").first).to_be_visible()

    def another(route: Any) -> None:
        answer = route.fetch()
        body = answer.text().replace('"v":"', '"v":"ny', 1)
        route.fulfill(response=answer, body=body)

    page.route("**/sok/indeks/*.json", another)
    page.locator("#q").fill("bredbånd")
    expect(page.locator("#sok-treff li").first).to_contain_text("redbånd")
    page.close()


def test_nothing_jumps_while_the_first_hits_are_fetched(page: Page, searched: str) -> None:
    page.add_init_script(
        """globalThis.shifted = 0;
        new PerformanceObserver((list) => {
            for (const one of list.getEntries()) globalThis.shifted += one.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(searched + "sok/?q=vei")
    expect(page.locator("#sok-treff li").first).to_be_visible()
    expect(page.get_by_role("heading", name="Eller bla deg fram")).to_be_visible()
    assert page.evaluate("globalThis.shifted") < 0.1, "what a reader is about to press does not move"
    page.goto(searched + "sok/")
    expect(page.get_by_role("heading", name="Eller bla deg fram")).to_be_visible()
