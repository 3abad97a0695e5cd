"""Say what a change of the data means, in plain Norwegian: a line for each thing that is another than before.

Every field of every model is compared, so that nothing changes without a line; a field without words of its own is
called by its key. A thing that is new or gone is one line, with all that stands in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from pydantic import BaseModel

from ..format import model
from ..format.kinds import DELSLAG, KINDS, Slag, file_of
from ..format.meldt import IKKE_RAPPORTERT, Meldt
from ..reading.data import Data
from ..reading.inventory import Ting
from ..register.ordering import alphabetic, newness
from ..register.reported import Utsagn, latest
from .lost_addresses import reused
from .markdown import plain
from .matching import Comparison, Pair
from .phrases import called, differences, label, listed

Kommuner = tuple[str, ...]
INSIDE = frozenset(kind.felt for kind in DELSLAG)
"""Fields that hold things of their own, when they stand in a plan, a part or a report."""


@dataclass(frozen=True)
class Sentence:
    """A line on a change, and the kommuner that it concerns: none when it concerns all."""

    kommuner: Kommuner
    tekst: str


def sentences(change: Comparison) -> list[Sentence]:
    """Return a sentence for every change between two states, kommune by kommune, then what is common to all."""
    found = [*_statuses(change), *_come_and_gone(change.pairs), *_changed(change), *_orders(change.pairs)]
    found += _replaced(change)
    for before, there in reused(change):
        found.append(Sentence(before.kommuner, _another_there(before, there)))
    names = {**change.before.kommuner, **change.after.kommuner}
    order = {id_: alphabetic(names[id_].navn) for id_ in names}
    return sorted(found, key=lambda one: (not one.kommuner, [order.get(id_, id_) for id_ in one.kommuner]))


def _another_there(before: Ting, after: Ting) -> str:
    """Return the warning that an address which showed one thing now shows another."""
    names = [
        getattr(one.data, "tittel", None) or getattr(one.data, "navn", None) or one.id
        for one in (before, after)
    ]
    was, now = map(plain, names)
    return (
        f"**Se opp:** adressen `{before.adresse}` var til «{was}», og er nå til «{now}». Den som har lenket dit, "
        "viser nå til noe annet. Gi helst det nye et nummer eller en id som ikke har vært brukt."
    )


def _statuses(change: Comparison) -> Iterator[Sentence]:
    """Yield the tiltak with another status than before, also those whose plan is as it was."""
    moved = {
        pair.before.id: pair.after.id
        for pair in change.pairs
        if pair.before and pair.after and pair.ting.slag == "tiltak"
    }
    before = {moved.get(ref, ref): found for ref, found in _status(change.before, change.left_out).items()}
    after = _status(change.after, change.left_out)
    for ref in sorted({*before, *after}):
        old, _ = before.get(ref, (IKKE_RAPPORTERT, ""))
        new, source = after.get(ref, (IKKE_RAPPORTERT, ""))
        plan_id, nr = ref.split("/")
        plan = change.after.planer.get(plan_id)
        # A plan or tiltak that is gone has a sentence of its own.
        if old == new or plan is None or all(linje.tiltak.nr != nr for linje in plan.linjer):
            continue
        words = [one.navn.lower() for one in (old, new)]
        why = f"kilde: {source}" if source else "ingen kilde lenger"
        name = f"{plan.slag.capitalize()} {nr} i {plan.kortnavn}"
        yield Sentence(plan.kommuner, f"{plain(name)}: «{words[0]}» -> «{words[1]}» ({why})")


def _status(data: Data, without: Iterable[str]) -> dict[str, tuple[Meldt, str]]:
    """Return the status of each tiltak with the source that gives it, from all files but those in `without`."""
    said: dict[str, list[Utsagn]] = {}
    for id_ in sorted(data.rapporter, key=lambda id_: newness(data.rapporter[id_], id_)):
        rapport = data.rapporter[id_]
        for punkt in rapport.punkter if f"{data.root}/{file_of('rapport', id_)}" not in without else ():
            for ref in punkt.tiltak if punkt.status else ():
                said.setdefault(ref, []).append(Utsagn(rapport, punkt))
    found = {ref: latest(statements) for ref, statements in said.items()}
    return {ref: (meldt, _place(last)) for ref, (meldt, last) in found.items() if last}


def _place(said: Utsagn) -> str:
    """Return where a statement stands: its report, and the place in it."""
    return plain(", ".join(filter(None, (said.rapport.kortnavn, said.punkt.sted))))


def _come_and_gone(pairs: list[Pair]) -> Iterator[Sentence]:
    """Yield a sentence on the things of each kind and kommune that are new, and one on those that are gone."""
    whole = {id(pair.ting) for pair in pairs if not (pair.before and pair.after)}
    inside: dict[int, Counter[Slag]] = {}
    for pair in pairs:
        inside.setdefault(id(pair.ting.øverst), Counter())[pair.ting.slag] += 1
    # What stands in a thing that is itself new or gone is told of with that thing.
    alone = [pair for pair in pairs if id(pair.ting) in whole and id(pair.ting.i) not in whole]
    by = lambda pair: (pair.ting.slag, pair.after is None, pair.ting.kommuner)  # noqa: E731
    for (slag, gone, kommuner), group in groupby(sorted(alone, key=by), by):
        names = [listed(pair.ting, inside[id(pair.ting.øverst)]) for pair in group]
        kind = KINDS[slag]
        if gone:
            head = f"{kind.en.capitalize() if len(names) == 1 else f'{len(names)} {kind.flere}'} tatt bort"
        else:
            head = (
                f"{kind.ny.capitalize()} {kind.en}" if len(names) == 1 else f"{len(names)} nye {kind.flere}"
            )
        yield Sentence(kommuner, f"{head}: {'; '.join(names)}")


def _changed(change: Comparison) -> Iterator[Sentence]:
    """Yield a sentence for each difference in a thing that is in both states."""
    now = {id(pair.before): pair.after for pair in change.pairs if pair.before}
    for pair in change.pairs:
        if pair.before and pair.after:
            said = [*_moved(pair.before, pair.after, now), *_fields(pair.before, pair.after, change.new_id)]
            for text in said:
                yield Sentence(pair.after.kommuner, f"{_first(called(pair.after))}: {text}")


def _replaced(change: Comparison) -> Iterator[Sentence]:
    """Yield the documents of which the site offers another than before under the same name, with whose they are."""
    before, after = change.before.kildefiler, change.after.kildefiler
    things: list[model.Plan | model.Rapport] = [*change.after.planer.values()]
    things += change.after.rapporter.values()
    for name in sorted(before.keys() & after.keys()):
        those = [thing for thing in things if thing.kilde.fil == name]
        if those and before[name].sha256 != after[name].sha256:
            kommuner = dict.fromkeys(kommune for thing in those for kommune in thing.kommuner)
            whose = ", ".join(plain(thing.kortnavn) for thing in those)
            words = f"filen som leseren kan laste ned (`{after[name].sti}`), er byttet ut med en annen"
            yield Sentence(tuple(kommuner), f"{whose}: {words}")


def _first(text: str) -> str:
    """Return a text with a capital first."""
    return text[:1].upper() + text[1:]


def _moved(before: Ting, after: Ting, now: dict[int, Ting | None]) -> Iterator[str]:
    """Yield that a thing has another number, id, file or place than before; `now` is each earlier thing as it is."""
    old, new = before.id, after.id
    if before.i and after.i:
        same_top = now.get(id(before.øverst)) is after.øverst
        old, new = (one.id.removeprefix(f"{one.øverst.id}/") for one in (before, after))
        if not same_top:
            yield f"flyttet hit fra {called(before)}"
        elif old != new and (before.lovet or after.lovet):
            yield f"ny id, var `{old}`" if after.slag == "punkt" else f"nytt nummer, var {plain(old)}"
        if same_top and before.i is not before.øverst and now.get(id(before.i)) is not after.i:
            yield f"flyttet fra {called(before.i)} til {called(after.i)}"
    elif old != new and after.slag not in ("rettelse", "videresending"):
        yield f"ny id, var `{old}`"
    if after.slag == "aktør" and before.file != after.file:
        yield f"flyttet fra {before.file} til {after.file}"


def _fields(before: Ting, after: Ting, renamed: dict[tuple[str, str], str]) -> Iterator[str]:
    """Yield what differs in the fields of a thing, without what stands in it as things of their own."""
    for name in type(after.data).model_fields:
        own = name in INSIDE and isinstance(after.data, model.Plan | model.Del | model.Rapport)
        number = name == "nr" or (name == "id" and after.slag == "punkt")
        if not own and not (number and before.id != after.id):
            old, new = getattr(before.data, name), getattr(after.data, name)
            if repr(old) != repr(new):
                yield from differences(label(name), _followed(name, old, renamed), new)
    # The cells of columns that the plan declares itself.
    old_cells, new_cells = before.data.model_extra or {}, after.data.model_extra or {}
    for name in dict.fromkeys((*old_cells, *new_cells)):
        yield from differences(f"cellen «{plain(name)}»", old_cells.get(name), new_cells.get(name))


REFERENCES: dict[str, Slag] = {
    "eier": "aktør", "utgiver": "aktør", "forelder": "aktør", "medlemmer": "aktør", "aktør": "aktør",
    "aktører": "aktør", "nevner": "aktør", "kommuner": "kommune", "kommune": "kommune", "tema": "tema", "tiltak": "tiltak",
    "plan": "plan", "planer": "plan", "rapporter": "rapport",
}  # fmt: skip
"""What kind of thing each field refers to. To follow it to its new id is no change of what refers."""


def _followed(field: str, value: Any, renamed: dict[tuple[str, str], str]) -> Any:
    """Return a value as it would be if only the things that it refers to had got another id."""
    match value:
        case str() if (name := field.rstrip("_")) in REFERENCES:
            return renamed.get((REFERENCES[name], value), value)
        case tuple():
            return tuple(_followed(field, one, renamed) for one in value)
        case dict():
            return {key: _followed(field, one, renamed) for key, one in value.items()}
        case BaseModel():
            inner = {name: _followed(name, one, renamed) for name, one in vars(value).items()}
            return value.model_copy(update=inner)
    return value


def _orders(pairs: list[Pair]) -> Iterator[Sentence]:
    """Yield the lists whose members stand in another order than before."""
    both = [pair for pair in pairs if pair.before and pair.after and pair.after.i]
    now = {id(pair.before): id(pair.after) for pair in pairs if pair.before}
    stayed = [
        pair for pair in both if pair.before and pair.after and now.get(id(pair.before.i)) == id(pair.after.i)
    ]
    groups: dict[tuple[int, Slag], list[Pair]] = {}
    for pair in stayed:
        groups.setdefault((id(pair.ting.i), pair.ting.slag), []).append(pair)
    for (_, slag), group in groups.items():
        if any(a.before and b.before and a.before.keys > b.before.keys for a, b in pairwise(group)):
            outer = group[0].ting.i
            assert outer
            words = f"rekkefølgen på {KINDS[slag].flere} er endret"
            yield Sentence(outer.kommuner, f"{_first(called(outer))}: {words}")
