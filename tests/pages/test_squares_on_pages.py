"""The squares on pages: one for each measure, known by shape and word, in the sheet and in the small picture alike."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from lxml import html

from macros.format.meldt import TELLEORD
from macros.pages.fragments import css
from macros.pages.placeholders import way
from macros.pages.render import Renderer
from macros.pages.square_picture import FLEST, antallsruter, ruteblikk
from macros.register.addresses import address
from macros.register.entities import Kommune, Plan, Register
from macros.views import squares
from tests.cases import IDAG
from tests.made import html_of

SHEET = (Path(__file__).parents[2] / "docs/assets/plan.css").read_text("utf-8")


def test_each_measure_of_a_kommune_and_of_a_plan_is_one_link_with_its_name_and_status(
    register: Register,
) -> None:
    renderer = Renderer(register, IDAG)
    entities: list[Kommune | Plan] = [*register.kommuner.values(), *register.planer.values()]
    for entity in entities:
        if not entity.tiltak:
            continue
        page = html.fromstring(html_of(renderer, entity))
        links = page.xpath("//*[@data-ruter]//a[starts-with(@class, 'rute--')]")
        by_way = {
            way(address(entity), address(one)): f"{one.navn}: {one.meldt.navn.lower()}"
            for one in entity.tiltak
        }
        assert sorted(link.get("href") for link in links) == sorted(by_way)
        assert all(link.text_content() == by_way[link.get("href")] for link in links)
        key = {
            one.get("class").split("--")[1]
            for one in page.xpath("//ul[@class='rutenokkel']//span[starts-with(@class, 'rute--')]")
        }
        assert key == {css(one.meldt.telles) for one in entity.tiltak}
        [skip] = page.xpath("//a[@class='hopp-over']/@href")
        assert page.xpath(f"//*[@id='{skip[1:]}']"), "the way past the squares leads somewhere"


def corners(path: str) -> str:
    """Return a path of straight lines as the corners of one CSS polygon; parts are joined at the first corner."""
    parts: list[list[str]] = []
    x = y = "0"
    for command, numbers in re.findall(r"([MLHV])([\d. ]+)", path):
        given = [f"{number}0%" if number != "0" else "0" for number in numbers.split()]
        x, y = (x, given[0]) if command == "V" else (given[0], y) if command == "H" else given
        if command == "M":
            parts.append([])
        parts[-1].append(f"{x} {y}")
    if len(parts) > 1:
        first = parts[0][0]
        parts = [[*part, part[0], first] if i else [*part, part[0]] for i, part in enumerate(parts)]
    rule = "evenodd, " if len(parts) > 1 else ""
    return f"polygon({rule}{', '.join(corner for part in parts for corner in part)})"


def test_the_mark_of_each_status_is_the_same_in_the_stylesheet_and_in_the_picture() -> None:
    for key in TELLEORD:
        [mark] = re.findall(rf'\[class\*="--{css(key)}"\] {{ --farge: [^;]+; --tegn: ([^;]+);', SHEET)
        path = squares.MERKER[key]
        assert mark == (corners(path) if path else "inset(50%)"), key


def test_the_small_picture_has_a_frame_for_each_measure_and_none_of_too_many() -> None:
    picture = ruteblikk(Counter({"pågår": 2, "en-del": 1, "ikke-rapportert": 40}))
    assert picture.count("h10v10h-10z") == 43
    assert '<path d="M0 0H5V10H0ZM13 0H18V10H13Z"/>' in picture
    assert "M26 5L31 10H26Z" in picture
    assert ruteblikk(Counter()) == ruteblikk(Counter({"pågår": FLEST + 1})) == ""


def test_a_number_is_drawn_beside_what_was_planned() -> None:
    picture = antallsruter(1, 4)
    frames, filled = re.findall(r' d="([^"]*)"', picture)
    assert (frames.count("M"), filled.count("M")) == (4, 1)
