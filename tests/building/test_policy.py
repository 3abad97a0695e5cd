"""What a browser may run and fetch on a built page: nothing that stands in the page itself."""

from __future__ import annotations

from pathlib import Path

from macros.building.mkdocs_events import _aligned
from macros.pages.policy import CARD_POLICY, POLICY, policy
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


def test_every_page_says_first_what_may_run_on_it(site: Path) -> None:
    for path in html_files(site):
        charset, rules, referrer = parse(path).xpath("//head/*")[:3]
        where = path.relative_to(site).as_posix()
        assert charset.get("charset") == "utf-8", where
        assert rules.get("http-equiv") == "Content-Security-Policy", where
        assert rules.get("content") == (CARD_POLICY if path.parent.name == "kort" else POLICY), where
        assert (referrer.get("name"), referrer.get("content")) == ("referrer", "no-referrer"), where


def test_the_policy_lets_nothing_run_that_stands_in_a_page() -> None:
    assert POLICY.startswith("default-src 'none'; ")
    assert not {"'unsafe-inline'", "'unsafe-eval'", "'wasm-unsafe-eval'", "*", "http:", "https:"} & set(
        POLICY.replace(";", "").split()
    )
    assert policy(serving=True) == ""


def test_no_page_gives_another_a_hold_of_itself(site: Path) -> None:
    for path in html_files(site):
        for link in parse(path).xpath("//*[@target]"):
            assert "noopener" in (link.get("rel") or "").split(), path
