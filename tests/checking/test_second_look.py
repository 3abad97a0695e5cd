"""What an editor is asked to look at once more: replaced plans, promises that go on, and what may be entered twice."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.checking.advice import advice
from macros.reading.load import load
from tests.cases import CASES, IDAG

OLD, NEW = "planer/testby-2020-2023.yml", "planer/testby-2024-2027.yml"
REPORT = "rapporter/melding-2022.yml"
EDITION = {
    "tittel: Handlingsplan for Testby\n": "tittel: Ny handlingsplan for Testby\n",
    "Testby 2020–2023": "Testby 2024–2027",
    "{fra: 2020, til: 2023}": "{fra: 2024, til: 2027}",
    "planstatus: vedtatt": "planstatus: vedtatt\nerstatter: testby-2020-2023",
    "2020-01-15": "2023-11-15",
}
SHA = "a" * 64


@pytest.fixture
def told(tmp_path: Path) -> Callable[..., list[str]]:
    """Gives the advice on the cases' data with files copied and changed: new file -> (old file, {text: new text})."""

    def of(changes: dict[str, tuple[str, dict[str, str]]], idag: date = IDAG) -> list[str]:
        data = shutil.copytree(CASES / "grunnlag", tmp_path / "data", dirs_exist_ok=True)
        for new, (old, words) in changes.items():
            text = (data / old).read_text("utf-8")
            for before, after in words.items():
                assert before in text, before
                text = text.replace(before, after)
            (data / new).write_text(text, "utf-8")
        loaded, problems = load(data)
        assert problems == []
        return [str(one) for one in advice(loaded, data, idag)]

    return of


def test_a_replaced_plan_that_stands_as_adopted_is_asked_about(told: Callable[..., list[str]]) -> None:
    assert told({NEW: (OLD, EDITION)}, date(2023, 12, 31)) == []
    assert told({NEW: (OLD, EDITION)}) == [
        "data/planer/testby-2020-2023.yml:7:13: planstatus: planen er erstattet av «testby-2024-2027» fra 1. januar 2024,"
        " men står som vedtatt. Er det riktig? Skriv da planstatus: erstattet."
    ]


def test_a_promise_that_goes_on_is_asked_for_its_successor(told: Callable[..., list[str]]) -> None:
    goes_on = {REPORT: (REPORT, {"status: pågår": "status: videreført"})}
    assert told(goes_on) == []
    replaced = {OLD: (OLD, {"planstatus: vedtatt": "planstatus: erstattet"})}
    found = told({NEW: (OLD, EDITION), **goes_on, **replaced})
    assert len(found) == 1 and "Skriv viderefører: [testby-2020-2023/1.1]" in found[0]
    last = {
        "        tittel: Ny vei\n": "        tittel: Ny vei\n        viderefører: [testby-2020-2023/1.1]\n"
    }
    assert told({NEW: (OLD, EDITION | last), **goes_on, **replaced}) == []


@pytest.mark.parametrize(
    ("new", "old", "words", "expected"),
    [
        (NEW, OLD, {"planstatus: vedtatt\nvedtak: {organ: Kommunestyret, dato: 2020-01-15}": "planstatus: utkast", "Testby 2020–2023": "Testby, utkast"}, "annen planstatus"),
        ("rapporter/om-igjen.yml", REPORT, {}, "samme tittel, utgiver og tid"),
        ("rapporter/eldre.yml", REPORT, {"gjelder: 2022": "gjelder: 2019", "    status: pågår\n": ""}, "men planen begynte 1. januar 2020"),
    ],
)  # fmt: skip
def test_what_may_be_right_is_only_asked_about(
    told: Callable[..., list[str]], new: str, old: str, words: dict[str, str], expected: str
) -> None:
    found = told({new: (old, words)})
    assert len(found) == 1 and found[0].startswith(f"data/{new}:") and expected in found[0]


def test_two_plans_with_one_short_name_are_asked_about(told: Callable[..., list[str]]) -> None:
    other = {key: value for key, value in EDITION.items() if "planstatus" not in key}
    assert told({NEW: (OLD, other)}) == []
    found = told({NEW: (OLD, {key: value for key, value in other.items() if key != "Testby 2020–2023"})})
    assert (
        len(found) == 1 and f"data/{NEW}:2:11: kortnavn: planen har samme kortnavn som data/{OLD}" in found[0]
    )


def test_two_plans_in_one_document_are_asked_about(told: Callable[..., list[str]]) -> None:
    same = {
        "kilde: {tittel: Handlingsplan for Testby}": f'kilde: {{tittel: Handlingsplan for Testby, sha256: "{SHA}"}}'
    }
    other = {key: value for key, value in EDITION.items() if "planstatus" not in key}
    found = told({OLD: (OLD, same), NEW: (OLD, other)})
    assert len(found) == 1 and "har samme fingeravtrykk som data/planer/testby-2020-2023.yml" in found[0]


def test_a_deadline_with_a_typing_error_is_asked_about(told: Callable[..., list[str]]) -> None:
    found = told({OLD: (OLD, {'frist: "2022"': 'frist: {tekst: "2023-20027"}'})})
    assert len(found) == 1 and "fristen «2023-20027» leses ikke" in found[0]
    assert told({OLD: (OLD, {'frist: "2022"': 'frist: {tekst: "Snarest"}'})}) == []
