"""The whole text of a plan, which has a page of its own below the plan's: the plan's page is its contents."""

from __future__ import annotations

from dataclasses import dataclass

from ..register.addresses import address
from ..register.entities import Plan
from ..tools.language import say


@dataclass(frozen=True, eq=False)
class Heltekst:
    """A plan, to be read through on one page."""

    plan: Plan

    @property
    def sti(self) -> str:
        """Return the address of the page within the site."""
        return f"{address(self.plan)}alt/"

    @property
    def navn(self) -> str:
        """Return the title of the page."""
        return say("Hele teksten: {plan}", plan=self.plan.data.tittel)
