"""A build that fails or is killed leaves the old site whole."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.building.swap import Swap
from tests.building.interrupted import build, moments, state
from tests.conftest import fingerprints

KILLS = 5


def names(folder: Path) -> list[str]:
    """Return the names of what is in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def built(project: Callable[..., Path], tmp_path: Path) -> tuple[Path, Path]:
    """Return a project and its built site."""
    folder, site = project(), tmp_path / "ut/site"
    result = build(folder, site)
    assert result.returncode == 0, result.stderr
    return folder, site


def test_a_killed_build_leaves_a_whole_site(built: tuple[Path, Path], tmp_path: Path) -> None:
    folder, site = built
    old, store = fingerprints(site), str(tmp_path / "lager")
    count = moments(build(folder, site, LAGER=store))
    renames = [(1, r"os\.rename .*/site$"), (1, r"os\.rename .*\.ny-\d+$")]
    drawn = random.Random(count)
    kills = [(drawn.randint(1, count), "") for _ in range(KILLS)] + renames
    found = set()
    for moment, name in kills:
        killed = build(folder, site, "kill", moment, name, LAGER=store)
        assert killed.returncode < 0
        found.add(left := state(site, old))
        assert left != "lost", (moment, name)
        assert build(folder, site, LAGER=store).returncode == 0
        assert fingerprints(site) == old
        assert names(site.parent) == ["site"]
    assert found == {"whole", "elsewhere"}


@pytest.mark.parametrize("moment", [1, 20])
def test_a_full_disk_leaves_the_old_site_and_says_so(built: tuple[Path, Path], moment: int) -> None:
    folder, site = built
    old = fingerprints(site)
    result = build(folder, site, "full", moment, ".site.ny-")
    assert result.returncode == 1
    assert "disken er full" in result.stderr and "Det forrige nettstedet står som det var." in result.stderr
    assert "Traceback" not in result.stderr
    assert fingerprints(site) == old and names(site.parent) == ["site"]


def test_a_file_that_changes_during_the_build_is_named(built: tuple[Path, Path]) -> None:
    folder, site = built
    old, changed = fingerprints(site), folder / "data/planer/testby-2020-2023.yml"
    result = build(folder, site, str(changed), 1, ".site.ny-")
    assert result.returncode == 1
    assert "data/planer/testby-2020-2023.yml" in result.stderr and "Bygg en gang til" in result.stderr
    assert fingerprints(site) == old


@pytest.mark.parametrize("mistake", ["{{ finnes_ikke() }}", "[borte](borte.md)"])
def test_a_mistake_in_a_hand_written_page_leaves_the_old_site(built: tuple[Path, Path], mistake: str) -> None:
    folder, site = built
    old = fingerprints(site)
    (folder / "docs/index.md").write_text(f"# Forside\n\n{mistake}\n", "utf-8")
    assert build(folder, site).returncode == 1
    assert fingerprints(site) == old and names(site.parent) == ["site"]


def test_a_folder_that_cannot_be_made_is_named(project: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    result = build(project(), tmp_path / "fil/site")
    assert result.returncode == 1 and "Traceback" not in result.stderr
    assert f"{tmp_path}/fil" in result.stderr and "ikke er en mappe" in result.stderr


@pytest.mark.parametrize("moment", [1, 20])
def test_a_folder_that_may_not_be_written_is_named(built: tuple[Path, Path], moment: int) -> None:
    folder, site = built
    old = fingerprints(site)
    result = build(folder, site, "denied", moment, ".site.ny-")
    assert result.returncode == 1 and "Traceback" not in result.stderr
    assert "Nettstedet kan ikke skrives" in result.stderr and "du har ikke tilgang" in result.stderr
    assert fingerprints(site) == old and names(site.parent) == ["site"]


def test_hidden_files_stay_with_the_site(tmp_path: Path) -> None:
    swap = Swap(tmp_path / "site")
    (tmp_path / "site/.git").mkdir(parents=True)
    (swap.begin() / "index.html").write_text("ny")
    swap.finish()
    assert names(tmp_path / "site") == [".git", "index.html"]
    assert names(tmp_path) == ["site"]
