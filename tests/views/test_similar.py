"""Measures that are shown as alike: what a person judged, bounds, and that nothing is shown without a reason."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date
from pathlib import Path

import yaml

from macros import read_register
from macros.register.entities import Register
from macros.views.search import similar

ROOT = Path(__file__).parents[2]
HALF = 50
PRECISION = 0.8


def judged() -> tuple[str, list[tuple[str, str, bool]]]:
    """Return the fingerprint of the plans that were judged, and the pairs, the half that was held back last."""
    read = yaml.safe_load((Path(__file__).parent / "likhet.yml").read_text("utf-8"))
    return read["fingeravtrykk"], [(one, other, answer == "ja") for one, other, answer in read["par"]]


def shown(register: Register) -> set[frozenset[str]]:
    """Return every pair that is shown on some page."""
    return {
        frozenset((one, like.tiltak.id)) for one, found in similar.prepare(register).items() for like in found
    }


def test_what_is_shown_of_the_judged_pairs_is_alike() -> None:
    """Of the plans as they were judged: whoever adds or mends a plan changes how rare its words are."""
    expected, pairs = judged()
    files = sorted((ROOT / "data/planer").glob("*.yml"))
    if hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16] != expected:
        return
    register, _ = read_register(ROOT / "data", date(2030, 1, 1))
    assert register is not None
    found = shown(register)
    assert len(pairs) == 2 * HALF
    for half in (pairs[:HALF], pairs[HALF:]):
        answers = [alike for one, other, alike in half if {one, other} in found]
        assert answers
        assert sum(answers) / len(answers) >= PRECISION


def test_what_is_shown_is_of_another_plan_and_of_the_same_tema_and_says_why(register: Register) -> None:
    for id_, found in similar.prepare(register).items():
        one = register.tiltak[id_]
        assert 0 < len(found) <= similar.MOST
        for like in found:
            assert like.tiltak.plan is not one.plan
            assert {tema.id for tema in like.tiltak.temaer} & {tema.id for tema in one.temaer}
            assert like.felles and like.likhet >= similar.LEAST


def test_two_wordings_of_the_same_are_alike_and_two_matters_are_not() -> None:
    texts = [
        "Årlig reiselivskonferanse for alle aktører",
        "Matkonferanse hvert år",
        "Arrangere en årlig konferanse om reiselivet",
        "Ny avkjøring fra riksveien",
        "Bygge avkjøringer og veier",
        "Kurs i bokføring for nye bedrifter",
    ]
    described = similar.vectors(texts)
    alike = similar.likeness(described[0], described[2])
    assert alike > similar.LEAST > similar.likeness(described[0], described[3])
    assert alike > similar.likeness(described[0], described[1])


def test_words_in_common_are_named_as_this_one_has_them() -> None:
    having = Counter({"bredbånd": 2, "bygd": 5})
    one, other = "Bredbåndet skal nå hele bygda", "Samarbeid om bredbånd i alle bygder"
    assert similar.in_common(one, other, having) == ("bredbåndet", "bygda")
    assert similar.in_common("Matkonferanse", "Årlig konferanse", having) == ("matkonferanse",)
    assert similar.in_common("Kommunen skal være god", "Kommunen skal være åpen", having) == ()
