"""Every problem that needs more than one value to be seen: one rule, one function, all of them run.

Each rule is a generator `Data -> problems`. What a single value may be is said by `model.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import ansvar, frist, model
from .load import Data
from .problem import Problem, did_you_mean
from .read import Document, Keys
from .register import names_in


def check(data: Data) -> list[Problem]:
    """All problems across the data, in no particular order."""
    return [problem for rule in RULES for problem in rule(data)]


def _plans(data: Data) -> Iterator[tuple[Document, model.Plan]]:
    for id_, plan in data.planer.items():
        yield data.documents[f"data/planer/{id_}.yml"], plan


def _rapporter(data: Data) -> Iterator[tuple[Document, model.Rapport]]:
    for id_, rapport in data.rapporter.items():
        yield data.documents[f"data/rapporter/{id_}.yml"], rapport


def _aktører(data: Data) -> Iterator[tuple[Document, str, model.Aktør]]:
    for id_, aktør in data.aktører.items():
        yield data.documents[f"data/aktorer/{data.aktørfil[id_]}.yml"], id_, aktør


def _punkter(data: Data) -> Iterator[tuple[Document, Keys, model.Punkt]]:
    for document, rapport in _rapporter(data):
        for i, punkt in enumerate(rapport.punkter):
            yield document, ("punkter", i), punkt


def _linjer(data: Data) -> Iterator[tuple[Document, model.Plan, model.Linje]]:
    for document, plan in _plans(data):
        for linje in model.linjer(plan):
            yield document, plan, linje


Reference = tuple[Document, Keys, str]


def _unknown(noun: str, references: Iterable[Reference], known: set[str] | None) -> Iterator[Problem]:
    if known is None:
        return
    for document, keys, id_ in references:
        if id_ not in known:
            message = f"kjenner ikke {noun} «{id_}»."
            yield document.problem(keys, message, did_you_mean(id_, known))


def kommuner_exist(data: Data) -> Iterator[Problem]:
    """Every kommune that is referred to is in `kommuner.yml`."""
    references: list[Reference] = []
    for document, plan in _plans(data):
        references += _each(document, ("kommuner",), plan.kommuner)
    for document, rapport in _rapporter(data):
        references += _each(document, ("kommuner",), rapport.kommuner)
    yield from _unknown("kommunen", references, data.known("kommuner"))


def temaer_exist(data: Data) -> Iterator[Problem]:
    """Every tema that is referred to is in `temaer.yml`, and every tiltak has one."""
    references: list[Reference] = []
    for document, plan in _plans(data):
        for keys, over in model.deler(plan):
            references += _each(document, (*keys, "tema"), over[-1].tema)
        for linje in model.linjer(plan):
            references += _each(document, (*linje.keys, "tema"), linje.tiltak.tema)
            if not linje.tiltak.tema and not any(del_.tema for del_ in linje.over):
                message = "ventet et tema på tiltaket eller på en del over det, fant ingen."
                yield document.problem(linje.keys, message, "Skriv for eksempel tema: [samferdsel].")
    yield from _unknown("temaet", references, data.known("temaer"))


def _each(document: Document, keys: Keys, ids: Iterable[str]) -> Iterator[Reference]:
    for i, id_ in enumerate(ids):
        yield document, (*keys, i), id_


def aktører_exist(data: Data) -> Iterator[Problem]:
    """Every actor that is referred to by its id is registered."""
    references: list[Reference] = []
    for document, plan in _plans(data):
        references.append((document, ("eier",), plan.eier))
    for document, _, linje in _linjer(data):
        for word, id_ in linje.tiltak.nevner.items():
            references.append((document, (*linje.keys, "nevner", word), id_))
        if linje.tiltak.ansvar:
            for word, id_ in linje.tiltak.ansvar.aktører.items():
                references.append((document, (*linje.keys, "ansvar", "aktører", word), id_))
    for document, rapport in _rapporter(data):
        references.append((document, ("utgiver",), rapport.utgiver))
    for document, keys, punkt in _punkter(data):
        references += _each(document, (*keys, "aktører"), punkt.aktører)
    for document, id_, aktør in _aktører(data):
        if aktør.forelder:
            references.append((document, (id_, "forelder"), aktør.forelder))
        if aktør.etterfølger and aktør.etterfølger.aktør:
            references.append((document, (id_, "etterfølger", "aktør"), aktør.etterfølger.aktør))
        references += _each(document, (id_, "medlemmer"), aktør.medlemmer)
    kommuner = data.documents.get("data/kommuner.yml")
    if kommuner:
        references += [(kommuner, (id_, "aktør"), one.aktør) for id_, one in data.kommuner.items()]
    yield from _unknown("aktøren", references, data.known("aktorer/"))


def planer_exist(data: Data) -> Iterator[Problem]:
    """Every plan that is referred to is in the data; «erstatter» says which by id or by title."""
    references: list[Reference] = []
    for document, plan in _plans(data):
        if plan.erstatter and plan.erstatter.plan:
            references.append((document, ("erstatter",), plan.erstatter.plan))
        elif plan.erstatter and not plan.erstatter.tittel:
            yield document.problem(("erstatter",), "ventet en plan eller en tittel, fant ingen av dem.")
    for document, rapport in _rapporter(data):
        references += _each(document, ("planer",), rapport.planer)
    yield from _unknown("planen", references, data.known("planer/"))


def tiltak_exist(data: Data) -> Iterator[Problem]:
    """A report speaks only of measures that exist."""
    known = {f"{id_}/{linje.tiltak.nr}" for id_, plan in data.planer.items() for linje in model.linjer(plan)}
    references = [
        reference
        for document, keys, punkt in _punkter(data)
        for reference in _each(document, (*keys, "tiltak"), punkt.tiltak)
        if f"data/planer/{reference[2].split('/')[0]}.yml" not in data.flawed
    ]
    yield from _unknown("tiltaket", references, known)


def fylker_exist(data: Data) -> Iterator[Problem]:
    """The first two digits of a kommune's number are a fylke."""
    document = data.documents.get("data/kommuner.yml")
    known = data.known("fylker")
    for id_, kommune in data.kommuner.items():
        for i, nummer in enumerate(kommune.numre):
            if document and known is not None and nummer.nummer[:2] not in known:
                keys = (id_, "numre", i, "nummer")
                message = f"kjenner ikke fylket «{nummer.nummer[:2]}», som nummeret begynner med."
                yield document.problem(keys, message, "Legg det til i data/fylker.yml.")


def numbers_are_unique(data: Data) -> Iterator[Problem]:
    """No two tiltak, innsatsområder or deler of a plan have the same number; no two statements the same id."""
    for document, plan in _plans(data):
        yield from _duplicates(document, "nr", "tiltaket", (
            (linje.keys, linje.tiltak.nr) for linje in model.linjer(plan)
        ))  # fmt: skip
        yield from _duplicates(document, "nr", "delen", (
            (keys, over[-1].nr) for keys, over in model.deler(plan)
        ))  # fmt: skip
    for document, rapport in _rapporter(data):
        yield from _duplicates(document, "id", "punktet", (
            (("punkter", i), punkt.id) for i, punkt in enumerate(rapport.punkter)
        ))  # fmt: skip


def _duplicates(
    document: Document, key: str, noun: str, entries: Iterable[tuple[Keys, str | None]]
) -> Iterator[Problem]:
    first: dict[str, Keys] = {}
    for keys, value in entries:
        if value is None:
            continue
        if value in first:
            line = document.place(first[value]).line
            message = f"{noun} «{value}» står to ganger, første gang på linje {line}."
            yield document.problem((*keys, key), message, "Gi det ene et annet nummer.")
        first.setdefault(value, keys)


def columns_are_kept(data: Data) -> Iterator[Problem]:
    """A tiltak has each column that the document prints (empty if empty there), and no other."""
    for document, plan, linje in _linjer(data):
        for column in ("mål", "frist", "ansvar", "milepæler"):
            present = getattr(linje.tiltak, column) is not None
            key = (*linje.keys, column)
            if column in plan.kolonner and not present:
                if any(one.line == document.place(key).line for one in document.problems):
                    continue
                hint = f'Er cellen tom i planen, så skriv {column}: "".'
                message = f"ventet «{column}», som planen har som kolonne, fant den ikke."
                yield document.problem(linje.keys, message, hint)
            elif present and column not in plan.kolonner:
                message = f"fant «{column}», men planen oppgir ikke en slik kolonne."
                hint = f"Legg «{column}» til i kolonner øverst, eller ta den bort her."
                yield document.problem(key, message, hint, at_key=True)


def verbatim_is_guarded(data: Data) -> Iterator[Problem]:
    """A source's own words stand in quotes or in a block, where YAML changes nothing."""
    for document in (*[d for d, _ in _plans(data)], *[d for d, _ in _rapporter(data)]):
        for keys, place in document.places.items():
            if not keys or keys[-1] not in model.ORDRETTE_FELT or keys[0] in ("periode", "gjelder", "ord"):
                continue
            if place.raw and not place.guarded:
                hint = f'Skriv "{place.raw}".' if '"' not in place.raw else "Bruk enkle anførselstegn."
                yield document.problem(keys, "ventet ordrett tekst i anførselstegn, fant den uten.", hint)


def delmål_are_in_the_cell(data: Data) -> Iterator[Problem]:
    """Each delmål is a part of the cell «milepæler», and its year stands there."""
    for document, _, linje in _linjer(data):
        cell = linje.tiltak.milepæler or ""
        for i, one in enumerate(linje.tiltak.delmål):
            keys = (*linje.keys, "delmål", i, "tekst")
            if one.tekst not in cell:
                message = f"ventet en del av cellen «milepæler», fant «{one.tekst}»."
                yield document.problem(keys, message, "Skriv teksten nøyaktig som i cellen.")
            elif one.innen is not None and (year := str(frist.som_dato(one.innen).year)) not in cell:
                message = f"ventet et år som står i cellen «milepæler», fant {year}."
                yield document.problem((*keys[:-1], "innen"), message, "Årstall gjettes ikke.")


def frister_are_understood(data: Data) -> Iterator[Problem]:
    """Every deadline has a form of the grammar, or the editors' own reading."""
    for document, _, linje in _linjer(data):
        given, keys = linje.tiltak.frist, (*linje.keys, "frist")
        if given is None or given.tekst.strip() in model.UTEN_INNHOLD or (*keys, "tekst") in document.places:
            continue
        if frist.parse(given.tekst) is None:
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
    for document, plan in _plans(data):
        files = {f"data/aktorer/{scope}.yml" for scope in ("felles", *plan.kommuner)}
        if files & data.flawed or not data.kommuner.keys() >= set(plan.kommuner):
            continue
        names = names_in(data, plan)
        linker = ansvar.Linker(names)
        for linje in model.linjer(plan):
            cell = linje.tiltak.ansvar
            if cell is None or cell.tekst.strip() in model.UTEN_INNHOLD:
                continue
            keys = (*linje.keys, "ansvar")
            for word in linker.link(cell).ukjent:
                yield document.problem(keys, f"kjenner ikke aktøren «{word}».", _hint(word, names))
            for word in (*cell.aktører, *cell.ikke_aktør, *cell.roller):
                if word.lower() not in cell.tekst.lower():
                    message = f"ventet ord som står i ansvarscellen, fant «{word}»."
                    yield document.problem(keys, message, f"Cellen er «{cell.tekst}».")


def _hint(word: str, names: Iterable[str]) -> str:
    near = did_you_mean(word, names)
    return f"{near} " * bool(near) + (
        "Legg skrivemåten til som variant i aktørregisteret, eller skriv "
        f'ansvar: {{tekst: "…", aktører: {{"{word}": <id>}}}}.'
    )


def mentions_are_in_the_wording(data: Data) -> Iterator[Problem]:
    """Every word under «nevner» stands in the wording."""
    for document, _, linje in _linjer(data):
        for word in linje.tiltak.nevner:
            if word not in linje.tiltak.ordlyd:
                keys = (*linje.keys, "nevner", word)
                message = f"ventet ord som står i ordlyden, fant «{word}»."
                yield document.problem(keys, message, "Skriv ordet nøyaktig som i ordlyden.", at_key=True)


def names_mean_one_aktør(data: Data) -> Iterator[Problem]:
    """Within a kommune, together with the common actors, a name or variant means one actor."""
    common = [entry for entry in _aktører(data) if data.aktørfil[entry[1]] == "felles"]
    seen: dict[str, str] = {}
    yield from _ambiguous(common, seen)
    for kommune in data.kommuner:
        own = [entry for entry in _aktører(data) if data.aktørfil[entry[1]] == kommune]
        yield from _ambiguous(own, dict(seen))


def _ambiguous(
    entries: Iterable[tuple[Document, str, model.Aktør]], seen: dict[str, str]
) -> Iterator[Problem]:
    for document, id_, aktør in entries:
        names: list[tuple[Keys, str]] = [((id_, "navn"), aktør.navn)]
        names += [((id_, "varianter", i), name) for i, name in enumerate(aktør.varianter)]
        for keys, name in names:
            other = seen.setdefault(name.lower(), id_)
            if other != id_:
                message = f"«{name}» betyr allerede aktøren «{other}»."
                yield document.problem(keys, message, "Ett navn kan bare bety én aktør.")


def aktør_ids_fit_their_file(data: Data) -> Iterator[Problem]:
    """The actors of a kommune's file have ids that start with its id; common ones do not."""
    kommuner = data.known("kommuner") or set()
    for document, id_, _ in _aktører(data):
        file = data.aktørfil[id_]
        owner = next((k for k in sorted(kommuner) if id_.startswith(f"{k}-")), "felles")
        if file != "felles" and file not in kommuner:
            if kommuner and id_ == next(one for one in data.aktørfil if data.aktørfil[one] == file):
                hint = did_you_mean(file, kommuner)
                yield document.problem((), f"kjenner ikke kommunen «{file}», som filen heter.", hint)
            continue
        if owner != file:
            message = f"aktøren «{id_}» hører hjemme i aktorer/{owner}.yml."
            hint = (
                "Flytt den dit, eller gi den en annen id."
                if file == "felles"
                else f"Id-er i denne filen begynner med «{file}-»."
            )
            yield document.problem((id_,), message, hint, at_key=True)


def orgnr_are_valid(data: Data) -> Iterator[Problem]:
    """The last digit of an organisation number is its check digit (modulus 11)."""
    for document, id_, aktør in _aktører(data):
        if aktør.orgnr and not _mod11(aktør.orgnr):
            message = f"ventet et gyldig organisasjonsnummer, fant «{aktør.orgnr}»."
            yield document.problem((id_, "orgnr"), message, "Kontrollsifferet stemmer ikke.")


def _mod11(orgnr: str) -> bool:
    weights = (3, 2, 7, 6, 5, 4, 3, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(orgnr, weights, strict=False)) % 11
    return (11 - rest) % 11 == int(orgnr[-1])


def plans_are_whole(data: Data) -> Iterator[Problem]:
    """An adopted plan says by whom and when; a plan has measures, in innsatsområder or in deler, not both."""
    for document, plan in _plans(data):
        if plan.planstatus == "vedtatt" and not plan.vedtak and ("vedtak",) not in document.left_out:
            hint = "Skriv vedtak: {organ: Kommunestyret, dato: ÅÅÅÅ-MM-DD}."
            yield document.problem(("planstatus",), "en vedtatt plan må ha «vedtak».", hint)
        if plan.vedtak and plan.planstatus not in model.VEDTATTE:
            message = f"fant et vedtak, men planstatus er «{plan.planstatus}»."
            yield document.problem(("vedtak",), message, "Rett den ene av dem.", at_key=True)
        if plan.innsatsområder and plan.deler:
            message = "ventet enten innsatsområder eller deler øverst i planen, fant begge."
            yield document.problem(("deler",), message, "Legg delene inn i et innsatsområde.", at_key=True)
        if not any(model.linjer(plan)) and not document.left_out:
            yield document.problem((), "ventet minst ett tiltak i planen, fant ingen.")
        if plan.periode and plan.periode.fra and plan.periode.til and plan.periode.fra > plan.periode.til:
            message = f"perioden begynner i {plan.periode.fra} og slutter i {plan.periode.til}."
            yield document.problem(("periode",), message, "Bytt om årene.")


def status_has_a_source(data: Data) -> Iterator[Problem]:
    """A status or måloppnåelse names its tiltak, quotes its source, says where and how sure, and is not weak."""
    for document, keys, punkt in _punkter(data):
        claim = "status" if punkt.status else "måloppnåelse" if punkt.måloppnåelse else None
        if claim is None:
            continue
        if not punkt.tiltak:
            message = f"fant «{claim}», men ingen tiltak som den gjelder."
            yield document.problem((*keys, claim), message, "Legg til tiltak: [plan/nummer].", at_key=True)
        for needed in ("sitat", "sted", "sikkerhet"):
            if getattr(punkt, needed) is None:
                message = f"«{claim}» må ha «{needed}», fant den ikke."
                hint = f"Legg til «{needed}», eller ta bort «{claim}»."
                yield document.problem((*keys, claim), message, hint, at_key=True)
        if punkt.sikkerhet == "lav":
            message = f"«sikkerhet: lav» kan ikke gi {claim}; en svak kilde er bare bakgrunn."
            yield document.problem((*keys, "sikkerhet"), message, f"Ta bort «{claim}».")


def one_status_for_each_tiltak(data: Data) -> Iterator[Problem]:
    """Within a report one statement at most gives a tiltak its status, and its måloppnåelse."""
    for document, rapport in _rapporter(data):
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


RULES = (
    kommuner_exist,
    temaer_exist,
    aktører_exist,
    planer_exist,
    tiltak_exist,
    fylker_exist,
    numbers_are_unique,
    columns_are_kept,
    verbatim_is_guarded,
    delmål_are_in_the_cell,
    frister_are_understood,
    aktører_are_known,
    mentions_are_in_the_wording,
    names_mean_one_aktør,
    aktør_ids_fit_their_file,
    orgnr_are_valid,
    plans_are_whole,
    status_has_a_source,
    one_status_for_each_tiltak,
    reports_of_one_period_agree,
)
