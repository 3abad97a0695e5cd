"""What sources say of a tiltak taken together: the latest, unless the sources disagree; and never a part as the whole.

The latest is the one whose time ends last, then the one published last. Two sources of the same time that say
different things are in disagreement, whoever was published last, but for a publisher that corrects itself: nobody
here may choose between them. What is said of a part contradicts neither the whole nor another milestone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ..format import model
from ..format.meldt import IKKE_RAPPORTERT, Meldt

UENIG = Meldt("uenig")
"""The state of a tiltak whose sources disagree."""


class Utsagn(NamedTuple):
    """A statement with the report it stands in."""

    rapport: model.Rapport
    punkt: model.Punkt


def latest(said: Iterable[Utsagn], delmål: str = "") -> tuple[Meldt, Utsagn | None]:
    """Return what these statements say of a tiltak, or of the milestone `delmål` of it, and the latest that says so.

    What is said of the whole stands when nothing later is said of a part, and when it says that the tiltak is ended;
    else it is what is said of a part, as of a part. A milestone has a status only when a source names it.
    """
    claims = [one for one in said if one.punkt.status and (not delmål or delmål in one.punkt.delmål)]
    whole = [one for one in claims if delmål or one.punkt.dekker == "hele"]
    parts = [one for one in claims if not delmål and one.punkt.dekker == "del"]
    meldt, last = _together(whole)
    if not parts or (last and (meldt.ferdig or _ends(last) >= max(map(_ends, parts)))):
        return meldt, last
    meldt, last = _together(parts)
    return UENIG if meldt == UENIG else Meldt(meldt.status, True), last


def _together(claims: list[Utsagn]) -> tuple[Meldt, Utsagn | None]:
    """Return what these statements, all of the whole or all of parts, say together, and the latest of them."""
    if not claims:
        return IKKE_RAPPORTERT, None
    end = max(map(_ends, claims))
    claims = sorted((one for one in claims if _ends(one) == end), key=_published, reverse=True)
    first = claims[0]
    agreed = all(
        one.punkt.status == first.punkt.status or _of_another_part(one, first) or _gives_way(one, first)
        for one in claims
    )
    return (Meldt(first.punkt.status or "") if agreed else UENIG), first


def _of_another_part(one: Utsagn, other: Utsagn) -> bool:
    """Return whether both are of parts, and not of the same one: by their milestones, or because one report tells both."""
    both = one.punkt.dekker == other.punkt.dekker == "del"
    return both and (one.punkt.delmål != other.punkt.delmål or one.rapport is other.rapport)


def _gives_way(earlier: Utsagn, later: Utsagn) -> bool:
    """Return whether a source no longer counts beside one that speaks of a time with the same end."""
    if _published(earlier) >= _published(later):
        return False
    same_time = earlier.rapport.gjelder.dager == later.rapport.gjelder.dager
    return not same_time or earlier.rapport.utgiver == later.rapport.utgiver


def _ends(one: Utsagn) -> date:
    """Return the last day that a statement is about; the first of all days when that is not known."""
    dager = one.rapport.gjelder.dager
    return dager[1] if dager else date.min


def _published(one: Utsagn) -> date:
    """Return the day that a statement's report was published; the first of all days when that is not known."""
    return one.rapport.utgitt or date.min
