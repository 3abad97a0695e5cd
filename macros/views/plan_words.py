"""The words for what is known of whether a plan is adopted, and of what its mål cover: no more than the document says.

What a plan is on a day, by which it is counted, is in `plan_states.py`.
"""

from __future__ import annotations

from ..format.vocabulary import IKKE_VEDTATTE, LINJEORD, PLANSTATUSORD
from ..register.entities import Del, Plan, Tiltak


def says(plan: Plan) -> str:
    """Return what is known of the adoption of a plan, as a sentence without its full stop.

    «Vedtatt» alone when it is not known by whom: `vedtakstekst` of the templates says that. Else what the document is
    and what is known: «Utkast fra 2010. Om planen ble vedtatt, vet vi ikke».
    """
    status, document = plan.data.planstatus, plan.data.dokument
    if not plan.vedtatt and status not in IKKE_VEDTATTE:
        unknown = "Om planen ble vedtatt, vet vi ikke"
        return f"{document}. {unknown}" if document else unknown
    if plan.vedtatt or not document:
        return PLANSTATUSORD[status]
    return f"{document}. Ikke vedtatt"


def document_word(plan: Plan) -> str:
    """Return what to call what a plan stands in: «planen» when it is adopted, else «utkastet» or «dokumentet»."""
    if plan.vedtatt:
        return "planen"
    return "utkastet" if plan.data.planstatus == "utkast" else "dokumentet"


def whose(thing: Plan | Tiltak) -> str:
    """Return whose a plan or a tiltak is: the kommune's that it is for, of several the owners of the plan."""
    if len(thing.kommuner) == 1:
        return thing.kommuner[0].navn
    plan = thing if isinstance(thing, Plan) else thing.plan
    return " og ".join(eier.navn for eier in plan.eiere[:2])


def named(plan: Plan) -> str:
    """Return the short name of a plan with whose it is, where the name alone does not say so."""
    return plan.navn if plan.navn.startswith(whose(plan)) else f"{whose(plan)}, {plan.navn}"


def short(plan: Plan) -> str:
    """Return the label of a plan that is not adopted, or not known to be."""
    return PLANSTATUSORD[plan.data.planstatus]


def number_is_ours(tiltak: Tiltak) -> bool:
    """Return whether the editors numbered a tiltak, as the document prints no number for it."""
    return (tiltak.data.nummerert_av or tiltak.plan.data.nummerert_av) == "redaksjonen"


def dekning(sted: Del | Plan) -> str:
    """Return what the mål that stands at a part or a plan covers: «hele planen», «alt i «Kompetanse»», «tiltak 1.1.1–1.1.4».

    A part without a heading is a group of measures within another part: its mål is theirs alone, and they are named by
    their numbers.
    """
    if isinstance(sted, Plan):
        return "hele planen"
    if sted.tittel:
        return f"alt i «{sted.tittel}»"
    if sted.nr:
        return f"alt i {sted.nr}"
    numbers = [one.nr for one in sted.tiltak]
    slag = sted.plan.data.slag
    return f"{slag} {numbers[0]}" if len(numbers) == 1 else f"{LINJEORD[slag]} {numbers[0]}–{numbers[-1]}"
