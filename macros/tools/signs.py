"""Signs that mislead: those one cannot see, those that turn the direction of reading, and letters that look like others.

One rule for all ways in. `SURPRISING` finds quickly what has to be looked at; `fault` and `oddity` judge one sign or word,
and `shown` makes any text safe to print to a person or a log.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

SURPRISING = re.compile(
    "[^\\t\\n -~\u00a1-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2015\u2018-\u2022\u2026\u2030\u2032\u2033"
    "\u2039\u203a\u20ac\u2103\u2116\u2122\u2190-\u21ff\u2212\u2248\u2260\u2264\u2265\u25a0-\u25ff\u2713\u2714]"
)
"""A sign that Norwegian texts seldom have. The others are never wrong; of these `fault` and `oddity` tell."""
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Signs that Unicode counts as letters, marks or figures, and that are shown as nothing."""
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What turns the direction of reading, https://www.unicode.org/reports/tr9/."""
_PRINTED = {
    "\u00ad": "en myk bindestrek",
    "\u00a0": "et hardt mellomrom",
    "\u202f": "et smalt, hardt mellomrom",
}
"""Signs that a document really has, though one cannot tell them from others, by their Norwegian names."""
_LOOK_LATIN = frozenset("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԌԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανρϲϳ")
"""Cyrillic and Greek letters that cannot be told from Latin ones (Unicode's confusables.txt, those of one letter)."""
_PICTURE = "[\u2190-\u27ff\u2900-\u2bff\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*"
_PICTURES = re.compile(f"{_PICTURE}(?:\u200d{_PICTURE})*")
"""An emoji, which may be of several that are joined by signs without a width."""
MOST_MARKS = 2
"""So many accents may stand on one letter; more cover the lines around it."""


@lru_cache(maxsize=4096)
def fault(sign: str) -> str:
    """Return what is wrong with one sign, as «et usynlig tegn (U+200B ZERO WIDTH SPACE)»; «» when it may stand in a file."""
    if sign in "\n\t" or not SURPRISING.match(sign) or sign in _PRINTED:
        return ""
    kind = unicodedata.category(sign)
    if sign in _BIDI:
        return _named("et tegn som snur leseretningen", sign)
    if kind in ("Cc", "Cs", "Zl", "Zp"):
        return _named("et tegn som ikke kan vises", sign)
    if kind in ("Co", "Cn"):
        return _named("et tegn som ikke har noen fast betydning", sign)
    if kind == "Cf" or sign in _FILLERS or _is_variation(sign):
        return _named("et usynlig tegn", sign)
    return ""


def without_unseen(text: str) -> str:
    """Return a text without the signs that are shown as nothing at all and that no file may hold.

    A soft hyphen may be printed, and a sign for private use may have been a letter: these stay.
    """
    if not SURPRISING.search(text):
        return text
    gone = {i for i, _ in faults(text) if fault(text[i]) and _is_unseen(text[i])}
    return "".join(sign for i, sign in enumerate(text) if i not in gone)


def _is_unseen(sign: str) -> bool:
    """Return whether a sign that no file may hold is shown as nothing; noncharacters are."""
    return unicodedata.category(sign) not in ("Co", "Cn") or ord(sign) & 0xFFFE == 0xFFFE


def ordinary(text: str) -> str:
    """Return a text of ours with ordinary spaces, and without soft hyphens: for what is not quoted."""
    return "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text.replace("\u00ad", ""))


def _is_variation(sign: str) -> bool:
    """Return whether a sign only asks for another look of the sign before it."""
    return (
        sign in "\u180b\u180c\u180d\u180f"
        or "\ufe00" <= sign <= "\ufe0f"
        or "\U000e0100" <= sign <= "\U000e01ef"
    )


def _named(what: str, sign: str) -> str:
    """Return what a sign is, with its number and, where it has one, its Unicode name."""
    name = unicodedata.name(sign, "")
    return f"{what} (U+{ord(sign):04X}{' ' * bool(name)}{name})"


def faults(text: str) -> Iterator[tuple[int, str]]:
    """Yield every sign of a text that no file may hold, as its index and what it is (`fault`)."""
    joined = {
        i for found in _PICTURES.finditer(text) for i in range(*found.span()) if text[i] in "\u200d\ufe0f"
    }
    for found in SURPRISING.finditer(text):
        if found.start() not in joined and (said := fault(found[0])):
            yield found.start(), said
    for found in _STACKED.finditer(text) if SURPRISING.search(text) else ():
        if all(unicodedata.category(sign)[0] == "M" for sign in found[0]):
            yield found.start(), f"mer enn {MOST_MARKS} aksenter på én bokstav"


# The accents that Unicode has in blocks of their own, three or more in a row; whether each is one is asked of Unicode.
_STACKED = re.compile(
    f"[\u0300-\u036f\u0483-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{{{MOST_MARKS + 1},}}"
)


def oddities(text: str, *, name: bool) -> Iterator[tuple[int, str]]:
    """Yield what a document may print but a reader cannot tell from something else, as its index and what it is.

    Those are soft hyphens, spaces and figures of another kind, and letters of another script that look like ours: in a word that has
    Latin letters too or has nothing but such letters, or anywhere when the text is a `name`.
    """
    if not SURPRISING.search(text):
        return
    for found in SURPRISING.finditer(text):
        sign = found[0]
        if sign in _PRINTED or unicodedata.category(sign) == "Zs":
            yield found.start(), _named(_PRINTED.get(sign, "et mellomrom av et annet slag"), sign)
        elif unicodedata.category(sign) == "Nd":
            yield found.start(), _named("et siffer fra et annet alfabet", sign)
    for word in re.finditer(r"[^\W\d_]+", text):
        strange = [i for i, sign in enumerate(word[0]) if not (_is_ours(sign) or fault(sign))]
        looks_latin = len(word[0]) > 1 and _LOOK_LATIN.issuperset(word[0])
        if strange and (name or looks_latin or len(strange) < len(word[0])):
            at = strange[0]
            yield word.start() + at, _named("en bokstav fra et annet alfabet", word[0][at])


_TWO_IN_ONE = frozenset("ſŉĳĲŀĿǄǅǆǇǈǉǊǋǌǱǲǳıǀǁǂǃ")
"""Letters of the Latin blocks that look like one or two others, and that no language here has."""


def _is_ours(sign: str) -> bool:
    """Return whether a letter is of the Latin alphabet as Norwegian, Sámi and their neighbours write it."""
    if sign in _TWO_IN_ONE:
        return False
    return sign < "\u0250" or "\u1e00" <= sign <= "\u1eff" or unicodedata.category(sign)[0] == "M"


def looks_as(name: str) -> str:
    """Return what two names share that a reader takes for the same: letters' case, form and width and the spaces set aside."""
    return " ".join(unicodedata.normalize("NFKC", name).replace("\u00ad", "").casefold().split())


def shown(text: str) -> str:
    """Return a text as it may be printed on one line: what cannot be seen as {U+202E}, and no command to a runner of jobs.

    Half a character stands for a byte of a file's name that is no UTF-8.
    """
    if _TO_SHOW.search(text):
        text = "".join(_as_number(sign) if sign in "\n\t" or fault(sign) else sign for sign in text)
        text = _STACKED.sub(lambda marks: f"{marks[0][:MOST_MARKS]}…", text)
    # GitHub's runner reads `##[` anywhere in a line as a command.
    return text.replace("##[", "# #[")


_TO_SHOW = re.compile(f"{SURPRISING.pattern}|[\\t\\n]")


def _as_number(sign: str) -> str:
    """Return a sign as its number in brackets."""
    if "\udc80" <= sign <= "\udcff":
        return f"{{byte {ord(sign) - 0xDC00:02X}}}"
    return f"{{U+{ord(sign):04X}}}"
