"""Tell of what the look of a Word document says and its text does not: struck out, hidden, raised, deleted, with a footnote.

A look may be set on the letters themselves, or come from a style that builds on others. Word's rule (ECMA-376, 17.7.3): what is set
on the letters counts; else the style of the letters, of the paragraph and of the table each switch «strøket over» and «skjult».
"""

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
GONE = (f"{_W}del", f"{_W}moveFrom")


class Marks:
    """Gathers what is to be told of the paragraphs and rows of a document, each by its place."""

    def __init__(self, document: Any) -> None:
        self.notes: list[str] = []
        self.places: dict[str, str] = {}
        """Where each footnote and endnote has its mark: «footnote 3» -> «tabell 1, rad 4»."""
        self.gone: dict[Any, str] = {}
        """Where each text stood that was deleted while changes were tracked."""
        self.styles = {
            style.get(f"{_W}styleId"): style for style in document.styles.element.iter(f"{_W}style")
        }
        self.default = next(
            (
                style.get(f"{_W}styleId")
                for style in self.styles.values()
                if style.get(f"{_W}type") == "paragraph" and _is_on(style.get(f"{_W}default"), given=False)
            ),
            None,
        )
        self.known: dict[tuple[str | None, str], bool | None] = {}

    def look(self, element: Any, place: str) -> None:
        """Look through a paragraph or a row at a place."""
        name = f"{place[0].upper()}{place[1:]}"
        for kind, runs in itertools.groupby(_runs(element), key=self._kind):
            text = "".join(node.text or "" for run in runs for node in run.iter(f"{_W}t")).strip()
            if (
                kind
                and text
                and (kind != "raised" or text.strip("()[], ").isdigit() or text.strip("*†‡") == "")
            ):
                self.notes.append(f"{name}: «{text}» {_SAID[kind]}")
        if element.find(f"{_W}trPr/{_W}hidden") is not None:
            self.notes.append(f"{name} er skjult i Word. Raden er tatt med. Skal den ikke det, så slett den.")
        for gone in element.iter(*GONE):
            self.gone.setdefault(gone, place)
        for note in ("footnote", "endnote"):
            for mark in element.iter(f"{_W}{note}Reference"):
                self.places.setdefault(f"{note} {mark.get(f'{_W}id')}", place)

    def place_of(self, paragraph: Any, name: str) -> str:
        """Return what a footnote is called that a paragraph stands in, with the place that it belongs to."""
        for above in paragraph.iterancestors():
            kind = str(above.tag).removeprefix(_W)
            place = self.places.get(f"{kind} {above.get(f'{_W}id')}")
            if kind in ("footnote", "endnote") and place:
                return f"{name} til {place}"
        return name

    def _kind(self, run: Any) -> str:
        """Return how a run looks otherwise: «struck», «hidden», «raised», or «»."""
        if self._is(run, "strike") or self._is(run, "dstrike"):
            return "struck"
        if self._is(run, "vanish") or self._is(run, "webHidden"):
            return "hidden"
        look = run.find(f"{_W}rPr")
        raised = look.find(f"{_W}vertAlign") if look is not None else None
        if raised is None:
            raised = self._raised(_value(look, "rStyle") if look is not None else None)
        return "raised" if raised is not None and raised.get(f"{_W}val") == "superscript" else ""

    def _is(self, run: Any, name: str) -> bool:
        """Return whether a run has a look that is on or off."""
        look = run.find(f"{_W}rPr")
        mark = look.find(f"{_W}{name}") if look is not None else None
        if mark is not None:
            return _is_on(mark.get(f"{_W}val"))
        above: dict[Any, Any] = {}
        for one in run.iterancestors():
            above.setdefault(one.tag, one)
        paragraph, table = above.get(f"{_W}p"), above.get(f"{_W}tbl")
        styles = [
            _value(look, "rStyle"),
            (_value(paragraph.find(f"{_W}pPr"), "pStyle") if paragraph is not None else None) or self.default,
            _value(table.find(f"{_W}tblPr"), "tblStyle") if table is not None else None,
        ]
        switched = [bool(self._by_style(style, name)) for style in styles]
        return any(switched) if name == "dstrike" else sum(switched) % 2 == 1

    def _by_style(self, style: str | None, name: str) -> bool | None:
        """Return whether a style, or the nearest that it builds on, switches a look on or off; None when none says it."""
        key = (style, name)
        if key not in self.known:
            self.known[key] = None
            mark = next((one for one in self._marks_of(style, name)), None)
            self.known[key] = None if mark is None else _is_on(mark.get(f"{_W}val"))
        return self.known[key]

    def _raised(self, style: str | None) -> Any:
        """Return the mark of a style that raises or lowers letters."""
        return next(self._marks_of(style, "vertAlign"), None)

    def _marks_of(self, style: str | None, name: str) -> Iterator[Any]:
        """Yield the marks of a name in a style and those it builds on, the nearest first."""
        seen: set[str] = set()
        while style and style in self.styles and style not in seen:
            seen.add(style)
            found = self.styles[style].find(f"{_W}rPr/{_W}{name}")
            if found is not None:
                yield found
            style = _value(self.styles[style], "basedOn")


def _value(element: Any, name: str) -> str | None:
    """Return the value of a mark within an element; None when either is not there."""
    found = element.find(f"{_W}{name}") if element is not None else None
    return found.get(f"{_W}val") if found is not None else None


def _is_on(value: str | None, *, given: bool = True) -> bool:
    """Return whether a mark with this value is on; `given`: what it is when it has none."""
    return given if value is None else value not in ("0", "false", "off")


def _runs(element: Any) -> Iterator[Any]:
    """Yield the runs of a paragraph or a row, without those of text boxes, which have a place of their own."""
    inner = {f"{_W}txbxContent"} & {one.tag for one in element.iter()}
    for run in element.iter(f"{_W}r"):
        if not inner or not any(above.tag == f"{_W}txbxContent" for above in run.iterancestors()):
            yield run
