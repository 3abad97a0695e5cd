"""Every contender in every round, in turning order; then one table. A round's figures are compared in that round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from . import contenders
from .contenders import Contender, Run
from .tables import median, spread, table

GROWTH = (6_000, 30_000)
COLUMNS = ("wall s", "CPU s", "peak MB", "pages", "files", "MB", "B/tiltak", "gzip")

Rounds = dict[str, list[Run]]
"""For each contender its runs, one a round."""


def measured(
    folder: Path, who: Mapping[int, Sequence[Contender]], rounds: int, say: Callable[[str], None]
) -> dict[int, Rounds]:
    """All rounds, every size in each of them; `who` takes part at each size."""
    sources = {measures: contenders.source(folder, measures) for measures in who}
    found: dict[int, Rounds] = {measures: defaultdict(list) for measures in who}
    for i in range(rounds):
        for measures, taking_part in who.items():
            turn = i % len(taking_part)
            for contender in (*taking_part[turn:], *taking_part[:turn]):
                run = contender.measured(folder / "kjoring", sources[measures])
                found[measures][contender.name].append(run)
                say(f"{measures} measures, round {i + 1}: {contender.name} {run.cost.wall:.2f} s")
    return found


def report(found: dict[int, Rounds]) -> str:
    """Return the ratios, the table of all figures, and the stages of those that tell them."""
    rows = [
        [f"{measures} {name}", *_figures(rounds, name)]
        for measures, rounds in found.items()
        for name in rounds
    ]
    parts = [ratios(found), table(["measures, contender", *COLUMNS], rows)]
    if stages := _stages(found):
        parts += ["Seconds per stage (medians; growth in a round, with the least and the most):", stages]
    return "\n\n".join(parts)


def ratios(found: dict[int, Rounds]) -> str:
    """Return the table that README.md has: what is compared within a round, and how big the site is."""
    rows = [
        [f"{name}: wall (processor)", *(_ratio(rounds, one, other) for rounds in found.values())]
        for name, one, other in RATIOS
    ]
    rows += [
        [
            f"{what}, {one.name}",
            *(of(rounds[one.name]) if one.name in rounds else "" for rounds in found.values()),
        ]
        for one in (contenders.PAGES, contenders.EVERYTHING)
        for what, of in SIZES.items()
    ]
    return table(["", *(f"{measures:,} measures" for measures in found)], rows)


RATIOS = (
    ("pages only / Hugo", contenders.PAGES, contenders.HUGO),
    ("pages only / the bare script on two processes", contenders.PAGES, contenders.FLOOR),
    ("everything / pages only (at most 2)", contenders.EVERYTHING, contenders.PAGES),
    ("everything / all but the exports (at most 1.30)", contenders.EVERYTHING, contenders.NO_EXPORTS),
    ("the night after, without changes / everything (at most 0.25)", contenders.NIGHT, contenders.EVERYTHING),
)
SIZES: dict[str, Callable[[list[Run]], str]] = {
    "seconds, wall (processor)": lambda runs: (
        f"{median(run.cost.wall for run in runs):.1f} ({median(run.cost.cpu for run in runs):.1f})"
    ),
    "peak memory, MB": lambda runs: f"{median(run.cost.peak for run in runs):.0f}",
    "pages, files, MB (under 900)": lambda runs: (
        f"{runs[-1].size.pages:,}, {runs[-1].size.files:,}, {runs[-1].size.megabytes:.0f}"
    ),
    "a measure's page, bytes raw, gzip": lambda runs: f"{runs[-1].size.raw:,}, {runs[-1].size.packed:,}",
}


def _ratio(rounds: Rounds, one: Contender, other: Contender) -> str:
    """Return how the walls and the processor seconds of two compare: the medians of the ratios within a round."""
    pairs = list(zip(rounds.get(one.name, ()), rounds.get(other.name, ()), strict=False))
    if not pairs:
        return ""
    wall = median(own.cost.wall / their.cost.wall for own, their in pairs)
    return f"{wall:.2f} ({median(own.cost.cpu / their.cost.cpu for own, their in pairs):.2f})"


def _figures(rounds: Rounds, name: str) -> Iterable[str]:
    """Yield the cells of one contender in the table: medians of seconds, processor seconds, memory and so on."""
    runs = rounds[name]
    yield f"{median(run.cost.wall for run in runs):.2f}"
    yield f"{median(run.cost.cpu for run in runs):.2f}"
    yield f"{median(run.cost.peak for run in runs):.0f}"
    yield str(runs[-1].size.pages)
    yield str(runs[-1].size.files)
    yield f"{median(run.size.megabytes for run in runs):.1f}"
    yield str(runs[-1].size.raw)
    yield str(runs[-1].size.packed)


def _stages(found: dict[int, Rounds]) -> str:
    """Rows of contender and stage; columns of sizes, and the growth from the one to the other within a round."""
    seconds: dict[tuple[str, str], dict[int, list[float]]] = defaultdict(dict)
    for measures, rounds in found.items():
        for name, runs in rounds.items():
            for stage in runs[-1].stages:
                seconds[name, stage][measures] = [run.stages.get(stage, 0.0) for run in runs]
    if not seconds:
        return ""
    small, large = GROWTH
    rows = [
        [
            f"{name}: {stage}",
            *(f"{median(at[measures]):.2f}" if measures in at else "" for measures in found),
            spread(more / less for less, more in zip(at[small], at[large], strict=True))
            if at.keys() >= set(GROWTH) and all(at[small])
            else "",
        ]
        for (name, stage), at in seconds.items()
    ]
    return table(["stage", *map(str, found), f"{large}/{small}"], rows)
