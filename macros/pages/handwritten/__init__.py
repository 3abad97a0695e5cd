"""The hand-written pages of `docs/`: what may stand on them, and the editors' macros.

May import what `pages` may, and `pages`. Start in `rules.py` and `editor_macros.py`.
"""
