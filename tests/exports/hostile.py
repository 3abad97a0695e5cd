"""Texts that try to end what they stand in, and a register in which every text of the data is one of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel

from macros import read_register
from macros.register.entities import Register
from tests.cases import IDAG, SAMPLE

HOSTILE = {
    "html": "</title></style></textarea><script>alert(1)</script><img src=x onerror=alert(1)>",
    "attributt": "\" onload=\"alert(1)\" x='y' onfocus='alert(1)",
    "xml": "]]></content></entry><entry><id>x</id><!-- &ond; <!DOCTYPE x>",
    "entitet": "&lt;script&gt; &amp;amp; &#0; &quot;",
    "skript": '</script><script>x</script><!--<script>\u2028"}]};alert(1)//',
    "kalender": "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:falsk\r\nATTACH:http://ond.example/;a,b\\n\\",
    "lang": "æøå🏗️" * 200,
    "turtle": '" . <http://ond.example/> a <http://ond.example/X> . """ \' \\" \\u0022 @nb ^^ #',
    "styretegn": "a\x00b\x07c\x08d\x1b[31me\x7ff\x9fg\ufeffh\ufffe",
    "retning": "\u202eabc\u202d \u2066def\u2067 \u2069\u200f",
    "jinja": "{{ 7*7 }}{% raw %}{# x #} %s %(x)s {0} $x \x02\x03",
    "markdown": "](javascript:alert(1)) `kode` *x* <javascript:alert(1)>",
    "tom": " \t\n ",
}
"""By what each attacks."""

TEXTS = frozenset(
    [
        "tittel",
        "kortnavn",
        "navn",
        "ordlyd",
        "beskrivelse",
        "omtale",
        "sitat",
        "sted",
        "forbehold",
        "organ",
        "sak",
        "hva",
        "hvorfor",
        "tekst",
        "merknad",
        "mål",
    ]
)
"""The fields of free text that these formats show."""


def poisoned(text: str) -> Register:
    """Return the register of the sample with a text in place of every free text."""
    register, problems = read_register(Path(SAMPLE), IDAG)
    assert register is not None, problems
    groups: list[Any] = [
        *register.planer.values(),
        *register.tiltak.values(),
        *register.rapporter.values(),
        *register.aktører.values(),
        *register.temaer.values(),
        *register.kommuner.values(),
        *register.rettelser,
        *(part for plan in register.planer.values() for part in plan.deler),
        *(punkt for rapport in register.rapporter.values() for punkt in rapport.punkter),
    ]
    for one in groups:
        one.data = _with(one.data, text)
    for kommune in register.kommuner.values():
        kommune.navn = text
    return register


def _with(value: Any, text: str) -> Any:
    """Return a value of the file format with a text in place of every free text in it."""
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        changed = {
            name: text if name in TEXTS and isinstance(inner, str) else _with(inner, text)
            for name, inner in fields.items()
        }
        return value.model_copy(update=changed)
    if isinstance(value, tuple):
        return tuple(_with(one, text) for one in value)
    return value
