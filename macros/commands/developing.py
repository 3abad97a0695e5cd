"""`serve`, `bygg`, `eksempel` and `test`: what the Makefile does, for those who have no make, as on Windows. The Makefile calls them."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys

import click

from .common import Feil

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Lets Material say nothing of a MkDocs that the project does not use."""
FOLDERS = ("macros", "tests", "benchmarks", ".github/scripts")
"""Where there is Python to lint. What mypy reads stands in pyproject.toml."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@click.command()
@click.argument("valg", nargs=-1, type=click.UNPROCESSED)
def serve(valg: tuple[str, ...]) -> None:
    """Viser nettstedet på http://127.0.0.1:8000/, og lager det på nytt når en fil blir endret.

    VALG går videre til «mkdocs serve». Skriv -- foran dem: serve -- --dev-addr 127.0.0.1:8001
    """
    sys.exit(_run("mkdocs", "serve", *valg, needs="requirements.txt"))


@click.command()
@click.argument("valg", nargs=-1, type=click.UNPROCESSED)
def bygg(valg: tuple[str, ...]) -> None:
    """Lager nettstedet i mappa site, og stopper når noe er feil.

    VALG går videre til «mkdocs build». Skriv -- foran dem: bygg -- --site-dir annen-mappe
    """
    sys.exit(_run("mkdocs", "build", "--strict", *valg, needs="requirements.txt"))


@click.command()
@click.argument("valg", nargs=-1, type=click.UNPROCESSED)
def eksempel(valg: tuple[str, ...]) -> None:
    """Viser de oppdiktede eksemplene i tests/eksempel/data som et nettsted.

    VALG går videre til MkDocs. Skriv -- foran dem: eksempel -- build --site-dir /full/sti/til/mappe
    """
    sys.exit(_run("tests.vis_eksempel", *valg, needs="requirements.txt"))


@click.command()
@click.option(
    "--raske", is_flag=True, help="Bare testene som ikke trenger en nettleser eller flere sekunder."
)
def test(raske: bool) -> None:
    """Kjører alle testene: stil, typer, data, program, det ferdige nettstedet og en nettleser."""
    if not raske:
        _see_to_a_browser()
    steps = [
        ("ruff", "check", *FOLDERS),
        ("ruff", "format", "--check", *FOLDERS),
        ("mypy",),
        ("pytest", "-n", "auto", *(("-m", "not slow") if raske else ())),
    ]
    for step in steps if raske else [*steps, ("tests.fram_i_tid",)]:
        if code := _run(*step, needs="requirements-test.txt"):
            sys.exit(code)


def _run(module: str, *arguments: str, needs: str) -> int:
    """Run a Python module with the Python of this program; gives its exit code.

    Raises Feil when it is not installed, with the file that has it.
    """
    if importlib.util.find_spec(module) is None:
        raise Feil(
            f"kommandoen trenger {module}. Installer med: python -m pip install --require-hashes -r {needs}"
        )
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, env=os.environ | QUIET, check=False).returncode


def _see_to_a_browser() -> None:
    """Install Playwright's own Chromium where the machine has neither that nor Chrome. Raises Feil."""
    if not any(map(shutil.which, BROWSERS)):
        # What the browser needs of the system is installed by Playwright on Linux; elsewhere there is nothing.
        with_deps = ["--with-deps"] if sys.platform == "linux" else []
        if _run("playwright", "install", *with_deps, "chromium", needs="requirements-test.txt"):
            raise Feil(
                "fant ingen nettleser, og fikk ikke hentet en. Installer Chromium eller Google Chrome."
            )
