"""Of the theme's stylesheet, what can match is kept, and what it reads."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest

from macros.building.typesetting import made, needed, words
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{x:y}", True),
        (".borte{x:y}", False),
        ("p,.borte{x:y}", True),
        (".a.borte{x:y}", False),
        (".a:not(.borte) p{x:y}", True),
        (".a:is(.borte,p){x:y}", True),
        ("#borte>p{x:y}", False),
        ("[data-md-borte=x] p{x:y}", False),
        ("[dir=ltr] .a{x:y}", True),
        ("[hidden]{x:y}", True),
        ("@media print{.borte{x:y}.a{x:y}}", True),
        ("@media print{.borte{x:y}}", False),
        ("@supports (a:b){@media print{.a{x:y}}}", True),
        ("@font-face{font-family:x}", True),
        ("@keyframes borte{to{x:y}}", True),
    ],
)
def test_a_rule_is_left_out_when_no_selector_of_it_can_match(css: str, kept: bool) -> None:
    left = needed(css, {"a", "b"})
    assert bool(left) == kept and ("borte{" not in left or "," in left or "@" in left)


def test_a_property_is_kept_when_something_reads_it() -> None:
    css = ":root{--a:1;--b:var(--c);--c:2;--d:3;--e:4}p{x:var(--b)}.borte{x:var(--d)}"
    assert needed(css, {"p"}, ["x{y:var(--e)}"]) == ":root{--b:var(--c);--c:2;--e:4}p{x:var(--b)}"


def test_what_is_shipped_declares_all_that_it_reads_and_the_theme_declares(site: Path) -> None:
    [shipped] = site.glob("assets/stylesheets/*.css")
    [theme] = Path(material.__file__).parent.glob(f"**/assets/stylesheets/{shipped.name}")
    text, whole = shipped.read_text("utf-8"), theme.read_text("utf-8")
    read = set(re.findall(r"var\(\s*(--[\w-]+)", text + (ROOT / "docs/assets/plan.css").read_text("utf-8")))
    declared = set(re.findall(r"(--[\w-]+)\s*:", whole))
    assert read & declared <= set(re.findall(r"(--[\w-]+)\s*:", text))
    assert made(ROOT, whole, [(ROOT / "docs/assets/plan.css").read_text("utf-8")]) == text
    assert {"md-typeset", "statustabell"} <= words(ROOT)
