"""What is in force on a day: the state of each plan, by which every total, list and filter counts.

| state | a plan that |
|---|---|
| gjeldende | is adopted, not replaced, and its period is not over |
| kommende | is adopted, and takes the place of another one here on a day to come |
| utløpt | is adopted and not replaced, and its period is over |
| erstattet | was adopted, and a newer one has taken its place |
| ikke vedtatt | is a draft |
| ukjent | may be adopted or not: its document does not say |

A plan that each of its kommuner adopts for itself has a state in each of them: by the decision there, «ikke vedtatt»
until there is one. As a whole it is what it is where it counts most: in force as long as it is so in one kommune.

A plan takes effect when its period begins, or when it is adopted if that is later. Until then the one that it replaces
is in force, so that no promise counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from ..format.model_plan import takes_effect
from ..format.vocabulary import IKKE_VEDTATTE
from .entities import TELLES, Kommune, Plan

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
    """Give each plan its state on the day `idag`, as a whole and in each kommune. What replaces what must be known."""
    for plan in planer:
        plan.tilstand = state(plan, idag)
        if _each_for_itself(plan):
            in_each: dict[str, Tilstand] = {one.id: _state(plan, idag, one) for one in plan.kommuner}
            plan.tilstander.update(in_each)


def state(plan: Plan, idag: date) -> Tilstand:
    """Return the state of a plan as a whole on the day `idag`."""
    if not _each_for_itself(plan):
        return _state(plan, idag, None)
    in_each = {_state(plan, idag, one) for one in plan.kommuner}
    return next(one for one in _WHOLE if one in in_each)


_WHOLE: tuple[Tilstand, ...] = ("gjeldende", "utløpt", "kommende", "erstattet", "ikke vedtatt")
"""What a plan is as a whole when it is different in its kommuner: the first of these that it is in any of them."""


def _each_for_itself(plan: Plan) -> bool:
    """Return whether the plan, or one that replaces it, was adopted by its kommuner each for itself."""
    return plan.vedtatt and any(
        one.vedtatt and any(decision.kommune for decision in one.data.vedtakene)
        for one in (plan, *plan.erstattet_av)
    )


def _state(plan: Plan, idag: date, kommune: Kommune | None) -> Tilstand:
    """Return the state of a plan on the day `idag` in one of its kommuner; without one as a whole."""
    if not plan.vedtatt:
        return "ikke vedtatt" if plan.data.planstatus in IKKE_VEDTATTE else "ukjent"
    newer = [newer for newer in plan.erstattet_av if newer.vedtatt]
    # What the plan's own planstatus says is asked only where the newer plan is not here.
    if any(_has_taken_over(one, idag, kommune) for one in newer) or (
        not newer and plan.data.planstatus == "erstattet"
    ):
        return "erstattet"
    if kommune and not plan.data.vedtak_i(kommune.id):
        return "ikke vedtatt"
    if plan.data.planstatus == "utgått" or plan.periode_over(idag):
        return "utløpt"
    replaces = plan.erstatter is not None and plan.erstatter.vedtatt
    effect = takes_effect(plan.data, kommune.id if kommune else None)
    return "kommende" if replaces and idag < effect else "gjeldende"


def _has_taken_over(newer: Plan, idag: date, kommune: Kommune | None) -> bool:
    """Return whether a newer plan has taken the place of an older one in a kommune of that by the day `idag`.

    Where the newer is not for the kommune, as after a merger, it is asked as a whole.
    """
    its = kommune.id if kommune and kommune in newer.kommuner else None
    if its and not newer.data.vedtak_i(its):
        return False
    return takes_effect(newer.data, its) <= idag
