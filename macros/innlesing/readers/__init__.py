"""Documents to lines and cells: one module for each kind of file.

May import: `tools`, `format`, `reading`. Start in `source.py`.
"""
