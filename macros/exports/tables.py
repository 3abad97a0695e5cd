"""The published tables, in the order in which they are told of; their columns stand in the two modules named below.

A column once published keeps its name and its meaning for as long as version 1 lasts. One that is new is added to its
table, and follows into every format, the schemas and the documentation; `tests/exports/test_released.py` compares with
what is released.
"""

from __future__ import annotations

from .about_sources import AKTORER, DELER, KOMMUNER, PLANER, STATUSRAPPORTER
from .about_tiltak import I_DAG, MILEPAELER, TILTAK
from .published import Tabell

__all__ = [
    "AKTORER", "BY_NAME", "DELER", "I_DAG", "KOMMUNER", "LASTING", "MILEPAELER", "PLANER", "STATUSRAPPORTER", "TABLES",
    "TILTAK",
]  # fmt: skip

TABLES: tuple[Tabell, ...] = (TILTAK, MILEPAELER, STATUSRAPPORTER, AKTORER, PLANER, DELER, KOMMUNER, I_DAG)
"""Every published table."""
LASTING = tuple(one for one in TABLES if not one.etter_dag)
"""Those that are the same bytes until the data change."""
BY_NAME = {one.navn: one for one in TABLES}
