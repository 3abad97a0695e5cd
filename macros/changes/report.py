"""Write the whole report on a change of the data, as Markdown: what is wrong, what is changed, what is still to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from ..format.columns import COLUMNS
from ..format.json_schema import first_line
from ..format.kinds import file_of
from ..reading.inventory import Ting
from ..tools.problem import Problem
from ..tools.yaml_out import lines, natural, post
from .lost_addresses import FILE, LostAddress, lost
from .markdown import plain
from .matching import Comparison
from .phrases import called
from .sentences import sentences

CORRECTIONS = file_of("rettelse")
MOST = 900_000
"""GitHub shows a summary of at most a megabyte; what is left out of a longer one is said at its end."""


VERBATIM = {
    "ordlyd": "Ordlyden",
    **{column.navn: column.bestemt.capitalize() for column in COLUMNS},
    "nr_trykt": "Nummeret",
    "tittel_trykt": "Tittelen",
    "sitat": "Sitatet",
    "deltiltak": "Punktene under tiltaket",
}
"""The fields that hold a source's own words, and what a correction calls them."""


def corrections(change: Comparison, idag: date) -> list[str]:
    """Return proposed posts for the file of corrections, one for each thing whose published words have changed.

    A thing that a new correction already names gets none.
    """
    known = {repr(one) for one in change.before.rettelser}
    new = [one for one in change.after.rettelser if repr(one) not in known]
    found = []
    for pair in change.pairs:
        said = [*_corrected(pair.before, pair.after)] if pair.before and pair.after else []
        field, ref = _concerns(pair.ting)
        if said and not any(ref in getattr(one, field) for one in new):
            found.append(_as_post({"dato": idag, field: [ref], "hva": " ".join(said)}))
    return found


def _concerns(ting: Ting) -> tuple[str, str]:
    """Return the field and the id by which a correction names a thing."""
    if ting.slag == "tiltak":
        return "tiltak", ting.id
    return "rapporter" if ting.slag == "punkt" else "planer", ting.øverst.id


def _corrected(before: Ting, after: Ting) -> Iterator[str]:
    """Yield a sentence for each field with a source's own words that are others than before."""
    own = {name for one in (before, after) for name in one.data.model_extra or {}}
    for name, noun in (VERBATIM | {name: f"Cellen «{name}»" for name in sorted(own)}).items():
        old, new = (_printed(getattr(one.data, name, None)) for one in (before, after))
        if old != new:
            where = "" if after.slag in ("tiltak", "plan") else f" i {called(after)}".replace("\\", "")
            yield f"{noun}{where} var {_quoted(old)}, og er nå {_quoted(new)}."


def _quoted(text: str | None) -> str:
    """Return printed words in a sentence; None is a cell that the source does not have."""
    return "ikke oppgitt" if text is None else f"«{text}»" if text else "en tom tekst"


def _printed(value: Any) -> str | None:
    """Return the printed words of a field: of a cell, or of the points below a tiltak."""
    if isinstance(value, tuple):
        return "; ".join(one.ordlyd for one in value)
    return getattr(value, "tekst", value)  # type: ignore[no-any-return]


def _as_post(fields: dict[str, Any]) -> str:
    """Return a correction as a post of the file of corrections, its reason left for the editor to write."""
    written = "".join(f"{line}\n" for _, line in post(lines(fields, natural)))
    return f"{written}  hvorfor:\n"


def as_markdown(change: Comparison, problems: Sequence[Problem], idag: date, since: str) -> str:
    """Return the report on a change: what is wrong, what has changed, and what the editor has still to write.

    `problems` are those of the later state; `since` names the earlier one, for the editor. Cut at `MOST`
    bytes.
    """
    lost_ones = lost(change)
    parts = [f"# Hva endringen betyr\n\nDataene er sammenlignet med {plain(since)}."]
    found = sorted({*problems, *(one_lost.problem for one_lost in lost_ones)})
    if found:
        lines = [f"- {plain(one.file)} linje {one.line}: {_told(one)}" for one in found]
        parts.append("\n".join([f"## {len(found)} feil som må rettes\n", *lines]))
    if lost_ones:
        words, posts = to_paste(change, lost_ones)
        parts.append(f"{words}\n\n{_fenced(posts)}")
    if change.left_out:
        files = ", ".join(map(plain, sorted(change.left_out)))
        parts.append(f"Disse filene er ikke sammenlignet, fordi de har feil før eller nå: {files}.")
    parts += _groups(change)
    if proposals := corrections(change, idag):
        words = "Ord som har vært publisert som kildens egne, er endret. Skriv hvorfor, og sett det nyeste øverst."
        posts = _in_file(change, CORRECTIONS, "".join(proposals))
        where = _add_to(change, CORRECTIONS)
        parts.append(f"## Forslag til rettelser\n\n{words} {where}\n\n{_fenced(posts)}")
    return _shortened("\n\n".join(parts) + "\n")


def _told(problem: Problem) -> str:
    """Return a problem on one line of Markdown."""
    where = f"{problem.path}: " if problem.path else ""
    return plain(f"{where}{problem.message} {problem.hint}")


def to_paste(change: Comparison, lost_ones: Iterable[LostAddress]) -> tuple[str, str]:
    """Return what to do so that no address is lost, and the lines to write in the file of redirects."""
    words = f"{_add_to(change, FILE)} Se om adressene og grunnene er riktige."
    return words, _in_file(change, FILE, "".join(f"{one_lost.entry}\n" for one_lost in lost_ones))


def _add_to(change: Comparison, name: str) -> str:
    """Return the sentence that asks for lines in a file of the data, which may not be there yet."""
    file = f"{change.after.root}/{name}"
    there = file in change.after.documents
    return f"Legg dette til i {file}." if there else f"Lag filen {file} med dette i."


def _in_file(change: Comparison, name: str, posts: str) -> str:
    """Return posts as they are to be pasted: after the first line of the file when the file is new."""
    if f"{change.after.root}/{name}" in change.after.documents:
        return posts
    return f"{first_line(name.removesuffix('.yml'))}\n{posts}"


def _fenced(text: str) -> str:
    """Return a text as a block of YAML in Markdown, which no text in it can end."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}yaml\n{text}{fence}"


def _groups(change: Comparison) -> Iterator[str]:
    """Yield a section of sentences for each group of kommuner that they concern."""
    names = {**change.before.kommuner, **change.after.kommuner}
    found = sentences(change)
    if not found:
        yield f"Ingen endringer i {'de andre filene' if change.left_out else 'dataene'}."
    for kommuner, group in groupby(found, key=lambda one: one.kommuner):
        known = [names[id_].navn if id_ in names else id_ for id_ in kommuner]
        heading = ", ".join(map(plain, known)) or "Felles for alle kommuner"
        yield "\n".join([f"## {heading}\n", *(f"- {one.tekst}" for one in group)])


def _shortened(text: str) -> str:
    """Return a text cut at the last whole line within `MOST` bytes, which is said at its end."""
    if len(text.encode()) <= MOST:
        return text
    # The cut may fall within a letter or a line: neither is shown in part.
    kept = text.encode()[:MOST].decode(errors="ignore").rpartition("\n")[0]
    return f"{kept}\n\nResten er for langt til å vises her.\n"
