"""What we read of a cell «ansvar», piece by piece, with nothing of it left out.

A name is an actor in a role; «m.fl.», «v/» and words that are no actor are told by their own words, so that a reader
sees what was read and what was not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..format.ansvar import Lenket, is_separator
from ..format.vocabulary import Rolle
from ..tools.language import say

_OTHERS = re.compile(r"m\.?\s?fl\.?", re.IGNORECASE)
_BETWEEN = re.compile(r"samarb\w*\.? mellom", re.IGNORECASE)
_VED = re.compile(r"v/", re.IGNORECASE)


class Lest(NamedTuple):
    """A piece of the cell: an actor with its role, or words with what we make of them."""

    aktør: str | None
    """The id of an actor; None for other words."""
    ord: str
    """The words as printed, when they are no name of an actor."""
    som: str
    """What it is read as: «ansvarlig», «ved, «v/»», «flere som ikke er nevnt» …"""


def lesning(cell: Lenket) -> list[Lest]:
    """Return what we read of a cell, in its order: each actor once for each role, and all other words that say something."""
    found: list[Lest] = []
    ved = False
    for bit in cell.bits:
        text = bit.tekst.strip()
        if bit.aktør and bit.rolle:
            found.append(Lest(bit.aktør, "", _role(bit.rolle, printed=ved)))
            ved = False
        elif _VED.fullmatch(text):
            ved = True
        elif _OTHERS.fullmatch(text):
            found.append(Lest(None, text, say("flere som ikke er nevnt")))
        elif _BETWEEN.fullmatch(text):
            found.append(Lest(None, text, say("alle står som ansvarlige")))
        elif any(map(str.isalnum, text)) and not is_separator(text):
            found.append(Lest(None, text, say("ikke lest som en aktør")))
    return list(dict.fromkeys(found))


def _role(rolle: Rolle, *, printed: bool) -> str:
    """Return a role in words; `printed`: whether «v/» stands before the name."""
    return "ved, «v/»" if rolle == "ved" and printed else say(rolle)
