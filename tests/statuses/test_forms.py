"""What a form proposes for a report: ids and short names within the limits, and who may report."""

from __future__ import annotations

import re

import pytest

from macros.format.texts import ID, LENGSTE_ID, LENGSTE_KORTNAVN
from macros.register.entities import Register
from macros.statuses.forms import (
    kortnavn,
    punkt_id,
    rapport_id,
    rens,
    report_lines,
)
from macros.statuses.reporters import kommuner_for, meldere
from macros.tools.yaml_out import Plain


def test_those_the_plan_names_come_first_and_no_two_have_the_same_name(register: Register) -> None:
    for plan in register.planer.values():
        likely, others = meldere(register, plan)
        names = [one.navn.lower() for one in likely + others]
        assert likely[0].aktør is plan.eier
        assert len(set(names)) == len(names)
        assert not [one for one in likely + others if one.aktør.data.type == "samlebetegnelse"]
    likely, others = meldere(register, register.planer["granvik-2020-2024"])
    assert [one.navn for one in likely[:3]] == ["Granvik kommune", "Granvik Næringsråd", "Statens veikontor"]
    assert not [one for one in likely + others if one.aktør.id.startswith("fjellby-")]


def test_a_name_that_two_kommuner_share_says_which(register: Register) -> None:
    plan = register.planer["vestvik-2015-2025"]
    one, two = register.aktører["sundnes-kommune"], register.aktører["fjellby-kommune"]
    before = one.data
    one.data = before.model_copy(update={"navn": two.navn})
    try:
        names = {one.navn for group in meldere(register, plan) for one in group}
    finally:
        one.data = before
    assert {"Fjellby kommune (Sundnes)", "Fjellby kommune (Fjellby)"} <= names
    assert "Fjellby kommune" not in names


def test_a_source_is_about_the_kommune_of_who_published_it_or_else_all_of_the_plan(
    register: Register,
) -> None:
    plan = register.planer["vestvik-2015-2025"]
    assert kommuner_for(plan, register.aktører["sundnes-kommune"]) == ["sundnes"]
    assert len(kommuner_for(plan, plan.eier)) == 3


@pytest.mark.parametrize("nr", ["1.1.3", "4a", "2-b.10"])
def test_ids_are_ids_however_long_the_plans_name_is(nr: str) -> None:
    for plan in ("lier-2023-2026", "p" * 80, "-".join(["lang"] * 16)):
        made = rapport_id(plan, nr, "2026-11-21")
        assert re.fullmatch(ID, made)
        assert len(made) <= LENGSTE_ID
        assert made.endswith(f"{nr.replace('.', '-')}-2026-11-21")
    assert re.fullmatch(ID, punkt_id(nr))


def test_a_short_name_is_short() -> None:
    assert kortnavn("Modum kommune", "2024") == "Modum kommune 2024"
    long = kortnavn("Interkommunalt politisk råd i Drammensregionen", "2022–2024")
    assert long == "Interkommunalt politisk råd i… 2022–2024"
    assert len(long) <= LENGSTE_KORTNAVN


def test_a_text_is_rid_of_signs_that_no_file_may_hold() -> None:
    assert rens(" a\x00b\x0bc\x85d\ufeffe\ud83df \r\n") == "abcdef"
    assert rens("cafe\u0301\u2028ny\tlinje") == "café\nny\tlinje"


def test_every_text_of_a_report_is_clean_and_in_quotes() -> None:
    group = {"navn": " no\x00\r\nte\u0301 ", "utgiver": Plain("x-kommune"), "punkter": [{"sted": "a\x0bb"}]}
    assert [line for _, line in report_lines(group)] == [
        'navn: "no\\nté"',
        "utgiver: x-kommune",
        "punkter:",
        '  - sted: "ab"',
    ]
