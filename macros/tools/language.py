"""The two forms of Norwegian that the site speaks, and its own words in both.

Everything that is ours is written in bokmål where it is used. What it is in nynorsk stands in `nynorsk.yml`, by the text
in bokmål. What a plan or a source says is never looked up: only text of the program goes through here.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

BOKMÅL, NYNORSK = "nb", "nn"
"""The languages of pages, as `lang` has them."""
CATALOGUE = Path(__file__).with_name("nynorsk.yml")

_spoken: ContextVar[str] = ContextVar("language", default=BOKMÅL)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language («nb» or «nn») within a `with`: `say` answers in it."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> str:
    """Return the language that is spoken now: bokmål outside every `speaking`."""
    return _spoken.get()


@functools.cache
def catalogue() -> dict[str, str]:
    """Return every text of the site in nynorsk, by what it is in bokmål."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, str] = yaml.load(CATALOGUE.read_text("utf-8"), Loader=loader)
    return found


def say(text: str, **values: object) -> str:
    """Return a text of ours in the language that is spoken, with `values` in the places that it names in braces."""
    said = text if spoken() == BOKMÅL else catalogue().get(text, text)
    return said.format(**values) if values else said


def said(value: Any) -> Any:
    """Return a table of fixed words with each text in the language that is spoken; the keys are kept."""
    if isinstance(value, str):
        return say(value)
    if isinstance(value, Mapping):
        return {key: said(inner) for key, inner in value.items()}
    return tuple(map(said, value)) if isinstance(value, tuple | list) else value
