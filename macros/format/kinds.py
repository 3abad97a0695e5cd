"""Every kind of thing in the data: what it is called, where it stands in `data/`, and where it is on the site.

To add a kind is to add an entry to `KINDS`, and its word to `Slag`. What else must be said of it, such as the field of
`Data` that holds it, is asked for when the program starts: `needs` raises an error that names the place.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from . import model
from .texts import Fylkesnummer, Id

Slag = Literal[
    "plan", "innsatsområde", "del", "tiltak", "rapport", "punkt", "aktør", "kommune", "fylke", "tema",
    "rettelse", "videresending",
]  # fmt: skip
"""The kinds, for the type checker: the keys of `KINDS`."""

SCHEMAS = "skjema"
"""The folder of the JSON Schemas, which are made of the models and not read (see `json_schema.py`)."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """Describe a kind of thing: a `Filslag` has files of its own, a `Delslag` stands within another thing."""

    slag: Slag
    en: str
    """What one is called: «aktør»."""
    flere: str
    """What several are called: «aktører». The field of `Data` and of `Register` that holds them has this name."""
    bestemt: str
    """What it is called when it is known which: «aktøren»."""
    ny: str
    """The word for new before its noun: «ny aktør», «nytt tiltak»."""
    side: str = ""
    """The address of its page, with a place for each id; empty when it has no page of its own."""
    liste: str = ""
    """The hand-written page that answers for one that is gone (a key of `paths.LISTS`); needed when it has an address."""
    oppslag: bool = False
    """Whether a macro of a hand-written page may name one by its id: then `Register` holds them by id."""
    avgrenser: str = ""
    """The word before its name in the heading of a table that is limited to it: «i Lier»; empty when it limits none."""


@dataclass(frozen=True, kw_only=True)
class Filslag(Kind):
    """Describe a kind that has files of its own in `data/`."""

    sti: str
    """The path of its files within `data/`: `temaer.yml`, or `planer/{}.yml` for a folder of files."""
    form: Literal["én", "etter id", "liste"]
    """What a file holds: one thing, named by the file; things by id; or a list, which may be absent as nothing is to say."""
    modell: Any
    """The class of `model.py` that one is read as."""
    beskrivelse: str
    """What is in the files, for the schema and the reference of the format."""
    id_type: Any = Id
    """The type of its ids."""

    @property
    def hvor(self) -> str:
        """Return the folder of its files, or the name of its only file without ending: `planer`, `temaer`."""
        return self.sti.removesuffix(".yml").removesuffix("/{}")

    @property
    def i_mappe(self) -> bool:
        """Return whether it has a folder of files, not one file alone."""
        return "{}" in self.sti

    @property
    def begynnelse(self) -> str:
        """Return how the paths of its files begin within `data/`: `planer/`, or the whole of `temaer.yml`."""
        return self.sti.partition("{}")[0]

    @property
    def filer(self) -> str:
        """Return the pattern of its files within `data/`: `planer/*.yml`, or `temaer.yml`."""
        return self.sti.format("*")

    @property
    def navn(self) -> str:
        """Return the name of its schema, without ending."""
        return self.slag if self.form == "én" else self.hvor

    @property
    def tittel(self) -> str:
        """Return the title of its schema: «Plan», «Aktører»."""
        return (self.en if self.form == "én" else self.flere).capitalize()

    @property
    def first_line(self) -> str:
        """Return the first line of its files, which names the schema to an editor's program."""
        return f"# yaml-language-server: $schema={'../' if self.i_mappe else ''}{SCHEMAS}/{self.navn}.json"

    @cached_property
    def innhold(self) -> Any:
        """Return the type of what stands in one of its files."""
        match self.form:
            case "én":
                return self.modell
            case "etter id":
                return dict[self.id_type, self.modell]  # type: ignore[name-defined]
            case "liste":
                return tuple[self.modell, ...]  # type: ignore[name-defined]


@dataclass(frozen=True, kw_only=True)
class Delslag(Kind):
    """Describe a kind that stands within a thing of another."""

    felt: str
    """The field around it that holds a list of such things: `deler`."""


def table(*kinds: Kind) -> dict[Slag, Kind]:
    """Return these kinds by their word. Raises TypeError for two that share a word, a name, a file or a field."""
    for said in ("slag", "en", "flere", "bestemt", "hvor", "felt"):
        seen: dict[str, Slag] = {}
        for kind in kinds:
            value = getattr(kind, said, None)
            if value in seen:
                raise TypeError(
                    f"macros/format/kinds.py: {seen[value]} and {kind.slag} have the same {said}, {value}"
                )
            if value is not None:
                seen[value] = kind.slag
    return {kind.slag: kind for kind in kinds}


KINDS = table(
    Filslag(
        slag="plan", en="plan", flere="planer", bestemt="planen", ny="ny",
        sti="planer/{}.yml", form="én", modell=model.Plan,
        beskrivelse="Én fil for hver plan. Filnavnet er planens id.",
        side="planer/{}/", liste="planer", oppslag=True, avgrenser="i",
    ),
    Delslag(
        slag="innsatsområde", en="innsatsområde", flere="innsatsområder", bestemt="innsatsområdet", ny="nytt",
        felt="innsatsområder", side="planer/{}/innsatsomrader/{}/", liste="planer",
    ),
    Delslag(
        slag="del", en="del", flere="deler", bestemt="delen", ny="ny", felt="deler", liste="planer",
    ),
    Delslag(
        slag="tiltak", en="tiltak", flere="tiltak", bestemt="tiltaket", ny="nytt",
        felt="tiltak", side="planer/{}/tiltak/{}/", liste="planer", oppslag=True,
    ),
    Filslag(
        slag="rapport", en="rapport", flere="rapporter", bestemt="rapporten", ny="ny",
        sti="rapporter/{}.yml", form="én", modell=model.Rapport,
        beskrivelse="Én fil for hver kilde. Filnavnet er rapportens id.",
        side="rapporter/{}/", liste="rapporter", oppslag=True,
    ),
    Delslag(
        slag="punkt", en="opplysning", flere="opplysninger", bestemt="opplysningen", ny="ny", felt="punkter",
    ),
    Filslag(
        slag="aktør", en="aktør", flere="aktører", bestemt="aktøren", ny="ny",
        sti="aktorer/{}.yml", form="etter id", modell=model.Aktør,
        beskrivelse="Aktørene etter id, i kommunens egen fil eller i felles.yml.",
        side="aktorer/{}/", liste="aktører", oppslag=True, avgrenser="for",
    ),
    Filslag(
        slag="kommune", en="kommune", flere="kommuner", bestemt="kommunen", ny="ny",
        sti="kommuner.yml", form="etter id", modell=model.Kommune,
        beskrivelse="Kommunene etter id.",
        side="kommuner/{}/", liste="kommuner", oppslag=True, avgrenser="i",
    ),
    Filslag(
        slag="fylke", en="fylke", flere="fylker", bestemt="fylket", ny="nytt",
        sti="fylker.yml", form="etter id", modell=model.Fylke, id_type=Fylkesnummer,
        beskrivelse="Fylkene etter de to første sifrene i kommunenummeret.",
    ),
    Filslag(
        slag="tema", en="tema", flere="temaer", bestemt="temaet", ny="nytt",
        sti="temaer.yml", form="etter id", modell=model.Tema,
        beskrivelse="Temaene etter id.",
        side="temaer/{}/", liste="temaer", oppslag=True, avgrenser="om",
    ),
    Filslag(
        slag="rettelse", en="rettelse", flere="rettelser", bestemt="rettelsen", ny="ny",
        sti="rettelser.yml", form="liste", modell=model.Rettelse,
        beskrivelse="Det som har stått feil på nettstedet, det nyeste øverst.",
    ),
    Filslag(
        slag="videresending", en="videresending", flere="videresendinger", bestemt="videresendingen", ny="ny",
        sti="videresendinger.yml", form="liste", modell=model.Videresending,
        beskrivelse="Adresser som har vært publisert, og hvor de er nå.",
    ),
)  # fmt: skip
"""Every kind of thing, by its word; what others stand in comes before them."""

FILSLAG = tuple(kind for kind in KINDS.values() if isinstance(kind, Filslag))
"""Every kind that has files of its own, in the order of the guide's pages on them."""
DELSLAG = tuple(kind for kind in KINDS.values() if isinstance(kind, Delslag))
"""Every kind that stands within a thing of another."""
PLACED = {kind.hvor: kind for kind in FILSLAG}
"""The kinds that have files of their own, by the folder, or the name of the only file without ending."""


def file_kind(slag: Slag) -> Filslag:
    """Return what is said of a kind that has files of its own. Raises TypeError for one that has none."""
    kind = KINDS[slag]
    if not isinstance(kind, Filslag):
        raise TypeError(f"«{slag}» has no files of its own")
    return kind


def file_of(slag: Slag, stem: str = "") -> str:
    """Return the path within `data/` of a file of a kind: `file_of("plan", "lier-2023-2026")`, `file_of("tema")`.

    `stem` is the file's name without ending, for a kind with a folder. Raises TypeError for a kind without files.
    """
    return file_kind(slag).sti.format(stem)


def needs(where: str, said: Container[str], asked: Iterable[str]) -> None:
    """Raise TypeError when `said` lacks something that the kinds ask for; `where` says what to add it to, and in which file."""
    if missing := [one for one in asked if one not in said]:
        raise TypeError(
            f"{where} lacks {', '.join(missing)}, which an entry of macros/format/kinds.py asks for"
        )
