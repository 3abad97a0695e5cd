"""Whether the verbatim cells of a plan are those of its document, by the fingerprints in `tests/fasit.csv`.

The documents are not in the repository; the SHA-256 of each printed cell is, made from the document by
`tests/lag_fasit.py`, which knows nothing of the data. A plan without rows there is nobody's failure.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..format import model, walk
from ..reading.data import Data
from ..reading.document import KeyPath
from ..reading.limits import unreadable
from ..tools.problem import Problem
from .rule_parts import shortened

FASIT = Path("tests/fasit.csv")
"""The file of fingerprints, from the folder of the project."""
COLUMNS = ("plan", "sted", "felt", "sha256")
Row = tuple[str, str, str]
"""Place, field, and the fingerprint of the cell."""


@dataclass(frozen=True)
class Cell:
    """A text that the data say is printed: its place and field in the fasit, and its way in the plan's file."""

    place: str
    field: str
    text: str
    keys: KeyPath

    @property
    def row(self) -> Row:
        """Return the row that the fasit has of the cell when it is as printed: place, field and fingerprint."""
        return self.place, self.field, sha256(compared(self.text))


def compared(text: str) -> str:
    """Return a cell as it is compared: spaces of every kind as one kind, as the fasit has them (`tests/lag_fasit.py`).

    Personal data are left out of the fasit as they are of the data: «[e-post utelatt]» is what both have.
    """
    return _SPACES.sub(" ", text)


_SPACES = re.compile("[\u00a0\u202f]")


def sha256(text: str) -> str:
    """Return the fingerprint of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def cells(plan: model.Plan) -> Iterator[Cell]:
    """Yield everything that the data say is printed in a plan."""
    if plan.mål is not None:
        yield Cell("", "mål", plan.mål, ("mål",))
    yield from _innledning("", plan.innledning, ())
    for keys, over in walk.deler(plan):
        part, place = over[-1], _place(keys, over)
        if part.nr_trykt is not None:
            yield Cell(place, "nr_trykt", part.nr_trykt, (*keys, "nr_trykt"))
        if part.tittel is not None and part.tittel_fra == "planen":
            key = "tittel" if part.tittel_trykt is None else "tittel_trykt"
            yield Cell(place, "tittel_trykt", part.tittel_trykt or part.tittel, (*keys, key))
        for field in ("ordlyd", "mål"):
            if (text := getattr(part, field)) is not None:
                yield Cell(place, field, text, (*keys, field))
        yield from _innledning(place, part.innledning, keys)
    for linje in plan.linjer:
        yield from _of_tiltak(linje, plan)


def _innledning(place: str, text: str | None, keys: KeyPath) -> Iterator[Cell]:
    """Yield each paragraph of an innledning, once: the line ends between them are not of the document."""
    for line in dict.fromkeys(filter(None, map(str.strip, (text or "").split("\n")))):
        yield Cell(place, "innledning", line, (*keys, "innledning"))


def _place(keys: KeyPath, over: tuple[model.Del, ...]) -> str:
    """Return the number of a part, or where it stands in the one around it."""
    if over[-1].nr is not None:
        return over[-1].nr
    parent = over[-2].nr if len(over) > 1 else ""
    return f"{parent}/{int(keys[-1]) + 1}"


def _of_tiltak(linje: walk.Linje, plan: model.Plan) -> Iterator[Cell]:
    """Yield the printed cells of one tiltak: its number where the plan prints one, its wording and its columns."""
    tiltak = linje.tiltak
    printed = {"ordlyd": tiltak.ordlyd} | {one.navn: one.celle(tiltak) for one in plan.alle_kolonner}
    if (tiltak.nummerert_av or plan.nummerert_av) == "planen":
        key = "nr" if tiltak.nr_trykt is None else "nr_trykt"
        yield Cell(tiltak.nr, "nr_trykt", tiltak.nr_trykt or tiltak.nr, (*linje.keys, key))
    for field, text in printed.items():
        if text is not None:
            yield Cell(tiltak.nr, field, text, (*linje.keys, field))
    for i, inner in enumerate(tiltak.deltiltak):
        yield Cell(tiltak.nr, f"deltiltak {i + 1}", inner.ordlyd, (*linje.keys, "deltiltak", i, "ordlyd"))


def printed(text: str) -> dict[str, dict[Row, int]]:
    """Return the rows of a fasit by plan or report, each with the line it stands on. `text`: the file's."""
    found: dict[str, dict[Row, int]] = {}
    for row in (reader := csv.DictReader(io.StringIO(text))):
        plan, *rest = (row[name] or "" for name in COLUMNS)
        found.setdefault(plan, {})[rest[0], rest[1], rest[2]] = reader.line_num
    return found


def not_as_printed(data: Data, project: Path) -> Iterator[Problem]:
    """Yield a problem for each cell that is not as printed, and for each printed one that is missing.

    `project`: the folder that holds `tests/fasit.csv`; without the file there is nothing to compare with.
    """
    if not os.path.lexists(project / FASIT):
        return
    if problem := unreadable(project / FASIT, FASIT.as_posix()):
        yield problem
        return
    text = (project / FASIT).read_text("utf-8", errors="replace")
    if text.partition("\n")[0].strip() != ",".join(COLUMNS):
        yield Problem(FASIT.as_posix(), 1, 1, "", f"ventet «{','.join(COLUMNS)}» på den første linja.")
        return
    try:
        fasit = printed(text)
    except csv.Error:
        yield Problem(
            FASIT.as_posix(), 1, 1, "", f"ventet {len(COLUMNS)} verdier med komma mellom på hver linje."
        )
        return
    for id_, rows in fasit.items():
        if id_ in data.planer:
            yield from _compared(data, id_, rows)
        elif id_ in data.rapporter:
            rapport = data.rapporter[id_]
            row = ("", "kilde", rapport.kilde.sha256 or "")
            if row not in rows:
                yield data.document("rapport", id_).problem(("kilde",), *CHANGED_SOURCE)
        elif not data.broken:
            message = f"ventet planen eller rapporten «{id_}» i dataene, fant den ikke."
            hint = "Er den tatt bort med vilje, så ta bort linjene for den her også."
            yield Problem(FASIT.as_posix(), min(rows.values()), 1, "", message, hint)


CHANGED_SOURCE = (
    "ventet fingeravtrykket av dokumentet som cellene er sammenlignet med, fant et annet.",
    "Er det en ny utgave av dokumentet, må fasiten lages på nytt (tests/lag_fasit.py).",
)


def _compared(data: Data, id_: str, rows: dict[Row, int]) -> Iterator[Problem]:
    """Yield where the printed cells of the plan `id_` differ from its `rows` of the fasit, each row with its line there."""
    plan, document = data.planer[id_], data.document("plan", id_)
    if document.left_out:
        return
    if ("", "kilde", plan.kilde.sha256 or "") not in rows:
        yield document.problem(("kilde",), *CHANGED_SOURCE)
    seen: set[tuple[str, str]] = set()
    unproven = set(plan.kolonnenavn) - {field for place, field, _ in rows if place}
    for i, column in enumerate(plan.kolonnenavn):
        if column in unproven:
            message = f"ventet at {FASIT.as_posix()} har fingeravtrykk av kolonnen «{column}», fant ingen."
            yield document.problem(("kolonner", i), message, "Lag fasiten på nytt (tests/lag_fasit.py).")
    if not any(field == "innledning" for _, field, _ in rows):
        unproven.add("innledning")
        for keys in {cell.keys: None for cell in cells(plan) if cell.field == "innledning"}:
            message = f"ventet at {FASIT.as_posix()} har fingeravtrykk av «innledning», fant ingen."
            yield document.problem(keys, message, "Lag fasiten på nytt (tests/lag_fasit.py).")
    for cell in cells(plan):
        seen.add((cell.place, cell.field))
        # Of a column without fingerprints one problem says it all.
        if cell.row not in rows and cell.field not in unproven:
            message = f"ventet teksten slik den er trykt i dokumentet, fant «{shortened(cell.text)}»."
            yield document.problem(cell.keys, message, "Hent teksten tilbake, eller rett tests/fasit.csv.")
    for (place, field, _), line in rows.items():
        # A plan need not have the text between its measures; what it has of it, is as printed.
        if field not in ("kilde", "innledning") and (place, field) not in seen:
            where = f"{place}, {field}" if place else field
            message = f"ventet «{where}» i planen «{id_}», som dokumentet har, fant det ikke."
            yield Problem(FASIT.as_posix(), line, 1, "", message, "Hent det tilbake i planfilen.")
