"""Rules for reports: a status has a source, and one tiltak has one status."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ..format import model
from ..format.vocabulary import STATUS_KREVER
from ..reading.document import Document
from ..tools.problem import Problem
from .rule_parts import duplicates, each_punkt


def statements_have_ids_of_their_own(document: Document, rapport: model.Rapport) -> Iterator[Problem]:
    """No two statements of a report have the same id."""
    yield from duplicates(document, "id", "punktet", (
        (keys, punkt.id) for keys, punkt in each_punkt(rapport)
    ))  # fmt: skip


def publisher_is_registered(document: Document, rapport: model.Rapport) -> Iterator[Problem]:
    """The publisher of a report is an aktør, not just the name that a reader has filled in."""
    if rapport.ny_utgiver is not None:
        message = f"ventet en utgiver som er lagt inn som aktør, fant navnet «{rapport.ny_utgiver}»."
        hint = f"Kjør «python -m macros ny-aktor {document.file}». Den legger inn aktøren og tar bort linja."
        yield document.problem(("ny_utgiver",), message, hint, at_key=True)


def status_has_a_source(document: Document, rapport: model.Rapport) -> Iterator[Problem]:
    """A status or måloppnåelse names its tiltak, quotes its source, says where and how sure, and is not weak."""
    for keys, punkt in each_punkt(rapport):
        claim = "status" if punkt.status else "måloppnåelse" if punkt.måloppnåelse else None
        if claim is None:
            continue
        if not punkt.tiltak:
            message = f"fant «{claim}», men ingen tiltak som den gjelder."
            yield document.problem((*keys, claim), message, "Legg til tiltak: [plan/nummer].", at_key=True)
        for needed in STATUS_KREVER:
            if getattr(punkt, needed) is None:
                message = f"«{claim}» må ha «{needed}», fant den ikke."
                hint = f"Legg til «{needed}», eller ta bort «{claim}»."
                yield document.problem((*keys, claim), message, hint, at_key=True)
        if punkt.sikkerhet == "lav":
            message = f"«sikkerhet: lav» kan ikke gi {claim}; en svak kilde er bare bakgrunn."
            yield document.problem((*keys, "sikkerhet"), message, f"Ta bort «{claim}».")


def one_status_for_each_tiltak(document: Document, rapport: model.Rapport) -> Iterator[Problem]:
    """Within a report one statement at most gives a tiltak, or a milestone of it, its status, and its måloppnåelse."""
    for claim in ("status", "måloppnåelse"):
        first: dict[tuple[str, str], str] = {}
        for i, punkt in enumerate(rapport.punkter):
            parts = _milestones(punkt) if claim == "status" else ("",)
            for ref, part in product(punkt.tiltak if getattr(punkt, claim) else (), parts):
                if (ref, part) in first:
                    message = f"{claim} for «{ref}» står også i punktet «{first[ref, part]}»."
                    hint = "Bare ett punkt i en rapport kan gi et tiltak den; ta den bort her."
                    yield document.problem(("punkter", i, claim), message, hint)
                first.setdefault((ref, part), punkt.id)


def _milestones(punkt: model.Punkt) -> tuple[str, ...]:
    """Return what a status is of within its tiltak: the milestones that a part is of, else «», the tiltak itself."""
    return punkt.delmål if punkt.delmål and punkt.dekker == "del" else ("",)
