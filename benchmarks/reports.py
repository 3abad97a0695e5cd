"""One small report more: the change whose way to the reader is measured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Change:
    """A report that gives one measure a status; not written before `write`."""

    path: Path
    content: str
    address: str
    """The measure's address in the site."""
    text: str
    """What its page has when the report is in, and not before."""

    def write(self) -> None:
        """Add the report to the data."""
        self.path.write_text(self.content, "utf-8")


def status_report(folder: Path) -> tuple[str, str]:
    """Add a report on a measure that has none; the measure's address and a text to look for."""
    change = prepared(folder, 1)[0]
    change.write()
    return change.address, change.text


def prepared(folder: Path, count: int) -> list[Change]:
    """Return that many reports, each on a measure of the first plan that no report speaks of yet."""
    path = min((folder / "data" / "planer").glob("*.yml"))
    plan = _read(path)
    about = {
        ref
        for report in (folder / "data" / "rapporter").glob("*.yml")
        for punkt in _read(report)["punkter"]
        for ref in punkt.get("tiltak", ())
    }
    unreported = [f"{path.stem}/{nr}" for nr in numbers(plan) if f"{path.stem}/{nr}" not in about]
    return [_change(folder, i, plan, ref) for i, ref in enumerate(unreported[:count], start=1)]


def _read(path: Path) -> Any:
    """Return the value of a YAML file."""
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def numbers(part: dict[str, Any]) -> list[str]:
    """Return the numbers of all measures in a plan or a part of one."""
    inner = [*part.get("innsatsområder", ()), *part.get("deler", ())]
    return [one["nr"] for one in part.get("tiltak", ())] + [nr for one in inner for nr in numbers(one)]


def _change(folder: Path, i: int, plan: dict[str, Any], ref: str) -> Change:
    """Return the report number `i`, which gives the tiltak `ref` of a plan a status."""
    id_, _, nr = ref.partition("/")
    text = f"Nytt punkt nummer {i} fra målingen"
    content = f"""\
tittel: Melding {i} fra {plan["eier"]}
kortnavn: Melding {i}
utgiver: {plan["eier"]}
kommuner: [{", ".join(plan["kommuner"])}]
gjelder: 2026
registrert: 2026-11-20
kilde: {{tittel: Melding {i}}}
omtale: En kort melding om ett tiltak.
punkter:
  - id: ny
    tittel: {text}
    tiltak: [{ref}]
    status: pågår
    omtale: Arbeidet er i gang.
    sitat: "Arbeidet er i gang."
    sted: Side 1
    sikkerhet: høy
"""
    return Change(
        folder / "data" / "rapporter" / f"melding-{i}.yml", content, f"planer/{id_}/tiltak/{nr}/", text
    )
