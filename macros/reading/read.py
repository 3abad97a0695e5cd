"""YAML text to plain values, and where in the file each value is written. Knows YAML only.

A reader of its own because PyYAML's surprises editors: there `no` is False, `0301` is 193, `12:30` is
750, the last of two equal keys wins, and what follows ` #` is gone without a word. Here only whole
numbers, decimal numbers, ISO dates, true, false and null are anything but text, and all else that YAML
would silently change is a problem with a place.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import yaml

from ..tools.problem import Problem

Keys = tuple[str | int, ...]
"""The way to a value from the top of its file: `("innsatsområder", 0, "tittel")`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value starts (from 1), how it is written there, and whether quotes or a block guard it."""

    line: int
    column: int
    raw: str = ""
    guarded: bool = False


@dataclass
class Places:
    """Where every value and key of a file is written."""

    values: dict[Keys, Place] = field(default_factory=dict)
    keys: dict[Keys, Place] = field(default_factory=dict)


@dataclass(eq=False)
class Document:
    """One file, read: its value (dict, tuple or scalar), and where everything in it is written."""

    file: str
    value: Any = None
    problems: list[Problem] = field(default_factory=list)
    left_out: frozenset[Keys] = frozenset()
    """What `without` took away."""
    quick: Quick | None = None
    """What is known of a file without surprises, so that its places need not be looked for."""
    find: Callable[[], Places] = Places
    key: bytes = b""
    """The digest of its content."""

    @cached_property
    def _found(self) -> Places:
        return self.find()

    @property
    def places(self) -> dict[Keys, Place]:
        """The place of every value."""
        return self._found.values

    @property
    def key_places(self) -> dict[Keys, Place]:
        """The place of every key."""
        return self._found.keys

    def line(self, keys: Keys) -> int:
        """The line on which a value starts."""
        if self.quick is not None and keys and keys[:-1] in self.quick.lines:
            return self.quick.lines[keys[:-1]][int(keys[-1])]
        return self.place(keys).line

    def is_group(self, keys: Keys) -> bool:
        """Whether the value under a key is written as a group, and not as a bare text."""
        if self.quick is not None:
            return keys in self.quick.groups
        return any(place[:-1] == keys for place in self.places if place)

    def place(self, keys: Keys) -> Place:
        """The place of a value, or of the nearest thing around it when the value itself is missing."""
        while keys and keys not in self.places:
            keys = keys[:-1]
        return self.places.get(keys, Place(1, 1))

    def without(self, removed: set[Keys]) -> Document:
        """The document with those values left out of it, everything else at its place."""
        left = Document(self.file, problems=self.problems, left_out=self.left_out | removed)
        found = left._found

        def keep(value: Any, old: Keys, new: Keys) -> Any:
            for mine, theirs in ((self.places, found.values), (self.key_places, found.keys)):
                if old in mine:
                    theirs[new] = mine[old]
            if isinstance(value, dict):
                kept = [key for key in value if (*old, key) not in removed]
                return {key: keep(value[key], (*old, key), (*new, key)) for key in kept}
            if isinstance(value, tuple):
                indices = [i for i in range(len(value)) if (*old, i) not in removed]
                return tuple(keep(value[i], (*old, i), (*new, at)) for at, i in enumerate(indices))
            return value

        left.value = keep(self.value, (), ())
        return left

    def with_value(self, keys: Keys, value: Any) -> None:
        """Put a value in an existing group, without a place of its own."""
        group = self.value
        for key in keys[:-1]:
            group = group[key]
        group[keys[-1]] = value

    def problem(self, keys: Keys, message: str, hint: str = "", *, at_key: bool = False) -> Problem:
        """A problem at that value (or at its key), with the way to it in the document's own words."""
        place = self.key_places.get(keys) if at_key else None
        place = place or self.place(keys)
        path = self.describe(keys)
        return Problem(self.file, place.line, place.column, path, message, hint)

    def describe(self, keys: Keys) -> str:
        """The way to a value as an editor would say it: `tiltak 1.1.3, frist`."""
        words: list[str] = []
        for depth, key in enumerate(keys):
            if isinstance(key, int):
                noun = LIST_NOUNS.get(str(keys[depth - 1]), str(keys[depth - 1])) if depth else "post"
                words[-1:] = [f"{noun} {self._name(keys[: depth + 1]) or f'(nr. {key + 1} i lista)'}"]
            else:
                words.append(key)
        return ", ".join(words)

    def _name(self, keys: Keys) -> str:
        named = (self.places.get((*keys, key)) for key in ("nr", "id"))
        return next((place.raw for place in named if place), "")


LIST_NOUNS = {
    "innsatsområder": "innsatsområde",
    "deler": "del",
    "tiltak": "tiltak",
    "punkter": "punkt",
    "delmål": "delmål",
    "deltiltak": "deltiltak",
    "numre": "nummer",
    "tall": "tall",
}


def read_bytes(raw: bytes, name: str) -> Document:
    """Like `read_file`, from bytes. Accepts a byte order mark, Windows line ends and decomposed letters."""
    quick = read_quickly(raw)
    return read_carefully(raw, name) if quick is None else as_document(name, quick, lambda: raw)


def as_document(name: str, quick: Quick, raw: Callable[[], bytes]) -> Document:
    """What was read quickly; `raw` gives the file's bytes again, should a place in it be asked for."""
    return Document(name, quick.value, quick=quick, find=lambda: read_carefully(raw(), name)._found)


def read_carefully(raw: bytes, name: str) -> Document:
    """The file with every place and every surprise in it."""
    document = Document(name)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        document.problems.append(_encoding_problem(raw, error, name))
        return document
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    try:
        node = yaml.compose(text, Loader=_LOADER)
        if node is not None:
            _Builder(document, _BREAK.split(text)).build(node)
    except yaml.YAMLError as error:
        document.problems.append(_syntax_problem(error, name, text))
        return document
    except RecursionError:
        document.problems.append(Problem(name, 1, 1, "", "for mange lister og grupper inne i hverandre."))
        return document
    if document.value is None and not document.problems:
        document.problems.append(Problem(name, 1, 1, "", "filen er tom."))
    return document


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = re.compile("\r\n?|[\n\x85\u2028\u2029]")
"""What begins a new line to YAML."""
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_INT = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"-?[0-9]+\.[0-9]+")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}


def _plain(text: str) -> Any:
    """What a text without quotes means. Raises ValueError for a day that does not exist."""
    if text[:1] not in _SPECIAL:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _DATE.fullmatch(text):
        return date.fromisoformat(text)
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


_SPECIAL = frozenset({"", *"-~0123456789ntf"})
"""How a text may start that means something else than itself."""


@dataclass
class Quick:
    """A file without surprises, read in a third of the time that it takes to note every place.

    All of it is plain values, so that it can be sent between processes and kept.
    """

    value: Any
    lines: dict[Keys, tuple[int, ...]] = field(default_factory=dict)
    """For each list of groups: the lines that they start on."""
    groups: set[Keys] = field(default_factory=set)
    """The places of the groups that stand under a key."""
    bare: set[str] = field(default_factory=set)
    """The keys that somewhere hold a text without quotes."""
    repeats: bool = False
    """Whether a list holds the same word twice."""


class _Surprise(Exception):
    """Something that has to be looked at with its place."""


def read_quickly(raw: bytes) -> Quick | None:
    """What stands in a file, or None when there is anything in it that may be a problem."""
    try:
        text = unicodedata.normalize("NFC", raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return None
    if _CONTROL.search(text) or "\\" in text:
        return None
    if (" #" in text or "\t#" in text) and _COMMENT.search(text):
        return None
    try:
        quick = _QuickReader(text).quick
    except (yaml.YAMLError, _Surprise, RecursionError, ValueError):
        return None
    return None if quick.value is None else quick


_COMMENT = re.compile(r"[^ \t\n][ \t]+#")
"""Possibly a comment after a value."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""A sign that cannot be shown."""


OFTEN_REPEATED = 24
"""Texts shorter than this are often the same as others, and held only once."""


class _QuickReader:
    """Follows libyaml's events, which come twice as fast as its nodes."""

    def __init__(self, text: str) -> None:
        self.quick = Quick(None)
        loader = _LOADER(text)
        self.next = loader.get_event
        try:
            self._expect(yaml.StreamStartEvent)
            self._expect(yaml.DocumentStartEvent)
            self.quick.value = self._value(self.next(), ())
            self._expect(yaml.DocumentEndEvent)
            self._expect(yaml.StreamEndEvent)
        finally:
            loader.dispose()

    def _expect(self, kind: type[yaml.Event]) -> None:
        if type(self.next()) is not kind:
            raise _Surprise

    def _value(self, event: Any, keys: Keys) -> Any:
        if type(event) is yaml.AliasEvent or event.anchor or event.tag:
            raise _Surprise
        if type(event) is yaml.ScalarEvent:
            return event.value if event.style else _plain(sys.intern(event.value))
        if type(event) is yaml.MappingStartEvent:
            return self._mapping(keys)
        return self._sequence(keys)

    def _mapping(self, keys: Keys) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while type(key := self.next()) is not yaml.MappingEndEvent:
            if type(key) is not yaml.ScalarEvent or key.value in result or key.anchor or key.tag:
                raise _Surprise
            name = sys.intern(key.value)
            event = self.next()
            if type(event) is yaml.ScalarEvent:
                if event.anchor or event.tag:
                    raise _Surprise
                if event.style:
                    text = event.value
                    result[name] = sys.intern(text) if len(text) < OFTEN_REPEATED else text
                    continue
                self.quick.bare.add(name)
                result[name] = _plain(sys.intern(event.value))
            else:
                if type(event) is yaml.MappingStartEvent:
                    self.quick.groups.add((*keys, name))
                result[name] = self._value(event, (*keys, name))
        return result

    def _sequence(self, keys: Keys) -> tuple[Any, ...]:
        values: list[Any] = []
        lines: list[int] = []
        words: list[str] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            if type(event) is yaml.ScalarEvent:
                words.append(event.value)
            else:
                lines.append(event.start_mark.line + 1)
            values.append(self._value(event, (*keys, len(values))))
        if lines and len(lines) == len(values):
            self.quick.lines[keys] = tuple(lines)
        self.quick.repeats = self.quick.repeats or len(set(words)) < len(words)
        return tuple(values)


class _Builder:
    """Turns one node tree into values, noting every place and every surprise on the way."""

    def __init__(self, document: Document, lines: list[str]) -> None:
        self.document = document
        self.found = document._found
        self.lines = lines
        self.seen: set[int] = set()
        self.complaints: list[tuple[Place, Keys, str, str]] = []

    def build(self, node: yaml.Node) -> None:
        self.document.value = self._value(node, ())
        for place, keys, message, hint in self.complaints:
            path = self.document.describe(keys)
            self.document.problems.append(
                Problem(self.document.file, place.line, place.column, path, message, hint)
            )

    def _value(self, node: yaml.Node, keys: Keys) -> Any:
        place = self._place(node)
        self.found.values[keys] = place
        if id(node) in self.seen:
            self._complain(node, keys, "aliaser (*navn) brukes ikke her.", "Skriv teksten på nytt.")
            return None
        self.seen.add(id(node))
        if self._sign(node) in ("&", "!"):
            message = f"en tekst kan ikke begynne med «{self._sign(node)}» uten anførselstegn."
            self._complain(node, keys, message, "Sett hele teksten i anførselstegn.")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, keys)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self._value(item, (*keys, i)) for i, item in enumerate(node.value))
        assert isinstance(node, yaml.ScalarNode)
        return self._scalar(node, keys, place)

    def _sign(self, node: yaml.Node) -> str:
        """The sign a value starts with in the file: & would name it, and ! would give it a type."""
        mark = node.start_mark
        return self.lines[mark.line][mark.column : mark.column + 1] if mark.line < len(self.lines) else ""

    def _mapping(self, node: yaml.MappingNode, keys: Keys) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._complain(key_node, keys, "ventet et nøkkelord, fant en liste eller gruppe.")
                continue
            key = key_node.value
            way = (*keys, key)
            if key in result:
                first = self.found.keys[way]
                self._complain(
                    key_node,
                    keys,
                    f"nøkkelen «{key}» står to ganger, første gang på linje {first.line}.",
                    "Behold bare den ene.",
                )
                continue
            self.found.keys[way] = self._place(key_node)
            result[key] = self._value(value_node, way)
        return result

    def _scalar(self, node: yaml.ScalarNode, keys: Keys, place: Place) -> Any:
        text: str = node.value
        if any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") and sign not in "\n\t" for sign in text):
            self._complain(node, keys, "fant et tegn som ikke kan vises.", "Skriv teksten på nytt.")
        if place.guarded:
            return text
        self._check_comment(node, keys)
        try:
            return _plain(text)
        except ValueError:
            self._complain(
                node,
                keys,
                f"ventet en dato som finnes, skrevet år-måned-dag, fant «{text}».",
                "Skriv for eksempel 2024-06-30.",
            )
            return None

    def _check_comment(self, node: yaml.ScalarNode, keys: Keys) -> None:
        end = node.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if node.value and re.match(r"\s+#", rest):
            self._complain(
                node,
                keys,
                f"teksten «{node.value}» følges av « #», og det som står etter, går tapt.",
                "Sett teksten i anførselstegn, eller flytt kommentaren til en egen linje.",
            )

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        if not isinstance(node, yaml.ScalarNode):
            return Place(mark.line + 1, mark.column + 1)
        guarded = node.style in ('"', "'", "|", ">")
        return Place(mark.line + 1, mark.column + 1, node.value, guarded)

    def _complain(self, node: yaml.Node, keys: Keys, message: str, hint: str = "") -> None:
        self.complaints.append((self._place(node), keys, message, hint))


def _encoding_problem(raw: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    before = raw[: error.start]
    line = before.count(b"\n") + 1
    column = len(before) - (before.rfind(b"\n") + 1) + 1
    return Problem(
        name,
        line,
        column,
        "",
        f"ventet tegnsettet UTF-8, fant byten 0x{raw[error.start]:02x}.",
        "Lagre filen på nytt som UTF-8.",
    )


_SYNTAX = [
    (
        "found unexpected end of stream",
        "anførselstegnet som åpnes her, blir aldri lukket.",
        "Sett et anførselstegn til slutt i teksten.",
    ),
    (
        "mapping values are not allowed",
        "fant et kolon midt i en tekst uten anførselstegn, eller en linje med feil innrykk.",
        "Sett hele teksten i anførselstegn.",
    ),
    (
        "did not find expected key",
        "ventet en ny nøkkel på samme innrykk, fant noe annet.",
        "Se etter feil innrykk eller et anførselstegn som mangler eller står for mye, her eller på linja over.",
    ),
    (
        "could not find expected ':'",
        "ventet «nøkkel: verdi», fant en tekst uten kolon.",
        "Skriv kolon etter nøkkelen, eller rykk teksten inn under den forrige linja.",
    ),
    (
        "did not find expected '-' indicator",
        "ventet en ny linje som begynner med «- » på samme innrykk, fant noe annet.",
        "Se etter feil innrykk her eller på linja over.",
    ),
    (
        "expected ',' or",
        "lista eller gruppen som åpnes her, blir ikke lukket.",
        "Sett komma mellom delene og lukk med ] eller }.",
    ),
    (
        "undefined alias",
        "en tekst kan ikke begynne med * uten anførselstegn.",
        "Sett hele teksten i anførselstegn.",
    ),
    (
        "another document",
        "fant «---» midt i filen; hver fil har bare ett innhold.",
        "Ta bort linja med «---».",
    ),
    (
        "unknown escape character",
        "fant en omvendt skråstrek (\\) som ikke betyr noe i doble anførselstegn.",
        "Skriv to (\\\\), eller bruk enkle anførselstegn rundt teksten.",
    ),
    (
        "did not find expected hexdecimal number",
        "fant en omvendt skråstrek (\\) som ikke betyr noe i doble anførselstegn.",
        "Skriv to (\\\\), eller bruk enkle anførselstegn rundt teksten.",
    ),
    (
        "did not find expected node content",
        "fant en klamme eller et komma for mye, eller en klamme lenger opp som aldri blir lukket.",
        "Se etter at hver [ har sin ], og hver { sin }. Er de en del av en tekst, så sett den i anførselstegn.",
    ),
    (
        "block sequence entries are not allowed",
        "fant en strek midt på en linje.",
        "Begynn lista på en ny linje, eller sett teksten i anførselstegn.",
    ),
    (
        "did not find expected comment or line break",
        "fant tekst på samme linje som > eller |.",
        "Begynn teksten på neste linje, rykket inn, eller sett den i anførselstegn.",
    ),
    (
        "did not find expected <document start>",
        "ventet samme innrykk som i den første linja, fant noe annet.",
        "Still linja likt med den første.",
    ),
]
_AT_CONTEXT = {"found unexpected end of stream", "expected ',' or"}


def _syntax_problem(error: yaml.YAMLError, name: str, text: str) -> Problem:
    """PyYAML's message in plain Norwegian; of unknown ones only the place is given, as they are in English."""
    problem = getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else _control_character(text)
    line_text = dict(enumerate(_BREAK.split(text))).get(line, "")
    if "\t" in line_text[: column + 1]:
        return Problem(
            name,
            line + 1,
            line_text.index("\t") + 1,
            "",
            "fant et tabulatortegn i innrykket; YAML godtar bare mellomrom.",
            "Bytt tabulatoren med mellomrom.",
        )
    for sign, message, hint in _SYNTAX:
        if sign in problem:
            if sign in _AT_CONTEXT and context:
                line, column = context.line, context.column
            return Problem(name, line + 1, column + 1, "", message, hint)
    if "cannot start any token" in problem:
        sign = line_text[column : column + 1]
        message = f"en tekst kan ikke begynne med «{sign}» uten anførselstegn."
        return Problem(name, line + 1, column + 1, "", message, "Sett hele teksten i anførselstegn.")
    hint = "Sammenlign med en linje som ligner, eller angre det siste du gjorde."
    return Problem(name, line + 1, column + 1, "", "det som står her, er ikke gyldig YAML.", hint)


def _control_character(text: str) -> tuple[int, int]:
    at = next(
        (i for i, sign in enumerate(text) if unicodedata.category(sign) == "Cc" and sign not in "\n\t"),
        0,
    )
    return text.count("\n", 0, at), at - (text.rfind("\n", 0, at) + 1)
