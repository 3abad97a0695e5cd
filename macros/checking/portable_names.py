"""Ids and numbers become folders of the site, which every machine must be able to hold."""

from __future__ import annotations

from collections.abc import Iterator

from ..format import model, walk
from ..reading.data import Data
from ..reading.document import Document, KeyPath
from ..tools.portable import unportable
from ..tools.problem import Problem
from .rule_parts import each_aktør, each_plan, register_document


def names_are_portable(data: Data) -> Iterator[Problem]:
    """Yield a problem for each id and number in the data that Windows has set aside; files are told of as they are read."""
    for document, keys, name in _names(data):
        if said := unportable(name):
            yield document.problem(
                keys, f"«{name}» kan ikke brukes: {said}.", "Velg et annet, for eksempel med et ord til."
            )


def _names(data: Data) -> Iterator[tuple[Document, KeyPath, str]]:
    for register, entries in (("kommuner", data.kommuner), ("temaer", data.temaer)):
        for id_ in entries:
            yield register_document(data, register), (id_,), id_
    for document, id_, _ in each_aktør(data):
        yield document, (id_,), id_
    for document, plan in each_plan(data):
        yield from _numbers(document, plan)


def _numbers(document: Document, plan: model.Plan) -> Iterator[tuple[Document, KeyPath, str]]:
    for keys, over in walk.deler(plan):
        if over[-1].nr:
            yield document, (*keys, "nr"), over[-1].nr
    for linje in plan.linjer:
        yield document, (*linje.keys, "nr"), linje.tiltak.nr
