"""Writes lines as a PDF, as office programs do: with ruled, zebra or bare tables, split at pages."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.plandokumenter import Oppslag

STYLES = ("", "lav", "zebra", "bare", "streker", "midt", "tett", "bare-lav", "annenhver")
"""Ruled, ruled on small pages, every row filled by turns, nothing, lines between rows, nothing with the text in the middle of
its row, no space between rows, nothing on small pages, every other row filled."""


def write_pdf(lines: Sequence[Oppslag], to: Path, style: str = "") -> Path:
    """Write lines as a PDF. `style`: one of `STYLES`."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    # A font with letters of its own: the built-in ones have no «•» that a reader can know.
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    sheets = getSampleStyleSheet()
    for name in ("Normal", "Heading1", "Heading2", "Heading3"):
        sheets[name].fontName = "Vera"
    size = (A4[0], 300) if "lav" in style else A4
    story: list[Any] = []
    for number, group in itertools.groupby(lines, key=lambda line: line.tabell):
        its = list(group)
        if number:
            story += [_table(its, style, sheets["Normal"]), Spacer(1, 8)]
            continue
        for line in its:
            kind = f"Heading{line.nivå}" if line.nivå else "Normal"
            text = f"• {line.celler[0]}" if line.punkt else line.celler[0]
            story.append(Paragraph(_escaped(text), sheets[kind]))
    SimpleDocTemplate(str(to), pagesize=size, invariant=1).build(story)
    return to


def _table(lines: Sequence[Oppslag], style: str, normal: Any) -> Any:
    from reportlab.lib import colors
    from reportlab.platypus import Paragraph, Table

    width = max(len(line.celler) for line in lines)
    cells = [[Paragraph(_escaped(text), normal) for text in line.celler] for line in lines]
    spans = [("SPAN", (0, i), (-1, i)) for i, line in enumerate(lines) if line.bred]
    grid = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
    stripes = [("BACKGROUND", (0, i), (-1, i), colors.lightgrey) for i in range(0, len(lines), 2)]
    looks: dict[str, list[Any]] = {
        "": [grid], "lav": [grid], "streker": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)], "annenhver": stripes,
        "zebra": [("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.lightgrey, colors.white])],
        "tett": [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)],
    }  # fmt: skip
    look = looks.get(style, [])
    return Table(
        cells,
        colWidths=[460 / width] * width,
        style=[*look, *spans, ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if style == "midt" else "TOP")],
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br/>")
