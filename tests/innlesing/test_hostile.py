"""Broken and hostile files: a message in Norwegian, before anything unfolds. Each is made here, small."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.innlesing.readers.lines import Unreadable
from macros.innlesing.readers.source import read_source
from macros.statuses.sheet_in import _sheets
from tests.innlesing.read_in import plan_of, read, tiltak

ROWS = (("Tiltak", "Frist"), ("Bygge ny vei til skolen", "2026"), ("Lage skilt i sentrum", "2027"))


def _book(path: Path, change: Callable[[object], None]) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    change(book.active)
    book.save(path)
    return path


def _far(sheet: object) -> None:
    sheet["A1048576"] = "x"  # type: ignore[index]


def _coloured(sheet: object) -> None:
    from openpyxl.styles import PatternFill

    sheet["XFD1048576"].fill = PatternFill("solid", fgColor="FFFF00")  # type: ignore[index]


def _repacked(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, change(data) if name == part else data)
    return path


def _merged(path: Path) -> Path:
    """Write a merged range over the whole sheet, which no library can be asked to do."""
    mark = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    sheet = "xl/worksheets/sheet1.xml"
    return _repacked(
        _book(path, lambda _: None), sheet, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + mark)
    )


def _same(xml: bytes) -> bytes:
    return xml


def _docx(path: Path, change: Callable[[bytes], bytes] = _same) -> Path:
    import docx

    document = docx.Document()
    document.add_paragraph("1.1 Bygge ny vei til skolen")
    document.save(str(path))
    return _repacked(path, "word/document.xml", change)


def _bomb(path: Path) -> Path:
    return _docx(path, lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b" " * 40_000_000))


def _crowded(path: Path) -> Path:
    return _docx(path, lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 2_500_000))


def _entity(path: Path) -> Path:
    declared = b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/hostname">]>'
    return _docx(
        path, lambda xml: xml.replace(b"<w:document", declared + b"<w:document", 1).replace(b"Bygge", b"&y;")
    )


def _link(path: Path) -> Path:
    (path.parent / "ekte.txt").write_text("Tiltak\tFrist\nBygge vei\t2026\n")
    path.symlink_to(path.parent / "ekte.txt")
    return path


def _big(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(50_000_000)
    return path


def _broken(path: Path) -> Path:
    whole = _docx(path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def _pdf(path: Path) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    page = Canvas(str(path))
    for i in range(10):
        page.drawString(0, 10 * i, "a" * 30_000)
    page.save()
    return path


def _text(text: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(text)
        return path

    return write


def _fifo(path: Path) -> Path:
    os.mkfifo(path)
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


FILES: tuple[tuple[str, str, Callable[[Path], Path], str], ...] = (
    ("en celle i siste rad", ".xlsx", lambda path: _book(path, _far), "noe skrevet i rad 1 048 576"),
    ("flettet over hele arket", ".xlsx", _merged, "flettede celler"),
    ("pakket tett", ".docx", _bomb, "når den pakkes ut"),
    ("fullt av elementer", ".docx", _crowded, "1 000 000 elementer"),
    ("viser til en fil", ".docx", _entity, "viser til noe utenfor seg selv"),
    ("alt for mange tegn på en side", ".pdf", _pdf, "side 1 har mer enn 20 000 tegn"),
    ("alt for mange rader", ".txt", _text(b"Tiltak\tFrist\n" + b"Bygge vei\t2026\n" * 50_000), "teksten har 50 002 linjer"),
    ("bare linjeskift", ".txt", _text(b"\n" * 2_000_000), "linjer"),
    ("bare linjeskift i CSV", ".csv", _text(b"\r" * 2_000_000), "linjer"),
    ("en kanal", ".txt", _fifo, "ventet en fil, fant en enhet eller en kanal"),
    ("en mappe", ".docx", _folder, "ventet en fil, fant en mappe"),
    ("en lenke", ".txt", _link, "ventet en fil, fant en lenke"),
    ("halvt", ".docx", _broken, "filen er ødelagt"),
    ("tomt dokument", ".docx", _text(b""), "filen er tom"),
    ("tom tekst", ".txt", _text(b""), "filen er tom"),
    ("bare mellomrom", ".txt", _text(b" \n\t\n"), "fant ingen tekst"),
    ("et bilde som Word", ".docx", _text(b"\x89PNG\r\n\x1a\n" + bytes(100)), "filen er ødelagt"),
    ("et regneark som PDF", ".pdf", lambda path: _book(path, lambda _: None), "filen er ødelagt"),
    ("et regneark som tekst", ".txt", lambda path: _book(path, lambda _: None), "filen er ikke tekst"),
    ("et dokument som regneark", ".xlsx", _docx, "filen er ødelagt"),
    ("50 MB", ".pdf", _big, "filen er på 50 MB, og det leses høyst 40 MB"),
    ("50 MB tekst", ".txt", _big, "filen er på 50 MB, og det leses høyst 4 MB"),
)  # fmt: skip


@pytest.mark.parametrize(("ending", "write", "said"), [pytest.param(*one[1:], id=one[0]) for one in FILES])
def test_a_broken_or_hostile_file_gives_a_message(
    ending: str, write: Callable[[Path], Path], said: str, tmp_path: Path
) -> None:
    path = tmp_path / f"fil{ending}"
    write(path)
    with pytest.raises(Unreadable, match=re.escape(said)):
        read_source(path)


def test_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "fil.txt").symlink_to("/dev/zero")
    with pytest.raises(Unreadable, match="ventet en fil"):
        read_source(tmp_path / "fil.txt")


def test_a_colour_far_from_the_table_is_nothing(tmp_path: Path) -> None:
    path = _book(tmp_path / "testby-plan.xlsx", _coloured)
    assert [one["ordlyd"] for one in tiltak(plan_of(read(path)))] == [row[0] for row in ROWS[1:]]


@pytest.mark.parametrize("write", [lambda path: _book(path, _far), _merged, _entity, _fifo, _folder, _big])
def test_a_hostile_spreadsheet_of_statuses_gives_a_problem(
    write: Callable[[Path], Path], tmp_path: Path
) -> None:
    _, problems = _sheets(write(tmp_path / "status.xlsx"))
    assert len(problems) == 1
