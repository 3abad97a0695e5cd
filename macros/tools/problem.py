"""A problem in the data: where it is, what was expected, what was found, and what to do about it.

Problems are collected, never raised one by one, so that an editor sees all of them in one run.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass

from .signs import shown


@dataclass(frozen=True, order=True)
class Problem:
    """Hold one problem that an editor must mend. Lines and columns count from 1, as editors' programs do."""

    file: str
    line: int
    column: int
    path: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """`fil:linje:kolonne: hvor: hva var ventet, hva ble funnet. Forslag`, on one line, whatever the file says."""
        where = f"{self.path}: " if self.path else ""
        text = " ".join(f"{where}{self.message} {self.hint}".split())
        return f"{shown(self.file)}:{self.line}:{self.column}: {shown(_cut(text))}"


def _cut(text: str) -> str:
    """Return a text of a length that one can read: what is too long loses its middle."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


LONGEST = 1_500
"""So many signs has a message at most; what is quoted in it may be anything."""


def report(
    problems: Iterable[Problem], where: str = "i dataene", end: str = "Ingenting er publisert."
) -> str:
    """Return all problems in the order of the files, a line each, and at the end how many, where, and what that means."""
    ordered = sorted(set(problems))
    count = "1 feil" if len(ordered) == 1 else f"{len(ordered)} feil"
    return "\n".join([*map(str, ordered), f"{count} {where}. {end}"])


def refused(error: OSError) -> str:
    """Return in Norwegian why the machine does not open or write a file."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    reasons: dict[type[OSError], str] = {
        FileNotFoundError: "den finnes ikke",
        PermissionError: "du har ikke tilgang til den",
        IsADirectoryError: "det er en mappe",
        NotADirectoryError: "den skal ligge i noe som ikke er en mappe",
        FileExistsError: "den skal ligge i noe som ikke er en mappe",
    }
    return reasons.get(type(error), "maskinen sier ikke hvorfor")


_REASONS = {
    errno.ENOSPC: "disken er full",
    errno.EDQUOT: "du har ikke mer plass på disken",
    errno.EROFS: "disken kan bare leses",
    errno.EMFILE: "for mange filer er åpne",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.EBUSY: "noe annet bruker den",
    errno.EIO: "disken svarer med feil",
}


def annotation(problem: Problem, level: str = "error") -> str:
    """Return a problem as the workflow command that makes GitHub show it on its line in a pull request.

    `level`: «error», or «notice» for what only should be looked at.
    """
    where = {
        "file": shown(problem.file),
        "line": problem.line,
        "col": problem.column,
        "title": _cut(problem.path) or {"notice": "Råd"}.get(level, "Feil"),
    }
    properties = ",".join(
        f"{key}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for key, value in where.items()
    )
    return f"::{level} {properties}::{_escaped(_cut(f'{problem.message} {problem.hint}'.strip()))}"


def _escaped(text: str) -> str:
    """Return a text as GitHub's workflow commands take it, without signs that would end it."""
    return shown(" ".join(text.split())).replace("%", "%25")
