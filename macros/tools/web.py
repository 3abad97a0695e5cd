"""Asks an address on the web whether it answers, without keeping what it says."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request

SECONDS = 30
"""How long an address may take."""
_AGENT = "Mozilla/5.0 (compatible; Planportalen; ser etter døde lenker en gang i uka)".encode().decode(
    "latin-1"
)
_SHY = frozenset({401, 403, 405, 406, 429})
"""Answers that a program gets where a reader may get the page."""


def silent(address: str) -> str:
    """Return why a reader would not get what the address leads to, in Norwegian; empty when it answers.

    One that only will not answer a program counts as answering: nothing is known of it.
    """
    if not address.startswith(("http://", "https://")):
        return "er ingen adresse på nettet"
    request = urllib.request.Request(address, headers={"User-Agent": _AGENT, "Accept": "*/*"})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            answer.read(1)
    except urllib.error.HTTPError as error:
        return "" if error.code in _SHY else f"svarer {error.code}"
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        return (
            "svarer ikke i tide"
            if isinstance(reason, TimeoutError)
            else f"svarer ikke ({type(reason).__name__})"
        )
    return ""
