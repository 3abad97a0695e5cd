"""What version 1 has promised, and what breaks the promise: `python -m tests.exports.released` releases what is new.

`v1.json` is the description of all columns and files as they were last released. Anything may be added to it. A column
that goes, changes its name or gets another type, and a fixed word that goes, breaks programs that others have written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.exports import schemas
from macros.exports.published import SCHEMA_VERSION

RELEASED = Path(__file__).parent / "v1.json"


def now() -> dict[str, Any]:
    """Return what the program promises today."""
    return {
        "schema_version": SCHEMA_VERSION,
        "parts": schemas.row_schemas(),
        "files": schemas.file_schemas(),
    }


def broken(old: Any, new: Any, where: str = "") -> Iterator[str]:
    """Yield what of a released description does not hold any more, in words."""
    if isinstance(old, dict) and not isinstance(new, dict):
        yield f"{where} is gone"
    elif isinstance(old, dict):
        for key, value in old.items():
            if key not in ("description", "title", "schema_version"):
                yield from (
                    broken(value, new[key], f"{where}/{key}") if key in new else [f"{where}/{key} is gone"]
                )
        if "type" in old and "enum" in new and "enum" not in old:
            yield f"{where} may only be some words"
    elif isinstance(old, list):
        lost = [one for one in old if one not in new]
        if lost:
            yield f"{where} has no {', '.join(map(str, lost))} any more"
        # A null or another type where there was none is a surprise too; a new word or a new field is not.
        if where.endswith("/type") and old != new:
            yield f"{where} was {old}, and is {new}"
    elif old != new:
        yield f"{where} was {old}, and is {new}"


def released() -> dict[str, Any]:
    """Return what was promised last."""
    promised: dict[str, Any] = json.loads(RELEASED.read_text("utf-8"))
    return promised


def main() -> None:
    """Write what is promised from now on; refuse what would break the promise."""
    if RELEASED.exists() and (found := list(broken(released(), now()))):
        sys.exit("This breaks version 1:\n" + "\n".join(found))
    RELEASED.write_text(json.dumps(now(), ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
