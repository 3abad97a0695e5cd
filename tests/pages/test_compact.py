"""What is left out of a template makes no other page: a browser's parser finds the same elements, attributes and text."""

from __future__ import annotations

import re

import jinja2
import pytest
from lxml import html

from macros.pages.compact import Compact, compact
from macros.pages.render import Renderer
from macros.register.entities import Register
from tests.cases import IDAG
from tests.made import pages


def tree(page: str) -> list[tuple[object, ...]]:
    """Return every element of a page with its attributes, its place and its text; blanks between blocks do not count."""
    found: list[tuple[object, ...]] = []
    for one in html.fromstring(page).iter():
        above = [element.tag for element in one.iterancestors()]
        words = [" ".join((text or "").split()) for text in (one.text, one.tail)]
        found.append((one.tag, sorted(one.items()), above, words))
    return found


@pytest.mark.parametrize(
    "kind",
    [
        "tiltak",
        "plan",
        "kommune",
        "aktor",
        "tema",
        "rapport",
        "heltekst",
        "innsatsomrade",
        "revisjon",
        "meldeskjema",
    ],
)
def test_a_page_is_the_same_tree_as_its_whole_template(
    kind: str, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [one for one in pages(register) if one.output.name == kind]
    short = Renderer(register, IDAG, repo="https://github.com/x/y")
    bodies = [one.body(short).decode() for one in made]
    monkeypatch.setattr(Compact, "filter_stream", lambda self, stream: stream)
    whole = Renderer(register, IDAG, repo="https://github.com/x/y")
    whole.env.bytecode_cache = None
    for one, body in zip(made, bodies, strict=True):
        other = one.body(whole).decode()
        assert tree(body) == tree(other), one.path
        assert len(body) < len(other)


@pytest.mark.parametrize(
    ("template", "short"),
    [
        ('<ul class="a">\n<li>x</li>\n<li>y</li>\n</ul>', "<ul class=a><li>x<li>y</ul>"),
        ("<p>x</p>\n<h2>y</h2>", "<p>x<h2>y</h2>"),
        ("<p>x</p> y", "<p>x</p> y"),
        ('<a href="a b" title="c">d</a>', '<a href="a b" title=c>d</a>'),
        ('<rect x="1"/>', '<rect x="1"/>'),
        ("<b>x</b> <i>y</i>", "<b>x</b> <i>y</i>"),
    ],
)
def test_what_html_lets_out_is_left_out_and_no_more(template: str, short: str) -> None:
    assert compact(template) == short


def test_xml_is_left_whole() -> None:
    made = jinja2.Environment(
        extensions=[Compact], loader=jinja2.DictLoader({"a.xml": '<a b="c">\n<li>x</li></a>'})
    )
    assert made.get_template("a.xml").render() == '<a b="c">\n<li>x</li></a>'
    assert re.search(
        "<li>x$",
        jinja2.Environment(extensions=[Compact], loader=jinja2.DictLoader({"a.html": "<li>x</li>"}))
        .get_template("a.html")
        .render(),
    )
