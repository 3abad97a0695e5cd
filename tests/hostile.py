"""Hostile texts in every text of the data: what a site is made of when whoever wrote the data means harm.

`python -m tests.hostile FOLDER` builds such a site of the sample. The checker would refuse some of it; here it is passed
by, so that what is shown has to hold alone.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin
from unittest.mock import patch

from pydantic import BaseModel

from macros.format.texts import IKKE_TOM
from macros.reading.load import load
from macros.register.build import build
from macros.register.entities import Register
from tests.cases import IDAG, SAMPLE

EVIL = "evil.example"
"""The host that nothing may ever lead to."""
MARK = "hostil"
"""A word in every hostile text: the name of no element, attribute, property or key of ours."""
FIRST = {
    "formel": f'=HYPERLINK("https://{EVIL}/{MARK}","x")',
    "pluss": f"+{MARK}+cmd|' /C calc'!A0",
    "krøll": f"@SUM({MARK})",
    "minus": f"-{MARK}",
}
"""What does harm when it stands first in a text."""
LATER = (
    f"<script>window.{MARK}=1</script>",
    f"\"><img src=x onerror=window.{MARK}=2><{MARK} x='",
    f"' onmouseover='window.{MARK}=3' {MARK}='",
    f"</script></style></title></textarea><svg onload=window.{MARK}=4><{MARK}>",
    f"--><!-- {MARK} ]]> <![CDATA[ <?{MARK} ?> </svg>",
    f"javascript:window.{MARK}=5 [x](javascript:{MARK}) ![x](https://{EVIL}/x.png) <https://{EVIL}/> @{MARK}",
    f"{{{{ {MARK} }}}} {{% {MARK} %}} ${{{MARK}}} %({MARK})s %b %s &lt;{MARK}&gt; &amp; &#60;",
    f"?x=1&value={MARK}#{MARK}",
    f'\nATTACH:https://{EVIL}/{MARK}\nEND:VEVENT\n{MARK},"{MARK}";\\n\\u0022 \\" . <https://{EVIL}/> <x> "@nn .\n# {MARK}: |',
    f"# {MARK}\n\n- [ ] a | b | c\n\n```\n{MARK}",
)
"""What does harm wherever it stands."""


def texts_of(kind: type[BaseModel]) -> set[str]:
    """Return the fields of a model that hold free text: not one of a set of words, an id, a number or an address."""
    return {name for name, field in kind.model_fields.items() if _free(field.annotation, field.metadata)}


def _free(annotation: Any, metadata: list[Any]) -> bool:
    """Return whether a type, with what a field says more of it, can be any text at all."""
    if annotation is str:
        patterns = {getattr(one, "pattern", None) for one in _flat(metadata)}
        return patterns <= {None, IKKE_TOM}
    more = getattr(annotation, "__metadata__", None)
    if more is not None:
        return _free(get_args(annotation)[0], [*metadata, *more])
    inner = [one for one in get_args(annotation) if one not in (NoneType, Ellipsis)]
    return any(_free(one, metadata) for one in (inner[1:] if get_origin(annotation) is dict else inner))


def _flat(metadata: list[Any]) -> list[Any]:
    return [inner for one in metadata for inner in (one, *getattr(one, "metadata", ()))]


def poisoned(value: Any, text: str, *, free: bool = False) -> Any:
    """Return a value of the data with `text` first and every other hostile text after what stood in each free text."""
    if isinstance(value, BaseModel):
        free_ones = texts_of(type(value))
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        return value.model_copy(
            update={name: poisoned(one, text, free=name in free_ones) for name, one in fields.items()}
        )
    if isinstance(value, str):
        return f"{text} {value} {' '.join(LATER)}" if free and value else value
    if isinstance(value, dict):
        return {key: poisoned(one, text, free=free) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(poisoned(one, text, free=free) for one in value)
    return value


def hostile_register(first: str, data: Path = SAMPLE, idag: date = IDAG) -> Register:
    """Return the register of the sample with hostile texts everywhere, each beginning with `FIRST[first]`."""
    loaded, problems = load(data)
    assert not problems, problems
    for name in (
        "fylker",
        "kommuner",
        "temaer",
        "aktører",
        "planer",
        "rapporter",
        "rettelser",
        "videresendinger",
    ):
        setattr(loaded, name, poisoned(getattr(loaded, name), FIRST[first]))
    return build(loaded, idag)


def main(site: str) -> None:
    """Build the site into the folder `site`, from the project that this is run in."""
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    os.environ |= {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}

    def read(data: Path, idag: date, *_: Any, **__: Any) -> tuple[Register, list[Any]]:
        return hostile_register("formel", data, idag), []

    with patch("macros.building.define_env.read_register", read):
        build_site(load_config("mkdocs.yml", site_dir=site))


if __name__ == "__main__":
    main(sys.argv[1])
