"""The published state as one file: it is the same bytes each time, and the same site is made out of it again."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.__main__ import cli
from macros.tools.archive import DIGESTS, Broken, pack, unpack
from tests.building.reproducible import copied
from tests.conftest import ROOT, environment, fingerprints


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a project."""
    return subprocess.run(
        [sys.executable, "-m", "macros", *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_out_of_the_file_comes_a_project_that_makes_the_same_site(sample: Path, tmp_path: Path) -> None:
    project = copied(sample, tmp_path / "prosjekt")
    (project / ".gitignore").write_text((ROOT / ".gitignore").read_text("utf-8"), "utf-8")
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", "-C", project, *command], check=True)
    assert "Kjør «python -m macros bygg» først." in run(project, "pakk", "a.zip").stderr
    assert run(project, "bygg").returncode == 0
    packed = run(project, "pakk", str(tmp_path / "a.zip"))
    assert packed.returncode == 0, packed.stderr
    assert run(project, "pakk", str(tmp_path / "b.zip")).returncode == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()

    empty = tmp_path / "tom"
    result = CliRunner().invoke(cli, ["pakk-ut", str(tmp_path / "a.zip"), str(empty)])
    assert result.exit_code == 0, result.output
    published = fingerprints(empty / "site")
    assert published == fingerprints(project / "site")
    subprocess.run([sys.executable, "-c", "import shutil; shutil.rmtree('site')"], cwd=empty, check=True)
    assert run(empty, "bygg").returncode == 0
    assert fingerprints(empty / "site") == published


def test_what_was_changed_or_leads_out_of_the_folder_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("innhold", "utf-8")
    whole = tmp_path / "hel.zip"
    assert pack([("a/x.txt", tmp_path / "x"), ("b", tmp_path / "x")], whole) == 2

    def with_(**entries: bytes) -> Path:
        changed = tmp_path / f"endret-{len(entries)}-{len(list(tmp_path.iterdir()))}.zip"
        with zipfile.ZipFile(whole) as old, zipfile.ZipFile(changed, "w") as new:
            for name in {*old.namelist(), *entries}:
                new.writestr(name, entries.get(name, old.read(name) if name in old.namelist() else b""))
        return changed

    digest = "7c5a2fa0a1b5d4d2f1f4e4b8d2a5a9a0a2c8b8e6d7e6c3c4d2b1a0f9e8d7c6b5"
    for archive, said in (
        (with_(b=b"annet"), "er ikke som da den ble pakket"),
        (with_(c=b"ny"), "nevner ikke de samme filene"),
        (
            with_(**{"../c": b"ny", DIGESTS: f"{digest}  a/x.txt\n{digest}  b\n{digest}  ../c\n".encode()}),
            "fører ut av mappa",
        ),
        (tmp_path / "x", "er ikke et helt arkiv"),
    ):
        with pytest.raises(Broken, match=said):
            unpack(archive, tmp_path / "ut")
        assert not (tmp_path / "ut").exists()
    assert unpack(whole, tmp_path / "ut") == 2
    with pytest.raises(Broken, match="er ikke tom"):
        unpack(whole, tmp_path / "ut")
