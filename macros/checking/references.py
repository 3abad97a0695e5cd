"""What stands in one file and refers to something in another: the kind of thing, the place, and the id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..format import model, walk
from ..format.kinds import Slag
from ..reading.document import KeyPath

Reference = tuple[Slag, KeyPath, str]
"""What is referred to is an aktør, a kommune, a plan, …; where in the file; its id."""


def references(content: Any) -> Iterator[Reference]:
    """Everything that this refers to: a plan, a report, or the entries of a register or a list."""
    match content:
        case model.Plan():
            yield from _in_plan(content)
        case model.Rapport():
            yield from _in_rapport(content)
        case dict():
            for id_, entry in content.items():
                yield from _in_entry(id_, entry)
        case tuple():
            for i, entry in enumerate(content):
                if isinstance(entry, model.Rettelse):
                    yield from _in_rettelse(i, entry)


def _in_plan(plan: model.Plan) -> Iterator[Reference]:
    """Yield what a plan refers to."""
    yield "aktør", ("eier",), plan.eier
    yield from _each("kommune", ("kommuner",), plan.kommuner)
    if plan.erstatter and plan.erstatter.plan:
        yield "plan", ("erstatter",), plan.erstatter.plan
    for keys, over in walk.deler(plan):
        yield from _each("tema", (*keys, "tema"), over[-1].tema)
    for linje in plan.linjer:
        yield from _each("tema", (*linje.keys, "tema"), linje.tiltak.tema)
        yield from _each("tiltak", (*linje.keys, "viderefører"), linje.tiltak.viderefører)
        for word, id_ in linje.tiltak.nevner.items():
            yield "aktør", (*linje.keys, "nevner", word), id_
        if linje.tiltak.ansvar:
            for word, id_ in linje.tiltak.ansvar.aktører.items():
                yield "aktør", (*linje.keys, "ansvar", "aktører", word), id_


def _in_rapport(rapport: model.Rapport) -> Iterator[Reference]:
    """Yield what a report refers to."""
    # One that is not registered yet is told of once, by `publisher_is_registered`.
    if rapport.ny_utgiver is None:
        yield "aktør", ("utgiver",), rapport.utgiver
    yield from _each("kommune", ("kommuner",), rapport.kommuner)
    yield from _each("plan", ("planer",), rapport.planer)
    for i, punkt in enumerate(rapport.punkter):
        yield from _each("aktør", ("punkter", i, "aktører"), punkt.aktører)
        yield from _each("tiltak", ("punkter", i, "tiltak"), punkt.tiltak)


def _in_entry(id_: str, entry: Any) -> Iterator[Reference]:
    """Yield what an entry of a register refers to: a kommune or an aktør with the id `id_`."""
    match entry:
        case model.Kommune():
            if entry.aktør:
                yield "aktør", (id_, "aktør"), entry.aktør
            yield from _each("kommune", (id_, "etterfølgere"), entry.etterfølgere)
        case model.Aktør():
            if entry.forelder:
                yield "aktør", (id_, "forelder"), entry.forelder
            if entry.etterfølger and entry.etterfølger.aktør:
                yield "aktør", (id_, "etterfølger", "aktør"), entry.etterfølger.aktør
            yield from _each("aktør", (id_, "medlemmer"), entry.medlemmer)


def _in_rettelse(i: int, rettelse: model.Rettelse) -> Iterator[Reference]:
    """Yield what the rettelse at place `i` of its file refers to."""
    yield from _each("tiltak", (i, "tiltak"), rettelse.tiltak)
    yield from _each("plan", (i, "planer"), rettelse.planer)
    yield from _each("rapport", (i, "rapporter"), rettelse.rapporter)
    yield from _each("aktør", (i, "aktører"), rettelse.aktører)
    yield from _each("kommune", (i, "kommuner"), rettelse.kommuner)


def _each(slag: Slag, keys: KeyPath, ids: Iterable[str]) -> Iterator[Reference]:
    """Yield a reference for each of the `ids` in the list at `keys`."""
    for i, id_ in enumerate(ids):
        yield slag, (*keys, i), id_
