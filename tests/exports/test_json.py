"""JSON: each file is what its schema says, and what its table says; and the description of the addresses is true."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

from benchmarks.generate import generate
from macros.exports import json_out, schemas, tables
from macros.exports.published import LICENSE, SCHEMA_VERSION, Published, Value
from macros.register.entities import Register
from macros.register.open_register import read_register
from tests.cases import IDAG
from tests.conftest import BASE
from tests.exports.conftest import COMMIT

KINDS = {"plan": "planer", "kommune": "kommuner", "aktor": "aktorer", "tema": "temaer"}


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def in_json(value: Value) -> Any:
    """Return a value of a table as JSON has it."""
    return (
        list(value) if isinstance(value, tuple) else value.isoformat() if isinstance(value, date) else value
    )


def rows(published: Published, tabell: Any) -> dict[str, dict[str, Any]]:
    """Return the rows of a table as JSON has them, by id."""
    return {
        str(row["id"]): {name: in_json(value) for name, value in row.items()}
        for row in published.rader(tabell)
    }


@pytest.mark.parametrize("kind", KINDS)
def test_each_file_is_what_its_schema_says(files: Path, kind: str) -> None:
    schema = read(files / f"skjema/{kind}.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    found = sorted((files / KINDS[kind]).glob("*.json"))
    assert found
    for path in found:
        document = read(path)
        assert [error.message for error in validator.iter_errors(document)] == [], path.name
        assert document["schema"] == f"{BASE}data/v1/skjema/{kind}.json"
        assert (document["schema_version"], document["license"]) == (SCHEMA_VERSION, LICENSE)
        assert "generated" not in document


def test_the_files_of_plans_have_all_there_is(files: Path, published: Published) -> None:
    documents = [read(path) for path in (files / "planer").glob("*.json")]
    every = {"deler": tables.DELER, "tiltak": tables.TILTAK, "milepaeler": tables.MILEPAELER}
    for name, tabell in every.items():
        assert {row["id"]: row for one in documents for row in one[name]} == rows(published, tabell)
    assert {one["plan"]["id"]: one["plan"] for one in documents} == rows(published, tables.PLANER)
    about = {id_: row for id_, row in rows(published, tables.STATUSRAPPORTER).items() if row["tiltak"]}
    assert {row["id"]: row for one in documents for row in one["statusrapporter"]} == about


def test_every_tiltak_stands_on_a_line(files: Path, published: Published) -> None:
    lines = (files / "tiltak.ndjson").read_text("utf-8").splitlines()
    schema = Draft202012Validator(read(files / "skjema/tiltak.json"), format_checker=FormatChecker())
    found = [json.loads(line) for line in lines]
    assert {row["id"]: row for row in found} == rows(published, tables.TILTAK)
    assert not [error for row in found for error in schema.iter_errors(row)]


def test_what_points_to_tiltak_is_all_that_names_them(files: Path, published: Published) -> None:
    every = rows(published, tables.TILTAK)
    by = {"kommuner": "kommuner", "temaer": "temaer"}
    for folder, column in by.items():
        for path in (files / folder).glob("*.json"):
            named = {row["id"] for row in every.values() if path.stem in row[column]}
            assert {row["id"] for row in read(path)["tiltak"]} == named
    columns = {
        "ansvarlige": "ansvarlig",
        "samarbeidsparter": "samarbeidspart",
        "ved": "ved",
        "nevnte": "nevnt",
    }
    for path in (files / "aktorer").glob("*.json"):
        named = {
            (row["id"], rolle)
            for row in every.values()
            for name, rolle in columns.items()
            if path.stem in row[name]
        }
        assert {(row["id"], row["rolle"]) for row in read(path)["tiltak"]} == named


def test_the_index_leads_to_every_file_and_every_old_address(files: Path, register: Register) -> None:
    index = read(files / "index.json")
    schema = Draft202012Validator(read(files / "skjema/index.json"), format_checker=FormatChecker())
    assert [error.message for error in schema.iter_errors(index)] == []
    assert (index["generated"], index["commit"]) == (IDAG.isoformat(), COMMIT)
    named = {one["json"] for kind in ("planer", "kommuner", "aktører", "temaer") for one in index[kind]}
    named |= {one["csv"] for one in index["tabeller"]} | {
        index[one] for one in ("openapi", "datapackage", "tiltak")
    }
    named |= {f"{BASE}data/v1/{one}" for one in ("index.json", "planportalen.xlsx", "tiltak-i-dag.json")}
    there = {
        f"{BASE}data/v1/{path.relative_to(files).as_posix()}" for path in files.rglob("*") if path.is_file()
    }
    in_folders = {
        one
        for one in there
        if "/skjema/" in one or (("/v1/planer/" in one or "/v1/kommuner/" in one) and one.endswith(".csv"))
    }
    assert named == there - in_folders
    assert [(one["gammel"], one["ny"]) for one in index["videresendinger"]] == [
        (BASE + one.gammel, BASE + one.ny) for one in register.videresendinger
    ]
    assert index["videresendinger"]


def test_what_follows_from_the_day_says_which_day(files: Path) -> None:
    document = read(files / "tiltak-i-dag.json")
    schema = Draft202012Validator(read(files / "skjema/tiltak-i-dag.json"), format_checker=FormatChecker())
    assert [error.message for error in schema.iter_errors(document)] == []
    assert document["dag"] == IDAG.isoformat()


def test_openapi_is_valid_and_names_the_files(files: Path) -> None:
    described = read(files / "openapi.json")
    OpenAPIV31SpecValidator(described).validate()
    there = {path.relative_to(files) for path in files.rglob("*") if path.is_file()}
    for path in described["paths"]:
        assert list(files.glob(path.strip("/").replace("{id}", "*"))), path
    shapes = {
        f"/{path.parent.as_posix()}/{{id}}{path.suffix}" if path.parent.parts else f"/{path.name}"
        for path in there
    }
    assert shapes == set(described["paths"])


@pytest.mark.parametrize("published_of", ["files", "real_files"])
def test_each_file_is_what_openapi_says_of_its_address(
    request: pytest.FixtureRequest, published_of: str
) -> None:
    folder: Path = request.getfixturevalue(published_of)
    described = read(folder / "openapi.json")
    by_address = {
        re.escape(path).replace(r"\{id\}", "[^/]+"): one["get"] for path, one in described["paths"].items()
    }
    for path in filter(Path.is_file, folder.rglob("*")):
        where = f"/{path.relative_to(folder).as_posix()}"
        [operation] = [one for pattern, one in by_address.items() if re.fullmatch(pattern, where)]
        [(media, content)] = operation["responses"]["200"]["content"].items()
        assert MEDIA[path.suffix] == media
        if media == "application/json":
            schema = {**content["schema"], "components": described["components"]}
            validator = Draft202012Validator(schema, format_checker=FormatChecker())
            assert [error.message for error in validator.iter_errors(read(path))] == [], where


MEDIA = {
    ".json": "application/json",
    ".ndjson": "application/x-ndjson",
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def test_each_schema_has_a_file(files: Path) -> None:
    assert {path.stem for path in (files / "skjema").glob("*.json")} == set(schemas.NAMES)


def test_the_files_of_many_plans_have_each_its_own_rows(tmp_path: Path) -> None:
    # Rows that are made for one file and let go of must not come back in another, whatever the order.
    generate(tmp_path, 1_200)
    register, problems = read_register(tmp_path / "data", IDAG)
    assert register is not None, problems
    for order in (1, -1):
        published = Published(register, IDAG, BASE)
        files = {
            plan.id: json.loads(json_out.of_plan(published, plan))
            for plan in [*register.planer.values()][::order]
        }
        for table, name in ((tables.MILEPAELER, "milepaeler"), (tables.STATUSRAPPORTER, "statusrapporter")):
            every = [str(row["id"]) for row in published.rader(table) if row["tiltak"]]
            own = [row["id"] for plan in register.planer for row in files[plan][name]]
            assert len(set(every)) == len(every) and sorted(every) == sorted(own)
        for id_, file in files.items():
            rows = [*file["milepaeler"], *file["statusrapporter"]]
            assert {row["tiltak"].partition("/")[0] for row in rows} == {id_}
            assert all(part["plan"] == id_ for part in file["deler"])
