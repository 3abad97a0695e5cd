"""A plan of the sample, and awkward text, come back with every verbatim cell exact."""

from __future__ import annotations

import functools
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.format import model
from macros.format.columns import COLUMNS
from macros.innlesing.readers.lines import clean
from macros.reading.yaml_reader import read_bytes
from tests import plandokumenter as dokument
from tests.cases import SAMPLE
from tests.innlesing.corpus.case import Case, lines_as
from tests.innlesing.corpus.measure import outcome
from tests.innlesing.corpus.pdf import STYLES
from tests.innlesing.layouts import layout, list_layout, titled_layout
from tests.innlesing.read_in import WRITERS, headings, plan_of, read, sample_data, verbatim
from tests.plandokumenter import Oppslag

GRANVIK = "granvik-2020-2024"
OWN_HEADINGS = {"milepæler": "Delmål/milepæler"}
"""What the document of this plan prints over a column, where that is not the heading of the table of columns."""
HODE = (
    "Prioritert handling/tiltak",
    *(
        OWN_HEADINGS.get(column.navn, column.overskrift)
        for column in COLUMNS
        if column.navn in sample_data().planer[GRANVIK].kolonner
    ),
)

LAYOUTS: dict[str, Callable[[model.Plan], Iterable[Oppslag]]] = {
    GRANVIK: functools.partial(dokument.as_table, headings=HODE),
    "fjellby-2023-2026": dokument.as_numbered_list,
    "vestvik-2015-2025": dokument.as_points,
    "havnes-naeringsplan": dokument.as_paragraphs,
}


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("id_", LAYOUTS)
def test_a_plan_comes_back_from_its_own_layout(id_: str, ending: str, tmp_path: Path) -> None:
    source = WRITERS[ending](LAYOUTS[id_](sample_data().planer[id_]), tmp_path / f"plan{ending}")
    result = read(source, id_)
    there = read_bytes((SAMPLE / f"planer/{id_}.yml").read_bytes(), id_).value
    here = plan_of(result)
    assert verbatim(here) == verbatim(there)
    assert headings(here) == headings(there)
    assert here.get("mål") == there.get("mål")
    assert here["kolonner"] == there["kolonner"]
    assert result.ok
    assert "Regnskapet går opp" in result.report


AWKWARD = st.text(
    st.sampled_from("abcÅø 19.,:;#-–*&!|>%@`'\"{}[]?\\/\n\t\u00a0\u00ad\u2028é🚲") | st.characters(exclude_categories=("Cs", "Cc")),
    max_size=30,
).filter(
    # «Ã¸» is what «ø» looks like that was written as UTF-8 twice: a text with it is refused, and rightly.
    lambda text: clean(text) == clean(clean(text)) and not re.search("[ÃÂâ]", text)
)  # fmt: skip

SAID = AWKWARD.filter(lambda text: any(unicodedata.category(sign)[0] in "LP" for sign in clean(text)))

HEADINGS = ("Nr", "Tiltak", "Mål", "Frist", "Ansvar", "Milepæler")


@pytest.mark.parametrize("ending", [".csv", ".txt", ".xlsx"])
@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.tuples(SAID, AWKWARD, st.just("2026"), AWKWARD, AWKWARD), min_size=1, max_size=4))
@example(
    rows=[("A0", "", "2026", "", "")]
)  # a wording like a number, where the number has a column of its own
def test_awkward_text_comes_back_as_it_was(ending: str, rows: list[tuple[str, ...]]) -> None:
    meant = [(f"1.{i}", f"1.{i}", *map(clean, row)) for i, row in enumerate(rows, 1)]
    lines = [Oppslag(HEADINGS, tabell=1), *(Oppslag(row[1:], tabell=1) for row in meant)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan{ending}"
        if ending == ".txt":
            # A quote that opens a pasted cell, and a tab in one, cannot be told from those of the spreadsheet.
            lines = [
                Oppslag(tuple(re.sub('^"+', "”", text).replace("\t", " ") for text in one.celler))
                for one in lines
            ]
            meant = [(row[0], *map(clean, line.celler)) for row, line in zip(meant, lines[1:], strict=True)]
        if ending == ".csv":
            dokument.write_csv(lines, path)
        else:
            WRITERS[ending](lines, path)
        result = read(path)
    assert [tuple(one) for one in verbatim(plan_of(result))] == meant
    assert result.ok, result.report


ENDINGS = (".docx", ".xlsx", ".csv", ".txt", ".pdf")


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), ending=st.sampled_from(ENDINGS))
@example(seed=9340, ending=".docx")  # a table whose rows all have one cell filled, numbered as those after it
def test_any_table_in_any_layout_comes_back_exact_or_is_refused(seed: int, ending: str) -> None:
    one = laid_out(seed, ending)
    became = outcome(one)
    assert became.exact or became.refused, (one.answer, became.found, became.told)
    assert became.silent == ()


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), ending=st.sampled_from((".docx", ".txt")))
def test_any_list_in_any_layout_comes_back_exact_or_is_refused(seed: int, ending: str) -> None:
    one = listed(seed, ending)
    became = outcome(one)
    assert became.exact or became.refused, (one.answer, became.found, became.told)
    assert became.silent == ()


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), ending=st.sampled_from((".docx", ".txt", ".pdf")))
def test_any_tiltak_that_are_headings_come_back_exact_or_are_refused(seed: int, ending: str) -> None:
    one = headed(seed, ending)
    became = outcome(one)
    assert became.exact or became.refused, (one.answer, became.found, became.told)
    assert became.silent == ()


def headed(seed: int, ending: str) -> Case:
    """Return the tiltak of a seed as headings in a file of a kind."""
    made = titled_layout(seed)
    return Case(f"titler {seed}", 7, ending, lines_as(ending, made.lines), made.answer)


def listed(seed: int, ending: str) -> Case:
    """Return the list of a seed as a file of a kind."""
    made = list_layout(seed)
    return Case(f"liste {seed}", 7, ending, lines_as(ending, made.lines), made.answer)


def laid_out(seed: int, ending: str) -> Case:
    """Return the document of a seed as a file of a kind: `python -m tests.innlesing.test_round_trip 500 [.pdf]` tries many."""
    # In narrow columns a PDF breaks words where nobody can see it; pasted rows of two tables are told apart by tabs alone.
    made = layout(seed, narrow=ending == ".pdf", alone=ending == ".txt")

    def write(path: Path) -> object:
        style = f":{STYLES[seed % len(STYLES)]}" if ending == ".pdf" else ""
        done = lines_as(f"{ending}{style}", made.lines)(path)
        if made.trim and ending == ".csv":
            path.write_text(
                "\n".join(line.rstrip(";") for line in path.read_text("utf-8").split("\n")), "utf-8"
            )
        return done

    return Case(f"oppsett {seed}", 7, ending, write, made.answer)


if __name__ == "__main__":
    counts: Counter[str] = Counter()
    wanted = sys.argv[2:]
    for seed in range(int(sys.argv[1])):
        for ending in wanted or ENDINGS[: 5 if seed % 5 == 0 else 4]:
            made = [laid_out(seed, ending)] + ([listed(seed, ending)] if ending in (".docx", ".txt") else [])
            made += [headed(seed, ending)] if ending in (".docx", ".txt", ".pdf") else []
            for one in made:
                became = outcome(one)
                kind = "eksakt" if became.exact else "nektet" if became.refused else "feil"
                counts[f"{one.name.split()[0]} {ending} {kind}{' stille' * bool(became.silent)}"] += 1
                if kind == "feil" or became.silent:
                    print(one.name, ending, became.silent)
    print(*(f"{name}: {count}" for name, count in sorted(counts.items())), sep="\n")
