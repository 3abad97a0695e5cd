"""Which names hold in which plan: the common ones, those of the actors of its kommuner, and the kommuner's own.

A name that several aktører have had, one after the other, is in a plan the one that existed when the plan begins.

Finding them in the cells is half of the time of checking data that is new, so the cells that were linked are kept from
one run to the next, under the names they were linked with.
"""

from __future__ import annotations

import functools
import json
from collections import Counter
from collections.abc import Iterable

from ..format import model
from ..format.ansvar import Linker, Names
from ..tools.store import digest
from .data import Data
from .kept import links_as_json, links_of_json


def linker_for(data: Data, plan: model.Plan) -> Linker:
    """Return the linker that knows the names which hold in `plan`."""
    return linker_in(data, plan.kommuner, plan.begynner)


def linker_in(data: Data, kommuner: Iterable[str], year: int | None = None) -> Linker:
    """Return the linker that knows the names which hold in these `kommuner`, and those which hold everywhere.

    `year`: when the plan begins. Without it, a name that several aktører have had in turn is nobody's.
    There is one linker for each set of names, with what it linked in earlier runs.
    """
    files = ("felles", *kommuner)
    groups = (
        *(_names_of(data, file, year) for file in files if data.aktører_i(file)),
        _kommuners_names(data),
    )
    if groups not in data.linkers:
        linker = data.linkers[groups] = _linker(groups)
        kept = data.store.get(key_of(linker))
        if kept is not None:
            linker.linked |= links_of_json(kept)
    return data.linkers[groups]


def keep_links(data: Data) -> None:
    """Keep in the data's store, for the next run, what the linkers have linked."""
    for linker in data.linkers.values() if data.store.keeps else ():
        if linker.learned:
            data.store.put(key_of(linker), links_as_json(linker.linked))


def key_of(linker: Linker) -> bytes:
    """Return the digest of all the names that `linker` knows, under which its links are kept."""
    return digest("lenket", *map(_digest, linker.groups))


@functools.lru_cache(maxsize=1024)
def _digest(names: Names) -> bytes:
    """Return the digest of one group of names."""
    return digest("navn", json.dumps(names.written))


def _names_of(data: Data, file: str, year: int | None) -> Names:
    """Return the names that the aktører of one `file` go by in a `year`: a kommune's id, or `felles`."""
    key = f"{file} {year}"
    if key not in data.names:
        named = [
            (name, id_)
            for id_ in data.aktører_i(file)
            for name in (data.aktører[id_].navn, *data.aktører[id_].varianter)
        ]
        bearers: dict[str, set[str]] = {}
        for name, id_ in named:
            bearers.setdefault(name.lower(), set()).add(id_)
        data.names[key] = _names(
            tuple(
                (name, id_)
                for name, id_ in named
                if len(bearers[name.lower()]) == 1 or (year and data.aktører[id_].fantes_i(year, year))
            )
        )
    return data.names[key]


def _kommuners_names(data: Data) -> Names:
    """Return the full names of the kommuner with a file of their own («Hol kommune»), which hold in every plan.

    A name that two kommuner have («Våler kommune») holds in their own plans alone.
    """
    if KOMMUNER not in data.names:
        actors = ((kommune.aktør_id(id_), id_) for id_, kommune in data.kommuner.items())
        named = [
            (data.aktører[actor].navn, actor) for actor, id_ in actors if data.aktørfil.get(actor) == id_
        ]
        count = Counter(name.lower() for name, _ in named)
        data.names[KOMMUNER] = _names(tuple(one for one in named if count[one[0].lower()] == 1))
    return data.names[KOMMUNER]


KOMMUNER = "*kommuner"
"""The group of the kommuner's own names among those of the files; no file can be called so."""


@functools.lru_cache(maxsize=1024)
def _names(names: tuple[tuple[str, str], ...]) -> Names:
    """Return the group of these names: the same object for as long as the names are the same."""
    return Names(dict(names))


@functools.lru_cache(maxsize=1024)
def _linker(groups: tuple[Names, ...]) -> Linker:
    """Return the linker of these groups of names: one for all plans, with all it has linked."""
    return Linker(*groups)
