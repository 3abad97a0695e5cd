"""Which pull requests are checked as data alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPT = ROOT / ".github/scripts/omfang.py"


@pytest.mark.parametrize(
    ("name", "alone"),
    [
        ("data/planer/hol-2024-2027.yml", True),
        ("data/kommuner.yml", True),
        ("docs/om/index.md", True),
        ("docs/assets/bilder/skjema æ.webp", True),
        ("tests/fasit.csv", True),
        ("data/skjema/plan.json", False),
        ("data/planer/hol.py", False),
        ("docs/assets/meld.js", False),
        ("docs/assets/plan.css", False),
        ("macros/checking/check.py", False),
        ("tests/house/test_data.py", False),
        ("mkdocs.yml", False),
        (".github/workflows/kontroll.yml", False),
        ("data.yml", False),
    ],
)
def test_what_an_editor_writes_is_told_from_the_program(tmp_path: Path, name: str, alone: bool) -> None:
    def git(*words: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", *identity, *words], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/temaer.yml").write_text("en: 1\n", "utf-8")
    git("add", "-A")
    git("commit", "-qm", "før")
    (tmp_path / "data/temaer.yml").write_text("en: 2\n", "utf-8")
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("ny\n", "utf-8")
    git("add", "-A")
    git("commit", "-qm", "nå")
    said = subprocess.run(
        [sys.executable, SCRIPT, "HEAD^1"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert said.stdout == f"alt={'nei' if alone else 'ja'}\n"
