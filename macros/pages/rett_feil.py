"""The page on which a reader corrects a text and sends it in: one for the whole site.

`?side=` after its address says which page has the text; the script there (`docs/assets/rett-feil.js`) reads its texts.
"""

from __future__ import annotations

RETT_FEIL = "rett-feil/"
"""The address of the page within the site."""
TITLE = "Rett en feil"
DESCRIPTION = "Rett en tekst på siden til et tiltak, og send rettelsen inn."
