"""What `building/` uses of other libraries though they do not promise it: each is tried, so that a new version is no surprise.

A failure here says which module to mend. `test_rooms.py` sees to it that a private name used there stands in `TRIED`.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jinja2
import pytest
from jinja2.exceptions import SecurityError
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs_macros.errors import format_error
from mkdocs_macros.plugin import MacrosPlugin

from macros.building.mkdocs_events import fence, said_of_macro
from macros.building.outputs import generated
from macros.building.quick_calls import QuickContext
from macros.building.ready_files import ReadyFile
from macros.building.theme_frame import hasten
from macros.pages.render import Renderer
from macros.register.entities import Register
from tests.cases import IDAG

SERVER = ("_visible_epoch", "_wanted_epoch", "_epoch_cond", "_inject_js_into_html")
OBSERVER = "_timeout"
JINJA = ("_loop_vars", "_block_vars")
MACROS = "_env"
TRIED = {*SERVER, OBSERVER, *JINJA, MACROS}
"""The private names that `building/` may use, as a test here tries them."""


def changed(library: str, what: str, module: str) -> str:
    """Return what a failure says: which library is another than we know, in what, and where to mend it."""
    return f"{library} {version(library)} {what}: mend macros/building/{module}, or hold {library} back"


def test_the_macros_plugin_renders_with_the_environment_that_it_is_given() -> None:
    plugin = MacrosPlugin()
    plugin._macros, plugin._variables, plugin._env = {"a": str.upper}, {}, jinja2.Environment()
    fence(plugin)
    told = changed("mkdocs-macros-plugin", "renders in another way", "mkdocs_events.py: fence")
    assert plugin.env.from_string("{{ a('x') }}").render() == "X", told
    assert inspect.getsource(MacrosPlugin.render).count("self.env.from_string(markdown)") == 1, told
    with pytest.raises(SecurityError):
        plugin.env.from_string("{{ a.__globals__ }}{{ ''.__class__.__mro__[1].x }}").render()
    with pytest.raises(jinja2.UndefinedError):
        plugin.env.from_string("{{ lipsum(1) }}").render()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Any]:
    """Yield MkDocs' preview server of an empty folder, without a build."""
    made = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    yield made
    made.server_close()


@pytest.mark.parametrize(
    "name", [*SERVER, "serve_request", "mount_path", "builder", "build_delay", "observer"]
)
def test_the_previews_server_has_what_we_put_ourselves_between(server: Any, name: str) -> None:
    assert hasattr(server, name), changed("mkdocs", f"has no LiveReloadServer.{name}", "preview.py")


def test_the_previews_server_puts_its_script_into_a_page(server: Any) -> None:
    page = server._inject_js_into_html(b"<html><body></body></html>", 7)
    assert b"livereload(7" in page, changed("mkdocs", "puts another script into pages", "preview.py")
    with server._epoch_cond:
        server._epoch_cond.notify_all()


def test_how_often_the_observer_looks_can_be_set(server: Any) -> None:
    server.observer._timeout = 0.1
    assert server.observer.timeout == 0.1, changed("watchdog", "keeps its interval elsewhere", "preview.py")


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """Return a configuration of MkDocs for a site of one folder."""
    made = MkDocsConfig()
    made.load_dict({"site_name": "x", "docs_dir": str(tmp_path), "site_dir": str(tmp_path / "site")})
    made.validate()
    made.plugins._current_plugin = "tests"  # or no file can be generated
    return made


@pytest.fixture
def ready(register: Register) -> ReadyFile:
    """Return a file of the sample whose body is made already."""
    renderer = Renderer(register, IDAG, base="https://x.example/")
    return ReadyFile(generated(renderer)[0], renderer, "site", True)


def test_a_ready_file_has_all_that_mkdocs_gives_a_file(ready: ReadyFile, config: MkDocsConfig) -> None:
    plain = File.generated(config, ready.src_uri, content="x", inclusion=InclusionLevel.NOT_IN_NAV)
    missing = {name for name in vars(plain) if name not in ("_content", "abs_src_path")} - {*dir(ready)}
    assert not missing, changed("mkdocs", f"gives each File {', '.join(missing)} too", "ready_files.py")
    for name in ("name", "dest_uri", "url", "abs_dest_path"):
        given = getattr(ready, name)
        plain.dest_dir = ready.dest_dir
        assert given == getattr(plain, name), changed(
            "mkdocs", f"makes File.{name} otherwise", "ready_files.py"
        )


def test_a_ready_page_answers_as_mkdocs_page_does(ready: ReadyFile, config: MkDocsConfig) -> None:
    config.site_url = "https://x.example/"
    page = Page(None, File.generated(config, ready.src_uri, content="x"), config)
    for name in ("canonical_url", "is_link", "present_anchor_ids"):
        assert hasattr(page, name), changed("mkdocs", f"has no Page.{name}", "ready_files.py")
        assert hasattr(ready.page, name)
    assert ready.page.canonical_url == page.canonical_url


def test_what_a_page_is_rendered_to_is_in_the_page_itself(config: MkDocsConfig) -> None:
    file = File.generated(config, "a.md", content="# Tittel\n\n[b](b.md#sted)\n")
    other = File.generated(config, "b.md", content="# B\n")
    page = Page(None, file, config)
    page.read_source(config)
    before = dict(page.__dict__)
    page.render(config, Files([file, other]))
    new = {name for name, value in page.__dict__.items() if before.get(name) is not value}
    why = changed("mkdocs", "keeps what a page is rendered to elsewhere", "preview_reuse.py")
    assert new >= {"content", "toc", "links_to_anchors", "present_anchor_ids"}, why
    assert page.links_to_anchors == {other: {"sted": "b.md#sted"}}, why


def test_the_context_of_a_page_is_made_of_the_same_as_we_give() -> None:
    given = list(inspect.signature(get_context).parameters)
    assert given[:4] == ["nav", "files", "config", "page"], changed(
        "mkdocs", f"makes a page's context of {given}", "theme_frame.py"
    )


def test_a_hastened_theme_gives_the_same_files(config: MkDocsConfig) -> None:
    def files(theme: Theme) -> set[str]:
        found = Files([])
        config.theme = theme
        found.add_files_from_theme(theme.get_env(), config)
        return {file.src_uri for file in found}

    plain, quick = Theme(name="material"), Theme(name="material")
    hasten(quick)
    assert type(quick.get_env().loader) is not type(plain.get_env().loader)
    assert files(quick) == files(plain) != set(), changed(
        "mkdocs", "copies other files of a theme", "theme_frame.py"
    )


CALLS = """
{%- macro row(one, mark="") %}<i>{{ one }}{{ mark }}{% if caller %}{{ caller(one) }}{% endif %}</i>{% endmacro -%}
{% block main %}{{ row("c") }}{% for one in ["<a>", "b"] %}{% set shown = one ~ loop.index %}{{ row(shown, mark="&") }}
{% call(x) row(one, "!") %}{{ upper(x) }}{% endcall %}{% endfor %}{% endblock %}"""


def test_templates_call_the_same_without_jinjas_look_at_each_function() -> None:
    made = []
    for context in (jinja2.runtime.Context, QuickContext):
        env = jinja2.Environment(autoescape=True)
        env.context_class = context
        env.globals["upper"] = str.upper
        made.append(env.from_string(CALLS).render())
    assert made[0] == made[1], changed("jinja2", "calls macros otherwise", "quick_calls.py")
    assert "<i>&lt;a&gt;1&amp;</i>" in made[1]


@pytest.mark.parametrize("name", JINJA)
def test_jinja_gives_each_call_the_names_that_we_take(name: str) -> None:
    compiled = jinja2.Environment().compile(CALLS, raw=True)
    assert f"{name}=" in compiled, changed("jinja2", f"no longer gives calls {name}", "quick_calls.py")


def test_a_macro_that_failed_is_seen_in_the_page(config: MkDocsConfig) -> None:
    page = Page(None, File.generated(config, "a.md", content=""), config)
    markdown = format_error(ZeroDivisionError("division by zero"), "{{ 1/0 }}", page)
    assert said_of_macro(markdown) == "division by zero", changed(
        "mkdocs-macros-plugin", "writes errors otherwise", "mkdocs_events.py"
    )
    assert said_of_macro("# Tittel\n\nTekst") is None
