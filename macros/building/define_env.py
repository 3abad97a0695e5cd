"""Where mkdocs-macros comes in: sets up the register, the macros and the site of a build."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Any

from ..register.open_register import read_register
from .inputs import seen
from .room import GIVES_WAY, left_out, room_of
from .way import way_of


def define_env(env: Any) -> None:
    """Read and check the data, and give mkdocs-macros the macros: it calls this at the start of each build.

    Raises PluginError with every problem in the data, or with a setting that cannot be used.
    """
    # MkDocs is imported here so that the command line, which does not need it, starts at once.
    from mkdocs.exceptions import PluginError

    from ..exports.follow import atom
    from ..exports.follow.site import nettsted
    from ..format.frist import dato
    from ..format.texts import ORDRETTE
    from ..pages.contact import contact
    from ..pages.github import BRANCH, repository
    from ..pages.handwritten.editor_macros import Editors, macros
    from ..pages.policy import policy
    from ..pages.render import Renderer
    from ..tools.problem import report
    from ..tools.store import Unusable
    from ..tools.today import today
    from .mkdocs_events import Site
    from .outputs import GENERATED_MACRO
    from .quick_calls import QuickContext
    from .theme_frame import hasten

    # What a build makes lives until its end, and looking through it for garbage takes a third of the time
    # of reading and checking. A preview looks for it between builds.
    gc.disable()
    extra = env.conf.extra
    try:
        idag = today()
        extra["repo"] = repository(extra["repo"] or "")
        extra["kontakt"] = contact(extra["kontakt"] or "")
        extra["plass"] = room_of(extra["plass"])
        told = nettsted(env.conf.site_url, env.conf.site_name, env.conf.site_description, extra)
    except ValueError as error:
        raise PluginError(str(error)) from None
    project = Path(env.project_dir)
    before = seen(project)
    try:
        way = way_of(env.conf.extra["bygg"], serving="serve" in sys.argv)
    except Unusable as error:
        raise PluginError(str(error)) from error
    folder, serving = project / "data", way.preview is not None
    register, problems = read_register(folder, idag, way.store, way.processes, again=serving)
    if register is None:
        way.tell(report(problems))
        raise PluginError("\n" + report(problems))
    typesetting = _typesetting(env.conf.theme.dirs)
    extra |= {
        "idag": dato(idag),
        "idag_iso": idag.isoformat(),
        "typesetting": typesetting,
        "serverer": serving,
        "flest_nyheter": atom.MOST,
        "policy": policy,
    }
    *first, last = (f"`{key}`" for key in ORDRETTE)
    extra["ordrett"] = f"{', '.join(first)} og {last}"
    left = left_out(len(register.tiltak), env.conf.site_url or "", extra["plass"])
    extra["utelatt"] = ", ".join(words for name, (_, words) in GIVES_WAY.items() if name in left)
    renderer = Renderer(
        register,
        idag,
        base=env.conf.site_url or "",
        repo=extra["repo"],
        gren=extra["gren"] or BRANCH,
        kontakt=extra["kontakt"],
        ark=extra["ark"] != "nei",
        søk=way.search,
        styles=[typesetting, *map(str, env.conf.extra_css)],
        nettsted=told,
        bilder=extra["bilder"] != "nei",
        commit=_commit(project),
        utelatt=left,
    )
    renderer.env.context_class = QuickContext
    editors = Editors(renderer, Path(env.conf.docs_dir), way.store)
    site = Site(renderer, editors, way, project, before)
    for name, macro in {**macros(editors), GENERATED_MACRO: site.generated_body}.items():
        env.macro(site.guarded(name, macro), name)
    env.conf.plugins["macros/site"] = site
    hasten(env.conf.theme)


def _commit(project: Path) -> str:
    """Return the commit that the project is at; «» outside a git repository."""
    from ..reading.git_revision import UkjentRevisjon, commit_of

    try:
        return commit_of(project, "HEAD")
    except UkjentRevisjon:
        return ""


def _typesetting(folders: list[str]) -> str:
    """Return the address of the theme's stylesheet, whose name has a fingerprint of its version."""
    name = "assets/stylesheets/main.*.min.css"
    found = next(path for folder in folders for path in sorted(Path(folder).glob(name)))
    return f"assets/stylesheets/{found.name}"
