"""Rules for plans: what a plan must say, and what must agree within it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..format import ansvar, columns, frist, kostnad, model, walk
from ..format.texts import ORDRETTE_FELT, UTEN_INNHOLD
from ..format.vocabulary import VEDTATTE
from ..reading.data import Data
from ..reading.document import Document, KeyPath
from ..tools.nearness import did_you_mean
from ..tools.problem import Problem
from .references import decisions
from .rule_parts import duplicates, each_plan, is_lost, shortened


def kommuner_are_there_when_the_plan_begins(data: Data) -> Iterator[Problem]:
    """A plan is for kommuner that are kommuner in the year it begins."""
    for document, plan in each_plan(data):
        begins = plan.begynner
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


def kommuner_within_are_of_the_plan(data: Data) -> Iterator[Problem]:
    """A decision, and a tiltak that is for some kommuner only, name kommuner of the plan."""
    for document, plan in each_plan(data):
        if is_lost(document, "kommuner"):
            continue
        named = [((*keys, "kommune"), one.kommune) for keys, one in decisions(plan) if one.kommune]
        named += [
            ((*linje.keys, "kommuner", i), id_)
            for linje in plan.linjer
            for i, id_ in enumerate(linje.tiltak.kommuner or ())
        ]
        for keys, id_ in named:
            # One that is not known is told of as such.
            if id_ not in plan.kommuner and id_ in data.kommuner:
                its = ", ".join(f"«{one}»" for one in plan.kommuner)
                message = f"ventet en av planens kommuner ({its}), fant «{id_}»."
                yield document.problem(keys, message, "Rett den, eller legg kommunen til øverst i planen.")


def _is_there(kommune: model.Kommune, year: int) -> bool:
    """Return whether a kommune has a number at some time in the year."""
    return any((one.fra or date.min).year <= year <= (one.til or date.max).year for one in kommune.numre)


def every_tiltak_has_a_tema(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """Every tiltak has a tema, its own or that of a part above it."""
    for linje in plan.linjer:
        if not linje.tiltak.tema and not any(del_.tema for del_ in linje.over):
            message = "ventet et tema på tiltaket eller på en del over det, fant ingen."
            yield document.problem(linje.keys, message, "Skriv for eksempel tema: [samferdsel].")


def numbers_are_unique(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """No two tiltak, innsatsområder or deler of a plan have the same number."""
    yield from duplicates(document, "nr", "tiltaket", (
        (linje.keys, linje.tiltak.nr) for linje in plan.linjer
    ))  # fmt: skip
    yield from duplicates(document, "nr", "delen", (
        (keys, over[-1].nr) for keys, over in walk.deler(plan)
    ))  # fmt: skip


FIELDS = frozenset(info.alias or name for name, info in model.Tiltak.model_fields.items()) - {*columns.NAMES}
"""The keys of a tiltak that are no printed column."""


def columns_are_kept(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """A tiltak has each column that the document prints (empty if empty there), and no other."""
    printed = plan.kolonnenavn
    for linje in plan.linjer:
        yield from _other_keys(document, linje, printed)
        for one in plan.alle_kolonner:
            column, others = one.navn, linje.tiltak.model_extra or {}
            present = one.celle(linje.tiltak) is not None or column in others
            if column in FIELDS:
                continue
            key = (*linje.keys, column)
            if column in printed and not present:
                written = document.place(key).line
                if key in document.left_out or any(one.line == written for one in document.problems):
                    continue
                hint = f'Er cellen tom i planen, så skriv {column}: "".'
                message = f"ventet «{column}», som planen har som kolonne, fant den ikke."
                yield document.problem(linje.keys, message, hint)
            elif present and column not in printed:
                message = f"fant «{column}», men planen oppgir ikke en slik kolonne."
                hint = f"Legg «{column}» til i kolonner øverst, eller ta den bort her."
                yield document.problem(key, message, hint, at_key=True)


def _other_keys(document: Document, linje: walk.Linje, printed: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for each key of a tiltak that is neither a field nor a column of the plan, or holds no text."""
    for key, value in (linje.tiltak.model_extra or {}).items():
        keys = (*linje.keys, key)
        if key not in printed:
            names = [info.alias or name for name, info in model.Tiltak.model_fields.items()]
            hint = did_you_mean(key, (*names, *printed)) or (
                f"Kjente nøkler her: {', '.join(names)}. Er det en kolonne i planen, skriver du den i «kolonner» øverst: "
                f"{{id: {key}, overskrift: …}}."
            )
            yield document.problem(keys, f"ventet en kjent nøkkel, fant «{key}».", hint, at_key=True)
        elif isinstance(value, dict | list | tuple):
            hint = "Sett cellen i anførselstegn, nøyaktig som den er trykt."
            what = "en gruppe med nøkler" if isinstance(value, dict) else "en liste"
            yield document.problem(keys, f"ventet en tekst, fant {what}.", hint)


def columns_are_declared_once(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """A plan declares each printed column once, and none of its own by the name of a field."""
    seen: set[str] = set()
    for i, one in enumerate(plan.kolonner):
        name = one if isinstance(one, str) else one.id
        if name in seen:
            # The same word twice in a list is told of already.
            if not (isinstance(one, str) and one in plan.kolonner[:i]):
                message = f"kolonnen «{name}» er oppgitt to ganger."
                yield document.problem(("kolonner", i), message, "Ta bort den ene, eller gi den en annen id.")
        elif name in FIELDS:
            message = f"«{name}» er navnet på et felt i tiltaket, og kan ikke være id-en til en kolonne."
            yield document.problem(("kolonner", i), message, f"Skriv for eksempel {name}-kolonne.")
        seen.add(name)


def kostnader_are_understood(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """A cost is one sum, or the editors say what several come to; their sum is that of the cell."""
    for linje in plan.linjer:
        given, keys = linje.tiltak.kostnad, (*linje.keys, "kostnad")
        if given is None:
            continue
        read = kostnad.parse(given.tekst)
        if read and given.kroner is not None and not read.fra <= given.kroner <= read.til:
            message = f"cellen kan leses som {read.tekst}, men «kroner» sier noe annet."
            yield document.problem((*keys, "kroner"), message, "Ta bort «kroner».")
        found = kostnad.sums(given.tekst)
        if read is None and len(found) > 1 and not document.is_group(keys):
            message = f"cellen har {len(found)} beløp ({', '.join(f'«{one}»' for one in found)}), så vi leser ingen sum av den."
            hint = (
                f'Skriv kostnad: {{tekst: "{given.tekst}", kroner: SUM}}, '
                "eller uten kroner når de ikke kan legges sammen."
            )
            yield document.problem(keys, message, hint)


def verbatim_is_guarded(document: Document, entry: model.Plan | model.Rapport) -> Iterator[Problem]:
    """A source's own words stand in quotes or in a block, where YAML changes nothing."""
    own = {one.id for one in getattr(entry, "kolonner", ()) if not isinstance(one, str)} - FIELDS
    verbatim = ORDRETTE_FELT | own
    if document.quick is not None and verbatim.isdisjoint(document.quick.bare):
        return
    for keys, place in document.places.items():
        if not keys or keys[-1] not in verbatim or keys[0] in ("periode", "gjelder", "ord"):
            continue
        if keys[-1] == "innledning":  # quotes would not do: see `innledninger_are_blocks`
            continue
        # Under «steder» a column is the key of where it stands, which are the editors' words.
        if place.raw and not place.guarded and keys[-2:-1] != ("steder",):
            hint = f'Skriv "{place.raw}".' if '"' not in place.raw else "Bruk enkle anførselstegn."
            yield document.problem(keys, "ventet ordrett tekst i anførselstegn, fant den uten.", hint)


def innledninger_are_blocks(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """What a document says before its measures stands in a block, where its line ends are kept."""
    ways = [((), plan.innledning), *((keys, over[-1].innledning) for keys, over in walk.deler(plan))]
    for keys, text in ways:
        if text is not None and not document.place((*keys, "innledning")).block:
            message = f"ventet teksten som en blokk etter «|», fant «{shortened(text)}»."
            hint = "Skriv «innledning: |», og teksten på linjene under, to mellomrom lenger inn."
            yield document.problem((*keys, "innledning"), message, hint)


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
        if read and own and read.innen != own and not _within(read, own):
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


def _within(read: frist.Forstått, own: date) -> bool:
    """Return whether the editors' day says when in the year a season is, of which only the year is read."""
    return read.slag == "sesong" and read.innen is not None and own.year == read.innen.year


def mentions_are_in_the_wording(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """Every word under «nevner» stands in the wording or in the milestones."""
    for linje in plan.linjer:
        for word in linje.tiltak.nevner:
            texts = (linje.tiltak.ordlyd, linje.tiltak.milepæler or "")
            if not any(ansvar.stands_in(word, text, exactly=True) for text in texts):
                keys = (*linje.keys, "nevner", word)
                message = f"ventet ord som står i ordlyden eller milepælene, fant «{word}»."
                yield document.problem(keys, message, "Skriv ordet nøyaktig som der.", at_key=True)


def each_kommune_decides_once(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """No two decisions on a plan are for the same kommune, or for all."""
    decided: dict[str | None, KeyPath] = {}
    for keys, one in decisions(plan):
        if one.kommune in decided:
            whose = f"«{one.kommune}»" if one.kommune else "alle kommunene"
            line = document.place(decided[one.kommune]).line
            message = f"planen har et vedtak for {whose} fra før, på linje {line}."
            hint = (
                "Behold det som vedtok planen."
                if one.kommune
                else "Skriv hvilken kommune hvert av dem er for."
            )
            yield document.problem(keys, message, hint)
        decided.setdefault(one.kommune, keys)


DYPEST = 5
"""So many levels of parts may a plan have, an innsatsområde among them; below, pages have no more headings."""


def plans_are_whole(document: Document, plan: model.Plan) -> Iterator[Problem]:
    """An adopted plan says by whom and when; a plan has measures, in innsatsområder or in deler, not both."""
    lost = is_lost(document, "vedtak")
    if plan.planstatus in VEDTATTE and not plan.vedtak and not lost:
        hint = "Skriv vedtak: {organ: Kommunestyret, dato: ÅÅÅÅ-MM-DD}."
        message = f"en plan som er {plan.planstatus}, må ha «vedtak»."
        yield document.problem(("planstatus",), message, hint)
    if plan.vedtak and plan.planstatus not in VEDTATTE and not is_lost(document, "planstatus"):
        message = f"fant et vedtak, men planstatus er «{plan.planstatus}»."
        yield document.problem(("vedtak",), message, "Rett den ene av dem.", at_key=True)
    if plan.dokument and plan.planstatus in VEDTATTE:
        message = f"fant «dokument», men planstatus er «{plan.planstatus}», og sidene sier da hvem som vedtok planen."
        yield document.problem(("dokument",), message, "Ta det bort, eller rett planstatus.", at_key=True)
    if plan.innsatsområder and plan.deler:
        message = "ventet enten innsatsområder eller deler øverst i planen, fant begge."
        yield document.problem(("deler",), message, "Legg delene inn i et innsatsområde.", at_key=True)
    for keys, over in walk.deler(plan):
        if len(over) > DYPEST:
            message = f"ventet deler i høyst {DYPEST} nivåer, fant flere."
            yield document.problem(keys, message, "Legg delen i den som er over, eller ved siden av.")
            break
    if not plan.linjer and not is_lost(document, "innsatsområder", "deler"):
        yield document.problem((), "ventet minst ett tiltak i planen, fant ingen.")
    for i, område in enumerate(plan.innsatsområder):
        if not (område.tiltak or område.deler) and not is_lost(document, "tiltak", "deler"):
            yield document.problem(("innsatsområder", i), "ventet minst ett tiltak i området, fant ingen.")
