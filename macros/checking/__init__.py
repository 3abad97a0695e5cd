"""The rules that need more than one file: what refers to what, and what contradicts what.

May import: `tools`, `format`, `reading`. Start in `check.py`.
"""
