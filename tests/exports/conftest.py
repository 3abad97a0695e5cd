"""What the tests of the exports share: the files of the sample, and those of the committed data, without any pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros import read_register
from macros.building.export_outputs import EXPORTS
from macros.building.output import Output
from macros.building.outputs import generated
from macros.exports.published import Published
from macros.pages.render import Renderer
from macros.register.entities import Register
from tests.cases import IDAG
from tests.conftest import BASE, ROOT

COMMIT = "c0ffee" * 6 + "abcd"


def write_files(register: Register, folder: Path, outputs: tuple[Output, ...] = EXPORTS) -> Path:
    """Write what is under /data/ to a folder as if it were the site, and return the folder of version 1."""
    renderer = Renderer(register, IDAG, base=BASE, commit=COMMIT)
    for one in generated(renderer, outputs):
        if not one.is_page:
            (folder / one.file).parent.mkdir(parents=True, exist_ok=True)
            (folder / one.file).write_bytes(one.body(renderer))
    return folder / "data/v1"


@pytest.fixture(scope="session")
def published(register: Register) -> Published:
    """Return the sample as it is published."""
    return Published(register, IDAG, BASE)


@pytest.fixture(scope="session")
def files(register: Register, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of everything that is published of the sample."""
    return write_files(register, tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def real_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of everything that is published of the committed data."""
    register, problems = read_register(ROOT / "data", max(date.today(), IDAG))
    assert register is not None, "\n".join(map(str, problems))
    return write_files(register, tmp_path_factory.mktemp("data"))
