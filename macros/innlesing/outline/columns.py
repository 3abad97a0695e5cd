"""Know a column by its heading. Plans say the same in many words; the editor can say what a word means here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ...format import columns as printed
from ..readers.lines import Line
from ..readers.numbers import starts_with_number

CELLS = printed.NAMES
"""The columns that become fields of a tiltak, in the order of the plan file."""
ROLES = ("nr", "tiltak", *CELLS, "innsatsområde", "del", "utelat")
"""What a column can be; `utelat` is one that the plan file has no place for."""

SYNONYMS: dict[str, str] = {
    "nr": "nr nummer # nr./id id pkt punkt ref tiltaksnr tiltaksnummer tiltak_nr løpenr løpenummer",
    "tiltak": "tiltak tiltakene handling handlinger aktivitet aktiviteter tiltaksområde tiltaksområder "
    "tiltaksbeskrivelse oppgave oppgaver beskrivelse virkemiddel virkemidler planoppgave steg delprosjekt "
    "prosjekt hva hva_skal_gjøres hva_skal_vi_gjøre slik_skal_vi_gjøre_det slik_gjør_vi_det "
    "prioritert_handling/tiltak prioriterte_tiltak prioritert_tiltak tiltak/aktivitet ordlyd",
    **{column.navn: column.synonymer for column in printed.COLUMNS},
    "innsatsområde": "innsatsområde innsatsområder satsingsområde satsningsområde satsingsområder fokusområde "
    "hovedområde område tema temaområde målområde",
    "del": "strategi strategier delområde delområder gruppe kategori undertema innsatsfaktor",
    "utelat": "status kommentar kommentarer merknad merknader økonomi kostnad kostnader kostnadsramme budsjett "
    "finansiering ressurser prioritet prioritering oppfølging rapportering samarbeidspartner "
    "samarbeidspartnere samarbeid_med måleindikator indikator indikatorer",
}
_LEFT_OUT = dict.fromkeys(printed.words(SYNONYMS["utelat"]), "utelat")
# A heading that has become that of a printed column is no longer left out.
_MEANS = _LEFT_OUT | {
    word: role for role in ROLES if role != "utelat" for word in printed.words(SYNONYMS[role])
}
_STATUS = {"status", "rapportering", "oppfølging"}
LONGEST = 60
"""A heading over a column is no longer than this."""


@dataclass(frozen=True)
class Column:
    """A column of a table: where it is, its heading as printed, and what it means («» when nobody knows)."""

    at: int
    tittel: str
    rolle: str


@dataclass(frozen=True)
class Columns:
    """The columns of a table, as its row of headings gives them."""

    line: Line
    columns: tuple[Column, ...]

    def of(self, role: str) -> Column | None:
        """Return the column with a role; None when the table has none."""
        return next((one for one in self.columns if one.rolle == role), None)

    @property
    def unknown(self) -> list[Column]:
        """Return the columns that the plan file has no place for."""
        return [one for one in self.columns if one.rolle in ("", "utelat")]


def plain(heading: str) -> str:
    """Return a heading as it is looked up: small letters, one space, no colon, bracket or note at its end."""
    text = re.sub(r"-\s+(?=[a-zæøå])(?!og |eller )", "", heading.lower().replace("\u00ad", ""))
    text = re.sub(r"\([^)]*\)|[*:?]", " ", text)
    return re.sub(r"\s*/\s*", "/", " ".join(text.split())).rstrip(". ")


def meaning(heading: str, given: Mapping[str, str]) -> tuple[str, bool]:
    """Return the role of a heading («» when unknown), and whether all of it is known and not only a word in it.

    `given`: what the editor says that headings mean, which goes before `SYNONYMS`.
    """
    text = plain(heading)
    if text in given:
        return given[text], True
    if text in _MEANS:
        return _MEANS[text], True
    words = [word for word in re.split(r"[ /,&+-]|(?: og | eller )", text) if word]
    return next((_MEANS[word] for word in words if word in _MEANS), ""), False


def recognise(line: Line, given: Mapping[str, str]) -> Columns | None:
    """Return the columns when a line is a row of headings, else None.

    It is one when two headings are known, the one over tiltak among them, and most are; none is long or
    numbered.
    """
    texts = [(i, line.cells[i]) for i in line.filled]
    if len(texts) < 2 or any(len(text) > LONGEST or starts_with_number(text) for _, text in texts):
        return None
    found = [(i, text, *meaning(text, given)) for i, text in texts]
    # The first heading known as a whole takes the role; one known by a word takes what is left.
    taken = {role: i for i, _, role, whole in reversed(found) if whole and role != "utelat"}
    for i, _, role, whole in found:
        if role and not whole and role != "utelat":
            taken.setdefault(role, i)
    known = [role for _, _, role, _ in found if role]
    if "tiltak" not in taken or len(known) < 2 or len(known) * 2 < len(found):
        return None
    if not any(whole for *_, whole in found):
        return None
    return Columns(line, tuple(
        Column(i, text, role if taken.get(role) == i or role == "utelat" else "")
        for i, text, role, _ in found
    ))  # fmt: skip


def is_status(column: Column) -> bool:
    """Return whether a column tells what has happened, which belongs in a rapport and not in the plan."""
    return bool(_STATUS & set(re.split(r"[ /]", plain(column.tittel))))
