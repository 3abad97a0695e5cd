"""The rules that need more than one value to be seen: what refers to what, and what contradicts what.

A rule is a plain function that yields problems; only `looked.py` knows of earlier builds.
May import: `tools`, `format`, `reading`. Start in `check.py`, then the `*_rules.py` of the subject.
"""
