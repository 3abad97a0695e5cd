"""From the folder `data/` to validated models: reads every file, and collects every problem within one.

What needs more than one file to be seen is found by `check.py`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from pydantic import ValidationError

from ..format import model, texts
from ..format.expected import EXPECTED_PATTERNS
from ..format.kinds import FILSLAG, PLACED, SCHEMAS, Filslag, file_of
from ..tools import signs
from ..tools.nearness import did_you_mean
from ..tools.portable import unportable
from ..tools.problem import Problem
from ..tools.store import Store
from .data import Data
from .document import Document
from .files import read_files
from .kildefiler import offered
from .limits import at_most, unreadable
from .validation import adapter, validate


def load(
    folder: Path, store: Store | None = None, processes: int = 1, *, again: bool = False
) -> tuple[Data, list[Problem]]:
    """Read all files of `folder` and return what could be read, as models, with every problem within one file.

    `store` is where what was read may be kept, `processes` how many may share the reading; with `again`, only what has
    changed since the last call is read. Never raises for bad data: what is wrong is a problem, and left out.
    """
    store = store or Store()
    data, problems = Data(root=folder.name, store=store, kildefiler=offered(folder)), []
    paths = {}
    for path in _all_in(folder):
        name = path.relative_to(folder).as_posix()
        file = f"{folder.name}/{name}"
        is_schema = name.startswith(f"{SCHEMAS}/") and name.endswith(".json")
        is_file_name = name.endswith((".yml", ".yaml"))
        if is_schema or name.startswith(f"{texts.KILDEMAPPE}/"):
            continue
        deep = name.count("/") >= MOST_FOLDERS - 1
        if path.is_dir() and not path.is_symlink() and not is_file_name and not deep:
            continue
        if path.name.startswith(".") and not is_file_name:
            data.overlooked.append(file)
            continue
        problem = (path.is_symlink() and unreadable(path, file)) or _misplaced(name, file)
        problem = problem or unreadable(path, file)
        if problem:
            problems.append(problem)
        else:
            paths[file] = path
    # Aktører of two files may clash, and the message names the later one. So what has to come in order is read first; the many files are read side by side, and put in order afterwards.
    whole = {kind.hvor: kind.flere for kind in FILSLAG if kind.form == "én"}
    alone = {file: path for file, path in paths.items() if Path(file).parent.name not in whole}
    many = {file: path for file, path in paths.items() if file not in alone}
    in_order = sorted(read_files(alone, store, again=again), key=lambda document: document.file)
    for document in chain(in_order, read_files(many, store, processes, again=again)):
        problems += at_most(_load_file(data, document, document.file.removeprefix(f"{folder.name}/")))
    for name in whole.values():
        setattr(data, name, dict(sorted(getattr(data, name).items())))
    for kind in FILSLAG:
        if kind.form == "etter id" and not kind.i_mappe and not (folder / kind.sti).exists():
            file = f"{folder.name}/{kind.sti}"
            problems.append(Problem(file, 1, 1, "", "ventet denne filen, fant den ikke."))
            data.named[kind.sti] = None
    data.broken = frozenset(problem.file for problem in problems)
    return data, problems


def _all_in(folder: Path) -> list[Path]:
    """Return all files and folders below a folder in the order of their names; nothing that a link leads to.

    Files are read in folders of the folder itself; deeper than `MOST_FOLDERS`, what is found is told of as a whole.
    """
    found: list[Path] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        inner: list[Path] = []
        with suppress(OSError), os.scandir(here) as entries:
            inner = [Path(entry) for entry in entries]
        found += inner
        waiting += [
            path
            for path in inner
            if path.is_dir() and not path.is_symlink() and len(path.parts) - len(folder.parts) < MOST_FOLDERS
        ]
    return sorted(found)


MOST_FOLDERS = 5
"""So many folders in each other are looked into."""


def _misplaced(name: str, file: str) -> Problem | None:
    """Return the problem that the file `name`, relative to the data folder, is none that is read; None when it is."""
    folder, _, rest = name.rpartition("/")
    stem, dot, ending = rest.rpartition(".")
    if said := next((said for _, said in signs.faults(name)), "") or ("linjeskift" if "\n" in name else ""):
        return Problem(file, 1, 1, "", f"filnavnet har {said}.", "Gi filen nytt navn.")
    if rest.startswith("."):
        return Problem(file, 1, 1, "", "en fil som begynner med punktum, leses ikke.", "Gi filen nytt navn.")
    if said := unportable(rest):
        return Problem(file, 1, 1, "", f"filnavnet kan ikke brukes: {said}.", "Gi filen nytt navn.")
    if ending != "yml" or not dot:
        return Problem(file, 1, 1, "", "ventet et filnavn som slutter på .yml.", "Gi filen nytt navn.")
    kind = PLACED.get(folder or stem)
    if kind is not None and kind.i_mappe == bool(folder):
        return None
    folders = [kind for kind in FILSLAG if kind.i_mappe]
    known = [one.hvor for one in folders] if folder else [one.sti for one in FILSLAG if not one.i_mappe]
    hint = did_you_mean(folder or name, known) or _where(folders)
    return Problem(file, 1, 1, "", "ingen fil med dette navnet leses.", hint)


def _where(folders: Sequence[Filslag]) -> str:
    """Return a sentence on where the files of each kind are: «Planer ligger i planer/, rapporter i rapporter/ og …»."""
    first, *rest, last = folders
    others = "".join(f", {kind.flere} i {kind.begynnelse}" for kind in rest)
    return (
        f"{first.flere.capitalize()} ligger i {first.begynnelse}{others} og {last.flere} i {last.begynnelse}."
    )


def _load_file(data: Data, document: Document, name: str) -> list[Problem]:
    """Put what stands in `document` into `data`, and return the problems in it. `name`: relative to the data folder."""
    folder, _, rest = name.rpartition("/")
    stem = rest.removesuffix(".yml")
    problems = list(document.problems)
    if folder:
        problems += _bad_file_name(stem, document)
    kind = PLACED[folder or stem]
    one_entry = kind.form == "én"
    if document.value is not None or document in _VALID:
        document, value, ids = _validated(kind.innhold, document, problems)
        data.named[name] = {stem} if one_entry else ids
        data.documents[document.file], data.contents[document.file] = document, value
        if kind.slag == "aktør":
            problems += _twice(data, value or {}, document)
            data.aktørfil |= dict.fromkeys(value or {}, stem)
        if kind.form == "liste":
            setattr(data, kind.flere, value or ())
            return problems
        into: dict[str, Any] = getattr(data, kind.flere)
        into |= {stem: value} if one_entry and value else value or {}
    else:
        data.named[name] = {stem} if one_entry else None
    return problems


def _validated(
    kind: Any, document: Document, problems: list[Problem]
) -> tuple[Document, Any, set[str] | None]:
    """Return the document as left by validation, its value as the type `kind`, and the ids in it.

    Problems are added to `problems`. The ids are None when the file is no group by id. Of a document without problems the
    models are kept and the plain value let go, as only one of them is needed and both take much memory.
    """
    if document in _VALID:
        return document, *_VALID[document]
    ids = set(document.value) if isinstance(document.value, dict) else None
    left, value = validate(kind, document, problems)
    if left is document and value is not None:
        _VALID[document] = (value, ids)
        document.value = None
    return left, value, ids


_VALID: WeakKeyDictionary[Document, tuple[Any, set[str] | None]] = WeakKeyDictionary()
"""What the documents without problems hold, so that each is validated only once."""


def _bad_file_name(stem: str, document: Document) -> list[Problem]:
    """Return the problem that a file's name without ending is no id, as a list; it becomes part of an address."""
    try:
        adapter(texts.Id).validate_python(stem)
    except ValidationError:
        message = f"ventet et filnavn av {EXPECTED_PATTERNS[texts.ID]}, fant «{stem}»."
        return [Problem(document.file, 1, 1, "", message, "Filnavnet blir en del av adressen.")]
    return []


def _twice(data: Data, new: dict[str, model.Aktør], document: Document) -> Iterator[Problem]:
    """Yield a problem for each aktør of `new` whose id is taken by an aktør of an earlier file."""
    for id_ in data.aktører.keys() & new.keys():
        message = f"aktøren «{id_}» står også i {file_of('aktør', data.aktørfil[id_])}."
        yield document.problem((id_,), message, "Behold den ene.", at_key=True)
