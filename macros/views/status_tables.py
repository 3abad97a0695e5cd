"""Status tables: how many tiltak have each status, counted for each plan, innsatsområde, tema or kommune."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from ..format.vocabulary import PLANSTATUSORD
from ..register.addresses import Entity
from ..register.entities import TELLES, Del, Kommune, Plan, Register, Tema, Tiltak
from ..register.history import of_today
from ..register.ordering import alphabetic, unique
from ..tools.language import say
from .telling import MINST, ORDEN, Rad, rad


@dataclass(frozen=True)
class Statustabell:
    """Rows that are counted, their total, and the rows that stand beside it."""

    overskrift: str
    enhet: str
    """What the rows are: «Innsatsområde», «Plan», …"""
    rader: list[Rad]
    totalt: Rad | None
    utenfor: list[Rad]
    alle: Rad
    """All measures of the table, each counted once: how many there are, and from which years they are reported."""
    overlapper: bool = False
    """Whether a measure can stand in more than one row, so that the rows sum to more than the total."""
    samlet: int = 0
    """How many rows were too many, so that there is one for each fylke instead."""
    andeler: bool = True
    """Whether shares are shown, as bars and per cent: not for actors, whose work they would seem to measure."""

    @property
    def alle_rader(self) -> list[Rad]:
        """Return the rows, the total and the rows beside it."""
        return [*self.rader, *filter(None, [self.totalt]), *self.utenfor]

    @property
    def viser_prosent(self) -> bool:
        """Return whether any row has so many measures that their shares are shown."""
        return self.andeler and any(rad.totalt >= MINST for rad in self.alle_rader)

    @property
    def går_opp(self) -> bool:
        """Return whether the shares in each row sum to 100."""
        return all(rad.går_opp for rad in self.alle_rader)

    @property
    def tilstander(self) -> list[str]:
        """Return the states of the plans whose measures are counted: in force, run out, or both."""
        return [state for state in TELLES if self.totalt and self.totalt.i_planer[state]]

    @property
    def statuser(self) -> list[str]:
        """The states to show: always «ikke-rapportert», and those that occur."""
        used = sum((rad.antall for rad in (*self.rader, *self.utenfor)), Counter())
        return [status for status in ORDEN if status == "ikke-rapportert" or used[status]]


Group = tuple[str, Entity | None, list[Tiltak]]


def statustabell(
    overskrift: str, enhet: str, groups: Iterable[Group], *, andeler: bool = True, i: Kommune | None = None
) -> Statustabell:
    """Return a table with a row for each of the groups, under the heading `overskrift`; `enhet` says what a row is.

    `andeler`: whether it shows shares, as bars and per cent. `i`: the kommune that is counted in, where it is about one.

    Measures of drafts, and steps, get rows of their own outside the total. With more than `MANGE_RADER` groups there
    is a row for each fylke instead, however many they are: those that are no more have rows of their own.
    """
    groups = list(groups)
    if len(groups) <= MANGE_RADER:
        return replace(_statustabell(overskrift, enhet, groups, i), andeler=andeler)
    table = _statustabell(
        say("{overskrift}, samlet for hvert fylke", overskrift=overskrift), say("Fylke"), by_fylke(groups), i
    )
    return replace(table, samlet=len(groups), andeler=andeler)


def _statustabell(overskrift: str, enhet: str, groups: list[Group], i: Kommune | None) -> Statustabell:
    """Return the table of these groups: those that count, those outside the totals, and their sum, each tiltak once.

    A group that is a kommune counts what counts there.
    """
    counted: list[Rad] = []
    outside: list[Rad] = []
    included: list[Tiltak] = []
    # A plan that a newer one has replaced is told of as history; its own page alone has its table.
    now = [(navn, entity, of_today(tiltak)) for navn, entity, tiltak in groups]
    groups = now if any(tiltak for _, _, tiltak in now) else groups
    for navn, entity, tiltak in groups:
        there = entity if isinstance(entity, Kommune) else i
        adopted = [one for one in tiltak if (there in one.telles_for if there else one.telles)]
        if adopted:
            counted.append(rad(navn, entity, adopted))
            # By kommune a promise may count where it stood before, where the newer plan is not adopted; in the total once.
            included += [one for one in adopted if one.telles or i]
        counts = set(map(id, adopted))
        for reason, lines in by_reason((one for one in tiltak if id(one) not in counts), there):
            outside.append(rad(navn, entity, lines, reason))
    total = rad(say("Totalt"), None, included) if counted else None
    overlapping = total is not None and sum(one.totalt for one in counted) > total.totalt
    everything = rad("", None, (one for _, _, tiltak in groups for one in tiltak))
    return Statustabell(overskrift, enhet, counted, total, outside, everything, overlapping)


def by_reason(tiltak: Iterable[Tiltak], i: Kommune | None) -> list[tuple[str, list[Tiltak]]]:
    """Return the measures of each plan that are in no total, with why; `i`: asked of this kommune."""
    found: dict[tuple[str, str], list[Tiltak]] = {}
    for one in tiltak:
        reason = merke(one.plan, i) or (say(VIDEREFØRT) if i else _beside_its_plan(one))
        found.setdefault((one.plan.id, reason), []).append(one)
    return [(reason, lines) for (_, reason), lines in found.items()]


def _beside_its_plan(tiltak: Tiltak) -> str:
    """Return why a measure of a plan that counts is in no total: what continues it is, or none of its kommuner has the plan."""
    states = {tiltak.plan.tilstand_i(one) for one in tiltak.kommuner}
    if states & TELLES.keys():
        return say(VIDEREFØRT)
    return say(UTENFOR["erstattet"]) if "erstattet" in states else say("ikke vedtatt der det gjelder")


def merke(plan: Plan, i: Kommune | None = None) -> str:
    """Return why a plan's lines are in no total, in a word or two; empty when they are. `i`: asked of this kommune."""
    if i and plan.telles and not plan.vedtatt_i(i):
        return say("ikke vedtatt i {kommune}", kommune=i.navn)
    if i and plan.telles and plan.tilstand_i(i) in UTENFOR:
        return say(UTENFOR[plan.tilstand_i(i)])
    if plan.telles:
        return ""
    if plan.tilstand in UTENFOR and plan.data.slag == "tiltak":
        return say(UTENFOR[plan.tilstand])
    if plan.data.slag == "steg":
        return say("steg i planarbeid")
    state = "" if plan.vedtatt else say(PLANSTATUSORD[plan.data.planstatus]).lower()
    return ", ".join(
        filter(None, (say("tiltaksområder") if plan.data.slag == "tiltaksområde" else "", state))
    )


VIDEREFØRT = "videreført i en nyere plan"
"""Why measures of a plan that counts are in no total: what continues them is."""
UTENFOR = {"erstattet": "erstattet av en nyere plan", "kommende": "gjelder ikke ennå"}
"""Why measures of an adopted plan are in no total, by the state of the plan."""


def by_område(plan: Plan) -> list[Group]:
    """Return a group for each innsatsområde of a plan, or the plan itself when it has none."""
    if not plan.områder:
        return [(plan.navn, plan, plan.tiltak)]
    return [(område.navn, område, område.tiltak) for område in plan.områder]


def unit_of(groups: Iterable[Group]) -> str:
    """Return what the rows of a table of these groups are: «Innsatsområde», «Plan», or both."""
    kinds = {type(entity) for _, entity, _ in groups}
    if kinds == {Plan}:
        return "Plan"
    return "Innsatsområde eller plan" if Plan in kinds else "Innsatsområde"


def by_kommune_område(kommune: Kommune) -> list[Group]:
    """Return the innsatsområder of the adopted plans of a kommune as groups; a plan that does not count is one group.

    What is not for the kommune is left out. Where several plans count, each innsatsområde says which it is of.
    """
    several = sum(plan.telles_i(kommune) for plan in kommune.planer) > 1
    return [
        (f"{navn}, {entity.plan.navn}" if several and isinstance(entity, Del) else navn, entity, lines)
        for plan in kommune.planer
        for navn, entity, all_lines in (
            by_område(plan) if plan.telles_i(kommune) else [(plan.navn, plan, plan.tiltak)]
        )
        if (lines := [one for one in all_lines if kommune in one.kommuner])
    ]


def by_plan(tiltak: Iterable[Tiltak]) -> list[tuple[str, Plan, list[Tiltak]]]:
    """Return a group for each plan that these tiltak stand in."""
    found: dict[str, list[Tiltak]] = {}
    for one in tiltak:
        found.setdefault(one.plan.id, []).append(one)
    return [(lines[0].plan.navn, lines[0].plan, lines) for lines in found.values()]


MANGE_RADER = 20


def by_fylke(groups: Iterable[Group]) -> list[Group]:
    """Return a group for each fylke that these groups' tiltak are in; those for several fylker stand for themselves."""
    found: dict[str, list[Tiltak]] = {}
    for one in unique(one for _, _, tiltak in groups for one in tiltak):
        fylker = {kommune.fylker[-1][1].navn for kommune in one.kommuner}
        found.setdefault(fylker.pop() if len(fylker) == 1 else say("Flere fylker"), []).append(one)
    return [(navn, None, found[navn]) for navn in sorted(found, key=alphabetic)]


def samme_tema(register: Register, plan: Plan, temaer: Iterable[Tema]) -> list[Tiltak]:
    """Return a measure on these themes in each of the nearest other plans, so few that a page stays light."""
    i_plan = [tema.i_plan for tema in temaer]
    found = (next((i[other.id][0] for i in i_plan if i.get(other.id)), None) for other in register.nær(plan))
    return list(islice(filter(None, found), SAMME_TEMA_PLANER))


SAMME_TEMA_PLANER = 2


def kommuner_by_fylke(kommuner: Iterable[Kommune]) -> list[tuple[str, list[Kommune]]]:
    """Return the kommuner of each fylke of today, in Norwegian order."""
    found: dict[str, list[Kommune]] = {}
    for kommune in kommuner:
        found.setdefault(kommune.fylker[-1][1].navn, []).append(kommune)
    return [(fylke, found[fylke]) for fylke in sorted(found, key=alphabetic)]
