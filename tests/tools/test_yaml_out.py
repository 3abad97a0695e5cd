"""The writer of YAML: the forms that the data are kept in, byte for byte, and that all text comes back as it was."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.changes.lost_addresses import entry
from macros.reading.yaml_reader import read_bytes
from macros.tools import yaml_out
from macros.tools.yaml_out import Plain, Style, Writer, double, modest, natural, verbatim

SIGNS = " \n\t\r:#-'\"\\[]{},&*?|>%@`~=<aåN019.\x00\x7f\x85\u00a0\u2028\ufeff😀"
TEXT = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=["Cs"])), max_size=30)
WORDS = [
    "no",
    "Yes",
    "null",
    "~",
    "true",
    "2024",
    "2024-02-30",
    "1_000",
    "0x1F",
    "1e3",
    "12:30:45",
    ".inf",
    "<<",
    "=",
    "",
]
STYLES: list[Style] = [double, modest, natural, verbatim]
styles = pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)


def examples(test: Callable[..., None]) -> Callable[..., None]:
    """Try a test with the words that YAML takes for something else than text, too."""
    for word in WORDS:
        test = example(text=word)(test)
    return test


def both(written: str) -> Any:
    """Return what PyYAML and the reader of the data read, when they agree; that some signs may not stand in data is another matter."""
    value = yaml.safe_load(written)
    if isinstance(value, dict):
        document = read_bytes(written.encode(), "x.yml")
        if not document.refused:
            assert alike(document.value) == alike(value)
    return value


def alike(value: Any) -> Any:
    """Return a value as both readers have it: the reader of the data makes tuples, and composes letters."""
    if isinstance(value, dict):
        return {alike(key): alike(inner) for key, inner in value.items()}
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    return [*map(alike, value)] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Bygge vei", ['"Bygge vei"', "Bygge vei", "Bygge vei", '"Bygge vei"']),
        ("a, b: c", ['"a, b: c"', '"a, b: c"', "'a, b: c'", '"a, b: c"']),
        ('sa "ja"', ['"sa \\"ja\\""', '"sa \\"ja\\""', 'sa "ja"', "'sa \"ja\"'"]),
        ("no", ['"no"', '"no"', "'no'", '"no"']),
        ("en\nto", ['"en\\nto"', '"en\\nto"', "'en\n\n  to'", "|-\n  en\n  to"]),
        ("en\n\nto\n", ['"en\\n\\nto\\n"', '"en\\n\\nto\\n"', "'en\n\n\n  to\n\n  '", "|\n  en\n\n  to"]),
        ("https://x.no/?a=1#b", ['"https://x.no/?a=1#b"', *["https://x.no/?a=1#b"] * 2, '"https://x.no/?a=1#b"']),
        ("\u2028", ['"\\u2028"', '"\\u2028"', '"\\u2028"', '"\\L"']),
    ],
)  # fmt: skip
def test_a_text_is_guarded_in_four_ways(text: str, written: list[str]) -> None:
    assert [style(text) for style in STYLES] == written


@styles
@examples
@settings(max_examples=60)
@given(text=TEXT)
def test_a_text_comes_back_wherever_it_stands(style: Style, text: str) -> None:
    group = {"tekst": text, "liste": [text, "b"], "gruppe": {"inne": text}, "poster": [{"a": text}, {"b": 1, "c": text}]}  # fmt: skip
    for value in (group, {"x": group}, {text: text}):
        assert both("".join(f"{line}\n" for _, line in yaml_out.lines(value, style))) == value
    assert both(yaml_out.field("ytre", group, style)) == {"ytre": group}
    assert both(yaml_out.field(text, text, style, guarded=(text,))) == {text: text}


@examples
@settings(max_examples=60)
@given(text=TEXT)
def test_what_a_writer_puts_comes_back_and_comments_say_nothing(text: str) -> None:
    writer = Writer("# first")
    writer.put_verbatim(0, ("mål",), text)
    writer.put(0, "deler", "")
    start = len(writer.lines)
    writer.todo(4, text)
    writer.put_verbatim(4, ("deler", 0, "tittel"), text)
    writer.put(4, "deltiltak", "")
    writer.put_verbatim(8, ("deler", 0, "deltiltak", 0, "ordlyd"), text, first=True)
    writer.as_post(start, 4)
    inner = {"tittel": text, "deltiltak": [{"ordlyd": text}]}
    assert both(writer.text) == {"mål": text, "deler": [inner]}
    assert [meant for _, meant in writer.verbatim] == [text] * 3


@examples
@settings(max_examples=60)
@given(text=TEXT)
def test_a_redirect_comes_back(text: str) -> None:
    assert yaml.safe_load(entry("planer/a/#del-1", "planer/b/", text)) == [
        {"gammel": "planer/a/#del-1", "ny": "planer/b/", "grunn": text}
    ]


def test_a_redirect_is_one_line() -> None:
    written = entry("planer/a/tiltak/1/", "planer/b/", 'Planen har "ny" adresse.')
    assert written == '- {gammel: planer/a/tiltak/1/, ny: planer/b/, grunn: "Planen har \\"ny\\" adresse."}'


def test_what_is_no_text_is_never_quoted() -> None:
    values = [
        None,
        True,
        3,
        2.5,
        date(2026, 1, 2),
        Plain("ÅÅÅÅ"),
        {},
        [],
        {"fra": 2020, "til": None},
        [1, "to"],
    ]
    for style in STYLES[:2]:
        written = [yaml_out.inline(value, style) for value in values[:-1]]
        assert written == [
            "null",
            "true",
            "3",
            "2.5",
            "2026-01-02",
            "ÅÅÅÅ",
            "{}",
            "[]",
            "{fra: 2020, til: null}",
        ]
        assert both("".join(f"{line}\n" for _, line in yaml_out.lines({"x": values}, style))) == {"x": values}


def test_every_line_says_what_it_holds() -> None:
    group = {
        "navn": '"no": # \\ \n null',
        "tall": 3,
        "tom": None,
        "liste": ["a", "b, c"],
        "punkter": [{"id": "x", "inne": {"z": "1"}}, {"id": Plain("z")}],
    }
    assert [*yaml_out.lines(group, about={("punkter", "id"): "Et navn."})] == [
        (("navn",), 'navn: "\\"no\\": # \\\\ \\n null"'),
        (("tall",), "tall: 3"),
        (("tom",), "tom: null"),
        (("liste",), 'liste: ["a", "b, c"]'),
        (("punkter",), "punkter:"),
        (("punkter", 0, "id"), "  # Et navn."),
        (("punkter", 0, "id"), '  - id: "x"'),
        (("punkter", 0, "inne"), "    inne:"),
        (("punkter", 0, "inne", "z"), '      z: "1"'),
        (("punkter", 1, "id"), "  # Et navn."),
        (("punkter", 1, "id"), "  - id: z"),
    ]


def test_a_correction_is_written_as_an_editor_pastes_it() -> None:
    fields = {"dato": date(2026, 1, 2), "tiltak": ["a/1.1"], "hva": "Fristen var «2016», og er nå «en\nto»."}
    assert [line for _, line in yaml_out.post(yaml_out.lines(fields, natural))] == [
        "- dato: 2026-01-02",
        "  tiltak: [a/1.1]",
        "  hva: 'Fristen var «2016», og er nå «en",
        "",
        "    to».'",
    ]
