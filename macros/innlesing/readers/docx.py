"""Read a Word document: paragraphs and tables in their order, with what Word shows but does not write out.

python-docx opens the file; the text is gathered here, because its `text` passes by what stands in content controls,
accepted insertions and text boxes, and because numbers that Word makes itself stand nowhere as text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...tools.bounds import LIMITS, TooMuch, thousands
from .docx_marks import GONE, Marks
from .docx_numbers import Numbers
from .lines import BESIDE, Line, Source, clean, visible

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ALONE = {_FALLBACK, f"{_W}txbxContent", f"{_W}del", f"{_W}moveFrom", f"{_W}instrText"}
"""What is not read as a part of the paragraph it stands in."""


def read_docx(path: Path) -> Source:
    """Return the paragraphs and rows of a Word document, then its headers, footers and notes."""
    import docx

    with path.open("rb") as file:  # opened here, as the library leaves one that it cannot read open
        document = docx.Document(file)
    reader = _Reader(document)
    lines = list(reader.lines(document.element.body))
    roots = [document.element.body]
    for name, root in _others(document):
        lines += _outside(root, name, reader.marks)
        roots.append(root)
    lines += [line for root in roots for line in _deleted(root, reader.marks)]
    count = sum(visible(clean(node.text or "")) for root in roots for node in (*_texts(root), *_erased(root)))
    notes = [
        note
        for name, note in _NOTES.items()
        if any(_is_on(one) for root in roots for one in _marks(root, name))
    ]
    return Source("Word-dokument", lines, count + reader.made, notes + reader.marks.notes)


class _Reader:
    """Goes through the body of a document, counting tables and keeping its automatic numbers."""

    def __init__(self, document: Any) -> None:
        self.styles = {style.style_id: style for style in document.styles}
        self.numbers = Numbers(document)
        self.marks = Marks(document)
        self.tables = 0
        self.paragraphs = 0
        self.made = 0
        """Visible characters of the numbers that Word has made."""

    def lines(self, parent: Any) -> Iterator[Line]:
        """Yield the paragraphs and rows within an element, those in content controls and text boxes with them."""
        for child in parent:
            if child.tag == f"{_W}p":
                yield self._paragraph(child)
                for box in _boxes(child):
                    yield from self.lines(box)
            elif child.tag == f"{_W}tbl" and _lays_out(child):
                for cell in child.iter(f"{_W}tc"):
                    if not any(above.tag == f"{_W}tc" for above in _between(cell, child)):
                        yield from self.lines(cell)
            elif child.tag == f"{_W}tbl":
                self.tables += 1
                yield from self._table(child)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
                yield from self.lines(child)

    def _paragraph(self, element: Any) -> Line:
        """Return a paragraph as a line, with the number that Word shows before it."""
        self.paragraphs += 1
        text, level = _text(element), self._level(element)
        label, bullet, depth = self.numbers.label(element)
        cells = tuple(map(clean, text.split("\t")))
        if label and text.strip():
            self.made += visible(label)
            cells = (label, *cells)
        own = element.find(f"{_W}pPr/{_W}ind")
        left = own.get(f"{_W}left") if own is not None else None
        indent = int(left or depth) if bullet or label else len(text) - len(text.lstrip(" "))
        place = f"avsnitt {self.paragraphs}"
        self.marks.look(element, place)
        return Line(cells, place, level=level, bullet=bullet and bool(text.strip()), indent=indent)

    def _level(self, element: Any) -> int:
        """Return the level of a heading, by its style or its outline; 9 for a paragraph that is bold all through."""
        found = element.find(f"{_W}pPr/{_W}outlineLvl")
        style = element.find(f"{_W}pPr/{_W}pStyle")
        if found is None and style is not None and style.get(f"{_W}val") in self.styles:
            style = self.styles[style.get(f"{_W}val")]
            named = re.fullmatch(r"(?:heading|overskrift) ?([1-9])", (style.name or "").lower())
            if named:
                return int(named[1])
            found = style.element.find(f"{_W}pPr/{_W}outlineLvl")
        if found is not None and int(found.get(f"{_W}val")) < 9:
            return int(found.get(f"{_W}val")) + 1
        runs = [run for run in element.iter(f"{_W}r") if _text(run).strip()]
        bold = [run.find(f"{_W}rPr/{_W}b") for run in runs]
        on = [mark is not None and mark.get(f"{_W}val") not in ("0", "false") for mark in bold]
        return 9 if on and all(on) else 0

    def _table(self, element: Any) -> Iterator[Line]:
        """Yield the rows of a table as lines.

        Where all rows have as many cells and none is merged, cells go by their order: the grid is often left
        wrong by hand.
        """
        table = self.tables
        elements = list(_children(element, "tr"))
        rows = [list(self._row(row)) for row in elements]
        counts = {len(row) for row in rows if len(row) > 1}
        merged = any(cell.continues for row in rows for cell in row)
        by_order = len(counts) == 1 and not merged
        above: dict[int, str] = {}
        width = max((row[-1].end for row in rows if row), default=0)
        for number, row in enumerate(rows, 1):
            size = max(counts, default=1) if by_order else width
            cells, copies = [""] * size, set()
            for order, cell in enumerate(row):
                at = order if by_order else cell.start
                cells[at] = cell.text
                if cell.continues and not cell.text:
                    cells[at] = above.get(at, "")
                    copies |= {at} if cells[at] else set()
                above[at] = cells[at]
            filled = [cell for cell in row if cell.text]
            wide = len(filled) == 1 and filled[0].end - filled[0].start > 1
            place = f"tabell {table}, rad {number}"
            self.marks.look(elements[number - 1], place)
            gone = elements[number - 1].find(f"{_W}trPr/{_W}del") is not None
            outside = "Raden er slettet i dokumentet." if gone else ""
            yield Line(
                tuple(cells),
                place,
                table if size > 1 else 0,
                copies=frozenset(copies),
                wide=wide,
                outside=outside,
            )

    def _row(self, element: Any) -> Iterator[_Cell]:
        """Yield the cells of a row, by the columns of the grid."""
        before = element.find(f"{_W}trPr/{_W}gridBefore")
        at = int(before.get(f"{_W}val")) if before is not None else 0
        for cell in _children(element, "tc"):
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            end = at + (int(span.get(f"{_W}val")) if span is not None else 1)
            if not 0 <= at < end <= LIMITS["columns"]:
                raise TooMuch(
                    f"tabell {self.tables} har en celle som går til kolonne {thousands(end)}, og det leses høyst "
                    f"{thousands(LIMITS['columns'])} kolonner. Åpne dokumentet i Word, del opp tabellen, og lagre på nytt."
                )
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            continues = merge is not None and merge.get(f"{_W}val") != "restart"
            yield _Cell(at, end, clean("\n".join(self._in_cell(cell))), continues)
            at = end

    def _in_cell(self, cell: Any) -> Iterator[str]:
        """Yield the paragraphs of a cell, those of tables and boxes in it with them."""
        for paragraph in cell.iter(f"{_W}p"):
            if any(above.tag == _FALLBACK for above in paragraph.iterancestors()):
                continue
            text = _text(paragraph)
            label, _, _ = self.numbers.label(paragraph)
            if label and text.strip():
                self.made += visible(label)
                text = f"{label} {text}"
            if text.strip():
                yield text


def _lays_out(table: Any) -> bool:
    """Return whether a table only says where things stand on the page: it holds tables of several rows and columns."""
    return any(
        len(list(_children(inner, "tr"))) > 1 and len(list(inner.iter(f"{_W}gridCol"))) > 1
        for inner in table.iter(f"{_W}tbl")
        if inner is not table
    )


def _between(element: Any, above: Any) -> Iterator[Any]:
    """Yield the elements that an element stands in, up to another above it."""
    for one in element.iterancestors():
        if one is above:
            return
        yield one


class _Cell:
    """A cell with the columns of the grid that it covers; `continues` when it is merged with the one above."""

    def __init__(self, start: int, end: int, text: str, continues: bool) -> None:
        self.start, self.end, self.text, self.continues = start, end, text, continues


def _children(element: Any, name: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, also those in content controls or inserted."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _children(child, name)


def _text(element: Any) -> str:
    """Return the text of a paragraph or run as it is shown, with its line breaks and tabs."""
    signs = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
    found = []
    for child in element:
        if child.tag in _ALONE or child.tag == f"{_W}pPr":
            continue
        name = str(child.tag).removeprefix(_W)
        if name == "t":
            found.append(child.text or "")
        elif name == "br":
            found.append("\n" if child.get(f"{_W}type") in (None, "textWrapping") else "")
        elif name == "sym":
            found.append(_symbol(child))
        elif name in signs:
            found.append(signs[name])
        else:
            found.append(_text(child))
    return "".join(found)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the text boxes of a paragraph. Word writes each twice, the second time for older programs."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield box


def _texts(root: Any) -> Iterator[Any]:
    """Yield every piece of text in a part of the document that a reader of it sees."""
    for name in ("t", "noBreakHyphen", "softHyphen", "sym"):
        for node in root.iter(f"{_W}{name}"):
            if not any(above.tag in _ALONE - {f"{_W}txbxContent"} for above in node.iterancestors()):
                yield node if name == "t" else _Sign(node, name)


class _Sign:
    """A sign that is written as an element, as the text it is read as."""

    def __init__(self, node: Any, name: str) -> None:
        self.text = {"noBreakHyphen": "-", "softHyphen": "\u00ad"}.get(name) or _symbol(node)


def _symbol(node: Any) -> str:
    """Return a sign by its number in a font; «�» where the number means something in that font only."""
    sign = chr(int(node.get(f"{_W}char") or "FFFD", 16))
    return "\ufffd" if "\ue000" <= sign <= "\uf8ff" else sign


def _erased(root: Any) -> Iterator[Any]:
    """Yield every piece of text that is deleted, or moved from here, while changes were tracked."""
    for name in ("delText", "t"):
        for node in root.iter(f"{_W}{name}"):
            above = [one.tag for one in node.iterancestors()]
            if _FALLBACK not in above and f"{_W}instrText" not in above and any(tag in above for tag in GONE):
                yield node


def _deleted(root: Any, marks: Marks) -> Iterator[Line]:
    """Yield each deletion as a line that is left out, with where it stood."""
    parts: dict[Any, list[str]] = {}
    for node in _erased(root):
        gone = next(one for one in node.iterancestors() if one.tag in GONE)
        parts.setdefault(gone, []).append(node.text or "")
    for gone, texts in parts.items():
        if text := clean("".join(texts)):
            place = f"sporet endring i {marks.gone[gone]}" if gone in marks.gone else "sporet endring"
            yield Line((text,), place, outside="Teksten er slettet eller flyttet i dokumentet.")


_NOTES = {
    "ins moveTo del moveFrom": "Dokumentet har sporede endringer. Det som er satt inn, er tatt med. Det som er slettet, er utelatt.",
    "sym": "Dokumentet har tegn fra en symbolskrift. De som ikke har en vanlig form, er skrevet «\ufffd». Skriv tegnet selv.",
}
"""What to say of a document that has one of these elements."""


def _marks(root: Any, names: str) -> Iterator[Any]:
    """Yield the elements with one of these names."""
    return (one for name in names.split() for one in root.iter(f"{_W}{name}"))


def _is_on(mark: Any) -> bool:
    """Return whether a mark, such as the one for hidden text, is not switched off."""
    return mark.get(f"{_W}val") not in ("0", "false")


_NAMES = {
    "header": "topptekst",
    "footer": "bunntekst",
    "footnotes": "fotnote",
    "endnotes": "sluttnote",
    "comments": "merknad",
}


def _others(document: Any) -> Iterator[tuple[str, Any]]:
    """Yield headers, footers and notes with what they are called, each text once however many pages show it."""
    from docx.oxml import parse_xml

    seen: Counter[str] = Counter()
    for relation in document.part.rels.values():
        name = _NAMES.get(relation.reltype.rpartition("/")[2])
        if name and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            key = "".join(node.text or "" for node in _texts(root))
            seen[key] += 1
            if seen[key] == 1:
                yield name, root


def _outside(root: Any, name: str, marks: Marks) -> Iterator[Line]:
    """Yield the paragraphs of a header, footer or note as lines that are left out, a note with the place of its mark."""
    for paragraph in root.iter(f"{_W}p"):
        text = clean(_text(paragraph))
        if text:
            yield Line((text,), marks.place_of(paragraph, name), outside=BESIDE)
