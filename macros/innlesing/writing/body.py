"""Write the contents of a plan: the tree of tiltak as YAML, what is unsure as comments above what it concerns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...format import model
from ...format.ansvar import Linker
from ...format.columns import COLUMNS
from ...reading.document import KeyPath
from ...tools.yaml_out import Writer, double, inline, verbatim
from ..outline.doubts import Doubt, about_cells
from ..outline.drafts import Draft, Outline
from ..outline.numbering import Node, NumberedTiltak, Tree
from ..outline.titles import is_plain, propose
from ..recognising.columns import CELLS, heading, plain
from .earlier_edition import Earlier
from .earlier_edition import proposals as continued
from .unknown_actors import whole_names


@dataclass
class Remark:
    """Something about a cell of a tiltak that the report tells."""

    draft: Draft
    where: str
    tekst: str


@dataclass
class Contents:
    """What was written of the contents of a plan, and what is to be said of it."""

    kolonner: list[str] = field(default_factory=list)
    egne: dict[str, str] = field(default_factory=dict)
    """The columns that the plan declares itself: heading -> id."""
    unsure: list[Remark] = field(default_factory=list)
    empty: list[Remark] = field(default_factory=list)
    strangers: list[Remark] = field(default_factory=list)
    """The cells with words in `unknown`."""
    unknown: Counter[str] = field(default_factory=Counter)
    """The words of the cells for ansvar that name no known aktør and are near none: how many cells each stands in."""
    repeated: list[str] = field(default_factory=list)
    """Cells that were written once more than they stand in the document, as they stretch over several tiltak."""


def printed_columns(outline: Outline) -> list[str]:
    """Return the columns that the document prints for each tiltak."""
    return [role for role in CELLS if any(columns.of(role) for columns in outline.columns)]


def own_columns(outline: Outline) -> dict[str, str]:
    """Return the columns that the plan declares under its own headings: heading -> id, in the order of the document."""
    found: dict[str, str] = {}
    for columns in outline.columns:
        for column in columns.own:
            found.setdefault(heading(column), _id(heading(column), found.values()))
    used = {title for draft in outline.drafts for title in draft.others}
    return {title: id_ for title, id_ in found.items() if title in used}


def _id(title: str, taken: Iterable[str]) -> str:
    """Return an id for a column by its heading, unlike those that are taken and the fields of a tiltak."""
    letters = title.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    id_ = "-".join(re.findall("[a-z0-9]+", letters))[:40].strip("-") or "kolonne"
    id_ = f"ar-{id_}" if id_[0].isdecimal() else id_
    fields = {info.alias or name for name, info in model.Tiltak.model_fields.items()}
    while id_ in fields or id_ in taken:
        id_ += "-2" if id_ in taken else "-kolonne"
    return id_


def own_words(outline: Outline) -> dict[str, str]:
    """Return the document's words for a tiltak and its columns where they are not the site's: `{tiltak: "…"}`."""
    roles = ("tiltak", *(column.navn for column in COLUMNS if column.own_word))
    found: dict[str, str] = {}
    for columns in outline.columns:
        for role in roles:
            column = columns.of(role)
            if columns.headed and column and plain(column.tittel) != role:
                found.setdefault(role, " ".join(column.tittel.split()))
    return found


def write_contents(
    writer: Writer, tree: Tree, outline: Outline, linker: Linker, earlier: Earlier | None = None
) -> Contents:
    """Write the innsatsområder, deler and tiltak of a plan; returns what there is to say of them.

    `earlier`: the edition whose titles and readings are kept where the wording is the same.
    """
    contents = Contents(kolonner=printed_columns(outline), egne=own_columns(outline))
    body = _Body(writer, contents, linker, earlier, by_planen=tree.by_planen)
    if tree.root.goal:
        writer.put_verbatim(0, ("mål",), tree.root.goal.text)
    key = "innsatsområder" if tree.areas else "deler"
    writer.put(0, key, "")
    for i, node in enumerate(tree.root.nodes):
        body.node(node, (key, i), 4, area=tree.areas)
    return contents


class _Body:
    """Writes the contents of a plan, and gathers what is to be said of them."""

    def __init__(
        self, writer: Writer, contents: Contents, linker: Linker, earlier: Earlier | None, *, by_planen: bool
    ) -> None:
        self.writer, self.contents, self.linker, self.by_planen = writer, contents, linker, by_planen
        self.earlier = earlier

    def node(self, node: Node, keys: KeyPath, indent: int, *, area: bool) -> None:
        """Write an innsatsområde or del; `keys` is the way to it in the file."""
        writer = self.writer
        start = len(writer.lines)
        if node.nr:
            writer.put(indent, "nr", verbatim(node.nr))
            if node.nr_trykt == node.nr:
                writer.verbatim.append(((*keys, "nr"), node.nr))
            elif node.nr_trykt:
                writer.put_verbatim(indent, (*keys, "nr_trykt"), node.nr_trykt)
        self._heading(node, keys, indent, area=area)
        if node.innledning:
            writer.put_verbatim(indent, (*keys, "innledning"), node.innledning)
        if node.goal:
            writer.put_verbatim(indent, (*keys, "mål"), node.goal.text)
        # The outermost level: innsatsområder, or the deler of a plan without them.
        if area or indent == 4:
            themes = self.earlier.themes(node.part.text) if self.earlier and node.part else ()
            if not themes:
                writer.todo(indent, "tema: ett eller flere fra data/temaer.yml, for alle tiltak her.")
            writer.put(indent, "tema", f"[{', '.join(themes)}]")
        if node.tiltak:
            writer.put(indent, "tiltak", "")
            for i, tiltak in enumerate(node.tiltak):
                self._tiltak(tiltak, (*keys, "tiltak", i), indent + 4)
        if node.nodes:
            writer.put(indent, "deler", "")
            for i, inner in enumerate(node.nodes):
                self.node(inner, (*keys, "deler", i), indent + 4, area=False)
        writer.as_post(start, indent)

    def _heading(self, node: Node, keys: KeyPath, indent: int, *, area: bool) -> None:
        """Write the title of an innsatsområde or del, and the heading as printed where the two differ."""
        writer, part = self.writer, node.part
        if part is None or not part.text:
            if area:
                writer.todo(
                    indent, "tittel: planen har ingen overskrift som ble kjent igjen her. Skriv et navn."
                )
                writer.put(indent, "tittel", verbatim(f"Innsatsområde {node.nr}"))
                writer.put(indent, "tittel_fra", "redaksjonen")
            elif node.nr:
                writer.todo(
                    indent, "tittel: skriv et navn og tittel_fra: redaksjonen, eller la delen stå uten."
                )
        elif part.printed:
            writer.put(indent, "tittel", verbatim(part.text))
            writer.put_verbatim(indent, (*keys, "tittel_trykt"), part.printed)
        elif part.text.endswith(":") and len(part.text) > 1:
            writer.put(indent, "tittel", verbatim(part.text.rstrip(": ")))
            writer.put_verbatim(indent, (*keys, "tittel_trykt"), part.text)
        else:
            writer.put_verbatim(indent, (*keys, "tittel"), part.text)

    def _tiltak(self, tiltak: NumberedTiltak, keys: KeyPath, indent: int) -> None:
        """Write a tiltak: its number, a proposed title, its wording and cells."""
        writer, draft = self.writer, tiltak.draft
        start = len(writer.lines)
        writer.put(indent, "nr", verbatim(tiltak.nr))
        if tiltak.trykt == tiltak.nr:
            writer.verbatim.append(((*keys, "nr"), tiltak.nr))
        elif tiltak.trykt:
            writer.put_verbatim(indent, (*keys, "nr_trykt"), tiltak.trykt)
        elif self.by_planen:
            writer.put(indent, "nummerert_av", "redaksjonen")
        kept = self.earlier.title(draft) if self.earlier else ""
        if not kept and not is_plain(draft.ordlyd):
            writer.todo(indent, "tittel: forslag, laget av ordlyden. Skriv en kort tittel i klart språk.")
        writer.put(indent, "tittel", verbatim(kept or propose(draft.ordlyd)))
        writer.put_verbatim(indent, (*keys, "ordlyd"), draft.ordlyd)
        found = about_cells(draft.cells, self.linker)
        for role in self.contents.kolonner:
            self._cell(tiltak, keys, role, found.get(role), indent)
        for title, id_ in self.contents.egne.items():
            writer.put_verbatim(indent, (*keys, id_), draft.others.get(title, ""))
            if title in draft.copied:
                self.contents.repeated.append(draft.copied[title])
        self._kept(draft, indent)
        if draft.deltiltak:
            writer.put(indent, "deltiltak", "")
            for i, text in enumerate(draft.deltiltak):
                writer.put_verbatim(indent + 4, (*keys, "deltiltak", i, "ordlyd"), text, first=True)
        writer.as_post(start, indent)

    def _kept(self, draft: Draft, indent: int) -> None:
        """Write what editors have made of the same wording in the earlier edition, and what it may continue."""
        if self.earlier is None:
            return
        for name, value in self.earlier.fields(draft).items():
            self.writer.put(indent, name, inline(value))
        for said, value, sure in continued(self.earlier, draft):
            self.writer.comment(indent, said)
            if sure:
                self.writer.put(indent, "viderefører", value)
            else:
                self.writer.lines.append(f"{' ' * indent}# viderefører: {value}")

    def _cell(
        self, tiltak: NumberedTiltak, keys: KeyPath, role: str, doubt: Doubt | None, indent: int
    ) -> None:
        """Write a cell of a tiltak, with what is unsure about it as a comment above."""
        writer, draft = self.writer, tiltak.draft
        where = f"tiltak {tiltak.nr}, {role}"
        text = draft.cells.get(role, "")
        if role not in draft.cells:
            message = "tabellen har ikke kolonnen. Det er skrevet som en tom celle."
            self.contents.unsure.append(Remark(draft, where, message))
        elif not text:
            self.contents.empty.append(Remark(draft, where, ""))
        if role in draft.copied:
            self.contents.repeated.append(draft.copied[role])
        reading = self.earlier.cell(draft, role) if self.earlier else {}
        if reading:
            writer.put(indent, role, "")
            writer.put_verbatim(indent + 2, (*keys, role, "tekst"), text)
            for name, value in reading.items():
                writer.put(indent + 2, name, inline(value))
            return
        if doubt and role == "ansvar":
            names = whole_names(text, [one for one in doubt.ukjente if one not in doubt.aktører])
            self.contents.unknown.update(names)
            if names:
                said = f"kjenner ikke {', '.join(f'«{one}»' for one in names)}."
                self.contents.strangers.append(Remark(draft, where, said))
            # What is near no known aktør is asked once for the plan (`unknown_actors.py`), not in every cell.
            doubt = doubt if doubt.aktører else None
        if doubt:
            self.contents.unsure.append(Remark(draft, where, doubt.tekst))
            writer.todo(indent, f"{role}: {doubt.tekst}")
        # Unknown aktører are linked by hand, in a field of their own beside the printed text.
        if doubt and role == "ansvar":
            writer.put(indent, role, "")
            writer.put_verbatim(indent + 2, (*keys, role, "tekst"), text)
            near = ", ".join(f"{double(word)}: {id_}" for word, id_ in doubt.aktører.items())
            writer.lines.append(f"{' ' * (indent + 2)}# aktører: {{{near}}}")
        else:
            writer.put_verbatim(indent, (*keys, role), text)
