"""The status picture: every tiltak has one square, each status a mark of its own, and the colours are the site's."""

from __future__ import annotations

import re
from pathlib import Path

from macros import read_register
from macros.format.meldt import TELLEORD
from macros.format.vocabulary import LINJEORD
from macros.register.entities import Register
from macros.views import squares

from ..cases import IDAG

ROOT = Path(__file__).parents[2]


def sample() -> Register:
    register, problems = read_register(ROOT / "tests" / "eksempel" / "data", IDAG)
    assert register is not None and not problems
    return register


def test_every_status_has_a_mark_a_colour_and_a_place() -> None:
    assert set(squares.ORDEN) == set(squares.MERKER) == set(squares.FARGER) == set(TELLEORD)
    assert len(set(squares.MERKER.values())) == len(TELLEORD), "two statuses with the same shape"


def test_the_colours_are_those_of_the_stylesheet() -> None:
    css = (ROOT / "docs" / "assets" / "plan.css").read_text(encoding="utf-8")
    [kant] = re.findall(r"--kant: light-dark\((#\w+), (#\w+)\)", css)
    for key, colours in squares.FARGER.items():
        name = {"gjennomført": "gjennomfort", "pågår": "pagar", "videreført": "viderefort"}.get(key, key)
        [[found]] = [re.findall(rf'\[class\*="--{name}"\] {{ --farge: ([^;]+);', css)]
        expected = kant if found == "var(--kant)" else tuple(re.findall(r"#\w+", found))
        assert expected == colours, key


def test_a_plan_shows_each_of_its_lines_once() -> None:
    for plan in sample().planer.values():
        groups = squares.grupper(plan)
        shown = [one.id for group in groups for one in group.tiltak]
        assert sorted(shown) == sorted(one.id for one in plan.tiltak)
        for group in groups:
            places = [squares.ORDEN.index(one.meldt.telles) for one in group.tiltak]
            assert places == sorted(places)


def test_a_kommune_marks_what_is_in_no_total() -> None:
    for kommune in sample().kommuner.values():
        for group in squares.grupper(kommune):
            assert bool(group.merke) == (not any(kommune in one.telles_for for one in group.tiltak))
            assert group.tiltak


def test_the_words_count_what_is_shown() -> None:
    plan = max(sample().planer.values(), key=lambda plan: len(plan.tiltak))
    groups = squares.grupper(plan)
    assert squares.i_ord(groups).startswith(f"{len(plan.tiltak)} {LINJEORD[plan.data.slag]}: ")
    assert sum(count for *_, count in squares.nøkkel(groups)) == len(plan.tiltak)
    assert squares.i_ord([]) == ""


def test_no_two_squares_share_a_place() -> None:
    plan = max(sample().planer.values(), key=lambda plan: len(plan.tiltak))
    for columns in (1, 3, 40):
        placed, rows = squares.plassert(squares.grupper(plan), columns)
        assert len({(one.kolonne, one.rad) for one in placed}) == len(placed) == len(plan.tiltak)
        assert all(one.kolonne < columns and one.rad < rows for one in placed)
