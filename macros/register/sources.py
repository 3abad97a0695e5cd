"""What tells of the plans: the reports with their statements, and the corrections. Part of what `entities.py` hands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..format import model
from ..format.meldt import Meldt, meldt_i

if TYPE_CHECKING:  # `entities` imports this module
    from .entities import Aktør, Kommune, Plan, Tiltak


@dataclass(eq=False, repr=False)
class Rapport:
    """A source that tells what has happened."""

    id: str
    data: model.Rapport
    utgiver: Aktør
    kommuner: list[Kommune]
    planer: list[Plan] = field(default_factory=list)
    punkter: list[Punkt] = field(default_factory=list)
    rettelser: list[Rettelse] = field(default_factory=list)

    @property
    def navn(self) -> str:
        """The short name, for links."""
        return self.data.kortnavn

    @property
    def år(self) -> int | None:
        """Return the last year that the rapport speaks of, when known."""
        return self.data.gjelder.dager[1].year if self.data.gjelder.dager else None


@dataclass(eq=False, repr=False)
class Punkt:
    """One statement taken from a source."""

    data: model.Punkt
    rapport: Rapport
    plass: int
    """Its place in the report, from 0."""
    tiltak: list[Tiltak]
    aktører: list[Aktør]

    @property
    def id(self) -> str:
        """The report and the id within it."""
        return f"{self.rapport.id}/{self.data.id}"

    @property
    def meldt(self) -> Meldt:
        """What it says of its measures."""
        return meldt_i(self.data)

    @property
    def tittel(self) -> str:
        """The short title."""
        return self.data.tittel

    def avsender(self, tiltak: Tiltak) -> str:
        """Return who says the statement, seen from `tiltak`: the owner of the plan, a responsible aktør, or somebody else."""
        utgiver = self.rapport.utgiver
        if utgiver in tiltak.plan.eiere:
            return "eier planen"
        if any(aktør is utgiver and rolle != "nevnt" for aktør, rolle in tiltak.roller):
            return "har ansvar etter planen"
        return "har ikke ansvaret etter planen"


@dataclass(eq=False, repr=False)
class Rettelse:
    """A correction of something that was wrong here."""

    data: model.Rettelse
    gjelder: list[Tiltak | Plan | Rapport | Aktør | Kommune]
