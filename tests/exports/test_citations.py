"""A citation says the same in every format, and no text of a plan ends the format that it stands in."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from macros.exports.citations import Sitat, bibtex, citation, csl_json, formats, ris
from macros.pages.render import Renderer
from macros.register.entities import Register
from tests.cases import IDAG
from tests.conftest import BASE
from tests.made import html_of

ID = "granvik-2020-2024/1.2.1"


def test_it_has_the_owner_the_plan_the_wording_and_the_address(register: Register) -> None:
    tiltak = register.tiltak[ID]
    sitat = citation(tiltak, BASE)
    [entry] = json.loads(csl_json(sitat))
    assert entry["author"] == [{"literal": tiltak.plan.eier.navn}]
    assert entry["container-title"] == tiltak.plan.data.tittel
    assert entry["title"] == tiltak.navn
    assert entry["URL"] == f"{BASE}planer/granvik-2020-2024/tiltak/1.2.1/"
    decided = tiltak.plan.data.vedtak
    assert decided
    assert entry["issued"]["date-parts"] == [[decided.dato.year, decided.dato.month, decided.dato.day]]
    tags = dict(line.split("  - ", 1) for line in ris(sitat).splitlines())
    assert (tags["T2"], tags["UR"], tags["PY"]) == (
        entry["container-title"],
        entry["URL"],
        str(decided.dato.year),
    )
    assert f"url = {{{entry['URL']}}}" in bibtex(sitat)


def test_a_plan_without_a_decision_has_no_day(register: Register) -> None:
    tiltak = next(
        one
        for one in register.tiltak.values()
        if one.plan.data.vedtak is None and one.plan.data.begynner is None
    )
    sitat = citation(tiltak, BASE)
    assert "issued" not in json.loads(csl_json(sitat))[0]
    assert "year" not in bibtex(sitat)
    assert "PY  - " not in ris(sitat)


PLAIN = Sitat("a-1", "1 A", "Plan", "Eier", "https://example.org/", "s. 4", 2020, "2020-01-02", "nb")


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_stays_within_its_field(text: str) -> None:
    sitat = replace(PLAIN, tittel=text, plan=text, eier=text, sted=text)
    assert json.loads(csl_json(sitat))[0]["title"] == text
    tags = [line[:6] for line in ris(sitat).split("\n")]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - ", tag) for tag in tags)
    assert (tags.count("TY  - "), tags.count("ER  - "), tags[-1]) == (1, 1, "ER  - ")
    entry = re.sub(r"\\[{}\\$&#%_]", "", bibtex(sitat))
    assert entry.count("{") == entry.count("}")
    depth = lowest = 0
    for sign in entry[:-1]:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        lowest = min(lowest, depth) if sign == "}" else lowest
    assert (depth, lowest) == (1, 0)


HOSTILE_SIGNS = [
    "Bredde { i } % & # _ $ ~ ^ og \\ slutt", "}}\n@article{x,\ntitle={y}}", "Linje\nER  - \nTY  - BOOK\nTI  - falsk",
    '"}], "x": [{"y', "Næring – «ø» \u202eabc", "100 % & mer",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE_SIGNS)
def test_programs_of_others_read_the_text_again(text: str) -> None:
    sitat = replace(PLAIN, tittel=text, plan=text, eier=text)
    seen = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    [found] = rispy.loads(ris(sitat) + "\n")
    assert (found["type_of_reference"], found["title"], found["secondary_title"]) == ("CHAP", seen, seen)
    assert (found["authors"], found["urls"], found["start_page"]) == ([f"{seen},"], [PLAIN.adresse], "4")
    library = parse_string(bibtex(sitat))
    assert not library.failed_blocks
    [entry] = library.entries
    assert (entry.entry_type, entry.key) == ("incollection", "a-1")
    fields = {name: _untex(value.removeprefix("{").removesuffix("}")) for name, value in entry.items()}
    assert (fields["title"], fields["booktitle"], fields["author"]) == (seen, seen, seen)
    assert (fields["url"], fields["pages"], fields["year"]) == (PLAIN.adresse, "4", "2020")


def _untex(text: str) -> str:
    """Return the signs that TeX prints."""
    for name, sign in (("textbackslash", "\0"), ("textasciicircum", "^"), ("textasciitilde", "~")):
        text = text.replace(f"\\{name}{{}}", sign)
    return re.sub(r"\\([{}$&#%_])", r"\1", text).replace("\0", "\\")


@pytest.mark.parametrize(
    ("sted", "bib", "ris_", "csl"),
    [
        ("s. 4", "pages = {4}", "SP  - 4\nDB", "4"),
        ("side 4–5", "pages = {4--5}", "SP  - 4\nEP  - 5\nDB", "4-5"),
        ("s. 4, tabell 2", "pages = {s. 4, tabell 2}", "SP  - s. 4, tabell 2\nDB", "s. 4, tabell 2"),
    ],
)
def test_pages_are_what_a_reference_manager_takes_for_pages(sted: str, bib: str, ris_: str, csl: str) -> None:
    sitat = replace(PLAIN, sted=sted)
    assert bib in bibtex(sitat)
    assert ris_ in ris(sitat)
    assert json.loads(csl_json(sitat))[0]["page"] == csl


def test_they_stand_on_the_page_of_the_tiltak_without_a_script(register: Register) -> None:
    html = html_of(Renderer(register, IDAG, base=BASE), register.tiltak[ID])
    for _, name, ending, _ in formats(register.tiltak[ID], BASE):
        assert f">{name}</h3>" in html
        assert f'data-kopi="{ending}">' in html
    assert 'data-navn="granvik-2020-2024-1.2.1"' in html
    assert "@incollection{granvik-2020-2024-1-2-1," in html
    assert "\nTY  - CHAP\n" in html.replace('data-kopi="ris">', "\n")
