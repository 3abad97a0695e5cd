"""The orders of what is listed: Norwegian alphabetic order, newest report first, each once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ..format import model

T = TypeVar("T")


def newness(rapport: model.Rapport, id_: str) -> tuple[int, int, int, str]:
    """Return what sorts reports with the latest first: by the end of the time they speak of, then by when they were published."""
    dager, utgitt = rapport.gjelder.dager, rapport.utgitt
    ends = dager[1].toordinal() if dager else 0
    return -ends, -(utgitt.toordinal() if utgitt else 0), -rapport.registrert.toordinal(), id_


_ALPHABET = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def alphabetic(text: str) -> str:
    """Return a key that sorts a text in Norwegian order, å last."""
    return text.lower().translate(_ALPHABET)


def unique(items: Iterable[T]) -> list[T]:
    """Return the items in order, each once."""
    return list({id(item): item for item in items}.values())
