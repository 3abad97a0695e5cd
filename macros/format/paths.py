"""The addresses that follow from a kind of thing and its ids alone; `register/addresses.py` makes the rest."""

from __future__ import annotations

import re

from .kinds import KINDS, Slag, needs
from .texts import LOVET

LISTS: dict[str, tuple[str, str]] = {
    "kommuner": ("Kommuner", "kommuner/"),
    "planer": ("Planer", "planer/"),
    "innsatsområder": ("Innsatsområder", "innsatsomrader/"),
    "temaer": ("Temaer", "temaer/"),
    "aktører": ("Aktører", "aktorer/"),
    "rapporter": ("Rapporter", "rapporter/"),
    "status": ("Status", "status/"),
    "frister": ("Frister", "frister/"),
    "endringer": ("Hva er nytt", "endringer/"),
    "om": ("Om nettstedet", "om/"),
    "rediger": ("For redaktører", "rediger/"),
}
"""The hand-written pages that others link to: heading and address."""


PAGES: dict[Slag, str] = {slag: kind.side for slag, kind in KINDS.items() if kind.side}
"""The address of each kind of page, with a place for each id."""
needs(
    "LISTS in macros/format/paths.py",
    LISTS,
    (kind.liste for kind in KINDS.values() if kind.side or kind.liste),
)
_PROMISED = [side for side in PAGES.values() if re.match(LOVET, side.replace("{}", "1"))]
needs("LOVET in macros/format/texts.py", _PROMISED, PAGES.values())


def page_of(slag: Slag, *ids: str) -> str:
    """Return the address of the page of a thing: `page_of("tiltak", "lier-2023-2026", "1.1")`.

    `slag` is a key of `PAGES`; `ids` are what its address has places for. Raises KeyError for a kind without a page.
    """
    return PAGES[slag].format(*ids)


def list_of(slag: Slag) -> tuple[str, str]:
    """Return heading and address of the page that lists the things of a kind, and answers for one that is gone.

    Raises KeyError for a kind without one.
    """
    return LISTS[KINDS[slag].liste]


def anchor_of(nr: str) -> str:
    """Return the anchor, on its page, of the part with the number `nr`."""
    return f"del-{nr}"
