from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from macros.__main__ import cli
from tests.cases import CASES
from tests.conftest import ROOT


def test_good_data_says_so_and_exits_with_0() -> None:
    result = CliRunner().invoke(cli, ["sjekk", str(ROOT / "data")])
    assert (result.exit_code, result.output) == (0, "Ingen feil. 4 planer, 185 tiltak.\n")


def test_bad_data_is_listed_with_a_count_and_exits_with_1(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "kommuner.yml").write_bytes((CASES / "grunnlag/kommuner.yml").read_bytes())
    result = CliRunner().invoke(cli, ["sjekk", str(data)])
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "data/fylker.yml:1:1: ventet denne filen, fant den ikke.",
        "data/kommuner.yml:3:10: testby, aktør: kjenner ikke aktøren «testby-kommune».",
        "data/temaer.yml:1:1: ventet denne filen, fant den ikke.",
        "3 feil i dataene. Ingenting er publisert.",
    ]
