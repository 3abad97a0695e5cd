"""What is suggested, and above all what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.tools.nearness import distance, nearest

NEAR = [
    ("tesby", "testby"),
    ("titel", "tittel"),
    ("bokmaal", "bokmål"),
    ("Kommunenn", "kommunen"),
    ("Statens vegvesenet", "Statens vegvesen"),
    ("Statens vegvesn", "Statens vegvesen"),
    ("Teknik etat", "Teknisk etat"),
    ("granvik komune", "Granvik kommune"),
    ("naeringsrad", "Næringsråd"),
    ("Næringsrådet", "Modum Næringsråd"),
    ("Lier", "Lier kommune"),
    ("testby-2020-2024", "testby-2020-2023"),
    ("melding-2023", "melding-2022"),
    ("pågår-ennå", "pågår"),
    ("TKI", "Teknisk, kultur og idrett"),
    ("P&U", "Plan og utvikling"),
    ("Teknisk kultur og idret", "Teknisk, kultur og idrett"),
    ("Tekinsk etat", "Teknisk etat"),
]
FAR = [
    ("Hol kommune", "trondheim-kommune"),
    ("Hol kommune", "Ål kommune"),
    ("idrett", "midtnett"),
    ("Vestby kommune", "Vestre kommune"),
    ("Bø kommune", "Bodø kommune"),
    ("Modum idrettsråd", "Modum næringsråd"),
    ("kultur", "Teknisk, kultur og idrett"),
    ("Bergen kommune", "Oslo kommune"),
    ("kommune", "Lier kommune"),
    ("etat", "Teknisk etat"),
    ("2023", "2024"),
    ("nr", "ny"),
    ("frist", "ansvar"),
    ("Telemark", "Finnmark"),
    ("Innovasjon Norge", "Siva Norge"),
]


@pytest.mark.parametrize(("word", "known"), NEAR)
def test_what_is_near(word: str, known: str) -> None:
    assert nearest(word, [known]) == known


@pytest.mark.parametrize(("word", "known"), FAR)
def test_what_is_not_near(word: str, known: str) -> None:
    assert nearest(word, [known]) is None


def test_the_nearest_is_chosen() -> None:
    assert nearest("Lier komune", ["Lierne kommune", "Lier kommune", "Lillehammer kommune"]) == "Lier kommune"
    assert nearest("plan-2021.pdf", ["plan-2020.pdf", "plan-2021.docx"]) == "plan-2020.pdf"


@given(st.text(max_size=20), st.text(max_size=20))
def test_it_is_the_same_both_ways_and_nothing_is_nearer_than_itself(one: str, other: str) -> None:
    assert (distance(one, other) is None) == (distance(other, one) is None)
    assert distance(one, one) == 0
