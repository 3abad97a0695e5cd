"""Draw pairs of measures for a person to judge, blind: `python -m tests.views.draw_pairs SEED [utenfor | vist]`.

`vist`: those that the site shows and nobody has judged, when there are more plans. Add them to «nye» in `likhet.yml`.

How the pairs of `likhet.yml` came about, in this order, so that what is held back says something new:

1. The pieces, their weights and the bounds were chosen by a hundred pairs that had been judged before («før»), and so
   were the thresholds in question, THRESHOLDS.
2. This program, with seed 17, drew every pair that the site would show were the threshold as low as DRAWN, and RANDOM
   pairs more that have a tema in common (shown by the rules of then, so the same seed gives other pairs today); of
   places that have no kommune in common, and none judged before. Those of the pairs judged before that it would show
   are judged again by the same question («igjen»): the site shows them too.
3. Each was judged by reading both texts, in an order drawn at random, without the likeness and without knowing which
   pairs would be shown. The question: would a person who works on the one measure gain from seeing the other, because
   the two want the same thing? Two that only share a word, a means («samarbeid», «kurs») or a tema, do not.
4. The half of the new pairs that `held_back` says is held back. The threshold is the lowest of THRESHOLDS at which at
   least MARGIN of what is shown of all other pairs is judged alike. Then, once, the half that was held back is counted.

The rule was written and committed before the first pair was judged. What came of it:

- By it no threshold would do: at most five of six pairs were alike. Those that were not had one word in common, so two
  were asked for from then on, each way; then all six at 0.26 were alike. Committed before the other half was counted.
- The half that was held back had two such pairs at 0.26, and one of them was alike: too few to say anything, and not
  enough. What was wrong with the other was that its words said how and not what («konferanse», «relevante aktører»).
  A list of such words was made, of words of plans in general; they alone are no reason. Of what is shown since, seven
  pairs at 0.26, all are judged alike: exact for the plans as they were, and no independent evidence for other plans.
- No pair that would be shown was left unjudged. So with seed 18 the program drew all other pairs that are worded alike
  by the same rule, but have no tema in common or are steps of an action plan, which the site leaves out («utenfor»),
  down to DRAWN, and as many at random. Of the twelve one was alike, and of the two above 0.26 none: the site is right
  to ask for a tema in common. To be on the safe side the threshold was raised to 0.30, with six pairs, all alike.
- Last came the bound LIGHT of `alike.py`, for the time it takes on a large site. The six pairs are the same.
- What the one who judged knew: four of the eight pairs that were shown before, with their likeness, had been seen in a
  list. The one who judged also wrote the rule.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import yaml

from macros import read_register
from macros.register.entities import Register, Tiltak
from macros.register.history import of_today
from macros.views.search import alike, similar

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
DAY = date(2026, 11, 26)
THRESHOLDS = (0.26, 0.30, 0.33, 0.36, 0.40)
MARGIN = 0.85
DRAWN = 0.15
RANDOM = 60
JUDGED = ("nye", "igjen", "utenfor")

Pair = tuple[str, str]


def held_back(pair: Pair) -> bool:
    """Return whether a new pair is of the half that is held back."""
    return bool(hashlib.sha256(" ".join(sorted(pair)).encode()).digest()[0] & 1)


def fingerprint(one: Tiltak, other: Tiltak) -> str:
    """Return what tells whether the texts of two measures are those that were judged."""
    texts = sorted([similar.text_of(one), similar.text_of(other)])
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]


def likeness(one: alike.Described, other: alike.Described) -> float:
    """Return how like two texts of one corpus are, from 0 to 1."""
    return alike.product(dict(zip(one.pieces, one.weights, strict=True)).get, one.length, other)


def shown(register: Register, least: float) -> set[Pair]:
    """Return each pair that is shown on some page of the site, were the threshold `least`."""
    return {
        (min(id_, like), max(id_, like))
        for id_, found in similar.found(similar.lines_of(register), least).items()
        for like, _, _ in found
    }


def drawn(register: Register, seed: int, before: set[Pair]) -> Iterator[tuple[Tiltak, Tiltak]]:
    """Yield the pairs to judge, in an order drawn at random."""
    drawing = random.Random(seed)
    lines = similar.lines_of(register)
    possible = {
        (min(one.id, other.id), max(one.id, other.id))
        for one, other in combinations(lines, 2)
        if similar.place_of(one).isdisjoint(similar.place_of(other)) and set(one.temaer) & set(other.temaer)
    }
    like = shown(register, DRAWN)
    pairs = sorted(like) + drawing.sample(sorted(possible - like - before), RANDOM)
    drawing.shuffle(pairs)
    for pair in pairs:
        one, other = drawing.sample(pair, 2)
        yield register.tiltak[one], register.tiltak[other]


def outside(register: Register, seed: int, judged: set[Pair]) -> Iterator[tuple[Tiltak, Tiltak]]:
    """Yield the pairs that are worded alike but not shown whatever the threshold, and as many others, in a random order."""
    drawing = random.Random(seed)
    lines = of_today(register.tiltak.values())
    texts, places = [similar.text_of(one) for one in lines], [similar.place_of(one) for one in lines]
    described = alike.describe(texts, places).texts
    like: list[Pair] = []
    others: list[Pair] = []
    for i, j in combinations(range(len(lines)), 2):
        pair = min(lines[i].id, lines[j].id), max(lines[i].id, lines[j].id)
        if pair in judged or not places[i].isdisjoint(places[j]):
            continue
        near = likeness(described[i], described[j]) >= DRAWN
        (like if near and similar.reasons(texts[i], texts[j], {}) else others).append(pair)
    pairs = like + drawing.sample(others, len(like))
    drawing.shuffle(pairs)
    for pair in pairs:
        yield register.tiltak[pair[0]], register.tiltak[pair[1]]


def main(seed: int, which: str = "") -> None:
    """Write the pairs with their texts; those never shown if `which` says «utenfor», those shown now if «vist»."""
    register, _ = read_register(DATA, DAY)
    assert register is not None
    read = yaml.safe_load((HERE / "likhet.yml").read_text("utf-8"))
    before = {(min(one, other), max(one, other)) for one, other, _ in read["før"]}
    judged = {(min(one, other), max(one, other)) for key in JUDGED for one, other, *_ in read.get(key, [])}
    if which == "vist":
        left = sorted(shown(register, similar.LEAST) - judged)
        drawing = iter([(register.tiltak[one], register.tiltak[other]) for one, other in left])
    elif which == "utenfor":
        drawing = outside(register, seed, before | judged)
    else:
        drawing = drawn(register, seed, before)
    for one, other in drawing:
        print(f"  - [{one.id}, {other.id}, {fingerprint(one, other)}, ?]")
        for each in (one, other):
            print(f"    # {each.tittel}\n    #    {' '.join(each.data.ordlyd.split())}")


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
