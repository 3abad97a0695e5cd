"""The same commit and day give the same bytes, wherever and with whatever they are built.

`python -m tests.building.reproducible PYTHON …` builds the committed data with this Python and with each of the others,
which have what `requirements.txt` names installed, and says which files differ. A Python that has ProperDocs, which carries
MkDocs on, builds with that.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from macros.tools.today import VARIABLE
from tests.conftest import ROOT, environment, fingerprints

PARTS = ("macros", "overrides", "mkdocs.yml", "data", "docs")
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "C",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "4711",
    "HOME": "/nowhere",
}
"""The environment of another machine than this."""


def copied(project: Path, to: Path) -> Path:
    """Copy what a site is made of, the last file first, so that the folders list them in another order; return the copy."""
    for part in PARTS:
        top = project / part
        files = (
            sorted((path for path in top.rglob("*") if path.is_file()), reverse=True)
            if top.is_dir()
            else [top]
        )
        for path in files:
            if "__pycache__" not in path.parts:
                target = to / path.relative_to(project)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
    return to


def built(
    project: Path,
    to: Path,
    python: str = sys.executable,
    variables: dict[str, str] | None = None,
    **settings: str,
) -> dict[str, str]:
    """Build a project by a Python, in an environment changed by `variables`; return every file with its digest."""
    has_properdocs = subprocess.run([python, "-c", "import properdocs"], capture_output=True, check=False)
    program = "mkdocs" if has_properdocs.returncode else "properdocs"
    subprocess.run(
        [python, "-m", program, "build", "--quiet", "--config-file", "mkdocs.yml", "--site-dir", str(to)],
        cwd=project,
        env=environment(**settings) | (variables or {}),
        check=True,
    )
    return fingerprints(to)


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Return the files that are not the same in two sites."""
    return sorted({name for name, _ in one.items() ^ other.items()})


def main(pythons: list[str]) -> int:
    """Say which files differ for each Python; return how many of them have any."""
    os.chdir(ROOT)
    today = {VARIABLE: os.environ.get(VARIABLE) or date.today().isoformat()}
    with tempfile.TemporaryDirectory() as folder:
        here, failed = Path(folder), 0
        first = built(ROOT, here / "0", variables=today)
        for i, python in enumerate(pythons, 1):
            found = differing(first, built(ROOT, here / str(i), python, today))
            print(f"{python}: {len(first)} files, {len(found)} differ {found[:10] or ''}")
            failed += bool(found)
        copy = copied(ROOT, here / "copy")
        (copy / ".git").symlink_to(ROOT / ".git")  # the commit is told of in data/v1/index.json
        found = differing(first, built(copy, here / "x", variables=ELSEWHERE | today, PROSESSER="3"))
        print(f"elsewhere: {len(first)} files, {len(found)} differ {found[:10] or ''}")
    return failed + bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
