"""Results kept from one run to the next, each by the digest of everything it was made of.

Nothing in it can go stale: what was made of other things has another digest. So it needs no clearing to be right; it
is cleared of what the last run did not use, so that it does not grow.
"""

from __future__ import annotations

import errno
import functools
import hashlib
import os
import sqlite3
from importlib.metadata import version
from pathlib import Path

from .problem import refused

HERE = Path(__file__).parents[1]
"""The folder of the whole program, with every room."""
LIBRARIES = ("jinja2", "markupsafe", "pydantic", "pyyaml")
"""The libraries whose version may change what a page or a file becomes."""


def digest(kind: str, *parts: bytes | str) -> bytes:
    """Return the digest of `parts` under the name `kind`, of the program itself and of the libraries it uses."""
    hashed = _program().copy()
    raw = [
        part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in (kind, *parts)
    ]
    hashed.update(b"".join([b"%d:%b" % (len(one), one) for one in raw]))
    return hashed.digest()


@functools.cache
def _program() -> hashlib.blake2b:
    """Return a hash that has taken in the program, its templates, and the versions of its libraries."""
    hashed = hashlib.blake2b(digest_size=20)
    for path in sorted([*HERE.rglob("*.py"), *HERE.rglob("templates/*")]):
        hashed.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for library in LIBRARIES:
        hashed.update(f"{library} {version(library)}".encode())
    return hashed


Harvest = tuple[dict[bytes, bytes], set[bytes]]


class Store:
    """Keeps nothing: every result is made anew."""

    keeps = False

    def get(self, key: bytes) -> bytes | None:
        """Return the bytes that are kept under the digest `key`; None when there are none."""
        return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep `value` under the digest `key`."""

    def harvest(self) -> Harvest:
        """Return all that was put and asked for in this process, for the store of another to `absorb`."""
        return {}, set()

    def absorb(self, harvest: Harvest) -> None:
        """Take over what another process has put and asked for: what its `harvest` gave."""

    def close(self) -> str:
        """Write what was put, and forget what was neither put nor asked for since the store was opened.

        Returns what to tell when that could not be done.
        """
        return ""


class Unusable(OSError):
    """The store's folder cannot be used; the text says why and what to do, in Norwegian."""


class FileStore(Store):
    """Keeps results in one SQLite file, each with a digest that tells when its bytes have changed since.

    The file holds texts and spreadsheets, nothing that is run when it is read. A broken file is begun anew.
    """

    keeps = True

    def __init__(self, folder: Path) -> None:
        """Open the store in a folder, which is made when it is not there. Raises Unusable."""
        self._file = folder / "planportal.sqlite"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if self._file.is_dir():
                raise IsADirectoryError(errno.EISDIR, "", str(self._file))
        except OSError as error:
            raise Unusable(f"Lageret {self._file} kan ikke brukes ({refused(error)}). {ELSEWHERE}") from error
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}
        self._rows: dict[bytes, int] = {}
        try:
            self._open()
        except sqlite3.OperationalError as error:
            raise Unusable(f"Lageret {self._file} kan ikke brukes ({error}). {ELSEWHERE}") from error
        except sqlite3.DatabaseError:
            self._begin_anew()

    def _open(self) -> None:
        """Connect to the file and learn which digests it has. Raises sqlite3.DatabaseError when it is broken."""
        self._connect()
        self._rows = dict(self._base.execute("SELECT key, rowid FROM kept"))

    def _begin_anew(self) -> None:
        """Delete the file and open an empty one in its place."""
        self._base.close()
        for left in self._file.parent.glob(f"{self._file.name}*"):
            left.unlink()
        self._open()

    def get(self, key: bytes) -> bytes | None:
        """Return the bytes that are kept under the digest `key`; None when there are none, or they have changed."""
        row = self._rows.get(key)
        if row is None:
            return None
        try:
            if self._process != os.getpid():
                self._parents = self._base  # may not be used here, nor closed
                self._connect()
            value, checked = self._base.execute(
                "SELECT value, checked FROM kept WHERE rowid = ?", (row,)
            ).fetchone() or (b"", b"")
        except sqlite3.DatabaseError:
            return None
        if not isinstance(value, bytes) or checked != _check(key, value):
            return None
        self._used.add(key)
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Keep `value` under the digest `key`."""
        self._new[key] = value

    def _connect(self) -> None:
        """Open a connection of this process's own: one cannot be shared with a worker."""
        self._process = os.getpid()
        self._base = sqlite3.connect(self._file, isolation_level=None)
        # With a log beside the file a build that is killed leaves the store as it was.
        for setting in ("journal_mode=WAL", "synchronous=OFF", "mmap_size=1073741824"):
            self._base.execute(f"PRAGMA {setting}")
        self._base.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB, checked BLOB)")
        if [row[1] for row in self._base.execute("PRAGMA table_info(kept)")] != ["key", "value", "checked"]:
            raise sqlite3.DatabaseError("made by another edition of the program")
        # All that is read is read in one transaction, or the file is locked and let go for each result.
        self._base.execute("BEGIN")

    def harvest(self) -> Harvest:
        """Return all that was put and asked for in this process, for the store of another to `absorb`."""
        return self._new, self._used

    def absorb(self, harvest: Harvest) -> None:
        """Take over what another process has put and asked for: what its `harvest` gave."""
        new, used = harvest
        self._new |= new
        self._used |= used

    def close(self) -> str:
        """Write what was put, and forget what was neither put nor asked for since the store was opened.

        Returns what to tell when that could not be done; the store is then as it was, or begun anew if it was broken.
        """
        try:
            return self._write()
        except sqlite3.OperationalError as error:
            return f"Lageret {self._file} ble ikke fornyet ({error}). Neste bygging tar lengre tid."
        except sqlite3.DatabaseError:
            self._begin_anew()
            return self._write()
        finally:
            self._base.close()

    def _write(self) -> str:
        """Write what was put and delete what was not used. Returns an empty text; raises sqlite3.DatabaseError."""
        forgotten = self._rows.keys() - self._used - self._new.keys()
        self._base.execute("COMMIT")
        if self._new or forgotten:
            self._base.execute("BEGIN IMMEDIATE")
            self._base.executemany(
                "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)",
                ((key, value, _check(key, value)) for key, value in self._new.items()),
            )
            self._base.executemany("DELETE FROM kept WHERE key = ?", ((key,) for key in forgotten))
            self._base.execute("COMMIT")
        return ""


ELSEWHERE = "Sett PLANPORTAL_LAGER til en mappe som kan skrives, eller la være å sette den."


def _check(key: bytes, value: bytes) -> bytes:
    """Return what is kept beside a value, by which its bytes are known again."""
    return hashlib.blake2b(key + value, digest_size=16).digest()
