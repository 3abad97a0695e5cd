"""What is in force on a day: the state of each plan, by which every total, list and filter counts.

| state | a plan that |
|---|---|
| gjeldende | is adopted, not replaced, and its period is not over |
| kommende | is adopted, and takes the place of another one here on a day to come |
| utløpt | is adopted and not replaced, and its period is over |
| erstattet | was adopted, and a newer one has taken its place |
| ikke vedtatt | is a draft |
| ukjent | may be adopted or not: its document does not say |

A plan takes effect when its period begins, or when it is adopted if that is later. Until then the one that it replaces
is in force, so that no promise counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from ..format.model_plan import takes_effect
from ..format.vocabulary import IKKE_VEDTATTE
from .entities import TELLES, Plan

Tilstand = Literal["gjeldende", "kommende", "utløpt", "erstattet", "ikke vedtatt", "ukjent"]

TILSTANDSORD: dict[str, str] = {
    **TELLES,
    "kommende": "Planen gjelder ikke ennå",
    "erstattet": "Tidligere plan",
    "ikke vedtatt": "Ikke vedtatt",
    "ukjent": "Vi vet ikke om den er vedtatt",
}
"""Each state as it is shown and searched for."""


def set_states(planer: Iterable[Plan], idag: date) -> None:
    """Give each plan its state on the day `idag`. What replaces what must be known."""
    for plan in planer:
        plan.tilstand = state(plan, idag)


def state(plan: Plan, idag: date) -> Tilstand:
    """Return the state of a plan on the day `idag`."""
    if not plan.vedtatt:
        return "ikke vedtatt" if plan.data.planstatus in IKKE_VEDTATTE else "ukjent"
    newer = [newer for newer in plan.erstattet_av if newer.vedtatt]
    # What the plan's own planstatus says is asked only where the newer plan is not here.
    if any(takes_effect(one.data) <= idag for one in newer) or (
        not newer and plan.data.planstatus == "erstattet"
    ):
        return "erstattet"
    if plan.data.planstatus == "utgått" or plan.periode_over(idag):
        return "utløpt"
    replaces = plan.erstatter is not None and plan.erstatter.vedtatt
    return "kommende" if replaces and idag < takes_effect(plan.data) else "gjeldende"
