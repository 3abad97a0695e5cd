"""Bring in a plan: a document in, the text of a plan file and a report out. Writes nothing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ..format.json_schema import first_line
from ..reading.data import Data
from ..reading.known_names import linker_in
from ..tools.nearness import did_you_mean
from ..tools.yaml_out import Plain, Writer, inline, verbatim
from .account import comment_of, settle
from .counters.count import compare, count
from .counters.counted import Counted
from .counters.words import divided_otherwise
from .outline.choosing import Undecided, choose, how_to_choose
from .outline.drafts import Outline, Part
from .outline.introductions import keep_introductions
from .outline.numbering import Tree, number
from .outline.outline import outline
from .outline.questions import ask
from .outline.row_questions import ask_about_cells, ask_about_rows, ask_about_tables, ask_about_titles
from .readers.lines import BESIDE, Line, Source, Unreadable
from .readers.source import read_source
from .recognising.candidates import Candidate, candidates
from .recognising.classify import classify
from .recognising.columns import LONGEST, plain
from .report import Told, report
from .side_by_side import side_by_side
from .writing.body import own_columns, own_words, printed_columns, write_contents
from .writing.earlier_edition import earlier_edition, keep_numbers, looks_like
from .writing.head import write_head
from .writing.new_kommune import kommuner_of
from .writing.proposals import Proposal, propose_head, propose_kommune


@dataclass(frozen=True)
class Wish:
    """How an editor wants a document read: the options of the command `importer`."""

    id: str
    kommuner: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    """Heading in small letters -> what the column is (see `columns.ROLES`)."""
    sheet: str = ""
    fra: str = ""
    til: str = ""
    """Read from the line with this text, and to the one with that."""
    tables: tuple[int, ...] = ()
    lists: tuple[int, ...] = ()
    """Read only these tables and lists, by their numbers in the message that asks."""
    places: Mapping[int, str] = field(default_factory=dict)
    """Number of a column from 1 -> what it is, for tables whose headings do not say it."""
    lone: str = ""
    """What rows with text in one cell alone are: «overskrift» or «tiltak»; «» where the words and places say it."""
    earlier: str = ""
    """The id of a plan in the data that this is a newer edition of, or is itself; «» for none."""
    mark_unread: bool = False
    """Write the plan although some text could not be read, with that text as comments in it."""


@dataclass(frozen=True)
class Result:
    """The text of a plan file, the report on it, and whether every character is accounted for."""

    text: str
    report: str
    ok: bool
    page: str = ""
    """The document beside what became of it, as a page of HTML."""


def bring_in(path: Path, wish: Wish, data: Data, idag: date) -> Result:
    """Return the plan file and the report that a document becomes. Writes nothing.

    `data` are those that the plan is to stand among: their names of aktører are known, also when a file of
    them has errors. Raises Unreadable when the document cannot be read or holds no tiltak.
    """
    source = read_source(path, wish.sheet)
    source.lines = _between(source.lines, wish.fra, wish.til)
    try:
        counted = count(path)
    except Exception as error:
        # Read, but with parts that no other program can read: a file of which nobody knows what it holds.
        raise Unreadable(
            f"filen kan leses, men ikke kontrolleres ({type(error).__name__}). Åpne den i programmet den er laget i, og "
            "lagre den på nytt."
        ) from None
    _compare_words(counted, source)
    compared = compare(counted, source.lines, source.notes)
    found = _understood(source, wish)
    tree = number(found)
    earlier = earlier_edition(data, wish.earlier, wish.id, found.drafts) if wish.earlier else None
    if earlier and earlier.same_plan:
        keep_numbers(tree, earlier)
    proposed = propose_head(source.lines, {id(draft.line) for draft in found.drafts} | found.used)
    _free_title(tree, proposed)
    keep_introductions(tree, found, source.lines)
    for part in tree.unused:
        text = part.whole if isinstance(part, Part) else part.text
        found.left_out.append((part.line, text, "Overskriften eller målet står ikke over noen tiltak."))
    order = {id(line): i for i, line in enumerate(source.lines)}
    # Told in the order of the document, not in that of finding out.
    found.left_out.sort(key=lambda one: order[id(one[0])])
    kommuner = wish.kommuner or kommuner_of(wish.id, data)
    named = None if kommuner else propose_kommune(source.lines, data.kommuner)
    # Only a kommune whose aktører are known: another joins by being named on the command line.
    if named and data.aktører_i(named[0]):
        kommuner = (named[0],)
    writer = Writer(first_line("plan"))
    _introduce(writer, path.name)
    known = _known(data, kommuner, idag, found, by_planen=tree.by_planen)
    # The fingerprint says which copy of the document was read.
    fingerprint = hashlib.sha256(path.read_bytes()).hexdigest()
    known["kilde"] = inline(
        {"tittel": "", "url": None, "sett": None, "arkiv": None, "fil": None, "sha256": fingerprint}
    )
    for lost in compared.missing if wish.mark_unread else ():
        said = comment_of(lost.whole)
        writer.todo(0, f"ikke lest ({lost.where}): «{said}». Hører det til planen, så skriv det inn.")
    if named and named[0] in kommuner:
        proposed["kommuner"] = named[1]
        known.pop("kommuner")
    if earlier:
        known |= earlier.head()
        proposed = {name: one for name, one in proposed.items() if name not in known}
    write_head(writer, known, proposed, every=False, live=False)
    contents = write_contents(writer, tree, found, linker_in(data, kommuner), earlier)
    account = settle(
        source, found, writer.text, writer.verbatim, contents.repeated, compared, marked=wish.mark_unread
    )
    told = Told(
        path.name, source, found, tree, contents, account, kommuner, tuple(counted.unread), proposed,
        known.get("eier", ""), named[0] if named else "",
        earlier, "" if earlier else looks_like(data, wish.id, kommuner, proposed),
    )  # fmt: skip
    return Result(writer.text, report(told), account.meets, side_by_side(told))


def _compare_words(counted: Counted, source: Source) -> None:
    """Add to the notes of a PDF the words that two programs divide otherwise. Raises Unreadable when they are many."""
    otherwise, too_many = divided_otherwise(counted, source.lines)
    if too_many:
        said = ", ".join(f"«{word}»" for _, word in otherwise[:5])
        raise Unreadable(
            f"to programmer deler teksten i PDF-en i ulike ord ({said} …), så mellomrom kan være borte eller satt feil. Bruk planen som "
            "Word eller Excel, eller kjør PDF-en gjennom tekstgjenkjenning (OCR) først."
        )
    source.notes += [
        f"{place[0].upper()}{place[1:]}: et annet program deler «{word}» på en annen måte. Se om det er ett ord."
        for place, word in dict.fromkeys(otherwise)
    ]


def _free_title(tree: Tree, proposed: Mapping[str, Proposal]) -> None:
    """Let the title of the plan, with its years, be no innsatsområde where it stands over all tiltak and is not set as a heading."""
    node = tree.root.nodes[0] if len(tree.root.nodes) == 1 else None
    title = proposed.get("tittel")
    if not (node and node.part and title) or node.part.sure or node.part.number:
        return
    if node.part.line.place == title.place and re.search(r"\b20\d\d\b", node.part.text):
        tree.unused.append(node.part)
        node.part = None


def _understood(source: Source, wish: Wish) -> Outline:
    """Return the outline of the document. Raises Unreadable when it holds no tiltak, or more than one thing that may be."""
    listed = candidates(source.lines, wish.columns)
    try:
        chosen = choose(listed, wish.tables, wish.lists)
        found = outline(list(classify(source.lines, wish.columns, wish.places, chosen)), chosen, wish.lone)
        _know_columns(source, found, wish.columns)
        if not found.drafts:
            raise Unreadable(_nothing(source, listed))
        ask_about_cells(source.lines, found, chosen=chosen is not None)
        ask_about_tables(source.lines, found, chosen=chosen is not None)
        ask_about_rows(found)
        ask_about_titles(found)
        if chosen is None:
            ask(
                source.lines, found, listed, range_said=bool(wish.fra or wish.til), loose=source.kind == "PDF"
            )
    except Undecided as error:
        raise Unreadable(str(error)) from None
    return found


def _between(lines: Sequence[Line], fra: str, til: str) -> list[Line]:
    """Return the lines with those before the one with `fra`, and after the one with `til`, marked as outside.

    They are kept, as every character is accounted for. Raises Unreadable when no line has such a text.
    """
    texts = [" ".join("\t".join(line.cells).split()) for line in lines]
    start = next((i for i, text in enumerate(texts) if fra in text), None)
    if start is None:
        raise Unreadable(f"fant ikke teksten «{fra}», som lesingen skulle begynne ved.")
    end = next((i for i, text in enumerate(texts) if i >= start and til and til in text), len(lines) - 1)
    if til and til not in texts[end]:
        raise Unreadable(f"fant ikke teksten «{til}», som lesingen skulle slutte ved.")
    return [line if start <= i <= end else replace(line, outside=BESIDE) for i, line in enumerate(lines)]


def _know_columns(source: Source, found: Outline, wanted: Mapping[str, str]) -> None:
    """Raise Unreadable for a heading that an editor has said the meaning of, and that no column has."""
    headings = [one.tittel for table in found.columns for one in table.columns]
    if not headings:
        headings = [line.cells[i] for line in source.lines if len(line.filled) > 1 for i in line.filled]
    names = {plain(heading): " ".join(heading.split()) for heading in headings if len(heading) <= LONGEST}
    unknown = [heading for heading in wanted if heading not in names]
    if not unknown:
        return
    known = f"Kolonnene heter: {', '.join(map('«{}»'.format, names.values()))}." if found.columns else ""
    said = [f"«{one}». {did_you_mean(one, names.values()) or known}".strip() for one in unknown]
    raise Unreadable(f"fant ingen kolonne med overskriften {' Fant heller ikke '.join(said)}")


def _nothing(source: Source, listed: Sequence[Candidate]) -> str:
    """Return why no tiltak was found in a document, and what the editor can do."""
    there = "".join(
        f"\n  {one.describe()}" for one in listed[:5]
    ) + f"\n{how_to_choose(listed, listed[:5])}" * bool(listed)
    first = next((line for line in source.lines if len(line.filled) > 1), None)
    if first is None:
        return (
            "fant ingen tiltak: verken en tabell, en nummerert liste eller punkter under ordet «Tiltak». "
            f"Står tiltakene i bare en del av dokumentet, så oppgi den med --fra og --til.{there}"
        )
    seen = ", ".join(f"«{' '.join(first.cells[i].split())[:60]}»" for i in first.filled)
    return (
        f"fant ingen tiltak. Den første raden med flere celler er {seen}. Oppgi hva kolonnene er, for eksempel "
        f'--kolonne "Hva vi gjør=tiltak" --kolonne "Når=frist".{there}'
    )


def _introduce(writer: Writer, name: str) -> None:
    """Write what an editor must know at the top of the file."""
    writer.comment(
        0, f"Lest inn fra «{name}». Ordrett tekst står i anførselstegn, nøyaktig som i dokumentet."
    )
    writer.comment(0, "Det som er merket TODO, venter på deg. Ta bort merket når det er gjort.")


def _known(
    data: Data, kommuner: Sequence[str], idag: date, found: Outline, *, by_planen: bool
) -> dict[str, str]:
    """Return the fields of the head that follow from what is known: field -> its value as YAML."""
    known = {"registrert": idag.isoformat(), "kolonner": inline(_declared(found), verbatim)}
    if kommuner:
        known["kommuner"] = inline([*map(Plain, kommuner)])
    if len(kommuner) == 1 and kommuner[0] in data.kommuner:
        known["eier"] = data.kommuner[kommuner[0]].aktør_id(kommuner[0])
    if words := own_words(found):
        known["ord"] = inline(words, verbatim)
    if not by_planen:
        known["nummerert_av"] = "redaksjonen"
    return known


def _declared(found: Outline) -> list[object]:
    """Return the columns that the document prints, as they are declared in `kolonner`."""
    own = [{"id": Plain(id_), "overskrift": title} for title, id_ in own_columns(found).items()]
    return [*map(Plain, printed_columns(found)), *own]
