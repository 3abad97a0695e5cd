"""Read the numbers that plans print before their tiltak: «1.1.1.», «4.10», «3)», «A2», «1.1 a)», «(1)»."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"(?:[A-ZÆØÅ][.-]?)?\d{1,3}(?:\.\d{1,3})*(?:[a-zæøå](?=[.)\s]|$)| [a-zæøå](?=\)))?"
_LEADING = re.compile(
    rf"(?P<trykt>(?P<par>\()?(?P<nr>{_NUMBER})(?(par)\)|[.):]?))(?P<rom>\s+|$)(?P<rest>.*)", re.DOTALL
)
_WHOLE = re.compile(rf"(?P<par>\()?(?P<nr>{_NUMBER})(?(par)\)|[.):]?)")
LONGEST = 40
"""A number may be this long (see `model.Nr`)."""
_SURE = re.compile(r"\d+\.\d|\d+[.)]$")
"""More than one level, or a point or bracket after it: hardly the start of a sentence."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A text with the number before it: as printed, as a key (`1.1.1`), and the rest."""

    trykt: str
    nr: str
    rest: str


def split(text: str) -> Numbered | None:
    """Return the number that a text starts with, and what follows it; None when it starts with none."""
    found = _LEADING.fullmatch(text)
    return Numbered(found["trykt"], as_key(found["nr"]), found["rest"]) if found else None


def starts_with_number(text: str) -> bool:
    """Return whether a text starts with what can only be a number of a tiltak, unlike «2016 skal …»."""
    found = split(text.strip())
    return found is not None and _SURE.match(found.trykt) is not None


def is_number(text: str) -> bool:
    """Return whether a text is a number of a tiltak and nothing else."""
    return _WHOLE.fullmatch(text) is not None


_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "ü": "u", "é": "e"})


def as_key(printed: str) -> str:
    """Return a number as it may stand in an address: small letters, figures, points and hyphens; «» when none is left."""
    key = re.sub(r"[^0-9a-z.]+", "-", printed.lower().translate(_LETTERS))
    return re.sub(r"[.-]*([.-])[.-]*", r"\1", key).strip(".-")


def as_id(name: str) -> str:
    """Return a name as an id: «modum-2015-2019» for «Modum 2015–2019»."""
    return re.sub(r"[^0-9a-z]+", "-", name.lower().translate(_LETTERS)).strip("-")


def parts(nr: str) -> tuple[str, ...]:
    """Return the levels of a number: («1», «1», «3») for «1.1.3»."""
    return tuple(nr.split("."))
