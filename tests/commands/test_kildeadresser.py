"""The command that asks the sources' addresses: what does not answer is told of with its line."""

from __future__ import annotations

import functools
import re
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.__main__ import cli
from macros.reading.load import load
from macros.reading.web_addresses import web_addresses
from macros.tools import web
from tests.cases import SAMPLE


class Answers(BaseHTTPRequestHandler):
    """Answers with the number that the address ends with."""

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(int(self.path.rpartition("/")[2]))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def here() -> Iterator[str]:
    """Yield the address of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("200", ""),
        ("204", ""),
        ("403", ""),
        ("429", ""),
        ("404", "svarer 404"),
        ("410", "svarer 410"),
        ("500", "svarer 500"),
    ],
)
def test_an_address_answers_or_it_is_said_how_it_does_not(here: str, where: str, said: str) -> None:
    assert web.silent(f"{here}/{where}") == said


def test_what_is_no_address_is_not_asked() -> None:
    assert web.silent("file:///etc/passwd") == "er ingen adresse på nettet"
    assert web.silent("http://127.0.0.1:1/").startswith("svarer ikke")


def test_every_address_of_the_sample_is_found_with_its_place() -> None:
    data, _ = load(SAMPLE)
    written = {
        word for path in SAMPLE.rglob("*.yml") for word in path.read_text("utf-8").replace('"', " ").split()
    }
    found = web_addresses(data)
    assert set(found) == {word for word in written if word.startswith(("http://", "https://"))}
    for address, places in found.items():
        for document, keys in places:
            line = (
                (SAMPLE.parent / document.file).read_text("utf-8").splitlines()[document.place(keys).line - 1]
            )
            assert address in line


@pytest.mark.slow  # waits, which a moved clock breaks (see tests/fram_i_tid.py)
def test_the_command_tells_of_the_line_and_ends_with_1(here: str, tmp_path: Path) -> None:
    data = Path(shutil.copytree(SAMPLE, tmp_path / "data"))
    plan = data / "planer/granvik-2020-2024.yml"
    run = functools.partial(CliRunner().invoke, cli, ["kildeadresser", "--mappe", str(data), "--vent", "0"])
    for path in data.rglob("*.yml"):
        text = re.sub(r"https?://[^\s\"']+", f"{here}/200", path.read_text("utf-8"))
        path.write_text(text, "utf-8")
    result = run()
    assert (result.exit_code, result.output) == (0, "Alle 1 adressene svarer.\n")
    plan.write_text(plan.read_text("utf-8").replace("/200", "/404", 1), "utf-8")
    result = run()
    assert result.exit_code == 1
    assert "data/planer/granvik-2020-2024.yml:" in result.output
    assert "svarer 404. Finn dokumentets nye adresse" in result.output
    assert result.output.endswith("1 av 2 adresser svarer ikke.\n")
