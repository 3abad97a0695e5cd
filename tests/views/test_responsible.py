"""Who is responsible: the kommune with its units, then the others; and statuses from after an actor's time."""

from __future__ import annotations

from macros.register.entities import Register
from macros.views import responsible


def test_the_kommune_is_counted_with_its_units_before_the_others(register: Register) -> None:
    kommune = register.kommuner["granvik"]
    adopted = [one for one in kommune.tiltak if one.plan.id == "granvik-2020-2024"]
    first, *others = responsible.ansvarsgrupper(adopted, kommune.aktør)
    assert first.aktør is kommune.aktør
    # All but 1.2.2 (fylkeskommunen) and 1.2.3 («???»); 3.1.1 by «utvalg for næring», 2.1.2 by a part of a part.
    assert sorted(one.nr for one in first.tiltak) == [
        "1.1.1", "1.1.2", "1.1.3", "1.2.1", "2.1.1", "2.1.2", "2.1.3", "3.1.1", "3.1.2", "3.2.1", "3.2.2",
    ]  # fmt: skip
    assert first.flere
    assert {aktør.id: count for aktør, count in first.navn}["granvik-kommune"] == 4
    assert [len(group.tiltak) for group in others] == sorted(
        (len(group.tiltak) for group in others), reverse=True
    )
    assert not any(group.flere for group in others)


def test_each_measure_is_counted_once_for_the_actor_and_its_units(register: Register) -> None:
    kommune = register.aktører["granvik-kommune"]
    whole = responsible.ansvar_med_enheter(kommune)
    assert len(whole) == len({one.id for one in whole})
    assert {one.id for one in whole} >= {"granvik-2020-2024/2.1.1", "granvik-2020-2024/2.1.2"}


def test_a_status_from_after_the_actors_time_is_known(register: Register) -> None:
    naeringsrad = register.aktører["granvik-naeringsrad"]
    tiltak = register.tiltak["granvik-2020-2024/3.1.1"]
    assert responsible.sluttet(naeringsrad) == 2024
    assert tiltak.sist_rapportert == 2022
    assert not responsible.etter_slutt(naeringsrad, tiltak)
    ended = naeringsrad.data.etterfølger
    assert ended is not None
    before = naeringsrad.data
    try:
        for year, expected in ((2021, True), (2022, False), (None, False)):
            naeringsrad.data = before.model_copy(
                update={"etterfølger": ended.model_copy(update={"fra": year})}
            )
            assert responsible.etter_slutt(naeringsrad, tiltak) is expected
    finally:
        naeringsrad.data = before


def test_an_actor_that_has_not_ended_has_no_last_year(register: Register) -> None:
    assert responsible.sluttet(register.aktører["granvik-kommune"]) is None
