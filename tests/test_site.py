"""The built site: complete, linked, escaped, self-contained, the same twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from macros.building.built_site import broken_links, invalid_html
from macros.format.paths import LISTS
from macros.pages.pages import pages
from macros.register.addresses import Entity, address
from macros.register.entities import Register
from macros.statuses import sheet_out
from tests.conftest import BASE, build, fingerprints


def parse(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_text("utf-8"))


def page(site: Path, where: str) -> html.HtmlElement:
    return parse(site / where / "index.html")


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def links(tree: html.HtmlElement, where: str) -> set[str]:
    """Where the links of a page's own body lead, within the site."""
    body = tree.xpath("//main")[0]
    hrefs = (urljoin(f"/{where}", href) for href in body.xpath(".//a/@href"))
    return {href.lstrip("/") for href in hrefs}


def html_files(site: Path) -> Iterator[Path]:
    yield from site.rglob("*.html")


def test_the_build_says_nothing_worth_a_warning(build_log: tuple[Path, str]) -> None:
    assert "WARNING" not in build_log[1]


def test_every_page_of_the_design_is_there(site: Path, register: Register) -> None:
    addresses = (
        [one.path for one in pages(register, meldeskjema=True)]
        + [where for _, where in LISTS.values()]
        + [""]
    )
    assert [where for where in addresses if not (site / where / "index.html").is_file()] == []
    assert (site / "planer/granvik-2020-2024/tiltak/1.1.3/index.html").is_file()
    assert (site / "planer/fjellby-2023-2026/innsatsomrader/3/index.html").is_file()


def test_all_internal_links_and_fragments_lead_somewhere(site: Path) -> None:
    assert list(broken_links(site, BASE, itself)) == []


def itself(address: str) -> tuple[str, int]:
    """A page as its own source: what is wrong is told of the page, whatever it is made from."""
    return address, 1


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
        around: list[Entity] = [tiltak.plan, *tiltak.kommuner, *tiltak.temaer, *tiltak.aktører]
        around += [punkt.rapport for punkt in tiltak.punkter]
        around += [tiltak.område] if tiltak.område else []
        for one in around:
            where = address(one)
            found.setdefault(where, links(page(site, where), where))
            assert address(tiltak) in found[where], (where, tiltak.id)


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
    assert old.xpath(".//a/@href") == ["../kommuner/havnes/"]


def test_every_page_has_breadcrumbs_one_heading_and_a_head(site: Path, register: Register) -> None:
    titles, all_pages = set(), pages(register, meldeskjema=True)
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
    assert shown["og:title"] == "1.1.3 Nytt kryss ved brua – Granvik 2020–2024"
    assert shown["og:description"] == "Granvik, tiltak 1.1.3 Nytt kryss ved brua. Status: pågår."
    assert shown["og:url"] == f"{BASE}planer/granvik-2020-2024/tiltak/1.1.3/"
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
        "1.1.3 Nytt kryss ved brua",
        "Kommunen skal være pådriver for nytt kryss ved brua",
        "Bedre framkommelighet, inkl, økt trafikksikkerhet",
        "Løpende oppgave, nytt kryss ferdig i 2022",
        "en del av oppgaven innen 31. desember 2022",
        "Granvik kommune, Statens veikontor",
        "innen 2021: Skisse 2021",
        "Vedtatt av kommunestyret 10. februar 2020",
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
    assert "Ingen kilde i disse dataene" in body("planer/fjellby-2023-2026/tiltak/1.1/")


def test_every_page_of_a_draft_says_so(site: Path, register: Register) -> None:
    plan = register.planer["vestvik-2015-2025"]
    drafts: list[Entity] = [plan, *plan.områder, *plan.tiltak]
    for one in drafts:
        body = text(page(site, address(one)).xpath("//article")[0])
        assert "Utkast, ikke vedtatt" in body, one
        assert "sekretariatets utkast fra mai 2015" in body, one


def test_what_is_undated_says_so(site: Path) -> None:
    assert "udatert" in text(page(site, "planer/havnes-naeringsplan/").xpath("//article")[0])
    assert "udatert" in text(page(site, "rapporter/havnes-bakgrunn/").xpath("//article")[0])


def test_totals_on_the_status_page(site: Path) -> None:
    table = page(site, "status/").xpath("//table")[0]
    total = [text(cell) for cell in table.xpath(".//tbody[@class='totalt']//td")]
    one, two = "1 (3 %)", "2 (6 %)"
    assert total == ["22 (71 %)", one, two, two, one, one, one, one, "31"]
    outside = [text(row) for row in table.xpath(".//tbody[@class='utenfor']//tr")]
    assert len(outside) == 2


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


def test_every_plan_has_its_spreadsheet(site: Path, register: Register) -> None:
    for plan in register.planer.values():
        (href,) = page(site, address(plan)).xpath("//a[@download]/@href")
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


def test_two_builds_are_the_same_byte_for_byte(site: Path, tmp_path: Path, sample: Path) -> None:
    assert build(tmp_path / "again", sample).returncode == 0
    assert fingerprints(site) == fingerprints(tmp_path / "again")


def test_the_plain_way_makes_the_same_bytes(site: Path, tmp_path: Path, sample: Path) -> None:
    assert build(tmp_path / "plain", sample, VEI="enkel").returncode == 0
    assert fingerprints(site) == fingerprints(tmp_path / "plain")


def test_a_build_from_the_store_after_an_edit_is_as_a_clean_one(
    project: Callable[..., Path], tmp_path: Path
) -> None:
    folder, store = project(), str(tmp_path / "lager")
    assert build(tmp_path / "first", folder, LAGER=store, SOK="nei").returncode == 0
    report = folder / "data/rapporter/melding-2022.yml"
    report.write_text(report.read_text("utf-8").replace("status: ", "status: utsatt #", 1), "utf-8")
    report.write_text(re.sub(r"status: utsatt #.*", "status: utsatt", report.read_text("utf-8")), "utf-8")
    assert build(tmp_path / "kept", folder, LAGER=store, SOK="nei").returncode == 0
    assert build(tmp_path / "clean", folder, SOK="nei").returncode == 0
    assert fingerprints(tmp_path / "kept") == fingerprints(tmp_path / "clean")
    assert fingerprints(tmp_path / "kept") != fingerprints(tmp_path / "first")


def test_without_repository_and_spreadsheets_nothing_speaks_of_them(
    project: Callable[..., Path], tmp_path: Path
) -> None:
    result = build(tmp_path / "bare", project(), ARK="nei", REPO="", SOK="nei")
    assert result.returncode == 0, result.stderr
    assert not [path for path in (tmp_path / "bare").rglob("*") if path.suffix == ".xlsx"]
    guide = tmp_path / "bare/rediger"
    for path in html_files(tmp_path / "bare"):
        spoken = re.search(r"\.xlsx|meld-status|github\.com", path.read_text("utf-8"))
        assert not spoken or path.is_relative_to(guide), path


def test_a_part_of_a_plan_that_has_neither_name_nor_number_is_not_linked(
    project: Callable[..., Path], tmp_path: Path
) -> None:
    folder = project()
    plan = folder / "data/planer/testby-2020-2023.yml"
    named = 'innsatsområder:\n  - nr: "1"\n    tittel: Veier\n    tema'
    text_ = plan.read_text("utf-8")
    assert named in text_
    plan.write_text(text_.replace(named, "deler:\n  - tema"), "utf-8")
    result = build(tmp_path / "site", folder, SOK="nei")
    assert result.returncode == 0, result.stderr
    tree = page(tmp_path / "site", "planer/testby-2020-2023")
    assert [link for link in tree.xpath("//main//a") if not text(link)] == []
    here = {href.partition("#")[2] for href in tree.xpath("//main//a/@href") if href.startswith("#")}
    assert here - set(tree.xpath("//@id")) == set()


INJECTIONS = (
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% raw %}",
    "| a | b |",
    "[x](javascript:alert(1))",
    "</title><script>alert(1)</script>",
    "&amp; **fet** `kode` <!-- -->",
)


@pytest.mark.parametrize("value", INJECTIONS)
def test_values_show_as_their_characters(project: Callable[..., Path], tmp_path: Path, value: str) -> None:
    folder = project()
    plan = folder / "data/planer/testby-2020-2023.yml"
    content = plan.read_text("utf-8")
    for old in ('"Kommunen bygger ny vei."', '"Bedre vei"'):
        content = content.replace(old, f"'{value}'")
    content = content.replace("tittel: Ny vei", f"tittel: '{value}'")
    plan.write_text(content, "utf-8")
    for name in ("data/kommuner.yml", "data/temaer.yml", "data/aktorer/felles.yml"):
        file = folder / name
        file.write_text(re.sub(r"navn: [\w ]+", f"navn: '{value}'", file.read_text("utf-8")), "utf-8")
    common = folder / "data/aktorer/felles.yml"
    common.write_text(common.read_text("utf-8") + "  varianter: [Statens vegvesen]\n", "utf-8")
    own = "# Test\n\nSe {{ lenke('testby') }} og {{ side('om', tekst='*x*') }}.\n"
    (folder / "docs/rediger/index.md").write_text(own, "utf-8")
    result = build(folder / "site", folder)
    assert result.returncode == 0, result.stderr
    linked = parse(folder / "site/rediger/index.html").xpath("//main/p/a")
    assert [" ".join(link.text_content().split()) for link in linked] == [" ".join(value.split()), "*x*"]
    tree = parse(folder / "site/planer/testby-2020-2023/tiltak/1.1/index.html")
    assert tree.xpath("string(//article//blockquote)").strip() == value
    assert tree.xpath("string(//h1)").split(maxsplit=1)[1] == " ".join(value.split())
    assert value in tree.xpath("string(//title)")
    for path in html_files(folder / "site"):
        built = parse(path)
        assert not built.xpath("//script[contains(text(), 'alert')]"), path
        assert not built.xpath("//a[starts-with(@href, 'javascript')]"), path
    assert value in parse(folder / "site/kommuner/testby/index.html").xpath("string(//h1)")


def test_bad_data_stops_the_build_with_all_problems_and_no_site(project: Callable[..., Path]) -> None:
    folder = project()
    for name, old, new in (
        ("kommuner.yml", "bokmål", "bokmaal"),
        ("planer/testby-2020-2023.yml", '"2022"', '"snart"'),
    ):
        path = folder / "data" / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    result = build(folder / "site", folder, strict=False)
    assert result.returncode == 1
    assert "data/kommuner.yml:4:12: testby, målform: ventet en av" in result.stderr
    assert (
        "data/planer/testby-2020-2023.yml:22:16: innsatsområde 1, tiltak 1.1, frist: ventet" in result.stderr
    )
    assert "2 feil i dataene. Ingenting er publisert." in result.stderr
    assert "Traceback" not in result.stderr
    assert not (folder / "site").exists()


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        (
            "# Test\n\n{{ statustabel() }}\n",
            3,
            "kjenner ikke makroen «statustabel». Mente du «statustabell»?",
        ),
        (
            "---\ntitle: x\n---\n# Test\n\n{{ lenke('testbi') }}\n",
            6,
            "kjenner ikke id-en «testbi». Mente du «testby»?",
        ),
        ("# Test\n\n{{ statustabell(plan='x') }}\n", 3, "kjenner ikke planen «x»."),
        (
            "# Test\n\n{{ statustabell(plann='testby') }}\n",
            3,
            "kjenner ikke argumentet «plann». Mente du «plan»?",
        ),
        ("# Test\n\n{{ antall(status='ferdig') }}\n", 3, "kjenner ikke statusen «ferdig»."),
        ("# Test\n\n{{ nøkkeltall(3) }}\n", 3, "argumentene passer ikke"),
        ("# Test\n\n{{ lenke('testby') }}\n\n{{ lenke('x') }}\n", 5, "kjenner ikke id-en «x»."),
        ("# Test\n\n{{ lenke(testby) }}\n", 3, "kjenner ikke «testby». En tekst må stå i anførselstegn."),
        (
            "# Test\n\n{{ endringsliste(antall='to') }}\n",
            3,
            "ventet et helt tall over 0 for antall, fant «to».",
        ),
        ("# Test\n\n{{ kommunekort(nivå=9) }}\n", 3, "ventet 2, 3, 4 eller 5 for nivå, fant «9»."),
        (
            "# Test\n\n{{ fristliste(plan='x', kommune='y') }}\n",
            3,
            "ventet enten plan eller kommune, fant begge.",
        ),
        ("# Test\n\n{{ statustabell(plan=['x']) }}\n", 3, "kjenner ikke planen"),
        ("# Test\n\n{{ lenke('testby'|foo) }}\n", 3, "makroen på denne linja kan ikke leses"),
        ("# Test\n\n{{ 1/0 }}\n", 1, "en makro på siden kan ikke kjøres"),
        ("---\nside: x\n---\n# Test\n", 1, "skjuler makroen med samme navn"),
        ("# Test\n\n{{ statustabell( }}\n", 3, "makroen på denne linja kan ikke leses"),
        ("# Test\n\n{{ tiltaksside('testby/1') }}\n", 3, "kjenner ikke id-en «testby/1»."),
    ],
)
def test_a_wrong_macro_has_a_place_and_stops_the_build(
    project: Callable[..., Path], source: str, line: int, message: str
) -> None:
    folder = project(docs={"om/index.md": source})
    result = build(folder / "site", folder, strict=False)
    assert result.returncode == 1
    assert f"docs/om/index.md:{line}:" in result.stderr
    assert message in result.stderr
    assert "1/0" in source or "Traceback" not in result.stderr  # the macros plugin prints that one itself
    assert not list((folder / "site").rglob("*.html"))


@pytest.mark.parametrize("vei", ["rask", "enkel"])
def test_a_hand_written_page_at_a_generated_address_wins(project: Callable[..., Path], vei: str) -> None:
    folder = project()
    own = {
        "kommuner/testby/index.md": "# Vår egen side\n\n{{ statustabell(kommune='testby') }}\n",
        "planer/testby-2020-2023/README.md": "# Vår egen side\n",
        "aktorer/testby-kommune.md": "# Vår egen side\n",
        "rapporter/melding-2022/index.html": "<h1>Vår egen side</h1>",
    }
    for name, text_ in own.items():
        (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / name).write_text(text_, "utf-8")
    result = build(folder / "site", folder, VEI=vei, SOK="nei")
    assert result.returncode == 0, result.stderr
    for place in (
        "kommuner/testby",
        "planer/testby-2020-2023",
        "aktorer/testby-kommune",
        "rapporter/melding-2022",
    ):
        tree = parse(folder / f"site/{place}/index.html")
        assert tree.xpath("string(//h1)") == "Vår egen side", place
    assert parse(folder / "site/kommuner/testby/index.html").xpath("//table")
