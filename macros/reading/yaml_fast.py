"""A file without surprises, read in a third of the time: values, and the few places that are asked for most."""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import yaml

from .document import KeyPath
from .limits import MOST_BYTES, MOST_DEPTH, MOST_IN_CELL, MOST_VALUES
from .scalars import plain
from .signs_and_persons import surprising

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's reader; the one in Python where PyYAML was installed without it."""


@dataclass
class Quick:
    """Hold a file without surprises: its value, and the few places that a valid file is asked for.

    Reading it takes a third of the time of noting every place. All of it is plain values, so that it can be sent between
    processes and kept.
    """

    value: Any
    lines: dict[KeyPath, tuple[int, ...]] = field(default_factory=dict)
    """For each list of groups: the lines that they start on."""
    groups: set[KeyPath] = field(default_factory=set)
    """The places of the groups that stand under a key."""
    bare: set[str] = field(default_factory=set)
    """The keys that somewhere hold a text without quotes."""
    repeats: bool = False
    """Whether a list holds the same word twice."""


class _Surprise(Exception):
    """Something in a file that has to be looked at with its place, by `yaml_reader.py`."""


def read_quickly(raw: bytes) -> Quick | None:
    """Return what stands in the file `raw`, or None when there is anything in it that may be a problem."""
    try:
        text = unicodedata.normalize("NFC", raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return None
    # An escape may hide a sign that cannot be shown («\\x07»): it is looked at with its place.
    if len(raw) > MOST_BYTES or "\\" in text or surprising(text):
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


OFTEN_REPEATED = 24
"""Texts shorter than this are often the same as others, and held only once."""


class _QuickReader:
    """Make values of libyaml's events, which come twice as fast as its nodes."""

    def __init__(self, text: str) -> None:
        """Read `text`. Raises _Surprise, an error of YAML, or ValueError for a day that does not exist."""
        self.quick = Quick(None)
        self.values = 0
        loader = LOADER(text)
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
        """Take the next event, which must be of this kind. Raises _Surprise."""
        if type(self.next()) is not kind:
            raise _Surprise

    def _value(self, event: Any, keys: KeyPath) -> Any:
        """Return the value that begins with `event` and stands at `keys`. Raises _Surprise."""
        if type(event) is yaml.AliasEvent or event.anchor or event.tag:
            raise _Surprise
        if type(event) is yaml.ScalarEvent:
            if len(event.value) > MOST_IN_CELL:
                raise _Surprise
            return event.value if event.style else plain(sys.intern(event.value))
        if len(keys) > MOST_DEPTH:
            raise _Surprise
        if type(event) is yaml.MappingStartEvent:
            return self._mapping(keys)
        return self._sequence(keys)

    def _mapping(self, keys: KeyPath) -> dict[str, Any]:
        """Return the group at `keys`.

        Most values are scalars of a group, so they are read here, without the call of `_value`. Short texts and keys are
        interned: the same ones come back in every tiltak.
        """
        result: dict[str, Any] = {}
        while type(key := self.next()) is not yaml.MappingEndEvent:
            if type(key) is not yaml.ScalarEvent or key.value in result or key.anchor or key.tag:
                raise _Surprise
            name = sys.intern(key.value)
            event = self.next()
            if type(event) is yaml.ScalarEvent:
                if event.anchor or event.tag or len(event.value) > MOST_IN_CELL:
                    raise _Surprise
                if event.style:
                    text = event.value
                    result[name] = sys.intern(text) if len(text) < OFTEN_REPEATED else text
                    continue
                self.quick.bare.add(name)
                result[name] = plain(sys.intern(event.value))
            else:
                if type(event) is yaml.MappingStartEvent:
                    self.quick.groups.add((*keys, name))
                result[name] = self._value(event, (*keys, name))
        self._count(2 * len(result))
        return result

    def _count(self, more: int) -> None:
        """Count the values that have been read. Raises _Surprise when they are more than in any plan."""
        self.values += more
        if self.values > MOST_VALUES:
            raise _Surprise

    def _sequence(self, keys: KeyPath) -> tuple[Any, ...]:
        """Return the list at `keys`, noting the lines of its groups and whether it holds a text twice."""
        values: list[Any] = []
        lines: list[int] = []
        words: list[str] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            if type(event) is yaml.ScalarEvent:
                words.append(event.value)
            else:
                lines.append(event.start_mark.line + 1)
            values.append(self._value(event, (*keys, len(values))))
        self._count(len(values))
        # A list of both groups and texts is a mistake somewhere; its places are looked for when they are needed.
        if lines and len(lines) == len(values):
            self.quick.lines[keys] = tuple(lines)
        self.quick.repeats = self.quick.repeats or len(set(words)) < len(words)
        return tuple(values)
