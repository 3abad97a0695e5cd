"""Sentences of plan language, drawn from `vocabulary.py` to a wanted length. The same draw gives the same text."""

from __future__ import annotations

import random
from dataclasses import dataclass

from . import words


@dataclass(frozen=True)
class Lengths:
    """How long a cell is, in signs: mean, spread and bounds, as measured in a real plan."""

    mean: float
    spread: float
    least: int
    most: int

    def draw(self, rng: random.Random) -> int:
        """One length."""
        return round(min(max(rng.gauss(self.mean, self.spread), self.least), self.most))


# Measured in data/planer/modum-2015-2019.yml and data/rapporter/modum-naeringsrad-2021.yml.
TITTEL = Lengths(39.9, 8.3, 23, 55)
ORDLYD = Lengths(111.1, 49.5, 43, 211)
MÅL = Lengths(71.2, 34.6, 15, 203)
MILEPÆLER = Lengths(69.7, 34.9, 12, 147)
MERKNAD = Lengths(69.1, 35.3, 31, 156)
OMTALE = Lengths(128.8, 46.5, 64, 326)
SITAT = Lengths(107.5, 50, 40, 262)


class Texts:
    """The texts of one kommune, with its own place names."""

    def __init__(self, rng: random.Random, kommune: str) -> None:
        self.rng = rng
        self.kommune = kommune
        self.places = [place_name(rng) for _ in range(24)]

    def tittel(self) -> str:
        """Return a short title, of at most 70 signs."""
        title = self._thing().capitalize()
        wanted = TITTEL.draw(self.rng)
        for addition in (self._place(), f"og {self._noun()}"):
            if len(title) + len(addition) // 2 < wanted:
                title = f"{title} {addition}"
        return title[:70].rstrip()

    def ordlyd(self) -> str:
        """Return what is to be done."""
        start = self.rng.choice(words.SUBJECTS).format(k=self.kommune)
        sentence = f"{start} {self.rng.choice(words.VERBS)} {self._thing()} {self._place()}"
        return self._lengthen(sentence, ORDLYD.draw(self.rng))

    def mål(self) -> str:
        """Return what it is to lead to."""
        sentence = f"{self._thing().capitalize()} {self.rng.choice(words.RESULTS)}"
        return self._lengthen(sentence, MÅL.draw(self.rng))

    def milepæl(self, year: int | None, length: int) -> str:
        """One milestone without a sign that ends it, with its year in it when it has one."""
        start = f"{self.rng.choice(words.MILESTONES)} {year}" if year else self._thing().capitalize()
        return start if len(start) + 12 > length else f"{start} for {self._thing()} {self._place()}"

    def merknad(self) -> str:
        """Return an editor's remark."""
        return self._lengthen(self.rng.choice(words.REMARKS), MERKNAD.draw(self.rng)) + "."

    def omtale(self) -> str:
        """Return what a source says, in the editors' words."""
        start = f"{self._thing().capitalize()} {self.rng.choice(words.RESULTS)}, ifølge kilden"
        return self._lengthen(start, OMTALE.draw(self.rng)) + "."

    def sitat(self) -> str:
        """Return a source's own words."""
        return self._lengthen(self.rng.choice(words.OUTCOMES), SITAT.draw(self.rng)) + "."

    def _lengthen(self, sentence: str, wanted: int) -> str:
        """Clauses and further things, until about that long."""
        while len(sentence) < wanted - 25:
            sentence += self.rng.choice(
                (
                    f" {self.rng.choice(words.PURPOSES)}",
                    f" {self._place()}",
                    f", {self._thing()} og {self._noun()}",
                    f". {self._thing().capitalize()} {self.rng.choice(words.RESULTS)}",
                )
            )
        return sentence

    def _noun(self) -> str:
        """Return a noun of two words that are drawn."""
        return self.rng.choice(words.FIRST) + self.rng.choice(words.LAST)

    def _thing(self) -> str:
        """Return a noun with an adjective."""
        return f"{self.rng.choice(words.ADJECTIVES)} {self._noun()}"

    def _place(self) -> str:
        """Return words for a place in the kommune."""
        one, other = self.rng.sample(self.places, 2)
        return self.rng.choice(words.PLACES).format(s=one, e=other)


def place_name(rng: random.Random) -> str:
    """Return a name that could be a place's."""
    return "".join(rng.choice(part) for part in words.SYLLABLES)
