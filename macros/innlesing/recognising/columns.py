"""Know a column by its heading. Plans say the same in many words; the editor can say what a word means here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ...format import columns as printed
from ..readers.lines import Line
from ..readers.numbers import starts_with_number

CELLS = printed.NAMES
"""The columns that become fields of a tiltak, in the order of the plan file."""
ROLES = ("nr", "tiltak", *CELLS, "innsatsområde", "del", "egen", "utelat")
"""What a column can be; `egen` is one that the plan declares under its own heading, `utelat` one that the editor leaves out."""
NO_FIELD = ("egen", "utelat")

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
    "egen": "status kommentar kommentarer merknad merknader økonomi kostnad kostnader kostnadsramme budsjett "
    "finansiering ressurser prioritet prioritering oppfølging rapportering samarbeidspartner "
    "samarbeidspartnere samarbeid_med måleindikator indikator indikatorer",
}
NEIGHBOURS: dict[str, str] = {
    "nr": "tiltak_nr. åtgärd_nr",
    "tiltak": "kva kva_skal_gjerast kva_skal_vi_gjere kva_vi_skal_gjere slik_gjer_vi_det gjeremål oppgåve oppgåver skildring "
    "verkemiddel tiltag indsats indsatser initiativ initiativer hvad åtgärd åtgärder insats insatser vad",
    "mål": "målsetjing målsetjingar kvifor føremål formål_og_effekt hvorfor_gør_vi_det målsättning syfte varför",
    "frist": "framdriftsplan fristar ferdig_innan hvornår deadline när tidpunkt klart klart_senast tidsram",
    "ansvar": "ansvarleg ansvarlege kven kven_har_ansvar kven_har_ansvaret ansvarleg_eining ansvarshavande ansvarig "
    "ansvariga vem tovholder hvem_har_ansvar",
    "milepæler": "milepælar milepæle milstolpe milstolpar milstolper",
    "innsatsområde": "indsatsområde indsatsområder insatsområde insatsområden satsningsområden område/tema",
    "egen": "økonomi/ressursar ressursar kostnadar kostnad/finansiering sum beløp budget finansiering/ressurser "
    "samarbeidspartnarar samarbejdspartnere samarbetspartner status_pr kommentarar prioritert bemærkninger",
}
"""The same in nynorsk, and as documents that are shared with Danish and Swedish neighbours say it."""
for _role, _words in NEIGHBOURS.items():
    SYNONYMS[_role] = f"{SYNONYMS[_role]} {_words}"
OTHER = set(printed.words(
    "navn namn rolle telefon tlf mobil e-post epost mail adresse stilling tittel organisasjon bedrift møte møter dato sted "
    "stad deltakere deltakarar antall antal tall folketall befolkning innbyggere sysselsatte næring bransje kilde kjelde "
    "dokument versjon endret sak saksnr organ vedtak høring fase ord forklaring begrep styrker svakheter muligheter trusler "
    "kommune fylke"
))  # fmt: skip
"""Headings of tables that hold no tiltak: a row with two of them says that the columns above no longer hold."""
_OWN = dict.fromkeys(printed.words(SYNONYMS["egen"]), "egen")
# A heading that has become that of a printed column is no longer the plan's own.
_MEANS = _OWN | {
    word: role for role in ROLES if role not in NO_FIELD for word in printed.words(SYNONYMS[role])
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
    headed: bool = True
    """Whether `line` is a row of headings; False when the editor has said by number what the columns are."""

    def of(self, role: str) -> Column | None:
        """Return the column with a role; None when the table has none."""
        return next((one for one in self.columns if one.rolle == role), None)

    @property
    def unknown(self) -> list[Column]:
        """Return the columns that the format has no field for."""
        return [one for one in self.columns if one.rolle in ("", *NO_FIELD)]

    @property
    def own(self) -> list[Column]:
        """Return the columns that the plan declares under their own heading.

        Not what has happened, which is for a rapport, nor one of two with the same heading.
        """
        seen = Counter(heading(one).lower() for one in self.columns)
        return [
            one
            for one in self.unknown
            if one.rolle != "utelat"
            and not is_status(one)
            and heading(one)
            and seen[heading(one).lower()] == 1
        ]


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


def recognise(
    line: Line, given: Mapping[str, str], places: Mapping[int, str] | None = None, *, first: bool = False
) -> Columns | None:
    """Return the columns when a line is a row of headings, else None.

    Its cells are scored, and together they decide: see `_worth`. One must be over the tiltak. `places`: what the editor
    says of a column by its number from 1, which holds when the words have shown that it is such a row. `first`: it is the first row
    of its table.
    """
    texts = [(i, line.cells[i]) for i in line.filled]
    if len(texts) < 2 or any(starts_with_number(text) for _, text in texts):
        return None
    found = [(i, text, *_meaning_here(text, given)) for i, text in texts]
    # The first heading known as a whole takes the role; one known by a word takes what is left.
    taken = {role: i for i, _, role, whole in reversed(found) if whole and role not in NO_FIELD}
    for i, _, role, whole in found:
        if role and not whole and role not in NO_FIELD:
            taken.setdefault(role, i)
    if plain(texts[0][1]) == "delmål" and taken.get("milepæler") == texts[0][0] and "mål" not in taken:
        # To the left of the tiltak it is what they are for, not what they are to reach on the way.
        found[0] = (*found[0][:2], "mål", True)
        taken["mål"] = taken.pop("milepæler")
    if "tiltak" not in taken or not any(whole for *_, whole in found):
        return None
    sure = any(whole and role == "tiltak" for *_, role, whole in found)
    worth = sum(_worth(text, role, whole=whole) for _, text, role, whole in found)
    if worth + (1.5 if first and sure and all(len(text) <= 30 for _, text in texts) else 0) < 3:
        return None
    roles = {i: role if taken.get(role) == i or role in NO_FIELD else "" for i, _, role, _ in found}
    if said := {number - 1: role for number, role in (places or {}).items()}:
        roles = {i: "" if role in said.values() else role for i, role in roles.items()} | said
    return Columns(line, tuple(Column(i, line.at(i), role) for i, role in sorted(roles.items())))


def _meaning_here(text: str, given: Mapping[str, str]) -> tuple[str, bool]:
    """Return the role of a heading and whether all of it is known; one that is too long means nothing."""
    if len(text) > LONGEST and plain(text) not in given:
        return "", False
    return meaning(text, given)


_YEAR = re.compile(r"(?:år )?(?:19|20)\d\d(?: ?[-–/] ?(?:(?:19|20)?\d\d))?")


def _worth(text: str, role: str, *, whole: bool) -> float:
    """Return how much a cell speaks for its row being one of headings: 2 for a known one, less than 0 against it."""
    if whole:
        return 2
    if len(text) > LONGEST or text.endswith("."):
        return -1
    if role:
        return 1
    return 0.5 if is_year(text) else -0.25


def is_year(text: str) -> bool:
    """Return whether a heading is a year or a span of years, as over columns of when or how much."""
    return _YEAR.fullmatch(" ".join(text.split()).lower()) is not None


def is_other(line: Line) -> bool:
    """Return whether a line is a row of headings over something that is no tiltak: names, figures, meetings."""
    texts = [plain(line.cells[i]) for i in line.filled]
    known = [text for text in texts if text in OTHER or _MEANS.get(text) in NO_FIELD]
    return len(texts) > 1 and len(known) > 1 and len(known) * 2 >= len(texts) and set(known) & OTHER != set()


def is_headed(line: Line) -> bool:
    """Return whether a line is a row of headings that are known, but none of them over tiltak, as where a table is cut in two across."""
    found = [meaning(line.cells[i], {}) for i in line.own]
    known = {role for role, whole in found if whole}
    return "tiltak" not in known and len(known) > 1 and sum(whole for _, whole in found) * 2 >= len(found)


def is_status(column: Column) -> bool:
    """Return whether a column tells what has happened, which belongs in a rapport and not in the plan."""
    return bool(_STATUS & set(re.split(r"[ /]", plain(column.tittel))))


def heading(column: Column) -> str:
    """Return the heading of a column as printed, on one line."""
    return " ".join(column.tittel.split())
