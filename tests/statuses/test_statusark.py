"""The spreadsheet for statuses: what it holds, and that filled in it becomes a report, or names the cell that is wrong."""

from __future__ import annotations

import shutil
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from click.testing import CliRunner, Result
from openpyxl.utils import get_column_letter

from macros import read_register
from macros.__main__ import cli
from macros.register.entities import Register
from macros.statuses import sheet_out
from macros.statuses.sheet_in import read
from tests.cases import CASES, IDAG, SAMPLE

GRANVIK = "granvik-2020-2024"
SOURCE = {
    "utgiver": "Granvik kommune",
    "tittel": "Granvik kommune, årsmelding 2024",
    "fra": "2024",
    "omtale": "Årsmeldingen forteller hva kommunen gjorde i 2024.",
}
ROW = {
    "status": "Pågår",
    "omtale": "Arbeidet er i gang.",
    "sitat": 'Arbeidet: "i gang" # snart\nferdig',
    "sted": "12",
    "sikkerhet": "Høy",
}
AWKWARD = {"omtale": "=1+1", "sitat": "@SUM(A1) – æøå 🚲", "sted": " no ", "status": "gjennomført"}


class Sheet:
    """A spreadsheet that somebody fills in."""

    def __init__(self, path: Path, register: Register, plan: str = GRANVIK) -> None:
        """Write the spreadsheet of a plan to `path` and open it."""
        self.path = path
        path.write_bytes(sheet_out.write(register, register.planer[plan]))
        self.book = openpyxl.load_workbook(path)
        self.source, self.status = self.book["Kilden"], self.book["Status"]

    def about(self, **given: Any) -> None:
        """Fill in what is known of the source."""
        labels = {cell.value: cell.row for cell in self.source["A"]}
        for name, value in given.items():
            self.set(self.source.cell(labels[sheet_out.ABOUT_SOURCE[name][0]], 2), value)

    def fill_in(self, nr: str, **given: Any) -> None:
        """Fill in the row of a measure."""
        row = next(cell.row for cell in self.status["A"] if cell.value == nr)
        for name, value in given.items():
            self.set(self.status.cell(row, self.column(name)), value)

    def column(self, name: str) -> int:
        """Return the number of the column of a field."""
        heading = (sheet_out.FROM_PLAN | sheet_out.TO_FILL_IN)[name].heading
        return [cell.value for cell in self.status[1]].index(heading) + 1

    def letter(self, name: str) -> str:
        """Return the letter of the column of a field."""
        return str(get_column_letter(self.column(name)))

    def at(self, name: str, row: int) -> str:
        """Return how a problem begins in that row of the column of a field: «2:9: Ark «Status», celle I2»."""
        return f"{row}:{self.column(name)}: Ark «Status», celle {self.letter(name)}{row}"

    @staticmethod
    def set(cell: Any, value: Any) -> None:
        """Fill in a cell as Excel does: text stays text in a cell for text."""
        cell.value = value
        if isinstance(value, str) and not value.startswith("=FORMEL"):
            cell.data_type = "s"

    def save(self) -> Path:
        """Save it."""
        self.book.save(self.path)
        return self.path


@pytest.fixture
def sheet(tmp_path: Path, register: Register) -> Sheet:
    """Return the spreadsheet of the plan of Granvik."""
    return Sheet(tmp_path / "status.xlsx", register)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a copy of the sample."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "data"))


def said(sheet: Sheet, data: Path = SAMPLE) -> list[str]:
    """Return the problems in a spreadsheet, without the file, as an editor sees them."""
    made, problems = read(sheet.save(), data, IDAG)
    assert made is None
    return [str(problem).removeprefix("status.xlsx:") for problem in sorted(problems)]


@pytest.mark.parametrize("plan", ["granvik-2020-2024", "fjellby-2023-2026", "vestvik-2015-2025"])
def test_a_row_for_each_measure_with_its_own_words_locked(
    register: Register, tmp_path: Path, plan: str
) -> None:
    sheet = Sheet(tmp_path / "status.xlsx", register, plan)
    rows = list(sheet.status.iter_rows(min_row=2))
    assert [row[0].value for row in rows] == [tiltak.nr for tiltak in register.planer[plan].tiltak]
    for row, tiltak in zip(rows, register.planer[plan].tiltak, strict=True):
        assert row[2].value.startswith(tiltak.data.ordlyd)
        assert all(cell.protection.locked for cell in row[:3])
        assert row[0].number_format == "@"
        open_cells = [row[sheet.column(name) - 1] for name in sheet_out.TO_FILL_IN]
        assert not any(cell.protection.locked for cell in open_cells)
    assert sheet.status.protection.sheet
    assert sheet.status.freeze_panes == "C2"


def test_each_choice_has_a_list_with_the_words_of_the_model(sheet: Sheet) -> None:
    lists = {str(one.sqref): one.formula1 for one in sheet.status.data_validations.dataValidation}
    assert '"Ikke startet,Pågår,I drift,Gjennomført,Utsatt,Stanset,Videreført"' in lists.values()
    assert '"Høy,Middels,Lav"' in lists.values()
    assert all(where.endswith("14") for where in lists)


def test_no_cell_is_a_formula_and_the_same_data_give_the_same_bytes(
    register: Register, tmp_path: Path
) -> None:
    plan = register.planer[GRANVIK]
    first = plan.tiltak[0]
    before, first.data = (
        first.data,
        first.data.model_copy(update={"ordlyd": "=1+1", "mål": "@x", "tittel": "+1"}),
    )
    try:
        sheet = Sheet(tmp_path / "status.xlsx", register)
        again = sheet_out.write(register, plan)
    finally:
        first.data = before
    assert sheet.path.read_bytes() == again
    assert sheet.status["C2"].value == "=1+1"
    cells = [cell for one in sheet.book for row in one.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


def test_what_is_filled_in_becomes_a_report_that_the_checker_accepts(sheet: Sheet, data: Path) -> None:
    sheet.about(
        **SOURCE | {"fra": 2023, "til": 2024.0, "url": "https://granvik.example/2024.pdf", "forbehold": "-"}
    )
    sheet.about(sett=datetime(2026, 11, 20), arkiv="https://arkiv.example/2024.pdf")
    sheet.fill_in("1.1.1", **ROW)
    sheet.fill_in(
        "1.1.2", **ROW | AWKWARD | {"måloppnåelse": "Delvis nådd", "dekker": "Bare en del av tiltaket"}
    )
    sheet.fill_in("1.1.3", **ROW, delmål="Skisse 2021\n")
    sheet.fill_in("2.1.1", omtale="Kilden nevner det bare.", sikkerhet="Lav")
    made, problems = read(sheet.save(), data, IDAG)
    assert problems == []
    assert made
    (data / f"rapporter/{made.id}.yml").write_text(made.tekst, "utf-8")
    register, problems = read_register(data, IDAG)
    assert register, problems
    rapport = register.rapporter["granvik-2020-2024-status-2026-11-21"].data
    assert (rapport.utgiver, rapport.kommuner, rapport.kortnavn) == (
        "granvik-kommune",
        ("granvik",),
        "Granvik kommune 2023–2024",
    )
    assert (rapport.gjelder.fra, rapport.gjelder.til) == (2023, 2024)
    assert (rapport.kilde.sett, rapport.kilde.arkiv) == (date(2026, 11, 20), "https://arkiv.example/2024.pdf")
    first, second, with_milestone, third = rapport.punkter
    assert (first.delmål, with_milestone.delmål) == ((), ("Skisse 2021",))
    assert (first.id, first.tiltak, first.status) == ("tiltak-1-1-1", ("granvik-2020-2024/1.1.1",), "pågår")
    assert (first.sitat, first.sted) == (ROW["sitat"], "12")
    assert (second.omtale, second.sitat, second.sted) == ("=1+1", "@SUM(A1) – æøå 🚲", "no")
    assert (second.status, second.måloppnåelse, second.dekker) == ("gjennomført", "delvis", "del")
    assert (third.status, third.sikkerhet) == (None, "lav")


def test_every_problem_names_its_cell_and_all_come_at_once(sheet: Sheet) -> None:
    sheet.about(utgiver="Granvik komune", tittel="Årsmelding", fra="i fjor", url="granvik.no")
    sheet.about(sett="i går", arkiv="https://granvik.no@evil.example/")
    sheet.fill_in("1.1.1", **ROW | {"status": "Pågårr"})
    sheet.fill_in("1.1.2", **ROW | {"sitat": None, "sikkerhet": "Lav"})
    sheet.fill_in("1.1.3", omtale="=FORMEL(1)")
    sheet.fill_in("1.2.1", sted="Side 3")
    assert said(sheet) == [
        "2:2: Ark «Kilden», celle B2: ventet en aktør fra lista, fant «Granvik komune». Mente du «Granvik kommune»?",
        f"{sheet.at('status', 2)}: ventet en av: Ikke startet, Pågår, I drift, Gjennomført, Utsatt, Stanset, Videreført, fant «Pågårr». Mente du «Pågår»?",
        f"{sheet.at('status', 3)}: «status» må ha «sitat», fant den ikke. Legg til «sitat», eller ta bort «status».",
        f"{sheet.at('sikkerhet', 3)}: «sikkerhet: lav» kan ikke gi status; en svak kilde er bare bakgrunn. Ta bort «status».",
        "4:2: Ark «Kilden», celle B4: ventet en adresse som begynner med https://, fant «granvik.no».",
        f"{sheet.at('omtale', 4)}: ventet en tekst, fant en formel. Skriv verdien.",
        "5:2: Ark «Kilden», celle B5: ventet en dag som 20.11.2026, fant «i går». Skriv dag, måned og år.",
        f"{sheet.at('omtale', 5)}: ventet en tekst som ikke er tom, fant en tom tekst.",
        "6:2: Ark «Kilden», celle B6: fant noe som ser ut som en e-postadresse. Skriv «[e-post utelatt]» i stedet. Bare kontorers felles adresser og numre kan stå.",
        "6:2: Ark «Kilden», celle B6: ventet en adresse uten brukernavn, altså uten «@» foran nettstedets navn, fant «https://granvik.no@evil.example/».",
        "7:2: Ark «Kilden», celle B7: ventet tiden kilden forteller om, fant «i fjor». Skriv for eksempel 2023, 31.5.2023, «mai 2023», «2. kvartal 2023», «1. tertial 2023» eller «1. halvår 2023».",
        "9:2: Ark «Kilden», celle B9: ventet en tekst som ikke er tom, fant en tom tekst.",
    ]


def test_a_spreadsheet_from_before_a_question_was_asked_is_still_read(sheet: Sheet, data: Path) -> None:
    sheet.about(**SOURCE)
    sheet.fill_in("1.1.1", **ROW)
    for name in sheet_out.NEWER:
        if name in sheet_out.TO_FILL_IN:
            sheet.status.delete_cols(sheet.column(name))
            continue
        row = next(cell.row for cell in sheet.source["A"] if cell.value == sheet_out.ABOUT_SOURCE[name][0])
        sheet.source.delete_rows(row)
    made, problems = read(sheet.save(), data, IDAG)
    assert made and not problems


def test_rows_that_are_no_measure_or_no_longer_the_same_are_refused(sheet: Sheet) -> None:
    sheet.about(**SOURCE)
    sheet.fill_in("1.1.1", **ROW)
    sheet.fill_in("1.1.2", **ROW)
    sheet.fill_in("1.1.3", **ROW)
    sheet.status["A2"].value = "9.9"
    sheet.status["C3"].value = "En annen ordlyd"
    sheet.status["A4"].value = "1.1.2"
    assert said(sheet) == [
        "2:1: Ark «Status», celle A2: planen har ikke noe tiltak «9.9».",
        "3:3: Ark «Status», celle C3: ordlyden er ikke lenger den som står i planen for tiltak 1.1.2. Bruk et nytt regneark, og se om statusen fortsatt passer.",
        "4:1: Ark «Status», celle A4: tiltaket står også i rad 3. Behold den ene.",
    ]


def test_no_text_in_the_spreadsheet_is_lost_without_a_word(sheet: Sheet) -> None:
    from openpyxl.comments import Comment

    sheet.about(**SOURCE)
    sheet.fill_in("1.1.1", **ROW)
    sheet.source["B12"] = "Ringte også ordføreren."
    sheet.source["C4"] = "Se nettsiden."
    outside = sheet.column("sikkerhet") + 2
    sheet.status.cell(3, outside, "Et notat")
    sheet.status.cell(3, sheet.column("mål"), "Et annet mål")
    sheet.status.cell(4, sheet.column("kjent"), "Vet ikke")
    sheet.status["C80"] = "Et nytt tiltak"
    sheet.status["B2"].comment = Comment("Husk å ringe.", "redaksjonen")
    hint = "Flytt teksten til en gul celle, eller ta den bort."
    assert said(sheet) == [
        "2:2: Ark «Status», celle B2: fant en merknad på cellen. Merknader blir ikke lest. Skriv teksten i en gul celle, eller ta den bort.",
        f"{sheet.at('mål', 3)}: teksten under «Mål» er ikke lenger den som står i planen for tiltak 1.1.2. Bruk et nytt regneark, og se om statusen fortsatt passer.",
        f"3:{outside}: Ark «Status», celle {get_column_letter(outside)}3: fant «Et notat» i en celle som ikke blir lest. {hint}",
        f"4:3: Ark «Kilden», celle C4: fant «Se nettsiden.» i en celle som ikke blir lest. {hint}",
        f"{sheet.at('kjent', 4)}: fant «Vet ikke» i en celle som ikke blir lest. {hint}",
        f"12:2: Ark «Kilden», celle B12: fant «Ringte også ordføreren.» i en celle som ikke blir lest. {hint}",
        "80:1: Ark «Status», celle A80: planen har ikke noe tiltak «».",
    ]
    sheet.book.create_sheet("Notater")["A1"] = "Husk møtet."
    assert said(sheet) == ["1:1: arket «Notater» blir ikke lest. Ta bort arket, eller teksten i det."]


def test_a_row_without_anything_filled_in_is_left_out_but_not_all_can_be(sheet: Sheet) -> None:
    sheet.about(**SOURCE)
    assert said(sheet) == [
        "1:1: Ark «Status», celle A1: ventet minst én utfylt rad, fant ingen.",
    ]


def test_two_reports_may_disagree(sheet: Sheet, data: Path) -> None:
    sheet.about(**SOURCE | {"fra": "2021"})
    sheet.fill_in("1.2.1", **ROW | {"status": "Gjennomført"})
    made, problems = read(sheet.save(), data, IDAG)
    assert made and problems == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1. tertial 2023", "1. tertial 2023"),
        ("T2 2023", "T2 2023"),
        ("Mai 2023", "mai 2023"),
        ("31. mai 2023", date(2023, 5, 31)),
        ("2023-K1", "2023-K1"),
        (datetime(2023, 5, 31), date(2023, 5, 31)),
    ],
)
def test_a_source_may_speak_of_a_part_of_a_year(
    sheet: Sheet, data: Path, written: object, expected: object
) -> None:
    sheet.about(**SOURCE | {"fra": written})
    sheet.fill_in("1.2.1", **ROW)
    made, problems = read(sheet.save(), data, IDAG)
    assert problems == []
    assert made
    assert yaml.safe_load(made.tekst)["gjelder"] == expected


def test_another_file_is_no_spreadsheet(tmp_path: Path, register: Register) -> None:
    other = tmp_path / "status.xlsx"
    other.write_text("nr;status\n", "utf-8")
    assert [str(one) for one in read(other, SAMPLE, IDAG)[1]] == [
        "status.xlsx:1:1: filen kan ikke leses som et regneark. Lagre den som .xlsx."
    ]
    openpyxl.Workbook().save(other)
    assert len(read(other, SAMPLE, IDAG)[1]) == 2


def test_the_command_line_writes_reads_and_never_overwrites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(CASES / "grunnlag", tmp_path / "data")

    def run(*words: str) -> Result:
        return CliRunner().invoke(cli, words)

    assert (
        run("statusark", "testby-2020-2024").output
        == "Feil: kjenner ikke planen «testby-2020-2024». Mente du «testby-2020-2023»?\n"
    )
    assert run("statusark", "testby-2020-2023").output == "Skrev status-testby-2020-2023.xlsx.\n"
    assert "finnes fra før" in run("statusark", "testby-2020-2023").output
    register, _ = read_register(tmp_path / "data", IDAG)
    assert register
    sheet = Sheet(tmp_path / "utfylt.xlsx", register, "testby-2020-2023")
    sheet.fill_in("1.1", **ROW)
    sheet.save()
    refused = run("importer-status", "utfylt.xlsx")
    assert refused.exit_code == 1
    assert run("importer-status", "borte.xlsx").output == "Feil: finner ikke «borte.xlsx».\n"
    assert run("importer-status", "data").output == "Feil: ventet en fil, fant mappa «data».\n"
    assert refused.output.splitlines()[-1].endswith("feil i regnearket. Ingenting er skrevet.")
    assert len(list((tmp_path / "data/rapporter").iterdir())) == 1
    sheet.about(**SOURCE | {"utgiver": "Testby kommune"})
    sheet.save()
    written = run("importer-status", "utfylt.xlsx")
    assert written.output == "Skrev data/rapporter/testby-2020-2023-status-2026-11-21.yml.\n"
    assert "finnes fra før" in run("importer-status", "utfylt.xlsx").output
    assert run("importer-status", "utfylt.xlsx", "--overskriv").exit_code == 0
    assert "ventet en id av små bokstaver" in run("importer-status", "utfylt.xlsx", "--id", "../x").output
    assert run("sjekk").exit_code == 0


def test_without_the_library_the_command_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    result = CliRunner().invoke(
        cli, ["statusark", GRANVIK, str(tmp_path / "ut.xlsx"), "--mappe", str(SAMPLE)]
    )
    assert (
        result.output
        == "Feil: kommandoen trenger xlsxwriter. Installer det som står i requirements-editors.txt.\n"
    )
    assert not (tmp_path / "ut.xlsx").exists()
