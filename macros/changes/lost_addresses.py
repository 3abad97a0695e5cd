"""Addresses that last: what was once at an address is still there, or is sent on from there.

The addresses of an earlier state are computed from its data, so there is no ledger to keep. Those that do not exist
any more stand in `data/videresendinger.yml`, and stay there: they count as addresses of the earlier state too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..format.paths import LISTS
from ..reading.inventory import BESTEMT, Ting, addresses
from ..tools.problem import Problem
from .matching import Forskjell

FILE = "videresendinger.yml"


@dataclass(frozen=True)
class Tapt:
    """An address that nobody answers any more, and the entry that would."""

    problem: Problem
    post: str
    """The line to write in the file."""


def lost(change: Forskjell) -> list[Tapt]:
    """Every address of the earlier state that is neither an address nor sent on in the later one.

    Nothing is said of what stood in files that could not be read.
    """
    if f"{change.nå.root}/{FILE}" in change.nå.broken:
        return []
    now = addresses(change.nå)
    answered = {*now, *(one.gammel for one in change.nå.videresendinger)}
    gone = []
    for old, ting in addresses(change.før).items():
        page = old.partition("#")[0]  # when it is sent on, all places on it are
        lasting = ting.lovet and (page == old or page in now) and ting.file not in change.utelatt
        if lasting and old not in answered:
            gone.append(ting)
    found = [*_from_data(change, gone, now)]
    for one in change.før.videresendinger:
        if one.gammel not in answered:
            after = change.nå_for(one.ny)
            found.append(_lost(change, one.gammel, None, after.adresse if after else one.ny, one.grunn))
    return found


def _from_data(change: Forskjell, gone: list[Ting], now: dict[str, Ting]) -> Iterator[Tapt]:
    """What is lost of these things; those of a plan that is itself gone from its address share its problem."""
    inside = Counter(ting.øverst for ting in gone if ting.i)
    whole: dict[Ting, Problem] = {}
    for ting in gone:  # a plan comes before what stands in it
        tapt = _lost(change, ting.adresse, *_new_place(change, ting, now), inside[ting])
        if inside[ting]:
            whole[ting] = tapt.problem
        yield Tapt(whole.get(ting.øverst, tapt.problem), tapt.post)


def _new_place(change: Forskjell, ting: Ting, now: dict[str, Ting]) -> tuple[Ting | None, str, str]:
    """Where a thing is now, the address that answers for it, and why."""
    noun = BESTEMT[ting.slag].capitalize()
    after = change.nå_for(ting.adresse)
    if after is not None:
        return after, after.adresse, _reason(noun, ting, after)
    above = ting.i
    while above is not None:
        there = change.nå_for(above.adresse) or now.get(above.adresse)
        if there is not None:
            return None, there.adresse, f"{noun} er tatt ut av dataene."
        above = above.i
    return None, LISTS[LIST_OF.get(ting.slag, "planer")][1], f"{noun} er tatt ut av dataene."


def _reason(noun: str, before: Ting, after: Ting) -> str:
    top, now = before.øverst, after.øverst
    if top is not before and top.id != now.id:
        renamed = before.id.removeprefix(top.id) == after.id.removeprefix(now.id)
        return "Planen har fått ny adresse." if renamed else f"{noun} er flyttet til en annen plan."
    if before.i:
        return f"{noun} har fått nytt nummer."
    names = [getattr(one.data, "navn", "") for one in (before, after)]
    return f"{noun} har fått {'ny adresse' if names[0] == names[1] else 'nytt navn'}."


LIST_OF = {"kommune": "kommuner", "tema": "temaer", "aktør": "aktører", "rapport": "rapporter"}
"""The list that answers for a thing that is gone; for a plan and what stood in it, that of the plans."""


def _lost(change: Forskjell, old: str, ting: Ting | None, new: str, reason: str, inside: int = 0) -> Tapt:
    """That an address is lost, and as many below it; `ting`: what was there, where it is now."""
    post = entry(old, new, reason)
    file = f"{change.nå.root}/{FILE}"
    message, hint = f"adressen «{old}» har vært publisert, og finnes ikke lenger.", f"Skriv i {file}: {post}"
    if inside:
        below = f"{inside} adresse{'' if inside == 1 else 'r'} under den"
        message = f"adressen «{old}» og {below} har vært publisert, og finnes ikke lenger."
        hint = f"Linjene som skal inn i {file}, står samlet under feilene."
    elif any(old == one.gammel for one in change.før.videresendinger) and file not in change.nå.documents:
        message = f"adressen «{old}» var sendt videre her, men filen er borte."
        hint = f"Hent den tilbake, eller lag {file} på nytt med: {post}"
    if ting is not None:
        document = change.nå.documents[ting.file]
        keys = (*ting.keys, "nr") if ting.i else ting.keys
        return Tapt(document.problem(keys, message, hint, at_key=not ting.i), post)
    return Tapt(Problem(file, 1, 1, "", message, hint), post)


def entry(old: str, new: str, reason: str) -> str:
    """An entry of the file, as a line of YAML."""
    quoted = reason.replace("\\", "\\\\").replace('"', '\\"')
    return f'- {{gammel: {old}, ny: {new}, grunn: "{quoted}"}}'


def reused(change: Forskjell) -> Iterator[tuple[Ting, Ting]]:
    """Things whose address now shows another thing: what was there, and what is there now."""
    now = addresses(change.nå)
    for par in change.par:
        if par.før and par.nå and par.før.lovet and par.før.adresse in now:
            there = now[par.før.adresse]
            if there.id != par.nå.id:
                yield par.før, there
