"""The page on which the document stands beside what became of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.innlesing.corpus.files import struck_docx, struck_xlsx
from tests.innlesing.read_in import read, run, write

DOCUMENT = (
    "Forord <script>alert(1)</script>\n"
    "Tiltak\tFrist\tAnsvar\tStatus\n"
    "1.1 Ny <b>vei</b>\tHøst eller vår\tTeknik etat\tI gang\n"
    "1.2 Ny bru\t2026\tTeknisk etat\t\n"
)


def rows(page: str) -> list[str]:
    """Return the rows of the page's table, without its head."""
    return re.findall(r'<tr id="rad-\d+".*?</tr>', page, re.DOTALL)


def test_each_line_of_the_document_stands_beside_what_became_of_it(tmp_path: Path) -> None:
    page = read(write(tmp_path, DOCUMENT), "granvik-2031").page
    # A short line alone over a table is taken for an area.
    preface, columns, first, second = rows(page)
    assert "Innsatsområde 1" in preface and "Kolonne" in columns and "«Status» = utelatt" in columns
    assert "<dt>Tiltak 1.1</dt><dd>Ny &lt;b&gt;vei&lt;/b&gt;</dd>" in first
    assert "Se på dette" in first and "forstår ikke fristen" in first and "«I gang»" in first
    assert "Se på dette" not in second and "<dd>Teknisk etat</dd>" in second


def test_the_questions_come_first_and_lead_to_their_rows(tmp_path: Path) -> None:
    page = read(write(tmp_path, DOCUMENT), "granvik-2031").page
    asked = page[page.index('id="sporsmal"') : page.index('id="rader"')]
    assert page.index('id="sporsmal"') < page.index('id="rader"')
    assert "kjenner ikke «Teknik etat»" in asked and 'href="#rad-3"' in asked


def test_unknown_aktører_are_asked_about_once_and_in_their_rows(tmp_path: Path) -> None:
    page = read(write(tmp_path, DOCUMENT.replace("Teknik etat", "Romvesenet")), "granvik-2031").page
    asked = page[page.index('id="aktorer"') : page.index('id="rader"')]
    assert "navn: Romvesenet" in asked and "ansvar: kjenner ikke «Romvesenet»." in rows(page)[2]


def test_the_page_needs_nothing_but_itself_and_runs_nothing(tmp_path: Path) -> None:
    page = read(write(tmp_path, DOCUMENT), "granvik-2031").page
    assert "<script" not in page and "<b>" not in page
    assert not re.search(r"\s(?:on\w+|src|style)=|https?:|@import|url\(", page)


def test_the_page_is_written_beside_the_plan_file(data: Path, tmp_path: Path) -> None:
    file = write(tmp_path, DOCUMENT, "testby-2031.txt")
    result = run("importer", file, "--mappe", data, "--vis", tmp_path / "side.html")
    assert result.exit_code == 0 and "side.html" in result.output
    assert (tmp_path / "side.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    over = run("importer", file, "--mappe", data, "--overskriv", "--vis", file)
    assert over.exit_code == 2 and "kan ikke skrives over" in over.output


def test_what_the_reader_tells_of_stands_in_its_row_and_leads_to_it(tmp_path: Path) -> None:
    struck_docx(tmp_path / "testby-plan.docx")
    struck_xlsx(tmp_path / "testby-plan.xlsx")
    page = read(tmp_path / "testby-plan.docx").page
    assert "Se på dette" in rows(page)[1] and "er strøket over" in rows(page)[1]
    assert 'href="#rad-2"' in page[: page.index('id="rader"')] and 'href="#rad-8"' in page
    assert "er strøket over" in rows(read(tmp_path / "testby-plan.xlsx").page)[1]


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_on_the_page_and_it_fits(
    browser: Browser, width: int, scheme: Literal["light", "dark"], tmp_path: Path
) -> None:
    (tmp_path / "side.html").write_text(read(write(tmp_path, DOCUMENT), "granvik-2031").page, "utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto((tmp_path / "side.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#rad-")
    context.close()
