"""Spreadsheets, separated values and plain text as offices send them: merged heads, hidden rows, formulas, old encodings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .case import Case, answer
from .files import text
from .strange import book

FIELDS = ("ordlyd", "frist", "ansvar")
HEAD = ("Tiltak", "Frist", "Ansvar")
FOUR = (
    ("Digitalisere byggesaksarkivet", "2026", "Plan og bygg"), ("Flytte renseanlegget", "2027", "VA-avdelingen"),
    ("Innføre lærlingtorg", "Løpende", "Oppvekst"), ("Samordne kulturskoletilbudet", "2028", "Kulturskolen"),
)  # fmt: skip


def seen_in_files() -> Iterator[Case]:
    """Yield them all."""
    yield from books()
    yield from separated()
    yield from plain()


def books() -> Iterator[Case]:
    """Yield workbooks."""

    def case(
        name: str,
        *lines: Any,
        true: Any = FOUR,
        change: Callable[[Any], object] | None = None,
        fields: Any = FIELDS,
        **more: Any,
    ) -> Case:
        return Case(
            f"{name} .xlsx", 6, ".xlsx", book(("Plan", lines), change=change), answer(fields, *true), **more
        )

    def merge(*ranges: str) -> Callable[[Any], object]:
        return lambda made: [made.worksheets[0].merge_cells(one) for one in ranges]

    yield case(
        "hodet i to rader, flettet",
        ("Tiltak", "Gjennomføring", None),
        (None, "Frist", "Ansvar"),
        *FOUR,
        change=merge("A1:A2", "B1:C1"),
        refused=None,
    )
    yield case("tiltaket flettet nedover", HEAD, FOUR[0], (None, "2027", "VA"), FOUR[1], change=merge("A2:A3"),
               true=((FOUR[0][0], "2026\n2027", "Plan og bygg\nVA"), FOUR[1]), refused=None)  # fmt: skip

    def hidden(made: Any) -> None:
        made.worksheets[0].row_dimensions[3].hidden = True
        made.worksheets[0].column_dimensions["C"].hidden = True

    yield case(
        "skjult rad og kolonne",
        HEAD,
        *FOUR,
        change=hidden,
        told=("skjulte rader (3)", "skjulte kolonner (C)"),
    )

    def grouped(made: Any) -> None:
        made.worksheets[0].auto_filter.ref = "A1:C5"
        made.worksheets[0].row_dimensions[4].hidden = True

    yield case("rad skjult av et filter", HEAD, *FOUR, change=grouped, told=("skjulte rader (4)",))

    def formulas(made: Any) -> None:
        made.worksheets[0]["B2"] = "=2025+1"

    yield case("formel uten lagret verdi", HEAD, *FOUR, change=formulas, refused=True)
    yield case(
        "datoer som tekst",
        HEAD,
        *((t, f"01.0{i}.2026", a) for i, (t, _, a) in enumerate(FOUR, 1)),
        true=[(t, f"01.0{i}.2026", a) for i, (t, _, a) in enumerate(FOUR, 1)],
    )
    yield case("summer nederst", ("Tiltak", "Ansvar", "Kostnad"), ("Flytte renseanlegget", "VA", 100), ("Innføre lærlingtorg", "Oppvekst", 50), ("SUM", None, 150), (None, None, 150),
               true=(("Flytte renseanlegget", "VA", "100"), ("Innføre lærlingtorg", "Oppvekst", "50")), fields=("ordlyd", "ansvar", "kostnad"), told=("SUM",), refused=None)  # fmt: skip
    yield case("to tabeller ved siden av hverandre, med en tom kolonne mellom", ("Tiltak", "Frist", None, "Tiltak", "Frist"), ("Flytte renseanlegget", "2026", None, "Innføre lærlingtorg", "2027"), ("Digitalisere arkivet", "2027", None, "Samordne tilbudet", "2028"),
               true=(("Flytte renseanlegget", "2026"),), fields=("ordlyd", "frist"), refused=True)  # fmt: skip
    yield case(
        "to tabeller under hverandre med ulike kolonner",
        HEAD,
        *FOUR[:2],
        (),
        ("Ansvar", "Tiltak", "Frist"),
        *((a, t, f) for t, f, a in FOUR[2:]),
    )
    yield case("tabellen begynner i C5", (), (), (), (), *((None, None, *one) for one in (HEAD, *FOUR)))
    yield case(
        "linjeskift i cellene",
        HEAD,
        ("Flytte\nrenseanlegget", "2026\n2027", "VA\nTeknisk"),
        FOUR[0],
        true=(("Flytte\nrenseanlegget", "2026\n2027", "VA\nTeknisk"), FOUR[0]),
    )
    yield case("ordlyden delt over to rader", HEAD, ("Digitalisere byggesaksarkivet og", "2026", "Plan og bygg"), ("gjøre det åpent for alle", None, None), FOUR[1],
               true=(("Digitalisere byggesaksarkivet og gjøre det åpent for alle", "2026", "Plan og bygg"), FOUR[1]), refused=None)  # fmt: skip

    def shares(made: Any) -> None:
        made.worksheets[0]["B2"].number_format, made.worksheets[0]["B3"].number_format = "0 %", "#,##0.00"

    yield case("prosent og beløp", ("Tiltak", "Kostnad", "Ansvar"), ("Flytte renseanlegget", 0.25, "VA"), ("Innføre lærlingtorg", 1250.5, "Oppvekst"),
               change=shares,
               true=(("Flytte renseanlegget", "25 %", "VA"), ("Innføre lærlingtorg", "1 250,50", "Oppvekst")), fields=("ordlyd", "kostnad", "ansvar"), refused=None)  # fmt: skip
    yield case(
        "sanne og usanne",
        ("Tiltak", "Frist", "Vedtatt"),
        ("Flytte renseanlegget", "2026", True),
        ("Innføre lærlingtorg", "2027", False),
        true=(("Flytte renseanlegget", "2026"), ("Innføre lærlingtorg", "2027")),
        fields=("ordlyd", "frist"),
        told=(),
    )

    def other(made: Any) -> None:
        sheet = made.create_sheet("Budsjett")
        for line in (("Tiltak", "Kostnad"), *((t, "100") for t, _, _ in FOUR)):
            sheet.append(line)

    yield case(
        "de samme tiltakene i et ark til med beløp",
        HEAD,
        *FOUR,
        change=other,
        refused=True,
        wish={"sheet": "Plan"},
    )

    def veiled(made: Any) -> None:
        other(made)
        made["Budsjett"].sheet_state = "veryHidden"

    yield case("de samme tiltakene i et dypt skjult ark", HEAD, *FOUR, change=veiled, told=("Budsjett",))


def separated() -> Iterator[Case]:
    """Yield separated values."""
    plain = [HEAD, *FOUR]

    def case(
        name: str,
        content: str,
        encoding: str = "utf-8",
        true: Any = FOUR,
        fields: Any = FIELDS,
        ending: str = ".csv",
        **more: Any,
    ) -> Case:
        return Case(
            f"{name} {ending}",
            2,
            ending,
            lambda path: path.write_bytes(content.encode(encoding)),
            answer(fields, *true),
            **more,
        )

    for sign, name in ((";", "semikolon"), ("\t", "tabulator"), (",", "komma")):
        body = "\r\n".join(sign.join(f'"{cell}"' for cell in line) for line in plain)
        yield case(f"alt i anførselstegn, {name}", body + "\r\n")
        yield case(f"UTF-16 med {name}", body, "utf-16")
    yield case(
        "cp1252 med tankestrek",
        "Tiltak;Frist;Ansvar\r\nFå på plass «Torgdagen»;2026–2028;Kultur\r\n",
        "cp1252",
        true=(("Få på plass «Torgdagen»", "2026–2028", "Kultur"),),
    )
    yield case(
        "linjeskift og skilletegn i en celle",
        'Tiltak;Frist;Ansvar\n"Flytte renseanlegget;\nog ""bygge"" nytt";2026;VA\n'
        + ";".join(FOUR[0])
        + "\n",
        true=(('Flytte renseanlegget;\nog "bygge" nytt', "2026", "VA"), FOUR[0]),
    )
    yield case(
        "Mac-tegn",
        "Tiltak;Frist;Ansvar\nFå på plass møteplasser;2026;Oppvekst\nLøfte næringslivet;2027;Kultur\n",
        "mac-roman",
        true=(("Få på plass møteplasser", "2026", "Oppvekst"), ("Løfte næringslivet", "2027", "Kultur")),
        refused=True,
    )
    yield case(
        "tittel og tomme felt først", "Handlingsplan;;\n;;\n" + "\n".join(";".join(line) for line in plain)
    )
    yield case(
        "et anførselstegn for lite",
        'Tiltak;Frist;Ansvar\n"Flytte renseanlegget;2026;VA\nInnføre lærlingtorg;2027;Oppvekst\n',
        true=(("Flytte renseanlegget", "2026", "VA"), ("Innføre lærlingtorg", "2027", "Oppvekst")),
        refused=True,
    )
    yield case(
        "komma både mellom og i celler uten anførselstegn",
        "Tiltak,Frist,Ansvar\nFlytte renseanlegget, og bygge nytt,2026,VA\nInnføre lærlingtorg,2027,Oppvekst\n",
        true=(
            ("Flytte renseanlegget, og bygge nytt", "2026", "VA"),
            ("Innføre lærlingtorg", "2027", "Oppvekst"),
        ),
        refused=True,
    )


def plain() -> Iterator[Case]:
    """Yield plain text and Markdown."""

    def case(
        name: str, content: str, true: Any, fields: Any = FIELDS, ending: str = ".txt", **more: Any
    ) -> Case:
        return Case(f"{name} {ending}", 7, ending, text(content), answer(fields, *true), **more)

    words = [t for t, _, _ in FOUR]
    yield case(
        "romertall over punkter",
        "Tiltak\n\nI. Arkiv\n- Digitalisere byggesaksarkivet\n- Flytte renseanlegget\n\nII. Oppvekst\n- Innføre lærlingtorg\n- Samordne kulturskoletilbudet\n",
        [(one,) for one in words],
        ("ordlyd",),
        refused=None,
    )
    yield case(
        "ledetekster under hvert tiltak",
        "".join(f"{t}\nFrist: {f}\nAnsvar: {a}\n\n" for t, f, a in FOUR),
        FOUR,
        refused=None,
    )
    yield case(
        "ledetekster på samme linje",
        "Tiltak\n" + "".join(f"- {t}. Frist: {f}. Ansvar: {a}\n" for t, f, a in FOUR),
        [(f"{t}. Frist: {f}. Ansvar: {a}",) for t, f, a in FOUR],
        ("ordlyd",),
        refused=None,
    )
    yield case(
        "kolonner av mellomrom",
        "Tiltak                          Frist     Ansvar\n"
        + "".join(f"{t:<32}{f:<10}{a}\n" for t, f, a in FOUR),
        FOUR,
        refused=True,
    )
    yield case(
        "kolonner av streker",
        "| Tiltak | Frist | Ansvar |\n" + "".join(f"| {t} | {f} | {a} |\n" for t, f, a in FOUR),
        FOUR,
        refused=None,
    )
    yield case(
        "Tiltak 1: på hver linje",
        "".join(
            f"Tiltak {i}: {t}\nOm tiltaket står det mer her, i en hel setning.\n\n"
            for i, t in enumerate(words, 1)
        ),
        [(str(i), t) for i, t in enumerate(words, 1)],
        ("nr", "ordlyd"),
        refused=None,
    )
    yield case(
        "sjekkliste i Markdown",
        "## Tiltak\n\n" + "".join(f"1. {t}\n   - Frist: {f}\n" for t, f, _ in FOUR),
        [("1.", t, f"Frist: {f}") for t, f, _ in FOUR],
        ("nr", "ordlyd", "deltiltak"),
        ending=".md",
        refused=None,
    )
    yield case(
        "tabell i Markdown uten streker i kantene",
        "Tiltak | Frist | Ansvar\n--- | --- | ---\n" + "".join(f"{t} | {f} | {a}\n" for t, f, a in FOUR),
        FOUR,
        ending=".md",
    )
    yield case(
        "tabell i Markdown med strek i en celle",
        "| Tiltak | Frist | Ansvar |\n|---|---|---|\n| Flytte anlegget \\| bygge nytt | 2026 | VA |\n| Innføre lærlingtorg | 2027 | Oppvekst |\n",
        (("Flytte anlegget | bygge nytt", "2026", "VA"), ("Innføre lærlingtorg", "2027", "Oppvekst")),
        ending=".md",
    )
    yield case(
        "HTML-tabell i Markdown",
        "# Tiltak\n\n<table><tr><th>Tiltak</th><th>Frist</th></tr>"
        + "".join(f"<tr><td>{t}</td><td>{f}</td></tr>" for t, f, _ in FOUR)
        + "</table>\n",
        [(t, f) for t, f, _ in FOUR],
        ("ordlyd", "frist"),
        ending=".md",
        refused=True,
    )
    yield case(
        "delte ord på slutten av linjer",
        "Tiltak\n\n- Digitalisere bygge-\n  saksarkivet\n- Flytte renseanlegget\n- Innføre lærlingtorg\n",
        [("Digitalisere bygge-saksarkivet",), ("Flytte renseanlegget",), ("Innføre lærlingtorg",)],
        ("ordlyd",),
        told=("«bygge-saksarkivet»",),
    )
    yield case(
        "mål og tiltak om hverandre",
        "Mål: Et åpent arkiv\nTiltak: Digitalisere byggesaksarkivet\nMål: Rent vann\nTiltak: Flytte renseanlegget\n",
        [(words[0],), (words[1],)],
        ("ordlyd",),
        refused=None,
    )
    yield case(
        "spørsmål og svar",
        "Hva: Digitalisere byggesaksarkivet\nHvem: Plan og bygg\nNår: 2026\n\nHva: Flytte renseanlegget\nHvem: VA-avdelingen\nNår: 2027\n",
        FOUR[:2],
        refused=None,
    )
