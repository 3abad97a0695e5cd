"""Plans with rows, captions and headings that say something of what stands beside them, and are easily taken for something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .case import Case, answer
from .files import text
from .strange import book
from .strange_word import add_table, docx_of

FIELDS = ("ordlyd", "frist", "ansvar")
HEAD = ("Tiltak", "Frist", "Ansvar")
FOUR = (
    ("Anskaffe elbil til hjemmetjenesten", "2026", "Helse"), ("Oppgradere leirskolen", "2027", "Oppvekst"),
    ("Prøve ut nattbuss", "Løpende", "Fylkeskommunen"), ("Sanere gammel kloakk", "2028", "VA"),
)  # fmt: skip
SAID = "Dette er lagt fram for rådet, og alle var enige om at det haster."


def second_looks() -> Iterator[Case]:
    """Yield them all."""
    yield from rows_that_say_more()
    yield from headings()
    yield from sheets()
    yield from texts()


def rows_that_say_more() -> Iterator[Case]:
    """Yield Word tables with rows about other rows."""

    def case(name: str, lines: Any, true: Any = FOUR, fields: Any = FIELDS, **more: Any) -> Case:
        return Case(
            f"{name} .docx",
            7,
            ".docx",
            docx_of(lambda document: add_table(document, lines)),
            answer(fields, *true),
            **more,
        )

    yield case(
        "merknad over hele bredden midt i tabellen",
        [HEAD, *FOUR[:2], ("* Forutsetter at budsjettet blir vedtatt.",), *FOUR[2:]],
        told=("Raden er en merknad.",),
    )
    yield case(
        "merknad uten punktum over hele bredden",
        [HEAD, *FOUR[:2], ("NB: ikke finansiert",), *FOUR[2:]],
        told=("Raden er en merknad.",),
    )
    yield case(
        "kilde under tabellen",
        [HEAD, *FOUR, ("Kilde: Kommunens økonomiplan",)],
        told=("Kilde: Kommunens økonomiplan",),
    )
    yield case("ansvar og frist over hele bredden under hvert tiltak", [("Nr", "Tiltak"), *(line for i, (t, f, a) in enumerate(FOUR, 1) for line in ((str(i), t), (f"Ansvar: {a}. Frist: {f}",)))],
               [(str(i), *one) for i, one in enumerate(FOUR, 1)], ("nr", *FIELDS), refused=True)  # fmt: skip
    yield case("ansvar over hele bredden under hvert tiltak", [("Nr", "Tiltak"), *(line for i, (t, _, a) in enumerate(FOUR, 1) for line in ((str(i), t), (f"Ansvarlig: {a}",)))],
               [(str(i), t, a) for i, (t, _, a) in enumerate(FOUR, 1)], ("nr", "ordlyd", "ansvar"), refused=True)  # fmt: skip
    yield case(
        "beskrivelse over hele bredden under hvert tiltak",
        [HEAD, *(line for one in FOUR for line in (one, (SAID,)))],
        told=(SAID,),
        refused=None,
    )
    yield case(
        "enheter under overskriftene",
        [("Tiltak", "Kostnad", "Ansvar"), ("", "(1000 kr)", ""), *((t, "100", a) for t, _, a in FOUR)],
        [(t, "100", a) for t, _, a in FOUR],
        ("ordlyd", "kostnad", "ansvar"),
        refused=None,
        told=("(1000 kr)",),
    )
    yield case(
        "enheten i en rad for seg",
        [
            ("Tiltak", "2026", "2027"),
            ("(tall i 1000 kr)",),
            *((t, "1", "2") for t, _, _ in FOUR),
            ("Sum", "4", "8"),
        ],
        [(t,) for t, _, _ in FOUR],
        ("ordlyd",),
        told=("(tall i 1000 kr)",),
    )
    yield case(
        "ingen overskrift over tiltakene",
        [("", *HEAD[1:]), *FOUR],
        refused=True,
        wish={"places": {1: "tiltak"}},
    )
    yield case(
        "overordnet tiltak med frist over andre",
        [("Nr", *HEAD), ("1", *FOUR[0]), ("1.1", *FOUR[1]), ("1.2", *FOUR[2]), ("2", *FOUR[3])],
        [("1", *FOUR[0]), ("1.1", *FOUR[1]), ("1.2", *FOUR[2]), ("2", *FOUR[3])],
        ("nr", *FIELDS),
    )
    yield case(
        "prioritet som tall først", [("Prioritet", *HEAD), *((str(i), *one) for i, one in enumerate(FOUR, 1))]
    )
    yield case(
        "numre som T1",
        [("Nr", *HEAD), *((f"T{i}", *one) for i, one in enumerate(FOUR, 1))],
        [(f"T{i}", *one) for i, one in enumerate(FOUR, 1)],
        ("nr", *FIELDS),
    )
    yield case(
        "ordlyd med beskrivelse i samme celle",
        [HEAD, *((f"{t}\n{SAID}", f, a) for t, f, a in FOUR)],
        [(f"{t}\n{SAID}", f, a) for t, f, a in FOUR],
    )
    yield case(
        "«Tiltak 1» i ordlyden",
        [HEAD, *((f"Tiltak {i}: {t}", f, a) for i, (t, f, a) in enumerate(FOUR, 1))],
        [(f"Tiltak {i}: {t}", f, a) for i, (t, f, a) in enumerate(FOUR, 1)],
        refused=None,
    )
    yield case("aktiviteter i en kolonne til", [("Tiltak", "Aktivitet", "Frist"), ("Oppgradere leirskolen", "Bytte tak", "2026"), ("", "Male", "2027"), ("Sanere gammel kloakk", "Grave", "2028")],
               (("Oppgradere leirskolen", "2026\n2027"), ("Sanere gammel kloakk", "2028")), FIELDS[:2], refused=True)  # fmt: skip
    yield case(
        "ditto-tegn",
        [HEAD, FOUR[0], (FOUR[1][0], '"', "Oppvekst"), FOUR[2]],
        (FOUR[0], (FOUR[1][0], '"', "Oppvekst"), FOUR[2]),
    )
    yield case(
        "utgått tiltak merket i teksten",
        [HEAD, *FOUR[:3], ("UTGÅR: Sanere gammel kloakk", "2028", "VA")],
        (*FOUR[:3], ("UTGÅR: Sanere gammel kloakk", "2028", "VA")),
    )
    yield case(
        "to tiltak i én celle med skråstrek",
        [HEAD, ("Anskaffe elbil / Prøve ut nattbuss", "2026", "Helse"), *FOUR[1:]],
        (("Anskaffe elbil / Prøve ut nattbuss", "2026", "Helse"), *FOUR[1:]),
    )

    def joined(document: Any) -> None:
        table = add_table(document, [HEAD, *FOUR])
        table.cell(2, 1).merge(table.cell(2, 2)).text = "2027, Oppvekst"

    yield Case(
        "frist og ansvar flettet i én rad .docx",
        7,
        ".docx",
        docx_of(joined),
        answer(FIELDS, FOUR[0], (FOUR[1][0], "2027, Oppvekst", ""), *FOUR[2:]),
        refused=None,
    )


def headings() -> Iterator[Case]:
    """Yield Word documents with captions and headings of other kinds."""

    def captions(document: Any) -> None:
        document.add_heading("Handlingsplan", 1)
        for i, some in enumerate((FOUR[:2], FOUR[2:]), 1):
            add_table(document, [HEAD, *some])
            document.add_paragraph(f"Tabell {i}: Tiltak i {('sentrum', 'bygdene')[i - 1]}", style="Caption")

    yield Case(
        "tabelltekst under hver tabell .docx",
        7,
        ".docx",
        docx_of(captions),
        answer(FIELDS, *FOUR),
        told=("Tabell 1: Tiltak i sentrum",),
        areas=(),
    )

    def above(document: Any) -> None:
        document.add_heading("Handlingsplan", 1)
        for i, some in enumerate((FOUR[:2], FOUR[2:]), 1):
            document.add_paragraph(f"Tabell {i}: Tiltak i {('sentrum', 'bygdene')[i - 1]}", style="Caption")
            add_table(document, [HEAD, *some])

    yield Case(
        "tabelltekst over hver tabell .docx", 7, ".docx", docx_of(above), answer(FIELDS, *FOUR), refused=None
    )

    def levels(document: Any) -> None:
        for i in (1, 2):
            document.add_heading(f"Mål {i}: {('Renere luft', 'Bedre vann')[i - 1]}", 1)
            document.add_heading(f"Strategi {i}.1: {('Mindre utslipp', 'Nye rør')[i - 1]}", 2)
            for j, (said, _, _) in enumerate(FOUR[2 * i - 2 : 2 * i], 1):
                document.add_heading(f"Tiltak {i}.1.{j}: {said}", 3)
                document.add_paragraph(SAID)

    yield Case("mål, strategi og tiltak som overskrifter .docx", 7, ".docx", docx_of(levels),
               answer(("nr", "ordlyd"), *((f"{i // 2 + 1}.1.{i % 2 + 1}", one[0]) for i, one in enumerate(FOUR))), told=(SAID,))  # fmt: skip

    def years(document: Any) -> None:
        for year, some in (("2026", FOUR[:2]), ("2027", FOUR[2:])):
            document.add_heading(year, 1)
            add_table(document, [("Tiltak", "Ansvar"), *((t, a) for t, _, a in some)])

    yield Case(
        "år som overskrifter .docx",
        7,
        ".docx",
        docx_of(years),
        answer(("ordlyd", "ansvar"), *((t, a) for t, _, a in FOUR)),
        areas=("2026", "2027"),
    )

    def placeholder(document: Any) -> None:
        document.add_heading("Tiltak", 1)
        for said, _, _ in FOUR:
            document.add_paragraph(said, style="List Number")
            document.add_paragraph(SAID)

    yield Case(
        "nummererte punkter med et avsnitt under hvert .docx",
        7,
        ".docx",
        docx_of(placeholder),
        answer(("ordlyd",), *((t,) for t, _, _ in FOUR)),
        told=(SAID,),
        refused=None,
    )

    def quoted(document: Any) -> None:
        document.add_heading("Tiltak fra forrige plan som er gjennomført", 1)
        for one in ("Bygget gangvei", "Flyttet kiosken", "Solgt rådhuset"):
            document.add_paragraph(one, style="List Bullet")
        document.add_heading("Tiltak", 1)
        for said, _, _ in FOUR:
            document.add_paragraph(said, style="List Bullet")

    yield Case(
        "gjennomførte tiltak som punkter først .docx",
        7,
        ".docx",
        docx_of(quoted),
        answer(("ordlyd",), *((t,) for t, _, _ in FOUR)),
        refused=None,
    )

    def risk(document: Any) -> None:
        add_table(document, [HEAD, *FOUR])
        document.add_heading("Risiko og tiltak", 1)
        add_table(
            document,
            [
                ("Risiko", "Konsekvens", "Tiltak"),
                ("Pengene strekker ikke til", "Stor", "Søke tilskudd"),
                ("Folk slutter", "Middels", "Ansette vikarer"),
            ],
        )

    yield Case(
        "risikotabell med tiltak etter planen .docx",
        1,
        ".docx",
        docx_of(risk),
        answer(FIELDS, *FOUR),
        refused=True,
        wish={"tables": (1,)},
    )


def sheets() -> Iterator[Case]:
    """Yield workbooks."""

    def case(
        name: str, *lines: Any, true: Any = FOUR, change: Any = None, fields: Any = FIELDS, **more: Any
    ) -> Case:
        return Case(
            f"{name} .xlsx", 6, ".xlsx", book(("Plan", lines), change=change), answer(fields, *true), **more
        )

    yield case(
        "sist oppdatert under tabellen",
        HEAD,
        *FOUR,
        (),
        ("Sist oppdatert 1.2.2026",),
        told=("Sist oppdatert 1.2.2026",),
        refused=None,
    )
    yield case(
        "kontakt ved siden av tabellen",
        (*HEAD, None, "Kontakt"),
        (*FOUR[0], None, "Ring servicetorget"),
        *FOUR[1:],
        areas=(),
    )

    def across(made: Any) -> None:
        for row in range(1, 6):
            made.worksheets[0].merge_cells(start_row=row, end_row=row, start_column=1, end_column=3)

    yield case(
        "ordlyden flettet over tre kolonner i hver rad",
        ("Tiltak", None, None, "Frist", "Ansvar"),
        *((t, None, None, f, a) for t, f, a in FOUR),
        change=across,
    )
    yield case(
        "område i første kolonne bare i første rad",
        ("Område", *HEAD),
        ("Helse", *FOUR[0]),
        (None, *FOUR[1]),
        ("Teknisk", *FOUR[2]),
        (None, *FOUR[3]),
        areas=("Helse", "Teknisk"),
    )
    yield case(
        "ordlyden tom der tiltaket er det samme",
        HEAD,
        FOUR[0],
        (None, "2027", "Kultur"),
        FOUR[1],
        true=(("Anskaffe elbil til hjemmetjenesten", "2026\n2027", "Helse\nKultur"), FOUR[1]),
        refused=True,
    )
    yield case(
        "tom kolonne mellom",
        ("Tiltak", None, "Frist", None, "Ansvar"),
        *((t, None, f, None, a) for t, f, a in FOUR),
    )
    yield case(
        "tre tittelrader",
        ("Testby kommune",),
        ("Handlingsplan 2026–2029",),
        ("Vedtatt 1.1.2026",),
        HEAD,
        *FOUR,
    )


def texts() -> Iterator[Case]:
    """Yield plain text."""

    def case(
        name: str, content: str, true: Any, fields: Any = ("ordlyd",), ending: str = ".txt", **more: Any
    ) -> Case:
        return Case(f"{name} {ending}", 7, ending, text(content), answer(fields, *true), **more)

    said = [(t,) for t, _, _ in FOUR]
    yield case(
        "videresendt e-post", "> Tiltak\n>\n" + "".join(f"> - {t}\n" for (t,) in said), said, refused=None
    )
    yield case("punkter med stjerne", "Tiltak:\n" + "".join(f"* {t}\n" for (t,) in said), said)
    yield case(
        "punkter med semikolon og og",
        "Tiltak:\n" + "".join(f"- {t};\n" for (t,) in said[:2]) + f"- {said[2][0]}; og\n- {said[3][0]}.\n",
        [(f"{said[0][0]};",), (f"{said[1][0]};",), (f"{said[2][0]}; og",), (f"{said[3][0]}.",)],
    )
    yield case(
        "nummer i parentes",
        "Tiltak\n" + "".join(f"({i}) {t}\n" for i, (t,) in enumerate(said, 1)),
        said,
        refused=None,
    )
    yield case(
        "tiltak 1-4 i løpende tekst",
        "Kommunen skal (1) anskaffe elbil, (2) oppgradere leirskolen, og (3) prøve ut nattbuss.\n",
        [("anskaffe elbil",)],
        refused=True,
    )
    yield case("numre med pil", "Tiltak\n" + "".join(f"→ {t}\n" for (t,) in said), said, refused=None)
    yield case(
        "strekpunkter etter tall",
        "1. Helse\n- Anskaffe elbil til hjemmetjenesten\n- Oppgradere leirskolen\n2. Vann\n- Prøve ut nattbuss\n- Sanere gammel kloakk\n",
        said,
        refused=None,
    )
