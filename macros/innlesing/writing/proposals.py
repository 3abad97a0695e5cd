"""Find what a document itself says of the plan: its title, kommune, period and vedtak. Proposals, for an editor to see to.

Only what stands plainly in the first lines is proposed, and nothing when two lines say different things: a field that
waits is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...format.frist import MÅNEDER
from ...format.model_registers import Kommune
from ...tools.yaml_out import Plain, inline, verbatim
from ..readers.lines import Line

_FIRST = 40
"""So many lines are read: a title page, and what stands before the contents."""
_TITLE = re.compile(r"(?:plan|program|strategi)(?:en|er|ar|et|n)?\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(20\d\d) ?[-–] ?(20\d\d)\b")
_MONTHS = {name: i for i, name in enumerate(MÅNEDER, 1)}
_DAY = rf"(?:(?P<d>\d{{1,2}})\. ?(?:(?P<m>\d{{1,2}})\. ?|(?P<month>{'|'.join(MÅNEDER)}) )(?P<y>20\d\d))"
_ORGAN = r"(?P<organ>(?:kommunestyre|bystyre|heradsstyre)t|(?:fylkesting|formannskap|regionråd|representantskap)et)"
_SAK = (
    r"(?:[,;]? ?\(? ?(?:i )?(?:sak(?:snr\.?| nr\.?)?:? ?)(?P<sak>(?:[A-ZÆØÅ]{2,4}[ -])?\d{1,4}/\d{2,4})\)?)?"
)
_VEDTAK = re.compile(
    rf"\b(?:vedtatt|vedteken|vedteke) (?:av|i) (?:\w+ )?{_ORGAN},? (?:den )?{_DAY}{_SAK}", re.IGNORECASE
)
_SAK_FIRST = re.compile(
    r"\b(?:vedtatt|vedteken|vedteke) (?:av|i) (?:\w+ )?" + _ORGAN + r",? (?:i )?sak(?:snr\.?| nr\.?)?:? ?"
    rf"(?P<sak>(?:[A-ZÆØÅ]{{2,4}}[ -])?\d{{1,4}}/\d{{2,4}}),? (?:den )?{_DAY}",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"\b(?:skal|vil|kan|bli|blir|ikke|utkast|forslag)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Proposal:
    """The value of a field as YAML, and the place and words of the document that say it."""

    value: str
    place: str
    words: str

    @property
    def comment(self) -> str:
        """Return what stands above the field in the plan file."""
        return f"Forslag fra dokumentet, {self.place}: «{self.words}». Se at det stemmer, og ta bort denne kommentaren."


def propose_head(lines: Sequence[Line], taken: Collection[int] = ()) -> dict[str, Proposal]:
    """Return what the document says of the plan, by the fields of the head: tittel, periode, vedtak.

    `taken`: the `id` of each line that became a tiltak. Years in it or in the rows that follow are those of a tiltak.
    """
    first = [(line, _text(line)) for line in lines[:_FIRST]]
    start = next((i for i, (line, _) in enumerate(first) if id(line) in taken), len(first))
    before = [
        *first[:start],
        *((line, text) for line, text in first[start:] if not line.table and id(line) not in taken),
    ]
    found = {"tittel": _title(first), "periode": _period(before), "vedtak": _vedtak(first)}
    return {name: one for name, one in found.items() if one}


def propose_kommune(lines: Sequence[Line], kommuner: Mapping[str, Kommune]) -> tuple[str, Proposal] | None:
    """Return the id of the one kommune that the first lines name as «… kommune»; None when none or several are named."""
    found: dict[str, Line] = {}
    names: dict[str, list[str]] = {}
    for id_, kommune in kommuner.items():
        names.setdefault(kommune.navn.casefold(), []).append(id_)
    for line in lines[:_FIRST]:
        if line.table:
            continue
        for match in re.finditer(r"((?:[\wæøåÆØÅ-]+ ){0,2}[\wæøåÆØÅ-]+) kommune\b", _text(line)):
            words = match[1].split()
            known = (names.get(" ".join(words[i:]).casefold()) for i in range(len(words)))
            if ids := next(filter(None, known), None):
                # Two kommuner of one name (Herøy, Våler): the document does not say which.
                for id_ in ids:
                    found.setdefault(id_, line)
    if len(found) != 1:
        return None
    ((id_, line),) = found.items()
    return id_, Proposal(inline([Plain(id_)]), line.place, _short(_text(line)))


def _title(lines: Iterable[tuple[Line, str]]) -> Proposal | None:
    """Return the first line that reads as the name of a plan."""
    for line, text in lines:
        short = (
            len(text) < 120 and not text.endswith((".", ":", "?")) and not re.search(r"\.{4}|\d$", text[:-4])
        )
        if not line.table and short and _TITLE.search(text) and not _VEDTAK.search(text):
            return Proposal(verbatim(text), line.place, _short(text))
    return None


def _period(lines: Iterable[tuple[Line, str]]) -> Proposal | None:
    """Return the first years from and to, when they are in order and no longer than a plan is."""
    for line, text in lines:
        years = _YEARS.search(text)
        if years and 0 < int(years[2]) - int(years[1]) <= 20:
            return Proposal(f"{{fra: {years[1]}, til: {years[2]}}}", line.place, _short(text))
    return None


def _vedtak(lines: Iterable[tuple[Line, str]]) -> Proposal | None:
    """Return who adopted the plan, when and in which case; None when no line says it, or two say different things."""
    found: dict[str, Proposal] = {}
    for line, text in lines:
        for match in (*_SAK_FIRST.finditer(text), *_VEDTAK.finditer(text)):
            day = _day(match)
            before = re.split(r"[.;:] ", text[: match.start()])[-1]
            if day and not _DRAFT.search(before):
                value = {"organ": match["organ"].capitalize(), "dato": day} | (
                    {"sak": match["sak"]} if match["sak"] else {}
                )
                found.setdefault(inline(value), Proposal(inline(value), line.place, _short(match[0])))
    return next(iter(found.values())) if len(found) == 1 else None


def _day(match: re.Match[str]) -> date | None:
    """Return the day that was matched; None for one that no calendar has."""
    month = int(match["m"]) if match["m"] else _MONTHS[match["month"].lower()]
    try:
        return date(int(match["y"]), month, int(match["d"]))
    except ValueError:
        return None


def _text(line: Line) -> str:
    """Return a line as one text."""
    return " ".join("\t".join(line.cells).split())


def _short(text: str) -> str:
    """Return a text cut when it is long."""
    return text if len(text) <= 90 else f"{text[:90]} …"
