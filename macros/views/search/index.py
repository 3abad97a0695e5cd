"""The index of the search, in files that a browser fetches as it needs them; one is made for each register.

fasetter   what a list or a search is limited and sorted by, for all documents; small enough to be fetched at once
ord        every stem that is found, by one of its words, in order
treff-N    for each of a run of stems the documents that have it, and where: 3 in the title, 2 in the text, 1 elsewhere
dok-N      address, title, text and more of a run of documents, for those that are shown

Each file begins with the version of the whole, so that a page that stays open while the site is made anew can see that
a later file belongs to another index (`docs/assets/indeks.js`).
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

from ...format.meldt import TELLEORD
from ...register.entities import ROLLER, Register
from ...register.ordering import alphabetic
from ..filters import with_kommune
from .documents import Document, count, documents, state_of, status_of
from .words import STOP, first_parts, stem, words

FOLDER = "sok/indeks/"
DOCUMENTS_PER_FILE = 32
"""So that a file is some ten kilobytes packed, and the ten hits of a page lie in at most ten files."""
DOCUMENTS_PER_RUN = 500
"""For each so many documents there is one file more of `treff`."""
TEXT = 600
"""So many signs of a text are kept for the piece that a hit shows."""

Value = tuple[str, str]
"""A value of a facet: what it is in an address, and what it is called."""
FACETS: dict[str, Callable[[Document], Iterable[Value]]] = {
    "type": lambda one: [(one.slag, one.slag)],
    "kommune": lambda one: [(kommune.id, kommune.navn) for kommune in one.kommuner],
    "tema": lambda one: [(tema.id, tema.navn) for tema in one.temaer],
    "status": lambda one: [status_of(one.status)] if one.status else [],
    "planen": lambda one: [state_of(one.plan)] if one.plan else [],
    "plan": lambda one: [(one.plan.id, one.plan.navn)] if one.plan else [],
    "ar": lambda one: [(str(year), str(year)) for year in one.år],
    "aktor": lambda one: [(aktør.id, with_kommune(aktør)) for aktør, _ in one.roller],
}


@dataclass(frozen=True)
class Indeksfil:
    """One file of the index, by its name within the folder, without ending."""

    navn: str

    @property
    def sti(self) -> str:
        """Return the address of the file within the site."""
        return f"{FOLDER}{self.navn}.json"


def files(register: Register) -> list[Indeksfil]:
    """Return the files of the index; only how many documents there are is looked at, so that this takes no time."""
    number = count(register)
    runs = [f"treff-{i}" for i in range(_runs(number))]
    shown = [f"dok-{i}" for i in range(-(-number // DOCUMENTS_PER_FILE))]
    return [Indeksfil(name) for name in ("fasetter", "ord", *runs, *shown)]


def _runs(number: int) -> int:
    return 1 + number // DOCUMENTS_PER_RUN


_made: WeakKeyDictionary[Register, Index] = WeakKeyDictionary()


def index_of(register: Register) -> Index:
    """Return the index of a register, made once."""
    if register not in _made:
        _made[register] = Index(list(documents(register)))
    return _made[register]


class Index:
    """The index of some documents; what is in its files is worked out when the first is asked for."""

    def __init__(self, found: list[Document]) -> None:
        """Take the documents in the order in which hits of the same weight are shown."""
        self.documents = found

    def file(self, name: str) -> bytes:
        """Return a file by its name: JSON with the version. Raises KeyError for one that is not."""
        body = json.dumps(
            {"v": self.version, **self._bodies[name]}, ensure_ascii=False, separators=(",", ":")
        )
        return body.encode()

    @cached_property
    def version(self) -> str:
        """Return what tells this index from others."""
        whole = json.dumps(self._bodies, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(whole.encode()).hexdigest()[:12]

    @cached_property
    def _bodies(self) -> dict[str, dict[str, Any]]:
        postings = self._postings()
        stems = sorted(postings)
        starts = _starts([len(postings[one]) for one in stems], _runs(len(self.documents)))
        bodies: dict[str, dict[str, Any]] = {
            "fasetter": self._facets(),
            "ord": {"ord": " ".join(self._spoken[one] for one in stems), "start": starts},
        }
        for i, (first, last) in enumerate(zip(starts, [*starts[1:], len(stems)], strict=True)):
            bodies[f"treff-{i}"] = {"treff": [postings[one] for one in stems[first:last]]}
        for i in range(0, len(self.documents), DOCUMENTS_PER_FILE):
            shown = [_shown(one) for one in self.documents[i : i + DOCUMENTS_PER_FILE]]
            bodies[f"dok-{i // DOCUMENTS_PER_FILE}"] = {"dok": shown}
        return bodies

    def _postings(self) -> dict[str, list[int]]:
        """Return for each stem its documents in order, each as 4 × its number + where the word stands, less the one before."""
        found: dict[str, dict[int, int]] = defaultdict(dict)
        spoken: dict[str, Counter[str]] = defaultdict(Counter)
        for number, one in enumerate(self.documents):
            for where, text in ((1, one.ekstra), (2, one.tekst), (3, f"{one.nr} {one.tittel}")):
                for word in (*words(text), *first_parts(text)):
                    if word not in STOP:
                        base = stem(word)
                        found[base][number] = where
                        spoken[base][word] += 1
        self._spoken = {
            base: min(counts, key=lambda word: (-counts[word], word)) for base, counts in spoken.items()
        }
        return {base: _differences(by_document) for base, by_document in found.items()}

    def _facets(self) -> dict[str, Any]:
        facets = {name: _facet(values, self.documents) for name, values in FACETS.items()}
        order = sorted(range(len(self.documents)), key=lambda i: alphabetic(self.documents[i].tittel))
        rank = [0] * len(order)
        for place, number in enumerate(order):
            rank[number] = place
        roles: list[str] = list(ROLLER)
        return {
            "antall": len(self.documents),
            "per_fil": DOCUMENTS_PER_FILE,
            "fasetter": facets,
            "tittelrang": rank,
            "rollenavn": roles,
            "roller": [[roles.index(rolle) for _, rolle in one.roller] for one in self.documents],
        }


def _differences(by_document: dict[int, int]) -> list[int]:
    listed, before = [], 0
    for number in sorted(by_document):
        listed.append((number - before) * 4 + by_document[number])
        before = number
    return listed


def _starts(sizes: list[int], runs: int) -> list[int]:
    """Return where each of so many runs of about the same size begins."""
    whole, starts, reached = sum(sizes), [0], 0
    for i, size in enumerate(sizes):
        if reached >= whole * len(starts) / runs and len(starts) < runs:
            starts.append(i)
        reached += size
    return starts + [len(sizes)] * (runs - len(starts))


def _facet(values: Callable[[Document], Iterable[Value]], found: list[Document]) -> dict[str, Any]:
    """Return a facet: its values, and for each document the places of its own among them (one alone as a number)."""
    own = [list(values(one)) for one in found]
    used = sorted(dict.fromkeys(v for each in own for v in each), key=_order)
    known = {value: place for place, value in enumerate(used)}
    places = [[known[value] for value in each] for each in own]
    return {
        "verdier": list(known),
        "av": [each[0] if len(each) == 1 else each for each in places],
    }


_STATUSES = list(TELLEORD)


def _order(value: Value) -> Any:
    """Return what the values of a facet are ordered by: statuses as they are told of, all else by its name."""
    key, name = value
    return (_STATUSES.index(key), alphabetic("")) if key in _STATUSES else (0, alphabetic(name))


def _shown(one: Document) -> list[Any]:
    """Return what a hit or a row of a list shows: address, title, number, text, year of the status."""
    text = one.tekst if len(one.tekst) <= TEXT else f"{one.tekst[:TEXT].rsplit(' ', 1)[0]} …"
    return [one.adresse, one.tittel, one.nr, text, one.rapportert]
