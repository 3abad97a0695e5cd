"""Find what an editor must look at before a cell can be published: unknown aktører, a frist of another form.

The rules are the checker's own (`frist.py`, `ansvar.py`); here they are asked before the file is written, so that the
answer can stand beside the cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...format import frist, model
from ...format.ansvar import Linker
from ...format.texts import UTEN_INNHOLD
from ...tools.nearness import nearest


@dataclass(frozen=True)
class Doubt:
    """What is unsure about a cell: a sentence, and for unknown aktører the ids they may have."""

    tekst: str
    aktører: Mapping[str, str] = field(default_factory=dict)
    """The word as printed -> the id of the aktør whose name is nearest to it."""
    ukjente: tuple[str, ...] = ()
    """Every word that names no known aktør, near to one or not."""


def about_cells(cells: Mapping[str, str], linker: Linker) -> dict[str, Doubt]:
    """Return what is unsure about the cells of a tiltak, by the names of the cells."""
    found = {"frist": _frist(cells.get("frist", "")), "ansvar": _ansvar(cells.get("ansvar", ""), linker)}
    return {name: doubt for name, doubt in found.items() if doubt}


def _frist(cell: str) -> Doubt | None:
    """Return the doubt about a frist that is not of a known form; None for one that is understood, or empty."""
    if cell.strip() in UTEN_INNHOLD or frist.parse(cell):
        return None
    return Doubt(
        f"forstår ikke fristen «{_short(cell)}». Sier den en dag eller et år, så skriv frist: {{tekst: …, innen: …}}. "
        "Sier den ikke det, så skriv frist: {tekst: …}."
    )


def _ansvar(cell: str, linker: Linker) -> Doubt | None:
    """Return the doubt about an ansvar with words that name no known aktør; None when all are known."""
    if cell.strip() in UTEN_INNHOLD:
        return None
    unknown = linker.link(model.Ansvar(tekst=cell)).ukjent
    if not unknown:
        return None
    sentences: list[str] = []
    near: dict[str, str] = {}
    for word in dict.fromkeys(unknown):
        name = nearest(word, linker.written)
        if name:
            near[word] = linker.names[name.lower()]
            sentences.append(f"{'Kjenner' if sentences else 'kjenner'} ikke «{_short(word)}».")
            sentences[-1] += f" Mente du «{name}» ({near[word]})?"
    return Doubt(" ".join(sentences), near, tuple(dict.fromkeys(unknown)))


def _short(text: str) -> str:
    """Return a text on one line, cut when it is long."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 80 else f"{one_line[:80]} …"
