"""Write YAML: values, groups and whole files with comments, in the few forms that the data are kept in.

What is written is read back as it was, by PyYAML and by every reader of YAML 1.1 or 1.2. Where texts stand is one
question, and how a text is guarded is another, so the first is a function here and the second an argument of it:

    lines    a group, a line for each field        double    always in double quotes: reports, and docs/assets/meld.js
    inline   a value on one line: `{a: 1, b: [c]}` modest    in double quotes where something in it needs them
    field    a key and its value, on one line      natural   as PyYAML writes it: proposals that an editor pastes
    Writer   a whole file, with comments           verbatim  in quotes or as a block, as an editor guards printed text
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date
from typing import Any

import yaml

Way = tuple[str | int, ...]
"""The way to a value from the top of its file: `("punkter", 0, "tittel")`. The reader calls the same `Keys`."""


class Plain(str):
    """A text that is written as it stands, in any style. Who makes one answers for that it may stand so."""


# What a file may not hold as itself, what YAML takes for the end of a line, and the mark of the byte order.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_FLOW = re.compile(r"[,?\[\]{}]|^:")
_WORDS = re.compile(r"[^\W\d][^:#,\[\]{}\"']*|https?://[^\s,\[\]{}\"']*[^\s,\[\]{}\"':]")
_KEY = re.compile(r"[a-zæøå_][a-zæøå_-]*")
_RESERVED = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
"""The words that YAML 1.1 or 1.2 takes for something else than text, in small letters."""


def double(text: str) -> str:
    """Return a text in double quotes, on one line.

    YAML reads what JSON escapes in the same way; JSON lets some signs stand that YAML does not, so these are escaped
    here. `docs/assets/meld.js` writes the same in the browser.
    """
    written = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04X}", written)


def modest(text: str) -> str:
    """Return a text without quotes when words alone stand in it, else in double quotes. It may stand within braces."""
    bare = _WORDS.fullmatch(text) and text.isprintable() and text == text.strip()
    return text if bare and text.lower() not in _RESERVED else double(text)


def natural(text: str) -> str:
    """Return a text as PyYAML writes it: bare when it can be, else in single quotes, else in double.

    It may take several lines; those after the first are indented by 2 from the key.
    """
    if _ESCAPED.search(text):
        return double(text)
    written = yaml.safe_dump({"k": text}, allow_unicode=True, width=float("inf"))
    return str(written).removeprefix("k: ").removesuffix("\n")


def verbatim(text: str) -> str:
    """Return a text as an editor guards printed text: lines as a block, the rest in quotes that it does not hold.

    A block takes several lines; those after the first are indented by 2 from the key.
    """
    # The empty lines at the end of a block would depend on what comes after it in the file.
    ends = text[:1].isspace() or text.endswith("\n\n")
    if "\n" in text and not ends and not _ESCAPED.search(text):
        block = _dumped(text, "|")
        if block.startswith("|"):  # PyYAML chooses quotes for what a block would not give back
            return block
    return _dumped(text, "'" if '"' in text and "'" not in text and "\n" not in text else '"')


def _dumped(text: str, style: str) -> str:
    """Return a text as PyYAML writes it in a `style`, on one line where the style allows it."""
    written = yaml.dump(text, default_style=style, allow_unicode=True, width=float("inf"))
    return str(written).removesuffix("\n")


Style = Callable[[str], str]
"""How a text is guarded: one of the four above."""


def key(name: str) -> str:
    """Return a key as it is written: in double quotes when it is more than a word."""
    return name if _KEY.fullmatch(name) and name not in _RESERVED else double(name)


def scalar(value: object, style: Style = double) -> str:
    """Return a text, number, day, truth or nothing as it is written; a text in the given style."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case Plain():
            return str(value)
        case str():
            return style(value)
        case date():
            return value.isoformat()
    return str(value)


def inline(value: object, style: Style = double, guarded: Container[str] = ()) -> str:
    """Return any value on one line: `[a, b]`, `{fra: 2020, til: 2023}`.

    `guarded`: the keys whose text stands in double quotes, whatever the style.
    """
    if isinstance(value, Mapping):
        return f"{{{', '.join(field(name, inner, style, guarded) for name, inner in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(inline(one, style, guarded) for one in value)}]"
    written = scalar(value, style)
    bare = isinstance(value, str) and not isinstance(value, Plain) and written[:1] not in ("'", '"')
    # A text that may stand bare on a line of its own may not always do so within braces.
    return double(str(value)) if "\n" in written or (bare and _FLOW.search(written)) else written


def field(name: str, value: object, style: Style = double, guarded: Container[str] = ()) -> str:
    """Return a key and its value on one line: `frist: "2016"`. See `inline`."""
    if isinstance(value, str) and name in guarded:
        return f"{key(name)}: {double(value)}"
    return f"{key(name)}: {inline(value, style, guarded)}"


def lines(
    group: Mapping[str, Any], style: Style = double, about: Mapping[Way, str] | None = None, way: Way = ()
) -> Iterator[tuple[Way, str]]:
    """Yield a group as lines of YAML, each with the way to the value that it holds.

    Groups, and lists of groups, take a line for each field; other lists stand on one line. `about`: comments to stand
    above a key, by the way to it without the places in lists.
    """
    for name, inner in group.items():
        here = (*way, name)
        if comment := (about or {}).get(tuple(step for step in here if isinstance(step, str))):
            yield here, f"# {comment}"
        if isinstance(inner, Mapping) and inner:
            yield here, f"{key(name)}:"
            yield from _indented(lines(inner, style, about, here))
        elif isinstance(inner, list) and inner and all(isinstance(one, Mapping) and one for one in inner):
            yield here, f"{key(name)}:"
            for i, one in enumerate(inner):
                yield from _indented(post(lines(one, style, about, (*here, i))))
        elif isinstance(inner, Mapping | list | tuple):
            yield here, f"{key(name)}: {inline(inner, style)}"
        else:
            yield from ((here, line) for line in f"{key(name)}: {scalar(inner, style)}".split("\n"))


def post(group: Iterator[tuple[Way, str]]) -> Iterator[tuple[Way, str]]:
    """Yield the lines of a group as a post of a list: `- ` before its first field, comments above it in line."""
    started = False
    for way, line in group:
        if not started and line.startswith("#"):
            yield way, line
        else:
            yield way, f"{'  ' if started else '- '}{line}" if line else line
            started = True


def _indented(group: Iterator[tuple[Way, str]]) -> Iterator[tuple[Way, str]]:
    """Yield lines with two spaces in front, the empty ones as they are."""
    return ((way, f"  {line}" if line else line) for way, line in group)


class Writer:
    """A file of YAML on its way: its lines, and which printed text was meant to stand where.

    What is unsure stands as a comment on lines of its own, above the key that it concerns.
    """

    def __init__(self, first_line: str) -> None:
        """Start a file with its first line."""
        self.lines = [first_line]
        self.verbatim: list[tuple[Way, str]] = []

    @property
    def text(self) -> str:
        """The whole file."""
        return "\n".join(self.lines) + "\n"

    def comment(self, indent: int, text: str) -> None:
        """Add a comment on lines of its own; white space in it is made plain."""
        shown = "".join(sign if sign.isprintable() else " " for sign in text)
        for line in textwrap.wrap(shown, 108 - indent, break_long_words=False, break_on_hyphens=False):
            self.lines.append(f"{' ' * indent}# {line}")

    def todo(self, indent: int, text: str) -> None:
        """Add a comment that waits for an editor."""
        self.comment(indent, f"TODO {text}")

    def put(self, indent: int, name: str, value: str, *, first: bool = False) -> None:
        """Add a key and its value, which is YAML already; `first` is the first key of a post in a list."""
        start = f"{' ' * (indent - 2)}- " if first else " " * indent
        head, *more = f"{start}{name}:{' ' if value else ''}{value}".split("\n")
        margin = " " * indent
        self.lines.append("\n".join([head, *(f"{margin}{line}" if line else "" for line in more)]))

    def put_verbatim(self, indent: int, keys: Way, text: str, *, first: bool = False) -> None:
        """Add a key with a text of the document, and remember it, to be compared with what is read again."""
        self.put(indent, str(keys[-1]), verbatim(text), first=first)
        self.verbatim.append((keys, text))

    def as_post(self, start: int, indent: int) -> None:
        """Make the lines from `start` on a post of a list: its mark at the first key, comments above it in line."""
        at = next(i for i in range(start, len(self.lines)) if not self.lines[i].lstrip().startswith("#"))
        self.lines[at] = f"{' ' * (indent - 2)}- {self.lines[at][indent:]}"
        for i in range(start, at):
            self.lines[i] = self.lines[i][2:]
