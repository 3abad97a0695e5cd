"""A kept page is never stale: after any edit, what the store gives is what a clean build makes."""

from __future__ import annotations

import io
import json
import random
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from macros import read_register
from macros.building.outputs import Generated, generated
from macros.building.page_digests import PageDigests
from macros.format import field_reference as fields
from macros.format.vocabulary import STATUSORD
from macros.pages.render import Renderer
from macros.reading.files import read_files
from macros.reading.kept import quick_as_json, quick_of_json
from macros.reading.yaml_fast import read_quickly
from macros.statuses import sheet_out
from macros.statuses.forms import Statusark
from macros.tools.store import FileStore, Store
from tests.building.test_addresses import CORRECTIONS, REDIRECTS
from tests.cases import CASES, IDAG, SAMPLE
from tests.conftest import build

Kept = dict[bytes, bytes]
Edit = tuple[int, int, int]
"""Which file, which value in it, and what becomes of it; taken modulo how many there are."""


def bodies(data: Path, idag: date, kept: Kept, lager: Path | None = None) -> dict[str, bytes] | None:
    """Return the body of every page and what is in every file, those that are kept under their digest not made again; None when the data are bad.

    With a `lager` the data are read with what the last reading kept there.
    """
    store = FileStore(lager) if lager else Store()
    register, _ = read_register(data, idag, store)
    store.close()
    if register is None:
        return None
    renderer = Renderer(register, idag, base="https://planer.example/", repo="https://github.com/x/y")
    digests = PageDigests(register, idag, renderer.base, renderer.repo)
    made = {}
    for one in generated(renderer):
        key = one.digest(digests)
        if key not in kept:
            kept[key] = in_short(renderer, one)
        made[one.path] = kept[key]
    return made


def in_short(renderer: Renderer, one: Generated) -> bytes:
    """Return what is in a page or file; of a spreadsheet only what it is written of, which takes much longer."""
    if isinstance(one.entity, Statusark):
        return repr(sheet_out.content(renderer.register, one.entity.plan)).encode()
    return one.body(renderer)


def edited(data: Path, edit: Edit) -> None:
    """Change one value in one file: another text, another choice, another place in its list, or gone."""
    which, where, how = edit
    files = sorted((data / "rapporter").glob("*.yml") if how > 5 else data.rglob("*.yml"))
    path = files[which % len(files)]
    value = yaml.safe_load(path.read_text("utf-8"))
    places = list(walk(value))
    if how > 5:
        places = [place for place in places if place[1] == "status"] or places
    elif how % 2:
        places = [place for place in places if place[1] in SHOWN_ELSEWHERE] or places
    holder, key = places[where % len(places)]
    changes: list[Callable[[Any, Any], None]] = [
        _choose,
        _lengthen,
        _remove,
        _choose,
        _move,
        _lengthen,
        _choose,
        _choose,
    ]
    changes[how % len(changes)](holder, key)
    # JSON is YAML; only dates have to be without quotes.
    text = json.dumps(value, ensure_ascii=False, indent=1, default=str)
    path.write_text(re.sub(r'"(\d{4}-\d\d-\d\d)"', r"\1", text), "utf-8")


SHOWN_ELSEWHERE = frozenset(
    {"status", "navn", "tittel", "kortnavn", "planstatus", "til", "tema", "tiltak", "utgiver"}
)
"""Keys whose values stand on other pages too, so that they are tried more often."""


def walk(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place in a value: what holds it, and its key or index there."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(items):
        yield value, key
        yield from walk(inner)


def _lengthen(holder: Any, key: Any) -> None:
    """Make a text longer, a number greater or a day earlier."""
    if isinstance(holder[key], str):
        holder[key] += " til"
    elif isinstance(holder[key], int):
        holder[key] += 1
    elif isinstance(holder[key], date):
        holder[key] -= timedelta(days=400)


CHOICES = [
    list(STATUSORD)[1:],
    ["vedtatt", "erstattet", "utgått"],
    ["utkast", "under arbeid", "høring"],
    ["nb", "nn"],
    ["høy", "middels"],
    ["hele", "del"],
    ["planen", "redaksjonen"],
    ["nådd", "delvis", "ikke nådd"],
    ["kommunal enhet", "stilling", "bedrift"],
]


def _choose(holder: Any, key: Any) -> None:
    """Put the next of the words that may stand there."""
    for words in CHOICES:
        if holder[key] in words:
            holder[key] = words[(words.index(holder[key]) + 1) % len(words)]


def _remove(holder: Any, key: Any) -> None:
    """Take the value away."""
    del holder[key]


def _move(holder: Any, key: Any) -> None:
    """Move the value to the end of its list."""
    if isinstance(holder, list):
        holder.append(holder.pop(key))


edits = st.lists(
    st.tuples(st.integers(0, 999), st.integers(0, 99999), st.integers(0, 7)), min_size=1, max_size=6
)


QUIET = settings(
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
later = st.lists(st.sampled_from([0, 1, 30, 400, 3000]), min_size=6, max_size=6)


@settings(QUIET, max_examples=40)
@given(edits=edits, days=later)
def test_after_any_edit_of_the_small_data_nothing_kept_is_stale(
    tmp_path_factory: pytest.TempPathFactory, edits: list[Edit], days: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("utgave")
    nothing_is_stale(folder, two_plans(folder), edits, days)


@settings(QUIET, max_examples=40)
@given(edits=edits, days=later)
def test_after_any_edit_no_page_of_a_long_list_is_stale(
    tmp_path_factory: pytest.TempPathFactory, short_pages: None, edits: list[Edit], days: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("utgave")
    nothing_is_stale(folder, two_plans(folder), edits, days)


@settings(QUIET, max_examples=5)
@given(edits=edits, days=later)
def test_after_any_edit_of_the_sample_nothing_kept_is_stale(
    tmp_path_factory: pytest.TempPathFactory, edits: list[Edit], days: list[int]
) -> None:
    nothing_is_stale(tmp_path_factory.mktemp("utgave"), SAMPLE, edits, days)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("rettelser.yml", "Ordlyden var", "Teksten var"),
        ("rettelser.yml", "Det står slik", "Det sto slik"),
        ("rettelser.yml", "2026-11-18", "2026-11-17"),
        ("rettelser.yml", "tiltak: [testby-2020-2023/1.1]", "tiltak: [testby-2020-2023/1.2]"),
        ("videresendinger.yml", "Delen er tatt ut", "Delen er borte"),
        ("videresendinger.yml", "1/#del-1.7", "1/#del-1.8"),
        ("videresendinger.yml", "innsatsomrader/1/#del", "#del"),
    ],
)
def test_what_is_corrected_or_moved_is_never_stale(tmp_path: Path, file: str, old: str, new: str) -> None:
    data = tmp_path / "data"
    shutil.copytree(CASES / "grunnlag", data)
    (data / "rettelser.yml").write_text(CORRECTIONS, "utf-8")
    (data / "videresendinger.yml").write_text(REDIRECTS, "utf-8")
    kept: Kept = {}
    before = bodies(data, IDAG, kept)
    text = (data / file).read_text("utf-8")
    (data / file).write_text(text.replace(old, new), "utf-8")
    after = bodies(data, IDAG, kept)
    assert after is not None
    assert after != before
    assert after == bodies(data, IDAG, {})


def test_another_document_to_load_down_is_on_the_pages_that_offer_it(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(SAMPLE, data)
    kept: Kept = {}
    before = bodies(data, IDAG, kept)
    [path] = (data / "kilder").iterdir()
    path.write_bytes(path.read_bytes() + b"% ny utgave\n")
    after = bodies(data, IDAG, kept)
    assert before and after
    changed = {page for page in after if after[page] != before[page]}
    assert {f"kilder/{path.name}", "planer/granvik-2020-2024/"} <= changed
    assert after == bodies(data, IDAG, {})


def two_plans(folder: Path) -> Path:
    """Return the small data with one more plan, so that plans have something in common."""
    source = folder / "to-planer"
    shutil.copytree(CASES / "grunnlag", source)
    plan = (source / "planer/testby-2020-2023.yml").read_text("utf-8")
    (source / "planer/testby-2024.yml").write_text(
        re.sub("kortnavn: .*", "kortnavn: Testby 2024", plan), "utf-8"
    )
    return source


def nothing_is_stale(folder: Path, source: Path, edits: list[Edit], days: list[int]) -> None:
    """Edit a copy of these data on one day after the other; bad data are put back."""
    data = folder / "data"
    shutil.copytree(source, data)
    kept: Kept = {}
    idag = IDAG
    bodies(data, idag, kept, folder / "lager")
    for edit, passed in zip(edits, days, strict=False):
        before = {path: path.read_text("utf-8") for path in data.rglob("*.yml")}
        edited(data, edit)
        idag += timedelta(days=passed)
        incremental = bodies(data, idag, kept, folder / "lager")
        if incremental is None:
            for path, text in before.items():
                path.write_text(text, "utf-8")
        else:
            assert incremental == bodies(data, idag, {})


def test_the_store_gives_back_what_was_put_and_forgets_what_nobody_asks_for(tmp_path: Path) -> None:
    first = FileStore(tmp_path)
    first.put(b"a", b"1")
    first.put(b"b", b"2")
    first.close()
    second = FileStore(tmp_path)
    assert (second.get(b"a"), second.get(b"c")) == (b"1", None)
    second.close()
    third = FileStore(tmp_path)
    assert (third.get(b"a"), third.get(b"b")) == (b"1", None)


def test_the_field_reference_is_the_same_from_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = fields.reference()
    first = FileStore(tmp_path)
    assert fields.reference(first) == made
    first.close()
    monkeypatch.setattr(fields, "_made", lambda: pytest.fail("made anew"))
    assert fields.reference(FileStore(tmp_path)) == made


def test_a_file_is_read_from_the_store_as_from_itself(tmp_path: Path) -> None:
    paths = {f"data/planer/{path.name}": path for path in (SAMPLE / "planer").glob("*.yml")}
    read = {one.file: one for one in read_files(paths, Store())}
    for _ in range(2):
        store = FileStore(tmp_path)
        kept = {one.file: one for one in read_files(paths, store)}
        store.close()
        assert {name: one.value for name, one in kept.items()} == {
            name: one.value for name, one in read.items()
        }
        assert {name: one.places for name, one in kept.items()} == {
            name: one.places for name, one in read.items()
        }


def test_what_was_read_quickly_is_kept_whole() -> None:
    raw = b'a: [2020-01-02, [x, [y, 3]], {b: [], c: 2021-03-04}]\nd: {e: "", f: ~, g: 1.5, h: true, "": "0"}\ni: 2022-05-06\n'
    quick = read_quickly(raw)
    assert quick is not None
    assert quick_of_json(quick_as_json(quick)) == quick
    assert type(quick_of_json(quick_as_json(quick)).value["a"][1][1]) is tuple


def test_a_broken_store_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "planportal.sqlite").write_bytes(b"not a database, but long enough to be taken for one" * 100)
    store = FileStore(tmp_path)
    store.put(b"a", b"1")
    store.close()
    assert FileStore(tmp_path).get(b"a") == b"1"


def test_a_store_whose_bytes_have_changed_gives_nothing_wrong(tmp_path: Path) -> None:
    values = {bytes([n]) * 20: random.Random(n).randbytes(200 + n * 37) for n in range(60)}
    store = FileStore(tmp_path / "hel")
    for key, value in values.items():
        store.put(key, value)
    store.close()
    raw = (tmp_path / "hel/planportal.sqlite").read_bytes()
    given = 0
    for seed in range(60):
        drawn, changed = random.Random(seed), bytearray(raw)
        for _ in range(drawn.choice((1, 1, 3, 40))):
            changed[drawn.randrange(len(changed))] ^= 1 << drawn.randrange(8)
        folder = tmp_path / str(seed)
        folder.mkdir()
        (folder / "planportal.sqlite").write_bytes(changed[: drawn.choice((len(changed), len(changed) // 2))])
        store = FileStore(folder)
        for key, value in values.items():
            kept = store.get(key)
            assert kept in (value, None)
            given += kept is not None
            store.put(key, value)
        store.close()
    assert given


@pytest.mark.parametrize("place", ["lager", "lager/planportal.sqlite"])
def test_a_store_that_cannot_be_used_is_named(
    project: Callable[..., Path], tmp_path: Path, place: str
) -> None:
    in_the_way = tmp_path / place
    if place == "lager":
        in_the_way.write_text("en fil")
    else:
        in_the_way.mkdir(parents=True)
    result = build(tmp_path / "site", project(), LAGER=str(tmp_path / "lager"), SOK="nei")
    assert result.returncode == 1
    assert "Lageret" in result.stderr and "PLANPORTAL_LAGER" in result.stderr
    assert "Traceback" not in result.stderr


def test_nothing_in_the_store_is_run_when_it_is_read(project: Callable[..., Path], tmp_path: Path) -> None:
    result = build(tmp_path / "site", project(), LAGER=str(tmp_path / "lager"), SOK="nei")
    assert result.returncode == 0, result.stderr
    base = sqlite3.connect(tmp_path / "lager/planportal.sqlite")
    values = [value for (value,) in base.execute("SELECT value FROM kept")]
    base.close()
    assert values
    for value in values:
        picture = value.startswith(b"\x89PNG\r\n\x1a\n")
        assert picture or zipfile.is_zipfile(io.BytesIO(value)) or value.decode("utf-8") is not None
