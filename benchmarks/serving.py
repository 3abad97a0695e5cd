"""A site that is served while somebody changes the data: how long until the change can be read."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from .contenders import IDAG, QUIET, hugo_program
from .reports import Change

POLL_EVERY = 0.005
PATIENCE = 900.0
"""Seconds before a server that does not answer is given up."""
SETTLING = 1.0
"""Seconds of rest before a change, so that the server is done with its start."""
_EPOCH = re.compile(rb"livereload\((\d+), *(\d+)\)")


@dataclass(frozen=True)
class Seen:
    """Seconds from a report is written until the page has it, and until the browser is told to load it anew."""

    page: float
    livereload: float | None


@dataclass(frozen=True)
class Server:
    """A server under way."""

    port: int

    def get(self, path: str) -> bytes | None:
        """Return a page, or None when the server does not give it now."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", f"/{path}")
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()
        return body if answer.status == 200 else None

    def wait_for(self, path: str, accept: Callable[[bytes], bool]) -> float:
        """Ask again and again until the page is as wanted; the moment it was."""
        until = time.perf_counter() + PATIENCE
        while time.perf_counter() < until:
            page = self.get(path)
            if page is not None and accept(page):
                return time.perf_counter()
            time.sleep(POLL_EVERY)
        raise TimeoutError(f"/{path} did not come")


def mkdocs(port: int) -> list[str | Path]:
    """Return the command of the project's own preview on a `port`."""
    return [sys.executable, "-m", "mkdocs", "serve", "-q", "--dev-addr", f"127.0.0.1:{port}"]


def hugo(port: int) -> list[str | Path]:
    """Return the command of Hugo's preview, as it is without options: it renders anew only pages that somebody has just visited."""
    options = ["--port", str(port), "--bind", "127.0.0.1", "--noBuildLock", "--quiet"]
    return [hugo_program(), "server", "--source", "hugo", *options, "--clock", f"{IDAG}T12:00:00Z"]


@contextmanager
def serving(command: Callable[[int], list[str | Path]], project: Path) -> Iterator[Server]:
    """Yield a server on a free port, up and with its front page made."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        list(map(str, command(port))),
        cwd=project,
        env={**os.environ, **QUIET, "PLANPORTAL_IDAG": IDAG, "PLANPORTAL_VEI": "rask"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        server = Server(port)
        server.wait_for("", lambda page: process.poll() is None)
        yield server
    finally:
        process.terminate()
        process.wait()


def seen(server: Server, change: Change) -> Seen:
    """Open the page, write the report, and get the page that has it as a browser does.

    A browser that is told when to load anew leaves the server alone until then; where it is told in a way that we do
    not speak, the page is asked for again and again, which sees it at the earliest moment.
    """
    page = server.get(change.address) or b""
    time.sleep(SETTLING)
    told = _Livereload(server, page)
    told.start()
    wanted = change.text.encode()
    start = time.perf_counter()
    change.write()
    told.join(PATIENCE if told.epoch else 0)
    there = server.wait_for(change.address, lambda page: wanted in page)
    return Seen(there - start, told.moment - start if told.moment else None)


class _Livereload(threading.Thread):
    """Waits as a browser with the page open does, for the server to say that there is something new."""

    def __init__(self, server: Server, page: bytes) -> None:
        super().__init__(daemon=True)
        self.server = server
        found = _EPOCH.search(page)
        self.epoch = found[1].decode() if found else None
        self.moment: float | None = None

    def run(self) -> None:
        while self.epoch:
            answer = self.server.get(f"livereload/{self.epoch}/{self.epoch}")
            with suppress(TypeError, ValueError):
                if int(answer or b"") > int(self.epoch):
                    self.moment = time.perf_counter()
                    return
