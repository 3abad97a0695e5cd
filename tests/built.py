"""Pages of a built site as the tests read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from lxml import html


def parse(path: Path) -> html.HtmlElement:
    """Read a file of the site."""
    return html.fromstring(path.read_text("utf-8"))


def page(site: Path, where: str) -> html.HtmlElement:
    """Read the page at an address within the site."""
    return parse(site / where / "index.html")


def text(element: html.HtmlElement) -> str:
    """Return the text of an element, runs of white space as one space."""
    return " ".join(element.text_content().split())


def links(tree: html.HtmlElement, where: str) -> set[str]:
    """Return where the links of a page's own body lead, within the site."""
    body = tree.xpath("//main")[0]
    hrefs = (urljoin(f"/{where}", href) for href in body.xpath(".//a/@href"))
    return {href.lstrip("/") for href in hrefs}


def html_files(site: Path) -> Iterator[Path]:
    """Find every page of the site, those that only lead on too."""
    yield from site.rglob("*.html")


def itself(address: str) -> tuple[str, int]:
    """Return a page as its own source, line 1: what is wrong is told of the page, whatever it is made from."""
    return address, 1
