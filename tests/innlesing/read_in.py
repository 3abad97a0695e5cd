"""A plan in a document read in, and what the tests ask of it."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from click.testing import Result as Ran

from macros.__main__ import cli
from macros.format.columns import NAMES
from macros.innlesing.run import Result, Wish, bring_in
from macros.reading.data import Data
from macros.reading.load import load
from macros.reading.yaml_reader import read_bytes
from tests import plandokumenter as dokument
from tests.cases import IDAG, SAMPLE

WRITERS = {".txt": dokument.write_text, ".docx": dokument.write_docx, ".xlsx": dokument.write_xlsx}


@functools.cache
def sample_data() -> Data:
    """Return the sample's data, read once."""
    data, problems = load(SAMPLE)
    assert problems == []
    return data


def read(path: Path, id_: str = "testby-plan", **wish: Any) -> Result:
    """Read a document in as a plan of the sample; `wish`: what an editor can ask for (`Wish`)."""
    return bring_in(path, Wish(id_, **wish), sample_data(), IDAG)


def plan_of(result: Result) -> dict[str, Any]:
    """Return the written plan as values, read as the program reads its file."""
    document = read_bytes(result.text.encode(), "plan.yml")
    assert document.problems == document.refused
    assert isinstance(document.value, dict)
    return document.value


def tiltak(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Return every tiltak of a plan or a part, in the order of the file."""
    yield from part.get("tiltak", ())
    for inner in (*part.get("innsatsområder", ()), *part.get("deler", ())):
        yield from tiltak(inner)


def parts(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Return every innsatsområde and other part of a plan, those within others too."""
    for inner in (*part.get("innsatsområder", ()), *part.get("deler", ())):
        yield inner
        yield from parts(inner)


def cell(value: Any) -> Any:
    """Return the printed text of a cell, whether or not it has a reading beside it."""
    return value["tekst"] if isinstance(value, dict) else value


VERBATIM = ("ordlyd", "mål", "frist", "ansvar", "milepæler")
"""What the tests write by its place in a row; any other column follows where there is one."""


def verbatim(plan: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Return of every tiltak the number, the printed number, the cells of `VERBATIM` and the deltiltak."""
    return [
        (
            one["nr"], one.get("nr_trykt", one["nr"]), *(cell(one.get(key)) for key in VERBATIM),
            *(one[key] for key in NAMES if key not in VERBATIM and key in one),
            *(sub["ordlyd"] for sub in one.get("deltiltak", ())),
        )
        for one in tiltak(plan)
    ]  # fmt: skip


def headings(plan: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Return of every part the number, the printed number, the mål, and the title when it is the plan's own."""
    return [
        (
            part.get("nr"), part.get("nr_trykt"), part.get("mål"),
            part.get("tittel") if part.get("tittel_fra") != "redaksjonen" else None,
        )
        for part in parts(plan)
    ]  # fmt: skip


def write(tmp_path: Path, text: str, name: str = "testby-2026-2029.txt") -> Path:
    """Write a document of plain text; its name is the plan's id."""
    (tmp_path / name).write_text(text, "utf-8")
    return tmp_path / name


def run(*arguments: str | Path) -> Ran:
    """Run a command as an editor does; an exception is the test's."""
    return CliRunner().invoke(cli, [str(one) for one in arguments], catch_exceptions=False)


PLAN = "Tiltak\tMål\tFrist\tAnsvar\n1.1. Ny vei\tBedre vei\t2026\tStatens vegvesen\n1.2. Ny bru\t\t2027\tTestby kommune\n"
