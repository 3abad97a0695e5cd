"""The data that a plan is brought into."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data of the golden cases."""
    shutil.copytree(ROOT / "tests/cases/grunnlag", tmp_path / "data")
    return tmp_path / "data"
