"""The description of the tables by the standard Data Package 2.0, so that programs can load and check them."""

from __future__ import annotations

from typing import Any

from . import tables
from .csv_out import DANGEROUS
from .published import (
    DELIMITER,
    FOLDER,
    LICENSE,
    LICENSE_NAME,
    LICENSE_TITLE,
    SCHEMA_VERSION,
    Felt,
    Published,
    Tabell,
    Type,
)

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"

_TYPES: dict[Type, dict[str, Any]] = {
    "tekst": {"type": "string"},
    "heltall": {"type": "integer"},
    "dato": {"type": "date"},
    "ja/nei": {"type": "boolean", "trueValues": ["ja"], "falseValues": ["nei"]},
    "liste": {"type": "string"},
    "celler": {"type": "object"},
}

PLAN_WORDS = {
    "name": "other-pd",
    "title": "Planenes egne ord er vedtak, forslag og utredninger fra det offentlige, uten opphavsrett (åndsverkloven § 14)",
    "path": "https://lovdata.no/lov/2018-06-15-40/%C2%A714",
}


def datapackage(published: Published) -> dict[str, Any]:
    """Return the description of every table: columns with types and rules, what points to what, licences, sources."""
    return {
        "$schema": PROFILE,
        "name": "planportalen",
        "title": "Planportalen: kommunenes planer for næringsutvikling",
        "description": "Tiltak for tiltak, med kilde for alt som er gjort. Statusen «ikke-rapportert» betyr at ingen kilde i dataene sier noe sikkert, ikke at ingenting er gjort. "
        f"Tekst som begynner med et av tegnene {' '.join(_shown(one) for one in DANGEROUS)}, har fått en ' foran seg i CSV, så ingen celle blir en formel i et regneark.",
        "homepage": f"{published.base}data/",
        "version": SCHEMA_VERSION,
        "licenses": [{"name": LICENSE_NAME, "title": LICENSE_TITLE, "path": LICENSE}, PLAN_WORDS],
        "sources": _sources(published),
        "resources": [_resource(one) for one in tables.TABLES],
    }


def _shown(sign: str) -> str:
    return {"\t": "tabulator", "\r": "vognretur", "\n": "linjeskift"}.get(sign, sign)


def _sources(published: Published) -> list[dict[str, str]]:
    """Return the documents that the data are taken from, each with its address when it is known."""
    register = published.register
    found: dict[tuple[str, str | None], None] = {}
    plans = (plan.data.kilde for plan in register.planer.values())
    reports = (rapport.data.kilde for rapport in register.rapporter.values())
    for kilde in (*plans, *reports):
        found[kilde.tittel, kilde.url] = None
    return [{"title": title, **({"path": url} if url else {})} for title, url in found]


def _resource(tabell: Tabell) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": SCHEMA_PROFILE,
        "fields": [_field(one) for one in tabell.felt],
        "primaryKey": ["id"],
        "missingValues": [""],
    }
    pointers = [
        {"fields": [one.navn], "reference": {"resource": _target(tabell, one), "fields": ["id"]}}
        for one in tabell.felt
        if one.peker
    ]
    if pointers:
        schema["foreignKeys"] = pointers
    return {
        "$schema": RESOURCE_PROFILE,
        "name": tabell.navn,
        "title": tabell.tittel,
        "description": tabell.om,
        "type": "table",
        "path": f"{tabell.navn}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }  # fmt: skip


def _target(tabell: Tabell, felt: Felt) -> str:
    """Return the table that a column points to, as the standard has it: «» for the table itself."""
    return "" if felt.peker == tabell.navn else felt.peker


def _field(felt: Felt) -> dict[str, Any]:
    """Return the description of a column."""
    lists = (
        f" Flere verdier er skilt med «{DELIMITER}»; en {DELIMITER} i en verdi er skrevet \\{DELIMITER}."
        if felt.type == "liste"
        else ""
    )
    rules: dict[str, Any] = {"required": True} if felt.må else {}
    if felt.ord:
        rules["enum"] = list(felt.ord)
    if felt.navn == "id":
        rules["unique"] = True
    return {
        "name": felt.navn,
        "title": felt.navn,
        "description": f"{felt.om}{lists}",
        **_TYPES[felt.type],
        **({"constraints": rules} if rules else {}),
    }


PATH = f"{FOLDER}datapackage.json"
