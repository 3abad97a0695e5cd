"""Count a workbook: the cells as its XML has them, and the texts of its comments, drawings and charts."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from .counted import Counted, seen
from .word import part_texts

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def count_xlsx(path: Path) -> Counted:
    """Return the texts of a workbook, how many of its cells hold numbers, and its pictures as what cannot be read."""
    counted = Counted()
    with zipfile.ZipFile(path) as package:
        names = sorted(package.namelist())
        shared = _shared(package) if "xl/sharedStrings.xml" in names else []
        pictures = 0
        for name in names:
            if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
                _sheet(ElementTree.fromstring(package.read(name)), shared, counted)
            elif re.fullmatch(r"xl/comments[^/]*\.xml|xl/comments/[^/]+\.xml", name):
                for comment in ElementTree.fromstring(package.read(name)).iter(f"{_MAIN}comment"):
                    counted.add("merknad", *_plain(comment))
            elif found := re.fullmatch(r"xl/(drawings|charts|diagrams)/(?:drawing|chart|data)\d*\.xml", name):
                root = ElementTree.fromstring(package.read(name))
                kind = {"drawings": "tegning", "charts": "diagram", "diagrams": "SmartArt"}[found[1]]
                for where, pieces in part_texts(root, kind):
                    counted.add(where, *pieces)
                pictures += sum(str(one.tag).endswith("}blip") for one in root.iter())
            elif name.startswith("xl/embeddings/"):
                counted.unread.append(f"en innebygd fil ({name.rpartition('/')[2]})")
            elif name == "xl/workbook.xml":
                for sheet in ElementTree.fromstring(package.read(name)).iter(f"{_MAIN}sheet"):
                    counted.add("navnet på et ark", sheet.get("name", ""), needed=False)
    if pictures:
        counted.unread.append("1 bilde" if pictures == 1 else f"{pictures} bilder")
    return counted


def _shared(package: zipfile.ZipFile) -> list[list[str]]:
    """Return the texts that cells refer to by their numbers."""
    root = ElementTree.fromstring(package.read("xl/sharedStrings.xml"))
    return [_plain(item) for item in root.iter(f"{_MAIN}si")]


def _plain(item: ElementTree.Element) -> list[str]:
    """Return the runs of a text, without how it is said in another script."""
    aside = {id(text) for sound in item.iter(f"{_MAIN}rPh") for text in sound.iter()}
    return [_unescaped(one.text or "") for one in item.iter(f"{_MAIN}t") if id(one) not in aside]


def _unescaped(text: str) -> str:
    """Return a text with the signs that XML cannot hold, which a workbook writes as «_x000D_»."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def _sheet(root: ElementTree.Element, shared: list[list[str]], counted: Counted) -> None:
    """Count the cells of a sheet, and the header and footer of its pages."""
    for cell in root.iter(f"{_MAIN}c"):
        value = cell.findtext(f"{_MAIN}v") or ""
        match cell.get("t"):
            case "s" if value:
                counted.add("teksten", *shared[int(value)])
            case "inlineStr":
                counted.add("teksten", *_plain(cell))
            case "str" | "e":
                counted.add("teksten", _unescaped(value))
            case _:
                counted.shown += bool(value.strip())
    for beside in root.iter(f"{_MAIN}headerFooter"):
        for printed in beside:
            for part in re.split(r"&[LCR]", printed.text or ""):
                plain = re.sub(r'&"[^"]*"|&K[0-9A-F]{6}|&\[\w+\]|&\d+|&[A-Z]', "", part)
                if seen(plain):
                    counted.add("topptekst eller bunntekst", plain)
