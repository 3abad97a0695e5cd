"""What a page leaves open until it is known where it stands and which day it is.

A body links by way of the site's root and says which day it was made. Both are written as slots, so that a body
depends on what it is about alone: the same text serves every place it stands in, and can be kept from one night to
the next. A slot is a control character, which no data file may hold.
"""

from __future__ import annotations

import re
from datetime import date

from ..format.frist import dato
from ..views.measure_line import place

ROT = "\x02"
"""The way from the page to the site's root."""
DAG = "\x03"
"""The day the page is made, as it is written."""
PLASS = "\x0e"
"""Around the first and the last year of a time line: where the day stands on it, in per cent."""
_PLASS = re.compile(rb"\x0e(\d+) (\d+)\x0e")


def place_of_day(first: int, last: int) -> str:
    """Return the slot for the place of the day on a time line from the first of these years to the end of the last."""
    return f"{PLASS}{first} {last}{PLASS}"


def fill(html: bytes, here: str, idag: date) -> bytes:
    """Return the HTML as it stands on the page at the address `here`, made on that day. Bytes are filled fastest."""
    return dated(placed(html, here), idag)


def placed(html: bytes, here: str) -> bytes:
    """Return the HTML as it stands on the page at the address `here`, whatever the day."""
    folders = here.split("/")[:-1]
    # By the shortest way: to a sibling `../1.2/` and not by way of the root, which a page does some twenty times.
    for depth in range(len(folders), 0, -1):
        way = "../" * (len(folders) - depth) or "./"
        html = html.replace(f"{ROT}{'/'.join(folders[:depth])}/".encode(), way.encode())
    return html.replace(ROT.encode(), root(here).encode())


def dated(html: bytes, idag: date) -> bytes:
    """Return the HTML as it is made on that day."""
    html = html.replace(DAG.encode(), dato(idag).encode())
    return _PLASS.sub(lambda found: str(place(int(found[1]), int(found[2]), idag)).encode(), html)


def root(here: str) -> str:
    """Return the way from an address within the site to its root, so that the site works anywhere: `../../`."""
    return "../" * here.count("/") or "./"


def way(here: str, there: str) -> str:
    """Return the shortest way from a page to another address within the site, as `placed` makes it."""
    return placed(f"{ROT}{there}".encode(), here).decode()
