"""One file of YAML, read: its value, and where everything in it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..format.kinds import DELSLAG
from ..tools.problem import Problem

if TYPE_CHECKING:  # `yaml_fast` imports this module
    from .yaml_fast import Quick

KeyPath = tuple[str | int, ...]
"""The way to a value from the top of its file: `("innsatsområder", 0, "tittel")`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Hold where a value starts (from 1), how it is written there, and whether quotes or a block guard it."""

    line: int
    column: int
    raw: str = ""
    guarded: bool = False
    block: bool = False
    """Whether it is a block after «|», which keeps its line ends."""


@dataclass
class Places:
    """Hold where every value and key of a file is written."""

    values: dict[KeyPath, Place] = field(default_factory=dict)
    keys: dict[KeyPath, Place] = field(default_factory=dict)


@dataclass(eq=False)
class Document:
    """Hold one file as read: its value (dict, tuple or scalar), and where everything in it is written.

    Places are needed for problems alone, and finding them takes two thirds of reading; so they are found when one is
    asked for.
    """

    file: str
    value: Any = None
    problems: list[Problem] = field(default_factory=list)
    advice: list[Problem] = field(default_factory=list)
    """What is told of, and kept as it stands."""
    refused: list[Problem] = field(default_factory=list)
    """Those of the problems that are of what a text says, and not of how it is written: it reads as it stands."""
    left_out: frozenset[KeyPath] = frozenset()
    """What `without` took away."""
    quick: Quick | None = None
    """What is known of a file without surprises, so that its places need not be looked for."""
    find: Callable[[], Places] = Places
    key: bytes = b""
    """The digest of its content."""

    @cached_property
    def found(self) -> Places:
        """Return the places of all values and keys, looked for the first time they are asked for."""
        return self.find()

    @property
    def places(self) -> dict[KeyPath, Place]:
        """Return the place of every value."""
        return self.found.values

    @property
    def key_places(self) -> dict[KeyPath, Place]:
        """Return the place of every key."""
        return self.found.keys

    def line(self, keys: KeyPath) -> int:
        """Return the line on which the value at `keys` starts."""
        if self.quick is not None and keys and keys[:-1] in self.quick.lines:
            return self.quick.lines[keys[:-1]][int(keys[-1])]
        return self.place(keys).line

    def is_group(self, keys: KeyPath) -> bool:
        """Return whether the value at `keys` is written as a group, and not as a bare text."""
        if self.quick is not None:
            return keys in self.quick.groups
        return any(place[:-1] == keys for place in self.places if place)

    def place(self, keys: KeyPath) -> Place:
        """Return the place of the value at `keys`, or of the nearest thing around it when it is missing."""
        while keys and keys not in self.places:
            keys = keys[:-1]
        return self.places.get(keys, Place(1, 1))

    def without(self, removed: set[KeyPath]) -> Document:
        """Return a copy of the document without the values at the `removed` ways.

        The rest keeps its places in the file, also where an item of a list moves up.
        """
        left = Document(
            self.file, problems=self.problems, advice=self.advice, left_out=self.left_out | removed
        )
        found = left.found

        def keep(value: Any, old: KeyPath, new: KeyPath) -> Any:
            """Return what is kept of `value`, which stood at `old` and now stands at `new`, and note its places."""
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

    def with_value(self, keys: KeyPath, value: Any) -> None:
        """Put `value` in the group around `keys`, without a place of its own. The group must be there."""
        group = self.value
        for key in keys[:-1]:
            group = group[key]
        group[keys[-1]] = value

    def problem(self, keys: KeyPath, message: str, hint: str = "", *, at_key: bool = False) -> Problem:
        """Return a problem at the value at `keys` (or at its key), with the way to it in the document's own words."""
        place = self.key_places.get(keys) if at_key else None
        place = place or self.place(keys)
        path = self.describe(keys)
        return Problem(self.file, place.line, place.column, path, message, hint)

    def describe(self, keys: KeyPath) -> str:
        """Return the way `keys` as an editor would say it: `tiltak 1.1.3, frist`."""
        words: list[str] = []
        for depth, key in enumerate(keys):
            if isinstance(key, int):
                # The list's own word («deler») gives way to the one item's («del 1.1»).
                noun = LIST_NOUNS.get(str(keys[depth - 1]), str(keys[depth - 1])) if depth else "post"
                words[-1:] = [f"{noun} {self._name(keys[: depth + 1]) or f'(nr. {key + 1} i lista)'}"]
            else:
                words.append(key)
        return ", ".join(words)

    def _name(self, keys: KeyPath) -> str:
        """Return the number or id of the group at `keys` as it is written; empty when it has none."""
        named = (self.places.get((*keys, key)) for key in ("nr", "id"))
        return next((place.raw for place in named if place), "")


LIST_NOUNS = {kind.felt: str(kind.slag) for kind in DELSLAG} | {
    "delmål": "delmål",
    "deltiltak": "deltiltak",
    "numre": "nummer",
    "tall": "tall",
}
"""What one of each list of a file is called. The way in a message goes by these: `tiltak 1.1.3, frist`, for
`("innsatsområder", 0, "deler", 0, "tiltak", 2, "frist")`."""
