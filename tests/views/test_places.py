"""Where in its document a tiltak stands, for whoever quotes it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from macros.views.wording.places import place_of


@pytest.mark.parametrize(
    ("sted", "steder", "said"),
    [
        (None, {}, ""),
        ("s. 4, tabell 2", {"mål": "s. 5"}, "s. 4, tabell 2"),
        (None, {"mål": "s. 4, tabell 2"}, "s. 4"),
        (None, {"mål": "s. 4, tabell 2", "frist": "s. 4, tabell 3"}, "s. 4"),
        (None, {"mål": "s. 4", "frist": "side 5–6, nederst"}, "s. 4, side 5–6"),
        (None, {"mål": "tabell 2"}, "tabell 2"),
    ],
)
def test_a_citation_names_the_place_or_the_pages_of_the_cells(
    sted: str | None, steder: dict[str, str], said: str
) -> None:
    tiltak: Any = SimpleNamespace(data=SimpleNamespace(sted=sted, steder=steder))
    assert place_of(tiltak) == said
