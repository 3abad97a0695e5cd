"""YAML text to plain values, and where in the file each value is written. Knows YAML only.

A reader of its own because PyYAML's surprises editors: there `no` is False, `0301` is 193, `12:30` is
750, the last of two equal keys wins, and what follows ` #` is gone without a word. Here only whole
numbers, decimal numbers, ISO dates, true, false and null are anything but text, and all else that YAML
would silently change is a problem with a place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import islice
from typing import Any

import yaml

from ..tools.bounds import thousands
from ..tools.problem import Problem
from .document import Document, KeyPath, Place
from .limits import MOST_BYTES, MOST_DEPTH, MOST_PROBLEMS, MOST_VALUES, longest, too_large
from .scalars import plain
from .signs_and_persons import Looked
from .yaml_fast import LOADER, Quick, read_quickly
from .yaml_syntax import encoding_problem, syntax_problem


def read_bytes(raw: bytes, name: str) -> Document:
    """Return the file `raw` as a document under that `name`: quickly, or with every place when it has a surprise.

    Accepts a byte order mark, Windows line ends and decomposed letters. What is wrong is in the document's problems.
    """
    quick = read_quickly(raw)
    return read_carefully(raw, name) if quick is None else as_document(name, quick, lambda: raw)


def as_document(name: str, quick: Quick, raw: Callable[[], bytes]) -> Document:
    """Return the document of what was read quickly; `raw` gives the file's bytes again when a place is asked for."""
    return Document(name, quick.value, quick=quick, find=lambda: read_carefully(raw(), name).found)


def read_carefully(raw: bytes, name: str) -> Document:
    """Return the file `raw` as a document with the place of every value and every surprise as a problem."""
    document = Document(name)
    if len(raw) > MOST_BYTES:
        document.problems.append(too_large(name))
        return document
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        document.problems.append(encoding_problem(raw, error, name))
        return document
    # Text copied from a document may have «å» as two signs; then equal names would differ.
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    looked = Looked(text)
    document.refused += looked.faults(name)
    document.problems += document.refused
    try:
        if said := _too_much(looked.readable()):
            line, column, message = said
            document.problems.append(Problem(name, line, column, "", message))
            return document
        node = yaml.compose(looked.readable(), Loader=LOADER)
        if node is not None:
            _Builder(document, looked).build(node)
    except yaml.YAMLError as error:
        document.problems.append(syntax_problem(error, name, text))
        return document
    if document.value is None and not document.problems:
        document.problems.append(Problem(name, 1, 1, "", "filen er tom."))
    return document


def _too_much(text: str) -> tuple[int, int, str] | None:
    """Return line, column and message for lists and groups that are deeper, or values that are more, than in any plan.

    Asked before the tree is made, as PyYAML's recursion has no limit of its own. What is no YAML is told of there.
    """
    depth = values = 0
    loader = LOADER(text)
    try:
        while (event := loader.get_event()) is not None and type(event) is not yaml.StreamEndEvent:
            opens = isinstance(event, yaml.CollectionStartEvent)
            depth += opens - isinstance(event, yaml.CollectionEndEvent)
            values += opens or type(event) is yaml.ScalarEvent
            if depth > MOST_DEPTH or values > MOST_VALUES:
                mark = event.start_mark
                deep = "for mange lister og grupper inne i hverandre."
                many = f"mer enn {thousands(MOST_VALUES)} verdier i én fil, og så mange leses ikke."
                return mark.line + 1, mark.column + 1, deep if depth > MOST_DEPTH else many
    except yaml.YAMLError:
        return None
    finally:
        loader.dispose()
    return None


def _meant(text: str) -> Any:
    """Return what a text without quotes means; the text itself for a day that does not exist."""
    try:
        return plain(text)
    except ValueError:
        return text


class _Builder:
    """Turn one tree of YAML nodes into values, noting every place and every surprise on the way."""

    def __init__(self, document: Document, looked: Looked) -> None:
        """Take the `document` to fill, and its text."""
        self.document = document
        self.found = document.found
        self.looked, self.lines = looked, looked.lines
        self.seen: set[int] = set()
        self.complaints: list[tuple[Place, KeyPath, str, str]] = []

    def build(self, node: yaml.Node) -> None:
        """Fill the document with the value of the tree `node`.

        Problems are described when all has been read: the way to one names its tiltak by a number that may stand below it.
        """
        self.document.value = self._value(node, ())
        for place, keys, message, hint in islice(self.complaints, MOST_PROBLEMS + 1):
            path = self.document.describe(keys)
            self.document.problems.append(
                Problem(self.document.file, place.line, place.column, path, message, hint)
            )
        self.looked.tell(self.document)

    def _value(self, node: yaml.Node, keys: KeyPath) -> Any:
        """Return the value of `node`, which stands at `keys`."""
        place = self._place(node)
        self.found.values[keys] = place
        # PyYAML gives an alias as the very node that it names.
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
        """Return the sign that `node` starts with in the file: & would name it, and ! would give it a type."""
        mark = node.start_mark
        return self.lines[mark.line][mark.column : mark.column + 1] if mark.line < len(self.lines) else ""

    def _mapping(self, node: yaml.MappingNode, keys: KeyPath) -> dict[str, Any]:
        """Return the group of `node`; of two equal keys the first counts and the other is a problem."""
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._complain(key_node, keys, "ventet et nøkkelord, fant en liste eller gruppe.")
                continue
            key = self.looked.cleaned(key_node.value)
            way = (*keys, key)
            self._look(key_node, way)
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

    def _scalar(self, node: yaml.ScalarNode, keys: KeyPath, place: Place) -> Any:
        """Return the text, number, day, true, false or null of `node`; None for a day that does not exist."""
        text = self.looked.cleaned(node.value)
        if place.guarded or isinstance(_meant(text), str):  # a number alone is an amount, not a telephone
            self._look(node, keys)
        if len(text) > (most := longest(keys[-1] if keys else None)):
            message = f"ventet høyst {thousands(most)} tegn i én tekst, fant {thousands(len(text))}."
            self._complain(node, keys, message, "Del teksten, eller ta bort det som ikke hører til.")
            text = text[:most]
        if place.guarded:
            return text
        self._check_comment(node, keys)
        try:
            return plain(text)
        except ValueError:
            self._complain(
                node,
                keys,
                f"ventet en dato som finnes, skrevet år-måned-dag, fant «{text}».",
                "Skriv for eksempel 2024-06-30.",
            )
            return None

    def _look(self, node: yaml.ScalarNode, keys: KeyPath) -> None:
        """Look through the text of `node`, which stands at `keys`, for signs that mislead and personal data."""
        self.looked.look(node.value, keys, self._within(node.start_mark), self._within(node.end_mark))

    def _check_comment(self, node: yaml.ScalarNode, keys: KeyPath) -> None:
        """Note a problem when a text without quotes is followed by ` #`: YAML would drop the rest of the line."""
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
        """Return the place of `node` in the file."""
        line, column = self._within(node.start_mark)
        if not isinstance(node, yaml.ScalarNode):
            return Place(line, column)
        guarded = node.style in ('"', "'", "|", ">")
        return Place(line, column, node.value, guarded, node.style == "|")

    def _within(self, mark: yaml.Mark) -> tuple[int, int]:
        """Return line and column of a mark of libyaml's; what is missing at the end of a file stands on its last line."""
        if mark.line < len(self.lines):
            return mark.line + 1, mark.column + 1
        return len(self.lines), len(self.lines[-1]) + 1

    def _complain(self, node: yaml.Node, keys: KeyPath, message: str, hint: str = "") -> None:
        """Note a problem at `node`, which stands at `keys`."""
        self.complaints.append((self._place(node), keys, message, hint))
