"""What each line of a document is, by its words, its look and the lines around it, and what in it may be tiltak.

May import: `tools`, `format`, `reading`, `readers`. Nothing is taken or left out here; that is `outline`'s. Start in `classify.py`, which
says of each line what it is, with `tables.py` (which columns hold), `columns.py` (what a heading means), `cards.py`, `letters.py` and
`looks.py`; `shape.py` sees the whole; `candidates.py` lists, by other means, everything that could be tiltak.
"""
