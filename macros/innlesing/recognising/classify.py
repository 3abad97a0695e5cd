"""Say what each line of a document is: headings of columns, a row of a table, a mål, a number with a text, a point …

One line at a time, with no memory but the columns that hold (`tables.py`); what follows from the lines around it is
`outline.py`'s.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ...format.frist import MÅNEDER
from ..readers import numbers
from ..readers.lines import POINTS, Line
from .cards import Card, find_cards
from .columns import Columns
from .letters import lettered
from .tables import Holding
from .titled import lead_of, titled

PieceKind = Literal[
    "columns",
    "row",
    "card",
    "titled",
    "number",
    "point",
    "goal",
    "label",
    "area",
    "heading",
    "text",
    "outside",
]


@dataclass
class Piece:
    """A line of the document and what it is. `text` is what it says, without what `lead` holds: its number, point or label."""

    kind: PieceKind
    line: Line
    text: str = ""
    lead: str = ""
    number: numbers.Numbered | None = None
    columns: Columns | None = None
    depth: int = 0
    """For a point: 0, or more when it stands under another. For a heading: its level."""
    after: str = ""
    """What stands after a heading on its line."""
    card: Card | None = None


_GOAL = re.compile(
    r"((?:(?:overordnet|overordna|felles) )?(?:hoved|del|effekt|resultat)?mål(?:setting|setning)?(?: \d+(?:\.\d+)*)? ?:)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_LABEL = re.compile(
    r"(?:(?:aktuelle|prioriterte|våre|konkrete|foreslåtte) )?(?:mål og )?"
    r"(?:tiltak|tiltaksområder?|handlinger|aktiviteter|virkemidler|steg|slik gjør vi det|dette skal vi gjøre) ?:?",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"((?:innsats|satsings|satsnings|fokus|hoved)-? ?område (\d+)) ?[:.–-]?\s*(.*)", re.IGNORECASE | re.DOTALL
)
_POINT = re.compile(rf"([{POINTS}·]|o(?= ))\s+(.*)", re.DOTALL)
_MONTH = re.compile(rf"((?:{'|'.join(MÅNEDER)})(?: \d{{4}})? ?:)\s*(.*)", re.IGNORECASE | re.DOTALL)


def classify(
    lines: Sequence[Line],
    given: Mapping[str, str],
    places: Mapping[int, str] | None = None,
    chosen: Collection[int] | None = None,
) -> Iterator[Piece]:
    """Yield each line that has text, as what it is.

    `given`: what the editor says that headings of columns mean; `places`: that columns mean by their number from 1, in the
    lines `chosen` (their `id`; None is all). The columns of a row of headings hold until the next.
    """
    holding = Holding(lines, given, places or {}, chosen)
    letters, cards, titles = lettered(lines), find_cards(lines), titled(lines)
    for line in lines:
        if not line.own:
            holding.blank()
            continue
        if line.outside:
            yield Piece("outside", line)
            continue
        if card := cards.get(id(line)):
            if line is card.lines[0]:
                yield Piece("card", line, card=card)
            continue
        if number := titles.get(id(line)):
            yield Piece("titled", line, number.rest, lead=lead_of(line, number), number=number)
            continue
        columns, new = holding.at(line)
        columns = columns or holding.within(line)
        if new:
            assert columns is not None
            yield Piece("columns", line, columns=columns)
        elif number := letters.get(id(line)):
            yield Piece("number", line, number.rest, number=number, columns=columns, depth=line.level)
        elif len(line.filled) == 1 and not (columns and _cannot_lead(line, columns)):
            yield _alone(line, columns)
        elif columns:
            yield Piece("row", line, columns=columns)
        else:
            yield _side_by_side(line)


def _cannot_lead(line: Line, columns: Columns) -> bool:
    """Return whether the one text of a row stands where it can be neither heading nor tiltak."""
    at = line.filled[0]
    first = columns.of("tiltak")
    return bool(line.table and not line.wide and first and at > first.at)


def _side_by_side(line: Line) -> Piece:
    """Return a line of several texts without known columns: a number and a text, a point and a text, or text."""
    first, *rest = line.own
    if len(rest) == 1:
        lead, text = line.cells[first], line.cells[rest[0]]
        if numbers.is_number(lead):
            return Piece("number", line, text, number=numbers.split(lead))
        if _POINT.fullmatch(f"{lead} "):
            return Piece("point", line, text, lead=lead, depth=line.indent)
    return Piece("text", line, "\n".join(line.cells[i] for i in line.own))


def _alone(line: Line, columns: Columns | None) -> Piece:
    """Return a line of one text as what it is; `columns` are those of its table."""
    text = line.cells[line.filled[0]]
    if found := _GOAL.fullmatch(text):
        return Piece("goal", line, found[2].strip(), lead=found[1], columns=columns)
    if _LABEL.fullmatch(text):
        return Piece("label", line, lead=text)
    if found := _AREA.fullmatch(text):
        return Piece("area", line, found[3].strip(), lead=found[1], depth=line.level)
    if line.bullet:
        return Piece("point", line, text, depth=line.indent)
    if (found := _POINT.fullmatch(text)) and not columns:
        return Piece("point", line, found[2], lead=found[1], depth=line.indent)
    if (number := numbers.split(text)) and number.rest:
        return Piece("number", line, number.rest, number=number, columns=columns, depth=line.level)
    if not (line.table or line.level) and (found := _MONTH.fullmatch(text)) and found[2]:
        return Piece("heading", line, found[1], after=found[2])
    if line.level or line.wide or columns or _like_a_heading(text):
        return Piece("heading", line, text, columns=columns, depth=line.level)
    return Piece("text", line, text)


def _like_a_heading(text: str) -> bool:
    """Return whether an unmarked line looks like a heading: short, on one line, and no sentence."""
    return len(text) <= 90 and "\n" not in text and not text.endswith((".", ",", ";", "”", "»"))
