"""Every printed cell with a fingerprint in `tests/fasit.csv` is found again in the CSV, the JSON and the workbook."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from macros.checking.fasit import FASIT, printed
from macros.checking.fasit import cells as as_entered
from macros.reading.load import load
from tests.conftest import ROOT
from tests.exports.opened import opened, undone

Row = dict[str, Any]


def in_csv(files: Path, table: str) -> list[Row]:
    rows = opened(files / f"{table}.csv").map(undone).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]


def in_xlsx(files: Path, table: str) -> list[Row]:
    book = openpyxl.load_workbook(files / "planportalen.xlsx", read_only=True)
    heading, *rows = book[table].iter_rows(values_only=True)
    texts = ([unescape(one) if isinstance(one, str) else one for one in row] for row in rows)
    return [dict(zip(map(str, heading), row, strict=True)) for row in texts]


def in_json(files: Path, table: str) -> list[Row]:
    documents = [json.loads(path.read_text("utf-8")) for path in sorted((files / "planer").glob("*.json"))]
    return [row for one in documents for row in ([one["plan"]] if table == "planer" else one[table])]


def cells(rows: Callable[[str], list[Row]]) -> Iterator[tuple[str, str, str, str]]:
    """Yield every printed cell with its plan, place and field, as the fasit names them."""
    for row in rows("planer"):
        yield row["id"], "", "mål", row["mål"] or ""
        yield from ((row["id"], "", "innledning", line) for line in lines(row["innledning"]))
    for row in rows("deler"):
        place = place_of(row)
        for field in ("nr_trykt", "tittel_trykt", "ordlyd", "mål"):
            yield row["plan"], place, field, row[field] or ""
        yield from ((row["plan"], place, "innledning", line) for line in lines(row["innledning"]))
    for row in rows("tiltak"):
        own = row["egne_kolonner"] or {}
        named = {"nr_trykt", "ordlyd", "mål", "frist", "ansvar", "milepæler", "kostnad"}
        for field in named:
            yield row["plan"], row["nr"], field, row[field] or ""
        for field, text in (json.loads(own) if isinstance(own, str) else own).items():
            yield row["plan"], row["nr"], field, text
        parts = row["deltiltak"] or ()
        for at, text in enumerate(parts.split("|") if isinstance(parts, str) else parts, 1):
            yield row["plan"], row["nr"], f"deltiltak {at}", text


def lines(text: str | None) -> Iterable[str]:
    return filter(None, map(str.strip, (text or "").split("\n")))


def place_of(part: Row) -> str:
    """Return a part as the fasit names it: its number, else the number of what it stands in and its order there."""
    if part["nr"]:
        return str(part["nr"])
    around, _, order = part["id"].partition("#del-")[2].rpartition("-")
    return f"{around}/{order}"


@pytest.mark.parametrize("read", [in_csv, in_json, in_xlsx])
def test_every_printed_cell_is_found_again(real_files: Path, read: Callable[[Path, str], list[Row]]) -> None:
    data, _ = load(ROOT / "data")
    rows = printed((ROOT / FASIT).read_text("utf-8"))
    # A text between the measures may be in the fasit before it is in the data: that is for `sjekk` to say.
    wanted = {
        (plan, *row)
        for plan in data.planer
        for row in {cell.row for cell in as_entered(data.planer[plan])} & set(rows.get(plan, ()))
    }
    found = {
        (plan, place, field, hashlib.sha256(text.encode()).hexdigest())
        for plan, place, field, text in cells(lambda table: read(real_files, table))
    }
    assert sorted(one[:3] for one in wanted - found) == []
    assert all((plan in {one[0] for one in wanted}) == (plan in rows) for plan in data.planer)
