"""Everything that goes into the body of a page, as one digest: two bodies with the same digest are the same.

The digest is made of the digests of the files that the page takes words from, and of what is derived from other files
or from the day (a status, «fristen er passert»), as values. The day itself is not in it, so that a nightly build
finds what it had; nor is the frame, which is put around the body afterwards. Files are taken whole: a page may be
made anew without need, never the other way around (`tests/test_store.py` tries at random).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ..pages.lists import Side, lists_of
from ..pages.pages import GeneratedFile, GeneratedPage
from ..register import status_tables
from ..register.addresses import address
from ..register.entities import Aktør, Del, Kommune, Plan, Punkt, Rapport, Register, Tema, Tiltak
from ..statuses.forms import Meldeskjema, Statusark, meldt
from ..tools.store import digest

REGISTERS = ("fylker", "kommuner", "temaer")


class Keys:
    """The digests of the pages of one register, on one day."""

    def __init__(self, register: Register, idag: date, *settings: object) -> None:
        """`settings`: what else the bodies are made with, such as the site's address, told apart by their `repr`."""
        self.register = register
        self.idag = idag
        self._files = register.filer
        registers = [self._file(f"{name}.yml") for name in REGISTERS]
        self._always = digest("alltid", repr((settings, registers))).hex()
        self._plans = {plan.id: self._of_plan(plan) for plan in register.planer.values()}
        self._line = {
            id_: f"{self._plans[tiltak.plan.id]} {tiltak.nr} {tiltak.status}"
            for id_, tiltak in register.tiltak.items()
        }
        """All that a page may say of a line, but what follows from the day."""
        self._reports = {
            id_: repr((id_, self._file(f"rapporter/{id_}.yml"), self._actor(rapport.utgiver)))
            for id_, rapport in register.rapporter.items()
        }
        self._near: dict[tuple[str, str], bytes] = {}
        everything = repr(sorted(self._files.items())) + self._lines(register.tiltak.values())
        self._world = digest("alt", everything).hex()

    def of(self, page: GeneratedPage | GeneratedFile) -> bytes:
        """The digest of everything in the body of a page, or in a file."""
        parts = (self._always, page.path, *self._parts(page.entity))
        return digest(type(page.entity).__name__, repr(parts))

    def _file(self, name: str) -> str:
        return self._files.get(name, b"").hex()

    def _parts(self, entity: Any) -> Iterator[Any]:
        match entity:
            case Tiltak():
                yield self._line[entity.id], entity.beregnet(self.idag)
                yield [self._statement(punkt) for punkt in entity.punkter]
                yield self._same_theme(entity), _corrections(entity)
            case Del():
                yield entity.nr, self._lines(entity.tiltak), self.register.flyttet.get(address(entity))
            case Plan():
                yield self.idag.year, self._lines(entity.tiltak), self._faces(entity.rapporter)
                yield self._faces([*entity.erstattet_av, *filter(None, [entity.erstatter])])
                yield self.register.flyttet.get(address(entity)), _corrections(entity)
            case Kommune():
                days = lists_of(entity)["frister"].rader
                yield self.idag.year, sum(1 for day in days if day.dag < self.idag)
                yield self._lines(entity.tiltak), self._faces(entity.rapporter), _corrections(entity)
                yield (
                    entity.aktør and self._actor(entity.aktør),
                    [self._plans[plan.id] for plan in entity.planer],
                )
            case Aktør():
                yield (
                    self._actor(entity),
                    self._lines(entity.tiltak),
                    self._faces([*entity.eier, *entity.utgir]),
                )
                yield [self._statement(punkt) for punkt in entity.nevnt_i]
                yield [self._actor(one) for one in _relatives(entity)], _corrections(entity)
            case Tema():
                yield self._lines(entity.tiltak)
            case Rapport():
                yield self._reports[entity.id]
                yield [self._lines(punkt.tiltak) for punkt in entity.punkter]
                yield [self._actor(one) for punkt in entity.punkter for one in punkt.aktører]
                yield self._faces(entity.planer), _corrections(entity)
            case Side():
                yield from self._of_side(entity)
            case Meldeskjema(plan=plan) | Statusark(plan=plan):
                names = ("felles", *(kommune.id for kommune in plan.kommuner))
                yield [self._file(f"aktorer/{name}.yml") for name in names], self._lines(plan.tiltak)
                yield [self._statement(punkt) for tiltak in plan.tiltak for punkt in meldt(tiltak)]
                yield [self._reports[rapport.id] for rapport in plan.rapporter]

    def _of_side(self, side: Side) -> Iterator[Any]:
        yield side.over, side.navn, side.innhold, len(side.liste.rader)
        if side.liste.slag == "tiltak":
            yield self._lines(side.rader)
        elif side.liste.slag == "frister":
            yield [(day.dag, day.slag, day.tekst, self._plans[day.plan.id]) for day in side.rader]
            yield self._lines(day.tiltak for day in side.rader if day.tiltak)
        elif side.liste.slag == "aktører":
            yield [(self._actor(one), one.kommune and one.kommune.id) for one in side.rader]
            yield [[rolle for _, rolle in one.roller] for one in side.rader]
        elif side.liste.slag == "områder":
            yield [(self._plans[one.plan.id], one.nr, self._lines(one.tiltak)) for one in side.rader]
        else:
            yield self._world

    def _of_plan(self, plan: Plan) -> str:
        """All that a page may say of a plan and its lines, but their status."""
        named = {self.register.aktørfil[aktør.id] for one in plan.tiltak for aktør, _ in one.roller}
        named |= {"felles", self.register.aktørfil[plan.eier.id], *(kommune.id for kommune in plan.kommuner)}
        actors = [(name, self._file(f"aktorer/{name}.yml")) for name in sorted(named)]
        return digest(
            "plan", self._file(f"planer/{plan.id}.yml"), repr((plan.id, actors, plan.periode_over(self.idag)))
        ).hex()

    def _lines(self, tiltak: Iterable[Tiltak]) -> str:
        return "\n".join([self._line[one.id] for one in tiltak])

    def _same_theme(self, tiltak: Tiltak) -> list[bytes]:
        """What stands under «Samme tema andre steder»: it follows from what would stand there for each theme alone."""
        return [self._near_by(tiltak.plan, tema) for tema in tiltak.temaer]

    def _near_by(self, plan: Plan, tema: Tema) -> bytes:
        key = (plan.id, tema.id)
        if key not in self._near:
            near = status_tables.samme_tema(self.register, plan, [tema])
            found = [(self._plans[other.id], self._lines(lines)) for other, lines in near]
            self._near[key] = digest("nær", repr(found))
        return self._near[key]

    def _statement(self, punkt: Punkt) -> Any:
        """All that a page may say of a statement: its address too follows from its place in the report."""
        return punkt.plass, self._reports[punkt.rapport.id]

    def _actor(self, aktør: Aktør) -> Any:
        """All that a page may say of an actor."""
        return aktør.id, self._file(f"aktorer/{self.register.aktørfil[aktør.id]}.yml")

    def _faces(self, things: Iterable[Plan | Rapport]) -> list[Any]:
        """What links to plans and reports show."""
        return [
            self._plans[one.id] if isinstance(one, Plan) else self._file(f"rapporter/{one.id}.yml")
            for one in things
        ]


def _corrections(entity: Tiltak | Plan | Kommune | Aktør | Rapport) -> list[Any]:
    return [rettelse.data for rettelse in entity.rettelser]


def _relatives(aktør: Aktør) -> list[Aktør]:
    near = [aktør.forelder, aktør.etterfølger, *aktør.underlagt, *aktør.medlemmer]
    return [one for one in (*near, *aktør.medlem_av, *aktør.forgjengere) if one]
