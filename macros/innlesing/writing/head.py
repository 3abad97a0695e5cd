"""Write the head of a plan file: what the plan is, each field with the model's own description above it.

What is known is written; what the document says is written with the words that say it (`proposals.py`); what is not known
waits for an editor. A guess would look like knowledge.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from ...format import columns, model
from ...tools.yaml_out import Writer
from .proposals import Proposal

CONTENTS = ("innsatsområder", "deler")
"""The fields of a plan that its head does not have."""
BLANKS: dict[str, str] = {
    "kommuner": "[]",
    "periode": "{fra: ÅÅÅÅ, til: ÅÅÅÅ}",
    "vedtak": "{organ: Kommunestyret, dato: ÅÅÅÅ-MM-DD, sak: null, protokoll_url: null, sak_url: null}",
    "erstatter": '{tittel: ""}',
    "språk": "nb",
    "kilde": '{tittel: "", url: null, sett: null, arkiv: null, fil: null, sider: null, hentet: ÅÅÅÅ-MM-DD}',
    "ord": '{tiltak: ""}',
    "innledning": "|",
    "slag": "tiltak",
    "nummerert_av": "redaksjonen",
    "kolonner": f"[{', '.join(columns.NAMES)}]",
}
"""What stands in a field that nobody has filled in, where it is more than an empty text."""


def write_head(
    writer: Writer,
    known: Mapping[str, str],
    proposed: Mapping[str, Proposal] = MappingProxyType({}),
    *,
    every: bool,
    live: bool,
) -> None:
    """Write the fields of a plan in the order of the model.

    `known`: field -> its value as YAML. `proposed`: what the document says of fields that are not known. `every`: also those that may be left out. `live`: the required ones that are not
    known stand as empty fields, for the checker to ask for; otherwise as comments.
    """
    for name, info in model.Plan.model_fields.items():
        key = info.alias or name
        if key in CONTENTS or not (
            every or info.is_required() or key in known or key in proposed or key in ASKED
        ):
            continue
        if key in known:
            missing = '""' in known[key]
            if every or missing:
                describe(writer, 0, info, "TODO: " if missing else "")
            writer.put(0, key, known[key])
            continue
        if key in proposed:
            writer.comment(0, proposed[key].comment)
            writer.put(0, key, proposed[key].value)
            continue
        blank = BLANKS.get(key, '""')
        describe(writer, 0, info, "TODO: " if info.is_required() or key in ASKED else "Kan utelates. ")
        if live and info.is_required():
            writer.put(0, key, blank)
        else:
            writer.lines.append(f"# {key}: {blank}")


ASKED = ("periode", "vedtak")
"""May be left out by the model; but most plans have them, and an adopted one must say by whom and when."""


def describe(writer: Writer, indent: int, info: FieldInfo, before: str = "") -> None:
    """Write the model's description of a field as a comment, with the words it may hold."""
    text = f"{before}{info.description or ''}"
    if words := _words(info):
        text += f" En av: {', '.join(words)}."
    writer.comment(indent, text)


def _words(info: FieldInfo) -> tuple[str, ...]:
    """Return the fixed words that a field may hold; none for a field that holds anything else."""
    return get_args(info.annotation) if get_origin(info.annotation) is Literal else ()
