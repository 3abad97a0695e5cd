"""A plan in a document comes back with every verbatim cell exact, and nothing is lost without a word."""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from click.testing import Result as Ran
from hypothesis import given, settings
from hypothesis import strategies as st

from macros import read_register
from macros.__main__ import cli
from macros.format import model
from macros.format.columns import NAMES
from macros.format.texts import NR
from macros.innlesing.account import settle
from macros.innlesing.readers.lines import Source, Unreadable, clean
from macros.innlesing.run import Result, Wish, bring_in
from macros.reading.data import Data
from macros.reading.load import load
from macros.reading.yaml_reader import read_bytes
from tests import plandokumenter as dokument
from tests.cases import IDAG, SAMPLE
from tests.conftest import ROOT
from tests.plandokumenter import Oppslag

HODE = ("Prioritert handling/tiltak", "Mål", "Frist", "Ansvar", "Delmål/milepæler")
LAYOUTS: dict[str, Callable[[model.Plan], Iterable[Oppslag]]] = {
    "granvik-2020-2024": functools.partial(dokument.as_table, headings=HODE),
    "fjellby-2023-2026": dokument.as_numbered_list,
    "vestvik-2015-2025": dokument.as_points,
    "havnes-naeringsplan": dokument.as_paragraphs,
}
WRITERS = {".txt": dokument.write_text, ".docx": dokument.write_docx, ".xlsx": dokument.write_xlsx}


@functools.cache
def sample_data() -> Data:
    data, problems = load(SAMPLE)
    assert problems == []
    return data


def read(path: Path, id_: str = "testby-plan", **wish: Any) -> Result:
    return bring_in(path, Wish(id_, **wish), sample_data(), IDAG)


def plan_of(result: Result) -> dict[str, Any]:
    document = read_bytes(result.text.encode(), "plan.yml")
    assert document.problems == []
    assert isinstance(document.value, dict)
    return document.value


def tiltak(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from part.get("tiltak", ())
    for inner in (*part.get("innsatsområder", ()), *part.get("deler", ())):
        yield from tiltak(inner)


def parts(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for inner in (*part.get("innsatsområder", ()), *part.get("deler", ())):
        yield inner
        yield from parts(inner)


def cell(value: Any) -> Any:
    return value["tekst"] if isinstance(value, dict) else value


VERBATIM = ("ordlyd", "mål", "frist", "ansvar", "milepæler")
"""What the tests write by its place in a row; any other column follows where there is one."""


def verbatim(plan: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (
            one["nr"], one.get("nr_trykt", one["nr"]), *(cell(one.get(key)) for key in VERBATIM),
            *(one[key] for key in NAMES if key not in VERBATIM and key in one),
            *(sub["ordlyd"] for sub in one.get("deltiltak", ())),
        )
        for one in tiltak(plan)
    ]  # fmt: skip


def headings(plan: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (
            part.get("nr"), part.get("nr_trykt"), part.get("mål"),
            part.get("tittel") if part.get("tittel_fra") != "redaksjonen" else None,
        )
        for part in parts(plan)
    ]  # fmt: skip


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("id_", LAYOUTS)
def test_a_plan_comes_back_from_its_own_layout(id_: str, ending: str, tmp_path: Path) -> None:
    source = WRITERS[ending](LAYOUTS[id_](sample_data().planer[id_]), tmp_path / f"plan{ending}")
    result = read(source, id_)
    there = read_bytes((SAMPLE / f"planer/{id_}.yml").read_bytes(), id_).value
    here = plan_of(result)
    assert verbatim(here) == verbatim(there)
    assert headings(here) == headings(there)
    assert here.get("mål") == there.get("mål")
    assert here["kolonner"] == there["kolonner"]
    assert result.ok
    assert "Regnskapet går opp" in result.report


# --- other layouts


def table_of(rows: list[list[str]], heading: str = "") -> list[Oppslag]:
    return [Oppslag((heading,), nivå=1)] * bool(heading) + [Oppslag(tuple(row), tabell=1) for row in rows]


@pytest.mark.parametrize("ending", WRITERS)
def test_one_table_for_each_area_with_the_goal_above_and_no_numbers(ending: str, tmp_path: Path) -> None:
    head = ("Hva skal vi gjøre?", "Når", "Hvem har ansvaret?")
    lines = []
    for at, (area, goal) in enumerate(
        [("Sentrum", "Et levende sentrum."), ("Reiseliv", "Flere gjester.")], 1
    ):
        lines += [Oppslag((area,), nivå=1), Oppslag((f"Mål: {goal}",)), Oppslag(head, tabell=at)]
        lines += [
            Oppslag((f"Lage {i} nye benker i {area.lower()}", "2026", "Teknisk etat"), tabell=at)
            for i in (1, 2)
        ]
    result = read(WRITERS[ending](lines, tmp_path / f"plan{ending}"))
    plan = plan_of(result)
    assert headings(plan) == [
        ("1", None, "Et levende sentrum.", "Sentrum"),
        ("2", None, "Flere gjester.", "Reiseliv"),
    ]
    assert [one[:3] for one in verbatim(plan)] == [
        ("1.1", "1.1", "Lage 1 nye benker i sentrum"), ("1.2", "1.2", "Lage 2 nye benker i sentrum"),
        ("2.1", "2.1", "Lage 1 nye benker i reiseliv"), ("2.2", "2.2", "Lage 2 nye benker i reiseliv"),
    ]  # fmt: skip
    assert plan["nummerert_av"] == "redaksjonen"
    assert plan["kolonner"] == ("frist", "ansvar")
    assert result.ok


def test_a_goal_of_the_area_and_goals_within_it_stand_where_they_are_printed(tmp_path: Path) -> None:
    head = ("Tiltak", "Frist")
    lines = [Oppslag(("Satsingsområde 1 – Sentrum",), nivå=1), Oppslag(("Hovedmål: Et sentrum for alle",))]
    for at, (goal, tiltak) in enumerate([("Flere butikker", "Julegate"), ("Færre biler", "Ny gågate")], 1):
        lines += [Oppslag((f"Delmål 1.{at}: {goal}", ""), tabell=at, bred=True), Oppslag(head, tabell=at)]
        lines += [Oppslag((tiltak, "2026"), tabell=at)]
    result = read(dokument.write_docx(lines, tmp_path / "plan.docx"))
    assert headings(plan_of(result)) == [
        ("1", None, "Et sentrum for alle", "Sentrum"),
        (None, None, "Flere butikker", None), (None, None, "Færre biler", None),
    ]  # fmt: skip
    assert [one[2] for one in verbatim(plan_of(result))] == ["Julegate", "Ny gågate"]
    assert result.ok


MERGED = [
    ["Satsingsområde", "Nr", "Tiltak", "Effektmål", "Tidsfrist", "Ansvarlig avdeling", "Status"],
    ["1. Sentrum", "1)", "Rydde torget", "Ryddig torg", "2024", "Teknisk etat", "Ferdig"],
    ["", "2)", "Plante trær", "", "2025", "", ""],
    ["2. Reiseliv", "3)", "Nye skilt", "Flere finner fram", "", "Teknisk etat", ""],
]
AS_READ = [
    ("1", "1)", "Rydde torget", "Ryddig torg", "2024", "Teknisk etat", None),
    ("2", "2)", "Plante trær", "Ryddig torg", "2025", "Teknisk etat", None),
    ("3", "3)", "Nye skilt", "Flere finner fram", "", "Teknisk etat", None),
]


def test_merged_cells_of_a_word_table_hold_for_every_row_they_stretch_over(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=4, cols=7)
    for r, row in enumerate(MERGED):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    for column in (0, 3, 5):
        table.cell(1, column).merge(table.cell(2, column))
        table.cell(1, column).text = MERGED[1][column]
    document.save(str(tmp_path / "plan.docx"))
    check_merged(read(tmp_path / "plan.docx"))


def test_merged_cells_of_a_sheet_hold_for_every_row_they_stretch_over(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in MERGED:
        book.active.append([text or None for text in row])
    for area in ("A2:A3", "D2:D3", "F2:F3"):
        book.active.merge_cells(area)
    book.save(tmp_path / "plan.xlsx")
    check_merged(read(tmp_path / "plan.xlsx"))


def check_merged(result: Result) -> None:
    plan = plan_of(result)
    assert verbatim(plan) == AS_READ
    assert [part[3] for part in headings(plan)] == ["Sentrum", "Reiseliv"]
    assert "Kolonnen «Status» er utelatt. Det som har skjedd, hører hjemme i en rapport" in result.report
    assert "«Ferdig»" in result.report
    assert result.ok, result.report


def test_a_tiltak_over_several_rows_is_one_with_its_cells_put_together(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for r, row in enumerate(
        [["Tiltak", "Frist", "Milepæler"], ["Ny vei", "2024", "Plan"], ["", "", "Bygging"]]
    ):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Ny vei"
    document.save(str(tmp_path / "plan.docx"))
    result = read(tmp_path / "plan.docx")
    assert verbatim(plan_of(result)) == [("1", "1", "Ny vei", None, "2024", None, "Plan\nBygging")]
    assert "Radene er satt sammen" in result.report
    assert result.ok


def test_a_number_beside_the_wording_needs_no_heading(tmp_path: Path) -> None:
    for name, text in {
        "før": "\tTiltak\tFrist\n1.1.\tNy vei\t2026\n1.2.\tNy bru\t\n",
        "under": "Tiltak\t\tFrist\n1.1.\tNy vei\t2026\n1.2.\tNy bru\t\n",
    }.items():
        result = read(write(tmp_path, text, f"{name}.txt"))
        assert [one[:3] for one in verbatim(plan_of(result))] == [
            ("1.1", "1.1.", "Ny vei"),
            ("1.2", "1.2.", "Ny bru"),
        ]
        assert result.ok


def test_areas_in_a_column_of_their_own_hold_until_the_next(tmp_path: Path) -> None:
    text = "Innsatsområde;Strategi;Tiltak;Frist\nVeier;Biler;Ny vei;2026\n;;Ny bru;2027\n;Tog;Nytt spor;\nMat;;Matfest;2028\n"
    result = read(write(tmp_path, text, "plan.csv"))
    assert headings(plan_of(result)) == [
        ("1", None, None, "Veier"), ("1.1", None, None, "Biler"), ("1.2", None, None, "Tog"), ("2", None, None, "Mat"),
    ]  # fmt: skip
    assert [one[0] for one in verbatim(plan_of(result))] == ["1.1.1", "1.1.2", "1.2.1", "2.1"]
    assert result.ok


def test_each_sheet_of_a_workbook_may_be_an_area(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for name in ("Sentrum", "Reiseliv", "Gjemt"):
        sheet = book.create_sheet(name)
        for row in (["Tiltak", "Frist"], [f"Nye benker i {name}", 2026]):
            sheet.append(row)
    del book["Sheet"]
    book["Gjemt"].sheet_state = "hidden"
    book.save(tmp_path / "plan.xlsx")
    result = read(tmp_path / "plan.xlsx")
    assert [(part[3]) for part in headings(plan_of(result))] == ["Sentrum", "Reiseliv"]
    assert [one[2:5] for one in verbatim(plan_of(result))] == [
        ("Nye benker i Sentrum", None, "2026"), ("Nye benker i Reiseliv", None, "2026"),
    ]  # fmt: skip
    assert "arket «Gjemt», rad 2: «Nye benker i Gjemt 2026»" in result.report
    assert result.ok


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


def test_numbers_that_word_makes_itself_are_printed_numbers(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, text in enumerate(["%1.", "%1.%2"])
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    for level, text in [
        (0, "Sentrum"),
        (1, "Rydde torget."),
        (1, "Plante trær."),
        (0, "Reiseliv"),
        (1, "Nye skilt."),
    ]:
        paragraph = document.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="99"/></w:numPr>')
        )
    document.save(str(tmp_path / "plan.docx"))
    result = read(tmp_path / "plan.docx")
    assert [one[:3] for one in verbatim(plan_of(result))] == [
        ("1.1", "1.1", "Rydde torget."), ("1.2", "1.2", "Plante trær."), ("2.1", "2.1", "Nye skilt."),
    ]  # fmt: skip
    assert headings(plan_of(result)) == [("1", "1.", None, "Sentrum"), ("2", "2.", None, "Reiseliv")]
    assert result.ok


def test_what_stands_beside_the_text_of_a_word_document_is_counted_too(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Testby kommune"
    table = document.add_table(rows=2, cols=2)
    for at, text in enumerate(["Tiltak", "Frist", "Ny ", "2024"]):
        table.cell(at // 2, at % 2).text = text
    cell = table.cell(1, 0).paragraphs[0]._p
    cell.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1"><w:r><w:t>vei</w:t></w:r></w:ins>'))
    cell.append(parse_xml(f'<w:del {nsdecls("w")} w:id="2"><w:r><w:delText>bru</w:delText></w:r></w:del>'))
    document.save(str(tmp_path / "plan.docx"))
    result = read(tmp_path / "plan.docx")
    assert verbatim(plan_of(result))[0][2] == "Ny vei"
    assert "topptekst: «Testby kommune»" in result.report
    assert result.ok


def test_comments_deletions_and_hidden_text_of_a_word_document_are_told(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for at, text in enumerate(["Tiltak", "Frist", "Ny vei ", "2024"]):
        table.cell(at // 2, at % 2).text = text
    paragraph = table.cell(1, 0).paragraphs[0]
    document.add_comment(paragraph.runs, text="Spør rådmannen.")
    for xml in (
        '<w:ins {} w:id="1"><w:r><w:t>og sti</w:t></w:r></w:ins>',
        '<w:del {} w:id="2"><w:r><w:delText>og bru</w:delText></w:r></w:del>',
        '<w:moveFrom {} w:id="3"><w:r><w:t>i nord</w:t></w:r></w:moveFrom>',
        '<w:r {}><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> snart</w:t></w:r>',
        '<w:r {}><w:sym w:font="Symbol" w:char="00AE"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    document.save(str(tmp_path / "plan.docx"))
    result = read(tmp_path / "plan.docx")
    assert verbatim(plan_of(result))[0][2] == "Ny vei og sti snart®\ufffd"
    for said in (
        "merknad: «Spør rådmannen.»", "sporet endring: «og bru»", "sporet endring: «i nord»",
        "Dokumentet har sporede endringer. Det som er satt inn, er tatt med.",
        "Dokumentet har skjult tekst. Den er tatt med.", "Dokumentet har tegn fra en symbolskrift.",
    ):  # fmt: skip
        assert said in result.report
    assert re.search(r"utelatt, se lista over +24\n", result.report)
    assert result.ok, result.report


def test_comments_headers_and_hidden_rows_of_a_sheet_are_told(tmp_path: Path) -> None:
    import openpyxl
    from openpyxl.comments import Comment

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Tiltak", "Frist"), ("Ny vei", "2024"), ("Ny bru", "2025")):
        sheet.append(row)
    sheet["A2"].comment = Comment("Spør rådmannen.", "redaksjonen")
    sheet.oddHeader.center.text = "Testby kommune &[Page]"
    sheet.oddFooter.right.text = "&[Page]"
    sheet.row_dimensions[3].hidden = True
    book.save(tmp_path / "plan.xlsx")
    result = read(tmp_path / "plan.xlsx")
    assert [one[2] for one in verbatim(plan_of(result))] == ["Ny vei", "Ny bru"]
    assert "arket «Sheet», celle A2: «Spør rådmannen.»" in result.report
    assert "arket «Sheet», topptekst: «Testby kommune»" in result.report
    assert "bunntekst" not in result.report
    assert "Arket «Sheet» har skjulte rader eller kolonner. De er tatt med." in result.report
    assert re.search(r"utelatt, se lista over +27\n", result.report)
    assert result.ok, result.report


def test_a_pdf_with_a_table_over_two_pages() -> None:
    result = read(ROOT / "tests/innlesing/plan.pdf")
    assert verbatim(plan_of(result)) == [
        (
            f"{area}.{i}", f"{area}.{i}.", f"Kommunen skal gjøre «tiltak {i}» i område {area}, og det skal merkes godt.",
            f"Bedre {area}", "" if i == 2 else "2026", "Teknisk etat, Statens vegvesen", None,
        )
        for area in (1, 2) for i in range(1, 13)
    ]  # fmt: skip
    assert [part[3] for part in headings(plan_of(result))] == ["Samferdsel", "Stedsutvikling"]
    assert "En PDF har ingen celler" in result.report
    assert result.ok, result.report


# --- awkward text

AWKWARD = st.text(
    st.sampled_from("abcÅø 19.,:;#-–*&!|>%@`'\"{}[]?\\/\n\t\u00a0\u00ad\u2028é🚲") | st.characters(exclude_categories=("Cs", "Cc")),
    max_size=30,
).filter(lambda text: clean(text) == clean(clean(text)))  # fmt: skip
SAID = AWKWARD.filter(lambda text: any(unicodedata.category(sign)[0] in "LP" for sign in clean(text)))
HEADINGS = ("Nr", "Tiltak", "Mål", "Frist", "Ansvar", "Milepæler")


@pytest.mark.parametrize("ending", [".csv", ".txt", ".xlsx"])
@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.tuples(SAID, AWKWARD, st.just("2026"), AWKWARD, AWKWARD), min_size=1, max_size=4))
def test_awkward_text_comes_back_as_it_was(ending: str, rows: list[tuple[str, ...]]) -> None:
    meant = [(f"1.{i}", f"1.{i}", *map(clean, row)) for i, row in enumerate(rows, 1)]
    lines = [Oppslag(HEADINGS, tabell=1), *(Oppslag(row[1:], tabell=1) for row in meant)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan{ending}"
        if ending == ".txt":
            # A quote that opens a pasted cell, and a tab in one, cannot be told from those of the spreadsheet.
            lines = [
                Oppslag(tuple(re.sub('^"+', "”", text).replace("\t", " ") for text in one.celler))
                for one in lines
            ]
            meant = [(row[0], *map(clean, line.celler)) for row, line in zip(meant, lines[1:], strict=True)]
        if ending == ".csv":
            dokument.write_csv(lines, path)
        else:
            WRITERS[ending](lines, path)
        result = read(path)
    assert [tuple(one) for one in verbatim(plan_of(result))] == meant
    assert result.ok, result.report


# --- what the editor is told


def write(tmp_path: Path, text: str, name: str = "testby-2026-2029.txt") -> Path:
    (tmp_path / name).write_text(text, "utf-8")
    return tmp_path / name


def test_actors_and_deadlines_that_cannot_be_published_are_written_and_told(tmp_path: Path) -> None:
    text = "Tiltak\tFrist\tAnsvar\n1.1. Ny vei\tHøst eller vår\tTeknik etat, Statens veikontor\n1.2. Ny bru\t2026\tRomvesenet\n"
    result = read(write(tmp_path, text), "granvik-2026")
    assert (
        "linje 2, tiltak 1.1, ansvar: kjenner ikke «Teknik etat». Mente du «Teknisk etat» (granvik-teknisk-etat)?"
        in result.report
    )
    assert "linje 3, tiltak 1.2, ansvar: kjenner ikke «Romvesenet»." in result.report
    assert "linje 2, tiltak 1.1, frist: forstår ikke fristen «Høst eller vår»." in result.report
    assert '# aktører: {"Teknik etat": granvik-teknisk-etat}' in result.text
    assert [cell(one["ansvar"]) for one in tiltak(plan_of(result))] == [
        "Teknik etat, Statens veikontor",
        "Romvesenet",
    ]


def test_text_that_is_no_part_of_the_plan_is_listed_with_its_place(tmp_path: Path) -> None:
    text = (
        "Forord\nDette er en plan.\nTiltak\tFrist\tPris\n1.1 Ny vei\t2026\t4 mill.\n\t\tSum 4 mill.\nSlutt.\n"
    )
    result = read(write(tmp_path, text))
    for place, said in (
        (1, "Forord"),
        (2, "Dette er en plan."),
        (4, "4 mill."),
        (5, "Sum 4 mill."),
        (6, "Slutt."),
    ):
        assert f"  - linje {place}: «{said}»" in result.report
    assert (
        'Kolonnen «Pris» er utelatt. Er den en av feltene, så kjør på nytt med for eksempel --kolonne "Pris=ansvar".'
        in result.report
    )
    assert result.ok


def test_the_account_does_not_meet_when_text_is_lost_or_changed(tmp_path: Path) -> None:
    from macros.innlesing.outline.classify import classify
    from macros.innlesing.outline.outline import outline
    from macros.innlesing.readers.source import read_source

    source = read_source(write(tmp_path, "Tiltak\tFrist\n1.1 Ny vei\t2026\n"))
    found = outline(list(classify(source.lines, {})))
    keys = [(("tiltak",), "Ny vei"), (("frist",), "2026"), (("nr",), "1.1")]
    good = 'nr: "1.1"\ntiltak: "Ny vei"\nfrist: "2026"\n'
    assert settle(source, found, good, keys, []).meets
    assert not settle(source, found, good.replace("vei", "ve"), keys, []).meets
    assert not settle(source, found, good, keys[1:], []).meets
    source.visible += 1
    assert not settle(source, found, good, keys, []).meets


def test_a_list_is_said_to_be_a_guess(tmp_path: Path) -> None:
    result = read(write(tmp_path, "Sentrum\n- Ny vei\n- Ny bru\n"))
    assert "Hva som er tiltak, er gjettet." in result.report
    assert "med --fra og --til." in result.report
    assert "gjettet" not in read(write(tmp_path, "Tiltak\tFrist\n1.1 Ny vei\t2026\n")).report


@pytest.mark.parametrize(
    ("rows", "said", "made"),
    [
        (["1.1 Ny vei", "1.2 Ny bru"], "Numrene er planens egne.", None),
        (["1.1 Ny vei", "1.2 Ny bru", "Ny sti"], "Noen av numrene er planens egne.", "3 (linje 4)"),
        (["1. Ny vei", "1. Ny bru"], "Noen av numrene er planens egne.", "1-2 (linje 3, trykt «1.»)"),
        (["Ny vei", "Ny bru"], "Planen har ingen numre.", "1 (linje 2), 2 (linje 3)"),
    ],
)
def test_numbers_that_are_not_the_printed_ones_are_listed(
    rows: list[str], said: str, made: str | None, tmp_path: Path
) -> None:
    report = read(write(tmp_path, "\n".join(["Tiltak\tFrist", *(f"{row}\t2026" for row in rows)]))).report
    assert said in report
    assert ("Numrene er planens egne" in report) == (made is None)
    listed = re.search(r"Numre som er satt her, og ikke står slik i dokumentet: (.*)\.\n", report)
    assert (listed is None) == (made is None)
    assert listed is None or listed[1] == made


def test_what_the_columns_are_can_be_said(tmp_path: Path) -> None:
    path = write(tmp_path, "Slik gjør vi\tDato\tBesørges av\n1.1 Ny vei\t2026\tTeknisk etat\n")
    with pytest.raises(
        Unreadable, match=r"fant ingen tiltak\. Den første raden med flere celler er «Slik gjør vi»"
    ):
        read(path)
    columns = {"slik gjør vi": "tiltak", "besørges av": "ansvar", "dato": "frist"}
    assert verbatim(plan_of(read(path, columns=columns))) == [
        ("1.1", "1.1", "Ny vei", None, "2026", "Teknisk etat", None)
    ]


def test_only_a_part_of_the_document_can_be_read(tmp_path: Path) -> None:
    text = "Innhold\n- side 1\n- side 2\nTiltak for Testby\n- Ny vei\n- Ny bru\nVedlegg\n- Et kart\n"
    result = read(write(tmp_path, text), fra="Tiltak for", til="Ny bru")
    assert [one[2] for one in verbatim(plan_of(result))] == ["Ny vei", "Ny bru"]
    assert "linje 8: «- Et kart»" in result.report
    assert result.ok


GUIDE = (
    "Handlingsplan for Testby\nNr\tHva vi skal gjøre\tMål\tFrist\tHvem\tStatus\n1\tSamferdsel\t\t\t\t\n"
    "1.1\tKommunen bygger ny vei til skolen.\tTryggere skolevei\t2028\tStatens vegvesn\tI gang\n"
    "1.2\tKommunen bygger ny bru.\t\tFør snøen kommer\tTestby kommune\t\n"
)


def test_the_guide_quotes_the_report_as_it_is(data: Path, tmp_path: Path) -> None:
    result = run("importer", write(tmp_path, GUIDE), "--mappe", data)
    guide = (ROOT / "docs/rediger/importer/index.md").read_text("utf-8")
    quoted = re.findall(
        r"```text\n(.*?)```", guide[guide.index("{ #rapporten }") : guide.index("{ #todo }")], re.DOTALL
    )
    assert len(quoted) == 5
    for block in quoted:
        assert block in result.output


# --- the commands


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests/cases/grunnlag", tmp_path / "data")
    return tmp_path / "data"


def run(*arguments: str | Path) -> Ran:
    return CliRunner().invoke(cli, [str(one) for one in arguments], catch_exceptions=False)


PLAN = "Tiltak\tMål\tFrist\tAnsvar\n1.1. Ny vei\tBedre vei\t2026\tStatens vegvesen\n1.2. Ny bru\t\t2027\tTestby kommune\n"


def test_a_plan_is_brought_in_filled_in_and_published(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, PLAN)
    result = run("importer", path, "--mappe", data, "--rapport", tmp_path / "rapport.txt")
    to = data / "planer/testby-2026-2029.yml"
    assert result.exit_code == 0, result.output
    assert f"Skrevet: {to}." in result.output
    assert (tmp_path / "rapport.txt").read_text("utf-8") == result.output
    text = to.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../skjema/plan.json\n")
    assert tidy(to) == ""

    _, problems = read_register(data, IDAG)
    assert {problem.path for problem in problems if problem.file.endswith("testby-2026-2029.yml")} == {
        "tittel", "kortnavn", "type", "planstatus", "kilde, tittel", "omtale", "innsatsområde 1, tiltak 1.1", "innsatsområde 1, tiltak 1.2",
    }  # fmt: skip
    for key, value in {
        "tittel": "Plan", "kortnavn": "Plan 26", "type": "handlingsplan", "planstatus": "utkast",
        "omtale": "En plan.", "tema": "[samferdsel]",
    }.items():  # fmt: skip
        text, count = re.subn(
            rf"^( *)(?:# )?{key}: (?:\"\"|\[\])$", rf"\1{key}: {value}", text, flags=re.MULTILINE
        )
        assert count == 1, key
    to.write_text(text.replace('{tittel: "",', "{tittel: Plan,"), "utf-8")
    register, problems = read_register(data, IDAG)
    assert problems == []
    assert register is not None


def tidy(path: Path) -> str:
    command = [sys.executable, "-m", "yamllint", "--strict", "-c", str(ROOT / ".yamllint"), str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def test_nothing_is_written_when_the_account_does_not_meet(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from macros.innlesing import run as line
    from macros.innlesing.readers.source import read_source

    def forgetful(path: Path, sheet: str = "") -> Source:
        source = read_source(path, sheet)
        del source.lines[-2:]
        return source

    monkeypatch.setattr(line, "read_source", forgetful)
    result = run("importer", write(tmp_path, PLAN), "--mappe", data)
    assert result.exit_code == 1
    assert "Regnskapet går IKKE opp." in result.output
    assert "Leseren fikk med 56 av 82 tegn i dokumentet." in result.output
    assert not (data / "planer/testby-2026-2029.yml").exists()


def test_a_plan_that_is_there_is_not_written_over_unless_asked(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, PLAN)
    there = data / "planer/testby-2026-2029.yml"
    there.write_text("noe\n", "utf-8")
    result = run("importer", path, "--mappe", data)
    assert result.exit_code == 2
    assert "finnes fra før" in result.output
    assert there.read_text("utf-8") == "noe\n"
    assert run("importer", path, "--mappe", data, "--overskriv").exit_code == 0
    assert there.read_text("utf-8") != "noe\n"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("plan.docx", b"ikke en zip-fil", "filen er ødelagt, passordbeskyttet eller noe annet enn endelsen .docx sier"),
        ("plan.xlsx", b"PK\x03\x04tull", "filen er ødelagt, passordbeskyttet eller noe annet enn endelsen .xlsx sier"),
        ("plan.pdf", b"%PDF-1.4 tull", "filen er ødelagt, passordbeskyttet eller noe annet enn endelsen .pdf sier"),
        ("plan.txt", b"\x00\x01\x02", "filen er ikke tekst."),
        ("plan.txt", b" \n\n", "fant ingen tekst i filen."),
        ("plan.csv", b"a;b\nc;d\n", "fant ingen tiltak. Den første raden med flere celler er «a», «b»."),
        ("plan.doc", b"", "filer av slaget .doc kan ikke leses. Åpne den i Word og lagre den som .docx."),
        ("plan.jpg", b"", "ventet en fil av slaget .docx, .xlsx, .csv, .tsv, .txt eller .pdf, fant «plan.jpg»."),
        ("plan.txt", None, "finner ikke filen.\n"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_a_message_and_nothing_is_written(
    name: str, content: bytes | None, message: str, data: Path, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    before = sorted(data.rglob("*"))
    result = run("importer", tmp_path / name, "--mappe", data)
    assert result.exit_code == 2
    assert f"{tmp_path / name}: {message}" in result.output
    assert sorted(data.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--id", "Ny Plan"], "fant «Ny Plan». Prøv «ny-plan»."),
        (["--kommune", "tesby"], "kjenner ikke kommunen «tesby». Mente du «testby»?"),
        (
            ["--kolonne", "Ansvarlig"],
            "ventet OVERSKRIFT=FELT, for eksempel «Ansvarlig=ansvar», fant «Ansvarlig».",
        ),
        (["--kolonne", "Ansvarlig=ansvr"], "Mente du «ansvar»?"),
        (
            ["--kolonne", "Frst=frist", "--kolonne", "Finnes ikke=tiltak"],
            "fant ingen kolonne med overskriften «frst». Mente du «Frist»? Fant heller ikke «finnes ikke». "
            "Kolonnene heter: «Tiltak», «Mål», «Frist», «Ansvar».",
        ),
        (
            ["--rapport", "/dev/null/rapport.txt"],
            "/dev/null/rapport.txt kan ikke skrives (den skal ligge i noe",
        ),
        (["--rapport", "/"], "/ kan ikke skrives (det er en mappe)."),
        (["--fra", "Kapittel 9"], "fant ikke teksten «Kapittel 9»"),
    ],
)
def test_a_wish_that_cannot_be_met_is_explained(
    arguments: list[str], message: str, data: Path, tmp_path: Path
) -> None:
    before = sorted(data.rglob("*"))
    result = run("importer", write(tmp_path, PLAN), "--mappe", data, *arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert sorted(data.rglob("*")) == before


def test_the_report_is_not_written_over_the_document(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, PLAN)
    assert run("importer", path, "--mappe", data, "--rapport", path).exit_code == 2
    assert path.read_text("utf-8") == PLAN
    assert not (data / "planer/testby-2026-2029.yml").exists()


def test_a_new_plan_explains_every_field_and_lacks_only_what_nobody_has_written(data: Path) -> None:
    result = run("ny-plan", "testby-2030-2033", "--mappe", data)
    assert result.exit_code == 0, result.output
    path = data / "planer/testby-2030-2033.yml"
    assert tidy(path) == ""
    text = " ".join(path.read_text("utf-8").replace("#", " ").split())
    for kind in (model.Plan, model.Innsatsområde, model.Tiltak):
        for name, info in kind.model_fields.items():
            assert name == "deler" or " ".join((info.description or "").split()) in text, name
    _, problems = read_register(data, IDAG)
    found = {problem.path for problem in problems}
    assert found >= {"tittel", "kortnavn", "type", "planstatus", "kilde, tittel", "omtale"}
    assert {problem.message.split(",")[0].split(":")[0] for problem in problems} <= {
        "ventet en tekst som ikke er tom", "ventet en av", "ventet en dato (år-måned-dag)",
        "ventet et tema på tiltaket eller på en del over det",
    }, problems  # fmt: skip
    assert run("ny-plan", "testby-2030-2033", "--mappe", data).exit_code == 2


# --- any document

LINES = st.lists(
    st.lists(
        st.sampled_from([
            "", "", "Tiltak", "Mål", "Frist", "Ansvar", "Nr", "Innsatsområde", "Status", "Mål: Bedre vei", "Mål:", "Tiltak:",
            "1.", "1.1", "1.2.", "2", "1. Sentrum", "1.1 Ny vei", "1.1 Ny vei", "1.2. Ny bru", "2.1 Ny tunnel", "2 Reiseliv",
            "- punkt", "  - under punkt", "Innsatsområde 1: Sentrum", "Satsingsområde 2", "Overskrift", "Mars: Møte", "Juni:",
            "En setning som er slutt.", "2026", "Teknisk etat", "-", "A2 Ny vei", "???",
        ]),
        min_size=1, max_size=5,
    ),
    min_size=1, max_size=14,
)  # fmt: skip


@pytest.mark.parametrize("ending", [".txt", ".csv", ".docx", ".xlsx"])
@settings(max_examples=40, deadline=None)
@given(lines=LINES, merge=st.booleans())
def test_whatever_the_document_every_character_is_accounted_for(
    ending: str, lines: list[list[str]], merge: bool
) -> None:
    width = max(map(len, lines))
    document = [
        Oppslag((*row, *[""] * (width - len(row))) if len(row) > 1 else tuple(row), tabell=int(len(row) > 1))
        for row in lines
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan{ending}"
        if ending == ".csv":
            dokument.write_csv(document, path)
        else:
            WRITERS[ending](document, path)
        if merge and ending == ".xlsx":
            merge_down(path)
        try:
            result = read(path)
        except Unreadable:
            return
    assert result.ok, result.report
    numbers = [one["nr"] for one in tiltak(plan_of(result))]
    assert len(set(numbers)) == len(numbers)
    assert all(re.fullmatch(NR, nr) for nr in numbers)


def merge_down(path: Path) -> None:
    """Stretch every cell of a sheet over the empty ones below it."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    for column in range(1, sheet.max_column + 1):
        start = 0
        for row in range(1, sheet.max_row + 2):
            if row > sheet.max_row or sheet.cell(row, column).value:
                if start and row - start > 1:
                    sheet.merge_cells(
                        start_row=start, end_row=row - 1, start_column=column, end_column=column
                    )
                start = row
    book.save(path)
