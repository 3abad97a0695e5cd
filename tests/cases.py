"""Runs a golden case: the small valid data in `cases/grunnlag`, changed as the case says, loaded and checked.

A case is a YAML file with `om` (what it shows), how the data is changed, and `ventet`: the exact problems.

| key | change |
|---|---|
| `bytt` | file -> {text: new text}; each text must stand there |
| `filer` | file -> its whole content |
| `uten` | files to take away |
| `bom`, `crlf`, `nfd` | files to write with a byte order mark, Windows line ends, decomposed letters |
| `koding` | file -> encoding |
| `byte` | file -> so many bytes that it is made as long |
| `lenker` | file -> what it is a symbolic link to |
| `mapper` | folders to make |
| `gjenta` | file -> [text, times]: so much is added to its end, with `{}` as the number |
"""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

from macros import read_register
from macros.tools.problem import Problem
from macros.tools.store import FileStore, Store

IDAG = date(2026, 11, 21)
"""The day of every test, whatever the clock says (`conftest.py` sets it)."""
CASES = Path(__file__).parent / "cases"
SAMPLE = Path(__file__).parent / "eksempel/data"
"""Invented kommuner and plans that together have every shape of the format."""


def run_case(case: dict[str, Any]) -> list[str]:
    """Return the problems of the changed data, each as the line an editor sees, in the order of the report."""
    return [str(problem) for problem in problems_of(case)]


def problems_of(case: dict[str, Any]) -> list[Problem]:
    """Return the problems of the changed data."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(CASES / "grunnlag", data)
        _change(data, case)
        return _problems(data, Store())


def run_case_again(case: dict[str, Any]) -> list[list[str]]:
    """Return the same problems by a build with what was kept of the valid data, and by one more with what that one kept."""
    with tempfile.TemporaryDirectory() as folder:
        data, found = Path(folder) / "data", []
        shutil.copytree(CASES / "grunnlag", data)
        for change in ({}, case, {}):
            _change(data, change)
            store = FileStore(Path(folder) / "lager")
            found.append([str(problem) for problem in _problems(data, store)])
            store.close()
        return found[1:]


def _problems(data: Path, store: Store) -> list[Problem]:
    """Return the problems of the data on the day of the tests, sorted."""
    return sorted(read_register(data, IDAG, store)[1])


def _change(data: Path, case: dict[str, Any]) -> None:
    """Make the changes of a case in the data: files added, taken away, changed, or written in another form."""
    for name, content in case.get("filer", {}).items():
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).write_text(content, "utf-8")
    for name in case.get("uten", []):
        (data / name).unlink()
    for name, changes in case.get("bytt", {}).items():
        text = (data / name).read_text("utf-8")
        for old, new in changes.items():
            assert old in text, f"{name}: finner ikke {old!r}"
            text = text.replace(old, new, 1)
        (data / name).write_text(text, "utf-8")
    for name in case.get("nfd", []):
        text = (data / name).read_text("utf-8")
        (data / name).write_text(unicodedata.normalize("NFD", text), "utf-8")
    for name in case.get("crlf", []):
        (data / name).write_bytes((data / name).read_bytes().replace(b"\n", b"\r\n"))
    for name in case.get("bom", []):
        (data / name).write_bytes(b"\xef\xbb\xbf" + (data / name).read_bytes())
    for name, size in case.get("byte", {}).items():
        with (data / name).open("r+b") as file:
            file.truncate(size)
    for name, target in case.get("lenker", {}).items():
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).symlink_to(target)
    for name in case.get("mapper", []):
        (data / name).mkdir(parents=True)
    for name, (text, times) in case.get("gjenta", {}).items():
        with (data / name).open("a", encoding="utf-8") as file:
            file.writelines(text.replace("{}", str(i)) for i in range(times))
    for name, encoding in case.get("koding", {}).items():
        (data / name).write_bytes((data / name).read_text("utf-8").encode(encoding))
