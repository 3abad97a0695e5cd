"""Measures elsewhere that are worded alike: what is shown under «Lignende tiltak», with what they have in common.

Two measures of the same tema are compared by the pieces of four letters in their title and wording, each
weighed by how rare it is (TF-IDF), so that «reiselivskonferanse» and «konferanse for reiselivet» have something in
common. How like they must be was chosen on fifty pairs that were judged by reading them, and tried on fifty others
(`tests/views/test_similar.py`). Without a word in common there is nothing to say of why, and nothing is shown.

The work grows with the number of measures: each is described by its rarest pieces, and a piece that many have leads to
none of them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from weakref import WeakKeyDictionary

from ...register.entities import Register, Tiltak
from ...register.history import of_today
from .words import STOP, stem, words

LEAST = 0.33
"""Measures less alike than this, from 0 to 1, are not shown."""
MOST = 3
"""So many are shown of one measure."""
SIZES = (4,)
PIECES = 60
"""So many of its pieces describe a measure: those that weigh most."""
LEADING = 24
"""So many of them lead to others."""
COMMON = 40
"""A piece that more measures have leads to none of them."""
CANDIDATES = 12
"""So many others are compared with a measure in full."""
GENERAL = frozenset(["kommun", "kommunal", "være", "under", "andre"])
"""Stems of words that say nothing of what a measure is about."""
REASONS = 3
"""So many words in common are named."""


class Lik(NamedTuple):
    """A measure that is like another."""

    tiltak: Tiltak
    likhet: float
    """From 0 to 1."""
    felles: tuple[str, ...]
    """Words that both have, as this one has them, the rarest first."""


_made: WeakKeyDictionary[Register, dict[str, list[Lik]]] = WeakKeyDictionary()


def similar(register: Register, tiltak: Tiltak) -> list[Lik]:
    """Return the measures of other plans in force or run out that are most like this one, the most alike first."""
    return prepare(register).get(tiltak.id, [])


def prepare(register: Register) -> dict[str, list[Lik]]:
    """Return what is like each measure, by its id; worked out once for a register."""
    if register not in _made:
        _made[register] = _all(register)
    return _made[register]


def _all(register: Register) -> dict[str, list[Lik]]:
    lines = [one for one in of_today(register.tiltak.values()) if one.plan.data.slag != "steg"]
    texts = [text_of(one) for one in lines]
    rare = Counter(base for text in texts for base in {stem(word) for word in words(text)})
    result = {}
    for i, near in enumerate(_nearest(texts, lines)):
        alike = [
            Lik(lines[j], likeness, in_common(texts[i], texts[j], rare))
            for j, likeness in near
            if likeness >= LEAST
        ]
        if shown := [like for like in alike if like.felles][:MOST]:
            result[lines[i].id] = shown
    return result


def text_of(tiltak: Tiltak) -> str:
    """Return what of a measure is compared."""
    return f"{tiltak.tittel} {tiltak.data.ordlyd}"


@lru_cache(maxsize=200_000)
def _pieces(word: str) -> tuple[str, ...]:
    framed = f" {word} "
    return tuple(framed[i : i + size] for size in SIZES for i in range(len(framed) - size + 1))


def _counted(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for word in words(text):
        if word not in STOP:
            found.update(_pieces(word))
    return found


def vectors(texts: Sequence[str]) -> list[dict[str, float]]:
    """Return what describes each text: its pieces with their weights, the heaviest first, of length 1 in all."""
    counted = [_counted(text) for text in texts]
    having: Counter[str] = Counter()
    for counts in counted:
        having.update(counts.keys())
    rare = {piece: math.log(len(texts) / number) for piece, number in having.items() if number > 1}
    often = [0.0, *(1 + math.log(count) for count in range(1, 1000))]
    described = []
    for counts in counted:
        weighed = [(often[count] * rare[piece], piece) for piece, count in counts.items() if piece in rare]
        length = math.sqrt(sum([weight * weight for weight, _ in weighed])) or 1.0
        weighed.sort(reverse=True)
        described.append({piece: weight / length for weight, piece in weighed[:PIECES]})
    return described


def _nearest(texts: Sequence[str], lines: Sequence[Tiltak]) -> Iterator[list[tuple[int, float]]]:
    """Yield for each measure the places of those of other plans, of the same tema, that are most like it, and how like."""
    described = vectors(texts)
    temaer = [frozenset(tema.id for tema in one.temaer) for one in lines]
    having: dict[str, list[int]] = defaultdict(list)
    for i, pieces in enumerate(described):
        for piece in pieces:
            having[piece].append(i)
    for i, pieces in enumerate(described):
        shared: Counter[int] = Counter()
        leading = [piece for piece in pieces if len(having[piece]) <= COMMON][:LEADING]
        for piece in leading:
            shared.update(having[piece])
        candidates = (
            j
            for j, _ in shared.most_common(4 * CANDIDATES)
            if lines[j].plan is not lines[i].plan and temaer[i] & temaer[j]
        )
        compared = [(j, likeness(pieces, described[j])) for j in islice(candidates, CANDIDATES)]
        yield sorted(compared, key=lambda item: (-item[1], item[0]))


def likeness(one: dict[str, float], other: dict[str, float]) -> float:
    """Return how like two described texts are, from 0 to 1."""
    return sum([one[piece] * other[piece] for piece in one.keys() & other.keys()])


def in_common(one: str, other: str, having: Counter[str]) -> tuple[str, ...]:
    """Return words of `one` that `other` has too, in whatever inflection, the rarest first; not those that are everywhere."""
    theirs = {stem(word) for word in words(other)}
    mine = {stem(word): word for word in reversed(words(one)) if word not in STOP}
    both = [
        base
        for base in mine
        if base not in GENERAL and len(base) > 3 and (base in theirs or _ends_with_one(base, theirs))
    ]
    return tuple(mine[base] for base in sorted(both, key=lambda base: (having[base], base))[:REASONS])


def _ends_with_one(base: str, others: set[str]) -> bool:
    """Return whether a compound ends with one of these, or one of them with it: «matkonferanse» and «konferanse»."""
    return any(
        len(other) > 4
        and base != other
        and (base.endswith(other) or (other.endswith(base) and len(base) > 4))
        for other in others
    )
