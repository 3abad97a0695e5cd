"""Write an empty plan file in which each field is explained, for those who write a plan by hand."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel

from ...format import model
from ...format.json_schema import first_line
from ...reading.data import Data
from ...tools.yaml_out import Plain, Writer, inline, verbatim
from .head import describe, write_head
from .new_kommune import kommuner_of


def new_plan(id_: str, data: Data, idag: date) -> str:
    """Return the text of an empty plan file with an id, each field explained above it.

    It is valid YAML: the checker asks for what is not yet filled in, and for nothing else.
    """
    writer = Writer(first_line("plan"))
    writer.comment(0, "Fyll ut det som er merket TODO. Fjern # foran et felt for å ta det i bruk.")
    writer.comment(0, "Ordrett tekst fra planen står i anførselstegn, nøyaktig som trykt.")
    kommuner = kommuner_of(id_, data)
    known = {"registrert": idag.isoformat()}
    if kommuner:
        eier = data.kommuner[kommuner[0]].aktør_id(kommuner[0])
        known |= {"kommuner": inline([*map(Plain, kommuner)]), "eier": eier}
    write_head(writer, known, every=True, live=True)
    describe(writer, 0, model.Plan.model_fields["innsatsområder"])
    writer.put(0, "innsatsområder", "")
    start = len(writer.lines)
    _fields(writer, 4, model.Innsatsområde, "1")
    writer.as_post(start, 4)
    describe(writer, 4, model.Innsatsområde.model_fields["tiltak"])
    writer.put(4, "tiltak", "")
    start = len(writer.lines)
    _fields(writer, 8, model.Tiltak, "1.1")
    writer.as_post(start, 8)
    return writer.text


_CONTAINERS = ("tiltak", "deler")
_BLANKS = {
    "tema": "[]",
    "delmål": '[{tekst: "", innen: ÅÅÅÅ}]',
    "deltiltak": '[{ordlyd: ""}]',
    "nevner": '{"ordet som trykt": id}',
    "tittel_fra": "redaksjonen",
}


def _fields(writer: Writer, indent: int, kind: type[BaseModel], nr: str) -> None:
    """Write the fields of an innsatsområde or a tiltak: the required ones to be filled in, the others as comments."""
    fields = {"nr": kind.model_fields["nr"]} | kind.model_fields
    for name, info in fields.items():
        if name in _CONTAINERS:
            continue
        if name == "nr":
            describe(writer, indent, info)
            writer.put(indent, name, verbatim(nr))
            continue
        describe(writer, indent, info, "TODO: " if info.is_required() else "Kan utelates. ")
        blank = _BLANKS.get(name, '""')
        if info.is_required():
            writer.put(indent, name, blank)
        else:
            writer.lines.append(f"{' ' * indent}# {name}: {blank}")
