"""Everything in the data as a flat list of things, each with its place, its kommuner and its address.

What compares two states of the data goes by this list. It needs no register, so that data with a problem can be
compared too, as far as they could be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..format import model, walk
from ..format.kinds import FILSLAG, Slag, file_of, needs
from ..format.paths import anchor_of, page_of
from .data import Data
from .document import KeyPath
from .validation import LEFT_OUT


@dataclass(frozen=True, eq=False, slots=True)
class Ting:
    """Hold one thing (a plan, a tiltak, an aktør …) as one state of the data has it."""

    slag: Slag
    id: str
    """Its own among all things of its kind; what stands in a plan or a report has that one's id and a slash first."""
    data: Any
    """What is written of it (see `model.py`)."""
    file: str
    keys: KeyPath
    """Its way in the file."""
    kommuner: tuple[str, ...] = ()
    """The ids of the kommuner it concerns; none when it is common to all."""
    i: Ting | None = None
    """What it stands in."""
    adresse: str = ""
    """Its address within the site, when it has one."""
    lovet: bool = True
    """Whether the address is kept for ever. That of a part without a number is not: it is counted."""

    @property
    def øverst(self) -> Ting:
        """Return the plan or rapport that the thing stands in, or the thing itself."""
        return self.i.øverst if self.i else self


def things(data: Data) -> Iterator[Ting]:
    """Yield everything in `data` that could be read; what a thing stands in comes before it."""
    for of_kind in _INVENTORY.values():
        yield from of_kind(data)


def _fylker(data: Data) -> Iterator[Ting]:
    """Yield every fylke."""
    for id_, fylke in data.fylker.items():
        yield Ting("fylke", id_, fylke, f"{data.root}/{file_of('fylke')}", (id_,))


def _kommuner(data: Data) -> Iterator[Ting]:
    """Yield every kommune; only those that something is about have a page."""
    file, with_page = f"{data.root}/{file_of('kommune')}", data.kommuner_med_side()
    for id_, kommune in data.kommuner.items():
        place = page_of("kommune", id_) if id_ in with_page else ""
        yield Ting("kommune", id_, kommune, file, (id_,), (id_,), adresse=place)


def _temaer(data: Data) -> Iterator[Ting]:
    """Yield every tema."""
    for id_, tema in data.temaer.items():
        file = f"{data.root}/{file_of('tema')}"
        yield Ting("tema", id_, tema, file, (id_,), adresse=page_of("tema", id_))


def _aktører(data: Data) -> Iterator[Ting]:
    """Yield every aktør."""
    for id_, aktør in data.aktører.items():
        stem = data.aktørfil[id_]
        own = (stem,) if stem in data.kommuner else ()
        file = f"{data.root}/{file_of('aktør', stem)}"
        yield Ting("aktør", id_, aktør, file, (id_,), own, adresse=page_of("aktør", id_))


def _planer(data: Data) -> Iterator[Ting]:
    """Yield every plan, each with what stands in it."""
    for id_, plan in data.planer.items():
        yield from _in_plan(data, id_, plan)


def _rapporter(data: Data) -> Iterator[Ting]:
    """Yield every rapport, each with its statements."""
    for id_, rapport in data.rapporter.items():
        yield from _in_report(data, id_, rapport)


def _rettelser(data: Data) -> Iterator[Ting]:
    """Yield every rettelse."""
    for i, rettelse in enumerate(data.rettelser):
        file, name = f"{data.root}/{file_of('rettelse')}", f"{rettelse.dato} {rettelse.hva}"
        yield Ting("rettelse", name, rettelse, file, (i,), _corrected(data, rettelse))


def _videresendinger(data: Data) -> Iterator[Ting]:
    """Yield every address that is sent on."""
    for i, one in enumerate(data.videresendinger):
        yield Ting("videresending", one.gammel, one, f"{data.root}/{file_of('videresending')}", (i,))


_INVENTORY: dict[Slag, Callable[[Data], Iterator[Ting]]] = {
    "fylke": _fylker,
    "kommune": _kommuner,
    "tema": _temaer,
    "aktør": _aktører,
    "plan": _planer,
    "rapport": _rapporter,
    "rettelse": _rettelser,
    "videresending": _videresendinger,
}
"""What yields the things of each kind of file, with what stands in them."""
needs("_INVENTORY in macros/reading/inventory.py", _INVENTORY, (kind.slag for kind in FILSLAG))


def _in_plan(data: Data, id_: str, plan: model.Plan) -> Iterator[Ting]:
    """Yield a plan, its innsatsområder and deler, and then its tiltak."""
    file, kommuner = f"{data.root}/{file_of('plan', id_)}", plan.kommuner
    whole = Ting("plan", id_, plan, file, (), kommuner, adresse=page_of("plan", id_))
    yield whole
    found = {id(plan): whole}
    for keys, over in walk.deler(plan):
        part, outer = over[-1], found[id(over[-2]) if len(over) > 1 else id(plan)]
        # Without a number it is counted within what it stands in, as by `addresses.anchor`.
        place = f"{outer.id.removeprefix(f'{id_}/')}-" if outer is not whole else ""
        name = part.nr or f"{place}{int(keys[-1]) + 1}"
        if isinstance(part, model.Innsatsområde):
            one = Ting("innsatsområde", f"{id_}/{name}", part, file, keys, kommuner, whole,
                       page_of("innsatsområde", id_, name))  # fmt: skip
        else:
            page = outer.adresse.split("#")[0]
            where = f"{page}#{anchor_of(name)}"
            one = Ting("del", f"{id_}/{name}", part, file, keys, kommuner, outer, where, part.nr is not None)
        found[id(part)] = one
        yield one
    for linje in plan.linjer:
        nr = linje.tiltak.nr
        yield Ting("tiltak", f"{id_}/{nr}", linje.tiltak, file, linje.keys, kommuner, found[id(linje.over[-1])],
                   page_of("tiltak", id_, nr))  # fmt: skip


def _in_report(data: Data, id_: str, rapport: model.Rapport) -> Iterator[Ting]:
    """Yield a rapport, and then its statements."""
    file = f"{data.root}/{file_of('rapport', id_)}"
    whole = Ting("rapport", id_, rapport, file, (), rapport.kommuner, adresse=page_of("rapport", id_))
    yield whole
    for i, punkt in enumerate(rapport.punkter):
        place = f"{whole.adresse}#{punkt.id}"
        yield Ting("punkt", f"{id_}/{punkt.id}", punkt, file, ("punkter", i), rapport.kommuner, whole, place)


def _corrected(data: Data, rettelse: model.Rettelse) -> tuple[str, ...]:
    """Return the ids of the kommuner that a rettelse concerns, by all that it names."""
    planer = [*rettelse.planer, *(ref.split("/")[0] for ref in rettelse.tiltak)]
    found = [*rettelse.kommuner]
    found += [one for id_ in planer if id_ in data.planer for one in data.planer[id_].kommuner]
    found += [
        one for id_ in rettelse.rapporter if id_ in data.rapporter for one in data.rapporter[id_].kommuner
    ]
    found += [data.aktørfil[id_] for id_ in rettelse.aktører if data.aktørfil.get(id_) in data.kommuner]
    return tuple(dict.fromkeys(found))


def addresses(data: Data) -> dict[str, Ting]:
    """Return every address that `data` gives a page or a part of one, with what is there."""
    return {one.adresse: one for one in things(data) if one.adresse and LEFT_OUT not in one.adresse}
