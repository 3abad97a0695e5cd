"""Everything that goes into the body of a page, as one digest: two bodies with the same digest are the same.

The digest is made of the digests of the files that the page takes words from, and of what is derived from other files
or from the day (a status, «fristen er passert»), as values. The day itself is not in it, so that a nightly build
finds what it had; nor is the frame, which is put around the body afterwards. Files are taken whole: a page may be
made anew without need, never the other way around (`tests/building/test_store.py` tries at random).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ..format.kinds import FILSLAG, file_of
from ..format.texts import KILDEMAPPE
from ..pages.long_lists import Side, lists_of
from ..pages.whole_text import Heltekst
from ..register import continuations
from ..register.addresses import address
from ..register.computed import beregnet
from ..register.entities import Aktør, Del, Kommune, Plan, Punkt, Rapport, Register, Tema, Tiltak
from ..statuses.forms import Meldeskjema, Statusark
from ..tools.store import digest
from ..views import status_tables
from ..views.overdue import Revisjon, overdue
from ..views.responsible import ansvar_med_enheter
from ..views.search.similar import similar

REGISTERS = tuple(kind.sti for kind in FILSLAG if kind.form == "etter id" and not kind.i_mappe)
"""The files that every page depends on."""


class PageDigests:
    """Make the digests of the pages of one register, on one day."""

    def __init__(self, register: Register, idag: date, *settings: object) -> None:
        """Digest what pages share. `settings`: what else bodies are made with (the site's address), told apart by `repr`."""
        self.register = register
        self.idag = idag
        self._files = register.filer
        registers = [self._file(name) for name in REGISTERS]
        self._always = digest("alltid", repr((settings, registers))).hex()
        self._plans = {plan.id: self._digest_of(plan) for plan in register.planer.values()}
        self._line = {
            id_: f"{self._plans[tiltak.plan.id]} {tiltak.nr} {_counted(tiltak)} {_reported(tiltak)}"
            for id_, tiltak in register.tiltak.items()
        }
        """All that a page may say of a line, but what follows from the day."""
        self._reports = {
            id_: repr((id_, self._file(file_of("rapport", id_)), self._actor(rapport.utgiver)))
            for id_, rapport in register.rapporter.items()
        }
        self._near: dict[tuple[str, str], bytes] = {}
        everything = repr(sorted(self._files.items())) + self._lines(register.tiltak.values())
        self._world = digest("alt", everything).hex()

    def digest(self, name: str, path: str, *parts: Any) -> bytes:
        """Return the digest of a page or file of the output `name` at an address, made of these parts.

        `parts`: what the entry in `outputs.py` says that it depends on, told apart by their `repr`.
        """
        return digest(name, repr((self._always, path, parts)))

    def of_all_data(self, entity: object) -> Iterator[Any]:
        """Yield the digest of all data and of the status of every tiltak: for a file that is about all of them.

        What follows from the day in other ways (a frist that is passed) is not in it: yield `idag` too for that, and
        the file is made anew every day.
        """
        yield self._world

    def of_heltekst(self, text: Heltekst) -> Iterator[Any]:
        """Yield all that is in the whole text of a plan."""
        yield from self.of_plan(text.plan)

    def of_search(self, entity: object) -> Iterator[Any]:
        """Yield all that is in the index of the search: all data, and what each plan is today."""
        yield self._world, [plan.tilstand for plan in self.register.planer.values()]

    def of_today(self, entity: object) -> Iterator[Any]:
        """Yield the digest of all data, and the day: for a file that is about all of them as they are that day."""
        yield self._world, self.idag

    def of_itself(self, entity: object) -> Iterator[Any]:
        """Yield an entity that says all of itself in its `repr`, such as one of the file format."""
        yield entity

    def of_tiltak(self, tiltak: Tiltak) -> Iterator[Any]:
        """Yield all that is on the page of a tiltak."""
        yield self.idag.year, self._line[tiltak.id], beregnet(tiltak, self.idag)
        yield [self._statement(punkt) for punkt in tiltak.punkter]
        yield self._same_theme(tiltak), _corrections(tiltak)
        yield [self._line[one.id] for one in continuations.chain(tiltak)]
        yield [(self._line[one.tiltak.id], one.felles) for one in similar(self.register, tiltak)]

    def of_card(self, tiltak: Tiltak) -> Iterator[Any]:
        """Yield all that is on the card of a tiltak."""
        yield self._line[tiltak.id], tiltak.statuspunkt and self._statement(tiltak.statuspunkt)

    def of_squares(self, entity: Plan | Kommune) -> Iterator[Any]:
        """Yield all that the status picture of a plan or a kommune is made of: name, groups, lines and their statuses."""
        yield entity.navn, self._lines(entity.tiltak)

    def of_del(self, part: Del) -> Iterator[Any]:
        """Yield all that is on the page of an innsatsområde."""
        yield part.nr, self._lines(part.tiltak), self.register.flyttet.get(address(part))

    def of_plan(self, plan: Plan) -> Iterator[Any]:
        """Yield all that is on the page of a plan."""
        days = lists_of(plan)["frister"].rader
        yield self.idag.year, sum(1 for day in days if day.dag < self.idag)
        yield self._lines(plan.tiltak), self._faces(plan.rapporter)
        yield self._faces(_before_and_after(plan))
        yield self.register.flyttet.get(address(plan)), _corrections(plan), self._offered(plan)

    def of_kommune(self, kommune: Kommune) -> Iterator[Any]:
        """Yield all that is on the page of a kommune."""
        days = lists_of(kommune)["frister"].rader
        yield self.idag.year, sum(1 for day in days if day.dag < self.idag)
        yield self._lines(kommune.tiltak), self._faces(kommune.rapporter), _corrections(kommune)
        yield (
            kommune.aktør and self._actor(kommune.aktør),
            [
                self._plans[plan.id]
                for one in (kommune, *kommune.forgjengere)
                for plan in (*one.planer, *one.tidligere_planer)
            ],
        )

    def of_aktør(self, aktør: Aktør) -> Iterator[Any]:
        """Yield all that is on the page of an aktør."""
        yield self._lines(ansvar_med_enheter(aktør))
        yield (
            self._actor(aktør),
            self._lines([*aktør.tiltak, *aktør.tidligere]),
            self._faces([*aktør.eier, *aktør.utgir]),
        )
        yield [self._statement(punkt) for punkt in aktør.nevnt_i]
        yield [self._actor(one) for one in _relatives(aktør)], _corrections(aktør)

    def of_tema(self, tema: Tema) -> Iterator[Any]:
        """Yield all that is on the page of a tema; its own words stand in a register, which every page depends on."""
        yield self._lines(tema.tiltak)

    def of_rapport(self, rapport: Rapport) -> Iterator[Any]:
        """Yield all that is on the page of a rapport."""
        yield self._reports[rapport.id]
        yield [self._lines(punkt.tiltak) for punkt in rapport.punkter]
        yield [self._actor(one) for punkt in rapport.punkter for one in punkt.aktører]
        yield (
            self._faces(rapport.planer),
            _corrections(rapport),
            self.register.flyttet.get(address(rapport)),
            self._offered(rapport),
        )

    def of_reporting(self, entity: Meldeskjema | Statusark) -> Iterator[Any]:
        """Yield all that is in the form or the spreadsheet for reporting on a plan."""
        plan = entity.plan
        names = ("felles", *(kommune.id for kommune in plan.kommuner))
        yield [self._file(file_of("aktør", name)) for name in names], self._lines(plan.tiltak)
        yield [self._statement(punkt) for tiltak in plan.tiltak if (punkt := tiltak.statuspunkt)]
        yield [self._reports[rapport.id] for rapport in plan.rapporter]

    def of_side(self, side: Side) -> Iterator[Any]:
        """Yield all that is on one page of a long list. Raises TypeError for rows of an unknown kind."""
        yield side.over, side.navn, side.innhold, len(side.liste.rader)
        match side.liste.slag:
            case "tiltak":
                yield self._lines(side.rader), side.liste.aktør and self._actor(side.liste.aktør)
            case "frister":
                yield [(day.dag, day.slag, day.tekst, self._plans[day.plan.id]) for day in side.rader]
                yield self._lines(day.tiltak for day in side.rader if day.tiltak)
            case "aktører":
                yield [(self._actor(one), one.kommune and one.kommune.id) for one in side.rader]
                yield [[rolle for _, rolle in one.roller] for one in side.rader]
            case "områder":
                yield [(self._plans[one.plan.id], one.nr, self._lines(one.tiltak)) for one in side.rader]
            case "planer" | "rapporter" | "endringer" | "punkter" | "kilder":
                yield from self.of_all_data(side)
            case unknown:
                raise TypeError(
                    f"a list of «{unknown}»: say in macros/building/page_digests.py what its pages depend on"
                )

    def of_published_plan(self, plan: Plan) -> Iterator[Any]:
        """Yield all that is published of a plan under /data/."""
        yield self._lines(plan.tiltak), [self._reports[one.id] for one in plan.rapporter]
        yield [[self._statement(punkt) for punkt in one.punkter] for one in plan.tiltak]
        yield [(one.id, [newer.id for newer in one.videreført_i]) for one in plan.tiltak if one.videreført_i]
        yield self._plans[plan.id], [one.id for one in plan.erstattet_av]

    def of_published_kommune(self, kommune: Kommune) -> Iterator[Any]:
        """Yield all that is published of a kommune under /data/."""
        yield kommune.har_side, kommune.aktør and self._actor(kommune.aktør)
        for plan in self.register.planer.values():
            if kommune in plan.kommuner:
                yield from self.of_published_plan(plan)

    def of_published_aktør(self, aktør: Aktør) -> Iterator[Any]:
        """Yield all that is published of an aktør under /data/."""
        yield self._actor(aktør), self._lines([*aktør.tiltak, *aktør.tidligere])

    def of_published_tema(self, tema: Tema) -> Iterator[Any]:
        """Yield all that is published of a tema under /data/."""
        yield self._world

    def of_revisjon(self, revisjon: Revisjon) -> Iterator[Any]:
        """Yield all that is in the auditor's report: what is past, and of that what has no source."""
        found = overdue(revisjon.hva, self.idag)
        yield (
            len(found.alle),
            len(found.uten_frist),
            len(found.passert),
            [(day.dag, day.slag, day.tekst) for day in found.uten_kilde],
        )
        yield self._lines(day.tiltak for day in found.uten_kilde if day.tiltak)
        where = revisjon.hva
        if isinstance(where, Plan):
            yield self._plans[where.id]
        else:
            yield [self._plans[plan.id] for plan in where.planer]

    def _file(self, name: str) -> str:
        return self._files.get(name, b"").hex()

    def _digest_of(self, plan: Plan) -> str:
        """Return the digest of all that a page may say of a plan and its lines, but their status."""
        named = {self.register.aktørfil[aktør.id] for one in plan.tiltak for aktør, _ in one.roller}
        named |= {"felles", *(kommune.id for kommune in plan.kommuner)}
        named |= {self.register.aktørfil[eier.id] for eier in plan.eiere}
        # Its pages lead to the plan that has taken its place, or whose place it takes.
        others = [self._file(file_of("plan", one.id)) for one in _before_and_after(plan)]
        actors = [(name, self._file(file_of("aktør", name))) for name in sorted(named)]
        return digest(
            "plan",
            self._file(file_of("plan", plan.id)),
            repr((plan.id, actors, others, plan.tilstand, plan.tilstander, plan.periode_over(self.idag))),
        ).hex()

    def _lines(self, tiltak: Iterable[Tiltak]) -> str:
        return "\n".join([self._line[one.id] for one in tiltak])

    def _same_theme(self, tiltak: Tiltak) -> list[bytes]:
        """Return the digest of what stands under «Samme tema andre steder» of a tiltak.

        It follows from what would stand there for each tema alone.
        """
        return [self._near_by(tiltak.plan, tema) for tema in tiltak.temaer]

    def _near_by(self, plan: Plan, tema: Tema) -> bytes:
        key = (plan.id, tema.id)
        if key not in self._near:
            near = status_tables.samme_tema(self.register, plan, [tema])
            found = [(self._plans[one.plan.id], self._line[one.id]) for one in near]
            self._near[key] = digest("nær", repr(found))
        return self._near[key]

    def _offered(self, thing: Plan | Rapport) -> str:
        """Return the digest of the document that the site offers of a plan or a rapport: its size and fingerprint are shown."""
        return self._file(f"{KILDEMAPPE}/{thing.data.kilde.fil}")

    def _statement(self, punkt: Punkt) -> Any:
        """Return all that a page may say of a statement: its address too follows from its place in the rapport."""
        return punkt.plass, self._reports[punkt.rapport.id]

    def _actor(self, aktør: Aktør) -> Any:
        """Return all that a page may say of an aktør."""
        return aktør.id, self._file(file_of("aktør", self.register.aktørfil[aktør.id]))

    def _faces(self, things: Iterable[Plan | Rapport]) -> list[Any]:
        """Return what links to plans and rapporter show."""
        return [
            self._plans[one.id] if isinstance(one, Plan) else self._file(file_of("rapport", one.id))
            for one in things
        ]


def _counted(tiltak: Tiltak) -> object:
    """Return where a tiltak counts: in the totals of all, and in those of which kommuner, unless it is all of its plan's."""
    everywhere = tiltak.telles_for is tiltak.plan.kommuner
    return tiltak.telles, everywhere or [kommune.id for kommune in tiltak.telles_for]


def _reported(tiltak: Tiltak) -> tuple[object, ...]:
    """Return what reports say of a tiltak and its milestones, as tables and lists show it."""
    milestones = [
        (punkt.data.delmål, punkt.meldt, punkt.rapport.år) for punkt in tiltak.punkter if punkt.data.delmål
    ]
    return tiltak.meldt, tiltak.sist_rapportert, milestones


def _corrections(entity: Tiltak | Plan | Kommune | Aktør | Rapport) -> list[Any]:
    return [rettelse.data for rettelse in entity.rettelser]


def _before_and_after(plan: Plan) -> list[Plan]:
    """Return the plan that a plan replaces, and those that replace it."""
    return [*filter(None, [plan.erstatter]), *plan.erstattet_av]


def _relatives(aktør: Aktør) -> list[Aktør]:
    near = [aktør.forelder, aktør.etterfølger, *aktør.underlagt, *aktør.medlemmer]
    return [one for one in (*near, *aktør.medlem_av, *aktør.forgjengere) if one]
