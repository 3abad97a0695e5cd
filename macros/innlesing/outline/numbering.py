"""Place each tiltak in the plan and give it its number: from the printed numbers, else from the headings.

«1.1.3» says itself that it stands in area 1 and group 1.1, whatever headings there are. Headings and goals are then
given to the area or group that has just the same tiltak. Where a plan prints no numbers, the headings make the areas, and
the numbers are counted.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...format.frist import MÅNEDER
from ...format.texts import NR
from ..readers import numbers
from .drafts import Draft, Goal, Outline, Part


@dataclass(eq=False)
class NumberedTiltak:
    """A tiltak with the number it has in the plan file; `trykt` is the printed one, when there is one."""

    nr: str
    draft: Draft
    trykt: str | None = None


@dataclass(eq=False)
class Node:
    """An innsatsområde or a del, with what stands in it."""

    nr: str = ""
    part: Part | None = None
    goal: Goal | None = None
    innledning: str = ""
    """What stands between its heading and its first tiltak (see `introductions.py`)."""
    nodes: list[Node] = field(default_factory=list)
    tiltak: list[NumberedTiltak] = field(default_factory=list)

    def all(self) -> Iterator[NumberedTiltak]:
        """Yield every tiltak in the node, its own first."""
        yield from self.tiltak
        for node in self.nodes:
            yield from node.all()

    def within(self) -> Iterator[Node]:
        """Yield the node itself and every node in it, the outermost first."""
        yield self
        for node in self.nodes:
            yield from node.within()

    @property
    def nr_trykt(self) -> str | None:
        """Return the number as the document prints it before the heading; None when it prints none."""
        return (self.part.number.trykt or None) if self.part and self.part.number else None


@dataclass
class Tree:
    """The contents of the plan: in innsatsområder, or in deler of a plan without innsatsområder."""

    root: Node
    by_planen: bool
    """Whether the document itself has numbers."""
    areas: bool
    unused: list[Part | Goal] = field(default_factory=list)
    doubts: list[tuple[Draft, str]] = field(default_factory=list)

    def made(self) -> Iterator[Node | NumberedTiltak]:
        """Yield the nodes and tiltak whose number is not the one that the document prints."""
        printed = {one.draft.number.nr for one in self.root.all() if one.draft.number}
        for node in self.root.within():
            own = node.part.number if node.part else None
            if node.nr and not (own and own.nr == node.nr) and not _is_said(node, printed):
                yield node
            for one in node.tiltak:
                if not (one.draft.number and one.draft.number.nr == one.nr):
                    yield one


def _is_said(node: Node, printed: set[str]) -> bool:
    """Return whether the numbers of the tiltak in a node say its own: all of «1.1», «1.2» stand in area 1."""
    return all(one.nr.startswith(f"{node.nr}.") and one.nr in printed for one in node.all())


def number(outline: Outline) -> Tree:
    """Return the contents of the plan, with a number for each tiltak."""
    drafts = outline.drafts
    given = [draft.number.nr if draft.number else "" for draft in drafts]
    known = [nr for nr in given if nr]
    by_planen = bool(known)
    deep = by_planen and all(len(numbers.parts(nr)) > 1 for nr in given)
    unique = len(set(known)) == len(known)
    # Numbers of one level, or that stand twice, do not say where a tiltak stands.
    tree = _by_numbers(drafts) if deep and unique else _by_headings(drafts, by_planen)
    _give_goals(tree, outline.goals)
    placed = {id(node.part) for node in tree.root.within()} | {id(node.goal) for node in tree.root.within()}
    tree.unused += [part for part in outline.parts if id(part) not in placed]
    tree.unused += [goal for goal in outline.goals if id(goal) not in placed]
    return tree


def _by_numbers(drafts: Sequence[Draft]) -> Tree:
    """Return the tree that the printed numbers say, when each tiltak has one of several levels."""
    root = Node()
    nodes = {"": root}
    for draft in drafts:
        assert draft.number is not None
        levels = numbers.parts(draft.number.nr)
        for depth in range(1, len(levels)):
            nr, above = ".".join(levels[:depth]), ".".join(levels[: depth - 1])
            if nr not in nodes:
                nodes[nr] = Node(nr)
                nodes[above].nodes.append(nodes[nr])
        nodes[".".join(levels[:-1])].tiltak.append(NumberedTiltak(draft.number.nr, draft, draft.number.trykt))
    _give_titles(root, drafts)
    return Tree(root, by_planen=True, areas=True)


def _give_titles(root: Node, drafts: Sequence[Draft]) -> None:
    """Give each heading to the node with its number, or else with just its tiltak, at the same depth if it can be."""
    under: dict[Part, list[Draft]] = {}
    depth: dict[Part, int] = {}
    for draft in drafts:
        for i, part in enumerate(draft.over, 1):
            under.setdefault(part, []).append(draft)
            depth[part] = i
    nodes = [node for node in root.within() if node is not root]
    for part, its in under.items():
        node = next((one for one in nodes if part.number and one.nr == part.number.nr), None)
        if node and {id(draft) for draft in its} <= {id(one.draft) for one in node.all()}:
            node.part = node.part or part
    for part, its in under.items():
        if any(node.part is part for node in nodes):
            continue
        fits = [
            node for node in nodes
            if node.part is None and {id(one.draft) for one in node.all()} == {id(draft) for draft in its}
        ]  # fmt: skip
        fits.sort(key=lambda node: abs(len(numbers.parts(node.nr)) - depth[part]))
        if fits and not (part.number and part.number.nr != fits[0].nr):
            fits[0].part = part


def _by_headings(drafts: Sequence[Draft], by_planen: bool) -> Tree:
    """Return the tree that the headings make, where numbers do not say it."""
    root = Node()
    if not _is_title_page(drafts):
        nodes: dict[tuple[int, ...], Node] = {(): root}
        for draft in drafts:
            way: tuple[int, ...] = ()
            for part in draft.over:
                above, way = nodes[way], (*way, id(part))
                if way not in nodes:
                    nodes[way] = Node(part=part)
                    above.nodes.append(nodes[way])
            nodes[way].tiltak.append(NumberedTiltak("", draft))
    months = all(node.part and _MONTH.fullmatch(node.part.text) for node in root.nodes)
    months = months and not any(node.nr_trykt for node in root.within())
    areas = bool(root.nodes) and not months
    loose = root.tiltak or ([] if root.nodes else [NumberedTiltak("", draft) for draft in drafts])
    if loose:
        root.nodes.insert(0, Node(tiltak=loose))
        root.tiltak = []
    tree = Tree(root, by_planen, areas)
    _count(tree)
    return tree


_MONTH = re.compile(rf"(?:{'|'.join(MÅNEDER)})\b.*", re.IGNORECASE)
"""Months are parts of a plan, and no areas."""


def _is_title_page(drafts: Sequence[Draft]) -> bool:
    """Return whether the only heading is one short line over everything: the title of the plan, hardly an area."""
    first = {id(draft.over[0]) if draft.over else 0 for draft in drafts}
    parts = {id(part) for draft in drafts for part in draft.over}
    return (
        len(first) == 1 and len(parts) == 1 and not any(part.sure or part.number for part in drafts[0].over)
    )


def _count(tree: Tree) -> None:
    """Number the nodes, and the tiltak that have no number of their own or one that is taken."""
    printed = Counter(one.draft.number.nr for one in tree.root.all() if one.draft.number)
    unique = max(printed.values(), default=0) == 1
    taken: set[str] = set(printed) if unique else set()
    used: set[str] = set()
    if tree.areas:
        _number_nodes(tree.root, "", used)
    for node in tree.root.nodes:
        _number_tiltak(tree, node, node.nr, unique, taken, Counter())


def _number_nodes(above: Node, start: str, used: set[str]) -> None:
    """Number the nodes under one, each by its printed number or else its place; `start` goes before."""
    for i, node in enumerate(above.nodes, 1):
        own = node.part.number.nr if node.part and node.part.number else ""
        nr = own if own and own not in used and re.fullmatch(NR, own) else f"{start}{i}"
        while nr in used:
            nr += "-2"
        used.add(nr)
        node.nr = nr
        _number_nodes(node, f"{nr}.", used)


def _number_tiltak(
    tree: Tree, node: Node, start: str, unique: bool, taken: set[str], counted: Counter[str]
) -> None:
    """Number the tiltak of a node and of all nodes in it.

    `unique`: no printed number stands twice, so that each holds; `taken`: the numbers that are in use;
    `counted`: how many tiltak have been numbered after each start.
    """
    for one in node.tiltak:
        own = one.draft.number
        counted[start] += 1
        one.trykt = own.trykt if own else None
        if own and (unique or not start):
            one.nr = own.nr
        elif own:
            one.nr = f"{start}.{own.nr}"
        else:
            one.nr = f"{start}.{counted[start]}" if start else str(_next(counted, taken))
        if (not own or not unique) and one.nr in taken:
            one.nr = next(nr for i in itertools.count(2) if (nr := f"{one.nr}-{i}") not in taken)
            if own:
                message = (
                    f"Nummeret {own.trykt} står flere ganger i planen. Dette tiltaket har fått {one.nr}."
                )
                tree.doubts.append((one.draft, message))
        taken.add(one.nr)
    for inner in node.nodes:
        _number_tiltak(tree, inner, inner.nr or start, unique, taken, counted)


def _next(counted: Counter[str], taken: set[str]) -> int:
    """Return the next number that is free in a plan without levels."""
    while str(counted[""]) in taken:
        counted[""] += 1
    return counted[""]


def _give_goals(tree: Tree, goals: Sequence[Goal]) -> None:
    """Give each mål to the node of its heading, or the one with just its tiltak; else make these a del."""
    under: dict[int, list[Draft]] = {}
    for one in tree.root.all():
        if one.draft.goal:
            under.setdefault(id(one.draft.goal), []).append(one.draft)
    for goal in goals:
        its = {id(draft) for draft in under.get(id(goal), [])}
        free = [node for node in tree.root.within() if node.goal is None]
        if not its:
            above = [node for node in free if node.part is goal.under]
            same = above if goal.under else [tree.root]
        else:
            same = [node for node in free if {id(one.draft) for one in node.all()} == its]
            same.sort(key=lambda node: (node.part is not goal.under or node.part is None, node is tree.root))
        if same and same[0].goal is None:
            same[0].goal = goal
        elif its:
            _split_off(tree, goal, its)


def _split_off(tree: Tree, goal: Goal, its: set[int]) -> None:
    """Make a del without a heading of the tiltak that a mål is for, where they all stand in one node."""
    for node in list(tree.root.within()):
        some = [one for one in node.tiltak if id(one.draft) in its]
        if len(some) == len(its):
            node.tiltak = [one for one in node.tiltak if one not in some]
            node.nodes.append(Node(goal=goal, tiltak=some))
