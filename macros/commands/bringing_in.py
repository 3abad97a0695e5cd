"""`importer`, `ny-plan`, `ny-kommune` and `ny-aktor`: a document, a name, or nothing yet becomes files in the data folder."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from ..innlesing.readers.lines import Unreadable
from ..innlesing.readers.numbers import as_id
from ..innlesing.recognising.columns import ROLES, plain
from ..innlesing.run import Wish, bring_in
from ..innlesing.writing.new_actor import TYPER, new_publisher
from ..innlesing.writing.new_kommune import NewFile, join, kommuner_of, new_kommune
from ..innlesing.writing.new_plan import new_plan
from ..reading.data import Data
from ..reading.load import load
from ..tools.nearness import did_you_mean
from .common import Feil, libraries, mappe_option, may_write, overskriv_option, today, try_writing, write


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
@click.option(
    "--kolonner", "steder", default="", metavar="NUMMER=FELT,…",
    help="Hva kolonnene er i en tabell uten overskrifter, f.eks. 1=tiltak,3=frist. Den første er 1.",
)  # fmt: skip
@click.option(
    "--tabell",
    "tabeller",
    multiple=True,
    metavar="NUMMER",
    help="Les bare denne tabellen, f.eks. 2 eller 2,3.",
)
@click.option(
    "--liste", "lister", multiple=True, metavar="NUMMER", help="Les bare denne lista, f.eks. 1 eller 1,2."
)
@click.option(
    "--enslige",
    type=click.Choice(["overskrift", "tiltak"]),
    default=None,
    help="Hva rader med tekst i bare én celle er.",
)
@click.option("--ark", default="", help="Les bare dette arket i et regneark.")
@click.option("--fra", default="", help="Les fra og med linja som har denne teksten.")
@click.option("--til", default="", help="Les til og med linja som har denne teksten.")
@click.option(
    "--merk-ulest",
    "merk",
    is_flag=True,
    help="Skriv planfilen selv om noe ikke kan leses, med det som kommentarer.",
)
@click.option("--rapport", type=click.Path(path_type=Path), help="Skriv rapporten til denne filen også.")
@click.option(
    "--ny-utgave-av",
    "tidligere",
    default="",
    metavar="PLAN",
    help="Id-en til den forrige utgaven. Titler, temaer og lesninger følger med der ordlyden er den samme.",
)
@click.option(
    "--vis",
    type=click.Path(path_type=Path),
    metavar="FIL.html",
    help="Skriv en side som viser dokumentet ved siden av det som ble av det.",
)
@overskriv_option
@mappe_option
def importer(
    fil: Path, id_: str | None, kommuner: tuple[str, ...], kolonner: tuple[str, ...], steder: str,
    tabeller: tuple[str, ...], lister: tuple[str, ...], enslige: str | None, ark: str, fra: str, til: str, merk: bool, rapport: Path | None,
    tidligere: str, vis: Path | None, overskriv: bool, mappe: Path,
) -> None:  # fmt: skip
    """Leser en plan fra FIL (.docx, .xlsx, .csv, .tsv, .txt eller .pdf) og skriver en planfil i data/planer/."""
    id_ = _plan_id(id_ or as_id(fil.stem))
    to = _free(mappe, id_, overskriv)
    # Errors elsewhere in the data are no reason not to read a document: `sjekk` tells of them.
    data, _ = load(mappe)
    _known(kommuner, data)
    new = _joined(data, mappe, kommuner or kommuner_of(id_, data))
    wish = Wish(
        id_, kommuner, dict(map(_column, kolonner)), ark, fra, til,
        _numbers("tabell", tabeller), _numbers("liste", lister), dict(map(_place, filter(None, steder.split(",")))), enslige or "",
        _edition(tidligere, id_, data), merk,
    )  # fmt: skip
    try:
        with libraries():
            result = bring_in(fil, wish, data, today())
    except Unreadable as error:
        raise Feil(f"{fil}: {error}") from None
    taken = {fil.resolve(), to.resolve()}
    for name, other in (("rapporten", rapport), ("siden", vis)):
        if other:
            if other.resolve() in taken:
                raise Feil(f"{name} kan ikke skrives over {other}. Gi den et annet navn.")
            taken.add(other.resolve())
            # The plan file must not be written without its report.
            try_writing(other)
    told = f"{result.report}\n\n{_next_step(to) if result.ok else 'Planfilen er ikke skrevet.'}\n"
    if result.ok:
        write(to, result.text.encode())
        told += _write_all(new, mappe)
    if vis:
        write(vis, result.page.encode())
        told += f"Åpne {vis} i nettleseren, og se dokumentet ved siden av det som ble av det.\n"
    if rapport:
        write(rapport, told.encode())
    click.echo(told, nl=False)
    sys.exit(0 if result.ok else 1)


@click.command("ny-plan")
@click.argument("id_", metavar="ID")
@overskriv_option
@mappe_option
def ny_plan(id_: str, overskriv: bool, mappe: Path) -> None:
    """Lager en tom planfil med navnet ID, f.eks. testby-2024-2027, der hvert felt er forklart."""
    to = _free(mappe, _plan_id(id_), overskriv)
    data, _ = load(mappe)
    new = _joined(data, mappe, kommuner_of(id_, data))
    write(to, new_plan(id_, data, today()).encode())
    click.echo(_next_step(to))
    click.echo(_write_all(new, mappe), nl=False)


@click.command("ny-kommune")
@click.argument("id_", metavar="ID")
@mappe_option
def ny_kommune(id_: str, mappe: Path) -> None:
    """Lager det kommunen ID (f.eks. hol) trenger før den kan få en plan: en fil for aktørene i kommunen."""
    data, _ = load(mappe)
    _known([id_], data)
    new = _joined(data, mappe, [id_])
    if not new:
        click.echo(f"Kommunen «{id_}» er alt med: {mappe / 'aktorer' / f'{id_}.yml'} finnes.")
        return
    click.echo(_write_all(new, mappe), nl=False)
    click.echo(
        f"Les inn planen med: python -m macros importer FIL --kommune {id_}. "
        f"Eller begynn på en tom plan med: python -m macros ny-plan {id_}-ÅÅÅÅ-ÅÅÅÅ"
    )


@click.command("ny-aktor")
@click.argument("rapport", type=click.Path(path_type=Path))
@click.option(
    "--fil", help="Filen i data/aktorer den skal stå i, uten .yml. Ellers kommunens, eller «felles» når det er flere."
)  # fmt: skip
@click.option("--type", "type_", type=click.Choice(TYPER), help="Hva slags aktør det er. Ellers gjettes det.")
@mappe_option
def ny_aktor(rapport: Path, fil: str | None, type_: str | None, mappe: Path) -> None:
    """Legger inn utgiveren av RAPPORT som aktør, når rapporten bare har navnet (ny_utgiver)."""
    data, problems = load(mappe)
    id_, file = rapport.stem, f"{mappe.name}/rapporter/{rapport.stem}.yml"
    if not rapport.is_file() or id_ not in data.rapporter:
        wrong = "\n".join(str(one) for one in problems if one.file == file)
        raise Feil(wrong or f"finner ikke rapporten «{rapport}» i {mappe}/rapporter.")
    if data.rapporter[id_].ny_utgiver is None:
        raise Feil(f"{file} har ingen «ny_utgiver». Utgiveren er «{data.rapporter[id_].utgiver}».")
    known = set(data.aktørfil.values())
    if fil is not None and fil not in known:
        raise Feil(
            f"finner ikke {mappe}/aktorer/{fil}.yml. {did_you_mean(fil, known)} En ny kommune får filen sin med ny-kommune."
        )
    document = data.document("rapport", id_)
    try:
        made = new_publisher(data, mappe, document, data.rapporter[id_], fil or "", type_ or "")
    except ValueError as error:
        raise Feil(str(error)) from None
    click.echo(_write_all(made.files, mappe), nl=False)
    if made.guessed:
        click.echo(
            f"Typen «{made.guessed}» er gjettet av navnet. Se over den, eller kjør på nytt med --type."
        )


def _joined(data: Data, mappe: Path, kommuner: Iterable[str]) -> list[NewFile]:
    """Return the files that these kommuner lack, and let the data know the kommuner from now on."""
    new = [file for id_ in kommuner for file in new_kommune(data, mappe, id_)]
    for id_ in kommuner:
        join(data, id_)
    return new


def _write_all(new: list[NewFile], mappe: Path) -> str:
    """Write the files of new kommuner, and return what to say of it, a line for each."""
    for file in new:
        write(mappe / file.path, file.text.encode())
    return "".join(f"Skrevet: {mappe / file.path} ({file.om}).\n" for file in new)


def _next_step(to: Path) -> str:
    """Return what to tell of a plan file that is written."""
    return f"Skrevet: {to}. Gjør det som er merket TODO, og kontroller med: python -m macros sjekk"


def _plan_id(id_: str) -> str:
    """Return an id when it may be the id of a plan. Raises Feil, with one that may."""
    if not id_ or as_id(id_) != id_:
        raise Feil(
            f"ventet en id av små bokstaver a–z, tall og bindestreker, fant «{id_}». Prøv «{as_id(id_) or 'testby-2024-2027'}»."
        )
    return id_


def _free(mappe: Path, id_: str, overwrite: bool) -> Path:
    """Return the path of the plan file with an id. Raises Feil when it is taken and may not be replaced."""
    return may_write(mappe / "planer" / f"{id_}.yml", overwrite, "Velg en annen id")


def _known(kommuner: Iterable[str], data: Data) -> None:
    """Raise Feil for a kommune that the register of kommuner does not have."""
    for kommune in kommuner:
        if kommune not in data.kommuner:
            same_name = [id_ for id_, one in data.kommuner.items() if as_id(one.navn) == as_id(kommune)]
            said = " eller ".join(f"«{id_}»" for id_ in same_name)
            hint = f"Mente du {said}?" if said else did_you_mean(kommune, data.kommuner)
            where = f"Alle kommuner og id-ene deres står i {data.root}/kommuner.yml."
            raise Feil(f"kjenner ikke kommunen «{kommune}». {hint or where}")


def _edition(said: str, id_: str, data: Data) -> str:
    """Return the id of the edition to compare with: the one that was said, else the plan itself when it is read again.

    Raises Feil for a plan that is not in the data.
    """
    if said and said not in data.planer:
        hint = did_you_mean(said, data.planer) or f"Planene ligger i {data.root}/planer/."
        raise Feil(f"kjenner ikke planen «{said}». {hint}")
    return said or (id_ if id_ in data.planer else "")


def _column(given: str) -> tuple[str, str]:
    """Return the heading and the field in «OVERSKRIFT=FELT». Raises Feil when it is not of that form."""
    heading, equals, role = given.rpartition("=")
    role = plain(role)
    if not equals or role not in ROLES:
        hint = did_you_mean(role, ROLES) or f"Feltene er {', '.join(ROLES)}."
        raise Feil(f"ventet OVERSKRIFT=FELT, for eksempel «Ansvarlig=ansvar», fant «{given}». {hint}")
    return plain(heading), role


def _place(given: str) -> tuple[int, str]:
    """Return the number of a column and its field in «NUMMER=FELT». Raises Feil when it is not of that form."""
    number, _, role = given.partition("=")
    role = plain(role)
    if not number.strip().isdecimal() or not 0 < int(number) < 1000 or role not in ROLES:
        hint = f"Feltene er {', '.join(ROLES)}."
        raise Feil(f"ventet NUMMER=FELT, for eksempel --kolonner 1=tiltak,3=frist, fant «{given}». {hint}")
    return int(number), role


def _numbers(name: str, given: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers in «1» and «1,2». Raises Feil for what is no number."""
    said = [one.strip() for text in given for one in text.split(",")]
    for one in said:
        if not one.isdecimal() or len(one) > 4:
            raise Feil(f"ventet et nummer, for eksempel --{name} 2 eller --{name} 2,3, fant «{one}».")
    return tuple(map(int, said))
