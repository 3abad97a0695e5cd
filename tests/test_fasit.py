"""Every verbatim cell of the plans with a fasit is a printed one, and every printed one is there, as often as printed.

`fasit.csv` has the fingerprint of each cell and `fasit_antall.yml` what is counted. A plan that is in neither is nobody's
failure; the importer's account, or the editor's eyes, have compared it with its document.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros import model
from macros.load import Data, load
from tests.cases import SAMPLE
from tests.conftest import ROOT

Row = tuple[str, str, str, str]


def fasit() -> list[Row]:
    with (ROOT / "tests/fasit.csv").open(encoding="utf-8", newline="") as file:
        return [(row["plan"], row["sted"], row["felt"], row["sha256"]) for row in csv.DictReader(file)]


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def cells(plan: model.Plan) -> Iterator[tuple[str, str, str]]:
    """Place, field, text of everything that the data says is printed."""
    if plan.mål is not None:
        yield "", "mål", plan.mål
    for keys, over in model.deler(plan):
        part, place = over[-1], part_place(keys, over)
        if part.nr_trykt is not None:
            yield place, "nr_trykt", part.nr_trykt
        if part.tittel is not None and part.tittel_fra == "planen":
            yield place, "tittel_trykt", part.tittel_trykt or part.tittel
        if part.ordlyd is not None:
            yield place, "ordlyd", part.ordlyd
        if part.mål is not None:
            yield place, "mål", part.mål
    for linje in plan.linjer:
        yield from tiltak_cells(linje.tiltak, plan)


def part_place(keys: tuple[str | int, ...], over: tuple[model.Del, ...]) -> str:
    if over[-1].nr is not None:
        return over[-1].nr
    parent = over[-2].nr if len(over) > 1 else ""
    return f"{parent}/{int(keys[-1]) + 1}"


def tiltak_cells(tiltak: model.Tiltak, plan: model.Plan) -> Iterator[tuple[str, str, str]]:
    if plan.nummerert_av == "planen":
        yield tiltak.nr, "nr_trykt", tiltak.nr_trykt or tiltak.nr
    yield tiltak.nr, "ordlyd", tiltak.ordlyd
    if tiltak.mål is not None:
        yield tiltak.nr, "mål", tiltak.mål
    if tiltak.frist is not None:
        yield tiltak.nr, "frist", tiltak.frist.tekst
    if tiltak.ansvar is not None:
        yield tiltak.nr, "ansvar", tiltak.ansvar.tekst
    if tiltak.milepæler is not None:
        yield tiltak.nr, "milepæler", tiltak.milepæler
    for i, inner in enumerate(tiltak.deltiltak, 1):
        yield tiltak.nr, f"deltiltak {i}", inner.ordlyd


def in_data(data: Data) -> Iterator[Row]:
    for id_, plan in data.planer.items():
        yield id_, "", "kilde", plan.kilde.sha256 or ""
        for place, field, text in cells(plan):
            yield id_, place, field, sha256(text)
    for id_, rapport in data.rapporter.items():
        yield id_, "", "kilde", rapport.kilde.sha256 or ""


def test_every_cell_is_printed_and_every_printed_cell_is_there() -> None:
    data, problems = load(ROOT / "data")
    assert problems == []
    printed = fasit()
    here = [row for row in in_data(data) if row[0] in {known for known, *_ in printed}]
    assert len(here) == len(set(here)), "a cell stands twice"
    assert sorted(set(here) - set(printed)) == [], "not as printed"
    assert sorted(set(printed) - set(here)) == [], "missing"


def test_a_changed_letter_is_found() -> None:
    data, _ = load(SAMPLE)
    plan = data.planer["fjellby-2023-2026"]
    område = plan.innsatsområder[0]
    changed = område.tiltak[0].model_copy(update={"ordlyd": område.tiltak[0].ordlyd + " "})
    område = område.model_copy(update={"tiltak": (changed, *område.tiltak[1:])})
    other = plan.model_copy(update={"innsatsområder": (område, *plan.innsatsområder[1:])})
    assert len(set(cells(other)) - set(cells(plan))) == 1


def printed_counts(plan: model.Plan) -> dict[str, Any]:
    """What `fasit_antall.yml` says of a plan, counted in the data."""
    tops: list[tuple[str | int, ...]] = [("innsatsområder", i) for i in range(len(plan.innsatsområder))] or [
        ("deler",)
    ]
    depth = 2 if plan.innsatsområder else 1
    parts = list(model.deler(plan))
    cells = [linje.tiltak.frist.tekst for linje in plan.linjer if linje.tiltak.frist]
    return {
        "tiltak": [sum(linje.keys[: len(top)] == top for linje in plan.linjer) for top in tops],
        "deler": [
            sum(keys[: len(top)] == top and len(over) == depth for keys, over in parts) for top in tops
        ],
        "mål": sum(over[-1].mål is not None for _, over in parts),
        "deltiltak": sum(len(linje.tiltak.deltiltak) for linje in plan.linjer),
        "kolonner": list(plan.kolonner),
        "frister": dict(Counter(cells)),
    }


def test_what_the_documents_print_is_there_as_often_as_it_is_printed() -> None:
    data, _ = load(ROOT / "data")
    expected = yaml.safe_load((ROOT / "tests/fasit_antall.yml").read_text("utf-8"))
    for id_, counts in expected.items():
        special = counts.pop("særtrykk")
        assert printed_counts(data.planer[id_]) == counts, id_
        found = {(place, field): text for place, field, text in cells(data.planer[id_])}
        for nr, fields in special.items():
            assert {field: found[nr, field] for field in fields} == fields, (id_, nr)


def test_the_script_needs_nothing_but_the_documents() -> None:
    source = Path(ROOT / "tests/lag_fasit.py").read_text("utf-8")
    assert "import macros" not in source
    assert "from macros" not in source
