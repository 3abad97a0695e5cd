"""The printed columns: what a plan may print for each tiltak beside its wording. A new column is one entry in `COLUMNS`.

All that has to do with a column follows from its entry: the field of a tiltak with its schema and description, the word
in `kolonner`, the pages, the spreadsheet, the headings that the importer knows, the words of `endringer`, and the proof by
fingerprints. Only a column of which the site reads more than the text has a field written by hand in `model_plan.py`.

This module imports nothing of the program, as `tests/lag_fasit.py` reads the table without the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    """A printed column of a plan: its name in the data, and all the words that the program has for it."""

    navn: str
    """The field of a tiltak, and the word in `kolonner`."""
    overskrift: str
    """The heading on the pages and in the spreadsheet: «Frist»."""
    bestemt: str
    """The noun with its article, within a sentence: «fristen»."""
    om: str
    """What the word means in `kolonner`, as one sentence."""
    synonymer: str
    """The headings that plans print over it, in small letters; `_` is a space within one."""
    bredde: int
    """How wide it is in the spreadsheet."""
    eksempel: str = ""
    """A cell, for the field reference. Only of a column whose field is made from this table."""
    own_word: bool = False
    """Whether a plan's own word for it (`ord`) stands on the pages instead of `overskrift`."""
    savnes: bool = False
    """Whether the pages of a plan that does not print it say so."""

    @property
    def beskrivelse(self) -> str:
        """The description of a field that is made from this table."""
        return f"Cellen «{self.overskrift}» nøyaktig som trykt. Må stå når planen har kolonnen, om så tom."

    def celle(self, tiltak: Any) -> str | None:
        """Return the cell of a tiltak exactly as printed, of whichever type its field is; None when it has none."""
        value = getattr(tiltak, self.navn)
        return value if value is None or isinstance(value, str) else str(value.tekst)


@dataclass(frozen=True)
class OwnColumn(Column):
    """A column that one plan declares under its own heading, and that nothing else knows."""

    def celle(self, tiltak: Any) -> str | None:
        """Return the cell of a tiltak exactly as printed; None when it has none."""
        found = (tiltak.model_extra or {}).get(self.navn)
        return found if isinstance(found, str) else None


def own(navn: str, overskrift: str) -> OwnColumn:
    """Return the column that a plan declares with this name under this heading."""
    return OwnColumn(navn, overskrift, f"«{overskrift}»", "", "", 24)


def words(synonyms: str) -> list[str]:
    """Return the headings in a text of synonyms: «ønsket_effekt hvorfor» is two, the first of two words."""
    return [word.replace("_", " ") for word in synonyms.split()]


def distinct(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return the columns of the table, unchanged.

    Raise ValueError when two have the same `navn`, the same `overskrift` (in whichever case) or a heading in common
    among their `synonymer`, as the second would silently take the place of the first.
    """
    for field in ("navn", "overskrift"):
        seen: set[str] = set()
        for column in columns:
            word = getattr(column, field)
            if word.casefold() in seen:
                raise ValueError(
                    f"macros/format/columns.py: two columns have the {field} «{word}». Give one of them another."
                )
            seen.add(word.casefold())
    owner: dict[str, str] = {}
    for column in columns:
        for word in words(column.synonymer):
            if word in owner:
                raise ValueError(
                    f"macros/format/columns.py: «{word}» is among the synonymer of two columns, «{owner[word]}» and "
                    f"«{column.navn}». Keep it in one of them."
                )
            owner[word] = column.navn
    return columns


COLUMNS: tuple[Column, ...] = (
    Column(
        navn="mål",
        overskrift="Mål",
        bestemt="målet",
        om="Planen trykker et mål for hvert tiltak.",
        synonymer="mål målsetting målsettinger målsetning målsetninger formål hensikt effektmål resultatmål hovedmål "
        "ønsket_effekt ønsket_resultat forventet_effekt slik_vil_vi_ha_det mål/effekt hvorfor",
        bredde=30,
        own_word=True,
    ),
    Column(
        navn="frist",
        overskrift="Frist",
        bestemt="fristen",
        om="Planen trykker en frist for hvert tiltak.",
        synonymer="frist tidsfrist frister når tid tidspunkt tidsramme tidsperspektiv tidsplan framdrift fremdrift "
        "gjennomføres gjennomføring ferdig ferdigstilles ferdigstillelse ferdigstilling tidsrom periode start/slutt",
        bredde=18,
        savnes=True,
    ),
    Column(
        navn="ansvar",
        overskrift="Ansvar",
        bestemt="ansvaret",
        om="Planen trykker hvem som har ansvaret for hvert tiltak.",
        synonymer="ansvar ansvarlig ansvarlige hvem utfører utførende eier tiltakseier aktør aktører ansvarsområde "
        "hovedansvar hovedansvarlig hvem_har_ansvaret gjennomføring/ansvar ansvar/gjennomføring ansvarshavende",
        bredde=20,
        savnes=True,
    ),
    Column(
        navn="milepæler",
        overskrift="Milepæler",
        bestemt="milepælene",
        om="Planen trykker milepæler eller delmål for hvert tiltak.",
        synonymer="milepæler milepæl milepæler/delmål delmål/milepæler delmål del-mål",
        bredde=24,
        own_word=True,
        savnes=True,
    ),
    Column(
        navn="kostnad",
        overskrift="Kostnad",
        bestemt="kostnaden",
        om="Planen trykker en kostnad for hvert tiltak.",
        synonymer="kostnad kostnader kostnadsramme kostnadsoverslag pris",
        bredde=18,
    ),
)
"""Every printed column that the format knows, in the order of the plan file, the pages and the spreadsheet.

The five here have fields of their own types in `model_plan.py`, as more than their text is read: see
`pages/templates/komponenter.html` for the reading beside each.
"""

NAMES: tuple[str, ...] = tuple(column.navn for column in distinct(COLUMNS))
"""The fields of a tiltak that hold printed cells, in the order of `COLUMNS`."""
