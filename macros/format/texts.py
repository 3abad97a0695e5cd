"""The texts of the format: the pattern and length of each kind, and which stand in a source's own words."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from . import columns

UTEN_INNHOLD = frozenset({"", "???"})
"""Printed cells that say nothing: empty, or left open by the plan."""

ORDRETTE = ("ordlyd", "innledning", *columns.NAMES, "nr_trykt", "tittel_trykt", "tekst", "sitat")
"""The keys in `ORDRETTE_FELT`, in the order in which the editors' guide names them."""
ORDRETTE_FELT = frozenset(ORDRETTE)
"""Keys whose text is a source's own words; they stand in quotes or in a block."""
AS_PRINTED = ORDRETTE_FELT | {
    "aktører",
    "ikke_aktør",
    "roller",
    "nevner",
    "varianter",
    "overskrift",
    "ord",
    "delmål",
}
"""Keys whose text, or the keys within, repeat a source's own words; what is found there stands as it is printed."""
NAVN_FELT = frozenset({"navn", "kortnavn"})
"""Keys of what things are called here: nothing in them may be taken for something else."""


def text_as(key: str, written: Any) -> BeforeValidator:
    """Return a validator that lets a group be written as a bare text: «x» is read as {`key`: «x»}.

    `written` is the type that may stand in the file, text or group, for the JSON Schema.
    """

    def read(value: Any) -> Any:
        """Return a text as a group; raise PydanticCustomError for what is neither."""
        if isinstance(value, str):
            return {key: value}
        if not isinstance(value, dict | BaseModel):
            raise PydanticCustomError("string_type", "not a text")
        return value

    return BeforeValidator(read, json_schema_input_type=written)


# A pattern needs its words in `expected.py`, which messages, schemas and the field reference quote.
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NR = r"^[0-9a-z]+([.-][0-9a-z]+)*$"
TILTAKSREF = r"^[a-z0-9]+(-[a-z0-9]+)*/[0-9a-z]+([.-][0-9a-z]+)*$"
LENGSTE_ID = 80
Id = Annotated[str, Field(pattern=ID, max_length=LENGSTE_ID)]
Nr = Annotated[str, Field(pattern=NR, max_length=40)]
Tiltaksref = Annotated[str, Field(pattern=TILTAKSREF)]
_UTEN = r"\s<>\x22\\\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_VERT = r"[0-9A-Za-z\u00c0-\u024f][0-9A-Za-z\u00c0-\u024f._\-]*(:[0-9]{1,5})?"
ADRESSE = rf"^https?:\/\/{_VERT}([\/?#][^{_UTEN}]*)?$"
"""Scheme and host, without a name of a user before it: in `https://kommune.no@evil.example/` the host is the last.
The form gives it to the browser too, whose patterns want `/` with a backslash before it."""
IKKE_TOM = r"[^\s\u00ad]"
"""A sign that can be seen. A soft hyphen is the only other that a file may hold."""


def _address(value: Any) -> Any:
    """Return `value`, which is to be an address. Raises what tells a likely mistake from any other."""
    if not isinstance(value, str) or not re.match("https?://", value):
        return value
    if re.search(f"[{_UTEN}]", value):
        raise PydanticCustomError("adresse_tegn", "signs that no address has")
    host = re.split("[/?#]", value.partition("://")[2])[0]
    if re.search("@|%40", host):
        raise PydanticCustomError("adresse_bruker", "a name of a user in an address")
    if not re.fullmatch(_VERT, host):
        raise PydanticCustomError("adresse_vert", "no name of a host")
    return value


Adresse = Annotated[str, Field(pattern=ADRESSE), BeforeValidator(_address)]
"""An address on the web: every one in the data is of this type."""
KILDEFIL = r"^[a-z0-9]+([._-][a-z0-9]+)*\.(pdf|docx|xlsx|odt|ods)$"
KILDEMAPPE = "kilder"
"""The folder of the files that the publisher offers: `data/kilder/`, and `kilder/` on the site."""


def _file_name(value: Any) -> Any:
    """Return `value`, which is to be the name of a file in `data/kilder/`. Raises when it leads to another folder."""
    if isinstance(value, str) and re.search(r"[/\\:]", value):
        raise PydanticCustomError("kildefil_mappe", "a path, not a name")
    return value


Kildefil = Annotated[str, Field(pattern=KILDEFIL, max_length=100), BeforeValidator(_file_name)]
"""The name of a file in `data/kilder/`; it becomes a part of an address and of a path, so it has no other signs."""
STI = r"^([a-z0-9]+(-[a-z0-9]+)*/)([0-9a-z]+([.-][0-9a-z]+)*/)*(#[0-9a-z]+([.-][0-9a-z]+)*)?$"
Sti = Annotated[str, Field(pattern=STI, max_length=300)]
LOVET = (
    r"^((kommuner|aktorer|temaer)/{id}/"
    r"|rapporter/{id}/(#{id})?"
    r"|planer/{id}/((innsatsomrader/{nr}/)?(#del-{nr})?|tiltak/{nr}/|nyeste/))$"
).format(id=ID[1:-1], nr=NR[1:-1])
"""An address of the kinds that are kept for ever: of a thing, or of a part on its page; of no list, form or file."""
LovetSti = Annotated[str, Field(pattern=LOVET, max_length=300)]
Kommunenummer = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
Fylkesnummer = Annotated[str, Field(pattern=r"^[0-9]{2}$")]
Tekst = Annotated[str, Field(pattern=IKKE_TOM)]


def _one_line(value: Any) -> Any:
    """Return `value`, which is to be a name. Raises for line ends and spaces by which two names that look alike differ."""
    if (
        isinstance(value, str)
        and value.strip()
        and value != " ".join(re.split(r"[ \t\n]+", value)).strip(" ")
    ):
        raise PydanticCustomError("navn_mellomrom", "spaces that cannot be seen")
    return value


ONE_LINE = BeforeValidator(_one_line)
Navn = Annotated[str, Field(pattern=IKKE_TOM), ONE_LINE]
Tittel = Annotated[str, Field(pattern=IKKE_TOM, max_length=70), ONE_LINE]
LENGSTE_KORTNAVN = 40
Kortnavn = Annotated[str, Field(pattern=IKKE_TOM, max_length=LENGSTE_KORTNAVN), ONE_LINE]
FØRSTE_ÅR, SISTE_ÅR = 1900, 2200
År = Annotated[int, Field(ge=FØRSTE_ÅR, le=SISTE_ÅR)]


Orgnr = Annotated[str, Field(pattern=r"^[0-9]{9}$")]
