"""The corpus: each document comes in exact or is refused; never wrong, never silent."""

from __future__ import annotations

import pytest

from tests.innlesing.corpus.case import KINDS, Case
from tests.innlesing.corpus.documents import all_cases
from tests.innlesing.corpus.measure import outcome

CASES = all_cases()


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case.name, marks=[pytest.mark.xfail(reason=case.waits)] if case.waits else [])
        for case in CASES
    ],
)
def test_a_document_of_the_corpus_comes_in_exact_or_is_refused(case: Case) -> None:
    first = outcome(case)
    assert first.exact or first.refused, (first.found, first.told)
    assert first.silent == ()
    assert case.refused is None or first.refused == case.refused, first.told
    for said in case.told:
        assert said in first.told, first.told
    if case.wish:
        answered = outcome(case, **case.wish)
        assert answered.exact, (answered.found, answered.told)
        assert answered.silent == ()


def test_the_corpus_has_documents_of_every_kind_and_file() -> None:
    assert len(CASES) >= 40
    assert {case.kind for case in CASES} == set(KINDS)
    assert {case.ending for case in CASES} >= {".docx", ".xlsx", ".csv", ".pdf", ".txt"}
