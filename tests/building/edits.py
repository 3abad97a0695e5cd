"""Edits a project at random while `mkdocs serve` runs: valid and invalid, and at the end the right page is shown.

`python -m tests.building.edits TIMES [SEED]` does so many times, on the small project of the tests; the suite a few.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

PLAN = "data/planer/testby-2020-2023.yml"
PAGE = "docs/status/index.md"
VARIANTS: dict[str, tuple[bytes | None, ...]] = {
    # File -> what its content may become: `%s` is the content as it was, `%n` the number of the edit; None: no file.
    PLAN: (
        b"%s# %n\n",
        b"%s\nukjent: %n\n",
        b"%n: [",
        b"\xff%n",
        b"",
        b"\0%n",
        b"%s%s# %n\n",
        b"- %n\n",
        None,
    ),
    "data/kommuner.yml": (b"%s# %n\n", b"testby: %n\n", b"%n", None),
    "data/temaer.yml": (b"%s# %n\n", b"%s\n\tx: %n\n", b"{%n"),
    "data/rapporter/ny-%n.yml": (b"tittel: %n\n", b"%n"),
    "data/rapporter/NY %n.txt": (b"%n",),
    PAGE: (
        b"%s\n\nNy %n\n",
        b"%s\n\n{{ borte(%n) }}\n",
        b"# S\n\n{%% for %n\n",
        b"\xff\xfe%n",
        b"<script>%n</script>\n",
    ),
    "docs/ny-%n/index.md": (b"# Ny %n\n", b"{{ %n }}"),
    "docs/om/index.md": (b"%s\n[x](borte-%n.md)\n", b"---\n: %n\n---\n", None),
}
DONE = ("Reloading browsers", "An error happened during the rebuild")


def edit_at_random(server: Any, times: int, seed: int) -> None:
    """Edit the project of a running preview so many times, then put it right. Raises AssertionError when it does not recover."""
    drawn, folder = random.Random(seed), server.folder
    before = {name: (folder / name).read_bytes() for name in VARIANTS if (folder / name).is_file()}
    made: set[Path] = set()
    for number in range(times):
        name = drawn.choice(list(VARIANTS))
        content = drawn.choice(VARIANTS[name])
        path = folder / name.replace("%n", str(number))
        if content is None:
            if not path.exists():
                continue
            path.unlink()
        else:
            content = content.replace(b"%s", before.get(name, b"")).replace(b"%n", str(number).encode())
            if path.exists() and path.read_bytes() == content:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            made |= set() if name in before else {path}
        _wait(server)
        assert server.process.poll() is None, f"edit {number} of {name} ended the preview"
    for path in made:
        path.unlink(missing_ok=True)
    for name, whole in before.items():
        (folder / name).write_bytes(whole)
    (folder / PLAN).write_bytes(before[PLAN].replace(b"tittel: Ny vei", b"tittel: Ny vei til slutt"))
    # The last files may be seen one by one: only the page says when the last of them is.
    for _ in range(len(before) + len(made) + 1):
        _wait(server)
        status, shown = server.get("planer/testby-2020-2023/tiltak/1.1/")
        if status == 200 and "Ny vei til slutt" in shown and server.get("status/")[0] == 200:
            assert "Ny vei til slutt" in server.get("status/")[1]
            return
    raise AssertionError(f"seed {seed}: the preview did not recover:\n{shown[-2000:]}")


def _wait(server: Any) -> None:
    """Return when the preview has built anew, or said what is wrong."""
    for line in server.process.stderr:
        assert "Traceback" not in line
        if any(sign in line for sign in DONE):
            return
    raise AssertionError("the preview has ended")


def main(times: int, seed: int) -> None:
    """Edit a copy of the small project, and say how it went."""
    from tests.building.test_serve import serving
    from tests.conftest import ROOT, places_of

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("macros", "overrides", "mkdocs.yml"):
            (folder / part).symlink_to(ROOT / part)
        shutil.copytree(ROOT / "tests/cases/grunnlag", folder / "data")
        shutil.copytree(ROOT / "docs", folder / "docs")
        for path in (folder / "docs/rediger").rglob("*.md"):
            path.write_text(places_of(path.read_text("utf-8")), "utf-8")
        with serving(folder) as server:
            edit_at_random(server, times, seed)
    print(f"{times} edits, seed {seed}: the right page is shown")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
