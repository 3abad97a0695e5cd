"""What several rules share: walking through the data with the document of each thing, and common problems."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from ..format import model, tidsrom
from ..format.kinds import file_of
from ..reading.data import Data
from ..reading.document import Document, KeyPath
from ..tools.problem import Problem


def shortened(text: str) -> str:
    """Return the beginning of a text on one line, for a message."""
    return textwrap.shorten(text, 80, placeholder=" …") or text[:80]


FileRule = Callable[[Document, Any], Iterator[Problem]]
"""A rule that looks at one file: its document, and what stands in it."""


def each_plan(data: Data) -> Iterator[tuple[Document, model.Plan]]:
    """Yield each plan that could be read, with its document."""
    for id_, plan in data.planer.items():
        yield data.document("plan", id_), plan


def each_rapport(data: Data) -> Iterator[tuple[Document, model.Rapport]]:
    """Yield each report that could be read, with its document."""
    for id_, rapport in data.rapporter.items():
        yield data.document("rapport", id_), rapport


def each_aktør(data: Data) -> Iterator[tuple[Document, str, model.Aktør]]:
    """Yield each aktør of all files, with its document and its id."""
    for id_, aktør in data.aktører.items():
        yield data.document("aktør", data.aktørfil[id_]), id_, aktør


def each_aktør_in(data: Data, file: str) -> Iterator[tuple[Document, str, model.Aktør]]:
    """Yield each aktør of one file (a kommune's id, or `felles`), with its document and its id."""
    for id_ in data.aktører_i(file):
        yield data.document("aktør", file), id_, data.aktører[id_]


def register_document(data: Data, name: str) -> Document:
    """Return the document of the register `name` (`kommuner`), an empty one when there is no such file."""
    return data.documents.get(f"{data.root}/{name}.yml", Document(name))


def each_punkt(rapport: model.Rapport) -> Iterator[tuple[KeyPath, model.Punkt]]:
    """Yield each statement of a report, with its way in the file."""
    for i, punkt in enumerate(rapport.punkter):
        yield ("punkter", i), punkt


def lacks_file(data: Data, kommune: str) -> str:
    """Return the hint on how to make the file of aktører that the kommune with the id `kommune` lacks."""
    return f"Filen {data.root}/{file_of('aktør', kommune)} mangler. Lag den med «python -m macros ny-kommune {kommune}»."


def is_lost(document: Document, *names: str) -> bool:
    """Return whether a value with one of the keys `names` was left out of the document because it was wrong."""
    return any(name in keys for keys in document.left_out for name in names)


def not_in_order(
    document: Document, id_: str, periods: Sequence[model.Nummer | model.Fylke]
) -> Iterator[Problem]:
    """Yield a problem for each of the periods of `id_` that ends before it begins, or begins before the one above ends."""
    latest = date.min
    for i, one in enumerate(periods):
        start, end = one.fra or date.min, one.til or date.max
        if start > end or (i and start <= latest):
            keys = (id_, "numre", i) if isinstance(one, model.Nummer) else (id_,)
            hint = "Skriv det eldste først; det neste begynner dagen etter."
            yield document.problem(
                keys, "tidsrommet slutter før det begynner, eller overlapper et annet.", hint
            )
        latest = end


def not_yet(document: Document, keys: KeyPath, day: date, idag: date) -> Iterator[Problem]:
    """Yield a problem when `day` is after tomorrow (a day's grace, for clocks in other time zones)."""
    if day > idag + timedelta(days=1):
        yield document.problem(keys, f"ventet en dag som har vært, fant {day}.", f"I dag er {idag}.")


def not_happened(document: Document, gjelder: model.Gjelder, idag: date) -> Iterator[Problem]:
    """Yield a problem when a report is of a time to come: it would outrank every later one."""
    last = gjelder.til or gjelder.fra
    if last is not None and tidsrom.days(last)[0] > idag + timedelta(days=1):
        found = tidsrom.shown(last)
        yield document.problem(("gjelder",), f"ventet tid som har vært, fant {found}.", f"I dag er {idag}.")


def duplicates(
    document: Document, key: str, noun: str, entries: Iterable[tuple[KeyPath, str | None]]
) -> Iterator[Problem]:
    """Yield a problem for each of the entries (way in the file, value) whose value stands in one above too.

    `noun` is what the message calls it («tiltaket»), `key` the field that has the value. Entries without one pass.
    """
    first: dict[str, KeyPath] = {}
    for keys, value in entries:
        if value is None:
            continue
        if value in first:
            line = document.place(first[value]).line
            message = f"{noun} «{value}» står to ganger, første gang på linje {line}."
            yield document.problem((*keys, key), message, "Gi den ene noe annet.")
        first.setdefault(value, keys)


def starts_of_id(id_: str) -> Iterator[str]:
    """Return what the id `id_` may start with, the shortest first: `nore`, `nore-og`, …"""
    words = id_.split("-")
    return ("-".join(words[:count]) for count in range(1, len(words)))
