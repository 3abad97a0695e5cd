"""What the ways to report a status have in common: who may report, what a report is called, and its text as YAML.

A status is reported in three ways: in the form on the site (`templates/meldeskjema.html` and `docs/assets/meld.js`),
in a spreadsheet (`statusark.py`, `statusimport.py`) and by hand, from the template here. All make a file in
`data/rapporter/`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..format import model
from ..format.json_schema import first_line
from ..reading.read import Keys
from ..register.addresses import address
from ..register.entities import Aktør, Plan, Punkt, Register, Tiltak
from ..register.ordering import alphabetic, unique

FOLDER = "data/rapporter"
FØRSTE_LINJE = first_line("rapport")


@dataclass(frozen=True)
class Meldeskjema:
    """The page on which a status of any measure in a plan is reported. One for each plan, not one for each measure."""

    plan: Plan

    @property
    def id(self) -> str:
        """The plan's."""
        return self.plan.id

    @property
    def sti(self) -> str:
        """Its address within the site; `?tiltak=1.1.3` says which measure."""
        return f"{address(self.plan)}meld-status/"

    @property
    def navn(self) -> str:
        """What it is called."""
        return f"Meld status – {self.plan.navn}"


@dataclass(frozen=True)
class Statusark:
    """The spreadsheet in which statuses of many measures in a plan are reported."""

    plan: Plan

    @property
    def sti(self) -> str:
        """Its address within the site."""
        return f"{address(self.plan)}status-{self.plan.id}.xlsx"


@dataclass(frozen=True)
class Melder:
    """An actor that may have published a source, with a name that no other in the list has."""

    navn: str
    aktør: Aktør


def meldere(register: Register, plan: Plan) -> tuple[list[Melder], list[Melder]]:
    """Who may report on a plan: those it gives a role, the likeliest first; and all others whose names hold in it."""
    roles = Counter(aktør for one in plan.tiltak for aktør, rolle in one.roller if rolle != "nevnt")
    own = [plan.eier, *(rapport.utgiver for rapport in plan.rapporter), *(a for a, _ in roles.most_common())]
    files = ("felles", *(kommune.id for kommune in plan.kommuner))
    others = sorted((a for file in files for a in register.aktører_i(file)), key=lambda a: alphabetic(a.navn))
    everybody = [aktør for aktør in unique([*own, *others]) if aktør.data.type != "samlebetegnelse"]
    names = Counter(aktør.navn.lower() for aktør in everybody)
    named = [
        Melder(
            f"{a.navn} ({a.kommune.navn if a.kommune else a.id})" if names[a.navn.lower()] > 1 else a.navn, a
        )
        for a in everybody
    ]
    likely = set(own)
    return [one for one in named if one.aktør in likely], [one for one in named if one.aktør not in likely]


def kommuner_for(plan: Plan, utgiver: Aktør) -> list[str]:
    """The ids of the kommuner that a source of this actor is about: its own, else all of the plan."""
    own = [kommune for kommune in plan.kommuner if kommune is utgiver.kommune]
    return [kommune.id for kommune in own or plan.kommuner]


def meldt(tiltak: Tiltak) -> Iterator[Punkt]:
    """The statements that give a measure a status, newest period first."""
    return (punkt for punkt in tiltak.punkter if punkt.data.status)


def punkt_id(nr: str) -> str:
    """What the statement on a measure is called within a report: `tiltak-1-1-3`."""
    return f"tiltak-{_word(nr) or 'uten-nummer'}"


def rapport_id(*words: str) -> str:
    """The id of a report, from words such as the plan and the day, cut in front when it would be too long."""
    return "-".join(filter(None, map(_word, words)))[-model.LENGSTE_ID :].strip("-")


def _word(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def kortnavn(utgiver: str, period: str) -> str:
    """The short name of a source: who and when."""
    room = model.LENGSTE_KORTNAVN - len(period) - 1
    return f"{utgiver if len(utgiver) <= room else utgiver[: room - 1].rstrip() + '…'} {period}".strip()


def rens(text: str) -> str:
    """A text as it may stand in a file: no sign that cannot be shown, and no space around it."""
    text = unicodedata.normalize("NFC", re.sub("\r\n?|[\u2028\u2029]", "\n", text))
    return "".join(sign for sign in text if sign in "\n\t" or not _HIDDEN.match(sign)).strip()


# The same as in docs/assets/meld.js.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


class Bart(str):
    """A text that is written as it stands, without quotes."""


def yaml_linjer(
    value: Mapping[str, Any], keys: Keys = (), om: Mapping[Keys, str] | None = None
) -> Iterator[tuple[Keys, str]]:
    """A group as lines of YAML, each with the way to what it holds. Every text stands in double quotes.

    `om`: what a comment above the key says; the way to it without the places in lists.
    """
    about = om or {}
    for key, inner in value.items():
        way = (*keys, key)
        comment = about.get(tuple(one for one in way if isinstance(one, str)))
        if comment:
            yield way, f"# {comment}"
        if isinstance(inner, Mapping):
            yield way, f"{key}:"
            yield from _indented(yaml_linjer(inner, way, om))
        elif isinstance(inner, list) and inner and isinstance(inner[0], Mapping):
            yield way, f"{key}:"
            for i, one in enumerate(inner):
                yield from _indented(_item(yaml_linjer(one, (*way, i), om)))
        elif isinstance(inner, list):
            yield way, f"{key}: [{', '.join(map(_scalar, inner))}]"
        else:
            yield way, f"{key}: {_scalar(inner)}"


def _item(lines: Iterator[tuple[Keys, str]]) -> Iterator[tuple[Keys, str]]:
    sign = "- "
    for keys, line in lines:
        if sign == "- " and line.startswith("#"):
            yield keys, line
        else:
            yield keys, sign + line
            sign = "  "


def _indented(lines: Iterator[tuple[Keys, str]]) -> Iterator[tuple[Keys, str]]:
    return ((keys, f"  {line}") for keys, line in lines)


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, str) and not isinstance(value, Bart):
        return json.dumps(rens(value), ensure_ascii=False)  # what JSON escapes, YAML reads the same way
    return value.isoformat() if isinstance(value, date) else str(value)


def mal(plan: Plan) -> str:
    """A report on a measure of a plan to be filled in by hand, each field explained above it."""
    told = {
        (*outer, name): info.description or ""
        for outer, kind in (((), model.Rapport), (("kilde",), model.Kilde), (("punkter",), model.Punkt))
        for name, info in kind.model_fields.items()
    }
    told[("punkter",)] = ""
    punkt: dict[str, Any] = dict.fromkeys(("id", "tittel"), "")
    punkt |= {
        "tiltak": [f"{plan.id}/…"],
        "status": Bart(),
        "omtale": "",
        "sitat": "",
        "sted": "",
        "sikkerhet": Bart(),
    }
    rapport: dict[str, Any] = {
        "tittel": "",
        "kortnavn": "",
        "utgiver": Bart(plan.eier.id),
        "kommuner": [Bart(kommune.id) for kommune in plan.kommuner],
        "gjelder": Bart("ÅÅÅÅ"),
        "registrert": Bart("ÅÅÅÅ-MM-DD"),
        "kilde": {"tittel": "", "url": None},
        "omtale": "",
        "punkter": [punkt],
    }
    told[("punkter", "status")] += f" En av: {', '.join(list(model.STATUSORD)[1:])}."
    told[("punkter", "sikkerhet")] += f" En av: {', '.join(model.SIKKERHETSORD)}."
    lines = (line.rstrip() for _, line in yaml_linjer(rapport, om=told))
    return "".join(f"{line}\n" for line in (FØRSTE_LINJE, *lines))
