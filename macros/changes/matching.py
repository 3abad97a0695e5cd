"""Which thing of one state of the data is which thing of another: the same, changed, moved, new or gone.

A thing that has kept its number and its words is the same. One that has kept its words alone is moved, so that a plan
that is renumbered is not taken for one that is rewritten. What is left and has kept its number alone is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from ..reading.data import Data
from ..reading.inventory import Slag, Ting, things


@dataclass(frozen=True, eq=False, slots=True)
class Par:
    """A thing as it was and as it is; None for what was not, or is no more."""

    før: Ting | None
    nå: Ting | None

    @property
    def ting(self) -> Ting:
        """The thing as it is, or as it last was."""
        found = self.nå or self.før
        assert found
        return found


@dataclass(frozen=True, eq=False)
class Forskjell:
    """Two states of the data beside each other."""

    før: Data
    nå: Data
    par: list[Par]
    """Everything in the files that are not the same, in the order of the new state; what is gone comes last."""
    utelatt: frozenset[str]
    """The files that cannot be compared, because one of the states could not be read there."""

    def nå_for(self, adresse: str) -> Ting | None:
        """What was at that address, as it is now."""
        return self._by_address.get(adresse)

    @cached_property
    def ny_id(self) -> dict[tuple[str, str], str]:
        """The id that a thing of a kind has now, by kind and the id it had, when nothing has that one any more."""
        now = {(par.nå.slag, par.nå.id) for par in self.par if par.nå}
        both = ((par.før, par.nå) for par in self.par if par.før and par.nå)
        return {
            (før.slag, før.id): nå.id for før, nå in both if før.id != nå.id and (før.slag, før.id) not in now
        }

    @cached_property
    def _by_address(self) -> dict[str, Ting]:
        return {par.før.adresse: par.nå for par in self.par if par.før and par.nå and par.før.adresse}


def compare(before: Data, after: Data) -> Forskjell:
    """The two states beside each other. A file that could not be read in one of them is left out of both."""
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
    return Forskjell(before, after, _Pairs(old, new).all, broken)


Keys = Callable[[Any], Iterable[Hashable | None]]


def _field(*names: str) -> Keys:
    """A trait: what stands in these fields, together."""

    def read(data: Any) -> Iterator[Hashable | None]:
        values = tuple(getattr(data, name) for name in names)
        yield values if any(values) else None

    return read


def _names(aktør: Any) -> Iterator[Hashable]:
    yield from (aktør.navn, *aktør.varianter)


TRAITS: dict[Slag, tuple[Keys, ...]] = {
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


class _Pairs:
    """Finds each thing of the one list in the other."""

    def __init__(self, old: list[Ting], new: list[Ting]) -> None:
        self._found: dict[Ting, Ting] = {}
        self._taken: set[Ting] = set()
        for slag in get_args(Slag):
            self._pair([one for one in old if one.slag == slag], [one for one in new if one.slag == slag])
        before = {nå: før for før, nå in self._found.items()}
        self.all = [Par(before.get(one), one) for one in new]
        self.all += [Par(one, None) for one in old if one not in self._found]

    def _pair(self, old: list[Ting], new: list[Ting]) -> None:
        if not old or not new:
            return
        first, *others = TRAITS[old[0].slag]
        self._match(old, new, lambda one: ((self._id(one), trait) for trait in first(one.data) if trait))
        self._match(old, new, lambda one: first(one.data))
        for trait in others:
            self._match(old, new, lambda one, trait=trait: trait(one.data))  # type: ignore[misc]
        self._match(old, new, lambda one: [self._id(one)])

    def _match(self, old: list[Ting], new: list[Ting], keys: Keys) -> None:
        """Pair what has a key in common, the first with the first."""
        free: dict[Hashable, list[Ting]] = {}
        for one in new:
            if one not in self._taken:
                for key in keys(one):
                    free.setdefault(key, []).append(one)
        for one in old:
            if one not in self._found and (other := self._first(free, keys(one))):
                self._found[one] = other
                self._taken.add(other)

    def _first(self, free: dict[Hashable, list[Ting]], keys: Iterable[Hashable | None]) -> Ting | None:
        for key in keys:
            for other in free.get(key, ()) if key is not None else ():
                if other not in self._taken:
                    return other
        return None

    def _id(self, one: Ting) -> str:
        """The id that a thing of the old state has if only the plan or the report around it was renamed."""
        top = one.øverst
        now = self._found.get(top)
        return one.id if now is None or top is one else now.id + one.id.removeprefix(top.id)
