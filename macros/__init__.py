"""The whole flow, from `data/` to pages:

    data/*.yml -> read -> model -> check -> register -> pages -> templates -> MkDocs -> site/

    read.py, files.py    YAML text to plain values, with the place of each; all files at once
    model.py             the file format
    load.py, names.py    all files as models, with every problem within one; which names hold where
    check.py             every problem that needs more than one, with references.py: what refers to what
    register.py          the loaded whole, with what follows from it
    schema.py, words.py  the format as JSON Schemas; what its fixed words mean
    addresses.py         where everything is
    things.py, diff.py   two states of the data beside each other, with permanence.py: no address is lost;
                         endringer.py, wording.py, markdown.py, summary.py: what a change means, in words;
                         state.py: the data as they were in git
    github.py            where it is on GitHub
    tables.py, lists.py  what is counted and put in order; long lists divided into pages
    melding.py           who may report a status, and the text of a report
    statusark.py         the spreadsheet for reporting many; statusimport.py reads it
    pages.py             which pages exist
    render.py            what they look like, with templates/, pieces.py, slots.py and compiled.py
    editors.py           the macros for hand-written pages, with standins.py
    fields.py, webp.py   the field reference among them; how large a picture is
    site.py, frame.py    MkDocs' events; the theme around a page
    write.py, search.py  pages and search index to files
    preview.py           pages and search while serving, with unchanged.py
    store.py, keys.py    what is kept from one build to the next, and what it depends on
    workers.py           work divided between processes
    innlesing/           the other way: a plan in a document to a file in data/
    commands/            the editors' command line

`define_env` is where mkdocs-macros comes in.
"""

from __future__ import annotations

import atexit
import functools
import gc
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .check import check
from .load import load
from .names import keep_links
from .preview import Preview
from .problem import Problem
from .register import Register, build
from .store import FileStore, Store
from .timing import stage
from .workers import available

if TYPE_CHECKING:
    from .site import Way


def read_register(
    data: Path, idag: date, store: Store | None = None, processes: int = 1, *, again: bool = False
) -> tuple[Register | None, list[Problem]]:
    """The register of a data folder on a day, or None and every problem in it.

    With `again`, files that have not changed since the last time are not read again.
    """
    with stage("les"):
        loaded, problems = load(data, store, processes, again=again)
    with stage("kontroller"):
        problems += check(loaded, idag)
    with stage("register"):
        register = None if problems else build(loaded)
    keep_links(loaded)
    return register, problems


def define_env(env: Any) -> None:
    """Called by mkdocs-macros at the start of each build: read, check, and hand out the macros."""
    # MkDocs is imported here so that the command line, which does not need it, starts at once.
    from mkdocs.exceptions import PluginError

    from .compiled import COMPILED
    from .editors import Editors, macros
    from .frame import hasten
    from .frist import dato
    from .github import BRANCH, repository
    from .problem import report
    from .render import Renderer
    from .site import Site
    from .today import today

    # What a build makes lives until its end, and looking through it for garbage takes a third of the time
    # of reading and checking. A preview looks for it between builds.
    gc.disable()
    extra = env.conf.extra
    try:
        idag = today()
        extra["repo"] = repository(extra["repo"] or "")
    except ValueError as error:
        raise PluginError(str(error)) from None
    way = _way(env.conf.extra["bygg"], serving="serve" in sys.argv)
    COMPILED.store = way.store
    folder, serving = Path(env.project_dir) / "data", way.preview is not None
    register, problems = read_register(folder, idag, way.store, way.processes, again=serving)
    if register is None:
        way.tell(report(problems))
        raise PluginError("\n" + report(problems))
    extra |= {"idag": dato(idag), "typesetting": _typesetting(env.conf.theme.dirs), "serverer": serving}
    renderer = Renderer(
        register,
        idag,
        base=env.conf.site_url or "",
        repo=extra["repo"],
        gren=extra["gren"] or BRANCH,
        ark=extra["ark"] != "nei",
    )
    editors = Editors(renderer, Path(env.conf.docs_dir), way.store)
    site = Site(renderer, editors, way)
    for name, macro in {**macros(editors), **site.page_macros()}.items():
        env.macro(site.guarded(name, macro), name)
    env.conf.plugins["macros/site"] = site
    hasten(env.conf.theme)


def _way(settings: dict[str, Any], *, serving: bool) -> Way:
    """How to build, by `extra.bygg` in mkdocs.yml. While serving nothing is forked, as there are threads."""
    from .site import Way

    fast = settings["vei"] != "enkel"
    return Way(
        fast=fast,
        search=settings["sok"] != "nei",
        processes=1 if serving else int(settings["prosesser"] or available()),
        store=FileStore(Path(settings["lager"])) if settings["lager"] and not serving else Store(),
        preview=_preview() if fast and serving else None,
    )


@functools.cache
def _preview() -> Preview:
    """The preview of this process, whose builds all hand it their pages."""
    preview = Preview()
    atexit.register(preview.close)
    return preview


def _typesetting(folders: list[str]) -> str:
    """The address of the theme's stylesheet, whose name has a fingerprint of its version."""
    name = "assets/stylesheets/main.*.min.css"
    found = next(path for folder in folders for path in sorted(Path(folder).glob(name)))
    return f"assets/stylesheets/{found.name}"
