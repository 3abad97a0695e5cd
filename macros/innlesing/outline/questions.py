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
from ..recognising.candidates import Candidate, counted, is_about_the_plan, looks_like_tiltak, text_of
from ..recognising.columns import CELLS, meaning
from ..recognising.looks import ASIDE, BACKGROUND, EARLIER, TILTAK, like_a_title, like_an_action, words
from .choosing import MANY, Undecided, how_to_choose, options
from .drafts import Draft, Outline
from .rows import NO_COLUMNS
from .walk import NOT_CHOSEN, REMARK

_REASONS = 5
"""So many reasons are given."""


def ask(
    lines: Sequence[Line], found: Outline, listed: Sequence[Candidate], *, range_said: bool, loose: bool
) -> None:
    """Raise Undecided unless what was read is all that may be tiltak, and only that.

    `listed`: all candidates. `range_said`: the editor has said from where to where the tiltak stand. `loose`: the document
    does not say where a paragraph ends, as a PDF.
    """
    used = found.lines_used
    everything = counted(lines)
    # A point beside those that were read is as likely a tiltak as they are.
    points = not found.titled and any(one.what == "punkter" and used & one.ids for one in listed)
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
    widths = {len(columns.line.cells) for columns in found.columns if columns.headed}
    for line, text, why in found.left_out:
        alone = line.table and len(line.own) == 1 and len(line.cells) in widths
        if alone and why not in (NOT_CHOSEN, REMARK) and like_an_action(text) and len(words(text)) <= 25:
            yield f"«{text[:60]}» ({line.place}) er ikke lest, men kan være et tiltak"
        first = numbers.split(line.cells[line.own[0]]) if line.own else None
        if (
            why == NO_COLUMNS
            and first
            and len(line.own) > 1
            and numbers.parts(first.nr)[:-1] in groups - {()}
        ):
            yield f"«{' | '.join(line.cells[i] for i in line.own)[:60]}» ({line.place}) er ikke lest, men har et nummer som tiltakene"


def _within(draft: Draft, candidate: Candidate) -> bool:
    return id(draft.line) in candidate.ids


def _plain(text: str) -> str:
    return " ".join(words(text)).lower()


def _mixed(found: Outline, lines: Sequence[Line], listed: Sequence[Candidate]) -> Iterator[str]:
    """Yield why a list that was read may be chapters or remarks, and not tiltak alone."""
    drafts = [draft for draft in found.drafts if not draft.line.table]
    if not drafts or found.titled or any(draft.cells for draft in found.drafts):
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
    used = found.lines_used
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
            lines += [f"  {one.describe()}" for one in some[:MANY]]
            lines += [f"  og {len(some) - MANY} til"] if len(some) > MANY else []
    wanted = others or points
    if taken and wanted and taken != wanted:
        lines.append(f"Er det som ble lest, hele planen, så velg det: {options(taken)}.")
    return "\n".join(
        [*lines, how_to_choose(listed, wanted or [one for one in taken if id(one) not in suspect] or taken)]
    )
