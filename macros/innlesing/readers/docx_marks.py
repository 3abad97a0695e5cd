"""Tell of what the look of a Word document says and its text does not: struck out, hidden, raised, with a footnote."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SAID = {
    "struck": "er strøket over. Den er tatt med. Gjelder den ikke, så slett den i dokumentet.",
    "hidden": "er skjult i Word. Den er tatt med. Skal den ikke det, så slett den i dokumentet.",
    "raised": "er hevet skrift, og kan være merket for en note. Den er tatt med. Er det et notemerke, så ta det bort.",
}


class Marks:
    """Gathers what is to be told of the paragraphs and rows of a document, each by its place."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.places: dict[str, str] = {}
        """Where each footnote and endnote has its mark: «footnote 3» -> «tabell 1, rad 4»."""

    def look(self, element: Any, place: str) -> None:
        """Look through a paragraph or a row at a place."""
        for kind, runs in itertools.groupby(_runs(element), key=_kind):
            text = "".join(node.text or "" for run in runs for node in run.iter(f"{_W}t")).strip()
            if (
                kind
                and text
                and (kind != "raised" or text.strip("()[], ").isdigit() or text.strip("*†‡") == "")
            ):
                self.notes.append(f"{place[0].upper()}{place[1:]}: «{text}» {_SAID[kind]}")
        for name in ("footnote", "endnote"):
            for mark in element.iter(f"{_W}{name}Reference"):
                self.places.setdefault(f"{name} {mark.get(f'{_W}id')}", place)

    def place_of(self, paragraph: Any, name: str) -> str:
        """Return what a footnote is called that a paragraph stands in, with the place that it belongs to."""
        for above in paragraph.iterancestors():
            kind = str(above.tag).removeprefix(_W)
            place = self.places.get(f"{kind} {above.get(f'{_W}id')}")
            if kind in ("footnote", "endnote") and place:
                return f"{name} til {place}"
        return name


def _runs(element: Any) -> Iterator[Any]:
    """Yield the runs of a paragraph or a row, without those of text boxes, which have a place of their own."""
    inner = {f"{_W}txbxContent"} & {one.tag for one in element.iter()}
    for run in element.iter(f"{_W}r"):
        if not inner or not any(above.tag == f"{_W}txbxContent" for above in run.iterancestors()):
            yield run


def _kind(run: Any) -> str:
    """Return how a run looks otherwise: «struck», «hidden», «raised», or «»."""
    look = run.find(f"{_W}rPr")
    if look is None:
        return ""
    for kind, names in (("struck", ("strike", "dstrike")), ("hidden", ("vanish",))):
        if any(
            (mark := look.find(f"{_W}{name}")) is not None and mark.get(f"{_W}val") not in ("0", "false")
            for name in names
        ):
            return kind
    raised = look.find(f"{_W}vertAlign")
    return "raised" if raised is not None and raised.get(f"{_W}val") == "superscript" else ""
