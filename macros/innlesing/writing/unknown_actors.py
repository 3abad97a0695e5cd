"""Propose entries for the aktører that a plan names and nobody has registered: once for the plan, not once for each cell.

The type is guessed from the words, and marked as a guess; an editor approves the lot and pastes it into the kommune's file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ...tools.yaml_out import double, natural
from ..readers.numbers import as_id

_KINDS = (
    (r"(?:etat|avdeling|avd\.?|seksjon|enhet|tjenest|kontor|virksomhet|sektor)(?:e[nt]|a|n|r)?\b", "kommunal enhet"),
    (r"(?:sjef|leder|leiar|direktør|rådgiver|rådgjevar|rådmann|ordfører|koordinator|ansvarlig)(?:e[nt])?\b", "stilling"),
    (r"(?:utvalg|utval|styre|formannskap|nemnd|råd)(?:et|t)?\b", "folkevalgt organ"),
    (r"fylkeskommune", "fylkeskommune"),
    (r"\bkommune\b", "kommune"),
    (r"regionråd", "regionråd"),
    (r"\b(?:statens|statlig|direktoratet|departementet|statsforvalteren)\b|direktorat|departement", "stat"),
    (r"skole|skule|universitet|høgskol|forskning", "skole og forskning"),
    (r"forening|\blag\b|lag(?:et)?\b|klubb|forbund", "forening"),
    (r"\b(?:as|asa|sa|ans|da)$", "bedrift"),
    (r"prosjekt|gruppe|nettverk|samarbeid", "samarbeid"),
    (r"(?:ene|ane|ere|er|erne)$", "samlebetegnelse"),
)  # fmt: skip
"""What a name holds, and the type it then most likely is of; the first that fits."""
_BRACKET = re.compile(r"([^,;/()\n]+?) ?\(([^()]*)\)")


def guess_type(name: str) -> str:
    """Return the type that an aktør most likely is of by its name; a kommunal enhet where the name says nothing."""
    return next((kind for words, kind in _KINDS if re.search(words, name.casefold())), "kommunal enhet")


def whole_names(cell: str, unknown: Sequence[str]) -> list[str]:
    """Return the unknown words of a cell, with «Prosjektgruppe (P&U, TEK)» as one name when all in it is unknown."""
    names = list(unknown)
    for match in _BRACKET.finditer(cell):
        inner = [word.strip() for word in re.split(r"[,;/]", match[2])]
        parts = [match[1].strip(), *inner]
        if all(part in names for part in parts):
            names[names.index(parts[0])] = match[0].strip()
            names = [name for name in names if name not in inner]
    return names


def propose_actors(unknown: Counter[str], kommuner: Sequence[str], owner: str) -> Iterator[str]:
    """Yield what the report says of unknown aktører: names with counts, the most frequent first, and entries to paste.

    `owner`: the id of the kommune's aktør, which its units have as `forelder`; «» for none.
    """
    same: dict[str, Counter[str]] = {}
    for name, count in unknown.items():
        same.setdefault(as_id(name) or name, Counter())[" ".join(name.split())] += count
    order = sorted(same.items(), key=lambda one: (-one[1].total(), one[0]))
    yield f"Ukjente aktører: godkjenn én gang ({len(order)})"
    for _, spellings in order:
        yield f"  - {spellings.total()} {'celle' if spellings.total() == 1 else 'celler'}: {', '.join(f'«{one}»' for one in spellings)}"
    file = f"data/aktorer/{kommuner[0]}.yml" if len(kommuner) == 1 else "data/aktorer/felles.yml"
    yield f"  Se over typen, som er gjettet, stryk det som ikke er aktører, og lim resten inn i {file}:"
    start = kommuner[0] if len(kommuner) == 1 else ""
    for key, spellings in order:
        name, *others = _unlike(spellings)
        kind = guess_type(name)
        id_ = "-".join(filter(None, [start, key]))[:80].strip("-")
        yield ""
        yield f"{id_}:"
        yield f"  navn: {natural(name)}"
        yield f"  type: {kind}  # gjettet"
        if owner and kind in ("kommunal enhet", "folkevalgt organ", "stilling"):
            yield f"  forelder: {owner}  # gjettet"
        if others:
            yield f"  varianter: [{', '.join(map(double, others))}]"


def _unlike(spellings: Counter[str]) -> list[str]:
    """Return the spellings that a name needs, the most frequent first: upper and lower case are the same name."""
    found: dict[str, str] = {}
    for name, _ in spellings.most_common():
        found.setdefault(name.lower(), name)
    return list(found.values())
