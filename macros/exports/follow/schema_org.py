"""What a page is about, in the words of schema.org (JSON-LD), for search engines and assistants.

Every page has its breadcrumbs. A tiltak is a `Quotation`: words that stand in a plan, with who adopted it. Not an `Action` or
a `Project`: those ask for a status, and «ikke rapportert» is none of theirs – `PotentialActionStatus` would say that
nothing has begun, which no source has said. A plan is a `CreativeWork`, the whole of the data a `Dataset`.
"""

from __future__ import annotations

from typing import Any

from ...register.addresses import Entity, address
from ...register.entities import Aktør, Kommune, Plan, Tiltak
from ...tools.language import say
from .inert import json_in_html
from .site import Nettsted

CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
Thing = dict[str, Any]


def script(*things: Thing) -> str:
    """Return things as an element of a page: data, which no browser runs."""
    whole = (
        {"@context": CONTEXT, **things[0]}
        if len(things) == 1
        else {"@context": CONTEXT, "@graph": list(things)}
    )
    return f'<script type="application/ld+json">{json_in_html(whole)}</script>'


def crumbs(site: Nettsted, above: list[tuple[str, str]], name: str) -> Thing:
    """Return the breadcrumbs of a page: the names and addresses of those above, outermost first, and its own name.

    The front page and the list of all of a kind are named where nothing else is above: a trail has at least two steps.
    """
    steps = above[1:] or above or [(say("Forside"), "")]
    items: list[Thing] = [
        {"@type": "ListItem", "position": place, "name": title, "item": site.url(path)}
        for place, (title, path) in enumerate(steps, 1)
    ]
    items.append({"@type": "ListItem", "position": len(steps) + 1, "name": name})
    return {"@type": "BreadcrumbList", "itemListElement": items}


def of_entity(site: Nettsted, entity: Entity) -> list[Thing]:
    """Return what is told of a thing beside its breadcrumbs; nothing of kinds that schema.org has no fitting word for."""
    match entity:
        case Tiltak():
            return [_tiltak(site, entity)]
        case Plan():
            return [_plan(site, entity)]
        case Kommune():
            return [{"@type": "AdministrativeArea", "name": entity.navn, "url": site.url(address(entity))}]
        case Aktør():
            return [{"@type": "Organization", "name": entity.navn, "url": site.url(address(entity))}]
    return []


def _tiltak(site: Nettsted, tiltak: Tiltak) -> Thing:
    """Return a tiltak. `assets/siter.js` makes the citations of reference managers of this, on the page."""
    url = site.url(address(tiltak))
    plan = tiltak.plan
    return {
        "@type": "Quotation",
        "@id": url,
        "name": tiltak.navn,
        "text": tiltak.data.ordlyd,
        "identifier": tiltak.id,
        "inLanguage": plan.data.språk,
        "isPartOf": {
            "@type": "CreativeWork",
            "name": plan.data.tittel,
            "creator": {"@type": "Organization", "name": plan.eier.navn},
            **_decided(plan),
        },
    }


def _plan(site: Nettsted, plan: Plan) -> Thing:
    url = site.url(address(plan))
    found: Thing = {
        "@type": "CreativeWork",
        "@id": url,
        "url": url,
        "name": plan.data.tittel,
        "inLanguage": plan.data.språk,
        "creator": {"@type": "Organization", "name": plan.eier.navn, "url": site.url(address(plan.eier))},
        "spatialCoverage": [
            {"@type": "AdministrativeArea", "name": kommune.navn} for kommune in plan.kommuner
        ],
    }
    return found | _decided(plan)


def _decided(plan: Plan) -> Thing:
    """Return the day a plan was decided, where it is known that it was."""
    return {"datePublished": plan.data.vedtak.dato.isoformat()} if plan.data.vedtak else {}


def dataset(
    site: Nettsted, title: str, description: str, page: str, downloads: list[tuple[str, str, str]]
) -> Thing:
    """Return the whole of the data. `downloads`: the name, the media type and the address of each file."""
    found: Thing = {
        "@type": "Dataset",
        "@id": site.url(page),
        "url": site.url(page),
        "name": title,
        "description": description,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": "nb",
        "spatialCoverage": {"@type": "Country", "name": "Norge"},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "encodingFormat": media,
                "contentUrl": site.url(path),
            }
            for name, media, path in downloads
        ],
    }
    if site.utgiver:
        found["publisher"] = {"@type": "Organization", "name": site.utgiver}
        if site.orgnr:
            found["publisher"]["identifier"] = site.orgnr
    return found
