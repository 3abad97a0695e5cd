"""Rules for sources: where a document is to be found, and where in it something stands."""

from __future__ import annotations

from collections.abc import Iterator

from ..format import model
from ..format.texts import KILDEMAPPE
from ..reading.data import Data
from ..reading.document import Document
from ..reading.kildefiler import MOST_BYTES, Kildefil
from ..tools.nearness import did_you_mean
from ..tools.portable import unportable
from ..tools.problem import Problem
from .rule_parts import each_plan, each_rapport, is_lost

WHERE = ("kilde", "fil")


def offered_files_are_sound(data: Data) -> Iterator[Problem]:
    """A file that a source names is in `data/kilder/`, is a file of its own, not too large, and what its name says."""
    plans = ((document, plan.kilde) for document, plan in each_plan(data))
    reports = ((document, rapport.kilde) for document, rapport in each_rapport(data))
    for document, kilde in (*plans, *reports):
        name = kilde.fil
        if name is None:
            continue
        if said := unportable(name):
            yield document.problem(WHERE, f"«{name}» kan ikke brukes: {said}.", "Gi filen et annet navn.")
        found = data.kildefiler.get(name)
        if found is None:
            hint = did_you_mean(name, data.kildefiler) or "Last opp filen dit, eller ta bort «fil»."
            message = f"ventet en fil i {data.root}/{KILDEMAPPE}/, fant ingen med navnet «{name}»."
            yield document.problem(WHERE, message, hint)
        else:
            yield from _not_sound(document, found)


def _not_sound(document: Document, file: Kildefil) -> Iterator[Problem]:
    """Yield the first thing that keeps a file from being offered, if any."""
    if not file.er_fil:
        message = f"ventet en vanlig fil, men «{file.navn}» er en mappe eller en lenke til noe annet."
        yield document.problem(WHERE, message, "Legg selve dokumentet der.")
    elif file.antall_byte > MOST_BYTES:
        message = (
            f"ventet en fil på høyst {MOST_BYTES // 1_000_000} MB, "
            f"men «{file.navn}» er {-(-file.antall_byte // 1_000_000)} MB."
        )
        yield document.problem(WHERE, message, "Lagre den mindre, eller skriv adressen til den i «url».")
    elif file.slag != file.endelse:
        message = f"ventet at innholdet i «{file.navn}» er {file.endelse}, fant {file.slag or 'noe annet'}."
        hint = "Lagre dokumentet på nytt i riktig format, uten makroer."
        yield document.problem(WHERE, message, hint)


def places_are_of_printed_columns(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """A place in the document is given for a cell that the plan prints."""
    known = ", ".join(plan.kolonnenavn) or "ingen"
    for linje in () if is_lost(document, "kolonner") else plan.linjer:
        for column in linje.tiltak.steder:
            if column not in plan.kolonnenavn:
                keys = (*linje.keys, "steder", column)
                message = f"ventet en kolonne som planen har ({known}), fant «{column}»."
                hint = did_you_mean(column, plan.kolonnenavn) or "Gjelder det hele tiltaket, så skriv «sted»."
                yield document.problem(keys, message, hint, at_key=True)
