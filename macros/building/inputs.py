"""What a build is made of, as it is when it begins: told again at the end, when some of it has changed on the way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

Seen = dict[str, tuple[int, int]]
"""File, as a path from the project's folder -> when it was changed (ns), and its bytes."""

FOLDERS = ("data", "docs", "overrides")


def seen(project: Path) -> Seen:
    """Return what can be seen of each file that pages are made of, without reading it."""
    return {path.relative_to(project).as_posix(): _seen(path) for path in _files(project)}


def changed(project: Path, before: Seen) -> list[str]:
    """Return the files that are no longer as they were `before`: changed, new or gone."""
    return sorted({name for name, _ in before.items() ^ seen(project).items()})


def _files(project: Path) -> Iterator[Path]:
    yield project / "mkdocs.yml"
    for folder in FOLDERS:
        for where, _, names in os.walk(project / folder):
            yield from (Path(where, name) for name in names)


def _seen(path: Path) -> tuple[int, int]:
    try:
        state = path.stat()
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_size
