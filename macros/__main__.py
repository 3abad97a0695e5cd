"""The editors' command line: `python -m macros sjekk`. What the commands are stands in `commands/`."""

from __future__ import annotations

import click

from .commands.addresses import kildeadresser
from .commands.bringing_in import importer, ny_aktor, ny_kommune, ny_plan
from .commands.checking import endringer, sjekk
from .commands.developing import bygg, eksempel, serve, test
from .commands.reporting import importer_status, statusark
from .commands.schemas import skjema


@click.group(help="Verktøy for dem som arbeider med planene.")
def cli() -> None:
    """The group of commands."""


EDITORS = (
    sjekk,
    endringer,
    importer,
    ny_plan,
    ny_kommune,
    ny_aktor,
    statusark,
    importer_status,
    skjema,
    kildeadresser,
)
DEVELOPERS = (serve, bygg, eksempel, test)
for command in (*EDITORS, *DEVELOPERS):
    cli.add_command(command)


if __name__ == "__main__":
    cli()
