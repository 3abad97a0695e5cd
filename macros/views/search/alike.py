"""Which of many texts are worded alike, and how like: by the pieces of four letters that their words have in common.

Each piece is weighed by how often the text has it and how rare it is among the texts (TF-IDF), so that
«reiselivskonferanse» and «konferanse for reiselivet» have something in common. Knows texts, what each is about and
where it is from, and nothing of plans. The work and the memory grow with the number of texts, however alike they are:

    a text        is described by its PIECES heaviest pieces
    LEADING       of these, every other one, lead to others about the same
    a piece       leads to COMMON texts about one thing, the shortest of each place first
    CANDIDATES    that have most of the leading pieces are compared with the text in full
"""

from __future__ import annotations

import math
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat
from operator import mul
from typing import NamedTuple

from .words import STOP, words

SIZE = 4
"""So many letters has a piece; where a word begins or ends counts as one."""
PIECES = 60
"""So many of its pieces describe a text: those that weigh most."""
LEADING = 16
"""So many of them lead to others. Only every other piece of all does: those beside each other come and go together."""
LIGHT = 1 / 3
"""A piece that weighs less than this part of the heaviest of a text does not lead: nearly all have it."""
SHARED = 2
"""So many leading pieces two texts have in common, or they are not compared."""
COMMON = 16
"""To so many texts about one thing a piece leads."""
CANDIDATES = 8
"""So many others are compared with a text in full."""


class Described(NamedTuple):
    """What describes a text: the heaviest of its pieces, by number, with their weights; the heaviest first."""

    pieces: tuple[int, ...]
    weights: tuple[float, ...]
    length: float
    """The length of the vector of all its pieces, also those that are left out."""


class Corpus(NamedTuple):
    """Many texts, described by pieces that are numbered for them alone."""

    texts: list[Described]
    leads: list[tuple[int, ...]]
    """The leading pieces of each text."""


class _Pieces:
    """The pieces of words, numbered as they are first seen."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self._of: dict[str, tuple[int, ...]] = dict.fromkeys(STOP, ())

    def of(self, text: str) -> array[int]:
        """Return the pieces of a text, in its order and each as many times as the text has it."""
        known = self._of
        its = [known[word] if word in known else self._new(word) for word in words(text)]
        return array("I", [*chain.from_iterable(its)])

    def _new(self, word: str) -> tuple[int, ...]:
        framed, numbers = f" {word} ", self.numbers
        cut = [framed[i : i + SIZE] for i in range(len(framed) - SIZE + 1)]
        its = self._of[word] = tuple([numbers.setdefault(piece, len(numbers)) for piece in cut])
        return its


def describe(texts: Sequence[str], places: Sequence[frozenset[str]]) -> Corpus:
    """Return what describes each text. A piece that the texts of one place alone have leads nowhere.

    `places`: where each text is from. Of pieces that weigh the same, those that the text has first are taken.
    """
    pieces = _Pieces()
    sequences = [pieces.of(text) for text in texts]  # counted twice: all the counts at once take much memory
    having = Counter(chain.from_iterable(map(set, sequences)))
    rare = [0.0] * len(pieces.numbers)
    for piece, number in having.items():
        if number > 1:
            rare[piece] = math.log(len(texts) / number)
    often = [0.0, *(1 + math.log(count) for count in range(1, max(map(len, sequences), default=0) + 1))]
    leading = _leading(pieces, sequences, places)
    corpus = Corpus([], [])
    for sequence in sequences:
        counts = Counter(sequence)
        its = [*counts]
        weights = [
            rare[piece] if count == 1 else often[count] * rare[piece] for piece, count in counts.items()
        ]
        length = math.sqrt(sum(map(mul, weights, weights))) or 1.0
        order = sorted(range(len(its)), key=weights.__getitem__, reverse=True)[:PIECES]
        heaviest = [(its[i], weights[i]) for i in order]
        least = LIGHT * max(weights, default=0.0)
        leads = [piece for piece, weight in heaviest if piece in leading and weight >= least]
        corpus.leads.append(tuple(leads[:LEADING]))
        its, weights = [its[i] for i in order], [weights[i] for i in order]
        corpus.texts.append(Described(tuple(its), tuple(weights), length))
    return corpus


def _leading(pieces: _Pieces, sequences: Sequence[array[int]], places: Sequence[frozenset[str]]) -> set[int]:
    """Return the pieces that may lead to others: every other one, drawn by its letters, if texts of two places have it."""
    of_place: defaultdict[frozenset[str], set[int]] = defaultdict(set)
    for sequence, place in zip(sequences, places, strict=True):
        of_place[place].update(sequence)
    having = Counter(chain.from_iterable(of_place.values()))
    return {
        number
        for piece, number in pieces.numbers.items()
        if having[number] > 1 and zlib.crc32(piece.encode()) & 1
    }


def nearest(
    corpus: Corpus, places: Sequence[frozenset[str]], subjects: Sequence[frozenset[str]]
) -> Iterator[list[tuple[int, float]]]:
    """Yield for each text those that are most like it, by their numbers, and how like; the most alike first.

    Each is about something that the text is about too, and from no place that it is from.
    """
    texts, found = corpus.texts, _found(corpus, places, subjects)
    compared: list[dict[int, float]] = []
    for i, (pieces, weights, length) in enumerate(texts):
        weight_of = dict(zip(pieces, weights, strict=True)).get
        near: dict[int, float] = {}
        for one in sorted(found[i]):
            if len(near) == CANDIDATES:
                break
            j = one % len(texts)
            if j not in near and places[j].isdisjoint(places[i]):
                known = compared[j].get(i) if j < i else None
                near[j] = product(weight_of, length, texts[j]) if known is None else known
        compared.append(near)
        found[i] = []
        yield sorted(near.items(), key=lambda item: (-item[1], item[0]))


def _found(
    corpus: Corpus, places: Sequence[frozenset[str]], subjects: Sequence[frozenset[str]]
) -> list[list[int]]:
    """Return for each text the others that its leading pieces lead to, as numbers that sort by how many they share.

    Divided by how many texts there are, the rest is the number of the other: one number takes less than two.
    """
    by_subject: defaultdict[str, list[int]] = defaultdict(list)
    for i in _in_turn(corpus.texts, places):
        for subject in subjects[i]:
            by_subject[subject].append(i)
    total = len(corpus.texts)
    found: list[list[int]] = [[] for _ in corpus.texts]
    for _, members in sorted(by_subject.items()):
        leads_to = _leads_to(corpus.leads, members)
        for i in members:
            shared = Counter(chain.from_iterable(map(leads_to.__getitem__, corpus.leads[i])))
            found[i] += [j - count * total for j, count in shared.items() if count >= SHARED]
    return found


def _in_turn(texts: Sequence[Described], places: Sequence[frozenset[str]]) -> list[int]:
    """Return the numbers of the texts, the shortest of each place first, then the second of each: no place is in the way."""
    turn: Counter[frozenset[str]] = Counter()
    turns = []
    for i in sorted(range(len(texts)), key=lambda i: texts[i].length):
        turn[places[i]] += 1
        turns.append((turn[places[i]], i))
    return [i for _, i in sorted(turns, key=lambda item: item[0])]


def _leads_to(leads: Sequence[tuple[int, ...]], members: Sequence[int]) -> dict[int, list[int]]:
    """Return which of some texts each leading piece leads to: the first `COMMON` that have it."""
    to: defaultdict[int, list[int]] = defaultdict(list)
    for i in members:
        for piece in leads[i]:
            its = to[piece]
            if len(its) < COMMON:
                its.append(i)
    return to


def product(weight_of: Callable[[int, float], float], length: float, other: Described) -> float:
    """Return how like another text is to one whose weights and length are given, from 0 to 1."""
    mine = map(weight_of, other.pieces, repeat(0.0))
    together: float = sum(map(mul, mine, other.weights))
    return together / length / other.length
