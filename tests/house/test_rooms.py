"""The rooms of `macros/`: which may import which, how large they may be, where their tests stand, and that a change is seen."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.building.test_private_names import TRIED
from tests.conftest import ROOT

MACROS = ROOT / "macros"
DATA = {"tools", "format", "reading"}
HOUSE = DATA | {"checking", "register"}
READERS = "innlesing.readers"
COUNTERS = "innlesing.counters"
RECOGNISING = "innlesing.recognising"
OUTLINE = "innlesing.outline"
WRITING = "innlesing.writing"
FOLLOW = "exports.follow"
WORDING = "views.wording"
SEARCH = "views.search"
HANDWRITTEN = "pages.handwritten"
VIEWS = {"views", WORDING, SEARCH}
MAY_IMPORT: dict[str, set[str]] = {
    "tools": set(),
    "format": {"tools"},
    "reading": {"tools", "format"},
    "checking": DATA,
    READERS: DATA,
    COUNTERS: DATA | {READERS},
    RECOGNISING: DATA | {READERS},
    OUTLINE: DATA | {READERS, RECOGNISING},
    WRITING: DATA | {READERS, RECOGNISING, OUTLINE},
    "innlesing": DATA | {READERS, COUNTERS, RECOGNISING, OUTLINE, WRITING},
    "register": DATA | {"checking"},
    WORDING: HOUSE,
    "views": HOUSE | {WORDING},
    SEARCH: HOUSE | {"views", WORDING},
    "statuses": HOUSE,
    "changes": HOUSE,
    FOLLOW: HOUSE | VIEWS,
    "exports": HOUSE | VIEWS,
    "pages": HOUSE | VIEWS | {"statuses", "changes", "exports", FOLLOW},
    HANDWRITTEN: HOUSE | VIEWS | {"statuses", "changes", "exports", FOLLOW, "pages"},
    "building": HOUSE | VIEWS | {"statuses", "changes", "exports", FOLLOW, "pages", HANDWRITTEN},
    "commands": HOUSE
    | {"statuses", "changes", "exports", "building", "innlesing", READERS, RECOGNISING, OUTLINE, WRITING},
    "": {"register", "building", "commands"},
}
"""The rooms in the order in which the data flow, and which others each may import. "" is `macros/` itself."""

GENERATOR = ("mkdocs", "material", "mkdocs_macros")
MOST_MODULES, MOST_LINES = 20, 450
TOO_LONG: set[str] = set()
"""Modules that are longer until they are divided."""


def modules(folder: Path = MACROS) -> list[Path]:
    """Return every module below a folder."""
    return sorted(folder.rglob("*.py"))


def room_of(name: str) -> str:
    """Return the room of a module, by its name within macros: `innlesing.readers` of `innlesing.readers.text`."""
    parts = name.split(".")
    rooms = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((room for room in rooms if room in MAY_IMPORT), "")


def imported(source: str, package: list[str]) -> Iterator[tuple[int, str]]:
    """Line and full name of everything a module imports, for a module in that package (`["macros", "pages"]`)."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def broken_rules(folder: Path = MACROS) -> list[str]:
    """Return every import of the program against the direction of the rooms, with what to do instead."""
    found = []
    for path in modules(folder):
        inside = path.relative_to(folder)
        package = ["macros", *inside.parent.parts]
        room = room_of(".".join(inside.parent.parts)) if inside.parent.parts else ""
        for line, name in imported(path.read_text("utf-8"), package):
            where = f"macros/{inside.as_posix()}:{line}"
            if name.split(".")[0] in GENERATOR and room != "building":
                found.append(f"{where} imports {name}: only building/ knows MkDocs; move what needs it there")
            if name.split(".")[0] != "macros":
                continue
            other = room_of(name.removeprefix("macros").lstrip("."))
            if other != room and other not in MAY_IMPORT[room]:
                allowed = ", ".join(sorted(MAY_IMPORT[room])) or "no other room"
                found.append(
                    f"{where} imports {name}: {room or 'macros'} may import {allowed}. Move what is needed to a "
                    f"room below both, or hand it in as an argument"
                )
    return found


def test_a_room_imports_only_rooms_below_it() -> None:
    found = broken_rules()
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("format/a.py", "from ..reading.load import load"),
        ("checking/a.py", "from .. import pages"),
        ("pages/a.py", "def late() -> None:\n    from macros.building import write"),
        ("statuses/a.py", "from ..changes import matching"),
        ("pages/a.py", "import mkdocs.plugins"),
        ("innlesing/readers/a.py", "from ..outline.outline import Outline"),
    ],
)
def test_an_import_against_the_direction_is_told_of(tmp_path: Path, file: str, source: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(source + "\n", "utf-8")
    [told] = broken_rules(tmp_path)
    assert told.startswith(f"macros/{file}:")


def test_every_folder_is_a_room() -> None:
    folders = {".".join(path.parent.relative_to(MACROS).parts) for path in modules()}
    assert folders == set(MAY_IMPORT)


def misplaced_tests(folder: Path) -> list[str]:
    """Return every test that stands in no room of the program, and every room of its own without a test."""
    rooms = {room for room in MAY_IMPORT if room and "." not in room} | {"house"}
    tests = sorted(path.relative_to(folder) for path in folder.rglob("test_*.py"))
    return [
        f"tests/{test.as_posix()} stands in no room: move it to tests/<room>/, or to tests/house/"
        for test in tests
        if test.parent.as_posix() not in rooms
    ] + [f"tests/{room}/ has no test" for room in sorted(rooms - {test.parent.as_posix() for test in tests})]


def test_the_tests_mirror_the_rooms() -> None:
    found = misplaced_tests(ROOT / "tests")
    assert not found, "\n".join(found)


def test_a_test_outside_the_rooms_is_told_of(tmp_path: Path) -> None:
    for name in ("test_a.py", "another/test_b.py", "pages/test_c.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = misplaced_tests(tmp_path)
    strays = [one.split()[0] for one in found if "stands in no room" in one]
    assert strays == ["tests/another/test_b.py", "tests/test_a.py"]
    assert "tests/format/ has no test" in found
    assert "tests/pages/ has no test" not in found


@pytest.mark.parametrize("room", [room for room in MAY_IMPORT if room])
def test_a_room_says_what_it_is_and_is_not_large(room: str) -> None:
    folder = MACROS / room.replace(".", "/")
    said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))
    assert said and len(said.splitlines()) <= 10
    assert len(list(folder.glob("[!_]*.py"))) <= MOST_MODULES, f"divide {room}/"


def test_no_module_is_long() -> None:
    long = {
        path.relative_to(MACROS).as_posix()
        for path in modules()
        if len(path.read_text("utf-8").splitlines()) > MOST_LINES
    }
    assert long == TOO_LONG, (
        f"divide what has more than {MOST_LINES} lines, and strike from TOO_LONG what has less"
    )


def private(name: str) -> bool:
    """Return whether a name is private to its module or class."""
    return name.startswith("_") and not name.startswith("__")


def names_of_others(folder: Path = MACROS) -> list[str]:
    """Return every use of a private name that nothing in the program gives: in building/ unless a test tries it.

    A private parameter counts too: it is there because a library gives it.
    """
    trees = {path: ast.parse(path.read_text("utf-8")) for path in modules(folder)}
    nodes = {path: list(ast.walk(tree)) for path, tree in trees.items()}
    own = {"_exit"}  # `os._exit` is documented, for processes that were forked
    for node in (node for found in nodes.values() for node in found):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            own.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            own |= {node.attr} if isinstance(node.value, ast.Name) and node.value.id == "self" else set()
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own.add(node.id)
    found = []
    for path, inside in nodes.items():
        tried = TRIED if path.relative_to(folder).parts[0] == "building" else set()
        for node in inside:
            if isinstance(node, ast.arg) and private(node.arg) and len(node.arg) > 1:
                found.append((path, node.lineno, node.arg))
            elif isinstance(node, ast.Attribute) and private(node.attr) and node.attr not in own:
                found.append((path, node.lineno, node.attr))
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
                found += [(path, node.lineno, name) for name in names if private(name)]
        found = [one for one in found if one[0] != path or one[2] not in tried]
    return [
        f"macros/{path.relative_to(folder).as_posix()}:{line} uses {name}, a private name of a library: do it in "
        f"building/, and let tests/building/test_private_names.py try that the library still has it"
        for path, line, name in found
    ]


def test_only_building_uses_private_names_of_libraries() -> None:
    found = names_of_others()
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("pages", "from jinja2._x import y"),
        ("pages", "def f(server):\n    return server._visible_epoch"),
        ("pages", "def call(self, _loop_vars=None):\n    return self"),
        ("building", "def f(server):\n    return server._nobody_tries"),
    ],
)
def test_a_private_name_of_a_library_is_told_of(tmp_path: Path, room: str, source: str) -> None:
    (tmp_path / room).mkdir()
    (tmp_path / room / "a.py").write_text(source + "\n", "utf-8")
    [told] = names_of_others(tmp_path)
    assert told.startswith(f"macros/{room}/a.py:")


def digest_of(folder: Path) -> str:
    """Return the digest of the program in a folder."""
    code = "from macros.tools.store import digest; print(digest('test').hex())"
    ran = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return ran.stdout


def test_a_change_in_any_room_changes_what_is_kept(tmp_path: Path) -> None:
    shutil.copytree(MACROS, tmp_path / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    seen = [digest_of(tmp_path)]
    changed = [
        next(iter(sorted((tmp_path / "macros" / room.replace(".", "/")).glob("*.py")))) for room in MAY_IMPORT
    ]
    for path in [*changed, tmp_path / "macros/pages/templates/plan.html"]:
        path.write_text(path.read_text("utf-8") + ("\n# changed\n" if path.suffix == ".py" else " "), "utf-8")
        seen.append(digest_of(tmp_path))
    assert len(set(seen)) == len(seen)
