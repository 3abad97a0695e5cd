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
import logging
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from ..pages import heads
from ..pages.handwritten import front_matter, raw_html
from ..pages.handwritten import rules as handwritten
from ..pages.handwritten.editor_macros import Editors, macros
from ..pages.handwritten.macro_arguments import ArgumentFeil
from ..pages.placeholders import dated, fill
from ..pages.render import Renderer
from ..tools import workers
from ..tools.problem import Problem, refused, report
from ..tools.timing import save, stage
from ..views.changed import changed_on
from ..views.search import similar
from . import typesetting
from .inputs import Seen, changed
from .outputs import GENERATED_MACRO, Generated, generated
from .page_digests import PageDigests
from .ready_files import ReadyFile
from .room import over
from .swap import Swap
from .theme_frame import Around, Frames
from .way import Way
from .write import Writing, make_folders

Macro = Callable[..., str]


class Site(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """One build of the site."""

    def __init__(self, renderer: Renderer, editors: Editors, way: Way, project: Path, before: Seen) -> None:
        """Take what to build, and how. `before`: what the files of the project were when the data were read."""
        self.renderer = renderer
        self.editors = editors
        self.way = way
        self.generated: dict[str, Generated] = {}
        self.added: list[Generated] = []
        self.ready: dict[str, ReadyFile] = {}
        self.problems: list[Problem] = []
        self.page: Page | None = None
        self.digests: PageDigests | None = None
        self.writing: Writing[Around] | None = None
        self.nav = Navigation([], [])
        self.names: frozenset[str] = frozenset()
        self.project, self.before = project, before
        self.swap: Swap | None = None

    def generated_body(self, path: str) -> str:
        """Return the body of the generated page at this address: the one macro call of such a page on the plain way."""
        page = self.pages.get(path)
        if page is None:
            raise ArgumentFeil(f"kjenner ingen side med adressen «{path}».")
        return fill(page.body(self.renderer), self.editors.here, self.renderer.idag).decode()

    @functools.cached_property
    def outputs(self) -> list[Generated]:
        """All generated pages and files, as `outputs.py` declares them."""
        return generated(self.renderer)

    @functools.cached_property
    def pages(self) -> dict[str, Generated]:
        """The generated pages, by address."""
        return {one.path: one for one in self.outputs if one.is_page}

    def guarded(self, name: str, macro: Macro) -> Macro:
        """Return the macro, with an editor's mistake in its arguments noted with its place instead of raised."""
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

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Let MkDocs build beside the old site, which stays until the new one is whole, and fence the macros in."""
        fence(config.plugins["macros"])
        if self.way.serving:
            return
        self.swap = Swap(Path(config.site_dir))
        try:
            config.site_dir = str(self.swap.begin())
        except OSError as error:
            raise PluginError(_unwritten(self.swap, error)) from error

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and files. One that somebody put by hand at the same address wins."""
        by_hand = [one for one in files if one.src_dir == config.docs_dir and not one.generated_by]
        strange = handwritten.not_ordinary((_name(one), Path(one.abs_src_path or "")) for one in by_hand)
        self.problems += dict.fromkeys(strange.values())
        for file in by_hand:
            if _name(file) in strange:
                files.remove(file)
        written, in_nav = {file.dest_uri for file in files}, set(_strings(config.nav))
        self.added = [one for one in self.outputs if one.file not in written]
        self.generated = {one.src_uri: one for one in self.added if one.is_page}
        ready = [about for about in self.added if about.src_uri not in in_nav]
        if self.way.writes:
            self.writing = self._begun(ready, Path(config.site_dir))
        if self.way.fast:
            with_all = self.renderer, config.site_dir, config.use_directory_urls
            self.ready = {about.src_uri: ReadyFile(about, *with_all) for about in ready}
        for about in self.added:
            files.append(self.ready.get(about.src_uri) or self._plain_file(about, config))
        for file in [file for file in files if file.src_uri.startswith((THEME_SCRIPTS, THEME_STYLES))]:
            files.remove(file)
            if file.src_uri == config.extra["typesetting"] and file.abs_src_path:
                whole = Path(file.abs_src_path).read_text("utf-8")
                ours = [
                    (Path(config.docs_dir) / one).read_text("utf-8") for one in map(str, config.extra_css)
                ]
                css = typesetting.made(self.project, whole, ours)
                files.append(File.generated(config, file.src_uri, content=css))
        return files

    def _plain_file(self, about: Generated, config: MkDocsConfig) -> File:
        if not about.is_page:
            return File.generated(config, about.src_uri, content=about.body(self.renderer))
        return File.generated(
            config, about.src_uri, content=about.source, inclusion=InclusionLevel.NOT_IN_NAV
        )

    def _begun(self, ready: list[Generated], folder: Path) -> Writing[Around]:
        # Files first: a spreadsheet is much work, and the last piece should be little.
        ready = sorted(ready, key=lambda about: about.is_page)
        similar.prepare(self.renderer.register, self.way.store)  # or each process would do it
        of, processes, store = self.renderer, self.way.processes, self.way.store
        if store.keeps:
            self.digests = PageDigests(
                of.register,
                of.idag,
                of.base,
                of.repo,
                of.utgivelse.site,
                of.kontakt,
                of.ark,
                of.styles,
                sorted(of.utelatt),
            )
        return Writing(ready, self._kept, self._whole, folder, processes=processes, store=store)

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the navigation, which the frames show."""
        self.nav = nav
        self.names = frozenset(files.src_uris)
        by_hand = (_name(file) for file in files if not file.generated_by)
        self.problems += handwritten.bad_names(by_hand, self.names)
        for file in files:
            if file.src_uri.endswith(raw_html.ENDINGS) and not file.generated_by:
                text = Path(file.abs_src_path or "").read_text("utf-8", errors="replace")
                self.problems += raw_html.problems(text, _name(file), text)

    @event_priority(100)
    def _before_macros(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Look for what would break the macros of a page, before they run, and let them know where the page is."""
        self.page = page
        self.editors.here = "" if page.file.url in (".", "./") else page.file.url
        if page.file.src_uri in self.generated:
            return markdown
        names = {*macros(self.editors), GENERATED_MACRO}
        found = front_matter.problems(page.file.content_string, _name(page.file))
        found += handwritten.problems(page.file.content_string, _name(page.file), names | JINJA_NAMES)
        for key_ in names & page.meta.keys():
            message = f"nøkkelen «{key_}» øverst på siden skjuler makroen med samme navn."
            found.append(Problem(_name(page.file), 1, 1, "", message, "Gi den et annet navn."))
        self.problems += found
        return "" if found else markdown

    @event_priority(-100)
    def _after_macros(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Let a page be as it was last time, while serving, if its Markdown is the same."""
        if self.way.preview is not None:
            self.way.preview.unchanged.use(page, self.names)

    on_page_markdown = CombinedEvent(_before_macros, _after_macros)

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """Give a generated page its head, and note an error in a hand-written one that only its HTML shows."""
        about = self.generated.get(page.file.src_uri)
        if about is not None:
            page.meta.update(
                title=about.title,
                description=about.description,
                generert=True,
                sprak=about.language,
            )
            page.meta["hode"] = about.head(self.renderer)
            return self.editors.stand_ins.put_back(_aligned(html))
        title = str(page.meta.get("title") or page.title or "")
        over = page.meta.get("over")
        above = [(str(over.get("tittel")), str(over.get("adresse")))] if isinstance(over, dict) else []
        page.meta["hode"] = heads.of_handwritten(self.renderer.utgivelse, title, self.editors.here, above)
        if (said := said_of_macro(page.markdown or "")) is not None:
            message = f"en makro på siden kan ikke kjøres ({said})."
            self.problems.append(Problem(_name(page.file), 1, 1, "", message))
        else:  # what macros have made is not in it yet
            self.problems += raw_html.problems(html, _name(page.file), page.file.content_string)
        return self.editors.stand_ins.put_back(_aligned(html))

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> None:
        """Stop if a page has a problem: all pages are made now, and nothing is written yet.

        Then the generated pages that go the fast way may be written. While serving, each is made when it is asked for.
        """
        if self.problems:
            self.way.tell(report(self.problems, "på sidene"))
            raise PluginError("\n" + report(self.problems, "på sidene"))
        if self.way.preview is None:
            make_folders(self.added, Path(config.site_dir))
        if not self.way.fast:
            return
        pages = [file.about for file in self.ready.values() if file.about.is_page]
        around = Frames(env, self.nav, files, config).around(pages)
        if self.way.preview is not None:
            self.way.preview.pages = {
                file.about.path.removesuffix("index.html"): file.about for file in self.ready.values()
            }
            self.way.preview.make = lambda page: self._whole(around, page, self._kept(page))
        elif self.writing is not None:
            self.writing.give(around)

    def _whole(self, around: Around, page: Generated, body: bytes) -> bytes:
        """Return a page or file as it is written, on this day."""
        if not page.is_page:
            return body
        return around(page, dated(body, self.renderer.idag), page.head(self.renderer))

    def _kept(self, page: Generated) -> bytes:
        """Return the body of a page on any day, or a file: from the store, when it has one made of the same."""
        if self.digests is None or not page.output.stored:
            return page.kept(self.renderer)
        key_ = page.digest(self.digests)
        kept = self.way.store.get(key_)
        if kept is None:
            kept = page.kept(self.renderer)
            self.way.store.put(key_, kept)
        return kept

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> None:
        """Put the ready pages in the sitemap too, which nobody reads in a preview."""
        if template_name == "sitemap.xml" and self.way.preview is None:
            ready = [file for file in self.ready.values() if file.about.is_page]
            context["pages"] = [*context["pages"], *ready]
        if template_name == "sitemap.xml":
            context["endret"] = self._changed_on  # type: ignore[typeddict-unknown-key]

    def _changed_on(self, file: Any) -> date | None:
        """Return the day the content of a generated page last changed; None for a page written by hand."""
        about = getattr(file, "about", None) or self.generated.get(file.src_uri)
        return changed_on(about.entity) if about else None

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is left, and let the new site take the place of the old."""
        if self.writing is not None:
            with stage("sider"):
                self.writing.finish()
                said = [self.way.store.close()]
                if self.renderer.utelatt:  # so many measures that it may be too large
                    said.append(over(Path(config.site_dir), config.extra["plass"]))
                for one in filter(None, said):
                    logging.getLogger("mkdocs.plugins.planportal").info(one)
        if self.swap is not None:
            self._take_its_place(self.swap, config)
        save()
        if self.way.preview is not None:
            self.way.preview.tidy()
        else:
            gc.freeze()  # or Python looks through all of it once more before it ends

    def _take_its_place(self, swap: Swap, config: MkDocsConfig) -> None:
        """Let the new site take the place of the old, if nothing was wrong with it. Raises PluginError and OSError."""
        if files := changed(self.project, self.before):
            named = ", ".join(files[:MOST_NAMED]) + (" og flere" if len(files) > MOST_NAMED else "")
            raise PluginError(
                f"Filer ble endret mens nettstedet ble laget: {named}. {OLD_SITE_STAYS} Bygg en gang til."
            )
        # Under --strict MkDocs stops for a warning first when all is built.
        if config.strict and any(counted(handler) for handler in logging.getLogger("mkdocs").handlers):
            return
        swap.finish()
        config.site_dir = str(swap.site)

    def on_build_error(self, *, error: Exception) -> None:
        """Let the other processes go, so that nothing is written after the build has failed, and take it away.

        Raises PluginError in the place of an error from the machine, such as a full disk.
        """
        if self.writing is not None:
            self.writing.abandon()
        if self.swap is not None:
            self.swap.abandon()
            if isinstance(error, OSError | workers.Stopped):
                raise PluginError(_unwritten(self.swap, error)) from error

    def on_serve(self, server: Any, /, *, config: MkDocsConfig, builder: Any) -> Any:
        """Let the preview answer for the generated pages and files."""
        if self.way.preview is not None:
            self.way.preview.answer_for(server)
        return server


THEME_STYLES = "assets/stylesheets/"
"""The theme's stylesheets, of which one goes into the site, and of that what can match."""
THEME_SCRIPTS = "assets/javascripts/"
"""The theme's scripts, which no page of ours loads."""
JINJA_NAMES = frozenset({"config"})
"""What a hand-written page may name besides the macros; what it may ask of it: `handwritten.SETTINGS`."""


MOST_NAMED = 5
"""So many files are named in an error about several."""
OLD_SITE_STAYS = "Det forrige nettstedet står som det var."


def fence(plugin: Any) -> None:
    """Give mkdocs-macros an environment in which a page reaches nothing but the macros, and no file.

    What a page may be made of is looked at before (`handwritten.py`); this holds should something have been forgotten.
    """
    plugin._env = ImmutableSandboxedEnvironment(undefined=plugin.env.undefined)
    plugin._env.globals = dict(plugin.macros)


def counted(handler: logging.Handler) -> bool:
    """Return whether this handler of the log counts warnings, as MkDocs does under --strict, and has counted one."""
    return isinstance(handler, CountHandler) and bool(handler.get_counts())


def _aligned(html: str) -> str:
    """Return a page with classes in place of the style attributes that Markdown gives the cells of a table."""
    return re.sub(r'(<t[hd]) style="text-align: (left|center|right);">', r'\1 class="til-\2">', html)


def _unwritten(swap: Swap, error: Exception) -> str:
    """Return what to say when the site could not be written."""
    said = refused(error) if isinstance(error, OSError) else str(error)
    where = getattr(error, "filename", None) or swap.new
    return f"Nettstedet kan ikke skrives: {where} ({said}). {OLD_SITE_STAYS}"


def said_of_macro(markdown: str) -> str | None:
    """Return what mkdocs-macros says of a macro that failed, which it writes in place of the page; None of other pages."""
    if not markdown.startswith("# _Macro "):
        return None
    said = re.search(r"^_(?!File_)\w+_: (.+)", markdown, re.MULTILINE)
    return said[1] if said else "ukjent feil"


def _strings(value: Any) -> Iterator[str]:
    """Yield all texts in the navigation, as mkdocs.yml has it. A generated page that it names goes the plain way."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def _name(file: File) -> str:
    """Return the name of a file as an editor knows it: `docs/status/index.md`."""
    return f"docs/{file.src_uri}"
