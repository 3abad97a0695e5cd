"""JSON: one file for each plan, kommune, aktør and tema, an index of all, and every tiltak on a line of its own.

A row is an object with the names of the columns of its table (`tables.py`). A value that is not there is `null`, a list is
a list, and nothing is defused. Each file says its version, licence and source; the day and the commit stand only in the
index, so that a file is the same bytes until its data change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ..register.addresses import address
from ..register.entities import Aktør, Kommune, Plan, Tema, Tiltak
from . import tables
from .about_sources import Statusrapport, parts_of
from .about_tiltak import milestones_of
from .published import FOLDER, LICENSE, SCHEMA_VERSION, Published, Tabell, Value

REFERENCE = (
    "id",
    "adresse",
    "plan",
    "kommuner",
    "nr",
    "tittel",
    "frist_innen",
    "status",
    "status_del",
    "status_år",
)
"""The columns of a tiltak where it is only pointed to: all of it stands in the file of its plan."""  # fmt: skip
_AT = tuple([one.navn for one in tables.TILTAK.felt].index(name) for name in REFERENCE)


def path_of(entity: Plan | Kommune | Aktør | Tema, ending: str = "json") -> str:
    """Return the address of the file about an entity: `data/v1/planer/lier-2023-2026.json`."""
    return f"{FOLDER}{address(entity).rstrip('/')}.{ending}"


def _jsonable(value: Any) -> Any:
    """Return what JSON has no word for as what it is written as. Raises TypeError for anything unforeseen."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_jsonable).encode


def _objects(published: Published, tabell: Tabell, entities: Iterable[Any]) -> Iterator[str]:
    """Yield rows of a table as JSON objects."""
    names = [one.navn for one in tabell.felt]
    for entity in entities:
        yield _dumps(dict(zip(names, published.rad(tabell, entity), strict=True)))


def _list(objects: Iterable[str]) -> str:
    """Return JSON objects as a list, one on a line, so that two versions can be compared line by line."""
    lines = ",\n".join(objects)
    return f"[\n{lines}\n]" if lines else "[]"


def _references(published: Published, tiltak: Iterable[Tiltak]) -> Iterator[str]:
    """Yield what points to these tiltak."""
    for one in tiltak:
        yield _dumps(_reference(published, one))


def _reference(published: Published, tiltak: Tiltak) -> dict[str, Value]:
    row = published.rad(tables.TILTAK, tiltak)
    return dict(zip(REFERENCE, [row[at] for at in _AT], strict=True))


def envelope(published: Published, schema: str) -> dict[str, Any]:
    """Return what every file says of itself. `schema`: the name of its schema."""
    return {
        "schema_version": SCHEMA_VERSION,
        "schema": f"{published.base}{FOLDER}skjema/{schema}.json",
        "license": LICENSE,
        "source": published.base,
    }


def _document(published: Published, schema: str, parts: Mapping[str, str]) -> bytes:
    """Return a file: what it says of itself, then these parts, each already JSON."""
    begins = _dumps(envelope(published, schema))[:-1]
    return "".join([begins, *(f',\n"{name}":{part}' for name, part in parts.items()), "}\n"]).encode()


def of_plan(published: Published, plan: Plan) -> bytes:
    """Return the file of a plan: all that is published of it and of its tiltak."""
    statements = [Statusrapport(punkt, one) for one in plan.tiltak for punkt in one.punkter]
    milestones = [milestone for one in plan.tiltak for milestone in milestones_of(one)]
    [about] = _objects(published, tables.PLANER, [plan])
    return _document(published, "plan", {
        "plan": about,
        "deler": _list(_objects(published, tables.DELER, parts_of(plan))),
        "tiltak": _list(_objects(published, tables.TILTAK, plan.tiltak)),
        "milepaeler": _list(_objects(published, tables.MILEPAELER, milestones)),
        "statusrapporter": _list(_objects(published, tables.STATUSRAPPORTER, statements)),
    })  # fmt: skip


def of_kommune(published: Published, kommune: Kommune) -> bytes:
    """Return the file of a kommune: its plans, and what points to its tiltak."""
    [about] = _objects(published, tables.KOMMUNER, [kommune])
    plans = published.i_kommune.get(kommune.id, [])
    return _document(published, "kommune", {
        "kommune": about,
        "planer": _list(_objects(published, tables.PLANER, plans)),
        "tiltak": _list(_references(published, published.tiltak_i(kommune))),
    })  # fmt: skip


def of_aktør(published: Published, aktør: Aktør) -> bytes:
    """Return the file of an aktør: what points to the tiltak that name it, each with its role."""
    [about] = _objects(published, tables.AKTORER, [aktør])
    roles = (
        _dumps({"rolle": rolle, **_reference(published, one)})
        for one, rolle in published.roller.get(aktør.id, [])
    )
    return _document(published, "aktor", {"aktør": about, "tiltak": _list(roles)})


def of_tema(published: Published, tema: Tema) -> bytes:
    """Return the file of a tema: what points to the tiltak with it."""
    return _document(published, "tema", {
        "tema": _dumps(about_tema(published, tema)),
        "tiltak": _list(_references(published, published.i_tema.get(tema.id, []))),
    })  # fmt: skip


def about_tema(published: Published, tema: Tema) -> dict[str, str]:
    """Return what is published of a tema itself."""
    return {
        "id": tema.id,
        "adresse": published.base + address(tema),
        "navn": tema.navn,
        "beskrivelse": tema.data.beskrivelse,
    }


def every_tiltak(published: Published) -> bytes:
    """Return every tiltak as an object on a line of its own (NDJSON)."""
    return "\n".join([*_objects(published, tables.TILTAK, published.register.tiltak.values()), ""]).encode()


def of_today(published: Published) -> bytes:
    """Return what follows from the day, with the day."""
    rows = _objects(published, tables.I_DAG, published.entities(tables.I_DAG))
    day = _dumps(published.idag)
    return _document(published, "tiltak-i-dag", {"dag": day, "tiltak": _list(rows)})


def index(published: Published, commit: str | None) -> bytes:
    """Return the index: the day, the commit, every file, and every address that has moved. `commit`: None when not known."""
    register, base = published.register, published.base
    kinds: dict[str, Iterable[Plan | Kommune | Aktør | Tema]] = {
        "planer": register.planer.values(),
        "kommuner": register.kommuner.values(),
        "aktører": register.aktører.values(),
        "temaer": register.temaer.values(),
    }
    listed = {
        name: _list(
            _dumps(
                {"id": one.id, "navn": one.navn, "adresse": base + address(one), "json": base + path_of(one)}
            )
            for one in entities
        )
        for name, entities in kinds.items()
    }
    facts = {
        "generated": published.idag,
        "commit": commit,
        "dokumentasjon": f"{base}data/",
        "openapi": f"{base}{FOLDER}openapi.json",
        "datapackage": f"{base}{FOLDER}datapackage.json",
        "tiltak": f"{base}{FOLDER}tiltak.ndjson",
    }
    files = [
        {
            "navn": one.navn,
            "tittel": one.tittel,
            "csv": f"{base}{one.sti}.csv",
            "rader": len(published.entities(one)),
        }
        for one in tables.TABLES
    ]
    moved = [
        {"gammel": base + one.gammel, "ny": base + one.ny, "grunn": one.grunn}
        for one in register.videresendinger
    ]
    return _document(published, "index", {
        **{name: _dumps(value) for name, value in facts.items()},
        "tabeller": _list(map(_dumps, files)),
        **listed,
        "videresendinger": _list(map(_dumps, moved)),
    })  # fmt: skip
