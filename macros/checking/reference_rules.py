"""Rules for ids and addresses that lead elsewhere: what they lead to is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from ..format.kinds import FILSLAG, KINDS
from ..format.paths import LISTS, page_of
from ..reading.data import Data
from ..reading.document import Document
from ..reading.inventory import addresses
from ..tools.nearness import did_you_mean
from ..tools.problem import Problem
from .references import references
from .rule_parts import duplicates, is_lost, lacks_file, register_document


@dataclass(frozen=True)
class Known:
    """Every id that may be referred to, and where a plain answer can't be given."""

    ids: Mapping[str, Set[str] | None]
    """By kind: the ids; None for a kind of which they can't be said, as a file of them could not be read."""
    unsure: Set[str]
    """The plans of which not every tiltak could be read."""

    def has(self, slag: str, id_: str) -> bool:
        """Return whether an id of a kind is known; True as well where that can't be said."""
        ids = self.ids[slag]
        return ids is None or id_ in ids or (slag == "tiltak" and id_.split("/")[0] in self.unsure)

    def has_all(self, ids: Mapping[str, Set[str]]) -> bool:
        """Return whether `has` holds for all of these ids, given by their kind."""
        return all(
            self.has(slag, id_) for slag, some in ids.items() for id_ in some - (self.ids[slag] or set())
        )


def known_ids(data: Data) -> Known:
    """Return every id in the data, also of things that could not be read but whose name is there."""
    ids: dict[str, Set[str] | None] = {
        kind.slag: data.known(kind.slag) for kind in FILSLAG if kind.form != "liste"
    }
    tiltak = {f"{id_}/{linje.tiltak.nr}" for id_, plan in data.planer.items() for linje in plan.linjer}
    unsure = (ids["plan"] or set()) - data.planer.keys()
    unsure |= {id_ for id_ in data.planer if is_lost(data.document("plan", id_), "nr", "tiltak", "deler")}
    return Known(ids | {"tiltak": tiltak}, unsure)


def what_is_referred_to_exists(
    data: Data, document: Document, content: Any, known: Known
) -> Iterator[Problem]:
    """Yield a problem for each id in the content of a document that is not among those known."""
    for slag, keys, id_ in references(content):
        if not known.has(slag, id_):
            # A thing that got another id has left its old address in `videresendinger`.
            old = page_of(slag, *id_.split("/"))
            new = next((one.ny for one in reversed(data.videresendinger) if one.gammel == old), None)
            hint = f"Adressen er flyttet til «{new}»." if new else _instead(data, slag, id_, known.ids[slag])
            yield document.problem(keys, f"kjenner ikke {KINDS[slag].bestemt} «{id_}».", hint)


def _instead(data: Data, slag: str, id_: str, known: Set[str] | None) -> str:
    """Return the hint for an id that is not known: make the file of the kommune, or take the nearest id."""
    kommune = id_.removesuffix("-kommune")
    if slag == "aktør" and kommune in data.kommuner and not data.aktører_i(kommune):
        return lacks_file(data, kommune)
    return did_you_mean(id_, known or ())


def addresses_are_sent_on_once(data: Data) -> Iterator[Problem]:
    """An address that is sent on is no address any more, stands once, and leads straight to one that exists."""
    if not data.videresendinger:
        return
    document = register_document(data, "videresendinger")
    yield from duplicates(document, "gammel", "adressen", (
        ((i,), one.gammel) for i, one in enumerate(data.videresendinger)
    ))  # fmt: skip
    sent = {one.gammel: one.ny for one in data.videresendinger}
    known = {*addresses(data), *(path for _, path in LISTS.values())}
    for i, one in enumerate(data.videresendinger):
        page = one.gammel.partition("#")[0]
        if one.gammel in known:
            message = f"adressen «{one.gammel}» finnes, og kan ikke sendes videre."
            yield document.problem((i, "gammel"), message, "Ta bort videresendingen, eller rett adressen.")
        elif page not in known and page not in sent and not data.broken:
            message = f"siden «{page}» finnes ikke."
            yield document.problem((i, "gammel"), message, "Send hele siden videre i stedet.")
        if one.ny in sent:
            yield document.problem((i, "ny"), *_chained(one.ny, sent))
        elif one.ny not in known and not data.broken:
            hint = did_you_mean(one.ny, known)
            yield document.problem((i, "ny"), f"kjenner ikke adressen «{one.ny}».", hint)


def _chained(new: str, sent: dict[str, str]) -> tuple[str, str]:
    """Return message and hint for leading to the address `new`, which is itself sent on by `sent` (old to new)."""
    seen = {new}
    end = sent[new]
    while end in sent and end not in seen:
        seen.add(end)
        end = sent[end]
    if end in seen:
        return f"«{new}» er selv sendt videre, og til slutt tilbake hit.", "Ta bort en av videresendingene."
    return f"«{new}» er selv sendt videre.", f"Skriv ny: {end}"
