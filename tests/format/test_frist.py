"""What a printed deadline means: its kind, and the day by which."""

from __future__ import annotations

from datetime import date

import pytest

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
    "cell", ["snart", "", "31.2.2024", "2017-2016", "våren 2024", "2016 og 2017", "ca. 2016"]
)
def test_what_is_not_in_the_grammar_is_not_guessed(cell: str) -> None:
    assert frist.parse(cell) is None
