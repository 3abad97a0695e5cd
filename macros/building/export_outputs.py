"""The files that others can use, under /data/v1/: an entry of `outputs.py` for each format.

What is in them is made in `exports/`. Only the index has the day and the commit, and only `tiltak-i-dag` what follows from
the day; all else is the same bytes until the data change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from ..exports import csv_out, json_out, package, schemas, tables, xlsx_out
from ..exports.published import FOLDER, Published, Tabell
from ..exports.review import write_review
from ..pages import contexts, titles
from ..pages.render import Renderer
from ..register.entities import Aktør, Kommune, Plan, Register, Tema
from ..views.overdue import Revisjon, reviews
from .output import Output, page_output
from .page_digests import PageDigests


def _one(name: str, path: str, make: Callable[[Published], bytes], *, daily: bool = False) -> Output:
    """Return the output of one file about everything; `daily`: whether it follows from the day."""
    return Output(
        name,
        Register,
        of=lambda renderer: [renderer.register],
        path=lambda register: f"{FOLDER}{path}",
        body=lambda renderer, register: make(renderer.published),
        depends_on=PageDigests.of_today if daily else PageDigests.of_all_data,
    )


def _table(tabell: Tabell) -> Output:
    """Return the output of a table as CSV."""

    def make(published: Published) -> bytes:
        return csv_out.write(published, tabell)

    return _one(f"csv-{tabell.navn}", f"{tabell.navn}.csv", make, daily=tabell.etter_dag)


def _json(
    name: str,
    kind: type,
    field: str,
    make: Callable[[Published, Any], bytes],
    depends_on: Callable[[PageDigests, Any], Iterator[Any]],
    *,
    ending: str = "json",
) -> Output:
    """Return the output of a file for each thing in a field of the register."""
    return Output(
        name,
        kind,
        of=lambda renderer: getattr(renderer.register, field).values(),
        path=partial(json_out.path_of, ending=ending),
        body=lambda renderer, entity: make(renderer.published, entity),
        depends_on=depends_on,
    )


def _tiltak_in(published: Published, where: Plan | Kommune) -> bytes:
    """Return the tiltak of a plan or a kommune as CSV."""
    return csv_out.write(published, tables.TILTAK, published.tiltak_i(where))


def _index(renderer: Renderer, register: Register) -> bytes:
    return json_out.index(renderer.published, renderer.commit or None)


EXPORTS: tuple[Output, ...] = (
    Output(
        "data-xlsx",
        Register,
        of=lambda renderer: [renderer.register] if renderer.ark else (),
        path=lambda register: f"{FOLDER}planportalen.xlsx",
        body=lambda renderer, register: xlsx_out.of_tables(renderer.published, tables.LASTING),
        depends_on=PageDigests.of_all_data,
    ),
    *map(_table, tables.TABLES),
    _one("data-ndjson", "tiltak.ndjson", json_out.every_tiltak),
    _one("data-i-dag", "tiltak-i-dag.json", json_out.of_today, daily=True),
    _one("datapackage", "datapackage.json", lambda all_: schemas.as_json(package.datapackage(all_))),
    _one("openapi", "openapi.json", lambda all_: schemas.as_json(schemas.openapi(all_))),
    Output(
        "data-skjema",
        str,
        of=lambda renderer: schemas.NAMES,
        path=lambda name: f"{FOLDER}skjema/{name}.json",
        body=lambda renderer, name: schemas.schema(renderer.published, name),
        depends_on=PageDigests.of_itself,
    ),
    # Not kept: it says which day and which commit it was made of.
    Output(
        "data-indeks",
        Register,
        of=lambda renderer: [renderer.register],
        path=lambda register: f"{FOLDER}index.json",
        body=_index,
        depends_on=PageDigests.of_today,
        stored=False,
    ),
    page_output(
        Revisjon,
        lambda renderer: reviews(renderer.register),
        "revisjon.html",
        contexts.of_revisjon,
        path=lambda revisjon: revisjon.sti,
        title=titles.name_of,
        description=titles.describe_revisjon,
        depends_on=PageDigests.of_revisjon,
    ),
    Output(
        "revisjon-xlsx",
        Revisjon,
        of=lambda renderer: (one for one in reviews(renderer.register) if renderer.ark and not one.planens),
        path=lambda revisjon: revisjon.ark,
        body=lambda renderer, revisjon: write_review(renderer.published, revisjon.hva),
        depends_on=PageDigests.of_revisjon,
    ),
    _json("plan-json", Plan, "planer", json_out.of_plan, PageDigests.of_published_plan),
    _json("plan-csv", Plan, "planer", _tiltak_in, PageDigests.of_published_plan, ending="csv"),
    _json("kommune-json", Kommune, "kommuner", json_out.of_kommune, PageDigests.of_published_kommune),
    _json("kommune-csv", Kommune, "kommuner", _tiltak_in, PageDigests.of_published_kommune, ending="csv"),
    _json("aktør-json", Aktør, "aktører", json_out.of_aktør, PageDigests.of_published_aktør),
    _json("tema-json", Tema, "temaer", json_out.of_tema, PageDigests.of_published_tema),
)
"""The largest first, as they are written in this order by several processes."""
