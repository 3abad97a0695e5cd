"""The life of a plan, as its pages, addresses and search filters tell it on each of its days.

The days and what is entered on them are those of `tests/register/test_life.py`; the table here is written by hand too.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import html

from macros.building.outputs import Generated, generated
from macros.pages.long_lists import lists_on
from macros.pages.render import Renderer
from macros.register.newest import newest_address
from macros.views.search.documents import documents, state_of, status_of
from tests.built import text
from tests.register.test_life import LIFE, A, B, C, D, register_on

NAMES = {A: "Testby 2023–2026", B: "Testby 2024–2027", C: "Testby 2025–2028", D: "Storby 2026–2029"}


class Shown(NamedTuple):
    """What the pages of a day show."""

    now: str
    """The plans that have cards on the page of Testby, then of Storby, by their letters; «-» for no page."""
    past: str
    """The plans under «Tidligere planer» of Testby."""
    state: str
    """What the search calls the plan of A/1.1."""
    status: str
    """What the search calls the status of A/1.1."""
    leads: str
    """Where the page of A/1.1 says that the promise goes on: the plans after A in its chain."""
    deadlines: int
    """How many ends of plan periods the page of all deadlines has: those of plans that are not replaced."""


NONE = "Ikke rapportert"
SHOWN = {
    "2022-12-20": Shown("A -", "", "Planen gjelder", NONE, "", 1),
    "2023-05-20": Shown("A -", "", "Planen gjelder", "Pågår", "", 1),
    "2023-09-20": Shown("A -", "", "Planen gjelder", "Utsatt", "", 1),
    "2023-12-31": Shown("BA -", "", "Planen gjelder", "Utsatt", "B", 2),
    "2024-01-01": Shown("B -", "A", "Tidligere plan", "Utsatt", "B", 1),
    "2024-01-20": Shown("B -", "A", "Tidligere plan", "Gjennomført", "B", 1),
    "2025-01-15": Shown("B -", "A", "Tidligere plan", "Gjennomført", "B", 1),
    "2025-02-05": Shown("C -", "BA", "Tidligere plan", "Gjennomført", "BC", 1),
    "2026-01-02": Shown("C -", "BA", "Tidligere plan", "Gjennomført", "BC", 1),
    "2026-03-01": Shown(" D", "CBA", "Tidligere plan", "Gjennomført", "BCD", 1),
    "2029-12-31": Shown(" D", "CBA", "Tidligere plan", "Gjennomført", "BCD", 1),
    "2030-01-01": Shown(" D", "CBA", "Tidligere plan", "Gjennomført", "BCD", 1),
}
LETTER = dict(zip(NAMES, "ABCD", strict=True))


def on(folder: Path, written: str) -> tuple[Renderer, dict[str, Generated]]:
    """Return the renderer of a day, and every page and file that is made, by address."""
    renderer = Renderer(register_on(folder, written), date.fromisoformat(written))
    return renderer, {one.path: one for one in generated(renderer)}


@pytest.mark.parametrize("written", LIFE)
def test_the_pages_of_each_day(tmp_path: Path, written: str) -> None:
    renderer, made = on(tmp_path / "data", written)
    expected = SHOWN[written]

    def page(path: str) -> html.HtmlElement:
        return html.fromstring(made[path].body(renderer).decode())

    def plans(tree: html.HtmlElement, where: str) -> str:
        found = [href for href in tree.xpath(f"{where}/@href") if "planer/" in href]
        return "".join(LETTER[href.rstrip("/").rpartition("/")[2]] for href in found)

    kommuner = [page(path) if path in made else None for path in ("kommuner/testby/", "kommuner/storby/")]
    cards = [plans(one, "//section[@class='kort']/h3/a") if one is not None else "-" for one in kommuner]
    assert " ".join(cards) == expected.now
    testby, storby = kommuner
    assert testby is not None
    earlier = "//h3[@id='tidligere-planer']/following-sibling::ul[1]/li/a"
    assert plans(testby, earlier) == expected.past
    # A kommune without a plan of today has no empty tables, and is not said to have had none.
    sections = testby.xpath("//section[@aria-labelledby='status' or @aria-labelledby='frister']")
    assert bool(sections) == bool(cards[0].strip())
    assert "Vi har ikke lagt inn noen vedtatt plan" not in text(testby)
    if storby is not None:
        assert "Planer fra kommuner som ble en del av Storby" in text(storby)

    tiltak = page(f"planer/{A}/tiltak/1.1/")
    [found] = [one for one in documents(renderer.register) if one.adresse == f"planer/{A}/tiltak/1.1/"]
    assert found.plan
    assert (state_of(found.plan)[1], status_of(found.status)[1]) == (expected.state, expected.status)
    for path in (f"planer/{A}/", f"planer/{A}/tiltak/1.1/", f"planer/{A}/innsatsomrader/9/"):
        banner = "Dette er en tidligere plan." in text(page(path))
        assert banner == (expected.state == "Tidligere plan"), path
    chain = [text(one) for one in tiltak.xpath("//section[@class='kjede']//li")]
    assert [NAMES[A] in one for one in chain[:1]] == [True] * bool(expected.leads)
    for letter, one in zip(expected.leads, chain[1:], strict=True):
        assert NAMES[next(id_ for id_, its in LETTER.items() if its == letter)] in one
    days = lists_on(renderer.register, "frister").rader
    assert sum(day.slag == "Planslutt" for day in days) == expected.deadlines


@pytest.mark.parametrize("written", LIFE)
def test_what_others_load_down_each_day(tmp_path: Path, written: str) -> None:
    """The published files say the same as the pages, by the table of `test_life.py`."""
    renderer, made = on(tmp_path / "data", written)
    expected = LIFE[written]

    def rows(path: str) -> dict[str, dict[str, str]]:
        text = made[f"data/v1/{path}"].body(renderer).decode("utf-8-sig")
        return {row["id"]: row for row in csv.DictReader(io.StringIO(text), delimiter=";")}

    today, lasting = rows("tiltak-i-dag.csv"), rows("tiltak.csv")
    counted = Counter(row["plan_tilstand"] for row in today.values() if row["telles"] == "ja")
    assert (counted["gjeldende"], counted["utløpt"]) == (expected.gjeldende, expected.utløpt)
    states = {id_.partition("/")[0]: row["plan_tilstand"] for id_, row in today.items()}
    assert " ".join(states[id_] for id_ in (A, B, C, D) if id_ in states) == expected.states
    said = [lasting.get(ref) for ref in (f"{A}/1.1", f"{B}/2.1")]
    assert " ".join(row["status"] if row else "-" for row in said) == expected.statuses
    calendar = made["frister/kalender.ics"].body(renderer).decode()
    assert calendar.count("BEGIN:VEVENT") == SHOWN[written].deadlines


def test_no_address_is_lost_from_day_to_day(tmp_path: Path) -> None:
    earlier: set[str] = set()
    for written, expected in LIFE.items():
        renderer, made = on(tmp_path / written, written)
        lost = earlier - made.keys()
        assert lost == set(), written
        earlier |= {path for path in made if path.endswith(("/", ".html"))}
        first = renderer.register.planer[A]
        leads = made[f"{newest_address(first)}index.html"].body(renderer).decode()
        assert f"planer/{expected.newest}/" in leads if expected.newest != A else "url=../" in leads
