"""CSV: opened by pandas it is the register again, and no cell of it is a formula in a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.exports.csv_out import as_text, defused, write
from macros.exports.published import Felt, Published, Tabell
from macros.exports.tables import TABLES
from tests.exports.opened import opened, undone


@pytest.mark.parametrize("tabell", TABLES, ids=lambda one: one.navn)
def test_pandas_reads_what_the_register_has(files: Path, published: Published, tabell: Tabell) -> None:
    table = opened(files / f"{tabell.navn}.csv")
    assert list(table.columns) == [one.navn for one in tabell.felt]
    expected = [{name: as_text(value) for name, value in row.items()} for row in published.rader(tabell)]
    assert table.map(undone).to_dict("records") == expected


def test_excel_in_norwegian_opens_it_right(files: Path) -> None:
    raw = (files / "tiltak.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid;adresse;")
    assert raw.endswith(b"\r\n")


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)


@given(TEXTS | TEXTS.map(lambda text: "=" + text) | TEXTS.map(lambda text: "'" + text))
def test_any_text_comes_back_and_begins_no_formula(text: str) -> None:
    assert undone(defused(text)) == text
    assert defused(text)[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    columns = ("id", "b")
    tabell = Tabell(
        "prøve", "", "", lambda _: [], tuple(Felt(navn, "tekst", "trykt", "", _same) for navn in columns)
    )
    raw = write(Published(None, None), tabell, [text])  # type: ignore[arg-type]
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows == [list(columns), [defused(text)] * 2]


def _same(published: Published, text: Any) -> str:
    return str(text)


@pytest.mark.parametrize("folder", ["planer", "kommuner"])
def test_the_tiltak_of_each_plan_and_kommune_stand_in_a_file(files: Path, folder: str) -> None:
    every = opened(files / "tiltak.csv")
    found = 0
    column = {"planer": "plan", "kommuner": "kommuner"}[folder]
    for path in sorted((files / folder).glob("*.csv")):
        some = opened(path)
        mine = every[every[column].str.split("|").map(lambda ids, it=path.stem: it in ids)]
        pd.testing.assert_frame_equal(some.reset_index(drop=True), mine.reset_index(drop=True))
        found += len(some)
    assert found >= len(every)
