"""Rules for a tiltak that continues others: they stand in an older plan."""

from __future__ import annotations

from collections.abc import Iterator

from ..format.model_plan import takes_effect
from ..reading.data import Data
from ..tools.problem import Problem


def what_is_continued_is_older(data: Data) -> Iterator[Problem]:
    """Yield a problem for each tiltak that continues one in its own plan, or in a plan that took effect later."""
    for id_, plan in data.planer.items():
        for linje in plan.linjer:
            for i, ref in enumerate(linje.tiltak.viderefører):
                keys = (*linje.keys, "viderefører", i)
                older, _, nr = ref.partition("/")
                other = data.planer.get(older)
                wrong = other and (older == id_ or takes_effect(other) > takes_effect(plan))
                # One that does not exist is told of as such.
                if other is None or not wrong or all(line.tiltak.nr != nr for line in other.linjer):
                    continue
                if older == id_:
                    message = f"«{ref}» står i den samme planen, så det kan ikke videreføres her."
                    hint = "Skriv tiltaket i den eldre planen, eller ta det bort."
                    yield data.document("plan", id_).problem(keys, message, hint)
                else:
                    message = f"«{ref}» står i en plan som tok til å gjelde senere enn denne."
                    hint = "Skriv viderefører på tiltaket i den nyeste av de to planene."
                    yield data.document("plan", id_).problem(keys, message, hint)
