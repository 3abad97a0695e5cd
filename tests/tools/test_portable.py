"""Names that some machine cannot check out."""

from __future__ import annotations

import pytest

from macros.pages.handwritten.rules import bad_names
from macros.tools.portable import unportable


@pytest.mark.parametrize(
    "name", ["aux", "AUX.yml", "con.tar.gz", "nul ", "com1", "Lpt9.md", "x.", "x ", "a:b", "hva?"]
)
def test_what_windows_refuses(name: str) -> None:
    assert unportable(name)


@pytest.mark.parametrize(
    "name", ["auxiliar", "konto.yml", "com", "com10", "1.1", "nulla-1", ".gitignore", "å-æ.md"]
)
def test_what_it_takes(name: str) -> None:
    assert unportable(name) == ""


def test_a_page_is_not_like_another_but_for_case_or_form() -> None:
    names = ["om/index.md", "Om/index.md", "om/\u00e5.md", "om/a\u030a.md"]
    assert len([*bad_names(["docs/om/index.md"], names)]) == 1
    assert len([*bad_names(["docs/om/\u00e5.md"], names)]) == 1
    assert [*bad_names(["docs/om/b.md"], names)] == []
    (said,) = bad_names(["docs/om/aux.md"], names)
    assert "Windows" in str(said)
