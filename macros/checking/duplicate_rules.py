"""The same document entered twice, as two plans or two reports."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from ..format import model
from ..reading.data import Data
from ..reading.document import Document
from ..tools.problem import Problem
from .rule_parts import each_plan, each_rapport

Entered = tuple[Document, Any]
"""A plan or a report, with its document."""


def documents_are_entered_once(data: Data) -> Iterator[Problem]:
    """Yield a problem for each plan and report that is made of the same document, under the same title, as one above."""
    for noun, entered in plans_and_reports(data):
        for document, first in entered_again(
            entered, lambda one: one.kilde.sha256 and (one.kilde.sha256, title_of(one))
        ):
            message = f"{noun} har samme tittel og samme fingeravtrykk som {first.file}."
            hint = "Er det samme dokument? Behold den ene, og flytt det som mangler, dit."
            yield document.problem(("kilde", "sha256"), message, hint)
    plans = list(each_plan(data))
    for document, first in entered_again(
        plans, lambda one: (title_of(one), one.eiere, one.periode, one.planstatus)
    ):
        message = f"planen har samme tittel, eier, periode og planstatus som {first.file}."
        hint = "Er det samme plan? Behold den ene. Er det to, så skriv i tittelen hva som skiller dem."
        yield document.problem(("tittel",), message, hint)


def plans_and_reports(data: Data) -> tuple[tuple[str, list[Entered]], ...]:
    """Return all plans and all reports with their documents, each with what a message calls one of them."""
    return ("planen", list(each_plan(data))), ("rapporten", list(each_rapport(data)))


def title_of(one: model.Plan | model.Rapport) -> str:
    """Return a title in lower case with single spaces, so that two that read alike are the same."""
    return " ".join(one.tittel.casefold().split())


def entered_again(
    entered: list[Entered], key: Callable[[Any], Hashable], but: Callable[[Any], Hashable] | None = None
) -> Iterator[tuple[Document, Document]]:
    """Yield each of those entered whose key an earlier one has too, with the earlier one; an empty key is none.

    `but`: only where this differs.
    """
    seen: dict[Hashable, list[Entered]] = {}
    for document, one in entered:
        found = key(one)
        if not found:
            continue
        for first, earlier in seen.get(found, ()):
            if but is None or but(earlier) != but(one):
                yield document, first
                break
        seen.setdefault(found, []).append((document, one))
