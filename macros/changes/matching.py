"""Match the things of one state of the data with those of another: the same, changed, moved, new or gone.

A thing that has kept its number and its words is the same. One that has kept its words alone is moved, so that a plan
that is renumbered is not taken for one that is rewritten. What is left and has kept its number alone is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..format.kinds import KINDS, Slag, needs
from ..reading.data import Data
from ..reading.inventory import Ting, things


@dataclass(frozen=True, eq=False, slots=True)
class Pair:
    """A thing as it was before and as it is after; None for a thing that is new, or gone."""

    before: Ting | None
    after: Ting | None

    @property
    def ting(self) -> Ting:
        """Return the thing as it is, or as it last was."""
        found = self.after or self.before
        assert found
        return found


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two states of the data beside each other."""

    before: Data
    after: Data
    pairs: list[Pair]
    """Everything in the files that are not the same, in the order of the new state; what is gone comes last."""
    left_out: frozenset[str]
    """The files that cannot be compared, because one of the states could not be read there."""

    def now_at(self, adresse: str) -> Ting | None:
        """Return the thing that was at an address, as it is now; None when it is gone."""
        return self._by_address.get(adresse)

    @cached_property
    def new_id(self) -> dict[tuple[str, str], str]:
        """Return the new id of each thing that has another, by its kind and its old id, unless another thing has that one now."""
        now = {(pair.after.slag, pair.after.id) for pair in self.pairs if pair.after}
        both = ((pair.before, pair.after) for pair in self.pairs if pair.before and pair.after)
        return {
            (old.slag, old.id): new.id
            for old, new in both
            if old.id != new.id and (old.slag, old.id) not in now
        }

    @cached_property
    def _by_address(self) -> dict[str, Ting]:
        return {
            pair.before.adresse: pair.after
            for pair in self.pairs
            if pair.before and pair.after and pair.before.adresse
        }


def compare(before: Data, after: Data) -> Comparison:
    """Return the comparison of two states of the data. A file that one of them could not read is left out of both."""
    broken = before.broken | after.broken
    same = {
        file
        for file, document in after.documents.items()
        if document.key and file in before.documents and before.documents[file].key == document.key
    }
    old, new = (
        [one for one in things(data) if one.file not in broken and one.file not in same]
        for data in (before, after)
    )
    return Comparison(before, after, _Pairs(old, new).all, broken)


Trait = Callable[[Any], Iterable[Hashable | None]]
"""What a thing is known again by: from its data to values; None where it has nothing there."""


def _field(*names: str) -> Trait:
    """Return the trait of a thing that is made of these fields of it, together."""

    def read(data: Any) -> Iterator[Hashable | None]:
        values = tuple(getattr(data, name) for name in names)
        yield values if any(values) else None

    return read


def _names(aktør: Any) -> Iterator[Hashable]:
    """Yield each name of an aktør, which is a trait by itself."""
    yield from (aktør.navn, *aktør.varianter)


TRAITS: dict[Slag, tuple[Trait, ...]] = {
    "fylke": (_field("navn"),),
    "kommune": (_field("navn"), _field("numre")),
    "tema": (_field("navn"), _field("beskrivelse")),
    "aktør": (_field("navn"), _names),
    "plan": (_field("tittel"), _field("kortnavn")),
    "innsatsområde": (_field("tittel"),),
    "del": (_field("tittel", "ordlyd", "mål"), _field("tittel")),
    "tiltak": (_field("ordlyd"), _field("tittel")),
    "rapport": (_field("tittel"), _field("kortnavn")),
    "punkt": (_field("sitat"), _field("omtale"), _field("tittel")),
    "rettelse": (_field("hva"), _field("hvorfor")),
    "videresending": (_field("gammel"),),
}
"""What each kind of thing is known again by when its number or id is another, the surest first."""
needs("TRAITS in macros/changes/matching.py", TRAITS, KINDS)


class _Pairs:
    """Finds each thing of the earlier state in the later one: `all` has the pairs."""

    def __init__(self, old: list[Ting], new: list[Ting]) -> None:
        self._found: dict[Ting, Ting] = {}
        self._taken: set[Ting] = set()
        # In the order of KINDS, so that a plan is paired before what stands in it: `_id` asks for the plan's pair.
        for slag in KINDS:
            self._pair([one for one in old if one.slag == slag], [one for one in new if one.slag == slag])
        before = {new: old for old, new in self._found.items()}
        self.all = [Pair(before.get(one), one) for one in new]
        self.all += [Pair(one, None) for one in old if one not in self._found]

    def _pair(self, old: list[Ting], new: list[Ting]) -> None:
        """Pair the things of one kind, by their surest trait first."""
        if not old or not new:
            return
        first, *others = TRAITS[old[0].slag]
        # Number and words; then words alone (moved), lesser words, and last the number alone (changed).
        self._match(old, new, lambda one: ((self._id(one), trait) for trait in first(one.data) if trait))
        self._match(old, new, lambda one: first(one.data))
        for trait in others:
            self._match(old, new, lambda one, trait=trait: trait(one.data))  # type: ignore[misc]
        self._match(old, new, lambda one: [self._id(one)])

    def _match(self, old: list[Ting], new: list[Ting], trait: Trait) -> None:
        """Pair the things that have a trait in common, the first with the first."""
        free: dict[Hashable, list[Ting]] = {}
        for one in new:
            if one not in self._taken:
                for key in trait(one):
                    free.setdefault(key, []).append(one)
        for one in old:
            if one not in self._found and (other := self._first(free, trait(one))):
                self._found[one] = other
                self._taken.add(other)

    def _first(self, free: dict[Hashable, list[Ting]], traits: Iterable[Hashable | None]) -> Ting | None:
        """Return the first thing with one of these traits that no other is paired with."""
        for key in traits:
            for other in free.get(key, ()) if key is not None else ():
                if other not in self._taken:
                    return other
        return None

    def _id(self, one: Ting) -> str:
        """Return the id that an earlier thing would have now if only the plan or the rapport around it was renamed."""
        top = one.øverst
        now = self._found.get(top)
        return one.id if now is None or top is one else now.id + one.id.removeprefix(top.id)
