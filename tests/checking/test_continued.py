"""Whatever tiltak say that they continue, a lost end, a ring and a way back in time are told of, at the very word."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from macros import read_register
from macros.register.continuations import chain
from tests.cases import CASES, IDAG
from tests.checking.test_chains import reached

YEARS, NUMBERS = (2010, 2014, 2018), ("1", "2")
TILTAK = [f"testby-{year}/{nr}" for year in YEARS for nr in NUMBERS]
LOST = ["testby-2014/9", "finnes-ikke/1"]
PLAN = """\
tittel: Plan {year}
kortnavn: Testby {year}
type: handlingsplan
eier: testby-kommune
kommuner: [testby]
periode: {{fra: {year}, til: {year}}}
planstatus: vedtatt
vedtak: {{organ: Kommunestyret, dato: {year}-01-01}}
registrert: {year}-01-01
kilde: {{tittel: Plan {year}}}
omtale: En plan til prøve.
deler:
  - tema: [samferdsel]
    tiltak:
"""

continued = st.dictionaries(
    st.sampled_from(TILTAK), st.lists(st.sampled_from(TILTAK + LOST), min_size=1, max_size=2, unique=True)
)


def written(data: Path, leads: dict[str, list[str]]) -> dict[tuple[str, int], str]:
    """Write the plans, a line for each tiltak; return which tiltak each line is."""
    places = {}
    for year in YEARS:
        name, text = f"data/planer/testby-{year}.yml", PLAN.format(year=year)
        for nr in NUMBERS:
            ref = f"testby-{year}/{nr}"
            places[name, text.count("\n") + 1] = ref
            links = ", ".join(leads.get(ref, ()))
            text += f'      - {{nr: "{nr}", tittel: T, ordlyd: "Gjøre {nr}.", viderefører: [{links}]}}\n'
        (data / f"planer/testby-{year}.yml").write_text(text, "utf-8")
    return places


@settings(max_examples=60, deadline=None)
@given(continued)
def test_every_lost_end_and_every_ring_is_located(leads: dict[str, list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(CASES / "grunnlag", data)
        (data / "planer/testby-2020-2023.yml").unlink()
        (data / "rapporter/melding-2022.yml").unlink()
        places = written(data, leads)
        register, problems = read_register(data, IDAG)
    told = {(places[one.file, one.line], one.message) for one in problems}
    year_of = {one: int(one[len("testby-") :][:4]) for one in TILTAK}
    expected = {(one, f"kjenner ikke tiltaket «{LOST[0]}».") for one in leads if LOST[0] in leads[one]}
    expected |= {(one, f"kjenner ikke tiltaket «{LOST[1]}».") for one in leads if LOST[1] in leads[one]}
    expected |= {(one, "tiltaket viderefører seg selv.") for one in leads if one in reached(leads, one)}
    for one, others in leads.items():
        for other in set(others) - set(LOST):
            if year_of[other] == year_of[one]:
                message = f"«{other}» står i den samme planen, så det kan ikke videreføres her."
                expected.add((one, message))
            elif year_of[other] > year_of[one]:
                expected.add((one, f"«{other}» står i en plan som tok til å gjelde senere enn denne."))
    assert told == expected
    assert (register is None) == bool(expected)
    if register:
        for one in TILTAK:
            before = {other.id for other in chain(register.tiltak[one])}
            assert before >= reached(leads, one)
