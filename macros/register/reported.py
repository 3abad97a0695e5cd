"""Which of the statuses that sources give a tiltak is its status: the latest, unless the sources disagree.

The latest is the one whose time ends last, then the one published last. Two sources of the same time that say
different things are in disagreement, whoever was published last, but for a publisher that corrects itself: nobody
here may choose between them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .entities import Punkt

UENIG = "uenig"
"""The state of a tiltak whose sources disagree."""
IKKE_RAPPORTERT = "ikke-rapportert"


def latest(punkter: Iterable[Punkt]) -> tuple[str, Punkt | None]:
    """Return the status that these statements give a tiltak, and the latest of those that give one.

    The status is a word of `vocabulary.STATUSORD`: «ikke-rapportert» when none gives one, «uenig» when the latest do
    not agree.
    """
    claims = [punkt for punkt in punkter if punkt.data.status]
    if not claims:
        return IKKE_RAPPORTERT, None
    last = max(map(_ends, claims))
    claims = sorted((one for one in claims if _ends(one) == last), key=_published, reverse=True)
    first = claims[0]
    if all(one.data.status == first.data.status or _gives_way(one, first) for one in claims):
        return first.data.status or "", first
    return UENIG, first


def _gives_way(earlier: Punkt, later: Punkt) -> bool:
    """Return whether a source no longer counts beside one that speaks of a time with the same end."""
    if _published(earlier) >= _published(later):
        return False
    same_time = earlier.rapport.data.gjelder.dager == later.rapport.data.gjelder.dager
    return not same_time or earlier.rapport.utgiver is later.rapport.utgiver


def _ends(punkt: Punkt) -> date:
    dager = punkt.rapport.data.gjelder.dager
    return dager[1] if dager else date.min


def _published(punkt: Punkt) -> date:
    return punkt.rapport.data.utgitt or date.min
