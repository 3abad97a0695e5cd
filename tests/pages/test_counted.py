"""Pages say no more than their source, also where they count: parts, years, shares, actors, milestones, mål."""

from __future__ import annotations

import re

import pytest
from lxml.html import fromstring

from macros.pages.handwritten.editor_macros import Editors
from macros.pages.render import Renderer
from macros.pages.titles import describe_tiltak
from macros.register.entities import Aktør, Register
from macros.views import timeline
from macros.views.search.documents import documents, status_of
from tests.cases import IDAG
from tests.made import html_of

PART = "granvik-2020-2024/1.2.1"
"""A measure of which a source tells a part."""


@pytest.fixture(scope="module")
def renderer(register: Register) -> Renderer:
    """Return a renderer of the sample on the day of the tests."""
    return Renderer(register, IDAG)


def text_of(html: str) -> str:
    """Return the text of HTML with one space between its words."""
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub("</?bdi>", "", html)).split())


def test_a_part_is_said_to_be_one_wherever_the_measure_is_shown(renderer: Renderer) -> None:
    tiltak = renderer.register.tiltak[PART]
    shown = [
        html_of(renderer, tiltak),
        html_of(renderer, tiltak.plan),
        html_of(renderer, tiltak.plan.kommuner[0]),
        html_of(renderer, tiltak.temaer[0]),
        html_of(renderer, tiltak.aktører[0]),
        html_of(renderer, tiltak.punkter[0].rapport),
    ]
    for html in shown:
        assert "<span class=status--en-del>Pågår, en del</span>" in html
    assert describe_tiltak(tiltak).endswith("Status: pågår, en del.")
    [found] = [
        one
        for one in documents(renderer.register)
        if one.adresse == f"planer/{tiltak.plan.id}/tiltak/{tiltak.nr}/"
    ]
    assert status_of(found.status)[1] == "En del rapportert"


def test_bars_and_tables_say_how_many_parts_and_from_which_years(renderer: Renderer) -> None:
    text = text_of(html_of(renderer, renderer.register.planer["granvik-2020-2024"]))
    assert "Planen har 13 tiltak. Vi vet noe om 9 av dem." in text
    assert "Statusene er fra rapporter for 2021 og 2022. «En del rapportert» er 1 tiltak" in text


def test_the_bar_on_a_hand_written_page_has_its_words_and_an_actor_has_the_words_alone(
    renderer: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    editors = Editors(renderer)
    monkeypatch.setattr(editors.stand_ins, "take", lambda html: html)
    plan = editors.statuslinje(plan="granvik-2020-2024")
    assert 'class="ruteblikk"' in plan
    assert "1 med en del rapportert (rapporter for 2021 og 2022)" in plan
    actor = editors.statuslinje(aktør="granvik-naeringsrad")
    assert 'class="ruteblikk"' not in actor
    assert "Status gjelder tiltaket, ikke aktørens innsats." in actor
    for table in (editors.statustabell(etter="aktør"), editors.statustabell(aktør="granvik-kommune")):
        assert "%" not in table
        assert "ruteblikk" not in table
    assert [editors.antall(plan="granvik-2020-2024", status=key) for key in ("pågår", "en-del")] == ["1", "1"]


def test_shares_stand_only_in_rows_of_ten_or_more(renderer: Renderer) -> None:
    html = html_of(renderer, renderer.register.planer["granvik-2020-2024"])
    totals = []
    for row in fromstring(html).xpath("//table[@class='statustabell']//tr[td]"):
        totals.append(int(row.xpath("string(td[@data-navn='Alle'])")))
        assert ("%)" in row.text_content()) == (totals[-1] >= 10)
    assert min(totals) < 10 <= max(totals)
    assert "Den er avrundet, så en rad kan gi litt mer eller mindre enn 100 til sammen." in html


def test_an_actor_has_no_bar_and_no_per_cent(renderer: Renderer) -> None:
    for aktør in renderer.register.aktører.values():
        html = html_of(renderer, aktør)
        assert "%" not in html
        assert "ruteblikk" not in html
        assert "statustabell" not in html
        assert ("Status gjelder tiltaket, ikke aktørens innsats." in html) == bool(aktør.roller)


def test_the_status_of_a_measure_from_after_an_actors_time_is_marked(
    renderer: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    aktør: Aktør = renderer.register.aktører["granvik-naeringsrad"]
    ended = aktør.data.etterfølger
    assert ended is not None
    assert "etter aktørens tid</small>" not in html_of(renderer, aktør)
    early = aktør.data.model_copy(update={"etterfølger": ended.model_copy(update={"fra": 2020})})
    monkeypatch.setattr(aktør, "data", early)
    html = html_of(Renderer(renderer.register, IDAG), aktør)
    assert "<small>2022, etter aktørens tid</small>" in html
    assert "ble avløst i 2020" in html


def test_the_kommune_stands_first_with_its_units_and_of_how_many(renderer: Renderer) -> None:
    text = text_of(html_of(renderer, renderer.register.kommuner["granvik"]))
    part = text[text.index("Hvem har ansvaret?", text.index("Neste frister", 400)) :]
    assert re.search(r"Granvik kommune med egne enheter 11 av 15 ", part)
    assert part.index("med egne enheter") < part.index("Statens veikontor")


def test_a_milestone_has_a_status_only_when_a_source_speaks_of_it(renderer: Renderer) -> None:
    plan = renderer.register.planer["granvik-2020-2024"]
    said = {(day.tiltak.nr, day.tekst): day for day in timeline.hendelser([plan]) if day.tiltak}
    reported = said["1.1.1", "Reguleringsplan 2021"]
    assert (reported.meldt and reported.meldt.navn, reported.rapportert) == ("Gjennomført", 2021)
    for day in said.values():
        assert day.meldt is not None
        if day.slag in ("Delfrist", "Milepæl") and day is not reported:
            assert (day.meldt.navn, day.rapportert) == ("Ikke rapportert", None)
    assert said["1.1.2", "Gang- og sykkelvei langs elva"].meldt == plan.tiltak[1].meldt
    html = html_of(renderer, plan.tiltak[0])
    assert "Reguleringsplan 2021</bdi> <span class=status--gjennomfort>" in html
    assert "Gjelder milepælen «<bdi>Reguleringsplan 2021</bdi>»" in html


def test_a_mål_says_what_it_covers(renderer: Renderer) -> None:
    covers = {
        tiltak.id: re.search(r"Målet gjelder ([^<]*)\.</span>", html_of(renderer, tiltak))
        for tiltak in renderer.register.tiltak.values()
        if tiltak.mål and tiltak.mål_fra is not None
    }
    assert covers
    assert all(covers.values())


def test_the_reading_of_ansvar_names_who_stands_after_v(renderer: Renderer) -> None:
    html = html_of(renderer, renderer.register.tiltak["granvik-2020-2024/2.1.1"])
    assert "Vi leser: Granvik kommune (ansvarlig), Næringsrådgiver (ved, «v/»)." in text_of(html)
    html = html_of(renderer, renderer.register.tiltak["granvik-2020-2024/2.1.2"])
    assert "«hvem som ellers trengs» (ikke lest som en aktør)." in text_of(html)
