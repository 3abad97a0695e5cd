"""Compiled templates, ours and the theme's, kept for as long as their source is the same.

In memory from one build of a preview to the next, and in the store from one run to the next: compiling them takes a
fifth of a second.
"""

from __future__ import annotations

import jinja2
from jinja2.bccache import Bucket

from .store import Store, digest


class Compiled(jinja2.BytecodeCache):
    """Keep compiled templates for Jinja, which itself compares the source and the version of Python."""

    def __init__(self) -> None:
        self.store = Store()
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the compiled template, if there is one."""
        code = self._code.get(bucket.key) or self.store.get(_key(bucket))
        if code:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled template."""
        self._code[bucket.key] = bucket.bytecode_to_string()
        self.store.put(_key(bucket), self._code[bucket.key])


COMPILED = Compiled()
"""This process's own."""


def _key(bucket: Bucket) -> bytes:
    return digest("mal", bucket.key, bucket.checksum)
