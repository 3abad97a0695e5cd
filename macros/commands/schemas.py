"""`skjema`: what explains every field in an editor's program."""

from __future__ import annotations

from pathlib import Path

import click

from ..format.json_schema import write_schemas
from .common import mappe_option


@click.command()
@mappe_option
def skjema(mappe: Path) -> None:
    """Lager skjemaene som hjelper deg i VS Code, og skriver dem øverst i hver fil."""
    changed = write_schemas(mappe)
    click.echo("\n".join([*map(str, changed), f"{len(changed)} filer er endret."]))
