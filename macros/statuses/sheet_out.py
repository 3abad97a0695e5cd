"""Write the spreadsheet in which one fills in what a source says of many tiltak of a plan; `sheet_in.py` reads it.

Three sheets: what to do, what is known of the source, and a row for each tiltak. What comes from the plan is locked;
where there is a choice, there is a drop-down. Every text is written as text, so that none that begins with `=` becomes a
formula. The same data give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from ..format.columns import COLUMNS
from ..format.vocabulary import DEKKERORD, MELDBARE, MÅLORD, SIKKERHETSORD, STATUS_KREVER
from ..register.entities import Plan, Register, Tiltak
from .reporters import meldere

LIBRARY = "xlsxwriter"
GUIDE, SOURCE, STATUS, LISTS = "Les dette først", "Kilden", "Status", "Navn"
"""The names of the sheets."""
PLAN_LABEL = "Plan"

CHOICES: dict[str, dict[str, str]] = {
    "status": {label: key for key, (label, _) in MELDBARE.items()},
    "måloppnåelse": {label.capitalize(): key for key, label in MÅLORD.items()},
    "dekker": {label: key for key, label in DEKKERORD.items()},
    "sikkerhet": {key.capitalize(): key for key in SIKKERHETSORD},
}
"""For each field with a drop-down: what one chooses, and what it is in the data."""


@dataclass(frozen=True)
class SheetColumn:
    """A column of the sheet «Status»: its heading, how wide it is, and what to know when filling it in."""

    heading: str
    width: int
    about: str = ""


NUMBER, TITLE, WORDING, KNOWN = "Nr.", "Tiltak", "Ordlyd", "Sist rapportert"
FROM_PLAN = {
    "nr": SheetColumn(NUMBER, 8),
    "tittel": SheetColumn(TITLE, 28),
    "ordlyd": SheetColumn(WORDING, 44),
    **{column.navn: SheetColumn(column.overskrift, column.bredde) for column in COLUMNS},
    "kjent": SheetColumn(KNOWN, 16),
}
TO_FILL_IN = {
    "status": SheetColumn("Status", 16, "Bare når kilden viser den. Ellers lar du cellen stå tom."),
    "måloppnåelse": SheetColumn(
        "Måloppnåelse", 15, "Om målet er nådd, når kilden viser det. Noe annet enn status."
    ),
    "dekker": SheetColumn("Gjelder", 16, "Om kilden gjelder hele tiltaket eller en del. Tom betyr hele."),
    "omtale": SheetColumn(
        "Hva har skjedd?", 44, "Hva kilden forteller, med dine egne ord. Ingen navn på privatpersoner."
    ),
    "sitat": SheetColumn("Sitat", 44, "Kort og ordrett fra kilden. Må fylles ut når du velger status."),
    "sted": SheetColumn("Sted i kilden", 22, "Side, avsnitt eller sak. Må fylles ut når du velger status."),
    "sikkerhet": SheetColumn(
        "Sikkerhet", 12, "Hvor sikkert kilden viser dette. Må velges når du velger status."
    ),
    "delmål": SheetColumn(
        "Milepæl",
        28,
        "Bare når kilden forteller om en bestemt milepæl eller delfrist: ordrett fra planen, én på hver linje.",
    ),
}
"""By the names of the fields of a punkt."""

ABOUT_SOURCE = {
    "utgiver": (
        "Hvem har gitt ut kilden?",
        "Velg fra lista. Står den ikke der, må den først inn i aktørregisteret.",
    ),
    "tittel": ("Kildens tittel", "Dokumentets tittel, med år."),
    "url": ("Adresse", "Begynner med https://. Kan stå tom."),
    "sett": ("Sett på nett", "Dagen du så kilden på adressen, som 20.11.2026. Kan stå tom."),
    "arkiv": ("Kopi i et nettarkiv", "Adressen til kopien, når du vet om en. Kan stå tom."),
    "fra": (
        "År",
        "Året kilden forteller om. Forteller den om en del av et år, skriver du den: «31.5.2023», «mai 2023», "
        "«2. kvartal 2023», «1. tertial 2023» eller «1. halvår 2023».",
    ),
    "til": ("Til og med år", "Bare når kilden forteller om flere år, eller flere deler av et år."),
    "omtale": ("Om kilden", "To–fire setninger med dine egne ord."),
    "forbehold": ("Forbehold", "Hva leseren bør vite om kilden, for eksempel egeninteresse. Kan stå tom."),
}
"""What is filled in about the source: its label, and what to know."""
NEWER = ("sett", "arkiv", "delmål")
"""What a spreadsheet that was handed out earlier does not ask for."""


def library() -> str:
    """Return the version of the library that writes spreadsheets; «» when it is not installed."""
    try:
        return version(LIBRARY)
    except PackageNotFoundError:
        return ""


def columns(plan: Plan) -> dict[str, SheetColumn]:
    """Return the columns of the sheet for a plan, by field: those that the plan prints, then those to fill in."""
    printed = {"nr", "tittel", "ordlyd", *plan.data.kolonnenavn}
    known = {name: column for name, column in FROM_PLAN.items() if name in printed}
    own = {
        one.navn: SheetColumn(one.overskrift, one.bredde)
        for one in plan.data.alle_kolonner
        if one.navn not in FROM_PLAN
    }
    return known | own | {"kjent": FROM_PLAN["kjent"]} | TO_FILL_IN


def from_plan(tiltak: Tiltak) -> dict[str, str]:
    """Return the texts of the locked cells of a tiltak, by field."""
    data = tiltak.data
    known = tiltak.statuspunkt
    return {
        "nr": tiltak.nr,
        "tittel": tiltak.tittel,
        "ordlyd": "\n".join([data.ordlyd, *(f"• {one.ordlyd}" for one in data.deltiltak)]),
        **{column.navn: column.celle(data) or "" for column in tiltak.plan.data.alle_kolonner},
        "kjent": f"{tiltak.meldt.navn}{f' ({known.rapport.år})' if known and known.rapport.år else ''}",
    }


@dataclass(frozen=True)
class Content:
    """All that the spreadsheet for a plan holds. The same content gives the same bytes."""

    id: str
    tittel: str
    registrert: date
    lines: list[tuple[str, str]]
    """The lines of the first sheet, each with its style."""
    names: list[str]
    """Who may have published a source."""
    columns: dict[str, SheetColumn]
    rows: list[dict[str, str]]


def content(register: Register, plan: Plan) -> Content:
    """Return all that the spreadsheet for a plan holds."""
    names = [one.navn for group in meldere(register, plan) for one in group]
    rows = [from_plan(tiltak) for tiltak in plan.tiltak]
    data = plan.data
    return Content(plan.id, data.tittel, data.registrert, _guide(plan), names, columns(plan), rows)


def write(register: Register, plan: Plan) -> bytes:
    """Return the spreadsheet for a plan as bytes. Raises ModuleNotFoundError without xlsxwriter."""
    import xlsxwriter

    wanted = content(register, plan)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        # Else the file says when it was made, and the same data give other bytes.
        book.set_properties({"created": datetime.combine(wanted.registrert, time())})
        _Writer(book).write(wanted)
    return buffer.getvalue()


@dataclass
class _Writer:
    """Puts the sheets into a workbook of xlsxwriter."""

    book: Any
    formats: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        base = {"text_wrap": True, "valign": "top", "num_format": "@"}
        border = {"border": 1, "border_color": "#6b7a87"}
        styles: dict[str, dict[str, Any]] = {
            "title": {"bold": True, "font_size": 14},
            "heading": {"bold": True, **border, "bg_color": "#e8edf2"},
            "locked": {**border, "font_color": "#3a4a58", "bg_color": "#f4f5f6"},
            "open": {**border, "locked": False, "bg_color": "#fffbe6"},
            "text": {},
        }
        self.formats = {name: self.book.add_format({**base, **style}) for name, style in styles.items()}

    def write(self, wanted: Content) -> None:
        """Write all sheets, the one with the guide first."""
        guide, source, status, lists = map(self.book.add_worksheet, (GUIDE, SOURCE, STATUS, LISTS))
        for sheet in (guide, source, status, lists):
            # Without a password: the lock is against slips, and anybody may lift it.
            sheet.protect("", {"format_columns": True, "format_rows": True})
        names = [("text", name) for name in wanted.names]
        self._column(guide, wanted.lines)
        self._column(lists, [("heading", "Hvem kan ha gitt ut kilden?"), *names])
        self._source(source, wanted, f"={LISTS}!$A$2:$A${len(names) + 1}")
        self._status(status, wanted)

    def _column(self, sheet: Any, lines: list[tuple[str, str]]) -> None:
        """Write lines below each other in the first column of a sheet, each with its style."""
        sheet.set_column(0, 0, 90)
        for row, (style, text) in enumerate(lines):
            sheet.write_string(row, 0, text, self.formats[style])

    def _source(self, sheet: Any, wanted: Content, names: str) -> None:
        """Write the sheet «Kilden»; `names` is the formula for the list of those who may have published a source."""
        for at, width in enumerate((28, 60, 60)):
            sheet.set_column(at, at, width)
        known = (PLAN_LABEL, wanted.id, wanted.tittel)
        for at, (style, text) in enumerate(zip(("heading", "locked", "text"), known, strict=True)):
            sheet.write_string(0, at, text, self.formats[style])
        for row, (name, (label, about)) in enumerate(ABOUT_SOURCE.items(), 1):
            sheet.write_string(row, 0, label, self.formats["heading"])
            sheet.write_blank(row, 1, None, self.formats["open"])
            sheet.write_string(row, 2, about, self.formats["text"])
            if name == "utgiver":
                sheet.data_validation(row, 1, row, 1, _choose(names, about))

    def _status(self, sheet: Any, wanted: Content) -> None:
        """Write the sheet «Status», a row for each tiltak, with drop-down lists where there is a choice."""
        shown = wanted.columns
        sheet.freeze_panes(1, 2)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
        for at, (name, column) in enumerate(shown.items()):
            sheet.set_column(at, at, column.width)
            sheet.write_string(0, at, column.heading, self.formats["heading"])
            if name in TO_FILL_IN:
                rule = _choose(list(CHOICES[name]), column.about) if name in CHOICES else _advise(column)
                sheet.data_validation(1, at, len(wanted.rows), at, rule)
        for row, cells in enumerate(wanted.rows, 1):
            for at, name in enumerate(shown):
                if name in TO_FILL_IN:
                    sheet.write_blank(row, at, None, self.formats["open"])
                else:
                    sheet.write_string(row, at, cells[name], self.formats["locked"])


def _choose(source: str | list[str], about: str) -> dict[str, Any]:
    """Return the rule of a cell in which a value from a list is chosen; `about` is shown beside the cell."""
    return {
        "validate": "list",
        "source": source,
        "input_message": about,
        "error_title": "Velg fra lista",
        "error_message": "Bare verdiene i lista kan brukes her. Trykk på pila i cellen.",
    }


def _advise(column: SheetColumn) -> dict[str, Any]:
    """Return the rule of a cell in which anything may be written, with what to know of its column."""
    return {"validate": "any", "input_title": column.heading, "input_message": column.about}


def _guide(plan: Plan) -> list[tuple[str, str]]:
    """Return the lines of the sheet «Les dette først» for a plan, each with its style."""
    return [
        ("title", f"Meld status: {plan.data.tittel}"),
        ("text", "Bruk ett regneark for hver kilde: en årsmelding, en sak, et referat eller en annen tekst som sier hva som har skjedd."),
        ("text", f"1. Fyll ut arket «{SOURCE}»."),
        ("text", f"2. Fyll ut arket «{STATUS}», bare radene som kilden sier noe om. La de andre stå tomme. De gule cellene kan fylles ut. Resten kommer fra planen og er låst."),
        ("text", "3. Send regnearket til redaksjonen, eller les det inn selv: python -m macros importer-status FIL.xlsx"),
        ("text", f"Velger du status eller måloppnåelse, må du også fylle ut {_and(TO_FILL_IN[name].heading.lower() for name in STATUS_KREVER)}. Sier ingen kilde noe sikkert, skriver du ingen status."),
        ("text", "Skriv aldri navn på privatpersoner. Skriv stillingen eller virksomheten."),
        ("heading", "Hva statusene betyr"),
        *(("text", f"{label}: {about}") for label, about in MELDBARE.values()),
        ("heading", "Hva sikkerhet betyr"),
        *(("text", f"{word.capitalize()}: {about}") for word, about in SIKKERHETSORD.items()),
    ]  # fmt: skip


def _and(words: Iterator[str]) -> str:
    """Return words as a list in a sentence: «sitat, sted og sikkerhet»."""
    *first, last = words
    return f"{', '.join(first)} og {last}"
