"""The texts of the format: the pattern and length of each kind, and which stand in a source's own words."""

from __future__ import annotations

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


def text_as(key: str, written: Any) -> BeforeValidator:
    """Return a validator that lets a group be written as a bare text: «x» is read as {`key`: «x»}.

    `written` is the type that may stand in the file, text or group, for the JSON Schema.
    """

    def read(value: Any) -> Any:
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
ADRESSE = r"^https?://[^\s<>]+$"
IKKE_TOM = r"\S"
Adresse = Annotated[str, Field(pattern=ADRESSE)]
STI = r"^([a-z0-9]+(-[a-z0-9]+)*/)([0-9a-z]+([.-][0-9a-z]+)*/)*(#[0-9a-z]+([.-][0-9a-z]+)*)?$"
Sti = Annotated[str, Field(pattern=STI, max_length=300)]
LOVET = (
    r"^((kommuner|aktorer|temaer|rapporter)/{id}/"
    r"|planer/{id}/((innsatsomrader/{nr}/)?(#del-{nr})?|tiltak/{nr}/))$"
).format(id=ID[1:-1], nr=NR[1:-1])
"""An address of the kinds that are kept for ever: of a thing, or of a part on its page; of no list, form or file."""
LovetSti = Annotated[str, Field(pattern=LOVET, max_length=300)]
Kommunenummer = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
Fylkesnummer = Annotated[str, Field(pattern=r"^[0-9]{2}$")]
Tekst = Annotated[str, Field(pattern=IKKE_TOM)]
Tittel = Annotated[str, Field(pattern=IKKE_TOM, max_length=70)]
LENGSTE_KORTNAVN = 40
Kortnavn = Annotated[str, Field(pattern=IKKE_TOM, max_length=LENGSTE_KORTNAVN)]
FØRSTE_ÅR, SISTE_ÅR = 1900, 2200
År = Annotated[int, Field(ge=FØRSTE_ÅR, le=SISTE_ÅR)]


Orgnr = Annotated[str, Field(pattern=r"^[0-9]{9}$")]
