"""Plain text and CSV, as spreadsheets and word processors write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.innlesing.readers.lines import Unreadable
from macros.innlesing.readers.source import read_source
from tests.innlesing.read_in import plan_of, read, tiltak, verbatim, write

CSV = (
    'Nr;Tiltak;Frist;Ansvar\r\n1.1;Bygge vei og bru på Åmot;2024;"Teknisk etat; ""Vei og vann"""\r\n'
    '1.2;"Første linje\r\nandre linje";;\r\n'
)


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        (CSV.encode("cp1252"), True),
        (CSV.encode("utf-8-sig"), False),
        (CSV.encode("utf-16"), False),
        (f"sep=;\r\n{CSV}".encode(), False),
        (CSV.replace('"Teknisk etat; ', '"Teknisk etat, ').replace(";", ",").replace("etat,", "etat;").encode(), False),
    ],
    ids=["Windows-1252", "UTF-8 med BOM", "UTF-16", "sep", "komma"],
)  # fmt: skip
def test_csv_as_spreadsheets_write_it(raw: bytes, note: bool, tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_bytes(raw)
    result = read(tmp_path / "plan.csv")
    assert verbatim(plan_of(result)) == [
        ("1.1", "1.1", "Bygge vei og bru på Åmot", None, "2024", 'Teknisk etat; "Vei og vann"', None),
        ("1.2", "1.2", "Første linje\nandre linje", None, "", "", None),
    ]
    assert ("Windows-1252" in result.report) == note
    assert result.ok


def test_pasted_text_with_cells_that_a_word_processor_broke(tmp_path: Path) -> None:
    text = (
        "Tiltak\tMål\tFrist\n1.1. Ny vei\tTrygg\nskolevei\t2024\n1.2. Ny bru\tRask vei\t2025\n"
        "og lenger\n\n1.3. Ny tunnel\t\t\n"
    )
    (tmp_path / "plan.txt").write_text(text, "utf-8")
    result = read(tmp_path / "plan.txt")
    assert [one[:5] for one in verbatim(plan_of(result))] == [
        ("1.1", "1.1.", "Ny vei", "Trygg\nskolevei", "2024"),
        ("1.2", "1.2.", "Ny bru", "Rask vei", "2025\nog lenger"),
        ("1.3", "1.3.", "Ny tunnel", "", ""),
    ]
    assert result.ok


INTRODUCED = """Handlingsplan for Testby

1. Veier

Testby har mange veier. De er gamle.

Kommunen vil gjøre noe med det:

- først her
- så der

Mål: Bedre veier

1.1 Ny vei til skolen
1.2 Ny bru over elva

2. Skoler

2.1 Ny skole i sentrum
2.2 Nytt tak på den gamle
"""


def test_text_before_the_first_tiltak_is_the_introduction_of_its_part(tmp_path: Path) -> None:
    result = read(write(tmp_path, INTRODUCED))
    first, second = plan_of(result)["innsatsområder"]
    assert first["innledning"].split("\n\n") == [
        "Testby har mange veier. De er gamle.",
        "Kommunen vil gjøre noe med det:",
        "først her",
        "så der\n",
    ]
    assert (first["mål"], "innledning" in second) == ("Bedre veier", False)
    assert "Handlingsplan for Testby" in result.report.partition("Utelatt")[2]
    assert result.ok


def test_a_number_that_one_tiltak_lacks_is_marked_as_ours(tmp_path: Path) -> None:
    text = "Nr;Tiltak;Frist\n1;Ny vei til skolen;2026\n;Ny bru over elva;2026\n3;Nytt tak på skolen;2026\n"
    made = [one.get("nummerert_av") for one in tiltak(plan_of(read(write(tmp_path, text, "plan.csv"))))]
    assert made == [None, "redaksjonen", None]


HEAD = "Tiltak\tFrist\tAnsvar\nBygge vei\t2026\tTeknisk etat\n"


@pytest.mark.parametrize("between", ["\n", "Arbeidsgruppa\n"])
def test_a_narrower_table_keeps_its_rows(between: str, tmp_path: Path) -> None:
    text = f"{HEAD}Lage skilt\t2027\tOppvekst\n{between}Navn\tRolle\nEn leder\tLeder\nEn sekretær\tSekretær\n"
    lines = read_source(write(tmp_path, text)).lines
    assert ("En leder", "Leder") in [line.cells for line in lines]


def test_rows_that_may_be_one_or_two_are_not_joined_in_silence(tmp_path: Path) -> None:
    with pytest.raises(
        Unreadable, match=r"linje 3–4 kan være én rad .*«Lage skilt 2027», «Rydde torget 2028»"
    ):
        read_source(write(tmp_path, f"{HEAD}Lage skilt\t2027\nRydde torget\t2028\n"))
