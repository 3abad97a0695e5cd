"""Measures that are shown as alike: what a person judged, bounds, and that nothing is shown without a reason."""

from __future__ import annotations

import itertools
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros import read_register
from macros.format.vocabulary import PLANSTATUSORD
from macros.pages import contexts
from macros.pages.render import Renderer
from macros.register.entities import Register, Tiltak
from macros.tools.store import FileStore
from macros.views.search import alike, similar
from macros.views.search.words import stem, words
from tests.cases import IDAG, SAMPLE
from tests.views.draw_pairs import DATA, JUDGED, fingerprint, likeness

PRECISION = 0.8
TOGETHER = 0.8
"""So often, at least, two that were judged alike are worded more alike than two that were not; at random it is 0.5."""
ENOUGH = 10


def judged(register: Register) -> dict[frozenset[str], bool]:
    """Return the pairs whose texts are as they were when they were judged, and whether they are alike."""
    read = yaml.safe_load((Path(__file__).parent / "likhet.yml").read_text("utf-8"))
    return {
        frozenset((one, other)): answer == "ja"
        for key in JUDGED
        for one, other, texts, answer in read[key]
        if one in register.tiltak
        and other in register.tiltak
        and fingerprint(register.tiltak[one], register.tiltak[other]) == texts
    }


def of_the_judged_plans(register: Register, pairs: dict[frozenset[str], bool]) -> list[Tiltak]:
    """Return the lines of the plans that were judged: others change how rare a word is."""
    plans = {register.tiltak[id_].plan.id for pair in pairs for id_ in pair}
    return [one for one in register.tiltak.values() if one.plan.id in plans]


def test_what_is_shown_and_was_judged_is_alike() -> None:
    register, _ = read_register(DATA, date(2030, 1, 1))
    assert register is not None
    pairs = judged(register)
    lines = [one for one in of_the_judged_plans(register, pairs) if one.plan.data.slag != "steg"]
    found = similar.found(lines, similar.LEAST)
    shown = {frozenset((one, like)) for one, its in found.items() for like, _, _ in its}
    answers = [alike for pair, alike in pairs.items() if pair in shown]
    assert sum(answers) >= PRECISION * len(answers)


def test_two_that_were_judged_alike_are_worded_more_alike_than_others() -> None:
    register, _ = read_register(DATA, date(2030, 1, 1))
    assert register is not None
    pairs = judged(register)
    if sum(pairs.values()) < ENOUGH:
        return
    lines = of_the_judged_plans(register, pairs)
    texts = alike.describe([similar.text_of(one) for one in lines], [similar.place_of(one) for one in lines])
    of = {one.id: text for one, text in zip(lines, texts.texts, strict=True)}
    found = {
        answer: [likeness(*(of[id_] for id_ in pair)) for pair, its in pairs.items() if its is answer]
        for answer in (True, False)
    }
    more = [one > other for one, other in itertools.product(found[True], found[False])]
    assert sum(more) >= TOGETHER * len(more)


FERRY = [
    "Ferge til øyene\nKommunen kjøper en ferge til øyene sammen med rederiet.",
    "Flere avganger\nRederiet skal få en ferge som går oftere til øyene.",
]
OTHERS = [
    "Turstier\nMerke turstier fra sentrum og opp til hyttene.",
    "Matmarked\nHolde matmarked på torget i september.",
    "Lærlinger\nTa inn to lærlinger hvert år i byggfag.",
    "Skilt\nSette opp skilt ved innkjørselen fra riksveien.",
    "Kai\nRuste opp kaia så cruiseskip kan legge til.",
    "Bredbånd\nBygge ut bredbånd til grendene i nord.",
]


def compared(
    texts: list[str], places: list[str] | None = None, temaer: list[str] | None = None
) -> similar.Found:
    """Return what is like each of some texts, by their numbers; each of a place of its own, and all of one tema, if not said."""
    ids = list(map(str, range(len(texts))))
    return similar.compared(
        ids,
        texts,
        [frozenset([place]) for place in places or ids],
        [frozenset(its.split()) for its in temaer or ["reiseliv"] * len(texts)],
        similar.LEAST,
    )


def test_the_same_wish_in_other_words_is_found_both_ways_and_nothing_else() -> None:
    found = compared(FERRY + OTHERS)
    assert {id_: [like for like, _, _ in its] for id_, its in found.items()} == {"0": ["1"], "1": ["0"]}


def test_nothing_below_the_threshold_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    found = compared(FERRY + OTHERS)
    assert all(likeness >= similar.LEAST for its in found.values() for _, likeness, _ in its)
    monkeypatch.setattr(similar, "LEAST", found["0"][0][1] + 0.001)
    assert compared(FERRY + OTHERS) == {}


def test_without_a_tema_in_common_nothing_is_shown() -> None:
    assert compared(FERRY + OTHERS, temaer=["reiseliv", "samferdsel"] + ["reiseliv samferdsel"] * 6) == {}
    assert compared(FERRY + OTHERS, temaer=["reiseliv", "samferdsel reiseliv"] + ["samferdsel"] * 6)


def test_another_plan_of_the_same_kommune_is_not_elsewhere() -> None:
    assert compared(FERRY + OTHERS, places=["granvik", "granvik", *"abcdef"]) == {}


def test_the_place_of_a_measure_is_where_its_plan_is_and_what_became_of_it(register: Register) -> None:
    one = register.tiltak["granvik-2020-2024/1.1.1"]
    assert similar.place_of(one) == {"granvik"}
    of_region = register.tiltak["vestvik-2024-2027/1.2"]
    assert len(of_region.kommuner) < len(of_region.plan.kommuner)
    assert similar.place_of(of_region) == {"granvik", "fjellby", "sundnes"}
    new, old = register.kommuner["fjellby"], register.kommuner["granvik"]
    gone = replace(old, id="gamlevik", etterfølgere=[replace(new, id="nyvik", etterfølgere=[new])])
    moved = replace(one, plan=replace(one.plan, kommuner=[gone]))
    assert similar.place_of(moved) == {"gamlevik", "nyvik", "fjellby"}


def test_steps_of_an_action_plan_and_replaced_plans_are_not_compared(register: Register) -> None:
    plans = {one.plan for one in similar.lines_of(register)}
    assert {"steg"}.isdisjoint(plan.data.slag for plan in plans)
    assert {"erstattet"}.isdisjoint(plan.tilstand for plan in plans)
    assert plans


def test_the_reason_is_words_that_both_have() -> None:
    texts = FERRY + OTHERS
    for id_, found in compared(texts).items():
        for like, _, reason in found:
            theirs = [stem(word) for word in words(texts[int(like)])]
            for word in map(stem, map(str.lower, reason)):
                assert any(other.endswith(word) or word.endswith(other) for other in theirs)
            assert len(set(reason)) == len(reason) >= similar.FEWEST
            assert all(word in texts[int(id_)].lower() for word in reason)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("Bredbåndet skal nå hele bygda", "Samarbeid om bredbånd i alle bygder", ("bredbåndet", "bygda")),
        ("Kurs om matkonferanse på fjellet", "Konferansen på fjellet", ("fjellet", "matkonferanse")),
        ("Tog til Oslo\nOslo nås med tog", "Toget skal gå til Oslo", ("Oslo",)),
        ("Miljøer: høyskolemiljøer", "Et godt miljø", ("miljøer",)),
        ("Kommunen skal være god", "Kommunen skal være åpen", ()),
        ("Støtte nye prosjekter for bedrifter", "Støtte prosjekt i bedriftene", ()),
    ],
)
def test_words_in_common_are_named_as_this_one_has_them(one: str, other: str, both: tuple[str, ...]) -> None:
    having = Counter({"bredbånd": 2, "bygd": 5})
    assert similar.in_common(one, other, having) == both


def test_one_word_in_common_is_no_reason() -> None:
    assert similar.reasons("Kurs i anskaffelser", "Innovative anskaffelser", {}) == ()
    assert similar.reasons("Ferge til havna", "Havna får ferge", {}) == ("ferge", "havna")


def many(number: int) -> tuple[list[str], list[str]]:
    """Return so many texts that want the same in nearly the same words, and the place of each: twenty from each place."""
    texts = [
        f"Ferge til øyene\nKjøpe en ferge til øyene i {'abcdefghij'[i % 10] * 5}vik"
        f" {'klmnopqrst'[i // 10 % 10] * 4}"
        for i in range(number)
    ]
    return texts, [str(i // 20) for i in range(number)]


def test_the_work_grows_with_the_number_of_measures_however_alike_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared_in_full: list[int] = []
    product = alike.product

    def counting(*arguments: object) -> float:
        compared_in_full.append(1)
        return product(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(alike, "product", counting)
    for number in (200, 400, 800):
        compared_in_full.clear()
        texts, places = many(number)
        compared(texts, places)
        assert 0 < len(compared_in_full) <= alike.CANDIDATES * number


def test_a_piece_leads_to_so_many_and_no_more() -> None:
    texts, places = many(400)
    corpus = alike.describe(texts, [frozenset([one]) for one in places])
    to = alike._leads_to(corpus.leads, range(len(texts)))
    assert max(map(len, to.values())) == alike.COMMON
    assert all(len(its) <= alike.LEADING for its in corpus.leads)
    assert all(len(one.pieces) <= alike.PIECES for one in corpus.texts)


def test_what_many_want_is_found_by_each_of_them_and_in_more_than_one_place() -> None:
    """A piece that many measures have led to none of them once, and then nothing was found in a whole country."""
    texts, places = many(800)
    texts += OTHERS * 20
    places += [str(i) for i in range(120)]
    found = compared(texts, places)
    assert sum(str(i) in found for i in range(800)) > 0.8 * 800
    assert all(places[int(like)] != places[int(id_)] for id_, its in found.items() for like, _, _ in its)


@pytest.fixture
def with_a_draft(tmp_path: Path) -> Register:
    """Return the sample with a draft of another kommune that has a measure like one of Fjellby."""
    shutil.copytree(SAMPLE, tmp_path / "data")
    file = tmp_path / "data/planer/havnes-naeringsplan.yml"
    text = file.read_text("utf-8")
    for old, new in [
        ("slag: steg\n", ""),
        ("planstatus: ikke kjent", "planstatus: utkast"),
        ("tema: [planarbeid, samarbeid]", "tema: [reiseliv]"),
        ("tittel: Gruppe med bedrifter", "tittel: Turstier fra sentrum"),
        ('ordlyd: "Oppnevning av en gruppe', 'ordlyd: "Merke turstier fra sentrum og en gruppe'),
    ]:
        assert text.count(old) == 1
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    register, problems = read_register(tmp_path / "data", IDAG)
    assert register is not None, "\n".join(map(str, problems))
    return register


def test_what_was_found_is_found_again_in_the_store_until_a_text_changes(
    with_a_draft: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = similar.lines_of(with_a_draft)
    store = FileStore(tmp_path)
    made = similar.found(lines, similar.LEAST, store)
    assert made
    store.close()

    def never(*arguments: object) -> None:
        raise AssertionError

    monkeypatch.setattr(similar, "compared", never)
    assert similar.found(lines, similar.LEAST, FileStore(tmp_path)) == made
    with pytest.raises(AssertionError):
        similar.found(lines[1:], similar.LEAST, FileStore(tmp_path))


def test_a_draft_elsewhere_is_labelled_and_the_page_says_why(with_a_draft: Register) -> None:
    one = with_a_draft.tiltak["fjellby-2023-2026/1.2"]
    assert [like.tiltak.id for like in similar.similar(with_a_draft, one)] == ["havnes-naeringsplan/2"]
    renderer = Renderer(with_a_draft, IDAG)
    page = renderer.body("tiltak.html", contexts.of_tiltak(renderer, one)).decode()
    section = page.partition("id=lignende>")[2].partition("</section>")[0]
    assert "Havnes, notat om planarbeid" in section
    assert f"<span class=utkastmerke>{PLANSTATUSORD['utkast']}</span>" in section
    assert "Felles tema: reiseliv. Felles ord: «merke», «turstier», «sentrum»" in section


def test_the_same_wordings_are_compared_once_in_a_preview(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = similar.lines_of(register)
    first = similar.found(lines, similar.LEAST)
    monkeypatch.setattr(similar, "compared", lambda *_: pytest.fail("compared once more"))
    assert similar.found(lines, similar.LEAST) == first
