"""Refuse a file that no plan or spreadsheet of statuses can be, before a library opens it: in bounded time and memory.

A file may be small and still unfold to gigabytes. Each limit is far above what real plans have, is said in words, and stands
in `LIMITS` with its reason.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LIMITS = {
    "bytes": 40_000_000,  # A plan of 100 pages with photographs has some 20 MB; GitHub takes 25 MB.
    "text bytes": 4_000_000,  # A plan of 200 pages has 600,000 characters.
    "rows": 5_000,  # The largest table of a real plan has some 300 rows, a whole document some 3,000 lines.
    "columns": 200,  # The widest has some 20.
    "merged": 100_000,  # Cells that merged cells cover: openpyxl makes each of them.
    "unpacked": 200_000_000,  # All parts of an Office file, its pictures with them.
    "part": 25_000_000,  # One part of text; that of a plan of 100 pages has some 3 MB.
    "elements": 1_000_000,  # XML elements in all parts; a plan of 100 pages has some 100,000.
    "parts": 5_000,  # Files within an Office file.
    "pages": 400,  # Of a PDF.
    "letters": 12_000,  # Visible or not, on a page of a PDF; a page full of text has some 5,000.
    "all letters": 1_000_000,  # In a whole PDF; one of 200 pages has some 600,000.
    "shapes": 20_000,  # Lines, areas and pictures on a page of a PDF; a table of 50 rows has some 1,000.
    "stream": 300_000_000,  # One unpacked part of a PDF; a picture of a page at 600 points an inch has 100 MB.
}
"""What a file may have at most."""
_CHUNK = 1 << 20


class TooMuch(ValueError):
    """A file that is not read; the message says why, and what to do, in Norwegian."""


def thousands(number: int) -> str:
    """Return a number as Norwegians write it: «40 000»."""
    return f"{number:,}".replace(",", " ")


def check_file(path: Path, limit: str = "bytes") -> None:
    """Raise TooMuch for what is no ordinary file, is empty, or is larger than a limit. Raises OSError."""
    mode = path.lstat().st_mode
    if not stat.S_ISREG(mode):
        kinds = {stat.S_IFDIR: "en mappe", stat.S_IFLNK: "en lenke til en annen fil"}
        what = kinds.get(stat.S_IFMT(mode), "en enhet eller en kanal")
        raise TooMuch(f"ventet en fil, fant {what}. Oppgi selve filen.")
    size = path.stat().st_size
    if not size:
        raise TooMuch("filen er tom.")
    if size > LIMITS[limit]:
        most = LIMITS[limit] // 1_000_000
        raise TooMuch(
            f"filen er på {size // 1_000_000} MB, og det leses høyst {most} MB. Ta bort bildene, eller lagre bare den "
            "delen som har tiltakene."
        )


def check_package(path: Path) -> None:
    """Raise TooMuch for a Word document or workbook that unfolds to more than any plan, or that declares entities.

    Raises zipfile.BadZipFile for a file that is no such, or broken.
    """
    whole = elements = merged = 0
    with zipfile.ZipFile(path) as package:
        infos = package.infolist()
        if len(infos) > LIMITS["parts"]:
            raise TooMuch(_unfolds(f"{thousands(len(infos))} deler", thousands(LIMITS["parts"])))
        for info in infos:
            is_text = info.filename.lower().endswith((".xml", ".rels", ".vml"))
            is_sheet = is_text and "worksheets/" in info.filename
            part, tail = 0, b""
            # What the package says of its own sizes need not be true.
            for chunk in _unpacked(package, info):
                part += len(chunk)
                whole += len(chunk)
                if whole > LIMITS["unpacked"] or (is_text and part > LIMITS["part"]):
                    most = LIMITS["part"] if is_text else LIMITS["unpacked"]
                    raise TooMuch(_unfolds("mer", f"{most // 1_000_000} MB"))
                if not is_text:
                    continue
                if re.search(rb"<!\x00?(?:D\x00?O\x00?C|E\x00?N\x00?T)", tail + chunk):
                    raise TooMuch(
                        "filen viser til noe utenfor seg selv (en XML-entitet), og det gjør ingen vanlig fil fra Word eller "
                        "Excel. Åpne den i programmet den er laget i, og lagre den på nytt."
                    )
                elements += chunk.count(b"<")
                if elements > 2 * LIMITS["elements"]:
                    raise TooMuch(_unfolds("mer", f"{thousands(LIMITS['elements'])} elementer"))
                if is_sheet:
                    # What is cut off at the end of a chunk is seen whole in the next.
                    seen = (tail + chunk).rpartition(b"<")[0] + b"<"
                    merged += sum(
                        map(_area, re.findall(rb'<(?:\w+:)?mergeCell [^>]*?ref="([^"]*)"(?=[^<]*<)', seen))
                    )
                tail = (tail + chunk)[(tail + chunk).rfind(b"<") :][-500:] if is_sheet else chunk[-20:]
                if merged > LIMITS["merged"]:
                    raise TooMuch(
                        f"et ark har flettede celler over mer enn {thousands(LIMITS['merged'])} ruter. Opphev flettingen i "
                        "Excel, og lagre på nytt."
                    )


def _unfolds(has: str, most: str) -> str:
    """Return what is said of a file that holds too much."""
    return (
        f"filen inneholder {has} når den pakkes ut, og det leses høyst {most}. Åpne den i programmet den er laget i, ta bort "
        "det som ikke hører til tiltakene, og lagre den på nytt."
    )


def _unpacked(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part of a package piece by piece."""
    with package.open(info) as part:
        while chunk := part.read(_CHUNK):
            yield chunk


def _area(reference: bytes) -> int:
    """Return how many cells a range as «A1:C5» covers."""
    found = re.fullmatch(rb"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})", reference)
    if not found:
        return 1
    left, right = (_column(found[i]) for i in (1, 3))
    return (abs(right - left) + 1) * (abs(int(found[4]) - int(found[2])) + 1)


def _column(letters: bytes) -> int:
    """Return the number of a column by its letters: 1 for A."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def extent(sheet: Any) -> tuple[int, int]:
    """Return the last row and column of a sheet of openpyxl in which something is written. Raises TooMuch.

    Cells with a colour and nothing else do not count, so that one far down makes no sheet of a million rows.
    """
    cells = [
        cell for cell in sheet._cells.values() if cell.value is not None or getattr(cell, "comment", None)
    ]
    rows, columns = (
        max((cell.row for cell in cells), default=1),
        max((cell.column for cell in cells), default=1),
    )
    title = sheet.title
    for found, limit, kind in ((rows, LIMITS["rows"], "rad"), (columns, LIMITS["columns"], "kolonne")):
        if found > limit:
            plural = {"rad": "rader", "kolonne": "kolonner"}[kind]
            raise TooMuch(
                f"arket «{title}» har noe skrevet i {kind} {thousands(found)}, og det leses høyst {thousands(limit)} {plural}. "
                "Slett det som står langt fra tabellen, og lagre på nytt."
            )
    return rows, columns


def check_text(raw: bytes) -> None:
    """Raise TooMuch for a text with more lines than any plan."""
    lines = max(raw.count(b"\n"), raw.count(b"\r"), raw.count(b"\x85"), raw.count(b"\xe2\x80\xa8")) + 1
    if lines > 4 * LIMITS["rows"]:
        raise TooMuch(
            f"teksten har {thousands(lines)} linjer, og det leses høyst {thousands(4 * LIMITS['rows'])}. Ta bare med den delen "
            "som har tiltakene."
        )


def check_pdf(path: Path) -> None:
    """Raise TooMuch for a PDF with more pages, or more on a page, than any plan. Raises what PDFium does."""
    import pypdfium2

    raw = path.read_bytes()
    for found in re.finditer(rb"stream\r?\n", raw):
        _check_stream(raw, found.end())
    document = pypdfium2.PdfDocument(path)
    try:
        if len(document) > LIMITS["pages"]:
            raise TooMuch(
                f"dokumentet har {len(document)} sider, og det leses høyst {LIMITS['pages']}. Skriv ut bare sidene som har "
                "tiltakene, til en ny PDF."
            )
        whole = 0
        for number, page in enumerate(document, 1):
            letters = page.get_textpage().count_chars()
            whole += letters
            if whole > LIMITS["all letters"]:
                raise TooMuch(
                    f"dokumentet har mer enn {thousands(LIMITS['all letters'])} tegn, og så mye leses ikke. Skriv ut bare sidene "
                    "som har tiltakene, til en ny PDF."
                )
            shapes = sum(
                1 for _, _ in zip(range(LIMITS["shapes"] + 1), page.get_objects(max_depth=3), strict=False)
            )
            for count, limit, what in (
                (letters, "letters", "tegn"),
                (shapes, "shapes", "streker og figurer"),
            ):
                if count > LIMITS[limit]:
                    raise TooMuch(
                        f"side {number} har mer enn {thousands(LIMITS[limit])} {what}, og så mye leses ikke. Skriv ut bare "
                        "sidene som har tiltakene, til en ny PDF."
                    )
    finally:
        document.close()


def _check_stream(raw: bytes, start: int) -> None:
    """Raise TooMuch when a packed part of a PDF unfolds to more than a picture of a page."""
    unpacker = zlib.decompressobj()
    size, at, rest = 0, start, b""
    try:
        while not unpacker.eof and (rest or at < len(raw)):
            if not rest:
                rest, at = raw[at : at + 65536], at + 65536
            size += len(unpacker.decompress(rest, _CHUNK))
            rest = unpacker.unconsumed_tail
            if size > LIMITS["stream"]:
                raise TooMuch(_unfolds("mer", f"{LIMITS['stream'] // 1_000_000} MB"))
    except zlib.error:
        return
