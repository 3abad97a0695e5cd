"""What a page offers: the data's line and history, the template and the spreadsheet, language and numbers."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from macros.format.model import Rapport
from macros.pages import contexts
from macros.pages.render import Renderer, tall
from macros.reading.yaml_reader import read_carefully
from macros.register.entities import Plan, Register
from macros.statuses.forms import Meldeskjema
from tests.cases import IDAG, SAMPLE
from tests.made import html_of, pages

REPO = "https://github.com/kommune/planer"


def test_a_measure_leads_to_its_line_in_the_data_and_to_its_history(register: Register) -> None:
    tiltak = register.tiltak["fjellby-2023-2026/3.10"]
    html = html_of(Renderer(register, IDAG, repo=REPO), tiltak)
    lines = (SAMPLE / "planer/fjellby-2023-2026.yml").read_text("utf-8").splitlines()
    line = next(i for i, text in enumerate(lines, 1) if 'nr: "3.10"' in text)
    assert f'href="{REPO}/blob/main/data/planer/fjellby-2023-2026.yml#L{line}"' in html
    assert f'href="{REPO}/commits/main/data/planer/fjellby-2023-2026.yml"' in html
    assert f'data-fil="data/planer/fjellby-2023-2026.yml" data-linje="{line}"' in html
    assert 'rett-feil/?side=planer/fjellby-2023-2026/tiltak/3.10/">Rett en feil</a>' in html
    assert '"../../meld-status/?tiltak=3.10">Meld status</a>' in html
    assert f"{REPO}/blob/gren/data" in html_of(Renderer(register, IDAG, repo=REPO, gren="gren"), tiltak)


def test_with_an_address_alone_all_is_sent_by_mail(register: Register) -> None:
    tiltak = register.tiltak["fjellby-2023-2026/3.10"]
    html = html_of(Renderer(register, IDAG, kontakt="planer@fjellby.example"), tiltak)
    assert "github" not in html
    for link in ("Meld status", "Rett en feil", "Skriv til oss på e-post"):
        assert link in html
    assert 'href="mailto:planer@fjellby.example?subject=' in html


def test_without_a_repository_nothing_leads_there(register: Register) -> None:
    tiltak = register.tiltak["fjellby-2023-2026/3.10"]
    html = html_of(Renderer(register, IDAG), tiltak)
    assert "/blob/" not in html
    for link in ("Se linja i dataene", "Meld status", "Rett en feil", "Meld fra om feil", "på e-post"):
        assert link not in html
    assert 'om/#rettelser">Slik melder du fra</a>' in html
    assert not [
        page for page in pages(register, repo="") if "meld-status" in page.path or "rett-feil" in page.path
    ]


def test_the_template_fits_into_an_address_and_explains_each_field(register: Register) -> None:
    for plan in register.planer.values():
        values = _of_form(Renderer(register, IDAG, repo=REPO), plan)
        assert len(quote(values["maladresse"])) < 8000
        assert "# Hvor i kilden det står." in values["mal"]
        document = read_carefully(values["mal"].encode(), "mal.yml")
        assert document.problems == []
        assert set(document.value) <= set(Rapport.model_fields)


def test_a_plan_offers_the_spreadsheet_only_when_it_can_be_made(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = register.planer["fjellby-2023-2026"]
    assert 'href="./status-fjellby-2023-2026.xlsx"' in html_of(Renderer(register, IDAG), plan)
    monkeypatch.setattr("macros.statuses.sheet_out.LIBRARY", "finnes_ikke")
    assert ".xlsx" not in html_of(Renderer(register, IDAG), plan)


def _of_form(renderer: Renderer, plan: Plan) -> dict[str, Any]:
    """Return what the template of a plan's form is called with."""
    return contexts.of_meldeskjema(renderer, Meldeskjema(plan))


def test_nynorsk_is_marked(register: Register) -> None:
    tiltak = register.tiltak["fjellby-2023-2026/3.10"]
    before = tiltak.plan.data
    tiltak.plan.data = before.model_copy(update={"språk": "nn"})
    try:
        html = html_of(Renderer(register, IDAG), tiltak)
    finally:
        tiltak.plan.data = before
    assert '<blockquote lang="nn"><p data-felt=ordlyd>' in html


def test_numbers_are_written_as_norwegians_do() -> None:
    assert [tall(1234567), tall(9.8), tall("rundt 25")] == ["1\u00a0234\u00a0567", "9,8", "rundt 25"]
