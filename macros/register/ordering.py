"""The orders of what is listed: Norwegian alphabetic order, newest report first, each once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ..format import model

T = TypeVar("T")


def newness(rapport: model.Rapport, id_: str) -> tuple[int, int, str]:
    år = rapport.gjelder.til or rapport.gjelder.fra or 0
    return -år, -rapport.registrert.toordinal(), id_


_ALPHABET = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def alphabetic(text: str) -> str:
    """A key that sorts in Norwegian order, å last."""
    return text.lower().translate(_ALPHABET)


def unique(items: Iterable[T]) -> list[T]:
    """The items in order, each once."""
    return list({id(item): item for item in items}.values())
