"""`mkdocs serve`: a change is seen at once, a mistake is explained, and the search works when it is asked for."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.building.edits import edit_at_random

MEASURE = "planer/testby-2020-2023/tiltak/1.1/"
OLD = "planer/testby-2020-2023/tiltak/9/"

pytestmark = pytest.mark.slow


@dataclass
class Server:
    """A running preview of the small project."""

    folder: Path
    base: str
    process: subprocess.Popen[str]

    def said(self, sign: str) -> str:
        """Return what it has said until a line with this in it came."""
        assert self.process.stderr is not None
        lines = []
        for line in self.process.stderr:
            lines.append(line)
            if sign in line:
                return "".join(lines)
        raise AssertionError("".join(lines))

    def get(self, where: str) -> tuple[int, str]:
        """Return the status and the text at an address."""
        try:
            with urllib.request.urlopen(self.base + where, timeout=120) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode("utf-8", "replace")

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text in a file."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Run a preview of a project as long as the context is open."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    environment |= {"DISABLE_MKDOCS_2_WARNING": "true", "PLANPORTAL_URL": "https://planer.example/portal/"}
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", where]
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True) as process:
        started = Server(folder, f"http://{where}/portal/", process)
        started.said("Serving on")
        yield started
        process.terminate()


@pytest.fixture
def server(project: Callable[..., Path]) -> Iterator[Server]:
    """Yield a running preview of the small project, with a redirect."""
    folder = project()
    redirect = f"- {{gammel: {OLD}, ny: {MEASURE}, grunn: Nytt nummer.}}\n"
    (folder / "data/videresendinger.yml").write_text(redirect, "utf-8")
    with serving(folder) as started:
        yield started


def test_a_change_is_shown_a_mistake_explained_and_mended(server: Server) -> None:
    status, before = server.get(MEASURE)
    assert status == 200
    assert "livereload(" in before
    server.change("data/planer/testby-2020-2023.yml", "planstatus: vedtatt", "planstatus: utgått")
    server.said("Reloading browsers")
    epoch = re.search(r"livereload\((\d+)", before)
    assert epoch
    assert server.get("planer/testby-2020-2023/")[0] == 200
    _, after = server.get(MEASURE)
    assert re.search(r"livereload\((\d+)", after)[1] > epoch[1]  # type: ignore[index]

    server.change("data/planer/testby-2020-2023.yml", "planstatus: utgått", "planstatus: vedtat")
    said = server.said("An error happened during the rebuild")
    assert re.search(r"data/planer/testby-2020-2023\.yml:\d+:\d+: planstatus: ventet en av", said)
    assert "Traceback" not in said
    for where in (MEASURE, "status/", ""):
        status, shown = server.get(where)
        assert (status, "livereload(" in shown) == (500, True)
        assert re.search(r"data/planer/testby-2020-2023\.yml:\d+:\d+: planstatus: ventet en av", shown)

    server.change("data/planer/testby-2020-2023.yml", "planstatus: vedtat", "planstatus: vedtatt")
    server.said("Reloading browsers")
    assert server.get(MEASURE)[0] == 200


def test_hand_written_pages_follow_their_own_text_and_the_data(server: Server) -> None:
    assert "Ny vei" in server.get("status/")[1]
    server.change("data/planer/testby-2020-2023.yml", "tittel: Ny vei", "tittel: Ny bru")
    server.said("Reloading browsers")
    assert "Ny bru" in server.get("status/")[1]
    server.change("docs/status/index.md", "# Status", "# Status nå")
    server.said("Reloading browsers")
    assert "Status nå</h1>" in server.get("status/")[1]
    server.change("docs/status/index.md", "# Status nå", "[Borte](../om/index.md#borte)\n\n# Status nå")
    server.said("does not contain an anchor '#borte'")
    server.said("Reloading browsers")
    server.change("data/planer/testby-2020-2023.yml", "tittel: Ny bru", "tittel: Ny vei")
    server.said("does not contain an anchor '#borte'")  # also when the page itself is as it was
    server.said("Reloading browsers")


def test_every_page_is_there_and_so_is_the_index_of_the_search(server: Server) -> None:
    assert [server.get(where)[0] for where in ("", "kommuner/testby/", "status/", "finnes-ikke/")] == [
        200, 200, 200, 404,
    ]  # fmt: skip
    assert "url=../../../../planer/testby-2020-2023/tiltak/1.1/" in server.get(OLD)[1]
    assert server.get("planer/testby-2020-2023/status-testby-2020-2023.xlsx")[0] == 200
    assert server.get("sok/indeks/fasetter.json")[0] == 200
    assert server.get("sok/indeks/../../mkdocs.yml")[0] == 404


def test_edits_at_random_valid_and_not_end_with_the_right_page(project: Callable[..., Path]) -> None:
    with serving(project()) as server:
        edit_at_random(server, 8, seed=19)
