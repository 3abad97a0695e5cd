"""Let an editor say which of the things in a document are its tiltak, by the numbers that a message gives them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..recognising.candidates import Candidate

MANY = 12
"""So many candidates or rows are listed in a message."""


class Undecided(Exception):
    """A document in which more than one thing may be the tiltak; the message lists them and says how to choose."""


def options(wanted: Sequence[Candidate]) -> str:
    """Return the options that choose these candidates: «--tabell 1,2 --liste 1»."""
    options = []
    for kind in ("tabell", "liste"):
        if its := [str(one.number) for one in wanted if one.kind == kind]:
            options.append(f"--{kind} {','.join(its)}")
    return " ".join(options)


def how_to_choose(listed: Sequence[Candidate], wanted: Sequence[Candidate]) -> str:
    """Return how an editor says which candidates are the tiltak; `wanted` are taken as the example."""
    wanted = wanted or listed
    if not wanted:
        return (
            "Les bare en del av dokumentet med --fra og --til, og teksten på den første og den siste linja."
        )
    said = f"Velg tiltakene selv, for eksempel med {options(wanted)}."
    if any(one.kind == "tabell" for one in wanted):
        said += " Har en tabell ingen overskrifter, sier du hva kolonnene er, for eksempel --kolonner 1=tiltak,2=frist."
    return f"{said} Eller les en del av dokumentet med --fra og --til, og teksten på den første og den siste linja."


def choose(listed: Sequence[Candidate], tables: Collection[int], lists: Collection[int]) -> set[int] | None:
    """Return the `id` of the lines of the candidates that the editor chose; None when nothing was chosen.

    Raises Undecided for a number that no candidate has.
    """
    if not tables and not lists:
        return None
    wanted = [f"tabell {number}" for number in tables] + [f"liste {number}" for number in lists]
    known = {one.name: one for one in listed}
    if missing := [name for name in wanted if name not in known]:
        there = "\n".join(f"  {one.describe()}" for one in listed[:MANY])
        raise Undecided(
            f"fant ikke {', '.join(missing)} i dokumentet. Det har:\n{there or '  ingenting som ligner tiltak'}"
        )
    return {one for name in wanted for one in known[name].ids}
