"""What is proposed of a plan: its head, from what the document says, and aktører that nobody has registered."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.innlesing.read_in import plan_of, read, run, tiltak, write

HEAD = "Granvik kommune\nHandlingsplan for næring 2024-2027\n{}\n\n"
TABLE = "Tiltak\tFrist\tAnsvar\n1.1 Ny vei\t2026\tRomvesenet\n1.2 Ny bru\t2026\tRomvesenet, Prosjektgruppe (P&U, TEK)\n"


def test_the_head_is_proposed_from_the_document_and_marked(tmp_path: Path) -> None:
    said = "Vedtatt i kommunestyret 17.06.2021 sak 48/21"
    result = read(write(tmp_path, HEAD.format(said) + TABLE), "ny-plan")
    plan = plan_of(result)
    assert plan["tittel"] == "Handlingsplan for næring 2024-2027"
    # Neither the title nor the vedtak is an innsatsområde.
    assert [one["tittel"] for one in plan["innsatsområder"]] == ["Innsatsområde 1"]
    assert plan["periode"] == {"fra": 2024, "til": 2027}
    assert list(plan["kommuner"]) == ["granvik"] and plan["eier"] == "granvik-kommune"
    assert plan["vedtak"] == {"organ": "Kommunestyret", "dato": date(2021, 6, 17), "sak": "48/21"}
    assert result.text.count("# Forslag fra dokumentet, linje") == 4
    assert "linje 3: vedtak: " in result.report and f"av «{said}»." in result.report


@pytest.mark.parametrize(
    ("said", "vedtak"),
    [
        ("Vedtatt av kommunestyret den 3. mai 2022.", {"organ": "Kommunestyret", "dato": date(2022, 5, 3)}),
        (
            "Vedteken i kommunestyret, sak PS 12/20, 21.09.2020",
            {"organ": "Kommunestyret", "dato": date(2020, 9, 21), "sak": "PS 12/20"},
        ),
        ("Planen skal vedtas i kommunestyret 17.06.2021", None),
        ("Vedtatt i kommunestyret 31.02.2021", None),
        ("Vedtatt i kommunestyret 17.06.2021. Revidert, vedtatt i kommunestyret 18.06.2023.", None),
        ("Sak 48/21 ble lagt fram 17.06.2021", None),
    ],
)
def test_a_vedtak_is_proposed_only_where_the_document_says_one(
    tmp_path: Path, said: str, vedtak: object
) -> None:
    plan = plan_of(read(write(tmp_path, HEAD.format(said) + TABLE), "ny-plan"))
    assert plan.get("vedtak") == vedtak


def test_a_kommune_is_not_proposed_where_the_document_names_two(tmp_path: Path) -> None:
    both = HEAD.format("Et samarbeid mellom Granvik kommune og Fjellby kommune")
    assert "kommuner" not in plan_of(read(write(tmp_path, both + TABLE), "ny-plan"))


def test_a_title_is_asked_for_only_where_the_wording_is_long_or_not_plain(tmp_path: Path) -> None:
    long = "Legge til rette for nye bedrifter i alle deler av kommunen gjennom god veiledning og raske svar"
    lines = f"Tiltak\tFrist\n1.1 Rydde torget.\t2026\n1.2 {long}\t2026\n1.3 Lage ROS-plan (jf. sak 3)\t2026\n"
    result = read(write(tmp_path, lines))
    assert result.text.count("# TODO tittel: forslag") == 2
    assert next(tiltak(plan_of(result)))["tittel"] == "Rydde torget"


def test_unknown_aktører_are_approved_once_and_then_known(data: Path, tmp_path: Path) -> None:
    file = write(tmp_path, TABLE + "1.3 Ny kai\t2026\tromvesenet\n", "testby-2031.txt")
    first = run("importer", file, "--mappe", data)
    assert (
        "  - 3 celler: «Romvesenet», «romvesenet»\n  - 1 celle: «Prosjektgruppe (P&U, TEK)»\n" in first.output
    )
    assert "# TODO ansvar" not in (data / "planer/testby-2031.yml").read_text("utf-8")
    entries = re.search(r"lim resten inn i (\S+):\n\n(.*?)\n\nUtelatt", first.output, re.DOTALL)
    assert entries and entries[1] == "data/aktorer/testby.yml"
    assert "type: kommunal enhet  # gjettet" in entries[2] and "varianter" not in entries[2]
    with (data / "aktorer/testby.yml").open("a", encoding="utf-8") as known:
        known.write(entries[2] + "\n")
    again = run("importer", file, "--mappe", data, "--overskriv")
    assert "Ukjente aktører" not in again.output and "kjenner ikke" not in again.output
    assert "ventet" not in run("sjekk", "--mappe", data, data / "aktorer/testby.yml").output
