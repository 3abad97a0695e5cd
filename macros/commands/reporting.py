"""`statusark` and `importer-status`: a spreadsheet for the statuses of a plan, and the report it becomes."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NoReturn

import click

from ..format.texts import ID, LENGSTE_ID
from ..register.open_register import read_register
from ..statuses import sheet_in, sheet_out
from ..tools.nearness import did_you_mean
from ..tools.problem import Problem, report
from .common import Feil, libraries, mappe_option, may_write, overskriv_option, today, write


def _an_id(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return the id that an option gives, when it may be one. Raises Feil."""
    if value is not None and not (re.fullmatch(ID, value) and len(value) <= LENGSTE_ID):
        raise Feil(f"ventet en id av små bokstaver a–z, tall og bindestreker, fant «{value}».")
    return value


@click.command()
@click.argument("plan")
@click.argument("fil", type=click.Path(path_type=Path), required=False)
@mappe_option
@overskriv_option
def statusark(plan: str, fil: Path | None, mappe: Path, overskriv: bool) -> None:
    """Lager et regneark for å melde status på tiltakene i PLAN (filnavnet uten .yml), i FIL eller status-PLAN.xlsx."""
    register, problems = read_register(mappe, today())
    if register is None:
        _stop(problems, "i dataene")
    if plan not in register.planer:
        raise Feil(f"kjenner ikke planen «{plan}». {did_you_mean(plan, register.planer)}".strip())
    to = may_write(fil or Path(f"status-{plan}.xlsx"), overskriv, "Gi et annet filnavn")
    with libraries():
        write(to, sheet_out.write(register, register.planer[plan]))
    click.echo(f"Skrev {to}.")


@click.command("importer-status")
@click.argument("fil", type=click.Path(path_type=Path))
@click.option(
    "--id", "id_", callback=_an_id, help="Rapportens id, som blir filnavnet. Ellers planen og dagens dato."
)
@mappe_option
@overskriv_option
def importer_status(fil: Path, id_: str | None, mappe: Path, overskriv: bool) -> None:
    """Leser statusene i regnearket FIL inn i en ny rapport i data/rapporter. Skriver ingenting når noe er feil."""
    if not fil.is_file():
        raise Feil(f"ventet en fil, fant mappa «{fil}»." if fil.is_dir() else f"finner ikke «{fil}».")
    with libraries():
        made, problems = sheet_in.read(fil, mappe, today(), id_)
    if made is None:
        in_sheet = any(problem.file == fil.name for problem in problems)
        _stop(problems, "i regnearket" if in_sheet else "i dataene")
    to = may_write(mappe / "rapporter" / f"{made.id}.yml", overskriv, "Gi rapporten en annen --id")
    write(to, made.tekst.encode())
    click.echo(f"Skrev {to}.")


def _stop(problems: list[Problem], where: str) -> NoReturn:
    """Show what is wrong, and end the program with 1."""
    click.echo(report(problems, where, "Ingenting er skrevet."), err=True)
    sys.exit(1)
