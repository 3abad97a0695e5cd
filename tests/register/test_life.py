"""The life of a plan: adopted, reported on, rolled twice, its kommune merged, and replaced, on twelve days.

The table `LIFE` is written by hand. On each day the data hold what had been entered by then, as an editor enters it.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from macros import read_register
from macros.register.continuations import chain
from macros.register.entities import Register
from macros.register.newest import newest
from macros.views.status_tables import by_plan, statustabell
from tests.cases import CASES

PLAN = """\
tittel: Handlingsplan {fra}-{til}
kortnavn: {navn} {fra}–{til}
type: handlingsplan
eier: {kommune}-kommune
kommuner: [{kommune}]
periode: {{fra: {fra}, til: {til}}}
planstatus: vedtatt
vedtak: {{organ: Kommunestyret, dato: {vedtatt}}}
{erstatter}registrert: {vedtatt}
kilde: {{tittel: Handlingsplan {fra}-{til}}}
omtale: En plan til prøve.
innsatsområder:
  - nr: "9"
    tittel: Næring
    tema: [samferdsel]
    tiltak:
"""
TILTAK = """\
      - nr: "{nr}"
        tittel: Tiltak {nr}
        viderefører: [{older}]
        ordlyd: "Kommunen gjør {nr}."
"""
REPORT = """\
tittel: Melding {gjelder} fra {utgiver}
kortnavn: Melding {gjelder}
utgiver: {utgiver}
kommuner: [testby]
gjelder: {gjelder}
registrert: {entered}
kilde: {{tittel: Melding {gjelder}}}
omtale: En kilde til prøve.
punkter:
  - id: om-tiltaket
    tittel: Om tiltaket
    tiltak: [{tiltak}]
    status: {status}
    omtale: Om tiltaket.
    sitat: "Om tiltaket."
    sted: Side 1
    sikkerhet: høy
"""


@dataclass(frozen=True)
class Entered:
    """A file that is entered on a day, and stands from then on."""

    day: str
    file: str
    text: str


def plan(id_: str, day: str, fra: int, til: int, tiltak: dict[str, str], older: str = "") -> Entered:
    kommune = id_.partition("-")[0]
    head = PLAN.format(
        fra=fra, til=til, navn=kommune.capitalize(), kommune=kommune, vedtatt=day,
        erstatter=f"erstatter: {older}\n" if older else "",
    )  # fmt: skip
    lines = "".join(TILTAK.format(nr=nr, older=refs) for nr, refs in tiltak.items())
    return Entered(day, f"planer/{id_}.yml", head + lines)


def report(day: str, gjelder: str, tiltak: str, status: str, utgiver: str = "testby-kommune") -> Entered:
    text = REPORT.format(entered=day, gjelder=gjelder, tiltak=tiltak, status=status, utgiver=utgiver)
    return Entered(day, f"rapporter/melding-{gjelder.lower()}-{utgiver}.yml", text)


A, B, C, D = "testby-2023-2026", "testby-2024-2027", "testby-2025-2028", "storby-2026-2029"
ENTERED = [
    plan(A, "2022-12-10", 2023, 2026, {"1.1": "", "1.2": ""}),
    report("2023-05-15", "2023-T1", f"{A}/1.1", "pågår"),
    report("2023-09-15", "2023-T2", f"{A}/1.1", "utsatt"),
    plan(B, "2023-12-12", 2024, 2027, {"1.1": f"{A}/1.1", "2.1": f"{A}/1.2", "3.1": ""}, A),
    report("2024-01-15", "2023-T3", f"{A}/1.1", "gjennomført"),
    report("2025-01-10", "2024", f"{B}/2.1", "pågår"),
    report("2025-01-10", "2024", f"{B}/2.1", "stanset", "statens-vegvesen"),
    plan(C, "2025-02-05", 2025, 2028, {"1.1": f"{B}/1.1", "1.2": f"{B}/2.1, {B}/3.1"}, B),
    Entered("2026-01-01", "kommuner.yml", """\
testby:
  navn: Testby
  aktør: testby-kommune
  numre:
    - {nummer: "3399", til: 2025-12-31}
  etterfølgere: [storby]
storby:
  navn: Storby
  aktør: storby-kommune
  numre:
    - {nummer: "3398", fra: 2026-01-01}
"""),
    Entered("2026-01-01", "aktorer/storby.yml", "storby-kommune: {navn: Storby kommune, type: kommune}\n"),
    plan(D, "2026-03-01", 2026, 2029, {"1": f"{C}/1.1"}, C),
]  # fmt: skip


class Day(NamedTuple):
    """What holds on a day."""

    states: str
    """The states of A, B, C and D, as far as they are entered."""
    gjeldende: int
    utløpt: int
    newest: str
    """Where the lasting address of A leads."""
    statuses: str
    """What is reported of A/1.1 and B/2.1."""


LIFE = {
    "2022-12-20": Day("gjeldende", 2, 0, A, "ikke-rapportert -"),
    "2023-05-20": Day("gjeldende", 2, 0, A, "pågår -"),
    "2023-09-20": Day("gjeldende", 2, 0, A, "utsatt -"),
    "2023-12-31": Day("gjeldende kommende", 2, 0, A, "utsatt ikke-rapportert"),
    "2024-01-01": Day("erstattet gjeldende", 3, 0, B, "utsatt ikke-rapportert"),
    "2024-01-20": Day("erstattet gjeldende", 3, 0, B, "gjennomført ikke-rapportert"),
    "2025-01-15": Day("erstattet gjeldende", 3, 0, B, "gjennomført uenig"),
    "2025-02-05": Day("erstattet erstattet gjeldende", 2, 0, C, "gjennomført uenig"),
    "2026-01-02": Day("erstattet erstattet gjeldende", 2, 0, C, "gjennomført uenig"),
    "2026-03-01": Day("erstattet erstattet erstattet gjeldende", 1, 0, D, "gjennomført uenig"),
    "2029-12-31": Day("erstattet erstattet erstattet gjeldende", 1, 0, D, "gjennomført uenig"),
    "2030-01-01": Day("erstattet erstattet erstattet utløpt", 0, 1, D, "gjennomført uenig"),
}


def register_on(data: Path, written: str) -> Register:
    """Write what had been entered by a day into the folder `data`, and return its register on that day."""
    idag = date.fromisoformat(written)
    shutil.copytree(CASES / "grunnlag", data)
    for old in (data / "planer/testby-2020-2023.yml", data / "rapporter/melding-2022.yml"):
        old.unlink()
    for one in ENTERED:
        if date.fromisoformat(one.day) <= idag:
            (data / one.file).parent.mkdir(exist_ok=True)
            (data / one.file).write_text(one.text, "utf-8")
    register, problems = read_register(data, idag)
    assert register, "\n".join(map(str, problems))
    return register


@pytest.mark.parametrize("written", LIFE)
def test_the_life_of_a_plan(tmp_path: Path, written: str) -> None:
    register, expected = register_on(tmp_path / "data", written), LIFE[written]
    planer = [register.planer[id_] for id_ in (A, B, C, D) if id_ in register.planer]
    assert " ".join(one.tilstand for one in planer) == expected.states
    table = statustabell("", "Plan", by_plan(register.tiltak.values()))
    assert table.totalt
    counted = table.totalt.i_planer
    assert (counted["gjeldende"], counted["utløpt"]) == (expected.gjeldende, expected.utløpt)
    assert newest(planer[0]).id == expected.newest
    said = [register.tiltak.get(ref) for ref in (f"{A}/1.1", f"{B}/2.1")]
    assert " ".join(one.meldt.status if one else "-" for one in said) == expected.statuses
    # What is replaced is in no list of today, and what replaces it is there once.
    for kommune in register.kommuner.values():
        assert [one for one in kommune.planer if one.tilstand == "erstattet"] == []
        assert all(one.tilstand == "erstattet" for one in kommune.tidligere_planer)
    assert {one.plan.id for one in register.temaer["samferdsel"].tiltak}.isdisjoint(
        one.id for one in planer if one.tilstand == "erstattet"
    )


def test_the_promise_is_followed_through_all_four_plans(tmp_path: Path) -> None:
    register = register_on(tmp_path / "data", "2026-11-26")
    whole = [f"{A}/1.1", f"{B}/1.1", f"{C}/1.1", f"{D}/1"]
    for ref in whole:
        assert [one.id for one in chain(register.tiltak[ref])] == whole
    merged = [one.id for one in chain(register.tiltak[f"{C}/1.2"])]
    assert merged == [f"{A}/1.2", f"{B}/2.1", f"{B}/3.1", f"{C}/1.2"]
    testby, storby = register.kommuner["testby"], register.kommuner["storby"]
    assert not testby.finnes and testby.etterfølgere == [storby] and storby.forgjengere == [testby]
