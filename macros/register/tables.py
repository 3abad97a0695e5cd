"""What is counted and put in order: status tables, and deadlines in time. Pure: register in, rows out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from ..format import frist
from ..format.vocabulary import STATUSORD
from .addresses import Entity
from .entities import Aktør, Kommune, Plan, Rapport, Register, Rettelse, Tema, Tiltak, alphabetic, unique


@dataclass(frozen=True)
class Rad:
    """One row: what it is about, and how many measures have each status."""

    navn: str
    entity: Entity | None
    antall: Counter[str]
    merke: str = ""
    """Why the row is in no total: it is a draft, or steps."""

    @property
    def totalt(self) -> int:
        """All of them."""
        return self.antall.total()

    @property
    def rapportert(self) -> int:
        """Those with a reported status."""
        return self.totalt - self.antall["ikke-rapportert"]

    def prosent(self, status: str) -> str:
        """The share of all measures in the row, not of the reported ones, in whole per cent: «9», «under 1»."""
        share = 100 * self.antall[status] / self.totalt if self.totalt else 0
        return "under 1" if 0 < share < 1 else str(round(share))


@dataclass(frozen=True)
class Statustabell:
    """Rows that are counted, their total, and the rows that stand beside it."""

    overskrift: str
    enhet: str
    """What the rows are: «Innsatsområde», «Plan», …"""
    rader: list[Rad]
    totalt: Rad | None
    utenfor: list[Rad]
    overlapper: bool = False
    """Whether a measure can stand in more than one row, so that the rows sum to more than the total."""
    samlet: int = 0
    """How many rows were too many, so that there is one for each fylke instead."""

    @property
    def statuser(self) -> list[str]:
        """The states to show: always «ikke-rapportert», and those that occur."""
        used = sum((rad.antall for rad in (*self.rader, *self.utenfor)), Counter())
        return [status for status in STATUSORD if status == "ikke-rapportert" or used[status]]


Group = tuple[str, Entity | None, list[Tiltak]]


def rad(navn: str, entity: Entity | None, tiltak: Iterable[Tiltak], merke: str = "") -> Rad:
    """One row over these measures, each counted once."""
    return Rad(navn, entity, Counter(one.status for one in unique(tiltak)), merke)


def statustabell(overskrift: str, enhet: str, groups: Iterable[Group]) -> Statustabell:
    """A table over these groups; drafts and steps get rows of their own, outside the total.

    With more than `MANGE_RADER` groups, the rows are fylker, however many those are.
    """
    groups = list(groups)
    if len(groups) > MANGE_RADER and enhet != "Fylke":
        table = statustabell(f"{overskrift}, samlet for hvert fylke", "Fylke", by_fylke(groups))
        return replace(table, samlet=len(groups))
    counted: list[Rad] = []
    outside: list[Rad] = []
    included: list[Tiltak] = []
    for navn, entity, tiltak in groups:
        adopted = [one for one in tiltak if one.plan.telles]
        if adopted:
            counted.append(rad(navn, entity, adopted))
            included += adopted
        for _, plan, lines in by_plan(one for one in tiltak if not one.plan.telles):
            outside.append(rad(navn, entity, lines, merke(plan)))
    total = rad("Totalt", None, included) if counted else None
    overlapping = total is not None and sum(one.totalt for one in counted) > total.totalt
    return Statustabell(overskrift, enhet, counted, total, outside, overlapping)


def merke(plan: Plan) -> str:
    """Why a plan's lines are in no total, in a word or two; empty when they are."""
    if plan.telles:
        return ""
    return {"steg": "steg i planarbeid", "tiltaksområde": "tiltaksområder i utkast"}.get(
        plan.data.slag, "ikke vedtatt"
    )


def by_område(plan: Plan) -> list[Group]:
    """A group for each innsatsområde of a plan, or the plan itself when it has none."""
    if not plan.områder:
        return [(plan.navn, plan, plan.tiltak)]
    return [(område.navn, område, område.tiltak) for område in plan.områder]


def by_kommune_område(kommune: Kommune) -> list[Group]:
    """The innsatsområder of the adopted plans of a kommune; a plan that does not count as one row."""
    return [
        group
        for plan in kommune.planer
        for group in (by_område(plan) if plan.telles else [(plan.navn, plan, plan.tiltak)])
    ]


def by_plan(tiltak: Iterable[Tiltak]) -> list[tuple[str, Plan, list[Tiltak]]]:
    """A group for each plan that these measures stand in."""
    found: dict[str, list[Tiltak]] = {}
    for one in tiltak:
        found.setdefault(one.plan.id, []).append(one)
    return [(lines[0].plan.navn, lines[0].plan, lines) for lines in found.values()]


MANGE_RADER = 20


def by_fylke(groups: Iterable[Group]) -> list[Group]:
    """A group for each fylke that these groups' measures are in; a plan for several fylker stands for itself."""
    found: dict[str, list[Tiltak]] = {}
    for _, plan, lines in by_plan(unique(one for _, _, tiltak in groups for one in tiltak)):
        fylker = kommuner_by_fylke(plan.kommuner)
        found.setdefault(fylker[0][0] if len(fylker) == 1 else "Flere fylker", []).extend(lines)
    return [(navn, None, found[navn]) for navn in sorted(found, key=alphabetic)]


def samme_tema(register: Register, plan: Plan, temaer: Iterable[Tema]) -> list[tuple[Plan, list[Tiltak]]]:
    """Measures on these themes in the nearest other plans, so few that a page stays light whatever the number of plans."""
    i_plan = [tema.i_plan for tema in temaer]
    found = []
    for other in register.nær(plan):
        # Of each theme so many are enough, even if the other themes have the same ones.
        if tiltak := unique(one for i in i_plan for one in i.get(other.id, ())[:SAMME_TEMA_TILTAK]):
            found.append((other, tiltak[:SAMME_TEMA_TILTAK]))
        if len(found) == SAMME_TEMA_PLANER:
            break
    return found


SAMME_TEMA_PLANER = 4
SAMME_TEMA_TILTAK = 3


@dataclass(frozen=True, eq=False, slots=True)
class Hendelse:
    """A day that a plan names: a deadline, a part-deadline, a milestone, or the end of its period."""

    dag: date
    slag: str
    tekst: str
    tiltak: Tiltak | None
    plan: Plan


def hendelser(planer: Iterable[Plan]) -> list[Hendelse]:
    """Everything with a day in these plans, in the order of time, then of the plans."""
    return sorted((day for plan in planer for day in _in_plan(plan)), key=lambda day: day.dag)


def _in_plan(plan: Plan) -> list[Hendelse]:
    """The days of one plan in the order of the document; the same objects each time, so that a row is drawn once."""
    if not plan.dager:
        plan.dager = [
            Hendelse(dag, slag, tekst, one, plan) for one in plan.tiltak for dag, slag, tekst in _days(one)
        ]
        if plan.vedtatt and plan.data.periode and plan.data.periode.til:
            last = frist.siste_dag(plan.data.periode.til)
            plan.dager.append(Hendelse(last, "Planslutt", "Planperioden slutter", None, plan))
    return plan.dager


def _days(one: Tiltak) -> Iterable[tuple[date, str, str]]:
    if one.frist and one.frist.innen:
        yield one.frist.innen, "Frist", one.tittel
    for part in one.frist.delfrister if one.frist else ():
        yield part.innen, "Delfrist", part.tekst
    for goal in one.data.delmål:
        if goal.innen is not None:
            yield frist.som_dato(goal.innen), "Milepæl", goal.tekst


@dataclass(frozen=True)
class År:
    """One year of a timeline: how many of each kind fall in it."""

    år: int
    antall: dict[str, int]

    @property
    def totalt(self) -> int:
        """All of them."""
        return sum(self.antall.values())


KINDS = ("Frist", "Delfrist", "Milepæl", "Planslutt")


def tidslinje(days: Iterable[Hendelse]) -> list[År]:
    """Every year from the first to the last of these days, the empty ones too."""
    by_year: dict[int, Counter[str]] = {}
    for day in days:
        by_year.setdefault(day.dag.year, Counter())[day.slag] += 1
    years = range(min(by_year), max(by_year) + 1) if by_year else ()
    counts = {year: by_year.get(year, Counter()) for year in years}
    return [År(year, {kind: count[kind] for kind in KINDS if count[kind]}) for year, count in counts.items()]


@dataclass(frozen=True)
class Felt:
    """One field of a matrix: measures of adopted plans, and lines of drafts and the like."""

    vedtatte: int
    andre: int


def kommuner_by_fylke(kommuner: Iterable[Kommune]) -> list[tuple[str, list[Kommune]]]:
    """The kommuner of each fylke of today, in Norwegian order."""
    found: dict[str, list[Kommune]] = {}
    for kommune in kommuner:
        found.setdefault(kommune.fylker[-1][1].navn, []).append(kommune)
    return [(fylke, found[fylke]) for fylke in sorted(found, key=alphabetic)]


@dataclass(frozen=True)
class Matrise:
    """How much of each theme each kommune works with; with many kommuner each fylke."""

    kolonner: list[tuple[str, Kommune | None]]
    rader: list[tuple[Tema, list[Felt]]]


def matrise(register: Register) -> Matrise:
    """The matrix of the themes, with a column for each kommune, or for each fylke when the kommuner are many."""
    kommuner = list(register.kommuner.values())
    by_fylke = len(kommuner) > MANGE_RADER
    column_of = {one.id: one.fylker[-1][1].navn if by_fylke else one.navn for one in kommuner}
    kommune_of = {} if by_fylke else {one.navn: one for one in kommuner}
    columns = sorted(set(column_of.values()), key=alphabetic)
    rows = []
    for tema in register.temaer.values():
        adopted, others = Counter[str](), Counter[str]()
        for _, plan, lines in by_plan(tema.tiltak):
            count = adopted if plan.telles else others
            count.update({column_of[kommune.id]: len(lines) for kommune in plan.kommuner})
        rows.append((tema, [Felt(adopted[name], others[name]) for name in columns]))
    return Matrise([(name, kommune_of.get(name)) for name in columns], rows)


Choice = tuple[str, str]
"""A value of a filter and what it is called."""


def filterverdier(tiltak: Iterable[Tiltak]) -> dict[str, list[Choice]]:
    """What a table of these measures can be limited to: kommune, tema, status, aktør and år."""
    tiltak = list(tiltak)
    used = {one.status for one in tiltak}
    years = sorted({year for one in tiltak for year in _years(one)})
    return {
        "kommune": _choices(kommune for one in tiltak for kommune in one.kommuner),
        "tema": _choices(tema for one in tiltak for tema in one.temaer),
        "status": [(key, label) for key, (label, _) in STATUSORD.items() if key in used],
        "aktør": _choices(aktør for one in tiltak for aktør in one.aktører),
        "år": [(str(year), str(year)) for year in years],
    }


def filterdata(one: Tiltak) -> dict[str, str]:
    """What one row of such a table says of itself; several values stand with spaces between."""
    return {
        "kommune": " ".join(kommune.id for kommune in one.kommuner),
        "tema": " ".join(tema.id for tema in one.temaer),
        "status": one.status,
        "aktor": " ".join(aktør.id for aktør in one.aktører),
        "ar": " ".join(map(str, _years(one))),
    }


def _years(one: Tiltak) -> list[int]:
    return sorted({day.year for day, _, _ in _days(one)})


def _choices(entities: Iterable[Kommune | Tema | Aktør]) -> list[Choice]:
    choices = [(one.id, _with_kommune(one)) for one in unique(entities)]
    return sorted(choices, key=lambda choice: alphabetic(choice[1]))


def _with_kommune(entity: Kommune | Tema | Aktør) -> str:
    """The name, with its kommune where several kommuner have an actor of that name."""
    own = entity.kommune if isinstance(entity, Aktør) else None
    return f"{entity.navn} ({own.navn})" if own and own.navn not in entity.navn else entity.navn


@dataclass(frozen=True)
class Endring:
    """Something that is new: what came into the data, was adopted or was corrected on a day."""

    dag: date
    slag: Literal["plan", "vedtak", "rapport", "rettelse"]
    entity: Plan | Rapport | Rettelse
    statuser: tuple[tuple[Tiltak, str], ...] = ()
    """The measures that a report gives a status, and that status."""


def endringer(register: Register) -> list[Endring]:
    """What is new, newest first."""
    changes = [Endring(rettelse.data.dato, "rettelse", rettelse) for rettelse in register.rettelser]
    for plan in register.planer.values():
        changes.append(Endring(plan.data.registrert, "plan", plan))
        if plan.data.vedtak:
            changes.append(Endring(plan.data.vedtak.dato, "vedtak", plan))
    for rapport in register.rapporter.values():
        given = tuple(
            (one, punkt.data.status) for punkt in rapport.punkter if punkt.data.status for one in punkt.tiltak
        )
        changes.append(Endring(rapport.data.registrert, "rapport", rapport, given))
    return sorted(changes, key=lambda change: change.dag, reverse=True)
