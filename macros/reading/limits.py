"""How much a file of data may hold, far above what real plans have: whoever writes more has made a mistake, or means harm.

A file is looked at before it is opened: what is no ordinary file may never end, or lead to another.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from ..tools.bounds import thousands
from ..tools.problem import Problem

MOST_BYTES = 2_000_000
"""Of a file; the largest plan has 50 kB, and one of 200 pages would have 600 kB."""
MOST_DEPTH = 40
"""Of lists and groups in each other; a plan with parts in parts has some 15."""
MOST_VALUES = 60_000
"""Of values and keys in a file; the register of all kommuner has some 6,000."""
MOST_SIGNS = 50_000
"""Of one text; the longest innledning has some 4,000, and a page of a document has 3,000."""
MOST_IN_CELL = 5_000
"""Of a cell whose words are read one by one; the longest has some 300."""
READ_CELLS = frozenset({"ansvar", "frist", "kostnad", "milepæler", "tittel", "kortnavn", "navn"})
"""The keys of such cells, and of names, which are looked for in such cells."""
MOST_PROBLEMS = 200
"""Of one kind, or in one file: all at once, as far as a person can use them."""


def unreadable(path: Path, file: str) -> Problem | None:
    """Return the problem that a path is no ordinary file of a size that can be read; None when it is. `file`: its name in it."""
    try:
        about = path.lstat()
    except OSError:
        return None  # told of by whoever reads it
    kind = stat.S_IFMT(about.st_mode)
    if kind != stat.S_IFREG:
        kinds = {stat.S_IFDIR: "en mappe", stat.S_IFLNK: "en lenke til noe annet"}
        message = f"ventet en fil, fant {kinds.get(kind, 'en enhet eller en kanal')}."
        return Problem(file, 1, 1, "", message, "Legg selve filen her.")
    if about.st_size > MOST_BYTES:
        return too_large(file)
    return None


def too_large(file: str) -> Problem:
    """Return the problem that a file has more bytes than any plan."""
    message = f"filen er på mer enn {MOST_BYTES // 1_000_000} MB, og så mye leses ikke."
    return Problem(file, 1, 1, "", message, "Del den i flere filer.")


def longest(key: object) -> int:
    """Return how many signs a text may have under a key."""
    return MOST_IN_CELL if key in READ_CELLS else MOST_SIGNS


def at_most(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first of many problems; when there are more than anybody reads, say so at the place of the last."""
    left = iter(problems)
    last = None
    for last in islice(left, MOST_PROBLEMS):
        yield last
    if last is not None and next(left, None) is not None:
        message = f"her er det mer enn {thousands(MOST_PROBLEMS)} feil, og resten vises ikke."
        yield Problem(last.file, last.line, last.column, "", message, "Rett dem som vises, og prøv igjen.")
