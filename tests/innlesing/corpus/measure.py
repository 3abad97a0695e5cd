"""Reads every document of the corpus, and says of each whether it came in exact, was refused, or is wrong or silent."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from macros.format.columns import NAMES
from macros.innlesing.readers.lines import Unreadable
from macros.innlesing.run import Result
from tests.innlesing.read_in import cell, parts, plan_of, read, tiltak

from .case import KINDS, Case
from .documents import all_cases


@dataclass(frozen=True)
class Outcome:
    """What became of a document."""

    exact: bool
    refused: bool
    told: str
    """The report, or the message of the refusal."""
    found: tuple[Mapping[str, str], ...] = ()
    silent: tuple[str, ...] = ()
    """Texts of the answer that are neither in the plan file nor in the report."""


def outcome(case: Case, **wish: Any) -> Outcome:
    """Return what becomes of a document when it is read, with what an editor wishes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"testby-plan{case.ending}"
        case.write(path)
        try:
            result = read(path, **wish)
        except Unreadable as error:
            return Outcome(False, True, str(error))
    if not result.ok:
        return Outcome(False, True, result.report)
    plan = plan_of(result)
    found = tuple(_as_answered(one, case) for one in tiltak(plan))
    titles = [part.get("tittel") for part in parts(plan) if part in plan.get("innsatsområder", ())]
    exact = list(found) == [dict(one) for one in case.answer]
    if case.areas:
        exact = exact and titles == list(case.areas)
    return Outcome(exact, False, result.report, found, tuple(_silent(case, result)))


def _as_answered(one: Mapping[str, Any], case: Case) -> dict[str, str]:
    """Return a tiltak of the plan with the fields that a true answer has, and every cell that is not empty."""
    asked = {key for row in case.answer for key in row}
    found = {"ordlyd": one["ordlyd"]}
    if "nr" in asked:
        found["nr"] = one.get("nr_trykt", one["nr"])
    for name in NAMES:
        if name in one and (name in asked or cell(one[name])):
            found[name] = cell(one[name])
    if deltiltak := [sub["ordlyd"] for sub in one.get("deltiltak", ())]:
        found["deltiltak"] = "\n".join(deltiltak)
    return found


def _silent(case: Case, result: Result) -> list[str]:
    said = " ".join(f"{result.text} {result.report}".split())
    texts = [text for row in case.answer for text in row.values()]
    return [text for text in texts if not all(word in said for word in re.findall(r"\w+", text))]


@cache
def measured() -> tuple[tuple[Case, Outcome, Outcome | None], ...]:
    """Return each document with what became of it, and what became of it when the editor had answered."""
    return tuple(
        (case, outcome(case), outcome(case, **case.wish) if case.wish else None) for case in all_cases()
    )


def table() -> str:
    """Return the figures as a table: for each kind the documents, how many were asked about and read, tiltak in and out, cells."""
    head = (
        "slag",
        "dokumenter",
        "spurt",
        "lest",
        "nektet",
        "tiltak inn",
        "tiltak ut",
        "celler rett",
        "feil plan",
        "stille",
    )
    total: Counter[str] = Counter()
    lines = ["\t".join(head)]
    for kind, name in KINDS.items():
        count: Counter[str] = Counter()
        for case, first, answered in measured():
            if case.kind != kind:
                continue
            last = answered or first
            count["dokumenter"] += 1
            count["spurt"] += answered is not None
            count["lest"] += not last.refused
            count["nektet"] += last.refused
            count["feil plan"] += sum(not one.refused and not one.exact for one in (first, answered) if one)
            count["stille"] += bool(last.silent)
            if not last.refused:
                count["tiltak inn"] += len(case.answer)
                count["tiltak ut"] += len(last.found)
                count["celler rett"] += sum(
                    found.get(key) == text
                    for meant, found in zip(case.answer, last.found, strict=False)
                    for key, text in meant.items()
                )
        total += count
        lines.append("\t".join([f"{kind} {name}", *(str(count[key]) for key in head[1:])]))
    lines.append("\t".join(["alle", *(str(total[key]) for key in head[1:])]))
    return "\n".join(lines).expandtabs(13)
