"""Builds the register from the data: links every thing to what it belongs to and what refers to it.

Only from data that `checking` has found no problem in: an id that is not known raises KeyError here.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import Any

from ..format import frist, model, walk
from ..format.ansvar import split_at
from ..format.frist import Forstått
from ..format.vocabulary import VEDTATTE
from ..reading.data import Data
from ..reading.known_names import linker_for
from . import continuations
from .entities import Aktør, Aktørrolle, Del, Kommune, Plan, Punkt, Rapport, Register, Rettelse, Tema, Tiltak
from .history import set_apart
from .ordering import alphabetic, newness, unique
from .plan_states import set_states
from .reported import latest


def build(data: Data, idag: date) -> Register:
    """Build the register of `data`, which must be without problems, as it is on the day `idag`."""
    register = Register(aktørfil=data.aktørfil)
    for name, document in data.documents.items():
        register.filer[name.removeprefix(f"{data.root}/")] = document.key
    for kilde in data.kilder():
        if kilde.fil:
            file = register.kildefiler[kilde.fil] = data.kildefiler[kilde.fil]
            register.filer[file.sti] = bytes.fromhex(file.sha256)
    _add_aktører(register, data)
    _add_kommuner(register, data)
    register.temaer = {
        id_: Tema(id_, tema)
        for id_, tema in sorted(data.temaer.items(), key=lambda item: alphabetic(item[1].navn))
    }
    for id_ in sorted(data.planer, key=lambda id_: _plan_order(data.planer[id_])):
        _add_plan(register, data, id_)
    for plan in register.planer.values():
        erstatter = plan.data.erstatter
        if erstatter and erstatter.plan:
            plan.erstatter = register.planer[erstatter.plan]
            plan.erstatter.erstattet_av.append(plan)
    continuations.link(register.tiltak)
    set_states(register.planer.values(), idag)
    set_apart(register)
    newest_first = sorted(data.rapporter, key=lambda id_: newness(data.rapporter[id_], id_))
    for id_ in newest_first:
        _add_rapport(register, data, id_)
    for tiltak in register.tiltak.values():
        if tiltak.punkter:
            tiltak.meldt, said = latest(tiltak.utsagn)
            tiltak.statuspunkt = next(
                (one for one in tiltak.punkter if said and one.data is said.punkt), None
            )
    register.kommuner = {id_: one for id_, one in register.alle_kommuner.items() if one.har_side}
    for one in sorted(data.rettelser, key=lambda one: one.dato, reverse=True):
        _add_rettelse(register, one)
    for sent in data.videresendinger:
        page, _, place = sent.gammel.partition("#")
        if place:
            register.flyttet.setdefault(page, []).append((place, sent))
        else:
            register.videresendinger.append(sent)
    return register


def _plan_order(plan: model.Plan) -> tuple[bool, int, str]:
    """Return the key that plans are sorted by: the adopted first, then the newest, then by name."""
    fra = plan.periode.fra if plan.periode and plan.periode.fra else 0
    return plan.planstatus not in VEDTATTE, -fra, plan.kortnavn


def _add_aktører(register: Register, data: Data) -> None:
    """Add every aktør, in Norwegian order, and link each to its forelder, medlemmer and etterfølger."""
    for id_, aktør in sorted(data.aktører.items(), key=lambda item: alphabetic(item[1].navn)):
        register.aktører[id_] = Aktør(id_, aktør)
    for entry in register.aktører.values():
        if entry.data.forelder:
            entry.forelder = register.aktører[entry.data.forelder]
            entry.forelder.underlagt.append(entry)
        if entry.data.etterfølger and entry.data.etterfølger.aktør:
            entry.etterfølger = register.aktører[entry.data.etterfølger.aktør]
            entry.etterfølger.forgjengere.append(entry)
        for medlem in entry.data.medlemmer:
            entry.medlemmer.append(register.aktører[medlem])
            register.aktører[medlem].medlem_av.append(entry)


def _add_kommuner(register: Register, data: Data) -> None:
    """Add every kommune, in Norwegian order, with its numbers, fylker and aktør."""
    for id_, kommune in sorted(data.kommuner.items(), key=lambda item: alphabetic(item[1].navn)):
        fylker = [(nummer, data.fylker[nummer.nummer[:2]]) for nummer in kommune.numre]
        aktør = register.aktører.get(kommune.aktør_id(id_))
        register.alle_kommuner[id_] = Kommune(id_, kommune, aktør, fylker)
        if aktør:
            aktør.er_kommune = register.alle_kommuner[id_]
    alike = Counter(one.data.navn for one in register.alle_kommuner.values())
    for one in register.alle_kommuner.values():
        same = alike[one.data.navn] > 1
        one.navn = f"{one.data.navn} ({one.fylker[-1][1].navn})" if same else one.data.navn
        for id_ in one.data.etterfølgere:
            one.etterfølgere.append(register.alle_kommuner[id_])
            register.alle_kommuner[id_].forgjengere.append(one)
    for entry in register.aktører.values():
        entry.kommune = register.alle_kommuner.get(data.aktørfil[entry.id])


def _add_plan(register: Register, data: Data, id_: str) -> None:
    """Add the plan `id_` with its parts and tiltak, and link it to its owner and kommuner."""
    source = data.planer[id_]
    document = data.document("plan", id_)
    kommuner = [register.alle_kommuner[kommune] for kommune in source.kommuner]
    plan = Plan(id_, source, document.file, register.aktører[source.eier], kommuner)
    register.planer[id_] = plan
    plan.medeiere = [register.aktører[eier] for eier in source.eiere[1:]]
    for eier in plan.eiere:
        eier.eier.append(plan)
    for kommune in plan.kommuner:
        kommune.planer.append(plan)
    for fylke in {kommune.fylke: None for kommune in plan.kommuner}:
        register._i_fylke.setdefault(fylke, []).append(plan)
    parts: dict[int, Del] = {}
    for _, over in walk.deler(source):
        outer = parts[id(over[-2])] if len(over) > 1 else None
        part = Del(over[-1], plan, outer)
        parts[id(over[-1])] = part
        (outer.deler if outer else plan.deler).append(part)
    linker = linker_for(data, source)
    for linje in source.linjer:
        above = tuple(parts[id(one)] for one in linje.over)
        mål, mål_fra = _mål(plan, linje.tiltak, above)
        tiltak = Tiltak(
            data=linje.tiltak,
            plan=plan,
            over=above,
            linje=document.line(linje.keys),
            temaer=_temaer(register, linje),
            mål=mål,
            mål_fra=mål_fra,
            frist=understand(linje.tiltak.frist),
            ansvar=linker.link(linje.tiltak.ansvar) if linje.tiltak.ansvar else None,
            ordlyd=split_at(linje.tiltak.ordlyd, linje.tiltak.nevner),
            kommuner=_kommuner(plan, linje.tiltak),
            milepæler=split_at(linje.tiltak.milepæler or "", linje.tiltak.nevner),
        )
        _add_tiltak(register, tiltak)
    _chain(plan.tiltak)
    _chain(plan.deler)


def _kommuner(plan: Plan, tiltak: model.Tiltak) -> list[Kommune]:
    """Return the kommuner that a tiltak is for, in the order of the plan; all of the plan's when it names none."""
    own = tiltak.kommuner
    return plan.kommuner if own is None else [one for one in plan.kommuner if one.id in own]


def _add_tiltak(register: Register, tiltak: Tiltak) -> None:
    """Add a tiltak, and link to it from its plan and all parts above it."""
    register.tiltak[tiltak.id] = tiltak
    tiltak.plan.tiltak.append(tiltak)
    for del_ in tiltak.over:
        del_.tiltak.append(tiltak)
    tiltak.over[-1].egne.append(tiltak)
    for tema in tiltak.temaer:
        tema.tiltak.append(tiltak)
        tema.i_plan.setdefault(tiltak.plan.id, []).append(tiltak)
    roles: dict[str, Aktørrolle] = dict(tiltak.ansvar.roller) if tiltak.ansvar else {}
    for id_ in tiltak.data.nevner.values():
        roles.setdefault(id_, "nevnt")
    for id_, rolle in roles.items():
        aktør = register.aktører[id_]
        tiltak.roller.append((aktør, rolle))
        aktør.roller.append((tiltak, rolle))


def _chain(items: list[Any]) -> None:
    """Link each of the items to the one before and the one after."""
    for earlier, later in pairwise(items):
        earlier.neste, later.forrige = later, earlier


def _temaer(register: Register, linje: walk.Linje) -> list[Tema]:
    """Return the temaer of a line: its own, or those of the nearest part above that has any."""
    choices = [linje.tiltak.tema, *(del_.tema for del_ in reversed(linje.over))]
    return [register.temaer[id_] for id_ in next(filter(None, choices), ())]


def _mål(plan: Plan, tiltak: model.Tiltak, over: tuple[Del, ...]) -> tuple[str | None, Del | Plan | None]:
    """Return the mål of a tiltak or the nearest above it, and the part or plan where that stands."""
    if tiltak.mål is not None:
        return tiltak.mål, None
    for part in reversed(over):
        if part.data.mål is not None:
            return part.data.mål, part
    return plan.data.mål, plan if plan.data.mål is not None else None


def understand(given: model.Frist | None) -> Forstått | None:
    """Return a frist in the data as understood: by the editors' own reading, else by the grammar."""
    if given is None:
        return None
    if given.innen is not None:
        return Forstått("oppgitt", frist.som_dato(given.innen))
    return frist.parse(given.tekst)


def _add_rapport(register: Register, data: Data, id_: str) -> None:
    """Add the report `id_` with its statements, and link it to its publisher, kommuner and what it speaks of."""
    source = data.rapporter[id_]
    kommuner = [register.alle_kommuner[kommune] for kommune in source.kommuner]
    rapport = Rapport(id_, source, register.aktører[source.utgiver], kommuner)
    register.rapporter[id_] = rapport
    rapport.utgiver.utgir.append(rapport)
    for plass, punkt in enumerate(source.punkter):
        tiltak = [register.tiltak[ref] for ref in punkt.tiltak]
        aktører = [register.aktører[ref] for ref in punkt.aktører]
        _add_punkt(Punkt(punkt, rapport, plass, tiltak, aktører))
    named = [register.planer[plan] for plan in source.planer]
    mentioned = [tiltak.plan for punkt in rapport.punkter for tiltak in punkt.tiltak]
    rapport.planer = unique([*named, *mentioned])
    for plan in rapport.planer:
        plan.rapporter.append(rapport)
    for kommune in rapport.kommuner:
        kommune.rapporter.append(rapport)


def _add_punkt(punkt: Punkt) -> None:
    """Add a statement to the tiltak and aktører it is about; reports come with the newest period first."""
    punkt.rapport.punkter.append(punkt)
    for tiltak in punkt.tiltak:
        tiltak.punkter.append(punkt)
    for aktør in punkt.aktører:
        aktør.nevnt_i.append(punkt)


def _add_rettelse(register: Register, source: model.Rettelse) -> None:
    """Add a correction, and link to it from everything that it corrects."""
    rettelse = Rettelse(source, [
        *(register.tiltak[ref] for ref in source.tiltak),
        *(register.planer[ref] for ref in source.planer),
        *(register.rapporter[ref] for ref in source.rapporter),
        *(register.aktører[ref] for ref in source.aktører),
        *(register.alle_kommuner[ref] for ref in source.kommuner),
    ])  # fmt: skip
    register.rettelser.append(rettelse)
    for one in rettelse.gjelder:
        one.rettelser.append(rettelse)
