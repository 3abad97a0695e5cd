"""The file format as JSON Schemas, one for each kind of file: from `model.py` to `data/skjema/<kind>.json`.

A data file's first line names its schema, so that an editor's program (VS Code with the YAML extension) completes
and explains every field in Norwegian while one writes. The schemas say what one value may be. What they cannot know
is left to the checker: whether an id exists, whether verbatim text stands in quotes, whether a plain `2022-01-01` was
meant as a day or as a text, and everything else in `check.py`.

The dialect is draft-07, which the language server knows best; it also reads the keys beside a `$ref`, and the
extensions `errorMessage`, `patternErrorMessage`, `markdownEnumDescriptions` and `defaultSnippets`.
"""

from __future__ import annotations

import codecs
import json
import re
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ..tools import yaml_out
from .expected import EXPECTED, EXPECTED_PATTERNS
from .kinds import FILSLAG, SCHEMAS, Filslag
from .texts import ORDRETTE_FELT
from .vocabulary import definitions

DIALECT = "http://json-schema.org/draft-07/schema#"


def first_line(navn: str) -> str:
    """Return the first line of the files with the schema `navn`: `first_line("plan")`."""
    return next(slag.first_line for slag in FILSLAG if slag.navn == navn)


def described(slag: Filslag) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file as pydantic makes it, with examples."""
    made = TypeAdapter(slag.innhold).json_schema(schema_generator=_Generator)
    return made | {"title": slag.tittel, "description": slag.beskrivelse}


def groups(described: dict[str, Any]) -> list[dict[str, Any]]:
    """Return all groups with named fields in a schema, the file's own first."""
    return [one for one in (described, *described.get("$defs", {}).values()) if "properties" in one]


def schema(slag: Filslag) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file, for an editor's program."""
    made = described(slag)
    for group in groups(made):
        for key, field in group["properties"].items():
            _for_program(key, field, key in group.get("required", ()))
    return {"$schema": DIALECT, **made}


def _for_program(key: str, field: dict[str, Any], needed: bool) -> None:
    """Put in the schema `field` of `key` what an editor's program shows, and how it begins the field.

    What must stand in quotes begins with one: `ordlyd: "`. `needed`: whether the key must stand.
    """
    field["title"] = f"{key} ({'må stå' if needed else 'kan utelates'})"
    numbered = field.get("pattern", "").startswith("^[0-9") and "format" not in field
    if key in ORDRETTE_FELT or numbered:
        field["defaultSnippets"] = [{"label": '""', "body": '"$1"'}]
    # Under their own key examples would be filled in, and an invented text might be left standing.
    if examples := [as_yaml(key, value) for value in field.pop("examples", ())]:
        shown = "\n".join(["", "", "```yaml", *examples, "```"])
        field["markdownDescription"] = field["description"] + shown


def as_yaml(key: str, value: Any) -> str:
    """Return an example of a field as it is written in a file: `frist: "2016"`, verbatim text in quotes."""
    return yaml_out.field(key, _with_days(value), yaml_out.modest, guarded=ORDRETTE_FELT)


def _with_days(value: Any) -> Any:
    """Return a value of JSON, which has no days, with the texts that look like days as what stands without quotes."""
    if isinstance(value, dict):
        return {key: _with_days(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_days(inner) for inner in value]
    return yaml_out.Plain(value) if isinstance(value, str) and _DAY.fullmatch(value) else value


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def write_schemas(data: Path) -> list[Path]:
    """Write every schema into the folder `data`, and name it on the first line of each file of its kind.

    Returns the files that changed; what is right already is left alone.
    """
    changed = []
    for slag in FILSLAG:
        made = json.dumps(schema(slag), ensure_ascii=False, indent=1) + "\n"
        changed += _write(data / SCHEMAS / f"{slag.navn}.json", made.encode())
        for path in sorted(data.glob(slag.filer)):
            changed += _write(path, _named(path.read_bytes(), slag.first_line.encode()))
    return changed


def _named(raw: bytes, first_line: bytes) -> bytes:
    """Return the file `raw` with this first line, instead of one that names another schema; all else as it was."""
    first, end, rest = raw.removeprefix(codecs.BOM_UTF8).partition(b"\n")
    if first.rstrip() == first_line:
        return raw
    return first_line + b"\n" + (rest if first.startswith(b"# yaml-language-server:") else first + end + rest)


def _write(path: Path, content: bytes) -> list[Path]:
    """Write `content` to `path` unless it stands there already. Returns the path when something changed."""
    if path.exists() and path.read_bytes() == content:
        return []
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return [path]


class _Generator(GenerateJsonSchema):
    """Make JSON Schemas as pydantic does, with Norwegian messages and definitions, and without what nobody reads."""

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """Return the schema of one of a few words, each with its definition."""
        words = tuple(str(word) for word in schema["expected"])
        made = {**super().literal_schema(schema), "errorMessage": f"ventet en av: {', '.join(words)}"}
        return made | {"enum": list(words), "markdownEnumDescriptions": list(definitions(words).values())}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return the schema of a text; what is wrong with one is said as the checker says it."""
        made = super().str_schema(schema)
        made["errorMessage"] = f"ventet {EXPECTED['string_type']}; sett tall i anførselstegn"
        if "pattern" in made:
            made["patternErrorMessage"] = f"ventet {EXPECTED_PATTERNS[made['pattern']]}"
        return made

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        """Return the schema of a day, which to an editor's program (YAML 1.2) is a text."""
        pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        return {
            **super().date_schema(schema),
            "pattern": pattern,
            "errorMessage": f"ventet {EXPECTED['date_type']}",
        }

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        """Return the schema of a whole number."""
        return {**super().int_schema(schema), "errorMessage": f"ventet {EXPECTED['int_type']}"}

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """Return the schema of a list."""
        return {**super().tuple_schema(schema), "errorMessage": f"ventet {EXPECTED['tuple_type']}"}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Return the schema of a group by key; when its keys have a pattern, it has no other keys."""
        made = super().dict_schema(schema)
        return made | {"additionalProperties": False} if "patternProperties" in made else made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the schema of a field that may be left out: of what it then counts as, only a word is told."""
        made = super().default_schema(schema)
        if not made.get("default"):
            made.pop("default", None)
        return made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Return the schema of a value that may be `null`, as one schema, so that a mistake gets one message."""
        made = super().nullable_schema(schema)
        inner, *others = made["anyOf"]
        if len(others) == 1 and isinstance(inner.get("type"), str) and "enum" not in inner:
            return {**inner, "type": [inner["type"], "null"]}
        return made

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Return the schema of one of several kinds as that of any of them, as all other unions are."""
        made = super().tagged_union_schema(schema)
        return {"anyOf": made["oneOf"]}

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Return False: `schema` gives each field a title that says whether it is needed."""
        return False

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Return the schema unsorted: the order of the model is the order to read it in."""
        return value
