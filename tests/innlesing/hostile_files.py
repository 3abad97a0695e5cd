"""Write the broken and hostile files of `hostile.py`: each a function that returns what writes it, or writes it."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROWS = (("Tiltak", "Frist"), ("Bygge ny vei til skolen", "2026"), ("Lage skilt i sentrum", "2027"))
Write = Callable[[Path], Any]
DOCUMENT, SHEET, STRINGS = "word/document.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def content(data: bytes) -> Write:
    """Return what writes these bytes."""
    return lambda path: path.write_bytes(data)


def sparse(size: int) -> Write:
    """Return what makes a file so large that holds nothing."""

    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return write


def plain(ending: str) -> Write:
    """Return what writes a small good file of another kind."""

    def write(path: Path) -> None:
        path.write_bytes(good(ending))

    return write


_KEPT: dict[str, bytes] = {}


def good(ending: str) -> bytes:
    """Return a small good file."""
    if ending not in _KEPT:
        to = io.BytesIO()
        match ending:
            case ".docx":
                import docx

                document = docx.Document()
                document.add_paragraph("1.1 Bygge ny vei til skolen")
                document.save(to)
            case ".pdf":
                from reportlab.pdfgen.canvas import Canvas

                page = Canvas(to, invariant=1)
                page.drawString(50, 700, "1.1 Bygge ny vei til skolen")
                page.save()
            case _:
                import openpyxl

                workbook = openpyxl.Workbook()
                for row in ROWS:
                    workbook.active.append(row)
                workbook.save(to)
        _KEPT[ending] = to.getvalue()
    return _KEPT[ending]


def cut(ending: str, share: float) -> Write:
    """Return what writes the beginning of a good file."""
    return lambda path: path.write_bytes(good(ending)[: int(len(good(ending)) * share)])


def link(path: Path) -> None:
    """Make a link to a good text."""
    real = path.with_name("ekte.txt")
    real.write_text("Tiltak\tFrist\nBygge vei\t2026\n")
    path.symlink_to(real)


def changed(ending: str, part: str, change: Callable[[bytes], bytes]) -> Write:
    """Return what writes a good package with one part changed, or made where there is none."""

    def write(path: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(good(ending))) as package:
            parts = {info.filename: package.read(info) for info in package.infolist()}
        parts[part] = change(parts.get(part, b"<a></a>"))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts.items():
                package.writestr(name, data)

    return write


def grown(ending: str, part: str, filling: bytes, times: int) -> Write:
    """Return what writes a good package with a part that unfolds to so much, without ever having it in memory."""

    def write(path: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(good(ending))) as package:
            parts = {info.filename: package.read(info) for info in package.infolist()}
        old = parts.pop(part, b"<a></a>")
        at = old.rfind(b"</")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts.items():
                package.writestr(name, data)
            with package.open(part, "w", force_zip64=True) as to:
                to.write(old[:at])
                for _ in range(times):
                    to.write(filling)
                to.write(old[at:])

    return write


def entity(ending: str, part: str, kind: str) -> Write:
    """Return what writes a good package of which a part declares an entity: a file outside, or one of ever more of another."""
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    inner = (
        b'<!ENTITY y SYSTEM "file:///etc/hostname">'
        if kind == "external"
        else f'<!ENTITY l0 "ha">{laughs}<!ENTITY y "&l9;">'.encode()
    )

    def change(xml: bytes) -> bytes:
        at = xml.index(b"?>") + 2 if xml.startswith(b"<?xml") else 0
        end = xml.rfind(b"</")
        return xml[:at] + b"<!DOCTYPE x [" + inner + b"]>" + xml[at:end] + b"&y;" + xml[end:]

    return changed(ending, part, change)


def crowded(ending: str) -> Write:
    """Return what writes a good package with ten thousand parts more."""

    def write(path: Path) -> None:
        path.write_bytes(good(ending))
        with zipfile.ZipFile(path, "a") as package:
            for i in range(10_000):
                package.writestr(f"x/{i}.bin", b"")

    return write


def nested(path: Path) -> None:
    """Write a package that holds a package, and neither is a document."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.bin", bytes(20_000_000))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("b.zip", inner.getvalue())


def empty_package(path: Path) -> None:
    """Write a package with nothing in it."""
    zipfile.ZipFile(path, "w").close()


def body(xml: str) -> Write:
    """Return what writes a Word document with these elements in its text."""
    return changed(".docx", DOCUMENT, lambda old: old.replace(b"<w:body>", b"<w:body>" + xml.encode(), 1))


def deep(opening: str, closing: str, times: int) -> Write:
    """Return what writes a Word document with elements within each other."""
    return body(f"{opening * times}<w:p><w:r><w:t>1.2 Lage skilt</w:t></w:r></w:p>{closing * times}")


def book(change: Callable[[Any], object]) -> Write:
    """Return what writes a small workbook, changed."""

    def write(path: Path) -> None:
        import openpyxl

        workbook = openpyxl.load_workbook(io.BytesIO(good(".xlsx")))
        change(workbook.active)
        workbook.save(path)

    return write


def remark(sheet: Any) -> None:
    """Put a comment on a cell in the last row."""
    from openpyxl.comments import Comment

    sheet["A1048576"].comment = Comment("x", "T")


def far_day(sheet: Any) -> None:
    """Write a day that no calendar has."""
    sheet["B2"] = 10.0**12
    sheet["B2"].number_format = "yyyy"


def coloured(path: Path) -> None:
    """Write a workbook with a colour in its last cell, and nothing else there."""
    from openpyxl.styles import PatternFill

    def paint(sheet: Any) -> None:
        sheet["XFD1048576"].fill = PatternFill("solid", fgColor="FFFF00")

    book(paint)(path)


def merged(where: str) -> Write:
    """Return what writes a merged range, which no library can be asked to do over a whole sheet."""
    mark = f'<mergeCells count="1"><mergeCell ref="{where}"/></mergeCells>'.encode()
    return changed(".xlsx", SHEET, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + mark))


def many_merged(xml: bytes) -> bytes:
    """Return a sheet with very many merged ranges."""
    marks = b"".join(b'<mergeCell ref="A%d:T%d"/>' % (i, i + 9) for i in range(10, 6000, 10))
    return xml.replace(b"</sheetData>", b"</sheetData><mergeCells>" + marks + b"</mergeCells>")


def many_sheets(path: Path) -> None:
    """Write a workbook of very many sheets."""
    import openpyxl

    workbook = openpyxl.Workbook()
    for i in range(300):
        sheet = workbook.create_sheet(f"Ark {i}")
        for row in ROWS:
            sheet.append(row)
    workbook.save(path)


def letters(lines: int, on_each: int) -> Write:
    """Return what writes a page with so many lines of letters."""

    def write(path: Path) -> None:
        from reportlab.pdfgen.canvas import Canvas

        page = Canvas(str(path))
        for i in range(lines):
            page.drawString(0, 5 * i, "a" * on_each)
        page.save()

    return write


def strokes(count: int) -> Write:
    """Return what writes a page with so many lines drawn."""

    def write(path: Path) -> None:
        from reportlab.pdfgen.canvas import Canvas

        page = Canvas(str(path))
        page.drawString(50, 50, "Tiltak")
        for i in range(count):
            page.line(i % 500, 0, i % 300, 800)
        page.save()

    return write


def grid(size: int) -> Write:
    """Return what writes a page of so many small cells both ways, all empty but one."""

    def write(path: Path) -> None:
        from reportlab.pdfgen.canvas import Canvas

        page = Canvas(str(path))
        page.drawString(50, 50, "Tiltak")
        page.grid([4 * i + 10 for i in range(size)], [6 * i + 10 for i in range(size)])
        page.save()

    return write


def weave(lines: int, squares: int = 0) -> Write:
    """Return what writes a page with so many lines each way, or squares strewn about, and a word."""

    def write(path: Path) -> None:
        from reportlab.pdfgen.canvas import Canvas

        chance = random.Random(16)
        page = Canvas(str(path))
        page.drawString(50, 50, "Tiltak")
        for _ in range(lines):
            x, y = chance.uniform(0, 590), chance.uniform(0, 840)
            page.line(x, 0, x, 840)
            page.line(0, y, 590, y)
        for _ in range(squares):
            page.rect(
                chance.uniform(0, 590), chance.uniform(0, 840), chance.uniform(3, 40), chance.uniform(3, 40)
            )
        page.save()

    return write


def pages(count: int) -> Write:
    """Return what writes so many pages without text."""

    def write(path: Path) -> None:
        from reportlab.pdfgen.canvas import Canvas

        document = Canvas(str(path))
        for _ in range(count):
            document.rect(10, 10, 100, 100, fill=1)
            document.showPage()
        document.save()

    return write


def stream(megabytes: int) -> Write:
    """Return what writes a PDF of which one part unfolds to so much."""

    def write(path: Path) -> None:
        packer = zlib.compressobj(9)
        packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
        head = b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed)
        path.write_bytes(_pdf(head + packed + b"\nendstream"))

    return write


def locked_pdf(path: Path) -> None:
    """Write a PDF that asks for a password."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    page = Canvas(str(path), encrypt=StandardEncryption("hemmelig", canPrint=0))
    page.drawString(50, 700, "1.1 Bygge ny vei til skolen")
    page.save()


def _pdf(contents: bytes, kids: bytes = b"3 0 R") -> bytes:
    """Return a PDF of one page with these contents."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[" + kids + b"]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 800]/Contents 4 0 R>>", contents,
    )  # fmt: skip
    made = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(made)
    made += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places)
    return made + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


LOOP = _pdf(b"<</Length 0>>stream\n\nendstream", kids=b"2 0 R 2 0 R")
