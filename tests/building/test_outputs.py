"""The table of outputs: what is declared there is in the site, and what is not declared rightly is told of."""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.building.outputs import OUTPUTS, Generated, Output, generated
from macros.building.page_digests import PageDigests
from macros.pages.long_lists import Liste, Side, lists_of
from macros.pages.render import Renderer
from macros.register.entities import Plan, Register
from tests.cases import IDAG
from tests.conftest import BASE, ROOT, build, fingerprints

NEW = """

import os

from ..register.addresses import address

OUTPUTS += (
    Output(
        "tittel-csv",
        Plan,
        of=lambda renderer: renderer.register.planer.values(),
        path=lambda plan: f"{address(plan)}tittel.csv",
        body=lambda renderer, plan: f"{plan.data.tittel};{os.environ['MERKE']}".encode(),
        depends_on=PageDigests.of_plan,
    ),
    _page(
        Plan,
        lambda renderer: renderer.register.planer.values(),
        "prove.html",
        lambda renderer, plan: {"p": plan, "merke": os.environ["MERKE"]},
        path=lambda plan: f"{address(plan)}prove/",
        title=lambda plan: f"Prøve av {plan.navn}",
        description=lambda plan: "En prøve.",
        depends_on=PageDigests.of_plan,
    ),
)
"""
"""A copy of the table gets these two entries: a file and a page about a plan, which has a page already."""
TEMPLATE = "{% macro side(p, merke) %}<h1>{{ p.data.tittel }}</h1><p>{{ merke }}</p>{% endmacro %}\n"
FILE, PAGE = "planer/testby-2020-2023/tittel.csv", "planer/testby-2020-2023/prove/"


@pytest.fixture
def folder(project: Callable[..., Path]) -> Path:
    """Return the small project with a program of its own, in which two outputs are declared more."""
    found = project()
    with (found / "docs/om/index.md").open("a", encoding="utf-8") as written:
        written.write(f"\n[Fil](../{FILE}) og [side](../{PAGE}index.md)\n")
    (found / "macros").unlink()
    shutil.copytree(ROOT / "macros", found / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    with (found / "macros/building/outputs.py").open("a", encoding="utf-8") as table:
        table.write(NEW)
    (found / "macros/pages/templates/prove.html").write_text(TEMPLATE, "utf-8")
    return found


def test_a_new_entry_is_in_the_site_on_both_ways(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "MERKE", "a")
    for way in ("rask", "enkel"):
        result = build(tmp_path / way, folder, VEI=way, SOK="nei")
        assert result.returncode == 0, result.stderr
        assert (tmp_path / way / FILE).read_text("utf-8") == "Handlingsplan for Testby;a"
        page = (tmp_path / way / PAGE / "index.html").read_text("utf-8")
        assert "<h1>Handlingsplan for Testby</h1>" in page
        assert "Prøve av Testby 2020–2023" in page.partition("</head>")[0]
        sitemap = (tmp_path / way / "sitemap.xml").read_text("utf-8")
        assert f"<loc>{BASE}{PAGE}</loc>" in sitemap
        assert FILE not in sitemap
    assert fingerprints(tmp_path / "rask") == fingerprints(tmp_path / "enkel")


def test_a_new_entry_is_kept_and_made_anew_when_what_it_depends_on_changes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def built(mark: str) -> tuple[str, str]:
        monkeypatch.setitem(os.environ, "MERKE", mark)
        result = build(tmp_path / "site", folder, LAGER=str(tmp_path / "lager"), SOK="nei")
        assert result.returncode == 0, result.stderr
        page = (tmp_path / "site" / PAGE / "index.html").read_text("utf-8")
        return (tmp_path / "site" / FILE).read_text("utf-8"), page.partition("<h1>")[2].partition("</p>")[0]

    title = "Handlingsplan for Testby"
    first = (f"{title};a", f"{title}</h1><p>a")
    assert built("a") == first
    assert built("b") == first, "made anew though nothing has changed"
    plan = folder / "data/planer/testby-2020-2023.yml"
    plan.write_text(plan.read_text("utf-8").replace(f"tittel: {title}", "tittel: Ny tittel", 1), "utf-8")
    assert built("c") == ("Ny tittel;c", "Ny tittel</h1><p>c")


@pytest.fixture
def renderer(register: Register) -> Renderer:
    """Return a renderer of the sample on the day of the tests."""
    return Renderer(register, IDAG, repo="https://github.com/x/y")


def named(name: str) -> Output:
    """Return the output with this name."""
    [found] = [output for output in OUTPUTS if output.name == name]
    return found


def test_an_entity_of_another_kind_is_told_of(renderer: Renderer) -> None:
    wrong = dataclasses.replace(named("plan"), of=lambda renderer: renderer.register.kommuner.values())
    with pytest.raises(TypeError, match=r"«plan» is made of Plan, not of Kommune: .*building/outputs\.py"):
        generated(renderer, [wrong])


def test_two_entries_of_one_name_are_told_of(renderer: Renderer) -> None:
    with pytest.raises(ValueError, match="two outputs are called «plan»"):
        generated(renderer, [*OUTPUTS, named("plan")])


def test_two_files_of_one_path_are_told_of(renderer: Renderer) -> None:
    other = dataclasses.replace(named("plan"), name="plan-2")
    with pytest.raises(
        ValueError, match=r"planer/.*/index\.html is made by two outputs, «plan» and «plan-2»"
    ):
        generated(renderer, [*OUTPUTS, other])


def test_a_file_that_is_no_page_has_no_title(renderer: Renderer) -> None:
    ark = next(one for one in generated(renderer) if not one.is_page)
    for fact in ("title", "description"):
        with pytest.raises(TypeError, match="is no page"):
            getattr(ark, fact)


def test_a_list_of_an_unknown_kind_has_no_digest(register: Register, renderer: Renderer) -> None:
    liste = Liste("ukjent", "x/side/", "X", "status", list(register.tiltak.values()))  # type: ignore[arg-type]
    side = Generated(named("side"), Side(liste, 1, liste.rader), "x/side/1/")
    liste.__dict__["sider"] = [side.entity]
    with pytest.raises(TypeError, match=r"a list of «ukjent»: .*page_digests\.py"):
        side.digest(PageDigests(register, IDAG))


def test_an_unknown_owner_has_no_lists() -> None:
    with pytest.raises(TypeError, match="object has no lists"):
        lists_of(object())  # type: ignore[arg-type]


def test_every_output_makes_files_of_the_sample(renderer: Renderer) -> None:
    made = {one.output.name for one in generated(renderer)}
    assert made >= {output.name for output in OUTPUTS if output.kind is Plan}
    digests = PageDigests(renderer.register, IDAG)
    seen = [one.digest(digests) for one in generated(renderer)]
    assert len(set(seen)) == len(seen)
