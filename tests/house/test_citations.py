"""A citation says the same in every format, and no text of a plan ends the format that it stands in.

`assets/siter.js` makes the formats on the page of a tiltak; here they are read by the programs that they are for.
"""

from __future__ import annotations

import json
import random
import re
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from lxml import html
from playwright.sync_api import Page, expect

from macros.pages import cards
from macros.pages.render import Renderer
from macros.register.addresses import address
from macros.register.entities import Register
from tests.cases import IDAG
from tests.conftest import BASE
from tests.made import html_of

pytestmark = pytest.mark.slow
ID = "granvik-2020-2024/1.2.1"
URL = "https://example.org/planer/a/tiltak/1/"
MAKE = """async ([script, cases]) => {
  const siter = await import(script);
  return cases.map(([quotation, place]) => {
    const facts = siter.facts(quotation, place);
    return [siter.bibtex(facts), siter.ris(facts), siter.csl(facts), siter.card(quotation)];
  });
}"""
Made = tuple[str, str, str, str]


def quotation(text: str = "Tekst", day: str = "2020-01-02") -> dict[str, Any]:
    """Return a tiltak as JSON-LD has it, with this text in each field that a plan fills."""
    plan = {"@type": "CreativeWork", "name": text, "creator": {"@type": "Organization", "name": text}}
    part = plan | ({"datePublished": day} if day else {})
    return {
        "@type": "Quotation", "@id": URL, "name": text, "text": text, "identifier": "a/1", "inLanguage": "nb",
        "isPartOf": part,
    }  # fmt: skip


def made(page: Page, served: str, *cases: tuple[dict[str, Any], dict[str, str]]) -> list[Made]:
    """Return what the script makes of each case: BibTeX, RIS, CSL-JSON and the code of the card."""
    page.goto(served + "om/")
    found = page.evaluate(MAKE, [f"{served}assets/siter.js", [list(case) for case in cases]])
    return [tuple(one) for one in found]


def test_each_format_has_the_owner_the_plan_the_number_and_the_address(
    page: Page, served: str, register: Register
) -> None:
    tiltak = register.tiltak[ID]
    decided = tiltak.plan.data.vedtak
    assert decided
    page.goto(served + address(tiltak))
    expect(page.locator("#sitering")).to_contain_text(f"«{tiltak.data.ordlyd}»")
    page.get_by_text("BibTeX, RIS og CSL-JSON").click()
    bib, ris, csl = (page.locator(f"code#{name}").inner_text() for name in ("bibtex", "ris", "csl"))
    [entry] = json.loads(csl)
    assert entry["author"] == [{"literal": tiltak.plan.eier.navn}]
    assert (entry["container-title"], entry["title"]) == (tiltak.plan.data.tittel, tiltak.navn)
    assert entry["URL"] == BASE + address(tiltak)
    assert entry["issued"]["date-parts"] == [[decided.dato.year, decided.dato.month, decided.dato.day]]
    tags = dict(line.split("  - ", 1) for line in ris.splitlines())
    assert (tags["T2"], tags["UR"], tags["PY"]) == (
        entry["container-title"],
        entry["URL"],
        str(decided.dato.year),
    )
    assert f"url = {{{entry['URL']}}}" in bib
    with page.expect_download() as saving:
        page.get_by_role("button", name="Lagre som fil").nth(1).click()
    assert saving.value.suggested_filename == "granvik-2020-2024-1.2.1.ris"
    page.get_by_text("Vis tiltaket på ditt eget nettsted").click()
    [frame] = html.fragments_fromstring(page.locator("#kode-kort").inner_text())
    assert (frame.tag, frame.get("src"), frame.get("title")) == (
        "iframe",
        BASE + cards.path(tiltak),
        tiltak.navn,
    )


def test_a_site_without_cards_has_no_code_for_them(page: Page, served: str, register: Register) -> None:
    renderer = Renderer(register, IDAG, utelatt=frozenset({"kort"}))
    assert " data-uten-kort" in html_of(renderer, register.tiltak[ID])
    page.route("**/tiltak/1.2.1/", lambda route: route.fulfill(
        body=route.fetch().text().replace("data-siter", "data-siter data-uten-kort"), content_type="text/html"
    ))  # fmt: skip
    page.goto(served + address(register.tiltak[ID]))
    expect(page.locator("code#csl")).to_be_attached()
    expect(page.locator("#kode-kort")).not_to_be_attached()


def test_a_plan_without_a_decision_has_the_year_it_begins_or_none(page: Page, served: str) -> None:
    begun, none = made(page, served, (quotation(day=""), {"ar": "2019"}), (quotation(day=""), {}))
    assert "year = {2019}" in begun[0] and "PY  - 2019\nDB" in begun[1]
    assert json.loads(begun[2])[0]["issued"] == {"date-parts": [[2019]]}
    assert "year" not in none[0] and "PY  - " not in none[1] and "issued" not in json.loads(none[2])[0]


def hostile() -> list[str]:
    """Return texts that could end what they stand in, and many at random of the signs that matter."""
    drawn = random.Random(18)
    signs = "{}\\$&#%_^~\"'<>\n\r\t\u2028\u202e\u00ad –æå»aT  -@,=[]"
    return [
        "Bredde { i } % & # _ $ ~ ^ og \\ slutt", "}}\n@article{x,\ntitle={y}}", "Linje\nER  - \nTY  - BOOK\nTI  - falsk",
        '"}], "x": [{"y', "Næring – «ø» \u202eabc", "100 % & mer", '"></iframe><script>alert(1)</script>',
        *("x" + "".join(drawn.choices(signs, k=drawn.randrange(1, 30))) for _ in range(300)),
    ]  # fmt: skip


def test_programs_of_others_read_any_text_again(page: Page, served: str) -> None:
    texts = hostile()
    all_made = made(page, served, *((quotation(text), {"sted": "s. 4"}) for text in texts))
    for text, (bib, ris, csl, frame) in zip(texts, all_made, strict=True):
        seen = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
        assert json.loads(csl)[0]["title"] == text
        assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in ris.split("\n")), ris
        [found] = rispy.loads(ris + "\n")
        assert (found["type_of_reference"], found["title"], found["secondary_title"]) == ("CHAP", seen, seen)
        assert (found["authors"], found["urls"], found["start_page"]) == ([f"{seen},"], [URL], "4")
        library = parse_string(bib)
        assert not library.failed_blocks
        [entry] = library.entries
        assert (entry.entry_type, entry.key) == ("incollection", "a-1")
        fields = {name: _untex(value.removeprefix("{").removesuffix("}")) for name, value in entry.items()}
        assert (fields["title"], fields["booktitle"], fields["author"]) == (seen, seen, seen)
        assert (fields["url"], fields["pages"], fields["year"]) == (URL, "4", "2020")
        [element] = html.fragments_fromstring(frame)
        assert (element.tag, len(element), element.get("title")) == ("iframe", 0, seen)


def _untex(text: str) -> str:
    """Return the signs that TeX prints."""
    for name, sign in (("textbackslash", "\0"), ("textasciicircum", "^"), ("textasciitilde", "~")):
        text = text.replace(f"\\{name}{{}}", sign)
    return re.sub(r"\\([{}$&#%_])", r"\1", text).replace("\0", "\\")


def test_pages_are_what_a_reference_manager_takes_for_pages(page: Page, served: str) -> None:
    cases = {
        "s. 4": ("pages = {4}", "SP  - 4\nDB", "4"),
        "side 4–5": ("pages = {4--5}", "SP  - 4\nEP  - 5\nDB", "4-5"),
        "s. 4, tabell 2": ("pages = {s. 4, tabell 2}", "SP  - s. 4, tabell 2\nDB", "s. 4, tabell 2"),
    }
    all_made = made(page, served, *((quotation(), {"sted": place}) for place in cases))
    for (bib, ris, csl), found in zip(cases.values(), all_made, strict=True):
        assert bib in found[0] and ris in found[1]
        assert json.loads(found[2])[0]["page"] == csl
