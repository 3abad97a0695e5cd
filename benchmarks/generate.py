"""Synthetic data in the project's own format, of any size, and a whole project around them.

A kommune has one plan of 60 measures, some actors of its own and one report. Everything about a kommune is drawn
from a generator of its own, so the first ten are the same in a set of 600 measures and in one of 30,000. What is
drawn has the distributions measured in Modum's plan (see `texts.py` and the constants here).
"""

from __future__ import annotations

import compileall
import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TypeVar

import yaml

from . import texts, words
from .texts import Texts

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent
MEASURES_PER_PLAN = 60
OMRÅDER, DELER, TILTAK = 6, 2, 5
SEED = 2015
VEGVESENET = "Statens vegvesen"
SHARE_OF_VEGVESENET = 1 / 6
WHOLE = ("felt", "egen-maskin")
"""Pages of the editors' guide that are as they are. The others are a line: some name the real data, and they lead to
places on each other."""

# How many of Modum's 58 measures have each form.
FRISTER = {"løpende": 48, "år": 8, "delfrist": 2}
ANTALL_AKTØRER = {1: 18, 2: 21, 3: 9, 4: 6, 5: 4}
ANTALL_MILEPÆLER = {0: 2, 1: 34, 2: 16, 3: 5, 4: 1}
SHARE_OF_DATED_MILEPÆLER = 0.64
SHARE_WITH_MERKNAD = 9 / 58
SHARE_WITH_TWO_TEMAER = 16 / 58
SHARE_WITH_PARTNERS = 4 / 58
# How the reported measures stand; Modum's one report has too few for a distribution.
STATUSER = {
    "pågår": 8, "i-drift": 3, "gjennomført": 5, "ikke-startet": 2, "utsatt": 1, "stanset": 1, "videreført": 1,
}  # fmt: skip
REPORTED, BACKGROUND, LOOSE = 20, 6, 4
"""Statements in a report: with status, about a measure without it, about no measure."""

OWN_ACTORS: tuple[tuple[str, str, str], ...] = (
    ("kommune", "{k} kommune", "kommune"),
    ("teknisk-etat", "Teknisk etat", "kommunal enhet"),
    ("kommunens-ledelse", "Kommunens ledelse", "samlebetegnelse"),
    ("naeringsradgiver", "Næringsrådgiver", "stilling"),
    ("naeringsrad", "{k} Næringsråd", "forening"),
    ("undervisningsetaten", "Undervisningsetaten", "kommunal enhet"),
    ("naeringslivet", "Næringslivet", "samlebetegnelse"),
    ("vgs", "{k} videregående skole", "skole og forskning"),
)
PART_OF_KOMMUNEN = ("kommunal enhet", "stilling")


@dataclass(frozen=True)
class Kommune:
    """What the files of one kommune need to know of it."""

    id: str
    navn: str
    nummer: str

    @property
    def actors(self) -> list[str]:
        """The names of its own actors."""
        return [name.format(k=self.navn) for _, name, _ in OWN_ACTORS]

    @property
    def plan(self) -> str:
        """The id of its plan."""
        return f"{self.id}-plan"


def generate(folder: Path, measures: int) -> None:
    """Write `folder/data/` with that many measures (whole plans of 60)."""
    data = folder / "data"
    for name in ("aktorer", "planer", "rapporter"):
        (data / name).mkdir(parents=True)
    for name in ("fylker.yml", "temaer.yml"):
        shutil.copy(ROOT / "data" / name, data / name)
    temaer = list(yaml.safe_load((data / "temaer.yml").read_text("utf-8")))
    common = _common()
    _write(data / "aktorer" / "felles.yml", _common_actors(common))
    kommuner = _kommuner(measures // MEASURES_PER_PLAN)
    _write(data / "kommuner.yml", (line for kommune in kommuner for line in _kommune(kommune)))
    for kommune in kommuner:
        rng = random.Random(f"{SEED}/{kommune.id}")
        written = Texts(rng, kommune.navn)
        start = rng.randrange(2012, 2025)
        _write(data / "aktorer" / f"{kommune.id}.yml", _own_actors(kommune))
        names = Names(rng, kommune.actors, [name for name, _ in common if name != VEGVESENET])
        _write(data / "planer" / f"{kommune.plan}.yml", _plan(kommune, start, temaer, written, names))
        _write(data / "rapporter" / f"{kommune.id}-arsmelding.yml", _rapport(kommune, start + 3, written))


def _write(path: Path, lines: Iterator[str]) -> None:
    """Write lines to a file."""
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _quoted(text: str) -> str:
    """Return a text in double quotes; JSON's are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def ascii_id(name: str) -> str:
    """Return an id made of a name."""
    letters = name.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a").replace("ö", "o")
    return "-".join(letters.split())


def _kommuner(count: int) -> list[Kommune]:
    """Kommuner with names of their own and numbers in turn from every fylke."""
    rng = random.Random(SEED)
    registered = yaml.safe_load((ROOT / "data" / "fylker.yml").read_text("utf-8"))
    fylker = [number for number, fylke in registered.items() if "til" not in fylke]
    numbers = [f"{fylke}{place:02}" for place, fylke in product(range(100), fylker)]
    if count > len(numbers):
        raise ValueError(f"at most {len(numbers) * MEASURES_PER_PLAN} measures: there are no more numbers")
    found: dict[str, Kommune] = {}
    while len(found) < count:
        name = texts.place_name(rng)
        found.setdefault(ascii_id(name), Kommune(ascii_id(name), name, numbers[len(found)]))
    return list(found.values())


def _kommune(kommune: Kommune) -> Iterator[str]:
    """Yield the lines of a kommune in the register of kommuner."""
    yield f"{kommune.id}:"
    yield f"  navn: {kommune.navn}"
    yield f"  aktør: {kommune.id}-kommune"
    yield "  målform: bokmål"
    yield "  numre:"
    yield f'    - {{nummer: "{kommune.nummer}"}}'


def _common() -> list[tuple[str, str]]:
    """Names and types of the actors common to all: a hundred."""
    made = [
        (f"{first} {last}", slag) for first, (last, slag) in product(words.COMMON_FIRST, words.COMMON_LAST)
    ]
    return [(VEGVESENET, "stat"), ("NAV", "stat"), *made]


def _common_actors(common: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the lines of the aktører that all kommuner share."""
    for name, slag in common:
        yield f"{ascii_id(name)}:"
        yield f"  navn: {name}"
        yield f"  type: {slag}"


def _own_actors(kommune: Kommune) -> Iterator[str]:
    """Yield the lines of the aktører in a kommune's own file."""
    for (suffix, _, slag), name in zip(OWN_ACTORS, kommune.actors, strict=True):
        yield f"{kommune.id}-{suffix}:"
        yield f"  navn: {name}"
        yield f"  type: {slag}"
        if slag == "kommune":
            yield "  varianter: [kommunen]"
        if slag in PART_OF_KOMMUNEN:
            yield f"  forelder: {kommune.id}-kommune"


@dataclass(frozen=True)
class Names:
    """Draws the text of an ansvar cell."""

    rng: random.Random
    own: list[str]
    common: list[str]

    def cell(self) -> str:
        """Return as many names as a real cell has, joined as they are there."""
        count = _weighted(self.rng, ANTALL_AKTØRER)
        wanted = [VEGVESENET] if self.rng.random() < SHARE_OF_VEGVESENET else []
        local = self.rng.sample(self.own, min(len(self.own), count))
        wanted += [self.rng.choice(self.common) if self.rng.random() < 0.25 else name for name in local]
        first, *rest = dict.fromkeys(wanted[:count])
        if not rest:
            return first
        if self.rng.random() < SHARE_WITH_PARTNERS:
            return f"{first} i samarbeid med {', '.join(rest)}"
        last = rest.pop()
        return ", ".join([first, *rest]) + self.rng.choice((", ", ", ", " og ")) + last


def _weighted(rng: random.Random, weights: dict[T, int]) -> T:
    """Return one of the keys, drawn by their weights."""
    return rng.choices(list(weights), list(weights.values()))[0]


def _plan(kommune: Kommune, start: int, temaer: list[str], written: Texts, names: Names) -> Iterator[str]:
    """Yield the lines of the plan of a kommune that begins in the year `start`."""
    title = f"Handlingsprogram for {kommune.navn} kommunes næringsarbeid {start}-{start + 4}"
    yield f"tittel: {title}"
    yield f"kortnavn: {kommune.navn} {start}–{start + 4}"
    yield "type: handlingsprogram"
    yield f"eier: {kommune.id}-kommune"
    yield f"kommuner: [{kommune.id}]"
    yield f"periode: {{fra: {start}, til: {start + 4}}}"
    yield "planstatus: vedtatt"
    yield f"vedtak: {{organ: Kommunestyret, dato: {start}-{_day(written.rng)}}}"
    yield f"registrert: {written.rng.choice((2025, 2026))}-0{written.rng.randrange(1, 10)}-15"
    yield "språk: nb"
    yield "kilde:"
    yield f"  tittel: {title}"
    yield "  url: null"
    yield f'  sha256: "{written.rng.getrandbits(256):064x}"'
    yield "  hentet: 2025-01-02"
    yield f"omtale: {_quoted(written.omtale())}"
    yield f"merknad: {_quoted(written.merknad())}"
    yield "ord:"
    yield '  tiltak: "Prioritert handling/tiltak"'
    yield '  milepæler: "Delmål/milepæler"'
    yield "kolonner: [mål, frist, ansvar, milepæler]"
    yield "innsatsområder:"
    for i, section in enumerate(written.rng.sample(words.SECTIONS, OMRÅDER), start=1):
        yield f'  - nr: "{i}"'
        yield f"    tittel: {section}"
        yield "    tittel_fra: redaksjonen"
        yield "    deler:"
        for j in range(1, DELER + 1):
            yield f'      - nr: "{i}.{j}"'
            yield f"        tittel: {_quoted(written.tittel())}"
            yield "        tittel_fra: redaksjonen"
            yield "        tiltak:"
            for k in range(1, TILTAK + 1):
                for line in _tiltak(f"{i}.{j}.{k}", start, temaer, written, names):
                    yield f"          {line}"


def _day(rng: random.Random) -> str:
    """Return a month and a day, drawn: «04-17»."""
    return f"{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"


def _tiltak(nr: str, start: int, temaer: list[str], written: Texts, names: Names) -> Iterator[str]:
    """Yield the lines of the tiltak `nr` of a plan that begins in the year `start`."""
    rng = written.rng
    yield f'- nr: "{nr}"'
    yield f'  nr_trykt: "{nr}."'
    yield f"  tittel: {_quoted(written.tittel())}"
    yield f"  tema: [{', '.join(rng.sample(temaer, 1 + (rng.random() < SHARE_WITH_TWO_TEMAER)))}]"
    yield f"  ordlyd: {_quoted(written.ordlyd())}"
    yield f"  mål: {_quoted(written.mål())}"
    yield f"  frist: {_quoted(_frist(rng, start))}"
    yield f"  ansvar: {_quoted(names.cell())}"
    years = [start + rng.randrange(5) if rng.random() < SHARE_OF_DATED_MILEPÆLER else None
             for _ in range(_weighted(rng, ANTALL_MILEPÆLER))]  # fmt: skip
    length = texts.MILEPÆLER.draw(rng) // max(len(years), 1)
    milestones = list({written.milepæl(year, length): year for year in years}.items())
    yield f"  milepæler: {_quoted(', '.join(text for text, _ in milestones))}"
    if milestones:
        yield "  delmål:"
    for text, year in milestones:
        yield f"    - {{tekst: {_quoted(text)}{f', innen: {year}' if year else ''}}}"
    if rng.random() < SHARE_WITH_MERKNAD:
        yield f"  merknad: {_quoted(written.merknad())}"


def _frist(rng: random.Random, start: int) -> str:
    """Return a deadline as printed, in a form drawn by how often real plans use it."""
    form, year = _weighted(rng, FRISTER), start + rng.randrange(1, 5)
    return {
        "løpende": "Løpende oppgave",
        "år": str(year),
        "delfrist": f"Løpende oppgave, første del ferdig i {year}",
    }[form]


def _rapport(kommune: Kommune, year: int, written: Texts) -> Iterator[str]:
    """Yield the lines of a report on one year of a kommune."""
    rng = written.rng
    title = f"Årsmelding {year}, {kommune.navn} Næringsråd"
    yield f"tittel: {title}"
    yield f"kortnavn: {kommune.navn} Næringsråd {year}"
    yield f"utgiver: {kommune.id}-naeringsrad"
    yield f"kommuner: [{kommune.id}]"
    yield f"gjelder: {min(year, 2026)}"
    yield f"registrert: {rng.choice((2025, 2026))}-0{rng.randrange(1, 10)}-20"
    yield "kilde:"
    yield f"  tittel: {title}"
    yield "  url: null"
    yield f'  sha256: "{rng.getrandbits(256):064x}"'
    yield "  hentet: 2025-01-02"
    yield f"omtale: {_quoted(written.omtale())}"
    yield f"forbehold: {_quoted(written.merknad())}"
    yield "punkter:"
    numbers = [f"{i}.{j}.{k}" for i, j, k in product(*(range(1, n + 1) for n in (OMRÅDER, DELER, TILTAK)))]
    about = rng.sample(numbers, REPORTED + BACKGROUND)
    for i, nr in enumerate((*about, *[""] * LOOSE), start=1):
        yield from _punkt(kommune, f"punkt-{i}", nr, i <= REPORTED, written)


def _punkt(kommune: Kommune, id_: str, nr: str, with_status: bool, written: Texts) -> Iterator[str]:
    """Yield the lines of a statement, on the tiltak `nr` when there is one, with its status or without."""
    rng = written.rng
    yield f"  - id: {id_}"
    yield f"    tittel: {_quoted(written.tittel())}"
    if nr:
        yield f"    tiltak: [{kommune.plan}/{nr}]"
    if with_status:
        yield f"    status: {_weighted(rng, STATUSER)}"
        if rng.random() < 0.1:
            yield f"    måloppnåelse: {rng.choice(('nådd', 'delvis', 'ikke nådd'))}"
    if rng.random() < 0.25:
        yield "    dekker: del"
    yield f"    omtale: {_quoted(written.omtale())}"
    if nr:
        yield f"    sitat: {_quoted(written.sitat())}"
        yield f"    sted: Avsnittet «{rng.choice(words.SECTIONS)}»"
        yield f"    sikkerhet: {rng.choice(('høy', 'høy', 'middels')) if with_status else 'lav'}"
    if rng.random() < 0.2:
        yield f"    tall: [{{navn: Møter, verdi: {rng.randrange(1, 5)}, planlagt: 4}}]"
    own = rng.sample([suffix for suffix, _, _ in OWN_ACTORS], rng.randrange(1, 4))
    yield f"    aktører: [{', '.join(f'{kommune.id}-{suffix}' for suffix in own)}]"


def project(folder: Path, measures: int) -> None:
    """Write a whole project into `folder`: this checkout's program and pages around generated data."""
    generate(folder, measures)
    copy_program(folder)
    for path in (folder / "docs/rediger").rglob("index.md"):
        if path.parent.name in WHOLE:
            continue
        front = path.read_text("utf-8").split("---\n")[1]
        path.write_text(f"---\n{front}---\n\n# For redaktører\n\nSiden er kortet ned her.\n", "utf-8")


def copy_program(folder: Path) -> None:
    """This checkout's program, frame and hand-written pages, compiled as they are after a first run."""
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    compileall.compile_dir(folder / "macros", quiet=1)
