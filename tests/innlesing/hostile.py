"""Broken and hostile files, by kind, format and size. Each is made when it is needed, small; what it unfolds to is not.

`GROUPS` has what each is called, its ending, what writes it, and what the message to the editor must say. `python -m
tests.innlesing.hostile GROUP` reads those of a group in bounded memory and prints what became of each as JSON.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.innlesing.hostile_files import (
    DOCUMENT,
    LOOP,
    SHEET,
    Write,
    body,
    book,
    changed,
    content,
    crowded,
    cut,
    deep,
    empty_package,
    entity,
    far_day,
    grid,
    grown,
    letters,
    link,
    locked_pdf,
    many_merged,
    many_sheets,
    merged,
    nested,
    pages,
    plain,
    remark,
    sparse,
    stream,
    strokes,
    weave,
)

PACKED, TEXTS = (".docx", ".xlsx", ".xlsm", ".pdf"), (".csv", ".tsv", ".txt", ".md")
READ = (*PACKED, *TEXTS)


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
