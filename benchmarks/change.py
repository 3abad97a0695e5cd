"""One report more: how long until a reader of the preview has it, and what a second build with a cache costs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import contenders, reports, serving
from .measure import Cost
from .serving import Seen
from .tables import median, spread, table

SERVERS = {"mkdocs serve": serving.mkdocs, "hugo server": serving.hugo}


@dataclass(frozen=True)
class Again:
    """A full build with an empty cache, and one after a change with what the first left."""

    full: Cost
    second: Cost

    @property
    def share(self) -> float:
        """The second of the first."""
        return self.second.wall / self.full.wall


def in_previews(folder: Path, source: Path, rounds: int, say: Callable[[str], None]) -> dict[str, list[Seen]]:
    """Make as many changes in one running preview of each kind as there are rounds, each on a measure of its own."""
    found: dict[str, list[Seen]] = {}
    for name, command in SERVERS.items():
        project = folder / "forhandsvisning"
        shutil.copytree(source, project, symlinks=True)
        with serving.serving(command, project) as server:
            found[name] = []
            for change in reports.prepared(project, rounds):
                found[name].append(serving.seen(server, change))
                say(f"{name}: {found[name][-1].page:.2f} s")
        shutil.rmtree(project)
    return found


def in_ci(folder: Path, source: Path, say: Callable[[str], None]) -> Again:
    """Build in full with an empty cache, add a report, build to another folder with the same cache."""
    work = folder / "ci"
    shutil.copytree(source, work / "prosjekt", symlinks=True)
    kept = {"PLANPORTAL_LAGER": str(work / "lager")}
    (work / "lager").mkdir()
    whole = contenders.EVERYTHING
    builder = contenders.Contender(whole.name, whole.command, whole.environment | kept)
    full = builder.again(work, work / "site")
    address, text = reports.status_report(work / "prosjekt")
    second = builder.again(work, work / "site2")
    if text not in (work / "site2" / address / "index.html").read_text("utf-8"):
        raise RuntimeError(f"the second build does not have the report on {address}")
    shutil.rmtree(work)
    say(f"full build {full.wall:.2f} s, second {second.wall:.2f} s")
    return Again(full, second)


def report(measures: int, previews: dict[str, list[Seen]], again: list[Again]) -> str:
    """Return both, previews and second builds, as text. Times are in seconds."""
    rows = [
        [
            name,
            spread(one.page for one in seen),
            f"{median(one.livereload for one in seen if one.livereload is not None):.2f}",
        ]
        for name, seen in previews.items()
    ]
    hugo = previews["hugo server"]
    ratio = median(own.page / their.page for own, their in zip(previews["mkdocs serve"], hugo, strict=True))
    heading = [f"{measures} measures, one report more", "page has it, s", "livereload says so, s"]
    return "\n\n".join(
        (
            table(heading, rows),
            f"mkdocs serve / hugo server: {ratio:.2f}",
            f"CI: full build {median(one.full.wall for one in again):.2f} s, second build with the cache "
            f"{median(one.second.wall for one in again):.2f} s; second/full {spread(one.share for one in again)}",
        )
    )
