"""PDFs as they are printed: landscape, tables beside each other, words divided at line ends, heads on their side, text across columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from .case import Case, answer

FIELDS = ("ordlyd", "frist", "ansvar")
HEAD = ("Tiltak", "Frist", "Ansvar")
SIX = (
    ("Etterisolere rådhuset", "2026", "Eiendom"), ("Fornye ledningsnettet", "2027", "Teknisk drift"), ("Gjenåpne bekken", "2028", "Miljø"),
    ("Opprette hjemmekontor på biblioteket", "2026", "Kultur"), ("Tilrettelegge for rullestol", "Løpende", "Eiendom"), ("Utvide barnehagen", "2027", "Oppvekst"),
)  # fmt: skip


def made(build: Callable[[Any], list[Any]], **more: Any) -> Callable[[Path], None]:
    """Return what writes a PDF of the flowables that a function makes of a style of text."""

    def write(path: Path) -> None:
        from reportlab.lib.pagesizes import A4
        from reportlab.lib.styles import getSampleStyleSheet
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.platypus import SimpleDocTemplate

        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
        normal = getSampleStyleSheet()["Normal"]
        normal.fontName = "Vera"
        SimpleDocTemplate(str(path), **{"pagesize": A4, "invariant": 1, **more}).build(build(normal))

    return write


def table(
    lines: Sequence[Sequence[str]],
    normal: Any,
    *,
    ruled: bool = True,
    widths: Any = None,
    style: Sequence[Any] = (),
    **more: Any,
) -> Any:
    """Return a table of paragraphs, with or without lines."""
    from reportlab.lib import colors
    from reportlab.platypus import Paragraph, Table

    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []
    return Table(
        [[Paragraph(text, normal) if isinstance(text, str) else text for text in line] for line in lines],
        colWidths=widths or [150] * len(lines[0]), style=[*grid, ("VALIGN", (0, 0), (-1, -1), "TOP"), *style], **more,
    )  # fmt: skip


def pdf_case(
    name: str,
    build: Callable[[Any], list[Any]],
    true: Any = SIX,
    fields: Any = FIELDS,
    sheet: Any = None,
    **more: Any,
) -> Case:
    """Return a PDF of flowables with its true answer; `sheet`: how its pages are."""
    return Case(f"{name} .pdf", 5, ".pdf", made(build, **(sheet or {})), answer(fields, *true), **more)


def tables(name: str, *, ruled: bool) -> Iterator[Case]:
    """Yield tables with lines between the cells or without."""
    from reportlab.lib.pagesizes import A4, landscape

    yield pdf_case(
        f"liggende side {name}",
        lambda n: [table([HEAD, *SIX], n, ruled=ruled)],
        sheet={"pagesize": landscape(A4)},
        refused=None,
    )
    yield pdf_case(
        f"hodet på hver side {name}",
        lambda n: [table([HEAD, *SIX], n, ruled=ruled, repeatRows=1)],
        sheet={"pagesize": (595, 220)},
        refused=None,
    )
    yield pdf_case(f"to tabeller ved siden av hverandre {name}", lambda n: [table([(table([HEAD[:2], *(one[:2] for one in SIX[:3])], n, ruled=ruled, widths=[150, 50]), table([HEAD[:2], *(one[:2] for one in SIX[3:])], n, ruled=ruled, widths=[150, 50]))], n, ruled=False, widths=[250, 250])],
               true=[one[:2] for one in SIX], fields=FIELDS[:2], refused=None)  # fmt: skip
    yield pdf_case(f"tabellen delt bortover på to sider {name}", lambda n: [table([("Nr", "Tiltak"), *((str(i), one[0]) for i, one in enumerate(SIX, 1))], n, ruled=ruled, widths=[40, 250]), _page(), table([("Nr", "Frist", "Ansvar"), *((str(i), *one[1:]) for i, one in enumerate(SIX, 1))], n, ruled=ruled, widths=[40, 100, 100])],
               refused=None)  # fmt: skip
    yield pdf_case(f"nummerkolonne med tomme rader under {name}", lambda n: [table([("Nr", *HEAD), ("1", *SIX[0]), ("", "", "", "Miljø"), ("2", *SIX[1]), ("", "", "2028", "Plan"), ("3", *SIX[2])], n, ruled=ruled, widths=[40, 200, 80, 120])],
               true=(("1", SIX[0][0], "2026", "Eiendom\nMiljø"), ("2", SIX[1][0], "2027\n2028", "Teknisk drift\nPlan"), ("3", *SIX[2])), fields=("nr", *FIELDS), refused=None)  # fmt: skip
    yield pdf_case(f"sumrad {name}", lambda n: [table([("Tiltak", "Ansvar", "Kostnad"), *((t, a, "100 000") for t, _, a in SIX), ("Sum", "", "600 000")], n, ruled=ruled)],
               true=[(t, a, "100 000") for t, _, a in SIX], fields=("ordlyd", "ansvar", "kostnad"), refused=None)  # fmt: skip
    yield pdf_case(f"delt ord på slutten av linja {name}", lambda n: [table([HEAD, ("Opprette hjemme-<br/>kontor på biblioteket", "2026", "Kultur"), *SIX[4:]], n, ruled=ruled)],
               true=(("Opprette hjemme-kontor på biblioteket", "2026", "Kultur"), *SIX[4:]), told=("hjemme-",), refused=None)  # fmt: skip
    yield pdf_case(
        f"områder i en kolonne som går nedover {name}",
        lambda n: [
            table(
                [
                    ("Område", *HEAD),
                    *(((("Bygg", "Vann")[i // 3] if i % 3 == 0 else ""), *one) for i, one in enumerate(SIX)),
                ],
                n,
                ruled=ruled,
                widths=[70, 200, 70, 120],
                style=[("SPAN", (0, 1), (0, 3)), ("SPAN", (0, 4), (0, 6))],
            )
        ],
        refused=None,
    )
    yield pdf_case(
        f"statuskolonne {name}",
        lambda n: [
            table(
                [(*HEAD, "Status"), *((*one, "I rute") for one in SIX)],
                n,
                ruled=ruled,
                widths=[200, 60, 110, 80],
            )
        ],
        refused=None,
    )


def seen_in_pdf() -> Iterator[Case]:
    """Yield them all."""
    for ruled in (True, False):
        yield from tables("med linjer" if ruled else "uten linjer", ruled=ruled)

    def rotated(normal: Any) -> list[Any]:
        from reportlab.platypus import Flowable

        class Turned(Flowable):  # type: ignore[misc]
            def __init__(self, text: str) -> None:
                super().__init__()
                self.text = text
                self.width, self.height = 14, 60

            def draw(self) -> None:
                self.canv.saveState()
                self.canv.rotate(90)
                self.canv.setFont("Vera", 10)
                self.canv.drawString(2, -12, self.text)
                self.canv.restoreState()

        head = [Turned(text) for text in HEAD]
        return [table([head, *SIX], normal)]

    yield pdf_case("overskriftene stående på høykant", rotated, refused=None)

    def tiltak(normal: Any) -> list[Any]:
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.platypus import Paragraph

        big = ParagraphStyle("big", fontName="Vera", fontSize=14, leading=18)
        return [
            one
            for i, (text, _, _) in enumerate(SIX, 1)
            for one in (
                Paragraph(f"Tiltak {i}: {text}", big),
                Paragraph(
                    "Her står det mer om tiltaket, i hele setninger som forklarer hvorfor det trengs.", normal
                ),
            )
        ]

    yield pdf_case(
        "«Tiltak 1: …» som overskrift med tekst under",
        tiltak,
        true=[(str(i), one[0]) for i, one in enumerate(SIX, 1)],
        fields=("nr", "ordlyd"),
        refused=None,
    )

    def numbered(normal: Any) -> list[Any]:
        from reportlab.platypus import Paragraph

        return [
            Paragraph("Tiltak", normal),
            *(
                Paragraph(
                    f"{i}. {one[0]} og sørge for at arbeidet blir gjort på en måte som innbyggerne er fornøyd med, også de som bor langt unna",
                    normal,
                )
                for i, one in enumerate(SIX, 1)
            ),
        ]

    long = " og sørge for at arbeidet blir gjort på en måte som innbyggerne er fornøyd med, også de som bor langt unna"
    yield pdf_case(
        "nummerert liste over flere linjer",
        numbered,
        true=[(f"{i}.", one[0] + long) for i, one in enumerate(SIX, 1)],
        fields=("nr", "ordlyd"),
        refused=None,
    )
    body = [
        (
            f"{t}. Kommunen skal følge opp arbeidet og melde fra om framdriften hvert år til kommunestyret",
            f,
            a,
        )
        for t, f, a in SIX
    ]
    yield pdf_case(
        "rader delt av sideskift, uten linjer",
        lambda n: [table([HEAD, *body], n, ruled=False, splitInRow=1)],
        true=body,
        sheet={"pagesize": (595, 260)},
        refused=None,
    )
    yield pdf_case(
        "rader delt av sideskift, med linjer",
        lambda n: [table([HEAD, *body], n, splitInRow=1)],
        true=body,
        sheet={"pagesize": (595, 260)},
        refused=None,
    )


def _page() -> Any:
    from reportlab.platypus import PageBreak

    return PageBreak()
