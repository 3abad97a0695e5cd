"""What stands around the body of a generated page: head, header and footer, as MkDocs and the theme make them.

They are the same on every generated page but for a few texts and the way to the root. So MkDocs makes the page once
for each depth within each section of the menu, with marks where those texts go, and the rest is putting texts together (the gain: see `mkdocs_events.py`).
A plugin that changes pages sees each of these once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from ..pages.compact import Compact
from ..tools.language import BOKMÅL, say, speaking
from ..tools.template_cache import COMPILED
from .outputs import Generated

TITLE, DESCRIPTION, ADDRESS, BODY, HEAD = b"\x04", b"\x05", b"\x06", b"\x07", b"\x08"
"""Where the texts of one page go; no data file may hold these signs."""
_MARKS = re.compile(b"[\x04-\x08]")


@dataclass(frozen=True)
class Around:
    """Puts whole pages around bodies."""

    base: str
    """The site's address."""
    frames: dict[tuple[str, int, str], tuple[bytes, list[bytes]]]
    """For each kind of page: a format, and which mark each place in it had."""

    def __call__(self, page: Generated, body: bytes, head: str) -> bytes:
        """Return the whole page: its body in the frame of its kind, with what stands in its head alone."""
        texts = {
            TITLE: str(escape(page.title)).encode(),
            DESCRIPTION: str(escape(page.description)).encode(),
            ADDRESS: (self.base + page.path).encode(),
            BODY: body,
            HEAD: head.encode(),
        }
        frame, marks = self.frames[_kind(page)]
        return frame % tuple([texts[mark] for mark in marks])


class Frames:
    """Makes what stands around the bodies of one build."""

    def __init__(self, env: Any, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        self.env, self.nav, self.files, self.config = env, nav, files, config

    def around(self, pages: Iterable[Generated]) -> Around:
        """Return what puts whole pages around the bodies of these pages."""
        kinds = {_kind(page) for page in pages}
        return Around(self.config.site_url or "", {kind: self._frame(*kind) for kind in kinds})

    def _frame(self, section: str, depth: int, language: str) -> tuple[bytes, list[bytes]]:
        empty = self._empty(section, depth, language).encode().replace(b"%", b"%%")
        return _MARKS.sub(b"%b", empty), _MARKS.findall(empty)

    def _empty(self, section: str, depth: int, language: str) -> str:
        """Return a page at this depth below this section of the menu, with marks for texts, made as MkDocs makes a page."""
        file = File.generated(
            self.config,
            f"{section}/" + "x/" * (depth - 1) + "index.md",
            content="",
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        page = Page(None, file, self.config)
        page.content = BODY.decode()
        page.meta = {
            "title": TITLE.decode(),
            "description": DESCRIPTION.decode(),
            "generert": True,
            "hode": HEAD.decode(),
            "sprak": language,
        }
        page.canonical_url = ADDRESS.decode() if page.canonical_url else None
        context = get_context(self.nav, self.files, self.config, page)
        template = self.env.get_template("main.html")
        plugins = self.config.plugins
        context = plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        return plugins.on_post_page(template.render(context), page=page, config=self.config) or ""


@jinja2.pass_context
def _in_the_language_of_the_page(context: jinja2.runtime.Context, text: str) -> str:
    """Return a text of the frame in the language of the page it is around; the frame of a hand-written page is in bokmål."""
    page = context.get("page")
    with speaking(page.meta.get("sprak", BOKMÅL) if page else BOKMÅL):
        return say(text)


class _Visible(jinja2.FileSystemLoader):
    """Lists no template in a hidden folder."""

    def list_templates(self) -> list[str]:
        """Return the names, relative to the folder of each."""
        found = set()
        for top in map(Path, self.searchpath):
            for folder, inner, files in os.walk(top):
                inner[:] = [name for name in inner if not name.startswith(".")]
                found |= {(Path(folder) / name).relative_to(top).as_posix() for name in files}
        return sorted(found)


def hasten(theme: Theme) -> None:
    """Let MkDocs compile the theme's templates once, and pass by its 14,000 icons.

    They all lie in a hidden folder, which MkDocs 1.6 looks through in every build before it leaves it out
    (`Files.add_files_from_theme`): a fifth of a preview.
    """
    get_env = theme.get_env

    def hastened() -> jinja2.Environment:
        env = get_env()
        env.loader = _Visible(theme.dirs)
        env.bytecode_cache = COMPILED
        env.add_extension(Compact)
        env.globals["ord"] = _in_the_language_of_the_page
        return env

    theme.get_env = hastened  # type: ignore[method-assign]


def _kind(page: Generated) -> tuple[str, int, str]:
    return page.path.partition("/")[0], page.path.count("/"), page.language
