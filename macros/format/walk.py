"""A walk through a plan: every part and every tiltak with its way in the file and what it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # `model_plan` imports this module: `Plan.linjer` walks
    from .model_plan import Del, Plan, Tiltak


@dataclass(frozen=True, slots=True)
class Linje:
    """Hold one tiltak of a plan, its way in the file (`keys`) and the parts it stands in (`over`), outermost first."""

    keys: tuple[str | int, ...]
    over: tuple[Del, ...]
    tiltak: Tiltak


def deler(plan: Plan) -> Iterator[tuple[tuple[str | int, ...], tuple[Del, ...]]]:
    """Yield the innsatsområder and deler of `plan` in the order of the document.

    Each comes as its way in the file, and the parts it stands in, itself last; a part before those within it.
    """
    for i, område in enumerate(plan.innsatsområder):
        yield from _within(("innsatsområder", i), (område,))
    for i, del_ in enumerate(plan.deler):
        yield from _within(("deler", i), (del_,))


def _within(
    keys: tuple[str | int, ...], over: tuple[Del, ...]
) -> Iterator[tuple[tuple[str | int, ...], tuple[Del, ...]]]:
    """Yield the last part of `over`, which stands at `keys`, and every part within it."""
    yield keys, over
    for i, inner in enumerate(over[-1].deler):
        yield from _within((*keys, "deler", i), (*over, inner))
