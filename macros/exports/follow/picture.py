"""The status picture as SVG: one square for each tiltak of a plan or a kommune, in groups, with a key.

It stands alone: whoever embeds it shows it with an `<img>`, so it has its own colours for light and dark, no script and no
links. What its squares mean and where they stand is in `views/squares.py`, which the pages share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...register.entities import Kommune, Plan
from ...tools.language import say, spoken
from ...views import squares
from ...views.squares import FARGER, MERKER, SIDE
from ...views.wording.plan_words import whose
from .inert import line, xml
from .site import Nettsted

FILE = "status.svg"
WIDTH = 640
MARGIN, STEP, GAP = 16, 16, 12
"""From the edge; from one square to the next; more between groups."""
MOST_LABELS = 12
"""With more groups than this they have no labels."""
LONGEST = 70
"""So many letters of a label or a name are shown."""


def name_of(entity: Plan | Kommune) -> str:
    """Return what a picture is called: whose plan it is, and which."""
    return f"{whose(entity)}: {entity.data.tittel}" if isinstance(entity, Plan) else entity.navn


def alt_of(entity: Plan | Kommune) -> str:
    """Return a picture in words, for who does not see it."""
    return f"{line(name_of(entity))}. {squares.i_ord(squares.grupper(entity)) or say('Ingen tiltak')}."


def status_picture(site: Nettsted, entity: Plan | Kommune) -> bytes:
    """Return the status picture of a plan or a kommune."""
    return svg(site, entity)[0].encode()


def drawn(entity: Plan | Kommune) -> bool:
    """Return whether there is a picture of it: whether it has a tiltak."""
    return bool(entity.tiltak)


def size(entity: Plan | Kommune) -> tuple[int, int]:
    """Return the width and the height of the status picture, in pixels."""
    return WIDTH, svg(Nettsted(), entity)[1]


def svg(site: Nettsted, entity: Plan | Kommune) -> tuple[str, int]:
    """Return the status picture and its height."""
    groups = squares.grupper(entity)
    key = squares.nøkkel(groups)
    parts: list[str] = []
    y = MARGIN + 14
    parts.append(f'<text class="n" x="{MARGIN}" y="{y}">{xml(shortened(name_of(entity)))}</text>')
    y += 14
    columns = (WIDTH - 2 * MARGIN) // STEP
    labels = len(groups) <= MOST_LABELS
    for group in groups:
        if labels:
            label = f"{group.navn} ({group.merke})" if group.merke else group.navn
            y += 16
            parts.append(f'<text x="{MARGIN}" y="{y - 4}">{xml(shortened(label))}</text>')
        placed, rows = squares.plassert([group], columns)
        parts += [
            use(one.tiltak.meldt.telles, MARGIN + one.kolonne * STEP, y + one.rad * STEP) for one in placed
        ]
        y += rows * STEP + (0 if labels else GAP)
    y += GAP
    for place, (status, word, count) in enumerate(key):
        x, row = MARGIN + place % 3 * 204, y + place // 3 * 20
        parts.append(f'{use(status, x, row)}<text x="{x + 18}" y="{row + 11}">{xml(word)}: {count}</text>')
    y += -(-len(key) // 3) * 20 + 14
    source = say("Kilde: {nettsted}.", nettsted=line(site.navn))
    square = (
        say("Hver rute er én linje.") if any(one.merke for one in groups) else say("Hver rute er ett tiltak.")
    )
    parts.append(f'<text x="{MARGIN}" y="{y}">{xml(source)} {square}</text>')
    height = y + MARGIN
    used = [status for status, *_ in key]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'role="img" aria-labelledby="t" xml:lang="{spoken()}"><title id="t">{xml(alt_of(entity))}</title>'
        f"<style>{_style(used)}</style><defs>{marks(used)}</defs>"
        f'<rect class="b" width="{WIDTH}" height="{height}"/>{"".join(parts)}</svg>\n'
    ), height


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a text on one line, cut after a word when it is too long."""
    text = line(text)
    if len(text) <= longest:
        return text
    return f"{text[:longest].rpartition(' ')[0] or text[: longest - 1]} …"


def use(status: str, x: float, y: float) -> str:
    """Return a square of a status at a place."""
    return f'<use href="#m{squares.ORDEN.index(status)}" x="{x:g}" y="{y:g}"/>'


def marks(used: Sequence[str], side: float = 12) -> str:
    """Return the squares that a picture uses, for its `<defs>`: a frame and the mark of the status."""
    return "".join(_mark(status, side) for status in used)


def _mark(status: str, side: float) -> str:
    number = squares.ORDEN.index(status)
    mark = f'<path d="{MERKER[status]}" fill-rule="evenodd" stroke="none"/>' if MERKER[status] else ""
    return (
        f'<g id="m{number}" class="c{number}"><g transform="scale({side / SIDE:g})">{mark}'
        '<path d="M.5.5H9.5V9.5H.5Z" fill="none" stroke-width="1"/></g></g>'
    )


def _style(used: Sequence[str]) -> str:
    return (
        "text{font:13px system-ui,'Segoe UI',Roboto,Arial,sans-serif;fill:#16222e}.n{font-weight:700;font-size:16px}"
        f".b{{fill:#fff}}{''.join(colours(used, 0))}"
        f"@media(prefers-color-scheme:dark){{text{{fill:#e8edf2}}.b{{fill:#11181f}}{''.join(colours(used, 1))}}}"
    )


def colours(used: Sequence[str], scheme: int) -> Iterator[str]:
    """Yield the rules that colour the marks; `scheme`: 0 is light, 1 dark."""
    for status in used:
        colour = FARGER[status][scheme]
        yield f".c{squares.ORDEN.index(status)}{{fill:{colour};stroke:{colour}}}"
