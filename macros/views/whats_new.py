"""What is new: what came into the data, was adopted or was corrected, by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..format import model
from ..format.meldt import Meldt
from ..register.entities import Plan, Rapport, Register, Rettelse, Tiltak


@dataclass(frozen=True)
class Endring:
    """Something that is new: what came into the data, was adopted or was corrected on a day."""

    dag: date
    slag: Literal["plan", "vedtak", "rapport", "rettelse"]
    entity: Plan | Rapport | Rettelse
    vedtak: model.Vedtak | None = None
    """The decision, of a plan that was adopted."""
    statuser: tuple[tuple[Tiltak, Meldt], ...] = ()
    """The measures that a report gives a status, and that status."""


def endringer(register: Register) -> list[Endring]:
    """Return every Endring of the register, newest first."""
    changes = [Endring(rettelse.data.dato, "rettelse", rettelse) for rettelse in register.rettelser]
    for plan in register.planer.values():
        changes.append(Endring(plan.data.registrert, "plan", plan))
        changes += [Endring(one.dato, "vedtak", plan, one) for one in plan.data.vedtakene]
    for rapport in register.rapporter.values():
        given = tuple(
            (one, punkt.meldt) for punkt in rapport.punkter if punkt.data.status for one in punkt.tiltak
        )
        changes.append(Endring(rapport.data.registrert, "rapport", rapport, statuser=given))
    return sorted(changes, key=lambda change: change.dag, reverse=True)
