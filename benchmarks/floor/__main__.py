"""`python -m benchmarks.floor DATA SITE`: make the site of a data folder."""

from __future__ import annotations

import gc
import shutil
from datetime import date
from pathlib import Path

import click

from . import data, pages


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("site", type=click.Path(path_type=Path))
@click.option("--processes", default=1, help="How many share the work.")
@click.option("--assets", type=click.Path(path_type=Path), help="A folder to copy into the site.")
@click.option("--base", default="http://127.0.0.1:8000/", help="Where the site will be.")
@click.option("--idag", default=date.today().isoformat(), help="The day of what is computed.")
def main(source: Path, site: Path, processes: int, assets: Path | None, base: str, idag: str) -> None:
    """Read, derive, write. Nothing is garbage before the end, so nobody looks for it."""
    gc.disable()
    if assets:
        shutil.copytree(assets, site / "assets")
    today = date.fromisoformat(idag)
    pages.write(data.load(source, today, processes), site, base, processes)
    gc.freeze()  # or Python looks through all of it once before it ends


main()
