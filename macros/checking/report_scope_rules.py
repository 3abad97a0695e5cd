"""What a report may speak of: measures of its own kommuner, in a plan that had begun."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..format import model, tidsrom
from ..format.frist import dato
from ..reading.data import Data
from ..reading.document import Document
from ..tools.problem import Problem
from .rule_parts import each_punkt, each_rapport


def statuses_are_of_their_own_plan(data: Data) -> Iterator[Problem]:
    """Yield a problem for each status given by a report of another kommune, or of a time before the plan began."""
    yield from _outside(data, with_status=True)


def statements_outside_their_plan(data: Data) -> Iterator[Problem]:
    """Yield advice for each statement without a status that does the same: as background it may be right."""
    yield from _outside(data, with_status=False)


def _outside(data: Data, *, with_status: bool) -> Iterator[Problem]:
    """Yield the statements, with a status or without one, on a tiltak of another place or a later time than the report."""
    families, own = _families(data), _own_kommuner(data)
    for document, rapport in each_rapport(data):
        # A kommune that is not known is told of as such.
        known = data.kommuner.keys() >= set(rapport.kommuner)
        near = {one for id_ in rapport.kommuner for one in families.get(id_, {id_})} if known else set()
        for keys, punkt in each_punkt(rapport):
            if bool(punkt.status or punkt.måloppnåelse) is not with_status:
                continue
            for i, ref in enumerate(punkt.tiltak):
                plan = data.planer.get(ref.partition("/")[0])
                if plan is not None and data.kommuner.keys() >= set(plan.kommuner):
                    its = own.get(ref, plan.kommuner)
                    yield from _of_one(document, (*keys, "tiltak", i), ref, rapport, plan, its, near)


def _of_one(
    document: Document,
    keys: tuple[str | int, ...],
    ref: str,
    rapport: model.Rapport,
    plan: model.Plan,
    kommuner: tuple[str, ...],
    near: set[str],
) -> Iterator[Problem]:
    """Yield what is wrong with the statement at `keys` on the tiltak `ref` of a plan, by a report on the kommuner `near`.

    `kommuner`: those that the tiltak is for.
    """
    if near and near.isdisjoint(kommuner):
        of, its = (", ".join(f"«{one}»" for one in some) for some in (rapport.kommuner, kommuner))
        where = "står i en plan for" if kommuner == plan.kommuner else "gjelder bare"
        message = f"rapporten handler om {of}, men «{ref}» {where} {its}."
        hint = "Se om plan og nummer er riktige. Handler kilden om begge, skriver du begge under «kommuner»."
        yield document.problem(keys, message, hint)
    begins, told = _begins(plan), rapport.gjelder.dager
    if begins and told and told[0] <= told[1] < begins:
        message = f"rapporten forteller om {_span(rapport.gjelder)}, men planen begynte {dato(begins)}."
        hint = "Se om plan og år er riktige. Gjelder kilden en eldre plan, skriver du tiltaket i den."
        yield document.problem(keys, message, hint)


def _own_kommuner(data: Data) -> dict[str, tuple[str, ...]]:
    """Return the kommuner of each tiltak, by plan and number, that is for some of its plan's only."""
    return {
        f"{id_}/{linje.tiltak.nr}": linje.tiltak.kommuner
        for id_, plan in data.planer.items()
        if len(plan.kommuner) > 1
        for linje in plan.linjer
        if linje.tiltak.kommuner
    }


def _begins(plan: model.Plan) -> date | None:
    """Return the first day of the plan's period; of a plan without years, the day it was adopted."""
    if plan.periode and plan.periode.fra and plan.periode.fra <= (plan.periode.til or plan.periode.fra):
        return date(plan.periode.fra, 1, 1)
    return plan.vedtak.dato if plan.vedtak else None


def _span(gjelder: model.Gjelder) -> str:
    """Return the time that a report is about in words: «2019–2020», or the one that is known."""
    known = [tidsrom.shown(tid) for tid in (gjelder.fra, gjelder.til) if tid is not None]
    return "–".join(dict.fromkeys(known))


def _families(data: Data) -> dict[str, set[str]]:
    """Return for each kommune itself and all that it has become, or has come from, step by step."""
    leads: dict[str, set[str]] = {id_: {id_} for id_ in data.kommuner}
    for id_, kommune in data.kommuner.items():
        for other in kommune.etterfølgere:
            leads[id_].add(other)
            leads.setdefault(other, {other}).add(id_)
    changed = {id_ for id_, others in leads.items() if len(others) > 1}
    found = {}
    for id_ in changed:
        family, waiting = {id_}, [id_]
        while waiting:
            new = leads[waiting.pop()] - family
            family |= new
            waiting += new
        found[id_] = family
    return found
