"""Know a card: a small table about one tiltak, with the labels down its side and what they say beside them.

Several cards may follow one another in one table; a label that returns begins the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..readers import numbers
from ..readers.lines import Line
from .columns import CELLS, is_year, meaning


@dataclass(eq=False)
class Card:
    """The rows of one card: its labels, and where the text for each role stands."""

    lines: list[Line] = field(default_factory=list)
    labels: list[tuple[Line, int, str]] = field(default_factory=list)
    """Line, place and role («» when nobody knows) of each label; what it says stands in the next cell."""
    title: Line | None = None
    """The row across the card that is its wording, when no label says it."""

    def of(self, role: str) -> tuple[Line, int, str] | None:
        """Return the label with a role; None when the card has none."""
        return next((one for one in self.labels if one[2] == role), None)


def find_cards(lines: Sequence[Line]) -> dict[int, Card]:
    """Return the cards of a document, by the `id` of each of their lines."""
    tables: dict[int, list[Line]] = {}
    for line in lines:
        if line.table and line.own and not line.outside:
            tables.setdefault(line.table, []).append(line)
    found: dict[int, Card] = {}
    for rows in tables.values():
        cards = list(_cards(rows))
        # One row that is none, and the whole table is something else.
        if cards and all(_is_whole(card) for card in cards):
            found |= {id(line): card for card in cards for line in card.lines}
    return found


def _cards(rows: Sequence[Line]) -> Iterator[Card]:
    """Yield the cards that the rows of a table make up; nothing when some row is of another form."""
    cards: list[Card] = []
    titles: list[Line] = []
    for line in rows:
        labels = _labels(line)
        if not labels and len(line.own) == 1 and (line.wide or line.own[0] == 0):
            titles.append(line)
            continue
        if not labels or len(titles) > 1:
            return
        roles = {role for _, _, role in labels if role}
        last = cards[-1] if cards else None
        if last is None or titles or any(role in {one[2] for one in last.labels} for role in roles):
            last = Card(title=titles.pop() if titles else None)
            if last.title:
                last.lines.append(last.title)
            cards.append(last)
        last.lines.append(line)
        last.labels += labels
    if not titles:
        yield from cards


def _labels(line: Line) -> list[tuple[Line, int, str]]:
    """Return the labels of a row, every other cell from the first; none when it is no row of a card."""
    if line.copies or len(line.own) > 4 or line.own[0] != 0 or is_year(line.at(0)):
        return []
    found = []
    for at in range(0, len(line.cells), 2):
        label = line.at(at)
        if not label:
            if line.at(at + 1):
                return []
            continue
        role, whole = meaning(label, {})
        found.append((line, at, role if whole else _lead_role(label)))
    known = [role for _, _, role in found if role]
    if not known or len(known) * 2 < len(found) or any(meaning(line.at(at + 1), {})[1] for _, at, _ in found):
        return []
    return found


def _lead_role(label: str) -> str:
    """Return «tiltak» for a label that has the number in it: «Tiltak 1.1»."""
    found = re.fullmatch(
        r"(?:tiltak|tiltag|åtgärd|handling) ?(?:nr\.? ?)?(\S+)", label.strip(" :"), re.IGNORECASE
    )
    return "tiltak" if found and numbers.is_number(found[1]) else ""


def _is_whole(card: Card) -> bool:
    """Return whether a card says what is to be done, and at least one thing about it."""
    wording = card.of("tiltak") or card.title
    return wording is not None and any(card.of(role) for role in CELLS) and len(card.lines) > 1
