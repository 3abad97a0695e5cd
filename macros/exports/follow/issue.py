"""The register as it is issued to those who follow it or show it elsewhere: its events, calendars and pictures.

One object for each build, made when first asked for; `building/follow_outputs.py` says which files there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ...register.entities import Kommune, Plan, Register, Tema
from ...views.content_events import Emne, Nyheter
from . import atom, ical, picture, share_image
from .ical import Kalendere
from .site import Nettsted


@dataclass(frozen=True, eq=False)
class Strøm:
    """A feed or a calendar: what it is about, and where it is."""

    emne: Emne | None
    """None: everything."""
    sti: str
    tema: Tema | None = None
    """Of the emne, which is a kommune, this tema only."""


@dataclass(eq=False, repr=False)
class Utgivelse:
    """The register as it is issued by one site."""

    site: Nettsted
    register: Register
    bilder: bool = True
    """Whether share images are made, where the library that draws them is installed."""

    heads: dict[tuple[str, int | None], list[str]] = field(default_factory=dict)
    """What `pages/heads.py` says of the picture of each plan and kommune in each language; pages of a plan share it."""

    entries: dict[tuple[str, str], str] = field(default_factory=dict)
    """The entries of feeds that are made already, by language and the ids of their events."""

    @cached_property
    def nyheter(self) -> Nyheter:
        """Return what has happened in the content."""
        return Nyheter(self.register)

    @cached_property
    def kalendere(self) -> Kalendere:
        """Return the calendars."""
        return Kalendere(self.site, self.register)

    def emner(self) -> Iterator[Emne]:
        """Yield all that can be followed, in the order of the register."""
        yield from self.register.kommuner.values()
        yield from self.register.planer.values()
        yield from self.register.aktører.values()
        yield from self.register.temaer.values()

    def feeds(self) -> Iterator[Strøm]:
        """Yield the feeds there are: of everything, and of all that can be followed."""
        yield Strøm(None, atom.EVERYTHING)
        yield from (Strøm(one, atom.path_of(one)) for one in self.emner())

    @cached_property
    def calendars(self) -> list[Strøm]:
        """Return the calendars there are."""
        return [Strøm(emne, ical.path_of(emne, tema), tema) for emne, tema in self.kalendere.follows()]

    @cached_property
    def _with_days(self) -> dict[int | None, str]:
        return {_key(one.emne): one.sti for one in self.calendars if one.tema is None}

    def calendar_path(self, emne: Emne | None) -> str:
        """Return the address of the calendar of something; empty when it has no day."""
        return self._with_days.get(_key(emne), "")

    def feed(self, stream: Strøm) -> bytes:
        """Return a feed."""
        return atom.feed(self.site, stream.emne, self.nyheter.om(stream.emne), self.entries)

    def calendar(self, stream: Strøm) -> bytes:
        """Return a calendar."""
        return self.kalendere.calendar(stream.emne, stream.tema)

    @cached_property
    def tegner(self) -> str:
        """Return the name and version of what draws share images; empty when none are made."""
        return share_image.library() if self.bilder else ""

    def picture_owner(self, entity: Plan | Kommune) -> Plan | Kommune | None:
        """Return whose share image the page of an entity shows: that of its only plan for a kommune that has one plan
        of its own, as its squares are the same; None when there is nothing to draw, or none are made.
        """
        if isinstance(entity, Kommune) and len(entity.planer) == 1 and entity.planer[0].kommuner == [entity]:
            entity = entity.planer[0]
        return entity if self.tegner and picture.drawn(entity) else None

    def pictured(self) -> Iterator[Plan | Kommune]:
        """Yield what has a share image of its own, where they can be drawn."""
        entities: list[Plan | Kommune] = [*self.register.planer.values(), *self.register.kommuner.values()]
        return (one for one in entities if self.picture_owner(one) is one)


def _key(emne: Emne | None) -> int | None:
    return None if emne is None else id(emne)
