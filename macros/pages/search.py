"""The search index: Pagefind's program run on the built folder. Knows files only.

Pagefind reads the built pages, so the index holds what a reader sees: the parts marked `data-pagefind-body`, typed and
filtered by the `data-pagefind-*` attributes that the templates write. Its Python interface is not used: it sleeps
between pages.
"""

from __future__ import annotations

import subprocess
import zlib
from pathlib import Path

FOLDER = "pagefind"
ROOT = "main"
"""All that is indexed stands in it; that Pagefind passes by the rest saves an eighth of its time."""
LABELS = "dt, .tolkning, .rapportert, .tall small"
"""What stands on every page of a kind, and would be found on all of them: names of cells, and our readings."""
UNUSED = ("*-ui.css", "*-ui.js", "pagefind-highlight.js")
"""Pagefind's own interfaces; ours is `docs/assets/sok.js`."""
SAMPLE = 100
"""One measure in so many answers for all of them when a word is very common (`docs/assets/sok.js`)."""


def in_sample(id: str) -> bool:
    """Return whether the tiltak with this id is in the sample; the same ones every time."""
    return zlib.crc32(id.encode()) % SAMPLE == 0


class NoIndex(RuntimeError):
    """The index could not be made; the text says why."""


def make_index(site: Path) -> None:
    """Index the built site in `site`, into its folder `pagefind/`. Raises NoIndex."""
    try:
        from pagefind_bin import get_executable
    except ImportError as error:
        raise NoIndex("pakken pagefind-bin er ikke installert") from error
    result = subprocess.run(
        [
            get_executable(),
            "--site",
            site,
            "--output-subdir",
            FOLDER,
            "--root-selector",
            ROOT,
            "--force-language",
            "nb",
            "--exclude-selectors",
            LABELS,
            "--quiet",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise NoIndex((result.stderr or result.stdout).strip())
    for pattern in UNUSED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
