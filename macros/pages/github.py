"""Where things are on GitHub: a line of a file, its history, the page for a new file, the form for an issue.

A repository without an address is false, and no page leads to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

BRANCH = "main"
"""The branch that is published, when mkdocs.yml names no other."""


def repository(text: str) -> str:
    """Return the address of a repository as links begin with it; empty when none is given.

    Raises ValueError, with a message for the editor, for what is no address of a repository.
    """
    found = re.fullmatch(r"(https://[\w.-]+/[\w.-]+/[\w.-]+?)(\.git)?/?", text)
    if text and not found:
        example = "https://github.com/kommune/planer"
        raise ValueError(f"PLANPORTAL_REPO: ventet en adresse som «{example}», fant «{text}».")
    return found[1] if found else ""


@dataclass(frozen=True)
class Repo:
    """A repository on GitHub."""

    adresse: str = ""
    """Its address without a trailing slash; empty when there is none."""
    gren: str = BRANCH

    def __bool__(self) -> bool:
        return bool(self.adresse)

    def linje(self, fil: str, linje: int) -> str:
        """Return the address of a line of a file, marked. The page for editing cannot be opened at a line; this one is a click from it."""
        return f"{self.fil}{fil}#L{linje}"

    @property
    def fil(self) -> str:
        """Return how the addresses of files begin."""
        return f"{self.adresse}/blob/{self.gren}/"

    def historikk(self, fil: str) -> str:
        """Return the address of all changes of a file."""
        return f"{self.adresse}/commits/{self.gren}/{fil}"

    @property
    def ny(self) -> str:
        """The page for a new file. With `filename=` GitHub drops the last part of a path given before the `?`."""
        return f"{self.adresse}/new/{self.gren}"

    def ny_fil(self, fil: str, tekst: str) -> str:
        """Return the address of the page for a new file, with its name and text filled in.

        Who cannot write to the repository gets a fork of their own there.
        """
        return f"{self.ny}?{_query(filename=fil, value=tekst)}"

    def sak(self, skjema: str, **felt: str) -> str:
        """Return the address of an issue form (the name of its file), with the fields of these ids filled in."""
        return f"{self.adresse}/issues/new?{_query(template=skjema, **felt)}"


def _query(**felt: str) -> str:
    return urlencode(felt, safe="/", quote_via=quote)
