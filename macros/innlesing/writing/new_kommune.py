"""Make the file of aktører that a kommune needs before it can have a plan, from the register of kommuner."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...format import model
from ...format.json_schema import first_line
from ...reading.data import Data
from ...tools.yaml_out import lines, natural

COMMON = "felles"
"""The file of the aktører that are common to all kommuner."""


@dataclass(frozen=True)
class NewFile:
    """A file to write: its path within the data folder, its text, and what to tell of it."""

    path: Path
    text: str
    om: str


def new_kommune(data: Data, mappe: Path, id_: str) -> list[NewFile]:
    """Return the files that a registered kommune lacks; none when it has its file of aktører.

    `mappe` is the data folder. A kommune that stands among the common aktører is moved to its own file as it is
    written, since its units belong beside it; its full name still holds in every plan (see `known_names.py`).
    """
    if data.aktører_i(id_):
        return []
    kommune = data.kommuner[id_]
    aktør = kommune.aktør_id(id_)
    head = [
        first_line("aktorer"),
        f"# Aktører som hører til {kommune.navn}: kommunens enheter og stillinger, og lokale virksomheter.",
        "# Navnene gjelder bare i planene for kommunen.",
    ]
    told = f"filen for aktørene i {kommune.navn}"
    own = Path("aktorer") / f"{id_}.yml"
    if data.aktørfil.get(aktør) == COMMON:
        common = Path("aktorer") / f"{COMMON}.yml"
        rest, entry = _taken_out((mappe / common).read_text("utf-8"), aktør)
        moved = f"der {kommune.navn} kommune sto før"
        return [NewFile(own, "\n".join([*head, *entry]) + "\n", told), NewFile(common, rest, moved)]
    fields = {"navn": f"{kommune.navn} kommune", "type": "kommune", "varianter": ["kommunen"]}
    entry = [line for _, line in lines({aktør: fields}, natural)]
    return [NewFile(own, "\n".join([*head, *entry]) + "\n", told)]


def _taken_out(text: str, aktør: str) -> tuple[str, list[str]]:
    """Return the text of the common file without the entry of an aktør, and the lines of that entry."""
    whole = text.splitlines()
    start = next(i for i, line in enumerate(whole) if line.partition(":")[0].strip("\"' ") == aktør)
    later = (i for i in range(start + 1, len(whole)) if whole[i] and not whole[i][0].isspace())
    end = next(later, len(whole))
    return "\n".join([*whole[:start], *whole[end:]]) + "\n", whole[start:end]


def join(data: Data, id_: str) -> None:
    """Let the data know a kommune as if its file of aktører were there, so that a document is read with its names."""
    aktør = data.kommuner[id_].aktør_id(id_)
    if aktør not in data.aktører:
        navn = f"{data.kommuner[id_].navn} kommune"
        data.add_aktør(aktør, model.Aktør(navn=navn, type="kommune", varianter=("kommunen",)), id_)


def kommuner_of(id_: str, data: Data) -> tuple[str, ...]:
    """Return the kommune whose id a plan's id starts with, the longest where several do; none when none does."""
    fits = [kommune for kommune in data.kommuner if f"{id_}-".startswith(f"{kommune}-")]
    return (max(fits, key=len),) if fits else ()
