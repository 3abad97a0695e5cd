"""Who is responsible, as plans print it: roles, names that somebody knows, and words that nobody does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.format.ansvar import Bit, Linker, Names, split_at, stands_in
from macros.format.model import Ansvar

LINKER = Linker(
    Names(
        {
            "Modum kommune": "modum-kommune",
            "kommunen": "modum-kommune",
            "Flere etater i kommunen": "flere",
            "MNR": "mnr",
            "Modum Næringsråd": "mnr",
            "innkjøpsansvarlig": "innkjop",
            "næringsrådgiver": "naring",
            "bedrifter": "bedrifter",
            "Rosthaug VGS": "rosthaug",
            "VGS": "vgs",
            "rådmannen": "radmann",
            "teknisk sjef": "sjef",
        }
    )
)


@pytest.mark.parametrize(
    ("cell", "roles"),
    [
        ("Modum kommune, MNR", {"modum-kommune": "ansvarlig", "mnr": "ansvarlig"}),
        ("MODUM KOMMUNE", {"modum-kommune": "ansvarlig"}),
        ("Flere etater i kommunen", {"flere": "ansvarlig"}),
        ("Rosthaug VGS og VGS", {"rosthaug": "ansvarlig", "vgs": "ansvarlig"}),
        ("MNR i samarbeid med bedrifter", {"mnr": "ansvarlig", "bedrifter": "samarbeidspart"}),
        ("Rådmannen i samarb. med teknisk sjef.", {"radmann": "ansvarlig", "sjef": "samarbeidspart"}),
        (
            "kommunen v/innkjøpsansvarlig, MNR",
            {"modum-kommune": "ansvarlig", "innkjop": "ved", "mnr": "ansvarlig"},
        ),
        (
            "Samarb. Mellom Modum Næringsråd og kommunen m.fl.",
            {"mnr": "ansvarlig", "modum-kommune": "ansvarlig"},
        ),
    ],
)
def test_roles_come_from_the_wording(cell: str, roles: dict[str, str]) -> None:
    linked = LINKER.link(Ansvar(tekst=cell))
    assert (linked.roller, linked.ukjent) == (roles, ())


COMMAS = Linker(
    Names(
        {
            "Teknisk, kultur og idrett": "tki",
            "Teknisk": "teknisk",
            "TEK": "teknisk",
            "Plan og utvikling": "plan",
            "P&U": "plan",
            "Prosjektgruppe (P&U, TEK)": "gruppe",
            "Kulturskolen": "skole",
        }
    )
)


@pytest.mark.parametrize(
    ("cell", "roles", "unknown"),
    [
        ("Teknisk, kultur og idrett", {"tki": "ansvarlig"}, ()),
        (
            "Plan og utvikling, Teknisk, kultur og idrett og Kulturskolen",
            {"plan": "ansvarlig", "tki": "ansvarlig", "skole": "ansvarlig"},
            (),
        ),
        ("Prosjektgruppe (P&U, TEK)", {"gruppe": "ansvarlig"}, ()),
        ("Kulturskolen (P&U, TEK)", {"skole": "ansvarlig", "plan": "ansvarlig", "teknisk": "ansvarlig"}, ()),
        ("Arbeidsgruppe (P&U)", {"plan": "ansvarlig"}, ("Arbeidsgruppe",)),
        ("TEK & P&U", {"teknisk": "ansvarlig", "plan": "ansvarlig"}, ()),
        ("TEK samt Kulturskolen m. fl.", {"teknisk": "ansvarlig", "skole": "ansvarlig"}, ()),
        ("TEK saman med Kulturskolen", {"teknisk": "ansvarlig", "skole": "samarbeidspart"}, ()),
        ("Tekniske fag", {}, ("Tekniske fag",)),
    ],
)
def test_a_name_may_hold_commas_and_brackets(
    cell: str, roles: dict[str, str], unknown: tuple[str, ...]
) -> None:
    linked = COMMAS.link(Ansvar(tekst=cell))
    assert (linked.roller, linked.ukjent) == (roles, unknown)
    assert "".join(bit.tekst for bit in linked.bits) == cell


@pytest.mark.parametrize(
    ("cell", "unknown"),
    [
        ("Undervisningsetate,MNR", ("Undervisningsetate",)),
        ("Landbrukskontoret og MNR", ("Landbrukskontoret",)),
        ("Teknisk, kultur og idrett", ("Teknisk", "kultur", "idrett")),
        ("MNRs styre", ("MNRs styre",)),
        ("næringsrådgiver sørger for oppnevning", ("sørger for oppnevning",)),
    ],
)
def test_what_nobody_knows_is_handed_back(cell: str, unknown: tuple[str, ...]) -> None:
    assert LINKER.link(Ansvar(tekst=cell)).ukjent == unknown


def test_the_explicit_form_says_what_words_mean() -> None:
    cell = Ansvar(
        tekst="Serevicetorget v/innkjøpsansvarlig, næringsrådgiver sørger for det",
        aktører={"Serevicetorget": "torget"},
        ikke_aktør=("sørger for det",),
        roller={"næringsrådgiver": "ved"},
    )
    linked = LINKER.link(cell)
    assert linked.ukjent == ()
    assert linked.roller == {"torget": "ansvarlig", "innkjop": "ved", "naring": "ved"}


@given(st.text())
def test_the_bits_are_the_cell(text: str) -> None:
    linked = LINKER.link(Ansvar(tekst=text))
    assert "".join(bit.tekst for bit in linked.bits) == text


def test_a_wording_is_cut_at_its_mentions_and_stays_whole() -> None:
    bits = split_at("I Lier og i Modum", {"Modum": "m", "Lier": "l"})
    assert bits == (Bit("I "), Bit("Lier", "l"), Bit(" og i "), Bit("Modum", "m"))


def test_a_hard_space_stands_as_printed_and_names_are_known_all_the_same() -> None:
    printed = "Statens\u00a0vegvesen og\u00a0Ny etat"
    linker = Linker(Names({"Statens vegvesen": "statens-vegvesen"}))
    linked = linker.link(Ansvar(tekst=printed, aktører={"Ny etat": "ny-etat"}))
    assert [bit.aktør for bit in linked.bits if bit.aktør] == ["statens-vegvesen", "ny-etat"]
    assert "".join(bit.tekst for bit in linked.bits) == printed and not linked.ukjent
    assert stands_in("Statens vegvesen", printed)
    assert (
        "".join(bit.tekst for bit in split_at(printed, {"Statens vegvesen": "statens-vegvesen"})) == printed
    )
