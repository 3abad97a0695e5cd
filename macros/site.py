"""MkDocs' events: adds the generated pages, tells each page where it is, and stops the build on a problem.

Hand-written pages are looked at before their macros run, and all their problems are reported before anything is
written. This module is reached through mkdocs-macros, which calls only `define_env`; the object is put among
MkDocs' plugins there, because MkDocs' own hooks cannot import a package.
"""

from __future__ import annotations

import functools
import inspect
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from . import handwritten, search
from .editors import ArgumentFeil, Editors, macros
from .pages import MACROS, GeneratedPage, key, pages
from .problem import Problem, report
from .render import Renderer

Macro = Callable[..., str]


class Site(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """One build of the site."""

    def __init__(self, renderer: Renderer, editors: Editors, *, serving: bool = False) -> None:
        self.renderer = renderer
        self.editors = editors
        self.generated: dict[str, GeneratedPage] = {}
        self.problems: list[Problem] = []
        self.page: Page | None = None
        self.serving = serving

    def page_macros(self) -> dict[str, Macro]:
        """The macros that make the body of a generated page: `tiltaksside("modum-2015-2019/1.1.3")`."""
        entities: dict[str, dict[str, Any]] = {name: {} for name, _ in MACROS.values()}
        for page in pages(self.renderer.register):
            macro, _ = MACROS[type(page.entity)]
            entities[macro][key(page.entity)] = page.entity

        def of(known: dict[str, Any]) -> Macro:
            def body(id: str) -> str:
                if id not in known:
                    raise ArgumentFeil(f"kjenner ikke id-en «{id}».")
                return self.renderer.page(known[id], self.editors.here)

            return body

        return {name: of(known) for name, known in entities.items()}

    def guarded(self, name: str, macro: Macro) -> Macro:
        """The macro, with an editor's mistake in its arguments noted with its place instead of raised."""
        signature = inspect.signature(macro)

        @functools.wraps(macro)
        def call(*arguments: Any, **named: Any) -> str:
            try:
                signature.bind(*arguments, **named)
            except TypeError:
                takes = ", ".join(signature.parameters) or "ingen"
                return self._note(name, arguments, named, f"argumentene passer ikke. Makroen tar: {takes}.")
            try:
                return macro(*arguments, **named)
            except ArgumentFeil as error:
                return self._note(name, arguments, named, str(error))
            except Exception as error:
                if self.page is None or self.page.file.src_uri in self.generated:
                    raise
                return self._note(name, arguments, named, f"argumentene kan ikke brukes ({error}).")

        return call

    def _note(self, name: str, arguments: tuple[object, ...], named: dict[str, object], message: str) -> str:
        assert self.page is not None
        file = self.page.file
        self.problems.append(
            handwritten.call_problem(file.content_string, _name(file), name, arguments, named, message)
        )
        return ""

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the generated pages. A page that somebody wrote by hand at the same address wins."""
        for page in pages(self.renderer.register):
            if files.get_file_from_path(page.src_uri) is None:
                file = File.generated(
                    config, page.src_uri, content=page.source, inclusion=InclusionLevel.NOT_IN_NAV
                )
                files.append(file)
                self.generated[page.src_uri] = page
        for file in [file for file in files if file.src_uri.startswith(THEME_SCRIPTS)]:
            files.remove(file)
        return files

    @event_priority(100)
    def on_page_markdown(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Before the macros run: say where the page is, and look for what would break them."""
        self.page = page
        self.editors.here = "" if page.file.url in (".", "./") else page.file.url
        if page.file.src_uri in self.generated:
            return markdown
        names = {*macros(self.editors), *(name for name, _ in MACROS.values())}
        found = handwritten.problems(page.file.content_string, _name(page.file), names | JINJA_NAMES)
        for key_ in names & page.meta.keys():
            message = f"nøkkelen «{key_}» øverst på siden skjuler makroen med samme navn."
            found.append(Problem(_name(page.file), 1, 1, "", message, "Gi den et annet navn."))
        self.problems += found
        return "" if found else markdown

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """What stands in the head of a generated page; and the last net for an error in a hand-written one."""
        about = self.generated.get(page.file.src_uri)
        if about is not None:
            page.meta.update(title=about.title, description=about.description, generert=True)
        elif (page.markdown or "").startswith("# _Macro "):
            said = re.search(r"_\w+_: (.+)", page.markdown or "")
            message = f"en makro på siden kan ikke kjøres ({said[1] if said else 'ukjent feil'})."
            self.problems.append(Problem(_name(page.file), 1, 1, "", message))
        return html

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> None:
        """After all pages are made and before anything is written: stop if a page has a problem."""
        if self.problems:
            raise PluginError("\n" + report(self.problems, "på sidene"))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search index of the finished site; while serving, only once."""
        site = Path(config.site_dir)
        if self.serving and KEPT.exists():
            search.restore_index(site, KEPT)
            return
        try:
            search.make_index(site)
        except search.NoIndex as error:
            raise PluginError(f"Fikk ikke laget søket: {error}.") from error
        if self.serving:
            search.keep_index(site, KEPT)

    def on_serve(self, server: Any, /, *, config: MkDocsConfig, builder: Any) -> Any:
        """Answer the search page's request for a new index (see `docs/assets/sok.js`)."""
        site, pages_of = Path(config.site_dir), server.serve_request

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
            if not environ["PATH_INFO"].endswith(NEW_INDEX):
                return pages_of(environ, start_response)
            search.make_index(site)
            search.keep_index(site, KEPT)
            start_response("204 No Content", [])
            return [b""]

        server.set_app(answer)
        return server


KEPT = Path(tempfile.gettempdir()) / f"planportal-sok-{os.getpid()}"
"""Where the index is kept between the builds of one `mkdocs serve`."""
NEW_INDEX = "/pagefind/ny"
THEME_SCRIPTS = "assets/javascripts/"
"""The theme's scripts, which no page of ours loads."""
JINJA_NAMES = frozenset({"range", "dict", "lipsum", "cycler", "joiner", "namespace", "config", "page"})


def _name(file: File) -> str:
    """The file as an editor knows it: `docs/status/index.md`."""
    return f"docs/{file.src_uri}"
