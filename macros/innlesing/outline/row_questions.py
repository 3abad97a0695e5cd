"""Ask about rows of tables of which nobody can know what they are: one cell alone, cut rows, tables beside each other or on their side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from ..readers.lines import Line
from ..readers.numbers import starts_with_number
from ..recognising.candidates import text_of
from ..recognising.columns import CELLS, is_headed, meaning, plain
from ..recognising.looks import like_an_action
from .choosing import MANY, Undecided
from .drafts import Draft, Outline
from .rows import NO_HEADING, NO_WORDING


def ask_about_rows(found: Outline) -> None:
    """Raise Undecided when there are rows with text in one cell of which nobody can know what they are."""
    if split := _split_rows(found):
        raise Undecided("\n".join([
            "planfilen er ikke skrevet. Noen rader begynner med liten bokstav, og kan være resten av raden over:",
            *(f"  {draft.line.place}: «{draft.ordlyd[:70]}»" for draft in split[:MANY]),
            *([f"  og {len(split) - MANY} til"] if len(split) > MANY else []),
            "Sett radene sammen i dokumentet, eller skriv stor forbokstav der det er et tiltak for seg.",
        ]))  # fmt: skip
    if found.more:
        raise Undecided("\n".join([
            "planfilen er ikke skrevet. Noen rader har bare én tekst, og sier noe om tiltaket eller radene over i stedet for å være en overskrift:",
            *(f"  {line.place}: «{text_of(line)[:70]}»" for line in found.more[:MANY]),
            *([f"  og {len(found.more) - MANY} til"] if len(found.more) > MANY else []),
            "Flytt teksten til kolonner i raden den gjelder. Er det overskrifter likevel, så si det: --enslige overskrift.",
        ]))  # fmt: skip
    if not found.lone:
        return
    first = [f"  {line.place}: «{text_of(line)[:70]}»" for line in found.lone[:MANY]]
    more = [f"  og {len(found.lone) - MANY} til"] if len(found.lone) > MANY else []
    raise Undecided("\n".join([
        "planfilen er ikke skrevet. I noen rader har bare én celle tekst. De kan være overskrifter, eller tiltak uten mer:",
        *first, *more,
        "Si hva de er: --enslige overskrift eller --enslige tiltak. Hører de ikke til planen, så les bare en del av "
        "dokumentet med --til.",
    ]))  # fmt: skip


def ask_about_titles(found: Outline) -> None:
    """Raise Undecided when lines below tiltak that are headings may be more than prose about them."""
    if found.doubtful:
        raise Undecided("\n".join([
            "planfilen er ikke skrevet. Noen linjer under et tiltak kan være resten av ordlyden, en overskrift eller et felt til:",
            *(f"  {line.place}: «{text_of(line)[:70]}»" for line in found.doubtful[:MANY]),
            *([f"  og {len(found.doubtful) - MANY} til"] if len(found.doubtful) > MANY else []),
            "Skriv hvert tiltak og hvert felt («Frist: …») på én linje, og tekst om tiltaket som hele setninger med punktum. Er linja en "
            "overskrift, så sett den som det.",
        ]))  # fmt: skip


def _split_rows(found: Outline) -> list[Draft]:
    """Return the tiltak without a number that begin in small letters below a row, where nearly all others begin in large ones."""
    rows = [draft for draft in found.drafts if draft.line.table and draft.ordlyd]
    small = [
        draft for above, draft in pairwise(rows)
        if draft.ordlyd[0].islower() and above.line.table == draft.line.table and not draft.number
    ]  # fmt: skip
    return small if len(small) * 3 <= len(rows) else []


def ask_about_cells(lines: Sequence[Line], found: Outline, *, chosen: bool) -> None:
    """Raise Undecided when a tiltak is made of a line of which nobody can know what is one cell, or such rows are passed by.

    `chosen`: the editor has said which tables are the plan.
    """
    taken = [draft.line for draft in found.drafts if draft.line.unsure]
    used = found.lines_used
    passed = [
        line for line in lines
        if line.unsure and not line.outside and id(line) not in used
        and (len(line.own) > 2 or starts_with_number(line.at(0)) or any(like_an_action(cell) for cell in line.cells if not cell[:1].islower()))
    ]  # fmt: skip
    for unsure, what in ((taken, "ble lest som tiltak"), ([] if chosen else passed, "kan være tiltak")):
        if unsure:
            raise Undecided("\n".join([
                f"planfilen er ikke skrevet. Noe som {what}, kan ikke leses riktig:",
                *(f"  {line.unsure}." for line in unsure[:MANY]),
                *([f"  og {len(unsure) - MANY} til"] if len(unsure) > MANY else []),
                "Bruk planen som Word eller Excel. Har du den ikke, så skriv tabellen av i et regneark. Hører dette ikke til "
                "planen, så velg tabellene med --tabell, eller les en annen del av dokumentet med --fra og --til.",
            ]))  # fmt: skip


def ask_about_tables(lines: Sequence[Line], found: Outline, *, chosen: bool) -> None:
    """Raise Undecided for tables that are read from the wrong side or column, or only in part: labels down the side, numbers for
    wordings, rows whose wording stands in another column, two tables beside each other, a table that is cut in two across.

    `chosen`: the editor has said which tables are the plan.
    """
    tables: dict[int, list[Line]] = {}
    for line in lines:
        if line.table and line.own and not line.outside:
            tables.setdefault(line.table, []).append(line)
    used = found.lines_used
    turned = [
        rows for rows in tables.values() if any(id(line) in used for line in rows) and _lies_on_its_side(rows)
    ]
    if turned:
        first = turned[0][0]
        raise Undecided(
            f"planfilen er ikke skrevet. En tabell ({first.place.partition(', rad')[0]}) ligger på siden: Overskriftene («{first.at(0)}» …) står "
            "nedover i den første kolonnen, og hvert tiltak er en kolonne. Snu den: Kopier den til et regneark, og lim den inn med "
            "«Transponer»."
        )
    if row := _beside(found):
        raise Undecided(
            f"planfilen er ikke skrevet. En tabell har samme overskrift over to kolonner med tiltak ({row.place}): To tabeller står ved siden "
            "av hverandre. Flytt den ene under den andre i et regneark, og les det."
        )
    if not chosen and (head := _cut_across([*tables.values()], found, used)):
        titles = ", ".join(f"«{head.cells[i]}»" for i in head.own)
        raise Undecided(
            f"planfilen er ikke skrevet. En tabell ({head.place.partition(', rad')[0]}) har kolonnene {titles}, men ingen for tiltak. Den ser ut til å "
            "si mer om tiltakene i en annen tabell, som er delt i to bortover. Sett dem sammen til én tabell i et regneark. Hører den ikke til "
            "planen, så velg tabellene med --tabell."
        )
    if said := _unheaded(found):
        raise Undecided(said)
    bare = [draft for draft in found.drafts if draft.line.table and _is_bare(draft)]
    if bare:
        others = next((title for title in bare[0].others), "Beskrivelse")
        raise Undecided(
            f"planfilen er ikke skrevet. «{bare[0].ordlyd}» ({bare[0].line.place}) er lest som et tiltak, men er bare et nummer. Si hvilken "
            f'kolonne som er ordlyden, for eksempel --kolonne "{others}=tiltak" --kolonne "Tiltak=nr".'
        )
    order = {id(line): i for i, line in enumerate(lines)}
    moved = {
        id(line): line for line, text, why in found.left_out
        if why == NO_WORDING and (
            any(like_an_action(re.sub(r"^[\d.)\s]+", "", cell)) for cell in line.cells) or _goes_on_below(line, found, order)
        )
    }  # fmt: skip
    if moved:
        raise Undecided("\n".join([
            "planfilen er ikke skrevet. Noen rader har tekst, men ikke i kolonnen for tiltak:",
            *(f"  {line.place}: «{text_of(line)[:70]}»" for line in [*moved.values()][:MANY]),
            *([f"  og {len(moved) - MANY} til"] if len(moved) > MANY else []),
            "Flytt teksten til riktig kolonne i dokumentet. Hører radene ikke til planen, så les bare en del av det med --fra og --til.",
        ]))  # fmt: skip


def _goes_on_below(line: Line, found: Outline, order: dict[int, int]) -> bool:
    """Return whether a row without a wording may say more of the tiltak above it: it stands below one, and is no sum."""
    above = any(
        draft.line.table == line.table and order[id(draft.line)] < order[id(line)] for draft in found.drafts
    )
    said = " ".join(line.cells[i] for i in line.own)
    figures = re.fullmatch(r"[\d\s.,:%–-]*(?:mill\.?|kr|NOK|x)?[\s,.-]*", said, re.I) and not re.fullmatch(
        r"20\d\d", said
    )
    return (
        above
        and not figures
        and not is_headed(line)
        and not re.search(r"\b(?:sum|totalt?|i alt|til sammen|til saman)\b", said, re.I)
    )


def _unheaded(found: Outline) -> str:
    """Return what is asked about a column without a heading that has text in most rows of a table; «» when there is none."""
    rows = Counter(draft.line.table for draft in found.drafts)
    texts: dict[tuple[int, int], list[str]] = {}
    for line, text, why in found.left_out:
        if why == NO_HEADING and line.table in rows:
            at = next((i for i in line.own if line.cells[i] == text), 0)
            texts.setdefault((line.table, at), []).append(text)
    for (table, at), some in texts.items():
        if len(some) > 1 and len(some) * 2 > rows[table]:
            first = ", ".join(f"«{text[:40]}»" for text in some[:3])
            return (
                f"planfilen er ikke skrevet. Kolonne {at + 1} i en tabell har ingen overskrift, men tekst i {len(some)} av {rows[table]} rader: {first}. "
                f"Si hva den er: --kolonner {at + 1}=ansvar, eller --kolonner {at + 1}=utelat."
            )
    return ""


def _beside(found: Outline) -> Line | None:
    """Return the first row that has a tiltak in a second column with the heading of the first; None when there is none."""
    for columns in found.columns:
        first = columns.of("tiltak")
        for one in columns.columns if first else ():
            if first and one.at != first.at and not one.rolle and plain(one.tittel) == plain(first.tittel):
                its = (draft.line for draft in found.drafts if draft.line.table == columns.line.table)
                if row := next((line for line in its if line.at(one.at)), None):
                    return row
    return None


def _cut_across(tables: Sequence[Sequence[Line]], found: Outline, used: Collection[int]) -> Line | None:
    """Return the headings of a table that says more of the tiltak of another, by their numbers or their count; None without any."""
    said = {
        number for draft in found.drafts if draft.number for number in (draft.number.nr, draft.number.trykt)
    }
    counts = Counter(draft.line.table for draft in found.drafts if draft.line.table)
    for rows in tables:
        if any(id(line) in used for line in rows) or len(rows) < 2 or not is_headed(rows[0]):
            continue
        roles = {meaning(rows[0].at(i), {})[0]: i for i in rows[0].own}
        if not roles.keys() & set(CELLS):
            continue
        numbered = [line for line in rows[1:] if "nr" in roles and line.at(roles["nr"]) in said]
        if len(numbered) * 2 >= len(rows) - 1 or ("nr" not in roles and len(rows) - 1 in counts.values()):
            return rows[0]
    return None


def _is_bare(draft: Draft) -> bool:
    """Return whether a wording is only a number, and so may be that of a tiltak whose wording stands elsewhere.

    Where the row prints its number in a cell of its own, and no column is left that could be the wording, it is what is printed.
    """
    numbered = draft.number is not None and draft.number.trykt in draft.line.cells
    return _NUMBER_ALONE.fullmatch(draft.ordlyd) is not None and not (numbered and not draft.others)


_NUMBER_ALONE = re.compile(
    r"(?:(?:tiltak|tiltag|åtgärd|handling|aktivitet|punkt|pkt\.?|nr\.?)\s*)?[A-ZÆØÅ]?\d{1,3}(?:\.\d{1,3})*[.)]?",
    re.IGNORECASE,
)


def _lies_on_its_side(rows: Sequence[Line]) -> bool:
    """Return whether the labels of a table stand down its first column, with several texts beside each."""
    roles = [
        role for line in rows if len(line.own) > 2
        for role, whole in [meaning(line.at(0), {})]
        if whole and role in ("tiltak", *CELLS) and not any(meaning(cell, {})[1] for cell in line.cells[1:] if cell)
    ]  # fmt: skip
    return "tiltak" in roles and len(set(roles)) == len(roles) > 1 and len(roles) * 2 >= len(rows)
