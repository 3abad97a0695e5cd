"""What a published table is: its columns, and how the value of each is found. The tables themselves are in `tables.py`.

CSV, XLSX, JSON, the JSON Schemas, `datapackage.json` and the documentation on /data/ are all made from the same
columns, so none of them can say something that another does not. What follows from the day stands only in the table
`tiltak-i-dag`, so that a nightly build changes nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal, get_args

from ..format import vocabulary
from ..register.addresses import anchor
from ..register.entities import Aktør, Aktørrolle, Del, Kommune, Plan, Register, Tiltak

SCHEMA_VERSION = "1.0.0"
"""Version of what is promised: the middle number rises when a column is added, the first when one is changed or goes."""
FOLDER = "data/v1/"
"""Where everything under the promise of version 1 stands on the site."""
LICENSE_NAME = "CC-BY-4.0"
LICENSE_TITLE = "Creative Commons Navngivelse 4.0 Internasjonal"
LICENSE = "https://creativecommons.org/licenses/by/4.0/deed.no"
"""The licence of the editors' own words; the plans' words are free."""
DELIMITER = "|"
"""Between the parts of a list in one cell of a table."""

Value = str | int | date | bool | tuple[str, ...] | dict[str, str] | None
Type = Literal["tekst", "heltall", "dato", "ja/nei", "liste", "celler"]
"""`liste`: several short texts. `celler`: printed cells by the plan's own headings."""
Origin = Literal["trykt", "redaksjonen", "kilde", "lest", "nettstedet"]
ORIGINS: dict[Origin, str] = {
    "trykt": "ordrett fra planen",
    "redaksjonen": "satt av redaksjonen",
    "kilde": "fra en kilde som forteller hva som har skjedd",
    "lest": "lest av nettstedet ut av det som er trykt",
    "nettstedet": "laget av nettstedet",
}
"""Where a value comes from, in the words of the documentation."""


@dataclass(frozen=True)
class Felt:
    """A column of a published table: its name, what it means, its type, and where its value comes from."""

    navn: str
    type: Type
    fra: Origin
    om: str
    """One Norwegian sentence, for whoever uses the data."""
    verdi: Callable[[Published, Any], Value]
    """From the published whole and what a row is about to the value; None when there is none."""
    må: bool = False
    """Whether it always has a value."""
    ord: tuple[str, ...] = ()
    """The words that it may be; empty when it may be any."""
    peker: str = ""
    """The table whose `id` it is: «planer»."""


@dataclass(frozen=True)
class Tabell:
    """A published table: its name, what a row is, and its columns."""

    navn: str
    tittel: str
    om: str
    """What one row is, in one or two Norwegian sentences."""
    rader: Callable[[Published], Iterable[Any]]
    """From the published whole to what each row is about, in a fixed order."""
    felt: tuple[Felt, ...]
    etter_dag: bool = False
    """Whether its values follow from the day the site was made."""

    def __post_init__(self) -> None:
        names = [one.navn for one in self.felt]
        if len(set(names)) < len(names) or names[0] != "id":
            raise TypeError(f"the table {self.navn}: `id` is first, and no two columns share a name")

    @property
    def sti(self) -> str:
        """Return the address of its CSV, within the site and without ending."""
        return f"{FOLDER}{self.navn}"


@dataclass(eq=False, repr=False)
class Published:
    """The register as it is published: with the site's address, and each row made once."""

    register: Register
    idag: date
    base: str = ""
    """The site's own address, with a slash at the end."""
    utelatt: frozenset[str] = frozenset()
    """The names of the files that the site has no room for: see `building/room.py`."""
    lines: dict[tuple[str, int], tuple[str, Any]] = field(default_factory=dict)
    """Rows as CSV, by table and what they are about: a tiltak stands in three files."""
    _rows: dict[tuple[str, int], tuple[tuple[Value, ...], Any]] = field(default_factory=dict)
    """Rows that are made, with what each is about: while that is kept here, nothing else has its `id`."""
    _entities: dict[str, list[Any]] = field(default_factory=dict)

    def rad(self, tabell: Tabell, entity: Any) -> tuple[Value, ...]:
        """Return a row of a table, in the order of its columns; made the first time it is asked for."""
        key = (tabell.navn, id(entity))
        kept = self._rows.get(key)
        if kept is None:
            kept = self._rows[key] = tuple([one.verdi(self, entity) for one in tabell.felt]), entity
        return kept[0]

    def rader(self, tabell: Tabell) -> Iterator[dict[str, Value]]:
        """Yield every row of a table by the names of its columns, in its order."""
        names = [one.navn for one in tabell.felt]
        for entity in self.entities(tabell):
            yield dict(zip(names, self.rad(tabell, entity), strict=True))

    def entities(self, tabell: Tabell) -> list[Any]:
        """Return what each row of a table is about, the same objects each time."""
        if tabell.navn not in self._entities:
            self._entities[tabell.navn] = list(tabell.rader(self))
        return self._entities[tabell.navn]

    @cached_property
    def roller(self) -> dict[str, list[tuple[Tiltak, Aktørrolle]]]:
        """Return every tiltak that names an aktør, with its role, by the aktør's id; of replaced plans too."""
        found: dict[str, list[tuple[Tiltak, Aktørrolle]]] = {}
        for tiltak in self.register.tiltak.values():
            for aktør, rolle in tiltak.roller:
                found.setdefault(aktør.id, []).append((tiltak, rolle))
        return found

    @cached_property
    def i_tema(self) -> dict[str, list[Tiltak]]:
        """Return every tiltak with a tema, by the id of the tema; of replaced plans too."""
        found: dict[str, list[Tiltak]] = {}
        for tiltak in self.register.tiltak.values():
            for tema in tiltak.temaer:
                found.setdefault(tema.id, []).append(tiltak)
        return found

    @cached_property
    def i_kommune(self) -> dict[str, list[Plan]]:
        """Return every plan about a kommune, by the kommune's id, replaced ones too, in the order of the plans."""
        found: dict[str, list[Plan]] = {}
        for plan in self.register.planer.values():
            for kommune in plan.kommuner:
                found.setdefault(kommune.id, []).append(plan)
        return found

    def tiltak_i(self, where: Plan | Kommune) -> list[Tiltak]:
        """Return every tiltak of a plan, or of all plans about a kommune that it is itself about."""
        if isinstance(where, Plan):
            return where.tiltak
        plans = self.i_kommune.get(where.id, [])
        return [one for plan in plans for one in plan.tiltak if where in kommuner_of(one)]


def kommuner_of(tiltak: Tiltak) -> list[Kommune]:
    """Return the kommuner that a tiltak is about. The only place that says so for what is published."""
    return tiltak.kommuner


def nummer_of(kommune: Kommune) -> str:
    """Return the number that a kommune has, or last had."""
    return kommune.data.numre[-1].nummer


def ids(things: Iterable[Plan | Kommune | Aktør | Tiltak | Any]) -> tuple[str, ...]:
    """Return the ids of things, in their order."""
    return tuple([one.id for one in things])


def part_id(part: Del) -> str:
    """Return the id of a part of a plan: the plan's, and the part's place in it."""
    return f"{part.plan.id}#{anchor(part)}"


_WORDS: dict[str, Any] = {
    "status": vocabulary.Status,
    "måloppnåelse": vocabulary.Måloppnåelse,
    "dekker": vocabulary.Dekker,
    "sikkerhet": vocabulary.Sikkerhet,
    "slag": vocabulary.Linjeslag,
    "aktørtype": vocabulary.Aktørtype,
    "plantype": vocabulary.Plantype,
    "planstatus": vocabulary.Planstatus,
    "språk": vocabulary.Språk,
    "målform": vocabulary.Målform,
}


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a fixed list of the format, by the name it has here; none for «»."""
    return get_args(_WORDS[name]) if name else ()
