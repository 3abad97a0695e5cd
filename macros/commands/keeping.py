"""`pakk` and `pakk-ut`: the whole published state as one file, and a project out of it again."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import click

from ..tools.archive import Broken, pack, unpack
from ..tools.problem import refused
from .common import Feil, may_write, overskriv_option

SITE = "site"
"""The folder of the built site, here and in the archive."""


@click.command()
@click.argument("fil", type=click.Path(dir_okay=False, path_type=Path))
@overskriv_option
def pakk(fil: Path, overskriv: bool) -> None:
    """Pakker data, håndskrevne sider, program og det bygde nettstedet i én FIL (ZIP), med fingeravtrykk av hver fil.

    Bygg nettstedet først, med «python -m macros bygg». Av filen kan alt lages på nytt: Pakk den ut med «pakk-ut».
    """
    root = Path.cwd()
    if not (root / SITE / "index.html").is_file():
        raise Feil(f"finner ikke noe bygd nettsted i {SITE}/. Kjør «python -m macros bygg» først.")
    may_write(fil, overskriv, "Velg et annet navn")
    try:
        number = pack(_files(root, fil), fil)
    except OSError as error:
        raise Feil(f"{error.filename or fil} kan ikke pakkes ({refused(error)}).") from None
    click.echo(f"{fil} har {number} filer.")


@click.command(name="pakk-ut")
@click.argument("fil", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("mappe", type=click.Path(file_okay=False, path_type=Path))
def pakk_ut(fil: Path, mappe: Path) -> None:
    """Pakker ut en FIL fra «pakk» i en tom MAPPE, etter å ha sett at hver fil er som da den ble pakket."""
    try:
        number = unpack(fil, mappe)
    except Broken as error:
        raise Feil(str(error)) from None
    except OSError as error:
        raise Feil(f"{error.filename or mappe} kan ikke skrives ({refused(error)}).") from None
    click.echo(f"{mappe} har {number} filer. Nettstedet ligger i {mappe / SITE}/.")


def _files(root: Path, archive: Path) -> Iterator[tuple[str, Path]]:
    """Yield what git keeps of the project, as it is now, and the built site; each with its name in the archive."""
    answer = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "--cached"], capture_output=True, check=False
    )
    if answer.returncode:
        raise Feil("mappa er ikke et git-lager, så det er ikke kjent hvilke filer som hører til.")
    for name in answer.stdout.decode("utf-8", "surrogateescape").split("\0"):
        path = root / name
        if name and path.is_file() and not path.is_symlink() and not name.startswith(f"{SITE}/"):
            yield name, path
    for path in (root / SITE).rglob("*"):
        if path.is_file() and path.resolve() != archive.resolve():
            yield path.relative_to(root).as_posix(), path
