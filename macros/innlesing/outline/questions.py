"""Ask the editor which of several things in a document are its tiltak, instead of taking one and passing by the others.

A plan is only written when nothing that looks like tiltak stands beside what was read, and when what was read does not look
like two things at once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ...format import frist
from ..readers import numbers
from ..readers.lines import Line
from ..readers.numbers import starts_with_number
from .candidates import Candidate, counted, is_about_the_plan, looks_like_tiltak, text_of
from .columns import CELLS, is_headed, meaning, plain
from .drafts import Draft, Outline
from .looks import ASIDE, BACKGROUND, EARLIER, TILTAK, like_a_title, like_an_action, words
from .rows import NO_COLUMNS, NO_WORDING

_MANY = 12
"""So many candidates are listed."""
_REASONS = 5
"""So many reasons are given."""


class Undecided(Exception):
    """A document in which more than one thing may be the tiltak; the message lists them and says how to choose."""


def ask(
    lines: Sequence[Line], found: Outline, listed: Sequence[Candidate], *, range_said: bool, loose: bool
) -> None:
    """Raise Undecided unless what was read is all that may be tiltak, and only that.

    `listed`: all candidates. `range_said`: the editor has said from where to where the tiltak stand. `loose`: the document
    does not say where a paragraph ends, as a PDF.
    """
    used = _used(found)
    everything = counted(lines)
    # A point beside those that were read is as likely a tiltak as they are.
    points = any(one.what == "punkter" and used & one.ids for one in listed)
    told = any(used & one.ids and TILTAK.search(one.under) for one in listed)
    missed = {
        id(one)
        for one in listed
        if not (told and one.kind == "liste" and ASIDE.match(one.under) and not TILTAK.search(one.under))
        if _is_missed(one, [line for line in one.rows if id(line) not in used], everything)
        or _might_go_on(one, found, used, loose=loose)
        or (points and one.what == "punkter" and _acts([line for line in one.rows if id(line) not in used]))
    }
    reasons = []
    if missed:
        reasons.append("dokumentet har mer som ligner tiltak enn det som ble lest")
    doubtful = list(_doubtful(found, listed))
    reasons += [why for why, _ in doubtful]
    if loose and (plain := [draft for draft in found.drafts if _is_paragraph(draft)]):
        place = f"«{plain[0].ordlyd[:60]}» ({plain[0].line.place})"
        reasons.append(f"{place} er lest fra et avsnitt, og i en PDF kan ingen se hvor et avsnitt slutter")
    reasons += _passed_headings(found)
    if not range_said:
        reasons += _mixed(found, lines, listed)
    if reasons:
        suspect = {id(one) for _, one in doubtful if one}
        raise Undecided(_message(reasons, found, listed, missed, suspect))


def _is_paragraph(draft: Draft) -> bool:
    """Return whether a tiltak stands in the text without a number, a point or a table."""
    return (
        not (draft.number or draft.cells or draft.line.table or draft.line.bullet)
        and draft.line.at(0) == draft.ordlyd
    )


def ask_about_rows(found: Outline) -> None:
    """Raise Undecided when there are rows with text in one cell of which nobody can know what they are."""
    if split := _split_rows(found):
        raise Undecided("\n".join([
            "planfilen er ikke skrevet. Noen rader begynner med liten bokstav, og kan være resten av raden over:",
            *(f"  {draft.line.place}: «{draft.ordlyd[:70]}»" for draft in split[:_MANY]),
            *([f"  og {len(split) - _MANY} til"] if len(split) > _MANY else []),
            "Sett radene sammen i dokumentet, eller skriv stor forbokstav der det er et tiltak for seg.",
        ]))  # fmt: skip
    if not found.lone:
        return
    first = [f"  {line.place}: «{text_of(line)[:70]}»" for line in found.lone[:_MANY]]
    more = [f"  og {len(found.lone) - _MANY} til"] if len(found.lone) > _MANY else []
    raise Undecided("\n".join([
        "planfilen er ikke skrevet. I noen rader har bare én celle tekst. De kan være overskrifter, eller tiltak uten mer:",
        *first, *more,
        "Si hva de er: --enslige overskrift eller --enslige tiltak. Hører de ikke til planen, så les bare en del av "
        "dokumentet med --til.",
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
    used = _used(found)
    passed = [
        line for line in lines
        if line.unsure and not line.outside and id(line) not in used
        and (len(line.own) > 2 or starts_with_number(line.at(0)) or any(like_an_action(cell) for cell in line.cells if not cell[:1].islower()))
    ]  # fmt: skip
    for unsure, what in ((taken, "ble lest som tiltak"), ([] if chosen else passed, "kan være tiltak")):
        if unsure:
            raise Undecided("\n".join([
                f"planfilen er ikke skrevet. Noe som {what}, kan ikke leses riktig:",
                *(f"  {line.unsure}." for line in unsure[:_MANY]),
                *([f"  og {len(unsure) - _MANY} til"] if len(unsure) > _MANY else []),
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
    used = _used(found)
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
    bare = [draft for draft in found.drafts if draft.line.table and _NUMBER_ALONE.fullmatch(draft.ordlyd)]
    if bare:
        others = next((title for title in bare[0].others), "Beskrivelse")
        raise Undecided(
            f"planfilen er ikke skrevet. «{bare[0].ordlyd}» ({bare[0].line.place}) er lest som et tiltak, men er bare et nummer. Si hvilken "
            f'kolonne som er ordlyden, for eksempel --kolonne "{others}=tiltak" --kolonne "Tiltak=nr".'
        )
    moved = {
        id(line): line for line, text, why in found.left_out
        if why == NO_WORDING and (
            any(like_an_action(re.sub(r"^[\d.)\s]+", "", cell)) for cell in line.cells) or _goes_on_below(line, found)
        )
    }  # fmt: skip
    if moved:
        raise Undecided("\n".join([
            "planfilen er ikke skrevet. Noen rader har tekst, men ikke i kolonnen for tiltak:",
            *(f"  {line.place}: «{text_of(line)[:70]}»" for line in [*moved.values()][:_MANY]),
            *([f"  og {len(moved) - _MANY} til"] if len(moved) > _MANY else []),
            "Flytt teksten til riktig kolonne i dokumentet. Hører radene ikke til planen, så les bare en del av det med --fra og --til.",
        ]))  # fmt: skip


def _goes_on_below(line: Line, found: Outline) -> bool:
    """Return whether a row without a wording may say more of the tiltak above it: it stands below one, and is no sum."""
    above = any(draft.line.table == line.table for draft in found.drafts)
    said = " ".join(line.cells[i] for i in line.own)
    figures = re.fullmatch(r"[\d\s.,:%–-]*(?:mill\.?|kr|NOK|x)?[\s,.-]*", said, re.I) and not re.fullmatch(r"20\d\d", said)
    return above and not figures and not is_headed(line) and not re.search(r"\b(?:sum|totalt?|i alt|til sammen|til saman)\b", said, re.I)


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
    said = {number for draft in found.drafts if draft.number for number in (draft.number.nr, draft.number.trykt)}
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


def _used(found: Outline) -> set[int]:
    """Return the `id` of each line that became a tiltak, a part of one, or a heading or mål over one."""
    over = {id(part.line) for draft in found.drafts for part in draft.over}
    goals = {id(goal.line) for goal in found.goals}
    return {id(draft.line) for draft in found.drafts} | found.used | over | goals


def _is_missed(candidate: Candidate, rest: Sequence[Line], everything: Counter[str]) -> bool:
    """Return whether so much of a candidate is not read that it is more than a sum or a remark."""
    if len(rest) < len(candidate.rows) * 0.2 and len(rest) < 3:
        return False
    if len(rest) < len(candidate.rows) and all(len(words(text_of(line))) < 3 for line in rest):
        return False
    return looks_like_tiltak(candidate, rest, everything)


def _acts(rows: Sequence[Line]) -> bool:
    """Return whether most of some lines say what is to be done."""
    return bool(rows) and sum(like_an_action(text_of(line)) for line in rows) * 2 >= len(rows)


def _might_go_on(candidate: Candidate, found: Outline, used: Collection[int], *, loose: bool) -> bool:
    """Return whether a table of which nothing was read has no headings and as many columns as one that was read."""
    if candidate.what != "rader" or candidate.other or candidate.rows[0] is not candidate.lines[0]:
        return False
    if any(id(line) in used for line in candidate.rows) or is_about_the_plan(candidate.rows):
        return False
    widths = {len(columns.columns) for columns in found.columns if columns.headed}
    width = max(len(line.own) for line in candidate.rows)
    if width in widths:
        return True
    # In a PDF a column may be empty on a page, and so not be seen.
    cells = [line.cells[i] for line in candidate.rows for i in line.own]
    says = any(like_an_action(cell) or frist.parse(cell) or numbers.is_number(cell) for cell in cells)
    return loose and 1 < width < max(widths, default=0) and says


def _doubtful(found: Outline, listed: Sequence[Candidate]) -> Iterator[tuple[str, Candidate | None]]:
    """Yield why what was read may be two things: points under titles, the same twice, a table of an earlier plan.

    With each reason the candidate that is hardly the plan, where one can be named.
    """
    with_points = [draft for draft in found.drafts if draft.deltiltak]
    points = sum(len(draft.deltiltak) for draft in found.drafts)
    titles = [draft for draft in with_points if like_a_title(draft.ordlyd)]
    if points > 2 and points >= len(found.drafts) and len(titles) * 2 > len(with_points):
        said = f"er lest som et tiltak med {len(titles[0].deltiltak)} punkter under, men det kan være punktene som er tiltakene"
        yield f"«{titles[0].ordlyd[:60]}» {said}", None
    over = {id(part): part for draft in found.drafts for part in draft.over if not draft.line.table}
    acting = [part for part in over.values() if part.number and like_an_action(part.text)]
    if len(acting) * 2 > len(over):
        said = "er lest som en overskrift over andre tiltak, men kan være et tiltak selv"
        yield f"«{acting[0].text[:60]}» ({acting[0].line.place}) {said}", None
    groups = [(one, [draft for draft in found.drafts if _within(draft, one)]) for one in listed]
    groups = [(one, drafts) for one, drafts in groups if drafts]
    for i, (one, drafts) in enumerate(groups):
        for other, others in groups[:i]:
            same = {_plain(draft.ordlyd) for draft in drafts} & {_plain(draft.ordlyd) for draft in others}
            if len(same) > 1 and len(same) * 2 >= min(len(drafts), len(others)):
                yield f"{len(same)} av tiltakene står både i {other.name} og {one.name}", one
    bare = [
        (one, drafts)
        for one, drafts in groups
        if one.kind == "tabell" and not any(draft.cells for draft in drafts)
    ]
    if any(draft.cells for draft in found.drafts):
        for one, drafts in bare:
            printed = ", ".join(f"«{title}»" for title in drafts[0].others) or "ingen flere"
            yield (
                f"{one.name} har ikke frist, ansvar eller mål som de andre tiltakene, men kolonnene {printed}",
                one,
            )
    if len(groups) > 1:
        for one, drafts in groups:
            above = [one.under, *(part.text for part in drafts[0].over[-1:])]
            if said := next((text for text in above if EARLIER.search(text)), ""):
                yield f"{one.name} kan gjelde en annen plan, eller det som er gjort («{said[:60]}»)", one


def _passed_headings(found: Outline) -> Iterator[str]:
    """Yield why a line that was read as a heading, or a row that was passed by, may be a tiltak: its number is one of theirs, or it
    stands over nothing in a table and says what is to be done."""
    given = [draft.number.nr for draft in found.drafts if draft.number]
    groups = {numbers.parts(nr)[:-1] for nr in given}
    over = {id(part) for draft in found.drafts for part in draft.over}
    for part in found.parts:
        nr = part.number.nr if part.number else ""
        above = numbers.parts(nr)[:-1]
        stands_over = id(part) in over if not nr else any(one.startswith(f"{nr}.") for one in given)
        said = f"«{part.whole[:60]}» ({part.line.place}) er lest som en overskrift uten tiltak"
        if above and above in groups and not stands_over:
            yield f"{said}, men har et nummer som tiltakene"
        elif id(part) not in over and not stands_over and part.line.table and like_an_action(part.text):
            yield f"{said}, men kan være et tiltak selv"
    for line, _, why in found.left_out:
        first = numbers.split(line.cells[line.own[0]]) if line.own else None
        if why == NO_COLUMNS and first and len(line.own) > 1 and numbers.parts(first.nr)[:-1] in groups - {()}:
            yield f"«{' | '.join(line.cells[i] for i in line.own)[:60]}» ({line.place}) er ikke lest, men har et nummer som tiltakene"


def _within(draft: Draft, candidate: Candidate) -> bool:
    return id(draft.line) in candidate.ids


def _plain(text: str) -> str:
    return " ".join(words(text)).lower()


def _mixed(found: Outline, lines: Sequence[Line], listed: Sequence[Candidate]) -> Iterator[str]:
    """Yield why a list that was read may be chapters or remarks, and not tiltak alone."""
    drafts = [draft for draft in found.drafts if not draft.line.table]
    if not drafts or any(draft.cells for draft in found.drafts):
        return
    for draft in drafts:
        label, colon, _ = draft.ordlyd.partition(":")
        if colon and meaning(label, {}) in {(role, True) for role in ("nr", *CELLS, "egen", "utelat")}:
            yield f"«{draft.ordlyd[:60]}» ({draft.line.place}) hører til et tiltak, men er lest som ett"
            return
    above = [
        one.under for one in listed if any(_within(draft, one) for draft in drafts) and one.what == "punkter"
    ]
    if above and all(TILTAK.search(text) for text in above):
        return
    groups: dict[object, list[Draft]] = {}
    for draft in drafts:
        nr = draft.number.nr if draft.number else ""
        key = nr.split(".")[0] if "." in nr else (id(draft.over[-1]) if draft.over else 0, id(draft.goal))
        groups.setdefault(key, []).append(draft)
    for some in groups.values():
        over = some[0].over[-1].text if some[0].over else ""
        alone = len(groups) == 1 and any(like_an_action(draft.ordlyd) for draft in some)
        if not alone and BACKGROUND.search(over) and not TILTAK.search(over):
            yield f"«{some[0].ordlyd[:60]}» ({some[0].line.place}) står under «{over[:60]}»"
            return
    acts = [sum(like_an_action(draft.ordlyd) for draft in some) / len(some) for some in groups.values()]
    for some, share in zip(groups.values(), acts, strict=True):
        if share < 0.2 and all(like_a_title(draft.ordlyd) for draft in some) and max(acts) >= 0.5:
            yield f"«{some[0].ordlyd[:60]}» ({some[0].line.place}) ligner ikke de andre tiltakene"
            return
    used = _used(found)
    passed = [line for line in lines if not line.outside and line.own and id(line) not in used]
    acting = [line for line in passed if like_an_action(text_of(line)) and len(words(text_of(line))) <= 15]
    if max(acts) < 0.3 and len(acting) > 1:
        said = f"«{text_of(acting[0])[:60]}» ({acting[0].place})"
        yield f"{said} ligner mer på et tiltak enn «{drafts[0].ordlyd[:60]}» ({drafts[0].line.place}), som er lest som det"
        return
    for one in drafts:
        plain = not (one.number or one.line.bullet or one.line.level)
        if (
            plain
            and len(words(one.ordlyd)) > 12
            and re.search(r"[.!?]\s+[A-ZÆØÅ]\w+ (?:skal|vil|må)\b", one.ordlyd)
        ):
            yield f"«{one.ordlyd[:60]}…» ({one.line.place}) er et avsnitt som kan ha flere tiltak"
            return
    for one, following in pairwise(drafts):
        short = len(words(one.ordlyd)) <= 3 and like_a_title(one.ordlyd)
        if short and len(words(following.ordlyd)) > 8 and not like_an_action(following.ordlyd):
            yield f"«{one.ordlyd}» ({one.line.place}) ligner en overskrift over et avsnitt"
            return
    after = _followed_by_text(lines, found, drafts)
    chapters = [
        draft for draft in drafts
        if like_a_title(draft.ordlyd) and (draft.line.level or id(draft) in after)
    ]  # fmt: skip
    if len(chapters) * 2 > len(drafts) and max(acts) < 0.5:
        yield f"«{chapters[0].ordlyd[:60]}» ({chapters[0].line.place}) ligner en overskrift over et avsnitt"


def _followed_by_text(lines: Sequence[Line], found: Outline, drafts: Sequence[Draft]) -> set[int]:
    """Return the `id` of each tiltak whose line is followed by a paragraph that was left out."""
    prose = {id(line) for line, text, _ in found.left_out if len(words(text)) > 8}
    following = {id(draft.line): id(draft) for draft in drafts}
    found_after: set[int] = set()
    last = 0
    for line in lines:
        if id(line) in following:
            last = following[id(line)]
        elif line.own:
            if id(line) in prose and last:
                found_after.add(last)
            last = 0
    return found_after


def _message(
    reasons: Sequence[str],
    found: Outline,
    listed: Sequence[Candidate],
    missed: Collection[int],
    suspect: Collection[int],
) -> str:
    """Return what an editor is told: why nothing is written, what there is to choose from, and how to choose."""
    taken = [one for one in listed if any(_within(draft, one) for draft in found.drafts)]
    others = [one for one in listed if id(one) in missed and one not in taken]
    also = [one for one in listed if one not in taken and one not in others and one.what != "avsnitt"]
    points = [one for one in also if one.what == "punkter" and found.used & {id(line) for line in one.rows}]
    rest = [f"{len(reasons) - _REASONS} grunner til er ikke nevnt"] if len(reasons) > _REASONS else []
    why = ". ".join(reason[:1].upper() + reason[1:] for reason in [*reasons[:_REASONS], *rest])
    lines = [f"planfilen er ikke skrevet. {why}. Du må si hva som er tiltakene."]
    for title, some in (
        ("Lest som tiltak", taken), ("Ligner tiltak, men er ikke lest", others), ("Annet i dokumentet", also),
    ):  # fmt: skip
        if some:
            lines.append(f"{title}:")
            lines += [f"  {one.describe()}" for one in some[:_MANY]]
            lines += [f"  og {len(some) - _MANY} til"] if len(some) > _MANY else []
    wanted = others or points
    if taken and wanted and taken != wanted:
        lines.append(f"Er det som ble lest, hele planen, så velg det: {_options(taken)}.")
    return "\n".join(
        [*lines, how_to_choose(listed, wanted or [one for one in taken if id(one) not in suspect] or taken)]
    )


def _options(wanted: Sequence[Candidate]) -> str:
    """Return the options that choose these candidates: «--tabell 1,2 --liste 1»."""
    options = []
    for kind in ("tabell", "liste"):
        if its := [str(one.number) for one in wanted if one.kind == kind]:
            options.append(f"--{kind} {','.join(its)}")
    return " ".join(options)


def how_to_choose(listed: Sequence[Candidate], wanted: Sequence[Candidate]) -> str:
    """Return how an editor says which candidates are the tiltak; `wanted` are taken as the example."""
    wanted = wanted or listed
    said = f"Velg tiltakene selv, for eksempel med {_options(wanted)}."
    if any(one.kind == "tabell" for one in wanted):
        said += " Har en tabell ingen overskrifter, sier du hva kolonnene er, for eksempel --kolonner 1=tiltak,2=frist."
    return f"{said} Eller les en del av dokumentet med --fra og --til, og teksten på den første og den siste linja."


def choose(listed: Sequence[Candidate], tables: Collection[int], lists: Collection[int]) -> set[int] | None:
    """Return the `id` of the lines of the candidates that the editor chose; None when nothing was chosen.

    Raises Undecided for a number that no candidate has.
    """
    if not tables and not lists:
        return None
    wanted = [f"tabell {number}" for number in tables] + [f"liste {number}" for number in lists]
    known = {one.name: one for one in listed}
    if missing := [name for name in wanted if name not in known]:
        there = "\n".join(f"  {one.describe()}" for one in listed[:_MANY])
        raise Undecided(
            f"fant ikke {', '.join(missing)} i dokumentet. Det har:\n{there or '  ingenting som ligner tiltak'}"
        )
    return {one for name in wanted for one in known[name].ids}
