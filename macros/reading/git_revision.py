"""The data as they were at some revision of the git repository, without touching the working tree."""

from __future__ import annotations

import io
import subprocess
import tempfile
import weakref
import zipfile
from pathlib import Path

from ..tools.problem import Problem
from .data import Data
from .load import load


class UkjentRevisjon(ValueError):
    """A revision that cannot be read. Its text is Norwegian, for the one who asked."""


def commit_of(folder: Path, rev: str) -> str:
    """Return the full name of the commit that `rev` means in the repository around `folder`.

    Raises UkjentRevisjon when there is no repository, or no such revision in it.
    """
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
    if found is None and _git(folder, "rev-parse", "--git-dir") is None:
        raise UkjentRevisjon(f"mappa «{folder}» ligger ikke i et git-lager, så det finnes ingen «{rev}» der.")
    if found is None:
        hint = "Er historien hentet? På GitHub trengs «fetch-depth: 0»."
        raise UkjentRevisjon(f"finner ikke «{rev}» i git. {hint}")
    return found.decode().strip()


def data_at(folder: Path, rev: str) -> tuple[Data, list[Problem]]:
    """Return what stood in the data folder `folder` at the revision `rev`, with its problems.

    Returns empty data when the folder was not there then. Raises UkjentRevisjon.
    """
    commit = commit_of(folder, rev)
    top = Path((_git(folder, "rev-parse", "--show-toplevel") or b"").decode().strip())
    where = folder.resolve().relative_to(top.resolve()).as_posix()
    tree = _git(top, "rev-parse", "--verify", "--quiet", f"{commit}:{where}")
    if tree is None:
        return Data(root=folder.name), []
    archive = _git(top, "archive", "--format=zip", "-0", tree.decode().strip())
    if archive is None:
        raise UkjentRevisjon(f"kan ikke lese «{folder.name}» slik den var i «{rev}».")
    temporary = tempfile.TemporaryDirectory()
    copy = Path(temporary.name) / folder.name
    copy.mkdir()
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        files.extractall(copy)
    data, problems = load(copy)
    # A file is read again when a place in it is asked for.
    weakref.finalize(data, temporary.cleanup)
    return data, problems


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Return what git answers to `arguments` in `folder`, or None when it refuses. Raises UkjentRevisjon without git."""
    try:
        answer = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=False)
    except OSError as error:
        raise UkjentRevisjon(f"git kan ikke kjøres ({error.strerror}).") from None
    return answer.stdout if answer.returncode == 0 else None
