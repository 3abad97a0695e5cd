"""The first search of a reader: how much is fetched, and how long it takes, in a real browser."""

from __future__ import annotations

import gzip
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from .tables import table

PACKED = frozenset({".html", ".js", ".css", ".svg", ".json", ".xml"})
"""What a server sends with gzip."""
ORDINARY = "sykkelvei"
EVERYWHERE = ("tiltak", "kommune")
"""Words that stand on every page; the one with the most hits is reported."""
PATIENCE = 120_000
WATCH = """() => {
    const hits = document.querySelector("#sok-treff"), said = document.querySelector("#sok-svar");
    window.answered = new Promise((resolve) => {
        document.querySelector("#q").addEventListener("input", () => {
            const start = performance.now();
            new MutationObserver(() => {
                if (hits.children.length || said.textContent.startsWith("0 treff")) resolve(performance.now() - start);
            }).observe(document.body, { childList: true, characterData: true, subtree: true });
        }, { once: true });
    });
}"""
"""Takes the time in the page itself: a question from outside, asked twice a second, comes too late."""
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Search:
    """One first search in a browser with nothing in its cache."""

    word: str
    hits: int
    page: int
    """Bytes of the search page and what it loads, before anybody comes to the field."""
    search: int
    """Bytes from then on, until hits are shown."""
    requests: int
    seconds: float
    """From the word is typed until hits are shown, the page's own wait for more letters included."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder with gzip, and counts what it sends."""

    sent = 0
    asked = 0
    lock = threading.Lock()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        packed = path.suffix in PACKED
        body = gzip.compress(body, 6) if packed else body
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        with _Handler.lock:
            _Handler.sent += len(body)
            _Handler.asked += 1

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Yield the address at which a site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def searches(site: Path) -> list[Search]:
    """Return a search for an ordinary word, and for each that stands everywhere."""
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        found = [_search(browser, address, word) for word in (ORDINARY, *EVERYWHERE)]
        browser.close()
    return found


def _search(browser: Browser, address: str, word: str) -> Search:
    """Return the first search for a word in a browser with nothing in its cache."""
    page = browser.new_context().new_page()
    page.goto(f"{address}sok/", wait_until="networkidle")
    loaded, asked = _Handler.sent, _Handler.asked
    page.set_default_timeout(PATIENCE)
    page.evaluate(WATCH)
    page.fill("#q", word)
    seconds = page.evaluate("answered") / 1000
    page.wait_for_load_state("networkidle")
    found = Search(word, _hits(page), loaded, _Handler.sent - loaded, _Handler.asked - asked, seconds)
    page.context.close()
    _Handler.sent = _Handler.asked = 0
    return found


def _hits(page: Page) -> int:
    """Return how many hits the page says there are."""
    said = re.match(r"(?:Rundt )?([\d\s]+) (?:treff|tiltak)", page.inner_text("#sok-svar"))
    return int(re.sub(r"\s", "", said[1])) if said else 0


def report(found: list[Search]) -> str:
    """Return the searches as a table, and which is the one to look at."""
    most = max(found, key=lambda one: one.hits)
    rows = [
        [
            one.word,
            str(one.hits),
            f"{one.page / 1e3:.1f}",
            f"{one.search / 1e3:.1f}",
            str(one.requests),
            f"{one.seconds:.2f}",
        ]
        for one in found
    ]
    heading = ["first search", "hits", "kB page", "kB search", "requests", "seconds"]
    return f"{table(heading, rows)}\n\nMost hits: «{most.word}», {most.hits} in {most.seconds:.2f} s."
