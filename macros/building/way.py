"""How a build is done: which way its pages go, with how many processes, with or without a store and a preview."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..tools.store import FileStore, Store
from ..tools.workers import available
from .preview import Preview


@dataclass(frozen=True)
class Way:
    """How one build is done; the ways are described in `mkdocs_events.py`."""

    fast: bool = True
    search: bool = True
    """Whether the files of the search and of long lists are made (`views/search/index.py`)."""
    processes: int = 1
    store: Store = field(default_factory=Store)
    serving: bool = False
    preview: Preview | None = None
    """Who shows the pages while serving; None in a build."""

    @property
    def writes(self) -> bool:
        """Return whether this build writes the generated pages itself, not MkDocs, nor a preview when somebody looks at them."""
        return self.fast and self.preview is None

    def tell(self, wrong: str) -> None:
        """Let whoever looks at the preview see what is wrong."""
        if self.preview is not None:
            self.preview.wrong = wrong


def way_of(settings: dict[str, Any], *, serving: bool) -> Way:
    """Return how to build, from `extra.bygg` in mkdocs.yml.

    While serving nothing is forked, as there are threads. Raises ValueError for a number that is none.
    """
    fast = settings["vei"] != "enkel"
    return Way(
        fast=fast,
        search=settings["sok"] != "nei",
        processes=1 if serving else int(settings["prosesser"] or available()),
        store=FileStore(Path(settings["lager"])) if settings["lager"] and not serving else Store(),
        serving=serving,
        preview=_preview() if fast and serving else None,
    )


@functools.cache
def _preview() -> Preview:
    """Return the preview of this process, whose builds all hand it their pages."""
    return Preview()
