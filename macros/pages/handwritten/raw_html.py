"""What a hand-written page, or a file beside it, may not hold: what runs in a reader's browser, or fetches from elsewhere.

The pages' policy (`policy.py`) keeps it from running all the same; this tells whoever wrote it, with the line, before it
is published. The finished HTML is looked at, so what a page only shows as code is let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

from ...tools.problem import Problem

_ELEMENTS = frozenset(
    {"script", "style", "iframe", "frame", "object", "embed", "applet", "base", "meta", "link", "portal"}
    | {"animate", "animatetransform", "set", "foreignobject", "use"}
)
"""Elements that run something, hold another page or change what stands around them; the last five in a picture (SVG)."""
_ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "data", "poster", "background", "cite", "ping"}
)
_FETCHED = frozenset({"src", "poster", "background", "srcset"})
_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
_HINT_ADDRESS = "Skriv en adresse som begynner med https://, eller veien til en side her."
ENDINGS = (".html", ".htm", ".xhtml", ".svg", ".xml")
"""Files in docs/ that a browser may run something in."""


class _Tags(HTMLParser):
    """Gathers the tags of a text, with their attributes and the line of each."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, list[tuple[str, str | None]], int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep one tag."""
        self.found.append((tag, attrs, self.getpos()[0]))


def problems(html: str, file: str, source: str) -> list[Problem]:
    """Return what may not stand in the finished `html`, each at the line of the `source` in `file` that it comes from.

    Of a file that is HTML itself both are the same text.
    """
    tags = _Tags()
    tags.feed(html)
    tags.close()
    found = []
    for tag, attributes, line in tags.found:
        for words, message, hint in _wrong(tag, attributes):
            place = (line, 1) if html == source else _place(source, words)
            found.append(Problem(file, *place, "", message, hint))
    return list(dict.fromkeys(found))


def _wrong(tag: str, attributes: list[tuple[str, str | None]]) -> Iterator[tuple[str, str, str]]:
    """Yield of a tag the words to look for in the source, what is wrong and what to do."""
    if tag in _ELEMENTS:
        message = f"ventet tekst, bilder og lenker, fant elementet <{tag}>."
        yield f"<{tag}", message, "Ta det bort. Sidene kjører ingenting og henter ingenting fra andre."
    for name, value in attributes:
        bare = name.rpartition(":")[2]
        if bare.startswith("on") or bare in ("style", "srcdoc", "formaction"):
            yield name, f"ventet ikke attributtet «{name}», fant det på <{tag}>.", "Ta det bort."
        elif bare in _ADDRESSES or bare == "srcset":
            # A browser reads no spaces and control characters in what stands before the colon.
            address = re.sub(r"[\x00-\x20\x7f]", "", value or "")
            try:
                parts = urlsplit(address)
            except ValueError:
                parts = urlsplit("feil:")
            if parts.scheme.lower() not in _SCHEMES:
                yield (
                    (value or "").strip(),
                    f"ventet en adresse på nettet, fant «{(value or '').strip()[:80]}».",
                    _HINT_ADDRESS,
                )
            elif bare in _FETCHED and tag != "a" and parts.netloc:
                message = f"ventet et bilde som ligger i docs/, fant ett fra «{parts.netloc[:80]}»."
                yield parts.netloc, message, "Last ned bildet, og legg det i docs/assets/bilder/."


def _place(source: str, words: str) -> tuple[int, int]:
    """Return the line and column where these words first stand in a text, whatever the case; 1, 1 when they do not."""
    at = source.lower().find(words.lower()) if words else -1
    return (source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at)) if at >= 0 else (1, 1)
