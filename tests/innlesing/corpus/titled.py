"""Plans whose tiltak are headings with the word before their number, and what stands below them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .case import Case, answer
from .files import text
from .strange_word import add_table, docx_of

DO = (
    "Opprette beredskapslager", "Rassikre skoleveien", "Øve på strømbrudd",
    "Varsle innbyggerne på mobil",
)  # fmt: skip
SAID = "Dette er viktig for oss som bor her, og det er spurt etter i høringen."


def titled() -> Iterator[Case]:
    """Yield them all."""
    yield from texts()
    yield from documents()


def texts() -> Iterator[Case]:
    """Yield plain texts."""

    def case(name: str, content: str, true: Any, fields: Any = ("nr", "ordlyd"), **more: Any) -> Case:
        return Case(f"{name} .txt", 7, ".txt", text(content), answer(fields, *true), **more)

    both = [("1", DO[0]), ("2", DO[1])]
    yield case(
        "tittel brutt over to linjer",
        f"Tiltak 1: Opprette\nberedskapslager ved skolen\n{SAID}\n\nTiltak 2: {DO[1]}\n{SAID}\n",
        (("1", "Opprette beredskapslager ved skolen"), both[1]),
        refused=True,
    )
    yield case(
        "tittel brutt foran et egennavn",
        f"Tiltak 1: Opprette beredskapslager i\nTestby sentrum\n{SAID}\n\nTiltak 2: {DO[1]}\n{SAID}\n",
        (("1", "Opprette beredskapslager i Testby sentrum"), both[1]),
        refused=True,
    )
    yield case(
        "ledetekst uten noe etter",
        f"Tiltak 1: {DO[0]}\nAnsvar:\nBrannvesenet\n\nTiltak 2: {DO[1]}\nAnsvar:\nVegvesenet\n",
        [(*both[0], "Brannvesenet"), (*both[1], "Vegvesenet")],
        ("nr", "ordlyd", "ansvar"),
        refused=None,
    )
    yield case(
        "frist bare på ett",
        f"Tiltak 1: {DO[0]}\nFrist: 2026\n\nTiltak 2: {DO[1]}\n{SAID}\n",
        [(*both[0], "2026"), (*both[1], "")],
        ("nr", "ordlyd", "frist"),
    )
    yield case(
        "mål under hvert",
        f"Tiltak 1: {DO[0]}\nMål: Ingen skal fryse\n\nTiltak 2: {DO[1]}\nMål: Trygg vei\n",
        [(*both[0], "Ingen skal fryse"), (*both[1], "Trygg vei")],
        ("nr", "ordlyd", "mål"),
    )
    yield case(
        "mål over hvert",
        f"Mål: Ingen skal fryse\nTiltak 1: {DO[0]}\n{SAID}\n\nMål: Trygg vei\nTiltak 2: {DO[1]}\n{SAID}\n",
        both,
        told=(),
    )
    yield Case("punkter under en tittel .txt", 7, ".txt", text(f"Tiltak 1: {DO[0]}\n- Kjøpe aggregat\n- Leie lokale\n\nTiltak 2: {DO[1]}\n{SAID}\n"),
               [{"nr": "1", "ordlyd": DO[0], "deltiltak": "Kjøpe aggregat\nLeie lokale"}, {"nr": "2", "ordlyd": DO[1]}])  # fmt: skip
    yield case(
        "flere frister",
        f"Tiltak 1: {DO[0]}\nFrist: 2026\nFrist: 2027\n\nTiltak 2: {DO[1]}\nFrist: 2028\n",
        [(*both[0], "2026"), (*both[1], "2028")],
        ("nr", "ordlyd", "frist"),
        refused=None,
    )
    yield case(
        "ett nummer to ganger",
        f"Tiltak 1: {DO[0]}\n{SAID}\nTiltak 2: {DO[1]}\n{SAID}\nTiltak 2: {DO[2]}\n{SAID}\n",
        [*both, ("2", DO[2])],
        refused=None,
    )
    yield case(
        "omtalt i teksten",
        f"Tiltak 1: {DO[0]}\nSe også\nTiltak 2: under.\n\nTiltak 2: {DO[1]}\n{SAID}\n",
        both,
        refused=True,
    )
    yield case(
        "områder som korte linjer",
        f"Beredskap\n\nTiltak 1: {DO[0]}\n{SAID}\n\nSamferdsel\n\nTiltak 2: {DO[1]}\n{SAID}\n",
        both,
        refused=None,
    )
    yield case(
        "frist og ansvar på én linje",
        f"Tiltak 1: {DO[0]}\nFrist: 2026. Ansvar: Brannvesenet\n\nTiltak 2: {DO[1]}\nFrist: 2027. Ansvar: Vegvesenet\n",
        [(*both[0], "2026", "Brannvesenet"), (*both[1], "2027", "Vegvesenet")],
        ("nr", "ordlyd", "frist", "ansvar"),
        refused=None,
    )
    yield case(
        "ansvar over to linjer",
        f"Tiltak 1: {DO[0]}\nAnsvar: Brannvesenet og\nSivilforsvaret\n\nTiltak 2: {DO[1]}\nAnsvar: Vegvesenet\n",
        [(*both[0], "Brannvesenet og Sivilforsvaret"), (*both[1], "Vegvesenet")],
        ("nr", "ordlyd", "ansvar"),
        refused=None,
    )


def documents() -> Iterator[Case]:
    """Yield Word documents."""

    def heads(document: Any, level: int = 2) -> None:
        for i, said in enumerate(DO, 1):
            document.add_heading(f"Tiltak {i}: {said}", level)
            document.add_paragraph(SAID)

    true = answer(("nr", "ordlyd"), *((str(i), said) for i, said in enumerate(DO, 1)))

    def chapters(document: Any) -> None:
        document.add_heading("1. Innledning", 1)
        document.add_paragraph(SAID)
        document.add_heading("2. Utfordringer", 1)
        for one in ("Flom", "Skred", "Strømbrudd"):
            document.add_paragraph(one, style="List Bullet")
        document.add_heading("3. Tiltak", 1)
        heads(document)
        document.add_heading("4. Oppfølging", 1)
        document.add_paragraph("Rapportere hvert år", style="List Bullet")
        document.add_paragraph("Frist: 1. mars")

    yield Case(
        "overskrifter som tiltak, i et dokument med kapitler .docx",
        7,
        ".docx",
        docx_of(chapters),
        true,
        told=("Rapportere hvert år", "Frist: 1. mars", "Skred"),
    )

    def summary(document: Any) -> None:
        heads(document)
        document.add_heading("Oversikt", 1)
        add_table(
            document, [("Nr", "Tiltak", "Kostnad"), *((str(i), said, "100") for i, said in enumerate(DO, 1))]
        )

    yield Case(
        "overskrifter som tiltak, og en oversikt til slutt .docx",
        7,
        ".docx",
        docx_of(summary),
        answer(("nr", "ordlyd", "kostnad"), *((str(i), said, "100") for i, said in enumerate(DO, 1))),
        refused=None,
    )

    def money(document: Any) -> None:
        heads(document)
        document.add_heading("Økonomi", 1)
        add_table(document, [("År", "Beløp"), ("2026", "100"), ("2027", "200")])

    yield Case(
        "overskrifter som tiltak, og en tabell om penger .docx",
        7,
        ".docx",
        docx_of(money),
        true,
        told=("År",),
    )

    def tables(document: Any) -> None:
        for i, said in enumerate(DO[:2], 1):
            document.add_heading(f"Tiltak {i}: {said}", 2)
            add_table(
                document,
                [
                    ("Aktivitet", "Frist", "Ansvar"),
                    (f"Kjøpe utstyr {i}", "2026", "Drift"),
                    (f"Øve på bruk {i}", "2027", "Drift"),
                ],
            )

    yield Case("overskrifter som tiltak, med en tabell under hver .docx", 7, ".docx", docx_of(tables),
               answer(("ordlyd", "frist", "ansvar"), *(row for i in (1, 2) for row in ((f"Kjøpe utstyr {i}", "2026", "Drift"), (f"Øve på bruk {i}", "2027", "Drift")))), areas=(f"Tiltak 1: {DO[0]}", f"Tiltak 2: {DO[1]}"), refused=None)  # fmt: skip

    def below(document: Any) -> None:
        for i, said in enumerate(DO, 1):
            document.add_heading(f"Tiltak {i}: {said}", 2)
            document.add_heading("Bakgrunn", 3)
            document.add_paragraph(SAID)
            document.add_heading("Gjennomføring", 3)
            document.add_paragraph("Frist: 2026")

    yield Case(
        "overskrifter som tiltak, med overskrifter under .docx",
        7,
        ".docx",
        docx_of(below),
        [{**one, "frist": "2026"} for one in true],
        told=("Bakgrunn", SAID),
    )

    def bold(document: Any) -> None:
        for i, said in enumerate(DO, 1):
            document.add_paragraph().add_run(f"Tiltak {i}: {said}").bold = True
            document.add_paragraph().add_run("Ansvarlig: Brannvesenet").bold = True
            line = document.add_paragraph()
            line.add_run("Frist: ").bold = True
            line.add_run("2026")
            document.add_paragraph().add_run("Samarbeid med andre").bold = True
            document.add_paragraph(SAID)

    yield Case(
        "fete overskrifter som tiltak, og fete ledetekster .docx",
        7,
        ".docx",
        docx_of(bold),
        [{**one, "ansvar": "Brannvesenet", "frist": "2026"} for one in true],
        refused=None,
    )

    def boxed(document: Any) -> None:
        for i, said in enumerate(DO, 1):
            document.add_heading(f"Tiltak {i}: {said}", 2)
            add_table(document, [("Ansvar", "Brannvesenet"), ("Frist", "2026")])

    yield Case(
        "overskrifter som tiltak, med et kort under hver .docx",
        7,
        ".docx",
        docx_of(boxed),
        [{**one, "ansvar": "Brannvesenet", "frist": "2026"} for one in true],
        refused=None,
    )

    def mixed(document: Any) -> None:
        heads(document)
        document.add_heading("Flere tiltak", 1)
        for one in ("Kjøpe nødstrøm til sykehjemmet", "Lage evakueringsplan", "Bygge flomvoll ved elva"):
            document.add_paragraph(one, style="List Bullet")

    yield Case(
        "overskrifter som tiltak, og en punktliste til .docx",
        7,
        ".docx",
        docx_of(mixed),
        [*true, *({"nr": "", "ordlyd": one} for one in ("Kjøpe nødstrøm",))],
        refused=True,
    )
