"""Compiled templates, ours and the theme's, kept for as long as their source is the same.

In memory from one build of a preview to the next, and in files from one run to the next, as Python keeps its own
modules: compiling them takes a fifth of a second. Not in the store, which may come from another machine: they are run.
"""

from __future__ import annotations

import contextlib
from functools import cached_property
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from .language import CATALOGUE

FOLDER = Path(__file__).parents[1] / "__pycache__"
"""Where Python keeps what it has compiled of this program."""


class Compiled(jinja2.FileSystemBytecodeCache):
    """Keep compiled templates for Jinja, which itself compares the source and the version of Python."""

    def __init__(self, language: str = "", *made_with: Path) -> None:
        """Start with no template's code in memory.

        `language`: what tells these from the same templates in another. `made_with`: files that the code is made of
        beside the template, so that it is made anew when one of them changes.
        """
        super().__init__(str(FOLDER), f"mal{language}-%s.cache")
        self._made_with = made_with
        self._code: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the key of a template: by its name alone, so that another folder leaves no further file behind."""
        return super().get_cache_key(name)

    def get_source_checksum(self, source: str) -> str:
        """Return the checksum of all that a template's code is made of, by which Jinja knows when it has changed."""
        return super().get_source_checksum(source + self._beside)

    @cached_property
    def _beside(self) -> str:
        """Return the text of the files that the code is made of beside the template; read once."""
        return "".join(path.read_text("utf-8") for path in self._made_with)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the compiled template, if there is one."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])
        else:
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled template; in memory alone where the folder cannot be written."""
        self._code[bucket.key] = bucket.bytecode_to_string()
        with contextlib.suppress(OSError):
            FOLDER.mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


_COMPACT = Path(__file__).parents[1] / "pages/compact.py"
"""What leaves something out of every template as it is compiled."""
COMPILED = Compiled("", _COMPACT)
"""This process's own."""
COMPILED_IN_NYNORSK = Compiled("-nn", _COMPACT, CATALOGUE)
"""Those of which the text is put into nynorsk as they are compiled."""
