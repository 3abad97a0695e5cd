"""What a mål covers: never more than the document says."""

from __future__ import annotations

from ..format.vocabulary import LINJEORD
from .entities import Del, Plan


def dekning(sted: Del | Plan) -> str:
    """Return what the mål that stands at a part or a plan covers: «hele planen», «alt i «Kompetanse»», «tiltak 1.1.1–1.1.4».

    A part without a heading is a group of measures within another part: its mål is theirs alone, and they are named by
    their numbers.
    """
    if isinstance(sted, Plan):
        return "hele planen"
    if sted.tittel:
        return f"alt i «{sted.tittel}»"
    if sted.nr:
        return f"alt i {sted.nr}"
    numbers = [one.nr for one in sted.tiltak]
    slag = sted.plan.data.slag
    return f"{slag} {numbers[0]}" if len(numbers) == 1 else f"{LINJEORD[slag]} {numbers[0]}–{numbers[-1]}"
