"""YAML of any kind is read without change of what is written, or is a problem with a place."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path
from typing import Annotated

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from macros.format.expected import expected_number
from macros.format.texts import FØRSTE_ÅR, SISTE_ÅR, År
from macros.reading.load import load
from macros.reading.validation import validate
from macros.reading.yaml_fast import read_quickly
from macros.reading.yaml_reader import read_bytes, read_carefully
from macros.tools.personal_data import found
from macros.tools.problem import Problem
from macros.tools.signs import faults, oddities
from tests.cases import SAMPLE


def read(text: str) -> object:
    """Return the value of a file with this text, which has no problems."""
    document = read_bytes(text.encode(), "x.yml")
    assert document.problems == []
    return document.value


def test_what_yaml_would_change_stays_text() -> None:
    text = "[no, on, yes, 12:30, 0301, 1e3, 0x1f, 2001-1, .5, '4.10', null, true, 17, -3, 4.5]"
    expected = (
        "no",
        "on",
        "yes",
        "12:30",
        "0301",
        "1e3",
        "0x1f",
        "2001-1",
        ".5",
        "4.10",
        None,
        True,
        17,
        -3,
        4.5,
    )
    assert read(text) == expected


def test_dates_are_dates() -> None:
    assert read("2026-11-21") == date(2026, 11, 21)


def test_places_count_from_one_and_survive_what_is_left_out() -> None:
    document = read_bytes(b"a:\n  - x: 1\n  - y: 2\n", "x.yml")
    assert (document.place(("a", 1, "y")).line, document.place(("a", 1, "y")).column) == (3, 8)
    left = document.without({("a", 0)})
    assert left.value == {"a": ({"y": 2},)}
    assert left.place(("a", 0, "y")).line == 3


def test_a_missing_value_has_the_place_of_what_it_is_missing_from() -> None:
    assert read_bytes(b"a:\n  b: 1\n", "x.yml").place(("a", "c")).line == 2


def test_decomposed_letters_are_composed() -> None:
    text = 'navn: "\u00c5mot"\nm\u00e5l: 1\n'
    assert read(unicodedata.normalize("NFD", text)) == {"navn": "\u00c5mot", "m\u00e5l": 1}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_quoted_text_comes_back_as_it_is(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assume(not [*faults(text), *oddities(text, name=False), *found(text)])
    written = yaml.safe_dump({"ordlyd": text}, allow_unicode=True, default_style='"')
    assert read(written) == {"ordlyd": text}


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fall_over(raw: bytes) -> None:
    document = read_bytes(raw, "x.yml")
    assert document.problems or document.value is not None


@example(b".\t# tapt")
@example("0\u2028# skilt".encode())
@example("a: x\u00a0 # tapt".encode())
@given(
    st.binary(max_size=80) | st.text(alphabet="ab:-#&*!'\"[]{},\n \t\\|>æ2015.", max_size=60).map(str.encode)
)
def test_what_is_read_quickly_is_what_is_read_carefully(raw: bytes) -> None:
    quick = read_quickly(raw)
    if quick is not None:
        careful = read_carefully(raw, "x.yml")
        assert careful.problems == []
        assert quick.value == careful.value
        for keys, lines in quick.lines.items():
            assert lines == tuple(careful.place((*keys, i)).line for i in range(len(lines)))


@pytest.mark.parametrize("path", sorted((SAMPLE).rglob("*.yml")), ids=lambda path: path.name)
def test_data_as_editors_write_them_are_read_quickly_and_the_same(path: Path) -> None:
    raw = path.read_bytes()
    quick = read_quickly(raw)
    assert quick is not None
    careful = read_carefully(raw, path.name)
    assert quick.value == careful.value
    bare = {keys[-1] for keys, place in careful.places.items() if keys and place.raw and not place.guarded}
    assert {key for key in bare if isinstance(key, str)} <= quick.bare


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/temaer.yml").symlink_to(tmp_path / "borte.yml")
    _, problems = load(tmp_path / "data")
    message = "data/temaer.yml:1:1: ventet en fil, fant en lenke til noe annet. Legg selve filen her."
    assert message in map(str, problems)


class Limited(BaseModel):
    """A group with numbers that are limited in every way a field may say it."""

    percent: Annotated[int, Field(ge=0, le=100)] | None = None
    count: int = Field(default=1, ge=1)
    many: tuple[Annotated[float, Field(le=0.5)], ...] = ()
    year_or_share: År | Annotated[float, Field(ge=0, le=1)] | None = None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("percent: 101", "et tall fra 0 til 100"),
        ("percent: -1", "et tall fra 0 til 100"),
        ("count: 0", "et tall, minst 1"),
        ("many: [0.25, 0.75]", "et tall, høyst 0.5"),
        ("year_or_share: 20", "et årstall eller et tall fra 0 til 1"),
    ],
)
def test_a_number_outside_its_limits_is_told_both(written: str, expected: str) -> None:
    problems: list[Problem] = []
    validate(Limited, read_bytes(written.encode(), "x.yml"), problems)
    assert [f"ventet {expected}, fant" in one.message for one in problems] == [True], problems


def test_limits_are_said_as_the_field_has_them() -> None:
    assert expected_number(FØRSTE_ÅR, SISTE_ÅR) == "et årstall"
    assert expected_number(None, None) == "et tall"
