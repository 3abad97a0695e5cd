"""The matrix of tema and kommune: how many tiltak each kommune has on each tema."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ..register.entities import Kommune, Register, Tema
from ..register.ordering import alphabetic
from .status_tables import MANGE_RADER

STEPS = 3
"""So many strengths of colour has a field (`.mengde--3` in plan.css)."""


@dataclass(frozen=True)
class Felt:
    """One field of a matrix: measures of adopted plans, and lines of drafts and the like."""

    vedtatte: int
    andre: int


@dataclass(frozen=True)
class Matrise:
    """How much of each theme each kommune works with; with many kommuner each fylke."""

    kolonner: list[tuple[str, Kommune | None]]
    rader: list[tuple[Tema, list[Felt]]]

    @cached_property
    def størst(self) -> int:
        """Return the largest number of adopted measures in one field."""
        return max((one.vedtatte for _, fields in self.rader for one in fields), default=0)

    def styrke(self, antall: int) -> int:
        """Return how strongly so many are coloured, from 1 to `STEPS`: by the number, or by its part of the largest where that is more than `STEPS`."""
        return max(1, round(STEPS * antall / max(self.størst, STEPS)))


def matrise(register: Register) -> Matrise:
    """Return the matrix of the themes, with a column for each kommune, or for each fylke when the kommuner are many."""
    kommuner = list(register.kommuner.values())
    by_fylke = len(kommuner) > MANGE_RADER
    column_of = {one.id: one.fylker[-1][1].navn if by_fylke else one.navn for one in kommuner}
    kommune_of = {} if by_fylke else {one.navn: one for one in kommuner}
    columns = sorted(set(column_of.values()), key=alphabetic)
    rows = []
    for tema in register.temaer.values():
        adopted, others = Counter[str](), Counter[str]()
        for one in tema.tiltak:
            counted = {column_of[kommune.id] for kommune in one.telles_for}
            adopted.update(counted)
            others.update({column_of[kommune.id] for kommune in one.kommuner} - counted)
        rows.append((tema, [Felt(adopted[name], others[name]) for name in columns]))
    return Matrise([(name, kommune_of.get(name)) for name in columns], rows)
