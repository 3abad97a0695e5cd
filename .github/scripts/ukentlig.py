"""Tells in one issue what the weekly workflow has found: `python .github/scripts/ukentlig.py FOLDER`.

The folder has a text file for each check that found something (`adresser.txt`, `sarbarheter.txt`, `nyeste-3.13.txt`). An
issue with the label `ukentlig` that is open is written anew, so there is never more than one; when nothing is wrong it is
closed. What the checks have written may quote strangers: it is shown as text that does nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from les_inn import Api, Nei, _fenced, annotation, github

LABEL = "ukentlig"
TITLE = "Ukens kontroll fant noe"
HEADINGS = {
    "adresser": "Kildeadresser som ikke svarer",
    "sarbarheter": "Kjente sårbarheter i pakkene",
    "nyeste": "Det som ikke virker med de nyeste utgavene",
}
"""What a file's name begins with -> the heading of what stands in it."""
MAX_SHOWN = 12_000
"""Characters of each; an issue may have 65,536."""


def findings(folder: Path) -> dict[str, str]:
    """Return what each check has found, by heading. A file of another name is passed by."""
    found = {}
    for path in sorted(folder.glob("**/*.txt")):
        kind, _, which = path.stem.partition("-")
        text = path.read_text("utf-8", errors="replace").strip()
        if kind in HEADINGS and text:
            found[HEADINGS[kind] + (f" (Python {which})" if which.replace(".", "").isdigit() else "")] = text
    return found


def tell(found: Mapping[str, str], run: str, api: Api) -> str:
    """Write, open or close the issue; return what was done. Raises Nei."""
    open_ones = [
        one
        for one in api("GET", f"issues?state=open&labels={LABEL}&per_page=5", None)
        if "pull_request" not in one
    ]
    if not found:
        for one in open_ones:
            api("PATCH", f"issues/{one['number']}", {"state": "closed"})
        return "Ingenting å si fra om."
    parts = [
        f"Se [kjøringen]({run}) for alt som ble skrevet. Saken blir skrevet på nytt hver uke, og lukket når alt er i orden."
    ]
    parts += [f"## {heading}\n\n{_fenced(text[-MAX_SHOWN:])}" for heading, text in found.items()]
    content = {"title": TITLE, "body": "\n\n".join(parts), "labels": [LABEL]}
    if open_ones:
        api("PATCH", f"issues/{open_ones[0]['number']}", content)
        return "Saken er skrevet på nytt."
    api("POST", "issues", content)
    return "Saken er åpnet."


def main(arguments: list[str]) -> int:
    """Tell what the checks have found; gives the exit code."""
    env = os.environ
    run = f"{env['GITHUB_SERVER_URL']}/{env['GITHUB_REPOSITORY']}/actions/runs/{env['GITHUB_RUN_ID']}"
    try:
        [folder] = arguments
        print(tell(findings(Path(folder)), run, github(env)))
    except Nei as error:
        print(annotation(str(error)))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
