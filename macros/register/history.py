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


def set_apart(register: Register) -> None:
    """Say of each tiltak whether it counts, and move what is replaced out of what a kommune, tema and aktør has today.

    The states of the plans, and what continues what, must be known.
    """
    for plan in register.planer.values():
        for tiltak in plan.tiltak:
            tiltak.telles = plan.telles and not goes_on(tiltak)
    past = past_plans(register)
    for plan in past:
        for kommune in plan.kommuner:
            kommune.planer.remove(plan)
            kommune.tidligere_planer.append(plan)
    lines = [tiltak for plan in past for tiltak in plan.tiltak]
    for tema in {tema.id: tema for one in lines for tema in one.temaer}.values():
        tema.tiltak = of_today(tema.tiltak)
        for plan in past:
            tema.i_plan.pop(plan.id, None)
    for aktør in {aktør.id: aktør for one in lines for aktør in one.aktører}.values():
        aktør.tidligere = [tiltak for tiltak, _ in aktør.roller if is_past(tiltak.plan)]
        aktør.roller = [(tiltak, rolle) for tiltak, rolle in aktør.roller if not is_past(tiltak.plan)]
