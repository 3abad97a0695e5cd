"""What others are told of the site itself: its address, its name, who publishes it, and what its ids begin with.

All of it comes from the configuration, nothing is guessed: without a publisher there is no catalogue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

ENHETSREGISTERET = "https://data.brreg.no/enhetsregisteret/api/enheter/"
"""The address that stands for an organisation in Norwegian catalogues, by its number."""
FIRST_YEAR = 2026
"""The year by which an id's authority owned its name (RFC 4151); never changed, or every id changes."""
_AUTHORITY = r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?,\d{4}(-\d\d(-\d\d)?)?"
_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


class Unusable(ValueError):
    """A setting that cannot be used; the message is for whoever wrote it, in Norwegian."""


@dataclass(frozen=True)
class Nettsted:
    """Hold what is told of the site. Its `repr` says all of it, so it can go into a digest."""

    base: str = "http://127.0.0.1:8000/"
    """Its own address, with a slash at the end."""
    navn: str = "Planportalen"
    beskrivelse: str = ""
    kontakt: str = ""
    """An e-mail address for readers; empty when there is none."""
    utgiver: str = ""
    """The name of the organisation that publishes it; empty when it is not configured."""
    orgnr: str = ""
    """That organisation's number."""
    navnerom: str = ""
    """What ids begin with, «planportalen.example,2026»: a site that moves keeps it. Empty: made of the address."""

    def url(self, path: str) -> str:
        """Return the whole address of something within the site."""
        return self.base + quote(path, safe="/#-._~")

    def webcal(self, path: str) -> str:
        """Return the address by which a calendar program subscribes to a calendar."""
        return f"webcal:{self.url(path).partition(':')[2]}"

    def tag(self, path: str) -> str:
        """Return the id of something, as a `tag:` URI (RFC 4151): it stays when title, text or address change."""
        return f"tag:{self.navnerom or self._own}:{quote(path, safe='/-._~')}"

    @property
    def navn_på_id(self) -> str:
        """Return the host that calendar ids end with."""
        return (self.navnerom or self._own).split(",")[0]

    @property
    def _own(self) -> str:
        host = urlsplit(self.base).hostname or "localhost"
        return f"{re.sub('[^a-z0-9.-]', '-', host).strip('-.') or 'localhost'},{FIRST_YEAR}"

    @property
    def har_katalog(self) -> bool:
        """Return whether a catalogue can be made: publisher and contact are mandatory in it, and must not be invented."""
        return bool(self.utgiver and self.orgnr and self.kontakt)


def nettsted(base: str | None, navn: str, beskrivelse: str | None, extra: dict[str, object]) -> Nettsted:
    """Return the site as configured; `extra`: that of mkdocs.yml. Raises Unusable for a setting that cannot be right."""
    said = {
        key: str(extra.get(key) or "").strip() for key in ("kontakt", "utgiver", "utgiver_orgnr", "navnerom")
    }
    if said["utgiver_orgnr"] and not is_orgnr(said["utgiver_orgnr"]):
        raise Unusable(
            f"PLANPORTAL_UTGIVER_ORGNR: ventet et organisasjonsnummer med ni sifre, fant «{said['utgiver_orgnr']}»."
        )
    if said["navnerom"] and not re.fullmatch(_AUTHORITY, said["navnerom"]):
        raise Unusable(
            f"PLANPORTAL_NAVNEROM: ventet et domene og et år, som «planer.eksempel.no,2026», fant «{said['navnerom']}»."
        )
    return Nettsted(
        f"{(base or Nettsted.base).rstrip('/')}/",
        navn,
        beskrivelse or "",
        said["kontakt"],
        said["utgiver"],
        said["utgiver_orgnr"],
        said["navnerom"],
    )


def is_orgnr(text: str) -> bool:
    """Return whether a text is an organisation number: nine digits, the last of which follows from the others (modulo 11)."""
    if not re.fullmatch(r"\d{9}", text):
        return False
    rest = sum(int(digit) * weight for digit, weight in zip(text, _WEIGHTS, strict=False)) % 11
    return int(text[8]) == (11 - rest) % 11
