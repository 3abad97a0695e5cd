"""Writes the documents of the corpus that need more than rows and paragraphs: nested tables, drawings, number formats."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from .case import Case, answer

FIELDS = ("ordlyd", "frist", "ansvar")
HEAD = ("Tiltak", "Frist", "Ansvar")
BODY = (("Bygge ny vei til skolen", "2026", "Teknisk etat"), ("Lage skilt i sentrum", "2027", "Oppvekst"))


def text(content: str) -> Callable[[Path], object]:
    """Return what writes a text as it is."""
    return lambda path: path.write_text(content, "utf-8")


def table_of(document: Any, rows: Any) -> Any:
    """Add a table to a Word document or a cell of one."""
    table = document.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        for cell, said in zip(table.add_row().cells, row, strict=False):
            cell.text = said
    return table


def merged_docx(rows: Any, *merges: tuple[tuple[int, int], tuple[int, int]]) -> Callable[[Path], None]:
    """Return what writes a table with cells merged, each from its first to its last as (row, column)."""

    def write(path: Path) -> None:
        import docx

        document = docx.Document()
        table = table_of(document, rows)
        for first, last in merges:
            said = table.cell(*first).text
            table.cell(*first).merge(table.cell(*last))
            table.cell(*first).text = said
        document.save(str(path))

    return write


def uneven_docx(path: Path) -> None:
    """A table whose second row lacks its last cell."""
    import docx

    document = docx.Document()
    table = table_of(
        document,
        [HEAD, ("Bygge ny vei til skolen", "2026", ""), ("Lage skilt i sentrum", "2027", "Teknisk etat")],
    )
    row = table.rows[1]._tr
    row.remove(row.tc_lst[-1])
    document.save(str(path))


def points_in_cells(path: Path) -> None:
    """A cell with a list of points in it."""
    import docx

    document = docx.Document()
    table = table_of(
        document, [HEAD, ("Bygge vei:", "2026", "Teknisk etat"), ("Lage skilt i sentrum", "2027", "Oppvekst")]
    )
    for said in ("Grave grøfter", "Asfaltere veien"):
        table.cell(1, 0).add_paragraph(said, style="List Bullet")
    document.save(str(path))


def nested_docx(path: Path) -> None:
    """A table of one cell that holds the heading and the plan's table."""
    import docx

    from .documents import HEAD, plan

    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "Handlingsplan"
    inner = cell.add_table(rows=0, cols=3)
    for row in (HEAD, *plan(4)):
        for one, said in zip(inner.add_row().cells, row, strict=True):
            one.text = said
    document.save(str(path))


def plain_docx(path: Path, *, picture: bool = False) -> None:
    """The plan of two tiltak as a Word document."""
    import docx

    document = docx.Document()
    table_of(document, [HEAD, *BODY])
    if picture:
        from PIL import Image

        Image.new("RGB", (200, 80), "white").save(path.with_suffix(".png"))
        document.add_picture(str(path.with_suffix(".png")))
    document.save(str(path))


def with_part(name: str, content: str, *, wb: bool = False) -> Callable[[Path], None]:
    """Return what writes the plan of two tiltak with one more part in its package."""

    def write(path: Path) -> None:
        (plain_xlsx if wb else plain_docx)(path)
        with zipfile.ZipFile(path, "a") as package:
            package.writestr(name, content)

    return write


def in_body(xml: str) -> Callable[[Path], None]:
    """Return what writes the plan of two tiltak with an element more at the end of its text."""

    def write(path: Path) -> None:
        import docx
        from docx.oxml import parse_xml

        plain_docx(path)
        document = docx.Document(str(path))
        document.element.body.insert(1, parse_xml(xml))
        document.save(str(path))

    return write


def plain_xlsx(path: Path) -> None:
    """The plan of two tiltak as a workbook."""
    import openpyxl

    book = openpyxl.Workbook()
    for row in (HEAD, *BODY):
        book.active.append(list(row))
    book.save(path)


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
DIAGRAM = (
    f'<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" {_A}><dgm:ptLst><dgm:pt>'
    "<dgm:t><a:p><a:r><a:t>Arrangere messe</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
)
CHART = (
    f'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" {_A}><c:chart><c:title><c:tx><c:rich>'
    "<a:p><a:r><a:t>Folketall i bygda</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart></c:chartSpace>"
)
DRAWING = (
    f'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" {_A}><xdr:twoCellAnchor><xdr:sp>'
    "<xdr:txBody><a:p><a:r><a:t>Arrangere messe</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"
)
EQUATION = f'<w:p {_W} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></w:p>'
BOX = (
    f'<w:p {_W} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>'
    "Husk høringen i mai</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)


def accounted() -> Iterator[Case]:
    """Yield documents with text where readers do not look."""
    true = answer(FIELDS, *BODY)
    way_on = {"mark_unread": True}
    yield Case("SmartArt .docx", 4, ".docx", with_part("word/diagrams/data1.xml", DIAGRAM), true, refused=True, wish=way_on, told=("Arrangere messe", "SmartArt"))  # fmt: skip
    yield Case("diagram .docx", 4, ".docx", with_part("word/charts/chart1.xml", CHART), true, refused=True, wish=way_on, told=("Folketall i bygda", "diagram"))  # fmt: skip
    yield Case(
        "ligning .docx",
        4,
        ".docx",
        in_body(EQUATION),
        true,
        refused=True,
        wish=way_on,
        told=("a=b", "ligning"),
    )
    yield Case("tekstboks .docx", 4, ".docx", in_body(BOX), true, told=("Husk høringen i mai",))
    yield Case("tegning .xlsx", 4, ".xlsx", with_part("xl/drawings/drawing1.xml", DRAWING, wb=True), true, refused=True, wish=way_on, told=("Arrangere messe", "tegning"))  # fmt: skip
    yield Case("merknad i en PDF .pdf", 4, ".pdf", remark_pdf, true, refused=True, wish=way_on, told=("merknad", "Arrangere messe"))  # fmt: skip
    yield Case("merknad og bilde .xlsx", 4, ".xlsx", commented_xlsx, true, told=("Spør rådmannen", "1 bilde"))
    yield Case(
        "bilde .docx", 4, ".docx", lambda path: plain_docx(path, picture=True), true, told=("1 bilde",)
    )
    yield Case("side med bare et bilde .pdf", 4, ".pdf", picture_pdf, true, told=("side 2", "bilde"))


def remark_pdf(path: Path) -> None:
    """The plan, with a remark that somebody has put on the page."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Table

    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    table = Table([HEAD, *BODY], style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    table.wrapOn(canvas, 500, 500)
    table.drawOn(canvas, 50, 600)
    canvas.textAnnotation("Arrangere messe", Rect=[50, 500, 80, 530])
    canvas.save()


def commented_xlsx(path: Path) -> None:
    """The plan, with a comment on a cell and a picture beside it."""
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.drawing.image import Image as Drawing
    from PIL import Image

    plain_xlsx(path)
    book = openpyxl.load_workbook(path)
    assert book.active is not None
    book.active["A2"].comment = Comment("Spør rådmannen", "T")
    Image.new("RGB", (20, 20), "grey").save(path.with_suffix(".png"))
    book.active.add_image(Drawing(str(path.with_suffix(".png"))), "F2")
    book.save(path)


def picture_pdf(path: Path) -> None:
    """The plan on the first page, and a scanned page."""
    from PIL import Image
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import Image as Picture
    from reportlab.platypus import PageBreak, SimpleDocTemplate, Table

    picture = path.with_suffix(".png")
    Image.new("RGB", (300, 400), "grey").save(picture)
    table = Table([HEAD, *BODY], style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1).build(
        [table, PageBreak(), Picture(str(picture), 400, 500)]
    )


STRUCK = (
    "Bygge vei",
    "Lage skilt",
    "Rydde torget",
    "Male benker",
    "Sette opp lys",
    "Kjøpe båt",
    "Holde messe",
    "Plante trær",
)


def struck_docx(path: Path) -> None:
    """Tiltak that styles strike out or hide, one style on the other; a row that is hidden, and one that is deleted."""
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement

    document = docx.Document()
    struck, grey, double, hidden = (
        document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        for name in ("Utgår", "Utgår grå", "Utgår helt", "Skjult")
    )
    struck.font.strike, double.font.double_strike, hidden.font.hidden = True, True, True
    grey.base_style = struck
    whole = document.styles.add_style("Utgår avsnitt", WD_STYLE_TYPE.PARAGRAPH)
    whole.font.strike = True
    table = table_of(document, [("Tiltak", "Frist"), *((said, "2026") for said in STRUCK)])
    looks = (struck, grey, whole, grey, double, hidden)
    for i, look in enumerate(looks, 1):
        run = table.cell(i, 0).paragraphs[0].runs[0]
        (table.cell(i, 0).paragraphs[0] if look is whole else run).style = look
        if i == 4:
            run.font.strike = False
    for i, name in ((7, "w:hidden"), (8, "w:del")):
        table.rows[i]._tr.get_or_add_trPr().append(OxmlElement(name))
    document.save(str(path))


def struck_xlsx(path: Path) -> None:
    """A cell that is struck out, and one of which a part is, with the mark of a note."""
    import openpyxl
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font

    plain_xlsx(path)
    book = openpyxl.load_workbook(path)
    assert book.active is not None
    book.active["A2"].font = Font(strike=True)
    raised = TextBlock(InlineFont(vertAlign="superscript"), "2")
    book.active["A3"] = CellRichText("Lage skilt", TextBlock(InlineFont(strike=True), " i sentrum"), raised)
    book.save(path)


def struck_pdf(path: Path) -> None:
    """A tiltak that a line is drawn through, and one with a line under it."""
    from reportlab.lib import colors
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    normal = getSampleStyleSheet()["Normal"]
    first, second = BODY
    body = [
        HEAD,
        [Paragraph(f"<strike>{first[0]}</strike>", normal), *first[1:]],
        [Paragraph(f"<u>{second[0]}</u>", normal), *second[1:]],
    ]
    table = Table(body, colWidths=[200, 80, 120], style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    SimpleDocTemplate(str(path), invariant=1).build([table])


def struck() -> Iterator[Case]:
    """Yield documents with text that is struck out or hidden otherwise than by its own letters."""
    rest = [(said, "2026") for said in STRUCK[:7]]
    said = [f"«{STRUCK[i]}» er strøket over" for i in (0, 1, 2, 4)]
    yield Case("strøket over og skjult av stiler .docx", 3, ".docx", struck_docx, answer(("ordlyd", "frist"), *rest),
               told=(*said, "«Kjøpe båt» er skjult", "rad 8 er skjult", "Raden er slettet i dokumentet."))  # fmt: skip
    yield Case("strøket over .xlsx", 3, ".xlsx", struck_xlsx, answer(FIELDS, BODY[0], ("Lage skilt i sentrum2", *BODY[1][1:])),
               told=("«Bygge ny vei til skolen» er strøket over", "«i sentrum» er strøket over", "«2» er hevet skrift"))  # fmt: skip
    yield Case("strøket over .pdf", 3, ".pdf", struck_pdf, answer(FIELDS, *BODY), told=("«Bygge ny vei til skolen» er strøket over",))  # fmt: skip


def excel() -> Iterator[Case]:
    """Yield workbooks whose cells show something else than they hold."""

    def write(value: Any, shown: str) -> Callable[[Path], None]:
        def to(path: Path) -> None:
            import openpyxl

            book = openpyxl.Workbook()
            for row in (
                HEAD,
                ("Bygge ny vei til skolen", value, "Teknisk etat"),
                ("Lage skilt i sentrum", "2027", "Oppvekst"),
            ):
                book.active.append(list(row))
            book.active["B2"].number_format = shown
            book.save(path)

        return to

    for name, value, shown, text_shown in (
        ("år", date(2026, 1, 1), "yyyy", "2026"), ("dag", date(2026, 3, 5), "d.m.yyyy", "5.3.2026"), ("tall", 2026, "General", "2026"),
        ("måned", date(2026, 5, 1), "mmm yy", "mai 26"), ("hel måned", date(2026, 5, 1), "[$-414]mmmm yyyy;@", "mai 2026"),
        ("kort dag", date(2026, 3, 5), "mm-dd-yy", "05.03.2026"), ("tusener", 1234567, '#,##0\\ "kr"', "1 234 567 kr"),
        ("andel", 0.125, "0.0%", "12,5%"), ("nuller foran", 7, "000", "007"), ("desimaler", 1.1, "0.00", "1.10"),
        ("minus", -1500.5, "#,##0.00", "-1 500,50"), ("antall siffer", 22334455, "00 00 00 00", "22 33 44 55"),
    ):  # fmt: skip
        body = (("Bygge ny vei til skolen", text_shown, "Teknisk etat"), BODY[1])
        yield Case(
            f"{name} som {shown} .xlsx", 6, ".xlsx", write(value, shown), answer(FIELDS, *body),
            told=(f"«{text_shown}»",) if isinstance(value, date | float) else (),
        )  # fmt: skip
