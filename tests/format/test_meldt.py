"""A status with how much it is of: what it is called, counted as, and which of two statements stands."""

from __future__ import annotations

import pytest

from macros.format.meldt import IKKE_RAPPORTERT, TELLEORD, Meldt, overtar
from macros.format.vocabulary import STATUSORD


@pytest.mark.parametrize("status", [status for status in STATUSORD if status != "ikke-rapportert"])
def test_a_part_is_never_the_whole(status: str) -> None:
    whole, part = Meldt(status), Meldt(status, True)
    assert (part.navn, part.telles) == (f"{whole.navn}, en del", "en-del")
    assert (whole.telles, part.ferdig) == (status, False)


def test_what_is_counted_is_every_status_and_a_part() -> None:
    assert set(TELLEORD) == {*STATUSORD, "en-del"}
    assert IKKE_RAPPORTERT.telles == "ikke-rapportert"


@pytest.mark.parametrize(
    ("newer", "older", "expected"),
    [
        ((Meldt("gjennomført", True), 2022), (Meldt("gjennomført"), 2022), True),
        ((Meldt("pågår", True), 2022), (Meldt("gjennomført"), 2020), True),
        ((Meldt("gjennomført", True), 2022), (Meldt("ikke-startet"), 2020), False),
        ((Meldt("pågår"), 2022), (Meldt("gjennomført"), 2020), False),
        ((Meldt("pågår", True), 2022), (Meldt("gjennomført", True), 2022), False),
    ],
)
def test_a_newer_part_does_not_undo_the_whole_of_its_year_or_an_end(
    newer: tuple[Meldt, int], older: tuple[Meldt, int], expected: bool
) -> None:
    assert overtar(newer, older) is expected
