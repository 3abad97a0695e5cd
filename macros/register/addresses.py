"""Where everything is: the address of each thing in the register.

An address once published is kept (see the design of `videresendinger`), so this is the only place that makes one.
"""

from __future__ import annotations

from ..format.kinds import Slag
from ..format.paths import anchor_of, list_of, page_of
from ..tools.language import say
from .entities import Aktør, Del, Kommune, Plan, Punkt, Rapport, Tema, Tiltak

Entity = Kommune | Plan | Del | Tiltak | Tema | Aktør | Rapport | Punkt


def address(entity: Entity) -> str:
    """Return the address of an entity within the site, without a leading slash: `planer/x/tiltak/1.1.3/`, or `…/#punkt`."""
    match entity:
        case Kommune():
            return page_of("kommune", entity.id)
        case Plan():
            return page_of("plan", entity.id)
        case Tiltak():
            return page_of("tiltak", entity.plan.id, entity.nr)
        case Tema():
            return page_of("tema", entity.id)
        case Aktør():
            return page_of("aktør", entity.id)
        case Rapport():
            return page_of("rapport", entity.id)
        case Punkt():
            return f"{_page_of(entity)}#{entity.data.id}"
        case Del():
            return _part(entity)


PUNKTER_PER_SIDE = 60
"""From one more statement than this a report is divided into pages (see `long_lists.py`)."""


def _page_of(punkt: Punkt) -> str:
    """Return the address of the page that a statement stands on: its report's, or one of those the report is divided into."""
    page = address(punkt.rapport)
    if len(punkt.rapport.punkter) <= PUNKTER_PER_SIDE:
        return page
    return f"{page}opplysninger/{punkt.plass // PUNKTER_PER_SIDE + 1}/"


def _part(part: Del) -> str:
    """Return the address of a part of a plan: the page of the outermost part around it, and its anchor there."""
    outermost = part
    while outermost.i is not None:
        outermost = outermost.i
    if not part.plan.data.innsatsområder:
        return f"{address(part.plan)}#{anchor(part)}"
    page = page_of("innsatsområde", part.plan.id, str(outermost.nr))
    return page if part is outermost else f"{page}#{anchor(part)}"


def anchor(part: Del) -> str:
    """`del-1.1`; a part without a number is counted within what it stands in: `del-1.1-2`."""
    if part.nr:
        return anchor_of(part.nr)
    siblings = part.i.deler if part.i else part.plan.deler
    place = siblings.index(part) + 1
    return f"{anchor(part.i)}-{place}" if part.i else f"del-{place}"


def breadcrumbs(entity: Entity) -> list[tuple[str, str]]:
    """Return the names and addresses of the pages above an entity's, outermost first."""
    match entity:
        case Kommune():
            return [_list_of("kommune")]
        case Plan(kommuner=[kommune]):
            return [_list_of("kommune"), (kommune.navn, address(kommune))]
        case Plan():
            return [_list_of("plan")]
        case Tiltak():
            return [*_above(entity.plan), *_own(entity.over[0] if entity.område else None)]
        case Del():
            return _above(entity.plan)
        case Tema():
            return [_list_of("tema")]
        case Aktør():
            return [_list_of("aktør")]
        case Rapport():
            return [_list_of("rapport")]
        case Punkt():
            return [*breadcrumbs(entity.rapport), (entity.rapport.navn, address(entity.rapport))]


def _list_of(slag: Slag) -> tuple[str, str]:
    """Return the heading, in the language that is spoken, and the address of the page that lists a kind of thing."""
    heading, path = list_of(slag)
    return say(heading), path


def _above(plan: Plan) -> list[tuple[str, str]]:
    """Return the breadcrumbs of what stands directly in a plan."""
    return [*breadcrumbs(plan), (plan.navn, address(plan))]


def _own(part: Del | None) -> list[tuple[str, str]]:
    """Return the breadcrumb of a part, or nothing without one."""
    return [(part.navn, address(part))] if part else []
