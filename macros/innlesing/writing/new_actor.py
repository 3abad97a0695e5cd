"""Make an aktør of the publisher that a report gives only the name of, as the form on the site writes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from ...format import model
from ...format.texts import LENGSTE_ID
from ...format.vocabulary import Aktørtype
from ...reading.data import Data
from ...reading.document import Document
from ...tools.yaml_out import lines, natural
from ..readers.numbers import as_id
from .new_kommune import COMMON, NewFile
from .unknown_actors import guess_type

TYPER: tuple[str, ...] = get_args(Aktørtype)
"""The types that an aktør may have."""


@dataclass(frozen=True)
class NewPublisher:
    """What becomes of the name of a publisher: the id of its aktør, and the files to write."""

    id: str
    files: list[NewFile]
    guessed: str = ""
    """The type, when it was guessed from the name."""


def new_publisher(
    data: Data, mappe: Path, document: Document, rapport: model.Rapport, file: str = "", type_: str = ""
) -> NewPublisher:
    """Return the aktør that the publisher of a report becomes: one with that name which is there, else a new one.

    `mappe` is the data folder, `document` the file of the report. `file`: the name of the file in `aktorer/` that gets
    it, without `.yml`; else that of the report's only kommune, else the common one. `type_`: its type, else guessed.
    """
    name = rapport.ny_utgiver or ""
    file = file or (rapport.kommuner[0] if len(rapport.kommuner) == 1 else COMMON)
    id_ = _known(data, name, (COMMON, file))
    if id_:
        return NewPublisher(id_, [_without_name(mappe, document, id_)])
    start = "" if file == COMMON else f"{file}-"
    id_ = _free(data, f"{start}{as_id(name) or 'ny-utgiver'}"[:LENGSTE_ID].strip("-"))
    fields = {"navn": name, "type": type_ or guess_type(name)}
    entry = "".join(f"{line}\n" for _, line in lines({id_: fields}, natural))
    path = Path("aktorer") / f"{file}.yml"
    before = (mappe / path).read_text("utf-8").rstrip("\n")
    told = f"«{name}» er lagt inn som {fields['type']}"
    new = NewFile(path, f"{before}\n{entry}", told)
    return NewPublisher(id_, [new, _without_name(mappe, document, id_)], "" if type_ else fields["type"])


def _known(data: Data, name: str, files: Sequence[str]) -> str:
    """Return the id of the aktør in these files that has a name, whatever its case; empty when there is none."""
    for id_, aktør in data.aktører.items():
        names = {one.casefold() for one in (aktør.navn, *aktør.varianter)}
        if data.aktørfil[id_] in files and name.casefold() in names:
            return id_
    return ""


def _free(data: Data, id_: str) -> str:
    """Return an id that no aktør has: this one, or with a number after it."""
    numbered = (f"{id_}-{i}" for i in range(2, len(data.aktører) + 3))
    return id_ if id_ not in data.aktører else next(one for one in numbered if one not in data.aktører)


def _without_name(mappe: Path, document: Document, id_: str) -> NewFile:
    """Return the file of a report with this id for its publisher, and without the line of the name.

    Raises ValueError, with a message for the editor, when the two are not written on a line each.
    """
    path = Path(*Path(document.file).parts[-2:])
    whole = (mappe / path).read_text("utf-8").split("\n")
    at = {name: document.key_places[(name,)].line - 1 for name in ("utgiver", "ny_utgiver")}
    for name, line in at.items():
        if not whole[line].startswith(f"{name}: ") or whole[line + 1][:1].isspace():
            message = (
                f"{document.file}:{line + 1}: ventet «{name}: …» på én linje. Legg inn aktøren for hånd."
            )
            raise ValueError(message)
    whole[at["utgiver"]] = f"utgiver: {id_}"
    del whole[at["ny_utgiver"]]
    return NewFile(path, "\n".join(whole), f"utgiveren er «{id_}»")
