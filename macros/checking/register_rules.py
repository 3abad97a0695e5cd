"""Rules for kommuner, fylker, temaer and rettelser, and those that hold for files of several kinds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..format import model, tidsrom
from ..format.kinds import file_of
from ..reading.data import Data
from ..reading.document import Document, KeyPath
from ..tools import signs
from ..tools.problem import Problem
from .references import decisions
from .rule_parts import (
    duplicates,
    each_aktør,
    each_plan,
    each_rapport,
    is_lost,
    lacks_file,
    not_happened,
    not_in_order,
    not_yet,
    register_document,
)


def kommuner_in_use_have_their_aktør(data: Data) -> Iterator[Problem]:
    """A kommune that a plan or a report is about has a file of aktører, with itself in it."""
    known = data.known("aktør")
    if known is None:
        return
    about = [(document, plan.kommuner) for document, plan in each_plan(data)]
    about += [(document, rapport.kommuner) for document, rapport in each_rapport(data)]
    for document, kommuner in about:
        for i, id_ in enumerate(kommuner):
            kommune = data.kommuner.get(id_)
            if kommune is None or kommune.aktør_id(id_) in known:
                continue
            if not data.aktører_i(id_):
                message = f"kommunen «{id_}» har ingen aktører ennå."
                yield document.problem(("kommuner", i), message, lacks_file(data, id_))
            else:
                message = f"ventet kommunen selv, «{kommune.aktør_id(id_)}», i {data.root}/{file_of('aktør', id_)}, fant den ikke."
                hint = f"Skriv den øverst i filen: navn: {kommune.navn} kommune, type: kommune."
                yield document.problem(("kommuner", i), message, hint)


def fylker_exist(data: Data) -> Iterator[Problem]:
    """The first two digits of a kommune's number are a fylke."""
    known = data.known("fylke")
    for id_, kommune in data.kommuner.items():
        for i, nummer in enumerate(kommune.numre):
            if known is not None and nummer.nummer[:2] not in known:
                keys = (id_, "numre", i, "nummer")
                message = f"kjenner ikke fylket «{nummer.nummer[:2]}», som nummeret begynner med."
                hint = "Legg det til i data/fylker.yml."
                yield register_document(data, "kommuner").problem(keys, message, hint)


def kommuner_are_distinct(data: Data) -> Iterator[Problem]:
    """No two kommuner have the same actor, orgnr or number, and the actor is a kommune."""
    document = register_document(data, "kommuner")
    actors: dict[str, str] = {}
    numbers: dict[str, str] = {}
    orgnr: dict[str, str] = {}
    for id_, kommune in data.kommuner.items():
        actor = kommune.aktør_id(id_)
        if (other := actors.setdefault(actor, id_)) != id_:
            message = f"aktøren «{actor}» hører allerede til «{other}»."
            yield document.problem((id_, "aktør"), message)
        aktør = data.aktører.get(actor)
        if aktør and aktør.type != "kommune":
            message = f"ventet en aktør av slaget «kommune», fant «{aktør.type}»."
            if kommune.aktør:
                yield document.problem((id_, "aktør"), message)
            else:
                yield data.document("aktør", data.aktørfil[actor]).problem((actor, "type"), message)
        if kommune.orgnr and (other := orgnr.setdefault(kommune.orgnr, id_)) != id_:
            message = f"organisasjonsnummeret «{kommune.orgnr}» hører allerede til «{other}»."
            yield document.problem((id_, "orgnr"), message)
        if kommune.etterfølgere and kommune.numre[-1].til is None:
            message = "ventet at det siste nummeret har en siste dag (til), siden kommunen har etterfølgere."
            yield document.problem((id_, "numre", len(kommune.numre) - 1), message)
        for i, nummer in enumerate(kommune.numre):
            if (other := numbers.setdefault(nummer.nummer, id_)) != id_:
                message = f"nummeret «{nummer.nummer}» hører allerede til «{other}»."
                yield document.problem((id_, "numre", i, "nummer"), message)
        yield from not_in_order(document, id_, kommune.numre)
    for id_, fylke in data.fylker.items():
        yield from not_in_order(register_document(data, "fylker"), id_, [fylke])


def themes_have_names_of_their_own(data: Data) -> Iterator[Problem]:
    """No two themes have the same name."""
    yield from duplicates(register_document(data, "temaer"), "navn", "temanavnet", (
        ((id_,), signs.looks_as(tema.navn)) for id_, tema in data.temaer.items()
    ))  # fmt: skip


def lists_have_no_repeats(document: Document, entry: object) -> Iterator[Problem]:
    """A word stands once in a list: twice, everything about it would count double."""
    if document.quick is not None and not document.quick.repeats:
        return
    seen: dict[KeyPath, set[str]] = {}
    for keys, place in document.places.items():
        if keys and isinstance(keys[-1], int) and place.raw:
            words = seen.setdefault(keys[:-1], set())
            if place.raw in words:
                yield document.problem(keys, f"«{place.raw}» står to ganger i lista.", "Ta bort den ene.")
            words.add(place.raw)


def one_of_two_is_given(data: Data) -> Iterator[Problem]:
    """A successor is an actor or a name, a replaced plan an id or a title, a period has years or says why not."""
    for document, id_, aktør in each_aktør(data):
        if aktør.etterfølger and bool(aktør.etterfølger.aktør) == bool(aktør.etterfølger.navn):
            yield document.problem((id_, "etterfølger"), "ventet enten «aktør» eller «navn».")
    for document, plan in each_plan(data):
        if plan.erstatter and bool(plan.erstatter.plan) == bool(plan.erstatter.tittel):
            yield document.problem(("erstatter",), "ventet enten en plan eller en tittel.")
        yield from _whole_period(document, "periode", plan.periode)
    for document, rapport in each_rapport(data):
        yield from _whole_span(document, rapport.gjelder)
    for i, one in enumerate(data.rettelser):
        if not (one.tiltak or one.planer or one.rapporter or one.aktører or one.kommuner):
            message = "ventet hva rettelsen gjelder, fant det ikke."
            hint = "Skriv for eksempel tiltak: [plan/nummer]."
            yield register_document(data, "rettelser").problem((i,), message, hint)


def _whole_period(document: Document, key: str, period: model.Periode | None) -> Iterator[Problem]:
    """Yield a problem when the period under `key` says nothing, or ends before it begins."""
    if period is None or is_lost(document, key):
        return
    if not (period.fra or period.til or period.tekst):
        yield document.problem((key,), "ventet år, eller en tekst som sier hvorfor de mangler.")
    if period.fra and period.til and period.fra > period.til:
        message = f"perioden begynner i {period.fra} og slutter i {period.til}."
        yield document.problem((key,), message, "Bytt om årene.")


def _whole_span(document: Document, gjelder: model.Gjelder) -> Iterator[Problem]:
    """Yield a problem when the time that a report speaks of says nothing, or ends before it begins."""
    if is_lost(document, "gjelder"):
        return
    if gjelder.dager is None and not gjelder.tekst:
        message = "ventet en tid, eller en tekst som sier hvorfor den mangler."
        yield document.problem(("gjelder",), message)
    elif gjelder.dager and gjelder.dager[0] > gjelder.dager[1] and gjelder.fra and gjelder.til:
        begins, ends = tidsrom.shown(gjelder.fra), tidsrom.shown(gjelder.til)
        yield document.problem(("gjelder",), f"tiden begynner {begins} og slutter {ends}.", "Bytt om de to.")


def days_have_been(data: Data, idag: date) -> Iterator[Problem]:
    """Nothing was registered, adopted or told of after tomorrow (a day's grace, for clocks in other time zones)."""
    for document, plan in each_plan(data):
        yield from not_yet(document, ("registrert",), plan.registrert, idag)
        for keys, decision in decisions(plan):
            yield from not_yet(document, (*keys, "dato"), decision.dato, idag)
        yield from _not_yet_seen(document, plan.kilde, idag)
    for document, rapport in each_rapport(data):
        yield from not_yet(document, ("registrert",), rapport.registrert, idag)
        yield from not_happened(document, rapport.gjelder, idag)
        yield from _not_yet_seen(document, rapport.kilde, idag)
    for i, rettelse in enumerate(data.rettelser):
        yield from not_yet(register_document(data, "rettelser"), (i, "dato"), rettelse.dato, idag)


def _not_yet_seen(document: Document, kilde: model.Kilde, idag: date) -> Iterator[Problem]:
    """Yield a problem for each day on which a source was seen that is still to come."""
    for key, day in (("sett", kilde.sett), ("hentet", kilde.hentet)):
        if day:
            yield from not_yet(document, ("kilde", key), day, idag)
