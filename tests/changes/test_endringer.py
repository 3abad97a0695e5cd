"""What a change means, in words: nothing changes silently, and each line says what it is about."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.changes.lost_addresses import lost
from macros.changes.markdown import marked, plain
from macros.changes.matching import compare
from macros.changes.report import as_markdown
from macros.changes.sentences import sentences
from macros.checking.check import check
from macros.reading.data import Data
from macros.reading.load import load
from tests.building.test_store import QUIET
from tests.cases import CASES, IDAG, SAMPLE

PLAN = "planer/testby-2020-2023.yml"
REPORT = "rapporter/melding-2022.yml"
ACTORS = "aktorer/testby.yml"
Say = Callable[..., str]


@pytest.fixture
def say(tmp_path: Path) -> Say:
    """Return the report on the golden cases' valid data with texts replaced and files added, taken away or renamed."""

    def report(
        *changes: tuple[str, str, str],
        files: dict[str, str | None] | None = None,
        before: dict[str, str] | None = None,
        kilder: tuple[bytes, bytes] | None = None,
    ) -> str:
        earlier, after = tmp_path / "før/data", tmp_path / "nå/data"
        for folder in (earlier, after):
            shutil.copytree(CASES / "grunnlag", folder)
        for folder, raw in zip((earlier, after), kilder or (), strict=False):
            (folder / "kilder").mkdir()
            (folder / "kilder/plan.pdf").write_bytes(raw)
        for name, content in (before or {}).items():
            for folder in (earlier, after):
                (folder / name).write_text(content, "utf-8")
        for name, old, new in changes:
            text = (after / name).read_text("utf-8")
            assert old in text
            (after / name).write_text(text.replace(old, new), "utf-8")
        for name, text_ in (files or {}).items():
            if text_ is None:
                (after / name).unlink()
            else:
                (after / name).write_text(text_, "utf-8")
        data, problems = load(after)
        return as_markdown(compare(load(earlier)[0], data), problems + check(data, IDAG), IDAG, "main")

    return report


def lines(report: str) -> list[str]:
    """Return the headings and points of a report."""
    return [line for line in report.splitlines() if line.startswith(("- ", "## "))]


def test_what_makes_a_plan_easier_to_check_is_said_in_plain_words(say: Say) -> None:
    more = 'Testby, url: "https://testby.example/plan.pdf", sider: 3–9}'
    said = lines(
        say(
            (PLAN, "dato: 2020-01-15}", "dato: 2020-01-15, sak: PS 4/20}"),
            (PLAN, "kilde: {tittel: Handlingsplan for Testby}", "kilde: {tittel: Handlingsplan for " + more),
            (PLAN, 'mål: "Bedre vei"', 'mål: "Bedre vei"\n        sted: s. 4'),
        )
    )
    assert "- Planen Testby 2020–2023: saksnummeret for vedtaket er lagt til: «PS 4/20»" in said
    assert any("Testby 2020–2023: adressen til kilden er lagt til: «https" in line for line in said)
    assert "- Planen Testby 2020–2023: sidene i kilden er lagt til: «3–9»" in said
    assert "- Tiltak 1.1 i Testby 2020–2023: stedet i kilden er lagt til: «s. 4»" in said


def test_another_document_under_the_same_name_is_said(say: Say) -> None:
    with_file = (
        (CASES / "grunnlag" / PLAN).read_text("utf-8").replace("for Testby}", "for Testby, fil: plan.pdf}")
    )
    report = say(before={PLAN: with_file}, kilder=(b"%PDF-1", b"%PDF-2"))
    assert (
        "Testby 2020–2023: filen som leseren kan laste ned (`kilder/plan.pdf`), er byttet ut med en annen"
        in report
    )


def test_nothing_is_said_of_nothing(say: Say) -> None:
    assert say().endswith("\n\nIngen endringer i dataene.\n")


def test_a_comment_or_another_way_to_write_it_is_no_change(say: Say) -> None:
    same = say(
        (PLAN, "tema: [samferdsel]", "tema:\n      - samferdsel  "),
        (PLAN, "tittel: Handl", "# x\ntittel: Handl"),
    )
    assert "Ingen endringer" in same


def test_a_status_is_told_with_its_source(say: Say) -> None:
    found = lines(say((REPORT, "status: pågår", "status: gjennomført")))
    assert found == [
        "## Testby",
        "- Tiltak 1.1 i Testby 2020–2023: «pågår» -> «gjennomført» (kilde: Årsmelding 2022, Side 3)",
        "- Opplysningen «Veien er påbegynt» (`veien`) i Årsmelding 2022: statusen: «pågår» -> «gjennomført»",
    ]


def test_a_status_that_loses_its_report_is_told(say: Say) -> None:
    found = lines(say(files={REPORT: None}))
    assert "- Tiltak 1.1 i Testby 2020–2023: «pågår» -> «ikke rapportert» (ingen kilde lenger)" in found
    assert "- Rapport tatt bort: Årsmelding 2022 (`melding-2022`): 1 opplysning" in found


def test_the_words_that_differ_are_marked_and_a_correction_is_proposed(say: Say) -> None:
    found = say((PLAN, "Kommunen bygger ny vei.", "Kommunen bygger ny *veg*."))
    assert (
        "- Tiltak 1.1 i Testby 2020–2023: ordlyden er endret: «Kommunen bygger ny ~~vei.~~ **\\*veg\\*.**»"
        in found
    )
    proposal = re.search(r"```yaml\n(.*?)```", found, re.DOTALL)
    assert proposal
    [entry] = yaml.safe_load(proposal[1])
    assert entry == {
        "dato": IDAG,
        "tiltak": ["testby-2020-2023/1.1"],
        "hva": "Ordlyden var «Kommunen bygger ny vei.», og er nå «Kommunen bygger ny *veg*.».",
        "hvorfor": None,
    }


def test_the_proposed_correction_is_accepted_when_it_says_why_and_asked_for_no_more(
    say: Say, tmp_path: Path
) -> None:
    change = (PLAN, '"Bedre vei"', "'Bedre \"vei\": # ja\\'")
    found = say(change)
    proposal = re.search(r"```yaml\n(.*?)```", found, re.DOTALL)
    assert proposal
    shutil.rmtree(tmp_path / "før")
    shutil.rmtree(tmp_path / "nå")
    written = proposal[1].replace("hvorfor:", "hvorfor: Vi hadde skrevet feil av.")
    again = say(change, files={"rettelser.yml": written})
    assert "feil som må rettes" not in again
    assert "Forslag til rettelser" not in again
    assert "- Ny rettelse: 21. november 2026: Målet var «Bedre vei»" in again


def test_a_renumbered_measure_is_moved_and_not_new(say: Say) -> None:
    report = say(
        (PLAN, 'nr: "1.2"', 'nr: "1.3"'), (PLAN, 'nr: "1.1"', 'nr: "1.2"'), (REPORT, "2023/1.1", "2023/1.2")
    )
    found = lines(report)
    assert "- Tiltak 1.2 i Testby 2020–2023: nytt nummer, var 1.1" in found
    assert "- Tiltak 1.3 i Testby 2020–2023: nytt nummer, var 1.2" in found
    assert not [line for line in found if "ytt tiltak" in line or "tatt bort:" in line or "ordlyden" in line]
    assert "«pågår»" not in report
    [warning] = [line for line in found if "**Se opp:**" in line]
    assert "`planer/testby-2020-2023/tiltak/1.2/` var til «Ny bru», og er nå til «Ny vei»" in warning
    assert "gammel: planer/testby-2020-2023/tiltak/1.1/, ny: planer/testby-2020-2023/tiltak/1.2/" in report


def test_the_address_of_a_statement_is_kept_when_its_id_changes(tmp_path: Path) -> None:
    earlier, after = (shutil.copytree(CASES / "grunnlag", tmp_path / name / "data") for name in ("før", "nå"))
    path = after / REPORT
    path.write_text(path.read_text("utf-8").replace("- id: veien", "- id: gangveien"), "utf-8")
    gone = lost(compare(load(earlier)[0], load(after)[0]))
    assert [one.entry for one in gone] == [
        "- {gammel: rapporter/melding-2022/#veien, ny: rapporter/melding-2022/#gangveien, "
        'grunn: "Opplysningen har fått en ny id."}'
    ]


def test_a_measure_in_another_part_is_moved_there(say: Say) -> None:
    other = '  - nr: "2"\n    tittel: Bruer\n    tema: [samferdsel]\n    tiltak:\n      - nr: "1.2"'
    found = lines(say((PLAN, '      - nr: "1.2"', other)))
    assert "- Nytt innsatsområde: innsatsområde 2 i Testby 2020–2023" in found
    moved = (
        "- Tiltak 1.2 i Testby 2020–2023: flyttet fra innsatsområde 1 i Testby 2020–2023 til innsatsområde 2"
    )
    assert any(line.startswith(moved) for line in found)


def test_a_plan_with_another_id_is_the_same_plan(say: Say) -> None:
    text = (CASES / "grunnlag" / PLAN).read_text("utf-8")
    report = say(
        (REPORT, "testby-2020-2023/1.1", "testby-2020/1.1"),
        files={PLAN: None, "planer/testby-2020.yml": text},
    )
    assert "- Planen Testby 2020–2023: ny id, var `testby-2020-2023`" in report
    assert "Nytt tiltak" not in report
    assert "nytt nummer" not in report
    posts = re.search(r"```yaml\n(.*?)```", report, re.DOTALL)
    assert posts
    found = {post["gammel"]: post["ny"] for post in yaml.safe_load(posts[1])}
    assert found == {
        "planer/testby-2020-2023/": "planer/testby-2020/",
        "planer/testby-2020-2023/innsatsomrader/1/": "planer/testby-2020/innsatsomrader/1/",
        "planer/testby-2020-2023/tiltak/1.1/": "planer/testby-2020/tiltak/1.1/",
        "planer/testby-2020-2023/tiltak/1.2/": "planer/testby-2020/tiltak/1.2/",
    }


def test_two_actors_that_have_changed_ids_are_told_of(say: Say) -> None:
    text = (CASES / "grunnlag" / ACTORS).read_text("utf-8")
    other = "testby-etat:\n  navn: Etaten\n  type: kommunal enhet\n"
    one, two = (
        f"{text}{other}",
        f"{text}{other}".replace("testby-etat:", "x:").replace("testby-kommune:", "testby-etat:"),
    )
    found = lines(say(files={ACTORS: two.replace("x:", "testby-kommune:")}, before={ACTORS: one}))
    assert any(
        "`aktorer/testby-kommune/` var til «Testby kommune», og er nå til «Etaten»" in line for line in found
    )
    assert any(
        "`aktorer/testby-etat/` var til «Etaten», og er nå til «Testby kommune»" in line for line in found
    )


def test_nothing_in_a_text_ends_the_block_it_stands_in(say: Say) -> None:
    report = say((PLAN, '"Bedre vei"', "'``` ````'"))
    assert report.count("`````") == 2
    assert report.endswith("`````\n")


def test_new_actors_stand_in_one_line(say: Say) -> None:
    text = (CASES / "grunnlag" / ACTORS).read_text("utf-8")
    two = "".join(f"testby-{name}:\n  navn: Etat {name}\n  type: kommunal enhet\n" for name in ("en", "to"))
    found = lines(say(files={ACTORS: text + two}))
    assert found == ["## Testby", "- 2 nye aktører: Etat en (`testby-en`); Etat to (`testby-to`)"]


def test_a_file_that_cannot_be_read_is_left_out_and_the_rest_compared(say: Say) -> None:
    report = say((PLAN, "planstatus: vedtatt", "planstatus: vedtat"), (REPORT, "Side 3", "Side 4"))
    assert "## 1 feil som må rettes" in report
    assert f"- data/{PLAN} linje 7: planstatus: ventet en av" in report
    assert f"Disse filene er ikke sammenlignet, fordi de har feil før eller nå: data/{PLAN}." in report
    assert "stedet i kilden er endret: «Side ~~3~~ **4**»" in report
    assert "tatt bort" not in report


def test_of_files_left_out_it_is_not_said_that_nothing_is_changed(say: Say) -> None:
    report = say((PLAN, "planstatus: vedtatt", "planstatus: vedtat"))
    assert report.endswith("\n\nIngen endringer i de andre filene.\n")


def test_a_reference_that_follows_what_is_renamed_is_no_change_of_its_own(say: Say) -> None:
    actors = (CASES / "grunnlag" / ACTORS).read_text("utf-8")
    etat = "testby-etat:\n  navn: Etaten\n  type: kommunal enhet\n  forelder: testby-kommune\n"
    cell = 'ansvar: {tekst: "Kommunen", aktører: {Kommunen: testby-etat}}'
    plan = (CASES / "grunnlag" / PLAN).read_text("utf-8").replace('ansvar: "Kommunen"', cell)
    point = "  - id: brua\n    tittel: Brua\n    tiltak: [testby-2020-2023/1.2]\n    omtale: Den står.\n"
    told = (CASES / "grunnlag" / REPORT).read_text("utf-8") + point
    report = say(
        (REPORT, "[testby-2020-2023/1.2]", "[testby-2020-2023/1.3, testby-2020-2023/1.1]"),
        (PLAN, 'nr: "1.2"', 'nr: "1.3"'),
        (PLAN, "Kommunen: testby-etat", "Kommunen: testby-ny-etat"),
        (ACTORS, "testby-etat:", "testby-ny-etat:"),
        (ACTORS, "forelder: testby-kommune", "forelder: testby-by"),
        (ACTORS, "testby-kommune:", "testby-by:"),
        (PLAN, "eier: testby-kommune", "eier: statens-vegvesen"),
        (REPORT, "utgiver: testby-kommune", "utgiver: testby-by"),
        ("kommuner.yml", "testby-kommune", "testby-by"),
        before={ACTORS: actors + etat, PLAN: plan, REPORT: told},
    )
    found = [
        line for line in lines(report) if line.startswith("- ") and "linje" not in line and "{" not in line
    ]
    assert sorted(found) == [
        "- Aktøren Etaten (`testby-ny-etat`): ny id, var `testby-etat`",
        "- Aktøren Testby kommune (`testby-by`): ny id, var `testby-kommune`",
        "- Opplysningen «Brua» (`brua`) i Årsmelding 2022: tiltakene det gjelder: lagt til «testby-2020-2023/1.1»",
        "- Planen Testby 2020–2023: eieren: «testby-by» -> «statens-vegvesen»",
        "- Tiltak 1.3 i Testby 2020–2023: nytt nummer, var 1.2",
    ]


def test_what_stood_alone_and_stands_in_a_list_is_told_as_added(say: Say) -> None:
    report = say(
        (PLAN, "eier: testby-kommune", "eier: [testby-kommune, statens-vegvesen]"),
        (PLAN, "vedtak: {organ", "vedtak: [{kommune: testby, organ: Rådet, dato: 2020-02-01}, {organ"),
        (PLAN, "dato: 2020-01-15}", "dato: 2020-01-15}]"),
        (PLAN, '        ordlyd: "Kommunen bygger ny vei."', '        kommuner: [testby]\n        ordlyd: "Kommunen bygger ny vei."'),
    )  # fmt: skip
    found = [line for line in lines(report) if line.startswith("- ") and "linje" not in line]
    assert found == [
        "- Planen Testby 2020–2023: eieren: lagt til «statens-vegvesen»",
        "- Planen Testby 2020–2023: vedtaket: lagt til (kommune: «testby», organ: «Rådet», dato: 1. februar 2020)",
        "- Tiltak 1.1 i Testby 2020–2023: kommunene er lagt til: «testby»",
    ]


def test_texts_are_shown_as_their_characters(say: Say) -> None:
    report = say((PLAN, "tittel: Ny bru", "tittel: '<script>alert(1)</script> [x](https://x.no) ~~bru~~'"))
    line = next(line for line in lines(report) if "tittelen" in line)
    for shown in (r"\<script\>alert(1)\</script\>", r"\[x\](https:\//x.no)", r"\~\~bru\~\~"):
        assert shown in line


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Ny bruu.", "Ny bru.", "Ny ~~bruu.~~ **bru.**"),
        ("en to", "en  to", "en ~~␣~~ **␣␣** to"),
        ("en to\n", "en to", "en to ~~↵~~"),
        ("a_b", "", "~~a\\_b~~"),
    ],
)
def test_only_the_words_that_differ_are_marked(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


@QUIET
@given(st.text(), st.text())
def test_every_word_of_both_is_there_or_far_from_the_change(old: str, new: str) -> None:
    shown = marked(old, new)
    assert "\n" not in shown
    words = set(plain(new).split()) - set(plain(old).split())
    assert all(word in shown for word in words)


def test_a_long_report_is_cut_at_a_line_and_says_so(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.changes.report.MOST", 200)
    report = say((PLAN, "Kommunen bygger", "Kommunen skal bygge"))
    assert report.endswith("\n\nResten er for langt til å vises her.\n")
    assert len(report.encode()) < 300


# Any edit of the sample is told, with a name of what was edited.


HOLDS_THINGS = ("innsatsområder", "deler", "tiltak", "punkter")


def names(file: str, value: Any, way: list[Any]) -> list[str]:
    """Return what a line about the value at the end of this way may call it: the nearest things that have a name."""
    if file.startswith(("planer/", "rapporter/")):
        found = [value["kortnavn"], Path(file).stem]
    elif isinstance(value, list):
        found = [str(one["gammel"] if "gammel" in one else one["hva"]) for one in value]
    else:
        found = [str(way[0])] if way else []
    for holder, key in zip([None, *way], way, strict=False):
        value = value[key]
        if holder in HOLDS_THINGS and isinstance(value, dict):
            found = [str(value[name]) for name in ("nr", "id", "tittel", "mål") if value.get(name)]
    return found


def ways(value: Any) -> list[list[Any]]:
    """Return the way to every value in a value, at any depth."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way for key, inner in items for way in ([key], *([key, *rest] for rest in ways(inner)))]


def altered(holder: Any, key: Any, how: int) -> None:
    """Another value, no value, or another place in its list."""
    value = holder[key]
    if how == 0:
        del holder[key]
    elif isinstance(holder, list) and how == 1:
        holder.insert(0 if key else len(holder), holder.pop(key))
    elif isinstance(value, str):
        holder[key] = (
            f"{value} til" if how < 4 else value.replace(" ", "  ", 1) if " " in value else f"{value}x"
        )
    elif isinstance(value, bool | int | float):
        holder[key] = value + 1
    elif isinstance(value, date):
        holder[key] = value - timedelta(days=3)
    elif isinstance(value, list) and value:
        value.append(value[0])


@QUIET
@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 5))
def test_any_edit_is_told_by_the_name_of_what_was_edited(
    tmp_path_factory: pytest.TempPathFactory, which: int, where: int, how: int
) -> None:
    data = tmp_path_factory.mktemp("utgave") / "data"
    shutil.copytree(SAMPLE, data)
    files = sorted(data.rglob("*.yml"))
    path = files[which % len(files)]
    file = path.relative_to(data).as_posix()
    value = yaml.safe_load(path.read_text("utf-8"))
    way = (found := ways(value))[where % len(found)]
    called = names(file, value, way if how != 1 else way[:-1])
    holder = value
    for key in way[:-1]:
        holder = holder[key]
    if way[-1] in HOLDS_THINGS and isinstance(inside := holder[way[-1]], list):
        called += [name for i in range(len(inside)) for name in names(file, value, [*way, i])]
    altered(holder, way[-1], how)
    text = json.dumps(value, ensure_ascii=False, indent=1, default=str)
    path.write_text(re.sub(r'"(\d{4}-\d\d-\d\d)"', r"\1", text), "utf-8")

    before, after = BEFORE, load(data)[0]
    change = compare(before, after)
    if f"data/{file}" in change.left_out:
        assert f"data/{file}" in as_markdown(change, [], IDAG, "x")
    elif contents(before) != contents(after):
        told = [one.tekst.replace("\\", "") for one in sentences(change)]
        assert any(" ".join(name.split()) in line for name in called for line in told), (
            file,
            way,
            how,
            called,
            told,
        )
    else:
        assert not sentences(change)


BEFORE = load(SAMPLE)[0]


def contents(data: Data) -> str:
    """Everything in the data, in an order that means something."""
    registers = [sorted(getattr(data, name).items()) for name in ("fylker", "kommuner", "temaer", "aktører")]
    sent = [(one.gammel, one.ny, one.grunn) for one in data.videresendinger]
    return repr((registers, data.planer, data.rapporter, sorted(data.aktørfil.items()), data.rettelser, sent))
