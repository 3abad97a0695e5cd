"""What the register makes of plans and reports: statuses, deadlines, goals, and who says it."""

from __future__ import annotations

import gc
import shutil
import weakref
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros import read_register
from macros.format.meldt import IKKE_RAPPORTERT, Meldt
from macros.pages.render import Renderer
from macros.register.computed import beregnet
from macros.register.entities import Register
from macros.views.timeline import hendelser
from macros.views.wording.plan_words import says
from tests.cases import CASES, IDAG
from tests.made import pages

PLAN = "planer/testby-2020-2023.yml"
REPORT = "rapporter/melding-2022.yml"
Make = Callable[..., Register]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return the register of the golden cases' valid data, with texts replaced and files added."""

    def register(*changes: tuple[str, str, str], files: dict[str, str] | None = None) -> Register:
        data = tmp_path / "data"
        shutil.copytree(CASES / "grunnlag", data)
        for name, old, new in changes:
            text = (data / name).read_text("utf-8")
            assert old in text
            (data / name).write_text(text.replace(old, new, 1), "utf-8")
        for name, text in (files or {}).items():
            (data / name).write_text(text, "utf-8")
        found, problems = read_register(data, IDAG)
        assert found is not None, "\n".join(map(str, problems))
        return found

    return register


def later_report(year: int, status: str) -> str:
    """Return the report of the golden cases about a later year and with another status."""
    return (
        (CASES / "grunnlag" / REPORT)
        .read_text("utf-8")
        .replace("gjelder: 2022", f"gjelder: {year}")
        .replace("status: pågår", f"status: {status}")
    )


def test_no_report_means_not_reported(make: Make) -> None:
    tiltak = make().tiltak["testby-2020-2023/1.2"]
    assert (tiltak.meldt, tiltak.statuspunkt) == (IKKE_RAPPORTERT, None)


def test_the_latest_period_wins_and_the_older_stays(make: Make) -> None:
    register = make(files={"rapporter/a-2021.yml": later_report(2021, "ikke-startet"),
                           "rapporter/a-2024.yml": later_report(2024, "gjennomført")})  # fmt: skip
    tiltak = register.tiltak["testby-2020-2023/1.1"]
    assert tiltak.meldt == Meldt("gjennomført")
    assert [punkt.rapport.år for punkt in tiltak.punkter] == [2024, 2022, 2021]


def test_a_weak_source_is_context_only(make: Make) -> None:
    register = make((REPORT, "    status: pågår\n", ""), (REPORT, "sikkerhet: høy", "sikkerhet: lav"))
    tiltak = register.tiltak["testby-2020-2023/1.1"]
    assert (tiltak.meldt, len(tiltak.punkter)) == (IKKE_RAPPORTERT, 1)


def test_måloppnåelse_is_never_a_status(make: Make) -> None:
    register = make((REPORT, "status: pågår", "måloppnåelse: nådd"))
    tiltak = register.tiltak["testby-2020-2023/1.1"]
    assert (tiltak.meldt, tiltak.punkter[0].data.måloppnåelse) == (IKKE_RAPPORTERT, "nådd")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 12, 31), []),
        (date(2023, 1, 1), ["Fristen er passert (2022)", "Sist rapportert for 1 år siden"]),
        (
            date(2024, 1, 1),
            ["Fristen er passert (2022)", "Planperioden er over", "Sist rapportert for 2 år siden"],
        ),
    ],
)
def test_what_is_computed_depends_on_the_day(make: Make, day: date, expected: list[str]) -> None:
    assert beregnet(make().tiltak["testby-2020-2023/1.1"], day) == expected


def test_a_deadline_no_longer_runs_when_the_work_is_done(make: Make) -> None:
    register = make((REPORT, "status: pågår", "status: gjennomført"))
    computed = beregnet(register.tiltak["testby-2020-2023/1.1"], date(2023, 1, 1))
    assert computed[0] == "Fristen var 2022"


def test_a_standing_task_is_never_late_but_its_part_is(make: Make) -> None:
    register = make((PLAN, '"Løpende oppgave"', '"Løpende oppgave, ny bru ferdig i 2021"'))
    tiltak = register.tiltak["testby-2020-2023/1.2"]
    assert beregnet(tiltak, date(2022, 1, 1)) == ["Delfristen er passert (2021)"]


def test_a_month_without_a_year_computes_nothing(make: Make) -> None:
    register = make((PLAN, 'frist: "2022"', 'frist: "juni"'))
    assert beregnet(register.tiltak["testby-2020-2023/1.1"], date(2022, 12, 1)) == []


def test_a_measure_shows_its_own_goal_or_the_nearest_above(make: Make) -> None:
    register = make(
        (PLAN, "    tema: [samferdsel]\n", '    tema: [samferdsel]\n    mål: "Gode veier"\n'),
        (PLAN, "kolonner: [mål, frist", "kolonner: [frist"),
        (PLAN, '        mål: "Bedre vei"\n', ""),
        (PLAN, '        mål: ""\n', ""),
    )
    tiltak = register.tiltak["testby-2020-2023/1.1"]
    assert (tiltak.mål, tiltak.mål_fra) == ("Gode veier", tiltak.område)


def test_who_says_it_is_seen_from_the_measure(make: Make) -> None:
    register = make((REPORT, "utgiver: testby-kommune", "utgiver: statens-vegvesen"))
    tiltak = register.tiltak["testby-2020-2023/1.1"]
    assert tiltak.punkter[0].avsender(tiltak) == "har ansvar etter planen"


def test_a_draft_is_never_counted(make: Make) -> None:
    register = make((PLAN, "vedtak: {organ: Kommunestyret, dato: 2020-01-15}\n", ""),
                    (PLAN, "planstatus: vedtatt", "planstatus: utkast"))  # fmt: skip
    plan = register.planer["testby-2020-2023"]
    assert (plan.vedtatt, plan.telles) == (False, False)


def test_a_plan_that_nobody_uses_is_let_go(make: Make) -> None:
    register = make()
    renderer = Renderer(register, IDAG)
    for page in pages(register):
        page.body(renderer)
    seen = weakref.ref(next(iter(register.planer.values())))
    del register, renderer, page
    gc.collect()
    assert seen() is None


def test_milestones_of_one_measure_may_be_reported_each_by_itself(make: Make) -> None:
    def part(id_: str, status: str, milestone: str) -> str:
        return (
            f"  - {{id: {id_}, tittel: En milepæl, tiltak: [testby-2020-2023/1.1], status: {status}, dekker: del, "
            f'delmål: ["{milestone}"], omtale: Noe, sitat: "Noe.", sted: Side 1, sikkerhet: høy}}\n'
        )

    parts = part("plan", "gjennomført", "Plan 2020") + part("bygging", "utsatt", "bygging 2021")
    register = make(
        (REPORT, "punkter:\n", f"punkter:\n{parts}"),
        (
            PLAN,
            '- {tekst: "Plan 2020", innen: 2020}',
            '- {tekst: "Plan 2020", innen: 2020}\n          - {tekst: "bygging 2021"}',
        ),
    )
    tiltak = register.tiltak["testby-2020-2023/1.1"]
    assert tiltak.meldt == Meldt("pågår")  # of the whole, in the same report
    assert tiltak.meldt_om("Plan 2020") == Meldt("gjennomført")
    assert tiltak.meldt_om("bygging 2021") == Meldt("utsatt")


TWO_OF_ONE_NAME = """statens-vegvesen:
  navn: Statens vegvesen (til 2019)
  type: stat
  varianter: [Statens vegvesen]
  til: 2019
statens-vegvesen-2020:
  navn: Statens vegvesen
  type: stat
  fra: 2020
"""


@pytest.mark.parametrize(
    ("fra", "aktør"),
    [(2016, "statens-vegvesen"), (2019, "statens-vegvesen"), (2020, "statens-vegvesen-2020")],
)
def test_a_name_is_the_aktør_that_existed_when_the_plan_begins(make: Make, fra: int, aktør: str) -> None:
    register = make(
        (PLAN, "fra: 2020, til: 2023", f"fra: {fra}, til: 2023"),
        files={"aktorer/felles.yml": TWO_OF_ONE_NAME},
    )
    assert aktør in {one.id for one in register.tiltak["testby-2020-2023/1.1"].aktører}


def test_a_milestone_of_before_the_plan_is_nothing_to_reach(make: Make) -> None:
    before = make(
        (PLAN, "Plan 2020, bygging", "Plan 2019, bygging"),
        (PLAN, '{tekst: "Plan 2020", innen: 2020}', '{tekst: "Plan 2019", innen: 2019}'),
    )
    assert "Milepæl" not in {day.slag for day in hendelser(before.planer.values())}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("planstatus: ikke kjent", "Om planen ble vedtatt, vet vi ikke"),
        (
            "planstatus: ikke kjent\ndokument: Utkast fra 2019",
            "Utkast fra 2019. Om planen ble vedtatt, vet vi ikke",
        ),
        ("planstatus: utkast\ndokument: Utkast fra 2019", "Utkast fra 2019. Ikke vedtatt"),
        ("planstatus: utkast", "Utkast, ikke vedtatt"),
    ],
)
def test_what_is_said_of_a_plan_that_is_not_adopted(make: Make, changed: str, said: str) -> None:
    adopted = "planstatus: vedtatt\nvedtak: {organ: Kommunestyret, dato: 2020-01-15}"
    plan = make((PLAN, adopted, changed)).planer["testby-2020-2023"]
    assert (says(plan), plan.telles, plan.periode_over(IDAG)) == (said, False, False)
