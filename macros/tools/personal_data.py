"""Personal data that can be known by their form: e-mail, telephone, national identity number, home address.

Names of persons cannot be found by a rule; for those there is only the reader's eye. Uses nothing but Python's own
library, so that `tests/lag_fasit.py` can run it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

OFFICIAL_BOXES = frozenset(
    [
        "arkiv",
        "epost",
        "firmapost",
        "info",
        "kontakt",
        "kontakttorg",
        "kundesenter",
        "kundeservice",
        "landbruk",
        "naering",
        "naringsutvikling",
        "næring",
        "naringsliv",
        "post",
        "postmottak",
        "resepsjon",
        "sentralbord",
        "service",
        "servicekontor",
        "servicesenter",
        "servicetorg",
        "servicetorget",
        "turistinfo",
    ]
)
"""Names before «@» that are an office's: an address with one of them may stand anywhere."""
OFFICIAL = frozenset[str]()
"""Other e-mail addresses and telephone numbers (eight digits) of offices that may stand: the publisher adds its own here."""


class Found(NamedTuple):
    """Something that looks like personal data: where it begins and ends in the text, and which kind."""

    start: int
    end: int
    kind: str


OMISSIONS = {
    "e-post": "[e-post utelatt]",
    "telefon": "[telefonnummer utelatt]",
    "fødselsnummer": "[fødselsnummer utelatt]",
    "adresse": "[adresse utelatt]",
}
"""What stands instead in a printed cell, so that the reader sees that something is left out."""

# «(at)» and «[at]» are how people hide an address from machines; a space may stand around them.
_DOT = r"(?:\.|\s?[(\[{](?:dot|punktum)[)\]}]\s?)"
_EMAIL = re.compile(
    r"(?<![\w.+-])(?P<box>[\w.+-]{1,64})"
    r"(?:[ ]?(?:[@＠﹫]|&#0{0,9}64;|&commat;|%40)[ ]?|\s?[(\[{]\s?(?:at|a|@|krøllalfa|alfakrøll)\s?[)\]}]\s?)"
    rf"(?P<host>[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,7}}{_DOT}[^\W\d_]{{2,24}})",
    re.IGNORECASE,
)
_SPACE = r"[ \u00a0\u2009\u202f.\-/]"
_BETWEEN = r"(?<![\w/.,=?&#%-])"
_AFTER = r"(?![\w/-]|[.,]\d)"
_WORD = r"(?P<word>\b(?:tlf|tel|telefon(?:nummer|nr)?|mobil(?:telefon|nummer|nr)?|mob|sms|ring(?:e)?)\b[.:]*(?:\s?(?:nr|nummer)\b\.?:?)?[ \u00a0]?)"
_CODE = rf"(?P<code>(?:\(?\+|\b00)47\)?{_SPACE}?)"
_TELEPHONE = re.compile(
    # With a word or the country's code before it: eight digits, however they are grouped.
    rf"(?:{_WORD}{_CODE}?|{_CODE.replace('code', 'alone')})(?P<told>[2-9](?:{_SPACE}?\d){{7}})(?!\d)"
    # In the two forms in which only telephone numbers are written, and as eight digits that begin as a mobile's.
    rf"|{_BETWEEN}(?P<pairs>[2-9]\d(?P<gap>[ \u00a0])\d\d(?P=gap)\d\d(?P=gap)\d\d){_AFTER}(?!\s?\d)"
    rf"|{_BETWEEN}(?P<triple>[489]\d\d[ \u00a0.-]\d\d[ \u00a0.-]\d\d\d){_AFTER}(?!\s?\d)"
    rf"|{_BETWEEN}(?P<mobile>[49]\d{{7}}){_AFTER}(?!\s*(?:kr|mill|NOK|,-|tonn|m2|m²))",
    re.IGNORECASE,
)
_IDENTITY = re.compile(r"(?<![\w.])\d\d[ \u00a0.]?\d\d[ \u00a0.]?\d\d[ \u00a0.\-]?\d{3}[ \u00a0]?\d\d(?!\w)")
_STREET = (
    r"(?:[A-ZÆØÅ][\w.\-]{0,30}(?:[ \u00a0][\w.\-]{1,30}){0,3}?[ \u00a0]?)?"
    r"(?:[Gg]at[ae]|[Gg]ut[ue]|[Vv]eg(?:en)?|[Vv]ei(?:en)?|[Ss]tien|[Ll]ia|[Bb]akken|[Pp]lass(?:en)?|[Aa]ll[eé]en|[Tt]orv?et|[Ss]vingen|[Tt]unet|[Rr]inge?n|[Hh]augen|[Jj]ordet)"
)
_ADDRESS = re.compile(
    rf"\b{_STREET}[ \u00a0]\d{{1,4}}[ \u00a0]?[A-Za-z]?(?:,\s*|\s+[-–]\s+|[ ]*\n\s*)(?:N-)?\d{{4}}\s+[A-ZÆØÅ][\wæøåÆØÅ]+"
)


def found(text: str) -> Iterator[Found]:
    """Yield what in a text looks like personal data, in the order of the kinds; official contact points are passed by."""
    for one in _EMAIL.finditer(text) if _MAY_BE_EMAIL.search(text) else ():
        box = one["box"].lower().strip(".-_")
        if box not in OFFICIAL_BOXES and one[0].lower() not in OFFICIAL:
            yield Found(*one.span(), "e-post")
    if not _MANY_DIGITS.search(text):
        return
    for one in _IDENTITY.finditer(text):
        if is_identity_number(re.sub(r"\D", "", one[0])):
            yield Found(*one.span(), "fødselsnummer")
    for one in _TELEPHONE.finditer(text):
        digits = re.sub(r"\D", "", one["told"] or one[0])
        # Eight digits alone may be a day (20270630 begins with 2), and a number of many noughts is an amount.
        if digits not in OFFICIAL and not (one["mobile"] and digits.endswith("0000")):
            yield Found(*one.span(), "telefon")
    for one in _ADDRESS.finditer(text):
        yield Found(*one.span(), "adresse")


_MAY_BE_EMAIL = re.compile(
    r"[@＠﹫]|&#0{0,9}64;|&commat;|%40|[(\[{]\s?(?:at|a|krøllalfa|alfakrøll)\s?[)\]}]", re.IGNORECASE
)
_MANY_DIGITS = re.compile(r"\d(?:[\s.\-/()]{0,20}\d){7,12}|\d{4}\s+[A-ZÆØÅ]")
_HARMLESS = re.compile(r"(?:19|20)\d\d-\d\d-\d\d|\d{9}")
"""A day as it stands in a file, and an organisation number."""
_AROUND = 60
"""So many signs around a number decide what it is."""
_MOST = 5_000
"""A file with more numbers than these is looked through text by text."""


def may_stand_in(text: str) -> bool:
    """Return whether personal data may stand in a whole file: quickly, as the exact place is looked for afterwards."""
    if _MAY_BE_EMAIL.search(text) and any(found(" ".join(text.split()))):
        return True
    numbers = [one for one in _MANY_DIGITS.finditer(text) if not _HARMLESS.fullmatch(one[0])]
    if len(numbers) > _MOST:
        return True
    windows = (text[max(0, one.start() - _AROUND) : one.end() + _AROUND] for one in numbers)
    # A text in quotes may go on in the next line.
    return any(any(found(window)) or any(found(" ".join(window.split()))) for window in windows)


def without(text: str) -> str:
    """Return a text with what looks like personal data left out, visibly: «[e-post utelatt]»."""
    for one in sorted(found(text), reverse=True):
        text = text[: one.start] + OMISSIONS[one.kind] + text[one.end :]
    return text


def is_identity_number(digits: str) -> bool:
    """Return whether eleven digits are a Norwegian fødselsnummer or D-number, also a synthetic one, by day and control digits.

    https://skatteetaten.github.io/folkeregisteret-api-dokumentasjon/ : a D-number has 4 added to its first digit; a synthetic
    one has 80 (Skatteetaten), 40 (NAV) or 65 added to its month. Numbers given after 2032 may have another first control
    digit and are not known; were they, every ninth bank account would be taken for one.
    """
    day, month, year = (int(digits[i : i + 2]) for i in (0, 2, 4))
    day -= 40 * (day > 40)
    months = {month - added for added in (0, 40, 65, 80)} & set(range(1, 13))
    if not any(_exists(day, one, century + year) for one in months for century in (1800, 1900, 2000)):
        return False
    numbers = [int(digit) for digit in digits]
    first = sum(map(int.__mul__, numbers[:10], (3, 7, 6, 1, 8, 9, 4, 5, 2, 1))) % 11
    second = sum(map(int.__mul__, numbers, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))) % 11
    return first == second == 0


def _exists(day: int, month: int, year: int) -> bool:
    """Return whether there is such a day."""
    with suppress(ValueError):
        date(year, month, day)
        return True
    return False
