"""Say whether a pull request touches only what editors write: `python .github/scripts/omfang.py HEAD^1`.

Prints `alt=nei` when it does, so that `sjekk --alt` is enough, and `alt=ja` when all tests must run. It stands alone, as
it runs before anything is installed.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import PurePosixPath

FASIT = {"tests/fasit.csv", "tests/fasit_antall.yml"}
"""What the documents print, in fingerprints and counts."""
PAGES = {".md", ".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif"}
"""The endings of hand-written pages and their pictures."""


def is_data(name: str) -> bool:
    """Return whether an editor may change the file `name` without touching the program, which makes the schemas."""
    path = PurePosixPath(name)
    top = path.parts[0] if path.parts else ""
    if top == "data":
        return path.suffix == ".yml" and path.parts[1] != "skjema"
    return name in FASIT or (top == "docs" and path.suffix.lower() in PAGES)


def only_data(names: Iterable[str]) -> bool:
    """Return whether there are names, and all of them are data."""
    found = list(names)
    return bool(found) and all(map(is_data, found))


def changed(base: str) -> list[str]:
    """Return the files that differ from the revision `base`; one that was moved counts at both places."""
    command = ["git", "diff", "--name-only", "--no-renames", "-z", base, "--"]
    said = subprocess.run(command, capture_output=True, check=True).stdout
    return [name for name in said.decode("utf-8", "surrogateescape").split("\0") if name]


if __name__ == "__main__":
    print(f"alt={'nei' if only_data(changed(sys.argv[1])) else 'ja'}")
