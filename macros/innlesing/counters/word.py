"""Count a Word document: every part of its package that holds text, as XML and nothing more."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from .counted import Counted

_NAMES = {
    "document": "teksten", "header": "topptekst", "footer": "bunntekst", "footnotes": "fotnote", "endnotes": "sluttnote",
    "comments": "merknad",
}  # fmt: skip
_SKIP = re.compile(
    r"word/(?:styles|stylesWithEffects|settings|webSettings|fontTable|numbering|people|comments(?:Ids|Extended|Extensible)|"
    r"theme/.*|glossary/.*|_rels/.*|diagrams/(?:drawing|layout|quickStyle|colors)\d*|charts/(?:style|colors)\d*)\.xml(?:\.rels)?"
)
"""Parts that show nothing; the drawing of a diagram says again what its data say."""
_FALLBACK = "Fallback"
"""What is written once more for older programs."""


def count_docx(path: Path) -> Counted:
    """Return the texts of all parts of a Word document, and its pictures and embedded files as what cannot be read."""
    counted = Counted()
    pictures, seen_before = 0, set()
    with zipfile.ZipFile(path) as package:
        for name in sorted(package.namelist(), key=lambda name: (name != "word/document.xml", name)):
            if re.match(r"word/(?:embeddings|activeX)/|word/afchunk", name) or (
                name.startswith("word/") and name.endswith((".html", ".mht", ".rtf"))
            ):
                counted.unread.append(f"en innebygd fil ({name.rpartition('/')[2]})")
            if not re.fullmatch(r"word/.*\.xml", name) or _SKIP.fullmatch(name):
                continue
            root = ElementTree.fromstring(package.read(name))
            part = part_of(name)
            texts = list(part_texts(root, part))
            pictures += sum(_local(one) in ("blip", "imagedata") for one in _walk(root))
            key = (part, "".join(piece for _, pieces in texts for piece in pieces))
            # The same header on other pages is one text.
            if part in ("topptekst", "bunntekst") and key in seen_before:
                continue
            seen_before.add(key)
            for where, pieces in texts:
                counted.add(where, *pieces)
    if pictures:
        counted.unread.append("1 bilde" if pictures == 1 else f"{pictures} bilder")
    return counted


def part_of(name: str) -> str:
    """Return what an editor calls the part of a package with this name."""
    if "/diagrams/" in name:
        return "SmartArt"
    if "/charts/" in name:
        return "diagram"
    stem = re.sub(r"\d*\.xml$", "", name.rpartition("/")[2])
    return _NAMES.get(stem, f"delen {name}")


def _local(element: ElementTree.Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _walk(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield an element and all in it, but not what is there for older programs only."""
    yield element
    for child in element:
        if _local(child) != _FALLBACK:
            yield from _walk(child)


def part_texts(root: ElementTree.Element, part: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the texts of a part, each with what holds it: its paragraphs, then what stands in none."""
    for paragraph in _walk(root):
        if _local(paragraph) != "p":
            continue
        pieces: dict[str, list[str]] = {}
        for kind, text in _pieces(paragraph, part, gone=False):
            pieces.setdefault(kind, []).append(text)
        yield from pieces.items()
    for element in _walk(root):
        if _local(element) == "strCache":
            yield from ((part, ["".join(value.itertext())]) for value in element if _local(value) == "pt")
        if _local(element) == "textpath" and element.get("string"):
            yield "WordArt", [element.get("string", "")]


_SIGNS = {"noBreakHyphen": "-", "softHyphen": "\u00ad"}
_GONE = ("del", "moveFrom")


def _pieces(element: ElementTree.Element, part: str, *, gone: bool) -> Iterator[tuple[str, str]]:
    """Yield the pieces of text of a paragraph; paragraphs within it, as of a text box, are texts of their own."""
    for child in element:
        name = _local(child)
        if name in ("p", "pPr", "rPr", "instrText", "delInstrText", _FALLBACK, "strCache", "numCache"):
            continue
        if name == "t" and "/math" in str(child.tag):
            yield "ligning", child.text or ""
        elif name in ("t", "delText"):
            yield (f"{part}, slettet" if gone or name == "delText" else part), child.text or ""
        elif name in _SIGNS:
            yield part, _SIGNS[name]
        elif name == "sym":
            code = next((value for key, value in child.attrib.items() if key.endswith("}char")), "FFFD")
            sign = chr(int(code, 16))
            yield part, "\ufffd" if "\ue000" <= sign <= "\uf8ff" else sign
        else:
            yield from _pieces(child, part, gone=gone or name in _GONE)
