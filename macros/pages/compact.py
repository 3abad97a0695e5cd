"""Leave out of the templates what HTML lets out, while they are compiled: end tags that the next tag implies, quotes
around a plain value, and blanks between blocks.

A reader's browser makes the same page of it, and a site of thousands of pages is a tenth smaller, at no cost to the
build. What a template prints of the data is not touched. What may be left out: HTML Standard, 13.1.2.4 (optional tags)
and 13.1.2.3 (unquoted values).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_BLOCK = (
    "address|article|blockquote|caption|dd|details|div|dl|dt|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|"
    "section|summary|table|tbody|td|th|thead|tr|ul"
)
_IMPLIED = re.compile(r"\s*</(?:li|dt|dd|tr|td|th|thead|tbody|option)>\s*")
"""End tags that may always be left out: nothing can follow but the next of its kind, or the end of what it stands in."""
_PARAGRAPH = re.compile(
    r"\s*</p>\s*(?=<(?:address|blockquote|div|dl|form|h[1-6]|hr|ol|p|pre|table|ul)\b"
    r"|</(?:article|blockquote|dd|details|div|li|main|section|td)>)"
)
"""The end of a paragraph, where what follows ends it; not before what came with HTML 5, for programs that are older."""
_BETWEEN = re.compile(rf"\s+(?=</?(?:{_BLOCK})\b)")
_PLAIN = re.compile(r"(?<=\s)([a-z-]+)=\"([\w.#/:-]+)\"(?=[\s>])")
"""An attribute with a value that needs no quotes, and not before the end of an empty element in SVG: the sign would count as its."""


def compact(html: str) -> str:
    """Return a piece of a template without what HTML lets out; tags and attributes that are not whole in it stay."""
    for pattern, instead in ((_BETWEEN, ""), (_PARAGRAPH, ""), (_IMPLIED, ""), (_PLAIN, r"\1=\2")):
        html = pattern.sub(instead, html)
    return html


class Compact(Extension):
    """Let Jinja compile templates of HTML without what HTML lets out."""

    priority = 200
    """After the text is put into another language, which needs to know what is a tag."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a template, those of text compacted; XML needs all that is left out here."""
        html = (stream.name or "").endswith(".html")
        for token in stream:
            whole = token.type != "data" or not html
            yield token if whole else Token(token.lineno, "data", compact(token.value))
