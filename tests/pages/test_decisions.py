"""The pages of a plan that each of its kommuner adopts for itself say where it is adopted, and what is for whom."""

from __future__ import annotations

from pathlib import Path

from macros.pages.titles import describe_plan, describe_tiltak
from macros.register.entities import Register
from macros.views.search.documents import documents
from tests.built import page, text

PLAN = "vestvik-2024-2027"
IN_GRANVIK = "Vedtatt av kommunestyret i Granvik 12. februar 2024, sak 7/24"


def test_a_kommune_is_told_what_was_decided_there(site: Path) -> None:
    granvik, sundnes = (
        text(page(site, f"kommuner/{id_}/").xpath("//main")[0]) for id_ in ("granvik", "sundnes")
    )
    assert "Vedtatt av kommunestyret i Granvik 12. februar 2024, sak 7/24. Felles for 3 kommuner." in granvik
    assert "2 tiltak, 0 med rapportert status av 3 i planen" in granvik
    assert "Vi har ikke fått inn noen vedtatt plan for Sundnes." in sundnes
    assert "Vi kjenner ikke noe vedtak i Sundnes. Vedtatt i 2 av 3 kommuner." in sundnes
    assert "Nattog til påske" not in granvik + sundnes


def test_each_row_of_the_plan_says_that_it_is_not_adopted_there(site: Path) -> None:
    rows = page(site, "kommuner/sundnes/").xpath("//table[contains(@class, 'tabell')]//tr[td]")
    named = [text(row) for row in rows if "Vestvik reiseliv" in text(row)]
    assert named and all("kke vedtatt i Sundnes" in row for row in named)


def test_areas_of_several_plans_say_which_plan_they_are_of(site: Path) -> None:
    rows = page(site, "kommuner/granvik/").xpath("//table[@class='statustabell']/tbody[not(@class)]/tr/th/a")
    assert next(text(row) for row in rows) == "1 Gjester hele året, Vestvik reiseliv 2024–2027"


def test_a_plan_names_every_owner_and_decision(site: Path) -> None:
    facts = {
        text(dt): text(dt.getnext()) for dt in page(site, f"planer/{PLAN}/").xpath("//dl[@class='fakta']//dt")
    }
    assert facts["Eiere"] == "Granvik kommune og Fjellby kommune"
    assert "Kommunestyret i Granvik 12. februar 2024, sak 7/24" in facts["Vedtak"]
    assert "Kommunestyret i Fjellby 20. mars 2024" in facts["Vedtak"]
    assert "Vi kjenner ikke noe vedtak i Sundnes." in facts["Vedtak"]


def test_a_tiltak_for_one_kommune_says_so_wherever_it_is_told_of(site: Path, register: Register) -> None:
    made = page(site, f"planer/{PLAN}/tiltak/1.3/")
    assert "Tiltaket gjelder bare Fjellby, ikke alle kommunene i planen." in text(made)
    [found] = [one for one in documents(register) if one.adresse == f"planer/{PLAN}/tiltak/1.3/"]
    assert [one.navn for one in found.kommuner] == ["Fjellby"]
    [cited] = made.xpath("//*[@id='sitering']")
    assert "vedtatt av kommunestyret i Fjellby 20. mars 2024. Planportalen" in text(cited)
    assert IN_GRANVIK not in text(made)
    assert IN_GRANVIK in text(page(site, f"planer/{PLAN}/tiltak/1.1/"))
    assert describe_tiltak(register.tiltak[f"{PLAN}/1.3"]).startswith("Fjellby, ")
    assert describe_plan(register.planer[PLAN]).startswith("Granvik kommune og Fjellby kommune: ")


def test_every_decision_is_news_of_its_own(site: Path) -> None:
    news = text(page(site, "endringer/").xpath("//main")[0])
    for kommune in ("Granvik", "Fjellby"):
        assert f"kommunestyret i {kommune} vedtok Felles handlingsplan for reiseliv 2024-2027" in news
