"""What is in force on a day."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.reading.load import load
from macros.register.build import build
from macros.register.entities import Register
from tests.cases import CASES

OLD, NEW = "testby-2020-2023", "testby-2024-2027"


@pytest.fixture
def on(tmp_path: Path) -> Callable[..., Register]:
    """Makes the register of a day, of the cases' plan and, unless `newer` is empty, a newer edition changed so."""
    shutil.copytree(CASES / "grunnlag", tmp_path / "data")

    def make(
        idag: date, *, newer: dict[str, str] | None = None, older: dict[str, str] | None = None
    ) -> Register:
        path = tmp_path / f"data/planer/{OLD}.yml"
        text = path.read_text("utf-8")
        new = text
        for before, after in (EDITION | (newer or {})).items():
            assert before in new, before
            new = new.replace(before, after)
        for before, after in (older or {}).items():
            assert before in text, before
            text = text.replace(before, after)
        path.write_text(text, "utf-8")
        if newer is not None:
            (tmp_path / f"data/planer/{NEW}.yml").write_text(new, "utf-8")
        loaded, problems = load(tmp_path / "data")
        assert not problems
        return build(loaded, idag)

    return make


EDITION = {
    "kortnavn: Testby 2020–2023": "kortnavn: Testby 2024–2027",
    "periode: {fra: 2020, til: 2023}": f"periode: {{fra: 2024, til: 2027}}\nerstatter: {OLD}",
    "2020-01-15": "2023-11-15",
}


def states(register: Register) -> tuple[str, ...]:
    """Return the states of the old and the new plan, of those that there are."""
    return tuple(register.planer[id_].tilstand for id_ in (OLD, NEW) if id_ in register.planer)


@pytest.mark.parametrize(
    ("idag", "expected"),
    [
        (date(2023, 11, 14), ("gjeldende", "kommende")),
        (date(2023, 12, 31), ("gjeldende", "kommende")),
        (date(2024, 1, 1), ("erstattet", "gjeldende")),
        (date(2027, 12, 31), ("erstattet", "gjeldende")),
        (date(2028, 1, 1), ("erstattet", "utløpt")),
    ],
)
def test_a_plan_is_replaced_when_the_newer_takes_effect(
    on: Callable[..., Register], idag: date, expected: tuple[str, str]
) -> None:
    register = on(idag, newer={})
    assert states(register) == expected
    counted = [plan.id for plan in register.planer.values() if plan.telles]
    assert counted == [NEW if expected[0] == "erstattet" else OLD]


def test_a_plan_adopted_after_its_period_began_takes_effect_when_adopted(on: Callable[..., Register]) -> None:
    late = {"dato: 2023-11-15": "dato: 2024-03-20"}
    assert states(on(date(2024, 3, 19), newer=late)) == ("utløpt", "kommende")
    assert states(on(date(2024, 3, 20), newer=late)) == ("erstattet", "gjeldende")


def test_a_draft_replaces_nothing(on: Callable[..., Register]) -> None:
    draft = {"planstatus: vedtatt\nvedtak: {organ: Kommunestyret, dato: 2023-11-15}": "planstatus: høring"}
    assert states(on(date(2024, 6, 1), newer=draft)) == ("utløpt", "ikke vedtatt")


@pytest.mark.parametrize(
    ("planstatus", "expected"),
    [("vedtatt", "gjeldende"), ("erstattet", "erstattet"), ("utgått", "utløpt")],
)
def test_without_a_newer_plan_here_its_own_planstatus_tells(
    on: Callable[..., Register], planstatus: str, expected: str
) -> None:
    register = on(date(2022, 6, 1), older={"planstatus: vedtatt": f"planstatus: {planstatus}"})
    assert states(register) == (expected,)


def test_steps_and_drafts_count_in_no_total(register: Register) -> None:
    for plan in register.planer.values():
        assert plan.telles == (plan.tilstand in ("gjeldende", "utløpt") and plan.data.slag == "tiltak")
    assert {plan.telles for plan in register.planer.values()} == {True, False}
