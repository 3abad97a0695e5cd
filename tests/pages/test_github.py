"""The repository's address, as it is given and as links begin with it."""

from __future__ import annotations

import pytest

from macros.pages.github import repository


@pytest.mark.parametrize(
    "given", ["https://github.com/x/y", "https://github.com/x/y/", "https://github.com/x/y.git"]
)
def test_a_repository_is_known_however_its_address_ends(given: str) -> None:
    assert repository(given) == "https://github.com/x/y"


def test_no_repository_is_none() -> None:
    assert repository("") == ""


@pytest.mark.parametrize("given", ["tull", "github.com/x/y", "https://github.com/x", "http://github.com/x/y"])
def test_what_is_no_address_of_a_repository_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="ventet en adresse som"):
        repository(given)
