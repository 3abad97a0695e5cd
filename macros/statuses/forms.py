"""Write what the ways to report a status have in common: the ids, the short name and the text of a rapport.

A status is reported in three ways: in the form on the site (`templates/meldeskjema.html` and `docs/assets/meld.js`),
in a spreadsheet (`sheet_out.py`, `sheet_in.py`) and by hand, from the template here. All make a file in
`data/rapporter/`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..format import model
from ..format.json_schema import first_line
from ..format.kinds import file_kind
from ..format.texts import AS_PRINTED, LENGSTE_ID, LENGSTE_KORTNAVN
from ..format.vocabulary import MELDBARE, SIKKERHETSORD
from ..register.addresses import address
from ..register.entities import Plan
from ..tools import signs
from ..tools.yaml_out import Plain, Way, double, lines

FOLDER = f"data/{file_kind('rapport').hvor}"
FØRSTE_LINJE = first_line("rapport")


@dataclass(frozen=True)
class Meldeskjema:
    """The page on which the status of any tiltak in a plan is reported. A plan has one, for all its tiltak."""

    plan: Plan

    @property
    def id(self) -> str:
        """Return the id of the plan."""
        return self.plan.id

    @property
    def sti(self) -> str:
        """Return the address of the page within the site; `?tiltak=1.1.3` after it chooses a tiltak."""
        return f"{address(self.plan)}meld-status/"

    @property
    def navn(self) -> str:
        """Return the title of the page."""
        return f"Meld status – {self.plan.navn}"


@dataclass(frozen=True)
class Statusark:
    """The spreadsheet in which the statuses of many tiltak in a plan are reported."""

    plan: Plan

    @property
    def sti(self) -> str:
        """Return the address of the spreadsheet within the site."""
        return f"{address(self.plan)}status-{self.plan.id}.xlsx"


def punkt_id(nr: str) -> str:
    """Return the id of the punkt on a tiltak within its rapport, from the number: `tiltak-1-1-3`."""
    return f"tiltak-{_word(nr) or 'uten-nummer'}"


def rapport_id(*words: str) -> str:
    """Return the id of a rapport, made of words such as the id of the plan and the day.

    Cut in front when it would be longer than an id may be (`texts.LENGSTE_ID`): the end tells rapporter of
    one plan apart.
    """
    return "-".join(filter(None, map(_word, words)))[-LENGSTE_ID:].strip("-")


def _word(text: str) -> str:
    """Return a text as a part of an id: small letters and figures, with hyphens between."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def kortnavn(utgiver: str, period: str) -> str:
    """Return the short name of a rapport: the utgiver and the period, cut to what the format allows."""
    room = LENGSTE_KORTNAVN - len(period) - 1
    return f"{utgiver if len(utgiver) <= room else utgiver[: room - 1].rstrip() + '…'} {period}".strip()


def rens(text: str) -> str:
    """Return a text as it may stand in a file: without signs that cannot be shown, or space around it.

    Line breaks become one kind, letters and their accents one sign. `docs/assets/meld.js` does the same
    (`clean`).
    """
    text = unicodedata.normalize("NFC", re.sub("\r\n?|[\u2028\u2029]", "\n", text))
    return signs.without_unseen(text).strip()


def report_lines(
    rapport: Mapping[str, Any], about: Mapping[Way, str] | None = None
) -> Iterator[tuple[Way, str]]:
    """Yield a report as lines of YAML, each with the way to the value that it holds; see `yaml_out.lines`.

    Every text is cleaned by `rens`, as the form in the browser cleans what is written in it.
    """
    return lines(_cleaned(rapport), double, about)


def _cleaned(value: Any, *, printed: bool = False) -> Any:
    """Return a value with every text in it cleaned by `rens`, those that are not quoted also of the signs of print.

    What is `Plain` is left as it is.
    """
    if isinstance(value, Mapping):
        return {name: _cleaned(inner, printed=name in AS_PRINTED) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner, printed=printed) for inner in value]
    if not isinstance(value, str) or isinstance(value, Plain):
        return value
    return rens(value if printed else signs.ordinary(value))


def mal(plan: Plan) -> str:
    """Return the text of an empty rapport on a tiltak of a plan, each field explained above it, to be filled in by hand."""
    told = {
        (*outer, name): info.description or ""
        for outer, kind in (((), model.Rapport), (("kilde",), model.Kilde), (("punkter",), model.Punkt))
        for name, info in kind.model_fields.items()
    }
    told[("punkter",)] = ""
    punkt: dict[str, Any] = dict.fromkeys(("id", "tittel"), "")
    punkt |= {
        "tiltak": [f"{plan.id}/…"],
        "status": Plain(),
        "omtale": "",
        "sitat": "",
        "sted": "",
        "sikkerhet": Plain(),
    }
    rapport: dict[str, Any] = {
        "tittel": "",
        "kortnavn": "",
        "utgiver": Plain(plan.eier.id),
        "kommuner": [Plain(kommune.id) for kommune in plan.kommuner],
        "gjelder": Plain("ÅÅÅÅ"),
        "registrert": Plain("ÅÅÅÅ-MM-DD"),
        "kilde": {"tittel": "", "url": None, "sett": None, "arkiv": None},
        "omtale": "",
        "punkter": [punkt],
    }
    told[("punkter", "status")] += f" En av: {', '.join(MELDBARE)}."
    told[("punkter", "sikkerhet")] += f" En av: {', '.join(SIKKERHETSORD)}."
    written = (line.rstrip() for _, line in report_lines(rapport, told))
    return "".join(f"{line}\n" for line in (FØRSTE_LINJE, *written))
