"""Every verbatim cell of the plans with a fasit is a printed one, and every printed one is there, as often as printed.

`fasit.csv` has the fingerprint of each cell and `fasit_antall.yml` what is counted. A plan that is in neither is nobody's
failure; the importer's account, or the editor's eyes, have compared it with its document.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from macros.checking.fasit import COLUMNS, FASIT, cells, not_as_printed, printed
from macros.format import model, walk
from macros.reading.load import load
from tests.cases import SAMPLE
from tests.conftest import ROOT


def test_every_cell_is_printed_and_every_printed_cell_is_there() -> None:
    data, problems = load(ROOT / "data")
    assert problems == []
    assert [str(one) for one in not_as_printed(data, ROOT)] == []
    rows = printed((ROOT / FASIT).read_text("utf-8"))
    for id_, plan in data.planer.items():
        here = [cell.row for cell in cells(plan)]
        assert len(here) == len(set(here)), id_
        assert id_ not in rows or set(here) <= set(rows[id_]), id_


def with_first_wording(plan: model.Plan, wording: str) -> model.Plan:
    """Return the plan with another wording of its first tiltak."""
    område = plan.innsatsområder[0]
    changed = område.tiltak[0].model_copy(update={"ordlyd": wording})
    område = område.model_copy(update={"tiltak": (changed, *område.tiltak[1:])})
    return plan.model_copy(update={"innsatsområder": (område, *plan.innsatsområder[1:])})


def test_a_changed_letter_a_lost_cell_and_another_source_are_found(tmp_path: Path) -> None:
    data, _ = load(SAMPLE)
    plan = data.planer["fjellby-2023-2026"]
    (tmp_path / FASIT).parent.mkdir()
    lines = [",".join(COLUMNS), f"{PLAN},,kilde,{plan.kilde.sha256 or ''}"]
    lines += [",".join((PLAN, *cell.row)) for cell in cells(plan)]
    (tmp_path / FASIT).write_text("\n".join(lines) + "\n", "utf-8")
    assert list(not_as_printed(data, tmp_path)) == []
    data.planer[PLAN] = with_first_wording(plan, "Noe annet")
    assert [one.message for one in not_as_printed(data, tmp_path)] == [
        "ventet teksten slik den er trykt i dokumentet, fant «Noe annet»."
    ]
    data.planer[PLAN] = plan.model_copy(update={"innsatsområder": plan.innsatsområder[1:]})
    gone = list(not_as_printed(data, tmp_path))
    assert gone
    assert {one.file for one in gone} == {"tests/fasit.csv"}
    data.planer[PLAN] = plan.model_copy(update={"kilde": plan.kilde.model_copy(update={"sha256": "0" * 64})})
    assert [one.file for one in not_as_printed(data, tmp_path)] == [f"data/planer/{PLAN}.yml"]


PLAN = "fjellby-2023-2026"


def test_the_text_between_measures_may_be_left_out_but_is_as_printed(tmp_path: Path) -> None:
    data, _ = load(SAMPLE)
    id_ = "granvik-2020-2024"
    plan = data.planer[id_]
    (tmp_path / FASIT).parent.mkdir()
    head = [",".join(COLUMNS), f"{id_},,kilde,{plan.kilde.sha256 or ''}"]
    rows = [(cell.field, ",".join((id_, *cell.row))) for cell in cells(plan)]
    (tmp_path / FASIT).write_text("\n".join([*head, *(row for _, row in rows)]) + "\n", "utf-8")
    assert [field for field, _ in rows].count("innledning") == 4
    data.planer[id_] = plan.model_copy(update={"innledning": None})
    assert list(not_as_printed(data, tmp_path)) == []
    data.planer[id_] = plan.model_copy(update={"innledning": "Granvik krymper.\n"})
    assert [one.message for one in not_as_printed(data, tmp_path)] == [
        "ventet teksten slik den er trykt i dokumentet, fant «Granvik krymper.»."
    ]
    without = [row for field, row in rows if field != "innledning"]
    (tmp_path / FASIT).write_text("\n".join([*head, *without]) + "\n", "utf-8")
    assert {one.message for one in not_as_printed(data, tmp_path)} == {
        "ventet at tests/fasit.csv har fingeravtrykk av «innledning», fant ingen."
    }


def printed_counts(plan: model.Plan) -> dict[str, Any]:
    """Return what `fasit_antall.yml` says of a plan, counted in the data."""
    tops: list[tuple[str | int, ...]] = [("innsatsområder", i) for i in range(len(plan.innsatsområder))] or [
        ("deler",)
    ]
    depth = 2 if plan.innsatsområder else 1
    parts = list(walk.deler(plan))
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
        found = {(cell.place, cell.field): cell.text for cell in cells(data.planer[id_])}
        for nr, fields in special.items():
            assert {field: found[nr, field] for field in fields} == fields, (id_, nr)


READ_ALONE = """
import runpy, sys
script = runpy.run_path(sys.argv[1])
print(*script["modum"](script["normalise"]("Prioritert handling/tiltak\\tMål\\tFrist\\tAnsvar\\tDelmål/milepæler\\n1.1.1. Ny\\u00a0vei\\tBedre vei\\t2026\\tKommunen\\tPlan\\n")), sep="\\n")
"""


def test_the_script_needs_nothing_but_the_documents(tmp_path: Path) -> None:
    # Python as it is (-I), from another folder: there the program cannot be imported.
    command = [sys.executable, "-I", "-c", READ_ALONE, str(ROOT / "tests/lag_fasit.py")]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    found = [ast.literal_eval(line) for line in result.stdout.splitlines()]
    assert ("1.1.1", "ordlyd", "Ny vei") in found
    assert ("1.1.1", "ansvar", "Kommunen") in found
