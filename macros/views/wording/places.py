"""Where in its document a tiltak stands, for whoever quotes it."""

from __future__ import annotations

import re

from ...register.entities import Tiltak

_PAGE = re.compile(r"(?:s\.|side)\s*\d+(?:\s*[-–]\s*\d+)?", re.IGNORECASE)
"""The page that a place begins with: «s. 4» of «s. 4, tabell 2»."""


def place_of(tiltak: Tiltak) -> str:
    """Return where a citation says that the tiltak stands: its own place, else the pages of its cells, else «»."""
    if tiltak.data.sted:
        return tiltak.data.sted
    return ", ".join(dict.fromkeys(_page(place) for place in tiltak.data.steder.values()))


def _page(place: str) -> str:
    """Return the page that a place names first; all of a place that names none."""
    found = _PAGE.match(place)
    return found[0] if found else place
