"""Broken and hostile files, by kind, format and size. Each is made when it is needed, small; what it unfolds to is not.

`GROUPS` has what each is called, its ending, what writes it, and what the message to the editor must say. `python -m
tests.innlesing.hostile GROUP` reads those of a group in bounded memory and prints what became of each as JSON.
"""

from __future__ import annotations

import io
import json
import os
import random
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROWS = (("Tiltak", "Frist"), ("Bygge ny vei til skolen", "2026"), ("Lage skilt i sentrum", "2027"))
PACKED, TEXTS = (".docx", ".xlsx", ".xlsm", ".pdf"), (".csv", ".tsv", ".txt", ".md")
READ = (*PACKED, *TEXTS)
Write = Callable[[Path], Any]


@dataclass(frozen=True)
class Hostile:
    """A file that is no plan: its name, its ending, what writes it, and a part of what must be said of it."""

    name: str
    ending: str
    write: Write
    said: str


def broken() -> Iterator[Hostile]:
    """Yield files that are empty, cut, or noise."""
    noise = random.Random(16).randbytes(40_000)
    for ending in READ:
        yield Hostile("tom", ending, content(b""), "filen er tom")
        yield Hostile("finnes ikke", ending, lambda path: None, "finner ikke filen")
        packed = ending in PACKED
        yield Hostile(
            "bare nuller",
            ending,
            content(bytes(1_000_000)),
            "filen er ødelagt" if packed else "filen er ikke tekst",
        )
        yield Hostile("støy", ending, content(noise), "filen er ødelagt" if packed else "filen er ikke tekst")
        yield Hostile(
            "50 MB",
            ending,
            sparse(50_000_000),
            f"filen er på 50 MB, og det leses høyst {40 if packed else 4} MB",
        )
    for ending in TEXTS:
        yield Hostile("bare mellomrom", ending, content(b" \n\t\n  \n" * 50), "fant ingen tekst")
    for ending in PACKED:
        for share in (0.1, 0.5, 0.9):
            yield Hostile(f"kuttet ved {share:.0%}", ending, cut(ending, share), "filen er ødelagt")


def foreign() -> Iterator[Hostile]:
    """Yield files that are something else than their ending says, or of kinds that are not read."""
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200)
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)
    for ending in READ:
        packed = ending in PACKED
        yield Hostile(
            "et bilde", ending, content(picture), "filen er ødelagt" if packed else "filen er ikke tekst"
        )
        if packed:
            yield Hostile("passord eller gammelt format", ending, content(locked), "passordbeskyttet")
            yield Hostile("en nettside", ending, content(b"<html><body><table>" * 20), "filen er ødelagt")
        else:
            yield Hostile("et regneark", ending, plain(".xlsx"), "filen er ikke tekst")
    for ending, other in ((".docx", ".xlsx"), (".xlsx", ".docx"), (".xlsm", ".docx"), (".docx", ".pdf"), (".xlsx", ".pdf"), (".pdf", ".docx"), (".pdf", ".xlsx")):  # fmt: skip
        yield Hostile(f"en {other}", ending, plain(other), "filen er ødelagt")
    for ending in (".doc", ".odt", ".rtf", ".xls", ".ods", ".pages", ".numbers", ".html"):
        yield Hostile(
            "et annet slag", ending, content(b"x" * 100), f"filer av slaget {ending} kan ikke leses"
        )
    for ending in (".exe", ".zip", ".png", ""):
        yield Hostile("et ukjent slag", ending, content(b"x" * 100), "ventet en fil av slaget")


def no_files() -> Iterator[Hostile]:
    """Yield what is no ordinary file."""
    for ending in READ:
        yield Hostile("en mappe", ending, Path.mkdir, "ventet en fil, fant en mappe")
        yield Hostile("en lenke", ending, link, "ventet en fil, fant en lenke")
        yield Hostile("en kanal", ending, os.mkfifo, "ventet en fil, fant en enhet eller en kanal")


DOCUMENT, SHEET, STRINGS = "word/document.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def packages() -> Iterator[Hostile]:
    """Yield Word documents and workbooks that unfold to gigabytes, declare entities, or lie of themselves."""
    for ending, part in ((".docx", DOCUMENT), (".docx", "word/styles.xml"), (".docx", "word/footnotes.xml"), (".xlsx", SHEET), (".xlsx", "xl/styles.xml"), (".xlsm", SHEET)):  # fmt: skip
        for megabytes in (30, 120):
            yield Hostile(
                f"{part} med {megabytes} MB",
                ending,
                grown(ending, part, b" " * 1_000_000, megabytes),
                "når den pakkes ut",
            )
        yield Hostile(
            f"{part} med tre millioner elementer",
            ending,
            grown(ending, part, b"<a/>" * 300_000, 10),
            "når den pakkes ut",
        )
        yield Hostile(
            f"{part} viser til en fil",
            ending,
            entity(ending, part, "external"),
            "viser til noe utenfor seg selv",
        )
        yield Hostile(
            f"{part} med entiteter i entiteter",
            ending,
            entity(ending, part, "laughs"),
            "viser til noe utenfor seg selv",
        )
        yield Hostile(
            f"{part} som ikke er XML", ending, changed(ending, part, lambda _: b"<<<&"), "lagre den på nytt"
        )
    for ending in (".docx", ".xlsx", ".xlsm"):
        yield Hostile(
            "et bilde på 250 MB",
            ending,
            grown(ending, "media/image1.png", bytes(1_000_000), 250),
            "når den pakkes ut",
        )
        yield Hostile("10 000 deler", ending, crowded(ending), "10 0")
        yield Hostile("en pakke i en pakke", ending, nested, "filen er ødelagt")
        yield Hostile("en pakke uten deler", ending, empty_package, "filen er ødelagt")
    yield Hostile(
        "dype tabeller i tabeller", ".docx", deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 3_000), ""
    )
    yield Hostile("dypt satt inn", ".docx", deep("<w:ins>", "</w:ins>", 20_000), "")
    yield Hostile(
        "en celle over en milliard kolonner",
        ".docx",
        body(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
        ),
        "",
    )
    yield Hostile(
        "en rad etter en milliard kolonner",
        ".docx",
        body(
            '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
        ),
        "",
    )
    yield Hostile(
        "tall som ikke er tall",
        ".docx",
        body('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="mange"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
        "",
    )
    yield Hostile(
        "en stil som bygger på seg selv",
        ".docx",
        changed(
            ".docx",
            "word/styles.xml",
            lambda xml: xml.replace(
                b'w:styleId="Normal">', b'w:styleId="Normal"><w:basedOn w:val="Normal"/>'
            ),
        ),
        "",
    )
    yield Hostile(
        "et avsnitt med en million tegn",
        ".docx",
        body(f"<w:p><w:r><w:t>{'Bygge vei og ' * 80_000}</w:t></w:r></w:p>"),
        "",
    )
    yield Hostile(
        "30 000 avsnitt",
        ".docx",
        body("<w:p><w:r><w:t>1.1 Bygge vei</w:t></w:r></w:p>" * 30_000),
        "rader og avsnitt",
    )


def sheets() -> Iterator[Hostile]:
    """Yield workbooks with something far away, or over all of a sheet."""
    for ending in (".xlsx", ".xlsm"):
        yield Hostile(
            "en celle i siste rad",
            ending,
            book(lambda sheet: sheet.__setitem__("A1048576", "x")),
            "noe skrevet i rad 1 048 576",
        )
        yield Hostile(
            "en celle i siste kolonne",
            ending,
            book(lambda sheet: sheet.__setitem__("XFD2", "x")),
            "noe skrevet i kolonne 16 384",
        )
        yield Hostile("en merknad i siste rad", ending, book(remark), "noe skrevet i rad 1 048 576")
        for where in ("A1:XFD1048576", "A1:A1048576", "A1:XFD200", "B5:CV3000"):
            yield Hostile(f"flettet {where}", ending, merged(where), "flettede celler")
        yield Hostile("flettet i mange små", ending, changed(".xlsx", SHEET, many_merged), "flettede celler")
    yield Hostile(
        "skjulte rader og kolonner i en million",
        ".xlsx",
        changed(
            ".xlsx",
            SHEET,
            lambda xml: xml.replace(
                b"<sheetData>", b'<cols><col min="1" max="16384" hidden="1"/></cols><sheetData>'
            ),
        ),
        "",
    )
    yield Hostile(
        "rad null", ".xlsx", changed(".xlsx", SHEET, lambda xml: xml.replace(b'r="A1"', b'r="A0"')), ""
    )
    yield Hostile(
        "en celle uten navn",
        ".xlsx",
        changed(".xlsx", SHEET, lambda xml: xml.replace(b'r="A2"', b'r="??"')),
        "",
    )
    yield Hostile(
        "et tall som ikke er et tall",
        ".xlsx",
        changed(
            ".xlsx", SHEET, lambda xml: xml.replace(b't="s"', b't="n"').replace(b"<v>0</v>", b"<v>1e400</v>")
        ),
        "",
    )
    yield Hostile("en dag i år 9999999", ".xlsx", book(far_day), "")
    yield Hostile("300 ark", ".xlsx", many_sheets, "")


def pdfs() -> Iterator[Hostile]:
    """Yield PDFs with too much of something."""
    yield Hostile("300 000 tegn på en side", ".pdf", letters(10, 30_000), "side 1 har mer enn 12 000 tegn")
    yield Hostile("13 000 tegn på en side", ".pdf", letters(10, 1_300), "side 1 har")
    yield Hostile("30 000 streker på en side", ".pdf", strokes(30_000), "streker og figurer")
    yield Hostile("401 sider", ".pdf", pages(401), "dokumentet har 401 sider")
    yield Hostile("en del på 400 MB", ".pdf", stream(400), "når den pakkes ut")
    yield Hostile("passord", ".pdf", locked_pdf, "passordbeskyttet")
    yield Hostile("sider som viser til seg selv", ".pdf", content(LOOP), "")
    yield Hostile("bare begynnelsen", ".pdf", content(b"%PDF-1.7\n%%EOF"), "filen er ødelagt")
    yield Hostile("et rutenett over hele siden", ".pdf", grid(120), "")
    yield Hostile("19 000 streker på kryss og tvers", ".pdf", weave(9_500), "")
    yield Hostile("9 000 ruter", ".pdf", weave(0, 9_000), "")
    yield Hostile("skannet", ".pdf", pages(2), "tekstgjenkjenning")


def texts() -> Iterator[Hostile]:
    """Yield texts with too many lines, or with one that never ends."""
    separators = {".csv": ";", ".tsv": "\t", ".txt": "\t", ".md": "|"}
    for ending, mark in separators.items():
        row = f"Bygge vei{mark}2026\n"
        yield Hostile(
            "50 000 rader",
            ending,
            content(f"Tiltak{mark}Frist\n{row * 50_000}".encode()),
            "teksten har 50 002 linjer",
        )
        for name, sign in (
            ("linjeskift", b"\n"),
            ("vognretur", b"\r"),
            ("begge", b"\r\n"),
            ("Unicodes linjeskift", "\u2028".encode()),
        ):
            yield Hostile(
                f"to millioner {name}",
                ending,
                content(sign * (2_000_000 // len(sign) if len(sign) < 3 else 1_000_000)),
                "linjer",
            )
        yield Hostile("en linje på 3 MB", ending, content(b"Bygge ny vei til skolen og " * 110_000), "")
        yield Hostile("en million skilletegn", ending, content(mark.encode() * 1_000_000), "")
        yield Hostile("en million anførselstegn", ending, content(b'"' * 1_000_001), "")
        yield Hostile(
            "en celle med 15 000 linjer",
            ending,
            content(b'Tiltak;Frist\n"' + b"a\n" * 15_000 + b'";2026\n'),
            "",
        )
        yield Hostile("15 000 linjer med bare ett tegn", ending, content(b"1\n" * 15_000), "")
        yield Hostile(
            "15 000 tall",
            ending,
            content("".join(f"1.{i} Bygge vei {i}\n" for i in range(15_000)).encode()),
            "",
        )
        yield Hostile(
            "dype punkter",
            ending,
            content("".join(f"{' ' * i}- Bygge vei {i}\n" for i in range(2_500)).encode()),
            "",
        )
        yield Hostile("UTF-16 uten slutt", ending, content(b"\xff\xfe" + b"A\0" * 10_000 + b"\xd8"), "")
        yield Hostile(
            "4 000 ulike tabeller",
            ending,
            content(
                "".join(f"Tiltak{mark}Frist\nBygge vei {i}{mark}2026\n\n" for i in range(4_000)).encode()
            ),
            "",
        )


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
GROUPS: dict[str, Callable[[], Iterator[Hostile]]] = {
    "ødelagt": broken, "noe annet": foreign, "ingen fil": no_files, "pakker": packages, "ark": sheets, "PDF": pdfs, "tekst": texts,
}  # fmt: skip
MEMORY = 2_000_000_000
"""Bytes that reading any of them may take, of addresses, the program and its libraries (some 600 MB) with them."""


def became(files: Iterator[Hostile]) -> dict[str, str]:
    """Return for each file what an editor is told, or «lest»."""
    import resource

    from macros.innlesing.readers.lines import Unreadable
    from tests.innlesing.read_in import read

    found = {}
    for one in files:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"fil{one.ending}"
            one.write(path)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
            try:
                result = read(path)
                said = "lest" if result.ok else "lest, men regnskapet går ikke opp"
            except Unreadable as error:
                said = str(error)
            except BaseException as error:
                said = f"FEIL {type(error).__name__}: {error}"
            found[f"{one.name} {one.ending}"] = said
    return found


if __name__ == "__main__":
    print(json.dumps(became(GROUPS[sys.argv[1]]()), ensure_ascii=False))
