"""What is lacking in the tiltak of each kommune."""

from __future__ import annotations

from macros.format.texts import UTEN_INNHOLD
from macros.register.entities import Register
from macros.views.data_quality import SAVN, kvalitet


def test_what_is_lacking_is_counted_for_each_kommune_and_once_for_all(register: Register) -> None:
    *rows, total = kvalitet(register)
    assert [row.kommune.navn for row in rows if row.kommune] == [
        one.navn for one in register.kommuner.values() if one.tiltak
    ]
    granvik = next(row for row in rows if row.kommune and row.kommune.id == "granvik")
    tiltak = register.kommuner["granvik"].tiltak
    assert granvik.totalt == len(tiltak)
    without = [one for one in tiltak if not one.data.frist or one.data.frist.tekst in UTEN_INNHOLD]
    assert granvik.savnet["Uten frist"] == len(without)
    assert granvik.savnet["Uten status"] == sum(one.meldt.status == "ikke-rapportert" for one in tiltak)
    assert total.kommune is None
    assert total.totalt == len({one.id for row in rows if row.kommune for one in row.kommune.tiltak})
    assert set(total.savnet) == set(SAVN)
    assert all(0 <= number <= row.totalt for row in (*rows, total) for number in row.savnet.values())
