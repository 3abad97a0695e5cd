"""Read a spreadsheet of statuses as a rapport: its text, or every problem in it, each with its cell.

Only what the spreadsheet adds is checked here: that each row is that of a tiltak as it stands in the plan now, and
that what was chosen is in the lists. All else is said by the checker itself, which is run on a copy of the data with the
report in it; what it says of a line is said of the cell that the line was made from.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ..checking.check import check
from ..format import tidsrom
from ..format.texts import LENGSTE_ID
from ..format.tidsrom import Tid
from ..format.vocabulary import STATUSORD
from ..reading.document import KeyPath
from ..reading.load import load
from ..register.build import build
from ..register.entities import Plan, Register, Tiltak
from ..tools.bounds import TooMuch, check_file, check_package, extent
from ..tools.nearness import did_you_mean
from ..tools.problem import Problem, refused
from . import sheet_out
from .forms import (
    FØRSTE_LINJE,
    kortnavn,
    punkt_id,
    rapport_id,
    rens,
    report_lines,
)
from .reporters import Melder, kommuner_for, meldere
from .sheet_out import ABOUT_SOURCE, CHOICES, NEWER, PLAN_LABEL, SOURCE, STATUS, TO_FILL_IN


@dataclass(frozen=True)
class ReportFile:
    """A rapport as a file: its id, which becomes the name of the file, and its text."""

    id: str
    tekst: str


@dataclass(frozen=True)
class Cell:
    """A cell of the spreadsheet: where it is, and what stands in it as text."""

    file: str
    sheet: str
    row: int
    column: int
    text: str = ""
    formula: bool = False
    comment: bool = False

    def problem(self, message: str, hint: str = "") -> Problem:
        """Return a problem in the cell, which names the place as a spreadsheet does."""
        where = f"Ark «{self.sheet}», celle {_letters(self.column)}{self.row}"
        return Problem(self.file, self.row, self.column, where, message, hint)


def read(
    path: Path, folder: Path, idag: date, id_: str | None = None
) -> tuple[ReportFile | None, list[Problem]]:
    """Return the rapport in a spreadsheet, or None and every problem: in the spreadsheet, or in the data before it.

    `folder` is the data; `id_` is what the rapport is to be called, else the plan and the day. Nothing is
    written. Raises ModuleNotFoundError without openpyxl.
    """
    data, problems = load(folder)
    problems += check(data, idag)
    if problems:
        return None, problems
    sheets, problems = _sheets(path)
    if problems:
        return None, problems
    reader = _Reader(build(data, idag), idag, sheets[SOURCE], sheets[STATUS])
    report = reader.report()
    if reader.plan is None:
        return None, reader.problems
    # A way for each line of the file, the first too, so that the line of a problem finds its cell.
    lines = [((), FØRSTE_LINJE), *report_lines(report)]
    made = ReportFile(
        id_ or rapport_id(reader.plan.id, "status", idag.isoformat()),
        "".join(f"{line}\n" for _, line in lines),
    )
    # What the reader has said of a cell, the checker may find in the value that stands in for it: once is enough.
    known = {(one.line, one.column, one.path) for one in reader.problems}
    found = [reader.at_cell(one, lines, folder) for one in _checked(made, folder, idag)]
    problems = reader.problems + [one for one in found if (one.line, one.column, one.path) not in known]
    return (None, problems) if problems else (made, [])


LAST = "z" * LENGSTE_ID
"""What the report is called while it is tried: after all others, so that what is said of two is said of this one."""


def _checked(made: ReportFile, folder: Path, idag: date) -> list[Problem]:
    """Return the problems that the checker finds in a copy of the data with this rapport among them."""
    with tempfile.TemporaryDirectory() as trial:
        copy = Path(trial) / folder.name
        shutil.copytree(folder, copy)
        reports = copy / "rapporter"
        reports.mkdir(exist_ok=True)
        # A rapport that this one is to replace would contradict it.
        (reports / f"{made.id}.yml").unlink(missing_ok=True)
        (reports / f"{LAST}.yml").write_text(made.tekst, "utf-8")
        data, problems = load(copy)
        return problems + check(data, idag)


@dataclass
class _Reader:
    """Reads the two sheets of a spreadsheet, and remembers the cell that each value came from."""

    register: Register
    idag: date
    source: list[list[Cell]]
    status: list[list[Cell]]
    plan: Plan | None = None
    problems: list[Problem] = field(default_factory=list)
    cells: dict[KeyPath, Cell] = field(default_factory=dict)

    def report(self) -> dict[str, Any]:
        """Return the rapport as far as it can be read; `problems` holds what is wrong in the spreadsheet."""
        self._refuse_comments()
        labels: dict[str, list[Cell]] = {}
        for row in self.source:
            # The first row with a label counts; a second one is found as text that is not read.
            labels.setdefault(row[0].text, row)
        given = {label: row[1] for label, row in labels.items() if len(row) > 1}
        lost = [
            label
            for label in (
                PLAN_LABEL,
                *(label for name, (label, _) in ABOUT_SOURCE.items() if name not in NEWER),
            )
            if label not in given
        ]
        for label in lost:
            self.problems.append(
                _top(self.source).problem(
                    f"ventet en rad med «{label}», fant den ikke.", "Bruk et nytt regneark."
                )
            )
        plan = given.get(PLAN_LABEL)
        if lost or plan is None:
            return {}
        self.plan = self.register.planer.get(plan.text)
        if self.plan is None:
            hint = did_you_mean(plan.text, self.register.planer)
            self.problems.append(plan.problem(f"kjenner ikke planen «{plan.text}».", hint))
            return {}
        beside = dict(ABOUT_SOURCE.values()) | {PLAN_LABEL: self.plan.data.tittel}
        for row in self.source:
            known = row[0].text in beside and labels[row[0].text] is row
            self._refuse_outside(row[2:] if known else row, rens(beside[row[0].text]) if known else "")
        nothing = Cell(plan.file, plan.sheet, 1, 1)
        asked = {name: given.get(label, nothing) for name, (label, _) in ABOUT_SOURCE.items()}
        return self._about(asked, self.plan)

    def _about(self, given: Mapping[str, Cell], plan: Plan) -> dict[str, Any]:
        """Return the rapport of a plan, given the cells about the source by the names of the fields."""
        for cell in given.values():
            self._refuse_formula(cell)
        utgiver = self._utgiver(given["utgiver"], plan)
        first, last = (self._time(given[name], name == "til") for name in ("fra", "til"))
        period = "–".join(tidsrom.shown(time) for time in (first, last) if time)
        title = given["tittel"].text
        for name in ("utgiver", "tittel", "omtale", "forbehold"):
            self.cells[name,] = given[name]
        self.cells |= {("kortnavn",): given["utgiver"], ("gjelder",): given["fra"]}
        self.cells["kilde",] = given["tittel"]
        self.cells |= {("kilde", name): given[name] for name in ("url", "sett", "arkiv")}
        source: dict[str, Any] = {"tittel": title, "url": given["url"].text or None}
        source |= {"sett": seen} if (seen := self._day(given["sett"])) else {}
        source |= {"arkiv": given["arkiv"].text} if given["arkiv"].text else {}
        report: dict[str, Any] = {
            "tittel": title,
            "kortnavn": kortnavn(utgiver.navn, period),
            "utgiver": utgiver.aktør.id,
            "kommuner": kommuner_for(plan, utgiver.aktør),
            "gjelder": _period(first, last),
            "registrert": self.idag,
            "kilde": source,
            "omtale": given["omtale"].text,
        }
        if given["forbehold"].text:
            report["forbehold"] = given["forbehold"].text
        return report | {"punkter": list(self._statements(plan))}

    def _utgiver(self, cell: Cell, plan: Plan) -> Melder:
        """Return the aktør whose name stands in a cell; the owner of the plan when the name is not in the list."""
        known = {one.navn: one for group in meldere(self.register, plan) for one in group}
        found = next((one for name, one in known.items() if name.lower() == cell.text.lower()), None)
        if found is None:
            said = f"«{cell.text}»" if cell.text else "ingenting"
            hint = did_you_mean(cell.text, known) or "Velg fra lista. Aktøren må stå i aktørregisteret."
            self.problems.append(cell.problem(f"ventet en aktør fra lista, fant {said}.", hint))
        return found or Melder(plan.eier.navn, plan.eier)

    def _time(self, cell: Cell, optional: bool) -> Tid | None:
        """Return the time in a cell; None when there is none, which is a problem unless it is optional."""
        found = tidsrom.read(cell.text)
        if found is None and (cell.text or not optional):
            said = f"«{cell.text}»" if cell.text else "ingenting"
            hint = "Skriv for eksempel 2023, 31.5.2023, «mai 2023», «2. kvartal 2023», «1. tertial 2023» eller «1. halvår 2023»."
            self.problems.append(cell.problem(f"ventet tiden kilden forteller om, fant {said}.", hint))
        return found

    def _day(self, cell: Cell) -> date | None:
        """Return the day in a cell; None when there is none, which is a problem when something else stands there."""
        if not cell.text:
            return None
        try:
            return datetime.strptime(cell.text, "%d.%m.%Y").date()
        except ValueError:
            hint = "Skriv dag, måned og år."
            self.problems.append(cell.problem(f"ventet en dag som 20.11.2026, fant «{cell.text}».", hint))
            return None

    def _statements(self, plan: Plan) -> Iterator[dict[str, Any]]:
        """Yield a punkt for each row of the sheet «Status» in which something is filled in."""
        headings, *rows = self.status
        places: dict[str, int] = {}
        for at, cell in enumerate(headings):
            places.setdefault(cell.text, at)
        wanted = {name: one.heading for name, one in sheet_out.columns(plan).items()}
        wanted = {name: one for name, one in wanted.items() if name not in NEWER or one in places}
        lost = [heading for heading in wanted.values() if heading not in places]
        for heading in lost:
            message = f"ventet en kolonne med overskriften «{heading}», fant den ikke."
            self.problems.append(_top(self.status).problem(message, "Bruk et nytt regneark."))
        if lost:
            return
        read = {places[heading] for heading in wanted.values()}
        for cells in self.status:
            self._refuse_outside(cell for at, cell in enumerate(cells) if at not in read)
        found = [{name: row[places[heading]] for name, heading in wanted.items()} for row in rows]
        filled = [row for row in found if any(row[name].text for name in TO_FILL_IN if name in row)]
        self.cells["punkter",] = _top(self.status)
        if not filled:
            self.problems.append(_top(self.status).problem("ventet minst én utfylt rad, fant ingen."))
        seen: dict[str, Cell] = {}
        for row in found:
            if not any(row[name].text for name in TO_FILL_IN if name in row):
                if any(cell.text for cell in row.values()):
                    self._tiltak(plan, row)
                continue
            first = seen.setdefault(row["nr"].text, row["nr"])
            if first is not row["nr"]:
                self.problems.append(
                    row["nr"].problem(f"tiltaket står også i rad {first.row}.", "Behold den ene.")
                )
                continue
            yield self._statement(plan, len(seen) - 1, row)

    def _tiltak(self, plan: Plan, row: Mapping[str, Cell]) -> Tiltak | None:
        """Return the tiltak of a row, whose locked cells must say what the plan says now."""
        nr = row["nr"].text
        tiltak = self.register.tiltak.get(f"{plan.id}/{nr}")
        if tiltak is None:
            hint = did_you_mean(nr, (one.nr for one in plan.tiltak))
            self.problems.append(row["nr"].problem(f"planen har ikke noe tiltak «{nr}».", hint))
            return None
        for name, text in sheet_out.from_plan(tiltak).items():
            if name not in row:
                continue
            if name == "kjent":  # a report may have come since the spreadsheet was made
                known = any(row[name].text.startswith(label) for label, _ in STATUSORD.values())
                self._refuse_outside([] if known else [row[name]])
            elif rens(text) != row[name].text:
                what = (
                    "ordlyden"
                    if name == "ordlyd"
                    else f"teksten under «{sheet_out.columns(tiltak.plan)[name].heading}»"
                )
                message = f"{what} er ikke lenger den som står i planen for tiltak {nr}."
                hint = "Bruk et nytt regneark, og se om statusen fortsatt passer."
                self.problems.append(row[name].problem(message, hint))
        return tiltak

    def _statement(self, plan: Plan, i: int, row: Mapping[str, Cell]) -> dict[str, Any]:
        """Return punkt number `i` of the rapport, made from a row."""
        nr = row["nr"].text
        tiltak = self._tiltak(plan, row)
        said: dict[str, Any] = {name: self._said(name, row[name]) for name in TO_FILL_IN if name in row}
        said["delmål"] = [line.strip() for line in said.get("delmål", "").split("\n") if line.strip()]
        punkt = {
            "id": punkt_id(nr),
            "tittel": tiltak.tittel if tiltak else nr,
            "tiltak": [f"{plan.id}/{nr}"],
            **{name: text for name, text in said.items() if text or name == "omtale"},
        }
        self.cells |= {
            ("punkter", i, name): row.get(name, row["nr"]) for name in ("id", "tittel", "tiltak", *said)
        }
        return punkt

    def _said(self, name: str, cell: Cell) -> str:
        """Return the value of a cell to fill in, as the data have it: `pågår` for «Pågår».

        A word that is in no list is a problem, and another from the list is returned, so that the rest can be
        checked.
        """
        self._refuse_formula(cell)
        if name not in CHOICES or not cell.text:
            return cell.text
        choices = CHOICES[name]
        known = {word.lower(): key for label, key in choices.items() for word in (label, key)}
        if cell.text.lower() in known:
            return known[cell.text.lower()]
        message = f"ventet en av: {', '.join(choices)}, fant «{cell.text}»."
        self.problems.append(cell.problem(message, did_you_mean(cell.text, choices)))
        return next(iter(choices.values()))

    def _refuse_outside(self, cells: Iterable[Cell], known: str = "") -> None:
        """Find a problem in every cell with text that is not read, as the text would be lost.

        `known` is the text that the spreadsheet itself writes there.
        """
        for cell in cells:
            if cell.text and cell.text != known:
                message = f"fant «{cell.text}» i en celle som ikke blir lest."
                self.problems.append(
                    cell.problem(message, "Flytt teksten til en gul celle, eller ta den bort.")
                )

    def _refuse_comments(self) -> None:
        """Find a problem in every cell with a comment, as comments are not read."""
        for cell in (cell for rows in (self.source, self.status) for row in rows for cell in row):
            if cell.comment:
                message = "fant en merknad på cellen. Merknader blir ikke lest."
                self.problems.append(
                    cell.problem(message, "Skriv teksten i en gul celle, eller ta den bort.")
                )

    def _refuse_formula(self, cell: Cell) -> None:
        """Find a problem in a cell with a formula, as its value may be another tomorrow."""
        if cell.formula:
            self.problems.append(cell.problem("ventet en tekst, fant en formel.", "Skriv verdien."))

    def at_cell(self, problem: Problem, lines: list[tuple[KeyPath, str]], folder: Path) -> Problem:
        """Return a problem that the checker found in a line of the rapport as one in the cell it was made from."""
        if problem.file != f"{folder.name}/rapporter/{LAST}.yml":
            return problem
        keys = lines[problem.line - 1][0]
        while keys and keys not in self.cells:
            keys = keys[:-1]
        return self.cells.get(keys, _top(self.source)).problem(problem.message, problem.hint)


def _period(first: Tid | None, last: Tid | None) -> Any:
    """Return the time of a source; where its beginning could not be read, one that contradicts no other rapport."""
    if first is None:
        return {"tekst": "ukjent"}
    return first if last is None else {"fra": first, "til": last}


def _sheets(path: Path) -> tuple[dict[str, list[list[Cell]]], list[Problem]]:
    """Return the sheets «Kilden» and «Status» of a workbook as rows of cells, and what is wrong with the workbook."""
    import openpyxl

    try:
        check_file(path)
        check_package(path)
        with path.open("rb") as file:  # opened here, as the library leaves one that it cannot read open
            book = openpyxl.load_workbook(file)
        ends = {sheet.title: extent(sheet) for sheet in book.worksheets}
    except TooMuch as error:
        return {}, [Problem(path.name, 1, 1, "", str(error))]
    except OSError as error:
        return {}, [Problem(path.name, 1, 1, "", f"filen kan ikke åpnes ({refused(error)}).")]
    except Exception:  # what the library raises for a file of another kind is not documented
        message = "filen kan ikke leses som et regneark."
        return {}, [Problem(path.name, 1, 1, "", message, "Lagre den som .xlsx.")]
    sheets = {
        name: [[_cell(path.name, name, one) for one in row] for row in _rows(book[name], ends[name])]
        for name in (SOURCE, STATUS)
        if name in book.sheetnames
    }
    hint = "Bruk regnearket fra planens side, eller fra «python -m macros statusark»."
    extra = [
        Problem(
            path.name,
            1,
            1,
            "",
            f"arket «{sheet.title}» blir ikke lest.",
            "Ta bort arket, eller teksten i det.",
        )
        for sheet in book.worksheets
        if sheet.title not in (sheet_out.GUIDE, SOURCE, STATUS, sheet_out.LISTS)
        and any(_text(cell.value).strip() for row in _rows(sheet, ends[sheet.title]) for cell in row)
    ]
    return sheets, extra + [
        Problem(path.name, 1, 1, "", f"ventet arket «{name}», fant det ikke.", hint)
        for name in (SOURCE, STATUS)
        if not sheets.get(name)
    ]


def _rows(sheet: Any, end: tuple[int, int]) -> Iterable[tuple[Any, ...]]:
    """Return the rows of a sheet up to the last row and column in which something is written."""
    return sheet.iter_rows(max_row=end[0], max_col=end[1])  # type: ignore[no-any-return]


def _cell(file: str, sheet: str, cell: Any) -> Cell:
    """Return a cell of openpyxl as one of ours, its text cleaned."""
    return Cell(
        file,
        sheet,
        cell.row,
        cell.column,
        rens(_text(cell.value)),
        cell.data_type in ("f", "e"),
        bool(cell.comment),
    )


def _text(value: Any) -> str:
    """Return the text that a cell shows: a whole number without decimals, a day as Norwegians write it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y}"
    return str(value)


def _top(rows: Iterable[list[Cell]]) -> Cell:
    """Return the first cell of a sheet, where problems of the whole sheet are told."""
    return next(iter(rows))[0]


def _letters(column: int) -> str:
    """Return the letters of a column in a spreadsheet: 1 is A, 27 is AA."""
    before, last = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + last)
