"""What can be had of a tiltak, kommune, plan, aktør or tema beside its page: files to load down, feeds, calendars.

The row «Data» on a page shows what `offered` returns. Whoever makes a new kind of file adds a function to `OFFERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..register.entities import Aktør, Kommune, Plan, Tema, Tiltak
from ..tools.language import say
from ..views.overdue import Revisjon, has_review
from .json_out import path_of

Owner = Tiltak | Kommune | Plan | Aktør | Tema


@dataclass(frozen=True)
class Tilbud:
    """Something that can be had: what it is called in the row, what to know of it, and its address within the site."""

    navn: str
    om: str
    """For whoever does not see the row: «Tiltakene i Lier 2023–2026 som CSV»."""
    sti: str
    last_ned: bool = True
    """Whether it is a file to keep, and not a page or something to follow."""


def _tables(entity: Owner) -> Iterator[Tilbud]:
    """Yield the CSV of a plan or kommune; of a tiltak its plan's."""
    where = entity.plan if isinstance(entity, Tiltak) else entity
    if isinstance(where, Plan | Kommune):
        about = say("Tiltakene i {hva} som tabell", hva=where.navn)
        yield Tilbud(say("Tabell for Excel (CSV)"), about, path_of(where, "csv"))


def _documents(entity: Owner) -> Iterator[Tilbud]:
    """Yield the JSON about an entity; of a tiltak its plan's, in which it stands."""
    about = entity.plan if isinstance(entity, Tiltak) else entity
    yield Tilbud("JSON", say("{hva} som JSON", hva=about.navn), path_of(about))


def _reviews(entity: Owner) -> Iterator[Tilbud]:
    """Yield the auditor's report of a plan or kommune that has one."""
    if isinstance(entity, Plan | Kommune) and has_review(entity):
        about = say("Frister som er passert uten kilde")
        yield Tilbud(say("Til revisjonen"), about, Revisjon(entity).sti, False)


OFFERS: tuple[Callable[[Owner], Iterator[Tilbud]], ...] = (_tables, _documents, _reviews)
"""What yields what there is, in the order of the row."""


def offered(entity: Owner) -> list[Tilbud]:
    """Return all that can be had of an entity, in the order of the row on its page."""
    return [one for offers in OFFERS for one in offers(entity)]
