"""The sentence that a page begins with: what was promised, and of how much anything is known. Plain text, made of data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...format.vocabulary import IKKE_VEDTATTE, LINJEORD
from ...register.entities import Kommune, Plan, Tiltak
from ...tools.language import say


def of_kommune(kommune: Kommune) -> str:
    """Return what a kommune has promised, and of how much of it anything is known.

    «Modum vedtok 58 tiltak i 2015. Vi vet noe om 11 av dem.» Of a plan that it shares with others it is said that it
    takes part; where no plan is known to be adopted, that is said, and what there is instead.
    """
    counted = [plan for plan in kommune.planer if plan.telles_i(kommune)]
    own = [plan for plan in counted if kommune.aktør in plan.eiere]
    shared = [plan for plan in counted if plan not in own]
    name = kommune.data.navn
    promised = []
    if own:
        what = _together([_adopted(plan, kommune) for plan in own])
        promised.append(say("{kommune} vedtok {hva}.", kommune=name, hva=what))
    if shared:
        what = _together([f"{_adopted(plan, kommune)} ({plan.eier.navn})" for plan in shared])
        if own:
            promised.append(say("Kommunen er også med på {hva}.", hva=what))
        else:
            promised.append(say("{kommune} er med på {hva}.", kommune=name, hva=what))
    if counted:
        return " ".join([*promised, known(kommune.talte_tiltak)])
    if not kommune.planer:
        return say("Vi har ikke fått inn noen plan som gjelder for {kommune} nå.", kommune=name)
    others = " ".join(_not_counted(plan, kommune) for plan in kommune.planer)
    return f"{say('Vi har ikke fått inn noen vedtatt plan for {kommune}.', kommune=name)} {others}"


def of_plan(plan: Plan) -> str:
    """Return how much a plan promises, and of how much of it anything is known."""
    if not plan.vedtatt:
        return _not_adopted(plan)
    return f"{say('Planen har {hva}.', hva=_counted(plan))} {known(plan.tiltak)}"


def known(tiltak: Iterable[Tiltak]) -> str:
    """Return of how many of these measures a source says how it goes, as a sentence about «them»."""
    tiltak = list(tiltak)
    reported = sum(1 for one in tiltak if one.statuspunkt)
    if not tiltak:
        return ""
    if len(tiltak) == 1:
        return say("Vi vet noe om det.") if reported else say("Vi vet ikke noe om hvordan det går.")
    if not reported:
        return say("Vi vet ikke noe om hvordan det går med dem.")
    if reported == len(tiltak):
        return say("Vi vet noe om alle.")
    return say("Vi vet noe om {antall} av dem.", antall=reported)


def _adopted(plan: Plan, kommune: Kommune) -> str:
    """Return how much a plan promises in a kommune, and since when it holds there: «58 tiltak i 2015»."""
    decision = plan.data.vedtak_i(kommune.id)
    counted = _counted(plan, len(plan.tiltak_i(kommune)))
    return f"{counted} i {decision.dato.year}" if decision else counted


def _counted(plan: Plan, number: int | None = None) -> str:
    """Return how many lines a plan has, or `number` of them, with what they are called."""
    number = len(plan.tiltak) if number is None else number
    return f"{number} {say(plan.data.slag if number == 1 else LINJEORD[plan.data.slag])}"


def _not_counted(plan: Plan, kommune: Kommune) -> str:
    """Return what there is of a plan that does not count in a kommune: it is no adopted one, or not adopted there yet."""
    if not plan.vedtatt:
        return _not_adopted(plan)
    counted = _counted(plan, len(plan.tiltak_i(kommune)))
    if not plan.vedtatt_i(kommune):
        return say("{hva} står i en plan som vi ikke kjenner noe vedtak om her.", hva=counted)
    return say("{hva} står i en plan som gjelder senere.", hva=counted)


def _not_adopted(plan: Plan) -> str:
    """Return what there is of a plan that is not known to be adopted: «… står i et dokument vi ikke vet om er vedtatt»."""
    draft = plan.data.planstatus == "utkast"
    if plan.data.planstatus in IKKE_VEDTATTE:
        if draft:
            return say("{hva} står i et utkast som ikke er vedtatt.", hva=_counted(plan))
        return say("{hva} står i et dokument som ikke er vedtatt.", hva=_counted(plan))
    return say("{hva} står i et dokument som vi ikke vet om er vedtatt.", hva=_counted(plan))


def _together(parts: Sequence[str]) -> str:
    """Return parts of a sentence joined as one writes them: «a, b og c»."""
    return " og ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
