"""Who may report a status: the aktører that a source may come from, and the kommuner that it is then about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..register.entities import Aktør, Plan, Register, alphabetic, unique


@dataclass(frozen=True)
class Melder:
    """An actor that may have published a source, with a name that no other in the list has."""

    navn: str
    aktør: Aktør


def meldere(register: Register, plan: Plan) -> tuple[list[Melder], list[Melder]]:
    """Who may report on a plan: those it gives a role, the likeliest first; and all others whose names hold in it."""
    roles = Counter(aktør for one in plan.tiltak for aktør, rolle in one.roller if rolle != "nevnt")
    own = [plan.eier, *(rapport.utgiver for rapport in plan.rapporter), *(a for a, _ in roles.most_common())]
    files = ("felles", *(kommune.id for kommune in plan.kommuner))
    others = sorted((a for file in files for a in register.aktører_i(file)), key=lambda a: alphabetic(a.navn))
    everybody = [aktør for aktør in unique([*own, *others]) if aktør.data.type != "samlebetegnelse"]
    names = Counter(aktør.navn.lower() for aktør in everybody)
    named = [
        Melder(
            f"{a.navn} ({a.kommune.navn if a.kommune else a.id})" if names[a.navn.lower()] > 1 else a.navn, a
        )
        for a in everybody
    ]
    likely = set(own)
    return [one for one in named if one.aktør in likely], [one for one in named if one.aktør not in likely]


def kommuner_for(plan: Plan, utgiver: Aktør) -> list[str]:
    """The ids of the kommuner that a source of this actor is about: its own, else all of the plan."""
    own = [kommune for kommune in plan.kommuner if kommune is utgiver.kommune]
    return [kommune.id for kommune in own or plan.kommuner]
