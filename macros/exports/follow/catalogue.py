"""The catalogue that data.norge.no can harvest: what there is, who publishes it and where it is (DCAT-AP-NO, versions 2 and 3).

Publisher and contact are mandatory in both versions, and come from the configuration. Where they are not configured there is no
catalogue: one without them is refused by who harvests it, and one with something invented would be false.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .rdf import Text, Ting, Uri, Value, as_json_ld, as_turtle
from .site import ENHETSREGISTERET, Nettsted

PAGE = "data/"
TURTLE, JSON_LD = "data/katalog.ttl", "data/katalog.jsonld"
EU = "http://publications.europa.eu/resource/authority/"
MEDIA = "https://www.w3.org/ns/iana/media-types/"
"""Where the profile's version 3 has the media types of IANA."""
THEMES = (f"{EU}data-theme/GOVE", f"{EU}data-theme/ECON")
"""Government and economy: what plans of kommuner for næringsutvikling are about."""
THEMES_OF = f"{EU}data-theme"
"""The list that the themes are taken from, which a catalogue of data sets has to name."""
LICENCE = f"{EU}licence/CC_BY_4_0"


@dataclass(frozen=True)
class Distribusjon:
    """A file of the data set, as the catalogue tells of it."""

    navn: str
    """Its last name in the catalogue, «csv»."""
    tittel: str
    om: str
    sti: str
    medietype: str
    """«text/csv»."""
    filtype: str
    """Its name in the European list of file types, «CSV»; empty when it is not there."""


def turtle(site: Nettsted, title: str, about: str, changed: date | None, files: list[Distribusjon]) -> bytes:
    """Return the catalogue as Turtle."""
    return as_turtle(things(site, title, about, changed, files))


def json_ld(site: Nettsted, title: str, about: str, changed: date | None, files: list[Distribusjon]) -> bytes:
    """Return the catalogue as JSON-LD."""
    return as_json_ld(things(site, title, about, changed, files))


def things(
    site: Nettsted, title: str, about: str, changed: date | None, files: list[Distribusjon]
) -> list[Ting]:
    """Return the catalogue, its data set and files, publisher and contact.

    `changed`: the last day something in the data changed. Raises ValueError where publisher or contact is not configured.
    """
    if not site.har_katalog:
        raise ValueError("no catalogue without publisher and contact")
    here = site.url(PAGE)
    catalogue, dataset, contact = f"{here}#katalog", f"{here}#datasett", f"{here}#kontakt"
    publisher = f"{ENHETSREGISTERET}{site.orgnr}"
    shared: list[tuple[str, Value]] = [
        ("dct:publisher", Uri(publisher)),
        ("dcat:contactPoint", Uri(contact)),
        ("dct:language", Uri(f"{EU}language/NOB")),
        ("dct:language", Uri(f"{EU}language/NNO")),
        *([("dct:modified", changed)] if changed else []),
    ]
    nb = "nb"
    return [
        Ting(
            catalogue,
            "dcat:Catalog",
            (
                ("dct:title", Text(f"{site.navn}: datakatalog", nb)),
                ("dct:description", Text(site.beskrivelse or title, nb)),
                ("dct:identifier", Text(catalogue)),
                *shared,
                ("dct:license", Uri(LICENCE)),
                ("foaf:homepage", Uri(here)),
                ("dcat:themeTaxonomy", Uri(THEMES_OF)),
                ("dcat:dataset", Uri(dataset)),
            ),
        ),
        Ting(
            dataset,
            "dcat:Dataset",
            (
                ("dct:title", Text(title, nb)),
                ("dct:description", Text(about, nb)),
                ("dct:identifier", Text(dataset)),
                *(("dcat:theme", Uri(theme)) for theme in THEMES),
                *shared,
                ("dct:accessRights", Uri(f"{EU}access-right/PUBLIC")),
                ("dcat:landingPage", Uri(here)),
                *(
                    ("dcat:keyword", Text(word, nb))
                    for word in ("næringsutvikling", "kommuneplan", "tiltak", "status")
                ),
                *(("dcat:distribution", Uri(f"{here}#{one.navn}")) for one in files),
            ),
        ),
        *(
            Ting(
                f"{here}#{one.navn}",
                "dcat:Distribution",
                (
                    ("dct:title", Text(one.tittel, nb)),
                    ("dct:description", Text(one.om, nb)),
                    ("dcat:accessURL", Uri(site.url(one.sti))),
                    ("dcat:downloadURL", Uri(site.url(one.sti))),
                    ("dct:license", Uri(LICENCE)),
                    ("dcat:mediaType", Uri(f"{MEDIA}{one.medietype}")),
                    *([("dct:format", Uri(f"{EU}file-type/{one.filtype}"))] if one.filtype else []),
                ),
            )
            for one in files
        ),
        # Version 2 asks what kind of thing these are, and no list in RDF says it of a page or a media type.
        Ting(here, "foaf:Document", (("dct:title", Text(title, nb)),)),
        *(
            Ting(one, "dct:MediaType", ())
            for one in dict.fromkeys(f"{MEDIA}{one.medietype}" for one in files)
        ),
        Ting(
            publisher,
            "foaf:Agent",
            (("foaf:name", Text(site.utgiver, nb)), ("dct:identifier", Text(site.orgnr))),
        ),
        Ting(
            contact,
            # Version 2 asks for the class itself, version 3 for one of those below it.
            "vcard:Organization, vcard:Kind",
            (("vcard:fn", Text(site.utgiver, nb)), ("vcard:hasEmail", Uri(f"mailto:{site.kontakt}"))),
        ),
    ]
