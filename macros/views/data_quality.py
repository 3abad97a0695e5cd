"""How much is known of each kommune's tiltak: a measure of these data, not of the kommune's work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..format.texts import UTEN_INNHOLD
from ..format.vocabulary import VEDTATTE
from ..register.entities import Kommune, Register, Tiltak

SAVN: dict[str, Callable[[Tiltak], bool]] = {
    "Uten status": lambda one: one.statuspunkt is None,
    "Uten aktør": lambda one: not one.aktører,
    "Uten frist": lambda one: not one.data.frist or one.data.frist.tekst in UTEN_INNHOLD,
    "Uten kjent vedtak": lambda one: one.plan.data.planstatus not in VEDTATTE or one.plan.data.vedtak is None,
    "Uten adresse til kilden": lambda one: not (one.plan.data.kilde.url or one.plan.data.kilde.arkiv),
}
"""What a tiltak can lack, as the heading of its column -> whether it does."""


@dataclass(frozen=True)
class Kvalitet:
    """What is lacking in the tiltak of one kommune, or of all."""

    kommune: Kommune | None
    """None: all kommuner together, a tiltak that several share counted once."""
    totalt: int
    savnet: dict[str, int]
    """Heading of `SAVN` -> how many tiltak lack it."""


def kvalitet(register: Register) -> list[Kvalitet]:
    """Return a row for each kommune with tiltak in plans that are not replaced, in their order, and all together last."""
    rows = [_row(kommune, kommune.tiltak) for kommune in register.kommuner.values() if kommune.tiltak]
    everyone = {one.id: one for kommune in register.kommuner.values() for one in kommune.tiltak}
    return [*rows, _row(None, everyone.values())]


def _row(kommune: Kommune | None, tiltak: Iterable[Tiltak]) -> Kvalitet:
    found = list(tiltak)
    return Kvalitet(kommune, len(found), {name: sum(map(lacks, found)) for name, lacks in SAVN.items()})
