"""Of the theme's stylesheet, the part that can match something on this site: a fifth of it.

A rule is kept unless each of its selectors asks for a class, an id or one of the theme's own attributes that no word in
the site's sources names: templates, frame, hand-written pages, scripts and program. So what is kept is more than what
matches, never less. A custom property is kept when something that is kept, or our own stylesheet, reads it.

All of it stands in a cascade layer, so that each rule of our own stylesheet is above it whatever the theme's selectors
weigh, and needs no prefix.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import tinycss2

from ..tools.template_cache import FOLDER

_WORD = re.compile(r"[\w-]+")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_WITH_RULES = frozenset({"media", "supports", "layer", "container"})
"""At-rules that hold rules."""
LAYER = "tema"
VERSION = 2
"""Another number when what is kept of the same stylesheet becomes another."""
SOURCES = (
    ("overrides", "*.html"),
    ("macros/pages", "*.html"),
    ("macros/pages", "*.py"),
    ("macros/building", "*.py"),
    ("macros/format", "*.py"),
    ("macros/views", "*.py"),
    ("docs", "*.md"),
    ("docs", "*.html"),
    ("docs", "*.js"),
)
"""Folder and pattern of the files that can name a class."""


def words(project: Path) -> set[str]:
    """Return every word in the files of a project that can name a class, an id or an attribute."""
    found: set[str] = set()
    for folder, pattern in SOURCES:
        for path in (project / folder).rglob(pattern):
            found.update(_WORD.findall(path.read_text("utf-8", errors="replace")))
    return found


def made(project: Path, css: str, others: Sequence[str] = ()) -> str:
    """Return what `needed` returns for the words of a project, in a layer; from the last time when nothing that it follows from is new."""
    known = words(project) & set(_WORD.findall(css))
    made_of = repr((VERSION, css, sorted(known), list(others))).encode()
    kept = FOLDER / f"stil-{hashlib.sha256(made_of).hexdigest()[:20]}.css"
    with contextlib.suppress(OSError):
        return kept.read_text("utf-8")
    text = f"@layer {LAYER}{{{needed(css, known, others)}}}"
    with contextlib.suppress(OSError):
        FOLDER.mkdir(exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_text(text, "utf-8")
        part.replace(kept)
    return text


def needed(css: str, known: set[str], others: Iterable[str] = ()) -> str:
    """Return the part of a stylesheet that can match where `known` are the words. `others`: stylesheets beside it."""
    rules = list(_kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), known))
    beside = set(_READ.findall("".join(others)))
    while True:
        text = "".join(rule for rule, _ in rules)
        read = beside | set(_READ.findall(text))
        less = [(_without_unread(rule, node, read), node) for rule, node in rules]
        if less == rules:
            return text
        rules = less


def _kept(nodes: Sequence[Any], known: set[str]) -> Iterator[tuple[str, Any]]:
    """Yield each rule that can match, as text, with what tinycss2 made of it."""
    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword in _WITH_RULES and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            if kept := "".join(rule for rule, _ in _kept(inner, known)):
                yield f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}{{{kept}}}", None
        elif node.type == "qualified-rule":
            if _can_match(node.prelude, known):
                yield node.serialize(), node
        elif node.type == "at-rule" and node.lower_at_keyword == "charset":
            continue  # our files are UTF-8, and it may stand in no layer
        elif node.type != "error":
            yield node.serialize(), None


def _can_match(prelude: Sequence[Any], known: set[str]) -> bool:
    """Return whether one of the selectors of a rule asks for nothing that is not known."""
    selectors: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return any(_asked(selector) <= known for selector in selectors)


def _asked(selector: Sequence[Any]) -> set[str]:
    """Return the classes, ids and attributes of the theme that a selector asks for. What stands in `:not()` and its like is passed by."""
    found, before = set(), None
    for token in selector:
        if (
            token.type == "ident" and before is not None and before.type == "literal" and before.value == "."
        ) or token.type == "hash":
            found.add(token.value)
        elif token.type == "[] block":
            named = next((one.value for one in token.content if one.type == "ident"), "")
            found |= {named} if named.startswith("data-md") else set()
        before = token
    return found


def _without_unread(rule: str, node: Any, read: set[str]) -> str:
    """Return a rule without the custom properties that nothing reads."""
    if node is None or "--" not in rule:
        return rule
    parts = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    if any(part.type != "declaration" for part in parts):
        return rule
    left = [part.serialize() for part in parts if not part.name.startswith("--") or part.name in read]
    return f"{tinycss2.serialize(node.prelude)}{{{';'.join(left)}}}" if left else ""
