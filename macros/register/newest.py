"""An address for each plan that leads to the newest edition of it: `planer/testby-2020-2023/nyeste/`.

It follows from the plan's own, so it lasts as long; where a plan's address is sent on, so is this.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..format.model import Videresending
from .addresses import address
from .entities import Plan, Register

ENDING = "nyeste/"
IN_FORCE = frozenset({"gjeldende", "utløpt", "erstattet"})
"""The states of a plan that has taken effect."""


def newest(plan: Plan) -> Plan:
    """Return the newest edition of a plan that has taken effect by the day of the register: itself, when there is none."""
    while newer := [one for one in plan.erstattet_av if one.tilstand in IN_FORCE]:
        plan = max(newer, key=lambda one: (one.data.periode.fra or 0 if one.data.periode else 0, one.id))
    return plan


def newest_address(plan: Plan) -> str:
    """Return the address that always leads to the newest edition of a plan."""
    return f"{address(plan)}{ENDING}"


def newest_addresses(register: Register) -> Iterator[Videresending]:
    """Yield the redirect at the newest-edition address of each adopted plan, and of each plan that has another address."""
    taken = {one.gammel for one in register.videresendinger}
    by_page = {address(plan): plan for plan in register.planer.values() if plan.vedtatt}
    moved = {one.gammel: by_page[one.ny] for one in register.videresendinger if one.ny in by_page}
    for page, plan in (by_page | moved).items():
        if f"{page}{ENDING}" not in taken and page.startswith("planer/"):
            grunn = "Denne adressen leder alltid til den nyeste utgaven av planen."
            yield Videresending(gammel=f"{page}{ENDING}", ny=address(newest(plan)), grunn=grunn)
