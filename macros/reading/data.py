"""Everything in `data/`, as validated models, with the document each was read from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from ..format import model
from ..format.ansvar import Linker, Names
from ..format.kinds import FILSLAG, Slag, file_kind, file_of, needs
from ..tools.store import Store
from .document import Document
from .kildefiler import Kildefil


@dataclass
class Data:
    """Hold everything in `data/`, by id, with the document each thing was read from."""

    fylker: dict[str, model.Fylke] = field(default_factory=dict)
    kommuner: dict[str, model.Kommune] = field(default_factory=dict)
    temaer: dict[str, model.Tema] = field(default_factory=dict)
    aktører: dict[str, model.Aktør] = field(default_factory=dict)
    aktørfil: dict[str, str] = field(default_factory=dict)
    """The name, without ending, of the file each aktør stands in: a kommune's id or `felles`."""
    planer: dict[str, model.Plan] = field(default_factory=dict)
    rapporter: dict[str, model.Rapport] = field(default_factory=dict)
    rettelser: tuple[model.Rettelse, ...] = ()
    videresendinger: tuple[model.Videresending, ...] = ()
    kildefiler: dict[str, Kildefil] = field(default_factory=dict)
    """By name: the documents in `kilder/`, also those that nothing names."""
    root: str = "data"
    """The folder's name, as problems and links to the repository call it."""
    documents: dict[str, Document] = field(default_factory=dict)
    """By the file's name relative to the project, e.g. `data/planer/lier-2023-2026.yml`."""
    contents: dict[str, Any] = field(default_factory=dict)
    """By the same name: what stands in it, as models; None when too little could be read."""
    names: dict[str, Names] = field(default_factory=dict)
    """By a file of actors and a year: what they go by in it (see `known_names.py`)."""
    linkers: dict[tuple[Names, ...], Linker] = field(default_factory=dict)
    """By the names that hold in a plan: what finds them in its cells."""
    store: Store = field(default_factory=Store)
    """Where what follows from the files may be kept for the next run."""
    named: dict[str, set[str] | None] = field(default_factory=dict)
    """By the file's name in the folder: the ids in it, or None when it could not be read at all."""
    broken: frozenset[str] = frozenset()
    """The files of which something could not be read, named as in `documents`."""

    overlooked: list[str] = field(default_factory=list)
    """The hidden files of the folder, which are not read."""

    def aktører_i(self, file: str) -> Iterable[str]:
        """Return the ids of the aktører in one `file` of `aktorer/`: a kommune's id, or `felles`."""
        return self._by_file.get(file, ())

    def add_aktør(self, id_: str, aktør: model.Aktør, file: str) -> None:
        """Add an aktør as if it stood in that `file` of `aktorer/`: a kommune's id, or `felles`."""
        self.aktører[id_], self.aktørfil[id_] = aktør, file
        self.__dict__.pop("_by_file", None)

    @cached_property
    def _by_file(self) -> dict[str, list[str]]:
        """Return the ids of the aktører of each file."""
        found: dict[str, list[str]] = {}
        for id_, file in self.aktørfil.items():
            found.setdefault(file, []).append(id_)
        return found

    def kommuner_med_side(self) -> set[str]:
        """Return the ids of the kommuner that have a page: those that a plan or a report is about."""
        planer = {id_ for plan in self.planer.values() for id_ in plan.kommuner}
        return planer | {id_ for rapport in self.rapporter.values() for id_ in rapport.kommuner}

    def kilder(self) -> list[model.Kilde]:
        """Return the source of each plan and each rapport."""
        planer, rapporter = self.planer.values(), self.rapporter.values()
        return [*(plan.kilde for plan in planer), *(rapport.kilde for rapport in rapporter)]

    def document(self, slag: Slag, stem: str) -> Document:
        """Return the document of a plan, a rapport or a file of aktører: `document("plan", "lier-2023-2026")`."""
        return self.documents[f"{self.root}/{file_of(slag, stem)}"]

    def known(self, slag: Slag) -> set[str] | None:
        """Return every id of a kind that has files of its own, also of entries with problems.

        Returns None when one of the files could not be read, so that nobody complains that an id is not there.
        """
        begins = file_kind(slag).begynnelse
        found = [ids for file, ids in self.named.items() if file.startswith(begins)]
        return None if None in found else {id_ for ids in found if ids for id_ in ids}


needs("Data in macros/reading/data.py", [one.name for one in fields(Data)], (kind.flere for kind in FILSLAG))
