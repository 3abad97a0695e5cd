"""The picture that a shared link shows, for each plan and kommune: its name and its squares, as PNG.

Pillow draws it, with a font of our own (`fonts/`, a part of DejaVu Sans), so that it needs nothing of the machine and no
network, and the same data give the same bytes with the same version of the library. An SVG given to a renderer takes four
times as long, most of it for the letters. Without the library, which is the extra `images`, there are no such pictures, and
pages have the site's own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from ...register.entities import Kommune, Plan
from ...tools.language import say
from ...views import squares
from ...views.squares import FARGER, MERKER, Gruppe
from ...views.squares import SIDE as UNITS
from ...views.wording.plan_words import whose
from . import picture
from .inert import line
from .site import Nettsted

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

FILE = "deling.png"
LIBRARY = "pillow"
SIZE = WIDTH, HEIGHT = 600, 315
"""The least that is shown as a large picture."""
MARGIN = 30
TOP, BOTTOM = 125, 252
"""Between these the squares stand."""
SIDES = (20, 16, 13, 10, 8, 6, 5, 4, 3, 2)
"""The largest of these by which all squares find room is taken."""
KEY_SIDE = 11
"""Of a square in the key."""
LETTERS = ((25, 30), (20, 38), (16, 48))
"""Sizes of a title's letters, and how many of them find room on a line."""
FONTS = Path(__file__).parent / "fonts"
INK, MUTED, LINK = "#16222e", "#4a5a68", "#0a5a8a"
SHADES = 6
"""So many steps there are from white to each colour, at the edges of letters and marks: with few colours in all, a
picture is a third of the bytes."""
SMOOTH = 8
"""So many times as large a mark is drawn, before it is made smaller with soft edges."""


@lru_cache(maxsize=1)
def library() -> str:
    """Return the name and the version of the library that draws, which what it draws depends on; empty without it."""
    try:
        return f"{LIBRARY} {version(LIBRARY)}"
    except PackageNotFoundError:
        return ""


def share_image(site: Nettsted, entity: Plan | Kommune) -> bytes:
    """Return the picture of a plan or a kommune, in the light scheme. Raises ImportError without the library."""
    from PIL import Image, ImageDraw

    groups = squares.grupper(entity)
    canvas = Image.new("RGB", SIZE, "#fff")
    draw = ImageDraw.Draw(canvas)
    draw.rectangle((0, 0, WIDTH, 6), fill=LINK)
    over, name = (whose(entity), entity.data.tittel) if isinstance(entity, Plan) else ("", entity.navn)
    _text(draw, MARGIN, 46, 15, MUTED, picture.shortened(over or say("Næringsutvikling i kommunen"), 60))
    _text(draw, WIDTH - MARGIN, 46, 13, LINK, line(site.navn), anchor="rs")
    _title(draw, name)
    side, gap, placed = _fitted(groups)
    for one, extra in placed:
        place = MARGIN + one.kolonne * (side + gap), TOP + one.rad * (side + gap) + extra
        _square(canvas, one.tiltak.meldt.telles, place, side)
    for number, (status, word, count) in enumerate(squares.nøkkel(groups)[:8]):
        x, y = MARGIN + number % 4 * 135, 264 + number // 4 * 18
        _square(canvas, status, (x, y), KEY_SIDE)
        _text(draw, x + 16, y + 10, 10, INK, f"{word}: {count}")
    few = canvas.quantize(palette=_palette(), dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", compress_level=6)
    return out.getvalue()


@lru_cache(maxsize=1)
def _palette() -> Image:
    """Return the colours that any picture has, with their shades, as Pillow takes them."""
    from PIL import Image, ImageColor

    colours = [
        ImageColor.getrgb(one)
        for one in dict.fromkeys([INK, MUTED, LINK, *(light for light, _ in FARGER.values())])
    ]
    shades = [
        round(255 - (255 - part) * step / SHADES)
        for colour in colours
        for step in range(1, SHADES + 1)
        for part in colour[:3]
    ]
    found = Image.new("P", (1, 1))
    found.putpalette([255, 255, 255, *shades])
    return found


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


def _square(canvas: Image, status: str, place: tuple[int, int], side: int) -> None:
    """Draw a square of a status at a place."""
    colour = FARGER[status][0]
    frame, mark = _stencils(status, side)
    canvas.paste(colour, place, frame)
    canvas.paste(colour, place, mark)


@lru_cache(maxsize=256)
def _stencils(status: str, side: int) -> tuple[Image, Image]:
    """Return where a square of a status and this size has colour: its frame, and its mark with soft edges."""
    from PIL import Image, ImageChops, ImageDraw

    frame = Image.new("L", (side, side))
    ImageDraw.Draw(frame).rectangle((0, 0, side - 1, side - 1), outline=160 if side < 6 else 255)
    large = side * SMOOTH
    mark = Image.new("L", (large, large))
    for outline in outlines(MERKER[status]):
        one = Image.new("L", (large, large))
        ImageDraw.Draw(one).polygon([(x * large / UNITS, y * large / UNITS) for x, y in outline], fill=255)
        mark = ImageChops.difference(mark, one)  # an outline within another leaves a hole
    return frame, mark.resize((side, side), Image.Resampling.BOX)


def outlines(path: str) -> list[list[tuple[int, int]]]:
    """Return the corners of each closed part of a path of M, L, H, V and Z."""
    found: list[list[tuple[int, int]]] = []
    x = y = 0
    for step, numbers in re.findall(r"([MLHVZ])([\d ]*)", path):
        values = [int(one) for one in numbers.split()]
        match step:
            case "M" | "L":
                x, y = values
            case "H":
                [x] = values
            case "V":
                [y] = values
            case _:
                continue
        if step == "M":
            found.append([])
        found[-1].append((x, y))
    return found


def _title(draw: ImageDraw, name: str) -> None:
    """Draw a name in one or two lines, in letters so large that it finds room."""
    name = line(name)
    size, lines = next(
        ((size, lines) for size, longest in LETTERS if len(lines := wrapped(name, longest)) <= 2),
        (LETTERS[-1][0], wrapped(name, LETTERS[-1][1])),
    )
    step = size + 4
    first = 77 + (0 if len(lines) > 1 else step // 3)
    for number, one in enumerate(lines[:2]):
        _text(draw, MARGIN, first + number * step, size, INK, one, bold=True)


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


@lru_cache(maxsize=16)
def _font(size: int, bold: bool) -> FreeTypeFont:
    """Return our font in a size. The simple layout: the other asks a library that not every machine has."""
    from PIL import ImageFont

    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


def _text(
    draw: ImageDraw,
    x: int,
    y: int,
    size: int,
    colour: str,
    said: str,
    *,
    anchor: str = "ls",
    bold: bool = False,
) -> None:
    """Draw a line of text, with the left end of its base line at a place; with the anchor `rs` its right end."""
    draw.text((x, y), said, fill=colour, font=_font(size, bold), anchor=anchor)
