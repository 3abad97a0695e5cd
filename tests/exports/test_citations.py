"""A citation says the same in every format, and no text of a plan ends the format that it stands in."""

from __future__ import annotations

import json
import re
from dataclasses import replace

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


def test_they_stand_on_the_page_of_the_tiltak_without_a_script(register: Register) -> None:
    html = html_of(Renderer(register, IDAG, base=BASE), register.tiltak[ID])
    for _, name, ending, _ in formats(register.tiltak[ID], BASE):
        assert f">{name}</h3>" in html
        assert f'data-kopi="{ending}">' in html
    assert 'data-navn="granvik-2020-2024-1.2.1"' in html
    assert "@incollection{granvik-2020-2024-1-2-1," in html
    assert "\nTY  - CHAP\n" in html.replace('data-kopi="ris">', "\n")
