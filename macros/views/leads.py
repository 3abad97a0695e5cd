"""The sentence that a page begins with: what was promised, and of how much anything is known. Plain text, made of data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..format.vocabulary import LINJEORD
from ..register.entities import Kommune, Plan, Tiltak
from .plan_words import document_word, says


def of_kommune(kommune: Kommune) -> str:
    """Return what a kommune has promised, and of how much of it anything is known.

    «Modum vedtok 58 tiltak i 2015. Vi vet noe om 11 av dem.» Of a plan that it shares with others it is said that it
    takes part; where no plan is known to be adopted, that is said, and what there is instead.
    """
    counted = [plan for plan in kommune.planer if plan.telles_i(kommune)]
    own = [plan for plan in counted if kommune.aktør in plan.eiere]
    shared = [plan for plan in counted if plan not in own]
    name = kommune.data.navn
    said = []
    if own:
        said.append(f"{name} vedtok {_together([_adopted(plan, kommune) for plan in own])}.")
    if shared:
        begins = "Kommunen er også med på" if own else f"{name} er med på"
        said.append(
            f"{begins} {_together([f'{_adopted(plan, kommune)} ({plan.eier.navn})' for plan in shared])}."
        )
    if counted:
        return " ".join([*said, known(kommune.talte_tiltak)])
    if not kommune.planer:
        return f"Vi har ikke fått inn noen plan som gjelder for {name} nå."
    others = " ".join(_not_adopted(plan) for plan in kommune.planer)
    return f"Vi har ikke fått inn noen vedtatt plan for {name}. {others}"


def of_plan(plan: Plan) -> str:
    """Return how much a plan promises, and of how much of it anything is known."""
    if not plan.vedtatt:
        return _not_adopted(plan)
    return f"Planen har {_counted(plan)}. {known(plan.tiltak)}"


def known(tiltak: Iterable[Tiltak]) -> str:
    """Return of how many of these measures a source says how it goes, as a sentence about «them»."""
    tiltak = list(tiltak)
    reported = sum(1 for one in tiltak if one.statuspunkt)
    if not tiltak:
        return ""
    if len(tiltak) == 1:
        return "Vi vet noe om det." if reported else "Vi vet ikke noe om hvordan det går."
    if not reported:
        return "Vi vet ikke noe om hvordan det går med dem."
    return "Vi vet noe om alle." if reported == len(tiltak) else f"Vi vet noe om {reported} av dem."


def _adopted(plan: Plan, kommune: Kommune) -> str:
    """Return how much a plan promises in a kommune, and since when it holds there: «58 tiltak i 2015»."""
    decision = plan.data.vedtak_i(kommune.id)
    counted = _counted(plan, len(plan.tiltak_i(kommune)))
    return f"{counted} i {decision.dato.year}" if decision else counted


def _counted(plan: Plan, number: int | None = None) -> str:
    number = len(plan.tiltak) if number is None else number
    return f"{number} {plan.data.slag if number == 1 else LINJEORD[plan.data.slag]}"


def _not_adopted(plan: Plan) -> str:
    """Return what there is of a plan that is not known to be adopted: «… står i et dokument vi ikke vet om er vedtatt»."""
    document = {"utkastet": "et utkast", "dokumentet": "et dokument"}[document_word(plan)]
    state = "som ikke er vedtatt" if "kke vedtatt" in says(plan) else "som vi ikke vet om er vedtatt"
    return f"{_counted(plan)} står i {document} {state}."


def _together(parts: Sequence[str]) -> str:
    """Return parts of a sentence joined as one writes them: «a, b og c»."""
    return " og ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
