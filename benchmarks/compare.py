"""Whether a peer makes the same site: the same pages, as many bytes, the same words and elements. Adjust the limits here."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import lxml.html
from lxml import etree

SAMPLE = 30
PAGES, BYTES, LIKE = 0.02, 0.10, 0.9
"""How much may differ of each kind of page: the share of pages, the share of bytes; and the least likeness of words and elements."""
KINDS = {
    "tiltak": r"planer/[^/]+/tiltak/[^/]+/",
    "card": r"planer/[^/]+/tiltak/[^/]+/kort/",
    "innsatsområde": r"planer/[^/]+/innsatsomrader/[^/]+/",
    "plan": r"planer/(?!side/)[^/]+/",
    "whole text": r"planer/[^/]+/alt/",
    "newest": r"planer/[^/]+/nyeste/",
    "revisjon": r"(planer|kommuner)/[^/]+/revisjon/",
    "kommune": r"kommuner/[^/]+/",
    "tema": r"temaer/[^/]+/",
    "aktør": r"aktorer/(?!side/)[^/]+/",
    "rapport": r"rapporter/(?!side/)[^/]+/",
    "side of a list": r"[a-z]+/side/\d+/|(temaer|aktorer|kommuner|planer|rapporter)/[^/]+/[a-z]+/\d+/",
    "list": r"(kommuner|planer|innsatsomrader|temaer|aktorer|rapporter|frister|endringer|status)/|",
}
"""Each kind of page that peers must make as ours are, and its addresses; every other page is written by hand."""
HIDDEN = ".//*[@hidden]|.//script|.//style"


@dataclass(frozen=True)
class Alike:
    """A kind of page of a peer beside ours."""

    pages: int
    missing: list[str]
    extra: list[str]
    bytes: float
    """The peer's bytes of HTML for each of ours."""
    words: float
    """The median likeness of what a reader sees in <main>, from 0 to 1."""
    elements: float
    """The same of the names and classes of the elements in <main>, hidden ones too."""
    links: float
    """The same of where the links in <main> lead."""

    @property
    def shares(self) -> tuple[float, float, float, float]:
        """Return all that is compared but the numbers of pages."""
        return self.bytes, self.words, self.elements, self.links

    @property
    def problems(self) -> list[str]:
        """What is off, in words."""
        found = []
        if (off := self.missing + self.extra) and len(off) > PAGES * self.pages:
            found.append(f"{len(off)} of {self.pages} pages are missing or extra, as {off[0]}")
        if abs(self.bytes - 1) > BYTES:
            found.append(f"the bytes are {self.bytes:.2f} of ours")
        found += [
            f"the {what} are {share:.2f} alike"
            for what, share in (("words", self.words), ("elements", self.elements), ("links", self.links))
            if share < LIKE
        ]
        return found


@dataclass(frozen=True)
class Comparison:
    """A peer's site beside ours, by the kinds of page."""

    kinds: dict[str, Alike]

    @property
    def problems(self) -> list[str]:
        """What is off, in words."""
        return [f"{kind}: {problem}" for kind, one in self.kinds.items() for problem in one.problems]


def compare(ours: Path, theirs: Path) -> Comparison:
    """Compare two built sites."""
    own, other = _pages(ours), _pages(theirs)
    return Comparison(
        {kind: _alike_pages(ours, theirs, own[kind], other[kind]) for kind in own if own[kind] or other[kind]}
    )


def _alike_pages(ours: Path, theirs: Path, own: set[str], other: set[str]) -> Alike:
    """Compare the pages of one kind."""
    common = sorted(own & other)
    sample = common[:: max(1, len(common) // SAMPLE)][:SAMPLE]
    pairs = [
        (page, *(lxml.html.parse(site / page / "index.html").getroot() for site in (ours, theirs)))
        for page in sample
    ]

    def like(what: Callable[[lxml.html.HtmlElement, str], list[str]]) -> float:
        found = [_alike(what(one, page), what(two, page)) for page, one, two in pairs]
        return statistics.median(found) if found else 0.0

    return Alike(
        pages=len(own),
        missing=sorted(own - other),
        extra=sorted(other - own),
        bytes=_ratio(ours, theirs, common) if common else 0.0,
        elements=like(_elements),
        links=like(_links),
        words=like(_words),  # last: it takes away what is hidden
    )


def _pages(site: Path) -> dict[str, set[str]]:
    """Return the addresses of a site's pages that a peer must have too, by kind; those written by hand are in none."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for path in site.rglob("index.html"):
        page = str(path.relative_to(site)).removesuffix("index.html")
        kind = next((kind for kind, address in KINDS.items() if re.fullmatch(address, page)), None)
        if kind:
            found[kind].add(page)
    return found


def _ratio(ours: Path, theirs: Path, pages: list[str]) -> float:
    """Return how many bytes their pages have for each of ours."""
    one, two = (sum((site / page / "index.html").stat().st_size for page in pages) for site in (ours, theirs))
    return two / one


def _alike(one: list[str], two: list[str]) -> float:
    """Return how alike two lists are, from 0 to 1."""
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def _elements(page: lxml.html.HtmlElement, name: str) -> list[str]:
    """Return the elements in the main part of a page, each with its classes."""
    return [f"{one.tag} {one.get('class', '')}" for one in page.find(".//main").iter(etree.Element)]


def _words(page: lxml.html.HtmlElement, name: str) -> list[str]:
    """Return the words that a reader sees in the main part of a page; takes away what is hidden."""
    main = page.find(".//main")
    for hidden in main.xpath(HIDDEN):
        hidden.drop_tree()
    return re.findall(r"\w+", " ".join(main.itertext()))


def _links(page: lxml.html.HtmlElement, name: str) -> list[str]:
    """Return where the links in the main part lead, as seen from the top of the site; makes them absolute."""
    page.make_links_absolute(f"http://x/{name}")
    return [link.get("href") for link in page.find(".//main").iterfind(".//a[@href]")]
