"""What the tests share: the committed data, and the site built from it once."""

from __future__ import annotations

import functools
import hashlib
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from macros import lists, read_register
from macros.register import Register
from tests.cases import IDAG

ROOT = Path(__file__).parent.parent
BASE = "https://planer.example/portal/"
REPO = "https://github.com/kommune/planer"
"""The site is built for a sub-path of another host, so that a link that is not relative shows."""


def build(
    to: Path, project: Path = ROOT, *, strict: bool = True, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Build a project's site into a folder, as the workflows do, on a fixed day. `settings`: VEI, LAGER, SOK …"""
    environment = os.environ | {
        "PLANPORTAL_IDAG": IDAG.isoformat(),
        "PLANPORTAL_URL": BASE,
        "PLANPORTAL_REPO": REPO,
        "SOURCE_DATE_EPOCH": "1795219200",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    environment |= {f"PLANPORTAL_{name}": value for name, value in settings.items()}
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(to)]
    return subprocess.run(
        [*command, "--strict"] if strict else command,
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def fingerprints(folder: Path) -> dict[str, str]:
    """Every file but those of the search that hold, or are named after, the order within Pagefind's filters."""
    unordered = re.compile(r"pagefind/(filter/|pagefind-entry\.json|pagefind\.nb_\w+\.pf_meta)")
    files = [
        path
        for path in folder.rglob("*")
        if path.is_file() and not unordered.match(str(path.relative_to(folder)))
    ]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


DOCUMENTS = {
    "planer/modum-2015-2019.yml",
    "planer/lier-2023-2026.yml",
    "planer/kongsbergregionen-2010-2021.yml",
    "planer/drammen-naeringsplan.yml",
    "rapporter/drammen-bakgrunn.yml",
    "rapporter/modum-naeringsrad-2021.yml",
}
"""The files of the five documents that the tests know. Editors add others, and no number here is to change then."""


def leave_the_documents(data: Path) -> None:
    """Take away from a copy of the data what is not of the five documents or a register."""
    for path in [*data.glob("planer/*.yml"), *data.glob("rapporter/*.yml")]:
        if path.relative_to(data).as_posix() not in DOCUMENTS:
            path.unlink()
    for name in ("rettelser.yml", "videresendinger.yml"):
        (data / name).unlink(missing_ok=True)


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the five documents as its only data."""
    folder = tmp_path_factory.mktemp("dokumenter")
    for name in ("macros", "docs", "overrides", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "data", folder / "data")
    leave_the_documents(folder / "data")
    return folder


@pytest.fixture(scope="session")
def register(documents: Path) -> Register:
    """The register of the five documents."""
    register, problems = read_register(documents / "data", IDAG)
    assert register is not None, "\n".join(map(str, problems))
    return register


@pytest.fixture(scope="session")
def build_log(tmp_path_factory: pytest.TempPathFactory, documents: Path) -> tuple[Path, str]:
    """The folder of the built site, and what the build printed."""
    folder = tmp_path_factory.mktemp("site") / "portal"
    result = build(folder, documents)
    assert result.returncode == 0, result.stderr
    return folder, result.stderr


@pytest.fixture(scope="session")
def site(build_log: tuple[Path, str]) -> Path:
    """The folder of the built site."""
    return build_log[0]


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Makes a small project: the valid data of the golden cases with the real program around it."""

    def make(*, docs: dict[str, str] | None = None) -> Path:
        for name in ("macros", "overrides", "mkdocs.yml"):
            (tmp_path / name).symlink_to(ROOT / name)
        subprocess.run(["cp", "-r", ROOT / "tests/cases/grunnlag", tmp_path / "data"], check=True)
        subprocess.run(["cp", "-r", ROOT / "docs", tmp_path / "docs"], check=True)
        shutil.rmtree(tmp_path / "docs/rediger")
        (tmp_path / "docs/rediger").mkdir()
        (tmp_path / "docs/rediger/index.md").write_text("# For redaktører\n", "utf-8")
        for name, text in (docs or {}).items():
            (tmp_path / "docs" / name).write_text(text, "utf-8")
        return tmp_path

    return make


def browser_arguments() -> dict[str, Any]:
    """How to start the system's Chromium or Chrome where there is one, else Playwright's; never on the network."""
    system = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync"]  # fmt: skip
    return {"executable_path": system, "args": ["--headless", *quiet]}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser of the tests."""
    return {**browser_type_launch_args, **browser_arguments()}


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address at which the built site is served, under its sub-path."""
    handler = functools.partial(QuietHandler, directory=str(site.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/portal/"
        server.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes every list of the committed data long."""
    for slag in lists.PER_SIDE:
        monkeypatch.setitem(lists.PER_SIDE, slag, 2 if slag in ("planer", "rapporter", "endringer") else 5)
