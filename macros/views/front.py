"""What the front page shows: what was reported last, which kommuner have a plan, and the names that its field knows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..register.addresses import address
from ..register.entities import Kommune, Plan, Punkt, Register
from ..register.history import plans_of_today
from ..register.ordering import alphabetic

NAMES = "sok/navn.json"
"""The address of the names that the field offers: one small file, fetched when the field is used."""
FLEST_NAVN = 1500
"""At most so many actors are offered by name, those in most measures first: the list is to be small."""


def last_reported(register: Register, number: int) -> list[Punkt]:
    """Return the statements that came in last of those that give a tiltak a status with a quote; of each rapport the first.

    Newest into the data first, then what speaks of the latest time.
    """
    reports = sorted(
        register.rapporter.values(),
        key=lambda one: (
            one.data.registrert,
            one.data.gjelder.dager[1] if one.data.gjelder.dager else date.min,
        ),
        reverse=True,
    )
    statements = [
        [one for one in report.punkter if one.data.status and one.data.sitat and one.tiltak]
        for report in reports
    ]
    rounds = max(map(len, statements), default=0)
    return [found[turn] for turn in range(rounds) for found in statements if turn < len(found)][:number]


@dataclass(frozen=True)
class Oversikt:
    """Which kommuner have what: an adopted plan, only something else, or nothing here."""

    vedtatt: list[Kommune]
    andre: list[Plan]
    """Plans of which it is not known that they are adopted: one for all the kommuner that share it."""
    mangler: int
    """So many kommuner of today have nothing here."""


def overview(register: Register) -> Oversikt:
    """Return which kommuner have an adopted plan here, what there is that is not adopted, and how many have nothing."""
    plans = plans_of_today(register)
    adopted = {kommune.id: kommune for plan in plans if plan.vedtatt for kommune in plan.kommuner}
    others = [plan for plan in plans if not plan.vedtatt]
    missing = sum(1 for one in register.alle_kommuner.values() if one.finnes and not one.planer)
    return Oversikt(sorted(adopted.values(), key=lambda one: alphabetic(one.navn)), others, missing)


def names(register: Register) -> Iterator[tuple[str, str, str]]:
    """Yield what the front page's field offers: a name, what it is of, and its address; no address when it has no page.

    A kommune that has no page is offered too: the search says what there is of it.
    """
    for kommune in register.alle_kommuner.values():
        if kommune.finnes or kommune.har_side:
            yield kommune.navn, "Kommune", address(kommune) if kommune.har_side else ""
    for tema in register.temaer.values():
        yield tema.navn, "Tema", address(tema)
    for plan in plans_of_today(register):
        yield plan.navn, "Plan", address(plan)
    actors = [one for one in register.aktører.values() if one.tiltak and not one.er_kommune]
    for aktør in sorted(actors, key=lambda one: -len(one.tiltak))[:FLEST_NAVN]:
        own = aktør.kommune
        where = f" ({own.navn})" if own and own.navn not in aktør.navn else ""
        yield f"{aktør.navn}{where}", "Aktør", address(aktør)


def names_file(register: Register) -> bytes:
    """Return the names as JSON: lists of a name, what it is of, and its address («» when it has no page)."""
    return json.dumps(list(names(register)), ensure_ascii=False, separators=(",", ":")).encode()
