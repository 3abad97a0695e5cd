"""A PDF, in which a table is nothing but lines and letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.innlesing.readers.lines import Unreadable
from macros.innlesing.readers.source import read_source
from tests.conftest import ROOT
from tests.innlesing.read_in import headings, plan_of, read, tiltak, verbatim


def test_a_pdf_with_a_table_over_two_pages() -> None:
    result = read(ROOT / "tests/innlesing/plan.pdf")
    assert verbatim(plan_of(result)) == [
        (
            f"{area}.{i}", f"{area}.{i}.", f"Kommunen skal gjøre «tiltak {i}» i område {area}, og det skal merkes godt.",
            f"Bedre {area}", "" if i == 2 else "2026", "Teknisk etat, Statens vegvesen", None,
        )
        for area in (1, 2) for i in range(1, 13)
    ]  # fmt: skip
    assert [part[3] for part in headings(plan_of(result))] == ["Samferdsel", "Stedsutvikling"]
    assert "En PDF har ingen celler" in result.report
    assert result.ok, result.report


def _pdf(path: Path, lines: list[str]) -> Path:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    page = Canvas(str(path), invariant=1)
    page.setFont("Vera", 10)
    for i, line in enumerate(lines):
        page.drawString(60, 780 - 24 * i, line)
    page.save()
    return path


def test_the_sign_of_a_point_may_stand_on_a_line_of_its_own(tmp_path: Path) -> None:
    source = read_source(_pdf(tmp_path / "plan.pdf", ["Tiltak", "•", "Bygge vei", "•", "Lage skilt"]))
    assert [line.cells[0] for line in source.lines] == ["Tiltak", "• Bygge vei", "• Lage skilt"]


def test_a_text_whose_spaces_are_lost_is_refused(tmp_path: Path) -> None:
    lost = [
        "Kommunenskalbyggenyveitilskolenførsommeren",
        "Næringssjefenskallageskiltisentrummedbedriftene",
    ] * 2
    with pytest.raises(Unreadable, match="side 1 har ord uten mellomrom mellom"):
        read_source(_pdf(tmp_path / "plan.pdf", lost))


@pytest.mark.parametrize("again", [(), (("Tiltak", "Frist"),)], ids=["uten", "med overskriftene igjen"])
def test_a_row_that_a_page_break_splits_is_one_row(
    again: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    page = Canvas(str(tmp_path / "plan.pdf"), invariant=1)
    pages = (
        (("Tiltak", "Frist"), ("Bygge ny vei", "2026"), ("Lage nye skilt", "2027")),
        (*again, ("og benker i sentrum", "")),
    )
    for rows in pages:
        bottom = 760 - 20 * len(rows)
        page.grid([60, 300, 500], [bottom + 20 * i for i in range(len(rows) + 1)])
        for i, row in enumerate(rows):
            for x, text in zip((65, 305), row, strict=True):
                page.drawString(x, 746 - 20 * i, text)
        page.showPage()
    page.save()
    source = read_source(tmp_path / "plan.pdf")
    assert [line.cells for line in source.lines] == [
        ("Tiltak", "Frist"), ("Bygge ny vei", "2026"), ("Lage nye skilt og benker i sentrum", "2027"), *again,
    ]  # fmt: skip
    assert "fortsetter raden på siden før: «og benker i sentrum»" in "\n".join(source.notes)


def _spaced(path: Path, gap: float) -> Path:
    """Write a plan without a single space: each word stands at a place of its own, so many sizes of a letter from the one before."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    page = Canvas(str(path), invariant=1)
    page.setFont("Vera", 9)
    for i, line in enumerate(("Tiltak", "1.1 Bygge ny vei til skolen", "1.2 Lage skilt i sentrum")):
        x = 60.0
        for word in line.split():
            page.drawString(x, 780 - 20 * i, word)
            x += pdfmetrics.stringWidth(word, "Vera", 9) + gap * 9
    page.save()
    return path


def test_a_text_without_the_sign_of_a_space_has_its_words(tmp_path: Path) -> None:
    path = _spaced(tmp_path / "plan.pdf", 0.2)
    assert [one["ordlyd"] for one in tiltak(plan_of(read(path)))] == [
        "Bygge ny vei til skolen",
        "Lage skilt i sentrum",
    ]


def test_words_that_two_programs_divide_otherwise_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="deler teksten i PDF-en i ulike ord"):
        read(_spaced(tmp_path / "plan.pdf", 0.15))
