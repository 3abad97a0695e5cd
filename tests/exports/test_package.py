"""The Data Package: frictionless finds every row of every table as described, and every pointer leading somewhere."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from macros.exports.published import Published
from macros.exports.tables import TABLES
from tests.exports.conftest import write_files
from tests.exports.hostile import HOSTILE, poisoned


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::FutureWarning")
@pytest.mark.parametrize("which", ["files", "real_files", "hostile"])
def test_frictionless_finds_nothing_wrong(request: pytest.FixtureRequest, tmp_path: Path, which: str) -> None:
    import frictionless

    # Everything that could end a cell, a row or a table, in every text at once.
    worst = "".join(HOSTILE.values())
    files = write_files(poisoned(worst), tmp_path) if which == "hostile" else request.getfixturevalue(which)
    package = frictionless.Package(str(files / "datapackage.json"))
    report = package.validate()
    assert report.flatten(["title", "fieldName", "note", "message"])[:5] == []
    assert report.valid
    assert len(report.tasks) == len(TABLES)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_frictionless_finds_what_is_wrong(files: Path, tmp_path: Path) -> None:
    """Without this nobody knows whether it looks."""
    import frictionless

    shutil.copytree(files, tmp_path / "v1")
    table = tmp_path / "v1/milepaeler.csv"
    lines = table.read_text("utf-8").split("\n")
    cells = lines[1].split(";")
    lines[1] = ";".join([cells[0], "ingen-plan/1", "noe", *cells[3:]])
    table.write_text("\n".join(lines), "utf-8")
    report = frictionless.Package(str(tmp_path / "v1/datapackage.json")).validate()
    found = {title for (title,) in report.flatten(["title"])}
    assert found >= {"ForeignKey Error", "Constraint Error"}


def test_it_names_every_table_column_and_pointer(files: Path, published: Published) -> None:
    package = json.loads((files / "datapackage.json").read_text("utf-8"))
    assert [one["name"] for one in package["resources"]] == [one.navn for one in TABLES]
    for resource, tabell in zip(package["resources"], TABLES, strict=True):
        assert [one["name"] for one in resource["schema"]["fields"]] == [one.navn for one in tabell.felt]
        pointers = [one["fields"] for one in resource["schema"].get("foreignKeys", [])]
        assert pointers == [[one.navn] for one in tabell.felt if one.peker]
    sources = {one["title"] for one in package["sources"]}
    register = published.register
    plans = {one.data.kilde.tittel for one in register.planer.values()}
    assert sources == plans | {one.data.kilde.tittel for one in register.rapporter.values()}
    assert all(one["path"].startswith("https://") for one in package["licenses"])
