"""The published tables opened by tools that nobody here wrote, and the defusing undone as the documentation says."""

from __future__ import annotations

from pathlib import Path

import pandas as pd


def opened(path: Path) -> pd.DataFrame:
    """Return a CSV as pandas reads it, with every cell as text."""
    return pd.read_csv(path, sep=";", dtype=str, keep_default_na=False)


def undone(cell: str) -> str:
    """Return the text of a cell: without the `'` that was put in front of it."""
    return cell.removeprefix("'")
