"""Word documents as they are edited for years: merged cells, repeated heads, changes, notes, prose between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .case import Case, answer
from .edited_in_word import FIELDS, FOUR, HEAD, edited
from .strange_word import add_table, docx_of, merge_down

NUMBERED = ("nr", *FIELDS)


def seen_in_word() -> Iterator[Case]:
    """Yield them all."""
    yield from merged()
    yield from headings()
    yield from edited()


def merged() -> Iterator[Case]:
    """Yield tables with cells merged across rows and columns, and heads in several rows."""

    def down(document: Any) -> None:
        table = add_table(document, [
            ("Nr", "Tiltak", "Delaktivitet", "Frist", "Ansvar"), ("1", "Anlegge pumptrack", "Finne tomt", "2026", "Kultur"), ("", "", "Søke midler", "2026", "Kultur"),
            ("", "", "Bygge", "2027", "Kultur"), ("2", "Kalke Storvatnet", "", "Årlig", "Miljø"),
        ])  # fmt: skip
        merge_down(table, 0, 1, 3)
        merge_down(table, 1, 1, 3)

    yield Case("tiltaket flettet over tre rader med delaktiviteter .docx", 7, ".docx", docx_of(down),
               answer(NUMBERED, ("1", "Anlegge pumptrack", "2026\n2026\n2027", "Kultur\nKultur\nKultur"), ("2", "Kalke Storvatnet", "Årlig", "Miljø")), refused=None)  # fmt: skip

    def block(document: Any) -> None:
        table = add_table(
            document,
            [
                ("Innsatsområde", "", *HEAD),
                ("A", "Friluft", *FOUR[0]),
                ("", "", *FOUR[1]),
                ("B", "Velferd", *FOUR[2]),
                ("", "", *FOUR[3]),
            ],
        )
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Innsatsområde"
        for column in (0, 1):
            merge_down(table, column, 1, 2)
            merge_down(table, column, 3, 4)

    yield Case(
        "bokstav og område flettet nedover, overskriften bortover .docx",
        7,
        ".docx",
        docx_of(block),
        answer(FIELDS, *FOUR),
        refused=None,
    )

    def two_heads(document: Any) -> None:
        table = add_table(document, [("Tiltak", "Gjennomføring", ""), ("", "Frist", "Ansvar"), *FOUR])
        table.cell(0, 0).merge(table.cell(1, 0)).text = "Tiltak"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "Gjennomføring"

    yield Case(
        "hodet i to rader, flettet begge veier .docx",
        7,
        ".docx",
        docx_of(two_heads),
        answer(FIELDS, *FOUR),
        refused=None,
    )

    def who(document: Any) -> None:
        table = add_table(document, [HEAD, *FOUR])
        table.cell(1, 2).merge(table.cell(2, 2)).text = "Kultur og miljø"

    yield Case("ansvar flettet over to tiltak .docx", 7, ".docx", docx_of(who),
               answer(FIELDS, *((t, f, "Kultur og miljø") for t, f, _ in FOUR[:2]), *FOUR[2:]), refused=None)  # fmt: skip

    def continued(document: Any) -> None:
        add_table(
            document, [("Nr", *HEAD), ("1", *FOUR[0]), ("", "Søke spillemidler", "2027", ""), ("2", *FOUR[1])]
        )

    yield Case("tom nummercelle under et nummer .docx", 7, ".docx", docx_of(continued),
               answer(FIELDS, FOUR[0], ("Søke spillemidler", "2027", ""), FOUR[1]), refused=None)  # fmt: skip

    def rest(document: Any) -> None:
        add_table(document, [("Nr", *HEAD), ("1", *FOUR[0]), ("", "", "", "Idrettsrådet"), ("2", *FOUR[1])])

    yield Case("rad med bare ansvar under et tiltak .docx", 7, ".docx", docx_of(rest),
               answer(NUMBERED, ("1", *FOUR[0][:2], "Kultur\nIdrettsrådet"), ("2", *FOUR[1])), refused=None, told=("Idrettsrådet",))  # fmt: skip

    def repeated(document: Any) -> None:
        add_table(document, [HEAD, *FOUR[:2], HEAD, *FOUR[2:]])

    yield Case("hodet gjentatt midt i tabellen .docx", 7, ".docx", docx_of(repeated), answer(FIELDS, *FOUR))

    def sums(document: Any) -> None:
        add_table(document, [
            ("Tiltak", "Ansvar", "Kostnad"), ("Anlegge pumptrack", "Kultur", "500 000"), ("Kalke Storvatnet", "Miljø", "40 000"), ("Sum friluft", "", "540 000"),
            ("Utrede felles legevakt", "Helse", "100 000"), ("Sum velferd", "", "100 000"), ("Totalt for perioden 2026–2029", "", "640 000"),
        ])  # fmt: skip

    yield Case("delsummer og totalsum .docx", 7, ".docx", docx_of(sums),
               answer(("ordlyd", "ansvar", "kostnad"), ("Anlegge pumptrack", "Kultur", "500 000"), ("Kalke Storvatnet", "Miljø", "40 000"), ("Utrede felles legevakt", "Helse", "100 000")), told=("Raden er en sum.",), refused=None)  # fmt: skip

    def status(document: Any) -> None:
        add_table(
            document,
            [
                ("Tiltak", "Ansvar", "Frist", "Status pr. 1.5.2026"),
                *(
                    (t, a, f, s)
                    for (t, f, a), s in zip(FOUR, ("Fullført", "I rute", "", "Ikke startet"), strict=True)
                ),
            ],
        )

    yield Case(
        "statuskolonne med dato i overskriften .docx",
        7,
        ".docx",
        docx_of(status),
        answer(FIELDS, *FOUR),
        told=("Fullført", "Ikke startet"),
    )

    def side_by_side(document: Any) -> None:
        outer = document.add_table(rows=1, cols=2)
        for cell, some in zip(outer.rows[0].cells, (FOUR[:2], FOUR[2:]), strict=True):
            inner = cell.add_table(rows=0, cols=3)
            for line in (HEAD, *some):
                for one, text in zip(inner.add_row().cells, line, strict=True):
                    one.text = text

    yield Case(
        "to tabeller ved siden av hverandre .docx", 7, ".docx", docx_of(side_by_side), answer(FIELDS, *FOUR)
    )

    def wide_table(document: Any) -> None:
        add_table(
            document,
            [
                ("Tiltak", "Frist", "Tiltak", "Frist"),
                (FOUR[0][0], "2026", FOUR[1][0], "2027"),
                (FOUR[2][0], "2028", FOUR[3][0], "2029"),
            ],
        )

    yield Case(
        "to sett kolonner i én tabell .docx",
        7,
        ".docx",
        docx_of(wide_table),
        answer(("ordlyd", "frist"), (FOUR[0][0], "2026")),
        refused=True,
    )

    def halves(document: Any) -> None:
        add_table(
            document, [("Nr", "Tiltak", "Frist"), *((str(i), t, f) for i, (t, f, _) in enumerate(FOUR, 1))]
        )
        document.add_paragraph("Tabellen fortsetter:")
        add_table(
            document,
            [("Nr", "Ansvar", "Kostnad"), *((str(i), a, "0") for i, (_, _, a) in enumerate(FOUR, 1))],
        )

    yield Case(
        "bred tabell delt i to bortover .docx",
        7,
        ".docx",
        docx_of(halves),
        answer(NUMBERED, *((str(i), *one) for i, one in enumerate(FOUR, 1))),
        refused=None,
        told=("delt i to bortover",),
    )

    def blank_band(document: Any) -> None:
        add_table(
            document, [HEAD, ("Friluft", "", ""), *FOUR[:2], ("", "", ""), ("Velferd", "", ""), *FOUR[2:]]
        )

    yield Case(
        "tom rad før hver gruppe, gruppen ikke flettet .docx",
        7,
        ".docx",
        docx_of(blank_band),
        answer(FIELDS, *FOUR),
        areas=("Friluft", "Velferd"),
        refused=None,
    )

    def goal_band(document: Any) -> None:
        add_table(
            document,
            [
                ("Delmål 1: Flere skal bruke naturen",),
                HEAD,
                *FOUR[:2],
                ("Delmål 2: Trygge tjenester",),
                HEAD,
                *FOUR[2:],
            ],
        )

    yield Case(
        "delmål flettet over hvert hode .docx",
        7,
        ".docx",
        docx_of(goal_band),
        answer(FIELDS, *FOUR),
        refused=None,
    )


def headings() -> Iterator[Case]:
    """Yield plans whose tiltak are headings, with numbers of every kind."""
    prose = (
        "Banen skal være gratis og åpen for alle.",
        "Vannet er surt, og fisken dør.",
        "Veiledningen gis av næringshagen.",
        "Sammen med nabokommunene.",
    )

    def tiltak(document: Any) -> None:
        document.add_heading("Handlingsplan for Testby", 0)
        for i, ((text, _, _), body) in enumerate(zip(FOUR, prose, strict=True), 1):
            document.add_heading(f"Tiltak {i}: {text}", 2)
            document.add_paragraph(body)

    yield Case("«Tiltak 1: …» som overskrift med tekst under .docx", 7, ".docx", docx_of(tiltak),
               answer(("nr", "ordlyd"), *((str(i), t) for i, (t, _, _) in enumerate(FOUR, 1))), told=(prose[0], prose[3]))  # fmt: skip

    def in_areas(document: Any) -> None:
        at = 0
        for area in ("Friluft", "Velferd"):
            document.add_heading(area, 1)
            document.add_paragraph(
                f"Om {area.lower()} i kommunen, og hvorfor det er viktig for oss som bor her."
            )
            for text, _, _ in FOUR[at : at + 2]:
                at += 1
                document.add_heading(f"Tiltak {at}: {text}", 2)
                document.add_paragraph(prose[at - 1])
                document.add_paragraph("Frist: 2026")

    yield Case("«Tiltak 1: …» under områder, med frist som avsnitt .docx", 7, ".docx", docx_of(in_areas),
               answer(("nr", "ordlyd", "frist"), *((str(i), t, "2026") for i, (t, _, _) in enumerate(FOUR, 1))), areas=("Friluft", "Velferd"))  # fmt: skip

    def dotted(document: Any) -> None:
        for i, (text, _, _) in enumerate(FOUR, 1):
            document.add_heading(f"Tiltak {(i + 1) // 2}.{(i + 1) % 2 + 1} – {text}", 3)
            document.add_paragraph(prose[i - 1])

    yield Case("«Tiltak 1.1 – …» som overskrift .docx", 7, ".docx", docx_of(dotted),
               answer(("nr", "ordlyd"), *((f"{(i + 1) // 2}.{(i + 1) % 2 + 1}", t) for i, (t, _, _) in enumerate(FOUR, 1))), areas=())  # fmt: skip

    def roman(document: Any) -> None:
        for number, text in zip(("I", "II", "III", "IV"), (one[0] for one in FOUR), strict=True):
            document.add_paragraph(f"{number}. {text}")

    yield Case(
        "romertall .docx",
        7,
        ".docx",
        docx_of(roman),
        answer(("nr", "ordlyd"), *zip(("I.", "II.", "III.", "IV."), (one[0] for one in FOUR), strict=True)),
        refused=None,
    )

    def roman_areas(document: Any) -> None:
        for number, area, some in (("I", "Friluft", FOUR[:2]), ("II", "Velferd", FOUR[2:])):
            document.add_heading(f"{number} {area}", 1)
            add_table(document, [HEAD, *some])

    yield Case(
        "områder med romertall over tabeller .docx",
        7,
        ".docx",
        docx_of(roman_areas),
        answer(FIELDS, *FOUR),
        refused=None,
    )

    def letters(document: Any) -> None:
        add_table(
            document, [("", *HEAD), *((f"{letter})", *one) for letter, one in zip("abcd", FOUR, strict=True))]
        )

    yield Case(
        "bokstaver i en kolonne uten overskrift .docx",
        7,
        ".docx",
        docx_of(letters),
        answer(FIELDS, *FOUR),
        refused=None,
    )

    def points(document: Any) -> None:
        document.add_heading("Tiltak", 1)
        for (text, when, who), sub in zip(FOUR, prose, strict=True):
            document.add_paragraph(text, style="List Bullet")
            document.add_paragraph(sub, style="List Bullet 2")
            document.add_paragraph(f"Ansvar: {who}. Frist: {when}", style="List Bullet 2")

    yield Case("punkter med ansvar og frist som underpunkter .docx", 7, ".docx", docx_of(points),
               [{"ordlyd": t, "deltiltak": f"{s}\nAnsvar: {w}. Frist: {f}"} for (t, f, w), s in zip(FOUR, prose, strict=True)], refused=None)  # fmt: skip

    def brackets(document: Any) -> None:
        document.add_heading("Våre tiltak", 1)
        for text, when, who in FOUR:
            document.add_paragraph(f"{text} ({who}, {when})", style="List Bullet")

    yield Case(
        "ansvar og frist i parentes bak .docx",
        7,
        ".docx",
        docx_of(brackets),
        answer(("ordlyd",), *((f"{t} ({a}, {f})",) for t, f, a in FOUR)),
    )

    def numbered(document: Any) -> None:
        document.add_heading("Tiltak", 1)
        for text, _, _ in FOUR:
            document.add_paragraph(text, style="List Number")

    yield Case(
        "Words egen nummerering .docx",
        7,
        ".docx",
        docx_of(numbered),
        answer(("ordlyd",), *((t,) for t, _, _ in FOUR)),
        refused=None,
    )

    def prose_between(document: Any) -> None:
        document.add_heading("Tiltak", 1)
        document.add_paragraph("Kommunen skal i perioden særlig arbeide med dette:")
        for text, _, _ in FOUR[:2]:
            document.add_paragraph(text, style="List Bullet")
        document.add_paragraph(
            "I tillegg vil kommunen tilby gratis veiledning til etablerere, og utrede felles legevakt sammen med naboene."
        )

    yield Case(
        "tiltak i løpende tekst etter punktene .docx",
        7,
        ".docx",
        docx_of(prose_between),
        answer(("ordlyd",), *((t,) for t, _, _ in FOUR[:2])),
        told=("I tillegg vil kommunen",),
        refused=None,
    )
