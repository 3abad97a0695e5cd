"""The top of a measure's page: what is known, when and from whom, in words, in numbers and on a line of time."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from macros.pages.placeholders import dated, place_of_day
from macros.pages.readings import says_more
from macros.pages.render import Renderer
from macros.register.entities import Register
from macros.views import measure_line
from tests.cases import IDAG
from tests.made import html_of


def text(part: html.HtmlElement) -> str:
    """Return what a reader sees of a part of a page."""
    return " ".join(part.text_content().split())


def top(register: Register, id_: str) -> html.HtmlElement:
    """Return the answer on the page of a tiltak."""
    page = html.fromstring(html_of(Renderer(register, IDAG), register.tiltak[id_]))
    [answer] = page.xpath("//div[@class='svar']")
    assert answer.getparent().xpath("./h1/following-sibling::*")[0] is answer, (
        "it stands right below the heading"
    )
    return answer


def test_the_answer_says_what_when_and_from_whom(register: Register) -> None:
    answer = text(top(register, "granvik-2020-2024/1.1.3"))
    assert answer == "Pågår i 2022. Søknad om rundkjøring ved brua. Kilde: Granvik kommune"


def test_no_source_is_said_to_be_none(register: Register) -> None:
    assert "Vi har ikke funnet noen kilde som sier hva som har skjedd." in text(
        top(register, "fjellby-2023-2026/1.1")
    )


def test_sources_that_disagree_are_not_chosen_between(register: Register) -> None:
    for one in register.tiltak.values():
        if one.meldt.status == "uenig":
            assert text(top(register, one.id)).startswith("Kildene er uenige")


def test_the_line_has_period_milestones_deadlines_reports_and_the_day(register: Register) -> None:
    page = html.fromstring(html_of(Renderer(register, IDAG), register.tiltak["granvik-2020-2024/1.1.3"]))
    [line] = page.xpath("//figure[@class='linje']")
    assert [text(one) for one in line.xpath("./svg//text[not(ancestor::*[@aria-hidden])]")] == [
        "Planen gjelder 2020–2024",
        "Ikke startet 2021: Møte om krysset",
        "Milepæl 2021: Skisse 2021",
        "Pågår 2022: Søknad om rundkjøring ved brua",
        "Delfrist 2022: nytt kryss ferdig i 2022",
        "I dag",
    ]
    assert [text(one) for one in line.xpath(".//*[@aria-hidden='true']//text")] == [
        "2020",
        "2022",
        "2024",
        "2026",
    ]
    assert not page.xpath("//@style")


def test_only_the_day_moves_on_the_line() -> None:
    slot = place_of_day(2020, 2029).encode()
    assert dated(slot, date(2020, 1, 1)) == b"0.0"
    assert dated(slot, date(2025, 1, 1)) == b"50.0"


def test_many_marks_of_a_year_share_a_row(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    tiltak = register.tiltak["granvik-2020-2024/1.1.3"]
    monkeypatch.setattr(measure_line, "FLEST", 2)
    monkeypatch.setattr(tiltak, "punkter", tiltak.punkter * 3)
    line = measure_line.line_of(tiltak, IDAG.year)
    assert line is not None
    assert [mark.navn for mark in line.merker if mark.slag == "rapport"] == [
        "Ikke startet, 3 i alt",
        "Pågår, 3 i alt",
    ]


def test_a_reading_stands_only_where_it_says_more_than_the_cell(register: Register) -> None:
    def said(id_: str) -> dict[str, bool]:
        tiltak = register.tiltak[id_]
        return {column.navn: says_more(tiltak, column.navn, cell) for column, cell in tiltak.celler}

    kryss = said("granvik-2020-2024/1.1.3")
    assert kryss["frist"], "a part of a standing task"
    assert not kryss["milepæler"], "«Skisse 2021» is by 2021"
    assert not kryss["ansvar"], "both names are printed in full"
    assert said("granvik-2020-2024/2.1.1")["ansvar"], "who stands after «v/»"
