"""Which of the two forms of Norwegian a page speaks: that of the kommune, or of all the kommuner, that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..register.entities import Aktør, Del, Kommune, Plan, Rapport, Tiltak
from ..tools.language import BOKMÅL, NYNORSK


def language_of(entity: Any) -> str:
    """Return the language («nb» or «nn») of what is made about an entity, such as a page, a form or a sheet.

    Nynorsk when every kommune that it is about has chosen it; bokmål for the rest, and for what is about no kommune.
    """
    kommuner = list(_kommuner(entity))
    chosen = bool(kommuner) and all(one.data.målform == "nynorsk" for one in kommuner)
    return NYNORSK if chosen else BOKMÅL


def _kommuner(entity: Any) -> Iterable[Kommune]:
    """Return the kommuner that an entity is about; of what is about another entity, such as a form, those of that one."""
    match entity:
        case Kommune():
            return [entity]
        case Plan() | Rapport() | Tiltak() | Del():
            return entity.kommuner
        case Aktør():
            return [entity.kommune] if entity.kommune else []
        case _:
            around = (getattr(entity, name, None) for name in AROUND)
            return next((_kommuner(one) for one in around if one is not None), ())


AROUND = ("plan", "liste", "eier", "emne", "hva")
"""The fields in which a form, a sheet or a page of a list has what it is about."""
