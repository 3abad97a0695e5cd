"""The sentence that a page of a kommune or a plan begins with."""

from __future__ import annotations

import pytest

from macros.register.entities import Register
from macros.views.wording import leads


@pytest.mark.parametrize(
    ("kommune", "said"),
    [
        ("granvik", "Granvik vedtok 2 tiltak i 2024 og 13 tiltak i 2020. Vi vet noe om 9 av dem."),
        (
            "fjellby",
            "Fjellby vedtok 2 tiltak i 2024 og 18 tiltak i 2022. Vi vet ikke noe om hvordan det går med dem.",
        ),
        (
            "havnes",
            "Vi har ikke fått inn noen vedtatt plan for Havnes. "
            "4 steg står i et dokument som vi ikke vet om er vedtatt.",
        ),
        (
            "sundnes",
            "Vi har ikke fått inn noen vedtatt plan for Sundnes. 2 tiltak står i en plan som vi ikke kjenner noe vedtak om "
            "her. 12 tiltaksområder står i et utkast som ikke er vedtatt.",
        ),
    ],
)
def test_a_kommune_begins_with_what_it_promised(register: Register, kommune: str, said: str) -> None:
    assert leads.of_kommune(register.kommuner[kommune]) == said


def test_one_measure_and_all_of_them_have_words_of_their_own(register: Register) -> None:
    reported = [one for one in register.tiltak.values() if one.statuspunkt]
    assert leads.known(reported) == "Vi vet noe om alle."
    assert leads.known(reported[:1]) == "Vi vet noe om det."
    assert leads.known([]) == ""
