"""What a very large site leaves out, so that it finds room where it is published: GitHub Pages takes 1 GB.

A measure takes some thirty kB with all that is made of it, so this begins at some 26,000 of them. What gives way first is what
can be had in another way: a card from the page of the measure, the measures of one plan from those of all. How large a site
gets is reckoned from its number of measures: what it leaves out must be known before the first page offers it.

What it became is counted when all is written, and told when it is more than there is room for: texts may be longer here
than where that was measured.
"""

from __future__ import annotations

from pathlib import Path

EACH = 32_500
"""Bytes that a measure takes on a whole site, but for addresses (`python -m benchmarks run --measures 30000`)."""
ADDRESSES = 41
"""So many times a measure's part of the site says the site's own address."""
GIVES_WAY = {
    "kort": (1_250, "kortene"),
    "plan-csv": (950, "CSV for hver plan"),
    "kommune-csv": (950, "CSV for hver kommune"),
    "kalender-tema": (450, "kalenderne for ett tema i en kommune"),
}
"""The outputs that give way, the first first: the bytes that a measure takes in each, and what readers are told it is.

The card and the CSV of a plan are what was agreed on; the other two follow where that is not enough.
"""


def room_of(setting: object) -> int:
    """Return the MB that the site may take, from the setting `plass`. Raises ValueError, in Norwegian, for anything but a number."""
    text = str(setting).strip()
    if not text.isdecimal():
        raise ValueError(
            f"«plass» er «{text}». Skriv hvor mange MB nettstedet kan ta, som 900, eller 0 når det ikke er noen grense."
        )
    return int(text)


def left_out(measures: int, base: str, room: int) -> frozenset[str]:
    """Return the names of the outputs that a site with so many measures, at the address `base`, leaves out.

    `room`: the MB that it may take; 0 when there is no limit.
    """
    each, found = EACH + ADDRESSES * len(base), []
    for name, (size, _) in GIVES_WAY.items():
        if not room or measures * each <= room * 1_000_000:
            break
        found.append(name)
        each -= size
    return frozenset(found)


def over(folder: Path, room: int) -> str:
    """Return that a site takes more than `room` MB, for whoever publishes it; empty when it does not, or there is no limit."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1_000_000 if room else 0
    if size <= room:
        return ""
    return (
        f"Nettstedet tar {size:.0f} MB, og det er satt av {room} («plass» i mkdocs.yml). GitHub Pages tar høyst 1000. "
        "Legg det et sted med mer plass, eller del det i flere nettsteder."
    )
