"""The commands `importer` and `ny-plan`: asks for what is needed, writes the files, says what went wrong in Norwegian."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from ..today import today
from .columns import ROLES, plain
from .numbers import as_id

_DATA = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("fil", type=click.Path(path_type=Path))
@click.option("--id", "id_", help="Planens id, f.eks. modum-2015-2019. Uten den brukes navnet på filen.")
@click.option(
    "--kommune", "kommuner", multiple=True, help="Id-en til kommunen planen gjelder for. Kan gjentas."
)
@click.option(
    "--kolonne", "kolonner", multiple=True, metavar="OVERSKRIFT=FELT",
    help=f'Hva en kolonne er, f.eks. "Hvem gjør det=ansvar". Feltene er {", ".join(ROLES)}. Kan gjentas.',
)  # fmt: skip
@click.option("--ark", default="", help="Les bare dette arket i et regneark.")
@click.option("--fra", default="", help="Les fra og med linja som har denne teksten.")
@click.option("--til", default="", help="Les til og med linja som har denne teksten.")
@click.option(
    "--rapport", type=click.Path(dir_okay=False, path_type=Path), help="Skriv rapporten til denne filen også."
)
@click.option("--overskriv", is_flag=True, help="Skriv over planfilen når den finnes fra før.")
@click.option("--data", "folder", type=_DATA, default="data", help="Mappa med dataene.", show_default=True)
def importer(
    fil: Path, id_: str | None, kommuner: tuple[str, ...], kolonner: tuple[str, ...], ark: str, fra: str,
    til: str, rapport: Path | None, overskriv: bool, folder: Path,
) -> None:  # fmt: skip
    """Leser en plan fra FIL (.docx, .xlsx, .csv, .tsv, .txt eller .pdf) og skriver en planfil i data/planer/."""
    from ..load import load
    from .lines import Unreadable
    from .run import Wish, bring_in

    id_ = _plan_id(id_ or as_id(fil.stem))
    to = _free(folder, id_, overskriv)
    data, _ = load(folder)
    _known(kommuner, list(data.kommuner))
    wish = Wish(id_, kommuner, dict(map(_column, kolonner)), ark, fra, til)
    try:
        result = bring_in(fil, wish, data, today())
    except Unreadable as error:
        _stop(f"{fil}: {error}")
    told = f"{result.report}\n\n{_next_step(to) if result.ok else 'Planfilen er ikke skrevet.'}\n"
    if result.ok:
        _write(to, result.text)
    if rapport:
        _write(rapport, told)
    click.echo(told, nl=False)
    sys.exit(0 if result.ok else 1)


@click.command("ny-plan")
@click.argument("id_", metavar="ID")
@click.option("--overskriv", is_flag=True, help="Skriv over planfilen når den finnes fra før.")
@click.option("--data", "folder", type=_DATA, default="data", help="Mappa med dataene.", show_default=True)
def ny_plan(id_: str, overskriv: bool, folder: Path) -> None:
    """Lager en tom planfil med navnet ID, f.eks. testby-2024-2027, der hvert felt er forklart."""
    from ..load import load
    from .new_plan import new_plan

    to = _free(folder, _plan_id(id_), overskriv)
    data, _ = load(folder)
    _write(to, new_plan(id_, data, today()))
    click.echo(_next_step(to))


def _next_step(to: Path) -> str:
    return f"Skrevet: {to}. Gjør det som er merket TODO, og kontroller med: python -m macros sjekk"


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)


def _plan_id(id_: str) -> str:
    if not id_ or as_id(id_) != id_:
        _stop(
            f"ventet en id av små bokstaver a–z, tall og bindestreker, fant «{id_}». Prøv «{as_id(id_) or 'testby-2024-2027'}»."
        )
    return id_


def _free(folder: Path, id_: str, overwrite: bool) -> Path:
    to = folder / "planer" / f"{id_}.yml"
    if to.exists() and not overwrite:
        _stop(f"{to} finnes fra før. Velg en annen id med --id, eller skriv over den med --overskriv.")
    return to


def _known(kommuner: tuple[str, ...], known: list[str]) -> None:
    from ..problem import did_you_mean

    for kommune in kommuner:
        if kommune not in known:
            _stop(f"kjenner ikke kommunen «{kommune}». {did_you_mean(kommune, known)}".strip())


def _column(given: str) -> tuple[str, str]:
    from ..problem import did_you_mean

    heading, equals, role = given.rpartition("=")
    role = plain(role)
    if not equals or role not in ROLES:
        hint = did_you_mean(role, ROLES) or f"Feltene er {', '.join(ROLES)}."
        _stop(f"ventet OVERSKRIFT=FELT, for eksempel «Ansvarlig=ansvar», fant «{given}». {hint}")
    return plain(heading), role


def _write(to: Path, text: str) -> None:
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        part = to.with_name(f".{to.name}.ny")
        part.write_text(text, "utf-8")
        part.replace(to)
    except OSError as error:
        _stop(f"{to}: kan ikke skrives ({error.strerror or 'ukjent feil'}).")
