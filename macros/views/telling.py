"""Counting measures by what is reported of them, and the shares in per cent: the one place that does either.

Every table, bar and total is made of a `Rad`, and every per cent of `prosent`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..format.meldt import EN_DEL, TELLEORD
from ..register.addresses import Entity
from ..register.entities import Tiltak
from ..register.ordering import unique
from ..tools.language import say

MINST = 10
"""Of fewer than so many there is no per cent: one more or less would change it by over ten."""


ORDEN = (
    "gjennomført",
    "i-drift",
    "pågår",
    "en-del",
    "utsatt",
    "stanset",
    "videreført",
    "uenig",
    "ikke-startet",
    "ikke-rapportert",
)
"""The keys of `TELLEORD` in the order of tables and pictures: what is known first, what nobody has told of last."""


def prosent(antall: int, alle: int) -> str:
    """Return how many per cent `antall` is of `alle`, in whole numbers, half up; «» when they are fewer than `MINST`.

    Some are never shown as none, nor all but some as all: «under 1» and «over 99».
    """
    if alle < MINST:
        return ""
    if 0 < 100 * antall < alle:
        return "under 1"
    if 99 * alle < 100 * antall < 100 * alle:
        return "over 99"
    return str((200 * antall + alle) // (2 * alle))


@dataclass(frozen=True)
class Rad:
    """Measures that are counted together: how many are reported as what, and from which years."""

    navn: str
    entity: Entity | None
    antall: Counter[str]
    """By the keys of `TELLEORD`."""
    år: tuple[int | None, ...] = ()
    """The last year that each report with a status speaks of, each once, in order; None last, for one without a year."""
    i_planer: Counter[str] = field(default_factory=Counter)
    """By the state of their plan (`plan_states.Tilstand`)."""
    merke: str = ""
    """Why the row is in no total: it is a draft, or steps."""

    @property
    def totalt(self) -> int:
        """All of them."""
        return self.antall.total()

    @property
    def rapportert(self) -> int:
        """Those with a reported status of the whole measure."""
        return self.totalt - self.antall["ikke-rapportert"] - self.deler

    @property
    def deler(self) -> int:
        """Those of which a source tells a part only."""
        return self.antall[EN_DEL]

    def prosent(self, key: str) -> str:
        """Return the share of all measures in the row, not of the reported ones; «» when there is none to show."""
        return prosent(self.antall[key], self.totalt)

    @property
    def går_opp(self) -> bool:
        """Return whether the shares that are shown sum to 100, or none are shown."""
        shown = [self.prosent(key) for key in TELLEORD]
        return self.totalt < MINST or (all(one.isdecimal() for one in shown) and sum(map(int, shown)) == 100)


def rad(navn: str, entity: Entity | None, tiltak: Iterable[Tiltak], merke: str = "") -> Rad:
    """Return one row over these tiltak, each counted once."""
    found = unique(tiltak)
    states = Counter(one.plan.tilstand for one in found)
    return Rad(navn, entity, Counter(one.meldt.telles for one in found), years(found), states, merke)


def years(tiltak: Iterable[Tiltak]) -> tuple[int | None, ...]:
    """Return the years that the statuses of these measures are from, as `Rad.år` has them."""
    found = {one.sist_rapportert for one in tiltak if one.statuspunkt}
    return (*sorted(year for year in found if year is not None), *([None] if None in found else []))


def årene(år: Iterable[int | None]) -> str:
    """Return years in words: «2021», «2019 og 2021», «2015–2021», «2021 og ukjent år»; «» when there are none."""
    år = list(år)
    known = [str(year) for year in år if year is not None]
    if len(known) > FLEST_ÅR:
        known = [f"{known[0]}–{known[-1]}"]
    words = known + [say("ukjent år")] * (None in år)
    return " og ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


FLEST_ÅR = 3
"""Of more years than this the first and the last are named."""
