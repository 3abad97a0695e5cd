"""The loaded whole: every thing in the data with what it belongs to, what refers to it, and what follows from it.

`.data` is what is written in a file (see `format/model.py`); every other attribute is derived by `build.py`. What
depends on the day is a method that takes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, Literal

from ..format import model
from ..format.ansvar import Bit, Lenket
from ..format.columns import Column
from ..format.frist import Forstått
from ..format.meldt import IKKE_RAPPORTERT, Meldt
from ..format.vocabulary import VEDTATTE
from ..reading.kildefiler import Kildefil
from ..tools.language import say
from .reported import Utsagn, latest
from .sources import Punkt, Rapport, Rettelse

__all__ = [
    "ROLLER", "TELLES", "Aktør", "Aktørrolle", "Del", "Kommune", "Plan", "Punkt", "Rapport", "Register", "Rettelse",
    "Tema", "Tiltak",
]  # fmt: skip

Aktørrolle = Literal["ansvarlig", "samarbeidspart", "ved", "nevnt"]
ROLLER: dict[Aktørrolle, str] = {
    "ansvarlig": "Ansvarlig",
    "samarbeidspart": "Samarbeidspart",
    "ved": "Ved en ansvarlig («v/»)",
    "nevnt": "Nevnt i ordlyden",
}
TELLES = {"gjeldende": "Planen gjelder", "utløpt": "Planperioden er over"}
"""The states of a plan whose measures are counted, with the words for it."""


@dataclass(eq=False, repr=False)
class Tema:
    """A theme across the plans."""

    id: str
    data: model.Tema
    tiltak: list[Tiltak] = field(default_factory=list)
    i_plan: dict[str, list[Tiltak]] = field(default_factory=dict)
    """Its measures by the id of their plan."""

    @property
    def navn(self) -> str:
        """The name that is shown."""
        return self.data.navn


@dataclass(eq=False, repr=False)
class Kommune:
    """A kommune with its numbers, plans and reports."""

    id: str
    data: model.Kommune
    aktør: Aktør | None
    """The kommune as aktør; None for one that nobody has entered anything for yet."""
    fylker: list[tuple[model.Nummer, model.Fylke]]
    etterfølgere: list[Kommune] = field(default_factory=list)
    """The kommuner that it became a part of, when it is no more."""
    forgjengere: list[Kommune] = field(default_factory=list)
    """The kommuner that have become a part of it and are no more."""
    planer: list[Plan] = field(default_factory=list)
    tidligere_planer: list[Plan] = field(default_factory=list)
    rapporter: list[Rapport] = field(default_factory=list)
    rettelser: list[Rettelse] = field(default_factory=list)
    navn: str = ""
    """The name that is shown; with the fylke in brackets where two have the same: «Våler (Østfold)»."""

    @property
    def orgnr(self) -> str | None:
        """The organisation number, as the register of kommuner has it, else as its aktør has it."""
        return self.data.orgnr or (self.aktør.data.orgnr if self.aktør else None)

    @property
    def fylke(self) -> str:
        """Return the number of the fylke that the kommune is in, or last was in."""
        return self.fylker[-1][0].nummer[:2]

    @property
    def finnes(self) -> bool:
        """Return whether the kommune exists today: its last number is still in use."""
        return self.fylker[-1][0].til is None

    @property
    def har_side(self) -> bool:
        """Return whether the kommune has a page: a plan or a rapport is about it."""
        return bool(self.planer or self.tidligere_planer or self.rapporter)

    @property
    def tiltak(self) -> list[Tiltak]:
        """Return every line of the kommune's plans that is for the kommune, in their order."""
        return [tiltak for plan in self.planer for tiltak in plan.tiltak_i(self)]

    @property
    def talte_tiltak(self) -> list[Tiltak]:
        """Return those of its lines that count in its totals: measures of plans that are adopted here."""
        return [tiltak for tiltak in self.tiltak if self in tiltak.telles_for]

    @property
    def vedtatte_planer(self) -> list[Plan]:
        """Return those of its plans that are adopted here."""
        return [plan for plan in self.planer if plan.vedtatt_i(self)]


@dataclass(eq=False, repr=False)
class Aktør:
    """An actor with everything it is responsible for, mentioned in, part of or has published."""

    id: str
    data: model.Aktør
    kommune: Kommune | None = None
    """The kommune in whose plans alone its names match; None for an actor common to all."""
    er_kommune: Kommune | None = None
    """The kommune that it is, when it is one."""
    forelder: Aktør | None = None
    etterfølger: Aktør | None = None
    medlemmer: list[Aktør] = field(default_factory=list)
    medlem_av: list[Aktør] = field(default_factory=list)
    underlagt: list[Aktør] = field(default_factory=list)
    forgjengere: list[Aktør] = field(default_factory=list)
    roller: list[tuple[Tiltak, Aktørrolle]] = field(default_factory=list)
    """Each measure of plans that are not replaced once, with the role it has in it."""
    tidligere: list[Tiltak] = field(default_factory=list)
    eier: list[Plan] = field(default_factory=list)
    utgir: list[Rapport] = field(default_factory=list)
    nevnt_i: list[Punkt] = field(default_factory=list)
    rettelser: list[Rettelse] = field(default_factory=list)

    @property
    def navn(self) -> str:
        """The name that is shown."""
        return self.data.navn

    @property
    def tiltak(self) -> list[Tiltak]:
        """Return every line that names the aktør."""
        return [tiltak for tiltak, _ in self.roller]

    @property
    def orgnr(self) -> str | None:
        """The organisation number; a kommune's own stands in the register of kommuner."""
        return self.er_kommune.orgnr if self.er_kommune else self.data.orgnr

    def med_rolle(self, rolle: Aktørrolle) -> list[Tiltak]:
        """Return the lines in which the aktør has the role `rolle`."""
        return [tiltak for tiltak, its in self.roller if its == rolle]


@dataclass(eq=False, repr=False)
class Del:
    """A part of a plan: an innsatsområde or something within one."""

    data: model.Del
    plan: Plan
    i: Del | None
    """The part it stands in; None for the outermost."""
    tiltak: list[Tiltak] = field(default_factory=list)
    """All measures in it, those of its inner parts too."""
    egne: list[Tiltak] = field(default_factory=list)
    deler: list[Del] = field(default_factory=list)
    forrige: Del | None = None
    neste: Del | None = None

    @property
    def nr(self) -> str | None:
        """The number, when it has one."""
        return self.data.nr

    @property
    def tittel(self) -> str | None:
        """The heading, when it has one."""
        return self.data.tittel

    @property
    def navn(self) -> str:
        """Return the name of the part in a list: number and title, as far as the plan has them."""
        return " ".join(filter(None, (self.data.nr, self.data.tittel))) or self.data.mål or ""

    @property
    def kommuner(self) -> list[Kommune]:
        """Return the kommuner of the plan around this."""
        return self.plan.kommuner


@dataclass(eq=False, repr=False)
class Plan:
    """A plan with its parts and measures in the order of the document."""

    id: str
    data: model.Plan
    fil: str
    eier: Aktør
    kommuner: list[Kommune]
    deler: list[Del] = field(default_factory=list)
    tiltak: list[Tiltak] = field(default_factory=list)
    rapporter: list[Rapport] = field(default_factory=list)
    erstatter: Plan | None = None
    erstattet_av: list[Plan] = field(default_factory=list)
    rettelser: list[Rettelse] = field(default_factory=list)
    tilstand: str = "ukjent"
    """Its state on the day of the register: a word of `plan_states.Tilstand`."""
    tilstander: dict[str, str] = field(default_factory=dict)
    """Its state in each kommune, by id, where the kommuner have adopted it each for itself; else empty."""
    medeiere: list[Aktør] = field(default_factory=list)
    """Those that own it together with `eier`."""
    dager: list[Any] = field(default_factory=list)
    """The days it names, once `timeline.hendelser` has found them."""

    @property
    def telles(self) -> bool:
        """Whether its lines count in totals: measures of plans in force or run out, not of drafts or replaced ones, nor steps."""
        return self.tilstand in TELLES and self.data.slag == "tiltak"

    @property
    def eiere(self) -> list[Aktør]:
        """Return all that own the plan, in their order."""
        return [self.eier, *self.medeiere]

    def tilstand_i(self, kommune: Kommune) -> str:
        """Return the state of the plan in one of its kommuner."""
        return self.tilstander.get(kommune.id, self.tilstand)

    def telles_i(self, kommune: Kommune) -> bool:
        """Return whether its lines count in the totals of one of its kommuner."""
        return self.telles and self.tilstand_i(kommune) in TELLES

    def vedtatt_i(self, kommune: Kommune) -> bool:
        """Return whether the plan is, or has been, adopted in one of its kommuner."""
        return self.vedtatt and self.data.vedtak_i(kommune.id) is not None

    def tiltak_i(self, kommune: Kommune) -> list[Tiltak]:
        """Return the lines of the plan that are for one of its kommuner."""
        return [one for one in self.tiltak if one.kommuner is self.kommuner or kommune in one.kommuner]

    @property
    def navn(self) -> str:
        """The short name, for links and breadcrumbs."""
        return self.data.kortnavn

    @property
    def områder(self) -> list[Del]:
        """Return the plan's innsatsområder; none for a plan divided in another way."""
        return self.deler if self.data.innsatsområder else []

    @property
    def vedtatt(self) -> bool:
        """Return whether the plan is, or has been, adopted."""
        return self.data.planstatus in VEDTATTE

    @property
    def ord(self) -> model.Ord:
        """The document's own words, empty where they are the site's."""
        return self.data.ord_ or model.Ord.model_validate({})

    def overskrift(self, column: Column) -> str:
        """Return the heading of a printed column: the document's own word where it may stand, else the site's."""
        own = getattr(self.ord, column.navn) if column.own_word else None
        return own or say(column.overskrift)

    def periode_over(self, idag: date) -> bool:
        """Return whether the plan is adopted and its last year is before that of `idag`."""
        periode = self.data.periode
        return bool(self.vedtatt and periode and periode.til and periode.til < idag.year)


@dataclass(eq=False, repr=False)
class Tiltak:
    """One measure with everything around it."""

    data: model.Tiltak
    plan: Plan
    over: tuple[Del, ...]
    linje: int
    """The line of the plan's file where it is written."""
    temaer: list[Tema]
    mål: str | None
    mål_fra: Del | Plan | None
    """Where the goal stands when it is not the measure's own."""
    frist: Forstått | None
    ansvar: Lenket | None
    ordlyd: tuple[Bit, ...]
    """The wording, cut at the actors it mentions."""
    milepæler: tuple[Bit, ...]
    """The milestones, cut likewise."""
    roller: list[tuple[Aktør, Aktørrolle]] = field(default_factory=list)
    punkter: list[Punkt] = field(default_factory=list)
    """What reports say of it, newest period first."""
    statuspunkt: Punkt | None = None
    """The statement that gives its status: the one with the latest period."""
    meldt: Meldt = IKKE_RAPPORTERT
    """What it says, and whether it is of the whole measure or a part."""
    kommuner: list[Kommune] = field(default_factory=list)
    """The kommuner it is for: those that the plan says, else the very list of the plan."""
    telles: bool = False
    """Whether it counts in the totals of all: once, where the promise stands last."""
    telles_for: list[Kommune] = field(default_factory=list)
    """The kommuner in whose totals it counts: those it is for, where its plan is adopted."""
    viderefører: list[Tiltak] = field(default_factory=list)
    videreført_i: list[Tiltak] = field(default_factory=list)
    rettelser: list[Rettelse] = field(default_factory=list)
    forrige: Tiltak | None = None
    neste: Tiltak | None = None
    id: str = field(init=False)
    """The plan and the number: `modum-2015-2019/1.1.3`."""

    def __post_init__(self) -> None:
        self.id = f"{self.plan.id}/{self.data.nr}"

    @property
    def nr(self) -> str:
        """The number, without a final point."""
        return self.data.nr

    @property
    def tittel(self) -> str:
        """The editors' short title."""
        return self.data.tittel

    @property
    def navn(self) -> str:
        """Number and title."""
        return f"{self.data.nr} {self.data.tittel}"

    @property
    def område(self) -> Del | None:
        """Return the innsatsområde that the tiltak stands in, when the plan has them."""
        return self.over[0] if self.plan.data.innsatsområder else None

    @property
    def bare_for_noen(self) -> bool:
        """Return whether it is for some of the plan's kommuner only."""
        return len(self.kommuner) < len(self.plan.kommuner)

    @property
    def celler(self) -> list[tuple[Column, str]]:
        """Its printed columns, each with its text; a mål may be that of what it stands in."""
        found = (
            (column, self.mål if column.navn == "mål" else column.celle(self.data))
            for column in self.plan.data.alle_kolonner
        )
        return [(column, text) for column, text in found if text is not None]

    @property
    def aktører(self) -> list[Aktør]:
        """Return every aktør with a role in the tiltak."""
        return [aktør for aktør, _ in self.roller]

    def meldt_om(self, delmål: str) -> Meldt:
        """Return what is reported of the milestone or part-deadline with these words."""
        return latest(self.utsagn, delmål)[0]

    @property
    def utsagn(self) -> list[Utsagn]:
        """What reports say of it, as it stands in their files."""
        return [Utsagn(punkt.rapport.data, punkt.data) for punkt in self.punkter]

    @property
    def sist_rapportert(self) -> int | None:
        """Return the year that the status of the tiltak speaks of."""
        punkt = self.statuspunkt
        return punkt.rapport.år if punkt else None


@dataclass(eq=False, repr=False)
class Register:
    """Hold everything in the data with what follows from it, by id, in a fixed order."""

    kommuner: dict[str, Kommune] = field(default_factory=dict)
    """Those that a plan or a report is about, and that therefore have a page."""
    alle_kommuner: dict[str, Kommune] = field(default_factory=dict)
    """Every kommune of the country, those that are no more too."""
    temaer: dict[str, Tema] = field(default_factory=dict)
    aktører: dict[str, Aktør] = field(default_factory=dict)
    planer: dict[str, Plan] = field(default_factory=dict)
    tiltak: dict[str, Tiltak] = field(default_factory=dict)
    rapporter: dict[str, Rapport] = field(default_factory=dict)
    rettelser: list[Rettelse] = field(default_factory=list)
    """Newest first."""
    videresendinger: list[model.Videresending] = field(default_factory=list)
    """The pages that were, and where each is now."""
    flyttet: dict[str, list[tuple[str, model.Videresending]]] = field(default_factory=dict)
    """By the address of a page: the places on it that were, and where each is now."""
    aktørfil: dict[str, str] = field(default_factory=dict)
    """The name, without ending, of the file each aktør stands in."""
    kildefiler: dict[str, Kildefil] = field(default_factory=dict)
    """By name: the documents that the site offers, each that of a plan or a rapport."""
    filer: dict[str, bytes] = field(default_factory=dict)
    """The digest of each file it is built from, by the file's name in the data folder."""

    _i_fylke: dict[str, list[Plan]] = field(default_factory=dict)

    def aktører_i(self, fil: str) -> list[Aktør]:
        """Return the actors of one file: a kommune's id, or `felles`."""
        return self._i_fil.get(fil, [])

    @cached_property
    def _i_fil(self) -> dict[str, list[Aktør]]:
        found: dict[str, list[Aktør]] = {}
        for aktør in self.aktører.values():
            found.setdefault(self.aktørfil[aktør.id], []).append(aktør)
        return found

    def nær(self, plan: Plan) -> Iterator[Plan]:
        """Yield the other plans, those of the same fylke first."""
        seen = {plan.id}
        near = (self._i_fylke[kommune.fylke] for kommune in plan.kommuner)
        for other in chain(*near, self.planer.values()):
            if other.id not in seen:
                seen.add(other.id)
                yield other

    @property
    def områder(self) -> list[Del]:
        """The innsatsområder of all plans."""
        return [område for plan in self.planer.values() for område in plan.områder]
