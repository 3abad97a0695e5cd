"""The words for what is known of whether a plan is adopted: the pages say no more than the source does.

What a plan is on a day, by which it is counted, is in `plan_states.py`.
"""

from __future__ import annotations

from ..format.vocabulary import IKKE_VEDTATTE, PLANSTATUSORD
from .entities import Plan, Tiltak


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


def short(plan: Plan) -> str:
    """Return the label of a plan that is not adopted, or not known to be."""
    return PLANSTATUSORD[plan.data.planstatus]


def number_is_ours(tiltak: Tiltak) -> bool:
    """Return whether the editors numbered a tiltak, as the document prints no number for it."""
    return (tiltak.data.nummerert_av or tiltak.plan.data.nummerert_av) == "redaksjonen"
