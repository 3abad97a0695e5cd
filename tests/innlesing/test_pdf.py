"""A PDF, in which a table is nothing but lines and letters."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.innlesing.read_in import headings, plan_of, read, verbatim


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
