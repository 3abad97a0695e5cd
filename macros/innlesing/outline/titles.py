"""Propose a short title: the start of the ordlyd, without «Kommunen skal», cut between words.

Only a proposal: the editors write the titles, and each proposal is marked as one.
"""

from __future__ import annotations

import re

LONGEST = 70
"""As `model.Tittel` has it."""
_LEAD = re.compile(
    r"(?:det skal |(?:[\wæøå-]+ )?kommunen?s? (?:skal|vil) (?:aktivt )?)(?:være (?:en )?pådriver for å |bidra til å )?",
    re.IGNORECASE,
)


def propose(ordlyd: str) -> str:
    """Return a proposed title for a tiltak: at most 70 characters of its ordlyd, on one line and never empty."""
    text = " ".join(ordlyd.split())
    lead = _LEAD.match(text)
    if lead and len(text) - lead.end() > 15:
        text = text[lead.end() :]
    text = text[:1].upper() + text[1:]
    sentence = re.split(r"(?<=\w{3})[.;:](?:\s|$)| [–-] ", text, maxsplit=1)[0]
    if len(sentence) > LONGEST:
        sentence = sentence[: LONGEST + 1].rpartition(" ")[0] or sentence[:LONGEST]
        sentence = re.sub(
            r"(?: (?:og|i|på|for|å|av|til|med|som|en|et|den|det|de|der|eller|ved|fra))+$", "", sentence
        )
    return sentence.strip(" ,.;:") or text[:LONGEST].strip() or ordlyd[:LONGEST]


def is_plain(ordlyd: str) -> bool:
    """Return whether a wording is a title as it stands: nothing of it is cut away, and no abbreviation or bracket is in it."""
    whole = " ".join(ordlyd.split()).strip(" ,.;:")
    proposed = propose(ordlyd)
    lead = len(whole) - len(proposed)
    kept = lead >= 0 and whole[lead:].casefold() == proposed.casefold()
    return kept and not re.search(r"[()\[\]/«»;]|\b\w{1,5}\.(?=\s)|[A-ZÆØÅ]{3}", proposed)
