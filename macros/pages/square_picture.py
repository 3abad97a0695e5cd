"""A small picture of squares, as one SVG: for cards, and for places where each measure is not a link of its own.

Its colours are classes, so that they follow the stylesheet and the reader's scheme; its words stand beside it.
"""

from __future__ import annotations

import re
from collections import Counter

from markupsafe import Markup

from ..views.squares import MERKER, ORDEN, SIDE
from .fragments import css

STEG = SIDE + 3
"""From the left side of a square to that of the next."""
KOLONNER = 20
FLEST = 200
"""Of more measures than this there is no picture: the squares would be too many to be told apart at this size."""


def ruteblikk(antall: Counter[str]) -> Markup:
    """Return the picture of so many measures of each status (a key of `TELLEORD`); empty for none, or too many."""
    total = antall.total()
    if not 0 < total <= FLEST:
        return Markup("")
    paths: list[str] = []
    place = 0
    for status in ORDEN:
        places = [(n % KOLONNER * STEG, n // KOLONNER * STEG) for n in range(place, place + antall[status])]
        place += antall[status]
        if places:
            frames = "".join(f"M{x} {y}h{SIDE}v{SIDE}h-{SIDE}z" for x, y in places)
            marks = "".join(_moved(MERKER[status], x, y) for x, y in places)
            mark = f'<path d="{marks}"/>' if marks else ""
            paths.append(f'<g class="merke--{css(status)}"><path class="ramme-om" d="{frames}"/>{mark}</g>')
    width = min(total, KOLONNER) * STEG
    height = -(-total // KOLONNER) * STEG
    return Markup(
        f'<svg class="ruteblikk" viewBox="-1 -1 {width} {height}" width="{width}" height="{height}" aria-hidden="true">'
        f"{''.join(paths)}</svg>"
    )


def antallsruter(antall: int, planlagt: int) -> Markup:
    """Return the picture of a number: so many filled squares, and open ones up to what was planned."""
    total = max(antall, planlagt)
    if total < 1:
        return Markup("")
    places = [n * STEG for n in range(total)]
    filled = "".join(f"M{x} 0h{SIDE}v{SIDE}h-{SIDE}z" for x in places[:antall])
    frames = "".join(f"M{x} 0h{SIDE}v{SIDE}h-{SIDE}z" for x in places)
    width = total * STEG
    return Markup(
        f'<svg class="ruteblikk" viewBox="-1 -1 {width} {STEG}" width="{width}" height="{STEG}" aria-hidden="true">'
        f'<path class="ramme-om" d="{frames}"/><path d="{filled}"/></svg>'
    )


def _moved(path: str, x: int, y: int) -> str:
    """Return a path of M, L, H, V and Z with all its places moved so far to the right and down."""
    return re.sub(r"([MLHV])?(\d+)(?: (\d+))?", lambda found: _shifted(found, x, y), path)


def _shifted(found: re.Match[str], x: int, y: int) -> str:
    """Return one step of a path moved: H has a place to the right alone, V one down alone."""
    letter, first, second = found[1] or "", int(found[2]), found[3]
    if second is None:
        return f"{letter}{first + (y if letter == 'V' else x)}"
    return f"{letter}{first + x} {int(second) + y}"
