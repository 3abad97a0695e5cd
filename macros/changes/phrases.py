"""Put things and differences into words, in Norwegian and as Markdown: what each is called, what is another than before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel

from ..format.columns import COLUMNS
from ..format.frist import dato
from ..format.kinds import KINDS, Slag
from ..reading.inventory import Ting
from .markdown import marked, plain


def counted(slag: Slag, count: int) -> str:
    """Return a count of things of a kind in words: «1 aktør», «2 aktører»."""
    return f"{count} {KINDS[slag].en if count == 1 else KINDS[slag].flere}"


def called(ting: Ting) -> str:
    """Return the words for a thing in the middle of a sentence: «tiltak 1.1 i Testby 2020–2023»."""
    data, the = ting.data, KINDS[ting.slag].bestemt
    match ting.slag:
        case "plan" | "rapport":
            return f"{the} {plain(data.kortnavn)}"
        case "tiltak":
            return f"{ting.øverst.data.slag} {plain(data.nr)} i {plain(ting.øverst.data.kortnavn)}"
        case "innsatsområde" | "del":
            name = plain(data.nr or data.tittel or data.mål or ting.id)
            return f"{ting.slag} {name} i {plain(ting.øverst.data.kortnavn)}"
        case "punkt":
            return f"{the} «{plain(data.tittel)}» (`{data.id}`) i {plain(ting.øverst.data.kortnavn)}"
        case "rettelse":
            return f"{the} fra {dato(data.dato)} («{plain(data.hva)}»)"
        case "videresending":
            return f"{the} fra {plain(data.gammel)}"
    return f"{the} {plain(data.navn)} (`{ting.id}`)"


def listed(ting: Ting, inside: Counter[Slag]) -> str:
    """Return the words for a thing in a line of things that are new or gone.

    `inside`: how many things of each kind came or went with it.
    """
    data = ting.data
    match ting.slag:
        case "plan" | "rapport":
            counts = [
                counted(slag, inside[slag]) for slag in ("innsatsområde", "tiltak", "punkt") if inside[slag]
            ]
            return f"{plain(data.tittel)} (`{ting.id}`){': ' if counts else ''}{', '.join(counts)}"
        case "tiltak":
            top = plain(ting.øverst.data.kortnavn)
            return f"{plain(data.nr)} {plain(data.tittel)}: «{plain(data.ordlyd)}» i {top}"
        case "videresending":
            return f"{plain(data.gammel)} -> {plain(data.ny)} ({plain(data.grunn)})"
        case "rettelse":
            return f"{dato(data.dato)}: {plain(data.hva)} {plain(data.hvorfor)}"
        case "innsatsområde" | "del" | "punkt":
            return called(ting)
    return f"{plain(data.navn)} (`{ting.id}`)"


def differences(label: str, old: Any, new: Any) -> Iterator[str]:
    """Yield a sentence for each difference between two values of a field, however deep; `label` names the field."""
    if repr(old) == repr(new):
        return
    if isinstance(old, BaseModel) and type(old) is type(new):
        for name in type(old).model_fields:
            inner = PARTS.get((label, name)) or f"{label} ({name.rstrip('_')})"
            inner = label if name == "tekst" else inner
            yield from differences(inner, getattr(old, name), getattr(new, name))
    elif isinstance(old, tuple | dict) and isinstance(new, tuple | dict):
        yield from _lists(label, _items(old), _items(new))
    elif old is not None and new is not None and (isinstance(old, tuple) or isinstance(new, tuple)):
        # What may stand alone or in a list is a list of one.
        yield from _lists(label, *(_items(one if isinstance(one, tuple) else (one,)) for one in (old, new)))
    elif isinstance(old, str) and isinstance(new, str) and old and new and len(f"{old} {new}".split()) > 2:
        yield f"{label} er endret: «{marked(old, new)}»"
    elif old is None:
        yield f"{label} er lagt til: {_shown(new)}"
    elif new is None:
        yield f"{label} er tatt bort: {_shown(old)}"
    else:
        yield f"{label}: {_shown(old)} -> {_shown(new)}"


def _items(values: Any) -> list[Any]:
    """Return the members of a list; those of a group are pairs of key and value."""
    return list(values.items()) if isinstance(values, dict) else list(values)


def _lists(label: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[str]:
    """Yield what has been added to a list, taken out of it, or moved within it."""
    before, after = Counter(map(repr, old)), Counter(map(repr, new))
    gone, come = before - after, after - before
    left = [one for one in old if gone[repr(one)]]
    added = [one for one in new if come[repr(one)]]
    if len(left) == len(added) == 1 and (words := [_wording(one) for one in (*left, *added)])[0]:
        yield from differences(label, *words)
        return
    parts = [f"{word} {_all(items)}" for word, items in (("lagt til", added), ("tatt bort", left)) if items]
    yield f"{label}: {'; '.join(parts)}" if parts else f"{label}: rekkefølgen er nå {_all(new)}"


def _wording(item: Any) -> str | None:
    """Return the text of a member that is nothing but its text; None for others."""
    return item if isinstance(item, str) and " " in item else getattr(item, "ordlyd", None)


def _all(items: Sequence[Any]) -> str:
    """Return the members of a list in a sentence."""
    return ", ".join(map(_shown, items)) or "ingen"


def _shown(value: Any) -> str:
    """Return a value in a sentence."""
    match value:
        case None:
            return "ingenting"
        case str():
            return f"«{plain(value)}»" if value.strip() else "bare mellomrom" if value else "en tom tekst"
        case date():
            return dato(value)
        case BaseModel():
            given = (
                (name.rstrip("_"), one) for name, one in vars(value).items() if one not in (None, (), {})
            )
            return f"({', '.join(f'{name}: {_shown(one)}' for name, one in given)})"
        case (str() as word, str() as meaning):
            return f"{_shown(word)} = {_shown(meaning)}"
        case list() | tuple() | dict():
            return _all(_items(value))
    return str(value)


def label(field: str) -> str:
    """Return the words for a field: «fristen»; «feltet «x»» for one that has none in `LABELS`."""
    key = field.rstrip("_")
    return LABELS.get(key, f"feltet «{plain(key)}»")


LABELS = {
    "tittel": "tittelen",
    "kortnavn": "kortnavnet",
    "navn": "navnet",
    "type": "typen",
    "eier": "eieren",
    "kommuner": "kommunene",
    "periode": "perioden",
    "planstatus": "planstatusen",
    "dokument": "hva dokumentet er",
    "innledning": "innledningen",
    "vedtak": "vedtaket",
    "erstatter": "planen den erstatter",
    "registrert": "dagen den ble registrert",
    "språk": "språket",
    "kilde": "kilden",
    "ord": "planens egne ord",
    "omtale": "omtalen",
    "merknad": "merknaden",
    "nummerert_av": "hvem som har satt numrene",
    "kolonner": "kolonnene planen har",
    "ordlyd": "ordlyden",
    **{column.navn: column.bestemt for column in COLUMNS},
    "delmål": "milepælene slik vi leser dem",
    "deltiltak": "punktene under tiltaket",
    "nevner": "aktørene som ordlyden nevner",
    "viderefører": "tiltakene i eldre planer som det viderefører",
    "nr_trykt": "nummeret som trykt",
    "tittel_trykt": "tittelen som trykt",
    "tittel_fra": "hvem som har skrevet tittelen",
    "tema": "temaene",
    "tiltak": "tiltakene det gjelder",
    "status": "statusen",
    "måloppnåelse": "måloppnåelsen",
    "sitat": "sitatet",
    "sted": "stedet i kilden",
    "steder": "stedene i dokumentet der cellene står",
    "sikkerhet": "sikkerheten",
    "tall": "tallene",
    "aktører": "aktørene",
    "utgiver": "utgiveren",
    "planer": "planene",
    "gjelder": "tiden den forteller om",
    "forbehold": "forbeholdet",
    "varianter": "skrivemåtene",
    "fra": "første år",
    "til": "siste år",
    "forelder": "det den er en del av",
    "etterfølger": "etterfølgeren",
    "medlemmer": "medlemmene",
    "orgnr": "organisasjonsnummeret",
    "numre": "kommunenumrene",
    "beskrivelse": "beskrivelsen",
}
"""What to call a field, by its key; one that is not here is called by its key."""
PARTS = {
    ("vedtaket", "sak"): "saksnummeret for vedtaket",
    ("vedtaket", "protokoll_url"): "adressen til protokollen fra vedtaket",
    ("vedtaket", "sak_url"): "adressen til saken",
    ("kilden", "tittel"): "tittelen på kilden",
    ("kilden", "url"): "adressen til kilden",
    ("kilden", "sett"): "dagen kilden sist ble sett på nett",
    ("kilden", "arkiv"): "adressen til en kopi av kilden i et nettarkiv",
    ("kilden", "fil"): "filen som leseren kan laste ned",
    ("kilden", "sider"): "sidene i kilden",
    ("kilden", "sha256"): "fingeravtrykket av teksten dataene er skrevet etter",
    ("kilden", "hentet"): "dagen kilden ble hentet",
}
"""What to call a part of a field, by the words for the field and the key of the part."""
