"""Hostile texts in every field of the data, and every output read by a real parser: nothing of them is more than text."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from lxml import etree, html
from playwright.sync_api import Page, expect

from macros.building.outputs import Generated, generated
from macros.pages.render import Renderer
from macros.register.entities import Register
from tests.cases import IDAG
from tests.conftest import BASE, REPO, environment, serving
from tests.hostile import EVIL, FIRST, LATER, MARK, hostile_register

LEADS = {"href", "src", "action", "formaction", "data", "poster", "srcset", "background", "ping", "cite"}
"""Attributes that a browser follows or fetches."""
DATA_BLOCKS = {"application/ld+json", "application/json"}
QUERIES = {"template", "title", "hva", "filename", "value", "tiltak", "q", "subject", "body", "labels"}
"""What our own addresses ask for; a text that breaks out of its value would add another."""


def of_address(address: str) -> Iterator[str]:
    """Yield what is wrong with an address: where it leads, and what it asks for."""
    parts = urlsplit(address.strip())
    if parts.scheme not in ("", "http", "https", "mailto", "webcal"):
        yield f"leads to {parts.scheme}:"
    if EVIL in parts.netloc:
        yield f"leads to {EVIL}"
    own = f"{parts.scheme.replace('webcal', 'https')}://{parts.netloc}{parts.path}".startswith(
        (REPO, BASE, ":///", "mailto:")
    )
    if own and (more := parse_qs(parts.query, keep_blank_values=True).keys() - QUERIES):
        yield f"asks for {more}"


def of_tree(tree: etree._Element) -> Iterator[str]:
    """Yield what has become elements, attributes and addresses out of hostile texts, in HTML, SVG and other XML."""
    for one in tree.iter():
        if not isinstance(one.tag, str):  # a comment or an instruction
            if MARK in str(one):
                yield f"text became {str(one)[:60]}"
            continue
        tag = etree.QName(one).localname
        if MARK in tag or (tag in ("script", "style", "foreignObject") and MARK in (one.text or "")):
            if tag != "script" or one.get("type") not in DATA_BLOCKS:
                yield f"<{tag}>"
            else:
                yield from of_json(one.text.encode())
        for name, value in one.attrib.items():
            name = name.rpartition("}")[2]
            if MARK in name or name.startswith("on") or name in ("style", "srcdoc"):
                yield f"<{tag} {name}>"
            if name in LEADS:
                yield from (f"<{tag} {name}>: {said}" for said in of_address(value))
        if one.get("http-equiv") == "refresh":
            yield from of_address((one.get("content") or "").partition("url=")[2])
        if tag == "loc" or tag == "link":
            yield from of_address(one.text or "")


def of_html(raw: bytes) -> Iterator[str]:
    """Yield what is wrong in a page, or a body of one."""
    yield from of_tree(html.document_fromstring(raw.decode()))


def of_xml(raw: bytes) -> Iterator[str]:
    """Yield what is wrong in a feed, a sitemap or a picture; raises for what is not well-formed."""
    yield from of_tree(etree.fromstring(raw, etree.XMLParser(resolve_entities=False)))


def of_json(raw: bytes) -> Iterator[str]:
    """Yield keys and addresses that hostile texts have become; raises for what is no JSON."""

    def walk(value: object, key: str) -> Iterator[str]:
        if isinstance(value, dict):
            for name, inner in value.items():
                if MARK in name and not name.startswith(tuple(FIRST.values())):  # a printed heading is a key
                    yield f"the key {name[:60]!r}"
                yield from walk(inner, name)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner, key)
        elif isinstance(value, str) and key in (
            "@id",
            "id",
            "url",
            "@context",
            "contentUrl",
            "href",
            "sameAs",
        ):
            yield from (f"{key}: {said}" for said in of_address(value))

    yield from walk(json.loads(raw), "")


def of_json_lines(raw: bytes) -> Iterator[str]:
    """Yield what is wrong in any line of a file that has one JSON value in each."""
    for line in raw.splitlines():
        yield from of_json(line)


def of_sheet(raw: bytes) -> Iterator[str]:
    """Yield the formulas and links of a spreadsheet that come from a text."""
    for sheet in openpyxl.load_workbook(io.BytesIO(raw)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" and (MARK in str(cell.value) or EVIL in str(cell.value)):
                    yield f"{sheet.title}!{cell.coordinate} is a formula"
                if cell.hyperlink and cell.hyperlink.target:
                    yield from of_address(cell.hyperlink.target)


def of_csv(raw: bytes) -> Iterator[str]:
    """Yield rows that are not as long as the first, and cells that a spreadsheet would calculate."""
    text = raw.decode("utf-8-sig")
    delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    for i, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            yield f"row {i} has {len(row)} cells of {len(rows[0])}"
        yield from (
            f"row {i}: {cell[:30]!r}"
            for cell in row
            if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and MARK in cell
        )


def of_calendar(raw: bytes) -> Iterator[str]:
    """Yield lines of a calendar that no property of ours begins."""
    lines = re.sub(r"\r\n[ \t]", "", raw.decode()).split("\r\n")
    for line in lines[:-1]:
        name = re.match(r"([A-Z-]+)[;:]", line)
        if not name or name[1] == "ATTACH" or "\n" in line:
            yield f"the line {line[:60]!r}"
        elif name[1] == "URL":
            yield from of_address(line.partition(":")[2])
    if lines.count("BEGIN:VEVENT") != lines.count("END:VEVENT"):
        yield "an event that ends twice"


def of_turtle(raw: bytes) -> Iterator[str]:
    """Yield the subjects, predicates and links of a catalogue that come from a text; raises for what is no Turtle."""
    from rdflib import Graph, URIRef

    for triple in Graph().parse(data=raw, format="turtle"):
        yield from (f"<{one}>" for one in triple if isinstance(one, URIRef) and (MARK in one or EVIL in one))


def of_text(raw: bytes) -> Iterator[str]:
    """Yield nothing: a text file is only text, if it is that."""
    raw.decode()
    return iter(())


def of_picture(raw: bytes) -> Iterator[str]:
    """Yield what is wrong with the signs that a picture begins with; its texts are drawn."""
    if not raw.startswith((b"\x89PNG", b"RIFF", b"\xff\xd8\xff")):
        yield "no picture"


PARSERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "html": of_html,
    "svg": of_xml,
    "xml": of_xml,
    "atom": of_xml,
    "rss": of_xml,
    "json": of_json,
    "jsonld": of_json,
    "ndjson": of_json_lines,
    "geojson": of_json,
    "webmanifest": of_json,
    "xlsx": of_sheet,
    "csv": of_csv,
    "ics": of_calendar,
    "ttl": of_turtle,
    "txt": of_text,
    "md": of_text,
    "png": of_picture,
    "webp": of_picture,
}
"""The ending of a file -> what reads it. A new kind of output says here how it is read."""
COPIED = {"kildefil"}
"""Outputs that are files of the data as they are, with no text of ours in them."""


def wrong_in(one: Generated, renderer: Renderer) -> Iterator[str]:
    """Yield what is wrong in one generated page or file. Raises KeyError for an ending that nothing here reads."""
    body = one.body(renderer)
    ending = one.file.rpartition(".")[2]
    yield from (f"{one.file}: {said}" for said in PARSERS[ending](body))


@pytest.fixture(scope="module")
def hostile() -> Register:
    """Return the register of the hostile sample."""
    return hostile_register("formel")


@pytest.mark.parametrize("first", FIRST)
def test_no_output_makes_more_than_text_of_a_hostile_text(first: str) -> None:
    renderer = Renderer(hostile_register(first), IDAG, base=BASE, repo=REPO)
    outputs = [one for one in generated(renderer) if one.output.name not in COPIED]
    assert {one.output.name for one in outputs} >= {"tiltak", "meldeskjema", "statusark", "videresending"}
    assert [said for one in outputs for said in wrong_in(one, renderer)][:20] == []


def test_nothing_of_a_hostile_text_is_lost_on_the_page(hostile: Register) -> None:
    renderer = Renderer(hostile, IDAG, base=BASE, repo=REPO)
    [one] = [one for one in generated(renderer) if one.path == "planer/granvik-2020-2024/tiltak/1.1.3/"]
    shown = " ".join(html.fromstring(one.body(renderer).decode()).text_content().split())
    for text in (FIRST["formel"], *LATER):
        assert " ".join(text.split()) in shown


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """Return the built site of the hostile sample, with frames, search and sitemap."""
    site = tmp_path_factory.mktemp("hostile") / "portal"
    if not (sample / "tests").exists():
        (sample / "tests").symlink_to(Path(__file__).parent.parent)
    command = [sys.executable, "-m", "tests.hostile", str(site)]
    result = subprocess.run(
        command, cwd=sample, env=environment(), capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr[-3000:]
    return site


def test_no_file_of_the_whole_site_makes_more_than_text_of_it(hostile_site: Path) -> None:
    found = []
    for path in hostile_site.rglob("*"):
        name = path.relative_to(hostile_site).as_posix()
        parser = PARSERS.get(path.suffix[1:])
        if path.is_file() and parser and not name.startswith("assets/"):
            found += [f"{name}: {said}" for said in parser(path.read_bytes())]
    assert found[:20] == []
    assert MARK in (hostile_site / "planer/granvik-2020-2024/tiltak/1.1.3/index.html").read_text("utf-8")


def test_a_shared_link_has_the_hostile_text_as_text(hostile_site: Path) -> None:
    tree = html.parse(hostile_site / "planer/granvik-2020-2024/tiltak/1.1.3/index.html")
    shared = {one.get("property"): one.get("content") for one in tree.xpath("//head/meta[@property]")}
    assert LATER[0] in shared["og:title"] and LATER[0] in shared["og:description"]
    assert len(tree.xpath("//head/title")) == 1 and tree.xpath("//link[@rel='canonical']/@href")


@pytest.mark.slow
def test_nothing_of_it_runs_in_a_browser_nor_in_what_a_script_shows(hostile_site: Path, page: Page) -> None:
    asked: list[str] = []
    page.route(f"https://{EVIL}/**", lambda route: asked.append(route.request.url))
    with serving(hostile_site) as served:
        for where in (
            "planer/granvik-2020-2024/tiltak/1.1.3/",
            "planer/granvik-2020-2024/meld-status/?tiltak=1.1.3",
            "status/?tiltak-kommune=granvik",
            "kommuner/granvik/",
            "sok/?q=kryss",
        ):
            page.goto(served + where)
            if where.startswith("sok/"):
                expect(page.locator("#sok-treff li mark").first).to_be_visible()
                assert MARK in page.locator("#sok-treff").inner_text()
            assert page.evaluate(f"window.{MARK} ?? null") is None, where
            assert page.locator(f"main {MARK}").count() == 0, where
    assert asked == []


def test_what_the_parsers_look_for_is_found() -> None:
    page = f"<p onclick=x>x</p><a href='javascript:x'>x</a><{MARK} x=1></{MARK}><script>{MARK}</script><!-- {MARK} -->"
    assert len(list(of_html(page.encode()))) == 5
    assert list(of_xml(f"<a xmlns:x='y'><b x:href='https://{EVIL}/'/></a>".encode()))
    assert list(of_csv(f'a,b\n"={MARK}",x\ny\n'.encode())) == [f"row 2: '={MARK}'", "row 3 has 1 cells of 2"]
    assert list(of_calendar(b"BEGIN:VCALENDAR\r\nATTACH:https://x/\r\nx\r\n"))
    assert list(of_json(f'{{"url": "javascript:1", "{MARK}": 1}}'.encode()))
    assert list(of_address(f"{REPO}/issues/new?template=x&{MARK}=1")) == [f"asks for {{'{MARK}'}}"]
