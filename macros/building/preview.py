"""`mkdocs serve`: makes a generated page or file when somebody asks for it.

So a change is to be seen as soon as the data are read and checked again, whatever the number of pages. A page is made
by the last build that succeeded; its reader's browser loads it anew when the next one is done. When a build fails, the
browser shows what is wrong in place of every page, until it is mended.
"""

from __future__ import annotations

import gc
import html
import mimetypes
import threading
from collections.abc import Callable, Iterable
from typing import Any

from .outputs import Generated
from .preview_reuse import Unchanged

TIDY_AFTER = 3
"""Seconds."""


class Preview:
    """Answers for the generated pages and files, through all the builds of one `mkdocs serve`."""

    def __init__(self) -> None:
        self.pages: dict[str, Generated] = {}
        self.make: Callable[[Generated], bytes] = lambda page: b""
        self.unchanged = Unchanged()
        self.wrong = ""
        """What is wrong, every problem on a line; empty when the last build succeeded."""
        self._timer = threading.Timer(TIDY_AFTER, gc.collect)

    def answer_for(self, server: Any) -> None:
        """Put our answers before the server's own. Uses private names of MkDocs' server (`tests/building/test_private_names.py`)."""
        others, start = server.serve_request, server.mount_path
        # What is watched from here on (data, templates) is looked at ten times a second, not twice, and one look
        # without a further change is enough: a half-written file is read again when it is whole.
        server.observer._timeout, server.build_delay = 0.1, 0.02
        server.builder = self._telling(server)

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            asked = environ["PATH_INFO"].removeprefix(start)
            if self.wrong and (not asked or asked.endswith(("/", ".html"))):
                raw = self._reloading(server, WRONG.format(html.escape(self.wrong)).encode())
                return _send(start_response, raw, "text/html; charset=utf-8", "500 Internal Server Error")
            if asked in self.pages:
                page = self.pages[asked]
                raw = self.make(page)
                if not page.is_page:
                    return _send(start_response, raw, _kind(page.file))
                return _send(start_response, self._reloading(server, raw), "text/html")
            return others(environ, start_response)  # type: ignore[no-any-return]

        server.set_app(answer)

    def _telling(self, server: Any) -> Callable[[], None]:
        """Return the server's builder, which also lets browsers load anew when it fails, to see what is wrong."""
        build = server.builder

        def builder() -> None:
            self.wrong = ""
            try:
                build()
            except BaseException:
                self.wrong = self.wrong or "Se i vinduet der forhåndsvisningen ble startet."
                with server._epoch_cond:
                    server._visible_epoch = server._wanted_epoch
                    server._epoch_cond.notify_all()
                raise

        return builder

    def _reloading(self, server: Any, raw: bytes) -> bytes:
        """Return the page with the script that loads it anew after a change, which MkDocs puts only into files."""
        return server._inject_js_into_html(raw, server._visible_epoch)  # type: ignore[no-any-return]

    def tidy(self) -> None:
        """Collect what earlier builds have left behind, when their reader has got the new page."""
        self._timer.cancel()
        self._timer = threading.Timer(TIDY_AFTER, gc.collect)
        self._timer.daemon = True
        self._timer.start()


def _kind(name: str) -> str:
    kind, _ = mimetypes.guess_type(name)
    return kind or "application/octet-stream"


WRONG = """<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Noe er feil</title></head>
<body style="font: 1.1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem">
<h1>Noe er feil</h1>
<p>Rett det, og lagre. Da kommer siden tilbake av seg selv.</p>
<pre style="white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5">{}</pre>
</body></html>
"""
"""What a browser shows when a build has failed."""


def _send(
    start_response: Callable[..., Any], raw: bytes, kind: str, status: str = "200 OK"
) -> Iterable[bytes]:
    start_response(status, [("Content-Type", kind), ("Content-Length", str(len(raw)))])
    return [raw]
