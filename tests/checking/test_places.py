"""The places of values, which take two thirds of reading, are looked for where something is wrong and nowhere else."""

from __future__ import annotations

from macros.checking.check import check
from macros.reading.load import load
from tests.cases import CASES, IDAG


def test_checking_what_is_right_looks_for_no_place() -> None:
    data, problems = load(CASES / "grunnlag")
    assert problems == []
    quick = [document for document in data.documents.values() if document.quick is not None]
    assert any(document.file.startswith("grunnlag/planer/") for document in quick)
    assert check(data, IDAG) == []
    assert [document.file for document in quick if "found" in vars(document)] == []
