"""Plans that each kommune adopts on its own day, that several own, and tiltak for some of their kommuner."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from macros import read_register
from macros.register.entities import Register
from macros.register.history import past_plans
from macros.views.matrix import matrise
from macros.views.status_tables import Group, by_plan, statustabell
from macros.views.timeline import hendelser
from macros.views.wording.decisions import decided
from tests.cases import CASES

PLAN = """\
tittel: Felles plan {fra}-{til}
kortnavn: Felles {fra}–{til}
type: handlingsplan
eier: [testby-kommune, nabo-kommune]
kommuner: [testby, nabo, fjern]
periode: {{fra: {fra}, til: {til}}}
planstatus: vedtatt
vedtak: [{vedtak}]
{erstatter}registrert: 2020-01-01
kilde: {{tittel: Felles plan {fra}-{til}}}
omtale: En plan til prøve.
kolonner: [frist]
innsatsområder:
  - nr: "9"
    tittel: Næring
    tema: [samferdsel]
    tiltak:
"""
TILTAK = """\
      - nr: "{nr}"
        tittel: Tiltak {nr}
        frist: "2029"
        ordlyd: "Kommunene gjør {nr}."
"""
OLD, NEW = "felles-2020-2030", "felles-2025-2028"


def decision(kommune: str, day: str) -> str:
    return f"{{kommune: {kommune}, organ: Kommunestyret, dato: {day}}}"


def made(data: Path, idag: str, *, plans: dict[str, str]) -> Register:
    """The register of the plans with these decisions; of each plan 2 is for Testby and Nabo, and 3 for Nabo alone."""
    shutil.copytree(CASES / "grunnlag", data)
    (data / "planer/testby-2020-2023.yml").unlink()
    (data / "rapporter/melding-2022.yml").unlink()
    for i, id_ in enumerate(("nabo", "fjern")):
        with (data / "kommuner.yml").open("a", encoding="utf-8") as file:
            file.write(f'{id_}:\n  navn: {id_.capitalize()}\n  numre:\n    - {{nummer: "339{i}"}}\n')
        text = f"{id_}-kommune: {{navn: {id_.capitalize()} kommune, type: kommune}}\n"
        (data / f"aktorer/{id_}.yml").write_text(text, "utf-8")
    for id_, decisions in plans.items():
        fra, til = id_.split("-")[1:]
        older = f"erstatter: {OLD}\n" if id_ == NEW else ""
        lines = [TILTAK.format(nr=nr) for nr in "123"]
        lines[1] += "        kommuner: [nabo, testby]\n"
        lines[2] += "        kommuner: [nabo]\n"
        if older:
            lines[0] += f"        viderefører: [{OLD}/1]\n"
        head = PLAN.format(fra=fra, til=til, vedtak=decisions, erstatter=older)
        (data / f"planer/{id_}.yml").write_text(head + "".join(lines), "utf-8")
    register, problems = read_register(data, date.fromisoformat(idag))
    assert register, "\n".join(map(str, problems))
    return register


def counted(register: Register) -> dict[str, list[str]]:
    """The tiltak that count in each kommune: «O1» of the older plan, «N1» of the newer."""
    return {
        id_: [f"{'N' if one.plan.id == NEW else 'O'}{one.nr}" for one in register.kommuner[id_].talte_tiltak]
        for id_ in ("testby", "nabo", "fjern")
    }


ALL_OLD = ", ".join(decision(one, "2020-01-10") for one in ("testby", "nabo", "fjern"))
IN_TURN = [decision("testby", "2025-02-01"), decision("nabo", "2025-03-01"), decision("fjern", "2025-04-01")]


@pytest.mark.parametrize(
    ("day", "adopted", "states", "everywhere", "there"),
    [
        ("2025-01-31", 0, "gjeldende -", 3, {"testby": ["O1", "O2"], "nabo": ["O1", "O2", "O3"], "fjern": ["O1"]}),
        ("2025-02-01", 1, "gjeldende gjeldende", 4, {"testby": ["N1", "N2"], "nabo": ["O1", "O2", "O3"], "fjern": ["O1"]}),
        ("2025-03-01", 2, "gjeldende gjeldende", 3, {"testby": ["N1", "N2"], "nabo": ["N1", "N2", "N3"], "fjern": ["O1"]}),
        ("2025-04-01", 3, "erstattet gjeldende", 3, {"testby": ["N1", "N2"], "nabo": ["N1", "N2", "N3"], "fjern": ["N1"]}),
        ("2029-01-01", 3, "erstattet utløpt", 3, {"testby": ["N1", "N2"], "nabo": ["N1", "N2", "N3"], "fjern": ["N1"]}),
    ],
)  # fmt: skip
def test_a_plan_takes_over_in_each_kommune_by_its_own_decision(
    tmp_path: Path, day: str, adopted: int, states: str, everywhere: int, there: dict[str, list[str]]
) -> None:
    plans = {OLD: ALL_OLD} | ({NEW: ", ".join(IN_TURN[:adopted])} if adopted else {})
    register = made(tmp_path / "data", day, plans=plans)
    assert " ".join(register.planer[id_].tilstand if id_ in plans else "-" for id_ in (OLD, NEW)) == states
    assert counted(register) == there
    assert sum(one.telles for one in register.tiltak.values()) == everywhere
    past = states.startswith("erstattet")
    assert [one.id for one in past_plans(register)] == ([OLD] if past else [])
    for id_ in ("testby", "nabo", "fjern")[:adopted]:
        assert [one.id for one in register.kommuner[id_].tidligere_planer] == [OLD]


def test_a_kommune_that_has_not_decided_has_no_part_in_the_totals(tmp_path: Path) -> None:
    register = made(tmp_path / "data", "2026-01-01", plans={OLD: decision("nabo", "2020-02-03")})
    plan, fjern, nabo = register.planer[OLD], register.kommuner["fjern"], register.kommuner["nabo"]
    assert (plan.tilstand, plan.tilstand_i(nabo), plan.tilstand_i(fjern)) == (
        "gjeldende", "gjeldende", "ikke vedtatt",
    )  # fmt: skip
    assert counted(register) == {"testby": [], "nabo": ["O1", "O2", "O3"], "fjern": []}
    assert [one.nr for one in fjern.tiltak] == ["1"] and fjern.vedtatte_planer == []
    assert decided(plan, fjern) == "Vi kjenner ikke noe vedtak i Fjern. Vedtatt i 1 av 3 kommuner"
    assert decided(plan, nabo) == "Vedtatt av kommunestyret i Nabo 3. februar 2020"
    assert decided(plan) == (
        "Vedtatt av kommunestyret i Nabo 3. februar 2020. Vi kjenner ikke noe vedtak i Testby og Fjern"
    )


def test_tables_agree_and_say_why_a_line_is_in_no_total(tmp_path: Path) -> None:
    register = made(tmp_path / "data", "2025-03-01", plans={OLD: ALL_OLD, NEW: ", ".join(IN_TURN[:2])})
    by_kommune: list[Group] = [(one.navn, one, one.tiltak) for one in register.kommuner.values()]
    tables = [statustabell("", "", groups) for groups in (by_plan(register.tiltak.values()), by_kommune)]
    assert [table.totalt and table.totalt.totalt for table in tables] == [3, 3]
    assert [(one.navn, one.totalt, one.merke) for one in tables[0].utenfor] == [
        ("Felles 2020–2030", 1, "videreført i en nyere plan"),
        ("Felles 2020–2030", 2, "erstattet av en nyere plan"),
    ]
    assert {one.navn: one.totalt for one in tables[1].rader} == {"Fjern": 1, "Nabo": 3, "Testby": 2}


def test_a_decision_for_all_holds_where_there_is_no_own_one(tmp_path: Path) -> None:
    whole = "{organ: Fylkestinget, dato: 2020-05-04}"
    register = made(
        tmp_path / "data", "2026-01-01", plans={OLD: f"{decision('nabo', '2020-02-03')}, {whole}"}
    )
    plan = register.planer[OLD]
    assert decided(plan, register.kommuner["fjern"]) == "Vedtatt av fylkestinget 4. mai 2020"
    assert decided(plan, register.kommuner["nabo"]) == "Vedtatt av kommunestyret i Nabo 3. februar 2020"
    assert counted(register) == {"testby": ["O1", "O2"], "nabo": ["O1", "O2", "O3"], "fjern": ["O1"]}


def test_a_tiltak_for_some_kommuner_is_counted_there_alone(tmp_path: Path) -> None:
    register = made(tmp_path / "data", "2026-01-01", plans={OLD: ALL_OLD})
    matrix = matrise(register)
    row = {name: felt.vedtatte for (name, _), felt in zip(matrix.kolonner, matrix.rader[0][1], strict=True)}
    assert row == {"Fjern": 1, "Nabo": 3, "Testby": 2}
    days = hendelser([register.planer[OLD]], register.kommuner["fjern"])
    assert [(one.slag, one.tiltak and one.tiltak.nr) for one in days] == [("Frist", "1"), ("Planslutt", None)]


def test_all_owners_have_the_plan(tmp_path: Path) -> None:
    register = made(tmp_path / "data", "2026-01-01", plans={OLD: ALL_OLD})
    for id_ in ("testby-kommune", "nabo-kommune"):
        assert [one.id for one in register.aktører[id_].eier] == [OLD]
