"""Advice on titles: a title may be shorter than the wording, never stronger, and says nothing that is not there.

Both rules would rather miss a title than stop a good one: titles are said in plainer words than the plan's. What they
were measured on stands in `tests/checking/test_title_advice.py`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from ..format import model
from ..reading.data import Data
from ..tools.problem import Problem
from .rule_parts import each_plan


def titles_are_not_stronger(data: Data) -> Iterator[Problem]:
    """Yield a piece of advice for each title that lacks the plan's hedge, or says a word that the plan does not."""
    for document, plan in each_plan(data):
        for linje in plan.linjer:
            tiltak = linje.tiltak
            keys = (*linje.keys, "tittel")
            if hedge := missing_hedge(tiltak.tittel, tiltak.ordlyd):
                message = (
                    f"planen skriver «{hedge}», men tittelen sier det ikke. Da lover den mer enn planen."
                )
                yield document.problem(
                    keys, message, "En tittel kan være kortere enn ordlyden, aldri sterkere."
                )
            around = [text for part in linje.over for text in (part.tittel, part.ordlyd, part.mål) if text]
            if words := foreign_words(tiltak.tittel, [*_texts(tiltak), *around]):
                said = ", ".join(f"«{word}»" for word in words)
                message = f"{said} står ikke i ordlyden."
                yield document.problem(keys, message, "Se etter om tittelen sier noe annet enn planen.")


def _texts(tiltak: model.Tiltak) -> Iterator[str]:
    """Yield all that the plan says of a tiltak."""
    yield tiltak.ordlyd
    yield from (one.ordlyd for one in tiltak.deltiltak)
    yield from filter(None, (tiltak.mål, tiltak.milepæler))


_HEDGES = (
    r"pådriv\w*",
    r"vurder(?:e|es|er|ast|ar|a)?",
    r"(?:arbeid|jobb)(?:e|er|es|a|ar)?(?: \w+){0,2} for",
    r"støtt(?:e|er|es|a|ar)?(?: opp)?|stør? opp",
    r"(?:bidra|bidrar|bidreg|medverke?|medverkar?)(?= (?:\w+ )?til)",
    r"legg(?:e|er|es|je|jast|jer)? (?:\w+ )?til rette|legg(?:e|er|es|je|jer)? (?:betre|bedre) til rette|tilrettelegg\w*",
)
"""What a plan writes when it promises to try or to help, not that it is done; bokmål and nynorsk."""
_HEDGE = re.compile(rf"(?<!\w)(?:{'|'.join(_HEDGES)})(?!\w)", re.IGNORECASE)
_PURPOSE = re.compile(r"(?:for å|som|slik at\b.*|og|,|kan|med sikte på å)\s*$", re.IGNORECASE)
"""What stands before a hedge that is of the purpose or of something more, and not of the measure itself."""
_SOFT = re.compile(
    r"(?<!\w)(?:pådriv|vurder|arbeid(?:e|a)?\b|jobbe?a?\b|støtt|stør? opp|bidra|medverk|tilrettelegg|(?:legge?|leggje) .*til rette"
    r"|stimuler|påvirk|påverk|oppfordr|oppmod|inviter|utred|utgrei|undersøk|kartlegg|se på|sjå på|ønsk|positiv|mulig|mogleg"
    r"|søke|bistå|hjelp|ambisjon|initiativ|prøv|behov)",
    re.IGNORECASE,
)
"""What makes a title no promise, in whichever words."""


def missing_hedge(title: str, wording: str) -> str:
    """Return the words with which the wording promises less than its title; empty when the title is no stronger."""
    if _SOFT.search(title):
        return ""
    found = (match for match in _HEDGE.finditer(wording) if not _PURPOSE.search(wording[: match.start()]))
    return next((match[0] for match in found), "")


_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(
    r"(?:hetene|heten|heter|ingene|ingen|inger|ing|ende|ande|erne|ene|ane|ens|ets|ers|s|et|en|er|ar|or|te|de|t|e|a|r)$"
)
SHORTEST = 4
"""Signs of a stem, and of what two words must share; shorter words are of the language and not of a plan."""
_SPELLINGS = (
    ("veg", "vei"),
    ("skul", "skol"),
    ("kj", "k"),
    ("mm", "m"),
    ("tt", "t"),
    ("ll", "l"),
    ("nn", "n"),
    ("ss", "s"),
    ("kk", "k"),
)
"""What is written in two ways, and double letters that come and go with the ending."""
_COMMON = frozenset(
    [
        "etter",
        "gjennom",
        "sammen",
        "andre",
        "egen",
        "eget",
        "egne",
        "hvor",
        "kvar",
        "korleis",
        "hvordan",
        "hvert",
        "kvart",
        "året",
        "årene",
        "kroner",
        "blant",
        "ellers",
        "denne",
        "dette",
        "disse",
        "eller",
        "gjennomføre",
        "planlagt",
        "være",
        "skal",
        "slik",
        "flere",
        "fleire",
        "mellom",
        "hele",
        "heile",
        "alle",
        "noen",
        "nokre",
        "sette",
        "april",
        "februar",
        "juni",
        "mars",
    ]
)
"""Words that say nothing of their own in a title."""
_SAME = (
    "bedrift virksomhet næringsliv nyetablering",
    "ansatt tilsett arbeidstaker arbeidstakar medarbeider",
    "plassere ligge lokalisere lokalisering",
    "samordne samkjøre samkjøring koordinere",
    "jernbane bane",
    "lage utarbeide",
    "bruke benytte",
    "reise kollektivt",
    "hjelpe bistå",
    "utkast forslag høring",
    "felles dele sammen samarbeide samarbeid",
    "utsalg selge salg",
    "sted plassert",
    "studiested utdanningsinstitusjon utdanning skole",
    "gangvei sykkelvei gang sykkel G S",
)
"""Words that mean the same in a plan and in plain language."""
_NUMBERS = ("null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
_NEW = re.compile(r"(?<!\w)ny(?:e|tt)?(?!\w)", re.IGNORECASE)
_MAKES_NEW = re.compile(
    r"(?<!\w)ny|nyetabl|etabler|opprett|bygg|start|skap|innfør|utvikl|anlegg|utvid|videre|flere|økt|auke|få på plass",
    re.IGNORECASE,
)
"""What makes a thing new, without the word."""


def foreign_words(title: str, texts: Iterable[str]) -> list[str]:
    """Return the words of a title that stand nowhere in `texts`, the plan's own: not as a stem, nor in a compound."""
    whole = " ".join(texts)
    known = {_spelled(word) for word in _WORD.findall(whole)}
    found = [
        word for word in _WORD.findall(title) if word.lower() not in _COMMON and not _stands_in(word, known)
    ]
    if found:
        numbers = map(int, re.findall(r"(?<!\d)\d{1,2}(?!\d)", whole))
        known = {_NUMBERS[number] for number in numbers if number < len(_NUMBERS)} | {
            _spelled(one)
            for same in map(str.split, _SAME)
            if any(_alike(_spelled(one), word) for one in same for word in known)
            for one in same
        }
        found = [word for word in found if not _stands_in(word, known)]
    # «Nytt» makes a promise of its own.
    new = _NEW.search(title)
    return found + ([new[0]] if new and not _MAKES_NEW.search(whole) else [])


def _stands_in(word: str, known: set[str]) -> bool:
    """Return whether a word is too short to tell, or is like one of the `known` words."""
    return len(_spelled(word)) < SHORTEST or any(_alike(_spelled(word), one) for one in known)


@functools.lru_cache(maxsize=65536)
def _spelled(word: str) -> str:
    """Return a word in small letters, in one of its spellings."""
    word = word.lower()
    for old, new in _SPELLINGS:
        word = word.replace(old, new)
    return word


@functools.lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """Return a word without its endings: «veiene» and «vei», «utvikle» and «utvikling»."""
    for least in (SHORTEST - 1, SHORTEST):
        shorter = _ENDINGS.sub("", word)
        if len(shorter) < least:
            break
        word = shorter
    return word


def _alike(one: str, other: str) -> bool:
    """Return whether two words may be of the same: one within the other, the same beginning, or parts of compounds."""
    if one == other:
        return True
    a, b = _stem(one), _stem(other)
    if a == b or (len(a) >= SHORTEST - 1 and b.startswith(a)) or (len(b) >= SHORTEST - 1 and a.startswith(b)):
        return True
    if len(a) < SHORTEST or len(b) < SHORTEST:
        return False
    # «lokalmat» and «mat fra gårder», «studiested» and «utdanningssted»: what a compound ends in may be the word.
    return a[:SHORTEST] == b[:SHORTEST] or a in other or b in one or a[-SHORTEST:] == b[-SHORTEST:]
