"""Count the numbers that Word makes itself for lists and headings: «1.1.3.» is on the page, but nowhere in the file.

They are counted here as Word counts them: each level starts anew when a higher one is counted up.
"""

from __future__ import annotations

import re
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


_Level = tuple[str, str, int, int]
"""What kind of number, its pattern («%1.%2.»), where it starts, and how far in the text stands."""
_NONE: _Level = ("", "", 1, 0)


class Numbers:
    """Follows the automatic numbers through a document, from its first paragraph to its last."""

    def __init__(self, document: Any) -> None:
        self.styles = {style.style_id: style.element for style in document.styles}
        self.levels = _definitions(document)
        self.counters: dict[str, list[int]] = {}

    def label(self, paragraph: Any) -> tuple[str, bool, int]:
        """Return what Word shows before a paragraph, whether it is a bullet instead, and how far in it stands."""
        num, level = self._place_in_list(paragraph)
        kind, pattern, _, indent = self.levels.get((num, level), _NONE)
        if not kind or kind == "none":
            return "", False, indent
        if kind == "bullet":
            return "", True, indent
        counters = self.counters.setdefault(num, [])
        while len(counters) <= level:
            counters.append(self.levels.get((num, len(counters)), _NONE)[2] - 1)
        counters[level] += 1
        del counters[level + 1 :]

        def number(found: re.Match[str]) -> str:
            """Return the number of a level, as its pattern is filled in."""
            at = int(found[1]) - 1
            own = self.levels.get((num, at), _NONE)[0]
            return _written(max(counters[at], 1), own) if at < len(counters) else ""

        return re.sub(r"%(\d)", number, pattern), False, indent

    def _place_in_list(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and level that a paragraph, or else its style or the one below that, belongs to."""
        properties = paragraph.find(f"{_W}pPr")
        seen: set[str] = set()
        level = None
        while properties is not None:
            found = properties.find(f"{_W}numPr")
            if found is not None:
                deep, num = found.find(f"{_W}ilvl"), found.find(f"{_W}numId")
                level = int(deep.get(f"{_W}val")) if deep is not None and level is None else level
                if num is not None:
                    return num.get(f"{_W}val"), level or 0
            style = properties.find(f"{_W}pStyle")
            if style is None:
                style = properties.getparent().find(f"{_W}basedOn")
            name = style.get(f"{_W}val") if style is not None else ""
            if name not in self.styles or name in seen:
                break
            seen.add(name)
            below = self.styles[name]
            properties = below.find(f"{_W}pPr")
            if properties is None and (based := below.find(f"{_W}basedOn")) is not None:
                below = self.styles.get(based.get(f"{_W}val"))
                properties = below.find(f"{_W}pPr") if below is not None else None
        return "", 0


def _definitions(document: Any) -> dict[tuple[str, int], _Level]:
    """Return how each level of each list is numbered."""
    part = next(
        (one.target_part for one in document.part.rels.values() if one.reltype.endswith("/numbering")), None
    )
    if part is None:
        return {}
    root = part.element
    kinds = {}
    for abstract in root.iter(f"{_W}abstractNum"):
        for level in abstract.iter(f"{_W}lvl"):
            key = (abstract.get(f"{_W}abstractNumId"), int(level.get(f"{_W}ilvl")))
            start = _value(level, "start") or "1"
            margin = level.find(f"{_W}pPr/{_W}ind")
            left = margin.get(f"{_W}left") or margin.get(f"{_W}start") or "0" if margin is not None else "0"
            kind = _value(level, "numFmt") or "decimal"
            kinds[key] = (kind, _value(level, "lvlText"), int(start), int(left))
    found = {}
    for num in root.iter(f"{_W}num"):
        abstract = _value(num, "abstractNumId")
        for (name, depth), how in kinds.items():
            if name == abstract:
                found[num.get(f"{_W}numId"), depth] = how
    return found


def _value(element: Any, name: str) -> str:
    """Return the value of an element within one; «» when there is none."""
    found = element.find(f"{_W}{name}")
    return found.get(f"{_W}val") or "" if found is not None else ""


def _written(number: int, kind: str) -> str:
    """Return a number as its kind shows it: a figure, a letter, or a Roman numeral."""
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman if kind == "upperRoman" else roman.lower()
    return f"{number:02}" if kind == "decimalZero" else str(number)


def _roman(number: int) -> str:
    """Return a number as a Roman numeral."""
    pairs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
    written = ""
    for value, sign in pairs:
        written += sign * (number // value)
        number %= value
    return written
