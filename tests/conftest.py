"""What the tests share: the day, the sample data and the site built from them, and the browser.

Tests of the program stand on data made for them: the small ones of the golden cases (`cases/grunnlag`) and the sample
(`eksempel/data`), which has every shape that the format knows. Only `test_data.py` and `test_fasit.py` look at the
committed data, and hold for any that are valid.
"""

from __future__ import annotations

import contextlib
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
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage

from macros import read_register
from macros.pages import long_lists
from macros.register.entities import Register
from macros.tools.today import VARIABLE
from tests.cases import IDAG, SAMPLE
from tests.vis_eksempel import speak_of_the_sample

# No test asks how long something takes: on a loaded machine any of them may be slow.
settings.register_profile("without-deadline", deadline=None)
settings.load_profile("without-deadline")

ROOT = Path(__file__).parent.parent
BASE = "https://planer.example/portal/"
REPO = "https://github.com/kommune/planer"
KONTAKT = "planer@kommune.example"
"""The site is built for a sub-path of another host, so that a link that is not relative shows."""


def environment(**settings: str) -> dict[str, str]:
    """Return the environment of a build as the workflows do it, on a fixed day. `settings`: VEI, LAGER, SOK …"""
    found = os.environ | {
        VARIABLE: IDAG.isoformat(),
        "PLANPORTAL_URL": BASE,
        "PLANPORTAL_REPO": REPO,
        "PLANPORTAL_KONTAKT": KONTAKT,
        "SOURCE_DATE_EPOCH": "1795219200",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    return found | {f"PLANPORTAL_{name}": value for name, value in settings.items()}


def build(
    to: Path, project: Path = ROOT, *, strict: bool = True, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Build a project's site into a folder, as the workflows do, on a fixed day. `settings`: VEI, LAGER, SOK …"""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(to)]
    return subprocess.run(
        [*command, "--strict"] if strict else command,
        cwd=project,
        env=environment(**settings),
        capture_output=True,
        text=True,
        check=False,
    )


def fingerprints(folder: Path) -> dict[str, str]:
    """Return every file of a site with its digest."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="session", autouse=True)
def the_day() -> Iterator[None]:
    """Lets every test, and every program that a test starts, take the day for `IDAG` whatever the clock says.

    A test of the clock itself clears the variable.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, IDAG.isoformat())
        yield


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project with the sample as its only data."""
    folder = tmp_path_factory.mktemp("eksempel")
    for name in ("macros", "overrides", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(SAMPLE, folder / "data")
    shutil.copytree(ROOT / "docs", folder / "docs")
    speak_of_the_sample(folder / "docs")
    return folder


@pytest.fixture(scope="session")
def register(sample: Path) -> Register:
    """Return the register of the sample."""
    register, problems = read_register(sample / "data", IDAG)
    assert register is not None, "\n".join(map(str, problems))
    return register


@pytest.fixture(scope="session")
def build_log(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> tuple[Path, str]:
    """Return the folder of the built site, and what the build printed. Each worker builds its own, in some two seconds."""
    folder = tmp_path_factory.mktemp("site") / "portal"
    result = build(folder, sample)
    assert result.returncode == 0, result.stderr
    return folder, result.stderr


@pytest.fixture(scope="session")
def site(build_log: tuple[Path, str]) -> Path:
    """Return the folder of the built site."""
    return build_log[0]


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Makes a small project: the valid data of the golden cases with the real program around it."""

    def make(*, docs: dict[str, str] | None = None) -> Path:
        for name in ("macros", "overrides", "mkdocs.yml"):
            (tmp_path / name).symlink_to(ROOT / name)
        subprocess.run(["cp", "-r", ROOT / "tests/cases/grunnlag", tmp_path / "data"], check=True)
        subprocess.run(["cp", "-r", ROOT / "docs", tmp_path / "docs"], check=True)
        for path in (tmp_path / "docs/rediger").rglob("*.md"):
            path.write_text(places_of(path.read_text("utf-8")), "utf-8")
        for name, text in (docs or {}).items():
            (tmp_path / "docs" / name).write_text(text, "utf-8")
        return tmp_path

    return make


def places_of(text: str) -> str:
    """Return a page of the guide with nothing but the places on it, so that it is made at once and links lead there."""
    places = re.findall(r"\{ #([\w-]+) \}", text)
    return "# For redaktører\n" + "".join(f"\n## {place} {{ #{place} }}\n" for place in places)


def browser_arguments() -> dict[str, Any]:
    """Return how to start the system's Chromium or Chrome where there is one, else Playwright's; never on the network."""
    system = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync"]  # fmt: skip
    return {"executable_path": system, "args": ["--headless", *quiet]}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Return the browser of the tests."""
    return {**browser_type_launch_args, **browser_arguments()}


@contextlib.contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a built site under its sub-path, as long as the context is open; gives its address."""
    handler = functools.partial(QuietHandler, directory=str(site.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
        server.shutdown()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Yield the address at which the built site is served, under its sub-path."""
    with serving(site) as address:
        yield address


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """Return a browser in which it is the day of the tests."""
    context.clock.set_fixed_time(IDAG.isoformat())
    return context


@pytest.fixture
def policy_violations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what browsers say, as the test goes on, that the policy of a page has kept from running or being fetched."""
    said: list[str] = []
    make = Browser.new_context

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            said.append(f"{message.page.url if message.page else ''}: {message.text}")

    def new_context(self: Browser, **options: Any) -> BrowserContext:
        context = make(self, **options)
        context.on("console", note)
        return context

    monkeypatch.setattr(Browser, "new_context", new_context)
    return said


@pytest.fixture(autouse=True)
def no_policy_is_violated(request: pytest.FixtureRequest) -> Iterator[None]:
    """Lets a test in a browser fail when a page does what its policy forbids, unless it asks for `policy_violations`."""
    if not {"page", "browser", "context"} & set(request.fixturenames):
        yield
        return
    meant = "policy_violations" in request.fixturenames
    said = request.getfixturevalue("policy_violations")  # now, before the test's own browser is started
    yield
    assert meant or said == []


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes every list of the sample long."""
    for slag in long_lists.PER_SIDE:
        monkeypatch.setitem(
            long_lists.PER_SIDE, slag, 2 if slag in ("planer", "rapporter", "endringer", "kilder") else 4
        )
