"""Word documents with what an edited one has: tracked changes, notes, boxes, fields, a table of contents."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .case import Case, answer
from .strange_word import W, add_table, docx_of

FIELDS = ("ordlyd", "frist", "ansvar")
HEAD = ("Tiltak", "Frist", "Ansvar")
FOUR = (
    ("Anlegge pumptrack ved idrettshallen", "2026", "Kultur"), ("Kalke Storvatnet hver vår", "Årlig", "Miljø"),
    ("Tilby gratis veiledning til etablerere", "Løpende", "Næringshagen"), ("Utrede felles legevakt", "2027", "Helse"),
)  # fmt: skip


def edited() -> Iterator[Case]:
    """Yield documents with tracked changes, notes, boxes and fields."""

    def tracked(path: Path) -> None:
        import docx
        from docx.oxml import parse_xml

        document = docx.Document()
        table = add_table(document, [HEAD, *FOUR])
        own = table.cell(1, 1).paragraphs[0]._p
        for run in list(own):
            own.remove(run)
        own.append(
            parse_xml(f'<w:del {W} w:id="1" w:author="x"><w:r><w:delText>2025</w:delText></w:r></w:del>')
        )
        own.append(parse_xml(f'<w:ins {W} w:id="2" w:author="x"><w:r><w:t>2026</w:t></w:r></w:ins>'))
        document.save(str(path))

    yield Case(
        "fristen endret med sporing .docx",
        3,
        ".docx",
        tracked,
        answer(FIELDS, *FOUR),
        told=("2025", "sporede endringer"),
    )

    def field(document: Any) -> None:
        from docx.oxml import parse_xml

        table = add_table(document, [HEAD, *FOUR])
        own = table.cell(1, 1).paragraphs[0]._p
        for run in list(own):
            own.remove(run)
        own.append(parse_xml(f'<w:fldSimple {W} w:instr=" DATE "><w:r><w:t>2026</w:t></w:r></w:fldSimple>'))

    yield Case("frist i et felt .docx", 3, ".docx", docx_of(field), answer(FIELDS, *FOUR))

    def choice(document: Any) -> None:
        from docx.oxml import parse_xml

        table = add_table(document, [HEAD, *FOUR])
        own = table.cell(1, 2).paragraphs[0]._p
        own.getparent().replace(
            own,
            parse_xml(
                f"<w:sdt {W}><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Kultur</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            ),
        )

    yield Case("ansvar i en rullegardin .docx", 3, ".docx", docx_of(choice), answer(FIELDS, *FOUR))

    def boxes(document: Any) -> None:
        add_table(
            document,
            [
                ("Tiltak", "2026", "2027", "Ansvar"),
                *((t, "☒" if i % 2 else "☐", "☐", a) for i, (t, _, a) in enumerate(FOUR)),
            ],
        )

    yield Case(
        "avkryssingsbokser i årskolonner .docx",
        7,
        ".docx",
        docx_of(boxes),
        answer(("ordlyd", "ansvar"), *((t, a) for t, _, a in FOUR)),
    )

    def footnote(path: Path) -> None:
        import docx
        from docx.oxml import parse_xml

        document = docx.Document()
        table = add_table(document, [HEAD, *FOUR])
        table.cell(4, 0).paragraphs[0]._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
        document.save(str(path))
        note = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Forutsetter at nabokommunene blir med.</w:t></w:r></w:p></w:footnote></w:footnotes>'
        rel = '<Relationship Id="rIdNote" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>'
        kind = '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>'
        with zipfile.ZipFile(path) as old:
            parts = {name: old.read(name) for name in old.namelist()}
        parts["word/footnotes.xml"] = note.encode()
        for name, end in (("word/_rels/document.xml.rels", rel), ("[Content_Types].xml", kind)):
            whole = parts[name].decode()
            parts[name] = (whole[: whole.rindex("</")] + end).encode()
        with zipfile.ZipFile(path, "w") as new:
            for name, content in parts.items():
                new.writestr(name, content)

    yield Case(
        "fotnote med forbehold i en celle .docx",
        3,
        ".docx",
        footnote,
        answer(FIELDS, *FOUR),
        told=("Forutsetter at nabokommunene", "tabell 1, rad 5, tiltak 4: fotnoten sier"),
    )

    def rotated(document: Any) -> None:
        from docx.oxml import parse_xml

        table = add_table(document, [HEAD, *FOUR])
        for cell in table.rows[0].cells:
            cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:textDirection {W} w:val="btLr"/>'))

    yield Case("overskriftene stående på høykant .docx", 7, ".docx", docx_of(rotated), answer(FIELDS, *FOUR))

    def contents(document: Any) -> None:
        for text in ("1 Innledning\t2", "2 Tiltak\t3", "2.1 Friluft\t3", "2.2 Velferd\t4"):
            document.add_paragraph(text)
        document.add_heading("1 Innledning", 1)
        document.add_paragraph(
            "Planen gjelder i fire år, og den er laget av kommunen sammen med næringslivet."
        )
        document.add_heading("2 Tiltak", 1)
        for i, (area, some) in enumerate((("Friluft", FOUR[:2]), ("Velferd", FOUR[2:])), 1):
            document.add_heading(f"2.{i} {area}", 2)
            add_table(document, [HEAD, *some])

    yield Case("innholdsfortegnelse først .docx", 7, ".docx", docx_of(contents), answer(FIELDS, *FOUR))

    def google(document: Any) -> None:
        # As Google's program writes it: each cell with a style of its own, empty paragraphs, headings as large letters.
        from docx.shared import Pt

        run = document.add_paragraph().add_run("Handlingsplan")
        run.font.size = Pt(26)
        document.add_paragraph()
        table = document.add_table(rows=0, cols=3)
        for line in (HEAD, *FOUR):
            for cell, text in zip(table.add_row().cells, line, strict=True):
                cell.paragraphs[0].add_run(text[:4]).font.size = Pt(11)
                cell.paragraphs[0].add_run(text[4:])
                cell.add_paragraph()
        document.add_paragraph("\u200b")

    yield Case("skrevet ut av Googles program .docx", 7, ".docx", docx_of(google), answer(FIELDS, *FOUR))

    def soft(document: Any) -> None:
        add_table(
            document,
            [
                HEAD,
                ("Anlegge pump\u00adtrack ved idretts\u2011hallen", "2026", "Kultur\u00a0og idrett"),
                FOUR[1],
            ],
        )

    yield Case(
        "myke bindestreker og harde mellomrom .docx",
        3,
        ".docx",
        docx_of(soft),
        answer(
            FIELDS,
            ("Anlegge pump\u00adtrack ved idretts\u2011hallen", "2026", "Kultur\u00a0og idrett"),
            FOUR[1],
        ),
        refused=None,
    )
