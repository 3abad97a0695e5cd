"""Take the rows of tables whose columns are known: tiltak, more of the tiltak above, headings with a number.

Every cell of a row is taken or left out with a reason: each step says which cells it took, and what remains is left
out at the end.
"""

from __future__ import annotations

import re

from ..readers import numbers
from ..readers.lines import Line
from ..recognising.classify import Piece
from ..recognising.columns import CELLS, NO_FIELD, Columns, heading
from ..recognising.looks import like_an_action
from ..recognising.shape import number_and_text
from .drafts import Draft, Part
from .walk import NOT_CHOSEN, NUMBERED, Walk

NO_WORDING = "Raden har ingen tekst i kolonnen for tiltak."
NO_HEADING = "Teksten står i en kolonne uten overskrift, som ikke er et felt i planfilen."
NO_COLUMNS = "Raden har ikke kolonner som er kjent igjen."


def take_row(walk: Walk, i: int, piece: Piece) -> None:
    """Take a row of a table as a tiltak, as more of the tiltak above, or as a heading with a number."""
    columns, line = piece.columns, piece.line
    assert columns is not None
    if not walk.may(piece):
        walk.leave(piece, NOT_CHOSEN)
        return
    beside, at = number_and_text(columns, line)
    if at in line.copies:
        if walk.row:
            _go_on(walk, piece, walk.row)
        else:
            walk.leave(piece, "Cellen med tiltaket hører til en rad som ikke er et tiltak.")
        return
    over, taken = _from_columns(walk, columns, line)
    text = line.at(at)
    split = numbers.split(text) if beside is None and walk.shape.is_numbered(columns) else None
    if len(_numbered(text)) > 1:
        # The number is that of the first of several in the cell.
        split = None
    text = split.rest if split else text
    if not text:
        walk.leave(piece, NO_WORDING, taken)
        return
    if _is_sum(line, at):
        walk.leave(piece, "Raden er en sum.", taken)
        return
    number = split
    if beside is not None:
        number = _own_number(walk, piece, beside)
        taken.add(beside)
    taken.add(at)
    if number and i in walk.shape.has_children and len(line.filled) <= 2:
        walk.push(Part(text, line, NUMBERED + len(numbers.parts(number.nr)), number, sure=True))
        _rest(walk, piece, columns, taken)
        return
    draft = Draft(line, text, number)
    for role in CELLS:
        if column := columns.of(role):
            draft.cells[role] = line.at(column.at)
            taken.add(column.at)
            if column.at in line.copies:
                draft.copied[role] = line.at(column.at)
    _tell_of_several(walk, line, text)
    for one in columns.own:
        draft.others[heading(one)] = line.at(one.at)
        taken.add(one.at)
        if one.at in line.copies:
            draft.copied[heading(one)] = line.at(one.at)
    _rest(walk, piece, columns, taken)
    walk.add(draft, over)


def _tell_of_several(walk: Walk, line: Line, wording: str) -> None:
    """Tell of a cell with several paragraphs or points that each say what is to be done."""
    acting = [one for one in wording.split("\n") if like_an_action(one)]
    acting = max(acting, _numbered(wording), key=len)
    if len(acting) > 1:
        said = f"Cellen har {len(acting)} avsnitt som kan være hvert sitt tiltak, fra «{acting[0][:60]}». De er lest som ett."
        walk.result.doubts.append((line, said))


def _numbered(wording: str) -> list[str]:
    """Return the paragraphs of a cell that start with a number of their own."""
    return [one for one in wording.split("\n") if numbers.starts_with_number(one)]


def _is_sum(line: Line, at: int) -> bool:
    """Return whether a row only adds up the rows above."""
    others = [line.cells[i] for i in line.own if i != at]
    figures = all(re.search(r"\d", text) and not re.search(r"[^\W\d_]{5,}", text) for text in others)
    return (
        bool(others)
        and figures
        and re.fullmatch(r"(?:sum|totalt?|i alt|til saman|til sammen)\b.{0,30}", line.at(at), re.I)
        is not None
    )


def _own_number(walk: Walk, piece: Piece, at: int) -> numbers.Numbered | None:
    """Return the number in a column of numbers; None when the cell holds none."""
    printed = piece.line.at(at)
    if at in piece.line.copies or not printed:
        return None
    key = numbers.as_key(printed)
    if not key or len(key) > numbers.LONGEST:
        why = "Teksten står i kolonnen for numre, men er ikke noe nummer."
        walk.result.left_out.append((piece.line, printed, why))
        return None
    return numbers.Numbered(printed, key, "")


def _from_columns(walk: Walk, columns: Columns, line: Line) -> tuple[tuple[Part, ...] | None, set[int]]:
    """Return the headings that stand in columns of their own, and these columns; an empty cell means the one above."""
    found: list[Part] = []
    taken: set[int] = set()
    for level, role in enumerate(("innsatsområde", "del"), 1):
        column = columns.of(role)
        if not column:
            continue
        taken.add(column.at)
        text = line.at(column.at)
        if text and column.at not in line.copies and _is_new(walk, role, text):
            number = numbers.split(text)
            number = number if number and number.rest and numbers.starts_with_number(text) else None
            part = Part(number.rest if number else text, line, level, number, sure=True)
            walk.column_parts[role] = part
            walk.result.parts.append(part)
            if role == "innsatsområde":
                walk.column_parts.pop("del", None)
        elif text and column.at not in line.copies:
            walk.result.leads.append(text)
        if role in walk.column_parts:
            found.append(walk.column_parts[role])
    return tuple(found) or None, taken


def _is_new(walk: Walk, role: str, text: str) -> bool:
    """Return whether a text in a column of headings is another than the one above it."""
    part = walk.column_parts.get(role)
    return part is None or text != part.whole


def _rest(walk: Walk, piece: Piece, columns: Columns, taken: set[int]) -> None:
    """Leave out the cells of a row that were not taken, with the reason."""
    known = {one.at: one for one in columns.columns}
    for i in piece.line.own:
        if i in taken:
            continue
        column = known.get(i)
        if column and column.rolle not in ("", *NO_FIELD):
            why = f"Teksten står i kolonnen «{column.tittel}», i en rad som ikke er et tiltak."
        else:
            why = (
                f"Teksten står i kolonnen «{column.tittel}», som ikke er et felt i planfilen."
                if column
                else NO_HEADING
            )
        walk.result.left_out.append((piece.line, piece.line.cells[i], why))


def _go_on(walk: Walk, piece: Piece, draft: Draft) -> None:
    """Take a row as more of the tiltak above, whose cell stretches down to here."""
    columns, line = piece.columns, piece.line
    assert columns is not None
    taken: set[int] = set()
    for role in CELLS:
        column = columns.of(role)
        if column and column.at not in line.copies and (text := line.at(column.at)):
            before = draft.cells.get(role, "")
            draft.cells[role] = f"{before}\n{text}" if before else text
            taken.add(column.at)
    for role, what in (("nr", "Nummeret"), ("innsatsområde", "Overskriften"), ("del", "Overskriften")):
        column = columns.of(role)
        if column and column.at not in line.copies and (text := line.at(column.at)):
            why = f"{what} står i en rad som hører til tiltaket over."
            walk.result.left_out.append((line, text, why))
            taken.add(column.at)
    _rest(walk, piece, columns, taken)
    walk.result.used.add(id(line))
    said = "Cellen med tiltaket går over flere rader. Radene er satt sammen, med linjeskift mellom."
    walk.result.doubts.append((line, said))


def goes_on(piece: Piece) -> bool:
    """Return whether a piece is a row whose wording stands in a row above it."""
    if piece.kind != "row" or piece.columns is None:
        return False
    return number_and_text(piece.columns, piece.line)[1] in piece.line.copies


def printed(columns: Columns) -> list[str]:
    """Return the cells of a tiltak that a table has columns for."""
    return [role for role in CELLS if columns.of(role)]
