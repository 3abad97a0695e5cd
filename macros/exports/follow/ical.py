"""Calendars (iCalendar, RFC 5545) of what plans set a day for: deadlines, part-deadlines, milestones, ends of periods.

Each is an event of a whole day. A deadline that names only a year stands on its 31 December with the words «innen utgangen
av». Nothing follows from the day a calendar is made or from what was made before:

- UID is made of the plan, the number of the tiltak, the kind of day, and its place among those of the tiltak.
- SEQUENCE, which rises when an event changes, is the number of corrections and reports that concern it: both are only
  ever added to the data.
- DTSTAMP is the day the newest of these, or the plan, came into the data.

An event says no more than it must, as a day stands in some six calendars: it ends the same day when no end is given.

The library `icalendar` writes an event in 180 µs, this module in a tenth; the tests read with the library what is written
here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ...format import frist
from ...register import history
from ...register.addresses import address
from ...register.entities import Kommune, Plan, Register, Tema
from ...register.ordering import unique
from ...tools.language import say, spoken
from ...views.content_events import Emne
from ...views.timeline import Hendelse, hendelser
from ...views.wording.plan_words import document_word, named, short, whose
from .inert import ics, line
from .site import Nettsted

FILE = "kalender.ics"
EVERYTHING = f"frister/{FILE}"
OCTETS = 75
"""So long a line may be, in octets without its end."""
PERIODS = ("år", "periode")
"""The forms of a deadline that name a year and no day in it, by the table in `format/frist.py`."""


def path_of(emne: Emne | None, tema: Tema | None = None) -> str:
    """Return the address of the calendar of something, of one tema in a kommune, or of everything."""
    if emne is None:
        return EVERYTHING
    return f"{address(emne)}{FILE}" if tema is None else f"{address(emne)}kalender/{tema.id}.ics"


def title_of(emne: Emne | None, tema: Tema | None = None) -> str:
    """Return what a calendar is called in the reader's own program."""
    match emne:
        case None:
            return say("Frister i kommunenes planer")
        case Plan():
            return say("Frister: {hva}", hva=named(emne))
    return say("Frister: {hva}", hva=emne.navn) + (f", {tema.navn.lower()}" if tema else "")


class Kalendere:
    """The calendars of one register. What becomes of a day is kept, as a day stands in several of them."""

    def __init__(self, site: Nettsted, register: Register) -> None:
        """Find the days of every plan; those of replaced plans stand in the calendar of the plan alone."""
        self._site, self._register = site, register
        self._events: dict[tuple[str, int], str] = {}
        self._places: dict[int, int] = {}
        self._of_tiltak: dict[int, list[Hendelse]] = {}
        for day in hendelser(history.plans_of_today(register)):
            if day.tiltak is not None:
                self._of_tiltak.setdefault(id(day.tiltak), []).append(day)

    def om(self, emne: Emne | None, tema: Tema | None = None) -> list[Hendelse]:
        """Return the days of something, in the order of time."""
        match emne:
            case None:
                return hendelser(history.plans_of_today(self._register))
            case Plan():
                return hendelser([emne])
            case Kommune():
                days = hendelser(emne.planer)
                return [one for one in days if tema is None or (one.tiltak and tema in one.tiltak.temaer)]
        found = [day for one in unique(emne.tiltak) for day in self._of_tiltak.get(id(one), ())]
        return sorted(found, key=lambda day: day.dag)

    def temaer_i(self, kommune: Kommune) -> list[Tema]:
        """Return the temaer that a kommune has days of, in the order of the register."""
        used = {tema.id for one in kommune.tiltak if id(one) in self._of_tiltak for tema in one.temaer}
        return [tema for tema in self._register.temaer.values() if tema.id in used]

    def follows(self) -> Iterator[tuple[Emne | None, Tema | None]]:
        """Yield what has a calendar: everything, and each kommune, tema in a kommune, plan and aktør with a day."""
        yield None, None
        register = self._register
        emner: list[Emne] = [
            *register.kommuner.values(),
            *register.planer.values(),
            *register.aktører.values(),
        ]
        for emne in emner:
            if self.om(emne):
                yield emne, None
            if isinstance(emne, Kommune):
                yield from ((emne, tema) for tema in self.temaer_i(emne))

    def calendar(self, emne: Emne | None, tema: Tema | None = None) -> bytes:
        """Return the calendar of something, in the language that is spoken."""
        title = ics(line(title_of(emne, tema)))
        head = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            f"PRODID:-//{ics(line(self._site.navn))}//Frister//{spoken().upper()}",
            "CALSCALE:GREGORIAN",
            f"NAME:{title}",
            f"X-WR-CALNAME:{title}",
            "REFRESH-INTERVAL;VALUE=DURATION:P1D",
            "X-PUBLISHED-TTL:P1D",
        ]
        events = map(self._event, self.om(emne, tema))
        return "".join([*map(_folded, head), *events, "END:VCALENDAR\r\n"]).encode()

    def _event(self, day: Hendelse) -> str:
        """Return the event of one day, which is the same text in each calendar of the same language."""
        key = spoken(), id(day)
        found = self._events.get(key)
        if found is None:
            stamp = f"{_changed(day):%Y%m%d}T000000Z"
            lines = [
                "BEGIN:VEVENT",
                f"UID:{self._uid(day)}@{self._site.navn_på_id}",
                f"DTSTAMP:{stamp}",
                f"SEQUENCE:{_sequence(day)}",
                f"DTSTART;VALUE=DATE:{day.dag:%Y%m%d}",
                f"SUMMARY:{ics(line(_summary(day)))}",
                *(f"DESCRIPTION:{ics(said)}" for said in [" ".join(map(line, _description(day)))] if said),
                f"URL:{self._site.url(address(day.tiltak or day.plan))}",
                *([] if day.plan.vedtatt else ["STATUS:TENTATIVE"]),
                "TRANSP:TRANSPARENT",
                "END:VEVENT",
            ]
            found = self._events[key] = "".join(map(_folded, lines))
        return found

    def _uid(self, day: Hendelse) -> str:
        """Return the id of an event: of a tiltak, the place of a day among those of its kind, as the document has them."""
        if day.tiltak is None:
            return f"{day.plan.id}/planslutt"
        if id(day) not in self._places:
            counts = Counter[tuple[int, str]]()
            for one in day.plan.dager:
                counts[id(one.tiltak), one.slag] += 1
                self._places[id(one)] = counts[id(one.tiltak), one.slag]
        return f"{day.tiltak.id}/{day.slag.lower().replace('æ', 'ae')}-{self._places[id(day)]}"


def _folded(text: str) -> str:
    """Return a line with its end, cut into lines of at most `OCTETS` octets, never within a letter."""
    if len(text) * 4 <= OCTETS or len(text.encode()) <= OCTETS:
        return f"{text}\r\n"
    raw, parts, start, room = text.encode(), [], 0, OCTETS
    while start < len(raw):
        end = min(start + room, len(raw))
        while end < len(raw) and raw[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(raw[start:end].decode())
        start, room = end, OCTETS - 1
    return "\r\n ".join(parts) + "\r\n"


def _sequence(day: Hendelse) -> int:
    reports = len(day.tiltak.punkter) if day.tiltak else 0
    return reports + len(unique([*(day.tiltak.rettelser if day.tiltak else ()), *day.plan.rettelser]))


def _changed(day: Hendelse) -> date:
    """Return the day that something about a day last came into the data."""
    dates = [day.plan.data.registrert, *(one.data.dato for one in day.plan.rettelser)]
    if day.tiltak:
        dates += [one.data.dato for one in day.tiltak.rettelser]
        dates += [punkt.rapport.data.registrert for punkt in day.tiltak.punkter]
    return max(dates)


def only_year(day: Hendelse) -> bool:
    """Return whether the plan names a year and no day in it, so that 31 December is how we read it."""
    if day.tiltak is None or day.slag == "Delfrist":
        return True
    if day.slag == "Frist":
        given, read = day.tiltak.data.frist, day.tiltak.frist
        said = given.innen if given else None
        return isinstance(said, int) if said is not None else bool(read and read.slag in PERIODS)
    goals = (one for one in day.tiltak.data.delmål if one.tekst == day.tekst)
    return any(isinstance(one.innen, int) and frist.som_dato(one.innen) == day.dag for one in goals)


def when(day: Hendelse) -> str:
    """Return by when, in words: «innen utgangen av 2018», «i løpet av 2024», «innen 30. juni 2024»."""
    if day.tiltak and day.slag == "Frist" and day.tiltak.frist and day.tiltak.frist.slag == "sesong":
        return say("i løpet av {år}", år=day.dag.year)
    if only_year(day):
        return say("innen utgangen av {år}", år=day.dag.year)
    return say("innen {dag}", dag=frist.dato(day.dag))


def _summary(day: Hendelse) -> str:
    if day.tiltak is None:
        return say("Planen går ut ved utgangen av {år}: {plan}", år=day.dag.year, plan=named(day.plan))
    name = f"{whose(day.plan)} {day.tiltak.navn}"
    if day.slag == "Frist":
        return f"{say(day.slag)} {when(day)}: {name}"
    # What the plan prints is enough of a name; whose it is and which tiltak, a reader of many calendars must know.
    return f"{say(day.slag)} {when(day)}: {day.tekst} ({whose(day.plan)} {day.tiltak.nr})"


def _description(day: Hendelse) -> Iterator[str]:
    """Yield what is told of a day: what the plan prints, what is reported, and whether it is adopted."""
    plan = day.plan
    if day.tiltak is not None:
        given = day.tiltak.data.frist
        if day.slag == "Frist" and given:
            yield say(
                "I {dokumentet} står det: «{tekst}».", dokumentet=document_word(plan), tekst=given.tekst
            )
        said = day.meldt
        if said is not None and said.status != "ikke-rapportert":
            yield f"Status: {said.navn.lower()}" + (f" ({day.rapportert})." if day.rapportert else ".")
    if not plan.vedtatt:
        yield f"{short(plan)}."
