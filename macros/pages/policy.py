"""What a browser may run and fetch on a page, said by the page itself: its Content-Security-Policy.

A static host lets nobody set headers, so it is a meta element; what such an element cannot say (`frame-ancestors`,
`report-uri`) is not here. A text that got past the escaping could then still not run, nor send anything away. Blocks of
data (JSON-LD) are run by no browser, and need nothing.
"""

from __future__ import annotations

_ALL = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the signs of statuses stand in the stylesheet
    "connect-src": "'self'",  # the index of the search, the page that a correction is about
    "form-action": "'self'",  # the field for searching
    "base-uri": "'none'",
}
_SEARCH = _ALL | {
    "script-src": "'self' 'wasm-unsafe-eval'",  # Pagefind is WebAssembly, which no narrower word lets run
}
SEARCH_PAGE = "sok/"
"""The address of the one page that searches."""


def _said(policy: dict[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in policy.items())


POLICY = _said(_ALL)
"""The policy of every page but one."""
SEARCH_POLICY = _said(_SEARCH)
"""The policy of the page that searches."""


def policy(address: str, serving: bool = False) -> str:
    """Return the policy of the page at this address; empty for one that `mkdocs serve` puts its own script into."""
    if serving:
        return ""
    return SEARCH_POLICY if address == SEARCH_PAGE else POLICY
