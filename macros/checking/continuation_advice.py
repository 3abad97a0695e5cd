"""What to look at in plans and tiltak that have a newer edition: nothing that stops."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..format.frist import dato
from ..format.in_force import takes_effect
from ..format.vocabulary import VEDTATTE
from ..reading.data import Data
from ..tools.problem import Problem
from .rule_parts import each_rapport


def successors_to_be_told(data: Data) -> Iterator[Problem]:
    """Yield advice for each source that says that a tiltak lives on in a later plan, when that plan is here
    and no tiltak says that it does.
    """
    continued = {
        ref for plan in data.planer.values() for linje in plan.linjer for ref in linje.tiltak.viderefører
    }
    replaced = {plan.erstatter.plan for plan in data.planer.values() if plan.erstatter}
    for document, rapport in each_rapport(data):
        for i, punkt in enumerate(rapport.punkter):
            for ref in punkt.tiltak if punkt.status == "videreført" else ():
                if ref not in continued and ref.partition("/")[0] in replaced:
                    message = f"«{ref}» er videreført. Ingen tiltak her sier at det viderefører det."
                    hint = f"Skriv viderefører: [{ref}] på tiltaket i den nye planen."
                    yield document.problem(("punkter", i, "status"), message, hint)


def replaced_plans_to_be_marked(data: Data, idag: date) -> Iterator[Problem]:
    """Yield advice for each plan that says it is in force though a newer one has taken its place by the day `idag`."""
    for newer, plan in data.planer.items():
        id_ = (plan.erstatter.plan if plan.erstatter else None) or ""
        old = data.planer.get(id_)
        if old and old.planstatus == "vedtatt" and plan.planstatus in VEDTATTE and takes_effect(plan) <= idag:
            message = (
                f"planen er erstattet av «{newer}» fra {dato(takes_effect(plan))}, men står som vedtatt."
            )
            hint = "Er det riktig? Skriv da planstatus: erstattet."
            yield data.document("plan", id_).problem(("planstatus",), message, hint)
