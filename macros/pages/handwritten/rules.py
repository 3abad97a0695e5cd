"""What can be wrong in a hand-written page before it is made, and where a macro is called in it."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import jinja2
from jinja2 import meta, nodes

from ...reading.limits import MOST_BYTES, too_large
from ...tools import signs
from ...tools.nearness import did_you_mean
from ...tools.portable import unportable
from ...tools.problem import Problem
from . import front_matter


def problems(source: str, file: str, known: Collection[str]) -> list[Problem]:
    """Return signs that mislead, broken template syntax and unknown names in a page. `known`: macros and variables."""
    if misleading := [*_signs(source, file)]:
        return misleading
    try:
        tree, names = _parsed(source)
    except jinja2.TemplateSyntaxError as error:
        message = f"makroen på denne linja kan ikke leses ({error.message})."
        return [Problem(file, error.lineno, 1, "", message, "Se etter {{, }} og anførselstegn.")]
    foreign = [*_foreign(tree, file)]
    if foreign:
        return foreign
    unknown = names - set(known)
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    return [
        Problem(
            file,
            node.lineno,
            _column(source, node.lineno, node.name),
            "",
            f"kjenner ikke {'makroen ' * (id(node) in called)}«{node.name}».",
            did_you_mean(node.name, known) if id(node) in called else "En tekst må stå i anførselstegn.",
        )
        for node in tree.find_all(nodes.Name)
        if node.name in unknown and node.ctx == "load"
    ]


def _signs(source: str, file: str) -> Iterator[Problem]:
    """Yield the first sign of each kind on a line that no page may hold, as no file of data may."""
    for number, line in enumerate(source.split("\n"), 1) if signs.SURPRISING.search(source) else ():
        for said, at in {said: at for at, said in reversed([*signs.faults(line.removesuffix("\r"))])}.items():
            yield Problem(file, number, at + 1, "", f"fant {said}.", "Skriv teksten på nytt.")


def not_ordinary(files: Iterable[tuple[str, Path]]) -> dict[str, Problem]:
    """Return those of the files in docs/ that are none: links, which may lead anywhere, and what may never end.

    `files`: each as an editor knows it, with its path. Returns a problem for each of them, by the file; of a
    folder that is a link all files have the same.
    """
    found = {}
    for file, path in files:
        parts = file.split("/")
        ways = [Path(str(path).removesuffix("/".join(parts[i:]))) for i in range(2, len(parts))] + [path]
        link = next((i for i, way in enumerate(ways, 2) if way.is_symlink()), 0)
        if link or not path.is_file():
            message = f"ventet en fil, fant en {'lenke til noe annet' if link else 'enhet eller en kanal'}."
            where = "/".join(parts[: link or None])
            found[file] = Problem(where, 1, 1, "", message, "Legg selve filen her.")
        elif path.stat().st_size > MOST_BYTES and file.endswith(".md"):
            found[file] = too_large(file)
        elif file.endswith(".md") and (
            wrong := front_matter.too_much(path.read_text("utf-8-sig", "replace"), file)
        ):
            found[file] = wrong
    return found


SETTINGS = ("repo", "kontakt", "gren", "ark", "serverer", "ordrett", "idag", "flest_nyheter", "utelatt")
"""What a page may ask of the site: `config.extra.repo` …"""
OWN = ("site_url", "site_name")
"""… and of MkDocs: `config.site_url`."""
_MEANT = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Call,
    nodes.Keyword,
    nodes.Const,
    nodes.List,
    nodes.Name,
    nodes.If,
    nodes.CondExpr,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Compare,
    nodes.Operand,
)
"""What a page may be made of besides `config.extra.…`: calls of macros, texts and «if». No loop, no sum and nothing that
reads a file, so that a page can neither run a program nor keep a build going for ever."""
_NAMED = {
    nodes.For: "en løkke (for)",
    nodes.Assign: "set",
    nodes.AssignBlock: "set",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "import",
    nodes.Extends: "extends",
    nodes.Macro: "macro",
    nodes.Filter: "et filter (|)",
    nodes.FilterBlock: "et filter",
    nodes.Getitem: "klammer etter et navn",
}


def _foreign(node: nodes.Node, file: str) -> Iterator[Problem]:
    """Yield what stands in a page's template language that is no call of a macro, no text and no «if»."""
    for inner in node.iter_child_nodes():
        if isinstance(inner, nodes.Getattr):
            if _setting(inner):
                continue
            said = f"«.{inner.attr}» etter et navn"
        elif isinstance(inner, nodes.Call) and not isinstance(inner.node, nodes.Name):
            said = "et kall av noe annet enn en makro"
        elif isinstance(inner, nodes.Call) and (inner.dyn_args or inner.dyn_kwargs):
            said = "stjerner i et kall"
        elif isinstance(inner, _MEANT):
            yield from _foreign(inner, file)
            continue
        else:
            said = _NAMED.get(
                type(inner), "et regnestykke" if isinstance(inner, nodes.BinExpr) else "noe annet"
            )
        message = f"ventet en makro, en tekst eller «if» i krøllparentesene, fant {said}."
        hint = f"Bruk makroene, eller {', '.join(f'config.extra.{name}' for name in SETTINGS[:2])}."
        yield Problem(file, inner.lineno, 1, "", message, hint)


def _setting(node: nodes.Getattr) -> bool:
    """Return whether this is `config.extra.` and the name of a setting, or `config.` and one of MkDocs' own."""
    extra = node.node
    if isinstance(extra, nodes.Name):
        return extra.name == "config" and node.attr in OWN
    return (
        node.attr in SETTINGS
        and isinstance(extra, nodes.Getattr)
        and extra.attr == "extra"
        and isinstance(extra.node, nodes.Name)
        and extra.node.name == "config"
    )


def bad_names(files: Iterable[str], names: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong with the names of files: that some machine cannot hold one, or not beside another.

    `files`: as an editor knows them, `docs/om/index.md`. `names`: those of all files in docs/, without the folder.
    """
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(_folded(f"docs/{name}"), []).append(name)
    hint = "På Windows og macOS er de samme fil. Gi den ene et annet navn."
    for file in files:
        for part in file.split("/"):
            if said := unportable(part):
                yield Problem(
                    file, 1, 1, "", f"navnet «{part}» kan ikke brukes: {said}.", "Gi den et annet navn."
                )
        for name in alike.get(_folded(file), ()):
            if f"docs/{name}" != file:
                message = f"navnet er likt «docs/{name}», bare skrevet på en annen måte."
                yield Problem(file, 1, 1, "", message, hint)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


@functools.lru_cache(maxsize=256)
def _parsed(source: str) -> tuple[nodes.Template, set[str]]:
    """Return the page as Jinja sees it, and the names in it that Jinja does not know.

    Kept, as most pages are as before from one build of a preview to the next.
    """
    environment = jinja2.Environment()
    environment.globals.clear()  # `lipsum` and its like are names that a page does not know
    tree = environment.parse(source)
    return tree, meta.find_undeclared_variables(tree)


def call_problem(
    source: str, file: str, name: str, arguments: Sequence[object], named: Mapping[str, object], message: str
) -> Problem:
    """Return a problem with a call of a macro: at the call with these arguments, else at the first call of that macro."""
    calls = [
        call
        for call in jinja2.Environment().parse(source).find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == name
    ]
    same = [call for call in calls if _arguments(call) == (list(arguments), dict(named))]
    line = next((call.lineno for call in (*same, *calls)), 1)
    return Problem(file, line, _column(source, line, name), name, message)


def _arguments(call: nodes.Call) -> tuple[list[object], dict[str, object]]:
    """Return the arguments of a call as written; one that is no constant stands as None."""

    def value(node: nodes.Expr) -> object:
        return node.value if isinstance(node, nodes.Const) else None

    return [value(one) for one in call.args], {one.key: value(one.value) for one in call.kwargs}


def _column(source: str, line: int, word: str) -> int:
    lines = source.split("\n")
    return lines[line - 1].find(word) + 1 if line <= len(lines) else 1
