"""The table of the kinds of things: whole in itself, of one mind with the data, and read by all that need it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from macros.format.kinds import FILSLAG, KINDS, Delslag, Kind, Slag, file_kind, file_of, table
from macros.format.paths import page_of
from macros.reading.inventory import things
from macros.reading.load import load
from tests.cases import CASES, SAMPLE
from tests.conftest import ROOT


def test_every_kind_has_every_noun_form() -> None:
    assert list(get_args(Slag)) == list(KINDS)
    for slag, kind in KINDS.items():
        assert all((kind.en, kind.flere, kind.bestemt)), slag
        assert kind.ny in ("ny", "nytt"), slag
        assert kind.bestemt.endswith("t" if kind.ny == "nytt" else "n"), (
            f"{slag}: ny, nytt or its definite form"
        )


@pytest.mark.parametrize("folder", [ROOT / "data", SAMPLE, CASES / "grunnlag"])
def test_each_file_of_the_data_is_of_one_kind(folder: Path) -> None:
    for path in folder.rglob("*.yml"):
        found = [kind.slag for kind in FILSLAG if path in folder.glob(kind.filer)]
        assert len(found) == 1, f"{path} is of the kinds {found}"


def test_the_data_hold_things_of_each_kind() -> None:
    data, _ = load(SAMPLE)
    assert {ting.slag for ting in things(data)} == set(KINDS)
    for kind in FILSLAG:
        assert {one.file for one in things(data) if one.slag == kind.slag} <= {
            f"{data.root}/{path.relative_to(SAMPLE).as_posix()}" for path in SAMPLE.glob(kind.filer)
        }


def test_a_thing_of_an_unknown_kind_or_without_the_thing_asked_for_is_an_error() -> None:
    with pytest.raises(KeyError):
        page_of("møte", "x")  # type: ignore[arg-type]
    with pytest.raises(KeyError):
        page_of("fylke", "33")
    with pytest.raises(TypeError, match="«tiltak» has no files of its own"):
        file_of("tiltak")


FYLKE = file_kind("fylke")


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (replace(FYLKE, slag="tema"), "tema and tema have the same slag, tema"),
        (replace(FYLKE, flere="temaer"), "tema and fylke have the same flere, temaer"),
        (replace(FYLKE, sti="temaer/{}.yml"), "tema and fylke have the same hvor, temaer"),
        (Delslag(slag="fylke", en="f", flere="f", bestemt="f", ny="ny", felt="deler"), "del and fylke have the same felt, deler"),
    ],
)  # fmt: skip
def test_two_kinds_that_share_a_word_a_file_or_a_field_are_an_error(other: Kind, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        table(*(kind for kind in KINDS.values() if kind.slag != "fylke"), other)


ENTRY = """    Filslag(
        slag="møte", en="møte", flere="møter", bestemt="møtet", ny="nytt",
        sti="moter.yml", form="etter id", modell=model.Tema, beskrivelse="Møtene etter id.",
        side="moter/{}/", liste="møter", oppslag=True, avgrenser="på",
    ),
    Filslag(
        slag="rettelse","""
INVENTORY = """    "møte": lambda data: (
        Ting("møte", id_, one, f"{data.root}/{file_of('møte')}", (id_,)) for id_, one in data.møter.items()
    ),
    "rettelse": _rettelser,"""
FURTHER = [
    ("LISTS in macros/format/paths.py", '    "planer": (', '    "møter": ("Møter", "moter/"),\n    "planer": ('),
    ("LOVET in macros/format/texts.py", "kommuner|aktorer", "kommuner|moter|aktorer"),
    ("Data in macros/reading/data.py", "    root: str", "    møter: dict[str, model.Tema] = field(default_factory=dict)\n    root: str"),
    ("_INVENTORY in macros/reading/inventory.py", '    "rettelse": _rettelser,', INVENTORY),
    ("TRAITS in macros/changes/matching.py", '    "rettelse": (', '    "møte": (_field("navn"),),\n    "rettelse": ('),
    ("Register in macros/register/entities.py", "    temaer: dict[str, Tema]", "    møter: dict[str, Tema] = field(default_factory=dict)\n    temaer: dict[str, Tema]"),
]  # fmt: skip
"""What the new kind needs besides its entry: where, and the line that is put in there."""
READERS = """
import json, sys
from datetime import date
from pathlib import Path
from macros.changes import lost_addresses, matching, phrases, sentences
from macros.checking import advice, reference_rules
from macros.format import json_schema, paths
from macros.pages import render
from macros.pages.handwritten import macro_arguments
from macros.reading.load import load

folder = Path("data")
before, missing = load(folder)
json_schema.write_schemas(folder)
(folder / "moter.yml").write_text(json_schema.first_line("moter") + "\\nvar: {navn: Vår, beskrivelse: Om våren.}\\n", "utf-8")
after, problems = load(folder)
known = reference_rules.known_ids(after)
print(json.dumps({
    "missing": [one.file for one in missing],
    "problems": [str(one) for one in (*problems, *advice.advice(after, folder, date(2026, 11, 21)))],
    "schema": sorted(path.name for path in folder.glob("skjema/mot*")),
    "page": paths.page_of("møte", "var"),
    "known": known.has("møte", "var") and not known.has("møte", "host"),
    "lines": [one.tekst for one in sentences.sentences(matching.compare(load(Path(sys.argv[1]))[0], after))],
    "counted": phrases.counted("møte", 2),
    "plural": render.PLURALS["møte"],
    "macros": ["møte" in macro_arguments.NOUNS, macro_arguments.PLACES["møte"]],
}))
"""


def _replaced(path: Path, old: str, new: str) -> None:
    """Put `new` in a file in place of `old`, which must be there."""
    text = path.read_text("utf-8")
    assert old in text, f"{path.name} has no {old!r} any more"
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_kind_that_is_added_is_asked_for_what_it_needs_and_then_seen_by_all(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "macros", tmp_path / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(SAMPLE, tmp_path / "data")
    earlier = shutil.copytree(SAMPLE, tmp_path / "før" / "data")
    (earlier / "moter.yml").write_text("{}\n", "utf-8")

    def run() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-X", "utf8", "-c", READERS, str(earlier)]
        return subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
        )

    _replaced(tmp_path / "macros/format/kinds.py", '    Filslag(\n        slag="rettelse",', ENTRY)
    waiting = {where: (old, new) for where, old, new in FURTHER}
    while waiting:
        last = run().stderr.splitlines()[-1]
        assert last.startswith("TypeError: "), last
        where = last.removeprefix("TypeError: ").split(" lacks ")[0]
        assert where in waiting, f"{last}\nasked for more than once, or for nothing that FURTHER knows"
        _replaced(tmp_path / where.split(" in ")[1], *waiting.pop(where))
    result = run()
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout) == {
        "missing": ["data/moter.yml"],
        "problems": [],
        "schema": ["moter.json"],
        "page": "moter/var/",
        "known": True,
        "lines": ["Nytt møte: Vår (`var`)"],
        "counted": "2 møter",
        "plural": "møter",
        "macros": [True, "på"],
    }
