"""The addresses that follow from a kind of thing and its ids alone; `register/addresses.py` makes the rest."""

from __future__ import annotations

LISTS: dict[str, tuple[str, str]] = {
    "kommuner": ("Kommuner", "kommuner/"),
    "planer": ("Planer", "planer/"),
    "innsatsområder": ("Innsatsområder", "innsatsomrader/"),
    "temaer": ("Temaer", "temaer/"),
    "aktører": ("Aktører", "aktorer/"),
    "rapporter": ("Rapporter", "rapporter/"),
    "status": ("Status", "status/"),
    "frister": ("Frister", "frister/"),
    "endringer": ("Hva er nytt", "endringer/"),
    "om": ("Om nettstedet", "om/"),
    "rediger": ("For redaktører", "rediger/"),
}
"""The hand-written pages that others link to: heading and address."""


PAGES: dict[str, str] = {
    "kommune": "kommuner/{}/",
    "plan": "planer/{}/",
    "innsatsområde": "planer/{}/innsatsomrader/{}/",
    "tiltak": "planer/{}/tiltak/{}/",
    "tema": "temaer/{}/",
    "aktør": "aktorer/{}/",
    "rapport": "rapporter/{}/",
}
"""The address of each kind of page, with a place for each id."""


def page_of(slag: str, *ids: str) -> str:
    """The address of the page of a thing of this kind: `page_of("tiltak", "lier-2023-2026", "1.1")`."""
    return PAGES[slag].format(*ids)


def anchor_of(nr: str) -> str:
    """The place of a part with that number on its page."""
    return f"del-{nr}"
