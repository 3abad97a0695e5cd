"""Keep what a document says between a heading and the first tiltak under it: the introduction of that part.

It works on what `outline.py` has left out and `numbering.py` has placed, and needs nothing of either but where lines
stand. Text before the first heading stays left out: it is title pages and contents as often as text.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...tools.yaml_out import verbatim
from ..readers.lines import Line
from .drafts import Outline, Part
from .numbering import Tree


def keep_introductions(tree: Tree, outline: Outline, lines: Sequence[Line]) -> None:
    """Move paragraphs, points and headings over no tiltak from what was left out to the `innledning` of the part that they introduce.

    A part's introduction is all that stands between its heading and whatever of the plan comes next. It is kept whole
    or not at all, so that no half of a text is shown as the whole. `lines`: the document's, in order.
    """
    loose = [one for one in tree.unused if isinstance(one, Part)]
    order = {id(line): i for i, line in enumerate(lines)}
    taken = {id(draft.line) for draft in outline.drafts} | {id(goal.line) for goal in outline.goals}
    taken |= {id(part.line) for part in outline.parts if part not in loose} | {
        id(columns.line) for columns in outline.columns
    }
    ends = sorted(order[one] for one in taken if one in order)
    for node in tree.root.within():
        if node.part is None or node.part.line.table or id(node.part.line) not in order:
            continue
        start = order[id(node.part.line)]
        end = next((place for place in ends if place > start), len(lines))
        left = [one for one in outline.left_out if start < order[id(one[0])] < end]
        headings = [one for one in loose if start < order[id(one.line)] < end]
        found = [(line, text) for line, text, _ in left] + [(one.line, one.whole) for one in headings]
        found.sort(key=lambda one: order[id(one[0])])
        text = "\n\n".join(text for _, text in found) + "\n"
        if left and all(_is_text(*one) for one in found) and verbatim(text).startswith("|"):
            node.innledning = text
            outline.left_out = [one for one in outline.left_out if one not in left]
            tree.unused = [one for one in tree.unused if one not in headings]


def _is_text(line: Line, text: str) -> bool:
    """Return whether what was left out is a line of the text itself, in one piece."""
    return not line.table and not line.outside and len(line.own) == 1 and bool(text.strip())
