"""The rule for milestones that a report speaks of: each stands in the plan, by the same words."""

from __future__ import annotations

from collections.abc import Iterator

from ..format import frist, model
from ..reading.data import Data
from ..tools.problem import Problem, did_you_mean
from .rule_parts import each_punkt, each_rapport


def milestones_of_reports_are_in_the_plan(data: Data) -> Iterator[Problem]:
    """What a report names as a milestone or part-deadline is one of its tiltak, so that its status has a place."""
    for document, rapport in each_rapport(data):
        for keys, punkt in each_punkt(rapport):
            found = [_tiltak(data, ref) for ref in punkt.tiltak if punkt.delmål]
            # What could not be read, or is not there, is told of by others.
            known = [tekst for one in found if one for tekst in _milestones(one)]
            if None in found:
                continue
            for i, tekst in enumerate(punkt.delmål):
                if tekst not in known:
                    message = f"ventet en milepæl eller delfrist i tiltaket, fant «{tekst}»."
                    hint = did_you_mean(tekst, known) or (
                        f"Skriv en av: {', '.join(f'«{one}»' for one in known)}."
                        if known
                        else "Tiltaket har ingen. Ta bort «delmål»."
                    )
                    yield document.problem((*keys, "delmål", i), message, hint)


def _tiltak(data: Data, ref: str) -> model.Tiltak | None:
    """Return the tiltak with this reference; None when it is not there, or not all of its plan could be read."""
    plan_id, _, nr = ref.partition("/")
    plan = data.planer.get(plan_id)
    if plan is None or data.document("plan", plan_id).left_out:
        return None
    return next((linje.tiltak for linje in plan.linjer if linje.tiltak.nr == nr), None)


def _milestones(tiltak: model.Tiltak) -> Iterator[str]:
    """Yield the words of the milestones and part-deadlines that are read in a tiltak."""
    yield from (one.tekst for one in tiltak.delmål)
    read = frist.parse(tiltak.frist.tekst) if tiltak.frist and tiltak.frist.innen is None else None
    yield from (part.tekst for part in read.delfrister) if read else ()
