"""The whole report on a change of the data, as Markdown: what is wrong, what is changed, and what is still to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import yaml

from ..format.json_schema import first_line
from ..reading.inventory import Ting
from ..tools.problem import Problem
from .lost_addresses import FILE, Tapt, lost
from .markdown import plain
from .matching import Forskjell
from .phrases import called
from .sentences import endringer

CORRECTIONS = "rettelser.yml"
MOST = 900_000
"""GitHub shows a summary of at most a megabyte; what is left out of a longer one is said at its end."""


VERBATIM = {"ordlyd": "Ordlyden", "mål": "Målet", "frist": "Fristen", "ansvar": "Ansvaret",
            "milepæler": "Milepælene", "nr_trykt": "Nummeret", "tittel_trykt": "Tittelen", "sitat": "Sitatet",
            "deltiltak": "Punktene under tiltaket"}  # fmt: skip
"""The fields that hold a source's own words, and what a correction calls them."""


def corrections(change: Forskjell, idag: date) -> list[str]:
    """Entries for the file of corrections: one for each thing whose published words are others, and that has none."""
    known = {repr(one) for one in change.før.rettelser}
    new = [one for one in change.nå.rettelser if repr(one) not in known]
    found = []
    for par in change.par:
        said = [*_corrected(par.før, par.nå)] if par.før and par.nå else []
        field, ref = _concerns(par.ting)
        if said and not any(ref in getattr(one, field) for one in new):
            found.append(_as_yaml({"dato": idag, field: [ref], "hva": " ".join(said)}))
    return found


def _concerns(ting: Ting) -> tuple[str, str]:
    """How a correction says what it concerns."""
    if ting.slag == "tiltak":
        return "tiltak", ting.id
    return "rapporter" if ting.slag == "punkt" else "planer", ting.øverst.id


def _corrected(before: Ting, after: Ting) -> Iterator[str]:
    for name, noun in VERBATIM.items():
        old, new = (_printed(getattr(one.data, name, None)) for one in (before, after))
        if old != new:
            where = "" if after.slag in ("tiltak", "plan") else f" i {called(after)}".replace("\\", "")
            yield f"{noun}{where} var {_quoted(old)}, og er nå {_quoted(new)}."


def _quoted(text: str | None) -> str:
    return "ikke oppgitt" if text is None else f"«{text}»" if text else "en tom tekst"


def _printed(value: Any) -> str | None:
    """The printed words of a cell."""
    if isinstance(value, tuple):
        return "; ".join(one.ordlyd for one in value)
    return getattr(value, "tekst", value)  # type: ignore[no-any-return]


def _as_yaml(post: dict[str, Any]) -> str:
    text = yaml.safe_dump([post], allow_unicode=True, sort_keys=False, default_flow_style=None, width=100_000)
    return f"{text}  hvorfor:\n"


def as_markdown(change: Forskjell, problems: Sequence[Problem], idag: date, since: str) -> str:
    """The whole report: what is wrong, what is changed, and what the editor has still to write."""
    tapte = lost(change)
    parts = [f"# Hva endringen betyr\n\nDataene er sammenlignet med {plain(since)}."]
    found = sorted({*problems, *(tapt.problem for tapt in tapte)})
    if found:
        lines = [f"- {plain(one.file)} linje {one.line}: {_told(one)}" for one in found]
        parts.append("\n".join([f"## {len(found)} feil som må rettes\n", *lines]))
    if tapte:
        words, posts = to_paste(change, tapte)
        parts.append(f"{words}\n\n{_fenced(posts)}")
    if change.utelatt:
        files = ", ".join(map(plain, sorted(change.utelatt)))
        parts.append(f"Disse filene er ikke sammenlignet, fordi de har feil før eller nå: {files}.")
    parts += _groups(change)
    if proposals := corrections(change, idag):
        words = "Ord som har vært publisert som kildens egne, er endret. Skriv hvorfor, og sett det nyeste øverst."
        posts = _in_file(change, CORRECTIONS, "".join(proposals))
        where = _add_to(change, CORRECTIONS)
        parts.append(f"## Forslag til rettelser\n\n{words} {where}\n\n{_fenced(posts)}")
    return _shortened("\n\n".join(parts) + "\n")


def _told(problem: Problem) -> str:
    where = f"{problem.path}: " if problem.path else ""
    return plain(f"{where}{problem.message} {problem.hint}")


def to_paste(change: Forskjell, tapte: Iterable[Tapt]) -> tuple[str, str]:
    """What to do so that no address is lost, and the lines to write."""
    words = f"{_add_to(change, FILE)} Se om adressene og grunnene er riktige."
    return words, _in_file(change, FILE, "".join(f"{tapt.post}\n" for tapt in tapte))


def _add_to(change: Forskjell, name: str) -> str:
    file = f"{change.nå.root}/{name}"
    there = file in change.nå.documents
    return f"Legg dette til i {file}." if there else f"Lag filen {file} med dette i."


def _in_file(change: Forskjell, name: str, posts: str) -> str:
    """The entries, after the first line when the file is new."""
    if f"{change.nå.root}/{name}" in change.nå.documents:
        return posts
    return f"{first_line(name.removesuffix('.yml'))}\n{posts}"


def _fenced(text: str) -> str:
    """A block of YAML, which nothing in it ends."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}yaml\n{text}{fence}"


def _groups(change: Forskjell) -> Iterator[str]:
    names = {**change.før.kommuner, **change.nå.kommuner}
    found = endringer(change)
    if not found:
        yield f"Ingen endringer i {'de andre filene' if change.utelatt else 'dataene'}."
    for kommuner, group in groupby(found, key=lambda one: one.kommuner):
        known = [names[id_].navn if id_ in names else id_ for id_ in kommuner]
        heading = ", ".join(map(plain, known)) or "Felles for alle kommuner"
        yield "\n".join([f"## {heading}\n", *(f"- {one.tekst}" for one in group)])


def _shortened(text: str) -> str:
    if len(text.encode()) <= MOST:
        return text
    kept = text.encode()[:MOST].decode(errors="ignore").rpartition("\n")[0]
    return f"{kept}\n\nResten er for langt til å vises her.\n"
