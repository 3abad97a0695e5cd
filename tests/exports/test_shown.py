"""What others show of the site: cards, pictures, heads of shared links; right, light, and the same until the data change."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree, html

from macros.exports.follow import picture, share_image
from macros.exports.follow.issue import Utgivelse
from macros.exports.follow.site import Nettsted
from macros.pages import cards
from macros.pages.render import Renderer
from macros.register.addresses import address
from macros.register.entities import Kommune, Plan, Register
from macros.views import squares
from macros.views.search.documents import documents
from tests.built import html_files, page, text
from tests.cases import IDAG
from tests.conftest import BASE, ROOT


@pytest.fixture(scope="module")
def issue(register: Register) -> Utgivelse:
    return Utgivelse(Nettsted(BASE), register)


def test_every_measure_has_a_card_that_says_what_its_page_says(site: Path, register: Register) -> None:
    for tiltak in register.tiltak.values():
        where = cards.path(tiltak)
        raw = (site / where / "index.html").read_bytes()
        assert len(raw) <= cards.LARGEST
        card = html.fromstring(raw.decode())
        assert not card.xpath("//script | //style | //*[@style]")
        assert card.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert card.xpath("//link[@rel='canonical']/@href") == [BASE + address(tiltak)]
        assert card.xpath("//a/@href") == [BASE + address(tiltak)]
        [sheet] = card.xpath("//link[@rel='stylesheet']/@href")
        assert (site / where / sheet).resolve() == (site / "assets/kort.css").resolve()
        said = text(card)
        assert tiltak.tittel in said and tiltak.meldt.navn in said
        assert " ".join(tiltak.data.ordlyd.split()) in said
        if tiltak.statuspunkt:
            assert tiltak.statuspunkt.rapport.navn in said


def test_a_long_wording_is_cut_at_a_word_and_says_so(register: Register) -> None:
    tiltak = next(iter(register.tiltak.values()))
    long = tiltak.data.model_copy(update={"ordlyd": "Vei & «bru» til Ås, " * 300})
    tiltak.data, before = long, tiltak.data
    try:
        card = Renderer(register, IDAG, base=BASE).card(tiltak)
    finally:
        tiltak.data = before
    assert len(card.encode()) <= cards.LARGEST
    assert re.search(r"\S <span>\[… mer på siden\]</span></blockquote>", card)


def test_the_card_works_in_both_schemes() -> None:
    css = (ROOT / "docs/assets/kort.css").read_text("utf-8")
    light, dark = re.findall(r":root \{([^}]*)\}", css)
    names = set(re.findall(r"--[a-zæøå]+", light))
    assert names == set(re.findall(r"--[a-zæøå]+", dark)) and "color-scheme: light dark" in css


def test_cards_are_in_no_sitemap_and_no_search(site: Path, register: Register) -> None:
    assert "/kort/" not in (site / "sitemap.xml").read_text("utf-8")
    assert not [one for one in documents(register) if "kort/" in one.adresse]


def test_the_code_to_copy_shows_the_picture(site: Path, register: Register) -> None:
    things: list[Plan | Kommune] = [*register.planer.values(), *register.kommuner.values()]
    for thing in things:
        found = page(site, address(thing)).xpath("//code[@id='kode-bilde']")
        assert bool(found) == bool(thing.tiltak)
        if found:
            link = html.fromstring(found[0].text_content())
            [image] = link.xpath("./img")
            assert link.get("href") == BASE + address(thing)
            drawn = etree.parse(site / address(thing) / picture.FILE).getroot()
            assert image.get("src") == f"{BASE}{address(thing)}{picture.FILE}"
            assert (image.get("width"), image.get("height")) == (drawn.get("width"), drawn.get("height"))
            assert image.get("alt") == drawn.findtext("{*}title")


def test_the_picture_has_a_square_for_each_measure_and_a_key(issue: Utgivelse, register: Register) -> None:
    for plan in register.planer.values():
        tree = etree.fromstring(picture.status_picture(issue.site, plan))
        key = squares.nøkkel(squares.grupper(plan))
        assert len(list(tree.iter("{*}use"))) == len(plan.tiltak) + len(key)
        words = " ".join(tree.itertext())
        assert all(f"{word}: {count}" in words for _, word, count in key)
        assert not list(tree.iter("{*}script", "{*}a", "{*}image", "{*}foreignObject"))
        places = [(one.get("x"), one.get("y")) for one in tree.iter("{*}use")]
        assert len(places) == len(set(places))


def test_share_images_are_small_and_the_same_each_time(issue: Utgivelse) -> None:
    pictured = list(issue.pictured())
    assert pictured
    for one in pictured[:2]:
        raw = share_image.share_image(issue.site, one)
        assert raw == share_image.share_image(issue.site, one)
        assert raw.startswith(b"\x89PNG") and len(raw) < 60_000
        assert struct.unpack(">II", raw[16:24]) == share_image.SIZE


@pytest.mark.parametrize("many", [1, 60, 500, 5000])
def test_all_squares_find_room_in_a_share_image(many: int, register: Register) -> None:
    plan = max(register.planer.values(), key=lambda one: len(one.tiltak))
    lines = (plan.tiltak * (many // len(plan.tiltak) + 1))[:many]
    groups = [
        squares.Gruppe(str(start), None, tuple(lines[start : start + 10])) for start in range(0, many, 10)
    ]
    side, gap, placed = share_image._fitted(groups)
    assert len(placed) == many
    for one, extra in placed:
        assert (
            share_image.MARGIN + one.kolonne * (side + gap) + side <= share_image.WIDTH - share_image.MARGIN
        )
        assert share_image.TOP + one.rad * (side + gap) + extra + side <= share_image.BOTTOM


def of_pages(site: Path) -> Iterator[tuple[Path, html.HtmlElement]]:
    for path in html_files(site):
        tree = html.fromstring(path.read_text("utf-8"))
        if tree.xpath("//meta[@property='og:title']") and path.name != "404.html":
            yield path, tree


@pytest.mark.parametrize(
    ("where", "feed", "calendar"),
    [
        ("kommuner/granvik/", "kommuner/granvik/", True),
        ("kommuner/granvik/revisjon/", "kommuner/granvik/", True),
        ("planer/granvik-2020-2024/", "planer/granvik-2020-2024/", True),
        ("planer/granvik-2020-2024/alt/", "planer/granvik-2020-2024/", True),
        ("planer/granvik-2020-2024/innsatsomrader/1/", "planer/granvik-2020-2024/", True),
        ("planer/granvik-2020-2024/tiltak/1.1.3/", "planer/granvik-2020-2024/", True),
        ("planer/granvik-2020-2024/revisjon/", "planer/granvik-2020-2024/", True),
        ("aktorer/granvik-kommune/", "aktorer/granvik-kommune/", True),
        ("temaer/samferdsel/", "temaer/samferdsel/", False),
        ("frister/", "endringer/", True),
        ("endringer/", "endringer/", False),
    ],
)
def test_a_program_finds_what_follows_each_kind_of_page(
    site: Path, where: str, feed: str, calendar: bool
) -> None:
    links = html.parse(str(site / where / "index.html")).xpath("//link[@rel='alternate']")
    found = {(one.get("type"), urljoin(BASE + where, one.get("href"))) for one in links}
    assert ("application/atom+xml", f"{BASE}{feed}endringer.atom") in found
    about = "frister/" if where == "frister/" else feed
    assert (("text/calendar", f"{BASE}{about}kalender.ics") in found) == calendar


def test_every_page_tells_its_picture_its_feed_and_its_breadcrumbs(site: Path) -> None:
    for path, tree in of_pages(site):
        here = path.relative_to(site)
        said = {one.get("property"): one.get("content") for one in tree.xpath("//meta[@property]")}
        image = site / said["og:image"].removeprefix(BASE)
        raw = image.read_bytes()
        assert struct.unpack(">II", raw[16:24]) == (int(said["og:image:width"]), int(said["og:image:height"]))
        assert said["og:image:alt"], here
        assert tree.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
        feeds = tree.xpath("//link[@rel='alternate'][@type='application/atom+xml']/@href")
        assert feeds and all((path.parent / one).is_file() for one in feeds), here
        for one in tree.xpath("//link[@rel='alternate'][@type='text/calendar']/@href"):
            assert (path.parent / one).is_file(), here
        blocks = tree.xpath("//script[@type='application/ld+json']")
        if here != Path("index.html"):
            [block] = blocks
            data = json.loads(block.text)
            things = data.get("@graph", [data])
            assert data["@context"] == "https://schema.org"
            crumbs = next(one for one in things if one["@type"] == "BreadcrumbList")["itemListElement"]
            assert [one["position"] for one in crumbs] == list(range(1, len(crumbs) + 1))
            for one in crumbs[:-1]:
                assert (site / one["item"].removeprefix(BASE) / "index.html").is_file(), here
            shown = tree.xpath("//nav[@class='smuler']//li[not(@hidden)]")
            # The front page and the list of all of a kind are left out where more is above.
            assert not shown or len(crumbs) == max(2, len(shown) - 2 if len(shown) > 3 else 2), here


def test_a_measure_is_a_quotation_and_claims_no_status(site: Path, register: Register) -> None:
    for tiltak in register.tiltak.values():
        [block] = page(site, address(tiltak)).xpath("//script[@type='application/ld+json']")
        quotation = next(one for one in json.loads(block.text)["@graph"] if one["@type"] == "Quotation")
        assert quotation["text"] == tiltak.data.ordlyd
        assert quotation["@id"] == BASE + address(tiltak)
        assert quotation["isPartOf"]["name"] == tiltak.plan.data.tittel
        assert "actionStatus" not in block.text


def test_the_page_about_the_data_is_a_dataset_with_files_that_are_there(site: Path) -> None:
    [block] = page(site, "data/").xpath("//script[@type='application/ld+json']/text()")
    [dataset] = [one for one in json.loads(block)["@graph"] if one["@type"] == "Dataset"]
    found = [one["contentUrl"].removeprefix(BASE) for one in dataset["distribution"]]
    assert found
    assert all((site / path).is_file() for path in found)


def test_a_mark_in_a_share_image_has_the_corners_of_its_path() -> None:
    assert share_image.outlines("M0 0H10V10H0ZM3 3V7H7V3Z") == [
        [(0, 0), (10, 0), (10, 10), (0, 10)],
        [(3, 3), (3, 7), (7, 7), (7, 3)],
    ]
    assert all(len(one) >= 3 for path in squares.MERKER.values() for one in share_image.outlines(path))
