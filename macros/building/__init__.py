"""From pages to files, by way of MkDocs or past it: the only room that knows MkDocs, or others' private names.

May import: every room but `commands` and `innlesing`. Start in `outputs.py`, which declares every generated file, or
in `define_env.py`, where a build begins, then `mkdocs_events.py`.
"""
