"""What is counted in the files is what the pages say."""

from __future__ import annotations

import re
from pathlib import Path

from macros.pages.handwritten.editor_macros import Editors
from macros.pages.render import Renderer
from macros.register.entities import Register
from macros.views.overdue import overdue
from tests.cases import IDAG
from tests.exports.opened import opened
from tests.made import html_of


def test_sums_of_the_site_of_a_kommune_and_of_a_plan(files: Path, register: Register) -> None:
    editors = Editors(Renderer(register, IDAG))
    tiltak = opened(files / "tiltak.csv").merge(opened(files / "tiltak-i-dag.csv"), on="id")
    counted = tiltak[tiltak["telles"] == "ja"]
    assert editors.antall() == str(len(counted))
    for status in ("gjennomført", "ikke-rapportert"):
        whole = counted[(counted["status"] == status) & (counted["status_del"] == "nei")]
        assert editors.antall(status=status) == str(len(whole))
    for kommune in register.kommuner:
        # A plan may be adopted in some of its kommuner only: «telles_i» says in which a tiltak counts.
        there = tiltak["telles_i"].fillna("").str.split("|").map(lambda ids, it=kommune: it in ids)
        mine = tiltak[there]
        assert editors.antall(kommune=kommune) == str(len(mine))
    for plan in register.planer:
        assert editors.antall(plan=plan) == str((tiltak["plan"] == plan).sum())
    for tema in register.temaer:
        mine = counted[counted["temaer"].str.split("|").map(lambda ids, it=tema: it in ids)]
        assert editors.antall(tema=tema) == str(len(mine))


def test_the_numbers_of_things(files: Path, register: Register) -> None:
    assert len(opened(files / "planer.csv")) == len(register.planer)
    assert len(opened(files / "aktorer.csv")) == len(register.aktører)
    kommuner = opened(files / "kommuner.csv")
    assert (kommuner["adresse"] != "").sum() == len(register.kommuner)


def test_what_is_past_without_a_source_is_what_the_report_says(files: Path, register: Register) -> None:
    tiltak = opened(files / "tiltak.csv").merge(opened(files / "tiltak-i-dag.csv"), on="id")
    for plan in register.planer.values():
        if not plan.vedtatt or plan.data.slag != "tiltak":
            continue
        rows = tiltak[(tiltak["plan"] == plan.id) & (tiltak["etter_frist_uten_kilde"] == "ja")]
        found = overdue(plan, IDAG)
        assert {day.tiltak.id for day in found.uten_kilde if day.tiltak and day.slag == "Frist"} == set(
            rows["id"]
        )


def test_the_files_of_a_plan_and_its_page_have_as_many_rows(files: Path, register: Register) -> None:
    renderer = Renderer(register, IDAG)
    for plan in register.planer.values():
        rows = opened(files / f"planer/{plan.id}.csv")
        said = re.search(r"class=svar\D*(\d+) ", html_of(renderer, plan))
        assert said
        assert int(said[1]) == len(rows)
