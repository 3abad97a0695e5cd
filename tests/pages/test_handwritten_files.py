"""Files in docs/ that are none, and signs that mislead in a hand-written page."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.pages.handwritten.rules import not_ordinary, problems


def test_a_link_or_a_pipe_is_told_of_and_not_opened(tmp_path: Path) -> None:
    docs, outside = tmp_path / "docs", tmp_path / "utenfor"
    for folder in (docs / "om", outside):
        folder.mkdir(parents=True)
    (docs / "om/index.md").write_text("# Om", "utf-8")
    (outside / "hemmelig.md").write_text("# Hemmelig", "utf-8")
    (docs / "lenke.md").symlink_to(outside / "hemmelig.md")
    (docs / "mappe").symlink_to(outside)
    os.mkfifo(docs / "kanal.md")
    names = ("docs/om/index.md", "docs/lenke.md", "docs/mappe/hemmelig.md", "docs/kanal.md")
    found = not_ordinary((name, tmp_path / name) for name in names)
    assert {name: f"{problem.file}: {problem.message}" for name, problem in found.items()} == {
        "docs/lenke.md": "docs/lenke.md: ventet en fil, fant en lenke til noe annet.",
        "docs/mappe/hemmelig.md": "docs/mappe: ventet en fil, fant en lenke til noe annet.",
        "docs/kanal.md": "docs/kanal.md: ventet en fil, fant en enhet eller en kanal.",
    }


def test_a_project_in_a_folder_that_is_a_link_has_ordinary_files(tmp_path: Path) -> None:
    (tmp_path / "her/docs").mkdir(parents=True)
    (tmp_path / "her/docs/a.md").write_text("# A", "utf-8")
    (tmp_path / "der").symlink_to(tmp_path / "her")
    assert not not_ordinary([("docs/a.md", tmp_path / "der/docs/a.md")])


def test_signs_that_mislead_are_told_of_with_their_place() -> None:
    told = problems("# En side\r\n\r\nmed \u202esnudd og us\u200bynlig\r\n", "docs/a.md", ())
    assert sorted((one.line, one.column) for one in told) == [(3, 5), (3, 17)]
    assert problems("# En side\r\n\nmed 👩‍🚒 og myk\u00ad bindestrek\n", "docs/a.md", ()) == []


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("title: " + "[" * 3000, "docs/a.md:2:47: ventet høyst 40 lister eller grupper inni hverandre."),
        (
            "title: " + "x" * 6000,
            "docs/a.md:2:1: ventet høyst 5000 tegn i nøklene øverst på siden, fant 6008.",
        ),
        ("title: " + "[" * 39 + "]" * 39, ""),
    ],
)
def test_keys_that_would_end_the_program_are_told_of_before_they_are_read(
    tmp_path: Path, keys: str, told: str
) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{keys}\n---\n\n# X\n", "utf-8")
    found = [str(one) for one in not_ordinary([("docs/a.md", path)]).values()]
    assert [one[: len(told)] for one in found] == [told] * bool(told)
