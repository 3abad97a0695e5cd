"""What a page leaves open until it is known where it stands and which day it is.

A body links by way of the site's root and says which day it was made. Both are written as slots, so that a body
depends on what it is about alone: the same text serves every place it stands in, and can be kept from one night to
the next. A slot is a control character, which no data file may hold.
"""

from __future__ import annotations

from datetime import date

from ..format.frist import dato

ROT = "\x02"
"""The way from the page to the site's root."""
DAG = "\x03"
"""The day the page is made, as it is written."""


def fill(html: bytes, here: str, idag: date) -> bytes:
    """Return the HTML as it stands on the page at the address `here`, made on that day. Bytes are filled fastest."""
    return dated(placed(html, here), idag)


def placed(html: bytes, here: str) -> bytes:
    """Return the HTML as it stands on the page at the address `here`, whatever the day."""
    return html.replace(ROT.encode(), root(here).encode())


def dated(html: bytes, idag: date) -> bytes:
    """Return the HTML as it is made on that day."""
    return html.replace(DAG.encode(), dato(idag).encode())


def root(here: str) -> str:
    """Return the way from an address within the site to its root, so that the site works anywhere: `../../`."""
    return "../" * here.count("/") or "./"
