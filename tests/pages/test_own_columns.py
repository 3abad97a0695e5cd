"""A column that only one plan has is shown under its printed heading, and is proven and told of like the others."""

from __future__ import annotations

from pathlib import Path

from macros.checking.fasit import cells
from macros.pages.whole_text import Heltekst
from macros.register.addresses import address
from macros.register.entities import Register
from macros.statuses import sheet_out
from tests.built import page, text

PLAN = "fjellby-2019-2022"
HEADING, CELL = "Konsekvens for bygda", "Flere på tur."


def test_it_stands_on_the_page_of_the_measure_and_in_the_whole_text(site: Path, register: Register) -> None:
    plan = register.planer[PLAN]
    for where in (address(plan.tiltak[0]), Heltekst(plan).sti):
        main = page(site, where).xpath("//main")[0]
        assert text(main.xpath(f".//dt[.='{HEADING}']/following-sibling::dd")[0]) == CELL


def test_a_cost_is_shown_with_its_sum(site: Path, register: Register) -> None:
    first, second = register.planer[PLAN].tiltak
    assert "1,2 mill. kr Vi leser: 1 200 000 kroner." in text(page(site, address(first))).replace(
        "\u00a0", " "
    )
    assert "Vi leser: 700 000 kroner." in text(page(site, address(second))).replace("\u00a0", " ")


def test_it_is_proven_and_stands_in_the_spreadsheet(register: Register) -> None:
    plan = register.planer[PLAN]
    assert [cell.text for cell in cells(plan.data) if cell.field == "konsekvens"] == [CELL, ""]
    assert sheet_out.columns(plan)["konsekvens"].heading == HEADING
    assert sheet_out.from_plan(plan.tiltak[0])["konsekvens"] == CELL
