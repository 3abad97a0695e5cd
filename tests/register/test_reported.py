"""Which of several sources gives a tiltak its status, and when they disagree."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import read_register
from tests.cases import CASES, IDAG

TILTAK = "testby-2020-2023/1.1"
SOURCE = """\
tittel: Kilde {nr}
kortnavn: Kilde {nr}
utgiver: {utgiver}
kommuner: [testby]
gjelder: {gjelder}
{utgitt}registrert: 2026-01-03
kilde: {{tittel: Kilde {nr}}}
omtale: En kilde til prøve.
punkter:
  - id: veien
    tittel: Veien
    tiltak: [testby-2020-2023/1.1]
    status: {status}
    omtale: Om veien.
    sitat: "Om veien."
    sted: Side 1
    sikkerhet: høy
"""
Source = tuple[str, ...]
"""What a source speaks of, its status, and, where it matters, when it was published and by whom."""


@pytest.fixture
def status(tmp_path: Path) -> Callable[..., str]:
    """Gives the status of a tiltak that these sources alone speak of."""

    def of(*sources: Source) -> str:
        shutil.copytree(CASES / "grunnlag", tmp_path / "data", dirs_exist_ok=True)
        (tmp_path / "data/rapporter/melding-2022.yml").unlink()
        filled = [(*source, "", "")[:4] for source in sources]
        for nr, (gjelder, word, utgitt, utgiver) in enumerate(filled):
            text = SOURCE.format(
                nr=nr,
                gjelder=gjelder,
                status=word,
                utgitt=f"utgitt: {utgitt}\n" if utgitt else "",
                utgiver=utgiver or "testby-kommune",
            )
            (tmp_path / f"data/rapporter/kilde-{nr}.yml").write_text(text, "utf-8")
        register, problems = read_register(tmp_path / "data", IDAG)
        assert register, problems
        tiltak = register.tiltak[TILTAK]
        assert len(tiltak.punkter) == len(sources)
        return tiltak.meldt.status

    return of


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([("2023-T1", "pågår"), ("2023-T2", "gjennomført")], "gjennomført"),
        ([("2022", "gjennomført"), ("2023-T1", "pågår")], "pågår"),
        ([("2023", "stanset"), ("2023-T2", "pågår")], "stanset"),
        ([("2023", "pågår"), ("2023", "pågår")], "pågår"),
        ([("2023", "pågår"), ("2023", "stanset", "", "statens-vegvesen")], "uenig"),
        ([("2023", "pågår", "2024-02-01"), ("2023", "stanset", "2024-03-01", "statens-vegvesen")], "uenig"),
        ([("2023", "pågår", "2024-02-01"), ("2023", "stanset", "2024-03-01")], "stanset"),
        ([("2023", "pågår", "2024-02-01"), ("2023-T3", "stanset", "2024-01-15")], "pågår"),
        ([("2023", "pågår"), ("2023-T3", "stanset")], "uenig"),
        ([("{tekst: udatert}", "stanset"), ("2020", "pågår")], "pågår"),
        ([("{tekst: udatert}", "stanset"), ("{tekst: udatert}", "pågår")], "uenig"),
        ([("2023", "pågår"), ("2023", "stanset"), ("2024", "gjennomført")], "gjennomført"),
        (
            [("{fra: 2023-01, til: 2023-05}", "pågår"), ("2023-05-31", "gjennomført", "2023-06-01")],
            "gjennomført",
        ),
    ],
)
def test_the_latest_source_gives_the_status(
    status: Callable[..., str], sources: list[Source], expected: str
) -> None:
    assert status(*sources) == expected


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([("2022", "gjennomført", True)], "Gjennomført, en del"),
        ([("2022", "pågår", False), ("2022", "gjennomført", True)], "Pågår"),
        ([("2020", "gjennomført", False), ("2022", "pågår", True)], "Gjennomført"),
        ([("2020", "ikke-startet", False), ("2022", "gjennomført", True)], "Gjennomført, en del"),
        ([("2020", "gjennomført", True), ("2022", "pågår", False)], "Pågår"),
        ([("2022", "gjennomført", True), ("2022", "pågår", True)], "Kildene er uenige"),
    ],
)
def test_what_is_said_of_a_part_is_never_of_the_whole(
    tmp_path: Path, sources: list[tuple[str, str, bool]], expected: str
) -> None:
    for nr, (gjelder, word, part) in enumerate(sources):
        text = SOURCE.format(nr=nr, gjelder=gjelder, status=word, utgitt="", utgiver="testby-kommune")
        if part:
            text = text.replace("    omtale: Om veien", "    dekker: del\n    omtale: Om veien")
        _folder(tmp_path).joinpath(f"rapporter/kilde-{nr}.yml").write_text(text, "utf-8")
    register, problems = read_register(tmp_path / "data", IDAG)
    assert register, problems
    assert register.tiltak[TILTAK].meldt.navn == expected


def _folder(tmp_path: Path) -> Path:
    """Return a data folder with a plan and no reports but those added; made when it is not there."""
    data = tmp_path / "data"
    if not data.exists():
        shutil.copytree(CASES / "grunnlag", data)
        (data / "rapporter/melding-2022.yml").unlink()
    return data


def test_the_order_of_the_files_decides_nothing(status: Callable[..., str]) -> None:
    assert status(("2023-T2", "gjennomført"), ("2023-T1", "pågår")) == "gjennomført"
    assert status(("2023", "stanset", "", "statens-vegvesen"), ("2023", "pågår")) == "uenig"
