"""Hostile text in every field comes out as text in every format: nothing is ended, added or run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from typing import Any

import icalendar
import pytest
import rdflib
from lxml import etree, html
from PIL import Image

from macros.exports.follow import atom, machines, picture, share_image
from macros.exports.follow.issue import Utgivelse
from macros.exports.follow.site import Nettsted
from macros.pages import heads
from macros.pages.cards import LARGEST, picture_code
from macros.pages.render import Renderer
from macros.register.addresses import Entity, address
from macros.register.entities import Register
from tests.cases import IDAG
from tests.conftest import BASE
from tests.exports.hostile import HOSTILE, poisoned

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own
ORGNR = "974760673"
"""The number of Brønnøysundregistrene, as an example of one that is right."""


def issue_of(register: Register, text: str = "Utgiveren") -> Utgivelse:
    return Utgivelse(Nettsted(BASE, text, text, "post@eksempel.no", text, ORGNR), register)


def shape(tree: Any) -> Counter[tuple[str, tuple[str, ...]]]:
    """Return the elements of a document and the names of their attributes, without what they say."""
    return Counter(
        (str(one.tag), tuple(sorted(one.attrib)))
        for one in tree.iter()
        if not isinstance(one, etree._Comment) or pytest.fail("a comment")
    )


def of_atom(issue: Utgivelse) -> object:
    tree = etree.parse(BytesIO(atom.feed(issue.site, None, issue.nyheter.alle)))
    return shape(tree)


def of_calendar(issue: Utgivelse) -> object:
    raw = issue.kalendere.calendar(None)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    found = icalendar.Calendar.from_ical(raw)
    return [(one.name, sorted(one), str(one.get("uid"))) for one in found.walk()]


def of_picture(issue: Utgivelse) -> object:
    return [
        len(list(etree.fromstring(picture.status_picture(issue.site, one)).iter("{*}use")))
        for one in issue.register.planer.values()
    ]


def of_share_image(issue: Utgivelse) -> object:
    found = [share_image.share_image(issue.site, one) for one in issue.register.planer.values()]
    return [(Image.open(BytesIO(raw)).format, Image.open(BytesIO(raw)).size) for raw in found]


def of_heads(issue: Utgivelse) -> object:
    things: list[Entity] = [
        *issue.register.tiltak.values(),
        *issue.register.planer.values(),
        *issue.register.kommuner.values(),
        *issue.register.temaer.values(),
        *issue.register.aktører.values(),
    ]
    found = []
    for one in things:
        tree = html.fromstring(f"<head>{heads.of_generated(issue, one, address(one), 'Tittel')}</head>")
        data = json.loads(tree.xpath("//script")[0].text)
        found.append((shape(tree), [thing["@type"] for thing in data.get("@graph", [data])]))
    return found


def of_cards(issue: Utgivelse) -> object:
    renderer = Renderer(issue.register, IDAG, base=BASE, nettsted=issue.site)
    found = []
    for tiltak in issue.register.tiltak.values():
        card = renderer.card(tiltak)
        assert len(card.encode()) <= LARGEST
        elements = shape(html.fromstring(card))
        elements.pop(("span", ()), None)  # «… mer på siden», when the wording is long
        found.append(elements)
    return found, [shape(html.fromstring(picture_code(BASE, one))) for one in issue.register.planer.values()]


def of_catalogue(issue: Utgivelse) -> object:
    turtle = rdflib.Graph().parse(data=machines.turtle(issue), format="turtle")
    linked = rdflib.Graph().parse(data=machines.json_ld(issue), format="json-ld")
    assert set(turtle) == set(linked)
    return Counter(str(name) for _, name, _ in turtle)


FORMATS: dict[str, Callable[[Utgivelse], object]] = {
    "atom": of_atom,
    "kalender": of_calendar,
    "bilde": of_picture,
    "delingsbilde": of_share_image,
    "hode": of_heads,
    "kort": of_cards,
    "katalog": of_catalogue,
}


@pytest.fixture(scope="module")
def plain() -> dict[str, object]:
    issue = issue_of(poisoned("Vanlig tekst"), "Vanlig tekst")
    return {name: read(issue) for name, read in FORMATS.items()}


@pytest.mark.parametrize("attack", HOSTILE)
def test_hostile_text_changes_nothing_but_the_text(attack: str, plain: dict[str, object]) -> None:
    issue = issue_of(poisoned(HOSTILE[attack]), HOSTILE[attack])
    for name, read in FORMATS.items():
        assert read(issue) == plain[name], name


def test_nothing_that_a_program_finds_first_has_lines_of_its_own() -> None:
    for text in HOSTILE.values():
        issue = issue_of(poisoned(text), text)
        assert machines.robots(issue).count(b"\n") == 4
        assert machines.llms(issue).decode().count("\n# ") == 0
