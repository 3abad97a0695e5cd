"""The grammar of deadlines: what «Løpende oppgave, ny vei ferdig i 2022» means, without guessing.

| form | example | means |
|---|---|---|
| løpende | «Løpende oppgave», «Fortløpende», «Kontinuerlig», «Drift» | no deadline |
| løpende with a part-deadline | «Løpende oppgave, ny vei ferdig i 2022» | no deadline; the part by 31.12.2022 |
| år | «2016», «Innen 2016», «I løpet av 2016», «Innen utgangen av 2016», «Senest 2016» | by 31 December |
| dato | «30.6.2024», «30. juni 2024», «31.12.25», «30/6-2024» | that day |
| måned | «juni 2024», «Innen juni 2024» | the last day of the month |
| kvartal, tertial, halvår | «2. kvartal 2024», «Q2 2024», «1. tertial 2024», «1. halvår 2024» | the last day of it |
| periode | «2016-2017», «2024/2025», «2024/25» | by 31 December of the last year |
| sesong | «høst 2024», «våren 2016» | the year, by 31 December; no day within it |
| årlig | «Årlig», «Hvert år» | no deadline |
| planperioden | «I planperioden», «Hele planperioden» | no deadline |
| start | «Oppstart 2024», «Igangsatt 2023», «Fra 2024» | no deadline: when it begins, not when it ends |
| uten år | «juni», «7. juni», «2. kvartal», «våren» | computes nothing |

Nynorsk forms are read alike: «løpande», «innan», «hausten», «kvart år». «Før 2024» is not read: it is no year in the cell.
"""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ..tools.language import say

MÅNEDER = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
]


@dataclass(frozen=True, slots=True)
class Delfrist:
    """Hold the deadline of a part of a standing task: the part's own words, and its last day."""

    tekst: str
    innen: date


@dataclass(frozen=True, slots=True)
class Forstått:
    """Hold a deadline as understood. `innen` is the last day; None means that nothing is to be computed.

    `slag` is the form of the deadline, a row of the table above.
    """

    slag: str
    innen: date | None = None
    delfrister: tuple[Delfrist, ...] = ()

    @property
    def tekst(self) -> str:
        """Return the understanding as a plain Norwegian part of a sentence."""
        if self.innen and self.slag == "sesong":
            return say("I løpet av {år}; når på året er ikke regnet ut", år=self.innen.year)
        if self.innen:
            return say("Innen {dag}", dag=dato(self.innen))
        if self.delfrister:
            part = say("en del av oppgaven innen {dag}", dag=dato(self.delfrister[0].innen))
            return f"{say(OMTALE[self.slag])}; {part}"
        return say(OMTALE[self.slag])


OMTALE = {
    "løpende": "Løpende oppgave uten sluttdato",
    "årlig": "Skal gjøres hvert år",
    "planperioden": "I løpet av planperioden",
    "start": "Planen oppgir når det skal begynne, ikke når det skal være ferdig",
    "uten år": "Planen oppgir ikke året",
}
"""What is said of the forms that no day follows from."""

_MÅNED = "(?P<måned>" + "|".join(MÅNEDER) + ")"
_FØR = r"(?:frist:? )?(?:(?:innen|innan|senest innen|senest i|senest|seinast innan|seinast i|seinast|ved|i løpet av|i) )?"
_INNEN = rf"{_FØR}(?:(?:utgangen|slutten|utløpet) av )?"
_ÅR = r"(?P<år>(?:19|20|21)\d\d)"
_SISTE = r"(?:(?P<siste>(?:19|20|21)\d\d)|(?P<kort>\d\d))"
_LØPENDE = r"(?:(?:fort)?løp[ea]nde|kontinuerlig|kontinuerleg)(?: (?:oppgave|oppgåve|drift|arbeid))?|drift"
_SESONG = r"(?:vår|sommer|sommar|haust|høst|vinter)(?:en)?"
_DEL = (
    r"(?:(?P<nr>[1-4])\. ?(?P<del>kvartal|kv\.?|tertial|halvår)"
    r"|(?P<bokstav>[kqth])(?P<tall>[1-4]))"
)
_TID = rf"(?:{_DEL},? |{_MÅNED} |{_SESONG} )?{_ÅR}"
_START = (
    r"(?:oppstart|start|starter|startar|startes|startast|igangsettes|igangsettast|igangsatt|igangsett|"
    r"settes i gang|blir sett i gang|påbegynnes|begynner|byrjar|fra og med|frå og med|f\.?o\.?m\.?|fra|frå)"
)
_MÅNEDER_I = {"kvartal": 3, "kv": 3, "tertial": 4, "halvår": 6, "k": 3, "q": 3, "t": 4, "h": 6}
"""How many months each part of a year has, by its word or letter."""


@functools.lru_cache(maxsize=4096)
def parse(tekst: str) -> Forstått | None:
    """Return the deadline that the cell `tekst` gives, or None when its form is not in the grammar above."""
    cell = " ".join(tekst.split()).rstrip(".").lower()
    for pattern, read in _FORMS:
        if found := re.fullmatch(pattern, cell):
            return read(found)
    if found := re.fullmatch(rf"(?:{_LØPENDE}), (.+ (?:innen|innan|i) {_ÅR})", cell):
        part = tekst.strip()[found.start(1) : found.end(1)]
        return Forstått("løpende", delfrister=(Delfrist(part, siste_dag(int(found["år"]))),))
    return None


def _year(found: re.Match[str]) -> Forstått:
    """Return the last day of the one year in a cell."""
    return Forstått("år", siste_dag(int(found["år"])))


def _years(found: re.Match[str]) -> Forstått | None:
    """Return the last day of a period of years; None when the cell may mean a month, or ends before it begins."""
    first = int(found["år"])
    last = int(found["siste"] or f"{found['år'][:2]}{found['kort']}")
    # «2010-12» may be December 2010; «2011/12» is two years.
    month = bool(found["kort"]) and int(found["kort"]) <= len(MÅNEDER)
    if first > last or (month and not ("/" in found[0] and last == first + 1)):
        return None
    return Forstått("periode", siste_dag(last))


def _month(found: re.Match[str]) -> Forstått:
    """Return the last day of the month in a cell."""
    return Forstått("måned", siste_dag(int(found["år"]), MÅNEDER.index(found["måned"]) + 1))


def _part(found: re.Match[str]) -> Forstått | None:
    """Return the last day of a quarter, tertial or half-year; None when the year has no such part."""
    months = _MÅNEDER_I[(found["del"] or found["bokstav"]).rstrip(".")]
    last = int(found["nr"] or found["tall"]) * months
    kind = {3: "kvartal", 4: "tertial", 6: "halvår"}[months]
    return Forstått(kind, siste_dag(int(found["år"]), last)) if last <= len(MÅNEDER) else None


def _season(found: re.Match[str]) -> Forstått:
    """Return the last day of the year in a cell that names a season."""
    return Forstått("sesong", siste_dag(int(found["år"])))


def _day(found: re.Match[str]) -> Forstått | None:
    """Return the day of a cell that is one date; None when no such day exists. «25» as a year is 2025; «98» is not read."""
    groups = found.groupdict()
    month = int(groups["mnd"]) if groups.get("mnd") else MÅNEDER.index(groups["måned"] or "") + 1
    if groups.get("kort") and int(groups["kort"]) >= LAST_SHORT_YEAR:
        return None
    year = int(groups["år"] or f"20{groups['kort']}")
    try:
        return Forstått("dato", date(year, month, int(groups["dag"] or "")))
    except ValueError:
        return None


def _of(slag: str) -> Callable[[re.Match[str]], Forstått]:
    """Return a reader of cells that say only what kind of deadline they have, without a day."""
    return lambda found: Forstått(slag)


_DAG = r"(?P<dag>\d\d?)"
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Forstått | None]], ...] = (
    (_LØPENDE, _of("løpende")),
    (r"årlig|årleg|(?:hvert|kvart) år|årlig oppgave|årleg oppgåve", _of("årlig")),
    (
        rf"(?:(?:{_LØPENDE}) )?(?:i |hele |heile |i hele |i heile |i løpet av )?planperioden?",
        _of("planperioden"),
    ),
    (rf"{_START}:? (?:i |innen |innan )?{_TID}(?:,? (?:og )?(?:{_LØPENDE}))?", _of("start")),
    (rf"(?:{_LØPENDE}) (?:fra|frå) (?:og med )?{_TID}", _of("start")),
    (rf"{_INNEN}{_ÅR}", _year),
    (rf"{_INNEN}{_ÅR} ?[-–/] ?{_SISTE}", _years),
    (rf"(?:fra|frå) {_ÅR} til (?P<siste>(?:19|20|21)\d\d)(?P<kort>)", _years),
    (rf"{_INNEN}{_MÅNED},? {_ÅR}", _month),
    (rf"{_INNEN}{_DEL},?(?: i)? {_ÅR}", _part),
    (rf"{_INNEN}{_SESONG},? {_ÅR}", _season),
    (rf"{_INNEN}{_DAG}\. ?(?:(?P<mnd>\d\d?)\. ?|{_MÅNED},? )(?:{_ÅR}|(?P<kort>\d\d))", _day),
    (rf"{_INNEN}{_DAG}/(?P<mnd>\d\d?)[-./ ]? ?(?:{_ÅR}|(?P<kort>\d\d))", _day),
    (rf"{_INNEN}{_ÅR}-(?P<mnd>\d\d)-{_DAG}", _day),
    (rf"{_INNEN}(?:\d\d?\. ?)?{_MÅNED}|{_INNEN}{_SESONG}|{_INNEN}(?:hver|kvar) {_SESONG}", _of("uten år")),
    (rf"{_INNEN}{_DEL}", _of("uten år")),
)
"""Each form in lower case, single spaces and no full stop at its end, with what makes a deadline of it."""

LAST_SHORT_YEAR = 70
"""From this on a year of two digits is of the last century, and no deadline."""
_NUMBERS = re.compile(r"\d+")


def looks_mistyped(tekst: str) -> bool:
    """Return whether a cell that is not understood holds a number that is nearly a year, as in «2023-20027»."""
    numbers = _NUMBERS.findall(tekst)
    long = any(len(one) > 4 and one.startswith(("19", "20", "21")) for one in numbers)
    years = [int(one) for one in numbers if len(one) == 4 and one[:2] in ("19", "20", "21")]
    backwards = re.search(r"\d{4} ?[-–/] ?\d{4}", tekst) is not None and years != sorted(years)
    return parse(tekst) is None and (long or backwards)


@functools.lru_cache(maxsize=4096)  # the same few years, some hundred times a plan
def siste_dag(år: int, måned: int = 12) -> date:
    """Return the last day of the year `år`, or of the month `måned` in it."""
    return date(år, måned, calendar.monthrange(år, måned)[1])


def som_dato(innen: int | date) -> date:
    """Return the last day that `innen` means: a year is by its 31 December (the rule stands in the editors' guide)."""
    return siste_dag(innen) if isinstance(innen, int) else innen


def dato(dag: date) -> str:
    """Return a day in Norwegian words: «31. desember 2022»."""
    return f"{dag.day}. {MÅNEDER[dag.month - 1]} {dag.year}"
