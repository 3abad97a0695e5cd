"""What was in force before: replaced plans stand apart from what the lists, tables and pages of today show.

`Kommune.planer`, `Tema.tiltak` and `Aktør.roller` hold what is not replaced; a kommune's `tidligere_planer` and an
aktør's `tidligere` the rest. A replaced plan and its parts keep their pages.
"""

from __future__ import annotations

from collections.abc import Iterable

from .continuations import goes_on
from .entities import Plan, Register, Tiltak


def is_past(plan: Plan) -> bool:
    """Return whether a newer plan has taken the place of this one on the day of the register."""
    return plan.tilstand == "erstattet"


def of_today(tiltak: Iterable[Tiltak]) -> list[Tiltak]:
    """Return those of the tiltak that stand in plans that are not replaced."""
    return [one for one in tiltak if not is_past(one.plan)]


def plans_of_today(register: Register) -> list[Plan]:
    """Return the plans that are not replaced, in their order."""
    return [plan for plan in register.planer.values() if not is_past(plan)]


def past_plans(register: Register) -> list[Plan]:
    """Return the plans that are replaced, in their order."""
    return [plan for plan in register.planer.values() if is_past(plan)]


def _count(tiltak: Tiltak) -> None:
    """Say of a tiltak whether it counts in the totals of all, and in those of which kommuner."""
    plan = tiltak.plan
    its = plan.kommuner if plan.telles else []
    if plan.tilstander or tiltak.kommuner is not plan.kommuner:
        its = [one for one in tiltak.kommuner if plan.telles_i(one)]
    tiltak.telles = bool(its) and not goes_on(tiltak)
    tiltak.telles_for = [one for one in its if not goes_on(tiltak, one)] if tiltak.videreført_i else its


def set_apart(register: Register) -> None:
    """Say of each tiltak whether and where it counts, and move what is replaced out of what a kommune, tema and aktør has today.

    The states of the plans, and what continues what, must be known.
    """
    for plan in register.planer.values():
        for tiltak in plan.tiltak:
            _count(tiltak)
        for kommune in plan.kommuner:
            if is_past(plan) or plan.tilstand_i(kommune) == "erstattet":
                kommune.planer.remove(plan)
                kommune.tidligere_planer.append(plan)
    past = past_plans(register)
    lines = [tiltak for plan in past for tiltak in plan.tiltak]
    for tema in {tema.id: tema for one in lines for tema in one.temaer}.values():
        tema.tiltak = of_today(tema.tiltak)
        for plan in past:
            tema.i_plan.pop(plan.id, None)
    for aktør in {aktør.id: aktør for one in lines for aktør in one.aktører}.values():
        aktør.tidligere = [tiltak for tiltak, _ in aktør.roller if is_past(tiltak.plan)]
        aktør.roller = [(tiltak, rolle) for tiltak, rolle in aktør.roller if not is_past(tiltak.plan)]
