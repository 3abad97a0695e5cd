"""Puts anything at all into a file of data: it makes a whole site, or problems with a place, and never a traceback.

`python -m tests.house.hostile TIMES [SEED]` tries so many files; the suite tries some of them (`test_hostile_data.py`). A
file is bytes at random, text that looks like YAML, or valid data of which something is another than it was.
"""

from __future__ import annotations

import re
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from macros.building.outputs import generated
from macros.changes.matching import compare
from macros.changes.report import as_markdown
from macros.checking.check import check
from macros.pages.placeholders import fill
from macros.pages.render import Renderer
from macros.reading.data import Data
from macros.reading.load import load
from macros.reading.yaml_fast import read_quickly
from macros.reading.yaml_reader import read_carefully
from macros.register.build import build
from macros.tools import signs
from macros.tools.problem import Problem, annotation
from tests.cases import CASES, IDAG

BASE = CASES / "grunnlag"
LONGEST_SECONDS = 60
"""A file that takes longer never ends: one takes some hundredths of a second."""
MOST_MEMORY = 1_000_000_000
"""So many bytes may the process take in all."""
FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yml"))
FILES += ["rettelser.yml", "videresendinger.yml", "planer/ny.yml", "rapporter/ny.yml", "aktorer/ny.yml"]

HOSTILE: list[Any] = [
    *(
        "",
        " ",
        "\\n",
        "???",
        "-",
        "null",
        "~",
        "0",
        "²",
        "٣",
        "١٢",
        "½",
        "Ⅷ",
        "1.1",
        "1.1.3",
        "9" * 400,
        "1e999",
        "nan",
    ),
    *("../../x", "a/b", "/etc/passwd", "con", "CON.yml", "..", ".", "a" * 300, "x" * 6_000, "x " * 30_000),
    *(
        "<script>alert(1)</script>",
        "]]>",
        "{{ 7*7 }}",
        "{% raw %}",
        "javascript:alert(1)",
        "data:text/html,x",
    ),
    *(
        "https://x.example/\u202e",
        "https://a@b.example",
        "https://[::1",
        "https://x.example:99999/",
        "https://x:y/",
    ),
    *(
        "\u202ex",
        "a\u200bb",
        "\u00ad",
        "\u3164",
        "\u2800",
        "\ufeffx",
        "\U000e0041",
        "\ue000",
        "x\u0301\u0301\u0301\u0301",
    ),
    *(
        "\u00c5",
        "A\u030a",
        "\u212b",
        "TESTBY",
        "testby ",
        "teѕtby",
        "İ",
        "ß",
        "ﬁ",
        "ǅ",
        "😀",
        "\U0001f1f3\U0001f1f4",
        "א",
        "ع",
    ),
    *(
        "::error::x",
        "##[error]x",
        "%0A::error::",
        "@name #1 GH-1 :tada: www.x.no",
        "[x](y)",
        "![x](y)",
        "`",
        "```\n",
        "|a|b|",
    ),
    *(
        "2020-02-30",
        "31.12.9999",
        "1.1.0001",
        "høst 2024",
        "innen 2016 og 2018",
        "2023-20027",
        "1/1",
        "Q1 2024",
        "2024-13",
    ),
    *(
        "kari@x.example",
        "01810750045",
        "tlf. 20 00 00 00",
        "Testgata 1, 0001 Testby",
        "og",
        "og og",
        ",",
        "(",
        ")",
        "v/",
        "«",
        "»",
    ),
    *(
        "testby",
        "testby-kommune",
        "samferdsel",
        "testby-2020-2023",
        "testby-2020-2023/1.1",
        "Kommunen",
        "Testby kommune",
    ),
    *(
        0,
        -1,
        1,
        9_999,
        10**15,
        -(10**15),
        0.1,
        float("inf"),
        True,
        False,
        None,
        date(1, 1, 1),
        date(9999, 12, 31),
        date(2020, 2, 29),
    ),
    *(
        [],
        {},
        [[]],
        [{}],
        {"": ""},
        {"a": {"b": {"c": []}}},
        [None],
        ["x", "x"],
        {"tekst": "x"},
        {"fra": 2020, "til": 1},
    ),
    *({"fra": 1900, "til": 2200}, {"tekst": ""}, {"tittel": "x"}, {"id": "x", "overskrift": "X"}, [1] * 300),
]
"""What may stand anywhere instead of what stood there."""
TEXT_OF_YAML = st.text(
    alphabet="abcæ015.:-#&*!'\"[]{},?|>%@`~ \n\t\\\u00a0\u00ad\u200b\u202e\u2028\x85\x00\ufeff", max_size=120
)


class _Quoting(yaml.SafeDumper):
    """Writes every text in quotes, as verbatim texts have to stand."""


_Quoting.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


@cache
def valid(name: str) -> Any:
    """Return what stands in a valid file; nothing for one that is not there."""
    path = BASE / name
    return yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}


def ways(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value within a value."""
    yield way
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from ways(one, (*way, key))


def changed(value: Any, way: tuple[Any, ...], change: Any) -> Any:
    """Return a copy of a value in which what stands at a way is what `change` makes of it."""
    if not way:
        return change(value)
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[way[0]] = changed(copy[way[0]], way[1:], change)
    return copy


@st.composite
def structured(draw: st.DrawFn, name: str) -> bytes:
    """Draw a valid file in which up to three things are others, or gone, or there twice, or under another key."""
    value = valid(name)
    anything = st.sampled_from(HOSTILE) | st.text(max_size=20) | st.integers() | st.floats() | st.dates()
    for _ in range(draw(st.sampled_from([1, 1, 1, 2, 3]))):
        all_ways = list(ways(value))
        way = all_ways[draw(st.integers(0, len(all_ways) - 1))]
        new = draw(anything)

        def change(old: Any, new: Any = new, how: int = draw(st.integers(0, 9))) -> Any:
            if how == 0 and isinstance(old, dict):
                return {**old, str(new)[:300]: new}
            if how == 1 and isinstance(old, dict) and old:
                first = next(iter(old))
                return {(str(new)[:300] if key == first else key): one for key, one in old.items()}
            if how == 2 and isinstance(old, dict) and old:
                return dict(list(old.items())[1:])
            if how == 3 and isinstance(old, list):
                return [*old, *old, new]
            if how >= 4 and isinstance(old, str):
                return f"{old} {new}"
            if how >= 6:
                return old
            return new

        value = changed(value, way, change)
    try:
        return yaml.dump(value, Dumper=_Quoting, allow_unicode=draw(st.booleans()), sort_keys=False).encode()
    except (yaml.YAMLError, UnicodeEncodeError):
        return b"tittel: x"


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw the name of a file and what stands in it."""
    name = draw(st.sampled_from(FILES))
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return name, draw(st.binary(max_size=300))
    if kind in (1, 2):
        return name, draw(TEXT_OF_YAML).encode(errors="surrogatepass")
    if kind == 3 and (BASE / name).exists():
        raw = (BASE / name).read_bytes()
        at = draw(st.integers(0, len(raw)))
        return name, raw[:at] + draw(TEXT_OF_YAML).encode() + raw[at + draw(st.integers(0, 20)) :]
    return name, draw(structured(name))


@contextmanager
def ends_in_time() -> Iterator[None]:
    """Raise TimeoutError in what never ends."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@cache
def as_it_was() -> Data:
    """Return the valid data."""
    with tempfile.TemporaryDirectory() as folder:
        return load(Path(shutil.copytree(BASE, Path(folder) / "data")))[0]


seen: Counter[str] = Counter()
"""How many files made a site, and how many problems."""


def holds(name: str, raw: bytes) -> None:
    """Fail when a file of data with these bytes makes neither a site nor problems that somebody can find."""
    with tempfile.TemporaryDirectory() as folder, ends_in_time():
        data = Path(folder) / "data"
        shutil.copytree(BASE, data)
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).write_bytes(raw)
        loaded, problems = load(data)
        problems += check(loaded, IDAG)
        seen["problems" if problems else "site"] += 1
        for one in problems:
            is_found(one, data)
        same_verdict(name, raw)
        if not problems:
            renderer = Renderer(build(loaded, IDAG), IDAG, repo="https://github.com/x/y")
            for page in generated(renderer):
                if page.is_page:
                    fill(page.output.body(renderer, page.entity), page.file.removesuffix("index.html"), IDAG)
        harmless(as_markdown(compare(as_it_was(), loaded), problems, IDAG, "main"))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < MOST_MEMORY


def is_found(problem: Problem, data: Path) -> None:
    """Fail for a problem that names no place in a file, or whose line is no line of its own in a log."""
    written = data.parent / problem.file
    lines = (
        re.split("\r\n?|[\n\x85\u2028\u2029]", written.read_bytes().decode("utf-8", "replace"))
        if written.is_file()
        else []
    )
    assert problem.file.startswith("data/")
    assert 1 <= problem.line <= max(1, len(lines)) and problem.column >= 1, problem
    for line in (str(problem), annotation(problem)):
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]|##\[", line), repr(line)
        assert not list(signs.faults(line)), repr(line)
        assert len(line) < 5_000


def same_verdict(name: str, raw: bytes) -> None:
    """Fail when the quick reader takes a file that the careful one has a problem with, or reads otherwise."""
    quick = read_quickly(raw)
    if quick is not None:
        careful = read_carefully(raw, name)
        assert careful.problems == careful.advice == [] and repr(careful.value) == repr(quick.value)


def harmless(markdown: str) -> None:
    """Fail when the summary of a change mentions somebody, or has a link, picture, HTML or command of a contributor's."""
    words = re.sub(r"^(`{3,})yaml\n.*?^\1$", "", markdown, flags=re.DOTALL | re.MULTILINE)
    words = re.sub("`[^`\n]*`", "", words.replace("\\`", "'")).replace("&#8203;", "\u200b")
    assert not re.search(r"[<\[\]&`|]|https?://|www\.\w", re.sub(r"\\.", "", words)), words
    assert not re.search(r"[@#]\w|GH-\d|:\w+:|##\[", re.sub(r"\\(.)", r"\1", words)), words
    assert not re.search(r"^\s*::", words, re.MULTILINE), words


def run(times: int, first: int | None = None) -> None:
    """Try so many files, drawn from the seed `first` or anew; raises with the smallest file that fails."""
    tried = settings(
        max_examples=times,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )(given(cases())(lambda case: holds(*case)))
    (seed(first)(tried) if first is not None else tried)()


if __name__ == "__main__":
    began = time.monotonic()
    run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{sum(seen.values())} files in {time.monotonic() - began:.0f} s, {memory} MB: {dict(seen)}")
