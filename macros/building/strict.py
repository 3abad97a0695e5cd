"""A strict build of the site beside the one that is published, and what MkDocs says of it as problems for editors.

MkDocs tells of a broken link in a hand-written page in English and without a line; here each form that it uses is put
in Norwegian, with the line where the link stands.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from ..tools.problem import Problem

URL = "https://planer.example/portal/"
"""Where the site is built for while it is checked: below the root of another host, so that a link that only works
from the root of this one is found."""
_PROBLEM = re.compile(r"^(?P<file>\S[^:]*):(?P<line>\d+):(?P<column>\d+): (?P<text>.+)$")
_WARNING = re.compile(r"^(?:WARNING|ERROR)\s+-\s+(?P<text>.+)$")
_SAID = (
    (
        r"Doc file '(?P<file>[^']+)' contains a link '(?P<link>[^']+)', but the doc '[^']+' does not contain an anchor '(?P<anchor>[^']+)'",
        "lenken «{link}» leder til et sted («{anchor}») som ikke finnes på den siden.",
    ),
    (
        r"Doc file '(?P<file>[^']+)' contains a link '(?P<link>[^']+)', but there is no such anchor on this page",
        "lenken «{link}» leder til et sted som ikke finnes på siden.",
    ),
    (
        r"Doc file '(?P<file>[^']+)' contains (?:a link|an absolute link|an unrecognized relative link) '(?P<link>[^']+)', (?:but the target|it was left|which)",
        "lenken «{link}» leder ikke til noen side.",
    ),
    (
        r"A reference to '(?P<link>[^']+)' is included in the 'nav' configuration, which is not found",
        "menyen i mkdocs.yml har siden «{link}», som ikke finnes.",
    ),
)
"""What MkDocs says, and what that means."""


def build(project: Path, to: Path) -> list[Problem]:
    """Build the site of a project into the folder `to`; return what is wrong, nothing when all is well."""
    environment = os.environ | {
        "PLANPORTAL_URL": URL,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    environment.setdefault("PLANPORTAL_REPO", "https://github.com/kommune/planer")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(to)]
    result = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    if result.returncode == 0:
        return []
    return sorted({*problems(result.stderr, project / "docs")}) or [_unknown(result.stderr)]


def problems(said: str, docs: Path) -> Iterator[Problem]:
    """Yield the problems in what a build has printed. `docs`: the folder of hand-written pages."""
    for line in said.splitlines():
        if found := _PROBLEM.match(line):
            yield Problem(found["file"], int(found["line"]), int(found["column"]), "", found["text"])
        elif (found := _WARNING.match(line)) and not found["text"].startswith("Aborted"):
            yield _in_norwegian(found["text"], docs)


def _in_norwegian(text: str, docs: Path) -> Problem:
    for pattern, norwegian in _SAID:
        if found := re.search(pattern, text):
            words = found.groupdict()
            file = words.get("file")
            line, column = _place(docs / file, words["link"]) if file else (1, 1)
            name = f"{docs.name}/{file}" if file else "mkdocs.yml"
            return Problem(
                name, line, column, "", norwegian.format(**words), "Rett lenken, eller ta den bort."
            )
    return Problem("mkdocs.yml", 1, 1, "", f"MkDocs sier: {text}")


def _place(path: Path, words: str) -> tuple[int, int]:
    """Return the line and column where these words first stand in a file."""
    lines = path.read_text("utf-8", errors="replace").split("\n") if path.is_file() else []
    found = ((i, line.find(words)) for i, line in enumerate(lines, 1))
    return next(((i, at + 1) for i, at in found if at >= 0), (1, 1))


def _unknown(said: str) -> Problem:
    last = next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "ingenting")
    return Problem("mkdocs.yml", 1, 1, "", f"nettstedet kan ikke bygges. MkDocs sier: {last}")
