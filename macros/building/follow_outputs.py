"""The files by which others follow the site, show it on their own pages, find it and share it: entries of `outputs.py`.

What is in them is made in `exports/`, the card in `pages/cards.py`. None of them follows from the day or from when it is made: the same
data give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..exports.follow import catalogue, machines, picture, share_image
from ..exports.follow.issue import Strøm
from ..pages import cards
from ..pages.render import Renderer
from ..register.addresses import address
from ..register.entities import Kommune, Plan, Register, Tiltak
from .output import Output
from .page_digests import PageDigests


def _drawn(kind: type[Plan] | type[Kommune], field: str) -> list[Output]:
    """Return the outputs of the pictures of plans or of kommuner."""

    def with_squares(renderer: Renderer) -> Iterator[Any]:
        return filter(picture.drawn, getattr(renderer.register, field).values())

    return [
        Output(
            f"status-svg-{field}",
            kind,
            of=with_squares,
            path=lambda entity: address(entity) + picture.FILE,
            body=lambda renderer, entity: picture.status_picture(renderer.utgivelse.site, entity),
            depends_on=PageDigests.of_squares,
        ),
        Output(
            f"deling-png-{field}",
            kind,
            of=lambda renderer: (one for one in renderer.utgivelse.pictured() if type(one) is kind),
            path=lambda entity: address(entity) + share_image.FILE,
            body=lambda renderer, entity: share_image.share_image(renderer.utgivelse.site, entity),
            depends_on=_drawn_by,
        ),
    ]


def _drawn_by(digests: PageDigests, entity: Plan | Kommune) -> Iterator[Any]:
    yield share_image.library()
    yield from digests.of_squares(entity)


def _told(name: str, path: str, make: Callable[[Renderer], bytes], *, catalogued: bool = False) -> Output:
    """Return the output of one small file about the whole; `catalogued`: only where a catalogue can be made."""
    return Output(
        name,
        Register,
        of=lambda renderer: (
            [renderer.register] if renderer.utgivelse.site.har_katalog or not catalogued else ()
        ),
        path=lambda register: path,
        body=lambda renderer, register: make(renderer),
        depends_on=PageDigests.of_all_data,
        stored=False,
    )


def _calendars(name: str, *, of_tema: bool) -> Output:
    """Return the output of the calendars of a tema in a kommune, or of all others."""
    return Output(
        name,
        Strøm,
        of=lambda renderer: (
            one for one in renderer.utgivelse.calendars if (one.tema is not None) is of_tema
        ),
        path=lambda stream: stream.sti,
        body=lambda renderer, stream: renderer.utgivelse.calendar(stream),
        depends_on=PageDigests.of_all_data,
        stored=False,
    )


FOLLOW: tuple[Output, ...] = (
    *_drawn(Plan, "planer"),
    *_drawn(Kommune, "kommuner"),
    # As quickly made as looked up.
    _calendars("kalender", of_tema=False),
    _calendars("kalender-tema", of_tema=True),
    Output(
        "atom",
        Strøm,
        of=lambda renderer: renderer.utgivelse.feeds(),
        path=lambda stream: stream.sti,
        body=lambda renderer, stream: renderer.utgivelse.feed(stream),
        depends_on=PageDigests.of_all_data,
        stored=False,
    ),
    # No page to MkDocs: it has no frame, and no list, sitemap or search has it.
    Output(
        "kort",
        Tiltak,
        of=lambda renderer: renderer.register.tiltak.values(),
        path=lambda tiltak: f"{cards.path(tiltak)}index.html",
        body=lambda renderer, tiltak: renderer.card(tiltak).encode(),
        depends_on=PageDigests.of_card,
    ),
    _told(
        "katalog-turtle",
        catalogue.TURTLE,
        lambda renderer: machines.turtle(renderer.utgivelse),
        catalogued=True,
    ),
    _told(
        "katalog-json-ld",
        catalogue.JSON_LD,
        lambda renderer: machines.json_ld(renderer.utgivelse),
        catalogued=True,
    ),
    _told("robots", machines.ROBOTS, lambda renderer: machines.robots(renderer.utgivelse)),
    _told("llms", machines.LLMS, lambda renderer: machines.llms(renderer.utgivelse)),
)
"""The largest first, as several processes write them in this order."""
