"""Turn the text of templates into nynorsk while they are compiled, so that a page in nynorsk costs no more than another.

Templates are written in bokmål. What stands in them between tags and in the attributes that are read out is looked up
in the catalogue (`tools/language.py`), piece by piece; what they print of the data is not touched. A string within an
expression counts as text when it looks like text: it has a space, or begins with a capital letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from ..exports.follow import atom
from ..format import model
from ..format.columns import COLUMNS
from ..format.frist import OMTALE
from ..format.kinds import KINDS
from ..format.meldt import TELLEORD
from ..format.paths import LISTS
from ..format.vocabulary import (
    DEKKERORD,
    LINJEORD,
    MELDBARE,
    MÅLORD,
    ORDLISTER,
    PLANSTATUSORD,
    SIKKERHETSORD,
    STATUSORD,
)
from ..register.entities import ROLLER, TELLES
from ..register.plan_states import TILSTANDSORD
from ..tools.language import catalogue
from ..views.filters import FILTRE, SORTERINGER
from ..views.status_tables import UTENFOR, VIDEREFØRT
from ..views.timeline import HENDELSER
from . import heads

READ_OUT = frozenset(
    {
        "alt",
        "aria-label",
        "content",
        "label",
        "placeholder",
        "title",
        "data-mangler",
        "data-galt",
        "data-krevd",
    }
)
"""The attributes whose values readers meet."""
_LETTER = re.compile(r"[^\W\d_]")
_PART = re.compile(
    r"(?P<comment><!--.*?-->)|(?P<open></?[a-zA-Z][\w-]*)|(?P<close>/?>)"
    r"|(?P<attribute>[\w:-]+)\s*=\s*(?P<quote>[\"'])|(?P<end>[\"'])",
    re.DOTALL,
)


TABLES: tuple[object, ...] = (
    STATUSORD,
    TELLEORD,
    PLANSTATUSORD,
    MÅLORD,
    DEKKERORD,
    ROLLER,
    TELLES,
    TILSTANDSORD,
    OMTALE,
    LINJEORD,
    HENDELSER,
    tuple(HENDELSER),
    tuple(SIKKERHETSORD),
    tuple(ROLLER),
    FILTRE,
    SORTERINGER,
    UTENFOR,
    VIDEREFØRT,
    "Planperioden slutter",
    ("milepælen", "planene"),
    (
        model.Kilde.model_fields["tittel"].description,
        "Hva kilden forteller, med dine egne ord.",
        model.Punkt.model_fields["dekker"].description,
    ),
    ("Ingen status", "Kilden er bare bakgrunn.", "Kilden sier ikke noe om det"),
    [word.capitalize() for word in (*MÅLORD.values(), *SIKKERHETSORD)],
    SIKKERHETSORD,
    ("eier planen", "har ansvar etter planen", "har ikke ansvaret etter planen"),
    ("Innsatsområde", "Innsatsområde eller plan", "Plan"),
    [column.navn for column in COLUMNS],
    MELDBARE,
    atom.KINDS,
    heads.DEFAULT_ALT,
    [[*liste] for liste in ORDLISTER if "stilling" in liste or "temaplan" in liste or "nynorsk" in liste],
    [(kind.en, kind.flere, kind.bestemt) for kind in KINDS.values()],
    [heading for heading, _ in LISTS.values()],
    [(column.overskrift, column.bestemt) for column in COLUMNS],
)
"""The tables of fixed words that pages show, each of which the catalogue has in nynorsk."""


@dataclass
class Reader:
    """Follow HTML through the pieces of a template, and tell what of it is text that readers meet."""

    in_tag: bool = False
    quote: str = ""
    """The sign that ends the attribute that is being read; empty outside attributes."""
    read_out: bool = False
    """Whether that attribute is one of `READ_OUT`."""

    def pieces(self, html: str) -> Iterator[tuple[str, bool]]:
        """Yield the HTML in pieces, each with whether it is text; what has begun goes on in the next call."""
        start = 0
        for found in _PART.finditer(html):
            if found.start() < start or not self._matters(found):
                continue
            yield html[start : found.start()], self._is_text
            yield found[0], False
            start = found.end()
            self._pass(found)
        yield html[start:], self._is_text

    @property
    def _is_text(self) -> bool:
        return self.read_out if self.quote else not self.in_tag

    def _matters(self, found: re.Match[str]) -> bool:
        """Return whether a sign means something where it stands: a quotation mark in a text does not."""
        if self.quote:
            return found["end"] == self.quote
        if self.in_tag:
            return bool(found["close"] or found["attribute"])
        return bool(found["open"] or found["comment"])

    def _pass(self, found: re.Match[str]) -> None:
        if self.quote:
            self.quote, self.read_out = "", False
        elif found["attribute"]:
            self.quote, self.read_out = found["quote"], found["attribute"] in READ_OUT
        elif not found["comment"]:
            self.in_tag = bool(found["open"])


def core(text: str) -> str:
    """Return a piece of text without what stands around its words: blanks, and signs that are the same in both forms."""
    return " ".join(text.split()) if _LETTER.search(text) else ""


def looks_like_text(string: str) -> bool:
    """Return whether a string in an expression is text for readers, and not a word of the program."""
    return (
        bool(_LETTER.search(string)) and (" " in string.strip() or string[:1].isupper()) and "{" not in string
    )


def texts_of(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield every text of a template that readers meet, as it stands in the catalogue."""
    reader = Reader()
    for token in tokens:
        if token.type == "data":
            yield from (core(piece) for piece, text in reader.pieces(token.value) if text and core(piece))
        elif token.type == "string" and looks_like_text(token.value):
            yield token.value


def translated(text: str) -> str:
    """Return a piece of text in nynorsk, with the blanks that stood around it."""
    found = catalogue().get(core(text))
    if found is None:
        return text
    before = text[: len(text) - len(text.lstrip())]
    return f"{before}{found}{text[len(text.rstrip()) :]}"


class Nynorsk(Extension):
    """Let Jinja compile templates in nynorsk."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a template, those of text in nynorsk."""
        reader = Reader()
        for token in stream:
            if token.type == "data":
                pieces = reader.pieces(token.value)
                yield Token(
                    token.lineno, "data", "".join(translated(one) if text else one for one, text in pieces)
                )
            elif token.type == "string" and looks_like_text(token.value):
                yield Token(token.lineno, "string", catalogue().get(token.value, token.value))
            else:
                yield token
