"""The e-mail address that readers write to, and what an e-mail to it begins with."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode


def contact(text: str) -> str:
    """Return the e-mail address that readers write to; empty when none is given.

    Raises ValueError, with a message for the editor, for what is no address.
    """
    if text and not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", text):
        raise ValueError(f"PLANPORTAL_KONTAKT: ventet en e-postadresse som «post@kommune.no», fant «{text}».")
    return text


def mail(to: str, subject: str, text: str) -> str:
    """Return the address of an e-mail with its subject and text filled in (RFC 6068: line breaks are CR LF)."""
    query = urlencode({"subject": subject, "body": text.replace("\n", "\r\n")}, quote_via=quote)
    return f"mailto:{quote(to, safe='@+')}?{query}"
