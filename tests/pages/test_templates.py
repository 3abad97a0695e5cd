"""The templates, the links in them, and the macros of hand-written pages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
import yaml

from macros.pages.handwritten.editor_macros import Editors, macros
from macros.pages.placeholders import root, way
from macros.pages.render import TEMPLATES, Renderer
from macros.register.entities import Register
from tests.cases import IDAG
from tests.conftest import ROOT
from tests.made import html_of


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_every_template_compiles(path: Path, register: Register) -> None:
    Renderer(register, IDAG).env.get_template(path.name)


@pytest.mark.parametrize(
    ("here", "way"), [("", "./"), ("om/", "../"), ("planer/a/tiltak/1.1/", "../../../../")]
)
def test_every_link_goes_by_way_of_the_root(here: str, way: str) -> None:
    assert root(here) == way


@pytest.mark.parametrize(
    ("there", "shortest"),
    [
        ("planer/a/tiltak/1.2/", "../1.2/"),
        ("planer/a/tiltak/1.1/kort/", "./kort/"),
        ("planer/a/tiltak/1.1/", "./"),
        ("planer/a/tiltak/1.10/", "../1.10/"),
        ("planer/a/", "../../"),
        ("planer/ab/", "../../../ab/"),
        ("status/", "../../../../status/"),
        ("", "../../../../"),
    ],
)
def test_a_link_goes_the_shortest_way(there: str, shortest: str) -> None:
    here = "planer/a/tiltak/1.1/"
    assert way(here, there) == shortest
    assert urljoin(f"https://x.no/{here}", shortest) == f"https://x.no/{there}"


def test_the_words_of_a_measures_page_are_explained_where_it_leads(register: Register) -> None:
    renderer = Renderer(register, IDAG)
    explained = (ROOT / "docs/om/index.md").read_text("utf-8").partition("{ #ord }")[2].partition("\n## ")[0]
    pages = [html_of(renderer, tiltak) for tiltak in register.tiltak.values()]
    assert all("om/#ord" in page for page in pages)
    for word in (
        "Innsatsområde",
        "Løpende oppgave",
        "Delfrist",
        "Fristen er passert",
        "Sikkerhet",
        "eregnet",
    ):
        assert any(word in page for page in pages) and word in explained


def test_every_macro_is_in_the_editors_guide_with_a_live_example(register: Register) -> None:
    guide = (ROOT / "docs/rediger/makroer/index.md").read_text("utf-8")
    live = re.sub(r"\{% raw %\}.*?\{% endraw %\}", "", guide, flags=re.DOTALL)
    for name, macro in macros(Editors(Renderer(register, IDAG))).items():
        assert macro.__doc__, name
        assert f"### {name} " in guide, name
        assert re.search(rf"\{{\{{ *{name}\(", live), f"{name} has no live example"


def test_the_measure_that_a_page_names_is_a_field_of_the_issue_form(register: Register) -> None:
    renderer = Renderer(register, IDAG, repo="https://github.com/x/y")
    html = html_of(renderer, register.tiltak["fjellby-2023-2026/1.1"])
    address = next(one for one in re.findall(r'href="([^"]+)"', html) if "/issues/new" in one)
    given = dict(parse_qsl(urlsplit(unescape(address)).query))
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / given.pop("template")).read_text("utf-8"))
    assert given.keys() <= {field.get("id") for field in form["body"]}
    assert given["hva"].endswith(", Fjellby 2023–2026: planer/fjellby-2023-2026/tiltak/1.1/")
