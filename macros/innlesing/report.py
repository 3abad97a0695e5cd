"""Write what an editor is told of a plan that was read: what is recognised, unsure and left out, and the account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .account import Account
from .outline.drafts import Outline
from .outline.numbering import Node, NumberedTiltak, Tree
from .readers.lines import Source
from .recognising.columns import NO_FIELD, Column, Columns, is_status
from .writing.body import Contents
from .writing.earlier_edition import Earlier
from .writing.proposals import Proposal
from .writing.unknown_actors import propose_actors


@dataclass(frozen=True)
class Told:
    """Everything that the report on a document is made of."""

    document: str
    source: Source
    outline: Outline
    tree: Tree
    contents: Contents
    account: Account
    kommuner: tuple[str, ...]
    unread: tuple[str, ...] = ()
    """What in the document no program can read: pictures."""
    proposed: Mapping[str, Proposal] = field(default_factory=dict)
    """What the document says of the plan itself, by the fields of its head."""
    owner: str = ""
    """The id of the aktør that the kommune of the plan is; «» when the plan is not of one kommune."""
    named: str = ""
    """The id of the kommune that the document names, when the editor named none."""
    earlier: Earlier | None = None
    """The edition in the data that this one was compared with."""
    alike: str = ""
    """The id of a plan in the data that this may be a newer edition of, when the editor named none."""


def report(told: Told) -> str:
    """Return the report as plain text, in sections: what was recognised, what is unsure, what is empty or left out."""
    sections = (
        ("Kjent igjen", list(_recognised(told))),
        *[
            ("Foreslått av det dokumentet sier om planen", proposed)
            for proposed in [proposed_head(told)]
            if proposed
        ],
        *([(f"Sammenliknet med {told.earlier.id}", told.earlier.told(told.tree))] if told.earlier else []),
        ("Usikkert: se på dette", list(unsure(told))),
        ("Tomme celler i dokumentet", _empty(told)),
    )
    lines = []
    for title, entries in sections:
        lines += [f"{title} ({len(entries)})" if title != "Kjent igjen" else title]
        lines += [f"  - {entry}" for entry in entries] or ["  Ingenting."]
        lines.append("")
    if told.contents.unknown:
        lines += [*propose_actors(told.contents.unknown, told.kommuner, told.owner), ""]
    return "\n".join([*lines, *_left_out(told.outline), "", *_account(told)])


def _recognised(told: Told) -> Iterator[str]:
    """Yield what was recognised in the document: how much, which areas, columns and numbers."""
    tree = told.tree
    nodes = [node for node in tree.root.within() if node is not tree.root]
    areas = len(tree.root.nodes) if tree.areas else 0
    count = sum(1 for _ in tree.root.all())
    yield (
        f"{told.document} ({told.source.kind}): {count} tiltak, "
        f"{_count(areas, 'innsatsområde', 'innsatsområder')}, {_count(len(nodes) - areas, 'del', 'deler')}."
    )
    for node in tree.root.nodes if tree.areas else ():
        title = f"«{node.part.whole}»" if node.part else "uten overskrift i dokumentet"
        goal = ", med mål" if node.goal else ""
        yield f"Innsatsområde {node.nr}: {title}, {sum(1 for _ in node.all())} tiltak{goal}."
    columns = told.outline.columns
    if columns:
        printed = ((one.tittel, _called(table, one)) for table in columns for one in table.columns)
        words = [f"«{_short(title)}» = {role}" for title, role in dict.fromkeys(printed)]
        yield f"Kolonner: {', '.join(words)}."
        yield f"Rader med kolonneoverskrifter: {sum(table.headed for table in columns)}."
    else:
        yield "Fant ingen rad med kolonneoverskrifter. Dokumentet er lest som en liste."
    if not tree.by_planen:
        yield "Planen har ingen numre. De er satt her (nummerert_av: redaksjonen)."
    elif any(tree.made()):
        yield "Noen av numrene er planens egne. De andre er satt her, se under."
    else:
        yield "Numrene er planens egne."
    if told.kommuner:
        yield f"Aktørene er slått opp for: {', '.join(told.kommuner)}."
    if told.alike:
        yield (
            f"Planen ser ut som en nyere utgave av «{told.alike}». Er den det, så kjør på nytt med --ny-utgave-av {told.alike}: "
            "Da følger titler, temaer og lesninger med der ordlyden er den samme."
        )


def proposed_head(told: Told) -> list[str]:
    """Return the fields of the head that the document itself says, with the words that say it."""
    return [f"{one.place}: {name}: {one.value}, av «{one.words}»." for name, one in told.proposed.items()]


def unsure(told: Told) -> Iterator[str]:
    """Yield what an editor must look at, in the order of reading: the whole first, then lines, then cells."""
    if not told.kommuner:
        how = (
            f"Dokumentet nevner «{told.named}»: --kommune {told.named}." if told.named else "Oppgi --kommune."
        )
        yield f"Vet ikke hvilken kommune planen er for. Bare felles aktører er slått opp. {how}"
    if not told.outline.columns:
        yield (
            "Dokumentet har ingen tabell med kjente overskrifter. Hva som er tiltak, er gjettet. Se over alle. Er noe "
            "annet tatt med, så les bare en del av dokumentet med --fra og --til."
        )
    if made := list(told.tree.made()):
        yield f"Numre som er satt her, og ikke står slik i dokumentet: {_made(made)}."
    yield from told.source.notes
    for line, text in told.outline.doubts:
        yield f"{line.place}: {text}"
    for draft, text in told.tree.doubts:
        yield f"{draft.line.place}: {text}"
    yield from _notes_of(told)
    for remark in told.contents.unsure:
        yield f"{remark.draft.line.place}, {remark.where}: {remark.tekst}"
    seen = set()
    for columns in told.outline.columns:
        for one in columns.unknown:
            if one.tittel in seen:
                continue
            seen.add(one.tittel)
            if one in columns.own:
                yield _own_column(one.tittel)
            else:
                yield _column(one.tittel, is_status(one), known=one.rolle in NO_FIELD)


def _notes_of(told: Told) -> Iterator[str]:
    """Yield each footnote with the tiltak that its mark stands in."""
    tiltak = {one.draft.line.place: one for one in told.tree.root.all()}
    for line in told.source.lines:
        kind, _, place = line.place.partition(" til ")
        if kind in ("fotnote", "sluttnote") and (one := tiltak.get(place)):
            yield f"{place}, tiltak {one.nr}: {kind}n sier «{line.at(0)}». Er det et vilkår, så skriv det i feltet merknad."


def _called(table: Columns, column: Column) -> str:
    """Return what a column is taken for."""
    if column in table.own:
        return "egen kolonne"
    return column.rolle if column.rolle not in ("", *NO_FIELD) else "utelatt"


_MANY = 10
"""So many numbers are listed with their places; more are only listed."""


def _made(made: Sequence[Node | NumberedTiltak]) -> str:
    """Return the numbers that were set here, with their places as long as they are few."""
    return ", ".join(one.nr if len(made) > _MANY else _number(one) for one in made)


def _number(one: Node | NumberedTiltak) -> str:
    """Return a number that was set here, with its place and what the document prints."""
    if isinstance(one, NumberedTiltak):
        printed = f", trykt «{one.trykt}»" if one.trykt else ""
        return f"{one.nr} ({one.draft.line.place}{printed})"
    return f"{one.nr} (overskrift)" if one.part else f"{one.nr} (uten overskrift)"


def _own_column(title: str) -> str:
    """Return what to say of a column that the plan file declares under its printed heading."""
    short = _short(title)
    return (
        f"Kolonnen «{short}» er tatt med under sin egen overskrift. Er den en av feltene, så kjør på nytt med for eksempel "
        f'--kolonne "{short}=ansvar". Skal den ikke være med: --kolonne "{short}=utelat".'
    )


def _column(title: str, status: bool, *, known: bool) -> str:
    """Return what to say of a column that was left out; `known` when its heading is known to have no field."""
    start = f"Kolonnen «{_short(title)}» er utelatt."
    if status:
        return f"{start} Det som har skjedd, hører hjemme i en rapport i data/rapporter/, med kilde."
    if known:
        return f"{start} Planfilen har ikke et felt for den."
    return (
        f'{start} Er den en av feltene, så kjør på nytt med for eksempel --kolonne "{_short(title)}=ansvar".'
    )


def _empty(told: Told) -> list[str]:
    """Return the places of the cells that are empty in the document."""
    return [f"{remark.draft.line.place}, {remark.where}" for remark in told.contents.empty]


def _left_out(outline: Outline) -> Iterator[str]:
    """Yield every text that is not in the plan file, by the reason why."""
    yield f"Utelatt: dette står ikke i planfilen ({len(outline.left_out)})"
    reasons: dict[str, list[str]] = {}
    for line, text, why in outline.left_out:
        reasons.setdefault(why, []).append(f"  - {line.place}: «{_short(text)}»")
    for why, entries in reasons.items():
        yield f"  {why}"
        yield from entries
    if not reasons:
        yield "  Ingenting."


def _account(told: Told) -> Iterator[str]:
    """Yield the account of characters as a table, whether it meets, and what no program can read."""
    account = told.account
    yield "Tegnregnskap (mellomrom og linjeskift er ikke regnet med)"
    rows = [
        ("Tegn i dokumentet", account.document, True),
        ("  + numre og tegn som ikke står som tekst i filen", account.made, False),
        ("  + skrevet flere ganger, fra celler som går over flere rader", account.repeated, True),
        ("  - i planfilen, ordrett", account.plan, True),
        ("  - kolonneoverskrifter", account.headings, True),
        ("  - ledeord, punkttegn og gjentatte overskrifter", account.leads, True),
        ("  - utelatt, se lista over", account.left_out, True),
        ("  - fortalt om over", account.told, False),
        ("  - ikke lest, merket i planfilen", account.lost if account.marked else 0, False),
    ]
    for name, number, always in rows:
        if always or number:
            yield f"  {name:<64}{number:>9}"
    yield f"  {'Igjen':<64}{account.rest:>9}"
    yield from verdict(account)
    if told.unread:
        yield "  Kan ikke leses. Se på dette i dokumentet:"
        yield from (f"  - {one}" for one in told.unread)


def verdict(account: Account) -> Iterator[str]:
    """Yield whether the account meets; if not, what is missing, and the way on."""
    for one in account.refused:
        yield f"  Må rettes i planfilen før den kan publiseres: {one}"
    if account.meets and not account.missing:
        yield "  Regnskapet går opp: all tekst er enten i planfilen eller i lista over."
        return
    if account.meets:
        yield "  Regnskapet går ikke opp av seg selv: Dette er ikke lest, men merket TODO øverst i planfilen."
    else:
        ours = "" if account.missing else " Meld fra om dette."
        yield f"  Regnskapet går IKKE opp. Tekst kan ha gått tapt. Planfilen er ikke skrevet.{ours}"
    if account.missing:
        read = account.document - account.lost
        yield f"  Leseren fikk med {read} av {account.document} tegn i dokumentet. Dette mangler:"
        yield from (f"  - {one.where}: «{_short(one.whole)}»" for one in account.missing)
        if not account.marked:
            yield "  Kjør på nytt med --merk-ulest, så blir planfilen skrevet med dette som kommentarer."
    elif account.document + account.made != account.lines + account.told:
        yield f"  Leseren fikk med {account.lines} av {account.document} tegn i dokumentet."
    for one in account.changed:
        yield f"  Kom ikke uendret tilbake: {one}"


def _count(number: int, one: str, many: str) -> str:
    """Return a number of things in words: «1 del», «2 deler», «ingen deler»."""
    return f"{number or 'ingen'} {one if number == 1 else many}"


def _short(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())
