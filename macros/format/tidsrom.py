"""The grammar of the time that a source speaks of: «1. tertial 2023» is 1 January to 30 April 2023.

| form | examples | means |
|---|---|---|
| år | 2023 | the whole year |
| dag | 2023-05-31 | that day |
| måned | 2023-05, «mai 2023» | the first to the last day of it |
| kvartal | 2023-K2, «2. kvartal 2023», «Q2 2023» | three months |
| tertial | 2023-T1, «1. tertial 2023», «T1 2023» | four months |
| halvår | 2023-H2, «2. halvår 2023» | six months |

What stands from one to another is written {fra, til}, each in one of these forms.
"""

from __future__ import annotations

import re
from datetime import date

from .frist import MÅNEDER, dato, parse, siste_dag

Tid = int | date | str
"""A year, a day, or a text in one of the other forms."""

DELER = {"tertial": 4, "kvartal": 3, "halvår": 6}
"""How many months each part of a year has."""
BOKSTAV = {"T": "tertial", "K": "kvartal", "Q": "kvartal", "H": "halvår"}
_NR = {"T": "[1-3]", "KQ": "[1-4]", "H": "[12]"}
_KODE = "|".join(f"[{letters}]{numbers}" for letters, numbers in _NR.items())
_ORD = r"[1-3]\. ?tertial|[1-4]\. ?kvartal|[12]\. ?halvår"
TIDSROM = rf"^((19|20|21)[0-9]{{2}}-(0[1-9]|1[0-2]|{_KODE})|({_KODE}|{_ORD}|{'|'.join(MÅNEDER)}) (19|20|21)[0-9]{{2}})$"
"""The pattern of the forms that are texts."""
SKREVET = rf"(19|20|21)[0-9]{{2}}|(19|20|21)[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}|[0-3]?[0-9]\.[01]?[0-9]\.(19|20|21)[0-9]{{2}}|{TIDSROM[1:-1]}"
"""The pattern of all that may be written in the form on the site."""


def days(tid: Tid) -> tuple[date, date]:
    """Return the first and the last day of a time; a text must have one of the forms."""
    if isinstance(tid, date):
        return tid, tid
    if isinstance(tid, int):
        return date(tid, 1, 1), siste_dag(tid)
    år, part, number = _parts(tid)
    months = DELER.get(part, 1)
    last = number * months
    return date(år, last - months + 1, 1), siste_dag(år, last)


def shown(tid: Tid) -> str:
    """Return a time in Norwegian words: «1. tertial 2023», «mai 2023», «31. mai 2023», «2023»."""
    if isinstance(tid, date):
        return dato(tid)
    if isinstance(tid, int):
        return str(tid)
    år, part, number = _parts(tid)
    return f"{number}. {part} {år}" if part in DELER else f"{MÅNEDER[number - 1]} {år}"


def _parts(text: str) -> tuple[int, str, int]:
    """Return the year of a text in one of the forms, the part of the year («tertial», «måned»), and which one it is."""
    year_first = re.fullmatch(r"([0-9]{4})-(.+)", text)
    år, rest = (year_first[1], year_first[2]) if year_first else (text[-4:], text[:-5])
    if rest[0] in BOKSTAV:
        return int(år), BOKSTAV[rest[0]], int(rest[1:])
    if rest in MÅNEDER:
        return int(år), "måned", MÅNEDER.index(rest) + 1
    number, _, part = rest.partition(".")
    return int(år), part.strip() or "måned", int(number)


def read(text: str) -> Tid | None:
    """Return the time that a person has written in one of the forms, or a day as «31.5.2023»; None for anything else."""
    text = text.strip()
    if re.fullmatch("(19|20|21)[0-9]{2}", text):
        return int(text)
    day = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    try:
        if day:
            return date(*map(int, day.groups()))
    except ValueError:
        return None
    if (found := parse(text)) and found.slag == "dato":
        return found.innen
    return next((form for form in (text, text.lower()) if re.match(TIDSROM, form)), None)


def spoken(fra: Tid | None, til: Tid | None) -> tuple[date, date] | None:
    """Return the first and the last day of what stands from `fra` to `til`; None when neither is known."""
    known = [days(tid) for tid in (fra, til) if tid is not None]
    return (known[0][0], known[-1][1]) if known else None
