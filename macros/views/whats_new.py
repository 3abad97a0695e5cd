"""What is new: what came into the data, was adopted or was corrected, by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..format.meldt import Meldt
from ..register.entities import Plan, Rapport, Register, Rettelse, Tiltak


@dataclass(frozen=True)
class Endring:
    """Something that is new: what came into the data, was adopted or was corrected on a day."""

    dag: date
    slag: Literal["plan", "vedtak", "rapport", "rettelse"]
    entity: Plan | Rapport | Rettelse
    statuser: tuple[tuple[Tiltak, Meldt], ...] = ()
    """The measures that a report gives a status, and that status."""


def endringer(register: Register) -> list[Endring]:
    """Return every Endring of the register, newest first."""
    changes = [Endring(rettelse.data.dato, "rettelse", rettelse) for rettelse in register.rettelser]
    for plan in register.planer.values():
        changes.append(Endring(plan.data.registrert, "plan", plan))
        if plan.data.vedtak:
            changes.append(Endring(plan.data.vedtak.dato, "vedtak", plan))
    for rapport in register.rapporter.values():
        given = tuple(
            (one, punkt.meldt) for punkt in rapport.punkter if punkt.data.status for one in punkt.tiltak
        )
        changes.append(Endring(rapport.data.registrert, "rapport", rapport, given))
    return sorted(changes, key=lambda change: change.dag, reverse=True)
