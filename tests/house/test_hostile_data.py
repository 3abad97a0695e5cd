"""Whatever stands in a file of data: a site, or problems that can be found; and in bounded time and memory."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.changes.markdown import marked, plain
from macros.reading.load import load
from macros.tools.problem import Problem, annotation
from tests.house.hostile import BASE, ends_in_time, holds, is_found, run, same_verdict, seen

PLAN = "planer/testby-2020-2023.yml"


def test_five_hundred_files_at_random() -> None:
    run(500, first=20261121)
    assert seen["site"] and seen["problems"]


def plan_with(old: str, new: str) -> bytes:
    """Return the valid plan with a text replaced."""
    text = (BASE / PLAN).read_text("utf-8")
    assert old in text
    return text.replace(old, new, 1).encode()


LARGE: dict[str, bytes] = {
    "brackets": b"[" * 30_000,
    "braces": b"{a: " * 30_000,
    "dashes": b"- " * 30_000,
    "keys of keys": b"? " * 30_000,
    "500 deep": b"a: " + b"[" * 500 + b"]" * 500,
    "5,000 deep": b"a: " + b"[" * 5_000 + b"]" * 5_000,
    "ten megabytes": b"a: b\n" * 2_000_000,
    "a text of a megabyte": b'a: "' + b"x" * 1_000_000 + b'"',
    "a key of a megabyte": b"? " + b"x" * 1_000_000 + b"\n: 1\n",
    "a huge number": b"a: " + b"9" * 100_000,
    "a huge decimal number": b"a: " + b"9" * 14 + b"." + b"9" * 10_000,
    "200,000 keys": b"".join(b"k%d: 1\n" % i for i in range(200_000)),
    "25,000 keys": b"".join(b"k%d: 1\n" % i for i in range(25_000)),
    "aliases of aliases": b"a: &a [x, x]\n"
    + b"".join(b"b%d: &b%d [*a, *a]\n" % (i, i) for i in range(5_000)),
    "invisible signs": "\u200b".encode() * 600_000,
    "signs that turn": b'a: "' + "\u202e".encode() * 600_000 + b'"',
    "accents": b'a: "x' + "\u0301".encode() * 600_000 + b'"',
    "digits": b'a: "' + b"9 " * 900_000 + b'"',
    "signs of an address": b'a: "' + b"a@" * 900_000 + b'"',
    "line ends": b"\n" * 1_900_000,
    "comments": b"# a@b\n" * 300_000,
    "quotes": b"a: " + b'"' * 1_900_000,
    "colons": b"a" + b":" * 1_900_000,
}


@pytest.mark.parametrize("raw", LARGE.values(), ids=LARGE)
def test_more_than_any_plan_has_is_told_in_bounded_time_and_memory(raw: bytes) -> None:
    holds("temaer.yml", raw)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Testby kommune, Statens vegvesen", ", ".join(f"ord{i}x" for i in range(20_000))),
        ("Testby kommune, Statens vegvesen", "og " * 1_600),
        ("Testby kommune, Statens vegvesen", ", ".join(f"o{i}" for i in range(800))),
        ("Kommunen bygger ny vei.", "ord " * 12_000),
        ("Plan 2020, bygging 2021", "2020 " * 900),
        ('"2022"', '"' + "innen 2016 og " * 300 + '"'),
        ("tema: [samferdsel]", "tema: [" + ", ".join(f"t{i % 29_000}" for i in range(29_001)) + "]"),
        ("tema: [samferdsel]", "tema: [" + ", ".join(f"t{i}" for i in range(5_000)) + "]"),
    ],
)
def test_a_cell_that_is_read_word_by_word_has_a_limit(old: str, new: str) -> None:
    holds(PLAN, plan_with(old, new))


def test_two_long_texts_are_compared_in_bounded_time() -> None:
    with ends_in_time():
        said = marked("ord " * 20_000 + "a", "annet " + "ord " * 20_000)
    assert len(said) < 5_000 and "**" in said and "~~" in said


Make = Callable[[Path], object]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            lambda data: os.mkfifo(data / "planer/x.yml"),
            "planer/x.yml:1:1: ventet en fil, fant en enhet eller en kanal.",
        ),
        (
            lambda data: (data / "planer/x.yml").symlink_to("/dev/zero"),
            "planer/x.yml:1:1: ventet en fil, fant en lenke",
        ),
        (
            lambda data: (data / "planer/x.yml").symlink_to("/etc/passwd"),
            "planer/x.yml:1:1: ventet en fil, fant en lenke",
        ),
        (lambda data: (data / "planer/x.yml").mkdir(), "planer/x.yml:1:1: ventet en fil, fant en mappe."),
        (lambda data: (data / "mappe").symlink_to("/etc"), "mappe:1:1: ventet en fil, fant en lenke"),
        (
            lambda data: (data / "planer/.x.yml").touch(),
            "planer/.x.yml:1:1: en fil som begynner med punktum, leses ikke.",
        ),
        (
            lambda data: (data / "planer/a\n::error::b.yml").touch(),
            "planer/a{U+000A}::error::b.yml:1:1: filnavnet har",
        ),
        (
            lambda data: (data / "planer/\u202ea.yml").touch(),
            "planer/{U+202E}a.yml:1:1: filnavnet har et tegn som snur",
        ),
        (
            lambda data: Path(os.fsdecode(os.fsencode(data) + b"/planer/\xe5.yml")).touch(),
            "planer/{byte E5}.yml:1:1: filnavnet har",
        ),
    ],
)
def test_what_is_no_ordinary_file_is_told_of_and_not_opened(tmp_path: Path, make: Make, said: str) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "planer").mkdir()
    make(data)
    with ends_in_time():
        _, problems = load(data)
    [told] = [one for one in problems if "fant den ikke" not in one.message]
    assert str(told).startswith(f"data/{said}")
    is_found(told, data)


HOSTILE_LOG = ["x\n::error::y", "##[error]y", "\x1b[31my", "a\r::y", "\u202ey", "\u2028::error::y", "\udce5"]


@pytest.mark.parametrize("text", HOSTILE_LOG)
def test_no_text_becomes_a_command_or_a_line_of_a_log(text: str) -> None:
    problem = Problem(text, 1, 1, text, text, text)
    for line in (str(problem), annotation(problem), annotation(problem, "notice")):
        assert (
            len(line.splitlines()) == 1 and "##[" not in line and "\x1b" not in line and "\u202e" not in line
        )
        assert line.encode()
    assert str(problem).partition("::")[0] or not str(problem).startswith("::")


@pytest.mark.parametrize(
    "text", ["@name", "\\@name", "x@name", "#12", "owner/repo#12", "GH-12", "gh-12", ":tada:"]
)
def test_what_github_finds_after_the_markdown_is_broken(text: str) -> None:
    shown = plain(text).replace("&#8203;", "\u200b").replace("\\", "")
    assert text not in shown and text.lstrip("\\").replace("\u200b", "") in shown.replace("\u200b", "")


@pytest.mark.parametrize(
    "raw", [b"a: \xc2\xa01", "a: 1\u00ad".encode(), b"a: b@c.no", b"# 90 00 00 01", b"a: \xe2\x80\x8b"]
)
def test_both_readers_know_what_may_not_stand(raw: bytes) -> None:
    same_verdict("x.yml", raw)
