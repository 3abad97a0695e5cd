"""The published tables: a row for each thing, a value of the type that is said, and pointers that lead somewhere."""

from __future__ import annotations

from datetime import date

import pytest

from macros.exports.published import Published, Tabell
from macros.exports.tables import BY_NAME, TABLES

TYPES = {"tekst": str, "heltall": int, "dato": date, "ja/nei": bool, "liste": tuple, "celler": dict}


@pytest.mark.parametrize("tabell", TABLES, ids=lambda one: one.navn)
def test_each_value_is_what_its_column_says(published: Published, tabell: Tabell) -> None:
    rows = list(published.rader(tabell))
    assert rows
    seen = [row["id"] for row in rows]
    assert len(seen) == len(set(seen))
    for felt in tabell.felt:
        pointed = {row["id"] for row in published.rader(BY_NAME[felt.peker])} if felt.peker else set()
        for value in (row[felt.navn] for row in rows):
            assert value is None or type(value) is TYPES[felt.type], (felt.navn, value)
            assert value not in (None, ()) or not felt.må, felt.navn
            assert value is None or not felt.ord or value in felt.ord, (felt.navn, value)
            assert value is None or not felt.peker or value in pointed, (felt.navn, value)
