"""Hand-written pages whose Markdown is as it was in the last build of a preview are not made of it once more.

MkDocs makes every page in every build. Most hand-written pages are the same when the data change, as what their macros
make goes around Python-Markdown (`markdown_bypass.py`): making them again is a third of a preview of the committed data.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

_LINK = re.compile(r"(?:\]\(|^ {0,3}\[[^\]]+\]:\s*)<?([^)\s>#]+)", re.MULTILINE)


def _found(markdown: str, source: str, names: frozenset[str]) -> frozenset[str]:
    """Return the files that the page `source` links to which are among `names`."""
    folder = posixpath.dirname(source)
    linked = (posixpath.normpath(posixpath.join(folder, link)) for link in _LINK.findall(markdown))
    return names.intersection(linked)


class Unchanged:
    """Keep the HTML that Python-Markdown made of each page, through all the builds of one preview."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[object, dict[str, Any]]] = {}

    def use(self, page: Any, names: frozenset[str]) -> None:
        """Let MkDocs' page be as it was last, if its Markdown is the same and so are the files it links to.

        `names`: the names of all `files`. What is found out of links to places on other pages is said of the files of
        this build, so that MkDocs goes on checking them.
        """
        source, render = page.file.src_uri, page.render

        def made(config: Any, files: Any) -> None:
            made_of = (page.markdown, _found(page.markdown, source, names))
            if source in self._last and self._last[source][0] == made_of:
                page.__dict__.update(self._last[source][1])
                page.links_to_anchors = {
                    files.get_file_from_path(file.src_uri): places
                    for file, places in (page.links_to_anchors or {}).items()
                }
            else:
                before = dict(page.__dict__)
                render(config, files)
                new = {key: value for key, value in page.__dict__.items() if before.get(key) is not value}
                self._last[source] = (made_of, new)

        page.render = made
