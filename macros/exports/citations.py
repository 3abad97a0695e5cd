"""How a tiltak is cited in the formats of reference managers: BibTeX, RIS and CSL-JSON, made from the same facts.

The plan's owner is the author and the plan is the book that the tiltak stands in. The wording is not repeated: it stands
on the page that the reference leads to, and in the citation as text. Nothing in it follows from the day: a reference
manager adds when the page was looked at.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from ..register.addresses import address
from ..register.entities import Tiltak
from ..views.wording.places import place_of

SITE = "Planportalen"


@dataclass(frozen=True)
class Sitat:
    """The facts of a citation, as plain text."""

    id: str
    tittel: str
    plan: str
    eier: str
    adresse: str
    sted: str
    år: int | None
    """The year the plan was decided, else the first of its period; None when neither is known."""
    dato: str
    """The day it was decided, as `2015-09-21`; «» when that is not known."""
    språk: str


def citation(tiltak: Tiltak, base: str) -> Sitat:
    """Return the facts of a citation of a tiltak; `base` is the address of the site."""
    data = tiltak.plan.data
    return Sitat(
        id=re.sub(r"[^a-z0-9]+", "-", tiltak.id),
        tittel=tiltak.navn,
        plan=data.tittel,
        eier=tiltak.plan.eier.navn,
        adresse=base + address(tiltak),
        sted=place_of(tiltak),
        år=data.begynner if data.vedtak is None else data.vedtak.dato.year,
        dato=data.vedtak.dato.isoformat() if data.vedtak else "",
        språk=data.språk,
    )


_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
_TEX_SIGNS = re.compile("[" + re.escape("".join(_TEX)) + "]")


def _tex(text: str) -> str:
    """Return a text on one line that BibTeX takes as it stands."""
    return _TEX_SIGNS.sub(lambda found: _TEX[found[0]], _line(text))


def _line(text: str) -> str:
    """Return a text on one line, without signs that are not seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def bibtex(sitat: Sitat) -> str:
    """Return the citation as an entry of BibTeX."""
    fields = {
        "author": f"{{{_tex(sitat.eier)}}}",
        "title": f"{{{_tex(sitat.tittel)}}}",
        "booktitle": f"{{{_tex(sitat.plan)}}}",
        "year": str(sitat.år or ""),
        "pages": _tex(sitat.sted),
        "howpublished": SITE,
        "url": sitat.adresse,
        "language": {"nn": "nynorsk"}.get(sitat.språk, "norsk"),
    }
    # Nothing is indented: a page takes away what stands before a line.
    lines = [f"{name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@incollection{{{sitat.id},", *lines, "}"])


def ris(sitat: Sitat) -> str:
    """Return the citation in the format RIS."""
    fields = [
        ("TY", "CHAP"), ("AU", sitat.eier + ","), ("TI", sitat.tittel), ("T2", sitat.plan), ("PY", str(sitat.år or "")),
        ("DA", sitat.dato.replace("-", "/")), ("SP", sitat.sted), ("DB", SITE), ("UR", sitat.adresse),
        ("LA", sitat.språk), ("ID", sitat.id), ("ER", ""),
    ]  # fmt: skip
    return "\n".join(f"{tag}  - {_line(value)}" for tag, value in fields if value or tag == "ER")


def csl_json(sitat: Sitat) -> str:
    """Return the citation as CSL-JSON, a list of one."""
    day = [int(part) for part in sitat.dato.split("-")] if sitat.dato else [sitat.år] if sitat.år else None
    entry: dict[str, Any] = {
        "id": sitat.id,
        "type": "chapter",
        "author": [{"literal": sitat.eier}],
        "title": sitat.tittel,
        "container-title": sitat.plan,
        **({"issued": {"date-parts": [day]}} if day else {}),
        **({"page": sitat.sted} if sitat.sted else {}),
        "source": SITE,
        "URL": sitat.adresse,
        "language": sitat.språk,
    }
    return json.dumps([entry], ensure_ascii=False, separators=(",", ":"))


def formats(tiltak: Tiltak, base: str) -> list[tuple[str, str, str, str]]:
    """Return each format of the citation: a word for its place in the page, its name, the ending of a file, the text."""
    sitat = citation(tiltak, base)
    return [
        ("bibtex", "BibTeX", "bib", bibtex(sitat)),
        ("ris", "RIS", "ris", ris(sitat)),
        ("csl", "CSL-JSON", "json", csl_json(sitat)),
    ]
