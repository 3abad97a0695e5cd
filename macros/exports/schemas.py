"""What the published JSON promises: a JSON Schema (2020-12) for each file and row, and OpenAPI 3.1 of all addresses.

All of it is made from the columns in `tables.py`. The schemas say what a file has at least: within version 1 a file may
get new fields, and a list of fixed words new words, so an unknown one is never an error.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from . import tables
from .json_out import REFERENCE
from .published import FOLDER, LICENSE, LICENSE_TITLE, SCHEMA_VERSION, Felt, Published, Tabell, Type

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_TYPES: dict[Type, Schema] = {
    "tekst": {"type": "string"},
    "heltall": {"type": "integer"},
    "dato": {"type": "string", "format": "date"},
    "ja/nei": {"type": "boolean"},
    "liste": {"type": "array", "items": {"type": "string"}},
    "celler": {"type": "object", "additionalProperties": {"type": "string"}},
}


def of_column(felt: Felt) -> Schema:
    """Return the schema of a value of a column."""
    schema = dict(_TYPES[felt.type])
    if not felt.må and felt.type != "liste":
        schema["type"] = [schema["type"], "null"]
    if felt.må and felt.type == "liste":
        schema["minItems"] = 1
    if felt.ord:
        schema["enum"] = [*felt.ord, *([] if felt.må else [None])]
    return {"description": felt.om, **schema}


def of_row(tabell: Tabell, *names: str) -> Schema:
    """Return the schema of a row of a table, or of only the columns with these names."""
    columns = [one for one in tabell.felt if not names or one.navn in names]
    return _object(tabell.om, {one.navn: of_column(one) for one in columns})


def _object(description: str, properties: Schema) -> Schema:
    """Return the schema of an object in which all of these properties stand."""
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
    }


def _text(description: str, **more: Any) -> Schema:
    return {"type": "string", "description": description, **more}


def _list_of(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


_ENVELOPE: Schema = {
    "schema_version": _text("Versjonen av løftet om hva filene holder. Det første tallet er 1 så lenge løftet står."),
    "schema": _text("Adressen til skjemaet for fila.", format="uri-reference"),
    "license": _text("Lisensen for redaksjonens egne ord. Planenes ord er fri.", format="uri"),
    "source": _text("Nettstedet fila er fra."),
}  # fmt: skip
_TEMA = _object("Et tema.", {
    "id": _text("Temaets id."),
    "adresse": _text("Adressen til temaets side."),
    "navn": _text("Navnet."),
    "beskrivelse": _text("Hva temaet omfatter."),
})  # fmt: skip
_FILE = _object("En fil om én ting.", {
    "id": _text("Id-en til tingen."),
    "navn": _text("Navnet på tingen."),
    "adresse": _text("Adressen til siden om den."),
    "json": _text("Adressen til fila."),
})  # fmt: skip
_TABLE = _object("En tabell.", {
    "navn": _text("Navnet på tabellen."),
    "tittel": _text("Hva den heter på norsk."),
    "csv": _text("Adressen til tabellen som CSV."),
    "rader": {"type": "integer", "description": "Antall rader uten overskriften."},
})  # fmt: skip
_MOVED = _object("En adresse som har vært, og den som gjelder nå.", {
    "gammel": _text("Adressen som var."),
    "ny": _text("Adressen som gjelder."),
    "grunn": _text("Hvorfor."),
})  # fmt: skip


def row_schemas() -> dict[str, Schema]:
    """Return the schema of everything that is a row or a part of a file, by its name."""
    rows = {one.navn: of_row(one) for one in tables.TABLES}
    reference = of_row(tables.TILTAK, *REFERENCE)
    reference["description"] = "Det viktigste om et tiltak. Alt om det står i fila for planen."
    roles = ["ansvarlig", "samarbeidspart", "ved", "nevnt"]
    role = _object(
        "Det viktigste om et tiltak, og aktørens rolle i det.",
        {"rolle": _text("Rollen aktøren har i tiltaket.", enum=roles), **reference["properties"]},
    )
    about = {"tema": _TEMA, "fil": _FILE, "tabell": _TABLE, "videresending": _MOVED}
    return rows | {"tiltak-kort": reference, "tiltak-rolle": role} | about


def file_schemas() -> dict[str, Schema]:
    """Return the schema of each kind of JSON file, by its name; parts are in the `$defs` that `_whole` puts in."""

    def ref(name: str) -> Schema:
        return {"$ref": f"#/$defs/{name}"}

    return {
        "index": _object("Innholdsfortegnelsen. Bare den har dagen og utgaven av dataene.", {
            **_ENVELOPE,
            "generated": _text("Dagen filene ble laget.", format="date"),
            "commit": {"type": ["string", "null"], "description": "Utgaven av dataene i git, når den er kjent."},
            "dokumentasjon": _text("Siden som forklarer alt."),
            "openapi": _text("Beskrivelsen av alle adresser."),
            "datapackage": _text("Beskrivelsen av tabellene."),
            "tiltak": _text("Alle tiltak, ett på hver linje."),
            "tabeller": _list_of("tabell"), "planer": _list_of("fil"), "kommuner": _list_of("fil"),
            "aktører": _list_of("fil"), "temaer": _list_of("fil"), "videresendinger": _list_of("videresending"),
        }),
        "plan": _object("Alt om en plan.", {
            **_ENVELOPE, "plan": ref("planer"), "deler": _list_of("deler"), "tiltak": _list_of("tiltak"),
            "milepaeler": _list_of("milepaeler"), "statusrapporter": _list_of("statusrapporter"),
        }),
        "kommune": _object("En kommune, planene og tiltakene der.", {
            **_ENVELOPE, "kommune": ref("kommuner"), "planer": _list_of("planer"), "tiltak": _list_of("tiltak-kort"),
        }),
        "aktor": _object("En aktør og tiltakene som nevner den.", {
            **_ENVELOPE, "aktør": ref("aktorer"), "tiltak": _list_of("tiltak-rolle"),
        }),
        "tema": _object("Et tema og tiltakene i det.", {
            **_ENVELOPE, "tema": ref("tema"), "tiltak": _list_of("tiltak-kort"),
        }),
        "tiltak-i-dag": _object("Det som følger av dagen.", {
            **_ENVELOPE, "dag": _text("Dagen filene ble laget.", format="date"), "tiltak": _list_of("tiltak-i-dag"),
        }),
        "tiltak": {"description": "En linje i tiltak.ndjson.", **ref("tiltak")},
    }  # fmt: skip


NAMES = tuple(file_schemas())
"""The schemas that have a file of their own."""


def _used(schema: Any) -> Iterator[str]:
    """Yield the names that a schema refers to."""
    if isinstance(schema, dict):
        if isinstance(name := schema.get("$ref"), str):
            yield name.rpartition("/")[2]
        for inner in schema.values():
            yield from _used(inner)


def schema(published: Published, name: str) -> bytes:
    """Return the file of the schema with this name."""
    wanted, rows = file_schemas()[name], row_schemas()
    whole = {
        "$schema": DIALECT,
        "$id": f"{published.base}{FOLDER}skjema/{name}.json",
        "title": name,
        **wanted,
    }
    whole["$defs"] = {one: rows[one] for one in dict.fromkeys(_used(wanted))}
    return as_json(whole)


def as_json(value: Any) -> bytes:
    """Return a description as JSON that people can read too."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _in_openapi(schema: Any) -> Any:
    """Return a schema with references as OpenAPI has them."""
    if isinstance(schema, dict):
        return {
            key: value.replace("#/$defs/", "#/components/schemas/") if key == "$ref" else _in_openapi(value)
            for key, value in schema.items()
        }
    return [_in_openapi(one) for one in schema] if isinstance(schema, list) else schema


_PATHS: tuple[tuple[str, str, str, str], ...] = (
    ("index.json", "index", "Innholdsfortegnelsen", ""),
    ("planer/{id}.json", "plan", "En plan", "Planens id"),
    ("kommuner/{id}.json", "kommune", "En kommune", "Kommunens id"),
    ("aktorer/{id}.json", "aktor", "En aktør", "Aktørens id"),
    ("temaer/{id}.json", "tema", "Et tema", "Temaets id"),
    ("tiltak-i-dag.json", "tiltak-i-dag", "Det som følger av dagen", ""),
)
"""The JSON files: address, schema, what it is, and what `id` is."""


def openapi(published: Published) -> dict[str, Any]:
    """Return the description of every address, as OpenAPI 3.1."""
    files = file_schemas()
    components = {f"fil-{name}": _in_openapi(one) for name, one in files.items()} | _in_openapi(row_schemas())
    paths: dict[str, Any] = {}
    for path, name, what, id_ in _PATHS:
        content = {"application/json": {"schema": {"$ref": f"#/components/schemas/fil-{name}"}}}
        paths[f"/{path}"] = _operation(what, f"hent-{name}", content, id_)
    ndjson = {"application/x-ndjson": {"schema": {"type": "string"}}}
    paths["/tiltak.ndjson"] = _operation(
        "Alle tiltak, ett JSON-objekt på hver linje (skjemaet tiltak)", "hent-alle-tiltak", ndjson
    )
    for tabell in tables.TABLES:
        paths[f"/{tabell.navn}.csv"] = _operation(
            f"{tabell.tittel}, som CSV", f"hent-csv-{tabell.navn}", _CSV
        )
    paths["/planportalen.xlsx"] = _operation("Alle tabellene som regneark", "hent-regneark", _XLSX)
    for path, what, name in _DESCRIPTIONS:
        content = {"application/json": {"schema": {"type": "object"}}}
        paths[path] = _operation(what, name, content, "Navnet på skjemaet" if "{id}" in path else "")
    of_each = (("planer", "Planens id", "plan-csv"), ("kommuner", "Kommunens id", "kommune-csv"))
    for folder, whose, output in of_each:
        if output in published.utelatt:
            continue
        what = f"Tiltakene i en av {folder}, som CSV"
        paths[f"/{folder}/{{id}}.csv"] = _operation(what, f"hent-csv-tiltak-{folder}", _CSV, whose)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Planportalen, data",
            "version": SCHEMA_VERSION,
            "description": "Statiske filer, uten nøkkel og uten begrensning. Nye felt kan komme til i versjon 1; ingen blir borte, får nytt navn eller snevrere innhold.",
            "license": {"name": LICENSE_TITLE, "url": LICENSE},
        },
        "servers": [{"url": f"{published.base}{FOLDER}".rstrip("/") or "."}],
        "paths": paths,
        "components": {"schemas": components},
    }


_CSV = {"text/csv": {"schema": {"type": "string"}}}
_XLSX: dict[str, Schema] = {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {}}
_DESCRIPTIONS = (
    ("/openapi.json", "Denne beskrivelsen", "hent-openapi"),
    ("/datapackage.json", "Beskrivelsen av tabellene (Data Package 2.0)", "hent-datapackage"),
    ("/skjema/{id}.json", "Et JSON-skjema", "hent-skjema"),
)
"""What describes the other files: address, what it is, its name here."""


def _operation(what: str, name: str, content: dict[str, Any], id_: str = "") -> dict[str, Any]:
    """Return what OpenAPI says of one address; `id_` says what the `id` in it is, «» without one."""
    answers = {"200": {"description": what, "content": content}}
    if id_:
        answers["404"] = {"description": "Det finnes ingen med denne id-en."}
    parameter = {
        "name": "id",
        "in": "path",
        "required": True,
        "description": id_,
        "schema": {"type": "string"},
    }
    return {
        "get": {
            "summary": what,
            "operationId": name,
            **({"parameters": [parameter]} if id_ else {}),
            "responses": answers,
        }
    }
