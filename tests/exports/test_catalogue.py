"""The catalogue has all that DCAT-AP-NO demands, and nothing that is not configured; what programs find first leads on."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.compare import isomorphic

from macros.building.outputs import generated
from macros.exports.follow import catalogue, machines
from macros.exports.follow.issue import Utgivelse
from macros.exports.follow.site import Nettsted, Unusable, is_orgnr, nettsted
from macros.format.vocabulary import STATUSORD
from macros.pages.render import Renderer
from macros.register.entities import Register
from tests.cases import IDAG
from tests.conftest import BASE

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own
SITE = Nettsted(
    BASE, "Planportalen", "Planer", "post@eksempel.no", "Brønnøysundregistrene & «co»", "974760673"
)
PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix eu: <http://publications.europa.eu/resource/authority/> .
"""
SHAPES = {
    2: PREFIXES
    + """
[] a sh:NodeShape ; sh:targetClass dcat:Catalog, dcat:Dataset ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:nodeKind sh:Literal ],
    [ sh:path dct:description ; sh:minCount 1 ; sh:nodeKind sh:Literal ],
    [ sh:path dct:identifier ; sh:minCount 1 ; sh:nodeKind sh:Literal ],
    [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ],
    [ sh:path dct:language ; sh:class dct:LinguisticSystem ],
    [ sh:path dct:modified ; sh:maxCount 1 ; sh:datatype xsd:date ] .
[] a sh:NodeShape ; sh:targetClass dcat:Catalog ;
  sh:property [ sh:path dct:identifier ; sh:maxCount 1 ], [ sh:path dcat:dataset ; sh:class dcat:Dataset ],
    [ sh:path foaf:homepage ; sh:maxCount 1 ; sh:class foaf:Document ],
    [ sh:path dct:license ; sh:maxCount 1 ; sh:class dct:LicenseDocument ],
    [ sh:path dcat:themeTaxonomy ; sh:class skos:ConceptScheme ] .
[] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dcat:contactPoint ; sh:class vcard:Kind ],
    [ sh:path dcat:theme ; sh:minCount 1 ; sh:class skos:Concept ],
    [ sh:path dcat:distribution ; sh:class dcat:Distribution ],
    [ sh:path dcat:keyword ; sh:nodeKind sh:Literal ],
    [ sh:path dct:accessRights ; sh:maxCount 1 ; sh:class dct:RightsStatement ],
    [ sh:path dcat:landingPage ; sh:class foaf:Document ] .
[] a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ],
    [ sh:path dct:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:class dct:LicenseDocument ],
    [ sh:path dct:format ; sh:class dct:MediaTypeOrExtent ],
    [ sh:path dcat:mediaType ; sh:maxCount 1 ; sh:class dct:MediaType ],
    [ sh:path dcat:downloadURL ; sh:nodeKind sh:BlankNodeOrIRI ] .
[] a sh:NodeShape ; sh:targetClass foaf:Agent ; sh:property [ sh:path foaf:name ; sh:minCount 1 ; sh:nodeKind sh:Literal ],
    [ sh:path dct:identifier ; sh:maxCount 1 ; sh:nodeKind sh:Literal ] .
[] a sh:NodeShape ; sh:targetClass foaf:Document ; sh:property [ sh:path dct:title ; sh:nodeKind sh:Literal ] .
""",
    3: PREFIXES
    + """
[] a sh:NodeShape ; sh:targetClass dcat:Catalog, dcat:Dataset ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:datatype rdf:langString ; sh:uniqueLang true ],
    [ sh:path dct:description ; sh:minCount 1 ; sh:datatype rdf:langString ; sh:uniqueLang true ],
    [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:class foaf:Agent ],
    [ sh:path dcat:contactPoint ; sh:minCount 1 ;
      sh:or ([ sh:class vcard:Group ] [ sh:class vcard:Individual ] [ sh:class vcard:Organization ]) ],
    [ sh:path dct:identifier ; sh:nodeKind sh:Literal ],
    [ sh:path dct:language ; sh:nodeKind sh:IRI ; sh:pattern "^http://publications.europa.eu/resource/authority/language" ],
    [ sh:path dct:modified ; sh:maxCount 1 ; sh:datatype xsd:date ] .
[] a sh:NodeShape ; sh:targetClass dcat:Catalog ;
  sh:property [ sh:path dcat:dataset ; sh:nodeKind sh:IRI ], [ sh:path foaf:homepage ; sh:maxCount 1 ; sh:nodeKind sh:IRI ],
    [ sh:path dct:license ; sh:maxCount 1 ; sh:pattern "^http://publications.europa.eu/resource/authority/licence" ],
    [ sh:path dcat:themeTaxonomy ; sh:minCount 1 ; sh:hasValue <http://publications.europa.eu/resource/authority/data-theme> ] .
[] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dcat:theme ; sh:minCount 1 ; sh:nodeKind sh:IRI ;
      sh:in (<http://publications.europa.eu/resource/authority/data-theme/GOVE> <http://publications.europa.eu/resource/authority/data-theme/ECON>) ],
    [ sh:path dcat:distribution ; sh:nodeKind sh:BlankNodeOrIRI ],
    [ sh:path dcat:keyword ; sh:datatype rdf:langString ],
    [ sh:path dct:accessRights ; sh:maxCount 1 ; sh:hasValue <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ],
    [ sh:path dcat:landingPage ; sh:nodeKind sh:IRI ] .
[] a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ],
    [ sh:path dct:title ; sh:datatype rdf:langString ; sh:uniqueLang true ],
    [ sh:path dct:description ; sh:datatype rdf:langString ; sh:uniqueLang true ],
    [ sh:path dct:license ; sh:maxCount 1 ; sh:pattern "^http://publications.europa.eu/resource/authority/licence" ],
    [ sh:path dct:format ; sh:maxCount 1 ; sh:pattern "^http://publications.europa.eu/resource/authority/file-type/" ],
    [ sh:path dcat:mediaType ; sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:pattern "^https://www.w3.org/ns/iana/media-types/" ],
    [ sh:path dcat:downloadURL ; sh:nodeKind sh:IRI ] .
[] a sh:NodeShape ; sh:targetClass foaf:Agent ; sh:property [ sh:path foaf:name ; sh:minCount 1 ; sh:nodeKind sh:Literal ],
    [ sh:path dct:identifier ; sh:maxCount 1 ; sh:nodeKind sh:Literal ] .
[] a sh:NodeShape ; sh:targetClass vcard:Kind, vcard:Organization ;
  sh:property [ sh:path vcard:fn ; sh:minCount 1 ; sh:nodeKind sh:Literal ],
    [ sh:path vcard:hasEmail ; sh:minCount 1 ; sh:nodeKind sh:IRI ] .
""",
}
"""What the profile's published SHACL shapes ask of the classes that the catalogue has, in our own words: version 2 by
`DCAT-AP-NO-shacl_shapes_2.00.ttl` (0.7, 2021-09-02), version 3 by `dcatapno3-core-shapes.ttl` and
`dcatapno3-range-shapes.ttl` (3.000, 2025-01-30, a draft). The draft's pattern for media types, which knows only those of
`application/`, is left for the profile's text: any of IANA's."""

LISTS = (
    PREFIXES
    + """
eu:data-theme a skos:ConceptScheme .
<http://publications.europa.eu/resource/authority/data-theme/GOVE> a skos:Concept .
<http://publications.europa.eu/resource/authority/data-theme/ECON> a skos:Concept .
<http://publications.europa.eu/resource/authority/language/NOB> a dct:LinguisticSystem .
<http://publications.europa.eu/resource/authority/language/NNO> a dct:LinguisticSystem .
<http://publications.europa.eu/resource/authority/licence/CC_BY_4_0> a dct:LicenseDocument .
<http://publications.europa.eu/resource/authority/access-right/PUBLIC> a dct:RightsStatement .
<http://publications.europa.eu/resource/authority/file-type/CSV> a dct:MediaTypeOrExtent .
<http://publications.europa.eu/resource/authority/file-type/JSON> a dct:MediaTypeOrExtent .
<http://publications.europa.eu/resource/authority/file-type/ATOM> a dct:MediaTypeOrExtent .
<http://publications.europa.eu/resource/authority/file-type/ICS> a dct:MediaTypeOrExtent .
"""
)
"""What the European lists say of their own words; a harvester has these lists beside what it reads."""


@pytest.fixture(scope="module")
def issue(register: Register) -> Utgivelse:
    return Utgivelse(SITE, register)


def conforms(turtle: str, version: int) -> tuple[bool, str]:
    """Return whether a catalogue is what a version of the profile asks for, and what it lacks."""
    graph = rdflib.Graph().parse(data=turtle, format="turtle").parse(data=LISTS, format="turtle")
    shapes = rdflib.Graph().parse(data=SHAPES[version], format="turtle")
    fits, _, said = pyshacl.validate(graph, shacl_graph=shapes)
    return bool(fits), str(said)


@pytest.mark.parametrize("version", SHAPES)
def test_the_catalogue_is_what_a_version_of_the_profile_asks_for(issue: Utgivelse, version: int) -> None:
    turtle = machines.turtle(issue).decode()
    fits, said = conforms(turtle, version)
    assert fits, said
    mandatory = ["dct:title", "dct:description", "dct:publisher", "dcat:accessURL", "dcat:theme", "foaf:name"]
    mandatory += {2: ["dct:identifier"], 3: ["dcat:contactPoint", "vcard:fn", "vcard:hasEmail"]}[version]
    for lacking in mandatory:
        assert not conforms(turtle.replace(f"    {lacking} ", "    foaf:nothing "), version)[0], lacking


def test_the_catalogue_says_the_same_in_both_formats(issue: Utgivelse) -> None:
    graph = rdflib.Graph().parse(data=machines.turtle(issue), format="turtle")
    publisher = "https://data.brreg.no/enhetsregisteret/api/enheter/974760673"
    assert publisher in {str(one) for one in graph.objects(predicate=rdflib.DCTERMS.publisher)}
    assert isomorphic(graph, rdflib.Graph().parse(data=machines.json_ld(issue), format="json-ld"))


def test_everything_in_the_catalogue_is_a_file_of_the_site(register: Register) -> None:
    paths = {one.path for one in generated(Renderer(register, IDAG, base=BASE, nettsted=SITE))}
    assert {one.sti for one in machines.FILES} <= paths
    assert {catalogue.TURTLE, catalogue.JSON_LD, machines.ROBOTS, machines.LLMS} <= paths


@pytest.mark.parametrize("lacking", ["kontakt", "utgiver", "orgnr"])
def test_without_publisher_and_contact_there_is_no_catalogue(register: Register, lacking: str) -> None:
    said = {"kontakt": SITE.kontakt, "utgiver": SITE.utgiver, "orgnr": SITE.orgnr, lacking: ""}
    site = Nettsted(BASE, **said)
    paths = {one.path for one in generated(Renderer(register, IDAG, base=BASE, nettsted=site))}
    assert not paths & {catalogue.TURTLE, catalogue.JSON_LD}
    with pytest.raises(ValueError, match="publisher and contact"):
        machines.turtle(Utgivelse(site, register))


def test_a_setting_that_cannot_be_right_is_refused() -> None:
    assert is_orgnr("974760673") and not is_orgnr("974760674") and not is_orgnr("12345678x")
    for key, wrong in (
        ("utgiver_orgnr", "974760674"),
        ("utgiver_orgnr", "1"),
        ("navnerom", "planer.example"),
        ("navnerom", "a b,2026"),
    ):
        with pytest.raises(Unusable, match="ventet"):
            nettsted(BASE, "x", "", {key: wrong})
    assert nettsted(None, "x", None, {"utgiver_orgnr": 974760673}).orgnr == "974760673"


def test_an_assistant_is_told_what_not_reported_means(issue: Utgivelse) -> None:
    said = machines.llms(issue).decode()
    assert f"{BASE}data/v1/tiltak.ndjson" in said
    assert "Det betyr ikke at ingenting er gjort" in said
    assert all(word in said and about in said for word, about in STATUSORD.values())
    assert machines.robots(issue).decode().endswith(f"Sitemap: {BASE}sitemap.xml\n")


def test_the_catalogue_is_dated_by_the_data(issue: Utgivelse) -> None:
    assert machines.changed(issue) == max(one.kjent for one in issue.nyheter.alle)
    assert IDAG.isoformat() not in machines.turtle(issue).decode() or machines.changed(issue) == IDAG


def test_the_fonts_come_with_their_licence() -> None:
    folder = Path(catalogue.__file__).parent / "fonts"
    assert "Bitstream Vera" in (folder / "LICENSE").read_text("utf-8")
