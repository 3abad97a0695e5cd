"""What pages, files and forms show of the register: tables, shares, time lines, filters, and the words around them.

Works out what is shown and holds no HTML. May import: `tools`, `format`, `reading`, `checking`, `register`. Start in
`status_tables.py`; how shares are told is in `telling.py`.
"""
