"""The words for what is known of whether a plan is adopted, and of what its mål cover: no more than the document says.

What a plan is on a day, by which it is counted, is in `plan_states.py`.
"""

from __future__ import annotations

from ..format.vocabulary import IKKE_VEDTATTE, LINJEORD, PLANSTATUSORD
from ..register.entities import Del, Plan, Tiltak
from ..tools.language import say


def says(plan: Plan) -> str:
    """Return what is known of the adoption of a plan, as a sentence without its full stop.

    «Vedtatt» alone when it is not known by whom: `vedtakstekst` of the templates says that. Else what the document is
    and what is known: «Utkast fra 2010. Om planen ble vedtatt, vet vi ikke».
    """
    status, document = plan.data.planstatus, plan.data.dokument
    if not plan.vedtatt and status not in IKKE_VEDTATTE:
        unknown = say("Om planen ble vedtatt, vet vi ikke")
        return f"{document}. {unknown}" if document else unknown
    if plan.vedtatt or not document:
        return say(PLANSTATUSORD[status])
    return f"{document}. {say('Ikke vedtatt')}"


def document_word(plan: Plan) -> str:
    """Return what to call what a plan stands in: «planen» when it is adopted, else «utkastet» or «dokumentet»."""
    if plan.vedtatt:
        return say("planen")
    return say("utkastet") if plan.data.planstatus == "utkast" else say("dokumentet")


def short(plan: Plan) -> str:
    """Return the label of a plan that is not adopted, or not known to be."""
    return say(PLANSTATUSORD[plan.data.planstatus])


def number_is_ours(tiltak: Tiltak) -> bool:
    """Return whether the editors numbered a tiltak, as the document prints no number for it."""
    return (tiltak.data.nummerert_av or tiltak.plan.data.nummerert_av) == "redaksjonen"


def dekning(sted: Del | Plan) -> str:
    """Return what the mål that stands at a part or a plan covers: «hele planen», «alt i «Kompetanse»», «tiltak 1.1.1–1.1.4».

    A part without a heading is a group of measures within another part: its mål is theirs alone, and they are named by
    their numbers.
    """
    if isinstance(sted, Plan):
        return say("hele planen")
    if sted.tittel:
        return say("alt i «{del_}»", del_=sted.tittel)
    if sted.nr:
        return say("alt i {del_}", del_=sted.nr)
    numbers = [one.nr for one in sted.tiltak]
    slag = sted.plan.data.slag
    return (
        f"{say(slag)} {numbers[0]}"
        if len(numbers) == 1
        else f"{say(LINJEORD[slag])} {numbers[0]}–{numbers[-1]}"
    )
