"""The site in nynorsk: every text of ours in both forms, and what a plan says in neither but its own."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
import yaml
from lxml import etree, html

from macros.format.meldt import TELLEORD
from macros.pages.nynorsk import TABLES, Reader, texts_of
from macros.register.plan_states import TILSTANDSORD
from macros.tools.language import NYNORSK, catalogue, say, speaking
from tests.conftest import ROOT, build

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
    table = (ROOT / "docs/assets/ord.js").read_text("utf-8").partition("const WORDS")[0]
    known = set(re.findall(r'^  ("(?:[^"\\]|\\.)*"): "', table, re.MULTILINE))
    said = {
        text
        for path in (ROOT / "docs/assets").glob("*.js")
        for text in re.findall(r'\bsay\(("(?:[^"\\]|\\.)*")', path.read_text("utf-8"))
    }
    assert said == known


def test_the_scripts_have_every_fixed_word_of_the_index_in_both_forms() -> None:
    table = (ROOT / "docs/assets/ord.js").read_text("utf-8").partition("const WORDS")[2]
    known = dict(re.findall(r'"([^"]*)": "([^"]*)"', table.partition("};")[0]))
    said = [*(word for word, _ in TELLEORD.values()), TILSTANDSORD["ikke vedtatt"], TILSTANDSORD["ukjent"]]
    assert known == {one: catalogue()[one] for one in said if catalogue()[one] != one}


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


@pytest.fixture(scope="module")
def spoken(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the sample in which three kommuner, with a plan of their own and of all, have chosen nynorsk."""
    project = tmp_path_factory.mktemp("nynorsk")
    for name in ("macros", "overrides", "mkdocs.yml", "docs"):
        (project / name).symlink_to(sample / name)
    data = Path(shutil.copytree(sample / "data", project / "data"))
    kommuner = data / "kommuner.yml"
    text = kommuner.read_text("utf-8")
    for name in ("fjellby", "granvik", "sundnes"):
        own = re.search(rf"^{name}:\n(?:  .*\n)+", text, re.MULTILINE)
        assert own
        chosen = re.sub("målform: .*", "målform: nynorsk", own[0])
        assert chosen != own[0]
        text = text.replace(own[0], chosen)
    kommuner.write_text(text, "utf-8")
    result = build(project / "site", project, SOK="nei")
    assert result.returncode == 0, result.stderr
    return project / "site"


BOKMÅL_WORDS = re.compile(
    r"\b(ikke|hva|hvem|hvor|hvordan|hvilken|hvis|noen?|fra|også|bare|flere|selv|egne|kilden?e?|kilder|navn|siden|"
    r"planene|kommuner|aktører|frister|milepæl\w*|temaer|vedtatt|gjelder|senere|tidligere|rapporter|uten|mer|hver|hele|"
    r"fortsatt|tiltakene|planens|ennå|leser|skrevet|opplysningene|oppgave|utgave|regneark|lenke|nevnt|nevner)\b",
    re.IGNORECASE,
)
"""Words that are not nynorsk, of which there is one in nearly every sentence in bokmål."""
VERBATIM = "//*[contains(@class, 'dokument') or @data-felt or contains(@class, 'ordrett') or contains(@class, 'siter')]"
DATA = (
    "//a | //h1 | //*[starts-with(@id, 'del-')]/descendant-or-self::*[self::h2 or self::h3 or self::h4] | //title | //meta | //script | //option[@data-ordlyd] | //*[@aria-current] | //caption | //summary/b"
    " | //p[@class='redaksjonelt' or contains(@class, 'ingress')] | //pre | //code | //*[contains(@class, 'omtale')]"
    " | //section[contains(@class, 'rettelser')]//li"
)
"""What holds words of the data: titles, names and what editors have written."""


def words_of_the_data(folder: Path) -> list[str]:
    """Return every text of the data, the longest first."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, dict | list):
            for inner in value.values() if isinstance(value, dict) else value:
                yield from texts(inner)
        elif isinstance(value, str):
            yield " ".join(value.split())
            yield from (" ".join(line.split()) for line in value.split("\n"))

    found = {one for path in folder.rglob("*.yml") for one in texts(yaml.safe_load(path.read_text("utf-8")))}
    return sorted((one for one in found if " " in one or len(one) > 12), key=len, reverse=True)


def in_bokmål(said: str, data: list[str]) -> list[str]:
    """Return the words of a text that are not nynorsk, those of the data and of addresses apart."""
    said = " ".join(said.split())
    for one in data:
        said = said.replace(one, "…")
    return [
        found[0] for found in BOKMÅL_WORDS.finditer(re.sub(r"(https?://|tag:|UID:|PRODID:)\S+", "", said))
    ]


def test_no_page_in_nynorsk_has_a_frame_in_bokmål(spoken: Path) -> None:
    data = words_of_the_data(spoken.parent / "data")
    pages = [
        path
        for path in sorted(spoken.rglob("index.html"))
        if path.parent.name != "kort" and "<html lang=nn>" in path.read_text("utf-8")
    ]
    kinds = {re.sub(r"[\d.]+|fjellby[\w-]*", "", str(path.parent.relative_to(spoken))) for path in pages}
    assert {"kommuner/", "planer/", "planer//tiltak/", "planer//meld-status"} <= kinds, kinds
    for path in pages:
        tree = html.fromstring(path.read_bytes())
        for element in [*tree.xpath(VERBATIM), *tree.xpath(DATA)]:
            if element.getparent() is not None:
                element.drop_tree()
        said = [" ".join(text.split()) for text in tree.xpath("//body//text()")]
        said += tree.xpath(
            "//@aria-label | //@title | //@placeholder | //optgroup/@label | //@data-mangler | //@data-galt | //@data-krevd"
        )
        wrong = [text for text in said if in_bokmål(text, data)]
        assert wrong == [], path.relative_to(spoken)


def test_no_output_in_nynorsk_has_words_in_bokmål(spoken: Path) -> None:
    data = words_of_the_data(spoken.parent / "data")
    names = ("endringer.atom", "kalender.ics", "status.svg", "kort/index.html")
    own = [
        path
        for folder in (spoken / "kommuner/fjellby", *spoken.glob("planer/fjellby-*"))
        for path in folder.rglob("*")
        if path.is_file() and str(path).endswith(names)
    ]
    assert {name for name in names if any(str(path).endswith(name) for path in own)} == {*names}
    for path in own:
        raw = path.read_text("utf-8").replace("\n ", "")
        if path.suffix == ".ics":
            assert "//NN\n" in raw
            said = raw.replace("\\,", ",").replace("\\;", ";")
        else:
            tree = html.fromstring(raw.encode()) if path.suffix == ".html" else etree.fromstring(raw.encode())
            assert {"nn"} == {*tree.xpath("/html/@lang | /*/@xml:lang")}
            said = " ".join(tree.itertext()) + " ".join(tree.xpath("//@label"))
        assert in_bokmål(said, data) == [], path.relative_to(spoken)


def test_an_output_of_all_kommuner_is_in_bokmål(spoken: Path) -> None:
    assert 'xml:lang="nb"' in (spoken / "endringer/endringer.atom").read_text("utf-8")
    assert "//NB\n" in (spoken / "frister/kalender.ics").read_text("utf-8")


def test_a_plan_in_the_other_form_says_so_where_it_is_quoted(spoken: Path, site: Path) -> None:
    where = next(one for one in sorted(spoken.glob("planer/fjellby-*/tiltak/*/index.html")))
    there = site / where.relative_to(spoken)
    [language] = html.fromstring(where.read_bytes()).xpath("//blockquote[*[@data-felt='ordlyd']]/@lang") or [
        "nn"
    ]
    [other] = html.fromstring(there.read_bytes()).xpath("//blockquote[*[@data-felt='ordlyd']]/@lang") or [
        "nb"
    ]
    assert language == other
    headings = html.fromstring(where.read_bytes()).xpath(
        "//h2[@id='ordlyd']/ancestor-or-self::*[@lang][1]/@lang"
    )
    assert headings == ["nn"]


def test_what_a_plan_says_is_the_same_in_a_page_in_nynorsk(spoken: Path, site: Path) -> None:
    for path in sorted(spoken.glob("planer/fjellby-2023-2026/tiltak/*/index.html")):
        here, there = (
            [element.text_content() for element in html.fromstring(one.read_bytes()).xpath("//blockquote//*")]
            for one in (path, site / path.relative_to(spoken))
        )
        assert here == there
