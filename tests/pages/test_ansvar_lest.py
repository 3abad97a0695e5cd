"""«Vi leser»: every name, «m.fl.» and «v/» by their own words, and what is no actor."""

from __future__ import annotations

import pytest

from macros.format.ansvar import Linker, Names
from macros.format.model import Ansvar
from macros.pages.ansvar_lest import Lest, lesning

LINKER = Linker(Names({"Næringsrådet": "raad", "kommunen": "kommune", "innkjøper": "innkjoper"}))
M_FL = Lest(None, "m.fl.", "flere som ikke er nevnt")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Næringsrådet, kommunen m.fl.", [Lest("raad", "", "ansvarlig"), Lest("kommune", "", "ansvarlig"), M_FL]),
        ("kommunen v/innkjøper", [Lest("kommune", "", "ansvarlig"), Lest("innkjoper", "", "ved, «v/»")]),
        ("kommunen i samarbeid med Næringsrådet", [Lest("kommune", "", "ansvarlig"), Lest("raad", "", "samarbeidspart")]),
        ("Samarb. mellom kommunen og Næringsrådet", [Lest(None, "Samarb. mellom", "alle står som ansvarlige"), Lest("kommune", "", "ansvarlig"), Lest("raad", "", "ansvarlig")]),
        ("kommunen, kommunen", [Lest("kommune", "", "ansvarlig")]),
    ],
)  # fmt: skip
def test_a_reading_leaves_nothing_out(cell: str, expected: list[Lest]) -> None:
    assert lesning(LINKER.link(Ansvar(tekst=cell))) == expected


def test_words_that_are_no_actor_are_told() -> None:
    cell = LINKER.link(Ansvar(tekst="kommunen, alle som vil", ikke_aktør=("alle som vil",)))
    assert lesning(cell) == [
        Lest("kommune", "", "ansvarlig"),
        Lest(None, "alle som vil", "ikke lest som en aktør"),
    ]


def test_a_role_from_the_editors_is_not_said_to_be_printed() -> None:
    cell = LINKER.link(Ansvar(tekst="kommunen, innkjøper", roller={"innkjøper": "ved"}))
    assert lesning(cell)[1] == Lest("innkjoper", "", "ved")
