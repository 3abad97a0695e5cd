"""What a hand-written page, or a file beside it, may not hold."""

from __future__ import annotations

import pytest

from macros.pages.handwritten.raw_html import problems
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<SCRIPT src=x.js></SCRIPT>", "<script>"),
        ("<iframe src='https://x.no/'></iframe>", "<iframe>"),
        ("<svg><animate attributeName=href to=javascript:x /></svg>", "<animate>"),
        ("<svg><a xlink:href='JAVASCRIPT:x'>x</a></svg>", "JAVASCRIPT:x"),
        ("<img src=x oNerror=x>", "onerror"),
        ("<a href='\x01 java\tscript:x'>x</a>", "adresse på nettet"),
        ("<a href='data:text/html,x'>x</a>", "data:text/html"),
        ("<a href='vbscript:x'>x</a>", "vbscript"),
        ("<form action='javascript:x'></form>", "javascript:x"),
        ("<button formaction='/x'>x</button>", "formaction"),
        ("<p style='color: red'>x</p>", "style"),
        ("<img src='//evil.example/x.png'>", "evil.example"),
        ("<meta http-equiv=refresh content='0; url=https://x.no/'>", "<meta>"),
        ("<a href='http://[x'>x</a>", "adresse på nettet"),
    ],
)
def test_what_runs_or_fetches_is_told_of(html: str, said: str) -> None:
    source = f"# Side\n\n{html}\n"
    [problem, *_] = problems(source, "docs/x.html", source)
    assert said in str(problem)
    assert problem.line == 3


def test_ordinary_html_and_what_is_shown_as_code_is_let_through() -> None:
    html = (
        "<p id='a' class='b'>x &lt;script&gt; <a href='../a/?b=c#d' download>x</a> <a href='mailto:a@b.no'>x</a>"
        "<img src='../bilder/a.webp' alt=''><code>&lt;img onerror=x&gt;</code><details open><summary>x</summary></details>"
    )
    assert problems(html, "docs/x.md", html) == []


def test_the_place_is_that_of_the_source_where_its_words_stand() -> None:
    source = "# Side\n\nTekst og <b\nonclick='x'>b</b>\n"
    [problem] = problems("<h1>Side</h1><p>Tekst og <b onclick='x'>b</b></p>", "docs/x.md", source)
    assert (problem.line, problem.column) == (4, 1)


def test_the_pictures_of_the_site_hold_nothing_of_it() -> None:
    for path in (ROOT / "docs").rglob("*.svg"):
        text = path.read_text("utf-8")
        assert problems(text, path.name, text) == []
