"""Tables and lists that count: totals, shares, deadlines and what is new."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from macros.register.entities import Plan, Register
from macros.views import matrix, status_tables, timeline, whats_new
from macros.views.status_tables import statustabell


def test_totals_count_each_adopted_measure_once(register: Register) -> None:
    table = statustabell("", "Plan", status_tables.by_plan(register.tiltak.values()))
    assert table.totalt is not None
    assert table.totalt.totalt == 3 + 18 + 13
    assert [(rad.navn, rad.totalt) for rad in table.rader] == [
        ("Vestvik reiseliv 2024–2027", 3),
        ("Fjellby 2023–2026", 18),
        ("Granvik 2020–2024", 13),
    ]
    assert [(rad.totalt, rad.merke) for rad in table.utenfor] == [
        (12, "tiltaksområder, utkast, ikke vedtatt"),
        (4, "steg i planarbeid"),
    ]
    assert not table.overlapper


def test_per_cent_is_of_all_and_not_of_the_reported(register: Register) -> None:
    plan = register.planer["granvik-2020-2024"]
    table = statustabell("", "Innsatsområde", status_tables.by_område(plan))
    assert table.totalt is not None
    assert table.totalt.prosent("ikke-rapportert") == "31"
    assert (table.totalt.rapportert, table.totalt.deler) == (8, 1)


def test_not_reported_is_always_a_column(register: Register) -> None:
    reported = [one for one in register.tiltak.values() if one.meldt.status == "pågår" and not one.meldt.del_]
    table = statustabell("", "Plan", [("Alle", None, reported)])
    assert table.statuser == ["pågår", "ikke-rapportert"]


def test_rows_that_overlap_say_so(register: Register) -> None:
    groups: list[status_tables.Group] = [(tema.navn, tema, tema.tiltak) for tema in register.temaer.values()]
    table = statustabell("", "Tema", groups)
    assert table.overlapper
    assert table.totalt is not None
    assert table.totalt.totalt == 34


def test_a_table_of_more_fylker_than_rows_has_them_all(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status_tables, "MANGE_RADER", 0)
    groups = status_tables.by_plan(register.tiltak.values())
    fylker = status_tables.by_fylke([*groups])
    table = statustabell("", "Plan", groups)
    assert (table.enhet, table.samlet) == ("Fylke", len(groups))
    assert {rad.navn for rad in (*table.rader, *table.utenfor)} == {navn for navn, _, _ in fylker}


def test_a_kommune_with_a_draft_only_has_no_total(register: Register) -> None:
    sundnes = register.kommuner["sundnes"]
    table = statustabell("", "", status_tables.by_kommune_område(sundnes), i=sundnes)
    assert (table.rader, table.totalt) == ([], None)
    assert [(rad.totalt, rad.merke) for rad in table.utenfor] == [
        (2, "ikke vedtatt i Sundnes"),
        (12, "tiltaksområder, utkast, ikke vedtatt"),
    ]


def test_deadlines_are_in_the_order_of_time(register: Register) -> None:
    days = timeline.hendelser(register.planer.values())
    assert [day.dag for day in days] == sorted(day.dag for day in days)
    assert {day.slag for day in days} == {"Frist", "Delfrist", "Milepæl", "Planslutt"}
    assert days[0].dag == date(2021, 6, 1)
    part = next(day for day in days if day.slag == "Delfrist" and day.dag.year == 2023)
    assert (part.tekst, part.tiltak and part.tiltak.nr) == ("ny vei ferdig i 2023", "1.1.1")


def test_what_is_new_is_newest_first(register: Register) -> None:
    changes = whats_new.endringer(register)
    adopted = [one for plan in register.planer.values() for one in plan.data.vedtakene]
    assert len(changes) == len(register.planer) + len(register.rapporter) + len(adopted) + len(
        register.rettelser
    )
    assert [one.dag for one in changes] == sorted((one.dag for one in changes), reverse=True)
    plan = register.planer["fjellby-2023-2026"]
    older = dataclasses.replace(register, planer={"x": older_plan(plan)}, rapporter={})
    both = dataclasses.replace(register, planer={"x": older_plan(plan), "fjellby": plan}, rapporter={})
    assert [one.dag for one in whats_new.endringer(older) if one.slag == "plan"] == [date(2020, 1, 1)]
    assert whats_new.endringer(both)[0].entity is plan


def older_plan(plan: Plan) -> Plan:
    """Return the plan as if it was registered in 2020."""
    data = plan.data.model_copy(update={"registrert": date(2020, 1, 1)})
    return dataclasses.replace(plan, data=data)


def test_a_column_is_called_what_its_rows_are(register: Register) -> None:
    by_område = status_tables.by_område(register.planer["granvik-2020-2024"])
    by_plan = status_tables.by_plan(register.kommuner["sundnes"].tiltak)
    assert status_tables.unit_of(by_område) == "Innsatsområde"
    assert status_tables.unit_of(by_plan) == "Plan"
    assert status_tables.unit_of([*by_område, *by_plan]) == "Innsatsområde eller plan"


def test_the_strengths_of_the_matrix_tell_large_numbers_apart(register: Register) -> None:
    small = matrix.Matrise([], [(register.temaer["samferdsel"], [matrix.Felt(3, 0), matrix.Felt(9, 0)])])
    assert (small.styrke(3), small.styrke(9)) == (1, 3)
    large = matrix.Matrise([], [(register.temaer["samferdsel"], [matrix.Felt(1, 0), matrix.Felt(600, 0)])])
    assert (large.styrke(1), large.styrke(300), large.styrke(600)) == (1, 2, 3)
