"""The stylesheet is one small set: each size, colour and class of it is one that is meant, and used."""

from __future__ import annotations

import re

import pytest

from macros.building.typesetting import words
from tests.conftest import ROOT

CSS = (ROOT / "docs/assets/plan.css").read_text("utf-8")
RULES = re.sub(r"/\*.*?\*/", "", CSS, flags=re.S)
PLACES = ("macros/pages", "macros/building", "overrides", "docs")
COMPOSED = re.compile(r"([a-z]+-+)(?:\{\{|\{|\"\s*~|\"\s*\+|\\2)")
"""The beginning of a class whose end is a value: `rute--{{ … }}`."""


def beginnings() -> set[str]:
    """Return the beginnings of the classes that templates and program put together."""
    files = [path for place in PLACES for path in (ROOT / place).rglob("*.*")]
    read = [path.read_text("utf-8") for path in files if path.suffix in {".html", ".py", ".js"}]
    return {found for text in read for found in COMPOSED.findall(text)}


def test_each_class_that_is_styled_is_used() -> None:
    selectors = re.sub(r"\"[^\"]*\"|:[ ]+[^;{}]*;", "", RULES)
    styled = set(re.findall(r"[.#]([a-z][\w-]*)", selectors))
    composed = tuple(beginnings())
    assert len(styled) > 80 and "rute--" in composed
    unused = {one for one in styled - words(ROOT) if not one.startswith(composed)}
    assert not unused, "styled, and nothing has the class"


@pytest.mark.parametrize(
    ("what", "pattern", "allowed"),
    [
        (
            "a size outside the scale",
            r"font-size: ([^;]+);",
            r"var\(--\w+\)|\.88em|1em|inherit|0|125%|9\.5pt",
        ),
        (
            "a margin outside the steps",
            r"margin(?:-\w+)?: ([^;]+);",
            r"[^;]*?(?:var\(--r\d\)|0|auto|em)[^;]*",
        ),
        ("rounding of its own", r"border-radius: ([^;]+);", r"\.2rem"),
    ],
)
def test_what_is_written_is_of_the_set(what: str, pattern: str, allowed: str) -> None:
    rules = RULES.split("@media print")[0]
    assert not [one for one in re.findall(pattern, rules) if not re.fullmatch(allowed, one)], what


def test_a_colour_is_written_once_with_its_dark_one() -> None:
    colours = re.findall(r"light-dark\((#\w{6}), (#\w{6})\)", RULES)
    left = re.sub(r"light-dark\(#\w{6}, #\w{6}\)", "", RULES.split("@media print")[0])
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", left)) <= {"#0000"}, "a colour for one scheme alone"
    assert len(colours) - len(set(colours)) <= 1, (
        "«uenig» has the colour of «stanset», and no other has another's"
    )


def test_a_dashed_line_means_one_thing() -> None:
    assert re.findall(r"([^{}]+)\{[^{}]*dashed", RULES.replace("\n", "")) == [".beregnet, .tolkning "]


def test_it_is_small_and_has_no_prefixes() -> None:
    assert len(CSS.encode()) < 21 * 1024
    assert ".md-typeset" not in CSS and "[dir" not in CSS and RULES.count("!important") <= 4
