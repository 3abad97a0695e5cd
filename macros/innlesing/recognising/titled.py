"""Know tiltak that are headings with the word before their number: «Tiltak 1: Bygge vei», with what is said of each below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..readers import numbers
from ..readers.lines import Line

_TITLE = re.compile(
    r"(?P<ord>tiltak|handling|aktivitet|delprosjekt) ?(?:nr\.? ?)?(?P<nr>(?:[A-ZÆØÅ][.-]?)?\d{1,3}(?:\.\d{1,3})*[a-zæøå]?)(?:\s*[:.–—-]\s+|\s*[:–—]\s*)(?P<rest>\S.*)",
    re.IGNORECASE,
)


def titled(lines: Sequence[Line]) -> dict[int, numbers.Numbered]:
    """Return the number and wording of each line that is a tiltak by its first word, by the `id` of the line.

    They are taken only where there are two or more, each with a number of its own or beginning anew at 1, and where no row of a table
    stands between them: then it is the table that says more, or that is the plan.
    """
    found: dict[int, numbers.Numbered] = {}
    words: set[str] = set()
    table_after = False
    within = False
    for line in lines:
        if line.outside or not line.own:
            continue
        if line.table:
            table_after = table_after or within
            continue
        one = _TITLE.fullmatch(line.cells[line.own[0]]) if len(line.own) == 1 and not line.bullet else None
        if one:
            found[id(line)] = numbers.Numbered(one["nr"], numbers.as_key(one["nr"]), one["rest"])
            words.add(one["ord"].lower())
            within = True
        elif line.level and within and not table_after:
            # A chapter after the tiltak may have tables of its own; one between them shows when the next tiltak comes.
            within = False
    order = [number.nr for number in found.values()]
    again = [nr for nr in order[1:] if nr == order[0]]
    distinct = len(set(order)) == len(order) or bool(again)
    return found if len(found) > 1 and len(words) == 1 and distinct and not table_after else {}


def lead_of(line: Line, number: numbers.Numbered) -> str:
    """Return what stands before the wording of such a line and is neither it nor the number: «Tiltak :»."""
    before = line.cells[line.own[0]].removesuffix(number.rest)
    return before.replace(number.trykt, "", 1)
