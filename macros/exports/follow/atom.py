"""Atom feeds (RFC 4287) of what happens in the content: for everything, and for each kommune, plan, aktør and tema.

Ids are `tag:` URIs made of the data's own ids, so that an entry is the same one whatever its title, text or address
becomes. Days are those of the data, never of the build: an unchanged register gives the same bytes for ever. A day has no time of
day, and stands as midnight UTC, which is the same day in Norway.
"""

from __future__ import annotations

from datetime import date

from ...format.frist import dato
from ...format.model_plan import takes_effect
from ...format.vocabulary import LINJEORD, PLANSTATUSORD
from ...register.addresses import Entity, address
from ...register.entities import Aktør, Kommune, Plan, Punkt, Rapport, Tiltak
from ...views.content_events import Emne, Nyhet
from ...views.wording.decisions import where
from ...views.wording.plan_words import named, whose
from .inert import line, xml
from .site import FIRST_YEAR, Nettsted

FILE = "endringer.atom"
"""What each feed is called, below the page of what it is about."""
EVERYTHING = f"endringer/{FILE}"
MOST = 50
"""So many entries, the newest, stand in a feed. What is older stands on the pages."""
NOTHING = date(FIRST_YEAR, 1, 1)
"""The day of a feed without entries, which must have one."""
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
KINDS = {
    "plan": "Plan lagt inn",
    "vedtak": "Plan vedtatt",
    "erstattet": "Plan erstattet",
    "rapport": "Status rapportert",
    "rettelse": "Rettelse",
}
"""What the kinds of events are called: the category of an entry."""


def path_of(emne: Emne | None) -> str:
    """Return the address of the feed about something, or about everything."""
    return EVERYTHING if emne is None else f"{address(emne)}{FILE}"


def title_of(emne: Emne | None, site: Nettsted) -> str:
    """Return what a feed is called where a reader chooses one."""
    match emne:
        case None:
            return f"{site.navn}: alt som er nytt"
        case Plan():
            return f"{site.navn}: {named(emne)}"
    return f"{site.navn}: {emne.navn}"


def feed(site: Nettsted, emne: Emne | None, events: list[Nyhet], made: dict[str, str] | None = None) -> bytes:
    """Return the feed about something, of its events, newest first.

    `made`: the entries that are made already, by the ids of their events: an event stands in several feeds.
    """
    shown, made = events[:MOST], {} if made is None else made
    for one in shown:
        if one.id not in made:
            made[one.id] = _entry(site, one)
    path = path_of(emne)
    page = site.url("endringer/" if emne is None else address(emne))
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nb">\n',
        f"<id>{xml(site.tag(path))}</id>\n<title>{xml(line(title_of(emne, site)))}</title>\n",
        f"<updated>{_moment(max((one.kjent for one in shown), default=NOTHING))}</updated>\n",
        f'<link rel="self" type="application/atom+xml" href="{xml(site.url(path))}"/>\n',
        f'<link rel="alternate" type="text/html" href="{xml(page)}"/>\n',
        f"<author><name>{xml(line(site.utgiver or site.navn))}</name></author>\n",
        f"<icon>{xml(site.url('assets/merke.svg'))}</icon>\n<rights>CC BY 4.0: {LICENCE}</rights>\n",
        *(made[one.id] for one in shown),
        "</feed>\n",
    ]
    return "".join(parts).encode()


def _entry(site: Nettsted, event: Nyhet) -> str:
    title, where, paragraphs = _told(site, event)
    content = "".join(paragraphs)
    return (
        f"<entry>\n<id>{xml(site.tag(event.id))}</id>\n<title>{xml(line(title))}</title>\n"
        f"<published>{_moment(event.dag)}</published>\n<updated>{_moment(event.kjent)}</updated>\n"
        f'<link rel="alternate" type="text/html" href="{xml(site.url(where))}"/>\n'
        f'<category term="{event.slag}" label="{KINDS[event.slag]}"/>\n'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{content}</div></content>\n</entry>\n'
    )


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _told(site: Nettsted, event: Nyhet) -> tuple[str, str, list[str]]:
    """Return the title of an event, the address it is told of at, and its text as paragraphs of HTML."""
    match event.entity:
        case Plan() as plan:
            title, text = _of_plan(site, event, plan)
            return title, address(plan), text
        case Rapport() as rapport:
            return _of_rapport(site, event, rapport)
    data = event.entity.data
    about = [one for one in event.entity.gjelder if not isinstance(one, Kommune) or one.har_side]
    names = ", ".join(_named(one) for one in event.entity.gjelder[:3])
    more = len(event.entity.gjelder) - 3
    title = f"Rettet: {names}" + (f" og {more} til" if more > 0 else "") if names else "Rettelse"
    return (
        title,
        address(about[0]) if about else "endringer/",
        [
            f"<p>{xml(data.hva)}</p>",
            f"<p>{xml(data.hvorfor)}</p>",
            f"<p>Gjelder {', '.join(_link(site, one) for one in about)}.</p>" if about else "",
        ],
    )


def _of_plan(site: Nettsted, event: Nyhet, plan: Plan) -> tuple[str, list[str]]:
    name = f"{whose(plan)}: {plan.data.tittel}"
    link = _link(site, plan, plan.data.tittel)
    count = f"{len(plan.tiltak)} {plan.data.slag if len(plan.tiltak) == 1 else LINJEORD[plan.data.slag]}"
    match event.slag:
        case "vedtak":
            assert event.vedtak
            vedtak = event.vedtak
            case = f", sak {vedtak.sak}" if vedtak.sak else ""
            said = f"{xml(vedtak.organ + where(vedtak, plan))} vedtok {link} {dato(vedtak.dato)}{xml(case)}."
            return f"Vedtatt: {name}", [
                f"<p>{said}</p>",
                f"<p>Planen har {count}.</p>",
                _replaces(site, plan),
            ]
        case "erstattet":
            assert event.nyere
            since = takes_effect(event.nyere.data)
            when = f" fra {dato(since)}" if since != date.min else ""
            newer = _link(site, event.nyere, event.nyere.data.tittel)
            return f"Erstattet: {name}", [f"<p>{link} er erstattet av {newer}{when}.</p>"]
    state = PLANSTATUSORD[plan.data.planstatus].lower()
    return f"Lagt inn: {name}", [f"<p>{link} er lagt inn, ordrett, med {count}. Planen: {xml(state)}.</p>"]


def _replaces(site: Nettsted, plan: Plan) -> str:
    return f"<p>Den erstatter {_link(site, plan.erstatter)}.</p>" if plan.erstatter else ""


def _of_rapport(site: Nettsted, event: Nyhet, rapport: Rapport) -> tuple[str, str, list[str]]:
    given = [one for one in event.punkter if one.data.status]
    about = f"status for {len(event.tiltak)} tiltak" if given else "ny kilde, uten status"
    title = f"{rapport.data.tittel}: {about}" + (f" i {named(event.plan)}" if event.plan else "")
    text = [
        f"<p>{_link(site, rapport, rapport.data.tittel)}, utgitt av {_link(site, rapport.utgiver)}"
        + (f", om {_link(site, event.plan, event.plan.data.tittel)}" if event.plan else "")
        + ".</p>",
        f"<p>{xml(rapport.data.omtale)}</p>",
        *(f"<p>Forbehold: {xml(one)}</p>" for one in (rapport.data.forbehold,) if one),
    ]
    if event.punkter:
        shown = {id(one) for one in event.tiltak}
        text += ["<ul>", *(_statement(site, one, shown) for one in event.punkter), "</ul>"]
    return title, address(rapport), text


def _statement(site: Nettsted, punkt: Punkt, shown: set[int]) -> str:
    """Return one statement with its status, what it is told of, the source's own words and where they stand."""
    told = [_link(site, one) for one in punkt.tiltak if id(one) in shown] or [_link(site, punkt)]
    data = punkt.data
    status = f"<strong>{xml(punkt.meldt.navn)}</strong>: " if data.status else ""
    quote = f" <q>{xml(data.sitat)}</q>" if data.sitat else ""
    place = f" ({xml(data.sted)})" if data.sted else ""
    return f"<li>{status}{', '.join(told)}. {xml(data.omtale)}{quote}{place}</li>"


def _named(thing: Tiltak | Plan | Rapport | Aktør | Kommune) -> str:
    if isinstance(thing, Tiltak):
        return f"{whose(thing.plan)} {thing.navn}"
    return named(thing) if isinstance(thing, Plan) else thing.navn


def _link(site: Nettsted, thing: Entity, text: str | None = None) -> str:
    name = thing.tittel if isinstance(thing, Punkt) else thing.navn
    return f'<a href="{xml(site.url(address(thing)))}">{xml(text or name)}</a>'
