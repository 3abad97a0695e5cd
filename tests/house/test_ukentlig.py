"""What the weekly workflow tells: one issue, written anew, closed when nothing is wrong, and nothing in it acts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import ukentlig

RUN = "https://github.com/x/y/actions/runs/1"


class GitHub:
    """Answers as GitHub does, and keeps what it was asked."""

    def __init__(self, issues: list[dict[str, Any]]) -> None:
        self.issues, self.asked = issues, list[tuple[str, str, Any]]()

    def __call__(self, method: str, path: str, content: Mapping[str, Any] | None) -> Any:
        """Answer."""
        self.asked.append((method, path, content))
        return self.issues if method == "GET" else {}


@pytest.mark.parametrize(
    ("issues", "found", "then"),
    [
        ([], {}, []),
        ([{"number": 7}], {}, [("PATCH", "issues/7")]),
        ([], {"A": "x"}, [("POST", "issues")]),
        ([{"number": 7}], {"A": "x"}, [("PATCH", "issues/7")]),
        ([{"number": 8, "pull_request": {}}], {"A": "x"}, [("POST", "issues")]),
    ],
)
def test_there_is_one_issue_and_it_is_closed_when_all_is_well(
    issues: list[dict[str, Any]], found: dict[str, str], then: list[tuple[str, str]]
) -> None:
    api = GitHub(issues)
    ukentlig.tell(found, RUN, api)
    assert [(method, path) for method, path, _ in api.asked[1:]] == then
    if issues and not found:
        assert api.asked[1][2] == {"state": "closed"}


def test_what_was_found_is_shown_as_text_that_does_nothing() -> None:
    api = GitHub([])
    ukentlig.tell(
        {"Kildeadresser": "x" * 90_000 + "@alle ![x](https://evil.example/)\n```\n<b>#1</b> "}, RUN, api
    )
    body = api.asked[1][2]["body"]
    assert len(body) < 65_000
    assert "@alle" in body
    opened = [line for line in body.splitlines() if line.startswith("```")]
    assert len(opened) == 3 and opened[0].removesuffix("text") == opened[2] == "````"


def test_only_files_of_the_checks_are_told_of(tmp_path: Path) -> None:
    for name, text in {
        "adresser": "a",
        "nyeste-3.15": "b",
        "nyeste-@alle": "c",
        "annet": "d",
        "sarbarheter": " ",
    }.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    assert ukentlig.findings(tmp_path) == {
        "Kildeadresser som ikke svarer": "a",
        "Det som ikke virker med de nyeste utgavene (Python 3.15)": "b",
        "Det som ikke virker med de nyeste utgavene": "c",
    }
