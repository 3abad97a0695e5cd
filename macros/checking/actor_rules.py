"""Rules for aktører: names mean one aktør, ids stand in their file, and every name in an ansvar cell is known."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, MutableMapping, Sequence

from ..format import ansvar, model
from ..format.kinds import file_of
from ..format.texts import UTEN_INNHOLD
from ..reading.data import Data
from ..reading.document import Document, KeyPath
from ..tools import signs
from ..tools.nearness import did_you_mean
from ..tools.problem import Problem
from .rule_parts import (
    each_aktør,
    each_aktør_in,
    is_lost,
    lacks_file,
    register_document,
    starts_of_id,
)


def aktører_end_after_they_begin(data: Data) -> Iterator[Problem]:
    """No aktør ends before it begins."""
    for document, id_, aktør in each_aktør(data):
        if aktør.fra and aktør.til and aktør.til < aktør.fra:
            message = f"aktøren begynner i {aktør.fra} og slutter i {aktør.til}."
            yield document.problem((id_, "til"), message, "Bytt om årene.")


def names_can_be_told(data: Data) -> bool:
    """Return whether every name of every aktør could be read; if not, `aktører_are_known` has to wait.

    Else one problem in a file of aktører would become one for each cell that has a name from it.
    """
    files = {data.document("aktør", file) for file in set(data.aktørfil.values())}
    return data.known("aktør") is not None and not any(is_lost(file, "navn", "varianter") for file in files)


def aktører_are_known(document: Document, plan: model.Plan, linker: ansvar.Linker) -> Iterator[Problem]:
    """Yield a problem for each word of an ansvar cell that is no known aktør, no separator and not declared neither.

    `linker` knows the names that hold in the plan.
    """
    for linje in plan.linjer:
        cell = linje.tiltak.ansvar
        if cell is None or cell.tekst.strip() in UTEN_INNHOLD:
            continue
        keys = (*linje.keys, "ansvar")
        linked = linker.link(cell)
        for word in linked.ukjent:
            hint = _hint(word, cell.tekst, linker.written)
            yield document.problem(keys, f"kjenner ikke aktøren «{word}».", hint)
        for word in (*cell.aktører, *cell.ikke_aktør, *cell.roller):
            if not ansvar.stands_in(word, cell.tekst):
                message = f"ventet ord som står i ansvarscellen, fant «{word}»."
                yield document.problem(keys, message, f"Cellen er «{cell.tekst}».")
        for word in cell.roller:
            named = {bit.tekst.lower() for bit in linked.bits if bit.aktør}
            if ansvar.stands_in(word, cell.tekst) and word.lower() not in named:
                yield document.problem((*keys, "roller"), f"«{word}» er ikke navnet på en aktør i cellen.")


def _hint(word: str, cell: str, names: Sequence[str]) -> str:
    """Return the hint for a word that is none of the names that hold in the plan.

    A name that holds a comma or «og» is cut when it is misspelt, so the whole cell is asked for too.
    """
    near = did_you_mean(word, names) or did_you_mean(cell, names)
    return f"{near} " * bool(near) + (
        "Legg skrivemåten til som variant i aktørregisteret, eller skriv "
        f'ansvar: {{tekst: "…", aktører: {{"{word}": <id>}}}}.'
    )


def names_mean_one_aktør(data: Data) -> Iterator[Problem]:
    """Within a kommune, together with the common actors, a name or variant means one actor at a time."""
    common: Bearers = {}
    yield from _ambiguous(each_aktør_in(data, "felles"), common)
    for kommune in data.kommuner:
        yield from _ambiguous(each_aktør_in(data, kommune), ChainMap({}, common))


Bearers = MutableMapping[str, tuple[tuple[str, model.Aktør], ...]]
"""By a name as it looks (`signs.looks_as`): the aktører that go by it, with their ids."""


def _ambiguous(entries: Iterable[tuple[Document, str, model.Aktør]], seen: Bearers) -> Iterator[Problem]:
    """Yield a problem for each name of the entries that `seen` has for another aktør; adds their names to `seen`."""
    for document, id_, aktør in entries:
        names: list[tuple[KeyPath, str]] = [((id_, "navn"), aktør.navn)]
        names += [((id_, "varianter", i), name) for i, name in enumerate(aktør.varianter)]
        for keys, name in names:
            if ansvar.is_separator(name):
                yield document.problem(keys, f"«{name}» skiller navn og kan ikke selv være et.")
            bearers = seen.get(signs.looks_as(name), ())
            for other, its in bearers:
                if other != id_ and aktør.fantes_sammen_med(its):
                    message = f"«{name}» betyr allerede aktøren «{other}»."
                    yield document.problem(keys, message, "Ett navn kan bare bety én aktør til samme tid.")
                    break
            else:
                seen[signs.looks_as(name)] = (*bearers, (id_, aktør))


def aktør_ids_fit_their_file(data: Data) -> Iterator[Problem]:
    """The actors of a kommune's file have ids that start with its id; common ones do not."""
    kommuner = data.known("kommune") or set()
    for document, id_, aktør in each_aktør(data):
        file = data.aktørfil[id_]
        owner = next((start for start in starts_of_id(id_) if start in kommuner), "felles")
        if file != "felles" and file not in kommuner:
            if kommuner and id_ == next(iter(data.aktører_i(file))):
                hint = did_you_mean(file, kommuner) or "Alle kommuner og id-ene deres står i kommuner.yml."
                yield document.problem((), f"kjenner ikke kommunen «{file}», som filen heter.", hint)
        elif file == "felles" and owner != file and _belongs_to(data, owner, id_, aktør):
            message = f"aktøren «{id_}» hører hjemme i {file_of('aktør', owner)}."
            hint = "Flytt den dit, eller gi den en annen id."
            if not data.aktører_i(owner):
                hint = f"{lacks_file(data, owner)} Flytt den så dit, eller gi den en annen id."
            yield document.problem((id_,), message, hint, at_key=True)
        elif file != "felles" and not id_.startswith(f"{file}-"):
            message = f"aktøren «{id_}» hører hjemme i {file_of('aktør', owner)}."
            hint = f"Id-er i denne filen begynner med «{file}-»."
            yield document.problem((id_,), message, hint, at_key=True)


MUNICIPAL = frozenset({"kommunal enhet", "stilling", "folkevalgt organ"})
"""The types of what is a part of a kommune."""


def _belongs_to(data: Data, kommune: str, id_: str, aktør: model.Aktør) -> bool:
    """Return whether an aktør in the common file, whose id begins as a kommune's, is that kommune or a part of it.

    Others may be called after a place («ski-forbundet», «drammen-helsepark») without being of the kommune, and a
    kommune of which there is nothing but its name stands among the common ones.
    """
    if aktør.type in MUNICIPAL:
        return True
    return aktør.type == "kommune" and bool(data.aktører_i(kommune))


def orgnr_are_valid(data: Data) -> Iterator[Problem]:
    """The last digit of an organisation number is its check digit (modulus 11)."""
    for document, id_, aktør in each_aktør(data):
        if aktør.orgnr and not _mod11(aktør.orgnr):
            yield document.problem((id_, "orgnr"), *_wrong_orgnr(aktør.orgnr))
    for id_, kommune in data.kommuner.items():
        document = register_document(data, "kommuner")
        if kommune.orgnr and not _mod11(kommune.orgnr):
            yield document.problem((id_, "orgnr"), *_wrong_orgnr(kommune.orgnr))
        own = data.aktører.get(kommune.aktør_id(id_))
        if own and own.orgnr and kommune.orgnr and own.orgnr != kommune.orgnr:
            actor = kommune.aktør_id(id_)
            message = f"ventet «{kommune.orgnr}», som kommuneregisteret har, fant «{own.orgnr}»."
            there = data.document("aktør", data.aktørfil[actor])
            yield there.problem((actor, "orgnr"), message, "Ta det bort her: det står i kommuner.yml.")


def _wrong_orgnr(orgnr: str) -> tuple[str, str]:
    """Return message and hint for an organisation number whose check digit is wrong."""
    return f"ventet et gyldig organisasjonsnummer, fant «{orgnr}».", "Kontrollsifferet stemmer ikke."


def _mod11(orgnr: str) -> bool:
    """Return whether the check digit of an organisation number of nine digits is right.

    Weights and modulus as Brønnøysundregistrene describes them; a rest that would need the digit 10 is never right.
    """
    weights = (3, 2, 7, 6, 5, 4, 3, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(orgnr, weights, strict=False)) % 11
    return (11 - rest) % 11 == int(orgnr[-1])
