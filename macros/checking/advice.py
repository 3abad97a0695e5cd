"""What an editor should look at though nothing is wrong: it is told, and stops nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..format.kinds import FILSLAG, SCHEMAS
from ..format.texts import KILDEMAPPE
from ..reading.data import Data
from ..reading.limits import at_most
from ..tools.problem import Problem
from .report_scope_rules import statements_outside_their_plan
from .second_look import (
    documents_that_may_be_the_same,
    frister_that_may_be_mistyped,
    replaced_plans_to_be_marked,
    short_names_that_are_the_same,
    successors_to_be_told,
)
from .title_advice import titles_are_not_stronger


def advice(data: Data, folder: Path, idag: date) -> list[Problem]:
    """Return everything to look at on the day `idag` in the data, which were read from `folder`, in the order of the files."""
    return sorted(
        [
            *schemas_are_named(data, folder),
            *signs_that_are_kept(data),
            *files_that_are_not_read(data),
            *offered_files_are_used(data),
            *titles_are_not_stronger(data),
            *successors_to_be_told(data),
            *frister_that_may_be_mistyped(data),
            *replaced_plans_to_be_marked(data, idag),
            *documents_that_may_be_the_same(data),
            *short_names_that_are_the_same(data),
            *statements_outside_their_plan(data),
        ]
    )


def signs_that_are_kept(data: Data) -> Iterator[Problem]:
    """Yield what the reader found in verbatim text and kept, as the source may print it: a soft hyphen, a no-break space."""
    for document in data.documents.values():
        yield from at_most(document.advice)


def files_that_are_not_read(data: Data) -> Iterator[Problem]:
    """Yield the hidden files of the data folder, but those that systems and git leave there."""
    for file in data.overlooked:
        if Path(file).name not in (".DS_Store", ".gitkeep", ".gitignore", ".gitattributes"):
            yield Problem(file, 1, 1, "", "en fil som begynner med punktum, leses ikke.", "Slett den.")


def schemas_are_named(data: Data, folder: Path) -> Iterator[Problem]:
    """The first line of each file names its schema, so that VS Code explains the fields while one writes.

    A folder without schemas, such as one of tests, has none to name.
    """
    if not (folder / SCHEMAS).is_dir():
        return
    expected = {slag.hvor: slag.first_line for slag in FILSLAG}
    for name, document in data.documents.items():
        path = folder / Path(name).relative_to(data.root)
        line = expected[path.parent.name if path.parent != folder else path.stem]
        with path.open("rb") as file:
            first = file.readline().decode("utf-8", "replace").strip().removeprefix("\ufeff")
        if first != line:
            hint = f"Skriv «{line}», eller kjør «python -m macros skjema»."
            message = "den første linja sier ikke hvilket skjema filen har, så VS Code kan ikke hjelpe deg."
            yield Problem(document.file, 1, 1, "", message, hint)


def offered_files_are_used(data: Data) -> Iterator[Problem]:
    """Every document in `kilder/` is that of a plan or a rapport: no other is published."""
    used = {kilde.fil for kilde in data.kilder()}
    for name in data.kildefiler.keys() - used:
        hint = (
            "Skriv navnet som «fil» under «kilde» i planen eller rapporten den hører til, eller slett filen."
        )
        yield Problem(f"{data.root}/{KILDEMAPPE}/{name}", 1, 1, "", "ingen kilde bruker denne filen.", hint)
