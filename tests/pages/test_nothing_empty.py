"""No table or filter says what says nothing: one row has no total, and what never occurs no column."""

from __future__ import annotations

from lxml import html

from macros.pages.render import Renderer
from macros.register.entities import Register
from macros.views.filters import filterverdier, sorteringer
from macros.views.status_tables import by_område, by_plan, statustabell
from tests.cases import IDAG


def component(
    register: Register, name: str, *arguments: object, file: str = "komponenter.html"
) -> html.HtmlElement:
    """Return a component as it stands on the front page."""
    return html.fromstring(Renderer(register, IDAG).component(name, "", *arguments, file=file))


def test_one_row_has_no_total(register: Register) -> None:
    plan = register.planer["granvik-2020-2024"]
    one = statustabell("", "Plan", by_plan(plan.tiltak))
    assert not component(register, "statustabell", one).xpath("//tbody[@class='totalt']")
    several = statustabell("", "Innsatsområde", by_område(plan))
    assert component(register, "statustabell", several).xpath("//tbody[@class='totalt']")


def test_no_filter_has_one_choice_and_no_order_is_by_what_never_differs(register: Register) -> None:
    tiltak = register.planer["fjellby-2023-2026"].tiltak
    values = filterverdier(tiltak)
    form = component(register, "tiltaksfilter", tiltak, "t", values)
    for name in ("kommune", "tema", "status"):
        assert bool(form.xpath(f"//select[@name='{name}']")) == (len(values[name]) > 1)
    assert all(len(select.xpath("option")) > 2 for select in form.xpath("//select[@name!='sorter']"))
    assert [key for key, _ in sorteringer({key: [] for key in values})] == ["tittel"]


def test_what_is_never_reported_has_no_column(register: Register) -> None:
    drafts = [register.planer["vestvik-2015-2025"]]
    heads = component(register, "plantabell", drafts, "Planer", file="lister.html").xpath(
        "//th[@scope='col']"
    )
    assert [one.text for one in heads] == ["Plan", "Kommune", "Antall"]
