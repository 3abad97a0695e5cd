"""Words as the search knows them: cut out of a text, and taken back to what their inflections share.

`docs/assets/indeks.js` does the same to what a reader writes; a test compares the two, word by word.
"""

from __future__ import annotations

import re
from functools import cache

_TOKEN = re.compile(r"\d+(?:\.\d+)+|\d+|[^\W\d_]+")
_FIRST_PART = re.compile(r"([^\W\d_]+)-(?=\s*(?:og|eller|,|/))")
"""A number («3.3.2» is one), or letters: «Rv35» is «rv» and «35», and «gang- og sykkelvei» three words."""
STOP = frozenset(
    [
        "og",
        "i",
        "på",
        "for",
        "av",
        "til",
        "med",
        "som",
        "det",
        "den",
        "de",
        "en",
        "et",
        "ei",
        "eit",
        "ein",
        "er",
        "å",
        "skal",
        "vil",
        "om",
        "at",
        "ved",
        "fra",
        "frå",
        "eller",
        "samt",
    ]
)
"""Words in nearly every sentence: nobody looks for them, so they are not in the index."""
ENDINGS = [
    "erne",
    "enes",
    "anes",
    "ene",
    "ane",
    "ens",
    "ets",
    "ers",
    "ars",
    "en",
    "et",
    "er",
    "ar",
    "es",
    "as",
    "e",
    "a",
]
"""Inflections of bokmål and nynorsk, the longest first."""
SHORT = frozenset(["by", "år", "øy", "bu", "ku"])
"""Words of two letters that have inflections."""
LEAST = 3
"""So many letters are left when an ending is taken away."""
_VOWEL = re.compile("[aeiouyæøå]")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, in order, those of `STOP` too."""
    return _TOKEN.findall(text.lower())


def first_parts(text: str) -> list[str]:
    """Return the first parts of words whose last part comes later: «gang-» of «gang- og sykkelvei», for who asks for «gangvei»."""
    return [f"{word}-" for word in _FIRST_PART.findall(text.lower())]


@cache
def stem(word: str) -> str:
    """Return what the inflections of a word in lower case share: «vei» of «veien» and «veiene»; a number is itself, and so is «gang-».

    Two words may share it by chance, never two inflections of a regular noun fail to.
    """
    if word[0].isdigit() or word[-1] == "-":
        return word
    if word.endswith("s") and len(word) > LEAST and word[-2] not in "saeiouyæøå":
        word = word[:-1]
    while shorter := _without_ending(word):
        word = shorter
    if word.endswith("mm"):
        word = word[:-1]
    return word[:-3] + "vei" if word.endswith("veg") else word


def _without_ending(word: str) -> str:
    """Return a word without its ending; «» when it has none."""
    for ending in ENDINGS:
        if word.endswith(ending):
            left = word[: -len(ending)]
            if left in SHORT or (len(left) >= LEAST and _VOWEL.search(left)):
                return left
    return ""
