"""The built site at addresses that were, and what it says of corrections."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import BASE, build, fingerprints

REDIRECTS = """\
- gammel: planer/testby-2020-2023/tiltak/9.9/
  ny: planer/testby-2020-2023/tiltak/1.1/
  grunn: Tiltaket har fått nytt nummer & <b>plass</b>.
- gammel: planer/gammel-plan/
  ny: planer/testby-2020-2023/innsatsomrader/1/
  grunn: Planen har fått ny adresse.
- gammel: planer/testby-2020-2023/innsatsomrader/1/#del-1.7
  ny: planer/testby-2020-2023/
  grunn: Delen er tatt ut av dataene.
- gammel: rapporter/melding-2022/#gangveien
  ny: rapporter/melding-2022/#veien
  grunn: Opplysningen har fått et annet navn.
"""
CORRECTIONS = """\
- dato: 2026-11-20
  tiltak: [testby-2020-2023/1.1]
  hva: Ordlyden var «bruu», og er nå «bru».
  hvorfor: Vi hadde skrevet feil av.
- dato: 2026-11-18
  planer: [testby-2020-2023]
  rapporter: [melding-2022]
  aktører: [testby-kommune]
  kommuner: [testby]
  hva: Navnet var feil.
  hvorfor: Det står slik på forsiden.
"""
OLD = "planer/testby-2020-2023/tiltak/9.9/"
NEW = "planer/testby-2020-2023/tiltak/1.1/"


@pytest.fixture
def folder(project: Callable[..., Path]) -> Path:
    """Return the small project, with redirects and corrections."""
    found = project()
    (found / "data/videresendinger.yml").write_text(REDIRECTS, "utf-8")
    (found / "data/rettelser.yml").write_text(CORRECTIONS, "utf-8")
    return found


def test_an_old_address_leads_on_without_a_script_and_is_found_nowhere(folder: Path) -> None:
    result = build(folder / "site", folder)
    assert result.returncode == 0, result.stderr
    page = html.parse(folder / "site" / OLD / "index.html").getroot()
    way = "../../../../" + NEW
    assert page.get("lang") == "nb"
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={way}"]
    assert page.xpath("//main//a/@href") == [way]
    assert page.xpath("//link[@rel='canonical']/@href") == [BASE + NEW]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("string(//main/p)") == "Tiltaket har fått nytt nummer & <b>plass</b>."
    assert not page.xpath("//script")
    for style in page.xpath("//link[@rel='stylesheet']/@href"):
        assert (folder / "site" / OLD / style).resolve().is_file()
    assert OLD not in (folder / "site/sitemap.xml").read_text("utf-8")
    assert (folder / "site/planer/gammel-plan/index.html").is_file()


def test_a_place_that_has_left_a_page_is_answered_there(folder: Path) -> None:
    assert build(folder / "site", folder, SOK="nei").returncode == 0
    page = html.parse(folder / "site/planer/testby-2020-2023/innsatsomrader/1/index.html").getroot()
    notice = page.get_element_by_id("del-1.7")
    assert "Delen er tatt ut av dataene." in notice.text_content()
    assert notice.xpath(".//a/@href") == ["../../"]


def test_a_statement_with_another_id_is_answered_on_the_page_of_its_report(folder: Path) -> None:
    assert build(folder / "site", folder, SOK="nei").returncode == 0
    page = html.parse(folder / "site/rapporter/melding-2022/index.html").getroot()
    notice = page.get_element_by_id("gangveien")
    assert "Opplysningen har fått et annet navn." in notice.text_content()
    assert notice.xpath(".//a/@href") == ["./#veien"]


def test_both_ways_make_the_same_bytes_of_old_addresses_and_corrections(folder: Path, tmp_path: Path) -> None:
    for way in ("rask", "enkel"):
        assert build(tmp_path / way, folder, VEI=way, SOK="nei").returncode == 0
    assert fingerprints(tmp_path / "rask") == fingerprints(tmp_path / "enkel")


def test_a_hand_written_page_at_an_old_address_wins(folder: Path) -> None:
    own = folder / "docs/planer/gammel-plan"
    own.mkdir(parents=True)
    (own / "index.md").write_text("# Vår egen side\n", "utf-8")
    result = build(folder / "site", folder, SOK="nei")
    assert result.returncode == 0, result.stderr
    assert "Vår egen side" in (folder / "site/planer/gammel-plan/index.html").read_text("utf-8")


def test_what_was_corrected_says_so_on_its_own_page_and_in_what_is_new(folder: Path) -> None:
    assert build(folder / "site", folder, SOK="nei").returncode == 0

    def page(where: str) -> html.HtmlElement:
        return html.parse(folder / "site" / where / "index.html").getroot()

    own = page(NEW).xpath("string(//section[@class='rettelser'])")
    assert "20. november 2026: Ordlyden var «bruu», og er nå «bru». Vi hadde skrevet feil av." in own
    others = (
        "planer/testby-2020-2023/",
        "rapporter/melding-2022/",
        "aktorer/testby-kommune/",
        "kommuner/testby/",
    )
    for where in others:
        assert "Navnet var feil." in page(where).xpath("string(//section[@class='rettelser'])"), where
    assert not page("planer/testby-2020-2023/tiltak/1.2/").xpath("//section[@class='rettelser']")

    main = page("endringer/").xpath("//main")[0]
    days = main.xpath(".//h2/time/@datetime")
    assert days == ["2026-11-20", "2026-11-18", "2026-01-03", "2026-01-02", "2020-01-15"]
    text = " ".join(main.text_content().split())
    assert (
        "Rettet: Ordlyden var «bruu», og er nå «bru». Vi hadde skrevet feil av. Gjelder 1.1 Ny vei (Testby 2020–2023)."
        in text
    )
    assert "Testby: kommunestyret vedtok Handlingsplan for Testby" in text
