"""The auditor's report: what is past without a source, by who is responsible, as a page that prints and as a workbook."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import BrowserContext

from macros.exports.published import Published
from macros.exports.review import NOBODY, write_review
from macros.register.entities import Register
from macros.views.overdue import Revisjon, overdue, reviews
from tests.built import page, text
from tests.cases import IDAG


def test_a_day_counts_from_the_day_after_and_not_when_a_source_says_something(register: Register) -> None:
    ends = {one: overdue(one.hva, date(2100, 1, 1)).uten_kilde for one in reviews(register)}
    for revisjon, days in ends.items():
        if days:
            last = days[-1].dag
            assert last not in {day.dag for day in overdue(revisjon.hva, last).uten_kilde}
            assert last in {day.dag for day in overdue(revisjon.hva, last + timedelta(days=1)).uten_kilde}
    assert any(ends.values())
    for revisjon in reviews(register):
        for day in overdue(revisjon.hva, IDAG).uten_kilde:
            assert day.dag < IDAG
            assert day.tiltak
            assert day.tiltak.meldt.status == "ikke-rapportert"


def test_everything_stands_under_someone_or_nobody(register: Register) -> None:
    for revisjon in reviews(register):
        found = overdue(revisjon.hva, date(2100, 1, 1))
        under = {id(day) for one in found.hos for day in one.dager}
        assert under == {id(day) for day in found.uten_kilde}
        for one in found.hos:
            for day in one.dager:
                assert day.tiltak
                responsible = [aktør for aktør, rolle in day.tiltak.roller if rolle == "ansvarlig"]
                assert one.aktør in responsible if one.aktør else not responsible


def test_a_kommune_is_asked_only_of_what_counts(register: Register) -> None:
    for kommune in register.kommuner.values():
        for day in overdue(kommune, date(2100, 1, 1)).passert:
            assert day.tiltak
            assert day.tiltak.telles


def test_the_workbook_has_the_same_rows(register: Register) -> None:
    published = Published(register, date(2100, 1, 1))
    for revisjon in reviews(register):
        found = overdue(revisjon.hva, published.idag)
        book = openpyxl.load_workbook(io.BytesIO(write_review(published, revisjon.hva)))
        each = [
            (row[0].date(), row[3])
            for row in book["etter frist"].iter_rows(min_row=2, values_only=True)
            if row[0]
        ]
        assert each == [(day.dag, day.tiltak.nr) for day in found.uten_kilde if day.tiltak]
        by = [row[0] for row in book["etter ansvarlig"].iter_rows(min_row=2, values_only=True) if row[0]]
        assert by == [one.aktør.navn if one.aktør else NOBODY for one in found.hos for _ in one.dager]


def test_the_page_says_what_there_is_and_has_a_heading_for_each(site: Path, register: Register) -> None:
    for revisjon in reviews(register):
        tree, found = page(site, revisjon.sti), overdue(revisjon.hva, IDAG)
        said = text(tree)
        assert f"{len(found.uten_kilde)}, i {len(found.tiltak)} tiltak" in said
        names = [text(one) for one in tree.xpath("//article//h3/a")]
        assert names == [one.aktør.navn for one in found.hos if one.aktør]
        assert [one.tag for one in tree.xpath("//article//*[self::h1 or self::h2 or self::h3]")][:1] == ["h1"]
        assert (
            bool(tree.xpath(f'//a[@href="{revisjon.ark.rpartition("/")[2]}"]'))
            or not found.uten_kilde
            or tree.xpath("//a[@download]")
        )
        assert len(tree.xpath('//table[contains(@class, "fristtabell")]//tbody/tr')) == sum(
            len(one.dager) for one in found.hos
        )


def test_the_sample_has_a_report_with_rows_and_one_without(register: Register) -> None:
    counts = [len(overdue(one.hva, IDAG).uten_kilde) for one in reviews(register)]
    assert min(counts) == 0 < max(counts)


@pytest.mark.slow
def test_it_prints_on_a4_with_tagged_headings(
    site: Path, register: Register, context: BrowserContext
) -> None:
    import pypdfium2

    [revisjon, *_] = [one for one in reviews(register) if len(overdue(one.hva, IDAG).uten_kilde) > 1]
    sheet = context.new_page()
    sheet.goto((site / revisjon.sti / "index.html").as_uri())
    raw = sheet.pdf(format="A4", tagged=True)
    printed = pypdfium2.PdfDocument(raw)
    assert [round(side) for side in printed[0].get_size()] == [596, 843]
    assert all(f"/S /{tag}\n".encode() in raw for tag in ("H1", "H2", "H3", "Table", "TH"))
    told = "".join(one.get_textpage().get_text_range() for one in printed)
    assert revisjon.hva.navn in told
    assert "Søk" not in told.splitlines()[0]


def test_a_report_has_an_address_below_what_it_is_about(register: Register) -> None:
    assert Revisjon(register.planer["fjellby-2023-2026"]).sti == "planer/fjellby-2023-2026/revisjon/"
