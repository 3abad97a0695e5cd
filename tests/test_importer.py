"""A plan in a document comes back with every verbatim cell exact, and nothing is lost without a word."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros import model
from macros.innlesing.run import Result, Wish, bring_in
from macros.load import Data, load
from macros.read import read_bytes
from tests import plandokumenter as dokument
from tests.conftest import ROOT
from tests.plandokumenter import Oppslag

DAG = date(2026, 11, 21)
HODE = ("Prioritert handling/tiltak", "Mål", "Frist", "Ansvar", "Delmål/milepæler")
LAYOUTS: dict[str, Callable[[model.Plan], Iterable[Oppslag]]] = {
    "modum-2015-2019": functools.partial(dokument.as_table, headings=HODE),
    "lier-2023-2026": dokument.as_numbered_list,
    "kongsbergregionen-2010-2021": dokument.as_points,
    "drammen-naeringsplan": dokument.as_paragraphs,
}
WRITERS = {".txt": dokument.write_text, ".docx": dokument.write_docx, ".xlsx": dokument.write_xlsx}


@functools.cache
def committed() -> Data:
    data, problems = load(ROOT / "data")
    assert problems == []
    return data


def read(path: Path, id_: str = "testby-plan", **wish: Any) -> Result:
    return bring_in(path, Wish(id_, **wish), committed(), DAG)


def plan_of(result: Result) -> dict[str, Any]:
    document = read_bytes(result.text.encode(), "plan.yml")
    assert document.problems == []
    assert isinstance(document.value, dict)
    return document.value


def tiltak(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from part.get("tiltak", ())
    for inner in (*part.get("innsatsområder", ()), *part.get("deler", ())):
        yield from tiltak(inner)


def parts(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for inner in (*part.get("innsatsområder", ()), *part.get("deler", ())):
        yield inner
        yield from parts(inner)


def cell(value: Any) -> Any:
    return value["tekst"] if isinstance(value, dict) else value


VERBATIM = ("ordlyd", "mål", "frist", "ansvar", "milepæler")


def verbatim(plan: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (
            one["nr"], one.get("nr_trykt", one["nr"]), *(cell(one.get(key)) for key in VERBATIM),
            *(sub["ordlyd"] for sub in one.get("deltiltak", ())),
        )
        for one in tiltak(plan)
    ]  # fmt: skip


def headings(plan: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (
            part.get("nr"), part.get("nr_trykt"), part.get("mål"),
            part.get("tittel") if part.get("tittel_fra") != "redaksjonen" else None,
        )
        for part in parts(plan)
    ]  # fmt: skip


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("id_", LAYOUTS)
def test_a_committed_plan_comes_back_from_its_own_layout(id_: str, ending: str, tmp_path: Path) -> None:
    source = WRITERS[ending](LAYOUTS[id_](committed().planer[id_]), tmp_path / f"plan{ending}")
    result = read(source, id_)
    there = read_bytes((ROOT / f"data/planer/{id_}.yml").read_bytes(), id_).value
    here = plan_of(result)
    assert verbatim(here) == verbatim(there)
    assert headings(here) == headings(there)
    assert here.get("mål") == there.get("mål")
    assert here["kolonner"] == there["kolonner"]
    assert result.ok
    assert "Regnskapet går opp" in result.report
