"""The auditor's report as a workbook: what is past its deadline without a source, by who is responsible and one by one.

The day is not in it: it changes when one more deadline is past, or a source tells of one.
"""

from __future__ import annotations

from ..register.addresses import address
from ..register.entities import Kommune, Plan
from ..views.overdue import overdue
from ..views.timeline import Hendelse
from .published import Published, Value
from .xlsx_out import Ark, Kolonne, write

NOBODY = "Ingen ansvarlig i planen"
_COLUMNS = (
    Kolonne("frist", "Siste dag. En frist som bare er et år, er 31. desember.", "dato", 12),
    Kolonne("slag", "Om det er fristen for tiltaket, en delfrist eller en milepæl.", bredde=10),
    Kolonne("hva", "Tiltakets tittel, eller ordene for delfristen eller milepælen.", bredde=44),
    Kolonne("nr", "Tiltakets nummer.", bredde=8),
    Kolonne("tiltak", "Tiltakets tittel.", bredde=36),
    Kolonne("ordlyd", "Tiltaket nøyaktig som det er trykt.", bredde=60),
    Kolonne("plan", "Planens tittel.", bredde=36),
    Kolonne("ansvar", "Cellen med ansvar nøyaktig som trykt.", bredde=28),
    Kolonne("adresse", "Siden til tiltaket, der en ny kilde kan meldes.", bredde=44),
)
_ACTOR = Kolonne(
    "ansvarlig", "Aktøren planen gir ansvaret. Et tiltak med flere står én gang for hver.", bredde=30
)


def write_review(published: Published, where: Plan | Kommune) -> bytes:
    """Return the auditor's report of a plan or kommune as a workbook. Raises ModuleNotFoundError without xlsxwriter."""
    found = overdue(where, published.idag)
    by_actor = [
        (one.aktør.navn if one.aktør else NOBODY, *_row(published, day))
        for one in found.hos
        for day in one.dager
    ]
    each = [_row(published, day) for day in found.uten_kilde]
    return write([Ark("etter ansvarlig", (_ACTOR, *_COLUMNS), by_actor), Ark("etter frist", _COLUMNS, each)])


def _row(published: Published, day: Hendelse) -> tuple[Value, ...]:
    """Return the row of a day that is past."""
    tiltak = day.tiltak
    if tiltak is None:
        raise TypeError("a day without a tiltak has no place in the report")
    ansvar = tiltak.data.ansvar
    return (
        day.dag, day.slag.lower(), day.tekst, tiltak.nr, tiltak.tittel, tiltak.data.ordlyd, day.plan.data.tittel,
        ansvar.tekst if ansvar else None, published.base + address(tiltak),
    )  # fmt: skip
