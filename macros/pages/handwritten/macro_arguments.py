"""What an editor's macro is given: ids, statuses and places as texts, looked up in the register.

Every look-up raises `ArgumentFeil` for what means nothing there, with a suggestion where one is near.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from ...format.kinds import KINDS, Kind, needs
from ...format.meldt import TELLEORD
from ...register import history
from ...register.addresses import Entity
from ...register.entities import Plan, Register, Tiltak
from ...register.ordering import unique
from ...tools.nearness import did_you_mean
from ...views import status_tables


class ArgumentFeil(ValueError):
    """An argument of a macro that means nothing in this register. The text is for the editor."""


NOUNS: dict[str, Kind] = {slag: kind for slag, kind in KINDS.items() if kind.oppslag}
"""What an argument may name, and what is said of it; the look-up it is found in has the name of several."""
needs(
    "Register in macros/register/entities.py",
    [one.name for one in fields(Register)],
    (kind.flere for kind in NOUNS.values()),
)
PLACES: dict[str, str] = {slag: kind.avgrenser for slag, kind in KINDS.items() if kind.avgrenser}
"""What may limit a table or a list, and the word before its name in a heading."""


class Arguments:
    """Looks up in one register what a macro's arguments name."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def one(self, noun: str, id_: str) -> Any:
        """Return the thing of a kind in `NOUNS` that has this id."""
        known = getattr(self._register, NOUNS[noun].flere)
        if not isinstance(id_, str) or id_ not in known:
            raise ArgumentFeil(unknown(NOUNS[noun].bestemt, id_, known))
        return known[id_]

    def plans(self, plan: str | None, kommune: str | None) -> list[Plan]:
        """Return the plan with this id, the plans of the kommune, or all plans when neither is given."""
        if plan is not None and kommune is not None:
            raise ArgumentFeil("ventet enten plan eller kommune, fant begge.")
        if plan is not None:
            return [self.one("plan", plan)]
        if kommune is not None:
            return list(self.one("kommune", kommune).planer)
        return list(self._register.planer.values())

    def any(self, id_: str, noun: str | None) -> Entity:
        """Return the thing with this id, of whichever kind it is, or of the kind `noun`."""
        if noun is not None and noun not in NOUNS:
            raise ArgumentFeil(unknown("slaget", noun, NOUNS))
        nouns = [noun] if noun else list(NOUNS)
        found = [one for one in nouns if id_ in getattr(self._register, NOUNS[one].flere)]
        if len(found) > 1:
            raise ArgumentFeil(f'«{id_}» er både {" og ".join(found)}. Legg til slag="{found[0]}".')
        if not found:
            known = [key for one in nouns for key in getattr(self._register, NOUNS[one].flere)]
            raise ArgumentFeil(unknown("id-en", id_, known))
        return self.one(found[0], id_)  # type: ignore[no-any-return]

    def with_status(self, status: str | None, tiltak: list[Tiltak]) -> list[Tiltak]:
        """Return those of these tiltak that are counted as `status`; all of them when none is asked for."""
        if status is None:
            return tiltak
        if status not in TELLEORD:
            raise ArgumentFeil(unknown("statusen", status, TELLEORD))
        return [one for one in tiltak if one.meldt.telles == status]

    def tiltak(self, hvor: dict[str, str]) -> list[Tiltak]:
        """Return the lines of plans that are in all the places `hvor` names (see `PLACES`); all lines when it names none.

        Those of a plan that is replaced are there only when the plan itself is named.
        """
        found = list(self._register.tiltak.values())
        if "plan" not in hvor:
            found = history.of_today(found)
        for noun, id_ in hvor.items():
            if noun not in PLACES:
                hint = did_you_mean(noun, (*PLACES, "status", "etter"))
                raise ArgumentFeil(f"kjenner ikke argumentet «{noun}». {hint}".strip())
            inside = {id(one) for one in self.one(noun, id_).tiltak}
            found = [one for one in found if id(one) in inside]
        return found

    def counted(self, hvor: dict[str, str]) -> list[Tiltak]:
        """Return what `tiltak` does, but drafts and steps only when their own plan is named."""
        found = self.tiltak(hvor)
        if "plan" in hvor:
            return found
        kommune = self.one("kommune", hvor["kommune"]) if "kommune" in hvor else None
        return [one for one in found if (kommune in one.telles_for if kommune else one.telles)]

    def heading(self, hvor: dict[str, str]) -> str:
        """Return how the places read in a heading: « i Modum om Samferdsel»."""
        return "".join(f" {PLACES[noun]} {self.one(noun, id_).navn}" for noun, id_ in hvor.items())

    def groups(self, by: str, tiltak: list[Tiltak]) -> list[status_tables.Group]:
        """Return the tiltak divided by «plan», «innsatsområde», «kommune», «tema» or «aktør», for the rows of a table."""
        if by == "plan":
            return [*status_tables.by_plan(tiltak)]
        if by == "innsatsområde":
            parts = unique(one.område for one in tiltak if one.område)
            rest = status_tables.by_plan(one for one in tiltak if not one.område)
            inside: dict[int, list[Tiltak]] = {}
            for one in tiltak:
                inside.setdefault(id(one.område), []).append(one)
            return [*((d.navn, d, inside[id(d)]) for d in parts), *rest]
        if by in PLACES:
            entities = getattr(self._register, NOUNS[by].flere).values()
            wanted = {id(one) for one in tiltak}
            groups = [(e.navn, e, [one for one in e.tiltak if id(one) in wanted]) for e in entities]
            return [group for group in groups if group[2]]
        raise ArgumentFeil(unknown("inndelingen", by, (*PLACES, "innsatsområde")))


def heading_level(nivå: object) -> int:
    """Return the level of a heading, if a page may use it. Raises ArgumentFeil for any other than 2 to 5."""
    if type(nivå) is not int or nivå not in (2, 3, 4, 5):
        raise ArgumentFeil(f"ventet 2, 3, 4 eller 5 for nivå, fant «{nivå}».")
    return nivå


def unknown(the: str, word: str, known: Iterable[str]) -> str:
    """Return the message for a word that is not among the known ones, with the nearest of them; `the` says what it names."""
    hint = did_you_mean(str(word), known)
    return f"kjenner ikke {the} «{word}». {hint}".strip()
