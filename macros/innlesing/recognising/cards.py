"""Know a card: a small table about one tiltak, with the labels down its side and what they say beside them.

Several cards may follow one another in one table; a label that returns begins the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..readers import numbers
from ..readers.lines import Line
from .columns import CELLS, is_year, meaning, plain
from .looks import like_an_action, words


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
    above: dict[int, Line] = {}
    """What stands just above each table."""
    last = None
    for line in lines:
        if not line.own or line.outside:
            continue
        if line.table:
            tables.setdefault(line.table, []).append(line)
            if last and not last.table:
                above.setdefault(line.table, last)
        last = line
    found: dict[int, Card] = {}
    for table, rows in tables.items():
        cards = list(_cards(rows))
        if len(cards) == 1 and not cards[0].of("tiltak") and not cards[0].title and table in above:
            cards[0].title = _as_title(above[table])
            cards[0].lines[:0] = [cards[0].title] if cards[0].title else []
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
        if not roles and not cards and not titles:
            return
        last = cards[-1] if cards else None
        if last is None or titles or _word(last.labels[0]) in map(_word, labels):
            last = Card(title=titles.pop() if titles else None)
            if last.title:
                last.lines.append(last.title)
            cards.append(last)
        last.lines.append(line)
        # A role that the card has already is said once more in other words: «Beskrivelse» below «Tiltak».
        taken = {one[2] for one in last.labels}
        last.labels += [(row, at, "" if role in taken else role) for row, at, role in labels]
    if not titles:
        yield from cards


def _word(label: tuple[Line, int, str]) -> str:
    """Return a label as it is compared: without its number."""
    return re.sub(r"[\d.\s]+$", "", plain(label[0].at(label[1])))


def _as_title(line: Line) -> Line | None:
    """Return a line above a card when it is what the card is about: numbered, or something to be done; else None."""
    if len(line.own) > 2 or line.bullet:
        return None
    text = line.cells[line.own[-1]]
    numbered = (
        numbers.is_number(line.cells[line.own[0]]) if len(line.own) == 2 else numbers.starts_with_number(text)
    )
    return line if len(text) < 200 and (numbered or like_an_action(text)) else None


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
    if not any(line.at(at + 1) for _, at, _ in found):
        return []
    if any(meaning(line.at(at + 1), {})[1] or len(words(line.at(at))) > 4 for _, at, _ in found):
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
    own = card.of("tiltak")
    wording = own[0].at(own[1] + 1) if own else card.title
    known = sum(bool(role) for _, _, role in card.labels)
    said = bool(wording) and any(card.of(role) for role in CELLS) and len(card.lines) > 1
    return said and known * 2 >= len(card.labels)
