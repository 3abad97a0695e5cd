"""Nothing that version 1 has promised goes, gets another name or another type; what is new is released with its number."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.exports.released import broken, now, released

HOW = "run `python -m tests.exports.released`, raise SCHEMA_VERSION, and say it under «Endringer» in docs/data/index.md"


def test_nothing_that_was_promised_is_broken() -> None:
    assert list(broken(released(), now())) == []


def test_what_is_new_is_released() -> None:
    assert released() == now(), HOW


def properties(promise: dict[str, Any]) -> Any:
    return promise["parts"]["tiltak"]["properties"]


def rename(promise: dict[str, Any]) -> None:
    properties(promise)["opphav"] = properties(promise).pop("ordlyd")


def nullable(promise: dict[str, Any]) -> None:
    properties(promise)["tittel"]["type"] = ["string", "null"]


def number(promise: dict[str, Any]) -> None:
    properties(promise)["nr"]["type"] = "integer"


def fewer_words(promise: dict[str, Any]) -> None:
    properties(promise)["status"]["enum"].remove("utsatt")


def only_words(promise: dict[str, Any]) -> None:
    properties(promise)["tittel"]["enum"] = ["a"]


def not_required(promise: dict[str, Any]) -> None:
    promise["files"]["plan"]["required"].remove("tiltak")


@pytest.mark.parametrize("change", [rename, nullable, number, fewer_words, only_words, not_required])
def test_a_breaking_change_is_found(change: Callable[[dict[str, Any]], None]) -> None:
    changed = copy.deepcopy(now())
    change(changed)
    assert list(broken(now(), changed))


def test_what_is_added_breaks_nothing() -> None:
    changed = copy.deepcopy(now())
    properties(changed)["ny"] = {"type": "string"}
    properties(changed)["status"]["enum"].append("nytt-ord")
    properties(changed)["status"]["description"] = "Med andre ord."
    changed["files"]["ny"] = {}
    assert list(broken(now(), changed)) == []
