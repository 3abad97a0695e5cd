"""The JSON Schemas: made of the models, named in every file, and of one mind with the checker."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any

import pytest
from click.testing import CliRunner
from pydantic import BaseModel, TypeAdapter

from macros.__main__ import cli
from macros.format.json_schema import as_yaml, groups, schema, write_schemas
from macros.format.kinds import FILSLAG, Filslag
from macros.format.texts import ORDRETTE_FELT
from macros.reading.yaml_reader import read_bytes
from tests.cases import CASES, SAMPLE
from tests.conftest import ROOT
from tests.format.test_descriptions import formats


def errors(schema_file: Path, files: list[Path]) -> set[str]:
    """Return the names of those files that the schema refuses, read as YAML 1.2, as an editor's program reads them."""
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema_file), "-o", "json"]
    result = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    found = json.loads(result.stdout)
    assert found.get("parse_errors", []) == []
    return {Path(one["filename"]).name for one in found["errors"]}


def schema_file(slag: Filslag) -> Path:
    """Return the schema in the repository for a kind of file."""
    return ROOT / f"data/skjema/{slag.navn}.json"


def test_every_kind_of_file_has_a_schema() -> None:
    assert all(schema_file(slag).is_file() for slag in FILSLAG)


def test_the_schemas_are_what_the_models_make(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data/skjema", data / "skjema")
    assert write_schemas(data) == [], "run `python -m macros skjema`"


def test_the_command_writes_schemas_and_mends_first_lines(tmp_path: Path) -> None:
    data = shutil.copytree(CASES / "grunnlag", tmp_path / "data")
    wrong = data / "temaer.yml"
    wrong.write_text(
        "# yaml-language-server: $schema=skjema/fylker.json\n" + wrong.read_text("utf-8"), "utf-8"
    )
    result = CliRunner().invoke(cli, ["skjema", "--mappe", str(data)])
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "15 filer er endret.")
    assert wrong.read_text("utf-8").startswith(
        "# yaml-language-server: $schema=skjema/temaer.json\nsamferdsel:\n"
    )
    plan = (data / "planer/testby-2020-2023.yml").read_text("utf-8")
    assert plan.startswith("# yaml-language-server: $schema=../skjema/plan.json\ntittel:")
    assert CliRunner().invoke(cli, ["sjekk", "--mappe", str(data)]).exit_code == 0
    assert CliRunner().invoke(cli, ["skjema", "--mappe", str(data)]).output == "0 filer er endret.\n"


def test_the_command_leaves_all_but_the_first_line_as_it_was(tmp_path: Path) -> None:
    data = shutil.copytree(CASES / "grunnlag", tmp_path / "data")
    old = "samferdsel:\r\n  navn: Måte\r\n".encode("latin-1")
    (data / "temaer.yml").write_bytes(old)
    assert CliRunner().invoke(cli, ["skjema", "--mappe", str(data)]).exit_code == 0
    assert (data / "temaer.yml").read_bytes().split(b"\n", 1)[1] == old


def test_only_schemas_may_stand_in_their_folder(tmp_path: Path) -> None:
    data = shutil.copytree(CASES / "grunnlag", tmp_path / "data")
    (data / "skjema").mkdir()
    (data / "skjema/plan.yml").write_text("tittel: x\n", "utf-8")
    result = CliRunner().invoke(cli, ["sjekk", "--mappe", str(data)])
    assert "data/skjema/plan.yml:1:1: ingen fil med dette navnet leses." in result.output


@pytest.mark.parametrize("slag", FILSLAG, ids=lambda slag: slag.navn)
def test_a_schema_accepts_all_that_the_checker_accepts(slag: Filslag, tmp_path: Path) -> None:
    files = [*(SAMPLE).glob(slag.filer), *(CASES / "grunnlag").glob(slag.filer)]
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for name, content in re.findall(r"`data/([\w./-]+)`[^`]*?```yaml\n(.*?)```", contributing, re.DOTALL):
        if Path(name).match(slag.filer):
            assert content.startswith(f"{slag.first_line}\n"), name
            files.append(tmp_path / Path(name).name)
            files[-1].write_text(content, "utf-8")
    assert files
    assert errors(schema_file(slag), files) == set()


MISTAKES: dict[str, list[tuple[str, str]]] = {
    "plan": [
        ('nr: "1.2"', "nr: 1.10"),
        ('nr: "1.2"', 'nr: "1.2."'),
        ("kommuner: [testby]", "kommuner: testby"),
        ("kommuner: [testby]", "kommuner: []"),
        ("eier: testby-kommune", "eier: Testby kommune"),
        ("planstatus: vedtatt", "planstatus: vedtat"),
        ("planstatus: vedtatt\n", ""),
        ("registrert: 2026-01-02", "registrert: 02.01.2026"),
        ("periode: {fra: 2020", "periode: {fra: 20"),
        ("periode: {fra: 2020", 'periode: {fra: "2020"'),
        ('        frist: "2022"', "        frist: 2022"),
        ('        frist: "2022"', '        frist: {tekst: "2022", inne: 2022}'),
        ('        tittel: Ny vei', "        titel: Ny vei"),
        ("        tittel: Ny vei", "        tittel: " + "Ny vei " * 12),
        ("{tittel: Handlingsplan for Testby}", "{tittel: Handlingsplan for Testby, url: testby.no}"),
        ("kolonner: [mål,", "kolonner: [måål,"),
    ],
    "rapport": [
        ("status: pågår", "status: ferdig"),
        ("testby-2020-2023/1.1", "testby-2020-2023 1.1"),
        ("sikkerhet: høy", "sikkerhet: sikker"),
        ("gjelder: 2022", "gjelder: i fjor"),
        ("punkter:", "punkt:"),
    ],
    "aktorer": [("testby-kommune:", "testby_kommune:"), ("type: kommune", "type: by"), ("navn:", "namn:")],
    "kommuner": [('"3399"', "3399"), ('"3399"', '"339"'), ("testby:", "Testby:")],
    "fylker": [('"33"', '"333"'), ("navn: Buskerud", 'navn: ""')],
    "temaer": [("  beskrivelse: Veier og tog.\n", "")],
}  # fmt: skip


@pytest.mark.parametrize("navn", MISTAKES)
def test_a_schema_refuses_the_usual_mistakes(navn: str, tmp_path: Path) -> None:
    slag = next(slag for slag in FILSLAG if slag.navn == navn)
    source = next(path for path in (CASES / "grunnlag").glob(slag.filer) if path.stem != "felles")
    text = source.read_text("utf-8")
    files: list[Path] = []
    for old, new in MISTAKES[navn]:
        assert old in text
        files.append(tmp_path / f"{len(files)}.yml")
        files[-1].write_text(text.replace(old, new, 1), "utf-8")
    assert files
    assert errors(schema_file(slag), files) == {path.name for path in files}


def words(node: Any) -> list[dict[str, Any]]:
    """Return every part of a schema that takes one of a few words."""
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    found = [one for value in inner for one in words(value)]
    return [node, *found] if isinstance(node, dict) and "enum" in node else found


@pytest.mark.parametrize("slag", FILSLAG, ids=lambda slag: slag.navn)
def test_every_field_and_word_is_explained_and_nothing_unknown_allowed(slag: Filslag) -> None:
    made = schema(slag)
    for one in words(made):
        definitions = one["markdownEnumDescriptions"]
        assert len(definitions) == len(one["enum"]), one["enum"]
        assert all(definition.endswith(".") for definition in definitions)
    for group in groups(made):
        # A tiltak may have the columns that its plan declares.
        expected = {"type": "string"} if group["title"] == "Tiltak" else False
        assert group["additionalProperties"] == expected
        for key, field in group["properties"].items():
            needed = key in group.get("required", ())
            assert field["title"] == f"{key} ({'må stå' if needed else 'kan utelates'})"
            assert field["description"]
            assert "examples" not in field
            in_quotes = key in ORDRETTE_FELT or key in ("nr", "nummer", "orgnr", "sha256")
            assert ("defaultSnippets" in field) is in_quotes, key


def examples() -> list[Any]:
    """Return every field that has examples, as parameters of a test."""
    return [
        pytest.param(info.alias or name, info, id=f"{kind.__name__}.{name}")
        for kind in formats()
        for name, info in kind.model_fields.items()
    ]


@pytest.mark.parametrize(("key", "info"), examples())
def test_every_field_has_an_example_that_may_stand_there(key: str, info: Any) -> None:
    explained = "Literal" in str(info.annotation) and "tuple" not in str(info.annotation)
    if not info.examples:
        assert explained or holds_groups(info.annotation)
    for value in json.loads(json.dumps(info.examples or [], default=str)):
        line = as_yaml(key, value)
        document = read_bytes(line.encode(), "x.yml")
        assert document.problems == []
        whole: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        TypeAdapter(whole).validate_python(document.value[key])
        if key in ORDRETTE_FELT and isinstance(value, str):
            assert document.place((key,)).guarded


def holds_groups(annotation: Any) -> bool:
    """Return whether only groups, whose own fields have examples, may stand there."""
    if isinstance(annotation, type):
        return issubclass(annotation, BaseModel)
    return any(holds_groups(one) for one in getattr(annotation, "__args__", ()))
