"""Find who may report a status: the aktører a source may come from, and the kommuner it is then about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..register.entities import Aktør, Plan, Register
from ..register.ordering import alphabetic, unique


@dataclass(frozen=True)
class Melder:
    """An aktør that may have published a source, with a name that no other in the list has."""

    navn: str
    aktør: Aktør


def meldere(register: Register, plan: Plan) -> tuple[list[Melder], list[Melder]]:
    """Return the aktører that may report on a plan: those it gives a role, then all others known in its kommuner.

    The first list has the likeliest first: the owner, those that have reported before, those with most
    tiltak. Where two aktører have the same name, each is called by its kommune too. A samlebetegnelse
    publishes nothing, and is left out.
    """
    roles = Counter(aktør for one in plan.tiltak for aktør, rolle in one.roller if rolle != "nevnt")
    own = [
        *plan.eiere,
        *(rapport.utgiver for rapport in plan.rapporter),
        *(a for a, _ in roles.most_common()),
    ]
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
    """Return the ids of the kommuner that a source of an utgiver is about: its own one, else all of the plan."""
    own = [kommune for kommune in plan.kommuner if kommune is utgiver.kommune]
    return [kommune.id for kommune in own or plan.kommuner]
