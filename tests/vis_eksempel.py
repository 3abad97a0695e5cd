"""Show the sample, `tests/eksempel/data`, as a site: `python -m macros eksempel`, or `make eksempel`.

The project is copied to a folder that is taken away afterwards, with the sample in the place of `data/`. A change in the
project is seen when the command is run again. Arguments go on to MkDocs: `build -d FOLDER` builds instead of serving.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from macros.reading.load import load
from tests.cases import SAMPLE

ROOT = Path(__file__).parent.parent


def speak_of_the_sample(docs: Path) -> None:
    """Let macros on hand-written pages name something of the sample where they name something of the committed data."""
    data, _ = load(ROOT / "data")
    instead = dict.fromkeys(data.planer, "granvik-2020-2024")
    instead |= {
        f"{id_}/{linje.tiltak.nr}": "granvik-2020-2024/1.1.3"
        for id_, plan in data.planer.items()
        for linje in plan.linjer
    }
    instead |= dict.fromkeys(data.rapporter, "granvik-arsmelding-2022")
    instead |= dict.fromkeys(data.kommuner, "granvik") | dict.fromkeys(data.temaer, "reiseliv")
    instead |= dict.fromkeys(data.aktører, "granvik-naeringsrad")
    for path in docs.rglob("*.md"):
        path.write_text(
            re.sub(
                r"\{\{.*?\}\}",
                lambda macro: re.sub(
                    r"""(["'])([\w./-]+)\1""",
                    lambda word: f'"{instead.get(word[2], word[2])}"',
                    macro[0],
                ),
                path.read_text("utf-8"),
            ),
            "utf-8",
        )


def main(arguments: list[str]) -> int:
    """Run MkDocs with the `arguments` (`serve` when there are none) on a copy of the project; return its exit code.

    A path among the arguments must be absolute, as MkDocs runs in the copy.
    """
    with tempfile.TemporaryDirectory(prefix="eksempel-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        # Copies, as symbolic links need rights that a user of Windows does not have.
        for part in ("macros", "overrides", "docs"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "mkdocs.yml", folder)
        shutil.copytree(SAMPLE, folder / "data")
        speak_of_the_sample(folder / "docs")
        command = [sys.executable, "-m", "mkdocs", *(arguments or ["serve"])]
        try:
            return subprocess.run(command, cwd=folder, check=False).returncode
        except KeyboardInterrupt:
            return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
