"""The examples on /data/ are run as they stand there, on the built site, and so is what it says of Excel's signs."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import duckdb
import pytest

from macros.exports.csv_out import DANGEROUS
from macros.exports.tables import TABLES
from tests.built import page, text
from tests.conftest import BASE


def examples(site: Path, language: str) -> list[str]:
    """Return the examples in a language on the page, with the built site in place of the published one."""
    found = page(site, "data/").xpath(f'//code[contains(@class, "language-{language}")]')
    assert found, language
    return [one.text_content().replace(BASE, site.as_uri() + "/") for one in found]


def test_the_examples_in_python(site: Path) -> None:
    for example in examples(site, "python"):
        assert len(example.split("\n\n")[-1].strip().splitlines()) <= 6
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(example, {})
        assert re.search(r"\d", said.getvalue()), example


def test_the_example_in_sql(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "data/v1")
    [example] = examples(site, "sql")
    rows = duckdb.execute(example).fetchall()
    assert rows
    assert all(name and 0 <= reported <= tiltak for name, tiltak, reported in rows)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not on this machine")
def test_the_examples_on_the_command_line(site: Path) -> None:
    [example] = examples(site, "sh")
    index, tiltak = example.strip().splitlines()
    run = [
        subprocess.run(["sh", "-c", one], capture_output=True, text=True, check=True)
        for one in (index, tiltak)
    ]
    assert json.loads(run[0].stdout)["schema_version"]
    found = [json.loads(line) for line in run[1].stdout.splitlines()]
    assert found
    assert {one["status"] for one in found} == {"gjennomført"}


def test_every_table_and_column_is_told_of(site: Path) -> None:
    tree = page(site, "data/")
    for tabell in TABLES:
        [table] = tree.xpath(f'//table[caption="Kolonnene i {tabell.navn}"]')
        assert [text(one) for one in table.xpath(".//tbody/tr/th")] == [felt.navn for felt in tabell.felt]
        assert tree.xpath(f'//a[@href="v1/{tabell.navn}.csv"]')


def test_every_sign_that_is_defused_is_told_of(site: Path) -> None:
    told = text(page(site, "data/"))
    words = {"\t": "tabulator", "\r": "linjeskift", "\n": "linjeskift", "'": "apostrof"}
    for sign in DANGEROUS:
        assert words.get(sign, "brei utgave" if ord(sign) > 255 else sign) in told
