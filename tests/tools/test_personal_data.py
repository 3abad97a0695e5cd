"""Personal data by their form: what is found, and what only looks like it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from macros.tools.personal_data import (
    OFFICIAL_BOXES,
    OMISSIONS,
    found,
    is_identity_number,
    may_stand_in,
    without,
)

CONTROL = ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))


def number(day: str, individual: int) -> str | None:
    """Return a made number with both control digits, or None when there is none: an oracle of its own."""
    digits = f"{day}{individual:03d}"
    for weights in CONTROL:
        rest = 11 - sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
        if rest == 10:
            return None
        digits += str(rest % 11)
    return digits


def numbers(shift_day: int = 0, shift_month: int = 0) -> list[str]:
    """Return made numbers for some days, shifted as for D-numbers (40 on the day) or synthetic ones (on the month)."""
    days = [date(1960, 1, 1) + timedelta(days=997 * i) for i in range(20)]
    written = [f"{day.day + shift_day:02d}{day.month + shift_month:02d}{day.year % 100:02d}" for day in days]
    return [one for day in written if (one := number(day, 123))]


@pytest.mark.parametrize(("day", "month"), [(0, 80), (40, 80), (0, 40), (0, 65), (40, 40)])
def test_a_national_identity_number_is_known_by_its_digits(day: int, month: int) -> None:
    made = numbers(day, month)
    assert len(made) > 10
    for one in made:
        assert is_identity_number(one)
        wrong = f"{one[:-1]}{(int(one[-1]) + 1) % 10}"
        assert not is_identity_number(wrong)
        for text in (
            one,
            f"{one[:6]} {one[6:]}",
            f"fnr. {one}.",
            f"{one[:6]}-{one[6:]}",
            f"{one[:2]} {one[2:4]} {one[4:6]} {one[6:9]} {one[9:]}",
        ):
            assert [kind for _, _, kind in found(text)] == ["fødselsnummer"], text
            assert may_stand_in(f"tekst: {text} her")


YES = {
    "e-post": ["kari.n@kommune.example", "kari (at) x.example", "kari[at]x[dot]example", "<k@a.b.example>", "K@X.EXAMPLE", "a@x.example,",
               "kari &#64; x.example", "kari%40x.example", "kari @ x.example"],
    "telefon": [
        "tlf. 20 00 00 00", "Telefon: 20000000", "mob 90 00 00 01", "90000001", "900 00 001", "20 00 00 01", "+47 90000001",
        "004790000001", "(+47) 20 00 00 00", "Ring 400 00 001", "SMS 90000001", "900-00-001", "tlf 20.00.00.00", "tlf.nr. 20000000",
    ],
    "adresse": ["Testgata 12 B, 0001 Testby", "Øvre Testgate 3, 0001 Testby", "Testveien 5 - 0001 Testby", "Kong Test vei 1\n0001 Testby"],
}  # fmt: skip
NO = [
    "sak 22/04567-8", "2023/12345678", "20230615", "2023-06-15", "12 345 678 kr", "12345678 kr", "40000000", "41 250 000 kroner",
    "orgnr. 970 954 679", "970954679", "2015-2019", "PS 12/20", "1 234 567 890", "500.000 i 2024 og 300.000 i 2025", "Testgata 18",
    "E134 2023 2024", "kl. 10.00-12.00 30.06.2024", "1234 56 78901", "ISBN 978-82-12345-67-8", "12345678901", "2023 2024 2025 2026",
    "postmottak@testby.example", "post@x.example", "@navn", "a@b", "https://x.example/@navn", "https://x.example/?id=91234567",
    "s. 4, tabell 2", "gnr. 12 bnr. 345, 2023", "Riksvei 35, 2024", "[e-post utelatt]", "tall: 91234567 kr", "1.1.3, 2.1.4, 3.1.5", "kl. 10 @ 11.30", "5 @ 10.50 kr",
    "0f870d7c6f03520744c6d4d2171d434f9bbeafec994577cc75e3376ff3ff23ef",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in YES.items() for text in texts])
def test_what_tells_of_a_person_is_found(kind: str, text: str) -> None:
    assert [one.kind for one in found(text)] == [kind]
    assert may_stand_in(f'ordlyd: "Se {text} for mer."')
    left = without(f"Se {text} for mer.")
    assert OMISSIONS[kind] in left and not list(found(left))


@pytest.mark.parametrize("text", NO)
def test_what_plans_hold_is_not_taken_for_it(text: str) -> None:
    assert list(found(text)) == [] and without(text) == text


@pytest.mark.parametrize("box", sorted(OFFICIAL_BOXES))
def test_an_office_may_be_written_to(box: str) -> None:
    assert not list(found(f"{box}@testby.example"))


def test_a_number_that_goes_on_in_the_next_line_is_looked_for() -> None:
    assert may_stand_in('ordlyd: "Ring tlf. 20 00\n      00 00"')
