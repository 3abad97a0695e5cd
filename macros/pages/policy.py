"""What a browser may run and fetch on a page, said by the page itself: its Content-Security-Policy.

A static host lets nobody set headers, so it is a meta element; what such an element cannot say (`frame-ancestors`,
`report-uri`) is not here. A text that got past the escaping could then still not run, nor send anything away. Blocks of
data (JSON-LD) are run by no browser, and need nothing.
"""

from __future__ import annotations

_RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the signs of statuses stand in the stylesheet
    "connect-src": "'self'",  # the index of search and lists, the page that a correction is about
    "form-action": "'self'",  # the field for searching
    "base-uri": "'none'",
}
POLICY = "; ".join(f"{name} {sources}" for name, sources in _RULES.items())
"""The policy of every page."""
CARD_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'"
"""The policy of a card, which has nothing but a stylesheet."""


def policy(serving: bool = False) -> str:
    """Return the policy of a page; empty for one that `mkdocs serve` puts its own script into."""
    return "" if serving else POLICY
