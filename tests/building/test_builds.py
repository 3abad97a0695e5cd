"""Builds of changed data and settings: the same bytes twice, values escaped, and no site of bad data."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.built import html_files, page, parse, text
from tests.conftest import build, fingerprints


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
    result = build(tmp_path / "bare", project(), ARK="nei", REPO="", KONTAKT="", SOK="nei")
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
        assert not built.xpath("//script[not(@type='application/ld+json')][contains(text(), 'alert')]"), path
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
        ("# Test\n\n{{ aktørliste(3) }}\n", 3, "argumentene passer ikke"),
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
        (
            "# Test\n\n{{ 1/0 }}\n",
            3,
            "ventet en makro, en tekst eller «if» i krøllparentesene, fant et regnestykke.",
        ),
        (
            "# Test\n\n{{ lipsum.__globals__['os'].system('x') }}\n",
            3,
            "fant et kall av noe annet enn en makro.",
        ),
        ("# Test\n\n{{ lipsum(5) }}\n", 3, "kjenner ikke makroen «lipsum»."),
        ("# Test\n\n{{ ''.__class__.__mro__ }}\n", 3, "fant «.__mro__» etter et navn."),
        ("# Test\n\n{{ config.plugins }}\n", 3, "fant «.plugins» etter et navn."),
        ("# Test\n\n{% for x in 'ab' %}{% endfor %}\n", 3, "fant en løkke (for)."),
        ("# Test\n\n{% include 'index.md' %}\n", 3, "fant include."),
        ("# Test\n\n{{ lenke(**config.extra) }}\n", 3, "fant stjerner i et kall."),
        ("# Test\n\n{{ 'a'|attr('b') }}\n", 3, "fant et filter (|)."),
        ("# Test\n\nA <script>alert(1)</script>\n", 3, "fant elementet <script>."),
        ("# Test\n\n<p OnClick='x()'>A</p>\n", 3, "ventet ikke attributtet «onclick», fant det på <p>."),
        ("# Test\n\nAvsnitt\n{ onclick=x }\n", 4, "ventet ikke attributtet «onclick», fant det på <p>."),
        ("# Test\n\n[x](javascript:alert)\n", 3, "ventet en adresse på nettet, fant «javascript:alert»."),
        ("# Test\n\n<a href='java&#10;script:x'>x</a>\n", 1, "ventet en adresse på nettet, fant «java"),
        (
            "# Test\n\n![x](https://evil.example/x.png)\n",
            3,
            "ventet et bilde som ligger i docs/, fant ett fra «evil.example».",
        ),
        ("---\nside: x\n---\n# Test\n", 1, "skjuler makroen med samme navn"),
        ("---\ntitle: Om\ndescription: Om: oss\n---\n# Test\n", 3, "fant et kolon midt i en tekst"),
        ("---\ntitle: 'Om\n---\n# Test\n", 2, "anførselstegnet som åpnes her, blir aldri lukket."),
        ("---\ntitle: Om\n\n# Test\n", 1, "nøklene øverst på siden blir aldri avsluttet."),
        ("---\nbare en tekst\n---\n# Test\n", 2, "ventet nøkler med verdier øverst på siden"),
        ("# Test\n\n{{ statustabell( }}\n", 3, "makroen på denne linja kan ikke leses"),
        ("# Test\n\n{{ generert_side('testby/1') }}\n", 3, "kjenner ingen side med adressen «testby/1»."),
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
    assert "Traceback" not in result.stderr
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
