from __future__ import annotations

from macros.addresses import address
from macros.register import Register
from macros.render import Renderer, tall
from tests.cases import IDAG
from tests.conftest import ROOT

REPO = "https://github.com/kommune/planer"


def test_a_measure_leads_to_its_line_in_the_data_and_to_its_history(register: Register) -> None:
    tiltak = register.tiltak["lier-2023-2026/4.10"]
    html = Renderer(register, IDAG, repo=REPO).page(tiltak, address(tiltak))
    lines = (ROOT / "data/planer/lier-2023-2026.yml").read_text("utf-8").splitlines()
    line = next(i for i, text in enumerate(lines, 1) if 'nr: "4.10"' in text)
    assert f'href="{REPO}/blob/main/data/planer/lier-2023-2026.yml#L{line}"' in html
    assert f'href="{REPO}/commits/main/data/planer/lier-2023-2026.yml"' in html


def test_without_a_repository_nothing_leads_there(register: Register) -> None:
    tiltak = register.tiltak["lier-2023-2026/4.10"]
    html = Renderer(register, IDAG).page(tiltak, address(tiltak))
    assert "/blob/" not in html
    assert "Se linja i dataene" not in html


def test_nynorsk_is_marked(register: Register) -> None:
    tiltak = register.tiltak["lier-2023-2026/4.10"]
    before = tiltak.plan.data
    tiltak.plan.data = before.model_copy(update={"språk": "nn"})
    try:
        html = Renderer(register, IDAG).page(tiltak, address(tiltak))
    finally:
        tiltak.plan.data = before
    assert 'class="dokument" aria-labelledby="ordlyd" lang="nn"' in html


def test_numbers_are_written_as_norwegians_do() -> None:
    assert [tall(1234567), tall(9.8), tall("rundt 25")] == ["1\u00a0234\u00a0567", "9,8", "rundt 25"]
