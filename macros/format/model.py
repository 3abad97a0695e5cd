"""The file format: what may stand in `data/`, as typed, frozen classes.

One source for three readers: the checker validates with it, and the JSON Schemas and the editors' field reference
are generated from it (so every description is in Norwegian). The classes hold what is written, nothing derived;
`register/entities.py` holds what follows from it.

The classes stand in `model_plan.py`, `model_cells.py`, `model_report.py`, `model_registers.py` and `model_common.py`; other rooms take
them from here. The types of their texts are in `texts.py`, the fixed words in `vocabulary.py`.
"""

from __future__ import annotations

from .model_cells import Ansvar, Delmål, Deltiltak, EgenKolonne, Frist, Kostnad
from .model_common import Erstattet, Format, Kilde, Periode, Vedtak
from .model_plan import (
    Del,
    Innsatsområde,
    Ord,
    Plan,
    Tiltak,
)
from .model_registers import (
    Aktør,
    Etterfølger,
    Fylke,
    Kommune,
    Nummer,
    Rettelse,
    Tema,
    Videresending,
)
from .model_report import Gjelder, Punkt, Rapport, Tall

__all__ = [
    "Aktør",
    "Ansvar",
    "Del",
    "Delmål",
    "Deltiltak",
    "EgenKolonne",
    "Erstattet",
    "Etterfølger",
    "Format",
    "Frist",
    "Fylke",
    "Gjelder",
    "Innsatsområde",
    "Kilde",
    "Kommune",
    "Kostnad",
    "Nummer",
    "Ord",
    "Periode",
    "Plan",
    "Punkt",
    "Rapport",
    "Rettelse",
    "Tall",
    "Tema",
    "Tiltak",
    "Vedtak",
    "Videresending",
]
