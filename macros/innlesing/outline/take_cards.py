"""Take a card as a tiltak: what each label says becomes a cell, and every other text is left out with its label."""

from __future__ import annotations

import re

from ..readers import numbers
from ..recognising.cards import Card
from ..recognising.columns import CELLS, Column, Columns, heading
from .drafts import Draft
from .walk import NOT_CHOSEN, Walk

_TITLE = re.compile(
    r"((?:tiltak|tiltag|åtgärd|handling|prosjekt)?(?:skort)?)\s*:?\s*(.*)", re.IGNORECASE | re.DOTALL
)


def take_card(walk: Walk, card: Card) -> None:
    """Take a card as a tiltak; its labels only said what followed."""
    if walk.chosen is not None and not any(id(line) in walk.chosen for line in card.lines):
        for line in card.lines:
            walk.result.left_out.append((line, "\t".join(line.cells[i] for i in line.own), NOT_CHOSEN))
        return
    taken: set[tuple[int, int]] = set()
    draft = _draft(walk, card, taken)
    columns = Columns(
        card.lines[0], tuple(Column(at, line.at(at), role) for line, at, role in card.labels), headed=False
    )
    own = columns.own
    for line, at, role in card.labels:
        label, text = line.at(at), line.at(at + 1)
        if role in CELLS and role not in draft.cells:
            draft.cells[role] = text
            taken.add((id(line), at + 1))
        elif (column := Column(at, label, role)) in own:
            draft.others[heading(column)] = text
            taken.add((id(line), at + 1))
        if (id(line), at) not in taken:
            walk.result.leads.append(label)
            taken.add((id(line), at))
    for line in card.lines:
        for i in line.own:
            if (id(line), i) not in taken:
                why = f"Teksten står ved «{line.at(i - 1)}», som ikke er et felt i planfilen."
                walk.result.left_out.append((line, line.cells[i], why))
    walk.result.columns.append(columns)
    walk.result.used |= {id(line) for line in card.lines}
    walk.add(draft)


def _draft(walk: Walk, card: Card, taken: set[tuple[int, int]]) -> Draft:
    """Return the tiltak of a card with its number and wording; `taken` gets the cells that they stand in."""
    beside = card.of("nr")
    number = None
    if beside and (key := numbers.as_key(beside[0].at(beside[1] + 1))) and len(key) <= numbers.LONGEST:
        number = numbers.Numbered(beside[0].at(beside[1] + 1), key, "")
        taken.add((id(beside[0]), beside[1] + 1))
    if own := card.of("tiltak"):
        line, at, _ = own
        text, label = line.at(at + 1), line.at(at)
        taken.add((id(line), at + 1))
        printed = label.strip(" :").split()[-1]
        if not number and numbers.is_number(printed):
            number = numbers.Numbered(printed, numbers.as_key(printed), "")
            walk.result.leads.append(label.replace(printed, "", 1))
            taken.add((id(line), at))
    else:
        assert card.title is not None
        line, at = card.title, card.title.own[-1]
        if len(line.own) == 2 and (key := numbers.as_key(line.cells[line.own[0]])):
            number = numbers.Numbered(line.cells[line.own[0]], key, "")
            taken.add((id(line), line.own[0]))
        found = _TITLE.fullmatch(line.cells[at])
        assert found is not None
        lead, text = (found[1], found[2]) if found[2] else ("", line.cells[at])
        if lead:
            walk.result.leads.append(line.cells[at].removesuffix(text))
        taken.add((id(line), at))
    if not number and numbers.starts_with_number(text) and (split := numbers.split(text)) and split.rest:
        number, text = split, split.rest
    elif not number and own is None and lead:
        # «Tiltak 3: Ny vei»: the word before says that it is a number.
        split = numbers.split(re.sub(r"^(\S+?):", r"\1.", text))
        if split and split.rest:
            printed = text.split()[0]
            number = numbers.Numbered(printed.rstrip(":"), split.nr, split.rest)
            walk.result.leads.append(printed.removeprefix(number.trykt))
            text = split.rest
    return Draft(line, text, number)
