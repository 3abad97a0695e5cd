"""The whole flow, from `data/` to pages:

    data/*.yml -> read -> model -> check -> register -> pages -> templates -> MkDocs -> site/

    read.py         YAML text to plain values, with the place of each
    model.py        the file format
    load.py         all files as models, with every problem within one file
    check.py        every problem that needs more than one
    register.py     the loaded whole, with what follows from it
    addresses.py    where everything is
    tables.py       what is counted and put in order
    pages.py        which pages exist
    render.py       what they look like, with templates/
    editors.py      the macros for hand-written pages
    site.py         MkDocs' events

`define_env` is where mkdocs-macros comes in.
"""

from __future__ import annotations

import atexit
import functools
import sys
from datetime import date
from pathlib import Path
from typing import Any

from .check import check
from .load import load
from .preview import Preview
from .problem import Problem
from .register import Register, build
from .store import Store
from .timing import stage
from .workers import available


def read_register(
    data: Path, idag: date, store: Store | None = None, processes: int = 1
) -> tuple[Register | None, list[Problem]]:
    """The register of a data folder on a day, or None and every problem in it."""
    with stage("les"):
        loaded, problems = load(data, store, processes)
    with stage("kontroller"):
        problems += check(loaded, idag)
    with stage("register"):
        return (None, problems) if problems else (build(loaded), [])


def define_env(env: Any) -> None:
    """Called by mkdocs-macros at the start of each build: read, check, and hand out the macros."""
    # MkDocs is imported here so that the command line, which does not need it, starts at once.
    from mkdocs.exceptions import PluginError

    from .editors import Editors, macros
    from .frist import dato
    from .problem import report
    from .render import Renderer
    from .site import Site, Way
    from .today import today

    try:
        idag = today()
    except ValueError as error:
        raise PluginError(str(error)) from None
    settings = env.conf.extra["bygg"]
    processes = 1 if "serve" in sys.argv else int(settings["prosesser"] or available())
    register, problems = read_register(Path(env.project_dir) / "data", idag, processes=processes)
    if register is None:
        raise PluginError("\n" + report(problems))
    env.conf.extra |= {"idag": dato(idag), "typesetting": _typesetting(env.conf.theme.dirs)}
    env.conf.extra["serverer"] = serving = "serve" in sys.argv
    renderer = Renderer(register, idag, base=env.conf.site_url or "", repo=env.conf.extra.get("repo") or "")
    editors = Editors(renderer)
    way = Way(
        fast=settings["vei"] != "enkel",
        search=settings["sok"] != "nei",
        processes=processes,
        preview=_preview() if serving else None,
    )
    site = Site(renderer, editors, way)
    for name, macro in {**macros(editors), **site.page_macros()}.items():
        env.macro(site.guarded(name, macro), name)
    env.conf.plugins["macros/site"] = site


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
