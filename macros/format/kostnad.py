"""The grammar of costs: what «1,2 mill. kr» is in kroner, without guessing.

| form | examples | means |
|---|---|---|
| kroner | «500.000», «kr 150 000,-», «1 500 000 kr», «NOK 75 000» | so many kroner |
| tusen | «500'», «150 tusen kr», «150 tkr» | thousands |
| millioner | «1,2 mill. kr», «0,5 MNOK», «3 mkr» | millions |
| milliarder | «1,1 mrd. kr» | thousands of millions |
| from–to | «2-3 mnok», «100.000–150.000» | two limits |
| each year | «200.000 per år», «0,5 MNOK årlig» | the sum, each year |
| about | «ca. 500.000», «inntil 1 mill. kr» | the sum, said to be about or at most |

A number that may be anything is not read: «500», «2024». Nor is a cell with two sums, such as one for each of two years.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Beløp:
    """Hold a cost as understood: from one number of kroner to another, and how it is meant."""

    fra: int
    til: int
    per_år: bool = False
    om: str = ""
    """«om lag» or «inntil», where the cell says so."""

    @property
    def tekst(self) -> str:
        """Return the understanding in Norwegian: «om lag 500 000 kroner per år»."""
        sums = _shown(self.fra) if self.fra == self.til else f"{_shown(self.fra)}–{_shown(self.til)}"
        return " ".join(filter(None, (self.om, f"{sums} kroner", "per år" if self.per_år else "")))


def _shown(kroner: int) -> str:
    return f"{kroner:,}".replace(",", "\u00a0")


_TALL = r"\d{1,3}(?:[ .]\d{3})+|\d+(?:,\d+)?"
_ENHETER = {
    r"'|tusen|t\.?kr\.?|tnok": 1_000,
    r"mill(?:ion(?:er|ar)?)?\.?|mnok|mkr\.?|mill\.?kr\.?": 1_000_000,
    r"mrd\.?|milliard(?:er|ar)?": 1_000_000_000,
}
_ENHET = "|".join(_ENHETER)
_KR = r"kr\.?|nok|kroner"
_CA = r"ca\.?|cirka|om lag|omtrent|rundt"
_HØYST = r"inntil|maks(?:imalt)?\.?|opp(?:til| til)"
_PER_ÅR = r"per år|pr\.? ?år|årlig|årleg|i året|hvert år|kvart år|/ ?år"
_SUM = (
    rf"(?:(?P<ca>{_CA}) |(?P<høyst>{_HØYST}) )?(?P<kr>{_KR})? ?(?P<fra>{_TALL}) ?(?P<fra_enhet>{_ENHET})?"
    rf"(?: ?[-–] ?(?P<til>{_TALL}))? ?(?P<enhet>{_ENHET})? ?(?P<kr2>{_KR})?(?P<strek>,-)?"
    rf"(?:,? ?\(?(?P<per_år>{_PER_ÅR})\)?)?"
)
_EN_SUM = re.compile(
    rf"(?<![\d.,])(?:(?:{_KR}) ?(?:{_TALL})|(?:{_TALL}) ?(?:{_ENHET}|{_KR}|,-)|\d{{1,3}}(?:[ .]\d{{3}})+)(?![\d])"
)


@functools.lru_cache(maxsize=4096)
def parse(tekst: str) -> Beløp | None:
    """Return the cost that the cell `tekst` gives, or None when its form is not in the grammar above."""
    cell = " ".join(tekst.split()).rstrip(".").lower()
    found = re.fullmatch(_SUM, cell)
    if not found:
        return None
    unit = found["enhet"] or found["fra_enhet"]
    said = unit or found["kr"] or found["kr2"] or found["strek"]
    first, last = found["fra"], found["til"] or found["fra"]
    if not said and not all(_is_sum_alone(one) for one in (first, last)):
        return None
    fra, til = _kroner(first, found["fra_enhet"] or unit), _kroner(last, unit)
    if fra is None or til is None or fra > til:
        return None
    om = "om lag" if found["ca"] else "inntil" if found["høyst"] else ""
    return Beløp(fra, til, bool(found["per_år"]), om)


def sums(tekst: str) -> list[str]:
    """Return the words of each sum in a cell, in its order: «500.000 i 2024 og 200.000 i 2025» has two."""
    return [found[0].strip() for found in _EN_SUM.finditer(" ".join(tekst.split()).lower())]


def _is_sum_alone(number: str) -> bool:
    """Return whether a number without a unit can only be kroner: it is parted in thousands, or of five digits or more."""
    return (not number.isdecimal() and "," not in number) or len(number) > 4


def _kroner(number: str, unit: str | None) -> int | None:
    """Return a number with its unit in kroner; None when it is no whole number of kroner."""
    times = next((times for words, times in _ENHETER.items() if unit and re.fullmatch(words, unit)), 1)
    value = Fraction(re.sub("[ .]", "", number).replace(",", ".")) * times
    return int(value) if value.denominator == 1 else None
