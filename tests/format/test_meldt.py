"""A status with how much it is of: what it is called and counted as."""

from __future__ import annotations

import pytest

from macros.format.meldt import IKKE_RAPPORTERT, TELLEORD, Meldt
from macros.format.vocabulary import STATUSORD


@pytest.mark.parametrize("status", [status for status in STATUSORD if status != "ikke-rapportert"])
def test_a_part_is_never_the_whole(status: str) -> None:
    whole, part = Meldt(status), Meldt(status, True)
    assert (part.navn, part.telles) == (f"{whole.navn}, en del", "en-del")
    assert (whole.telles, part.ferdig) == (status, False)


def test_what_is_counted_is_every_status_and_a_part() -> None:
    assert set(TELLEORD) == {*STATUSORD, "en-del"}
    assert IKKE_RAPPORTERT.telles == "ikke-rapportert"
