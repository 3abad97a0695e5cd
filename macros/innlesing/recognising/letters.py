"""Know numbers that are letters: «A. Sentrum», «a) Rydde torget». A letter alone says nothing; a row of them does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..readers import numbers
from ..readers.lines import Line

_LETTER = re.compile(r"(?P<trykt>(?P<nr>[A-ZÆØÅ])[.):]|(?P<liten>[a-zæøå])[.)])\s+(?P<rest>\S.*)", re.DOTALL)
_ALONE = re.compile(r"([A-ZÆØÅ])[.):]?|([a-zæøå])[.)]")


def lettered(lines: Sequence[Line]) -> dict[int, numbers.Numbered]:
    """Return the lines that a letter numbers, by their `id`: those of a row that begins with A or a and has two or more."""
    found: dict[int, numbers.Numbered] = {}
    rows: dict[bool, list[tuple[Line, numbers.Numbered]]] = {True: [], False: []}
    for line in lines:
        if line.outside or not (number := _number(line)):
            continue
        small = number.nr.islower()
        row = rows[small]
        expected = chr(ord(row[-1][1].nr) + 1) if row else "a" if small else "A"
        if number.nr != expected:
            # Letters that start anew end the row; a letter out of order is hardly a number.
            _end(row, found)
            if number.nr not in "aA":
                continue
        row.append((line, number))
        if not small:
            _end(rows[True], found)
    for row in rows.values():
        _end(row, found)
    return found


def _number(line: Line) -> numbers.Numbered | None:
    """Return the letter before the text of a line, alone in its first cell or not."""
    if len(line.own) == 2 and (alone := _ALONE.fullmatch(line.cells[line.own[0]])) and not line.copies:
        return numbers.Numbered(line.cells[line.own[0]], alone[1] or alone[2], line.cells[line.own[1]])
    if len(line.own) != 1 or line.copies:
        return None
    match = _LETTER.fullmatch(line.cells[line.own[0]])
    return numbers.Numbered(match["trykt"], match["nr"] or match["liten"], match["rest"]) if match else None


def _end(row: list[tuple[Line, numbers.Numbered]], found: dict[int, numbers.Numbered]) -> None:
    """Keep a row of two or more letters, and begin a new one."""
    if len(row) > 1:
        found |= {
            id(line): numbers.Numbered(one.trykt, numbers.as_key(one.nr), one.rest) for line, one in row
        }
    row.clear()
