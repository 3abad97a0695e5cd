"""Signs that mislead: which are refused, which may be printed, and what is shown of them."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from macros.tools import signs

KINDS = {
    "snur leseretningen": "\u061c\u200e\u200f\u202a\u202e\u2066\u2069",
    "usynlig tegn": "\u200b\u200c\u2060\ufeff\U000e0041\U000e007f\u034f\u115f\u3164\uffa0\u2800\ufe00\ufe0f\U000e0100\u180e",
    "ikke kan vises": "\x00\x07\x1b\x7f\x85\u2028\u2029\ud800",
    "fast betydning": "\ue000\uf8ff\U000f0000\uffff\u0378",
}


@pytest.mark.parametrize(("what", "sign"), [(what, sign) for what, all_ in KINDS.items() for sign in all_])
def test_a_sign_that_misleads_is_named(what: str, sign: str) -> None:
    said = signs.fault(sign)
    assert what in said and f"U+{ord(sign):04X}" in said
    assert [at for at, _ in signs.faults(f"ab{sign}c")] == [2]
    assert sign not in signs.shown(f"ab{sign}c")


def test_what_norwegian_and_sami_texts_have_is_never_wrong() -> None:
    text = "Ærlig ønske på åsen: «Kárášjohka – Guovdageaidnu», Đŋŧžšč, naïve, 100 % … § 3 ½ m² 5 × 3 °C → €"
    assert not [*signs.faults(text), *signs.oddities(text, name=True)] and signs.shown(text) == text


@pytest.mark.parametrize("text", ["👩‍🚒🚲 🇳🇴", "☎️", "мир, 你好", "α og β", "100 µm, 3 Ω"])
def test_what_a_source_may_print_is_kept(text: str) -> None:
    assert not [*signs.faults(text), *signs.oddities(text, name=False)]
    assert signs.without_unseen(text) == text


@pytest.mark.parametrize(
    "text", ["M\u043edum", "\u041c\u043eре", "Ｍodum", "𝐌odum", "\u0391\u0392", "２０２４", "٢٠٢٤"]
)
def test_letters_that_look_like_ours_are_told_of(text: str) -> None:
    assert [*signs.oddities(text, name=True)]


@pytest.mark.parametrize("sign", ["\u00ad", "\u00a0", "\u202f", "\u2009", "\u3000"])
def test_a_sign_of_print_is_told_of_and_no_fault(sign: str) -> None:
    [(at, said)] = signs.oddities(f"a {sign}b", name=False)
    assert at == 2 and f"U+{ord(sign):04X}" in said and not list(signs.faults(sign))
    assert signs.ordinary(f"a{sign}b") in ("ab", "a b")


def test_every_sign_that_unicode_hides_is_found_quickly() -> None:
    hidden = [
        chr(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Zs")
        and chr(code) not in "\n\t "
    ]
    assert [sign for sign in hidden if not signs.SURPRISING.match(sign)] == []
    assert [
        sign for sign in hidden if not (signs.fault(sign) or list(signs.oddities(sign, name=False)))
    ] == []


def test_a_text_without_what_is_not_shown() -> None:
    assert signs.without_unseen("a\x00b\u202ec\u200bd\ufeffe\u00adf\ue000") == "abcde\u00adf\ue000"


def test_accents_without_end_are_cut() -> None:
    text = "x" + "\u0301" * 9
    assert [said for _, said in signs.faults(text)] == ["mer enn 2 aksenter på én bokstav"]
    assert not list(signs.faults(signs.shown(text)))
