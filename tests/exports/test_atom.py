"""Feeds: what is told of is what happened in the data, dated by the data, and each entry keeps its id."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import feedparser
import pytest
from lxml import etree

from macros import read_register
from macros.exports.follow import atom
from macros.exports.follow.issue import Utgivelse
from macros.exports.follow.site import Nettsted
from macros.register.addresses import address
from macros.register.entities import Register
from macros.views.content_events import Nyheter
from macros.views.whats_new import endringer
from tests.cases import SAMPLE
from tests.conftest import BASE

NS = "{http://www.w3.org/2005/Atom}"
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:feedparser")


@pytest.fixture(scope="module")
def issue(register: Register) -> Utgivelse:
    return Utgivelse(Nettsted(BASE), register)


def test_every_event_of_the_data_is_in_the_feed_of_everything(issue: Utgivelse, register: Register) -> None:
    feed = feedparser.parse(issue.feed(next(issue.feeds())))
    assert not feed.bozo
    told = {entry.tags[0].term for entry in feed.entries}
    assert told == {"plan", "vedtak", "erstattet", "rapport", "rettelse"}
    assert len(feed.entries) == len(Nyheter(register).alle) >= len(endringer(register))
    text = " ".join(entry.content[0].value for entry in feed.entries)
    for rapport in register.rapporter.values():
        for punkt in rapport.punkter:
            assert not punkt.tiltak or punkt.data.omtale.split("\n")[0][:40] in text


def test_each_feed_is_an_atom_feed_by_its_standard(issue: Utgivelse) -> None:
    for stream in issue.feeds():
        tree = etree.parse(BytesIO(issue.feed(stream))).getroot()
        assert tree.tag == f"{NS}feed"
        for element in (tree, *tree.iter(f"{NS}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(NS + name)) == 1, (stream.sti, name)
            assert re.fullmatch(r"tag:planer\.example,2026:\S+", element.findtext(f"{NS}id") or "")
            moments = [one.text or "" for one in element if one.tag in (f"{NS}updated", f"{NS}published")]
            assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", one) for one in moments)
        assert tree.findtext(f"{NS}author/{NS}name")
        [itself] = [one.get("href") for one in tree.findall(f"{NS}link") if one.get("rel") == "self"]
        assert itself == BASE + stream.sti
        ids = [one.text for one in tree.iter(f"{NS}id")]
        assert len(ids) == len(set(ids))
        days = [one.findtext(f"{NS}updated") or "" for one in tree.iter(f"{NS}entry")]
        assert days == sorted(days, reverse=True)


def test_an_entry_with_the_same_id_says_the_same_in_every_feed(issue: Utgivelse) -> None:
    seen: dict[str, bytes] = {}
    for stream in issue.feeds():
        for entry in etree.parse(BytesIO(issue.feed(stream))).getroot().iter(f"{NS}entry"):
            id_ = entry.findtext(f"{NS}id") or ""
            assert seen.setdefault(id_, etree.tostring(entry)) == etree.tostring(entry)


def test_who_follows_one_thing_gets_what_concerns_it_alone(issue: Utgivelse, register: Register) -> None:
    for aktør in register.aktører.values():
        for event in issue.nyheter.om(aktør):
            named = {id(punkt) for punkt in event.punkter if aktør in punkt.aktører}
            assert all(
                aktør in tiltak.aktører
                or any(tiltak in punkt.tiltak for punkt in event.punkter if id(punkt) in named)
                for tiltak in event.tiltak
            )
    for tema in register.temaer.values():
        for event in issue.nyheter.om(tema):
            assert all(tema in tiltak.temaer for tiltak in event.tiltak)
    for plan in register.planer.values():
        assert issue.nyheter.om(plan)
        told = {one.entity for one in issue.nyheter.om(plan) if one.slag == "rapport"}
        assert told == set(plan.rapporter)


def test_a_feed_is_the_same_on_any_day_and_has_an_unknown_day_nowhere(issue: Utgivelse) -> None:
    other, problems = read_register(SAMPLE, date(2031, 5, 17))
    assert other is not None, problems
    later = Utgivelse(Nettsted(BASE), other)
    before, after = ({one.sti: each.feed(one) for one in each.feeds()} for each in (issue, later))
    assert before == after


def test_a_site_that_moves_keeps_its_ids_when_they_are_configured(register: Register) -> None:
    ids = []
    for base in (BASE, "https://ny.example/"):
        feed = Utgivelse(Nettsted(base, navnerom="planer.example,2026"), register)
        tree = etree.parse(BytesIO(feed.feed(next(feed.feeds())))).getroot()
        ids.append([one.text for one in tree.iter(f"{NS}id")])
    assert ids[0] == ids[1]


def test_a_feed_ends_with_the_newest(issue: Utgivelse, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = feedparser.parse(issue.feed(next(issue.feeds())))
    monkeypatch.setattr(atom, "MOST", 2)
    short = feedparser.parse(issue.feed(next(issue.feeds())))
    assert [one.id for one in short.entries] == [one.id for one in whole.entries[:2]]


def test_every_entry_leads_to_a_page(issue: Utgivelse, register: Register) -> None:
    pages = {BASE, f"{BASE}endringer/"}
    things = (register.planer, register.tiltak, register.rapporter, register.aktører, register.kommuner)
    pages |= {BASE + address(one) for group in things for one in group.values()}
    for stream in issue.feeds():
        for entry in feedparser.parse(issue.feed(stream)).entries:
            assert entry.link in pages
