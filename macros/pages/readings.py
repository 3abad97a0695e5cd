"""Whether our reading of a printed cell says more than the cell itself: a box that repeats it is noise beside it."""

from __future__ import annotations

import re

from ..format import frist, kostnad
from ..register.entities import Tiltak
from ..views.timeline import told_as_past
from .ansvar_lest import lesning

PLAIN = frozenset({"løpende", "år", "dato", "årlig", "planperioden"})
"""Forms of a deadline that are read as they are written; what a year means is said under «Hva betyr ordene?»."""


def says_more(tiltak: Tiltak, column: str, text: str) -> bool:
    """Return whether our reading of the cell `text` of a column tells what a reader would not see in it."""
    match column:
        case "frist":
            read = tiltak.frist
            plain = read is None or (read.slag in PLAIN and not read.delfrister)
            return not plain or frist.parse(text) != read
        case "ansvar":
            return tiltak.ansvar is not None and any(
                one.som != "ansvarlig" or _name(tiltak, one.aktør) not in text
                for one in lesning(tiltak.ansvar)
            )
        case "milepæler":
            return any(
                not isinstance(goal.innen, int)
                or str(goal.innen) not in goal.tekst
                or told_as_past(tiltak, frist.som_dato(goal.innen))
                or tiltak.meldt_om(goal.tekst).status != "ikke-rapportert"
                for goal in tiltak.data.delmål
                if goal.innen is not None
            )
        case "kostnad":
            read_sum = kostnad.parse(text)
            given = tiltak.data.kostnad.kroner if tiltak.data.kostnad else None
            return read_sum is None or given is not None or str(read_sum.fra) != re.sub(r"\D", "", text)
    return True


def _name(tiltak: Tiltak, id_: str | None) -> str:
    """Return the name of an actor of a tiltak by its id."""
    return next((aktør.navn for aktør, _ in tiltak.roller if aktør.id == id_), "\0")
