"""What the lines of a document are: parts, tiltak, columns, numbers and titles.

May import: `innlesing.readers` and what it may. Start in `outline.py`.
"""
