"""The documents that the publisher offers, in `data/kilder/`: which there are, how large, and what each is by its bytes."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..format.texts import KILDEMAPPE

MOST_BYTES = 20_000_000
"""The largest file that is offered: a site is copied whole each time it is published."""
_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
"""The part that a document of Office Open XML has, by its kind (ECMA-376)."""
_MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
"""What the part `mimetype` of an OpenDocument says, by its kind (ODF 1.3, part 2)."""


@dataclass(frozen=True)
class Kildefil:
    """A file of `data/kilder/`, looked into only when somebody asks."""

    navn: str
    path: Path

    @property
    def sti(self) -> str:
        """Return its address on the site."""
        return f"{KILDEMAPPE}/{self.navn}"

    @property
    def endelse(self) -> str:
        """Return what its name says that it is: «pdf»."""
        return self.path.suffix.lower().removeprefix(".")

    @property
    def er_fil(self) -> bool:
        """Return whether it is a file of its own: no folder, and no link, which may lead anywhere."""
        return self.path.is_file() and not self.path.is_symlink()

    @cached_property
    def antall_byte(self) -> int:
        """Return its size in bytes."""
        return self.path.stat().st_size

    @cached_property
    def slag(self) -> str:
        """Return what it is by its bytes («pdf»), or «» for what is none of the kinds that are offered.

        A document with macros is none of them: it can do something to whoever opens it.
        """
        try:
            with self.path.open("rb") as file:
                begins = file.read(5)
            if begins == b"%PDF-":
                return "pdf"
            if begins[:4] != b"PK\x03\x04":
                return ""
            with zipfile.ZipFile(self.path) as parts:
                return _kind_of(parts)
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
            return ""

    @cached_property
    def sha256(self) -> str:
        """Return the fingerprint of the file; «» for what is no file of its own."""
        if not self.er_fil:
            return ""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def innhold(self) -> bytes:
        """Return all bytes of the file."""
        return self.path.read_bytes()


def _kind_of(parts: zipfile.ZipFile) -> str:
    """Return the kind of the document that consists of these parts, or «»."""
    names = set(parts.namelist())
    if any(name.endswith("vbaProject.bin") or name.startswith("Basic/") for name in names):
        return ""
    if "mimetype" in names:
        with parts.open("mimetype") as part:
            return _MIMETYPES.get(part.read(100), "")
    return next((kind for kind, part in _PARTS.items() if part in names), "")


def offered(folder: Path) -> dict[str, Kildefil]:
    """Return the files of the data folder `folder` that may be offered, by name; none when it has no such folder.

    Hidden files are left out, and a folder that itself leads elsewhere has none.
    """
    place = folder / KILDEMAPPE
    if place.is_symlink() or not place.is_dir():
        return {}
    found = sorted(path for path in place.iterdir() if not path.name.startswith("."))
    return {path.name: Kildefil(path.name, path) for path in found}
