"""What follows from the day and the data, and no source has told: it is marked «beregnet», and never merged with a status."""

from __future__ import annotations

from datetime import date

from ..format import frist
from ..tools.language import say
from .entities import Tiltak


def beregnet(tiltak: Tiltak, idag: date) -> list[str]:
    """Return the sentences on a tiltak that follow from the day `idag` and the data: of deadlines, period and reports."""
    found = []
    over = tiltak.meldt.ferdig
    if tiltak.frist and tiltak.frist.innen:
        found.append(_om_frist(say("Fristen"), tiltak.frist.innen, idag, over))
    for part in tiltak.frist.delfrister if tiltak.frist else ():
        found.append(
            _om_frist(say("Delfristen"), part.innen, idag, over or tiltak.meldt_om(part.tekst).ferdig)
        )
    if tiltak.plan.periode_over(idag):
        found.append(say("Planperioden er over"))
    år = tiltak.sist_rapportert
    if år is not None and (siden := idag.year - år) > 0:
        found.append(say("Sist rapportert for {antall} år siden", antall=siden))
    return [text for text in found if text]


def _om_frist(ord_: str, innen: date, idag: date, over: bool) -> str:
    """Return the sentence on a deadline, «» for one to come; `over`: whether it is reported that it no longer runs."""
    when = str(innen.year) if (innen.month, innen.day) == (12, 31) else frist.dato(innen)
    if over:
        return say("{fristen} var {dag}", fristen=ord_, dag=when)
    return say("{fristen} er passert ({dag})", fristen=ord_, dag=when) if innen < idag else ""
