"""Whose a plan is, is said wherever its title stands: nobody should have to ask which kommune decided."""

from __future__ import annotations

import pytest

from macros.pages.handwritten.editor_macros import Editors
from macros.pages.render import Renderer
from macros.pages.titles import title_of_document, title_of_line
from macros.register.entities import Del, Plan, Register, Tiltak
from macros.views.wording import plan_words
from tests.cases import IDAG
from tests.made import html_of


@pytest.mark.parametrize(
    ("owner", "title", "named"),
    [
        ("Granvik kommune", "Handlingsprogram for Granvik kommunes næringsarbeid", True),
        ("Granvik kommune", "Handlingsplan for næringsutvikling 2023-2026", False),
        ("Os kommune", "Næringsplan for Oslo", False),
        ("Regionrådet for Vestregionen", "Strategi for Vestregionsamarbeidet", True),
        ("Regionrådet for Vestregionen", "Strategi for regionen", False),
    ],
)
def test_a_title_that_could_be_anybodys_follows_its_owner(
    register: Register, monkeypatch: pytest.MonkeyPatch, owner: str, title: str, named: bool
) -> None:
    plan = register.planer["vestvik-2015-2025"]
    monkeypatch.setattr(plan, "data", plan.data.model_copy(update={"tittel": title}))
    monkeypatch.setattr(plan.eier, "data", plan.eier.data.model_copy(update={"navn": owner}))
    assert plan_words.titled(plan) == (title if named else f"{owner}: {title}")


def test_every_page_of_a_plan_names_its_owner(register: Register) -> None:
    renderer = Renderer(register, IDAG)
    for plan in register.planer.values():
        names = _names(plan)
        lines: list[Del | Tiltak] = [*plan.områder, *plan.tiltak]
        heads = [title_of_document(plan), *map(title_of_line, lines)]
        assert [head for head in heads if not any(name in head for name in names)] == []
        html = html_of(renderer, plan)
        assert any(name in html.split("</h1>")[0].split("<h1>")[1] for name in names), plan.id
        citation = html_of(renderer, plan.tiltak[0]).split("id=sitering")[1].split("<div")[0]
        assert any(name in citation for name in names), plan.id


def test_what_is_new_names_whose_it_is(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    editors = Editors(Renderer(register, IDAG))
    monkeypatch.setattr(editors.stand_ins, "take", lambda html: html)
    html = editors.endringsliste()
    assert "Fjellby: ny plan, " in html
    assert "Granvik: kommunestyret vedtok " in html
    assert "Regionrådet i Vestvik: ny plan, " in html


def _names(plan: Plan) -> list[str]:
    """Return the names of which one tells whose a plan is."""
    return [plan.eier.navn, *(one.data.navn for one in plan.kommuner if len(plan.kommuner) == 1)]
