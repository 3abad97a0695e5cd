"""The site in nynorsk: every text of ours in both forms, and what a plan says in neither but its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from lxml import html

from macros.pages.nynorsk import TABLES, Reader, texts_of
from macros.register.entities import Register
from macros.tools.language import NYNORSK, catalogue, say, speaking
from tests.conftest import ROOT

TEMPLATES = ROOT / "macros/pages/templates"
IN_BOKMÅL_ALONE = {"felt.html", "rett_feil.html", "forside.html", "frister.html", "tema.html", "404.html"}
"""Templates of pages that are about no one kommune."""
ENV = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)


def said_in_templates() -> Iterator[str]:
    """Yield every text that stands in a template of a page that may be in nynorsk."""
    for path in (*TEMPLATES.rglob("*.html"), *(ROOT / "overrides").rglob("*.html")):
        if path.name not in IN_BOKMÅL_ALONE:
            yield from texts_of(ENV._tokenize(path.read_text("utf-8"), None))


def said_in_the_program() -> Iterator[str]:
    """Yield every text that the program hands to `say`."""
    for path in (ROOT / "macros").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def said_in_tables(value: object = TABLES) -> Iterator[str]:
    """Yield every text of the tables of fixed words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from said_in_tables(list(value.values()))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from said_in_tables(inner)


def test_every_text_is_there_in_both_forms_and_none_is_left_over() -> None:
    needed = {*said_in_templates(), *said_in_the_program(), *said_in_tables()}
    missing = needed - catalogue().keys()
    assert not missing, f"macros/tools/nynorsk.yml lacks {sorted(missing)}"
    left_over = catalogue().keys() - needed
    assert not left_over, f"macros/tools/nynorsk.yml has what nothing says: {sorted(left_over)}"


def test_a_text_keeps_its_places_in_nynorsk() -> None:
    for bokmål, nynorsk in catalogue().items():
        assert sorted(re.findall(r"\{\w+\}", bokmål)) == sorted(re.findall(r"\{\w+\}", nynorsk)), bokmål
        assert (bokmål[:1].isspace(), bokmål[-1:].isspace()) == (
            nynorsk[:1].isspace(),
            nynorsk[-1:].isspace(),
        )


def test_the_scripts_have_every_text_in_both_forms() -> None:
    table = (ROOT / "docs/assets/ord.js").read_text("utf-8")
    known = set(re.findall(r'^  ("(?:[^"\\]|\\.)*"): "', table, re.MULTILINE))
    said = {
        text
        for path in (ROOT / "docs/assets").glob("*.js")
        for text in re.findall(r'\bsay\(("(?:[^"\\]|\\.)*")', path.read_text("utf-8"))
    }
    assert said == known


def test_what_is_asked_for_outside_a_page_in_nynorsk_is_bokmål() -> None:
    assert say("Ikke rapportert") == "Ikke rapportert"
    with speaking(NYNORSK):
        assert say("Ikke rapportert") == "Ikkje rapportert"
        assert say("Innen {dag}", dag="3. mai 2024") == "Innan 3. mai 2024"
    assert say("Ikke rapportert") == "Ikke rapportert"


@pytest.mark.parametrize(
    ("pieces", "texts"),
    [
        (['<p class="Ikke">Hva</p>'], ["Hva"]),
        (['<a title="Se ', '" href="x">Her</a>'], ["Se ", "Her"]),
        (['<p>Det er > to og «tre» "fire" a=b</p>'], ['Det er > to og «tre» "fire" a=b']),
        (["<!-- Ikke -->Ja<br>nei"], ["Ja", "nei"]),
        (["<input aria-label='Søk' value='Søk'>"], ["Søk"]),
    ],
)
def test_text_is_told_from_tags(pieces: list[str], texts: list[str]) -> None:
    reader = Reader()
    found = [one for piece in pieces for one, is_text in reader.pieces(piece) if is_text and one.strip()]
    assert found == texts


def _nynorsk_pages(site: Path) -> list[Path]:
    return [
        path for path in sorted(site.rglob("index.html")) if '<html lang="nn">' in path.read_text("utf-8")
    ]


OURS = "//*[self::h1 or self::h2 or self::h3 or self::th or self::dt or self::label or self::legend or self::button or self::summary]"
BOKMÅL_WORDS = re.compile(
    r"\b(ikke|hva|hvem|hvor|hvordan|hvilken|hvis|noe|noen|fra|også|bare|flere|selv|kilde\w*|navn\w*|siden|"
    r"planene|kommuner|aktører|frister|milepæl\w*|temaer|vedtatt|gjelder|etter[a-z]*følger|senere|tidligere)\b",
    re.IGNORECASE,
)


def test_no_page_in_nynorsk_has_a_frame_in_bokmål(site: Path, register: Register) -> None:
    pages = _nynorsk_pages(site)
    kinds = {re.sub(r"[\d.]+|fjellby[\w-]*", "", str(path.parent.relative_to(site))) for path in pages}
    assert len(kinds) >= 5, kinds
    texts = {plan.data.tittel for plan in register.planer.values()}
    for path in pages:
        tree = html.fromstring(path.read_bytes())
        for element in tree.xpath("//*[contains(@class, 'dokument') or @data-felt or @lang='nb']"):
            if element.getparent() is not None and element.tag != "html":
                element.drop_tree()
        for element in tree.xpath(OURS):
            text = " ".join(element.text_content().split())
            found = BOKMÅL_WORDS.search(text)
            if (
                found
                and not any(text in one for one in texts)
                and not element.xpath("ancestor-or-self::*[a]")
            ):
                raise AssertionError(f"{path.relative_to(site)}: «{text}»")
