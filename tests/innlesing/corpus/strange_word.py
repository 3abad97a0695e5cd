"""Word documents in the shapes that a stranger brought."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from .case import Case, answer

FIELDS = ("ordlyd", "frist", "ansvar")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


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

    yield Case("tiltak som overskrifter med ledetekster under .docx", 7, ".docx", docx_of(prose), answer(FIELDS, ("Etablere næringsforum", "2026", "Ordføreren"), ("Kartlegge kompetansebehov", "2027", "NAV")))  # fmt: skip

    def restarted(document: Any) -> None:
        document.add_heading("Handlingsplan", 1)
        for title, points in (("Mål 1: Flere skal bo her", ("Bygge utleieboliger", "Gi tilskudd til førstegangskjøpere")), ("Mål 2: Flere skal jobbe her", ("Åpne kontorfellesskap", "Gi gratis buss til pendlere"))):  # fmt: skip
            document.add_paragraph(title).runs[0].bold = True
            for i, point in enumerate(points, 1):
                document.add_paragraph(f"Tiltak {i}: {point}")

    yield Case("Tiltak 1, Tiltak 2 under hvert mål .docx", 7, ".docx", docx_of(restarted),
               [{"ordlyd": t} for t in ("Bygge utleieboliger", "Gi tilskudd til førstegangskjøpere", "Åpne kontorfellesskap", "Gi gratis buss til pendlere")])  # fmt: skip

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
