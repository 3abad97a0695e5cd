"""`sjekk` and `endringer`: what is wrong in the data, and what a change of them means."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from ..building import built_site, strict
from ..changes.lost_addresses import LostAddress, lost
from ..changes.matching import Comparison, compare
from ..changes.phrases import counted
from ..changes.report import as_markdown, to_paste
from ..checking.advice import advice
from ..checking.check import check
from ..checking.fasit import not_as_printed
from ..reading.data import Data
from ..reading.git_revision import UkjentRevisjon, data_at
from ..reading.inventory import things
from ..reading.load import load
from ..tools.problem import Problem, annotation, report
from .common import Feil, libraries, mappe_option, today

State = tuple[Data, list[Problem]]


@click.command()
@click.argument("filer", metavar="[FIL]...", nargs=-1, type=click.Path(path_type=Path))
@mappe_option
@click.option(
    "--fra", metavar="REV", help="Kontroller også at ingen adresse fra denne utgaven i git er borte."
)
@click.option("--format", "form", type=click.Choice(["tekst", "github"]), default="tekst", show_default=True,
              help="github: meldinger som GitHub viser på linjene i en pull request.")  # fmt: skip
@click.option("--alt", is_flag=True, help="Bygg nettstedet også, og kontroller lenkene og HTML-en på det: alt som "
              "kontrollen av en pull request ser på.")  # fmt: skip
def sjekk(filer: tuple[Path, ...], mappe: Path, fra: str | None, form: str, alt: bool) -> None:
    """Kontrollerer dataene uten å publisere noe.

    Alle dataene blir lest. Er det skrevet FIL, vises bare feilene i de filene, eller i filene i de mappene.
    """
    names = [_name(file, mappe) for file in filer]
    data, problems = _now(mappe)
    problems += not_as_printed(data, mappe.parent)
    change = compare(_earlier(mappe, fra)[0], data) if fra else None
    lost_ones = _lost(change) if change else []
    found = sorted({*problems, *(one_lost.problem for one_lost in lost_ones)})
    # A site is built of data without errors only.
    if alt and not found:
        with libraries():
            found = _of_the_site(mappe, data)
    shown = _within_any(found, names)
    told = [] if shown else _within_any(advice(data, mappe, today()), names)
    if form == "github":
        click.echo("".join(f"{annotation(one)}\n" for one in shown), nl=False)
        click.echo("".join(f"{annotation(one, 'notice')}\n" for one in told), nl=False)
    for one in told:
        click.echo(f"Råd: {one}", err=True)
    if shown:
        click.echo(report(shown), err=True)
        if change and lost_ones:
            click.echo("\n{}\n\n{}".format(*to_paste(change, lost_ones)), err=True)
    else:
        lines = sum(len(plan.linjer) for plan in data.planer.values())
        where = " her" if names else ""
        click.echo(f"Ingen feil{where}. {counted('plan', len(data.planer))}, {lines} tiltak.")
    if len(shown) < len(found):
        click.echo(f"{len(found) - len(shown)} feil i andre filer.", err=True)
    sys.exit(1 if shown else 0)


def _of_the_site(mappe: Path, data: Data) -> list[Problem]:
    """Return what is wrong in the site that the data make: it is built strictly, beside the one that is there.

    Raises Feil when the folder is not that of a project with a site.
    """
    project = mappe.resolve().parent
    if not (project / "mkdocs.yml").is_file() or mappe.name != "data":
        raise Feil(
            f"--alt bygger nettstedet, og trenger mkdocs.yml ved siden av mappa «data», men fant ikke det i {project}."
        )
    with tempfile.TemporaryDirectory(prefix="planportal-") as folder:
        site = Path(folder) / "portal"
        if problems := strict.build(project, site):
            return problems
        source = _source(project, data)
        return sorted(
            {*built_site.broken_links(site, strict.URL, source), *built_site.invalid_html(site, source)}
        )


def _source(project: Path, data: Data) -> Callable[[str], tuple[str, int]]:
    """Return the function from the address of a page to the file that the page is made from, and the line."""
    made = {
        one.adresse.partition("#")[0]: (one.file, data.documents[one.file].line(one.keys))
        # Reversed, so that the first thing on a page gives the line, not the last.
        for one in reversed(list(things(data)))
        if one.adresse
    }

    def source(address: str) -> tuple[str, int]:
        """Return the file and line that the page at an address is made from, or else the page above it."""
        for file in (f"docs/{address}index.md", f"docs/{address.removesuffix('/')}.md", f"docs/{address}"):
            if (project / file).is_file():
                return file, 1
        above = address
        while above and above not in made:
            above = above.rstrip("/").rpartition("/")[0]
            above += "/" * bool(above)
        return made.get(above, ("mkdocs.yml", 1))

    return source


def _name(file: Path, mappe: Path) -> str:
    """Return a file or folder as problems call it. Raises Feil when it is not in the folder of data."""
    if not file.exists():
        raise Feil(f"finner ikke «{file}».")
    try:
        return (mappe.name / file.resolve().relative_to(mappe.resolve())).as_posix()
    except ValueError:
        raise Feil(f"«{file}» ligger ikke i {mappe}. Er dataene et annet sted, så skriv --mappe.") from None


def _within_any(problems: list[Problem], names: list[str]) -> list[Problem]:
    """Return the problems of these files and of the files in these folders; all of them when none is named."""
    return [one for one in problems if not names or any(_within(one.file, name) for name in names)]


def _within(file: str, name: str) -> bool:
    """Return whether a file has this name, or stands in the folder with this name."""
    return file == name or file.startswith(f"{name}/")


def _lost(change: Comparison) -> list[LostAddress]:
    """Return the addresses that are lost, and say which files could not be looked at."""
    if change.left_out:
        files = ", ".join(sorted(change.left_out))
        click.echo(f"Adressene fra disse filene er ikke kontrollert, fordi de har feil: {files}", err=True)
    return lost(change)


@click.command()
@click.option("--fra", metavar="REV", required=True, help="Utgaven i git å sammenligne med, f.eks. main.")
@click.option("--til", metavar="REV", help="Utgaven i git å sammenligne. Uten: filene slik de er nå.")
@mappe_option
def endringer(fra: str, til: str | None, mappe: Path) -> None:
    """Forteller hva som er endret i dataene, som Markdown."""
    before, _ = _earlier(mappe, fra)
    after, problems = _earlier(mappe, til) if til else _now(mappe)
    click.echo(as_markdown(compare(before, after), problems, today(), fra), nl=False)


def _now(mappe: Path) -> State:
    """Return the data as they are in the folder, and what is wrong in them."""
    data, problems = load(mappe)
    return data, problems + check(data, today())


def _earlier(mappe: Path, rev: str) -> State:
    """Return the data as they were in a revision of git, and what is wrong in them. Raises Feil for an unknown one."""
    try:
        data, problems = data_at(mappe, rev)
    except UkjentRevisjon as error:
        raise Feil(str(error)) from None
    if not data.documents and not problems:
        click.echo(f"Merk: mappa «{mappe.name}» fantes ikke i «{rev}».", err=True)
    return data, problems + check(data, today())
