"""From the folder `data/` to validated models: reads every file, and collects every problem within one.

What needs more than one file to be seen is found by `check.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from weakref import WeakKeyDictionary

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..format import model
from ..format.ansvar import Linker, Names
from ..format.expected import EXPECTED, EXPECTED_PATTERNS
from ..format.file_kinds import FOLDERS, KINDS, OPTIONAL, REGISTERS, SCHEMAS
from ..tools.problem import Problem, did_you_mean
from ..tools.store import Store
from .files import read_files
from .read import Document, Keys


@dataclass
class Data:
    """Everything in `data/`, by id, with the document each thing was read from."""

    fylker: dict[str, model.Fylke] = field(default_factory=dict)
    kommuner: dict[str, model.Kommune] = field(default_factory=dict)
    temaer: dict[str, model.Tema] = field(default_factory=dict)
    aktører: dict[str, model.Aktør] = field(default_factory=dict)
    aktørfil: dict[str, str] = field(default_factory=dict)
    """The name, without ending, of the file each aktør stands in: a kommune's id or `felles`."""
    planer: dict[str, model.Plan] = field(default_factory=dict)
    rapporter: dict[str, model.Rapport] = field(default_factory=dict)
    rettelser: tuple[model.Rettelse, ...] = ()
    videresendinger: tuple[model.Videresending, ...] = ()
    root: str = "data"
    """The folder's name, as problems and links to the repository call it."""
    documents: dict[str, Document] = field(default_factory=dict)
    """By the file's name relative to the project, e.g. `data/planer/lier-2023-2026.yml`."""
    contents: dict[str, Any] = field(default_factory=dict)
    """By the same name: what stands in it, as models; None when too little could be read."""
    names: dict[str, Names] = field(default_factory=dict)
    """By the name, without ending, of a file of actors: what they go by (see `known_names.py`)."""
    linkers: dict[tuple[Names, ...], Linker] = field(default_factory=dict)
    """By the names that hold in a plan: what finds them in its cells."""
    store: Store = field(default_factory=Store)
    """Where what follows from the files may be kept for the next run."""
    named: dict[str, set[str] | None] = field(default_factory=dict)
    """By the file's name in the folder: the ids in it, or None when it could not be read at all."""
    broken: frozenset[str] = frozenset()
    """The files of which something could not be read, named as in `documents`."""

    def aktører_i(self, file: str) -> Iterable[str]:
        """The ids of the actors in one file: a kommune's id, or `felles`."""
        return self._by_file.get(file, ())

    def add_aktør(self, id_: str, aktør: model.Aktør, file: str) -> None:
        """Add an actor to one file's, as if it stood there: a kommune's id, or `felles`."""
        self.aktører[id_], self.aktørfil[id_] = aktør, file
        self.__dict__.pop("_by_file", None)

    @cached_property
    def _by_file(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id_, file in self.aktørfil.items():
            found.setdefault(file, []).append(id_)
        return found

    def kommuner_med_side(self) -> set[str]:
        """Return the ids of the kommuner that have a page: those that a plan or a report is about."""
        planer = {id_ for plan in self.planer.values() for id_ in plan.kommuner}
        return planer | {id_ for rapport in self.rapporter.values() for id_ in rapport.kommuner}

    def document(self, folder: str, stem: str) -> Document:
        """The document of a plan, a report or a file of actors: `document("planer", "lier-2023-2026")`."""
        return self.documents[f"{self.root}/{folder}/{stem}.yml"]

    def known(self, place: str) -> set[str] | None:
        """Every id under that register or folder, also of entries with problems; None when that can't be said."""
        found = [ids for file, ids in self.named.items() if file.startswith(place)]
        return None if None in found else {id_ for ids in found if ids for id_ in ids}


def load(
    folder: Path, store: Store | None = None, processes: int = 1, *, again: bool = False
) -> tuple[Data, list[Problem]]:
    """Read all of `folder`; with `again`, only what has changed since the last time. Returns what could be read, and every problem found; never raises for bad data."""
    store = store or Store()
    data, problems = Data(root=folder.name, store=store), []
    paths = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        is_schema = name.startswith(f"{SCHEMAS}/") and name.endswith(".json")
        if path.is_dir() or path.name.startswith(".") or is_schema:
            continue
        problem = _misplaced(name, f"{folder.name}/{name}")
        if problem:
            problems.append(problem)
        else:
            paths[f"{folder.name}/{name}"] = path
    # What has to come in order is read first; the many files are read side by side, and put in order afterwards.
    alone = {
        file: path for file, path in paths.items() if Path(file).parent.name not in ("planer", "rapporter")
    }
    many = {file: path for file, path in paths.items() if file not in alone}
    in_order = sorted(read_files(alone, store, again=again), key=lambda document: document.file)
    for document in chain(in_order, read_files(many, store, processes, again=again)):
        problems += _load_file(data, document, document.file.removeprefix(f"{folder.name}/"))
    data.planer, data.rapporter = dict(sorted(data.planer.items())), dict(sorted(data.rapporter.items()))
    for name in REGISTERS:
        if not (folder / f"{name}.yml").exists():
            file = f"{folder.name}/{name}.yml"
            problems.append(Problem(file, 1, 1, "", "ventet denne filen, fant den ikke."))
            data.named[f"{name}.yml"] = None
    data.broken = frozenset(problem.file for problem in problems)
    return data, problems


def _misplaced(name: str, file: str) -> Problem | None:
    folder, _, rest = name.rpartition("/")
    stem, dot, ending = rest.rpartition(".")
    if ending != "yml" or not dot:
        return Problem(file, 1, 1, "", "ventet et filnavn som slutter på .yml.", "Gi filen nytt navn.")
    if folder in FOLDERS or (not folder and stem in (*REGISTERS, *OPTIONAL)):
        return None
    known = FOLDERS if folder else [f"{register}.yml" for register in (*REGISTERS, *OPTIONAL)]
    hint = did_you_mean(folder or name, known) or (
        "Planer ligger i planer/, rapporter i rapporter/ og aktører i aktorer/."
    )
    return Problem(file, 1, 1, "", "ingen fil med dette navnet leses.", hint)


def _load_file(data: Data, document: Document, name: str) -> list[Problem]:
    folder, _, rest = name.rpartition("/")
    stem = rest.removesuffix(".yml")
    problems = list(document.problems)
    if folder:
        problems += _bad_file_name(stem, document)
    one_entry = folder in ("planer", "rapporter")
    if document.value is not None or document in _VALID:
        document, value, ids = _validated(KINDS[folder or stem], document, problems)
        data.named[name] = {stem} if one_entry else ids
        data.documents[document.file], data.contents[document.file] = document, value
        if folder == "aktorer":
            problems += _twice(data, value or {}, document)
            data.aktørfil |= dict.fromkeys(value or {}, stem)
        if not folder and stem in OPTIONAL:
            setattr(data, stem, value or ())
            return problems
        into: dict[str, Any] = getattr(data, FOLDERS.get(folder, stem))
        into |= {stem: value} if one_entry and value else value or {}
    else:
        data.named[name] = {stem} if one_entry else None
    return problems


def _validated(
    kind: Any, document: Document, problems: list[Problem]
) -> tuple[Document, Any, set[str] | None]:
    """The document as this type, and its keys (None when it has none). What is valid is kept instead of the value."""
    if document in _VALID:
        return document, *_VALID[document]
    ids = set(document.value) if isinstance(document.value, dict) else None
    left, value = _validate(kind, document, problems)
    if left is document and value is not None:
        _VALID[document] = (value, ids)
        document.value = None
    return left, value, ids


_VALID: WeakKeyDictionary[Document, tuple[Any, set[str] | None]] = WeakKeyDictionary()
"""What the documents without problems hold, so that each is validated only once."""


def _bad_file_name(stem: str, document: Document) -> list[Problem]:
    try:
        _adapter(model.Id).validate_python(stem)
    except ValidationError:
        message = f"ventet et filnavn av {EXPECTED_PATTERNS[model.ID]}, fant «{stem}»."
        return [Problem(document.file, 1, 1, "", message, "Filnavnet blir en del av adressen.")]
    return []


def _twice(data: Data, new: dict[str, model.Aktør], document: Document) -> Iterator[Problem]:
    for id_ in data.aktører.keys() & new.keys():
        message = f"aktøren «{id_}» står også i aktorer/{data.aktørfil[id_]}.yml."
        yield document.problem((id_,), message, "Behold den ene.", at_key=True)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _validate(kind: Any, document: Document, problems: list[Problem]) -> tuple[Document, Any]:
    """The document as this type, its problems noted.

    What is wrong is left out or stood in for and the rest tried again, so that the checks that need more than one
    file still see the rest. Returns the document as left, and None for the value when too little is left.
    """
    for _ in range(ROUNDS):
        try:
            return document, _adapter(kind).validate_python(document.value)
        except ValidationError as error:
            if not document.left_out:
                problems += _translate(kind, document, error)
            document = _mend(kind, document, error)
    return document, None


ROUNDS = 8
"""How often what is wrong is left out before the rest is given up."""
LEFT_OUT = "utelatt-fordi-den-er-feil"
"""Stands for a required text that is missing or wrong; problems about it are not reported."""


def _mend(kind: Any, document: Document, error: ValidationError) -> Document:
    """The document without what is wrong, and with stand-ins for what must be there."""
    errors = error.errors()
    wrong = {_written(document, tuple(one["loc"])) for one in errors if one["type"] != "missing"}
    wrong |= {tuple(one["loc"]) for one in errors if one["type"] == "extra_forbidden"}
    mended = document.without(wrong | {(LEFT_OUT,)})
    for one in errors:
        keys = tuple(one["loc"])
        if one["type"] == "missing" and (not keys[:-1] or keys[:-1] in mended.places):
            mended.with_value(keys, _stand_in(kind, keys))
            mended.left_out |= {keys}
    return mended


def _stand_in(kind: Any, keys: Keys) -> Any:
    """Something that may stand at this place: the first choice, an empty list or group, an early day, or a text."""
    annotation = _annotation_at(kind, keys)
    choices = get_args(annotation)
    if get_origin(annotation) is Literal:
        return choices[0]
    if annotation is date:
        return date(2000, 1, 1)
    if get_origin(annotation) is tuple:
        return (LEFT_OUT,) if choices[0] is not Ellipsis and _plain(choices[0]) is str else ()
    return {} if _model_at(annotation, ()) else LEFT_OUT


def _annotation_at(kind: Any, keys: Keys) -> Any:
    """The type of a field, without what pydantic adds to it."""
    found = _model_at(kind, keys[:-1])
    names = {info.alias or name: info for name, info in found.model_fields.items()} if found else {}
    return _plain(names[str(keys[-1])].annotation) if str(keys[-1]) in names else str


def _plain(annotation: Any) -> Any:
    return _plain(get_args(annotation)[0]) if get_origin(annotation) is Annotated else annotation


def _translate(kind: Any, document: Document, error: ValidationError) -> Iterator[Problem]:
    """Pydantic's errors as problems: one per place, alternatives of a union joined by «eller»."""
    known = {problem.line: problem for problem in document.problems}
    expected: dict[tuple[Keys, str], list[str]] = {}
    for one in error.errors():
        keys = tuple(one["loc"])
        type_ = one["type"]
        if type_ == "extra_forbidden":
            yield _unknown_key(kind, document, keys)
        elif type_ == "missing":
            yield _missing(kind, document, keys)
        elif keys[-1:] == ("[key]",):
            is_id = one.get("ctx", {}).get("pattern") == model.ID
            message = f"ventet {'en id av ' * is_id}{_expectation(one)}, fant «{keys[-2]}»."
            yield document.problem(keys[:-1], message, at_key=True)
        elif type_ == "too_short" and _value(document, _written(document, keys)):
            continue  # pydantic does not count the items that are themselves wrong
        else:
            place = _written(document, keys)
            expected.setdefault((place, type_), []).append(_expectation(one))
    merged: dict[Keys, list[str]] = {}
    for (keys, _), words in expected.items():
        merged.setdefault(keys, []).extend(word for word in words if word not in merged.get(keys, []))
    for keys, words in merged.items():
        if document.place(keys).line in known and _value(document, keys) is None:
            continue
        yield _mismatch(document, keys, words)


def _written(document: Document, keys: Keys) -> Keys:
    """The part of a pydantic location that stands in the file (unions and keys add words of their own)."""
    if keys and keys[-1] == "[key]":
        return keys[:-1]
    while keys and keys not in document.places:
        keys = keys[:-1]
    return keys


def _value(document: Document, keys: Keys) -> Any:
    value = document.value
    for key in keys:
        value = value[key]
    return value


def _unknown_key(kind: Any, document: Document, keys: Keys) -> Problem:
    key = str(keys[-1])
    names = list(_fields(kind, keys[:-1]))
    hint = did_you_mean(key, names) or f"Kjente nøkler her: {', '.join(names)}."
    return document.problem(keys, f"ventet en kjent nøkkel, fant «{key}».", hint, at_key=True)


def _missing(kind: Any, document: Document, keys: Keys) -> Problem:
    key = str(keys[-1])
    hint = _fields(kind, keys[:-1]).get(key, "")
    return document.problem(keys, f"ventet «{key}», fant den ikke.", hint)


def _mismatch(document: Document, keys: Keys, words: list[str]) -> Problem:
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


def _expectation(error: Any) -> str:
    """What a pydantic error says was expected, in Norwegian."""
    context: dict[str, str] = error.get("ctx", {})
    match error["type"]:
        case "literal_error":
            return "en av: " + context["expected"].replace("'", "").replace(" or ", ", ")
        case "string_too_long":
            return f"høyst {context['max_length']} tegn"
        case "greater_than_equal" | "less_than_equal":
            return "et årstall"
        case "string_pattern_mismatch":
            return EXPECTED_PATTERNS[context["pattern"]]
    return EXPECTED.get(error["type"], str(error["msg"]))


def _fields(kind: Any, keys: Keys) -> dict[str, str]:
    """The keys that may stand at this place in a file of this type, each with its description."""
    found = _model_at(kind, keys)
    if found is None:
        return {}
    return {info.alias or name: info.description or "" for name, info in found.model_fields.items()}


def _model_at(kind: Any, keys: Keys) -> type[BaseModel] | None:
    origin = get_origin(kind)
    if origin is Annotated:
        return _model_at(get_args(kind)[0], keys)
    if origin in (Union, UnionType):
        found = (_model_at(one, keys) for one in get_args(kind))
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
