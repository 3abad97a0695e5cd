"""A plan file, written from what was found in a document.

May import: `innlesing.outline` and what it may. Start in `body.py`.
"""
