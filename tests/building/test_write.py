"""The writing of pages by several processes: each page once, none before the word is given, no failure unseen."""

from __future__ import annotations

import multiprocessing
import os
import selectors
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import read_register
from macros.building.outputs import Generated
from macros.building.write import Writing, make_folders
from macros.register.entities import Register
from macros.tools import workers
from macros.tools.store import FileStore
from tests.cases import IDAG
from tests.conftest import ROOT, fingerprints
from tests.made import pages

PATIENCE = 60


def joined(around: bytes, page: Generated, body: bytes) -> bytes:
    """Return the body with the frame before it."""
    return around + body


def test_one_process_and_several_make_the_same_bytes(
    project: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = project() / "data"
    monkeypatch.setattr("macros.reading.files.WORTH_DIVIDING", 0)
    register, problems = read_register(data, IDAG, processes=3)
    assert register, problems
    found = pages(register)
    for processes, many in ((1, 10_000), (3, 10_000), (2, 0)):
        monkeypatch.setattr("macros.building.write.MANY", many)
        folder = tmp_path / str(processes)
        writing = Writing(found, lambda page: page.path.encode(), joined, folder, processes=processes)
        assert not folder.exists()
        make_folders(found, folder)
        writing.give(b"rundt")
        writing.finish()
    assert fingerprints(tmp_path / "1") == fingerprints(tmp_path / "2") == fingerprints(tmp_path / "3")
    assert len(fingerprints(tmp_path / "1")) == len(found)


def test_another_process_begins_before_the_word_is_given(register: Register, tmp_path: Path) -> None:
    found, store = pages(register)[:40], FileStore(tmp_path / "lager")
    begun = multiprocessing.get_context("fork").Semaphore(0)
    here = str(os.getpid())

    def body(page: Generated) -> bytes:
        store.put(page.path.encode(), b"1")
        begun.release()
        return str(os.getpid()).encode()

    writing = Writing(found, body, joined, tmp_path / "ut", processes=2, store=store)
    assert begun.acquire(timeout=PATIENCE)
    make_folders(found, tmp_path / "ut")
    writing.give(b"av ")
    writing.finish()
    makers = {(tmp_path / "ut" / page.file).read_text("utf-8") for page in found}
    assert makers - {f"av {here}"}
    assert store.harvest()[0].keys() == {page.path.encode() for page in found}


def test_a_page_that_cannot_be_made_stops_the_build(
    register: Register, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    begun = multiprocessing.get_context("fork").Semaphore(0)

    def body(page: Generated) -> bytes:
        begun.release()
        raise ValueError(page.path)

    writing = Writing(pages(register)[:1], body, joined, tmp_path, processes=2)
    assert begun.acquire(timeout=PATIENCE)
    writing.give(b"")
    with pytest.raises(RuntimeError, match="en av prosessene stoppet"):
        writing.finish()
    assert "ValueError" in capfd.readouterr().err


def test_nothing_more_is_made_when_the_build_has_failed(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fork = multiprocessing.get_context("fork")
    begun, failed = fork.Semaphore(0), fork.Event()
    close = workers.Announcement.close

    def closed(word: workers.Announcement[bytes]) -> None:
        close(word)
        failed.set()

    def body(page: Generated) -> bytes:
        begun.release()
        assert failed.wait(PATIENCE)
        return b""

    monkeypatch.setattr(workers.Announcement, "close", closed)
    writing = Writing(pages(register)[:40], body, joined, tmp_path / "ut", processes=2)
    assert begun.acquire(timeout=PATIENCE)
    writing.abandon()
    assert not begun.acquire(block=False)
    assert not (tmp_path / "ut").exists()


def test_who_waits_for_a_word_that_never_comes_is_let_go() -> None:
    queue, word = workers.Queue(3), workers.Announcement[str]()

    def listening(_: None) -> list[int | str]:
        word.listen()
        return [*queue, word.wait() or "aldri"]

    taken = workers.start(listening, None)
    word.close()
    assert list(taken) == [0, 1, 2, "aldri"]
    assert list(queue) == []


KILLED = """
import os, signal
from macros.tools import workers

announcement = workers.Announcement()

def listening(_):
    announcement.listen()
    print(os.getpid(), flush=True)
    return [announcement.wait()]

workers.start(listening, None)
input()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_no_process_is_left_when_the_build_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as killed:
        assert killed.stdin and killed.stdout
        assert killed.stdout.readline().strip().isdigit()
        killed.stdin.write("\n")
        killed.stdin.close()
        # The worker holds the other end of what we read until it ends.
        with selectors.DefaultSelector() as ends:
            ends.register(killed.stdout, selectors.EVENT_READ)
            assert ends.select(PATIENCE), "the worker waits for ever"
        assert killed.stdout.read() == ""
