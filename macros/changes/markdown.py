"""Write text as safe Markdown, in which nothing means anything but itself; and two texts as one, what differs marked."""

from __future__ import annotations

import difflib
import re
from itertools import takewhile

from ..tools.signs import shown

# `//` after a colon and the point after www would make links of text.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&$@]|(?<=:)//|(?<=www)\.)")
_FOUND_LATER = re.compile(r"@(?=\w)|#(?=\w)|\b(?:GH-)(?=\d)|:(?=[\w+-]+:)", re.IGNORECASE)
"""«@name», «#12», «GH-12» and «:name:» are a mention, two links and a picture, however they are escaped."""
_BREAK = "&#8203;"
_INVISIBLE = {" ": "␣", "\n": "↵", "\t": "⇥", "\u00a0": "⍽"}
MOST_COMPARED = 1_000_000
"""Two texts of some 500 words are compared word by word; of longer ones the first hundred that differ are shown."""
CONTEXT = 8
"""So many words are shown on each side of a change; what is farther away is left out."""


def plain(text: str) -> str:
    """Return a text on one line, escaped so that Markdown shows each sign as itself.

    What cannot be seen is shown by its number. Where GitHub looks for names, numbers of issues and pictures after it has
    read the Markdown, a sign without width breaks what it looks for.
    """
    return _FOUND_LATER.sub(rf"\g<0>{_BREAK}", _SIGNS.sub(r"\\\1", shown(" ".join(text.split()))))


def marked(old: str, new: str) -> str:
    """Return the new text with ~~what is gone~~ and **what has come**, word by word."""
    before, after = (re.findall(r"\s+|\S+", text) for text in (old, new))
    if len(before) * len(after) > MOST_COMPARED:
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
        old, new = ("".join(words[shared : shared + 100]) for words in (before, after))
        return f"{_context(before[:shared], first=True, last=False)} {_mark('~~', old)} {_mark('**', new)} …".strip()
    # autojunk takes frequent words for noise, and would mark more than what has changed.
    steps = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    parts = []
    for i, (step, a, b, c, d) in enumerate(steps):
        if step == "equal":
            parts.append(_context(before[a:b], first=i == 0, last=i == len(steps) - 1))
        else:
            gone, come = _pair(before[a:b], after[c:d])
            parts.append(" ".join(filter(None, (_mark("~~", gone), _mark("**", come)))))
    return " ".join(filter(None, parts))


def _pair(gone: list[str], come: list[str]) -> tuple[str, str]:
    """Return two stretches that differ; where only spaces differ, these are shown as signs."""
    old, new = "".join(gone), "".join(come)
    if old.split() == new.split():
        return _visible(old), _visible(new)
    return old, new


def _visible(text: str) -> str:
    """Return a text with its spaces, tabs and line breaks as visible signs."""
    return "".join(_INVISIBLE.get(sign, "␣" if sign.isspace() else sign) for sign in text)


def _mark(sign: str, text: str) -> str:
    """Return words between two marks of Markdown; «» when there are no words."""
    words = plain(text)
    return f"{sign}{words}{sign}" if words else ""


def _context(words: list[str], *, first: bool, last: bool) -> str:
    """Return words that are the same in both texts, only those nearest to a change."""
    most = 2 * CONTEXT  # words and the spaces between them
    if first and len(words) > most:
        return "… " + plain("".join(words[-most:]))
    if last and len(words) > most:
        return plain("".join(words[:most])) + " …"
    if len(words) > 2 * most:
        return f"{plain(''.join(words[:most]))} … {plain(''.join(words[-most:]))}"
    return plain("".join(words))
