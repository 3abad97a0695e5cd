"""The editors' command line: `python -m macros sjekk`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from . import model, read_register, statusimport
from . import statusark as ark
from .problem import Problem, did_you_mean, report
from .today import today

MAPPE = click.Path(exists=True, file_okay=False, path_type=Path)


def _an_id(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The id, when it may be one."""
    if value is not None and not (re.fullmatch(model.ID, value) and len(value) <= model.LENGSTE_ID):
        raise click.BadParameter("ventet små bokstaver a–z, tall og bindestreker.")
    return value


@click.group(help="Verktøy for dem som arbeider med planene.")
def cli() -> None:
    """The group of commands."""


@cli.command()
@click.argument("mappe", type=click.Path(exists=True, file_okay=False, path_type=Path), default="data")
def sjekk(mappe: Path) -> None:
    """Kontrollerer alle data i MAPPE (data når ingen er nevnt) uten å lage nettstedet."""
    register, problems = read_register(mappe, today())
    if register is None:
        click.echo(report(problems), err=True)
        sys.exit(1)
    click.echo(f"Ingen feil. {len(register.planer)} planer, {len(register.tiltak)} tiltak.")


@cli.command()
@click.argument("plan")
@click.argument("fil", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--data", "mappe", type=MAPPE, default="data", help="Mappa med dataene.")
@click.option("--overskriv", is_flag=True, help="Erstatt filen om den finnes.")
def statusark(plan: str, fil: Path | None, mappe: Path, overskriv: bool) -> None:
    """Lager et regneark for å melde status på tiltakene i PLAN (filnavnet uten .yml), i FIL eller status-PLAN.xlsx."""
    register, problems = read_register(mappe, today())
    if register is None:
        _stop(problems)
    if plan not in register.planer:
        _refuse(f"Kjenner ikke planen «{plan}». {did_you_mean(plan, register.planer)}".strip())
    with _libraries():
        raw = ark.write(register, register.planer[plan])
    _write(fil or Path(f"status-{plan}.xlsx"), raw, overskriv, "Gi et annet filnavn")


@cli.command("importer-status")
@click.argument("fil", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--id", "id_", callback=_an_id, help="Rapportens id, som blir filnavnet. Ellers planen og dagens dato."
)
@click.option("--data", "mappe", type=MAPPE, default="data", help="Mappa med dataene.")
@click.option("--overskriv", is_flag=True, help="Erstatt rapporten om den finnes.")
def importer_status(fil: Path, id_: str | None, mappe: Path, overskriv: bool) -> None:
    """Leser statusene i regnearket FIL inn i en ny rapport i data/rapporter. Skriver ingenting når noe er feil."""
    with _libraries():
        made, problems = statusimport.importer(fil, mappe, today(), id_)
    if made is None:
        in_sheet = any(problem.file == fil.name for problem in problems)
        _stop(problems, "i regnearket" if in_sheet else "i dataene", "Ingenting er skrevet.")
    _write(
        mappe / "rapporter" / f"{made.id}.yml", made.tekst.encode(), overskriv, "Gi rapporten en annen --id"
    )


@contextmanager
def _libraries() -> Iterator[None]:
    """Says which library is missing, when one is that only some commands need."""
    try:
        yield
    except ModuleNotFoundError as error:
        _refuse(f"Kommandoen trenger {error.name}. Installer det som står i requirements.txt.")


def _write(path: Path, raw: bytes, replace: bool, otherwise: str) -> None:
    """Write a file, but not over another unless that is wished for."""
    if path.exists() and not replace:
        _refuse(f"{path} finnes fra før. {otherwise}, eller bruk --overskriv.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    click.echo(f"Skrev {path}.")


def _stop(
    problems: list[Problem], where: str = "i dataene", end: str = "Ingenting er publisert."
) -> NoReturn:
    _refuse(report(problems, where, end))


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)


if __name__ == "__main__":
    cli()
