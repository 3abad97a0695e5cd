"""What a source says of a measure: a status, of the whole measure or of a part of it only.

A source that covers a part never makes the whole measure anything: «Gjennomført, en del» is not «Gjennomført», and is
counted as «En del rapportert». So everything that shows or counts a status goes by a `Meldt`, never by the word alone.
"""

from __future__ import annotations

from typing import NamedTuple

from ..tools.language import say
from .model_report import Punkt
from .vocabulary import STATUSORD

EN_DEL = "en-del"
"""What a status of a part is counted as, whatever its word."""

TELLEORD: dict[str, tuple[str, str]] = {
    "ikke-rapportert": STATUSORD["ikke-rapportert"],
    EN_DEL: ("En del rapportert", "En kilde sier noe om en del av tiltaket, men ikke om hele."),
    **STATUSORD,
}
"""What measures are counted, filtered and searched by, with labels and definitions as in `STATUSORD`."""

FERDIG = frozenset({"gjennomført", "stanset", "videreført"})
"""Statuses after which a deadline no longer runs, when they are of what the deadline is for."""


class Meldt(NamedTuple):
    """A status with how much it is of. Its `repr` says all of it, so it can go into a digest."""

    status: str = "ikke-rapportert"
    """A key of `STATUSORD`; «ikke-rapportert» when no source gives one."""
    del_: bool = False
    """Whether the source speaks of a part of the measure only."""

    @property
    def navn(self) -> str:
        """Return the status as it is shown: «Gjennomført», «Gjennomført, en del»."""
        return say(STATUSORD[self.status][0]) + (say(", en del") if self.del_ else "")

    @property
    def telles(self) -> str:
        """Return the key of `TELLEORD` that it is counted as."""
        return EN_DEL if self.del_ else self.status

    @property
    def ferdig(self) -> bool:
        """Return whether the whole measure is no longer worked with, so that its deadline no longer runs."""
        return self.status in FERDIG and not self.del_


IKKE_RAPPORTERT = Meldt()


def meldt_i(punkt: Punkt) -> Meldt:
    """Return what one statement says of its measures: «ikke-rapportert» when it gives no status."""
    return Meldt(punkt.status, punkt.dekker == "del") if punkt.status else IKKE_RAPPORTERT
