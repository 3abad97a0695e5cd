"""Share what all commands need: the folder of data, today, how a command refuses, how a file is written."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from ..tools import today as clock
from ..tools.problem import refused

mappe_option = click.option(
    "--mappe",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="data",
    show_default=True,
    help="Mappa med dataene.",
)
overskriv_option = click.option("--overskriv", is_flag=True, help="Skriv over filen når den finnes fra før.")


class Feil(click.ClickException):
    """What was asked for cannot be done; the text says why. The program ends with 2; with 1 when data are wrong."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message in Norwegian, which click would write in English."""
        click.echo(f"Feil: {self.message}", err=True)


def today() -> datetime.date:
    """Return the day that everything is computed for. Raises Feil when it is set to something else than a day."""
    try:
        return clock.today()
    except ValueError as error:
        raise Feil(str(error)) from None


@contextmanager
def libraries() -> Iterator[None]:
    """Say which library is missing, when a command needs one that is not installed. Raises Feil."""
    try:
        yield
    except ModuleNotFoundError as error:
        message = f"kommandoen trenger {error.name}. Installer det som står i requirements-editors.txt."
        raise Feil(message) from None


def may_write(path: Path, overskriv: bool, otherwise: str) -> Path:
    """Return a path when nothing is there or it may be replaced. Raises Feil, with `otherwise` as what else to do."""
    if path.exists() and not overskriv:
        raise Feil(f"{path} finnes fra før. {otherwise}, eller skriv over den med --overskriv.")
    return path


def try_writing(path: Path) -> None:
    """See that a file can be written, before something else is done that would then stand alone. Raises Feil."""
    try:
        _written(path, b"").unlink()
    except OSError as error:
        raise Feil(f"{path} kan ikke skrives ({refused(error)}).") from None


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises Feil."""
    try:
        _written(path, content).replace(path)
    except OSError as error:
        raise Feil(f"{path} kan ikke skrives ({refused(error)}).") from None


def _written(path: Path, content: bytes) -> Path:
    """Return the path of a new file with this content, beside the file that it is to take the place of."""
    if path.is_dir():
        raise IsADirectoryError
    path.parent.mkdir(parents=True, exist_ok=True)
    # In the same folder, as a file is moved whole only within a file system.
    part = path.with_name(f".{path.name}.ny")
    part.write_bytes(content)
    return part
