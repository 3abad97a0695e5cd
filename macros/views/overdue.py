"""What an auditor asks: which deadlines are past without a source that says what became of the tiltak, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..register.addresses import address
from ..register.entities import Aktør, Kommune, Plan, Register, Tiltak
from ..register.ordering import alphabetic, unique
from ..tools.language import say
from .timeline import Hendelse, days_of, hendelser


@dataclass(frozen=True)
class Revisjon:
    """The auditor's report of a plan or a kommune: a page, and a workbook beside it."""

    hva: Plan | Kommune

    @property
    def sti(self) -> str:
        """Return the address of the page within the site."""
        return f"{address(self.hva)}revisjon/"

    @property
    def ark(self) -> str:
        """Return the address of the workbook within the site."""
        return f"{self.sti}frister-uten-kilde.xlsx"

    @property
    def planens(self) -> Revisjon | None:
        """Return the report of the only plan of a kommune, when it is about the same tiltak; None of other reports."""
        plans = self.hva.planer if isinstance(self.hva, Kommune) else []
        if (
            len(plans) == 1
            and has_review(plans[0])
            and all(self.hva in one.telles_for for one in plans[0].tiltak)
        ):
            return Revisjon(plans[0])
        return None

    @property
    def navn(self) -> str:
        """Return the title of the page."""
        return say("Frister som er passert uten kilde – {hva}", hva=self.hva.navn)


def has_review(where: Plan | Kommune) -> bool:
    """Return whether there is an auditor's report: an adopted plan with measures. It does not follow from the day."""
    plans = [where] if isinstance(where, Plan) else [*where.planer, *where.tidligere_planer]
    return any(plan.vedtatt and plan.data.slag == "tiltak" for plan in plans)


def reviews(register: Register) -> list[Revisjon]:
    """Return every auditor's report: of the kommuner, then of the plans."""
    things: list[Plan | Kommune] = [*register.kommuner.values(), *register.planer.values()]
    return [Revisjon(one) for one in things if has_review(one)]


@dataclass(frozen=True)
class HosAktør:
    """The days that are past without a source, of one that the plans give responsibility; None: of nobody."""

    aktør: Aktør | None
    dager: list[Hendelse]

    @property
    def tiltak(self) -> list[Tiltak]:
        """Return the tiltak that the days are of, each once."""
        return unique(day.tiltak for day in self.dager if day.tiltak)


@dataclass(frozen=True)
class Etterslep:
    """What is past its deadline in a plan or kommune on a day."""

    alle: list[Tiltak]
    """Every tiltak that is asked about."""
    passert: list[Hendelse]
    """Every deadline, part-deadline and milestone that is past, in the order of time."""
    uten_kilde: list[Hendelse]
    """Those of them of which no source says anything: not of the day, nor of the tiltak as a whole."""
    hos: list[HosAktør]
    """The same, by who is responsible: most first, nobody last. One with two responsible stands under both."""

    @property
    def tiltak(self) -> list[Tiltak]:
        """Return the tiltak of which something is past without a source, each once."""
        return unique(day.tiltak for day in self.uten_kilde if day.tiltak)

    @property
    def uten_frist(self) -> list[Tiltak]:
        """Return the tiltak that name no day at all, and so never can be past one."""
        return [one for one in self.alle if next(days_of(one), None) is None]


def overdue(where: Plan | Kommune, idag: date) -> Etterslep:
    """Return what is past its deadline in a plan, or in those of a kommune's plans that count, on the day `idag`.

    A plan's own report has all its tiltak, whatever state it is in; a kommune's only those that are counted, as its page does.
    """
    plans = [where] if isinstance(where, Plan) else where.planer
    every = [one for plan in plans for one in plan.tiltak if _asked(one, where)]
    asked = set(map(id, every))
    past = [day for day in hendelser(plans) if day.dag < idag and id(day.tiltak) in asked]
    without = [day for day in past if _unsaid(day)]
    return Etterslep(every, past, without, _by_actor(without))


def _asked(tiltak: Tiltak, where: Plan | Kommune) -> bool:
    """Return whether a tiltak is asked about in the report of a plan or kommune."""
    if isinstance(where, Plan):
        return tiltak.plan.vedtatt and tiltak.plan.data.slag == "tiltak"
    return where in tiltak.telles_for


def _unsaid(day: Hendelse) -> bool:
    """Return whether no source gives a status of a day or of its tiltak."""
    return (
        day.tiltak is not None
        and day.tiltak.meldt.status == "ikke-rapportert"
        and (day.meldt is None or day.meldt.status == "ikke-rapportert")
    )


def _by_actor(days: list[Hendelse]) -> list[HosAktør]:
    """Return days by the aktører that are responsible for their tiltak."""
    found: dict[str, HosAktør] = {}
    nobody = HosAktør(None, [])
    for day in days:
        responsible = [
            aktør for aktør, rolle in (day.tiltak.roller if day.tiltak else ()) if rolle == "ansvarlig"
        ]
        for aktør in responsible:
            found.setdefault(aktør.id, HosAktør(aktør, [])).dager.append(day)
        if not responsible:
            nobody.dager.append(day)
    ordered = sorted(
        found.values(), key=lambda one: (-len(one.tiltak), alphabetic(one.aktør.navn if one.aktør else ""))
    )
    return [*ordered, *([nobody] if nobody.dager else [])]
