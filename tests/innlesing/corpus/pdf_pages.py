"""PDFs with what a page has around and within a table: feet, heads in colour, points in cells, spans, wrapped cells, captions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .case import Case
from .seen_in_pdf import FIELDS, HEAD, SIX, pdf_case, table

LONG = "som skal gjøres sammen med innbyggerne og frivillige lag i alle deler av kommunen"


def pdf_pages() -> Iterator[Case]:
    """Yield them all."""
    from reportlab.lib import colors

    for ruled in (True, False):
        yield from pages("med linjer" if ruled else "uten linjer", ruled=ruled)
    head = [("BACKGROUND", (0, 0), (-1, 0), colors.darkblue)]
    yield pdf_case(
        "farget hode, ingen linjer", lambda n: [table([HEAD, *SIX], n, ruled=False, style=head)], refused=None
    )
    sides = [("LINEBEFORE", (0, 0), (-1, -1), 0.5, colors.black)]
    yield pdf_case(
        "bare loddrette linjer", lambda n: [table([HEAD, *SIX], n, ruled=False, style=sides)], refused=None
    )
    groups = [("LINEABOVE", (0, i), (-1, i), 1, colors.black) for i in (0, 1, 4)]
    yield pdf_case(
        "linjer bare mellom grupper",
        lambda n: [table([HEAD, *SIX], n, ruled=False, style=groups)],
        refused=None,
    )
    box = [("BOX", (0, 0), (-1, -1), 1, colors.black)]
    yield pdf_case(
        "bare ramme rundt", lambda n: [table([HEAD, *SIX], n, ruled=False, style=box)], refused=None
    )


def pages(name: str, *, ruled: bool) -> Iterator[Case]:
    """Yield pages with tables with lines between the cells or without."""

    def case(
        said: str,
        lines: Any,
        true: Any = SIX,
        fields: Any = FIELDS,
        *,
        sheet: Any = None,
        widths: Any = None,
        style: Any = (),
        **more: Any,
    ) -> Case:
        return pdf_case(
            f"{said} {name}",
            lambda n: [table(lines, n, ruled=ruled, widths=widths, style=style)],
            true=true,
            fields=fields,
            sheet=sheet,
            **{"refused": None, **more},
        )

    long = [(f"{t} {LONG}", f, a) for t, f, a in SIX]
    yield case("lange ordlyder", [HEAD, *long], long, widths=[180, 60, 120])
    yield case(
        "lange ordlyder og lange ansvar",
        [HEAD, *((t, f, f"{a} og {LONG}") for t, f, a in long)],
        [(t, f, f"{a} og {LONG}") for t, f, a in long],
        widths=[180, 60, 120],
    )
    yield case(
        "lange ordlyder over sider",
        [HEAD, *long],
        long,
        sheet={"pagesize": (595, 250)},
        widths=[180, 60, 120],
    )
    yield case(
        "tomme celler",
        [HEAD, *((t, f if i % 2 else "", a if i % 3 else "") for i, (t, f, a) in enumerate(SIX))],
        [(t, f if i % 2 else "", a if i % 3 else "") for i, (t, f, a) in enumerate(SIX)],
    )
    yield case(
        "bånd mellom radene",
        [HEAD, ("Bygg", "", ""), *SIX[:3], ("Vann", "", ""), *SIX[3:]],
        areas=("Bygg", "Vann"),
    )
    yield case(
        "bånd flettet",
        [HEAD, ("Bygg", "", ""), *SIX[:3], ("Vann", "", ""), *SIX[3:]],
        areas=("Bygg", "Vann"),
        style=[("SPAN", (0, 1), (-1, 1)), ("SPAN", (0, 5), (-1, 5))],
    )
    if ruled:
        yield case(
            "ansvar over flere rader",
            [HEAD, (*SIX[0][:2], "Felles"), *((*one[:2], "") for one in SIX[1:3]), *SIX[3:]],
            [*((*one[:2], "Felles") for one in SIX[:3]), *SIX[3:]],
            style=[("SPAN", (2, 1), (2, 3))],
        )
    yield case(
        "punkter i cellene",
        [HEAD, *((f"• {t}<br/>• {t} igjen", f, a) for t, f, a in SIX[:3])],
        [(f"• {t}\n• {t} igjen", f, a) for t, f, a in SIX[:3]],
    )
    yield case(
        "to hoderader",
        [("Tiltak", "Gjennomføring", ""), ("", "Frist", "Ansvar"), *SIX],
        style=[("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1))],
    )
    yield case(
        "nummer først",
        [("Nr", *HEAD), *((f"{i}.", *one) for i, one in enumerate(SIX, 1))],
        [(f"{i}.", *one) for i, one in enumerate(SIX, 1)],
        ("nr", *FIELDS),
        widths=[30, 200, 60, 120],
    )
    yield case(
        "smal nummerkolonne uten overskrift",
        [("", *HEAD), *((f"{i}", *one) for i, one in enumerate(SIX, 1))],
        [(f"{i}", *one) for i, one in enumerate(SIX, 1)],
        ("nr", *FIELDS),
        widths=[20, 200, 60, 120],
    )
    yield case(
        "merknad i egen rad",
        [HEAD, *SIX[:3], ("* Forutsetter tilskudd fra staten", "", ""), *SIX[3:]],
        style=[("SPAN", (0, 4), (-1, 4))],
    )
    yield case("siste rad er en merknad", [HEAD, *SIX, ("Alle frister er veiledende.", "", "")])

    def footed(normal: Any) -> list[Any]:
        from reportlab.platypus import Paragraph

        return [
            one
            for i in range(3)
            for one in (
                Paragraph("Handlingsplan for Testby 2026–2029", normal),
                table(
                    [HEAD, *SIX[2 * i : 2 * i + 2]] if i == 0 else list(SIX[2 * i : 2 * i + 2]),
                    normal,
                    ruled=ruled,
                ),
                Paragraph(f"{i + 1}", normal),
                _break(),
            )
        ]

    yield pdf_case(f"topptekst og sidetall på hver side {name}", footed, refused=None)

    def captioned(normal: Any) -> list[Any]:
        from reportlab.platypus import Paragraph

        return [
            one
            for i in range(2)
            for one in (
                table([HEAD, *SIX[3 * i : 3 * i + 3]], normal, ruled=ruled),
                Paragraph(f"Tabell {i + 1}: {('Tiltak i bygg', 'Tiltak i vann')[i]}", normal),
            )
        ]

    yield pdf_case(f"tabelltekst under {name}", captioned, refused=None)


def _break() -> Any:
    from reportlab.platypus import PageBreak

    return PageBreak()
