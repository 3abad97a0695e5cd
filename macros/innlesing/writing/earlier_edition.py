"""Keep what editors have made of an earlier edition of a plan, for the tiltak whose wording is the same in the new one.

A title, a tema and a reading of a cell were made for just these words, so they hold only as long as the words do. Wordings
that are only near give a proposal of `viderefører`, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from ...format import model
from ...reading.data import Data
from ...tools.nearness import nearest
from ...tools.yaml_out import inline
from ..outline.drafts import Draft
from ..outline.numbering import Tree
from .head import CONTENTS
from .proposals import Proposal

_CARRIED = ("tema", "nevner", "merknad")
"""The fields of a tiltak that are the editors' and hold for its wording."""
_OF_THE_DOCUMENT = (*CONTENTS, "kolonner", "ord", "nummerert_av", "kilde", "innledning")
"""The fields of a plan that the document itself says, and that are read anew."""


@dataclass(frozen=True)
class Earlier:
    """An edition of the plan that is in the data, and which tiltak of it each new one is."""

    id: str
    plan: model.Plan
    same_plan: bool
    """Whether it is the same plan, read once more, and no newer edition."""
    same: Mapping[int, model.Tiltak] = field(default_factory=dict)
    """The `id` of a draft -> the tiltak that has the same wording."""
    near: Mapping[int, model.Tiltak] = field(default_factory=dict)
    """The `id` of a draft -> the tiltak whose wording is near."""
    gone: tuple[model.Tiltak, ...] = ()

    def themes(self, title: str) -> tuple[str, ...]:
        """Return the temaer of the innsatsområde or del with a title."""
        parts = [*self.plan.innsatsområder, *self.plan.deler]
        named = [part.tema for part in parts if title and _plain(part.tittel or "") == _plain(title)]
        return named[0] if len(named) == 1 else ()

    def cell(self, draft: Draft, role: str) -> dict[str, Any]:
        """Return what editors have read out of a cell with the same text; nothing when they have not, or it has changed."""
        old = self.same.get(id(draft))
        value = getattr(old, role, None) if old else None
        text = draft.cells.get(role, "")
        if not isinstance(value, BaseModel) or not text or getattr(value, "tekst", None) != text:
            return {}
        return _said(value, without=("tekst",))

    def fields(self, draft: Draft) -> dict[str, Any]:
        """Return the fields of a tiltak that are the editors' own: tema, nevner, merknad, and delmål where the cell is unchanged."""
        old = self.same.get(id(draft))
        if old is None:
            return {}
        found = _said(old)
        kept = {name: found[name] for name in _CARRIED if name in found}
        if "delmål" in found and old.milepæler == draft.cells.get("milepæler"):
            kept["delmål"] = found["delmål"]
        if self.same_plan:
            kept |= {name: found[name] for name in ("sted", "viderefører") if name in found}
        return kept

    def title(self, draft: Draft) -> str:
        """Return the title of the tiltak with the same wording; «» when there is none."""
        old = self.same.get(id(draft))
        return old.tittel if old else ""

    def head(self) -> dict[str, str]:
        """Return the fields of the head that are kept, as YAML: all of the editors' for the same plan, else `erstatter`."""
        if not self.same_plan:
            return {"erstatter": self.id}
        return {name: inline(value) for name, value in _said(self.plan, without=_OF_THE_DOCUMENT).items()}

    def told(self, tree: Tree) -> list[str]:
        """Return what the report says: which tiltak are as before, changed, new and gone."""
        same, changed, new = [], [], []
        for one in tree.root.all():
            if old := self.same.get(id(one.draft)):
                different = [
                    role for role, text in one.draft.cells.items() if _text(getattr(old, role, None)) != text
                ]
                if different:
                    changed.append(f"{one.nr} (før {old.nr}): {', '.join(different)} er endret")
                else:
                    same.append(one.nr if one.nr == old.nr else f"{one.nr} (før {old.nr})")
            elif old := self.near.get(id(one.draft)):
                changed.append(
                    f"{one.nr} (før {old.nr}): ordlyden er endret, fra «{_line(old.ordlyd)}» til «{_line(one.draft.ordlyd)}»"
                )
            else:
                new.append(f"{one.nr} «{_line(one.draft.ordlyd)}»")
        gone = [f"{old.nr} «{_line(old.ordlyd)}»" for old in self.gone]
        return [
            f"Uendret ({len(same)}): {', '.join(same) or 'ingen'}.",
            *(f"Endret: {one}." for one in changed),
            *(f"Nytt: {one}." for one in new),
            *(f"Borte: {one}." for one in gone),
        ]


def earlier_edition(data: Data, id_: str, plan: str, drafts: Iterable[Draft]) -> Earlier:
    """Return the edition with an id, which must be in the data, beside the drafts of the plan `plan`."""
    old = [linje.tiltak for linje in data.planer[id_].linjer]
    same: dict[int, model.Tiltak] = {}
    near: dict[int, model.Tiltak] = {}
    left = list(drafts)
    plain = {id(one): _plain(one.ordlyd) for one in old} | {id(one): _plain(one.ordlyd) for one in left}
    # Number and wording first, as the same wording may stand twice.
    for by_number in (True, False):
        for draft in list(left):
            for one in old:
                number = not by_number or (draft.number is not None and draft.number.nr == one.nr)
                if number and plain[id(one)] == plain[id(draft)]:
                    same[id(draft)] = one
                    old.remove(one)
                    left.remove(draft)
                    break
    for draft in left:
        wordings = {one.ordlyd: one for one in reversed(old)}
        if found := nearest(draft.ordlyd, wordings):
            near[id(draft)] = wordings[found]
            old.remove(wordings[found])
    return Earlier(id_, data.planer[id_], id_ == plan, same, near, tuple(old))


def looks_like(data: Data, id_: str, kommuner: Iterable[str], proposed: Mapping[str, Proposal]) -> str:
    """Return the id of the newest plan of the same kommuner with the same title but for its years; «» for none."""
    title = _unyeared(proposed["tittel"].words) if "tittel" in proposed else ""
    there = set(kommuner)
    alike = [
        (plan.periode.fra if plan.periode and plan.periode.fra else 0, other)
        for other, plan in data.planer.items()
        if other != id_
        and title
        and there
        and set(plan.kommuner) == there
        and _unyeared(plan.tittel) == title
    ]
    return max(alike)[1] if alike else ""


def keep_numbers(tree: Tree, earlier: Earlier) -> None:
    """Give the tiltak that the document does not number the numbers they had, as these are parts of addresses."""
    made = [one for one in tree.root.all() if not one.draft.number]
    used = {one.nr for one in tree.root.all() if one.draft.number}
    free = []
    for one in made:
        old = earlier.same.get(id(one.draft))
        if old and old.nr not in used:
            one.nr = old.nr
            used.add(old.nr)
        else:
            free.append(one)
    used |= {one.nr for one in earlier.gone}
    for one in free:
        start, _, last = one.nr.rpartition(".")
        count = int(last) if last.isdecimal() else 1
        while one.nr in used:
            count += 1
            one.nr = f"{start}.{count}" if start else str(count)
        used.add(one.nr)


def _said(value: BaseModel, without: Iterable[str] = ()) -> dict[str, Any]:
    """Return the fields that are filled in, as they are written."""
    dumped = value.model_dump(by_alias=True, exclude_defaults=True, mode="python")
    return {name: one for name, one in dumped.items() if name not in without}


def _text(cell: object) -> str:
    """Return the printed text of a cell."""
    return str(getattr(cell, "tekst", cell) or "")


def _plain(text: str) -> str:
    """Return a wording with its white space made plain, which is the document's dress."""
    return " ".join(text.split())


def _line(text: str) -> str:
    """Return a wording on one line, cut when it is long."""
    return _plain(text) if len(_plain(text)) <= 80 else f"{_plain(text)[:80]} …"


def _unyeared(title: str) -> str:
    """Return a title without its years, in small letters."""
    return _plain(re.sub(r"\b20\d\d\b|[-–]", " ", title)).casefold()


def proposals(earlier: Earlier, draft: Draft) -> Iterator[tuple[str, str, bool]]:
    """Yield what is to be written of `viderefører`: a comment, the value, and whether it is sure enough to stand as a field."""
    if earlier.same_plan:
        return
    if old := earlier.same.get(id(draft)):
        yield "Forslag: ordlyden er den samme. Se at det stemmer.", f"[{earlier.id}/{old.nr}]", True
    elif old := earlier.near.get(id(draft)):
        said = f"Forslag: ordlyden ligner «{_line(old.ordlyd)}». Stemmer det, så ta bort # foran linja under."
        yield said, f"[{earlier.id}/{old.nr}]", False
