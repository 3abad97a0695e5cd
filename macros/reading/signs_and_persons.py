"""What may stand in no file, whatever the field: signs that mislead, and personal data. Each is told of with its place.

What a document may really print, such as a soft hyphen, is kept in verbatim cells and told of; elsewhere it is refused.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from ..format.texts import AS_PRINTED, NAVN_FELT
from ..tools import personal_data, signs
from ..tools.problem import Problem
from .document import Document, KeyPath
from .limits import MOST_PROBLEMS
from .yaml_syntax import LINE_BREAK

Spot = tuple[int, int]
"""Line and column, from 1."""
AGAIN = "Skriv teksten på nytt."
ORDINARY = "Skriv det vanlige tegnet."
KEPT = "Ordrett tekst endres ikke: Står det slik i kilden, la det stå."
PERSONAL = {
    "e-post": "en e-postadresse",
    "telefon": "et telefonnummer",
    "fødselsnummer": "et fødselsnummer",
    "adresse": "en postadresse",
}
"""What each kind of personal data is called in a message."""


def surprising(text: str) -> bool:
    """Return whether a file's text has to be looked through with every place: quickly, and rather too often."""
    return bool(signs.SURPRISING.search(text)) or personal_data.may_stand_in(text)


class _Text(NamedTuple):
    """A text or a key of a file that holds something to tell of."""

    value: str
    keys: KeyPath
    start: Spot
    end: Spot
    persons: list[tuple[str, str]]
    """The words that are personal data, each with its kind."""


class Looked:
    """A file's whole text, looked through for what no file may hold; first as it stands, then text by text."""

    def __init__(self, text: str) -> None:
        """Look through the `text` of a file, comments and all."""
        self.text = text
        self.lines = LINE_BREAK.split(text)
        self._starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]
        self._wrong: dict[tuple[int, str], Spot] = {}
        for at, said in islice(signs.faults(text), MOST_PROBLEMS):
            line = bisect_right(self._starts, at)
            self._wrong.setdefault((line, said), (line, at - self._starts[line - 1] + 1))
        self._texts: list[_Text] = []

    def faults(self, file: str) -> Iterator[Problem]:
        """Yield the first problem on a line of each sign that no file may hold, and of personal data in a comment."""
        for (_, said), (line, column) in self._wrong.items():
            yield Problem(file, line, column, "", f"fant {said}.", AGAIN)
        for number, line_text in enumerate(self.lines, 1):
            comment = _COMMENT.search(line_text) if "#" in line_text else None
            for one in personal_data.found(comment[0]) if comment else ():
                column = comment.start() + one.start + 1 if comment else 1
                yield Problem(file, number, column, "", *_of_person(one.kind))

    def readable(self) -> str:
        """Return the text with others for the signs that YAML does not read, of the same length; they are told of too."""
        return _NO_YAML.sub(_STAND_IN, self.text)

    def _own(self, value: str) -> str:
        """Return a value without what stands for the signs that YAML does not read."""
        return value if _STAND_IN in self.text else value.replace(_STAND_IN, "")

    def cleaned(self, value: str) -> str:
        """Return a value without the signs that are shown as nothing, so that one of nothing else counts as empty."""
        return signs.without_unseen(self._own(value))

    def look(self, value: str, keys: KeyPath, start: Spot, end: Spot) -> None:
        """Note a text of the file, or a key, that holds something to tell of. It stands at `keys`, from `start` to `end`."""
        persons = [(value[one.start : one.end], one.kind) for one in personal_data.found(value)]
        if persons or signs.SURPRISING.search(value):
            self._texts.append(_Text(value, keys, start, end, persons))

    def tell(self, document: Document) -> None:
        """Put what was noted into the problems of `document`; into its advice what a source may print, where it is quoted."""
        own, before = _own_columns(document.value), len(document.refused)
        for text in self._texts:
            near = {said for (line, said) in self._wrong if text.start[0] <= line <= text.end[0]}
            for said in dict.fromkeys(said for _, said in signs.faults(self._own(text.value))):
                if said not in near:  # an escape, as «\\u202E»
                    document.refused.append(self._problem(document, text, "", f"fant {said}.", AGAIN))
            for part, kind in text.persons:
                document.refused.append(self._problem(document, text, part, *_of_person(kind)))
            printed = any(key in AS_PRINTED or key in own for key in text.keys)
            a_name = not printed and any(key in NAVN_FELT for key in text.keys)
            told: dict[str, str] = {}
            for at, said in signs.oddities(text.value, name=a_name):
                told.setdefault(said, text.value[at])
            for said, sign in told.items():
                if printed:
                    document.advice.append(self._problem(document, text, sign, f"fant {said}.", KEPT))
                else:
                    document.refused.append(self._problem(document, text, sign, f"fant {said}.", ORDINARY))
        document.problems += document.refused[before:]

    def spot_of(self, words: str, text: _Text) -> Spot:
        """Return where words of a text stand; where they are written in another way in the file, where the text begins."""
        for number in range(text.start[0], min(text.end[0], len(self.lines)) + 1):
            after = text.start[1] - 1 if number == text.start[0] else 0
            if (at := self.lines[number - 1].find(words, after)) >= 0:
                return number, at + 1
        return text.start

    def _problem(self, document: Document, text: _Text, words: str, message: str, hint: str) -> Problem:
        """Return a problem at some words of a text."""
        line, column = self.spot_of(words, text) if words else text.start
        return Problem(document.file, line, column, document.describe(text.keys), message, hint)


def _own_columns(value: Any) -> frozenset[str]:
    """Return the ids of the columns that a plan has of its own, by the whole value of its file."""
    columns = value.get("kolonner") if isinstance(value, dict) else ()
    ids = (one.get("id") for one in columns if isinstance(one, dict)) if isinstance(columns, tuple) else ()
    return frozenset(one for one in ids if isinstance(one, str))


_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_NO_YAML = re.compile("[^\t\n\r\x85 -~\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What libyaml does not read, and the mark of the byte order, which it reads in its own way."""


_STAND_IN = "\uf8ff"


def _of_person(kind: str) -> tuple[str, str]:
    """Return message and hint for personal data of a kind. The data themselves are not repeated, as a log is public."""
    hint = f"Skriv «{personal_data.OMISSIONS[kind]}» i stedet."
    if kind in ("e-post", "telefon"):
        hint += " Bare kontorers felles adresser og numre kan stå."
    return f"fant noe som ser ut som {PERSONAL[kind]}.", hint
