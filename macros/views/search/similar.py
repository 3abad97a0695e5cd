"""Measures elsewhere that are worded alike: what is shown under «Lignende tiltak», with what they have in common.

Elsewhere is where none of the measure's kommuner are, and a kommune that has become a part of another is the same
place: a kommune's draft, or its earlier edition, is not elsewhere. Two measures have a tema in common, are worded
alike (`alike.py`), and have words in common that say what is wanted: without them there is nothing to say of why, and
nothing is shown.

**How good it is.** Top three of all 185 lines, before any threshold: 0.40 have a tema in common (of words alone 0.33, of
all pieces of 3 to 5 letters 0.42 to 0.44, by chance 0.17). What is shown was judged by reading: of the six pairs of
measures that are shown of the plans of November 2026, all six want the same thing. That is exact for those plans and
says little of others, as no pair was left to try the last rules on; at one word and 0.33 it was five of eight.
`tests/views/draw_pairs.py` tells how the pairs were drawn and what was changed when, and writes the pairs that are shown
and not judged when there are more plans.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from ...register.entities import Kommune, Register, Tiltak
from ...register.history import of_today
from ...tools.store import Store, digest
from .alike import describe, nearest
from .words import STOP, stem, words

LEAST = 0.30
"""Measures less alike than this, from 0 to 1, are not shown."""
MOST = 3
"""So many are shown of one measure."""
GENERAL = frozenset(["kommun", "kommunal", "være", "under", "andre"])
"""Stems of words that say nothing of what a measure is about."""
_HOW = """
arbeide arbeid jobbe bidra initiativ støtte styrke sikre utvikle utvikling videreutvikle videreføre
øke bedre fremme stimulere etablere etablering tilby tilbud legge rette tilrettelegge følge
gjennomføre gjennomføring skape vurdere utrede utredning kartlegge kartlegging evaluere pådriver
rolle samarbeid samarbeide dialog møte kurs konferanse seminar prosjekt forprosjekt tiltak mulighet
behov mål formål aktør relevant aktuell ny flere god ulike viktig større årlig region regional
lokal offentlig privat næring næringsliv bedrift virksomhet
"""
MANNER = frozenset(map(stem, _HOW.split()))
"""Stems of words that say how, or with whom, and not what is wanted: these alone are no reason."""
REASONS = 3
"""So many words in common are named."""
FEWEST = 2
"""So many words each has in common with the other, or it is not shown."""


class Lik(NamedTuple):
    """A measure that is like another."""

    tiltak: Tiltak
    likhet: float
    """From 0 to 1."""
    felles: tuple[str, ...]
    """Words that both have, as this one has them, the rarest first."""


Found = dict[str, list[tuple[str, float, list[str]]]]
"""By the id of a measure: the ids of those like it, how like, and the words in common."""

_latest: dict[bytes, Found] = {}
"""What was found last in this process, by the digest of what it was found from: a preview makes a register for each edit."""
_made: WeakKeyDictionary[Register, dict[str, list[Lik]]] = WeakKeyDictionary()


def similar(register: Register, tiltak: Tiltak) -> list[Lik]:
    """Return the measures elsewhere, in plans that are not replaced, that are most like this one, the most alike first."""
    return prepare(register).get(tiltak.id, [])


def prepare(register: Register, store: Store | None = None) -> dict[str, list[Lik]]:
    """Return what is like each measure, by its id; worked out once for a register.

    What is found is kept in `store` by all that it is found from, so that it is found again at once until a wording,
    a tema or a plan's state changes.
    """
    if register not in _made:
        _made[register] = {
            id_: [Lik(register.tiltak[other], likeness, tuple(both)) for other, likeness, both in its]
            for id_, its in found(lines_of(register), LEAST, store).items()
        }
    return _made[register]


def lines_of(register: Register) -> list[Tiltak]:
    """Return the measures that are compared: those of today, without the steps of how a plan is made."""
    return [one for one in of_today(register.tiltak.values()) if one.plan.data.slag != "steg"]


def found(lines: Sequence[Tiltak], least: float, store: Store | None = None) -> Found:
    """Return those of some measures that are at least so like each, by ids, from the store if it has them."""
    texts = [text_of(one) for one in lines]
    places = [place_of(one) for one in lines]
    temaer = [frozenset([tema.id for tema in one.temaer]) for one in lines]
    ids = [one.id for one in lines]
    asked = least, ids, texts, [sorted(one) for one in places], [sorted(one) for one in temaer]
    key = digest("lignende", json.dumps(asked, ensure_ascii=False))
    if key in _latest:
        return _latest[key]
    store = store or Store()
    if (kept := store.get(key)) is not None:
        made = {id_: [(one, how, both) for one, how, both in its] for id_, its in json.loads(kept).items()}
    else:
        made = compared(ids, texts, places, temaer, least)
        store.put(key, json.dumps(made, ensure_ascii=False).encode())
    _latest.clear()
    _latest[key] = made
    return made


def text_of(tiltak: Tiltak) -> str:
    """Return what of a measure is compared: its title, and on a line of its own its wording."""
    return f"{tiltak.tittel}\n{tiltak.data.ordlyd}"


def place_of(tiltak: Tiltak) -> frozenset[str]:
    """Return the ids of the kommuner of the measure's plan, and of those that they have become a part of."""
    found: set[str] = set()
    left = [*tiltak.plan.kommuner]
    while left:
        kommune: Kommune = left.pop()
        if kommune.id not in found:
            found.add(kommune.id)
            left += kommune.etterfølgere
    return frozenset(found)


def compared(
    ids: Sequence[str],
    texts: Sequence[str],
    places: Sequence[frozenset[str]],
    temaer: Sequence[frozenset[str]],
    least: float,
) -> Found:
    """Return what is at least so like each of some measures; one that nothing is like is left out."""
    having = _having(texts)
    result: Found = {}
    for i, near in enumerate(nearest(describe(texts, places), places, temaer)):
        its: list[tuple[str, float, list[str]]] = []
        for j, likeness in near:
            if likeness < least or len(its) == MOST:
                break
            if both := reasons(texts[i], texts[j], having):
                its.append((ids[j], likeness, [*both]))
        if its:
            result[ids[i]] = its
    return result


def _having(texts: Iterable[str]) -> Counter[str]:
    """Return how many times each stem is in the texts, once for each inflection that a text has."""
    having: Counter[str] = Counter()
    for word, number in Counter(word for text in texts for word in set(words(text))).items():
        having[stem(word)] += number
    return having


def reasons(one: str, other: str, having: Mapping[str, int]) -> tuple[str, ...]:
    """Return the words of `one` to name as the reason why it is like `other`; none when there are too few, either way."""
    both = in_common(one, other, having)
    fewest = min(len(both), len(in_common(other, one, having))) if both else 0
    return both if fewest >= FEWEST else ()


def in_common(one: str, other: str, having: Mapping[str, int]) -> tuple[str, ...]:
    """Return words of `one` that `other` has too, in whatever inflection; none if they only say how it is done.

    What is wanted comes first, the rarest word before others. A compound has the word that it ends with in common:
    «matkonferanse» and «konferanse».
    """
    mine, theirs = _stems(one), _stems(other)
    ends = "".join([f"{base} " for base in theirs])
    both = [
        base
        for base in mine
        if base not in GENERAL
        and len(base) > 3
        and (base in theirs or (len(base) > 4 and f"{base} " in ends) or _ends_with_one(base, theirs))
    ]
    both.sort(key=lambda base: (base in MANNER, having.get(base, 0), base))
    if not both or both[0] in MANNER:
        return ()
    return tuple([_written(mine[base], one) for base in _once(both, theirs)[:REASONS]])


@lru_cache(maxsize=10_000)
def _stems(text: str) -> dict[str, str]:
    """Return the stems of a text, each with the first of its words that has it."""
    return {stem(word): word for word in reversed(words(text)) if word not in STOP}


def _once(bases: list[str], theirs: Mapping[str, str]) -> list[str]:
    """Return some stems without those that end alike: of «høyskolemiljø» and «miljø» the one that the other text has."""
    kept: list[str] = []
    for base in sorted(bases, key=lambda base: base not in theirs):
        if not any(base.endswith(one) or one.endswith(base) for one in kept):
            kept.append(base)
    return [base for base in bases if base in kept]


_WITHIN = re.compile(r"(?:(?<=[\w,;)] )|(?<=/))[^\W\d_]+")
"""A word that does not begin a sentence."""


def _written(word: str, text: str) -> str:
    """Return a word in lower case as the text has it within a sentence, so that a name keeps its capital."""
    return next((form for form in _WITHIN.findall(text) if form.lower() == word), word)


def _ends_with_one(base: str, others: Mapping[str, str]) -> bool:
    """Return whether a compound ends with one of these, of more than four letters."""
    return any(base[begin:] in others for begin in range(1, len(base) - 4))
