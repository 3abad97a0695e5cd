"""A document as a type of the format: what is wrong in it as problems, and the rest as if that were left out."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag, TypeAdapter, ValidationError

from ..format import texts
from ..format.expected import EXPECTED, EXPECTED_PATTERNS, expected_number
from ..tools.nearness import did_you_mean
from ..tools.problem import Problem
from .document import Document, KeyPath
from .limits import MOST_PROBLEMS

Limits = tuple[float | None, float | None]
"""The least and the greatest that a number may be; None where there is no limit."""


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Return pydantic's validator of a type; making one costs far more than using it, so each is made once."""
    return TypeAdapter(kind)


def validate(kind: Any, document: Document, problems: list[Problem]) -> tuple[Document, Any]:
    """Return `document` as the type `kind`, and note its problems in `problems`.

    What is wrong is left out or stood in for and the rest tried again, so that the checks that need more than one
    file still see the rest. Returns the document as left, and None for the value when too little is left.
    """
    for _ in range(ROUNDS):
        try:
            return document, adapter(kind).validate_python(document.value)
        except ValidationError as error:
            # Later rounds find only what the stand-ins cause.
            if not document.left_out:
                problems += _translate(kind, document, error)
            if error.error_count() > MOST_PROBLEMS:
                return document, None
            document = _mend(kind, document, error)
    return document, None


ROUNDS = 8
"""How often what is wrong is left out before the rest is given up."""
LEFT_OUT = f"utelatt-{secrets.token_hex(16)}"
"""Stands for a required text that is missing or wrong; problems about it are not reported.

Made anew in each process: a text that anybody could write, in a value or a file's name, would switch the checks off."""


def _mend(kind: Any, document: Document, error: ValidationError) -> Document:
    """Return the document without what `error` says is wrong, and with stand-ins for what must be there."""
    errors = error.errors()
    wrong = {_written(document, tuple(one["loc"])) for one in errors if one["type"] != "missing"}
    wrong |= {_written(document, tuple(one["loc"])) for one in errors if one["type"] == "extra_forbidden"}
    mended = document.without(wrong | {(LEFT_OUT,)})
    for one in errors:
        keys = tuple(one["loc"])
        if one["type"] == "missing" and (not keys[:-1] or keys[:-1] in mended.places):
            mended.with_value(keys, _stand_in(kind, keys))
            mended.left_out |= {keys}
    return mended


def _stand_in(kind: Any, keys: KeyPath) -> Any:
    """Return what may stand at `keys`: the first choice, an empty list or group, an early day, or a text."""
    annotation = _annotation_at(kind, keys)
    choices = get_args(annotation)
    if get_origin(annotation) is Literal:
        return choices[0]
    if annotation is date:
        return date(2000, 1, 1)
    if get_origin(annotation) is tuple:
        return (LEFT_OUT,) if choices[0] is not Ellipsis and _plain(choices[0]) is str else ()
    return {} if _model_at(annotation, ()) else LEFT_OUT


def _annotation_at(kind: Any, keys: KeyPath) -> Any:
    """Return the type of the field at `keys`, without what pydantic adds to it; a text when there is no such field."""
    found = _model_at(kind, keys[:-1])
    names = {info.alias or name: info for name, info in found.model_fields.items()} if found else {}
    return _plain(names[str(keys[-1])].annotation) if str(keys[-1]) in names else str


def _plain(annotation: Any) -> Any:
    """Return a type without its `Annotated`."""
    return _plain(get_args(annotation)[0]) if get_origin(annotation) is Annotated else annotation


def _translate(kind: Any, document: Document, error: ValidationError) -> Iterator[Problem]:
    """Yield pydantic's errors as problems: one for each place, alternatives of a union joined by «eller»."""
    known = {problem.line: problem for problem in document.problems}
    expected: dict[tuple[KeyPath, str], list[str]] = {}
    for one in islice(error.errors(), 2 * MOST_PROBLEMS):
        keys = tuple(one["loc"])
        type_ = one["type"]
        if type_ == "extra_forbidden":
            yield _unknown_key(kind, document, keys)
        elif type_ == "missing":
            yield _missing(kind, document, keys)
        elif keys[-1:] == ("[key]",):
            is_id = one.get("ctx", {}).get("pattern") == texts.ID
            message = f"ventet {'en id av ' * is_id}{_expectation(kind, one)}, fant «{keys[-2]}»."
            yield document.problem(keys[:-1], message, at_key=True)
        elif type_ == "too_short" and _value(document, _written(document, keys)):
            continue  # pydantic does not count the items that are themselves wrong
        else:
            place = _written(document, keys)
            expected.setdefault((place, type_), []).append(_expectation(kind, one))
    merged: dict[KeyPath, list[str]] = {}
    for (keys, _), words in expected.items():
        merged.setdefault(keys, []).extend(word for word in words if word not in merged.get(keys, []))
    for keys, words in merged.items():
        # What could not be read is None, and its problem is told already.
        if document.place(keys).line in known and _value(document, keys) is None:
            continue
        yield _mismatch(document, keys, words)


def _written(document: Document, keys: KeyPath) -> KeyPath:
    """Return the part of a pydantic location that stands in the file (unions and keys add words of their own)."""
    if keys and keys[-1] == "[key]":
        return keys[:-1]
    found: KeyPath = ()
    for key in keys:
        if (*found, key) in document.places:
            found = (*found, key)
    return found


def _value(document: Document, keys: KeyPath) -> Any:
    """Return the value at `keys`."""
    value = document.value
    for key in keys:
        value = value[key]
    return value


def _unknown_key(kind: Any, document: Document, keys: KeyPath) -> Problem:
    """Return the problem of a key that the format does not have there, with the likeliest known one."""
    key = str(keys[-1])
    names = list(_fields(kind, keys[:-1]))
    keys = _written(document, keys)
    hint = did_you_mean(key, names) or f"Kjente nøkler her: {', '.join(names)}."
    return document.problem(keys, f"ventet en kjent nøkkel, fant «{key}».", hint, at_key=True)


def _missing(kind: Any, document: Document, keys: KeyPath) -> Problem:
    """Return the problem of a key that must be there and is not, with what the key is for."""
    key = str(keys[-1])
    hint = _fields(kind, keys[:-1]).get(key, "")
    # What pydantic calls the member of a union is no key of the file.
    return document.problem((*_written(document, keys[:-1]), key), f"ventet «{key}», fant den ikke.", hint)


def _mismatch(document: Document, keys: KeyPath, words: list[str]) -> Problem:
    """Return the problem of a value that is none of what `words` say was expected, with a hint when one is likely."""
    value = _value(document, keys)
    place = document.place(keys)
    hint = ""
    if isinstance(value, int | float) and not isinstance(value, bool) and "en tekst" in words:
        hint = f'Sett verdien i anførselstegn: "{place.raw}".'
    elif isinstance(value, str) and words[0].startswith("en av: "):
        hint = did_you_mean(value, words[0].removeprefix("en av: ").split(", "))
    elif isinstance(value, str) and "en liste" in words:
        hint = f"Skriv [{value}]."
    return document.problem(keys, f"ventet {' eller '.join(words)}, fant {_found(value, place.raw)}.", hint)


def _found(value: Any, raw: str) -> str:
    """Return how a message names the value that was found; `raw` is how it is written in the file."""
    if value is None:
        return "ingenting"
    if isinstance(value, dict):
        return "en gruppe med nøkler"
    if isinstance(value, tuple):
        return "en tom liste" if not value else "en liste"
    if isinstance(value, str):
        short = value if len(value) <= 120 else f"{value[:120]} …"
        return f"«{short}»" if value.strip() else "en tom tekst"
    return f"«{raw}» uten anførselstegn"


def _expectation(kind: Any, error: Any) -> str:
    """Return what a pydantic error about a file of this type says was expected, in Norwegian."""
    context: dict[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "literal_error":
            words = str(context["expected"]).replace("'", "").replace(" or ", ", ")
            return f"en av: {words}"
        case "string_too_long":
            return f"høyst {context['max_length']} tegn"
        case "greater_than_equal" | "less_than_equal":
            return expected_number(*_limits_at(kind, tuple(error["loc"]), context))
        case "string_pattern_mismatch":
            return EXPECTED_PATTERNS[context["pattern"]]
    return EXPECTED.get(error["type"], str(error["msg"]))


def _limits_at(kind: Any, keys: KeyPath, broken: dict[str, Any]) -> Limits:
    """Return both limits of the number at this place of a file of this type.

    Pydantic's error tells only the limit that is `broken` (`{"ge": 1900}`); the other one stands in the field.
    """
    found = _model_at(kind, keys[:-1])
    while keys and (found is None or str(keys[-1]) not in _fields(kind, keys[:-1])):
        keys = keys[:-1]  # the name of an alternative, or the number of an item in a list
        found = _model_at(kind, keys[:-1])
    told = (broken.get("ge"), broken.get("le"))
    if found is None or not keys:
        return told
    info = next(info for name, info in found.model_fields.items() if (info.alias or name) == keys[-1])
    limits = _limits(Annotated[info.annotation, info])
    return next((one for one in limits if told[0] in (None, one[0]) and told[1] in (None, one[1])), told)


def _limits(annotation: Any) -> Iterator[Limits]:
    """Yield the lower and upper limit of every number that a type allows."""
    if get_origin(annotation) is Annotated:
        inner, *about = get_args(annotation)
        parts = [part for one in about for part in (one, *getattr(one, "metadata", ()))]
        least = next((one.ge for one in parts if hasattr(one, "ge")), None)
        most = next((one.le for one in parts if hasattr(one, "le")), None)
        if least is not None or most is not None:
            yield least, most
        yield from _limits(inner)
    else:
        for one in get_args(annotation):
            yield from _limits(one)


def _fields(kind: Any, keys: KeyPath) -> dict[str, str]:
    """Return the keys that may stand at `keys` in a file of this type, each with its description."""
    found = _model_at(kind, keys)
    if found is None:
        return {}
    return {info.alias or name: info.description or "" for name, info in found.model_fields.items()}


def _tags(kind: Any) -> list[str]:
    """Return the tags by which a member of a union is told from the others."""
    return [one.tag for one in getattr(kind, "__metadata__", ()) if isinstance(one, Tag)]


def _model_at(kind: Any, keys: KeyPath) -> type[BaseModel] | None:
    """Return the class of the group at `keys` in a file of the type `kind`; None when no group may stand there."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _model_at(get_args(kind)[0], keys)
    if origin in (Union, UnionType):
        # The tag of a member stands in pydantic's location, and not in the file.
        tagged = [one for one in get_args(kind) if keys and keys[0] in _tags(one)]
        found = (_model_at(one, keys[1:] if tagged else keys) for one in tagged or get_args(kind))
        return next((one for one in found if one is not None), None)
    if origin in (tuple, dict):
        inner = get_args(kind)[0 if origin is tuple else 1]
        return _model_at(inner, keys[1:]) if keys else None
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return None
    if not keys:
        return kind
    for name, info in kind.model_fields.items():
        if (info.alias or name) == keys[0]:
            return _model_at(info.annotation, keys[1:])
    return None
