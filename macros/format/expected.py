"""What the format expects of a value, in the words of messages, schemas and the field reference."""

from __future__ import annotations

from . import texts, tidsrom

EXPECTED_PATTERNS: dict[str, str] = {
    texts.ID: "små bokstaver a–z, tall og bindestreker",
    texts.NR: "et nummer som «1.1.3» uten punktum til slutt",
    texts.TILTAKSREF: "en plan og et nummer, som «modum-2015-2019/1.1.3»",
    texts.IKKE_TOM: "en tekst som ikke er tom",
    texts.ADRESSE: "en adresse som begynner med https://",
    tidsrom.TIDSROM: "en måned, et kvartal, et tertial eller et halvår, som «2023-05» eller «1. tertial 2023»",
    texts.KILDEFIL: (
        "et filnavn av små bokstaver a–z, tall, bindestreker og punktum, "
        "som slutter på .pdf, .docx, .xlsx, .odt eller .ods"
    ),
    texts.LOVET: (
        "adressen til en plan, et innsatsområde, et tiltak, en rapport, en aktør, et tema eller en kommune"
    ),
    texts.STI: "en adresse på nettstedet, som «planer/modum-2015-2019/tiltak/1.1.3/»",
    r"^[0-9]{4}$": "fire sifre",
    r"^[0-9]{2}$": "to sifre",
    r"^[0-9]{9}$": "ni sifre",
    r"^[0-9a-f]{64}$": "64 heksadesimale tegn",
}
"""What a text with each pattern of the format is."""
EXPECTED_BOUNDS: dict[tuple[float | None, float | None], str] = {
    (texts.FØRSTE_ÅR, texts.SISTE_ÅR): "et årstall",
}
"""The limits of a number that mean more than themselves."""
EXPECTED: dict[str, str] = {
    "string_type": "en tekst",
    "int_type": "et helt tall",
    "float_type": "et tall",
    "date_type": "en dato (år-måned-dag)",
    "tuple_type": "en liste",
    "dict_type": "en gruppe med nøkler",
    "model_type": "en gruppe med nøkler",
    "model_attributes_type": "en gruppe med nøkler",
    "string_too_short": "en tekst som ikke er tom",
    "too_short": "minst én i lista",
    "bool_type": "true eller false",
    "navn_mellomrom": "et navn på én linje, med ett mellomrom mellom ordene og ingen foran eller bak",
    "adresse_tegn": "en adresse uten mellomrom, anførselstegn, omvendte skråstreker og usynlige tegn",
    "adresse_bruker": "en adresse uten brukernavn, altså uten «@» foran nettstedets navn",
    "adresse_vert": "en adresse der nettstedets navn har bokstaver, tall, bindestreker og punktum",
    "kildefil_mappe": "bare navnet på en fil i data/kilder/, uten mappe foran",
}
"""What was expected, by pydantic's name for the error, or ours in `texts.py`."""


def expected_number(least: float | None, most: float | None) -> str:
    """Return what a number with these limits is: «et årstall», «et tall fra 0 til 100», or just «et tall».

    `least` and `most` are None where there is no limit.
    """
    if (least, most) in EXPECTED_BOUNDS:
        return EXPECTED_BOUNDS[least, most]
    if least is None or most is None:
        limit = f", minst {least}" if least is not None else f", høyst {most}" if most is not None else ""
        return EXPECTED["float_type"] + limit
    return f"{EXPECTED['float_type']} fra {least} til {most}"
