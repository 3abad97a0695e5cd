"""Whether a peer makes the same site: the same pages, as many bytes, the same words. Adjust the limits here."""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import lxml.html

from .measure import TILTAK_PAGES

SAMPLE = 30
PAGES, BYTES, WORDS = 0.02, 0.10, 0.9
"""How much may differ: the share of pages, the share of bytes; and the least similarity of the words."""
ONLY_OURS = frozenset({"404.html"})
HIDDEN = ".//*[@hidden]|.//script|.//style"


@dataclass(frozen=True)
class Comparison:
    """A peer's site beside ours."""

    pages: int
    missing: list[str]
    extra: list[str]
    bytes: float
    """The peer's bytes of HTML for each of ours."""
    tiltak_bytes: float
    """The same, of the measures' pages."""
    words: float
    """The median similarity of what a reader sees in <main> on measures' pages."""
    links: float
    """The same, of where the links on them lead."""

    @property
    def problems(self) -> list[str]:
        """What is off, in words."""
        found = []
        if (off := len(self.missing) + len(self.extra)) > PAGES * self.pages:
            found.append(f"{off} of {self.pages} pages are missing or extra")
        if abs(self.bytes - 1) > BYTES:
            found.append(f"the bytes are {self.bytes:.2f} of ours")
        if self.words < WORDS:
            found.append(f"the words are {self.words:.2f} alike")
        return found


def compare(ours: Path, theirs: Path) -> Comparison:
    """Compare two built sites."""
    own, other = _pages(ours), _pages(theirs)
    common = sorted(own & other)
    tiltak = sorted(str(path.relative_to(ours)) for path in ours.glob(TILTAK_PAGES))
    sample = [page for page in tiltak[:: max(1, len(tiltak) // SAMPLE)] if page in other][:SAMPLE]
    pairs = [
        (lxml.html.parse(ours / page).getroot(), lxml.html.parse(theirs / page).getroot()) for page in sample
    ]
    return Comparison(
        pages=len(own),
        missing=sorted(own - other),
        extra=sorted(other - own),
        bytes=_ratio(ours, theirs, common),
        tiltak_bytes=_ratio(ours, theirs, [page for page in tiltak if page in other]),
        words=statistics.median(_alike(_words(one), _words(two)) for one, two in pairs),
        links=statistics.median(
            _alike(_links(one, page), _links(two, page))
            for page, (one, two) in zip(sample, pairs, strict=True)
        ),
    )


def _pages(site: Path) -> set[str]:
    """Return the pages of a site that a peer must have too."""
    return {str(path.relative_to(site)) for path in site.rglob("*.html")} - ONLY_OURS


def _ratio(ours: Path, theirs: Path, pages: list[str]) -> float:
    """Return how many bytes their pages have for each of ours."""
    one, two = (sum((site / page).stat().st_size for page in pages) for site in (ours, theirs))
    return two / one


def _alike(one: list[str], two: list[str]) -> float:
    """Return how alike two lists are, from 0 to 1."""
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def _words(page: lxml.html.HtmlElement) -> list[str]:
    """Return the words that a reader sees in the main part of a page; takes away what is hidden."""
    main = page.find(".//main")
    for hidden in main.xpath(HIDDEN):
        hidden.drop_tree()
    return re.findall(r"\w+", " ".join(main.itertext()))


def _links(page: lxml.html.HtmlElement, name: str) -> list[str]:
    """Return the addresses that a page links to, as seen from the top of the site; makes them absolute."""
    page.make_links_absolute(f"http://x/{name.removesuffix('index.html')}")
    return [link.get("href") for link in page.iterfind(".//a[@href]")]
