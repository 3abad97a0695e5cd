"""What is known of whether a plan is adopted, and the words for it: the pages say no more than the source does.

A plan has, on a day, one of four states: in force, past its period, replaced, or not adopted (or not known to be). All
of it follows from `planstatus`, `vedtak`, the period and the plans that replace it; what counts by them belongs here.
"""

from __future__ import annotations

from ..format.vocabulary import PLANSTATUSORD
from .entities import Plan, Tiltak

UKJENT = "ikke kjent"
"""The planstatus of a plan of which no source says whether it is adopted."""


def says(plan: Plan) -> str:
    """Return what is known of the adoption of a plan, as a sentence without its full stop.

    «Vedtatt» alone when it is not known by whom: `vedtakstekst` of the templates says that. Else what the document is
    and what is known: «Utkast fra 2010. Om planen ble vedtatt, vet vi ikke».
    """
    status, document = plan.data.planstatus, plan.data.dokument
    if status == UKJENT:
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
