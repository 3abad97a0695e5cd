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
MANDATORY = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ; sh:targetClass dcat:Catalog, dcat:Dataset ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:datatype rdf:langString ; sh:uniqueLang true ],
    [ sh:path dct:description ; sh:minCount 1 ; sh:datatype rdf:langString ; sh:uniqueLang true ],
    [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ; sh:nodeKind sh:IRI ],
    [ sh:path dcat:contactPoint ; sh:minCount 1 ; sh:class vcard:Organization ],
    [ sh:path dct:identifier ; sh:minCount 1 ; sh:nodeKind sh:Literal ],
    [ sh:path dct:modified ; sh:maxCount 1 ; sh:datatype xsd:date ] .
[] a sh:NodeShape ; sh:targetClass dcat:Catalog ; sh:property [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] .
[] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dcat:theme ; sh:minCount 1 ; sh:nodeKind sh:IRI ;
      sh:pattern "^http://publications.europa.eu/resource/authority/data-theme/" ],
    [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] .
[] a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ],
    [ sh:path dct:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ],
    [ sh:path dct:format ; sh:maxCount 1 ; sh:nodeKind sh:IRI ], [ sh:path dcat:mediaType ; sh:maxCount 1 ] .
[] a sh:NodeShape ; sh:targetClass foaf:Agent ;
  sh:property [ sh:path foaf:name ; sh:minCount 1 ], [ sh:path dct:identifier ; sh:minCount 1 ; sh:maxCount 1 ] .
[] a sh:NodeShape ; sh:targetClass vcard:Organization ;
  sh:property [ sh:path vcard:fn ; sh:minCount 1 ], [ sh:path vcard:hasEmail ; sh:minCount 1 ; sh:nodeKind sh:IRI ] .
"""
"""The mandatory properties of versions 2 and 3 with the kinds of value that the published shapes ask for, in our own
words: the shapes themselves are in no registry."""


@pytest.fixture(scope="module")
def issue(register: Register) -> Utgivelse:
    return Utgivelse(SITE, register)


def test_the_catalogue_has_what_both_versions_demand(issue: Utgivelse) -> None:
    graph = rdflib.Graph().parse(data=machines.turtle(issue), format="turtle")
    shapes = rdflib.Graph().parse(data=MANDATORY, format="turtle")
    conforms, _, said = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, said
    publisher = "https://data.brreg.no/enhetsregisteret/api/enheter/974760673"
    assert publisher in {str(one) for one in graph.objects(predicate=rdflib.DCTERMS.publisher)}
    assert isomorphic(graph, rdflib.Graph().parse(data=machines.json_ld(issue), format="json-ld"))
    for lacking in ("dct:publisher", "dcat:contactPoint", "dcat:accessURL", "dcat:theme", "foaf:name"):
        turtle = machines.turtle(issue).decode().replace(f"    {lacking} ", "    foaf:nothing ")
        broken = rdflib.Graph().parse(data=turtle, format="turtle")
        assert not pyshacl.validate(broken, shacl_graph=shapes)[0], lacking


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
