"""The linker: finds the actors in a cell like «MNR og Modum kommune i samarbeid med bedrifter», without guessing.

Known names match as whole words, ignoring case, the longest first. What is left may only be separators;
anything else is handed back as unknown, and the checker makes a problem of it.

Roles come from the wording alone: a listed name is «ansvarlig»; after «i samarbeid med» names are
«samarbeidspart» to the end of the cell; after «v/» the next name only is «ved». The plan ranks nobody.
"""

from __future__ import annotations

import functools
import re
from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .model import Ansvar
from .vocabulary import Rolle

_SEPARATOR = re.compile(
    r"(?P<samarbeid>i samarbeid med|i samarb\.? med|sammen med|saman med|i lag med)(?!\w)"
    r"|(?P<ved>v/)"
    r"|samarb\. mellom(?!\w)|m\. ?fl\.?(?!\w)|mfl\.?(?!\w)|(?<!\w)(?:og|samt)(?!\w)|(?<!\S)&(?!\S)|[,;/.()]|\s+",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"(?:(?!\s+(?:og|samt|&|i samarbeid med|i samarb\.? med|sammen med|saman med|i lag med|m\. ?fl\.?|mfl\.?|v/)(?!\w))"
    r"[^,;/.()]|\.(?=\w))+",
    re.IGNORECASE,
)
"""Words up to a separator, for what is unknown; a point within a word («tekn.sjef») is no end."""
_ANY = re.compile(r".", re.DOTALL)
_ALL = re.compile(r".+", re.DOTALL)


class Bit(NamedTuple):
    """Hold a stretch of the cell's text; `aktør` is the id of the aktør it names, if any, in the role `rolle`."""

    tekst: str
    aktør: str | None = None
    rolle: Rolle | None = None


class Lenket(NamedTuple):
    """Hold a cell cut into bits that, joined, are the cell; `ukjent` are the words that name nobody known."""

    bits: tuple[Bit, ...]
    ukjent: tuple[str, ...] = ()

    @property
    def roller(self) -> dict[str, Rolle]:
        """Return the ids of the aktører in the cell, each with the first role the cell gives it."""
        roles: dict[str, Rolle] = {}
        for bit in self.bits:
            if bit.aktør and bit.rolle:
                roles.setdefault(bit.aktør, bit.rolle)
        return roles


class Names:
    """Hold the names that a group of aktører go by.

    Many plans share one group (the common aktører, those of a kommune), so its pattern is made once.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take `names`: each name or variant as it is written, with its aktør's id."""
        self.written = names
        self.lower = {_spaced(name).lower(): id_ for name, id_ in names.items()}

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern that matches any of the names as whole words."""
        return _pattern(tuple(map(_spaced, self.written)))


class Linker:
    """Find the aktører in the cells of one plan, by the names that hold there: its kommuner's and the common ones."""

    def __init__(self, *groups: Names) -> None:
        """Take the groups of names that hold, the strongest first: an earlier group's meaning of a name wins."""
        self.groups = groups
        self.names = ChainMap(*(group.lower for group in groups))
        self.linked: dict[str, Lenket] = {}
        """The cells that were linked, or recalled from an earlier run with the same names."""
        self.learned = False
        """Whether a cell was linked that was not recalled."""

    @functools.cached_property
    def _known(self) -> _Either:
        """Return the patterns of all groups as one."""
        return _Either([group.pattern for group in self.groups])

    @property
    def written(self) -> list[str]:
        """Return every name that holds, as it is written."""
        return [name for group in self.groups for name in group.written]

    def link(self, ansvar: Ansvar) -> Lenket:
        """Cut the text of `ansvar` into aktører, separators and words that name nobody known.

        The same text is often found in many cells: unless the editors explained the cell, the answer is kept.
        """
        if ansvar.aktører or ansvar.ikke_aktør or ansvar.roller:
            return self._link(ansvar)
        if ansvar.tekst not in self.linked:
            self.linked[ansvar.tekst] = self._link(ansvar)
            self.learned = True
        return self.linked[ansvar.tekst]

    def _link(self, ansvar: Ansvar) -> Lenket:
        """Cut the text of `ansvar` from left to right.

        At each place the words of «ikke_aktør» go before names, and names before separators.
        """
        own = {_spaced(name).lower(): id_ for name, id_ in ansvar.aktører.items()}
        names = ChainMap(own, *self.names.maps)
        known = _Either([*self._known.patterns, _pattern(tuple(own))]) if own else self._known
        not_actors = _Either([_pattern(tuple(map(_spaced, ansvar.ikke_aktør)))])
        given = {_spaced(name).lower(): role for name, role in ansvar.roller.items()}
        tekst, at, partner, ved = _spaced(ansvar.tekst), 0, False, False
        bits: list[Bit] = []
        unknown: list[str] = []
        while at < len(tekst):
            if found := not_actors.match(tekst, at):
                bits.append(Bit(_printed(ansvar, found)))
            elif found := known.match(tekst, at):
                default: Rolle = "ved" if ved else "samarbeidspart" if partner else "ansvarlig"
                role = given.get(found[0].lower(), default)
                bits.append(Bit(_printed(ansvar, found), names[found[0].lower()], role))
                ved = False
            elif found := _SEPARATOR.match(tekst, at):
                partner = partner or bool(found["samarbeid"])
                ved = ved or bool(found["ved"])
                bits.append(Bit(_printed(ansvar, found)))
            else:
                found = _until_known(tekst, at, known, not_actors)
                unknown.append(_printed(ansvar, found).strip())
                bits.append(Bit(_printed(ansvar, found)))
            at = found.end()
        return Lenket(tuple(bits), tuple(unknown))


@dataclass(frozen=True, slots=True)
class _Either:
    """Match as several patterns do together: the longest match of any of them."""

    patterns: Sequence[re.Pattern[str]]

    def match(self, tekst: str, at: int) -> re.Match[str] | None:
        """Return the longest match that begins at the position `at` of the text, or None."""
        found = [match for pattern in self.patterns if (match := pattern.match(tekst, at))]
        return max(found, key=re.Match.end) if found else None

    def starts(self, tekst: str, at: int) -> list[int]:
        """Return where each pattern next matches, from the position `at` on."""
        return [match.start() for pattern in self.patterns if (match := pattern.search(tekst, at))]


def _until_known(tekst: str, at: int, known: _Either, not_actors: _Either) -> re.Match[str]:
    """Return a match of the unknown words from the position `at` to the next separator sign or known name."""
    words = _WORDS.match(tekst, at) or _ANY.match(tekst, at)
    assert words is not None
    starts = known.starts(tekst, at + 1) + not_actors.starts(tekst, at + 1)
    return _ALL.match(tekst, at, min([words.end(), *starts])) or words


def _printed(ansvar: Ansvar, found: re.Match[str]) -> str:
    """Return the words of a cell as they are printed, where they were found in it."""
    return ansvar.tekst[found.start() : found.end()]


def _spaced(text: str) -> str:
    """Return a text of the same length with ordinary spaces for those that only differ in where a line may end."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@functools.lru_cache(maxsize=4096)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of the names as whole words, the longest first; it matches nothing when there are none."""
    longest_first = sorted(names, key=len, reverse=True)
    either = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def split_at(tekst: str, names: Mapping[str, str]) -> tuple[Bit, ...]:
    """Cut a wording at the names that the editors say it mentions, each the first time it stands there.

    `names`: the name as printed, with its aktør's id. Returns bits that, joined, are the wording; a name within another is
    not cut out.
    """
    if not names:
        return (Bit(tekst),) if tekst else ()
    bits: list[Bit] = []
    at = 0
    found = ((re.search(_pattern((_spaced(name),)).pattern, _spaced(tekst)), name) for name in names)
    for start, name in sorted((match.start(), name) for match, name in found if match):
        if start >= at:
            bits += [Bit(tekst[at:start]), Bit(tekst[start : start + len(name)], names[name])]
            at = start + len(name)
    return tuple(bit for bit in (*bits, Bit(tekst[at:])) if bit.tekst)


def stands_in(word: str, text: str, *, exactly: bool = False) -> bool:
    """Return whether `word` stands in `text` as whole words; `exactly` minds upper and lower case."""
    found = re.search(_pattern((_spaced(word),)).pattern, _spaced(text), 0 if exactly else re.IGNORECASE)
    return bool(word.strip()) and found is not None


def is_separator(name: str) -> bool:
    """Return whether the linker would read `name` as what stands between names («og», «i samarbeid med»)."""
    return _SEPARATOR.fullmatch(name.strip()) is not None
