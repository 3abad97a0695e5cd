"""What stands for ready HTML while Python-Markdown goes through a page.

It would read through all of the HTML twice and change nothing, which was half of the time of a preview. A stand-in has
the ids of what it stands for, so that links to them are still checked. Where one stands alone in an item of a list,
Markdown makes a paragraph around it, which may not hold a block and goes with it.
"""

from __future__ import annotations

import re

_ID = re.compile(r'\b(id="[^"]*")')
_STAND_IN = re.compile(r'(<p>)?(<div data-makro="\d+">(?:<i id="[^"]*"></i>)*</div>)(?(1)</p>)')


class StandIns:
    """Takes HTML, gives a stand-in, and puts the HTML back."""

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}

    def take(self, html: str) -> str:
        """Return a short block to stand for this HTML."""
        ids = "".join(f"<i {id_}></i>" for id_ in _ID.findall(html))
        stand_in = f'<div data-makro="{len(self._taken)}">{ids}</div>'
        self._taken[stand_in] = html
        return stand_in

    def put_back(self, page: str) -> str:
        """Return the page with what was taken where it stood."""
        return _STAND_IN.sub(lambda found: self._taken.get(found[2], found[0]), page)
