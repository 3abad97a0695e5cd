"""Compute `fasit.csv` from the documents: the SHA-256 of every printed cell of the four plans.

Run by hand, with the folder that holds the documents as plain text:

    python tests/lag_fasit.py DOKUMENTER > tests/fasit.csv
    python tests/lag_fasit.py DOKUMENTER --sitater data/rapporter   # is every quote in its source?

It knows the documents' layout and nothing of `data/`. Which field a column of a table is, it takes from the heading that
the document prints over it, by the words in `macros/format/columns.py`: that table alone, none of the program, so that a
new column comes along and an error in how the program reads a document can't be in both. The documents are not in this repository; the hashes are,
so that the tests can say whether a cell in `data/` is the printed one. Only non-breaking spaces and line ends are
normalised, and personal data are left out as editors leave them out («[e-post utelatt]»). A row's place is the number printed or, where the plan has none, the one that its order gives; a part
without a number is `<number of what it stands in>/<its order there>`.
"""

from __future__ import annotations

import csv
import hashlib
import re
import runpy
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

Cell = tuple[str, str, str]
"""Place, field, text."""

MODUM = "modum-handlingsprogram-2015-2019"
LIER = "lier-handlingsplan-2023-2026"
KONGSBERG = "kongsbergregionen-strategiplan-2010-2021"
DRAMMEN = "drammen-naeringsplan-status"
MODUM_2021 = "modum-naeringsrad-aarsberetning-2021"


def normalise(text: str) -> str:
    """Return the text with spaces for non-breaking spaces and line ends for those of Windows; nothing else changes."""
    return re.sub("[\u00a0\u202f]", " ", text).replace("\r\n", "\n")


TABLE = runpy.run_path(str(Path(__file__).resolve().parent.parent / "macros/format/columns.py"))
FIELDS: dict[str, str] = {
    heading: column.navn for column in TABLE["COLUMNS"] for heading in TABLE["words"](column.synonymer)
}
"""What a printed column is in the data, by its heading in small letters."""


LEAVE_OUT = runpy.run_path(str(Path(__file__).resolve().parent.parent / "macros/tools/personal_data.py"))[
    "without"
]
"""What leaves personal data out of a cell, visibly; it knows nothing of the data either."""


def fields(headings: list[str]) -> list[str]:
    """Return the fields of the columns with these headings; a heading that nobody knows ends the script."""
    if unknown := [heading for heading in headings if heading.lower() not in FIELDS]:
        sys.exit(
            f"{', '.join(unknown)}: no column in macros/format/columns.py has this among its `synonymer`"
        )
    return [FIELDS[heading.lower()] for heading in headings]


def modum(text: str) -> Iterator[Cell]:
    """Yield the cells of a table with tabs between them, the number before the wording; the heading is repeated on every page."""
    columns: list[str] = []
    for line in text.split("\n"):
        first, *rest = line.split("\t")
        if first == "Prioritert handling/tiltak":
            columns = fields(rest)
        elif found := re.match(r"(\d\.\d\.\d)(\.?) ", first):
            yield found[1], "nr_trykt", found[1] + found[2]
            yield found[1], "ordlyd", first[found.end() :]
            for field, cell in zip(columns, rest, strict=True):
                yield found[1], field, cell


def lier(text: str) -> Iterator[Cell]:
    """Six tables: a heading with number and title, a goal, and numbered lines."""
    area = ""
    background, _, _ = text[text.index("1. Bakgrunn") :].partition("2. Innsatsområder")
    for line in background.split("\n")[1:]:
        yield from prose("", line)
    for line in text[text.index("2. Innsatsområder med mål og tiltak") :].split("\n")[1:]:
        if found := re.fullmatch(r"(\d)\. (.+)\t", line):
            area = found[1]
            yield area, "nr_trykt", f"{area}."
            yield area, "tittel_trykt", found[2]
        elif line.startswith("Mål: "):
            yield area, "mål", line.removeprefix("Mål: ").removesuffix("\t")
        elif found := re.fullmatch(r"(\d\.\d+)\t(.+)", line):
            yield found[1], "nr_trykt", found[1]
            yield found[1], "ordlyd", found[2]


def prose(place: str, line: str) -> Iterator[Cell]:
    """Yield a paragraph or a point of the text around the measures, without what marks bold, links and points.

    A plan in `data/` need not have this text; where it has some of it (`innledning`), it is as printed here.
    """
    text = re.sub(r"\[(.+?)\]\(.*?\)", r"\1", line.replace("**", "")).strip().removeprefix("- ")
    if text:
        yield place, "innledning", text


OMRÅDER = (
    "Tilrettelegging for næringsutvikling og arbeidsplasser",
    "Kommunikasjon / infrastruktur / samferdsel",
    "Steds- og områdeutvikling",
    "Kunnskapsutvikling",
    "Tjenesteutvikling",
)


LONGEST_LABEL = 60
"""«Tiltaksområder:», dividers and the like are shorter than this; every paragraph of the text is longer."""


def kongsberg(text: str) -> Iterator[Cell]:
    """Areas, strategies, goals and bullets; the headings are those of the document's table of contents.

    The divider «Satsings- område 5» stands before a strategy of area 4, so dividers are not used.
    """
    contents = re.findall(r"^(.+?)\.*\t\d+$", text, re.MULTILINE)
    headings = {{"Høgskolene": "Høyskolene"}.get(heading, heading) for heading in contents}
    body = text[text.index("BAKGRUNN!") :]
    goal = re.search(r"\*\*å bidra til:\*\*\n\n(.+)\n", body)
    assert goal
    yield "", "mål", goal[1]
    for line in body[: goal.start()].split("\n")[1:]:
        yield from prose("", line)
    area = strategy = bullet = nested = 0
    ways: list[str] = []
    goals: list[tuple[str, str]] = []
    for line in body[goal.end() :].split("\n"):
        if line in OMRÅDER:
            if line != OMRÅDER[area - 1] or not area:
                area, strategy, ways = area + 1, 0, []
                yield str(area), "tittel_trykt", line
        elif line in headings and area:
            strategy, bullet = strategy + 1, 0
            yield f"{area}.{strategy}", "tittel_trykt", line
        elif line.startswith("- Gjennom "):
            ways.append(line)
            yield f"{area}.{len(ways)}", "ordlyd", line.removeprefix("- ")
        elif line.startswith("Mål: "):
            goals.append((f"{area}.{strategy}", line.removeprefix("Mål: ")))
        elif line.startswith("- "):
            bullet, nested = bullet + 1, 0
            yield f"{area}.{strategy}.{bullet}", "ordlyd", line.removeprefix("- ")
        elif line.startswith(" - "):
            nested += 1
            yield f"{area}.{strategy}.{bullet}", f"deltiltak {nested}", line.removeprefix(" - ")
        elif len(line) > LONGEST_LABEL:
            place = f"{area}.{strategy}" if strategy else str(area)
            yield from prose(place if area else "", line)
    for place, group in groupby(goals, key=lambda item: item[0]):
        texts = [text for _, text in group]
        for i, one in enumerate(texts, 1):
            yield (place if len(texts) == 1 else f"{place}/{i}"), "mål", one


def drammen(text: str) -> Iterator[Cell]:
    """Steps under a month; the month's first step may stand on the month's own line."""
    month = step = 0
    for line in text[text.index("Forslag til opplegg") :].split("\n")[1:]:
        found = re.match(r"(Februar:|Mars:|April:|Mai:|Juni:)\s*", line)
        if found:
            month += 1
            yield f"/{month}", "tittel_trykt", found[1]
        if wording := line[found.end() if found else 0 :]:
            step += 1
            yield str(step), "ordlyd", wording


PLANER = {
    "modum-2015-2019": (MODUM, modum),
    "lier-2023-2026": (LIER, lier),
    "kongsbergregionen-2010-2021": (KONGSBERG, kongsberg),
    "drammen-naeringsplan": (DRAMMEN, drammen),
}
RAPPORTER = {"modum-naeringsrad-2021": MODUM_2021, "drammen-bakgrunn": DRAMMEN}


def sha256(text: str) -> str:
    """Return the fingerprint of a cell."""
    return hashlib.sha256(text.encode()).hexdigest()


def rows(documents: Path) -> Iterator[tuple[str, str, str, str]]:
    """Plan or report, place, field, SHA-256: first each document's own, then its cells."""
    for id_, name in {**{p: d for p, (d, _) in PLANER.items()}, **RAPPORTER}.items():
        yield id_, "", "kilde", hashlib.sha256((documents / f"{name}.txt").read_bytes()).hexdigest()
    for plan, (name, cells) in PLANER.items():
        for place, field, text in cells(normalise((documents / f"{name}.txt").read_text("utf-8"))):
            yield plan, place, field, sha256(LEAVE_OUT(text))


def stray_quotes(documents: Path, rapporter: Path) -> Iterator[str]:
    """Quotes in the reports that do not stand in their source, runs of white space counted as one space."""
    import yaml

    for id_, name in RAPPORTER.items():
        source = " ".join(normalise((documents / f"{name}.txt").read_text("utf-8")).split())
        report = yaml.safe_load((rapporter / f"{id_}.yml").read_text("utf-8"))
        for punkt in report["punkter"]:
            if punkt.get("sitat") and punkt["sitat"] not in source:
                yield f"{id_}, {punkt['id']}: {punkt['sitat']}"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if "--sitater" in sys.argv:
        stray = list(stray_quotes(folder, Path(sys.argv[sys.argv.index("--sitater") + 1])))
        sys.exit("\n".join(stray) or None)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("plan", "sted", "felt", "sha256"))
    writer.writerows(rows(folder))
