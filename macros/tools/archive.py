"""One file that holds many: a ZIP with the digest of each, the same bytes for the same files, and safe to unpack."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

DIGESTS = "SHA256SUMS"
"""The file with the digest of every other, as `sha256sum --check` reads it."""
_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that the format knows: when a file was written says nothing of what is in it."""
MAX_BYTES = 4_000_000_000
"""What an archive may unfold to."""


class Broken(ValueError):
    """An archive that cannot be unpacked as it was packed. Its text is Norwegian."""


def pack(files: Iterable[tuple[str, Path]], to: Path) -> int:
    """Write the files, each a name and where it is, into the new archive `to`; return how many. Raises OSError.

    The archive is written whole or not at all.
    """
    part = to.with_name(f".{to.name}.ny")
    lines = []
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, path in sorted(files):
                content = path.read_bytes()
                lines.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
                _add(archive, name, content)
            _add(archive, DIGESTS, "".join(lines).encode())
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)
    return len(lines)


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    about = zipfile.ZipInfo(name, _TIME)
    about.compress_type = zipfile.ZIP_DEFLATED
    about.create_system, about.external_attr = 3, 0o644 << 16  # an ordinary file, whatever system packs it
    archive.writestr(about, content)


def unpack(archive_file: Path, to: Path) -> int:
    """Write what is in an archive into the folder `to`, which must be empty or not there; return how many files.

    Everything is looked at before anything is written. Raises Broken and OSError.
    """
    if to.exists() and any(to.iterdir()):
        raise Broken(f"{to} er ikke tom.")
    try:
        with zipfile.ZipFile(archive_file) as archive:
            about = archive.infolist()
            if sum(one.file_size for one in about) > MAX_BYTES:
                raise Broken("arkivet er større enn noe nettsted herfra.")
            digests = _digests(archive)
            names = [one.filename for one in about if one.filename != DIGESTS]
            if sorted(names) != sorted(digests):
                raise Broken(f"{DIGESTS} nevner ikke de samme filene som arkivet har.")
            for name in names:
                if not _safe(name):
                    raise Broken(f"filnavnet «{name}» fører ut av mappa.")
            for name in names:
                if hashlib.sha256(archive.read(name)).hexdigest() != digests[name]:
                    raise Broken(f"«{name}» er ikke som da den ble pakket.")
            for name in names:
                target = to / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))
            return len(names)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        if isinstance(error, Broken):
            raise
        raise Broken("filen er ikke et helt arkiv herfra.") from None


def _digests(archive: zipfile.ZipFile) -> dict[str, str]:
    lines = archive.read(DIGESTS).decode().splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _safe(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name
