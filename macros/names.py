"""Which names hold in which plan: the common ones, and those of the actors of its kommuner."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from . import model
from .ansvar import Linker, Names
from .load import Data


def linker_for(data: Data, plan: model.Plan) -> Linker:
    """The linker that knows the names which hold in a plan."""
    return linker_in(data, plan.kommuner)


def linker_in(data: Data, kommuner: Iterable[str]) -> Linker:
    """The linker that knows the names which hold in these kommuner, and those which hold everywhere."""
    files = ("felles", *kommuner)
    return _linker(tuple(_names_of(data, file) for file in files if data.aktører_i(file)))


def _names_of(data: Data, file: str) -> Names:
    """The names that the actors of one file go by: a kommune's id, or `felles`."""
    if file not in data.names:
        data.names[file] = _names(
            tuple(
                (name, id_)
                for id_ in data.aktører_i(file)
                for name in (data.aktører[id_].navn, *data.aktører[id_].varianter)
            )
        )
    return data.names[file]


@functools.lru_cache(maxsize=1024)
def _names(names: tuple[tuple[str, str], ...]) -> Names:
    """The same object for as long as the names are the same."""
    return Names(dict(names))


@functools.lru_cache(maxsize=1024)
def _linker(groups: tuple[Names, ...]) -> Linker:
    """One linker for all plans with these names, with all it has linked."""
    return Linker(*groups)
