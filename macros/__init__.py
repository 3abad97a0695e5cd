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

import sys
from datetime import date
from pathlib import Path
from typing import Any

from .check import check
from .load import load
from .problem import Problem
from .register import Register, build


def read_register(data: Path, idag: date) -> tuple[Register | None, list[Problem]]:
    """The register of a data folder on a day, or None and every problem in it."""
    loaded, problems = load(data)
    problems += check(loaded, idag)
    return (None, problems) if problems else (build(loaded), [])


def define_env(env: Any) -> None:
    """Called by mkdocs-macros at the start of each build: read, check, and hand out the macros."""
    # MkDocs is imported here so that the command line, which does not need it, starts at once.
    from mkdocs.exceptions import PluginError

    from .editors import Editors, macros
    from .frist import dato
    from .problem import report
    from .render import Renderer
    from .site import Site
    from .today import today

    try:
        idag = today()
    except ValueError as error:
        raise PluginError(str(error)) from None
    register, problems = read_register(Path(env.project_dir) / "data", idag)
    if register is None:
        raise PluginError("\n" + report(problems))
    env.conf.extra |= {"idag": dato(idag), "typesetting": _typesetting(env.conf.theme.dirs)}
    env.conf.extra["serverer"] = "serve" in sys.argv
    renderer = Renderer(register, idag, base=env.conf.site_url or "", repo=env.conf.extra.get("repo") or "")
    editors = Editors(renderer)
    site = Site(renderer, editors, serving="serve" in sys.argv)
    for name, macro in {**macros(editors), **site.page_macros()}.items():
        env.macro(site.guarded(name, macro), name)
    env.conf.plugins["macros/site"] = site


def _typesetting(folders: list[str]) -> str:
    """The address of the theme's stylesheet, whose name has a fingerprint of its version."""
    name = "assets/stylesheets/main.*.min.css"
    found = next(path for folder in folders for path in sorted(Path(folder).glob(name)))
    return f"assets/stylesheets/{found.name}"
