"""The editors' command line: `python -m macros sjekk`, and the commands that bring in a plan."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from . import read_register
from .innlesing.command import importer, ny_plan
from .problem import report
from .today import today


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


cli.add_command(importer)
cli.add_command(ny_plan)


if __name__ == "__main__":
    cli()
