"""Lists that grow without end, divided into pages at build, so that no page is too heavy and all can be reached.

A list that is short stands on its owner's page, where it can be filtered and sorted. A long one has pages of its own
below its owner, which has a table of contents instead: one link for each page, with what stands first and last on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from ..format.frist import dato
from ..format.paths import LISTS
from ..register import history
from ..register.addresses import PUNKTER_PER_SIDE, address, breadcrumbs
from ..register.entities import ROLLER, Aktør, Del, Kommune, Plan, Punkt, Rapport, Register, Tema, Tiltak
from ..register.ordering import alphabetic
from ..tools.language import say, speaking
from ..views import filters, timeline, whats_new
from ..views.languages import language_of

Owner = Kommune | Plan | Tema | Aktør | Rapport
Listeslag = Literal[
    "tiltak", "frister", "aktører", "områder", "planer", "rapporter", "endringer", "punkter", "kilder"
]
PER_SIDE: dict[Listeslag, int] = {
    "tiltak": 200,
    "frister": 200,
    "aktører": 200,
    "områder": 100,
    "planer": 200,
    "rapporter": 200,
    "endringer": 40,
    "punkter": PUNKTER_PER_SIDE,
    "kilder": 200,
}
"""So many rows of each kind stand on a page, so that it weighs less than 150 kB."""

BY_KOMMUNE = ("tiltak", "planer", "områder")
"""Of these a long list has its kommuner in alphabetical order, so that one is found by the names of the pages."""


@dataclass(eq=False)
class Liste:
    """Rows of one kind that belong on one page."""

    slag: Listeslag
    sti: str
    """The address that its pages stand below."""
    tittel: str
    eier: Owner | str
    """What it belongs to: a thing, or the name of a hand-written page in `addresses.LISTS`."""
    rader: Sequence[Any]
    lang: bool = False
    """Whether it has pages of its own."""
    rolle: str = ""
    """Of an aktør's measures: those in which it has this role."""

    @property
    def aktør(self) -> Aktør | None:
        """Return the aktør whose measures it lists, if it belongs to one."""
        return self.eier if isinstance(self.eier, Aktør) else None

    @property
    def kommune(self) -> Kommune | None:
        """Return the kommune whose lines it lists, if it belongs to one."""
        return self.eier if isinstance(self.eier, Kommune) else None

    @property
    def utvalg(self) -> tuple[str, ...]:
        """Return what its measures have in common, as the index of the search knows it: facet, id and the role of an aktør."""
        match self.eier:
            case Kommune() | Tema() | Aktør():
                facet = "aktor" if isinstance(self.eier, Aktør) else type(self.eier).__name__.lower()
                return (facet, self.eier.id, *filter(None, [self.rolle]))
        return ()

    @cached_property
    def sider(self) -> list[Side]:
        """Return the pages of the list; none when the list is short."""
        if not self.lang:
            return []
        size = PER_SIDE[self.slag]
        starts = range(0, len(self.rader), size)
        return [Side(self, i, self.rader[start : start + size]) for i, start in enumerate(starts, 1)]


@dataclass(frozen=True, eq=False)
class Side:
    """One page of a long list."""

    liste: Liste
    nummer: int
    rader: Sequence[Any]

    @property
    def id(self) -> str:
        """Return the list's address and the page's number: `status/side/3`."""
        return f"{self.liste.sti}{self.nummer}"

    @property
    def sti(self) -> str:
        """Return the address of the page within the site."""
        return f"{self.id}/"

    @property
    def over(self) -> list[tuple[str, str]]:
        """Return the names and addresses of the pages above this one, outermost first."""
        eier = self.liste.eier
        return [LISTS[eier]] if isinstance(eier, str) else [*breadcrumbs(eier), (eier.navn, address(eier))]

    @property
    def navn(self) -> str:
        """Return the title of the page."""
        return say(
            "{liste}, side {nummer} av {antall}",
            liste=self.liste.tittel,
            nummer=self.nummer,
            antall=len(self.liste.sider),
        )

    @property
    def innhold(self) -> str:
        """Return a text of the first and the last row of the page."""
        first, last = _label(self.rader[0]), _label(self.rader[-1])
        if first == last and isinstance(self.rader[0], Tiltak):
            first, last = f"{first}, {self.rader[0].nr}", self.rader[-1].nr
        return first if first == last else f"{first} – {last}"


def _label(row: Any) -> str:
    match row:
        case Tiltak():
            return row.kommuner[0].navn if len(row.kommuner) == 1 else row.plan.navn
        case timeline.Hendelse():
            return str(row.dag.year)
        case whats_new.Endring():
            return dato(row.dag)
        case Punkt():
            return row.tittel
        case Del():
            return f"{row.plan.navn}, {row.nr}"
        case Aktør():
            return filters.with_kommune(row)
    return str(row.navn)


def _place(row: Any) -> str:
    """Return what a row of a long list about several kommuner is found by: its kommune, or the name of its plan."""
    return alphabetic(row.plan.navn if isinstance(row, Del) else _label(row))


def lists_of(eier: Owner) -> dict[str, Liste]:
    """Return the lists on the page of a thing, by the name they have there. Raises TypeError for what has none."""
    with speaking(language_of(eier)):
        return _lists_of(eier)


def _lists_of(eier: Owner) -> dict[str, Liste]:
    """Return what `lists_of` does, with titles in the language that is spoken."""
    match eier:
        case Tema():
            tittel = f"Alle linjer om {eier.navn[:1].lower()}{eier.navn[1:]}"
            return _together(tiltak=Liste("tiltak", f"{address(eier)}tiltak/", tittel, eier, eier.tiltak))
        case Aktør():
            roles = {
                rolle: Liste(
                    "tiltak",
                    f"{address(eier)}{rolle}/",
                    f"{say(navn)}: {eier.navn}",
                    eier,
                    tiltak,
                    rolle=rolle,
                )
                for rolle, navn in ROLLER.items()
                if (tiltak := eier.med_rolle(rolle))
            }
            named = Liste(
                "kilder",
                f"{address(eier)}kilder/",
                say("Kilder som nevner {aktør}", aktør=eier.navn),
                eier,
                eier.nevnt_i,
            )
            return _together(**roles, kilder=named)
        case Kommune():
            tittel = say("Alle linjer i planene for {kommune}", kommune=eier.navn)
            days = timeline.hendelser(eier.planer, eier)
            return _together(
                tiltak=Liste("tiltak", f"{address(eier)}tiltak/", tittel, eier, eier.tiltak),
                frister=Liste(
                    "frister",
                    f"{address(eier)}frister/",
                    say("Frister og milepæler i {hva}", hva=eier.navn),
                    eier,
                    days,
                ),
            )
        case Plan():
            tittel = say("Frister, delfrister og milepæler i {hva}", hva=eier.navn)
            days = timeline.hendelser([eier])
            return _together(frister=Liste("frister", f"{address(eier)}frister/", tittel, eier, days))
        case Rapport():
            rader = eier.punkter
            tittel = say("Opplysninger fra {rapport}", rapport=eier.data.tittel)
            return _together(punkter=Liste("punkter", f"{address(eier)}opplysninger/", tittel, eier, rader))
    raise TypeError(f"{type(eier).__name__} has no lists: say in macros/pages/long_lists.py which it has")


def lists_on(register: Register, navn: str) -> Liste:
    """Return the list on one of the hand-written pages: `status`, `frister`, `aktører` …"""
    title, path = LISTS[navn]
    slag, rows = _ON_LISTS[navn]
    liste = Liste(slag, f"{path}side/", "Alle tiltak" if navn == "status" else title, navn, rows(register))
    return _together(liste=liste)["liste"]


_ON_LISTS: dict[str, tuple[Listeslag, Any]] = {
    "status": ("tiltak", lambda register: history.of_today(register.tiltak.values())),
    "frister": ("frister", lambda register: timeline.hendelser(history.plans_of_today(register))),
    "aktører": ("aktører", lambda register: list(register.aktører.values())),
    "innsatsområder": (
        "områder",
        lambda register: [part for plan in history.plans_of_today(register) for part in plan.områder],
    ),
    "planer": ("planer", lambda register: history.plans_of_today(register)),
    "rapporter": ("rapporter", lambda register: list(register.rapporter.values())),
    "endringer": ("endringer", whats_new.endringer),
}


def _together(**lister: Liste) -> dict[str, Liste]:
    """Lists that share a page: when it would hold too many rows, those that fill a good part of it are long."""
    shares = {name: len(liste.rader) / PER_SIDE[liste.slag] for name, liste in lister.items()}
    for name, liste in lister.items():
        liste.lang = sum(shares.values()) > 1 and shares[name] > 1 / len(lister)
        if liste.lang and liste.slag in BY_KOMMUNE and not isinstance(liste.eier, Kommune):
            liste.rader = sorted(liste.rader, key=_place)
    return lister


def pages_of_lists(register: Register) -> Iterator[Side]:
    """Yield every page of every long list."""
    owners: list[Owner] = [
        *register.kommuner.values(),
        *register.planer.values(),
        *register.temaer.values(),
        *register.aktører.values(),
        *register.rapporter.values(),
    ]
    for eier in owners:
        for liste in lists_of(eier).values():
            yield from liste.sider
    for navn in _ON_LISTS:
        yield from lists_on(register, navn).sider
