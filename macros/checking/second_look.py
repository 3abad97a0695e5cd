"""What to look at once more in plans and reports that have to do with each other: it may be right, and stops nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..format import model
from ..format.frist import dato, looks_mistyped
from ..format.model_plan import taken_over
from ..format.vocabulary import VEDTATTE
from ..reading.data import Data
from ..tools.problem import Problem
from .duplicate_rules import entered_again, plans_and_reports, title_of
from .rule_parts import each_plan, each_rapport


def successors_to_be_told(data: Data) -> Iterator[Problem]:
    """Yield advice for each source that says that a tiltak lives on in a later plan, when that plan is here
    and no tiltak says that it does.
    """
    continued = {
        ref for plan in data.planer.values() for linje in plan.linjer for ref in linje.tiltak.viderefører
    }
    replaced = {plan.erstatter.plan for plan in data.planer.values() if plan.erstatter}
    for document, rapport in each_rapport(data):
        for i, punkt in enumerate(rapport.punkter):
            for ref in punkt.tiltak if punkt.status == "videreført" else ():
                if ref not in continued and ref.partition("/")[0] in replaced:
                    message = f"«{ref}» er videreført. Ingen tiltak her sier at det viderefører det."
                    hint = f"Skriv viderefører: [{ref}] på tiltaket i den nye planen."
                    yield document.problem(("punkter", i, "status"), message, hint)


def frister_that_may_be_mistyped(data: Data) -> Iterator[Problem]:
    """Yield advice for each deadline that is not read and holds a number that is nearly a year: «2023-20027»."""
    for document, plan in each_plan(data):
        for linje in plan.linjer:
            given = linje.tiltak.frist
            if given and given.innen is None and looks_mistyped(given.tekst):
                message = f"fristen «{given.tekst}» leses ikke. Den ser ut til å ha en trykkfeil."
                hint = "Står det slik i planen, la teksten stå, og skriv en merknad til leseren."
                yield document.problem((*linje.keys, "frist"), message, hint)


def replaced_plans_to_be_marked(data: Data, idag: date) -> Iterator[Problem]:
    """Yield advice for each plan that says it is in force though a newer one has taken its place by the day `idag`."""
    for newer, plan in data.planer.items():
        id_ = (plan.erstatter.plan if plan.erstatter else None) or ""
        old = data.planer.get(id_)
        since = taken_over(old, plan) if old and plan.planstatus in VEDTATTE else None
        if old and old.planstatus == "vedtatt" and since and since <= idag:
            message = f"planen er erstattet av «{newer}» fra {dato(since)}, men står som vedtatt."
            hint = "Er det riktig? Skriv da planstatus: erstattet."
            yield data.document("plan", id_).problem(("planstatus",), message, hint)


def documents_that_may_be_the_same(data: Data) -> Iterator[Problem]:
    """Yield advice for what may be entered twice, but may be right: two plans in one document, one source for two plans."""
    for noun, entered in plans_and_reports(data):
        for document, first in entered_again(entered, lambda one: one.kilde.sha256, but=title_of):
            message = f"{noun} har samme fingeravtrykk som {first.file}, men en annen tittel."
            yield document.problem(
                ("kilde", "sha256"), message, "Er det to deler av ett dokument, er det riktig."
            )
    reports = list(each_rapport(data))
    for document, first in entered_again(reports, lambda one: (title_of(one), one.utgiver, one.gjelder)):
        message = f"rapporten har samme tittel, utgiver og tid som {first.file}."
        yield document.problem(("tittel",), message, "Er det samme kilde, kan punktene stå i én rapport.")
    plans = list(each_plan(data))
    for document, first in entered_again(
        plans, lambda one: (title_of(one), one.eiere, one.periode), but=_state
    ):
        message = f"planen har samme tittel, eier og periode som {first.file}, men en annen planstatus."
        hint = "Er den ene et utkast til den andre, er det riktig. Er det samme plan, så behold den ene."
        yield document.problem(("tittel",), message, hint)


def short_names_that_are_the_same(data: Data) -> Iterator[Problem]:
    """Yield advice for each plan whose short name another has too: lists, filters and the search then take them for one."""
    for document, first in entered_again(list(each_plan(data)), lambda one: one.kortnavn.casefold()):
        message = (
            f"planen har samme kortnavn som {first.file}, så leseren kan ikke skille dem i lister og i søket."
        )
        yield document.problem(
            ("kortnavn",), message, "Skriv noe som skiller dem, for eksempel hva planen handler om."
        )


def _state(one: model.Plan) -> str:
    """Return the planstatus of a plan."""
    return one.planstatus
