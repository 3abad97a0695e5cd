"""From pages to files, by way of MkDocs or past it: the only room that knows MkDocs.

May import: every room but `commands` and `innlesing`. Start in `define_env.py`, then `mkdocs_events.py`.
"""
