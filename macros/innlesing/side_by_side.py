"""Make the page on which an editor sees a document beside what became of it: each row, and where its text went.

One file of HTML that needs nothing else: no script, no network. `side_by_side.html` is its form; the report is the same in
text (`report.py`), and stands at the end of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import jinja2

from .recognising.columns import NO_FIELD
from .report import Told, proposed_head, report, unsure, verdict
from .writing.unknown_actors import propose_actors


@dataclass
class Row:
    """A line of the document, and what became of it."""

    nr: int
    place: str
    cells: list[str]
    became: list[tuple[str, str]] = field(default_factory=list)
    """What the line, or a text of it, was taken for, and what is said of that."""
    asked: list[str] = field(default_factory=list)
    """What an editor must look at."""
    out: bool = False
    """Whether some of its text is not in the plan file."""

    @property
    def sure(self) -> str:
        """Return how sure the reading is, in words."""
        return "Se på dette" if self.asked else "Utelatt" if self.out else "Lest"


def side_by_side(told: Told) -> str:
    """Return the page as HTML. Everything of the document is escaped in it."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    rows = _rows(told)
    asked = {f"{row.place}": row.nr for row in reversed(rows)}
    return environment.get_template("side_by_side.html").render(
        document=told.document,
        questions=[(text, _row_of(text, asked)) for text in unsure(told)],
        proposed=[(text, _row_of(text, asked)) for text in proposed_head(told)],
        actors=list(propose_actors(told.contents.unknown, told.kommuner, told.owner))
        if told.contents.unknown
        else [],
        rows=rows,
        counts={name: sum(row.sure == name for row in rows) for name in ("Lest", "Se på dette", "Utelatt")},
        verdict=[line.strip() for line in verdict(told.account)],
        ok=told.account.meets,
        tiltak=sum(1 for _ in told.tree.root.all()),
        report=report(told),
    )


def _row_of(text: str, rows: dict[str, int]) -> int | None:
    """Return the number of the row that a sentence of the report starts with the place of; None when it has none.

    A cell of a spreadsheet stands in its row.
    """
    text = re.sub(r", celle [A-Z]+(\d+)", r", rad \1", f"{text[:1].lower()}{text[1:]}")
    return next((rows[text[:end]] for end in _ends(text) if text[:end] in rows), None)


def _ends(text: str) -> Iterator[int]:
    """Yield where a place may end in a sentence, the longest first: before a comma, a colon or «er»."""
    yield from (i for i in range(len(text) - 1, 0, -1) if text[i] in ",:" or text.startswith(" er ", i))


def _rows(told: Told) -> list[Row]:
    """Return the lines of the document that hold text, with what became of each."""
    rows: dict[int, Row] = {}
    for line in told.source.lines:
        if line.filled:
            cells = [cell for i, cell in enumerate(line.cells) if cell and i not in line.copies]
            rows[id(line)] = Row(len(rows) + 1, line.place, cells)
    _place_tiltak(told, rows)
    found = told.outline
    for columns in found.columns:
        if columns.headed and id(columns.line) in rows:
            for one in columns.columns:
                role = "egen kolonne" if one in columns.own else one.rolle
                role = role if role not in ("", *NO_FIELD) else "utelatt"
                rows[id(columns.line)].became.append(
                    ("Kolonne", f"«{' '.join(one.tittel.split())}» = {role}")
                )
    for line, text, why in found.left_out:
        if row := rows.get(id(line)):
            row.became.append(("Utelatt", f"«{' '.join(text.split())}». {why}"))
            row.out = True
    asked = [
        *found.doubts,
        *((draft.line, text) for draft, text in told.tree.doubts),
        *(
            (one.draft.line, f"{one.where}: {one.tekst}")
            for one in (*told.contents.unsure, *told.contents.strangers)
        ),
    ]
    for line, text in asked:
        if row := rows.get(id(line)):
            row.asked.append(text)
    by_number = {row.nr: row for row in rows.values()}
    places = {row.place: row.nr for row in reversed(rows.values())}
    for note in told.source.notes:
        if nr := _row_of(note, places):
            by_number[nr].asked.append(note)
    told_of = [node.innledning for node in told.tree.root.within() if node.innledning]
    for row in rows.values():
        if row.became:
            continue
        if any(all(cell in text for cell in row.cells) for text in told_of):
            row.became.append(("Innledning", "Står ordrett før tiltakene i sin del."))
        else:
            row.became.append(("Ledeord", "Sier bare hva som følger, eller gjentar en overskrift."))
    for line in told.source.lines:
        if id(line) in found.used and id(line) in rows and rows[id(line)].became[0][0] == "Ledeord":
            rows[id(line)].became = [("Del av tiltaket over", "")]
    return list(rows.values())


def _place_tiltak(told: Told, rows: dict[int, Row]) -> None:
    """Say of each row with a tiltak, a heading or a mål what it is in the plan file."""
    for node in told.tree.root.within():
        if node.part and (row := rows.get(id(node.part.line))):
            area = told.tree.areas and node in told.tree.root.nodes
            name = f"{'Innsatsområde' if area else 'Del'} {node.nr}".strip()
            row.became.append((name, node.part.text))
        if node.goal and (row := rows.get(id(node.goal.line))):
            row.became.append((f"Mål for {node.nr}" if node.nr else "Mål for planen", node.goal.text))
        for one in node.tiltak:
            if row := rows.get(id(one.draft.line)):
                row.became.append((f"Tiltak {one.nr}", one.draft.ordlyd))
                named = {**one.draft.cells, **one.draft.others}
                row.became += [(role, text or "(tom)") for role, text in named.items()]
                row.became += [("deltiltak", text) for text in one.draft.deltiltak]
