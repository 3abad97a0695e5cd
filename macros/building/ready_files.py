"""Generated files on the fast way, as MkDocs sees them: finished, so that it only lists them and checks links to them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any

from mkdocs.structure.files import File, InclusionLevel

from ..pages.render import Renderer
from .outputs import Generated


class ReadyFile(File):
    """Stand for a page or file generated the fast way: MkDocs links to it, and neither reads, renders nor copies it."""

    inclusion = InclusionLevel.NOT_IN_NAV
    generated_by = "macros/site"
    src_dir = None

    def __init__(self, about: Generated, renderer: Renderer, dest_dir: str, use_directory_urls: bool) -> None:
        # Not File's own, which takes ten times as long to find out what is known here.
        self.about = about
        self.renderer = renderer
        self.src_uri = about.src_uri
        self.dest_uri = about.file
        self.url = about.path
        self.dest_dir = dest_dir
        self.use_directory_urls = use_directory_urls

    def is_documentation_page(self) -> bool:
        """Return False, so that MkDocs does not render the file."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Copy nothing: `write.py` writes the file."""

    @functools.cached_property
    def page(self) -> Any:  # type: ignore[override]
        """Return the page, which MkDocs asks for the sitemap, and when a hand-written page links into this file."""
        return ReadyPage(self)


@dataclass(frozen=True, slots=True)
class ReadyPage:
    """Answer what MkDocs asks of the page of a `ReadyFile`."""

    file: ReadyFile
    is_link = False

    @property
    def canonical_url(self) -> str:
        """The page's whole address."""
        return self.file.renderer.base + self.file.about.path

    @property
    def present_anchor_ids(self) -> set[str]:
        """The ids in the page, which can be linked to."""
        about = self.file.about
        body = about.body(self.file.renderer) if about.is_page else b""
        return set(re.findall(r'\bid="([^"]+)"', body.decode()))
