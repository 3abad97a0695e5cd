"""The built site of the sample: complete, linked, self-contained, light."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from macros.building.built_site import broken_links, invalid_html
from macros.format.paths import LISTS
from macros.register.addresses import Entity, address
from macros.register.entities import Register, Tiltak
from macros.statuses import sheet_out
from macros.views.search.documents import documents
from tests.built import html_files, itself, links, page, parse, text
from tests.conftest import BASE
from tests.made import pages


def test_the_build_says_nothing_worth_a_warning(build_log: tuple[Path, str]) -> None:
    assert "WARNING" not in build_log[1]


def test_every_page_of_the_design_is_there(site: Path, register: Register) -> None:
    addresses = [one.path for one in pages(register)] + [where for _, where in LISTS.values()] + [""]
    assert [where for where in addresses if not (site / where / "index.html").is_file()] == []
    assert (site / "planer/granvik-2020-2024/tiltak/1.1.3/index.html").is_file()
    assert (site / "planer/fjellby-2023-2026/innsatsomrader/3/index.html").is_file()


def test_all_internal_links_and_fragments_lead_somewhere(site: Path) -> None:
    assert list(broken_links(site, BASE, itself)) == []


@pytest.mark.slow
def test_the_html_of_every_page_is_valid(site: Path) -> None:
    assert list(invalid_html(site, itself)) == []


def test_from_a_measure_one_click_reaches_all_it_belongs_to_and_one_leads_back(
    site: Path, register: Register
) -> None:
    for tiltak in register.tiltak.values():
        here = address(tiltak)
        found = links(page(site, here), here)
        around: list[Entity] = [tiltak.plan, *tiltak.kommuner, *tiltak.temaer, *tiltak.aktører]
        around += [tiltak.område] if tiltak.område else []
        around += [punkt.rapport for punkt in tiltak.punkter]
        assert [address(one) for one in around if address(one) not in found] == [], here


def test_what_a_measure_belongs_to_links_back(site: Path, register: Register) -> None:
    found: dict[str, set[str]] = {}
    for tiltak in register.tiltak.values():
        past = tiltak.plan.tilstand == "erstattet"
        around: list[Entity] = [tiltak.plan, *tiltak.aktører, *(punkt.rapport for punkt in tiltak.punkter)]
        around += [tiltak.område] if tiltak.område else []
        around += [] if past else [*tiltak.kommuner, *tiltak.temaer]
        # A kommune leads to a plan that is replaced, and that to its measures.
        pairs = [(one, tiltak) for one in around] + [(one, tiltak.plan) for one in tiltak.kommuner if past]
        for one, target in pairs:
            where = address(one)
            found.setdefault(where, links(page(site, where), where))
            assert address(target) in found[where], (where, tiltak.id)


def test_every_page_of_a_replaced_plan_leads_to_the_newer_one_and_to_what_continues_it(
    site: Path, register: Register
) -> None:
    past = [plan for plan in register.planer.values() if plan.tilstand == "erstattet" and plan.erstattet_av]
    assert past
    for plan in past:
        pages_of: list[Entity] = [plan, *plan.områder, *plan.tiltak]
        for one in pages_of:
            tree = page(site, address(one))
            banner = tree.xpath("//main//p[contains(@class, 'varsel')]")[0]
            assert "Dette er en tidligere plan." in text(banner)
            wanted: list[Entity] = [
                *plan.erstattet_av,
                *(one.videreført_i if isinstance(one, Tiltak) else ()),
            ]
            assert {address(other) for other in wanted} <= links(banner, address(one))


def test_what_is_replaced_stands_in_no_list_of_today(site: Path, register: Register) -> None:
    past = {address(one) for one in register.tiltak.values() if one.plan.tilstand == "erstattet"}
    assert past
    for where in ("status/", "frister/", "temaer/", "", "innsatsomrader/"):
        assert not past & links(page(site, where), where), where


def test_a_kommune_leads_to_its_plans_areas_actors_and_reports(site: Path, register: Register) -> None:
    where = "kommuner/granvik/"
    found = links(page(site, where), where)
    plan = register.planer["granvik-2020-2024"]
    expected: list[Entity] = [plan, *plan.områder, *plan.rapporter, register.aktører["granvik-naeringsrad"]]
    assert [address(one) for one in expected if address(one) not in found] == []


def test_every_kommune_is_named_and_only_one_with_a_plan_or_a_report_has_a_page(
    site: Path, register: Register
) -> None:
    named = text(page(site, "kommuner/").xpath("//main")[0])
    for kommune in register.alle_kommuner.values():
        assert kommune.navn in named
        assert (site / "kommuner" / kommune.id / "index.html").exists() == kommune.har_side
    assert {one.har_side for one in register.alle_kommuner.values()} == {True, False}
    old = page(site, "kommuner/").xpath("//li[contains(., 'Øyvik')]")[0]
    assert old.xpath(".//a/@href") == ["./havnes/"]


def test_every_page_has_breadcrumbs_one_heading_and_a_head(site: Path, register: Register) -> None:
    titles, all_pages = set(), pages(register)
    for one in all_pages:
        tree = page(site, one.path)
        assert len(tree.xpath("//h1")) == 1, one.path
        assert tree.xpath("string(//nav[@aria-label='Du er her']//a)") == "Forside", one.path
        assert tree.xpath("//link[@rel='canonical']/@href") == [BASE + one.path]
        assert tree.xpath("//meta[@name='description']/@content") == [one.description]
        titles.add(tree.xpath("string(//title)"))
    assert len(titles) == len(all_pages)


def test_a_shared_link_shows_number_title_kommune_and_status(site: Path) -> None:
    tree = page(site, "planer/granvik-2020-2024/tiltak/1.1.3/")
    shown = {one.get("property"): one.get("content") for one in tree.xpath("//meta[@property]")}
    assert shown["og:title"] == "1.1.3 Pådriver for nytt kryss ved brua – Granvik 2020–2024"
    assert shown["og:description"] == "Granvik, tiltak 1.1.3 Pådriver for nytt kryss ved brua. Status: pågår."
    [address] = tree.xpath("//link[@property='og:url'][@rel='canonical']/@href")
    assert address == f"{BASE}planer/granvik-2020-2024/tiltak/1.1.3/"
    assert (site / shown["og:image"].removeprefix(BASE)).is_file()


def test_every_other_page_but_the_front_page_has_breadcrumbs(site: Path) -> None:
    for where in [*(where for _, where in LISTS.values()), "sok/"]:
        assert page(site, where).xpath("string(//nav[@aria-label='Du er her']//a)") == "Forside", where
    assert parse(site / "404.html").xpath("//nav[@aria-label='Du er her']")


def test_headings_go_down_one_step_at_a_time(site: Path) -> None:
    for path in html_files(site):
        if path.name == "404.html":
            continue
        body = parse(path).xpath("//main")[0]
        levels = [int(heading.tag[1]) for heading in body.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        steps = pairwise(levels)
        assert levels[0] == 1, path
        assert all(later <= earlier + 1 for earlier, later in steps), (path, levels)


def test_ids_are_unique(site: Path) -> None:
    for path in html_files(site):
        ids = parse(path).xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_a_measures_page_says_all_that_is_known(site: Path) -> None:
    tree = page(site, "planer/granvik-2020-2024/tiltak/1.1.3/")
    body = text(tree.xpath("//article")[0])
    for part in (
        "1.1.3 Pådriver for nytt kryss ved brua",
        "Kommunen skal være pådriver for nytt kryss ved brua",
        "Bedre framkommelighet, inkl, økt trafikksikkerhet",
        "Løpende oppgave, nytt kryss ferdig i 2022",
        "en del av oppgaven innen 31. desember 2022",
        "Granvik kommune, Statens veikontor",
        "Vedtatt av kommunestyret i Granvik 10. februar 2020",
        "Delfristen er passert (2022) (beregnet)",
        "Sist rapportert for 4 år siden (beregnet)",
        "2022, ifølge Granvik kommune",
        "2021, ifølge Granvik Næringsråd",
        "Sikkerhet: høy",
        "«Kommunen har søkt om å få bygge rundkjøring",
        "Avsnittet «Vei»",
        "Planen sier ikke hvilken bru.",
    ):
        assert part in body, part


def test_what_is_missing_is_said_to_be_missing(site: Path) -> None:
    def body(where: str) -> str:
        return text(page(site, where).xpath("//article")[0])

    assert "??? uavklart i planen" in body("planer/granvik-2020-2024/tiltak/1.2.2/")
    assert "MålIkke oppgitt i planen" in body("planer/granvik-2020-2024/tiltak/2.1.2/")
    assert "Planen oppgir ikke frist, ansvar eller milepæler." in body("planer/fjellby-2023-2026/tiltak/1.1/")
    assert "Vi har ikke funnet noen kilde" in body("planer/fjellby-2023-2026/tiltak/1.1/")


def test_every_page_of_a_draft_says_so(site: Path, register: Register) -> None:
    plan = register.planer["vestvik-2015-2025"]
    drafts: list[Entity] = [plan, *plan.områder, *plan.tiltak]
    for one in drafts:
        body = text(page(site, address(one)).xpath("//article")[0])
        assert "Utkast, ikke vedtatt" in body, one
        assert "sekretariatets utkast fra mai 2015" in body, one


def test_no_page_says_more_of_a_plan_than_is_known(site: Path, register: Register) -> None:
    for one in register.planer["havnes-naeringsplan"].tiltak:
        article = page(site, address(one)).xpath("//article")[0]
        state = " ".join(map(text, article.xpath(".//*[@class='merker' or @class='varsel']")))
        assert "Notat om arbeidet med planen. Om planen ble vedtatt, vet vi ikke." in state, one
        assert (
            "ikke vedtatt" not in state and text(article.xpath(".//h2")[0]) == "Slik står det i dokumentet"
        ), one
        assert f"Steg {one.nr} (nummerert av Planportalen)" in text(article.xpath(".//*[@id='sitering']")[0])
    assert "Vi har ikke fått inn noen vedtatt plan for Havnes." in text(page(site, "kommuner/havnes/"))


def test_text_between_the_measures_is_the_documents_and_the_editors_is_marked(
    site: Path, register: Register
) -> None:
    area = page(site, "planer/granvik-2020-2024/innsatsomrader/1/").xpath("//article")[0]
    assert [[text(line) for line in one] for one in area.xpath(".//*[@class='omtale']")] == [
        [
            "Redaksjonens omtale",
            "Med «havna» mener planen fiskehavna i Granvik.",
            "Veiene eies av staten, fylket og kommunen.",
        ],
        ["Redaksjonens omtale", "Gruppen handler om veier for biler, gående og syklende."],
    ]
    [long] = area.xpath(".//*[contains(@class, 'innledning')]//details")
    assert len(long.xpath(".//blockquote/p")) == 2
    said = text(long.xpath(".//blockquote/p")[0])
    assert [one for one in documents(register) if said in " ".join(f"{one.tekst} {one.ekstra}".split())], (
        "searched"
    )
    plan = page(site, "planer/granvik-2020-2024/").xpath("//article")[0]
    [short] = plan.xpath(".//*[contains(@class, 'innledning')][not(ancestor::section[@aria-labelledby])]")
    assert not short.xpath(".//details")
    assert "Programmet er laget sammen med næringslivet." in text(short)


def test_what_is_undated_says_so(site: Path) -> None:
    assert "udatert" in text(page(site, "planer/havnes-naeringsplan/").xpath("//article")[0])
    assert "udatert" in text(page(site, "rapporter/havnes-bakgrunn/").xpath("//article")[0])


def test_totals_on_the_status_page(site: Path) -> None:
    table = page(site, "status/").xpath("//table")[0]
    total = [text(cell) for cell in table.xpath(".//tbody[@class='totalt']//td")]
    one, two = "1 (3 %)", "2 (6 %)"
    assert total == [one, two, one, one, one, one, one, one, "25 (74 %)", "21", "13", "34"]
    outside = [text(row) for row in table.xpath(".//tbody[@class='utenfor']//tr")]
    assert len(outside) == 5
    known = text(page(site, "status/").xpath("//main//p[contains(@class, 'ingress')]")[0])
    assert known.startswith(
        "Vi vet noe om 9 av 34 tiltak i 3 vedtatte planer for 2 kommuner: 1 en del rapportert, "
    )


def test_the_404_page_is_norwegian_and_works_from_any_depth(site: Path) -> None:
    tree = parse(site / "404.html")
    assert "Siden finnes ikke" in text(tree)
    hrefs = tree.xpath("//main//a/@href")
    assert hrefs
    assert all(href.startswith(("/portal/", "#")) for href in hrefs)


def test_the_sitemap_has_every_page(site: Path, register: Register) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert [one.path for one in pages(register) if f"<loc>{BASE}{one.path}</loc>" not in sitemap] == []
    assert ".xlsx" not in sitemap
    changed = dict(re.findall(r"<loc>([^<]+)</loc>\s*<lastmod>([^<]+)</lastmod>", sitemap))
    rapport = next(one for one in register.rapporter.values() if not one.rettelser)
    assert changed[BASE + address(rapport)] == rapport.data.registrert.isoformat()
    tiltak = next(one for one in register.tiltak.values() if one.punkter and not one.rettelser)
    newest = max(tiltak.plan.data.registrert, *(one.rapport.data.registrert for one in tiltak.punkter))
    assert changed[BASE + address(tiltak)] == newest.isoformat()
    assert BASE + "om/" not in changed


def test_every_plan_has_its_spreadsheet(site: Path, register: Register) -> None:
    for plan in register.planer.values():
        (href,) = page(site, address(plan)).xpath("//a[@download]/@href[contains(., '.xlsx')]")
        file = site / urljoin(f"/{address(plan)}", href).lstrip("/")
        assert file.read_bytes() == sheet_out.write(register, plan)


def test_no_page_asks_anything_of_another_host(site: Path) -> None:
    for path in html_files(site):
        tree = parse(path)
        asked = tree.xpath("//script/@src | //img/@src | //iframe/@src | //source/@src")
        asked += tree.xpath("//link[not(@rel='canonical')]/@href")
        foreign = [url for url in asked if urlsplit(url).netloc and not url.startswith(BASE)]
        assert foreign == [], path
    for path in site.rglob("*.css"):
        urls = re.findall(r"url\(\s*['\"]?(https?://[^)'\"]+)", path.read_text("utf-8"))
        assert urls == [], path


def test_generated_pages_are_not_in_the_navigation(site: Path) -> None:
    hrefs = page(site, "").xpath("//header//nav//a/@href")
    assert not [href for href in hrefs if "tiltak/" in href or "aktorer/granvik" in href]


def test_a_measures_page_is_light(site: Path) -> None:
    sizes = sorted(path.stat().st_size for path in site.glob("planer/*/tiltak/*/index.html"))
    assert sizes[len(sizes) // 2] < 20_000


def test_a_plan_is_its_contents_and_its_whole_text_stands_below_it(site: Path, register: Register) -> None:
    for plan in register.planer.values():
        contents, whole = (page(site, f"planer/{plan.id}/{below}") for below in ("", "alt/"))
        named = links(contents, f"planer/{plan.id}/")
        assert f"planer/{plan.id}/alt/" in named
        assert {f"planer/{plan.id}/tiltak/{one.nr}/" for one in plan.tiltak} <= named
        wordings = {text(one) for one in whole.xpath("//div[@class='dokument']/blockquote/p")}
        assert {" ".join(one.data.ordlyd.split()) for one in plan.tiltak} <= wordings
        assert not contents.xpath("//div[@class='dokument']/blockquote/p")
