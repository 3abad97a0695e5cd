"""The committed data: what the real site takes to build, beyond the libraries it must import, and to change."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from . import contenders, reports, serving
from .generate import ROOT, copy_program
from .measure import run
from .tables import median, spread, table

IMPORTS = (
    "import jinja2, material, mkdocs_macros.plugin, pydantic, yaml; from mkdocs.__main__ import cli; "
    "cli(['--version'], standalone_mode=False)"
)
"""What every build must do before anything of ours runs."""
BUILDS = {"pages only": contenders.PAGES, "everything": contenders.EVERYTHING}


def measured(folder: Path, rounds: int, say: Callable[[str], None]) -> str:
    """Cold builds in turn with the bare imports, and changes in a preview."""
    source = folder / "virkelig"
    copy_program(source)
    shutil.copytree(ROOT / "data", source / "data")
    contenders.add_shares(source)
    bare: list[float] = []
    cold: dict[str, list[float]] = {name: [] for name in BUILDS}
    for i in range(rounds):
        bare.append(run([sys.executable, "-c", IMPORTS], source, contenders.QUIET).wall)
        for name, contender in BUILDS.items():
            cold[name].append(contender.measured(folder / "kjoring", source).cost.wall)
        say(
            f"round {i + 1}: imports {bare[-1]:.2f} s, "
            + ", ".join(f"{n} {w[-1]:.2f} s" for n, w in cold.items())
        )
    with serving.serving(serving.mkdocs, source) as server:
        seen = [serving.seen(server, change) for change in reports.prepared(source, rounds)]
    rows = [
        ["imports and start", spread(bare), ""],
        *(
            [
                f"cold build, {name}",
                spread(walls),
                f"{median(w - b for w, b in zip(walls, bare, strict=True)):.2f}",
            ]
            for name, walls in cold.items()
        ),
        ["change in mkdocs serve, page has it", spread(one.page for one in seen), ""],
    ]
    return table(["the committed data", "seconds", "beyond the imports"], rows)
