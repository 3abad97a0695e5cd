"""What has happened in the content, as events that can be subscribed to: a plan came in, was adopted or replaced, a
source told of measures, something was corrected.

Made of the same as «Hva er nytt» (`whats_new.py`), but one event for each plan that a report tells of, so that who
follows a kommune, a plan, an aktør or a tema gets what concerns it and no more. Days are those of the data: the same data give
the same events whenever they are made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal

from ..format import model
from ..register.entities import Aktør, Kommune, Plan, Punkt, Rapport, Register, Rettelse, Tema, Tiltak
from ..register.ordering import unique
from .whats_new import endringer

Emne = Kommune | Plan | Aktør | Tema
"""What can be followed."""


@dataclass(frozen=True, eq=False)
class Nyhet:
    """One event."""

    id: str
    """What it is known again by, for ever: `rapport/modum-naeringsrad-2021/modum-2015-2019`."""
    slag: Literal["plan", "vedtak", "erstattet", "rapport", "rettelse"]
    dag: date
    """The day it happened."""
    kjent: date
    """The day it came into these data, never before `dag`: by this it is new to who reads."""
    entity: Plan | Rapport | Rettelse
    plan: Plan | None = None
    """The plan that a report tells of."""
    punkter: tuple[Punkt, ...] = ()
    """What the report says of it."""
    tiltak: tuple[Tiltak, ...] = ()
    """The measures that the statements are told of."""
    vedtak: model.Vedtak | None = None
    """The decision, of a plan that was adopted."""
    nyere: Plan | None = None
    """The plan that has taken the place of `entity`, when it is replaced."""


class Nyheter:
    """Every event of a register, and those of each thing that can be followed, newest first."""

    def __init__(self, register: Register) -> None:
        """Find all events, and sort them by what they are about."""
        self.alle: list[Nyhet] = []
        self._about: dict[int, list[Nyhet]] = {}
        for change in endringer(register):
            match change.entity:
                case Plan() as plan if change.slag == "vedtak":
                    known = max(change.dag, plan.data.registrert)
                    where = change.vedtak.kommune if change.vedtak else None
                    id_ = f"plan/{plan.id}/vedtatt" + (f"/{where}" if where else "")
                    self._plan(Nyhet(id_, "vedtak", change.dag, known, plan, vedtak=change.vedtak))
                case Plan() as plan:
                    self._plan(Nyhet(f"plan/{plan.id}/lagt-inn", "plan", change.dag, change.dag, plan))
                case Rapport() as rapport:
                    self._rapport(rapport)
                case Rettelse() as rettelse:
                    self._rettelse(rettelse)
        for plan in register.planer.values():
            for newer in filter(lambda one: one.vedtatt, plan.erstattet_av):
                day = newer.data.vedtak.dato if newer.data.vedtak else newer.data.registrert
                known = max(day, newer.data.registrert)
                self._plan(
                    Nyhet(f"plan/{plan.id}/erstattet/{newer.id}", "erstattet", day, known, plan, nyere=newer)
                )
        for events in (self.alle, *self._about.values()):
            events.sort(key=lambda one: (-one.kjent.toordinal(), -one.dag.toordinal(), one.id))

    def om(self, emne: Emne | None) -> list[Nyhet]:
        """Return the events about one thing, or all of them; none for one that nothing has been told of."""
        return self.alle if emne is None else self._about.get(id(emne), [])

    def _add(self, event: Nyhet, about: Iterable[Emne]) -> None:
        for one in unique(about):
            self._about.setdefault(id(one), []).append(event)

    def _plan(self, event: Nyhet) -> None:
        assert isinstance(event.entity, Plan)
        plan = event.entity
        self.alle.append(event)
        themes = (one for tiltak in plan.tiltak for one in tiltak.temaer)
        # An aktør is told of the decision; that the plan came in later too is of no more use to it.
        told = event.slag != "plan" or not plan.vedtatt
        actors = (one for tiltak in plan.tiltak for one in tiltak.aktører if told)
        self._add(event, chain[Emne]((plan, plan.eier), plan.kommuner, themes, actors))

    def _rapport(self, rapport: Rapport) -> None:
        """Add what a report tells: an event for each plan, and of it what concerns each tema and aktør."""
        day = rapport.data.utgitt or rapport.data.registrert
        known = max(day, rapport.data.registrert)
        id_ = f"rapport/{rapport.id}"

        def event(suffix: str, plan: Plan | None, told: list[tuple[Punkt, Tiltak]]) -> Nyhet:
            punkter, tiltak = (tuple(unique(one)) for one in zip(*told, strict=True)) if told else ((), ())
            return Nyhet(id_ + suffix, "rapport", day, known, rapport, plan, punkter, tiltak)

        rest = [punkt for punkt in rapport.punkter if not punkt.tiltak]
        if not rapport.planer:
            alone = Nyhet(id_, "rapport", day, known, rapport, None, tuple(rest))
            self.alle.append(alone)
            self._add(alone, [*rapport.kommuner, *_actors(rapport, rest)])
            return
        for plan in rapport.planer:
            told = [(punkt, one) for punkt in rapport.punkter for one in punkt.tiltak if one.plan is plan]
            whole = event(f"/{plan.id}", plan, told)
            self.alle.append(whole)
            # A report belongs to its own kommuner too, though its plan may be about others.
            self._add(whole, [plan, *plan.kommuner, *rapport.kommuner])
            for about, part in _by_subject(told):
                kind = "tema" if isinstance(about, Tema) else "aktor"
                self._add(event(f"/{plan.id}/{kind}/{about.id}", plan, part), [about])

    def _rettelse(self, rettelse: Rettelse) -> None:
        about = (rettelse.data.hva, *sorted(repr(_key(one)) for one in rettelse.gjelder))
        print_ = hashlib.sha256("\n".join(about).encode()).hexdigest()[:12]
        day = rettelse.data.dato
        event = Nyhet(f"rettelse/{day.isoformat()}/{print_}", "rettelse", day, day, rettelse)
        self.alle.append(event)
        self._add(event, (one for thing in rettelse.gjelder for one in _touched(thing)))


def _by_subject(
    told: list[tuple[Punkt, Tiltak]],
) -> Iterator[tuple[Tema | Aktør, list[tuple[Punkt, Tiltak]]]]:
    """Yield each tema and aktør that statements concern, with those statements and measures."""
    found: dict[int, tuple[Tema | Aktør, list[tuple[Punkt, Tiltak]]]] = {}
    for punkt, tiltak in told:
        for one in unique(chain[Tema | Aktør](tiltak.temaer, tiltak.aktører, punkt.aktører)):
            found.setdefault(id(one), (one, []))[1].append((punkt, tiltak))
    yield from found.values()


def _actors(rapport: Rapport, punkter: Iterable[Punkt]) -> Iterator[Aktør]:
    yield rapport.utgiver
    for punkt in punkter:
        yield from punkt.aktører


def _key(thing: Tiltak | Plan | Rapport | Aktør | Kommune) -> tuple[str, str]:
    return type(thing).__name__, thing.id


def _touched(thing: Tiltak | Plan | Rapport | Aktør | Kommune) -> Iterator[Emne]:
    """Yield all that a correction of one thing concerns."""
    match thing:
        case Tiltak():
            yield from chain[Emne]((thing.plan,), thing.kommuner, thing.temaer, thing.aktører)
        case Plan():
            yield from chain[Emne]((thing, thing.eier), thing.kommuner)
        case Rapport():
            yield from chain[Emne](thing.planer, thing.kommuner, (thing.utgiver,))
        case _:
            yield thing
