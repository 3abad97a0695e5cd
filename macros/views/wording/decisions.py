"""The words for who adopted a plan and when: of the whole, or as seen from one of its kommuner."""

from __future__ import annotations

from ...format import model
from ...format.frist import dato
from ...register.entities import Kommune, Plan, Tiltak
from ...tools.language import say
from .plan_words import place_of_organ, says

MOST_NAMED = 3
"""Of more decisions than this the first and the last are named."""


def decided(plan: Plan, kommune: Kommune | None = None) -> str:
    """Return who adopted a plan and when, as a sentence without its full stop; what is known of it when nobody did.

    `kommune`: the one whose page it stands on, by the decision that holds there.
    """
    if kommune and plan.vedtatt:
        own = plan.data.vedtak_i(kommune.id)
        if own is None:
            return f"{_none_in([kommune])}. {_in_so_many(plan)}"
        return say(
            "Vedtatt av {hvem}",
            hvem=_by(own, kommune.data.navn if own.kommune else place_of_organ(plan, own.organ)),
        )
    return _of_several(plan, list(plan.data.vedtakene), undecided(plan))


def decided_on(tiltak: Tiltak) -> str:
    """Return who adopted the plan of a tiltak and when, as `decided` does; of one for some kommuner, who there."""
    plan = tiltak.plan
    if not tiltak.bare_for_noen:
        return decided(plan)
    its = {None, *(one.id for one in tiltak.kommuner)}
    others = [one for one in undecided(plan) if one in tiltak.kommuner]
    return _of_several(plan, [one for one in plan.data.vedtakene if one.kommune in its], others)


def _of_several(plan: Plan, decisions: list[model.Vedtak], others: list[Kommune]) -> str:
    """Return the sentence on these decisions of a plan, the earliest first. `others`: kommuner without any."""
    if not decisions:
        return _none_in(others) if others else says(plan)
    if len(decisions) > MOST_NAMED:
        first, last = (_by(one, _place(one, plan)) for one in (decisions[0], decisions[-1]))
        return f"{_in_so_many(plan)}, {say('først av {først}, sist av {sist}', først=first, sist=last)}"
    *before, last = (_by(one, _place(one, plan)) for one in decisions)
    named = f"{', '.join(before)} og {last}" if before else last
    if not others or len(others) > MOST_NAMED:
        return say("Vedtatt av {hvem}", hvem=named) + (f". {_in_so_many(plan)}" if others else "")
    return f"{say('Vedtatt av {hvem}', hvem=named)}. {_none_in(others)}"


def undecided(plan: Plan) -> list[Kommune]:
    """Return the kommuner of an adopted plan in which no decision is known, in the order of the plan."""
    return [one for one in plan.kommuner if plan.vedtatt and not plan.vedtatt_i(one)]


def where(decision: model.Vedtak, plan: Plan) -> str:
    """Return in which kommune a decision was made, « i Granvik»; «» when it is for all, or the plan has no other."""
    if decision.kommune is None or len(plan.kommuner) == 1:
        return ""
    return f" i {next(one.navn for one in plan.kommuner if one.id == decision.kommune)}"


def _place(decision: model.Vedtak, plan: Plan) -> str:
    """Return where a decision was made: in its kommune, or where the owner of the plan belongs; «» when the organ says so."""
    if decision.kommune is None:
        return place_of_organ(plan, decision.organ)
    return next(one.data.navn for one in plan.kommuner if one.id == decision.kommune)


def _by(decision: model.Vedtak, place: str) -> str:
    """Return who decided, where, when and in which case; `place`: «» when the organ's name says it."""
    organ = f"{decision.organ[:1].lower()}{decision.organ[1:]}" + (f" i {place}" if place else "")
    return f"{organ} {dato(decision.dato)}" + (f", sak {decision.sak}" if decision.sak else "")


def _in_so_many(plan: Plan) -> str:
    """Return in how many of its kommuner a plan is adopted: «Vedtatt i 2 av 3 kommuner»."""
    decided = len(plan.kommuner) - len(undecided(plan))
    return say("Vedtatt i {antall} av {alle} kommuner", antall=decided, alle=len(plan.kommuner))


def _none_in(kommuner: list[Kommune]) -> str:
    """Return that no decision is known in these kommuner."""
    return say("Vi kjenner ikke noe vedtak i {hvor}", hvor=_and([one.navn for one in kommuner]))


def _and(names: list[str]) -> str:
    """Return names as in a sentence: «Granvik, Fjellby og Sundnes»."""
    return " og ".join(filter(None, (", ".join(names[:-1]), names[-1])))
