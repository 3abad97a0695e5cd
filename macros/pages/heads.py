"""What stands in the head of one page alone: feeds and calendars of what it is about, its picture, and what it is in
schema.org's words. What all pages share stands in `overrides/main.html`.
"""

from __future__ import annotations

from typing import Any

from ..exports.follow import atom, catalogue, ical, machines, schema_org, share_image
from ..exports.follow.inert import line, xml
from ..exports.follow.issue import Utgivelse
from ..register.addresses import address, breadcrumbs
from ..register.entities import Aktør, Del, Kommune, Plan, Rapport, Tema, Tiltak
from ..statuses.forms import Meldeskjema
from ..tools.language import say, spoken
from ..views.content_events import Emne
from ..views.overdue import Revisjon
from ..views.wording import leads
from .long_lists import Side
from .placeholders import way
from .whole_text import Heltekst

DEFAULT_IMAGE = "assets/deling.png"
DEFAULT_ALT = "Planportalen: kommunenes planer for næringsutvikling, tiltak for tiltak"
SIZE = (1200, 630)


def of_generated(issue: Utgivelse, entity: Any, path: str, title: str) -> str:
    """Return the head of the generated page about an entity, at an address within the site."""
    subject = _subject(entity)
    followed = _followed(issue, subject, path) if subject else [_all_news(issue, path)]
    parts = [*followed, *_picture(issue, _pictured(entity))]
    return "\n".join([*parts, schema_org.script(*_things(issue, entity, title))])


def of_handwritten(issue: Utgivelse, title: str, path: str, above: list[tuple[str, str]]) -> str:
    """Return the head of a page written by hand. `above`: the names and addresses of the pages above it."""
    calendar = [_link("text/calendar", ical.title_of(None), way(path, ical.EVERYTHING))]
    followed = [*(calendar if f"{path}{ical.FILE}" == ical.EVERYTHING else ()), _all_news(issue, path)]
    parts = [*followed, *_picture(issue, None)]
    if path:
        things = [schema_org.crumbs(issue.site, above, title)]
        if path == catalogue.PAGE:
            files = [(one.tittel, one.medietype, one.sti) for one in machines.FILES]
            things.append(schema_org.dataset(issue.site, machines.TITLE, machines.ABOUT, path, files))
        parts.append(schema_org.script(*things))
    return "\n".join(parts)


def _subject(entity: Any) -> list[Emne]:
    """Return what a page's readers may want to follow."""
    match entity:
        case Kommune() | Plan() | Aktør() | Tema():
            return [entity]
        case Tiltak() | Del() | Meldeskjema() | Heltekst():
            return [entity.plan]
        case Revisjon():
            return [entity.hva]
        case Side() if not isinstance(entity.liste.eier, str | Rapport):
            return [entity.liste.eier]
    return []


def _followed(issue: Utgivelse, emner: list[Emne], here: str) -> list[str]:
    """Return links by which a program finds the feed and the calendar of these things, from the page at this address."""
    found = []
    for emne in emner:
        for path, media, title in (
            (atom.path_of(emne), "application/atom+xml", atom.title_of(emne, issue.site)),
            (issue.calendar_path(emne), "text/calendar", ical.title_of(emne)),
        ):
            if path:
                found.append(_link(media, title, way(here, path)))
    return found


def _all_news(issue: Utgivelse, path: str) -> str:
    """Return the link to the feed of everything, for the page at this address, which has none of its own."""
    return _link("application/atom+xml", atom.title_of(None, issue.site), way(path, atom.path_of(None)))


def _link(media: str, title: str, href: str) -> str:
    """Return the element by which a program finds a feed or a calendar."""
    return f'<link rel=alternate type={media} title="{xml(line(title))}" href="{xml(href)}">'


def _pictured(entity: Any) -> Plan | Kommune | None:
    match entity:
        case Kommune() | Plan():
            return entity
        case Tiltak() | Del():
            return entity.plan
    return None


def _picture(issue: Utgivelse, entity: Plan | Kommune | None) -> list[str]:
    """Return what a shared link shows: the squares of a plan or kommune, else the site's own picture."""
    key = spoken(), None if entity is None else id(entity)
    if key not in issue.heads:
        issue.heads[key] = _drawn(issue, entity)
    return issue.heads[key]


def _drawn(issue: Utgivelse, entity: Plan | Kommune | None) -> list[str]:
    owner = issue.picture_owner(entity) if entity is not None else None
    if owner is None:
        path, alt = DEFAULT_IMAGE, say(DEFAULT_ALT)
    else:
        path, alt = f"{address(owner)}{share_image.FILE}", _told(owner)
    width, height = SIZE if owner is None else share_image.SIZE
    return [
        f'<meta property=og:image content="{xml(issue.site.url(path))}">',
        f"<meta property=og:image:width content={width}>",
        f"<meta property=og:image:height content={height}>",
        f'<meta property=og:image:alt content="{xml(alt)}">',
        "<meta name=twitter:card content=summary_large_image>",
    ]


def _told(owner: Plan | Kommune) -> str:
    """Return the picture of a plan or a kommune in words, shortly: they stand on every page of it."""
    return leads.of_kommune(owner) if isinstance(owner, Kommune) else f"{owner.navn}. {leads.of_plan(owner)}"


def _things(issue: Utgivelse, entity: Any, title: str) -> list[schema_org.Thing]:
    site = issue.site
    match entity:
        case Kommune() | Plan() | Del() | Tiltak() | Tema() | Aktør() | Rapport():
            crumbs = schema_org.crumbs(site, breadcrumbs(entity), entity.navn)
            return [crumbs, *schema_org.of_entity(site, entity)]
        case Side():
            return [schema_org.crumbs(site, entity.over, entity.navn)]
        case Meldeskjema(plan=about) | Heltekst(plan=about) | Revisjon(hva=about):
            return [schema_org.crumbs(site, [*breadcrumbs(about), (about.navn, address(about))], title)]
    return [schema_org.crumbs(site, [], title)]
