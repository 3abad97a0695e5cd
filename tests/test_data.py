"""The committed data: what the documents hold, counted."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

import pytest

from macros.frist import Delfrist, Forstått
from macros.register import Register
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("plan", "områder", "tiltak"),
    [
        ("modum-2015-2019", [10, 13, 12, 10, 13], 58),
        ("lier-2023-2026", [5, 8, 7, 11, 5, 5], 41),
        ("kongsbergregionen-2010-2021", [30, 13, 9, 10, 7], 69),
        ("drammen-naeringsplan", [], 17),
    ],
)
def test_counts(register: Register, plan: str, områder: list[int], tiltak: int) -> None:
    found = register.planer[plan]
    assert [len(område.tiltak) for område in found.områder] == områder
    assert len(found.tiltak) == tiltak


def test_modum_has_sixteen_groups_and_every_cell(register: Register) -> None:
    plan = register.planer["modum-2015-2019"]
    assert [len(område.deler) for område in plan.områder] == [3, 4, 3, 3, 3]
    for tiltak in plan.tiltak:
        assert None not in (tiltak.data.mål, tiltak.data.frist, tiltak.data.ansvar, tiltak.data.milepæler)
    assert all(
        part.data.tittel_fra == "redaksjonen" for område in plan.områder for part in (område, *område.deler)
    )


@pytest.mark.parametrize(
    ("nr", "field", "text"),
    [
        ("1.3.1", "nr_trykt", "1.3.1"),
        ("1.1.1", "nr_trykt", "1.1.1."),
        ("2.1.3", "milepæler", "???"),
        ("4.3.3", "mål", ""),
        ("4.1.2", "milepæler", ""),
        ("5.3.2", "milepæler", ""),
    ],
)
def test_anomalies_are_kept(register: Register, nr: str, field: str, text: str) -> None:
    assert getattr(register.tiltak[f"modum-2015-2019/{nr}"].data, field) == text


@pytest.mark.parametrize(("nr", "text"), [("2.2.4", "Undervisningsetate,AiM"), ("3.2.1", "Serevicetorget")])
def test_misprinted_actors_are_linked_as_printed(register: Register, nr: str, text: str) -> None:
    tiltak = register.tiltak[f"modum-2015-2019/{nr}"]
    assert tiltak.data.ansvar is not None
    assert text in tiltak.data.ansvar.tekst
    assert tiltak.ansvar is not None
    assert tiltak.ansvar.bits[0].aktør in ("modum-undervisningsetaten", "modum-servicetorget")


def test_modums_deadlines_are_the_eight_printed_forms(register: Register) -> None:
    cells = Counter(t.data.frist.tekst for t in register.planer["modum-2015-2019"].tiltak if t.data.frist)
    assert cells == {
        "Løpende oppgave": 47,
        "2016": 3,
        "2018": 2,
        "2019": 2,
        "2017": 1,
        "Løpende": 1,
        "Løpende oppgave, ny vei ferdig i 2022": 1,
        "Løpende oppgave, nytt kryss ferdigstilles innen 2018": 1,
    }


def test_a_deadline_as_understood(register: Register) -> None:
    frist = register.tiltak["modum-2015-2019/1.1.3"].frist
    assert frist is not None
    assert frist.delfrister[0].innen.isoformat() == "2018-12-31"
    assert isinstance(frist, Forstått)
    assert isinstance(frist.delfrister[0], Delfrist)


def test_the_busiest_actors_of_modum(register: Register) -> None:
    counts = Counter(
        aktør.id
        for tiltak in register.planer["modum-2015-2019"].tiltak
        for aktør, rolle in tiltak.roller
        if rolle != "nevnt"
    )
    assert counts.most_common(7) == [
        ("modum-naeringsrad", 13),
        ("modum-kommune", 12),
        ("modum-naeringsradgiver", 11),
        ("modum-undervisningsetaten", 10),
        ("modum-kommunens-ledelse", 7),
        ("modum-alle-etater", 6),
        ("statens-vegvesen", 5),
    ]
    assert len(counts) == 40


def test_modums_status_is_no_surer_than_its_source(register: Register) -> None:
    tiltak = register.planer["modum-2015-2019"].tiltak
    assert sum(1 for one in tiltak if one.punkter) == 17
    assert sum(1 for one in tiltak if one.status != "ikke-rapportert") <= 12
    assert sum(1 for one in tiltak if one.status == "ikke-rapportert") >= 46
    assert all(one.status == "ikke-rapportert" for one in register.tiltak.values() if one not in tiltak)


def test_lier_prints_no_columns_and_mentions_actors(register: Register) -> None:
    plan = register.planer["lier-2023-2026"]
    assert plan.data.kolonner == ()
    assert {rolle for tiltak in plan.tiltak for _, rolle in tiltak.roller} == {"nevnt"}
    assert [område.data.mål is not None for område in plan.områder] == [True] * 6
    assert [tiltak.nr for tiltak in plan.områder[3].tiltak][-2:] == ["4.10", "4.11"]


def test_kongsbergregionen_is_a_draft_with_its_levels(register: Register) -> None:
    plan = register.planer["kongsbergregionen-2010-2021"]
    strategies = [part for område in plan.områder for part in område.deler]
    goals = [part for s in strategies for part in (s, *s.deler) if part.data.mål]
    nested = [inner for tiltak in plan.tiltak for inner in tiltak.data.deltiltak]
    assert (len(plan.områder), len(strategies), len(goals), len(nested)) == (5, 15, 18, 10)
    assert len(plan.kommuner) == 7
    assert not plan.vedtatt
    kompetanse = next(s for s in strategies if s.tittel == "Kompetanseutvikling")
    assert kompetanse.i is plan.områder[3]


def test_every_measure_has_a_short_title_and_a_theme(register: Register) -> None:
    for tiltak in register.tiltak.values():
        assert 0 < len(tiltak.tittel) <= 70
        assert tiltak.temaer
    assert 10 <= len(register.temaer) <= 14
    assert all(tema.data.beskrivelse.count(".") == 1 for tema in register.temaer.values())
    assert all(tema.tiltak for tema in register.temaer.values())


def test_kommuner_have_dated_numbers(register: Register) -> None:
    assert len(register.kommuner) == 10
    numbers = [nummer.nummer for nummer, _ in register.kommuner["modum"].fylker]
    assert numbers == ["0623", "3047", "3316"]
    assert all(len(kommune.fylker) == 3 for kommune in register.kommuner.values())
    assert all(kommune.aktør.data.orgnr for kommune in register.kommuner.values())


def test_every_actor_is_used_somewhere(register: Register) -> None:
    for aktør in register.aktører.values():
        used = (aktør.roller, aktør.eier, aktør.utgir, aktør.nevnt_i, aktør.medlem_av, aktør.underlagt)
        assert any(used) or aktør.forgjengere, aktør.id


def names() -> set[str]:
    return set((ROOT / "tests/personnavn.sha256").read_text("utf-8").split())


def private_names(text: str) -> list[str]:
    """Runs of two to four words whose hash is that of a name in the documents."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower())
    runs = (" ".join(words[i : i + n]) for n in (2, 3, 4) for i in range(len(words)))
    return [run for run in runs if hashlib.sha256(run.encode()).hexdigest() in names_]


names_ = names()


@pytest.mark.parametrize("folder", ["data", "docs", "macros", "tests", "overrides", "."])
def test_no_private_persons_name_is_published(folder: str) -> None:
    for path in (ROOT / folder).glob("*" if folder == "." else "**/*"):
        if path.suffix in {".yml", ".md", ".html", ".py", ".csv"}:
            assert private_names(path.read_text("utf-8")) == [], path


def test_the_name_check_knows_a_name_when_it_sees_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(names_) == 15
    monkeypatch.setitem(globals(), "names_", {hashlib.sha256(b"kari anne nordmann").hexdigest()})
    assert private_names("ved Kari Anne  Nordmann, leder") == ["kari anne nordmann"]
