"""Find the addresses that are lost: what was once at an address is still there, or is sent on from there.

The addresses of an earlier state are computed from its data, so there is no ledger to keep. Those that do not exist
any more stand in `data/videresendinger.yml`, and stay there: they count as addresses of the earlier state too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..format.kinds import KINDS, file_of
from ..format.paths import list_of
from ..reading.inventory import Ting, addresses
from ..tools.problem import Problem
from ..tools.yaml_out import Plain, inline
from .matching import Comparison

FILE = file_of("videresending")


@dataclass(frozen=True)
class LostAddress:
    """An address that nothing answers any more, and the redirect that would."""

    problem: Problem
    entry: str
    """The line to write in the file."""


def lost(change: Comparison) -> list[LostAddress]:
    """Return every address of the earlier state that in the later one neither exists nor is sent on.

    Nothing is said of what stood in files that could not be read.
    """
    # Without its redirects, every address that is sent on would seem lost.
    if f"{change.after.root}/{FILE}" in change.after.broken:
        return []
    now = addresses(change.after)
    answered = {*now, *(one.gammel for one in change.after.videresendinger)}
    gone = []
    for old, ting in addresses(change.before).items():
        page = old.partition("#")[0]  # when it is sent on, all places on it are
        lasting = ting.lovet and (page == old or page in now) and ting.file not in change.left_out
        if lasting and old not in answered:
            gone.append(ting)
    found = [*_from_data(change, gone, now)]
    for one in change.before.videresendinger:
        if one.gammel not in answered:
            after = change.now_at(one.ny)
            found.append(_lost(change, one.gammel, None, after.adresse if after else one.ny, one.grunn))
    return found


def _from_data(change: Comparison, gone: list[Ting], now: dict[str, Ting]) -> Iterator[LostAddress]:
    """Yield the lost addresses of things that are gone; those within a plan that is gone too share its problem."""
    inside = Counter(ting.øverst for ting in gone if ting.i)
    whole: dict[Ting, Problem] = {}
    for ting in gone:  # a plan comes before what stands in it
        one_lost = _lost(change, ting.adresse, *_new_place(change, ting, now), inside[ting])
        if inside[ting]:
            whole[ting] = one_lost.problem
        yield LostAddress(whole.get(ting.øverst, one_lost.problem), one_lost.entry)


def _new_place(change: Comparison, ting: Ting, now: dict[str, Ting]) -> tuple[Ting | None, str, str]:
    """Return where a thing is now (None when it is gone), the address that answers for it, and why."""
    noun = KINDS[ting.slag].bestemt.capitalize()
    after = change.now_at(ting.adresse)
    if after is not None:
        return after, after.adresse, _reason(noun, ting, after)
    # It is gone: the nearest thing around it that is left answers, or else a list.
    above = ting.i
    while above is not None:
        there = change.now_at(above.adresse) or now.get(above.adresse)
        if there is not None:
            return None, there.adresse, f"{noun} er tatt ut av dataene."
        above = above.i
    return None, list_of(ting.slag)[1], f"{noun} er tatt ut av dataene."


def _reason(noun: str, before: Ting, after: Ting) -> str:
    """Return the sentence that says why a thing has another address than before."""
    top, now = before.øverst, after.øverst
    if top is not before and top.id != now.id:
        renamed = before.id.removeprefix(top.id) == after.id.removeprefix(now.id)
        return "Planen har fått ny adresse." if renamed else f"{noun} er flyttet til en annen plan."
    if before.i:
        return f"{noun} har fått {'en ny id' if before.slag == 'punkt' else 'nytt nummer'}."
    names = [getattr(one.data, "navn", "") for one in (before, after)]
    return f"{noun} har fått {'ny adresse' if names[0] == names[1] else 'nytt navn'}."


def _lost(
    change: Comparison, old: str, ting: Ting | None, new: str, reason: str, inside: int = 0
) -> LostAddress:
    """Return an old address as lost, with the address to send it on to and why.

    `ting` is what was there, where it is now; `inside` is how many addresses below it are lost with it.
    """
    line = entry(old, new, reason)
    file = f"{change.after.root}/{FILE}"
    message, hint = f"adressen «{old}» har vært publisert, og finnes ikke lenger.", f"Skriv i {file}: {line}"
    if inside:
        below = f"{inside} adresse{'' if inside == 1 else 'r'} under den"
        message = f"adressen «{old}» og {below} har vært publisert, og finnes ikke lenger."
        hint = f"Linjene som skal inn i {file}, står samlet under feilene."
    elif (
        any(old == one.gammel for one in change.before.videresendinger) and file not in change.after.documents
    ):
        message = f"adressen «{old}» var sendt videre her, men filen er borte."
        hint = f"Hent den tilbake, eller lag {file} på nytt med: {line}"
    if ting is not None:
        document = change.after.documents[ting.file]
        keys = (*ting.keys, "id" if ting.slag == "punkt" else "nr") if ting.i else ting.keys
        return LostAddress(document.problem(keys, message, hint, at_key=not ting.i), line)
    return LostAddress(Problem(file, 1, 1, "", message, hint), line)


def entry(old: str, new: str, reason: str) -> str:
    """Return an entry of the file of redirects, from an old address to a new one, as a line of YAML."""
    written = inline({"gammel": Plain(old), "ny": Plain(new), "grunn": reason})
    return f"- {written}"


def reused(change: Comparison) -> Iterator[tuple[Ting, Ting]]:
    """Yield the things whose address now shows another thing: what was there, and what is there now."""
    now = addresses(change.after)
    for pair in change.pairs:
        if pair.before and pair.after and pair.before.lovet and pair.before.adresse in now:
            there = now[pair.before.adresse]
            if there.id != pair.after.id:
                yield pair.before, there
