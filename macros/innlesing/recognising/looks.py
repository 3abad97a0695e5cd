"""Say what a text looks like by its words alone: something to be done, a short title, a line in a table of contents."""

from __future__ import annotations

import re

from ...format.columns import words as listed

_SHORT_VERBS = frozenset(listed(
    "få gi se gå ta bli bidra nå stå ha la sy slå dra være vere gjere gjøre skape sikre styrke ge vara göra"
))  # fmt: skip
_NOT_VERBS = frozenset(listed(
    "gode mange flere fleire høye høge store små alle andre noen nokre disse desse egne eigne våre mine sine både "
    "denne dette etablerte lokale regionale nasjonale viktige økende felles følgende følgjande åpne grønne trygge "
    "unge eldre norske kommune kommunale bedre betre økte auka større høyere lavere sterke side tabell måned "
    "april august juni jeg vi de hva hvor hvem når fase mulige aktuelle prioriterte øvrige tidligere gamle "
    "bransje klare lange korte færre fleste sterke svake nære fjerne kalde varme rike fattige gjeldende framtidige dagens hele halve "
    "eneste første andre tredje siste neste samme annen anna ulike like ledige ansatte reisende tilgjengelige attraktive"
))  # fmt: skip
_ACTION = re.compile(
    r"(?:det skal|kommunen (?:skal|vil)|vi (?:skal|vil)|skal|må|å|ny|nye|nytt)\s+\w", re.IGNORECASE
)
TILTAK = re.compile(
    r"\b(?:tiltak\w*|handling(?:er|ar|splan\w*)?|aktivitet(?:er|ar)?|oppgaver|oppgåver|prosjekt(?:er)?|virkemid\w*|tiltag|indsatser|"
    r"åtgärd\w*|insatser|skal vi gj[øe]re\w*|vi skal gj[øe]re\w*|slik gj[øe]r vi)",
    re.IGNORECASE,
)
"""What in a heading or a sentence says that tiltak follow."""
EARLIER = re.compile(
    r"\b(?:forrige|førre|tidligere|tidlegare|gjennomførte?|evaluering|status|utført|resultater fra|eksempel|eksempler|har (?:vi )?gjort|er gjort|oppnådd)\b",
    re.IGNORECASE,
)
"""What in a heading says that what follows may be of another plan, or no plan at all."""

BACKGROUND = re.compile(
    r"bakgrunn|innledning|innleiing|forord|utfordring|visjon|verdi|styrke[rn]|svakhet|svakheit|føringer|formål|prosess\b|medvirk|"
    r"medverk|situasjon|analyse|muligheter|trussel|trusler|trend|sammendrag|samandrag|oppfølging|evaluering|om planen|nasjonale|"
    r"organisering|vedlegg|høring|innspill|kilder",
    re.IGNORECASE,
)
"""What in a heading says that what follows is about the plan, and hardly its tiltak."""

ASIDE = re.compile(
    r"\W*(?:(?:våre|overordnede|overordna|aktuelle) )?(?:strategi\w*|mål|delmål|hovedmål|målsett?inger|visjon|utfordringer|status|nåsituasjon)\b",
    re.IGNORECASE,
)
"""A heading over what stands beside the tiltak of an area: its strategies, its mål."""


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"[^\W\d_][\w-]*", text)


def like_an_action(text: str) -> bool:
    """Return whether a text starts as what is to be done does: with an infinitive («Bygge», «Byggja», «Å bygge»), or «Ny»."""
    text = re.sub(r"^[\W\d]+", "", text)
    if _ACTION.match(text):
        return True
    first = next(iter(words(text)), "").lower()
    if first in _SHORT_VERBS:
        return True
    return len(first) > 3 and first[-1] in "ea" and first not in _NOT_VERBS and len(words(text)) > 1


def like_a_title(text: str) -> bool:
    """Return whether a text is short and no sentence, as headings are."""
    return len(words(text)) <= 6 and not text.rstrip().endswith((".", ";")) and not like_an_action(text)


def like_contents(text: str) -> bool:
    """Return whether a line ends in a page number, as in a table of contents: «2.1 Tiltak ....... 7»."""
    return re.search(r"(?:\.{3,}|…|\t| {2,})\s*\d{1,3}\s*$", text) is not None
