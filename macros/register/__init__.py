"""The loaded whole, with what follows from it: what belongs together, where it is, what is counted.

May import: `tools`, `format`, `reading`, `checking`. Start in `open_register.py`, then `build.py` and `entities.py`.
"""
