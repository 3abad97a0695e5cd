"""`python -m benchmarks`: see README.md."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from . import change, committed, compare, contenders, generate, rounds
from .tables import table


@contextmanager
def _folder() -> Iterator[Path]:
    """Yield a folder in memory that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="planportal-bench-", dir=contenders.tmpfs()) as name:
        yield Path(name)


def _say(text: str) -> None:
    """Print a text to standard error, so that the table alone is on standard output."""
    click.echo(text, err=True)


@click.group(invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """How fast and how big the site is, beside two peers: without a command, `run`."""
    if context.invoked_subcommand is None:
        context.invoke(run)


@main.command("generate")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--measures", default=600, show_default=True)
def generate_(folder: Path, measures: int) -> None:
    """Write a project with generated data into FOLDER, which must be new or empty."""
    if folder.exists() and any(folder.iterdir()):
        raise click.BadParameter(f"{folder} is not empty.", param_hint="FOLDER")
    generate.project(folder, measures)


@main.command()
@click.option("--measures", default=600, show_default=True)
def verify(measures: int) -> None:
    """Build with all, and fail when a peer does not make the same site."""
    with _folder() as folder:
        source = contenders.source(folder, measures)
        ours = contenders.PAGES.build(folder / "vart", source)
        found = {
            one.name: compare.compare(ours, one.build(folder / one.name, source)) for one in contenders.PEERS
        }
    heading = ["peer", "kind of page", "pages", "missing", "extra", "bytes", "words", "elements", "links"]
    rows = [
        [name, kind, str(c.pages), str(len(c.missing)), str(len(c.extra)), *map("{:.3f}".format, c.shares)]
        for name, comparison in found.items()
        for kind, c in comparison.kinds.items()
    ]
    click.echo(table(heading, rows))
    for name, comparison in found.items():
        for problem in comparison.problems:
            click.echo(f"{name}: {problem}")
    sys.exit(any(comparison.problems for comparison in found.values()))


@main.command()
@click.option("--measures", default=(6000,), show_default=True, multiple=True)
@click.option("--rounds", "count", default=2, show_default=True)
@click.option("--all", "everybody", is_flag=True, help="One process and the plain path too.")
@click.option("--only", multiple=True, type=click.Choice([one.name for one in contenders.ALL]))
def run(measures: tuple[int, ...], count: int, everybody: bool, only: tuple[str, ...]) -> None:
    """Build with every contender, in rounds; one table."""
    who = {
        size: [one for one in contenders.ALL if (one.name in only if only else everybody or not one.extra)]
        for size in measures
    }
    with _folder() as folder:
        found = rounds.measured(folder, who, count, _say)
    click.echo(rounds.report(found))


@main.command("change")
@click.option("--measures", default=6000, show_default=True)
@click.option("--rounds", "count", default=3, show_default=True)
def change_(measures: int, count: int) -> None:
    """Add a report: in a preview, and in a second build with a cache."""
    with _folder() as folder:
        source = contenders.source(folder, measures)
        previews = change.in_previews(folder, source, count, _say)
        again = [change.in_ci(folder, source, _say) for _ in range(count)]
    click.echo(change.report(measures, previews, again))


@main.command()
@click.option("--measures", default=6000, show_default=True)
def search(measures: int) -> None:
    """Search the built site in a browser."""
    from . import searching

    with _folder() as folder:
        site = contenders.EVERYTHING.build(folder / "vart", contenders.source(folder, measures))
        found = searching.searches(site)
    click.echo(searching.report(found))


@main.command()
@click.option("--rounds", "count", default=5, show_default=True)
def site(count: int) -> None:
    """Build and change the committed data."""
    with _folder() as folder:
        click.echo(committed.measured(folder, count, _say))


main()
