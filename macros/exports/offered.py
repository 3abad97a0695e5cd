"""What can be had of a kommune, plan, aktør or tema beside its page: files to load down. A tiltak stands in its plan's.

The row «Data» on a page shows what `offered` returns. Whoever makes a new kind of file adds a function to `OFFERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..register.entities import Aktør, Kommune, Plan, Tema
from ..tools.language import say
from ..views.overdue import Revisjon, has_review
from . import tables
from .json_out import path_of

Owner = Kommune | Plan | Aktør | Tema


@dataclass(frozen=True)
class Tilbud:
    """Something that can be had: what it is called in the row, and its address within the site."""

    navn: str
    sti: str
    last_ned: bool = True
    """Whether it is a file to keep, and not a page or something to follow."""


def _tables(entity: Owner, left_out: frozenset[str]) -> Iterator[Tilbud]:
    """Yield the CSV of a plan or kommune; that of all tiltak where it is left out."""
    if isinstance(entity, Plan | Kommune):
        if ("plan-csv" if isinstance(entity, Plan) else "kommune-csv") in left_out:
            yield Tilbud(say("Alle tiltak (CSV)"), f"{tables.TILTAK.sti}.csv")
        else:
            yield Tilbud(say("Tabell for Excel (CSV)"), path_of(entity, "csv"))


def _documents(entity: Owner, left_out: frozenset[str]) -> Iterator[Tilbud]:
    """Yield the JSON about an entity."""
    yield Tilbud("JSON", path_of(entity))


def _reviews(entity: Owner, left_out: frozenset[str]) -> Iterator[Tilbud]:
    """Yield the auditor's report of a plan or kommune that has one."""
    if isinstance(entity, Plan | Kommune) and has_review(entity):
        yield Tilbud(say("Til revisjonen"), Revisjon(entity).sti, False)


OFFERS: tuple[Callable[[Owner, frozenset[str]], Iterator[Tilbud]], ...] = (_tables, _documents, _reviews)
"""What yields what there is, in the order of the row."""


def offered(left_out: frozenset[str], entity: Owner) -> list[Tilbud]:
    """Return all that can be had of an entity, in the order of the row on its page.

    `left_out`: the names of the outputs that the site has no room for.
    """
    return [one for offers in OFFERS for one in offers(entity, left_out)]
