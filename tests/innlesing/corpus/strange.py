"""Documents in the shapes that a stranger brought: what municipalities' templates, spreadsheets and old habits make of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from . import files
from .case import Case, answer, h, lines_as, p, rows

FIELDS = ("ordlyd", "frist", "ansvar")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def strange() -> Iterator[Case]:
    """Yield them all."""
    yield from word()
    yield from cards()
    yield from books()
    yield from plain_texts()
    yield from printed()


def docx_of(make: Callable[[Any], None]) -> Callable[[Path], None]:
    """Return what writes a Word document that a function fills."""

    def write(path: Path) -> None:
        import docx

        document = docx.Document()
        make(document)
        document.save(str(path))

    return write


def add_table(document: Any, lines: Sequence[Sequence[str]], *, style: str = "Table Grid") -> Any:
    """Add a table to a Word document; a row of one text is merged across."""
    width = max(map(len, lines))
    table = document.add_table(rows=0, cols=width)
    table.style = style
    for line in lines:
        cells = table.add_row().cells
        if len(line) == 1 and width > 1:
            cells[0].merge(cells[-1]).text = line[0]
            continue
        for cell, text in zip(cells, line, strict=False):
            cell.text = text
    return table


def tabled(lines: Sequence[Sequence[str]]) -> Callable[[Any], None]:
    """Return what fills a document with a table of these rows."""
    return lambda document: add_table(document, lines) and None


def merge_down(table: Any, column: int, first: int, last: int) -> None:
    """Merge the cells of a column from a row to another, with the text of the first."""
    text = table.cell(first, column).text
    table.cell(first, column).merge(table.cell(last, column)).text = text


def word() -> Iterator[Case]:
    """Yield Word documents with tables and lists."""
    areas = {
        "Satsingsområde 1: Levande sentrum": (("1", "Setje ut benkar og blomekassar", "Teknisk eining", "2026", "50 000"), ("2", "Leige ut tomme lokale til gründarar", "Næringssjefen", "2026–2027", "0")),
        "Satsingsområde 2: Mat og landbruk": (("1", "Arrangere bondens marknad", "Landbrukskontoret", "Kvart år", "30 000"), ("2", "Lage oversyn over ledig jord", "Landbrukskontoret", "2027", "")),
    }  # fmt: skip

    def nynorsk(document: Any) -> None:
        document.add_heading("Handlingsdel til strategisk næringsplan", 0)
        for title, body in areas.items():
            document.add_heading(title, 1)
            add_table(document, [("Nr.", "Tiltak", "Ansvarleg", "Tidsrom", "Kostnad (kr)"), *body])

    yield Case("nynorsk med numre som begynner på nytt .docx", 7, ".docx", docx_of(nynorsk),
               [{"nr": a, "ordlyd": b, "frist": d, "ansvar": c, "kostnad": e} for body in areas.values() for a, b, c, d, e in body],
               areas=("Levande sentrum", "Mat og landbruk"))  # fmt: skip

    def goals(document: Any) -> None:
        document.add_heading("4 Handlingsplan", 1)
        table = add_table(document, [
            ("Mål", "Strategi", "Tiltak", "Ansvar", "Frist"),
            ("Flere arbeidsplasser", "Styrke førstelinja", "Innføre fast åpen dag for bedrifter", "Næringssjef", "1.6.2026"),
            ("", "", "Gi veiledning til nye foretak", "Næringshagen", "Løpende"),
            ("", "Klargjøre areal", "Regulere Myra næringsområde", "Plan og bygg", "2027"),
            ("Attraktivt sentrum", "Byliv", "Ruste opp strandpromenaden", "Teknisk drift", "2028"),
        ])  # fmt: skip
        merge_down(table, 0, 1, 3)
        merge_down(table, 1, 1, 2)

    true = (
        ("Innføre fast åpen dag for bedrifter", "Flere arbeidsplasser", "1.6.2026", "Næringssjef"), ("Gi veiledning til nye foretak", "Flere arbeidsplasser", "Løpende", "Næringshagen"),
        ("Regulere Myra næringsområde", "Flere arbeidsplasser", "2027", "Plan og bygg"), ("Ruste opp strandpromenaden", "Attraktivt sentrum", "2028", "Teknisk drift"),
    )  # fmt: skip
    yield Case(
        "mål og strategi flettet nedover .docx",
        7,
        ".docx",
        docx_of(goals),
        answer(("ordlyd", "mål", "frist", "ansvar"), *true),
    )

    def bands(document: Any) -> None:
        add_table(document, [
            ("Tiltak", "Ansvar", "26", "27", "28"), ("1 Landbruk",), ("1.1 Lage beiteplan", "Landbruk", "x", "", ""), ("1.2 Merke gårdsutsalg", "Landbruk", "", "x", ""),
            ("2 Reiseliv",), ("2.1 Rydde turstier", "Friluftsrådet", "x", "x", "x"), ("2.2 Bygge gapahuk ved Langvatn", "Friluftsrådet", "", "", "x"),
        ])  # fmt: skip

    yield Case("bånd med numre og korte årstall .docx", 7, ".docx", docx_of(bands),
               answer(("nr", "ordlyd", "ansvar"), ("1.1", "Lage beiteplan", "Landbruk"), ("1.2", "Merke gårdsutsalg", "Landbruk"), ("2.1", "Rydde turstier", "Friluftsrådet"), ("2.2", "Bygge gapahuk ved Langvatn", "Friluftsrådet")),
               areas=("Landbruk", "Reiseliv"))  # fmt: skip

    for name, head in {
        "dansk": ("Indsatsområde", "Handling", "Ansvarlig", "Tidsplan"), "svensk": ("Område", "Aktivitet", "Ansvarig", "Klart senast"),
        "nynorsk i spørsmål": ("Satsingsområde", "Kva skal gjerast?", "Kven har ansvaret?", "Når skal det vere ferdig?"),
    }.items():  # fmt: skip
        lines = (
            ("Turisme", "Udvikle en ny cykelrute", "Teknisk forvaltning", "2026"),
            ("Turisme", "Afholde en havnefest", "Havnen", "2027"),
            ("Landbrug", "Kortlægge ledige arealer", "Planafdelingen", "2027"),
        )
        yield Case(f"overskrifter på {name}, med område i første kolonne .docx", 7, ".docx", docx_of(tabled((head, *lines))),
                   [{"ordlyd": b, "ansvar": c, "frist": d} for _, b, c, d in lines], areas=("Turisme", "Landbrug"))  # fmt: skip

    def lettered(document: Any) -> None:
        for area, points in (("A. Vertskap", ("Sette ned et vertskapsråd", "Lage en velkomstpakke")), ("B. Skole og arbeid", ("Holde yrkesmesse", "Opprette lærlingpott"))):  # fmt: skip
            document.add_paragraph(area).runs[0].bold = True
            for i, point in enumerate(points):
                document.add_paragraph(f"{'ab'[i]}) {point}")

    yield Case("fete bokstaver som områder .docx", 7, ".docx", docx_of(lettered),
               [{"nr": n, "ordlyd": t} for n, t in (("a)", "Sette ned et vertskapsråd"), ("b)", "Lage en velkomstpakke"), ("a)", "Holde yrkesmesse"), ("b)", "Opprette lærlingpott"))],
               areas=("Vertskap", "Skole og arbeid"))  # fmt: skip

    def several(document: Any) -> None:
        add_table(document, [("Mål", "Tiltak", "Ansvar"), ("Flere besøk", "1. Lage turkart\n2. Skilte fra E16\n3. Bygge bobilplass", "Kultur"), ("Flere bedrifter", "1. Starte gründerkurs\n2. Senke leia på verkstedet", "Næring")])  # fmt: skip

    yield Case("flere nummererte tiltak i én celle .docx", 3, ".docx", docx_of(several),
               answer(("mål", "ordlyd", "ansvar"), ("Flere besøk", "1. Lage turkart\n2. Skilte fra E16\n3. Bygge bobilplass", "Kultur"), ("Flere bedrifter", "1. Starte gründerkurs\n2. Senke leia på verkstedet", "Næring")),
               told=("kan være hvert sitt tiltak",))  # fmt: skip

    def noted(document: Any) -> None:
        table = add_table(document, [("Tiltak", "Frist", "Ansvar"), ("Bygge flerbrukshall", "2028", "Kommunen"), ("Utvide barnehagen", "2027", "Oppvekst")])  # fmt: skip
        table.cell(1, 0).paragraphs[0].add_run("*").font.superscript = True
        document.add_paragraph("* Under forutsetning av at det gis statlig tilskudd.")

    yield Case("stjerne med forbehold under tabellen .docx", 3, ".docx", docx_of(noted),
               answer(FIELDS, ("Bygge flerbrukshall*", "2028", "Kommunen"), ("Utvide barnehagen", "2027", "Oppvekst")), told=("«*» er hevet skrift", "Under forutsetning av at det gis statlig tilskudd"))  # fmt: skip

    def turned(document: Any) -> None:
        add_table(document, [("Tiltak", "Lage sykkelkart", "Bygge sykkelhotell", "Arrangere sykkeldag"), ("Frist", "2026", "2027", "2026"), ("Ansvar", "Kultur", "Teknisk", "Idrettslaget")])  # fmt: skip

    yield Case("tabellen lagt på siden .docx", 7, ".docx", docx_of(turned), answer(FIELDS, ("Lage sykkelkart", "2026", "Kultur"), ("Bygge sykkelhotell", "2027", "Teknisk"), ("Arrangere sykkeldag", "2026", "Idrettslaget")), refused=True, told=("ligger på siden",))  # fmt: skip

    def described(document: Any) -> None:
        add_table(document, [("Tiltak", "Beskrivelse", "Ansvarlig", "Tidsfrist"), ("Tiltak 1.1", "Etablere et felles næringsfond for regionen", "Regionrådet", "2026"), ("Tiltak 1.2", "Utrede et felles servicekontor", "Regionrådet", "2027")])  # fmt: skip

    yield Case("nummeret under Tiltak og ordlyden under Beskrivelse .docx", 7, ".docx", docx_of(described),
               answer(("nr", "ordlyd", "ansvar", "frist"), ("Tiltak 1.1", "Etablere et felles næringsfond for regionen", "Regionrådet", "2026"), ("Tiltak 1.2", "Utrede et felles servicekontor", "Regionrådet", "2027")), refused=True, wish={"columns": {"beskrivelse": "tiltak", "tiltak": "nr"}}, told=("bare et nummer",))  # fmt: skip

    def boxed(document: Any) -> None:
        from docx.oxml import parse_xml

        cells = "".join(f"<w:tr>{''.join(f'<w:tc><w:tcPr/><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>' for text in line)}</w:tr>" for line in (("Tiltak", "Frist"), ("Male kulturhuset", "2026"), ("Bytte vinduer i kulturhuset", "2027")))  # fmt: skip
        document.add_heading("Tiltak", 1)
        document.element.body.insert(1, parse_xml(f'<w:p {W} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{cells}</w:tbl><w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>'))  # fmt: skip

    yield Case("tabellen i en tekstboks .docx", 7, ".docx", docx_of(boxed), answer(("ordlyd", "frist"), ("Male kulturhuset", "2026"), ("Bytte vinduer i kulturhuset", "2027")))  # fmt: skip

    def beside(document: Any) -> None:
        outer = document.add_table(rows=2, cols=2)
        for i, (area, body) in enumerate((("Havn", (("Mudre innløpet", "2026"), ("Bytte bryggedekke", "2027"))), ("Torg", (("Plante trær på torget", "2026"), ("Legge ny belegningsstein", "2028"))))):  # fmt: skip
            outer.cell(i, 0).text = area
            inner = outer.cell(i, 1).add_table(rows=0, cols=2)
            for line in (("Tiltak", "Frist"), *body):
                for cell, text in zip(inner.add_row().cells, line, strict=True):
                    cell.text = text

    yield Case("tabeller i en tabell, med området ved siden av .docx", 7, ".docx", docx_of(beside),
               answer(("ordlyd", "frist"), ("Mudre innløpet", "2026"), ("Bytte bryggedekke", "2027"), ("Plante trær på torget", "2026"), ("Legge ny belegningsstein", "2028")), areas=("Havn", "Torg"))  # fmt: skip

    def nested(document: Any) -> None:
        document.add_heading("Tiltak", 1)
        for text, subs in (
            ("Rydde opp langs elva", ("Fjerne søppel", "Felle kratt")),
            ("Lage badeplass", ()),
            ("Leie ut kajakker", ()),
        ):
            document.add_paragraph(text, style="List Bullet")
            for sub in subs:
                document.add_paragraph(sub, style="List Bullet 2")

    yield Case("punkter med underpunkter .docx", 7, ".docx", docx_of(nested), [{"ordlyd": "Rydde opp langs elva", "deltiltak": "Fjerne søppel\nFelle kratt"}, {"ordlyd": "Lage badeplass"}, {"ordlyd": "Leie ut kajakker"}])  # fmt: skip

    def prose(document: Any) -> None:
        for i, (title, who, when) in enumerate(
            (("Etablere næringsforum", "Ordføreren", "2026"), ("Kartlegge kompetansebehov", "NAV", "2027")), 1
        ):
            document.add_heading(f"Tiltak {i}: {title}", 2)
            document.add_paragraph("Beskrivelse: Vi samler alle som vil være med.")
            document.add_paragraph(f"Ansvarlig: {who}")
            document.add_paragraph(f"Frist: {when}")

    yield Case("tiltak som overskrifter med ledetekster under .docx", 7, ".docx", docx_of(prose), answer(FIELDS, ("Etablere næringsforum", "2026", "Ordføreren"), ("Kartlegge kompetansebehov", "2027", "NAV")), refused=True)  # fmt: skip

    def restarted(document: Any) -> None:
        document.add_heading("Handlingsplan", 1)
        for title, points in (("Mål 1: Flere skal bo her", ("Bygge utleieboliger", "Gi tilskudd til førstegangskjøpere")), ("Mål 2: Flere skal jobbe her", ("Åpne kontorfellesskap", "Gi gratis buss til pendlere"))):  # fmt: skip
            document.add_paragraph(title).runs[0].bold = True
            for i, point in enumerate(points, 1):
                document.add_paragraph(f"Tiltak {i}: {point}")

    yield Case("Tiltak 1, Tiltak 2 under hvert mål .docx", 7, ".docx", docx_of(restarted),
               [{"ordlyd": t} for t in ("Bygge utleieboliger", "Gi tilskudd til førstegangskjøpere", "Åpne kontorfellesskap", "Gi gratis buss til pendlere")], refused=True)  # fmt: skip

    def glued(document: Any) -> None:
        document.add_heading("Handlingsplan", 1)
        add_table(document, [("Nr", "Tiltak", "Frist"), ("1", "Samferdsel", ""), ("1.1Bygge bussholdeplass", "", "2026"), ("1.2Brøyte gangveien", "", "2027")])  # fmt: skip

    yield Case("numre limt til ordlyden i feil kolonne .docx", 3, ".docx", docx_of(glued), answer(("nr", "ordlyd", "frist"), ("1.1", "Bygge bussholdeplass", "2026"), ("1.2", "Brøyte gangveien", "2027")), refused=True, told=("ikke i kolonnen for tiltak", "«1.2Brøyte gangveien»"))  # fmt: skip


def cards() -> Iterator[Case]:
    """Yield cards: a small table for each tiltak."""
    body = (
        ("1", "Bygge hurtiglader", "Kraftlaget", "2026", "1,2 mill."),
        ("2", "Bytte gatelys", "Teknisk", "2027", "400 000"),
    )

    def form(document: Any) -> None:
        for number, text, who, when, cost in body:
            table = add_table(
                document,
                [
                    ("Tiltak nr.", number, "Ansvar", who),
                    ("Tiltak", text, "", ""),
                    ("Frist", when, "Kostnad", cost),
                ],
            )
            table.cell(1, 1).merge(table.cell(1, 3)).text = text
            document.add_paragraph()

    yield Case("skjema med fire kolonner for hvert tiltak .docx", 7, ".docx", docx_of(form),
               [{"nr": n, "ordlyd": t, "frist": w, "ansvar": a, "kostnad": c} for n, t, a, w, c in body])  # fmt: skip

    def upper(document: Any) -> None:
        for number, text, who, when, _ in body:
            add_table(
                document,
                [
                    (f"TILTAK {number}: {text}",),
                    ("Bakgrunn", "Vi har for lite av dette i dag."),
                    ("Ansvar", who),
                    ("Ferdig", when),
                ],
            )
            document.add_paragraph()

    yield Case("kort med TILTAK i store bokstaver .docx", 7, ".docx", docx_of(upper), [{"nr": n, "ordlyd": t, "frist": w, "ansvar": a} for n, t, a, w, _ in body])  # fmt: skip


def book(
    *sheets: tuple[str, Sequence[Sequence[Any]]], change: Callable[[Any], None] | None = None
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
