"""Every class, field and fixed word of the format is described."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from macros.format import model
from macros.format.vocabulary import (
    DEKKERORD,
    MELDBARE,
    MÅLORD,
    PLANSTATUSORD,
    SIKKERHETSORD,
    STATUSORD,
    Dekker,
    Måloppnåelse,
    Planstatus,
    Sikkerhet,
    Status,
)


def formats() -> list[type[BaseModel]]:
    """Return every class of the format."""
    return [
        kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, model.Format)
    ]


@pytest.mark.parametrize("kind", formats(), ids=lambda kind: kind.__name__)
def test_every_field_is_described_and_nothing_can_be_changed(kind: type[BaseModel]) -> None:
    assert kind.__doc__
    assert kind.model_config["frozen"]
    assert [name for name, info in kind.model_fields.items() if not info.description] == []


def test_every_status_is_defined_in_one_sentence() -> None:
    assert set(MELDBARE) == {*Status.__args__}  # type: ignore[attr-defined]
    assert set(STATUSORD) - set(MELDBARE) == {"ikke-rapportert", "uenig"}
    assert all(definition.count(".") == 1 for _, definition in STATUSORD.values())
    assert set(PLANSTATUSORD) == set(Planstatus.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (MÅLORD, Måloppnåelse),
        (SIKKERHETSORD, Sikkerhet),
        (DEKKERORD, Dekker),
    ],
)
def test_every_other_choice_in_a_report_has_its_words(words: dict[str, str], choices: Any) -> None:
    assert tuple(words) == choices.__args__
