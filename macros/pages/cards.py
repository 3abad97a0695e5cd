"""A tiltak as a card for other people's pages: how much of it there is room for."""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from ..exports.follow import picture
from ..exports.follow.inert import clean, xml
from ..exports.follow.picture import shortened
from ..register.addresses import address
from ..register.entities import Kommune, Plan, Tiltak
from ..tools.language import spoken
from ..views.squares import MERKER
from ..views.wording.plan_words import whose
from .placeholders import root

LARGEST = 4096
"""So many bytes a card may have at most."""
WORDING = 1500
"""So many bytes of HTML there is room for of the wording; the rest of the card takes less than what is left."""
NAME = 100
"""So many letters are shown of any name."""


def path(tiltak: Tiltak) -> str:
    """Return the address of the card."""
    return f"{address(tiltak)}kort/"


def values(tiltak: Tiltak, base: str, site: str, most: int) -> dict[str, Any]:
    """Return what the template of a card is called with; `site`: its name. `most`: the bytes of HTML that the wording may take."""
    return {
        "t": tiltak,
        "rot": root(path(tiltak)),
        "kanonisk": base + address(tiltak),
        "navn": shortened(tiltak.navn, NAME),
        "nettstedet": shortened(site, NAME),
        "hvem": shortened(whose(tiltak.plan), NAME),
        "plantittel": shortened(tiltak.plan.data.tittel, NAME),
        "rapport": shortened(tiltak.statuspunkt.rapport.navn, NAME) if tiltak.statuspunkt else "",
        "ordlyd": excerpt(tiltak.data.ordlyd, most),
        "språket": spoken(),
        "merke": MERKER[tiltak.meldt.telles],
    }


def picture_code(base: str, entity: Plan | Kommune) -> str:
    """Return the HTML by which somebody shows the status picture on a page of their own; empty when there is none."""
    if not picture.drawn(entity):
        return ""
    page, alt = xml(base + address(entity)), xml(picture.alt_of(entity))
    width, height = picture.size(entity)
    image = f'<img src="{page}{picture.FILE}" alt="{alt}" width="{width}" height="{height}" loading="lazy">'
    return f'<a href="{page}">{image}</a>'


def excerpt(text: str, most: int) -> tuple[str, bool]:
    """Return as much of a text as takes so many bytes as HTML, whole words of it, and whether something is left out."""
    text, used = clean(text), 0
    if len(str(escape(text)).encode()) <= most:
        return text, False
    for place, sign in enumerate(text):
        used += len(str(escape(sign)).encode())
        if used > most:
            return text[:place].rpartition(" ")[0] or text[:place], True
    return text, False
