"""What a browser may run and fetch on a built page: nothing that stands in the page itself."""

from __future__ import annotations

from pathlib import Path

from macros.building.mkdocs_events import _aligned
from tests.built import html_files, parse

DATA_BLOCKS = {"application/ld+json", "application/json"}
"""Types of script elements that hold data: a browser runs none of them."""


def test_no_page_has_a_script_or_a_style_of_its_own(site: Path) -> None:
    found = []
    for path in html_files(site):
        tree = parse(path)
        inline = [one for one in tree.xpath("//script[not(@src)]") if one.get("type") not in DATA_BLOCKS]
        inline += tree.xpath("//style | //*[@style] | //*[@*[starts-with(name(), 'on')]]")
        inline += tree.xpath("//a[starts-with(translate(@href, 'JAVSCRIPT', 'javscript'), 'javascript:')]")
        found += [(path.relative_to(site), one.tag, dict(one.attrib)) for one in inline]
    assert found == []


def test_an_aligned_column_of_a_hand_written_table_has_a_class() -> None:
    cells = '<th style="text-align: right;">A</th><td style="text-align: center;">b</td><td>c</td>'
    assert _aligned(cells) == '<th class="til-right">A</th><td class="til-center">b</td><td>c</td>'
