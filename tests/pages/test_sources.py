"""From a measure to its document and to the decision: every way there is one, and what is said where there is none."""

from __future__ import annotations

import hashlib
import re

from lxml import html

from macros.pages.render import Renderer, størrelse
from macros.register.entities import Register
from macros.views.search.documents import documents
from tests.cases import IDAG, SAMPLE
from tests.made import html_of

PDF = "granvik-handlingsprogram-2020.pdf"
FINGERPRINT = hashlib.sha256((SAMPLE / "kilder" / PDF).read_bytes()).hexdigest()


def text(part: html.HtmlElement) -> str:
    """Return what a reader sees of a part of a page."""
    return " ".join(part.text_content().split())


def page(register: Register, entity: object) -> html.HtmlElement:
    """Return the body of the page about an entity."""
    return html.fromstring(html_of(Renderer(register, IDAG), entity))


def test_a_plan_leads_to_its_decision_and_to_each_copy_of_its_document(register: Register) -> None:
    shown = page(register, register.planer["granvik-2020-2024"])
    facts = {text(term): term.getnext() for term in shown.xpath("//dl[@class='fakta']/dt")}
    assert text(facts["Vedtak"]) == "Kommunestyret 10. februar 2020, sak PS 7/20Protokollen · Saken"
    source = facts["Kilde"]
    assert "side 3–9, hentet 1. november 2026" in text(source)
    assert "Sett på nett 1. november 2026." in text(source)
    links = {text(link): link.get("href") for link in source.xpath(".//a")}
    assert links["Kopi i et nettarkiv"] == "https://arkiv.example/2026/granvik-handlingsprogram.pdf"
    assert links["Last ned dokumentet (PDF, 1 kB)"] == f"../../kilder/{PDF}"
    assert "ikke på nett" not in text(source)


def test_each_fingerprint_is_called_what_it_is_and_found_by_no_search(register: Register) -> None:
    for entity in (*register.planer.values(), *register.rapporter.values()):
        shown = page(register, entity)
        for code in shown.xpath("//code[string-length() = 64]"):
            assert text(code.xpath("ancestor::details/summary")[0]) == "Tekniske opplysninger"
            assert not [one for one in documents(register) if text(code) in f"{one.tekst} {one.ekstra}"]
    plan = page(register, register.planer["granvik-2020-2024"])
    said = [text(one) for one in plan.xpath("//details[summary='Tekniske opplysninger']/p")]
    assert said == [
        f"Fingeravtrykk (SHA-256) av filen du kan laste ned: {FINGERPRINT}",
        f"Fingeravtrykk (SHA-256) av teksten som dataene er skrevet etter: {'1' * 64}",
    ]


def test_what_is_not_found_is_said(register: Register) -> None:
    plan = text(page(register, register.planer["fjellby-2023-2026"]))
    assert "Formannskapet 1. desember 2022. Vi har ikke funnet saksnummeret." in plan
    assert "Dokumentet ligger ikke på nett. Be kommunen om innsyn." in plan
    rapporter = register.rapporter.values()
    without = [one for one in rapporter if not (one.data.kilde.url or one.data.kilde.fil)]
    assert without
    for rapport in without:
        shown = text(page(register, rapport))
        whom = "Be kommunen om innsyn" if rapport.utgiver.er_kommune else f"Spør {rapport.utgiver.navn}"
        assert f"Dokumentet ligger ikke på nett. {whom}." in shown


def test_a_cell_says_where_it_stands_and_so_does_the_citation(register: Register) -> None:
    first = page(register, register.tiltak["granvik-2020-2024/1.1.1"])
    cells = {
        text(term): term.getnext().xpath("span[@class='sted']/text()")
        for term in first.xpath("//dl[@class='celler']/dt")
    }
    assert cells == {"Mål": ["(s. 4, tabell 2)"], "Frist": [], "Ansvar": [], "Delmål": ["(s. 5)"]}
    place = "Handling 1.1.1. i Handlingsprogram for næringslivet i Granvik 2020-2024, s. 4"
    assert place + ", vedtatt av kommunestyret i Granvik 10. februar 2020, sak PS 7/20." in text(
        first.get_element_by_id("sitering")
    )
    signature = text(first.xpath("//p[@class='signatur']")[0])
    assert (
        signature
        == f"{place}. Vedtatt av kommunestyret i Granvik 10. februar 2020, sak PS 7/20. Protokollen · Saken · Dokumentet"
    )
    second = text(page(register, register.tiltak["granvik-2020-2024/1.1.2"]).get_element_by_id("sitering"))
    assert "2020-2024, s. 5, vedtatt" in second


def test_the_size_of_a_file_is_told_as_norwegians_write_it() -> None:
    sizes = [re.sub(r"\s", " ", størrelse(size)) for size in (1, 83_001, 999_999, 1_240_000, 20_000_000)]
    assert sizes == ["1 kB", "84 kB", "1000 kB", "1,2 MB", "20,0 MB"]
