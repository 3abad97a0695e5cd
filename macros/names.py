"""Which names hold in which plan: the common ones, and those of the actors of its kommuner."""

from __future__ import annotations

import functools

from . import model
from .ansvar import Linker
from .load import Data

Names = tuple[tuple[str, str], ...]
"""Every name and variant, and the actor's id."""


def names_of(data: Data, file: str) -> Names:
    """The names that the actors of one file go by: a kommune's id, or `felles`."""
    return tuple(
        (name, id_)
        for id_ in data.aktører_i(file)
        for name in (data.aktører[id_].navn, *data.aktører[id_].varianter)
    )


def linker_for(data: Data, plan: model.Plan) -> Linker:
    """The linker that knows the names which hold in a plan."""
    files = ("felles", *plan.kommuner)
    return _linker(tuple(names for file in files if (names := names_of(data, file))))


@functools.lru_cache(maxsize=1024)
def _linker(groups: tuple[Names, ...]) -> Linker:
    """One linker for all plans with these names; it is kept while they stay the same, with all it has linked."""
    return Linker(*map(dict, groups))
