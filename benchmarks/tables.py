"""Figures as Markdown tables."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; all columns but the first are figures."""
    lines = [list(heading), ["---", *["---:"] * (len(heading) - 1)], *map(list, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(heading))]
    return "\n".join(
        "| "
        + " | ".join(
            cell.ljust(w) if i == 0 else cell.rjust(w)
            for i, (cell, w) in enumerate(zip(line, widths, strict=True))
        )
        + " |"
        for line in lines
    )


def median(values: Iterable[float]) -> float:
    """Return the median, or not a number of nothing."""
    found = list(values)
    return statistics.median(found) if found else float("nan")


def spread(values: Iterable[float]) -> str:
    """Return the median with the least and the most."""
    found = list(values)
    return f"{statistics.median(found):.2f} ({min(found):.2f}–{max(found):.2f})"
