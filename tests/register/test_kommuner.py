"""Kommuner in time: what they are called, what they came from, and what became of their plans."""

from __future__ import annotations

from datetime import date

from macros.reading.load import load
from macros.register.build import build
from tests.conftest import ROOT


def test_two_kommuner_of_one_name_are_told_apart_by_their_fylke() -> None:
    data, problems = load(ROOT / "data")
    assert not problems
    kommuner = build(data, date(2026, 11, 26)).alle_kommuner.values()
    names = [one.navn for one in kommuner]
    today = [one.navn for one in kommuner if one.finnes]
    assert len(set(today)) == len(today)
    by_name: dict[str, list[str]] = {}
    for one in kommuner:
        by_name.setdefault(one.data.navn, []).append(one.navn)
    for written, shown in by_name.items():
        assert (
            shown == [written] if len(shown) == 1 else all(name.startswith(f"{written} (") for name in shown)
        )
    assert len(names) > len(by_name)
