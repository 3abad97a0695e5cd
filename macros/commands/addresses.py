"""`kildeadresser`: do the addresses of the sources still answer?"""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from ..reading.load import load
from ..reading.web_addresses import broken, web_addresses
from ..tools.web import silent
from .common import Feil, mappe_option

AT_ONCE = 4
"""So many addresses are asked at a time."""
AGAIN_AFTER = 20.0
"""Seconds before one that did not answer is asked once more."""


@click.command()
@mappe_option
@click.option(
    "--vent", default=AGAIN_AFTER, show_default=True, help="Sekunder før en som ikke svarte, spørres igjen."
)
def kildeadresser(mappe: Path, vent: float) -> None:
    """Spør hver nettadresse i dataene om den svarer, og skriver de som ikke gjør det, med fil og linje.

    Trenger nett. En adresse som bare ikke vil svare et program (401, 403, 429), regnes som at den svarer.
    Programmet slutter med 1 når noen ikke svarer.
    """
    data, problems = load(mappe)
    if problems:
        raise Feil("dataene har feil. Kjør «python -m macros sjekk» først.")
    places = web_addresses(data)

    def asked(addresses: list[str]) -> dict[str, str]:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return {
                one: said for one, said in zip(addresses, pool.map(silent, addresses), strict=True) if said
            }

    dead = asked(sorted(places))
    if dead:
        time.sleep(vent)
        dead = asked(sorted(dead))
    found = [one for address, said in dead.items() for one in broken(places[address], address, said)]
    if found:
        click.echo("\n".join(map(str, sorted(found))))
        click.echo(f"{len(dead)} av {len(places)} adresser svarer ikke.")
        sys.exit(1)
    click.echo(f"Alle {len(places)} adressene svarer.")
