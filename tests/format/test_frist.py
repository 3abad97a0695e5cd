"""What a printed deadline means: its kind, and the day by which."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.format import frist
from macros.format.frist import Delfrist, Forstått


@pytest.mark.parametrize(
    ("cell", "slag", "innen"),
    [
        ("Løpende", "løpende", None),
        ("Løpende oppgave", "løpende", None),
        ("løpende oppgave.", "løpende", None),
        ("Årlig", "årlig", None),
        ("2016", "år", date(2016, 12, 31)),
        ("innen 2016", "år", date(2016, 12, 31)),
        ("Innen utgangen av 2024", "år", date(2024, 12, 31)),
        ("I løpet av 2024", "år", date(2024, 12, 31)),
        ("30.6.2024", "dato", date(2024, 6, 30)),
        ("30. juni 2024", "dato", date(2024, 6, 30)),
        ("Innen juni 2024", "måned", date(2024, 6, 30)),
        ("februar 2024", "måned", date(2024, 2, 29)),
        ("2. kvartal 2024", "kvartal", date(2024, 6, 30)),
        ("1. halvår 2024", "halvår", date(2024, 6, 30)),
        ("2016-2017", "periode", date(2017, 12, 31)),
        ("2016–2017", "periode", date(2017, 12, 31)),
        ("2024/2025", "periode", date(2025, 12, 31)),
        ("Fra 2024 til 2026", "periode", date(2026, 12, 31)),
        ("2024/25", "periode", date(2025, 12, 31)),
        ("2011/12", "periode", date(2012, 12, 31)),
        ("Senest 2024", "år", date(2024, 12, 31)),
        ("innan utgangen av 2024", "år", date(2024, 12, 31)),
        ("senest 1. juni 2024", "dato", date(2024, 6, 1)),
        ("31.12.25", "dato", date(2025, 12, 31)),
        ("1/6-2024", "dato", date(2024, 6, 1)),
        ("2024-06-30", "dato", date(2024, 6, 30)),
        ("innen utgangen av juni 2024", "måned", date(2024, 6, 30)),
        ("Q3 2024", "kvartal", date(2024, 9, 30)),
        ("4. kv. 2024", "kvartal", date(2024, 12, 31)),
        ("2. tertial 2024", "tertial", date(2024, 8, 31)),
        ("T1 2024", "tertial", date(2024, 4, 30)),
        ("høst 2024", "sesong", date(2024, 12, 31)),
        ("Hausten 2024", "sesong", date(2024, 12, 31)),
        ("våren 2016", "sesong", date(2016, 12, 31)),
        ("Fortløpende", "løpende", None),
        ("Fortløpende drift", "løpende", None),
        ("Kontinuerlig", "løpende", None),
        ("kontinuerleg", "løpende", None),
        ("Løpande oppgåve", "løpende", None),
        ("Kvart år", "årlig", None),
        ("Årleg", "årlig", None),
        ("I planperioden", "planperioden", None),
        ("Hele planperioden", "planperioden", None),
        ("Oppstart 2024", "start", None),
        ("Igangsatt 2023", "start", None),
        ("Igangsettes høsten 2024", "start", None),
        ("Fra 2024", "start", None),
        ("Løpende fra 2023", "start", None),
        ("2. kvartal", "uten år", None),
        ("våren", "uten år", None),
        ("juni", "uten år", None),
        ("7. juni", "uten år", None),
    ],
)
def test_known_forms(cell: str, slag: str, innen: date | None) -> None:
    assert frist.parse(cell) == Forstått(slag, innen)


@pytest.mark.parametrize(
    ("cell", "part", "year"),
    [
        ("Løpende oppgave, ny vei ferdig i 2022", "ny vei ferdig i 2022", 2022),
        (
            "Løpende oppgave, nytt kryss ferdigstilles innen 2018",
            "nytt kryss ferdigstilles innen 2018",
            2018,
        ),
    ],
)
def test_a_standing_task_with_a_part_deadline(cell: str, part: str, year: int) -> None:
    assert frist.parse(cell) == Forstått("løpende", None, (Delfrist(part, date(year, 12, 31)),))


@pytest.mark.parametrize(
    "cell",
    [
        "snart",
        "",
        "31.2.2024",
        "2017-2016",
        "2016 og 2017",
        "ca. 2016",
        "før 2024",
        "2010-12",
        "T4 2024",
        "31.12.98",
        "kontinuerleig",
        "2023-20027",
        "2024/23",
    ],
)
def test_what_is_not_in_the_grammar_is_not_guessed(cell: str) -> None:
    assert frist.parse(cell) is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2023-20027", True),
        ("20233", True),
        ("2017-2016", True),
        ("2024", False),
        ("snart", False),
        ("sak 123456", False),
        ("etter 2024", False),
    ],
)
def test_a_number_that_is_nearly_a_year_is_told_of(cell: str, expected: bool) -> None:
    assert frist.looks_mistyped(cell) is expected


WORDS = [
    "innen",
    "senest",
    "oppstart",
    "høsten",
    "juni",
    "1.",
    "31.12",
    "kvartal",
    "T2",
    "2024",
    "2025",
    "25",
    "/",
    "-",
    "og",
]


@given(
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join) | st.text("0123456789. -/–kvartl", max_size=14)
)
def test_no_year_is_computed_that_is_not_in_the_cell(cell: str) -> None:
    found = frist.parse(cell)
    days = [found.innen, *(part.innen for part in found.delfrister)] if found else []
    for day in filter(None, days):
        assert str(day.year) in cell or f"{day.year % 100:02}" in cell
