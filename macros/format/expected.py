"""What the format expects of a value, in the words of messages, schemas and the field reference."""

from __future__ import annotations

from . import model

EXPECTED_PATTERNS = {
    model.ID: "små bokstaver a–z, tall og bindestreker",
    model.NR: "et nummer som «1.1.3» uten punktum til slutt",
    model.TILTAKSREF: "en plan og et nummer, som «modum-2015-2019/1.1.3»",
    model.IKKE_TOM: "en tekst som ikke er tom",
    model.ADRESSE: "en adresse som begynner med https://",
    model.LOVET: (
        "adressen til en plan, et innsatsområde, et tiltak, en rapport, en aktør, et tema eller en kommune"
    ),
    model.STI: "en adresse på nettstedet, som «planer/modum-2015-2019/tiltak/1.1.3/»",
    r"^[0-9]{4}$": "fire sifre",
    r"^[0-9]{2}$": "to sifre",
    r"^[0-9]{9}$": "ni sifre",
    r"^[0-9a-f]{64}$": "64 heksadesimale tegn",
}
EXPECTED = {
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
}
