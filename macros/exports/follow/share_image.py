"""The picture that a shared link shows, for each plan and kommune: its name and its squares, as PNG.

An SVG is drawn and given to resvg, with a font of our own (`fonts/`, a part of DejaVu Sans), so that it needs nothing of the machine and
no network, and the same data give the same bytes with the same version of the library. Without the library, which is
the extra `images`, there are no such pictures, and pages have the site's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ...register.entities import Kommune, Plan
from ...tools.language import say
from ...views import squares
from ...views.squares import Gruppe
from ...views.wording.plan_words import whose
from . import picture
from .inert import line, xml
from .site import Nettsted

FILE = "deling.png"
LIBRARY = "resvg_py"
WIDTH, HEIGHT = 1200, 630
"""What is drawn on."""
ZOOM = 0.5
SIZE = int(WIDTH * ZOOM), int(HEIGHT * ZOOM)
"""What comes out: the least that is shown as a large picture. At full size each costs 33 ms, so 13."""
MARGIN = 60
TOP, BOTTOM = 250, 505
"""Between these the squares stand."""
SIDES = (40, 32, 26, 20, 16, 13, 10, 8, 6, 4, 3)
"""The largest of these by which all squares find room is taken."""
LETTERS = ((50, 30), (40, 38), (32, 48))
"""Sizes of a title's letters, and how many of them find room on a line."""
FONTS = [str(Path(__file__).parent / "fonts" / name) for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")]


@lru_cache(maxsize=1)
def library() -> str:
    """Return the name and the version of the library that draws, which what it draws depends on; empty without it."""
    try:
        return f"{LIBRARY} {version(LIBRARY)}"
    except PackageNotFoundError:
        return ""


def share_image(site: Nettsted, entity: Plan | Kommune) -> bytes:
    """Return the picture of a plan or a kommune. Raises ImportError without the library."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg(site, entity), skip_system_fonts=True, font_files=FONTS, zoom=ZOOM
        )
    )


def svg(site: Nettsted, entity: Plan | Kommune) -> str:
    """Return the picture as SVG, in the light scheme."""
    groups = squares.grupper(entity)
    key = squares.nøkkel(groups)
    used = [status for status, *_ in key]
    over, name = (whose(entity), entity.data.tittel) if isinstance(entity, Plan) else ("", entity.navn)
    side, gap, placed = _fitted(groups)
    step = side + gap
    parts = [
        text(MARGIN, 92, 30, "#4a5a68", picture.shortened(over or say("Næringsutvikling i kommunen"), 60)),
        *title(name, 148),
    ]
    parts += [
        picture.use(one.tiltak.meldt.telles, MARGIN + one.kolonne * step, TOP + one.rad * step + extra)
        for one, extra in placed
    ]
    for place, (status, word, count) in enumerate(key[:8]):
        x, y = MARGIN + place % 4 * 270, 528 + place // 4 * 36
        scaled = f'<g transform="translate({x} {y}) scale({22 / side:g})">{picture.use(status, 0, 0)}</g>'
        parts += [scaled, text(x + 32, y + 19, 20, "#16222e", f"{word}: {count}")]
    parts.append(text(WIDTH - MARGIN, 92, 26, "#0a5a8a", line(site.navn), "end"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="DejaVu Sans">'
        f"<style>{''.join(picture.colours(used, 0))}</style><defs>{picture.marks(used, side)}</defs>"
        f'<path fill="#fff" d="M0 0H{WIDTH}V{HEIGHT}H0Z"/><path fill="#0a5a8a" d="M0 0H{WIDTH}V14H0Z"/>{"".join(parts)}</svg>'
    )


def _fitted(groups: Sequence[Gruppe]) -> tuple[int, int, list[tuple[squares.Rute, int]]]:
    """Return the side of a square, the gap after it, and each square with how far its group is moved down.

    When there are too many even for the smallest, groups stand together, and at last the rest is left out.
    """
    for side in SIDES:
        gap = max(1, side // 5)
        columns = (WIDTH - 2 * MARGIN) // (side + gap)
        between = max(2, side // 3)
        placed, rows = squares.plassert(groups, columns)
        height = rows * (side + gap) + (len(groups) - 1) * between
        if height <= BOTTOM - TOP:
            of = {id(one): number for number, group in enumerate(groups) for one in group.tiltak}
            return side, gap, [(one, of[id(one.tiltak)] * between) for one in placed]
    together = Gruppe("", None, tuple(squares.ordnet(one for group in groups for one in group.tiltak)))
    placed, _ = squares.plassert([together], columns)
    return side, gap, [(one, 0) for one in placed if (one.rad + 1) * (side + gap) <= BOTTOM - TOP]


def title(name: str, y: int) -> list[str]:
    """Return a name in one or two lines, in letters so large that it finds room."""
    name = line(name)
    font, lines = next(
        ((font, lines) for font, longest in LETTERS if len(lines := wrapped(name, longest)) <= 2),
        (LETTERS[-1][0], wrapped(name, LETTERS[-1][1])),
    )
    step = font + 8
    first = y + (0 if len(lines) > 1 else step // 3)
    return [
        text(MARGIN, first + number * step, font, "#16222e", one, weight="bold")
        for number, one in enumerate(lines[:2])
    ]


def wrapped(name: str, longest: int) -> list[str]:
    """Return a name in lines of at most so many letters, a word that is longer cut; the second of many ends with «…»."""
    lines = [""]
    for word in name.split():
        word = word[:longest]
        if lines[-1] and len(lines[-1]) + 1 + len(word) > longest:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > 2:
        lines[1] = f"{lines[1][: longest - 2]} …"
    return lines


def text(
    x: int, y: int, font: int, colour: str, said: str, anchor: str = "start", weight: str = "normal"
) -> str:
    """Return a line of text at a place."""
    return (
        f'<text x="{x}" y="{y}" font-size="{font}" font-weight="{weight}" text-anchor="{anchor}" '
        f'fill="{colour}" stroke="none">{xml(said)}</text>'
    )
