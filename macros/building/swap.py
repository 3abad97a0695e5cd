"""A build beside the old site, which it takes the place of when it is whole.

A build that fails or is killed leaves the old site where it is. Only between two renames is it under another name, and
the next build puts it back from there.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path


class Swap:
    """The folder of a site, `site`, and beside it `new`, where the next one is built, and `previous`, the one before."""

    def __init__(self, site: Path) -> None:
        """Name the folders. A link to a folder stays a link: what it leads to is swapped."""
        self.site = Path(os.path.realpath(site))
        self.new = self._beside(f"ny-{os.getpid()}")
        self.previous = self._beside("forrige")

    def _beside(self, what: str) -> Path:
        return self.site.with_name(f".{self.site.name}.{what}")

    def begin(self) -> Path:
        """Put right what a killed build has left, make the folder to build in, and return it. Raises OSError."""
        for left in self.site.parent.glob(f".{self.site.name}.ny-*"):
            shutil.rmtree(left, ignore_errors=True)
        if self.previous.exists():
            if self.site.exists():
                self._let_go_of_previous()
            else:
                self.previous.rename(self.site)
        self.new.mkdir(parents=True)
        return self.new

    def finish(self) -> None:
        """Let the new site take the place of the old one. Raises OSError; then the old one is where it was."""
        if self.site.exists():
            self.site.rename(self.previous)
        try:
            self.new.rename(self.site)
        except OSError:
            if self.previous.exists():
                self.previous.rename(self.site)
            raise
        if self.previous.exists():
            self._let_go_of_previous()

    def abandon(self) -> None:
        """Take away what has been built."""
        shutil.rmtree(self.new, ignore_errors=True)

    def _let_go_of_previous(self) -> None:
        """Delete the old site, but keep its hidden files (such as `.git`), as MkDocs does."""
        for hidden in self.previous.glob(".*"):
            if not (self.site / hidden.name).exists():
                hidden.rename(self.site / hidden.name)
        shutil.rmtree(self.previous)
