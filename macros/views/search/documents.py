"""What can be found: for each page its title, its text, and what the search is limited by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass, field

from ...format.meldt import TELLEORD
from ...register.addresses import address
from ...register.entities import Aktør, Del, Kommune, Plan, Punkt, Rapport, Register, Tema, Tiltak
from ...register.plan_states import TILSTANDSORD
from ..timeline import days_of


@dataclass(frozen=True)
class Document:
    """A page as the search knows it."""

    adresse: str
    tittel: str
    slag: str
    """What it is: «Tiltak», «Plan», …"""
    tekst: str
    """What a hit shows a piece of."""
    ekstra: str = ""
    """More words that lead to it, not shown: names of actors, cells, what sources say."""
    nr: str = ""
    """The number of a line in its plan, which a list shows beside the title."""
    kommuner: tuple[Kommune, ...] = ()
    temaer: tuple[Tema, ...] = ()
    plan: Plan | None = None
    status: str = ""
    """A key of `TELLEORD`; «» for what has no status."""
    rapportert: int | None = None
    """The year that the status speaks of."""
    roller: tuple[tuple[Aktør, str], ...] = ()
    år: tuple[int, ...] = field(default=())
    """The years of the days that it names."""


def documents(register: Register) -> Iterator[Document]:
    """Yield every page that can be found, each of the register's kinds in its order."""
    for kommune in register.kommuner.values():
        yield _kommune(kommune)
    for plan in register.planer.values():
        yield _plan(plan)
    for tema in register.temaer.values():
        yield Document(address(tema), tema.navn, "Tema", tema.data.beskrivelse, temaer=(tema,))
    for aktør in register.aktører.values():
        yield _aktør(aktør)
    for rapport in register.rapporter.values():
        yield _rapport(rapport)
    for part in register.områder:
        yield _del(part)
    for tiltak in register.tiltak.values():
        yield _tiltak(tiltak)


def count(register: Register) -> int:
    """Return how many documents there are, without making them."""
    kinds: tuple[Sized, ...] = (
        register.kommuner,
        register.planer,
        register.temaer,
        register.aktører,
        register.rapporter,
    )
    return sum(len(one) for one in kinds) + len(register.områder) + len(register.tiltak)


def _joined(*texts: str | None) -> str:
    return " ".join(" ".join(text.split()) for text in texts if text)


def _kommune(kommune: Kommune) -> Document:
    planer = [*kommune.planer, *kommune.tidligere_planer]
    names = " / ".join(kommune.data.andre_navn)
    text = ". ".join(plan.data.tittel for plan in planer)
    return Document(address(kommune), kommune.navn, "Kommune", _joined(names, text), kommuner=(kommune,))


def _plan(plan: Plan) -> Document:
    parts = () if plan.data.innsatsområder else plan.deler
    return Document(
        address(plan),
        plan.data.tittel,
        "Plan",
        _joined(plan.data.omtale, plan.data.innledning),
        _joined(plan.navn, plan.data.mål, plan.data.merknad, *(_in_part(part) for part in parts)),
        kommuner=tuple(plan.kommuner),
        plan=plan,
    )


def _del(part: Del) -> Document:
    return Document(
        address(part),
        part.navn,
        "Innsatsområde",
        _joined(part.data.omtale, part.data.innledning, part.data.ordlyd, part.data.mål),
        _joined(*(_in_part(inner) for inner in part.deler)),
        kommuner=tuple(part.kommuner),
        temaer=tuple({tema.id: tema for one in part.tiltak for tema in one.temaer}.values()),
        plan=part.plan,
    )


def _in_part(part: Del) -> str:
    own = (part.navn, part.data.ordlyd, part.data.mål, part.data.omtale, part.data.innledning)
    return _joined(*own, *(_in_part(inner) for inner in part.deler))


def _tiltak(one: Tiltak) -> Document:
    return Document(
        address(one),
        one.tittel,
        one.plan.data.slag.capitalize(),
        _joined(one.data.ordlyd, *(part.ordlyd for part in one.data.deltiltak)),
        _joined(
            *(text for _, text in one.celler),
            *(aktør.navn for aktør, _ in one.roller),
            *(tema.navn for tema in one.temaer),
            _said(one.punkter),
        ),
        one.nr,
        tuple(one.kommuner),
        tuple(one.temaer),
        one.plan,
        one.meldt.telles,
        one.sist_rapportert,
        tuple(one.roller),
        tuple(sorted({day.year for day, _, _ in days_of(one)})),
    )


def _said(punkter: Iterable[Punkt]) -> str:
    return _joined(
        *(text for one in punkter for text in (one.tittel, one.data.omtale, one.data.sitat) if text)
    )


def _aktør(aktør: Aktør) -> Document:
    place = (aktør.kommune,) if aktør.kommune else ()
    other = ", ".join(aktør.data.varianter)
    return Document(
        address(aktør),
        aktør.navn,
        "Aktør",
        f"Skrives også {other}." if other else "",
        aktør.data.merknad or "",
        kommuner=place,
    )


def _rapport(rapport: Rapport) -> Document:
    return Document(
        address(rapport),
        rapport.data.tittel,
        "Rapport",
        rapport.data.omtale,
        _said(rapport.punkter),
        kommuner=tuple(rapport.kommuner),
    )


def state_of(plan: Plan) -> tuple[str, str]:
    """Return the state of a plan as the search is limited by it: its key and its words."""
    return plan.tilstand, TILSTANDSORD[plan.tilstand]


def status_of(key: str) -> tuple[str, str]:
    """Return a status as the search is limited by it: its key and its word."""
    return key, TELLEORD[key][0]
