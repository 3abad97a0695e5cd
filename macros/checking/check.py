"""Every problem that needs more than one value to be seen: one rule, one function, all of them run.

Each rule is a generator of problems. Those that look at one file are run once for as long as the file is the same
(see `files.py`); the others, which need the whole, each time. What a single value may be is said by `model.py`, and
what refers to something in another file by `references.py`.
"""

from __future__ import annotations

import pickle
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from weakref import WeakKeyDictionary

from ..format import ansvar, frist, model, walk
from ..format.paths import LISTS, page_of
from ..format.texts import ORDRETTE_FELT, UTEN_INNHOLD
from ..format.vocabulary import STATUS_KREVER, VEDTATTE
from ..reading.data import Data
from ..reading.document import Document, KeyPath
from ..reading.inventory import BESTEMT, addresses
from ..reading.known_names import key_of, linker_for
from ..reading.validation import LEFT_OUT
from ..tools.problem import Problem, did_you_mean
from ..tools.store import digest
from .references import references

FileRule = Callable[[Document, Any], Iterator[Problem]]
"""A rule that looks at one file: its document, and what stands in it."""


def check(data: Data, idag: date) -> list[Problem]:
    """All problems across the data on a day, in no particular order."""
    found = [problem for rule in RULES for problem in rule(data)]
    for document in data.documents.values():
        found += _looked_at(data, document).problems
    found += days_have_been(data, idag)
    return [problem for problem in found if LEFT_OUT not in str(problem)]


@dataclass(frozen=True)
class Looked:
    """What is seen of one file alone."""

    problems: list[Problem]
    refers: dict[str, frozenset[str]]
    """The ids of what it refers to, by their kind."""
    numre: tuple[str, ...]
    """The numbers of its tiltak."""


_LOOKED: WeakKeyDictionary[Document, Looked] = WeakKeyDictionary()


def _looked_at(data: Data, document: Document) -> Looked:
    """What is seen of this file alone, looked for once; of a file without problems it is kept for the next run too.

    With it and the plans that `aktører_are_known` knows to fit, a second build checks in half the time.
    """
    if document not in _LOOKED:
        key = digest("sett på", document.key)
        kept = data.store.get(key) if document.key else None
        found = pickle.loads(kept) if kept else _look(document, data.contents[document.file])
        if document.key and not kept and not found.problems:
            data.store.put(key, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
        _LOOKED[document] = found
    return _LOOKED[document]


def _look(document: Document, content: Any) -> Looked:
    rules = RULES_OF.get(type(content), FILE_RULES)
    refers: dict[str, set[str]] = {}
    for slag, _, id_ in references(content):
        refers.setdefault(slag, set()).add(id_)
    return Looked(
        [problem for rule in rules for problem in rule(document, content)],
        {slag: frozenset(ids) for slag, ids in refers.items()},
        tuple(linje.tiltak.nr for linje in content.linjer) if isinstance(content, model.Plan) else (),
    )


def _plans(data: Data) -> Iterator[tuple[Document, model.Plan]]:
    for id_, plan in data.planer.items():
        yield data.document("planer", id_), plan


def _rapporter(data: Data) -> Iterator[tuple[Document, model.Rapport]]:
    for id_, rapport in data.rapporter.items():
        yield data.document("rapporter", id_), rapport


def _aktører(data: Data) -> Iterator[tuple[Document, str, model.Aktør]]:
    for id_, aktør in data.aktører.items():
        yield data.document("aktorer", data.aktørfil[id_]), id_, aktør


def _aktører_i(data: Data, file: str) -> Iterator[tuple[Document, str, model.Aktør]]:
    for id_ in data.aktører_i(file):
        yield data.document("aktorer", file), id_, data.aktører[id_]


def _register(data: Data, name: str) -> Document:
    return data.documents.get(f"{data.root}/{name}.yml", Document(name))


def _punkter(rapport: model.Rapport) -> Iterator[tuple[KeyPath, model.Punkt]]:
    for i, punkt in enumerate(rapport.punkter):
        yield ("punkter", i), punkt


def what_is_referred_to_exists(data: Data) -> Iterator[Problem]:
    """Every id that a file refers to is in the data. Where that can't be said, it is given the benefit."""
    known = {slag: data.known(place) for slag, place in PLACES.items()} | {"tiltak": _tiltak(data)}
    unsure = (known["plan"] or set()) - data.planer.keys()
    unsure |= {id_ for id_ in data.planer if _lost(data.document("planer", id_), "nr", "tiltak", "deler")}
    sent = {one.gammel: one.ny for one in data.videresendinger}
    for document in data.documents.values():
        if not any(_missing(*one, known, unsure) for one in _looked_at(data, document).refers.items()):
            continue
        for slag, keys, id_ in references(data.contents[document.file]):
            if _missing(slag, {id_}, known, unsure):
                new = sent.get(page_of(slag, *id_.split("/")))
                hint = f"Adressen er flyttet til «{new}»." if new else _instead(data, slag, id_, known[slag])
                yield document.problem(keys, f"kjenner ikke {BESTEMT[slag]} «{id_}».", hint)


def _instead(data: Data, slag: str, id_: str, known: Set[str] | None) -> str:
    """What to write or do for an id that is not known: make the kommune's file, or take the nearest id."""
    kommune = id_.removesuffix("-kommune")
    if slag == "aktør" and kommune in data.kommuner and not data.aktører_i(kommune):
        return _lacks_file(data, kommune)
    return did_you_mean(id_, known or ())


def _lacks_file(data: Data, kommune: str) -> str:
    """How to make the file of aktører that a kommune lacks."""
    return f"Filen {data.root}/aktorer/{kommune}.yml mangler. Lag den med «python -m macros ny-kommune {kommune}»."


def kommuner_in_use_have_their_aktør(data: Data) -> Iterator[Problem]:
    """A kommune that a plan or a report is about has a file of aktører, with itself in it."""
    if data.known("aktorer/") is None:
        return
    about = [(document, plan.kommuner) for document, plan in _plans(data)]
    about += [(document, rapport.kommuner) for document, rapport in _rapporter(data)]
    for document, kommuner in about:
        for i, id_ in enumerate(kommuner):
            kommune = data.kommuner.get(id_)
            if kommune is None or kommune.aktør_id(id_) in (data.known("aktorer/") or ()):
                continue
            if not data.aktører_i(id_):
                message = f"kommunen «{id_}» har ingen aktører ennå."
                yield document.problem(("kommuner", i), message, _lacks_file(data, id_))
            else:
                message = f"ventet kommunen selv, «{kommune.aktør_id(id_)}», i {data.root}/aktorer/{id_}.yml, fant den ikke."
                hint = f"Skriv den øverst i filen: navn: {kommune.navn} kommune, type: kommune."
                yield document.problem(("kommuner", i), message, hint)


def kommuner_are_there_when_the_plan_begins(data: Data) -> Iterator[Problem]:
    """A plan is for kommuner that are kommuner in the year it begins."""
    for document, plan in _plans(data):
        begins = (plan.periode and plan.periode.fra) or (plan.vedtak and plan.vedtak.dato.year)
        for i, id_ in enumerate(plan.kommuner if begins else ()):
            kommune = data.kommuner.get(id_)
            if kommune is None or _is_there(kommune, begins or 0):
                continue
            last = kommune.numre[-1].til
            first = kommune.numre[0].fra
            hint = f"Den ble til {first}." if first and first.year > (begins or 0) else ""
            if last and last.year < (begins or 0) and kommune.etterfølgere:
                new = " eller ".join(f"«{one}»" for one in kommune.etterfølgere)
                hint = f"Den ble en del av {new} etter {last}. Skriv den i stedet."
            message = f"kommunen «{id_}» finnes ikke i {begins}, da planen begynner."
            yield document.problem(("kommuner", i), message, hint)


def _is_there(kommune: model.Kommune, year: int) -> bool:
    """Whether the kommune has a number at some time in the year."""
    return any((one.fra or date.min).year <= year <= (one.til or date.max).year for one in kommune.numre)


PLACES = {
    "kommune": "kommuner",
    "tema": "temaer",
    "aktør": "aktorer/",
    "plan": "planer/",
    "rapport": "rapporter/",
}
"""The file or folder that holds the things of each kind."""


def _tiltak(data: Data) -> set[str]:
    """The ids of all tiltak."""
    return {
        f"{id_}/{nr}" for id_ in data.planer for nr in _looked_at(data, data.document("planer", id_)).numre
    }


def _missing(slag: str, ids: Set[str], known: Mapping[str, Set[str] | None], unsure: Set[str]) -> bool:
    """Whether one of these is not known, and not of a plan of which that is unsure."""
    there = known[slag]
    return there is not None and any(
        slag != "tiltak" or id_.split("/")[0] not in unsure for id_ in ids - there
    )


def every_tiltak_has_a_tema(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """Every tiltak has a tema, its own or that of a part above it."""
    for linje in plan.linjer:
        if not linje.tiltak.tema and not any(del_.tema for del_ in linje.over):
            message = "ventet et tema på tiltaket eller på en del over det, fant ingen."
            yield document.problem(linje.keys, message, "Skriv for eksempel tema: [samferdsel].")


def _lost(document: Document, *names: str) -> bool:
    """Whether a value with one of these keys was left out of the document because it was wrong."""
    return any(name in keys for keys in document.left_out for name in names)


def fylker_exist(data: Data) -> Iterator[Problem]:
    """The first two digits of a kommune's number are a fylke."""
    known = data.known("fylker")
    for id_, kommune in data.kommuner.items():
        for i, nummer in enumerate(kommune.numre):
            if known is not None and nummer.nummer[:2] not in known:
                keys = (id_, "numre", i, "nummer")
                message = f"kjenner ikke fylket «{nummer.nummer[:2]}», som nummeret begynner med."
                hint = "Legg det til i data/fylker.yml."
                yield _register(data, "kommuner").problem(keys, message, hint)


def kommuner_are_distinct(data: Data) -> Iterator[Problem]:
    """No two kommuner have the same actor, orgnr or number, and the actor is a kommune."""
    document = _register(data, "kommuner")
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
                yield data.document("aktorer", data.aktørfil[actor]).problem((actor, "type"), message)
        if kommune.orgnr and (other := orgnr.setdefault(kommune.orgnr, id_)) != id_:
            message = f"organisasjonsnummeret «{kommune.orgnr}» hører allerede til «{other}»."
            yield document.problem((id_, "orgnr"), message)
        if id_ in kommune.etterfølgere:
            yield document.problem((id_, "etterfølgere"), "kommunen følger etter seg selv.")
        if kommune.etterfølgere and kommune.numre[-1].til is None:
            message = "ventet at det siste nummeret har en siste dag (til), siden kommunen har etterfølgere."
            yield document.problem((id_, "numre", len(kommune.numre) - 1), message)
        for i, nummer in enumerate(kommune.numre):
            if (other := numbers.setdefault(nummer.nummer, id_)) != id_:
                message = f"nummeret «{nummer.nummer}» hører allerede til «{other}»."
                yield document.problem((id_, "numre", i, "nummer"), message)
        yield from _in_order(document, id_, kommune.numre)
    for id_, fylke in data.fylker.items():
        yield from _in_order(_register(data, "fylker"), id_, [fylke])


def _in_order(
    document: Document, id_: str, periods: Sequence[model.Nummer | model.Fylke]
) -> Iterator[Problem]:
    latest = date.min
    for i, one in enumerate(periods):
        start, end = one.fra or date.min, one.til or date.max
        if start > end or (i and start <= latest):
            keys = (id_, "numre", i) if isinstance(one, model.Nummer) else (id_,)
            hint = "Skriv det eldste først; det neste begynner dagen etter."
            yield document.problem(
                keys, "tidsrommet slutter før det begynner, eller overlapper et annet.", hint
            )
        latest = end


def themes_have_names_of_their_own(data: Data) -> Iterator[Problem]:
    """No two themes have the same name."""
    yield from _duplicates(_register(data, "temaer"), "navn", "temanavnet", (
        ((id_,), tema.navn.lower()) for id_, tema in data.temaer.items()
    ))  # fmt: skip


def lists_have_no_repeats(document: Document, entry: object) -> Iterator[Problem]:
    """A word stands once in a list: twice, everything about it would count double."""
    if document.quick is not None and not document.quick.repeats:
        return
    for keys, place in document.places.items():
        if keys and isinstance(keys[-1], int) and place.raw:
            earlier = ((*keys[:-1], i) for i in range(keys[-1]))
            if any(document.places.get(other, place).raw == place.raw for other in earlier):
                yield document.problem(keys, f"«{place.raw}» står to ganger i lista.", "Ta bort den ene.")


def nobody_is_part_of_itself(data: Data) -> Iterator[Problem]:
    """No actor is a part, a member or a successor of itself, and no plan replaces itself."""
    for document, id_, aktør in _aktører(data):
        above, seen = aktør.forelder, {id_}
        while above and above not in seen:
            seen.add(above)
            above = data.aktører[above].forelder if above in data.aktører else None
        if above == id_:
            yield document.problem((id_, "forelder"), "aktøren er en del av seg selv.")
        if id_ in aktør.medlemmer:
            yield document.problem((id_, "medlemmer"), "aktøren er medlem av seg selv.")
        if aktør.etterfølger and aktør.etterfølger.aktør == id_:
            yield document.problem((id_, "etterfølger"), "aktøren følger etter seg selv.")
    for id_, plan in data.planer.items():
        if plan.erstatter and plan.erstatter.plan == id_:
            yield data.document("planer", id_).problem(("erstatter",), "planen erstatter seg selv.")


def one_of_two_is_given(data: Data) -> Iterator[Problem]:
    """A successor is an actor or a name, a replaced plan an id or a title, a period has years or says why not."""
    for document, id_, aktør in _aktører(data):
        if aktør.etterfølger and bool(aktør.etterfølger.aktør) == bool(aktør.etterfølger.navn):
            yield document.problem((id_, "etterfølger"), "ventet enten «aktør» eller «navn».")
    for document, plan in _plans(data):
        if plan.erstatter and bool(plan.erstatter.plan) == bool(plan.erstatter.tittel):
            yield document.problem(("erstatter",), "ventet enten en plan eller en tittel.")
        yield from _whole_period(document, "periode", plan.periode)
    for document, rapport in _rapporter(data):
        yield from _whole_period(document, "gjelder", rapport.gjelder)
    for i, one in enumerate(data.rettelser):
        if not (one.tiltak or one.planer or one.rapporter or one.aktører or one.kommuner):
            message = "ventet hva rettelsen gjelder, fant det ikke."
            hint = "Skriv for eksempel tiltak: [plan/nummer]."
            yield _register(data, "rettelser").problem((i,), message, hint)


def _whole_period(document: Document, key: str, period: model.Periode | None) -> Iterator[Problem]:
    if period is None or _lost(document, key):
        return
    if not (period.fra or period.til or period.tekst):
        yield document.problem((key,), "ventet år, eller en tekst som sier hvorfor de mangler.")
    if period.fra and period.til and period.fra > period.til:
        message = f"perioden begynner i {period.fra} og slutter i {period.til}."
        yield document.problem((key,), message, "Bytt om årene.")


def days_have_been(data: Data, idag: date) -> Iterator[Problem]:
    """Nothing was registered, adopted or told of after tomorrow (a day's grace, for clocks in other time zones)."""
    for document, plan in _plans(data):
        yield from _has_been(document, ("registrert",), plan.registrert, idag)
        if plan.vedtak:
            yield from _has_been(document, ("vedtak", "dato"), plan.vedtak.dato, idag)
    for document, rapport in _rapporter(data):
        yield from _has_been(document, ("registrert",), rapport.registrert, idag)
        yield from _has_happened(document, rapport.gjelder, idag)
    for i, rettelse in enumerate(data.rettelser):
        yield from _has_been(_register(data, "rettelser"), (i, "dato"), rettelse.dato, idag)


def _has_been(document: Document, keys: KeyPath, day: date, idag: date) -> Iterator[Problem]:
    if day > idag + timedelta(days=1):
        yield document.problem(keys, f"ventet en dag som har vært, fant {day}.", f"I dag er {idag}.")


def _has_happened(document: Document, period: model.Periode, idag: date) -> Iterator[Problem]:
    """A report of years to come would outrank every later one."""
    last = max(period.fra or 0, period.til or 0)
    if last > (idag + timedelta(days=1)).year:
        yield document.problem(("gjelder",), f"ventet år som har vært, fant {last}.", f"I dag er {idag}.")


def numbers_are_unique(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """No two tiltak, innsatsområder or deler of a plan have the same number."""
    yield from _duplicates(document, "nr", "tiltaket", (
        (linje.keys, linje.tiltak.nr) for linje in plan.linjer
    ))  # fmt: skip
    yield from _duplicates(document, "nr", "delen", (
        (keys, over[-1].nr) for keys, over in walk.deler(plan)
    ))  # fmt: skip


def statements_have_ids_of_their_own(document: Document, rapport: model.Rapport) -> Iterator[Problem]:
    """No two statements of a report have the same id."""
    yield from _duplicates(document, "id", "punktet", (
        (keys, punkt.id) for keys, punkt in _punkter(rapport)
    ))  # fmt: skip


def _duplicates(
    document: Document, key: str, noun: str, entries: Iterable[tuple[KeyPath, str | None]]
) -> Iterator[Problem]:
    first: dict[str, KeyPath] = {}
    for keys, value in entries:
        if value is None:
            continue
        if value in first:
            line = document.place(first[value]).line
            message = f"{noun} «{value}» står to ganger, første gang på linje {line}."
            yield document.problem((*keys, key), message, "Gi den ene noe annet.")
        first.setdefault(value, keys)


def columns_are_kept(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """A tiltak has each column that the document prints (empty if empty there), and no other."""
    for linje in plan.linjer:
        for column in ("mål", "frist", "ansvar", "milepæler"):
            present = getattr(linje.tiltak, column) is not None
            key = (*linje.keys, column)
            if column in plan.kolonner and not present:
                written = document.place(key).line
                if key in document.left_out or any(one.line == written for one in document.problems):
                    continue
                hint = f'Er cellen tom i planen, så skriv {column}: "".'
                message = f"ventet «{column}», som planen har som kolonne, fant den ikke."
                yield document.problem(linje.keys, message, hint)
            elif present and column not in plan.kolonner:
                message = f"fant «{column}», men planen oppgir ikke en slik kolonne."
                hint = f"Legg «{column}» til i kolonner øverst, eller ta den bort her."
                yield document.problem(key, message, hint, at_key=True)


def verbatim_is_guarded(document: Document, entry: model.Plan | model.Rapport) -> Iterator[Problem]:
    """A source's own words stand in quotes or in a block, where YAML changes nothing."""
    if document.quick is not None and ORDRETTE_FELT.isdisjoint(document.quick.bare):
        return
    for keys, place in document.places.items():
        if not keys or keys[-1] not in ORDRETTE_FELT or keys[0] in ("periode", "gjelder", "ord"):
            continue
        if place.raw and not place.guarded:
            hint = f'Skriv "{place.raw}".' if '"' not in place.raw else "Bruk enkle anførselstegn."
            yield document.problem(keys, "ventet ordrett tekst i anførselstegn, fant den uten.", hint)


def delmål_are_in_the_cell(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """Each delmål is a part of the cell «milepæler», and its year stands there."""
    for linje in plan.linjer:
        cell = linje.tiltak.milepæler or ""
        for i, one in enumerate(linje.tiltak.delmål):
            keys = (*linje.keys, "delmål", i, "tekst")
            if one.tekst not in cell:
                message = f"ventet en del av cellen «milepæler», fant «{one.tekst}»."
                yield document.problem(keys, message, "Skriv teksten nøyaktig som i cellen.")
            elif one.innen is not None and (year := str(frist.som_dato(one.innen).year)) not in one.tekst:
                message = f"ventet et år som står i «{one.tekst}», fant {year}."
                yield document.problem((*keys[:-1], "innen"), message, "Årstall gjettes ikke.")


def frister_are_understood(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """Every deadline has a form of the grammar, or the editors' own reading."""
    for linje in plan.linjer:
        given, keys = linje.tiltak.frist, (*linje.keys, "frist")
        if given is None or given.tekst.strip() in UTEN_INNHOLD:
            continue
        read = frist.parse(given.tekst)
        own = frist.som_dato(given.innen) if given.innen else None
        if read and own and read.innen != own:
            message = f"cellen kan leses som {read.tekst.lower()}, men «innen» sier noe annet."
            yield document.problem((*keys, "innen"), message, "Ta bort «innen».")
        if read is None and not document.is_group(keys):
            message = (
                "ventet en frist som «2016», «innen juni 2024», «30.6.2024» eller «Løpende oppgave», "
                f"fant «{given.tekst}»."
            )
            hint = (
                f'Skriv frist: {{tekst: "{given.tekst}", innen: ÅÅÅÅ-MM-DD}}, '
                "eller uten innen når teksten ikke sier noen dato."
            )
            yield document.problem(keys, message, hint)


def aktører_are_known(data: Data) -> Iterator[Problem]:
    """Every word of an ansvar cell is a known actor, a separator, or declared to be neither.

    Waits until the kommuner and their actors are without problems, so that one of those does not become many.
    """
    files = {data.document("aktorer", file) for file in set(data.aktørfil.values())}
    if data.known("aktorer/") is None or any(_lost(file, "navn", "varianter") for file in files):
        return
    for document, plan in _plans(data):
        if not data.kommuner.keys() >= set(plan.kommuner):
            continue
        linker = linker_for(data, plan)
        if _FITS.get(document) is linker:
            continue
        key = digest("ansvar", document.key, key_of(linker))
        if not document.key or data.store.get(key) is None:
            wrong = list(_unknown_in_ansvar(document, plan, linker))
            yield from wrong
            if wrong:
                continue
            data.store.put(key, b"")
        _FITS[document] = linker


_FITS: WeakKeyDictionary[Document, ansvar.Linker] = WeakKeyDictionary()
"""The linker that knows all names in a plan."""


def _unknown_in_ansvar(document: Document, plan: model.Plan, linker: ansvar.Linker) -> Iterator[Problem]:
    for linje in plan.linjer:
        cell = linje.tiltak.ansvar
        if cell is None or cell.tekst.strip() in UTEN_INNHOLD:
            continue
        keys = (*linje.keys, "ansvar")
        linked = linker.link(cell)
        for word in linked.ukjent:
            yield document.problem(keys, f"kjenner ikke aktøren «{word}».", _hint(word, linker.written))
        for word in (*cell.aktører, *cell.ikke_aktør, *cell.roller):
            if not ansvar.stands_in(word, cell.tekst):
                message = f"ventet ord som står i ansvarscellen, fant «{word}»."
                yield document.problem(keys, message, f"Cellen er «{cell.tekst}».")
        for word in cell.roller:
            named = {bit.tekst.lower() for bit in linked.bits if bit.aktør}
            if ansvar.stands_in(word, cell.tekst) and word.lower() not in named:
                yield document.problem((*keys, "roller"), f"«{word}» er ikke navnet på en aktør i cellen.")


def _hint(word: str, names: Iterable[str]) -> str:
    near = did_you_mean(word, names)
    return f"{near} " * bool(near) + (
        "Legg skrivemåten til som variant i aktørregisteret, eller skriv "
        f'ansvar: {{tekst: "…", aktører: {{"{word}": <id>}}}}.'
    )


def mentions_are_in_the_wording(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """Every word under «nevner» stands in the wording or in the milestones."""
    for linje in plan.linjer:
        for word in linje.tiltak.nevner:
            texts = (linje.tiltak.ordlyd, linje.tiltak.milepæler or "")
            if not any(ansvar.stands_in(word, text, exactly=True) for text in texts):
                keys = (*linje.keys, "nevner", word)
                message = f"ventet ord som står i ordlyden eller milepælene, fant «{word}»."
                yield document.problem(keys, message, "Skriv ordet nøyaktig som der.", at_key=True)


def names_mean_one_aktør(data: Data) -> Iterator[Problem]:
    """Within a kommune, together with the common actors, a name or variant means one actor."""
    common: dict[str, str] = {}
    yield from _ambiguous(_aktører_i(data, "felles"), common)
    for kommune in data.kommuner:
        yield from _ambiguous(_aktører_i(data, kommune), ChainMap({}, common))


def _ambiguous(
    entries: Iterable[tuple[Document, str, model.Aktør]], seen: MutableMapping[str, str]
) -> Iterator[Problem]:
    for document, id_, aktør in entries:
        names: list[tuple[KeyPath, str]] = [((id_, "navn"), aktør.navn)]
        names += [((id_, "varianter", i), name) for i, name in enumerate(aktør.varianter)]
        for keys, name in names:
            if ansvar.is_separator(name):
                yield document.problem(keys, f"«{name}» skiller navn og kan ikke selv være et.")
            other = seen.setdefault(name.lower(), id_)
            if other != id_:
                message = f"«{name}» betyr allerede aktøren «{other}»."
                yield document.problem(keys, message, "Ett navn kan bare bety én aktør.")


def aktør_ids_fit_their_file(data: Data) -> Iterator[Problem]:
    """The actors of a kommune's file have ids that start with its id; common ones do not."""
    kommuner = data.known("kommuner") or set()
    for document, id_, aktør in _aktører(data):
        file = data.aktørfil[id_]
        owner = next((start for start in _starts(id_) if start in kommuner), "felles")
        if file != "felles" and file not in kommuner:
            if kommuner and id_ == next(iter(data.aktører_i(file))):
                hint = did_you_mean(file, kommuner) or "Alle kommuner og id-ene deres står i kommuner.yml."
                yield document.problem((), f"kjenner ikke kommunen «{file}», som filen heter.", hint)
        elif file == "felles" and owner != file and _belongs_to(data, owner, id_, aktør):
            message = f"aktøren «{id_}» hører hjemme i aktorer/{owner}.yml."
            hint = "Flytt den dit, eller gi den en annen id."
            if not data.aktører_i(owner):
                hint = f"{_lacks_file(data, owner)} Flytt den så dit, eller gi den en annen id."
            yield document.problem((id_,), message, hint, at_key=True)
        elif file != "felles" and not id_.startswith(f"{file}-"):
            message = f"aktøren «{id_}» hører hjemme i aktorer/{owner}.yml."
            hint = f"Id-er i denne filen begynner med «{file}-»."
            yield document.problem((id_,), message, hint, at_key=True)


MUNICIPAL = frozenset({"kommunal enhet", "stilling", "folkevalgt organ"})
"""The types of what is a part of a kommune."""


def _belongs_to(data: Data, kommune: str, id_: str, aktør: model.Aktør) -> bool:
    """Whether an aktør in the common file, whose id begins as a kommune's, is that kommune or a part of it.

    Others may be called after a place («ski-forbundet», «drammen-helsepark») without being of the kommune, and a
    kommune of which there is nothing but its name stands among the common ones.
    """
    if aktør.type in MUNICIPAL:
        return True
    return aktør.type == "kommune" and bool(data.aktører_i(kommune))


def _starts(id_: str) -> Iterator[str]:
    """What an id may start with, the shortest first: `nore`, `nore-og`, …"""
    words = id_.split("-")
    return ("-".join(words[:count]) for count in range(1, len(words)))


def orgnr_are_valid(data: Data) -> Iterator[Problem]:
    """The last digit of an organisation number is its check digit (modulus 11)."""
    for document, id_, aktør in _aktører(data):
        if aktør.orgnr and not _mod11(aktør.orgnr):
            yield document.problem((id_, "orgnr"), *_wrong_orgnr(aktør.orgnr))
    for id_, kommune in data.kommuner.items():
        document = _register(data, "kommuner")
        if kommune.orgnr and not _mod11(kommune.orgnr):
            yield document.problem((id_, "orgnr"), *_wrong_orgnr(kommune.orgnr))
        own = data.aktører.get(kommune.aktør_id(id_))
        if own and own.orgnr and kommune.orgnr and own.orgnr != kommune.orgnr:
            actor = kommune.aktør_id(id_)
            message = f"ventet «{kommune.orgnr}», som kommuneregisteret har, fant «{own.orgnr}»."
            there = data.document("aktorer", data.aktørfil[actor])
            yield there.problem((actor, "orgnr"), message, "Ta det bort her: det står i kommuner.yml.")


def _wrong_orgnr(orgnr: str) -> tuple[str, str]:
    """What is wrong with an organisation number whose check digit is, and why."""
    return f"ventet et gyldig organisasjonsnummer, fant «{orgnr}».", "Kontrollsifferet stemmer ikke."


def _mod11(orgnr: str) -> bool:
    weights = (3, 2, 7, 6, 5, 4, 3, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(orgnr, weights, strict=False)) % 11
    return (11 - rest) % 11 == int(orgnr[-1])


def plans_are_whole(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """An adopted plan says by whom and when; a plan has measures, in innsatsområder or in deler, not both."""
    lost = _lost(document, "vedtak")
    if plan.planstatus in VEDTATTE and not plan.vedtak and not lost:
        hint = "Skriv vedtak: {organ: Kommunestyret, dato: ÅÅÅÅ-MM-DD}."
        message = f"en plan som er {plan.planstatus}, må ha «vedtak»."
        yield document.problem(("planstatus",), message, hint)
    if plan.vedtak and plan.planstatus not in VEDTATTE and not _lost(document, "planstatus"):
        message = f"fant et vedtak, men planstatus er «{plan.planstatus}»."
        yield document.problem(("vedtak",), message, "Rett den ene av dem.", at_key=True)
    if plan.innsatsområder and plan.deler:
        message = "ventet enten innsatsområder eller deler øverst i planen, fant begge."
        yield document.problem(("deler",), message, "Legg delene inn i et innsatsområde.", at_key=True)
    if not plan.linjer and not _lost(document, "innsatsområder", "deler"):
        yield document.problem((), "ventet minst ett tiltak i planen, fant ingen.")
    for i, område in enumerate(plan.innsatsområder):
        if not (område.tiltak or område.deler) and not _lost(document, "tiltak", "deler"):
            yield document.problem(("innsatsområder", i), "ventet minst ett tiltak i området, fant ingen.")


def status_has_a_source(document: Document, rapport: model.Rapport) -> Iterator[Problem]:
    """A status or måloppnåelse names its tiltak, quotes its source, says where and how sure, and is not weak."""
    for keys, punkt in _punkter(rapport):
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
    """Within a report one statement at most gives a tiltak its status, and its måloppnåelse."""
    for claim in ("status", "måloppnåelse"):
        first: dict[str, str] = {}
        for i, punkt in enumerate(rapport.punkter):
            for ref in punkt.tiltak if getattr(punkt, claim) else ():
                if ref in first:
                    message = f"{claim} for «{ref}» står også i punktet «{first[ref]}»."
                    hint = "Bare ett punkt i en rapport kan gi et tiltak den; ta den bort her."
                    yield document.problem(("punkter", i, claim), message, hint)
                first.setdefault(ref, punkt.id)


def reports_of_one_period_agree(data: Data) -> Iterator[Problem]:
    """Two reports on the same period do not give one tiltak two states: which one wins would be a guess."""
    first: dict[tuple[str, int | None], tuple[str, str]] = {}
    for document, rapport in _rapporter(data):
        period = rapport.gjelder.til or rapport.gjelder.fra
        for i, punkt in enumerate(rapport.punkter):
            for ref in punkt.tiltak if punkt.status else ():
                status, other = first.setdefault((ref, period), (punkt.status or "", document.file))
                if status != punkt.status and other != document.file:
                    message = f"«{ref}» er «{status}» for samme tidsrom i {other}."
                    hint = "La den svakeste kilden stå uten status."
                    yield document.problem(("punkter", i, "status"), message, hint)


def addresses_are_sent_on_once(data: Data) -> Iterator[Problem]:
    """An address that is sent on is no address any more, stands once, and leads straight to one that exists."""
    if not data.videresendinger:
        return
    document = _register(data, "videresendinger")
    yield from _duplicates(document, "gammel", "adressen", (
        ((i,), one.gammel) for i, one in enumerate(data.videresendinger)
    ))  # fmt: skip
    sent = {one.gammel: one.ny for one in data.videresendinger}
    known = {*addresses(data), *(path for _, path in LISTS.values())}
    for i, one in enumerate(data.videresendinger):
        page = one.gammel.partition("#")[0]
        if one.gammel in known:
            message = f"adressen «{one.gammel}» finnes, og kan ikke sendes videre."
            yield document.problem((i, "gammel"), message, "Ta bort videresendingen, eller rett adressen.")
        elif page not in known and page not in sent and not data.broken:
            message = f"siden «{page}» finnes ikke."
            yield document.problem((i, "gammel"), message, "Send hele siden videre i stedet.")
        if one.ny in sent:
            yield document.problem((i, "ny"), *_chained(one.ny, sent))
        elif one.ny not in known and not data.broken:
            hint = did_you_mean(one.ny, known)
            yield document.problem((i, "ny"), f"kjenner ikke adressen «{one.ny}».", hint)


def _chained(new: str, sent: dict[str, str]) -> tuple[str, str]:
    """What is wrong with leading to an address that is itself sent on, and what to write instead."""
    seen = {new}
    end = sent[new]
    while end in sent and end not in seen:
        seen.add(end)
        end = sent[end]
    if end in seen:
        return f"«{new}» er selv sendt videre, og til slutt tilbake hit.", "Ta bort en av videresendingene."
    return f"«{new}» er selv sendt videre.", f"Skriv ny: {end}"


RULES = (
    kommuner_are_distinct,
    kommuner_in_use_have_their_aktør,
    kommuner_are_there_when_the_plan_begins,
    themes_have_names_of_their_own,
    nobody_is_part_of_itself,
    one_of_two_is_given,
    what_is_referred_to_exists,
    fylker_exist,
    aktører_are_known,
    names_mean_one_aktør,
    aktør_ids_fit_their_file,
    orgnr_are_valid,
    reports_of_one_period_agree,
    addresses_are_sent_on_once,
)
FILE_RULES: tuple[FileRule, ...] = (lists_have_no_repeats,)
PLAN_RULES: tuple[FileRule, ...] = (
    lists_have_no_repeats,
    every_tiltak_has_a_tema,
    numbers_are_unique,
    columns_are_kept,
    verbatim_is_guarded,
    delmål_are_in_the_cell,
    frister_are_understood,
    mentions_are_in_the_wording,
    plans_are_whole,
)
RAPPORT_RULES: tuple[FileRule, ...] = (
    lists_have_no_repeats,
    statements_have_ids_of_their_own,
    verbatim_is_guarded,
    status_has_a_source,
    one_status_for_each_tiltak,
)
RULES_OF: dict[type, tuple[FileRule, ...]] = {model.Plan: PLAN_RULES, model.Rapport: RAPPORT_RULES}
"""The rules for a file that holds one of these; `FILE_RULES` are for the others."""
