"""A table that is copied from a page is the table in a spreadsheet: one value in each cell, read here by pandas."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from lxml import html
from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

BREAKS = ["br", "p", "div", "ul", "ol", "dl", "li", "details", "table"]
"""What makes a spreadsheet go to a new row in the middle of a cell."""
PAGES = [
    "kommuner/granvik/", "planer/granvik-2020-2024/", "planer/", "status/", "aktorer/", "frister/", "temaer/",
    "temaer/samferdsel/", "innsatsomrader/", "kommuner/granvik/revisjon/", "planer/granvik-2020-2024/revisjon/",
]  # fmt: skip
COPY = """async (table) => {
  const range = document.createRange();
  range.setStart(table.rows[0].cells[0].firstChild ?? table.rows[0].cells[0], 0);
  const last = [...table.rows].at(-1).cells;
  range.setEnd(last[last.length - 1], last[last.length - 1].childNodes.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const got = new Promise((resolve) => addEventListener("copy", (event) => {
    resolve(["text/html", "text/plain"].map((type) => event.clipboardData.getData(type)));
  }, { once: true }));
  document.execCommand("copy");
  return got;
}"""


def test_no_cell_holds_what_makes_a_new_row(site: Path) -> None:
    found = [
        (path.relative_to(site).as_posix(), one.tag)
        for path in sorted(site.rglob("*.html"))
        for one in html.fromstring(path.read_bytes()).xpath("//td//* | //th//*")
        if one.tag in BREAKS
    ]
    assert not found[:3]


def test_every_row_of_a_table_has_as_many_cells(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        for table in html.fromstring(path.read_bytes()).xpath("//table"):
            assert len({len(row.xpath("td | th")) for row in table.iter("tr")}) == 1, path


def test_a_copied_table_has_one_value_in_each_cell(browser: Browser, served: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    seen = set[str]()
    for where in PAGES:
        page.goto(served + where, wait_until="networkidle")
        for table in page.locator("main table:visible").all():
            marked, plain = table.evaluate(COPY)
            rows = [line.split("\t") for line in plain.split("\n")]
            as_text = dict.fromkeys(range(len(rows[0])), str)
            [frame] = pd.read_html(io.StringIO(marked), header=0, keep_default_na=False, converters=as_text)
            assert list(frame.columns) == rows[0], where
            assert frame.to_numpy().tolist() == [
                [cell.removeprefix("'") for cell in row] for row in rows[1:]
            ], where
            for name in rows[0]:
                values = [value for value in frame[name] if value]
                if name == "Innen":
                    assert all(date.fromisoformat(value) for value in values)
                elif re.search(r"\(andel\)$", name):
                    assert all(re.fullmatch(r"\d+ %", value) for value in values)
                elif name in ("Alle", "Antall", "Ansvar", "Nevnt", "Ikke rapportert", "Rapportert"):
                    assert all(value.isdigit() for value in values), (where, name)
                elif name in ("Nr.", "Status"):
                    assert not any(re.search(r"[a-zæøå] \d{4}$", value) for value in values)
                seen.add(re.sub(r".*\((?=\w)", "(", name))
            texts = html.fromstring(marked).xpath("//td[@class='t']/text()")
            assert not [one for one in texts if re.fullmatch(r"\d+|\d{4}-\d\d-\d\d", one)]
            assert all(
                re.search(rf'class="t" sdnum="1044;0;@">{re.escape(nr)}<', marked)
                for nr in frame.get("Nr.", [])
                if "." in nr
            )
    assert seen >= {"(andel)", "(år)", "(ordrett)", "(merknad)", "(ikke vedtatt)", "Innen", "Nr."}
    context.close()


def test_a_piece_of_a_cell_is_copied_as_it_is(browser: Browser, served: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + "kommuner/granvik/", wait_until="networkidle")
    page.locator("table th[scope=row]").first.select_text()
    page.keyboard.press("ControlOrMeta+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("table th[scope=row]").first.inner_text()
    context.close()
