"""Calendars: every day that a plan names, once, readable by others, and the same until the data change."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import icalendar
import pytest

from macros import read_register
from macros.exports.follow import ical
from macros.exports.follow.ical import _folded
from macros.exports.follow.issue import Utgivelse
from macros.exports.follow.site import Nettsted
from macros.register import history
from macros.register.entities import Aktør, Kommune, Register, Tema
from macros.views.timeline import hendelser
from tests.cases import SAMPLE
from tests.conftest import BASE


@pytest.fixture(scope="module")
def issue(register: Register) -> Utgivelse:
    return Utgivelse(Nettsted(BASE), register)


def events(raw: bytes) -> list[Any]:
    """Return the events of a calendar, as the library reads them."""
    found = icalendar.Calendar.from_ical(raw)
    assert found.get("version") == "2.0" and found.get("prodid")
    assert not found.errors
    return list(found.walk("VEVENT"))


def test_the_calendar_of_everything_has_each_day_once(issue: Utgivelse, register: Register) -> None:
    found = events(issue.kalendere.calendar(None))
    days = hendelser(history.plans_of_today(register))
    assert [one.get("dtstart").dt for one in found] == [day.dag for day in days]
    assert len({str(one.get("uid")) for one in found}) == len(days) > 5
    for one in found:
        assert type(one.get("dtstart").dt) is date
        assert one.end - one.start == timedelta(days=1)
        assert one.get("dtstamp").dt.date() <= date(2026, 11, 21)
        assert str(one.get("url")).startswith(f"{BASE}planer/")
        assert not one.errors


def test_a_deadline_of_a_year_stands_on_its_last_day_and_says_so(issue: Utgivelse) -> None:
    found = {str(one.get("uid")).partition("@")[0]: one for one in events(issue.kalendere.calendar(None))}
    said = {str(one.get("summary")).partition(":")[0]: one.get("dtstart").dt for one in found.values()}
    assert said["Frist innen utgangen av 2022"] == date(2022, 12, 31)
    assert said["Frist innen 24. desember 2022"] == date(2022, 12, 24)
    assert said["Milepæl innen 1. juni 2021"] == date(2021, 6, 1)
    assert said["Milepæl innen utgangen av 2021"] == date(2021, 12, 31)
    assert said["Planen går ut ved utgangen av 2024"] == date(2024, 12, 31)
    for one in found.values():
        if (one.get("dtstart").dt.month, one.get("dtstart").dt.day) == (12, 31):
            assert "utgangen av" in str(one.get("summary")) or "i løpet av" in str(one.get("summary"))


def test_each_calendar_has_what_belongs_to_it(issue: Utgivelse) -> None:
    everything = {str(one.get("uid")) for one in events(issue.kalendere.calendar(None))}
    kinds = set()
    for stream in issue.calendars:
        found = events(issue.calendar(stream))
        assert found, stream.sti
        kinds.add((type(stream.emne), stream.tema is None))
        match stream.emne, stream.tema:
            case Kommune() as kommune, Tema() as tema:
                whole = {str(one.get("uid")) for one in events(issue.kalendere.calendar(kommune))}
                mine = {str(one.get("uid")) for one in events(issue.kalendere.calendar(tema))}
                assert {str(one.get("uid")) for one in found} == whole & mine
            case ((Aktør() | Tema()), None):
                assert {str(one.get("uid")) for one in found} <= everything
    assert len(kinds) == 5


def test_what_is_new_of_a_day_raises_its_sequence(issue: Utgivelse, register: Register) -> None:
    by_uid = {str(one.get("uid")): one for one in events(issue.kalendere.calendar(None))}
    raised = [one for one in by_uid.values() if int(one.get("sequence")) > 0]
    assert raised and len(raised) < len(by_uid)


def test_a_calendar_is_the_same_on_any_day_of_the_same_state(issue: Utgivelse) -> None:
    other, problems = read_register(SAMPLE, date(2026, 11, 28))
    assert other is not None, problems
    later = Utgivelse(Nettsted(BASE), other)
    before, after = ({one.sti: each.calendar(one) for one in each.calendars} for each in (issue, later))
    assert before == after


def test_a_draft_is_tentative(issue: Utgivelse, register: Register) -> None:
    for day, one in zip(issue.kalendere.om(None), events(issue.kalendere.calendar(None)), strict=True):
        assert one.get("status") == (None if day.plan.vedtatt else "TENTATIVE")


@pytest.mark.parametrize(
    "text", ["a" * 74, "a" * 75, "a" * 76, "æ" * 200, "🏗" * 100, "SUMMARY:" + "aæ🏗" * 60]
)
def test_lines_are_folded_by_octets_and_no_letter_is_cut(text: str) -> None:
    raw = _folded(text).encode()
    lines = raw.split(b"\r\n")
    assert lines.pop() == b"" and all(len(line) <= ical.OCTETS for line in lines)
    assert b"".join([lines[0], *(line[1:] for line in lines[1:])]).decode() == text
    for line in lines:
        line.decode()
