"""The files of `data/`: which registers and folders there are, and the model of what stands in each."""

from __future__ import annotations

from typing import Any

from . import model
from .texts import Fylkesnummer, Id

REGISTERS = ("fylker", "kommuner", "temaer")
"""The files that are groups by id. They must be there."""
OPTIONAL = ("rettelser", "videresendinger")
"""The files that are lists. They may be absent, as there is nothing to say at first."""
FOLDERS = {"aktorer": "aktører", "planer": "planer", "rapporter": "rapporter"}
"""The folders, each with what its files hold: an attribute of `reading.data.Data`."""
SCHEMAS = "skjema"
"""The folder of the JSON Schemas, which are made of the models and not read (see `json_schema.py`)."""
KINDS: dict[str, Any] = {
    "fylker": dict[Fylkesnummer, model.Fylke],
    "kommuner": dict[Id, model.Kommune],
    "temaer": dict[Id, model.Tema],
    "aktorer": dict[Id, model.Aktør],
    "planer": model.Plan,
    "rapporter": model.Rapport,
    "rettelser": tuple[model.Rettelse, ...],
    "videresendinger": tuple[model.Videresending, ...],
}
"""The type of a file, by its folder or else its own name."""
