"""Hand-written pages whose Markdown is as it was in the last build of a preview are not made of it once more.

MkDocs makes every page in every build. Most hand-written pages are the same when the data change, as what their macros
make goes around Python-Markdown (`standins.py`): making them again is a third of a preview of the committed data.
"""

from __future__ import annotations

from typing import Any


class Unchanged:
    """What Python-Markdown made of each page, through all the builds of one preview."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[object, dict[str, Any]]] = {}

    def use(self, page: Any, names: frozenset[str]) -> None:
        """Let MkDocs' page be as it was last, if its Markdown is the same and it can link to the same files.

        `names`: the names of all `files`. What is found out of links to places on other pages is said of the files of
        this build, so that MkDocs goes on checking them.
        """
        source, render = page.file.src_uri, page.render

        def made(config: Any, files: Any) -> None:
            made_of = (page.markdown, names)
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
