"""Documents in the shapes that a stranger brought: what municipalities' templates, spreadsheets and old habits make of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from . import files
from .case import Case, answer, h, lines_as, p, rows
from .strange_word import cards, word

FIELDS = ("ordlyd", "frist", "ansvar")


def strange() -> Iterator[Case]:
    """Yield them all."""
    yield from word()
    yield from cards()
    yield from books()
    yield from plain_texts()
    yield from printed()


def book(
    *sheets: tuple[str, Sequence[Sequence[Any]]], change: Callable[[Any], object] | None = None
) -> Callable[[Path], None]:
    """Return what writes a workbook of sheets, each with its name and rows."""

    def write(path: Path) -> None:
        import openpyxl

        made = openpyxl.Workbook()
        made.remove(made.active)
        for name, lines in sheets:
            sheet = made.create_sheet(name)
            for line in lines:
                sheet.append(list(line))
        if change:
            change(made)
        made.save(path)

    return write


def books() -> Iterator[Case]:
    """Yield workbooks."""
    top = [("Handlingsplan for Testby 2026–2029",), (), ("Område", "Tiltak", "Ansvar", "Ferdig", "Internt"), ("Sentrum", "Feie torget hver vår", "Drift", date(2026, 5, 1), "spør Kari"), ("", "Henge opp julelys", "Drift", date(2026, 12, 1), ""), ("Havn", "Male fyret", "Havnevesenet", date(2027, 6, 15), "")]  # fmt: skip

    def dress(made: Any) -> None:
        sheet = made.worksheets[0]
        sheet.merge_cells("A1:E1")
        sheet.merge_cells("A4:A5")
        sheet.column_dimensions["E"].hidden = True
        for cell, shown in (("D4", "mmm yy"), ("D5", "mmmm yyyy"), ("D6", "d.m.yyyy")):
            sheet[cell].number_format = shown
        hidden = made.create_sheet("Gammel")
        hidden.append(("Tiltak", "Frist"))
        hidden.append(("Rive brua", "2019"))
        hidden.sheet_state = "hidden"

    yield Case("tittel over, flettet område, skjult kolonne og ark .xlsx", 6, ".xlsx", book(("Plan", top), change=dress),
               answer(FIELDS, ("Feie torget hver vår", "mai 26", "Drift"), ("Henge opp julelys", "desember 2026", "Drift"), ("Male fyret", "15.6.2027", "Havnevesenet")),
               areas=("Sentrum", "Havn"), told=("skjulte kolonner (E)", "«Rive brua 2019»"))  # fmt: skip
    one, two = (
        (("Tiltak", "Frist"), ("Lage turapp", 2026), ("Merke rundløype", 2027)),
        (("Tiltak", "Frist"), ("Holde messe", 2026), ("Lage jobbportal", 2028)),
    )
    yield Case("ett ark for hvert område, og et med forklaring .xlsx", 7, ".xlsx", book(("Forklaring", (("Slik bruker du arket",), ("Fyll ut alle kolonnene.",))), ("Friluftsliv", one), ("Arbeid", two)),
               [{"ordlyd": str(t), "frist": str(f)} for t, f in (*one[1:], *two[1:])], areas=("Friluftsliv", "Arbeid"))  # fmt: skip
    numbered = (("Nr", "Tiltak", "Frist"), *((1 + i / 10 if i < 10 else 1.1, f"{verb} skiløypa", 2026) for i, verb in enumerate(("Lyssette", "Preparere", "Merke", "Utvide", "Rydde", "Kartlegge", "Grøfte", "Asfaltere", "Forlenge", "Vedlikeholde"), 1)))  # fmt: skip
    yield Case("1.10 som er blitt 1.1 .xlsx", 6, ".xlsx", book(("Plan", numbered)), [{"ordlyd": str(line[1]), "frist": "2026"} for line in numbered[1:]], told=("1.10 kan ha blitt 1.1",))  # fmt: skip

    def days(made: Any) -> None:
        for cell in ("A2", "A3"):
            made.worksheets[0][cell].number_format = "d.m"

    yield Case("numre som er blitt dager .xlsx", 6, ".xlsx", book(("Plan", (("Nr", "Tiltak", "Frist"), (date(2026, 1, 1), "Tømme fangdammen", "2026"), (date(2026, 2, 1), "Plante kantskog", "2027"))), change=days),
               answer(("nr", "ordlyd", "frist"), ("1.1", "Tømme fangdammen", "2026"), ("1.2", "Plante kantskog", "2027")), told=("Excel kan ha gjort et nummer",))  # fmt: skip

    def headed(made: Any) -> None:
        made.worksheets[0].merge_cells("A1:B1")

    yield Case("overskriften flettet over nummer og ordlyd .xlsx", 6, ".xlsx", book(("Plan", (("Tiltak\n(hva skal gjøres)", None, "Ansvar\n(hvem)"), ("1.1", "Åpne fritidsklubb", "Kultur"), ("1.2", "Kjøpe inn utstyr", "Kultur"))), change=headed),
               answer(("nr", "ordlyd", "ansvar"), ("1.1", "Åpne fritidsklubb", "Kultur"), ("1.2", "Kjøpe inn utstyr", "Kultur")))  # fmt: skip
    state = (
        ("Prioritet", "Tiltak", "Ansvar", "Status 2025", "Ny frist"),
        (1, "Reparere kaia", "Havn", "Ikke startet", "høsten 2026"),
        (2, "Kjøpe redningsbåt", "Havn", "I gang", "2027"),
    )
    yield Case("prioritet og status ved siden av .xlsx", 7, ".xlsx", book(("Plan", state)), [{"ordlyd": str(t), "frist": str(f), "ansvar": str(a)} for _, t, a, _, f in state[1:]])  # fmt: skip
    money = (
        ("Tiltak", 2026, 2027, 2028, "Ansvar"),
        ("Rehabilitere svømmehall", 1500000, 2000000, None, "Eiendom"),
        ("Bygge ballbinge", None, 400000, None, "Idrett"),
        ("Totalt", 1500000, 2400000, None, None),
    )

    def kroner(made: Any) -> None:
        for line in made.worksheets[0]["B2:D4"]:
            for cell in line:
                cell.number_format = "#,##0"

    yield Case("beløp i årskolonner med totalen under .xlsx", 7, ".xlsx", book(("Plan", money), change=kroner), answer(("ordlyd", "ansvar"), ("Rehabilitere svømmehall", "Eiendom"), ("Bygge ballbinge", "Idrett")))  # fmt: skip


def plain_texts() -> Iterator[Case]:
    """Yield CSV, pasted text and Markdown."""
    csv = 'Nr;Tiltak;Ansvar;Frist;;;\r\n1;"Bygge bru;\r\nmed gangfelt";Vegvesenet;2027;;;\r\n2;"Lage ""åpen dag""";Næring;2026;;;\r\n;;;;;;\r\n'
    yield Case("CSV fra Excel med tomme kolonner .csv", 2, ".csv", lambda path: path.write_bytes(csv.encode("cp1252")),
               answer(("nr", "ordlyd", "ansvar", "frist"), ("1", "Bygge bru;\nmed gangfelt", "Vegvesenet", "2027"), ("2", 'Lage "åpen dag"', "Næring", "2026")), told=("Windows-1252",))  # fmt: skip
    comma = 'Tiltak,Kostnad,Ansvar\n"Kjøpe minibuss","1,5 mill.",Drift\n"Leie hall, garderober og kiosk",,Kultur\n'
    yield Case("CSV med komma .csv", 2, ".csv", files.text(comma), answer(("ordlyd", "kostnad", "ansvar"), ("Kjøpe minibuss", "1,5 mill.", "Drift"), ("Leie hall, garderober og kiosk", "", "Kultur")))  # fmt: skip
    asked = "Kva skal gjerast?;Kven har ansvaret?;Når?\nByggje gangveg;Teknisk;2026\nSkipe ungdomsråd;Oppvekst;haust 2026\n"
    yield Case("spørsmål på nynorsk .csv", 7, ".csv", files.text(asked), answer(("ordlyd", "ansvar", "frist"), ("Byggje gangveg", "Teknisk", "2026"), ("Skipe ungdomsråd", "Oppvekst", "haust 2026")))  # fmt: skip
    md = (
        "# Plan\n\n## 1. Natur\n\n| **Tiltak** | Hvem | Når |\n|:--|:-:|--:|\n| Rydde [stranda](https://eksempel.no) | Speiderne | 2026 |\n| Telle *hekkende* fugl | Skolen | 2027 |\n\n"
        "## 2. Kultur\n\n| **Tiltak** | Hvem | Når |\n|:--|:-:|--:|\n| Sette opp spel | Teaterlaget | 2028 |\n"
    )  # fmt: skip
    yield Case("Markdown med lenker og uthevet skrift .md", 3, ".md", files.text(md), answer(("ordlyd", "ansvar", "frist"), ("Rydde stranda", "Speiderne", "2026"), ("Telle hekkende fugl", "Skolen", "2027"), ("Sette opp spel", "Teaterlaget", "2028")), areas=("Natur", "Kultur"))  # fmt: skip
    struck = "## Tiltak\n\n- Lage skatepark\n- ~~Bygge alpinanlegg~~\n- [ ] Åpne bibliotek på kvelden\n"
    yield Case("strøket og avkrysset i Markdown .md", 3, ".md", files.text(struck), answer(("ordlyd",), ("Lage skatepark",), ("Bygge alpinanlegg",), ("Åpne bibliotek på kvelden",)), told=("«Bygge alpinanlegg» er strøket over",))  # fmt: skip
    pasted = "Tiltak\tAnsvar\tFrist\nSENTRUM\t\t\nVaske fasader\tGårdeierne\t2026\nSette opp drikkefontene\tTeknisk\t2027\nGRENDENE\t\t\nAsfaltere grendeveien\tTeknisk\t2028\n\tAnsvar\tFrist\nHolde grendelag\tGrendelaget\tÅrlig\n"
    yield Case("limt inn med overskrifter i store bokstaver .txt", 3, ".txt", files.text(pasted),
               answer(("ordlyd", "ansvar", "frist"), ("Vaske fasader", "Gårdeierne", "2026"), ("Sette opp drikkefontene", "Teknisk", "2027"), ("Asfaltere grendeveien", "Teknisk", "2028"), ("Holde grendelag", "Grendelaget", "Årlig")), areas=("SENTRUM", "GRENDENE"))  # fmt: skip
    wrapped = "Tiltak i planperioden\n\n1) Opprette et fast møtested for kommunen, næringslivet og de som\n   driver frivillig arbeid i bygda\n2) Gi støtte til nærbutikken\n3) Arbeide for fast helikopterrute hele året, og for bedre\n   kollektivtilbud i helgene\n"
    yield Case("nummerert liste brutt for hånd .txt", 3, ".txt", files.text(wrapped),
               [{"ordlyd": t} for t in ("Opprette et fast møtested for kommunen, næringslivet og de som driver frivillig arbeid i bygda", "Gi støtte til nærbutikken", "Arbeide for fast helikopterrute hele året, og for bedre kollektivtilbud i helgene")])  # fmt: skip


def printed() -> Iterator[Case]:
    """Yield PDFs."""
    body = (
        ("Reparere demningen", "2026", "Kraftlaget"),
        ("Sette ut fisk i vatnet", "2027", "Jeger- og fiskerforeningen"),
        ("Bygge fiskeplass for alle", "2026–2028", "Kommunen"),
    )

    def bands(style: str) -> Callable[[Path], object]:
        from .case import band

        return lines_as(f".pdf:{style}", [h("Plan"), *rows(("Tiltak", "Frist", "Ansvar")), band("Vann og vassdrag", 3), *rows(*body), band("Skog", 3), *rows(*((f"{t} igjen", w, a) for t, w, a in body))])  # fmt: skip

    for style in ("", "zebra", "bare", "streker"):
        yield Case(f"båndrader i PDF {style} .pdf", 5, ".pdf", bands(style), answer(FIELDS, *body, *((f"{t} igjen", w, a) for t, w, a in body)), areas=("Vann og vassdrag", "Skog"))  # fmt: skip
    yield Case(
        "punkter i to spalter .pdf",
        5,
        ".pdf",
        two_columns,
        [{"ordlyd": t} for t in ("Lage akebakke", "Bygge trapp", "Male gjerdet", "Kjøpe kano")],
        refused=True,
    )
    yield Case(
        "avsnitt i to spalter før tabellen .pdf",
        5,
        ".pdf",
        lambda path: two_columns(path, table=True),
        answer(FIELDS, *body),
        refused=True,
        wish={"tables": (2,)},
    )
    yield Case("bunntekst på hver side .pdf", 5, ".pdf", footed, answer(FIELDS, *body * 12))
    yield Case("kort i en PDF uten linjer .pdf", 5, ".pdf", lines_as(".pdf:bare", [line for i, (t, w, a) in enumerate(body, 1) for line in (h(f"Område {i}", 2), *rows(("Tiltak", t), ("Frist", w), ("Ansvar", a), table=i))]), answer(FIELDS, *body))  # fmt: skip
    yield Case("årskolonner i en PDF uten linjer .pdf", 5, ".pdf", lines_as(".pdf:bare", [h("Tiltak"), p("Kryssene viser når."), *rows(("Tiltak", "Ansvar", "2026", "2027", "2028"), ("Lage isbane", "Drift", "x", "", "x"), ("Bytte lys", "Drift", "", "x", ""), ("Kjøpe traktor", "Drift", "", "", "x"))]), answer(("ordlyd", "ansvar"), ("Lage isbane", "Drift"), ("Bytte lys", "Drift"), ("Kjøpe traktor", "Drift")))  # fmt: skip


def two_columns(path: Path, *, table: bool = False) -> None:
    """Points or prose in two columns beside each other, and a ruled table below."""
    from reportlab.lib import colors
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Table

    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    page = Canvas(str(path), invariant=1)
    page.setFont("Vera", 10)
    if not table:
        page.drawString(60, 800, "Tiltak")
        for i, (left, right) in enumerate(
            (("• Lage akebakke", "• Male gjerdet"), ("• Bygge trapp", "• Kjøpe kano"))
        ):
            page.drawString(60, 780 - 14 * i, left)
            page.drawString(320, 780 - 14 * i, right)
        page.save()
        return
    words = [
        "Kommunen",
        "har",
        "lange",
        "tradisjoner",
        "for",
        "å",
        "ta",
        "vare",
        "på",
        "vann",
        "og",
        "vassdrag",
        "og",
        "alle",
        "som",
        "bor",
        "her",
        "har",
        "et",
        "forhold",
        "til",
        "dem",
    ]
    for column, x in enumerate((60, 320)):
        for i in range(6):
            page.drawString(x, 800 - 13 * i, " ".join(words[(i + 3 * column) % 14 :][:6]))
    its = Table([("Tiltak", "Frist", "Ansvar"), ("Reparere demningen", "2026", "Kraftlaget"), ("Sette ut fisk i vatnet", "2027", "Jeger- og fiskerforeningen"), ("Bygge fiskeplass for alle", "2026–2028", "Kommunen")],
                style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTNAME", (0, 0), (-1, -1), "Vera")])  # fmt: skip
    its.wrapOn(page, 500, 500)
    its.drawOn(page, 60, 500)
    page.save()


def footed(path: Path) -> None:
    """A long ruled table with a line of text and the number of the page at the foot of each page."""
    from reportlab.lib import colors
    from reportlab.platypus import SimpleDocTemplate, Table

    body = (
        ("Reparere demningen", "2026", "Kraftlaget"),
        ("Sette ut fisk i vatnet", "2027", "Jeger- og fiskerforeningen"),
        ("Bygge fiskeplass for alle", "2026–2028", "Kommunen"),
    )

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 30, "Handlingsplan for Testby")
        canvas.drawRightString(530, 30, f"Side {document.page}")

    table = Table(
        [("Tiltak", "Frist", "Ansvar"), *body * 12],
        style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
        repeatRows=1,
    )
    SimpleDocTemplate(str(path), pagesize=(595, 400), invariant=1).build(
        [table], onFirstPage=foot, onLaterPages=foot
    )
