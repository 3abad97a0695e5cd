"""List everything in a document that could be its tiltak, whatever was read: tables, numbered lines, points.

They are found from the lines alone, by other means than those that read them, so that what the reading missed is seen.
`questions.py` compares the two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ..readers import numbers
from ..readers.lines import POINTS, Line
from .cards import find_cards
from .columns import is_other, recognise
from .letters import lettered
from .looks import TILTAK, like_an_action, like_contents, words

_POINT = re.compile(rf"(?:[{POINTS}·]|o(?= ))\s+\S", re.DOTALL)
_WHEN = re.compile(r"\b20\d\d\b|løpende|kvartal|årlig|\b(?:vår|høst|haust)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:vedtatt|vedtak|godkjent|gjelder|gjeld|dato|periode|planperiode|versjon|sak(?:snr|snummer)?|utarbeid\w+|prosjekt(?:leder|eier|navn)|"
    r"planeier|oppdragsgiver|revidert|rullering|tittel|plan|dokument\w*|kontakt\w*|arkiv\w*|høring\w*|status|eier|type)\b",
    re.IGNORECASE,
)
"""What stands to the left in a table about the plan itself."""
_WHAT = {
    "rader": "rad",
    "kort": "kort",
    "nummererte linjer": "nummerert linje",
    "punkter": "punkt",
    "avsnitt": "avsnitt",
}


@dataclass(eq=False)
class Candidate:
    """Lines that stand together and may be tiltak: a table, or a list under one heading."""

    kind: Literal["tabell", "liste"]
    what: str
    """What its lines are, for the editor: «rader», «punkter»."""
    lines: list[Line]
    """All its lines, rows of headings with them."""
    rows: list[Line]
    """The lines that may be tiltak."""
    under: str = ""
    """The heading or sentence above."""
    number: int = 0
    other: bool = False
    """Its headings say that it is about something else: names, figures, meetings."""

    @cached_property
    def ids(self) -> frozenset[int]:
        """Return the `id` of each of its lines."""
        return frozenset(map(id, self.lines))

    @property
    def name(self) -> str:
        """Return what an editor calls it: «tabell 2»."""
        return f"{self.kind} {self.number}"

    def describe(self) -> str:
        """Return it as a line of a message: its name, heading, count and first lines."""
        what = _WHAT[self.what] if len(self.rows) == 1 else self.what
        under = f" under «{_short(self.under, 50)}»" if self.under else ""
        first = ", ".join(f"«{_short(self._shown(line), 70)}»" for line in self.rows[:2])
        more = " …" if len(self.rows) > 2 else ""
        return f"{self.name}{under}: {len(self.rows)} {what}, fra {self.rows[0].place}: {first}{more}"

    def _shown(self, line: Line) -> str:
        """Return how a line is shown: a row with what parts its cells."""
        return " | ".join(line.cells[i] for i in line.own) if self.kind == "tabell" else text_of(line)


def text_of(line: Line) -> str:
    """Return the text of a line that says most: its longest cell."""
    return max((line.cells[i] for i in line.own), key=len, default="")


def _short(text: str, longest: int) -> str:
    one = " ".join(text.split())
    return one if len(one) <= longest else f"{one[: longest - 1].rstrip()}…"


def candidates(lines: Sequence[Line], given: Mapping[str, str]) -> list[Candidate]:
    """Return the candidates of a document in their order, numbered as tables and lists.

    `given`: what the editor says that headings of columns mean.
    """
    found = [*_tables(lines, given), *_lists(lines)]
    order = {id(line): i for i, line in enumerate(lines)}
    found.sort(key=lambda one: order[id(one.lines[0])])
    tables = [one for one in found if one.kind == "tabell"]
    # As the places in a report number them, where each is a table of its own.
    own = [one.lines[0].table for one in tables]
    by_reader = len(set(own)) == len(own) and all("tabell" in one.lines[0].place for one in tables)
    for i, one in enumerate(tables, 1):
        one.number = one.lines[0].table if by_reader else i
    for i, one in enumerate((one for one in found if one.kind == "liste"), 1):
        one.number = i
    return found


def _tables(lines: Sequence[Line], given: Mapping[str, str]) -> Iterator[Candidate]:
    """Yield the tables; one begins with the rows of another table, or with other headings than those that hold."""
    cards = find_cards(lines)
    group: list[Line] = []
    head: tuple[str, ...] = ()
    under = above = ""
    # Whether each table has a number of its own; in a text file other text stands between them.
    several = len({line.table for line in lines if line.table}) > 1
    broken = banded = False
    for line in lines:
        if line.outside or not line.own:
            continue
        if not line.table:
            above, broken = text_of(line), not several
            continue
        headings = is_heading(line, given)
        if len(line.own) == 1 and not headings:
            above, banded = text_of(line), True
        cells = tuple(line.cells) if headings else head
        other = bool(head) and headings and cells != head
        if group and (line.table != group[-1].table or other or broken or (banded and headings)):
            yield from _table(group, under, given, cards)
            group = []
        if not group:
            under, head = above, ()
        if headings:
            head = cells
        group.append(line)
        broken, banded = False, banded and len(line.own) == 1
    yield from _table(group, under, given, cards)


def is_heading(line: Line, given: Mapping[str, str]) -> bool:
    """Return whether a row of a table is one of headings, known or of another kind of table."""
    return recognise(line, given) is not None or is_other(line)


def _table(
    group: list[Line], under: str, given: Mapping[str, str], cards: Mapping[int, object]
) -> Iterator[Candidate]:
    """Yield the table of these rows, when some hold more than one text, or one that is not in the first cell."""
    its = list({id(cards[id(line)]): line for line in reversed(group) if id(line) in cards}.values())[::-1]
    rows = [
        line
        for line in group
        if (len(line.own) > 1 or line.own[0] > 0) and id(line) not in cards and not is_heading(line, given)
    ]
    if its:
        yield Candidate("tabell", "kort", group, its, under)
    elif rows:
        other = is_other(group[0]) and recognise(group[0], given) is None
        yield Candidate("tabell", "rader", group, rows, under, other=other)


def _lists(lines: Sequence[Line]) -> Iterator[Candidate]:
    """Yield the numbered lines, the points and the paragraphs that stand under one heading, each kind for itself."""
    letters = lettered(lines)
    heading = above = ""
    groups: dict[str, Candidate] = {}
    for line in lines:
        if line.outside or not line.own or line.table:
            continue
        what = _kind(line, letters)
        text = text_of(line)
        if what == "avsnitt" and (line.level or text.rstrip().endswith(":") or _is_short(text)):
            yield from groups.values()
            groups, heading, above = {}, text, ""
            continue
        if what == "nummererte linjer" and line.level:
            # A heading with a number stands over what follows, and may be one of a list of such.
            yield from (one for kind, one in groups.items() if kind != what)
            groups, heading = {kind: one for kind, one in groups.items() if kind == what}, text
        if what not in groups:
            groups[what] = Candidate("liste", what, [], [], heading or above)
        groups[what].lines.append(line)
        groups[what].rows.append(line)
        above = text if what == "nummererte linjer" else above
    yield from groups.values()


def _kind(line: Line, letters: Mapping[int, object]) -> str:
    """Return what kind of list a line may belong to."""
    first = line.cells[line.own[0]]
    if line.bullet or _POINT.match(first):
        return "punkter"
    number = numbers.split(first)
    alone = len(line.own) == 2 and numbers.is_number(first)
    if id(line) in letters or alone or (number and number.rest):
        return "nummererte linjer"
    return "avsnitt"


def _is_short(text: str) -> bool:
    """Return whether a line without a mark looks like a heading."""
    return (
        len(text) <= 60
        and "\n" not in text
        and not text.endswith((".", ",", ";"))
        and not like_an_action(text)
    )


def looks_like_tiltak(candidate: Candidate, rows: Sequence[Line], everything: Counter[str]) -> bool:
    """Return whether some lines of a candidate look like tiltak: by what stands above, and by their words.

    `everything`: how often each line of the document stands there, by which a table of contents is known.
    """
    if not rows:
        return False
    texts = [text_of(line) for line in rows]
    acts = sum(map(like_an_action, texts)) / len(texts)
    if all(
        like_contents(text) or like_contents("\t".join(line.cells))
        for text, line in zip(texts, rows, strict=True)
    ):
        return False
    under = TILTAK.search(candidate.under) is not None
    if candidate.kind == "tabell":
        cells = [line.cells[i] for line in rows for i in line.own]
        figures = sum(
            re.fullmatch(r"[\d\s.,%–-]*(?:mill\.?|kr|%)?", cell) is not None for cell in cells
        ) / len(cells)
        mean = sum(len(words(text)) for text in texts) / len(texts)
        if candidate.other or is_about_the_plan(rows):
            return under and acts >= 0.6
        dated = sum(any(_WHEN.search(line.cells[i]) for i in line.own) for line in rows) / len(rows)
        return (
            acts >= 0.4 or (mean >= 3 and figures < 0.5) or ((under or dated >= 0.5) and figures < 0.5)
        ) and (len(rows) > 1 or acts > 0 or under)
    if candidate.what == "nummererte linjer":
        if sum(everything[_key(text)] > 1 for text in texts) * 2 >= len(texts):
            return False
        return len(rows) > 1 and (acts >= 0.5 or (under and acts > 0))
    if candidate.what == "punkter":
        return (under and (len(rows) > 1 or acts > 0)) or (len(rows) > 2 and acts >= 0.6)
    short = all(len(words(text)) <= (25 if under else 12) for text in texts)
    return short and ((under and len(rows) > 1 and acts >= 0.5) or (len(rows) > 2 and acts >= 0.75))


def is_about_the_plan(rows: Sequence[Line]) -> bool:
    """Return whether rows say of the plan who adopted it, when, and the like: a label and what it says."""
    labels = [line.at(0) for line in rows]
    known = sum(_ABOUT.match(label) is not None and len(words(label)) <= 3 for label in labels)
    return all(len(line.own) == 2 for line in rows) and known * 2 >= len(rows)


def counted(lines: Sequence[Line]) -> Counter[str]:
    """Return how often each line of a document stands there, its number and page left away."""
    return Counter(_key(text_of(line)) for line in lines if line.own)


def _key(text: str) -> str:
    return " ".join(words(text)).lower()
