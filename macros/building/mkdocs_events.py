"""MkDocs' events: adds the generated pages, tells each page where it is, and stops the build on a problem.

A generated page goes one of two ways, and becomes the same bytes (a test compares them):

- The plain way: its Markdown is one macro call, and MkDocs, its macros and the theme do the rest.
- The fast way: to MkDocs it is a file that is ready; it is written here, its body put into a frame that the theme has
  made (see `theme_frame.py`). The plain way takes 11 ms a page more (the committed data: 5.6 s instead of 1.7). Three things in
  MkDocs 1.6 stand in the way of less: every build cleans the whole folder, every page is rendered even when nothing
  in it has changed, and generated pages always count as changed (mkdocs/commands/build.py, structure/files.py).

Hand-written pages always go the plain way. They are looked at before their macros run, and all their problems are
reported before anything is written. This module is reached through mkdocs-macros, which calls only `define_env`; the
object is put among MkDocs' plugins there, because MkDocs' own hooks cannot import a package.
"""

from __future__ import annotations

import functools
import gc
import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date
from mkdocs.utils.templates import TemplateContext

from ..pages import handwritten, search
from ..pages.editors import ArgumentFeil, Editors, macros
from ..pages.pages import MACROS, GeneratedFile, GeneratedPage, files, key, pages
from ..pages.render import Renderer
from ..pages.slots import dated, placed
from ..statuses import sheet_out
from ..tools.problem import Problem, report
from ..tools.store import Store
from ..tools.timing import save, stage
from .page_digests import Keys
from .preview import Preview
from .theme_frame import Around, Frames
from .write import Generated, Writing, make_folders

Macro = Callable[..., str]


@dataclass(frozen=True)
class Way:
    """How a build is done."""

    fast: bool = True
    search: bool = True
    processes: int = 1
    store: Store = field(default_factory=Store)
    preview: Preview | None = None
    """Who shows the pages while serving; None in a build."""

    @property
    def writes(self) -> bool:
        """Whether the generated pages are written here, and not by MkDocs or when somebody looks at them."""
        return self.fast and self.preview is None

    def tell(self, wrong: str) -> None:
        """Let whoever looks at the preview see what is wrong."""
        if self.preview is not None:
            self.preview.wrong = wrong


class ReadyFile(File):
    """What is generated the fast way: MkDocs neither reads, renders nor copies it, but links to it."""

    inclusion = InclusionLevel.NOT_IN_NAV
    generated_by = "macros/site"
    src_dir = None

    def __init__(self, about: Generated, site: Site, dest_dir: str, use_directory_urls: bool) -> None:
        # Not File's own, which takes ten times as long to find out what is known here.
        self.about = about
        self.site = site
        self.src_uri = about.src_uri
        self.dest_uri = about.file
        self.url = about.path
        self.dest_dir = dest_dir
        self.use_directory_urls = use_directory_urls

    def is_documentation_page(self) -> bool:
        """No, so that MkDocs leaves it alone."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing: `Writing` writes it."""

    @functools.cached_property
    def page(self) -> Any:  # type: ignore[override]
        """What MkDocs asks of its page: for the sitemap, and when a hand-written page links into it."""
        return ReadyPage(self)


@dataclass(frozen=True, slots=True)
class ReadyPage:
    """What MkDocs asks of the page of such a file."""

    file: ReadyFile
    is_link = False

    @property
    def canonical_url(self) -> str:
        """Its whole address."""
        return self.file.site.renderer.base + self.file.about.path

    @property
    def update_date(self) -> str:
        """The day it is made."""
        return self.file.site.today

    @property
    def present_anchor_ids(self) -> set[str]:
        """The places in it that can be linked to."""
        about = self.file.about
        body = self.file.site.renderer.body(about.entity) if isinstance(about, GeneratedPage) else b""
        return set(re.findall(r'\bid="([^"]+)"', body.decode()))


class Site(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """One build of the site."""

    def __init__(self, renderer: Renderer, editors: Editors, way: Way) -> None:
        self.renderer = renderer
        self.editors = editors
        self.way = way
        self.generated: dict[str, GeneratedPage] = {}
        self.ready: dict[str, ReadyFile] = {}
        self.problems: list[Problem] = []
        self.page: Page | None = None
        self.keys: Keys | None = None
        self.writing: Writing[Around] | None = None
        self.nav = Navigation([], [])
        self.names: frozenset[str] = frozenset()
        self.today = get_build_date()

    def page_macros(self) -> dict[str, Macro]:
        """The macros that make the body of a generated page: `tiltaksside("modum-2015-2019/1.1.3")`."""

        def of(kind: type) -> Macro:
            def body(id: str) -> str:
                if (kind, id) not in self.entities:
                    raise ArgumentFeil(f"kjenner ikke id-en «{id}».")
                return self.renderer.page(self.entities[kind, id], self.editors.here)

            return body

        return {name: of(kind) for kind, (name, _) in MACROS.items()}

    @functools.cached_property
    def pages(self) -> list[GeneratedPage]:
        """All generated pages."""
        return pages(self.renderer.register, meldeskjema=bool(self.renderer.repo))

    @functools.cached_property
    def files(self) -> list[GeneratedFile]:
        """All generated files that are no pages."""
        return files(self.renderer.register) if self.renderer.ark else []

    @functools.cached_property
    def entities(self) -> dict[tuple[type, str], Any]:
        """What the generated pages are about, by its kind and what a macro call names it by."""
        return {(type(page.entity), key(page.entity)): page.entity for page in self.pages}

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
        """Add the generated pages and files. A page that somebody wrote by hand at the same address wins."""
        written, in_nav = {file.dest_uri for file in files}, set(_strings(config.nav))
        self.generated = {page.src_uri: page for page in self.pages if page.file not in written}
        added: list[Generated] = [*self.generated.values(), *self.files]
        ready = [about for about in added if about.src_uri not in in_nav]
        if self.way.writes:
            self.writing = self._begun(ready, Path(config.site_dir))
        if self.way.fast:
            where = config.site_dir, config.use_directory_urls
            self.ready = {about.src_uri: ReadyFile(about, self, *where) for about in ready}
        for about in added:
            files.append(self.ready.get(about.src_uri) or self._plain_file(about, config))
        self._send_on(files, written, config)
        for file in [file for file in files if file.src_uri.startswith(THEME_SCRIPTS)]:
            files.remove(file)
        return files

    def _plain_file(self, about: Generated, config: MkDocsConfig) -> File:
        if isinstance(about, GeneratedFile):
            return File.generated(config, about.src_uri, content=self._bytes(about))
        return File.generated(
            config, about.src_uri, content=about.source, inclusion=InclusionLevel.NOT_IN_NAV
        )

    def _begun(self, ready: list[Generated], folder: Path) -> Writing[Around]:
        # Files first: a spreadsheet is much work, and the last piece should be little.
        ready = sorted(ready, key=lambda about: isinstance(about, GeneratedPage))
        of, processes, store = self.renderer, self.way.processes, self.way.store
        if store.keeps:
            self.keys = Keys(of.register, of.idag, of.base, of.repo, of.ark)
        return Writing(ready, self._kept, self._whole, folder, processes=processes, store=store)

    def _send_on(self, files: Files, written: set[str], config: MkDocsConfig) -> None:
        """Add a page at each address that was. To MkDocs it is no page, so that no list or sitemap has it."""
        styles = [config.extra["typesetting"], *map(str, config.extra_css)]
        for one in self.renderer.register.videresendinger:
            if f"{one.gammel}index.html" not in written:
                html = self.renderer.redirect(one, styles)
                files.append(File.generated(config, f"{one.gammel}index.html", content=html))

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the navigation for the frames."""
        self.nav = nav
        self.names = frozenset(files.src_uris)

    @event_priority(100)
    def _before_macros(
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

    @event_priority(-100)
    def _after_macros(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """While serving, what is made of the same Markdown as last time need not be made again."""
        if self.way.preview is not None:
            self.way.preview.unchanged.use(page, self.names)

    on_page_markdown = CombinedEvent(_before_macros, _after_macros)

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """What stands in the head of a generated page; and the last net for an error in a hand-written one."""
        about = self.generated.get(page.file.src_uri)
        if about is not None:
            page.meta.update(
                title=about.title, description=about.description, generert=True, sokbar=about.searchable
            )
        elif (page.markdown or "").startswith("# _Macro "):
            said = re.search(r"_\w+_: (.+)", page.markdown or "")
            message = f"en makro på siden kan ikke kjøres ({said[1] if said else 'ukjent feil'})."
            self.problems.append(Problem(_name(page.file), 1, 1, "", message))
        return self.editors.stand_ins.put_back(html)

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> None:
        """After all pages are made and before anything is written: stop if a page has a problem.

        Then the generated pages that go the fast way may be written. While serving, each is made when it is asked for.
        """
        if self.problems:
            self.way.tell(report(self.problems, "på sidene"))
            raise PluginError("\n" + report(self.problems, "på sidene"))
        if self.way.preview is None:
            make_folders([*self.generated.values(), *self.files], Path(config.site_dir))
        if not self.way.fast:
            return
        pages = [file.about for file in self.ready.values() if isinstance(file.about, GeneratedPage)]
        around = Frames(env, self.nav, files, config).around(pages)
        if self.way.preview is not None:
            self.way.preview.pages = {file.about.path: file.about for file in self.ready.values()}
            self.way.preview.make = lambda page: self._whole(around, page, self._kept(page))
        elif self.writing is not None:
            self.writing.give(around)

    def _whole(self, around: Around, page: Generated, body: bytes) -> bytes:
        """A page or file as it is written, on this day."""
        return body if isinstance(page, GeneratedFile) else around(page, dated(body, self.renderer.idag))

    def _kept(self, page: Generated) -> bytes:
        """The body of a page on any day, or a file: from the store, when it has one made of the same."""
        if self.keys is None:
            return self._bytes(page)
        key_ = self.keys.of(page)
        kept = self.way.store.get(key_)
        if kept is None:
            kept = self._bytes(page)
            self.way.store.put(key_, kept)
        return kept

    def _bytes(self, page: Generated) -> bytes:
        if isinstance(page, GeneratedFile):
            return sheet_out.write(self.renderer.register, page.entity.plan)
        return placed(self.renderer.body(page.entity), page.path)

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> None:
        """Put the ready pages in the sitemap too, which nobody reads in a preview."""
        if template_name == "sitemap.xml" and self.way.preview is None:
            ready = [file for file in self.ready.values() if isinstance(file.about, GeneratedPage)]
            context["pages"] = [*context["pages"], *ready]

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is left, and index the finished site. While serving, the index is made when it is asked for."""
        if self.writing is not None:
            with stage("sider"):
                self.writing.finish()
                self.way.store.close()
        if self.way.search and self.way.preview is None:
            try:
                with stage("søk"):
                    search.make_index(Path(config.site_dir))
            except search.NoIndex as error:
                raise PluginError(f"Fikk ikke laget søket: {error}.") from error
        save()
        if self.way.preview is not None:
            self.way.preview.tidy()
        else:
            gc.freeze()  # or Python looks through all of it once more before it ends

    def on_build_error(self, *, error: Exception) -> None:
        """Let the other processes go, so that nothing is written after the build has failed."""
        if self.writing is not None:
            self.writing.abandon()

    def on_serve(self, server: Any, /, *, config: MkDocsConfig, builder: Any) -> Any:
        """Let the preview answer for the generated pages and the search."""
        if self.way.preview is not None:
            self.way.preview.answer_for(server)
        return server


THEME_SCRIPTS = "assets/javascripts/"
"""The theme's scripts, which no page of ours loads."""
JINJA_NAMES = frozenset({"range", "dict", "lipsum", "cycler", "joiner", "namespace", "config", "page"})


def _strings(value: Any) -> Iterator[str]:
    """All texts in the navigation, as it is written in mkdocs.yml. A page that it names goes the plain way."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def _name(file: File) -> str:
    """The file as an editor knows it: `docs/status/index.md`."""
    return f"docs/{file.src_uri}"
